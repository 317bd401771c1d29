use super::{KINDS, Story, answered, day, event, field, pseudonym, text, who};
use crate::{
    core::Day,
    desk::casework::{
        CaseFile, Event, Terms,
        choices::AftercareGroup,
        choices::{DeadlineChange, Holder, Outcome, SilenceChange, Word},
        clock::Due,
        criteria::Criterion,
        deadlines::{Deadline, Firmness},
        event::{Aftercare, Closed, DeadlineSet, Decision, MessageSent, NextStep, Silence},
        judgement::DecisionKind,
        terms::TERMS,
        triage::YesNo,
    },
};
use proptest::prelude::*;

fn due<'a>(file: &CaseFile<'a>, deadline: Deadline) -> Option<Due<'a>> {
    file.due(&Terms::default()).into_iter().find(|due| due.deadline == deadline)
}

/// The day by which it is due, and the day on which it was done.
fn days(story: &Story, deadline: Deadline) -> Option<(String, Option<String>)> {
    let file = story.file();
    due(&file, deadline).map(|due| (due.due.iso(), due.done.map(Day::iso)))
}

fn by(due: &str) -> Option<(String, Option<String>)> {
    Some((due.to_owned(), None))
}

fn done(due: &str, on: &str) -> Option<(String, Option<String>)> {
    Some((due.to_owned(), Some(on.to_owned())))
}

fn decides(kind: DecisionKind, outcome: YesNo, on: &str, criteria: &[&str]) -> Event {
    let criteria = criteria.iter().map(|key| Criterion::find(key).unwrap()).collect();
    let (reasons, decided_by) = (text("afgewogen"), who("De bestuurder"));
    let on = day(on);
    Event::Decided(Decision { kind, outcome, criteria, reasons, decided_by, on, consulted: None })
}

fn sets(deadline: Deadline, change: DeadlineChange, on: &str, until: Option<&str>) -> Event {
    let (on, until, reason) = (day(on), until.map(day), Some(text("politie vraagt uitstel")));
    Event::Deadline(DeadlineSet { deadline, change, on, until, reason })
}

fn sent(word: Word) -> Event {
    Event::MessageSent(MessageSent { item: [7; 32], word })
}

fn closed() -> Event {
    Event::Closed(Closed { outcome: Outcome::NotEstablished, reason: text("klaar") })
}

#[test]
fn a_fresh_report_starts_the_clocks_that_run_from_receipt() {
    let story = Story::new();
    let found: Vec<(String, Deadline)> = story
        .file()
        .due(&Terms::default())
        .iter()
        .map(|due| (due.due.iso(), due.deadline))
        .collect();
    let expected = [
        ("2026-11-23", Deadline::FirstSafety),
        ("2026-11-26", Deadline::ClientInform),
        ("2026-11-30", Deadline::Ack),
        ("2026-12-07", Deadline::NextAction),
        ("2027-01-04", Deadline::IgjDetermine),
        ("2027-02-23", Deadline::Feedback),
    ];
    let expected: Vec<_> = expected.map(|(day, deadline)| (day.to_owned(), deadline)).into();
    assert_eq!(found, expected);
}

#[test]
fn a_report_in_the_weekend_is_looked_at_on_the_first_working_day() {
    let mut story = Story::new();
    story.facts.day = day("2026-11-28");
    assert_eq!(days(&story, Deadline::FirstSafety), by("2026-11-30"));
}

#[test]
fn receipt_is_confirmed_by_the_first_message_with_or_without_an_entry() {
    let mut story = Story::new();
    story.says(1, "2026-11-25", sent(Word::Received));
    assert_eq!(days(&story, Deadline::Ack), done("2026-11-30", "2026-11-25"));
    let mut older = Story::new();
    older.facts.first_message = Some(day("2026-11-24"));
    assert_eq!(days(&older, Deadline::Ack), done("2026-11-30", "2026-11-24"));
}

#[test]
fn feedback_is_due_by_the_earlier_of_its_two_rules() {
    let mut story = Story::new();
    story.facts.day = day("2026-11-30");
    story.says(1, "2026-12-07", sent(Word::Received));
    assert_eq!(days(&story, Deadline::Feedback), by("2027-02-28"));
    story.says(1, "2027-03-02", sent(Word::Feedback));
    assert_eq!(days(&story, Deadline::Feedback), done("2027-02-28", "2027-03-02"));
    let file = story.file();
    assert_eq!(due(&file, Deadline::Feedback).unwrap().late_by(day("2027-06-01")), 2);
}

#[test]
fn a_sexual_behaviour_report_goes_to_the_inspectorate_within_three_working_days() {
    let mut story = Story::new();
    let igj = DecisionKind::Igj;
    assert_eq!(days(&story, Deadline::IgjReport), None);
    story.says(1, "2026-11-26", decides(igj, YesNo::Yes, "2026-11-26", &["igj_sexual"]));
    assert_eq!(days(&story, Deadline::IgjReport), by("2026-12-01"));
    assert_eq!(days(&story, Deadline::IgjDetermine), done("2027-01-04", "2026-11-26"));
    story.says(
        1,
        "2026-11-27",
        sets(Deadline::IgjReport, DeadlineChange::Done, "2026-11-27", None),
    );
    assert_eq!(days(&story, Deadline::IgjReport), done("2026-12-01", "2026-11-27"));
}

#[test]
fn a_decision_not_to_report_is_recorded_and_starts_no_clock() {
    let mut story = Story::new();
    story.says(1, "2026-11-26", decides(DecisionKind::Igj, YesNo::No, "2026-11-26", &["igj_none"]));
    let file = story.file();
    assert_eq!(file.decisions.len(), 1);
    assert!(
        file.decisions[0].what.outcome == YesNo::No && !file.decisions[0].what.reasons.is_blank()
    );
    assert_eq!(days(&story, Deadline::IgjReport), None);
    assert_eq!(days(&story, Deadline::IgjDetermine), done("2027-01-04", "2026-11-26"));
}

#[test]
fn a_dismissal_for_dysfunction_is_reported_within_three_working_days_of_the_notice() {
    let mut story = Story::new();
    let measure =
        decides(DecisionKind::Measure, YesNo::Yes, "2026-12-03", &["measure_igj_dismissal"]);
    story.says(1, "2026-12-03", measure);
    assert_eq!(days(&story, Deadline::IgjDismissal), by("2026-12-08"));
}

#[test]
fn the_report_of_the_investigation_is_due_as_the_inspectorates_mail_says() {
    let mut story = Story::new();
    let start = DeadlineChange::Started;
    story.says(1, "2026-12-01", sets(Deadline::IgjRapport, start, "2026-12-01", None));
    assert_eq!(days(&story, Deadline::IgjRapport), by("2027-01-26"));
    let mail = sets(Deadline::IgjRapport, start, "2026-12-01", Some("2027-01-15"));
    story.says(1, "2026-12-02", mail);
    assert_eq!(days(&story, Deadline::IgjRapport), by("2027-01-15"));
}

#[test]
fn a_report_between_colleagues_has_no_clock_of_the_inspectorate() {
    let mut story = Story::new();
    story.says(1, "2026-11-23", field("victim", &["staff"]));
    assert_eq!(days(&story, Deadline::IgjDetermine), None);
    assert_eq!(days(&story, Deadline::ClientInform), None);
    assert!(days(&story, Deadline::Ack).is_some());
}

#[test]
fn while_it_is_not_known_who_it_is_about_the_clock_of_the_inspectorate_runs() {
    let mut story = Story::new();
    (story.facts.victim, story.facts.actor) = (None, None);
    assert_eq!(days(&story, Deadline::IgjDetermine), by("2027-01-04"));
}

#[test]
fn silence_has_a_day_for_each_person_and_ends_when_it_is_lifted() {
    let silence = |of: &str, change, on: &str| {
        Event::Silence(Silence { of: pseudonym(of), change, on: day(on) })
    };
    let mut story = Story::new();
    story.says(1, "2026-11-23", silence("reporter-1", SilenceChange::Asked, "2026-12-07"));
    story.says(1, "2026-11-24", silence("witness-1", SilenceChange::Asked, "2026-12-01"));
    let open = |story: &Story| -> Vec<String> {
        let due = story.file().due(&Terms::default());
        let silence = due.iter().filter(|due| due.deadline == Deadline::SilenceReview);
        silence.map(|due| due.due.iso()).collect()
    };
    assert_eq!(open(&story), ["2026-12-01", "2026-12-07"]);
    story.says(2, "2026-11-30", silence("reporter-1", SilenceChange::Lifted, "2026-11-30"));
    assert_eq!(open(&story), ["2026-12-01"]);
}

#[test]
fn moving_a_date_keeps_the_reason_and_never_moves_a_rule_of_law() {
    let mut story = Story::new();
    let moved = DeadlineChange::Moved;
    story.says(1, "2026-11-24", sets(Deadline::Ack, moved, "2026-12-20", None));
    story.says(1, "2026-11-24", sets(Deadline::FirstSafety, moved, "2026-11-25", None));
    let file = story.file();
    let ack = due(&file, Deadline::Ack).unwrap();
    assert_eq!((ack.due.iso(), ack.moved), ("2026-11-30".to_owned(), Some(day("2026-12-20"))));
    assert!(ack.reason.unwrap().expose() == "politie vraagt uitstel");
    assert_eq!(due(&file, Deadline::FirstSafety).unwrap().due.iso(), "2026-11-25");
    story.says(1, "2026-11-25", sets(Deadline::Ack, moved, "2026-11-27", None));
    assert_eq!(days(&story, Deadline::Ack), by("2026-11-27"));
}

#[test]
fn safety_stays_open_while_somebody_says_that_not_everyone_is_safe() {
    let mut story = Story::new();
    story.says(1, "2026-11-23", Event::Safe(answered(YesNo::No)));
    assert_eq!(days(&story, Deadline::FirstSafety), by("2026-11-23"));
    story.says(1, "2026-11-24", Event::Safe(answered(YesNo::Yes)));
    assert_eq!(days(&story, Deadline::FirstSafety), done("2026-11-23", "2026-11-24"));
    story.says(1, "2026-11-26", Event::Safe(answered(YesNo::No)));
    assert_eq!(days(&story, Deadline::FirstSafety), by("2026-11-23"));
}

#[test]
fn the_next_step_is_never_more_than_a_fortnight_away() {
    let next = |on: &str| {
        let (on, what) = (day(on), text("bellen"));
        Event::NextStep(NextStep { on, lies_with: Holder::Officer, who: None, what })
    };
    let terms = Terms::default();
    let mut story = Story::new();
    assert_eq!(story.file().next_action(&terms), Some(day("2026-12-07")));
    story.says(1, "2026-12-01", Event::Note(text("gebeld")));
    assert_eq!(story.file().next_action(&terms), Some(day("2026-12-15")));
    story.says(1, "2026-12-01", next("2026-12-04"));
    assert_eq!(story.file().next_action(&terms), Some(day("2026-12-04")));
    story.says(1, "2026-12-02", next("2027-06-01"));
    assert_eq!(story.file().next_action(&terms), Some(day("2026-12-16")));
    story.says(1, "2026-12-16", closed());
    assert_eq!(story.file().next_action(&terms), None);
}

#[test]
fn a_closed_case_is_kept_as_long_as_its_outcome_asks() {
    let until = |outcome, measure: bool| {
        let mut story = Story::new();
        if measure {
            let warning =
                decides(DecisionKind::Measure, YesNo::Yes, "2026-12-01", &["measure_warning"]);
            story.says(1, "2026-12-01", warning);
        }
        story.says(1, "2026-12-31", Event::Closed(Closed { outcome, reason: text("klaar") }));
        days(&story, Deadline::Retention).unwrap().0
    };
    assert_eq!(until(Outcome::OutOfScope, false), "2027-06-30");
    assert_eq!(until(Outcome::Insufficient, false), "2027-06-30");
    assert_eq!(until(Outcome::NotEstablished, false), "2027-12-31");
    assert_eq!(until(Outcome::Mistreatment, true), "2028-12-31");
}

#[test]
fn aftercare_is_asked_again_also_after_closing() {
    let care = |done_on: Option<&str>| {
        Event::Aftercare(Aftercare {
            group: AftercareGroup::Client,
            owner: text("An"),
            first_care: None,
            follow_up: Some(day("2027-01-10")),
            expert_help: None,
            done_on: done_on.map(day),
        })
    };
    let mut story = Story::new();
    story.says(1, "2026-12-01", care(None));
    story.says(1, "2026-12-20", closed());
    assert_eq!(days(&story, Deadline::Aftercare), by("2027-01-10"));
    story.says(1, "2027-01-09", care(Some("2027-01-09")));
    assert_eq!(days(&story, Deadline::Aftercare), done("2027-01-10", "2027-01-09"));
}

#[test]
fn a_data_breach_and_a_request_for_access_have_their_clocks() {
    let mut story = Story::new();
    story.says(1, "2027-01-31", sets(Deadline::Dsar, DeadlineChange::Started, "2027-01-31", None));
    story.says(
        1,
        "2027-01-31",
        sets(Deadline::Breach, DeadlineChange::Started, "2027-01-29", None),
    );
    assert_eq!(days(&story, Deadline::Dsar), by("2027-02-28"));
    assert_eq!(days(&story, Deadline::Breach), by("2027-01-31"));
}

#[test]
fn the_calendar_asks_for_overviews() {
    let next = |deadline: Deadline, today| deadline.calendar_day(day(today)).unwrap().iso();
    assert_eq!(next(Deadline::Monitor, "2026-11-23"), "2027-01-31");
    assert_eq!(next(Deadline::Monitor, "2026-04-01"), "2026-04-30");
    assert_eq!(next(Deadline::Monitor, "2026-03-31"), "2026-04-30");
    assert_eq!(next(Deadline::Monitor, "2026-10-31"), "2026-10-31");
    assert_eq!(next(Deadline::Yearly, "2026-01-01"), "2026-12-31");
}

fn story_of(made: &[(usize, usize)]) -> Story {
    let mut story = Story::new();
    for (kind, seed) in made {
        let on = day(super::MONDAY).plus((seed % 60) as u16).iso();
        story.says((seed % 3) as u8, &on, event(*kind, *seed, "x"));
    }
    story
}

proptest! {
    #[test]
    fn every_open_case_has_a_next_date_and_it_is_near(
        made in prop::collection::vec((0..KINDS, 0usize..5000), 0..20),
    ) {
        let story = story_of(&made);
        let file = story.file();
        let next = file.next_action(&Terms::default());
        prop_assert_eq!(next.is_none(), file.is_closed());
        let listed = due(&file, Deadline::NextAction).map(|due| due.due);
        prop_assert_eq!(listed, next);
        let last = file.last_work.unwrap_or(file.report.day);
        prop_assert!(next.is_none_or(|next| next <= last.plus(14)));
    }

    #[test]
    fn no_deadline_is_later_than_its_rule(
        made in prop::collection::vec((0..KINDS, 0usize..5000), 0..20),
        shorter in prop::collection::vec(any::<u16>(), TERMS.len()),
    ) {
        let story = story_of(&made);
        let file = story.file();
        let line = |(term, number): (&&crate::desk::casework::terms::Term, &u16)| {
            format!("{} = {}\n", term.key, number % term.default + 1)
        };
        let lines: String = TERMS.iter().zip(&shorter).map(line).collect();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(crate::desk::casework::terms::TERMS_FILE);
        std::fs::write(path, format!("[deadlines]\n{lines}")).unwrap();
        let own = Terms::read(folder.path()).unwrap();
        for found in file.due(&Terms::default()) {
            let rule = found.deadline.rule();
            if rule.firmness == Firmness::Law {
                let last = rule.terms.iter().map(|term| term.unit.after(found.start, term.default));
                prop_assert!(found.due <= last.max().unwrap(), "{:?}", found.deadline);
            }
        }
        let sum = |terms: &Terms| file.due(terms).iter().map(|due| u64::from(due.due.number())).sum::<u64>();
        prop_assert!(sum(&own) <= sum(&Terms::default()));
    }
}
