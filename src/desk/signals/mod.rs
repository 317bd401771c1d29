//! Earlier signals: a search over all cases that this officer may read, for names, places and
//! words, with near matches.
//!
//! The desk brings [`Signals`] up to date after each round, shows at triage which other cases name
//! the same people, and answers its search page; the command line does the same. On disk it lies
//! sealed to this officer alone, and a case that is no longer in the casebook leaves it with the
//! next refresh.
//!
//! One way in: the words of a case (`gather`) → `concordance` → `sealed` on disk. One way out: a
//! question → folded `words` → [`Found`] cases, with the words that made them so.

mod concordance;
mod gather;
mod sealed;
mod words;

pub use concordance::{Found, Pair, Says};
pub use sealed::KeepSignalsError;
pub use words::Nearness;

use super::{
    Casebook, KeyRing,
    casebook::{Case, Refreshed},
};
use crate::core::CaseId;
use concordance::Concordance;
use std::{
    collections::{BTreeSet, HashMap},
    path::Path,
};

/// The most words that are looked for at one time.
const MAX_SOUGHT: usize = 40;

/// A name alone tells little where more than one case in so many has it …
const COMMON_ONE_IN: usize = 50;

/// … unless there are this few cases with it.
const ALWAYS_FEW: usize = 3;

/// The words of every case. Holds what people typed; no `Debug`.
#[derive(Default)]
pub struct Signals {
    known: Concordance,
    on_disk: OnDisk,
}

/// How what lies on disk stands to what is in memory.
#[derive(Default, PartialEq, Eq)]
enum OnDisk {
    /// It was not read.
    #[default]
    Unread,
    /// It is the same.
    Same,
    /// It is older.
    Older,
}

impl Signals {
    /// Reads what lies in the officer's folder, the first time; looks at every case that is new or
    /// has changed; lets go of those that are no longer there; and writes what has changed. When
    /// opening was stopped, the book is not whole, and nothing is let go of.
    ///
    /// # Errors
    /// [`KeepSignalsError`]: it was not written. The search works all the same, and the next refresh
    /// tries again.
    pub fn refresh(
        &mut self,
        (folder, ring): (&Path, &KeyRing),
        book: &Casebook,
        came: Refreshed,
    ) -> Result<(), KeepSignalsError> {
        if self.on_disk == OnDisk::Unread {
            self.known = sealed::read(folder, ring);
            self.on_disk = OnDisk::Same;
        }
        book.iter().for_each(|case| self.refresh_case(case));
        let is_there = |id| book.get(id).is_some_and(|case| case.report().is_ok());
        if came == Refreshed::Whole && self.known.retain(is_there) {
            self.on_disk = OnDisk::Older;
        }
        if self.on_disk == OnDisk::Older {
            self.known.tidy();
            sealed::write(folder, ring, &self.known)?;
            self.on_disk = OnDisk::Same;
        }
        Ok(())
    }

    /// Looks at one case, in memory.
    pub fn refresh_case(&mut self, case: &Case) {
        let Some(mark) = gather::mark(case) else { return };
        if self.known.mark(case.id) != Some(mark) {
            self.known.insert(case.id, mark, gather::gather(case));
            self.on_disk = OnDisk::Older;
        }
    }

    /// How many cases are known.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Cases with words like these, the one that says most first; none when there is no word.
    pub fn find(&self, typed: &str) -> Vec<Found> {
        let mut sought: Vec<String> = Vec::new();
        for word in words::words(typed) {
            if sought.len() < MAX_SOUGHT && !sought.contains(&word.folded) {
                sought.push(word.folded);
            }
        }
        self.known.find(&sought, sought.len())
    }

    /// Whether a case names anybody.
    pub fn names_somebody(&self, case: CaseId) -> bool {
        !self.known.words_of(case, |says| says == Says::Name).is_empty()
    }

    /// Other cases that name the same people as this one: two names, or one that few cases have.
    /// Places count along, and bring nothing by themselves.
    pub fn like(&self, case: CaseId) -> Vec<Found> {
        let mut names = self.known.words_of(case, |says| says == Says::Name);
        names.truncate(MAX_SOUGHT);
        let places = self.known.words_of(case, |says| says == Says::Place);
        let places = places.into_iter().filter(|place| !names.contains(place)).take(MAX_SOUGHT);
        let sought: Vec<String> = names.iter().cloned().chain(places).collect();
        let mut found = self.known.find(&sought, names.len());
        found.retain(|found| found.case != case);
        let few = ALWAYS_FEW.max(self.known.len() / COMMON_ONE_IN);
        let rare = rare(&found, few);
        let names: BTreeSet<String> = names.into_iter().collect();
        found.retain(|found| {
            let mut named = found.pairs.iter().filter(|pair| names.contains(&pair.sought));
            named.clone().any(|pair| rare.contains(&pair.sought)) || named.nth(1).is_some()
        });
        found
    }
}

/// The words that were looked for and found in this many cases at most.
fn rare(found: &[Found], few: usize) -> BTreeSet<String> {
    let mut spread: HashMap<&str, usize> = HashMap::new();
    for pair in found.iter().flat_map(|found| &found.pairs) {
        *spread.entry(&pair.sought).or_default() += 1;
    }
    let rare = spread.into_iter().filter(|(_, cases)| *cases <= few);
    rare.map(|(word, _)| word.to_owned()).collect()
}

#[cfg(test)]
mod tests;
