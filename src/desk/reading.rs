//! Opening what is new in the drawer, on all cores.
//!
//! The casebook calls it. Each case is read by one thread, whole or not at all, so that stopping
//! does no harm; nothing is kept here.

use super::{
    Drawer, KeyRing,
    casebook::{CaseItem, Placed, Refreshed, Shut},
    drawer::Place,
    folder::FolderError,
    history::{CheckedEntry, Signers},
};
use crate::core::{CaseId, SealedItem, opening::Opened, sealed_hash};
use std::{
    num::NonZero,
    ops::ControlFlow,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
};

/// Is told how many cases of how many are done; says whether to go on. Called from several threads.
pub type Progress<'a> = dyn Fn(usize, usize) -> ControlFlow<()> + Sync + 'a;

/// Whether the casebook has what lies at a place of a case.
pub type IsKnown<'a> = dyn Fn(CaseId, &Place) -> bool + Sync + 'a;

/// An item, opened: for its place, and for the history when it is an entry.
pub struct Read {
    pub placed: Placed,
    pub entry: Option<CheckedEntry>,
}

type ReadCase = (CaseId, Vec<(Place, Read)>);

/// Opens every item that is not known yet.
///
/// # Errors
/// [`FolderError`] when the drawer cannot be read.
pub fn read_new(
    drawer: &Drawer,
    keys: (&KeyRing, &Signers),
    is_known: &IsKnown<'_>,
    progress: &Progress<'_>,
) -> Result<(Vec<ReadCase>, Refreshed), FolderError> {
    let cases = drawer.cases()?;
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let stopped = AtomicBool::new(false);
    let found = Mutex::new(Ok(Vec::new()));
    let work = || {
        while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            if stopped.load(Ordering::Relaxed) {
                break;
            }
            let read = read_case(drawer, keys, *case, is_known);
            let failed = read.is_err();
            put(&found, read);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            if failed || progress(done, cases.len()).is_break() {
                stopped.store(true, Ordering::Relaxed);
            }
        }
    };
    // One core reads here, the others beside it; more threads than cores would only take turns.
    let others =
        thread::available_parallelism().map_or(1, NonZero::get).min(cases.len()).saturating_sub(1);
    thread::scope(|scope| {
        (0..others).for_each(|_| drop(scope.spawn(work)));
        work();
    });
    let whole = done.into_inner() == cases.len();
    let refreshed = if whole { Refreshed::Whole } else { Refreshed::Stopped };
    let found = found.into_inner().unwrap_or_else(PoisonError::into_inner)?;
    Ok((found, refreshed))
}

/// Keeps what was found, or the first thing that went wrong.
fn put(found: &Mutex<Result<Vec<ReadCase>, FolderError>>, read: Result<ReadCase, FolderError>) {
    let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
    match (&mut *found, read) {
        (Ok(all), Ok(case)) if !case.1.is_empty() => all.push(case),
        (Ok(_), Err(error)) => *found = Err(error),
        _ => {}
    }
}

fn read_case(
    drawer: &Drawer,
    keys: (&KeyRing, &Signers),
    case: CaseId,
    is_known: &IsKnown<'_>,
) -> Result<ReadCase, FolderError> {
    let mut items = Vec::new();
    for place in drawer.places(case)? {
        if !is_known(case, &place) {
            let item = drawer.get(case, place)?;
            items.push((place, opened(keys, case, place, item.as_ref())));
        }
    }
    Ok((case, items))
}

/// Opens one item.
pub fn opened(
    (ring, signers): (&KeyRing, &Signers),
    case: CaseId,
    place: Place,
    item: Option<&SealedItem>,
) -> Read {
    let mut entry = None;
    let opened = match item.map(|item| ring.open(case, item)) {
        None => CaseItem::Shut(Shut::File),
        Some(Ok(Opened::Report(report))) if place.sequence == 0 => CaseItem::Report(report),
        Some(Ok(Opened::Report(_))) => CaseItem::Shut(Shut::Misplaced),
        Some(Ok(_)) if place.sequence == 0 => CaseItem::Shut(Shut::Misplaced),
        Some(Ok(Opened::Addition(addition))) => CaseItem::Addition(addition),
        Some(Ok(Opened::Message(message))) => CaseItem::Message(message),
        Some(Ok(Opened::Entry(opened))) => {
            entry = Some(CheckedEntry::new(opened, signers));
            CaseItem::Entry
        }
        Some(Err(error)) => CaseItem::Shut(Shut::Failed(error)),
    };
    Read { placed: Placed { kind: place.kind, hash: item.map(sealed_hash), item: opened }, entry }
}
