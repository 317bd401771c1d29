//! Casework as stories: what officers do, and what the case then says.
//!
//! [`Story`] writes entries as desks would, with who knew of what; [`event`] makes one of every
//! kind for the properties.

mod agenda;
mod clock;
mod closing;
mod fold;
mod gate;
mod keys;
mod wire;

use super::{
    CaseFile, Entry, Event, Keyed, ReportFacts, Stamp,
    case_fields::{CaseField, FIELDS, FieldKind},
    checklist::{Item, Step},
    criteria::CRITERIA,
    event::{
        Aftercare, Answered, Assessment, Causes, Closed, Conflict, Correction, DeadlineSet,
        Decision, Fact, FieldSet, Marked, MessageSent, NextStep, Person, PoliceContact, Silence,
        Who,
    },
    persons::Pseudonym,
    stamp::EntryId,
    triage::{Actor, Victim},
};
use crate::{
    Language,
    core::{CaseId, Day, OfficerId, Plaintext, PublicNumber, Random, thread::Status},
};

/// A Monday.
const MONDAY: &str = "2026-11-23";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Noon of a day, as an entry has it.
fn noon(day: Day) -> i64 {
    i64::from(day.number()) * 86_400 + 43_200
}

pub(in crate::desk) fn text(text: &str) -> Plaintext {
    text.into()
}

fn officer(number: u8) -> OfficerId {
    OfficerId::from_bytes([number; 16])
}

fn id(number: usize) -> EntryId {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&(number as u64).to_be_bytes());
    EntryId::from_bytes(bytes)
}

/// A report by a colleague about a carer and a client, that came in on [`MONDAY`].
fn facts() -> ReportFacts {
    ReportFacts {
        case: CaseId::from_bytes([1; 16]),
        number: PublicNumber::random(&Random::seeded(1)),
        day: day(MONDAY),
        language: Language::Nl,
        victim: Some(Victim::Client),
        actor: Some(Actor::Staff),
        kinds: vec!["sexual"],
        first_message: None,
        last_addition: None,
    }
}

/// A case as its officers work on it.
pub(in crate::desk) struct Story {
    facts: ReportFacts,
    entries: Vec<Entry>,
}

impl Story {
    pub(in crate::desk) fn new() -> Self {
        Self { facts: facts(), entries: Vec::new() }
    }

    /// An officer says something, knowing all that was said before.
    pub(in crate::desk) fn says(&mut self, who: u8, on: &str, event: Event) -> EntryId {
        let parents: Vec<EntryId> = self.entries.iter().map(|entry| entry.stamp.id).collect();
        self.says_knowing(who, on, &parents, event)
    }

    /// An officer says something, knowing these entries and what they knew.
    fn says_knowing(&mut self, who: u8, on: &str, knows: &[EntryId], event: Event) -> EntryId {
        let id = id(self.entries.len() + 1);
        let stamp = Stamp {
            id,
            officer: officer(who),
            at_seconds: noon(day(on)) + self.entries.len() as i64,
            parents: knows.to_vec(),
        };
        self.entries.push(Entry { stamp, event: Some(event) });
        id
    }

    pub(in crate::desk) fn file(&self) -> CaseFile<'_> {
        CaseFile::fold(&self.facts, &self.entries)
    }
}

pub(in crate::desk) fn answered<T>(answer: T) -> Answered<T> {
    Answered { answer, note: None }
}

pub(in crate::desk) fn marked(key: &str, mark: super::choices::Mark) -> Event {
    Event::Marked(Marked { item: Item::find(key).unwrap(), mark, note: None })
}

pub(in crate::desk) fn who(name: &str) -> Who {
    Who { name: text(name), officer: None }
}

pub(in crate::desk) fn field(key: &str, values: &[&str]) -> Event {
    let values = values.iter().map(|value| text(value)).collect();
    Event::Field(FieldSet { field: CaseField::find(key).unwrap(), values })
}

pub(in crate::desk) fn pseudonym(text: &str) -> Pseudonym {
    text.parse().unwrap()
}

/// How many kinds of [`event`] there are.
const KINDS: usize = 25;

fn pick<K: Keyed>(seed: usize) -> K {
    K::ALL[seed % K::ALL.len()]
}

fn pick_item(seed: usize) -> &'static Item {
    let items: Vec<&Item> = Step::ALL.iter().flat_map(|step| step.items()).collect();
    items[seed % items.len()]
}

fn pick_day(seed: usize) -> Day {
    day(MONDAY).plus((seed % 200) as u16)
}

fn pick_who(seed: usize, said: &str) -> Who {
    let officer = seed.is_multiple_of(2).then(|| officer((seed % 5) as u8));
    Who { name: text(said), officer }
}

fn pick_pseudonym(seed: usize) -> Pseudonym {
    Pseudonym { role: pick(seed), place: (seed % 30) as u16 + 1 }
}

fn pick_field(seed: usize, said: &str) -> FieldSet {
    let field = &FIELDS[seed % FIELDS.len()];
    let choices = field.choices();
    let values = match field.kind {
        FieldKind::Day => vec![text(&pick_day(seed).iso())],
        _ if choices.is_empty() => vec![text(said)],
        _ if field.is_many() => choices.iter().take(seed % 4).map(|(key, _)| text(key)).collect(),
        _ => vec![text(choices[seed % choices.len()].0)],
    };
    FieldSet { field, values }
}

/// An event of each kind, from a seed and something typed.
fn event(kind: usize, seed: usize, said: &str) -> Event {
    let note = seed.is_multiple_of(3).then(|| text(said));
    match kind % KINDS {
        0 => Event::Marked(Marked { item: pick_item(seed), mark: pick(seed), note }),
        1 => Event::Safe(Answered { answer: pick(seed), note }),
        2 => Event::Punishable(Answered { answer: pick(seed), note }),
        3 => Event::Routed(Answered { answer: pick(seed), note }),
        4 => Event::Whistleblower(Answered { answer: pick(seed), note }),
        5 => Event::Conflict(Conflict { kind: pick(seed), stance: pick(seed / 7), note }),
        6 => Event::Field(pick_field(seed, said)),
        7 => Event::Person(Person {
            pseudonym: pick_pseudonym(seed),
            name: Some(text(said)),
            function: note,
            contact: None,
        }),
        8 => Event::Police(PoliceContact {
            step: pick(seed),
            with: text(said),
            on: pick_day(seed),
            agreements: text(said),
        }),
        10 => Event::Deadline(DeadlineSet {
            deadline: pick(seed),
            change: pick(seed / 16),
            on: pick_day(seed),
            until: seed.is_multiple_of(2).then(|| pick_day(seed / 3)),
            reason: note,
        }),
        11 => Event::NextStep(NextStep {
            on: pick_day(seed),
            lies_with: pick(seed),
            who: seed.is_multiple_of(2).then(|| pick_who(seed / 2, said)),
            what: text(said),
        }),
        12 => Event::Silence(Silence {
            of: pick_pseudonym(seed),
            change: pick(seed / 2),
            on: pick_day(seed),
        }),
        13 => Event::MessageSent(MessageSent { item: [seed as u8; 32], word: pick(seed) }),
        14 => Event::NoWord(text(said)),
        15 => Event::Note(text(said)),
        16 => Event::Status(Status::ALL[seed % Status::ALL.len()]),
        17 => Event::Closed(Closed { outcome: pick(seed), reason: text(said) }),
        18 => Event::Reopened(text(said)),
        19 => Event::Audit(pick(seed)),
        20 => Event::Correction(Correction {
            of: id(seed % 24 + 1),
            why: text(said),
            instead: seed.is_multiple_of(2).then(|| Box::new(event(seed % 20, seed / 2, said))),
        }),
        kind => long_event(kind, seed, said),
    }
}

fn long_event(kind: usize, seed: usize, said: &str) -> Event {
    let note = seed.is_multiple_of(3).then(|| text(said));
    match kind {
        9 => Event::Causes(Causes {
            person: note,
            team: None,
            organisation: Some(text(said)),
            method: pick(seed),
        }),
        21 => Event::Fact(Fact {
            when: text(said),
            who: seed.is_multiple_of(2).then(|| pick_pseudonym(seed)),
            words: text(said),
            source: pick(seed),
            about: (0..seed % 4).map(pick_pseudonym).collect(),
            interpretation: note,
        }),
        22 => Event::Decided(Decision {
            kind: pick(seed),
            outcome: pick(seed / 5),
            criteria: CRITERIA.iter().skip(seed % CRITERIA.len()).take(seed % 4).collect(),
            reasons: text(said),
            decided_by: pick_who(seed, said),
            on: pick_day(seed),
            consulted: note,
        }),
        23 => Event::Assessed(Assessment {
            nature: super::judgement::Nature::ALL[..seed % 5].to_vec(),
            seriousness: pick(seed),
            risk: pick(seed / 4),
            why: text(said),
            investigator: pick_who(seed, said),
            assessor: pick_who(seed + 1, said),
        }),
        _ => Event::Aftercare(Aftercare {
            group: pick(seed),
            owner: text(said),
            first_care: note,
            follow_up: seed.is_multiple_of(2).then(|| pick_day(seed)),
            expert_help: None,
            done_on: seed.is_multiple_of(5).then(|| pick_day(seed / 5)),
        }),
    }
}
