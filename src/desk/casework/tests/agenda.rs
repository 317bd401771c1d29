use super::{Story, day, facts, text};
use crate::{
    core::{CaseId, Day, PublicNumber, Random},
    desk::casework::{
        Agenda, Event, Terms,
        agenda::{CaseTasks, When},
        choices::Holder,
        deadlines::Deadline,
        event::{NextStep, Who},
    },
};

fn tasks(number: u32, open: &[(Day, Deadline)]) -> CaseTasks {
    let mut case = [0; 16];
    case[..4].copy_from_slice(&number.to_be_bytes());
    CaseTasks {
        case: CaseId::from_bytes(case),
        number: PublicNumber::random(&Random::seeded(number.into())),
        is_new: number.is_multiple_of(2),
        received: day(super::MONDAY).plus((number % 7) as u16),
        holder: None,
        open: open.to_vec(),
    }
}

#[test]
fn today_lists_what_is_late_due_today_and_due_this_week_in_order() {
    let today = day(super::MONDAY);
    let cases = [
        tasks(1, &[(today.plus(3), Deadline::ClientInform), (today.plus(40), Deadline::Feedback)]),
        tasks(3, &[(day("2026-11-20"), Deadline::Ack), (today, Deadline::NextAction)]),
        tasks(5, &[(today.plus(6), Deadline::IgjReport), (today.plus(7), Deadline::Dsar)]),
    ];
    let agenda = Agenda::of(cases.iter(), today);
    let found: Vec<_> = agenda.tasks.iter().map(|it| (it.when, it.deadline, it.late_by)).collect();
    assert_eq!(
        found,
        [
            (When::Late, Deadline::Ack, 3),
            (When::Today, Deadline::NextAction, 0),
            (When::ThisWeek, Deadline::ClientInform, 0),
            (When::ThisWeek, Deadline::IgjReport, 0),
        ]
    );
    // The overviews of quarter and year come later too.
    assert_eq!(agenda.counts, [1, 1, 2, 4]);
    assert_eq!(agenda.count(When::Later), 4);
}

#[test]
fn the_overviews_are_listed_when_their_week_comes() {
    let none: [CaseTasks; 0] = [];
    for (date, deadline) in [("2026-12-31", Deadline::Yearly), ("2027-01-31", Deadline::Monitor)] {
        let agenda = Agenda::of(none.iter(), day(date));
        let found: Vec<_> = agenda.tasks.iter().map(|it| (it.when, it.deadline, it.case)).collect();
        assert_eq!(found, [(When::Today, deadline, None)]);
    }
}

#[test]
fn new_cases_stand_apart_the_oldest_first() {
    let cases: Vec<CaseTasks> = [2, 4, 5, 8].map(|number| tasks(number, &[])).into();
    let agenda = Agenda::of(cases.iter(), day(super::MONDAY));
    let days: Vec<Day> = agenda.new.iter().map(|(_, _, day)| *day).collect();
    assert_eq!(days.len(), 3);
    assert!(days.is_sorted());
}

#[test]
fn the_agenda_says_with_whom_the_next_step_lies() {
    let mut story = Story::new();
    assert!(story.file().tasks(&Terms::default()).is_new);
    let officer = super::officer(2);
    story.says(
        1,
        super::MONDAY,
        Event::NextStep(NextStep {
            on: day("2026-11-25"),
            lies_with: Holder::Officer,
            who: Some(Who { name: text("Bo"), officer: Some(officer) }),
            what: text("cliënt spreken"),
        }),
    );
    let tasks = story.file().tasks(&Terms::default());
    assert!(!tasks.is_new);
    let agenda = Agenda::of([tasks].iter(), day("2026-11-24"));
    let next = agenda.tasks.iter().find(|it| it.deadline == Deadline::NextAction).unwrap();
    assert_eq!((next.due, next.when), (day("2026-11-25"), When::ThisWeek));
    assert_eq!(next.holder, Some((Holder::Officer, Some(officer))));
    assert_eq!(next.case.unwrap().0, facts().case);
}

#[test]
fn ten_thousand_cases_are_all_counted() {
    let today = day(super::MONDAY);
    let due = |number: u32| today.plus((number % 14) as u16);
    let open = |number| [(due(number), Deadline::NextAction), (today.plus(90), Deadline::Feedback)];
    let cases: Vec<CaseTasks> = (0..10_000).map(|number| tasks(number, &open(number))).collect();
    let agenda = Agenda::of(cases.iter(), today);
    assert_eq!(agenda.new.len(), 5_000);
    assert_eq!(agenda.counts.iter().sum::<usize>(), 20_002);
    assert_eq!(agenda.tasks.len(), agenda.counts[..3].iter().sum::<usize>());
    assert!(agenda.tasks.is_sorted_by_key(|task| task.due));
}
