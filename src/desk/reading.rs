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
use crate::core::{
    CaseId, ItemHash, ItemKind, SealedItem,
    handover::ItemKey,
    opening::{OpenError, Opened},
    sealed_hash,
};
use std::{
    collections::BTreeMap,
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
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Knowledge {
    /// It has not.
    New,
    /// It lies there, sealed to others: a handover may hold its key.
    Shut,
    /// It has.
    Known,
}

/// What the casebook has of a place of a case.
pub type Known<'a> = dyn Fn(CaseId, &Place) -> Knowledge + Sync + 'a;

/// Keys of items that came in handovers.
pub type ItemKeys = BTreeMap<ItemHash, ItemKey>;

/// An item, opened: for its place, and for the history when it is an entry.
pub struct Read {
    pub placed: Placed,
    pub entry: Option<CheckedEntry>,
    /// Keys of other items.
    pub keys: ItemKeys,
}

type ReadCase = (CaseId, Vec<(Place, Read)>);

/// Opens every item that is not known yet.
///
/// # Errors
/// [`FolderError`] when the drawer cannot be read.
pub fn read_new(
    drawer: &Drawer,
    keys: (&KeyRing, &Signers),
    known: &Known<'_>,
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
            let read = read_case(drawer, keys, *case, known);
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

/// Opens every item of one case.
///
/// # Errors
/// [`FolderError`] when the drawer cannot be read.
pub fn read_one(
    drawer: &Drawer,
    keys: (&KeyRing, &Signers),
    case: CaseId,
) -> Result<Vec<(Place, Read)>, FolderError> {
    if !drawer.cases()?.contains(&case) {
        return Ok(Vec::new());
    }
    Ok(read_case(drawer, keys, case, &|_, _| Knowledge::New)?.1)
}

fn read_case(
    drawer: &Drawer,
    keys: (&KeyRing, &Signers),
    case: CaseId,
    known: &Known<'_>,
) -> Result<ReadCase, FolderError> {
    let places = drawer.places(case)?;
    let mut items = Vec::new();
    if places.iter().all(|place| known(case, place) != Knowledge::New) {
        return Ok((case, items));
    }
    // Handovers first: what they hold opens the others, also those that came before.
    let is_handover = |place: &&Place| place.kind == ItemKind::Handover.number();
    let mut handed = ItemKeys::new();
    for place in places.iter().filter(is_handover) {
        let item = drawer.get(case, *place)?;
        let read = opened(keys, case, *place, (item.as_ref(), &handed));
        handed.extend(read.keys.iter().map(|(hash, key)| (*hash, key.clone())));
        items.push((*place, read));
    }
    for place in places.iter().filter(|place| !is_handover(place)) {
        let wanted = match known(case, place) {
            Knowledge::New => true,
            Knowledge::Shut => !handed.is_empty(),
            Knowledge::Known => false,
        };
        if wanted {
            let item = drawer.get(case, *place)?;
            items.push((*place, opened(keys, case, *place, (item.as_ref(), &handed))));
        }
    }
    Ok((case, items))
}

/// Opens one item: with the officer's own key, or with the one that was handed over for it.
pub fn opened(
    (ring, signers): (&KeyRing, &Signers),
    case: CaseId,
    place: Place,
    (item, handed): (Option<&SealedItem>, &ItemKeys),
) -> Read {
    let (mut entry, mut keys) = (None, ItemKeys::new());
    let hash = item.map(sealed_hash);
    let open = |item: &SealedItem| match (ring.open(case, item), hash) {
        (Err(OpenError::NotForThisKey), Some(hash)) if handed.contains_key(&hash) => {
            handed[&hash].open(case, item)
        }
        (opened, _) => opened,
    };
    let opened = match item.map(open) {
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
        Some(Ok(Opened::Handover(handover))) => {
            keys = handover.keys;
            CaseItem::Handover(keys.keys().copied().collect())
        }
        // It is for others.
        Some(Err(OpenError::NotForThisKey)) if place.kind == ItemKind::Handover.number() => {
            CaseItem::Handover(Vec::new())
        }
        Some(Err(error)) => CaseItem::Shut(Shut::Failed(error)),
    };
    Read { placed: Placed { kind: place.kind, hash, item: opened }, entry, keys }
}
