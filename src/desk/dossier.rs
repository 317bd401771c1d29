//! One case, read for a page or a command: what casework needs of its report, and its entries.
//!
//! Made for one showing and dropped. Entries that do not count are left to the history's findings;
//! nothing here decides anything.

use super::{
    casebook::Case,
    casework::{CaseFile, Entry, ReportFacts, Stamp},
};

/// One case, ready to be folded. No `Debug`.
pub struct Dossier {
    facts: ReportFacts,
    entries: Vec<Entry>,
}

impl Dossier {
    /// Of a case; `None` when its report does not open.
    pub fn of(case: &Case) -> Option<Self> {
        let history = case.history();
        let entries = history.iter().map(|(meta, body)| {
            let parents = history.known_before(meta.hash);
            let (id, officer, at_seconds) = (meta.id, meta.officer, meta.at_seconds);
            Entry::read(Stamp { id, officer, at_seconds, parents }, body)
        });
        Some(Self { facts: ReportFacts::of(case)?, entries: entries.collect() })
    }

    /// What all of it says together.
    pub fn file(&self) -> CaseFile<'_> {
        CaseFile::fold(&self.facts, &self.entries)
    }
}
