//! What the lists need of every case: days, keys and marks, nothing readable.
//!
//! The desk keeps it beside the casebook and brings it up to date after each change, so that ten
//! thousand cases are folded once and not at every page. Dropped when the desk locks.

use super::{
    Casebook,
    casebook::{Case, Waiting},
    casework::{Terms, agenda::CaseTasks, keeping::Keeping},
    dossier::Dossier,
};
use crate::core::{CaseId, Day, PublicNumber};
use std::collections::BTreeMap;

/// Every case, as the lists see it.
#[derive(Default)]
pub struct Shelf(BTreeMap<CaseId, Slip>);

/// One case, as the lists see it.
pub struct Slip {
    /// The case.
    pub case: CaseId,
    /// Its number and day; `None` when its report does not open.
    pub named: Option<(PublicNumber, Day)>,
    /// What is open in it.
    pub tasks: Option<CaseTasks>,
    /// What it waits for.
    pub waiting: Waiting,
    /// Whether it was closed.
    pub is_closed: bool,
    /// Whether it may be destroyed.
    pub keeping: Keeping,
    /// Whether its history has findings.
    pub has_findings: bool,
    /// Messages and entries that have not reached the server.
    pub unsent: usize,
    revision: u64,
}

impl Shelf {
    /// Looks at every case that has changed.
    pub fn refresh(&mut self, book: &Casebook, terms: &Terms) {
        book.iter().for_each(|case| self.refresh_case(case, terms));
    }

    /// Looks at one case.
    pub fn refresh_case(&mut self, case: &Case, terms: &Terms) {
        if self.0.get(&case.id).is_none_or(|slip| slip.revision != case.revision()) {
            self.0.insert(case.id, Slip::of(case, terms));
        }
    }

    /// Lets go of a case that was destroyed.
    pub fn forget(&mut self, id: CaseId) {
        self.0.remove(&id);
    }

    /// Every case, in no order that means anything.
    pub fn iter(&self) -> impl Iterator<Item = &Slip> {
        self.0.values()
    }

    /// Cases whose reporter has not heard anything yet, the oldest first.
    pub fn unanswered(&self) -> Vec<CaseId> {
        let waits = |slip: &&Slip| !slip.is_closed && slip.waiting == Waiting::FirstAnswer;
        let mut found: Vec<&Slip> = self.iter().filter(waits).collect();
        found.sort_by_key(|slip| (slip.named.map(|(_, day)| day), slip.case));
        found.into_iter().map(|slip| slip.case).collect()
    }

    /// The case with this number.
    pub fn find(&self, number: PublicNumber) -> Option<CaseId> {
        let mut all = self.iter();
        let named = all.find(|slip| slip.named.is_some_and(|(found, _)| found == number));
        named.map(|slip| slip.case)
    }

    /// The case with this id.
    pub fn get(&self, id: CaseId) -> Option<&Slip> {
        self.0.get(&id)
    }
}

impl Slip {
    fn of(case: &Case, terms: &Terms) -> Self {
        let dossier = Dossier::of(case);
        let file = dossier.as_ref().map(Dossier::file);
        Self {
            case: case.id,
            named: case.report().ok().map(|report| (report.number, report.day)),
            is_closed: file.as_ref().is_some_and(|file| file.is_closed()),
            keeping: file.as_ref().map_or(Keeping::Open, |file| file.keeping(terms)),
            tasks: file.map(|file| file.tasks(terms)),
            waiting: case.waiting(),
            unsent: unsent(case),
            has_findings: !case.history().findings().is_empty(),
            revision: case.revision(),
        }
    }
}

/// How many messages and entries of a case have not reached the server.
pub fn unsent(case: &Case) -> usize {
    case.unsent.len() + case.history().iter().filter(|(meta, _)| meta.is_unsent).count()
}
