use super::{
    KINDS, Story, answered, day, event, facts, field, id, marked, officer, pseudonym, text,
};
use crate::desk::casework::{
    CaseFile, Entry, Event, Stamp,
    choices::{Mark, Role},
    closing::Topic,
    event::{Conflict, Correction, Person},
    register::{Register, Said},
    stamp::EntryId,
    triage::{ConflictKind, Punishable, Stance, YesNo},
};
use proptest::prelude::*;

type Ids = Vec<EntryId>;

fn ids<T>(values: &[Said<'_, T>]) -> Ids {
    values.iter().map(|said| said.by.id).collect()
}

fn all<'a, K, T: 'a>(found: impl Iterator<Item = (K, &'a Register<'a, T>)>) -> Vec<Ids> {
    found.map(|(_, register)| ids(register.values())).collect()
}

/// Everything that a case file says, by the entries that say it.
fn digest(file: &CaseFile<'_>) -> Vec<Vec<Ids>> {
    let one = |values: Ids| vec![values];
    vec![
        one(ids(file.safe.values())),
        one(ids(file.punishable.values())),
        one(ids(file.route.values())),
        one(ids(file.whistleblower.values())),
        all(file.conflicts.iter()),
        all(file.fields.iter()),
        all(file.marks.iter()),
        one(ids(&file.facts)),
        all(file.persons.iter()),
        one(ids(&file.decisions)),
        one(ids(&file.police)),
        one(ids(file.assessment.values())),
        one(ids(file.causes.values())),
        all(file.deadlines.iter()),
        one(ids(file.next_step.values())),
        all(file.silence.iter()),
        all(file.aftercare.iter()),
        one(ids(&file.words)),
        one(ids(&file.no_word)),
        one(ids(&file.notes)),
        one(ids(file.status.values())),
        one(ids(file.ending.values())),
    ]
}

/// An entry of a made-up history: kind, seed, which earlier ones it knew (a bit for each).
type Made = (usize, usize, u32);

fn made() -> impl Strategy<Value = Vec<Made>> {
    prop::collection::vec((0..KINDS, 0usize..5000, any::<u32>()), 1..24)
}

fn stamp(place: usize, (_, seed, knows): Made) -> Stamp {
    let parents = (0..place).filter(|parent| knows & (1 << parent) != 0);
    Stamp {
        id: id(place + 1),
        officer: officer((seed % 3) as u8),
        at_seconds: super::noon(day(super::MONDAY)) + (seed % 40) as i64 * 86_400,
        parents: parents.map(|parent| id(parent + 1)).collect(),
    }
}

fn entry(place: usize, made: Made) -> Entry {
    Entry { stamp: stamp(place, made), event: Some(event(made.0, made.1, "x")) }
}

/// Another order of the same history, parents before children.
fn other_order(history: &[Made], wishes: &[u64]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    while order.len() < history.len() {
        let ready = (0..history.len()).filter(|place| {
            let parents = (0..*place).filter(|parent| history[*place].2 & (1 << parent) != 0);
            !order.contains(place) && parents.into_iter().all(|parent| order.contains(&parent))
        });
        order.push(ready.min_by_key(|place| wishes[*place % wishes.len()]).unwrap());
    }
    order
}

proptest! {
    #[test]
    fn the_case_is_the_same_however_concurrent_entries_arrived(
        history in made(), wishes in prop::collection::vec(any::<u64>(), 24),
    ) {
        let facts = facts();
        let first: Vec<Entry> =
            history.iter().enumerate().map(|(place, made)| entry(place, *made)).collect();
        let order = other_order(&history, &wishes);
        let second: Vec<Entry> = order.iter().map(|place| entry(*place, history[*place])).collect();
        let (first, second) = (CaseFile::fold(&facts, &first), CaseFile::fold(&facts, &second));
        prop_assert_eq!(digest(&first), digest(&second));
        prop_assert_eq!(first.last_work, second.last_work);
        prop_assert_eq!(first.found_safe_on, second.found_safe_on);
        prop_assert_eq!(first.is_closed(), second.is_closed());
    }

    #[test]
    fn every_entry_stays_in_the_log(history in made()) {
        let facts = facts();
        let entries: Vec<Entry> =
            history.iter().enumerate().map(|(place, made)| entry(place, *made)).collect();
        let file = CaseFile::fold(&facts, &entries);
        prop_assert_eq!(file.log.len(), entries.len());
    }
}

#[test]
fn whoever_says_something_else_on_purpose_replaces_it() {
    let mut story = Story::new();
    story.says(1, "2026-11-23", Event::Safe(answered(YesNo::No)));
    let second = story.says(2, "2026-11-24", Event::Safe(answered(YesNo::Yes)));
    let file = story.file();
    assert_eq!(ids(file.safe.values()), [second]);
    assert!(!file.safe.differs() && file.differences().is_empty());
}

#[test]
fn two_who_do_not_know_of_each_other_both_stand_until_it_is_settled() {
    let mut story = Story::new();
    let start = story.says(1, "2026-11-23", Event::Note(text("begin")));
    let yes = Event::Punishable(answered(Punishable::Yes));
    let no = Event::Punishable(answered(Punishable::No));
    let first = story.says_knowing(1, "2026-11-24", &[start], yes);
    let second = story.says_knowing(2, "2026-11-24", &[start], no);
    let file = story.file();
    assert_eq!(ids(file.punishable.values()), [first, second]);
    assert!(matches!(file.differences()[..], [Topic::Punishable]));
    let doubt = Event::Punishable(answered(Punishable::Doubt));
    let third = story.says(1, "2026-11-25", doubt);
    assert_eq!(ids(story.file().punishable.values()), [third]);
    assert!(story.file().differences().is_empty());
}

#[test]
fn two_who_say_the_same_do_not_differ() {
    let mut story = Story::new();
    let first = story.says_knowing(1, "2026-11-24", &[], field("harm", &["some"]));
    let second = story.says_knowing(2, "2026-11-24", &[], field("harm", &["some"]));
    let file = story.file();
    assert_eq!(ids(file.fields["harm"].values()), [first, second]);
    assert!(file.differences().is_empty());
}

#[test]
fn every_tick_says_who_and_when_and_can_be_taken_back() {
    let mut story = Story::new();
    story.says(1, "2026-11-23", marked("report_safe", Mark::Done));
    let file = story.file();
    let tick = file.marks["report_safe"].last().unwrap();
    assert_eq!((tick.by.officer, tick.by.day().iso().as_str()), (officer(1), "2026-11-23"));
    story.says(2, "2026-11-24", marked("report_safe", Mark::Open));
    let file = story.file();
    assert_eq!(file.marks["report_safe"].last().unwrap().what.mark, Mark::Open);
    assert_eq!(file.log.len(), 2);
}

#[test]
fn a_correction_takes_the_place_of_an_entry_and_both_stay_visible() {
    let mut story = Story::new();
    let wrong = story.says(1, "2026-11-23", Event::Note(text("verkeerde zaak")));
    let instead = Some(Box::new(Event::Note(text("goede zaak"))));
    let correction = Correction { of: wrong, why: text("vergissing"), instead };
    let right = story.says(1, "2026-11-24", Event::Correction(correction));
    let file = story.file();
    assert_eq!(ids(&file.notes), [right]);
    assert_eq!(file.log.len(), 2);
    assert_eq!(file.log[0].corrected_by, Some(right));
    assert!(matches!(file.log[0].entry.event, Some(Event::Note(_))));
}

#[test]
fn taking_a_value_back_leaves_what_stood_before_it() {
    let mut story = Story::new();
    let first = story.says(1, "2026-11-23", Event::Safe(answered(YesNo::No)));
    let second = story.says(1, "2026-11-23", Event::Safe(answered(YesNo::Yes)));
    let back = Correction { of: second, why: text("te vroeg"), instead: None };
    story.says(2, "2026-11-24", Event::Correction(back));
    assert_eq!(ids(story.file().safe.values()), [first]);
}

#[test]
fn nobody_corrects_what_they_have_not_read() {
    let mut story = Story::new();
    let note = story.says_knowing(1, "2026-11-23", &[], Event::Note(text("feit")));
    let blind = Correction { of: note, why: text("x"), instead: None };
    story.says_knowing(2, "2026-11-24", &[], Event::Correction(blind));
    let file = story.file();
    assert_eq!((ids(&file.notes), file.log[0].corrected_by), (vec![note], None));
}

#[test]
fn a_parent_that_never_came_is_left_out() {
    let mut story = Story::new();
    let missing = EntryId::from_bytes([99; 16]);
    let note = story.says_knowing(1, "2026-11-23", &[missing], Event::Note(text("feit")));
    assert_eq!(ids(&story.file().notes), [note]);
}

#[test]
fn each_officer_declares_for_themselves_and_may_step_back() {
    let declares = |kind, stance| Event::Conflict(Conflict { kind, stance, note: None });
    let mut story = Story::new();
    story.says(1, "2026-11-23", declares(ConflictKind::None, Stance::Stays));
    story.says(2, "2026-11-23", declares(ConflictKind::OwnTeam, Stance::StepsBack));
    let file = story.file();
    assert_eq!(file.conflicts.len(), 2);
    assert_eq!(file.stepped_back().collect::<Vec<_>>(), [officer(2)]);
}

#[test]
fn nobody_takes_back_what_another_officer_declared_of_themselves() {
    let (kind, stance) = (ConflictKind::Relative, Stance::StepsBack);
    let mut story = Story::new();
    let tie = Event::Conflict(Conflict { kind, stance, note: None });
    let declared = story.says(2, "2026-11-23", tie);
    let back = || {
        let why = text("niet nodig");
        Event::Correction(Correction { of: declared, why, instead: None })
    };
    story.says(1, "2026-11-24", back());
    assert_eq!(story.file().stepped_back().collect::<Vec<_>>(), [officer(2)]);
    story.says(2, "2026-11-25", back());
    assert_eq!(story.file().stepped_back().count(), 0);
}

#[test]
fn pseudonyms_are_given_in_order_and_stay() {
    let person = |who: &str| {
        let (pseudonym, name) = (pseudonym(who), Some(text("Jan Jansen")));
        Event::Person(Person { pseudonym, name, function: None, contact: None })
    };
    let mut story = Story::new();
    assert_eq!(story.file().next_pseudonym(Role::Client), pseudonym("client-1"));
    story.says(1, "2026-11-23", person("client-1"));
    story.says(1, "2026-11-23", person("client-2"));
    story.says(1, "2026-11-24", person("client-1"));
    let file = story.file();
    assert_eq!(file.persons.len(), 2);
    assert_eq!(file.next_pseudonym(Role::Client), pseudonym("client-3"));
    assert_eq!(file.next_pseudonym(Role::Accused), pseudonym("accused-1"));
}

#[test]
fn opening_a_case_is_logged_and_changes_nothing() {
    let mut story = Story::new();
    story.says(1, "2026-11-23", Event::Audit(crate::desk::casework::choices::Audited::Opened));
    let file = story.file();
    assert!(file.is_new() && file.last_work.is_none() && file.log.len() == 1);
}

#[test]
fn a_case_closed_by_one_and_reopened_by_another_is_open() {
    let closed = || super::event(17, 0, "klaar");
    let mut story = Story::new();
    let start = story.says(1, "2026-11-23", closed());
    assert!(story.file().is_closed());
    story.says_knowing(1, "2026-11-24", &[start], Event::Reopened(text("toch niet")));
    story.says_knowing(2, "2026-11-24", &[start], closed());
    let file = story.file();
    assert!(!file.is_closed());
    assert!(matches!(file.differences()[..], [Topic::Ending]));
}
