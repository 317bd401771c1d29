//! What becomes of cases at their end: this desk and the server brought to agree.
//!
//! After each round the desk tells the server from when each closed case may be destroyed, has those
//! destroyed that an officer ordered, and lets go of those that are. A server alone can make no desk
//! let go of a case: an officer's signed word must allow it, and what is recorded here must not
//! contradict. What cannot be known is said, not guessed.

use super::{
    Casebook, KeyRing, Workplace,
    casebook::Case,
    casework::{Terms, keeping::Keeping},
    dossier::Dossier,
    folder::FolderError,
    history::Signers,
    remote::{Remote, RemoteError},
    removal::Trace,
    shelf::Shelf,
    sync::SyncError,
};
use crate::core::{
    CaseId, Day, PublicNumber,
    release::{CaseEnding, MAX_ASKED, Release, ReleaseKind},
};
use std::collections::BTreeSet;

/// What a round about endings found.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Endings {
    /// Cases that were destroyed and of which nothing is left here, with their numbers.
    pub destroyed: Vec<(CaseId, String)>,
    /// Cases that the server destroyed against what is recorded here, or without an officer's word.
    /// They are kept here.
    pub against: Vec<CaseId>,
    /// Cases that the server no longer shows, without saying that they were destroyed.
    pub missing: Vec<CaseId>,
    /// Cases that are to be destroyed and that the server still has.
    pub waiting: Vec<CaseId>,
}

/// What such a round works on.
pub struct Table<'a> {
    /// The keys.
    pub ring: &'a KeyRing,
    /// The cases, opened.
    pub book: &'a mut Casebook,
    /// The lists.
    pub shelf: &'a mut Shelf,
    /// How long cases are kept here.
    pub terms: &'a Terms,
}

impl Workplace {
    /// Orders that a closed case is destroyed at once. The next round carries it out.
    ///
    /// # Errors
    /// [`FolderError`]: nothing was ordered.
    pub fn order_destruction(&self, ring: &KeyRing, case: CaseId) -> Result<(), FolderError> {
        let release = ring.sign_release(case, (ReleaseKind::Now, self.today()));
        self.drawer.order(case, &release)
    }

    /// Brings desk and server to agree.
    ///
    /// # Errors
    /// [`SyncError`]; what was done before it is done, and the next round goes on.
    pub fn settle_endings(&self, table: &mut Table) -> Result<Endings, SyncError> {
        let remote = self.remote.as_ref().ok_or(SyncError::NoServer)?;
        let mut endings = Endings::default();
        self.carry_out(remote, table.ring, &mut endings)?;
        let cases = self.drawer.cases()?;
        for asked in cases.chunks(MAX_ASKED) {
            let found = match remote.endings(table.ring, asked) {
                // A server of before there were endings: there is nothing to agree on.
                Err(RemoteError::UnknownCase) => return Ok(endings),
                found => found?.endings,
            };
            let known: BTreeSet<CaseId> = found.iter().map(|it| it.case).collect();
            endings.missing.extend(asked.iter().filter(|case| !known.contains(case)));
            for ending in found.iter().filter(|ending| asked.contains(&ending.case)) {
                self.settle_case(remote, table, (ending, &mut endings))?;
            }
        }
        Ok(endings)
    }

    /// Has those destroyed that an officer ordered.
    fn carry_out(
        &self,
        remote: &Remote,
        ring: &KeyRing,
        endings: &mut Endings,
    ) -> Result<(), SyncError> {
        for (case, release) in self.drawer.orders()? {
            match remote.destroy(ring, case, &release) {
                Ok(()) => {}
                Err(RemoteError::NotReleased | RemoteError::UnknownCase) => {
                    endings.waiting.push(case);
                }
                Err(error) => return Err(error.into()),
            }
            // One that came back with an older copy of the server's data has no folder here.
            if self.drawer.trace(case)?.is_some() && !endings.waiting.contains(&case) {
                self.drawer.forget_order(case)?;
            }
        }
        Ok(())
    }

    fn settle_case(
        &self,
        remote: &Remote,
        table: &mut Table,
        (ending, endings): (&CaseEnding, &mut Endings),
    ) -> Result<(), SyncError> {
        let case = ending.case;
        let keeping = table.keeping(case);
        let Some(day) = ending.destroyed_on else {
            return self.tell(remote, table.ring, (ending, keeping));
        };
        match ending.release.filter(|release| self.allows(table, (case, release), keeping)) {
            None => endings.against.push(case),
            Some(release) => {
                let number = table.book.get(case).and_then(number_of);
                self.remove_case(case, Trace { day, release })?;
                table.book.forget(case);
                table.shelf.forget(case);
                let number = number.map_or_else(|| case.to_string(), |it| it.to_string());
                endings.destroyed.push((case, number));
            }
        }
        Ok(())
    }

    /// Whether an officer's word allows that a case was destroyed, and nothing here contradicts it.
    fn allows(
        &self,
        table: &Table,
        (case, release): (CaseId, &Release),
        keeping: Option<Keeping>,
    ) -> bool {
        let team = self.drawer.team().unwrap_or_default();
        let is_said = Signers::of(table.ring, &team)
            .key(release.officer)
            .is_some_and(|key| release.is_of(case, &key));
        let fits = match (release.kind, keeping) {
            // Nothing is known here that speaks against it; perhaps the closing never came here.
            (ReleaseKind::Now, _) | (ReleaseKind::Closed, None | Some(Keeping::Open)) => true,
            (ReleaseKind::Closed, Some(keeping)) => {
                keeping.day().is_some_and(|until| until <= release.day)
            }
        };
        is_said && fits && release.day <= self.today().plus(1)
    }

    /// Tells the server from when it may destroy a case, when it knows otherwise.
    fn tell(
        &self,
        remote: &Remote,
        ring: &KeyRing,
        (ending, keeping): (&CaseEnding, Option<Keeping>),
    ) -> Result<(), SyncError> {
        let (case, known) = (ending.case, ending.release.map(|release| release.day));
        let said = |day: Day| ring.sign_release(case, (ReleaseKind::Closed, day));
        let told = match keeping {
            None => return Ok(()),
            Some(Keeping::Reopened | Keeping::Held) if known.is_some() => remote.reopen(ring, case),
            Some(Keeping::Until(day)) if known != Some(day) => remote.close(ring, case, &said(day)),
            Some(Keeping::Counted(day)) if known.is_none() => remote.close(ring, case, &said(day)),
            Some(_) => return Ok(()),
        };
        match told {
            // Destroyed just now, or no longer for this officer: the next round sees it.
            Err(RemoteError::UnknownCase) => Ok(()),
            other => Ok(other?),
        }
    }
}

impl Table<'_> {
    /// How long a case is kept; `None` when it does not open.
    fn keeping(&self, case: CaseId) -> Option<Keeping> {
        let dossier = Dossier::of(self.book.get(case)?)?;
        let file = dossier.file();
        Some(file.keeping(self.terms))
    }
}

fn number_of(case: &Case) -> Option<PublicNumber> {
    case.report().ok().map(|report| report.number)
}
