//! How the checklists of a case stand, and the gate before the interviews.
//!
//! Pages show it. With possibly punishable conduct, or doubt about it, the interview items wait
//! until an officer records the consultation with the police; what somebody marked before that is
//! shown with a warning and never lost. No step waits for another (O1).
//!
//! Source: Leidraad p. 144, 153, 157; requirements O1, O12.

use super::{
    Keyed,
    checklist::{Condition, Gate, Item, Step},
    choices::{AftercareGroup, Mark, Outcome},
    event::{Event, Marked},
    file::CaseFile,
    register::Said,
    routing::{self, Advice, Discrimination},
    triage::{Actor, Punishable, Victim},
};
use crate::Texts;

/// Whether the interviews wait for the police.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PoliceGate {
    /// Nothing punishable is suspected.
    NotNeeded,
    /// First the police.
    Shut,
    /// The consultation is recorded.
    Open,
}

impl PoliceGate {
    /// For the officer: why the interviews wait; `None` when they do not.
    pub fn notice(self, texts: &Texts) -> Option<String> {
        (self == Self::Shut).then(|| texts.casework_gate_reason())
    }
}

/// One item of a checklist, as it stands in a case.
pub struct ItemState<'a> {
    /// The item.
    pub item: &'static Item,
    /// What was marked; several when officers marked it without knowing of each other.
    pub marks: Vec<Said<'a, Marked>>,
    /// Whether it waits for the police.
    pub is_shut: bool,
    /// Marks that were set before the consultation with the police was recorded.
    pub early: Vec<Said<'a, Marked>>,
}

impl ItemState<'_> {
    /// For the officer: that it waits for the police, or that it did not; `None` otherwise.
    pub fn warning(&self, texts: &Texts) -> Option<String> {
        if !self.early.is_empty() {
            Some(texts.casework_gate_early())
        } else {
            self.is_shut.then(|| texts.casework_gate_shut())
        }
    }

    /// Whether it is done, or not needed.
    pub fn is_settled(&self) -> bool {
        !self.marks.is_empty() && self.marks.iter().all(|said| said.what.mark != Mark::Open)
    }
}

impl<'a> CaseFile<'a> {
    /// Whether the interviews wait for the police. Doubt counts as yes, and one officer's doubt
    /// is enough.
    pub fn police_gate(&self) -> PoliceGate {
        if !self.is_possibly_punishable() {
            PoliceGate::NotNeeded
        } else if self.police.is_empty() {
            PoliceGate::Shut
        } else {
            PoliceGate::Open
        }
    }

    /// A checklist as it stands. Items that the case does not call for are left out, unless
    /// somebody marked them.
    pub fn checklist(&self, step: Step) -> Vec<ItemState<'a>> {
        let gate = self.police_gate();
        let state = |item: &'static Item| {
            let marks = self.marks(item).to_vec();
            let waits = item.gate == Gate::PoliceFirst && gate != PoliceGate::NotNeeded;
            let early = marks.iter().filter(|mark| waits && self.is_early(mark));
            let early = early.copied().collect();
            ItemState { item, marks, is_shut: waits && gate == PoliceGate::Shut, early }
        };
        let items = step.items().iter().map(state);
        items.filter(|it| !it.marks.is_empty() || self.calls_for(it.item.condition)).collect()
    }

    /// Whether a mark says that something was done of which the police knew nothing yet.
    fn is_early(&self, mark: &Said<'_, Marked>) -> bool {
        let knew = |contact: &Said<'_, _>| self.knowledge.knew(mark.by.id, contact.by.id);
        mark.what.mark == Mark::Done && !self.police.iter().any(knew)
    }

    fn is_possibly_punishable(&self) -> bool {
        self.punishable.any(|said| said.answer != Punishable::No)
    }

    fn calls_for(&self, condition: Condition) -> bool {
        let among = |victim, actors: &[Actor]| {
            self.is_discrimination()
                && self.victim().is_none_or(|found| found == victim)
                && self.actor().is_none_or(|found| actors.contains(&found))
        };
        match condition {
            Condition::Always => true,
            Condition::PossiblyPunishable => self.is_possibly_punishable(),
            Condition::Fatal => self.field("harm").any(|harm| harm == "fatal"),
            Condition::BoardOrMeldteam => {
                matches!(self.actor(), Some(Actor::Board | Actor::Meldteam))
            }
            Condition::WronglyAccused => self.is_wrongly_accused(),
            Condition::NotWronglyAccused => !self.is_wrongly_accused(),
            Condition::Discrimination => self.is_discrimination(),
            Condition::DiscriminationToClient => among(Victim::Client, WORKERS),
            Condition::DiscriminationByClient => {
                among(Victim::Staff, &[Actor::Client, Actor::Family])
            }
            Condition::DiscriminationAmongStaff => among(Victim::Staff, WORKERS),
        }
    }

    fn is_wrongly_accused(&self) -> bool {
        let wrongly = |event: &Event| match event {
            Event::Closed(closed) => closed.outcome == Outcome::WronglyAccused,
            _ => false,
        };
        let said = self.field("outcome").any(|key| key == Outcome::WronglyAccused.key());
        said || self.ending.any(wrongly)
            || self.aftercare.contains_key(&AftercareGroup::WronglyAccused)
    }

    /// Whom it happened to: as officers recorded it, or else as the report says.
    pub fn victim(&self) -> Option<Victim> {
        self.field("victim").last().map_or(self.report.victim, Victim::find)
    }

    /// Who did it: as officers recorded it, or else as the report says.
    pub fn actor(&self) -> Option<Actor> {
        self.field("actor").last().map_or(self.report.actor, Actor::find)
    }

    /// Whether it is about discrimination, perhaps beside other things.
    pub fn is_discrimination(&self) -> bool {
        let said = |kind: &str| kind == "discrimination";
        match self.fields.get("kinds") {
            Some(_) => self.field("kinds").any(said),
            None => self.report.kinds.iter().any(|kind| said(kind)),
        }
    }

    /// Where it should go; `None` as long as victim or actor is not known.
    pub fn advice(&self) -> Option<Advice> {
        let discrimination = match self.is_discrimination() {
            true => Discrimination::Reported,
            false => Discrimination::NotReported,
        };
        Some(routing::advise(self.victim()?, self.actor()?, discrimination))
    }
}

const WORKERS: &[Actor] = &[
    Actor::Staff,
    Actor::Manager,
    Actor::Volunteer,
    Actor::Reporter,
    Actor::Board,
    Actor::Meldteam,
];
