//! The concordance on disk: one file, sealed to its officer alone, as long as its size class.
//!
//! [`super::Signals`] reads it when the desk unlocks and writes it when cases came or changed.
//! Whatever is wrong with it, it counts as not there: everything in it can be made again from the
//! cases. `docs/signals.md` draws the bytes.

use super::concordance::{Concordance, Indexed, Mark, Use};
use crate::{
    core::CaseId,
    desk::{
        KeyRing,
        folder::{self, FolderError},
    },
};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The file in the officer's folder.
const FILE: &str = "signals.age";

/// What it begins with, inside.
const FIRST: &[u8; 23] = b"veilig-melden signals 1";

/// The smallest size class, in bytes: 64 KiB. Each is twice the one before.
const SMALLEST_BYTES: usize = 64 * 1024;

/// Why the concordance is kept in memory alone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeepSignalsError {
    /// The file cannot be written.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// age refused, or it is too long.
    #[error("the concordance cannot be sealed")]
    Seal,
}

fn path(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

/// Reads the concordance of this officer's folder. An empty one when there is none, or when it does not
/// open, is damaged, or was written by another version.
pub fn read(folder: &Path, ring: &KeyRing) -> Concordance {
    let sealed = folder::read(&path(folder)).ok().flatten();
    let frame = sealed.and_then(|sealed| ring.open_private(&sealed).ok());
    frame.and_then(|frame| parse(&frame)).unwrap_or_default()
}

/// Writes it, over the one that was there.
///
/// # Errors
/// [`KeepSignalsError`]; what was there is as it was.
pub fn write(folder: &Path, ring: &KeyRing, known: &Concordance) -> Result<(), KeepSignalsError> {
    let frame = frame(known).ok_or(KeepSignalsError::Seal)?;
    let sealed = ring.seal_private(&frame).ok_or(KeepSignalsError::Seal)?;
    Ok(folder::replace(&path(folder), &sealed)?)
}

fn frame(known: &Concordance) -> Option<Zeroizing<Vec<u8>>> {
    let content = content(known)?;
    let bytes = FIRST.len() + 4 + content.len();
    let class = bytes.checked_next_power_of_two()?.max(SMALLEST_BYTES);
    let mut frame = Zeroizing::new(Vec::with_capacity(class));
    frame.extend_from_slice(FIRST);
    frame.extend_from_slice(&u32::try_from(content.len()).ok()?.to_be_bytes());
    frame.extend_from_slice(&content);
    frame.resize(class, 0);
    Some(frame)
}

fn content(known: &Concordance) -> Option<Zeroizing<Vec<u8>>> {
    let uses: usize = known.cases.values().map(|case| case.uses.len()).sum();
    let letters: usize = known.words().map(|word| word.len() + 1).sum();
    // Room for all of it at once, so that no copy stays behind as it grows.
    let room = 16 + letters + known.cases.len() * (32 + 5) + 5 * uses;
    let mut to = Zeroizing::new(Vec::with_capacity(room));
    put_number(&mut to, u32::try_from(known.words().len()).ok()?);
    for word in known.words() {
        to.push(u8::try_from(word.len()).ok()?);
        to.extend_from_slice(word.as_bytes());
    }
    put_number(&mut to, u32::try_from(known.cases.len()).ok()?);
    for (case, Indexed { mark, uses }) in &known.cases {
        to.extend_from_slice(case.as_bytes());
        to.extend_from_slice(mark);
        put_number(&mut to, u32::try_from(uses.len()).ok()?);
        let mut last = 0;
        for it in uses {
            put_number(&mut to, it.number() - last);
            last = it.number();
        }
    }
    Some(to)
}

fn parse(frame: &[u8]) -> Option<Concordance> {
    let rest = frame.strip_prefix(FIRST)?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let mut from = rest.get(..u32::from_be_bytes(*length) as usize)?;
    let mut known = Concordance::default();
    let words = take_number(&mut from)?;
    for number in 0..words {
        let length = usize::from(*take(&mut from, 1)?.first()?);
        let word = std::str::from_utf8(take(&mut from, length)?).ok()?;
        // A word that stands there twice would shift the numbers of all that follow.
        if known.number(word) != number {
            return None;
        }
    }
    for _ in 0..take_number(&mut from)? {
        let case = CaseId::from_bytes(*take(&mut from, 16)?.first_chunk()?);
        let mark: Mark = *take(&mut from, 16)?.first_chunk()?;
        let count = take_number(&mut from)?;
        let (mut uses, mut last) = (Vec::new(), 0_u32);
        for _ in 0..count {
            last = last.checked_add(take_number(&mut from)?)?;
            uses.push(Use::of_number(last, words as usize)?);
        }
        known.cases.insert(case, Indexed { mark, uses });
    }
    from.is_empty().then_some(known)
}

fn take<'a>(from: &mut &'a [u8], bytes: usize) -> Option<&'a [u8]> {
    let (taken, rest) = from.split_at_checked(bytes)?;
    *from = rest;
    Some(taken)
}

/// Seven bits a byte, the lowest first; all but the last byte have the highest bit set.
fn put_number(to: &mut Vec<u8>, mut number: u32) {
    while let low @ 0x80.. = number {
        to.push(low as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

fn take_number(from: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u64;
    for place in 0..5 {
        let byte = *take(from, 1)?.first()?;
        number |= u64::from(byte & 0x7f) << (7 * place);
        if byte < 0x80 {
            return u32::try_from(number).ok();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{super::concordance::Says, *};
    use crate::desk::keyring::tests_ring;
    use proptest::prelude::*;
    use std::fs;

    const MARKER: &str = "kwikstaartjansen";

    fn made() -> Concordance {
        let mut known = Concordance::default();
        let word = |word: &str, says| (word.to_owned(), says);
        let first = vec![word(MARKER, Says::Name), word("keuken", Says::Place)];
        known.insert(CaseId::from_bytes([1; 16]), [7; 16], first);
        let second = vec![word("keuken", Says::Text), word("één", Says::Reporter)];
        known.insert(CaseId::from_bytes([2; 16]), [8; 16], second);
        known
    }

    fn same(one: &Concordance, other: &Concordance) -> bool {
        content(one).is_some_and(|one| content(other).is_some_and(|other| *one == *other))
    }

    #[test]
    fn the_concordance_reads_back_and_nothing_of_it_is_readable_on_disk() {
        let folder = tempfile::tempdir().unwrap();
        assert!(read(folder.path(), &tests_ring(1)).is_empty());
        write(folder.path(), &tests_ring(1), &made()).unwrap();
        assert!(same(&read(folder.path(), &tests_ring(1)), &made()));
        assert!(read(folder.path(), &tests_ring(2)).is_empty(), "a colleague's key");
        let sealed = fs::read(path(folder.path())).unwrap();
        let lies = |part: &[u8]| sealed.windows(part.len()).any(|found| found == part);
        assert!(lies(b"age-encryption.org/v1") && !lies(MARKER.as_bytes()) && !lies(FIRST));
        assert!(!lies(&[1; 16]) && !lies(&[7; 16]));
    }

    #[test]
    fn a_damaged_one_counts_as_none_and_its_length_says_its_class_alone() {
        let folder = tempfile::tempdir().unwrap();
        let ring = tests_ring(1);
        write(folder.path(), &ring, &made()).unwrap();
        let mut sealed = fs::read(path(folder.path())).unwrap();
        let last = sealed.len() - 1;
        sealed[last] ^= 1;
        fs::write(path(folder.path()), &sealed).unwrap();
        assert!(read(folder.path(), &ring).is_empty());
        assert_eq!(frame(&made()).unwrap().len(), SMALLEST_BYTES);
        assert_eq!(frame(&Concordance::default()).unwrap().len(), SMALLEST_BYTES);
        let good = frame(&made()).unwrap();
        let length = FIRST.len() + 4 + content(&made()).unwrap().len();
        for cut in 0..length {
            assert!(parse(&good[..cut]).is_none(), "{cut}");
        }
        for place in 0..length {
            let mut bad = good.clone();
            bad[place] ^= 0x55;
            // It reads as something or as nothing, and never breaks the search.
            drop(parse(&bad).map(|known| known.find(&["keuken".to_owned()], 1)));
        }
    }

    proptest! {
        #[test]
        fn every_number_reads_back(number: u32) {
            let mut bytes = Vec::new();
            put_number(&mut bytes, number);
            let mut from = bytes.as_slice();
            prop_assert_eq!(take_number(&mut from), Some(number));
            prop_assert!(from.is_empty());
        }

        #[test]
        fn no_bytes_break_the_reading(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let length = u32::try_from(bytes.len()).unwrap().to_be_bytes();
            let frame = [FIRST.as_slice(), &length, &bytes].concat();
            drop(parse(&frame).map(|mut known| { known.tidy(); known.find(&["a".to_owned()], 1) }));
        }
    }
}
