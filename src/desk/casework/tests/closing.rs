use super::{Story, answered, day, text, who};
use crate::{
    Language,
    desk::casework::{
        Event, Terms,
        choices::{DeadlineChange, Outcome, Word},
        closing::{Hindrance, Section},
        deadlines::Deadline,
        event::{Assessment, Closed, DeadlineSet, MessageSent, Who},
        judgement::{Nature, Risk, Seriousness},
        triage::YesNo,
    },
};

fn assessed(investigator: Who, assessor: Who) -> Event {
    Event::Assessed(Assessment {
        nature: vec![Nature::Boundary],
        seriousness: Seriousness::Moderate,
        risk: Risk::Low,
        why: text("gesprek en dossier"),
        investigator,
        assessor,
    })
}

fn sent(word: Word) -> Event {
    Event::MessageSent(MessageSent { item: [7; 32], word })
}

fn settles(deadline: Deadline) -> Event {
    let (on, change) = (day("2026-11-25"), DeadlineChange::Done);
    Event::Deadline(DeadlineSet { deadline, change, on, until: None, reason: None })
}

fn keeps(story: &Story) -> Vec<String> {
    let nl = Language::Nl.load();
    let found = story.file().what_keeps_it_open(&Terms::default());
    found.into_iter().map(|it| it.sentence(&nl)).collect()
}

fn has(story: &Story, part: &str) -> bool {
    keeps(story).iter().any(|sentence| sentence.contains(part))
}

/// A case with everything that closing asks for.
fn ready() -> Story {
    let mut story = Story::new();
    story.says(1, "2026-11-23", Event::Safe(answered(YesNo::Yes)));
    story.says(1, "2026-11-24", sent(Word::Received));
    story.says(1, "2026-11-25", settles(Deadline::ClientInform));
    story.says(1, "2026-11-25", settles(Deadline::IgjDetermine));
    story.says(1, "2026-11-26", assessed(who("An"), who("Bo")));
    story.says(1, "2026-11-27", sent(Word::Feedback));
    story
}

#[test]
fn a_fresh_case_says_everything_that_closing_asks_for() {
    let story = Story::new();
    let file = story.file();
    let found = file.what_keeps_it_open(&Terms::default());
    assert!(matches!(found.first(), Some(Hindrance::NoAssessment)));
    assert!(matches!(found.last(), Some(Hindrance::NoOutcome)));
    assert!(has(&story, "terugkoppeling") && has(&story, "Ontvangst bevestigen"));
    assert!(!file.can_be_closed(&Terms::default()));
}

#[test]
fn a_case_with_assessment_word_and_settled_deadlines_can_be_closed() {
    let mut story = ready();
    assert_eq!(keeps(&story).len(), 1, "{:?}", keeps(&story));
    assert!(story.file().can_be_closed(&Terms::default()));
    let outcome = Outcome::Boundary;
    story.says(1, "2026-11-27", Event::Closed(Closed { outcome, reason: text("afgerond") }));
    let file = story.file();
    assert!(file.is_closed() && file.what_keeps_it_open(&Terms::default()).is_empty());
    assert_eq!(file.closed_on(), Some(day("2026-11-27")));
}

#[test]
fn whoever_investigated_does_not_assess() {
    let officer =
        |name: &str, number| Who { name: text(name), officer: Some(super::officer(number)) };
    for (investigator, assessor) in [
        (who("An de Vries"), who("an  de vries")),
        (officer("An", 1), officer("A. de Vries", 1)),
        (officer("An", 1), who("AN")),
    ] {
        let mut story = ready();
        story.says(1, "2026-11-28", assessed(investigator, assessor));
        assert!(has(&story, "dezelfde persoon"));
    }
    let mut story = ready();
    story.says(1, "2026-11-28", assessed(officer("An", 1), officer("Bo", 2)));
    assert!(story.file().can_be_closed(&Terms::default()));
}

#[test]
fn without_a_word_to_the_reporter_a_case_stays_open_unless_the_reason_is_recorded() {
    let mut story = Story::new();
    story.says(1, "2026-11-24", sent(Word::Received));
    story.says(1, "2026-11-24", sent(Word::Question));
    assert!(has(&story, "terugkoppeling"));
    story.says(1, "2026-11-25", Event::NoWord(text("de melder is overleden")));
    assert!(!has(&story, "terugkoppeling"));
}

#[test]
fn an_open_deadline_keeps_the_case_open_and_says_where_to_settle_it() {
    let mut story = ready();
    let (on, change) = (day("2026-11-26"), DeadlineChange::Started);
    let deadline = Deadline::IgjDismissal;
    let told = DeadlineSet { deadline, change, on, until: None, reason: None };
    story.says(1, "2026-11-26", Event::Deadline(told));
    let found = story.file().what_keeps_it_open(&Terms::default());
    assert!(matches!(found[..], [Hindrance::Open(Deadline::IgjDismissal), Hindrance::NoOutcome]));
    assert_eq!(found[0].section(), Section::Deadlines);
}

#[test]
fn a_case_that_is_not_safe_stays_open() {
    let mut story = ready();
    story.says(2, "2026-11-28", Event::Safe(answered(YesNo::No)));
    assert!(has(&story, "niet iedereen veilig"));
}

#[test]
fn two_assessments_at_the_same_time_are_settled_first() {
    let mut story = ready();
    let before = story.entries.last().unwrap().stamp.id;
    let knows: Vec<_> = story.entries.iter().map(|entry| entry.stamp.id).collect();
    assert!(knows.contains(&before));
    story.says_knowing(1, "2026-11-28", &knows, assessed(who("An"), who("Cas")));
    story.says_knowing(2, "2026-11-28", &knows, assessed(who("An"), who("Dia")));
    assert!(has(&story, "twee verschillende beoordelingen"));
    story.says(1, "2026-11-29", assessed(who("An"), who("Cas")));
    assert!(story.file().can_be_closed(&Terms::default()));
}

#[test]
fn an_assessment_without_nature_or_reasons_does_not_close_a_case() {
    let mut story = ready();
    story.says(
        1,
        "2026-11-28",
        Event::Assessed(Assessment {
            nature: Vec::new(),
            seriousness: Seriousness::Slight,
            risk: Risk::Low,
            why: text(" "),
            investigator: who("An"),
            assessor: who("Bo"),
        }),
    );
    assert!(has(&story, "aard van het gedrag") && has(&story, "waarom u dit vindt"));
}

#[test]
fn a_reopened_case_is_open_again_with_all_that_was_recorded() {
    let mut story = ready();
    let closed = Closed { outcome: Outcome::Boundary, reason: text("afgerond") };
    story.says(1, "2026-11-27", Event::Closed(closed));
    story.says(2, "2026-12-01", Event::Reopened(text("nieuw signaal")));
    let file = story.file();
    assert!(!file.is_closed() && file.assessment.is_set());
    assert!(matches!(file.what_keeps_it_open(&Terms::default())[..], [Hindrance::NoOutcome]));
}
