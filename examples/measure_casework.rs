//! Measures casework on this machine: reading and folding the entries of many cases, and drawing
//! up today. `cargo run --release --no-default-features --features officer --example
//! measure_casework`; it writes nothing.

use std::time::Instant;
use veilig_melden::{
    Language,
    core::{CaseId, Day, OfficerId, PublicNumber, Random},
    desk::casework::{
        Agenda, CaseFile, Entry, EntryId, Event, Keyed, ReportFacts, Stamp, Terms,
        checklist::{Item, Step},
        choices::Mark,
        event::{Answered, Marked},
        triage::{Actor, Punishable, Victim, YesNo},
    },
};

/// Entries of one case.
const ENTRIES: usize = 20;

fn main() {
    println!("cases   read and fold   today   lines");
    for cases in [2_500, 5_000, 10_000, 20_000] {
        measure(cases);
    }
}

fn measure(cases: usize) {
    let random = Random::seeded(1);
    let today = Day::from_number(20_780);
    let facts: Vec<ReportFacts> = (0..cases).map(|number| facts(&random, number)).collect();
    let bodies: Vec<_> = (0..ENTRIES).map(|place| event(place).encode()).collect();
    let start = Instant::now();
    let mut tasks = Vec::with_capacity(cases);
    for facts in &facts {
        let entry = |(place, body): (usize, &[u8])| Entry::read(stamp(facts.day, place), body);
        let entries: Vec<Entry> =
            bodies.iter().map(|body| body.as_slice()).enumerate().map(entry).collect();
        tasks.push(CaseFile::fold(facts, &entries).tasks(&Terms::default()));
    }
    let folded = start.elapsed();
    let start = Instant::now();
    let agenda = Agenda::of(tasks.iter(), today);
    let drawn = start.elapsed();
    let (folded, drawn) = (folded.as_millis(), drawn.as_millis());
    println!("{cases:>5}   {folded:>10} ms   {drawn:>2} ms   {:>5}", agenda.tasks.len());
}

fn facts(random: &Random, number: usize) -> ReportFacts {
    let days = u16::try_from(number % 60).unwrap_or_default();
    ReportFacts {
        case: CaseId::random(random),
        number: PublicNumber::random(random),
        day: Day::from_number(20_720 + days),
        language: Language::Nl,
        victim: Some(Victim::Client),
        actor: Some(Actor::Staff),
        kinds: vec!["sexual"],
        first_message: None,
        last_addition: None,
    }
}

fn stamp(day: Day, place: usize) -> Stamp {
    let id = |place: usize| EntryId::from_bytes((place as u128).to_be_bytes());
    Stamp {
        id: id(place),
        officer: OfficerId::from_bytes([1; 16]),
        at_seconds: i64::from(day.number()) * 86_400 + place as i64 * 3_600,
        parents: place.checked_sub(1).map(id).into_iter().collect(),
    }
}

fn event(place: usize) -> Event {
    let items: Vec<&'static Item> = Step::ALL.iter().flat_map(|step| step.items()).collect();
    let note = || Some("gebeld met de afdeling, afspraak gemaakt voor donderdag".into());
    match place % 4 {
        0 => Event::Safe(Answered { answer: YesNo::Yes, note: note() }),
        1 => Event::Punishable(Answered { answer: Punishable::Doubt, note: note() }),
        _ => Event::Marked(Marked { item: items[place], mark: Mark::Done, note: note() }),
    }
}
