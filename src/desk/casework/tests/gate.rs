use super::{Story, answered, day, field, marked, text};
use crate::desk::casework::{
    Event, Keyed,
    checklist::{Condition, Gate, Step},
    choices::Mark,
    event::PoliceContact,
    judgement::PoliceStep,
    routing::IgjCheck,
    steps::PoliceGate,
    triage::{Punishable, Route},
};

fn consulted() -> Event {
    Event::Police(PoliceContact {
        step: PoliceStep::Consulted,
        with: text("wijkagent"),
        on: day("2026-11-24"),
        agreements: text("politie praat eerst"),
    })
}

fn punishable(answer: Punishable) -> Event {
    Event::Punishable(answered(answer))
}

/// Keys of the items that wait for the police.
fn shut(story: &Story) -> Vec<&'static str> {
    let file = story.file();
    let steps = Step::ALL.iter().flat_map(|step| file.checklist(*step));
    steps.filter(|it| it.is_shut).map(|it| it.item.key).collect()
}

#[test]
fn doubt_about_punishable_conduct_shuts_the_interviews_until_the_police_was_consulted() {
    for answer in [Punishable::Yes, Punishable::Doubt] {
        let mut story = Story::new();
        assert_eq!((story.file().police_gate(), shut(&story)), (PoliceGate::NotNeeded, vec![]));
        story.says(1, "2026-11-23", punishable(answer));
        assert_eq!(story.file().police_gate(), PoliceGate::Shut);
        let waiting = shut(&story);
        for key in ["client_what", "client_open", "hearing_both_sides", "hearing_heard"] {
            assert!(waiting.contains(&key), "{key}");
        }
        for key in ["client_confidant", "hearing_support", "measures_stop", "report_safe"] {
            assert!(!waiting.contains(&key), "{key}");
        }
        story.says(1, "2026-11-24", consulted());
        assert_eq!((story.file().police_gate(), shut(&story)), (PoliceGate::Open, vec![]));
    }
}

#[test]
fn what_is_not_punishable_waits_for_nobody() {
    let mut story = Story::new();
    story.says(1, "2026-11-23", punishable(Punishable::No));
    assert_eq!((story.file().police_gate(), shut(&story)), (PoliceGate::NotNeeded, vec![]));
}

#[test]
fn only_interview_items_of_steps_three_and_four_wait() {
    for step in Step::ALL {
        let waits = step.items().iter().any(|item| item.gate == Gate::PoliceFirst);
        assert_eq!(waits, matches!(step, Step::Client | Step::Hearing), "{step:?}");
    }
}

#[test]
fn one_officers_doubt_is_enough() {
    let mut story = Story::new();
    story.says_knowing(1, "2026-11-23", &[], punishable(Punishable::No));
    story.says_knowing(2, "2026-11-23", &[], punishable(Punishable::Doubt));
    assert_eq!(story.file().police_gate(), PoliceGate::Shut);
}

#[test]
fn a_tick_made_before_the_police_is_shown_with_a_warning_and_not_lost() {
    let nl = crate::Language::Nl.load();
    let early = |story: &Story| {
        let item = story.file().checklist(Step::Client).into_iter();
        let item = item.into_iter().find(|it| it.item.key == "client_what").unwrap();
        (item.marks.len(), item.early.len(), item.warning(&nl).is_some())
    };
    let mut story = Story::new();
    let tick = story.says(2, "2026-11-23", marked("client_what", Mark::Done));
    assert_eq!(early(&story), (1, 0, false), "nothing punishable is suspected yet");
    story.says_knowing(1, "2026-11-23", &[], punishable(Punishable::Doubt));
    assert_eq!(early(&story), (1, 1, true));
    story.says_knowing(1, "2026-11-24", &[tick], consulted());
    assert_eq!(early(&story), (1, 1, true), "it was still done before the consultation");
    story.says(2, "2026-11-25", marked("client_what", Mark::Done));
    assert_eq!(early(&story), (1, 0, false));
}

#[test]
fn no_step_locks_another() {
    let mut story = Story::new();
    story.says(1, "2026-11-23", marked("measures_stop", Mark::Done));
    let file = story.file();
    assert!(file.checklist(Step::Signal).iter().all(|it| !it.is_settled()));
    let measures = file.checklist(Step::Measures);
    assert!(measures.iter().any(|it| it.is_settled() && !it.is_shut));
    assert!(Step::ALL.iter().all(|step| file.checklist(*step).iter().all(|it| !it.is_shut)));
}

#[test]
fn items_with_a_condition_are_shown_when_the_case_calls_for_them() {
    let keys = |story: &Story, step: Step| -> Vec<&str> {
        story.file().checklist(step).iter().map(|it| it.item.key).collect()
    };
    let mut story = Story::new();
    assert!(!keys(&story, Step::Hearing).contains(&"hearing_chair"));
    story.says(1, "2026-11-23", field("harm", &["fatal"]));
    assert!(keys(&story, Step::Hearing).contains(&"hearing_chair"));
    assert!(!keys(&story, Step::Aftercare).contains(&"aftercare_rehabilitation"));
    assert!(keys(&story, Step::Aftercare).contains(&"aftercare_accused"));
    story.says(1, "2026-11-24", field("outcome", &["onterecht_aangewezen"]));
    assert!(keys(&story, Step::Aftercare).contains(&"aftercare_rehabilitation"));
    assert!(!keys(&story, Step::Aftercare).contains(&"aftercare_accused"));
    assert!(!keys(&story, Step::Hearing).contains(&"hearing_outside"));
    story.says(1, "2026-11-24", field("actor", &["meldteam"]));
    assert!(keys(&story, Step::Hearing).contains(&"hearing_outside"));
}

#[test]
fn an_item_that_was_ticked_stays_when_its_condition_no_longer_holds() {
    let mut story = Story::new();
    story.says(1, "2026-11-23", field("harm", &["fatal"]));
    story.says(1, "2026-11-23", marked("hearing_chair", Mark::Done));
    story.says(1, "2026-11-24", field("harm", &["serious"]));
    let items = story.file().checklist(Step::Hearing);
    assert!(items.iter().any(|it| it.item.key == "hearing_chair" && it.is_settled()));
}

#[test]
fn discrimination_by_a_colleague_gets_its_own_list_and_desks() {
    let mut story = Story::new();
    assert!(story.file().checklist(Step::Discrimination).is_empty());
    story.says(1, "2026-11-23", field("kinds", &["discrimination"]));
    story.says(1, "2026-11-23", field("victim", &["staff"]));
    let file = story.file();
    let keys: Vec<&str> =
        file.checklist(Step::Discrimination).iter().map(|it| it.item.key).collect();
    assert!(keys.contains(&"discrimination_hearing") && keys.contains(&"discrimination_believed"));
    assert!(!keys.contains(&"discrimination_norm") && !keys.contains(&"discrimination_to_client"));
    let advice = file.advice().unwrap();
    assert!(advice.routes.contains(&Route::DiscriminationDesks));
    assert_eq!(advice.igj, IgjCheck::NotNeeded);
}

#[test]
fn two_grounds_stay_two_grounds() {
    let mut story = Story::new();
    story.says(1, "2026-11-23", field("grounds", &["origin", "religion"]));
    assert_eq!(story.file().field("grounds").collect::<Vec<_>>(), ["origin", "religion"]);
}

#[test]
fn no_route_is_advised_before_victim_and_actor_are_known() {
    let mut story = Story::new();
    story.facts.actor = None;
    assert!(story.file().advice().is_none());
    story.says(1, "2026-11-23", field("actor", &["family"]));
    assert_eq!(story.file().advice().unwrap().routes, [Route::Meldcode]);
}

#[test]
fn every_item_can_come_to_be_shown() {
    let mut conditions: Vec<Condition> = Vec::new();
    for item in Step::ALL.iter().flat_map(|step| step.items()) {
        if !conditions.contains(&item.condition) {
            conditions.push(item.condition);
        }
    }
    assert_eq!(conditions.len(), 10, "{conditions:?}");
}
