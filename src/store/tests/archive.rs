//! Exports: whole while the store is in use, readable in every part that is not damaged.

use super::*;
use crate::core::release::{Release, ReleaseKind};
use crate::store::{Exported, Imported, export, import, verify, walk::frames};
use ed25519_dalek::SigningKey;
use std::path::PathBuf;

fn exported(folder: &TempDir, to: &TempDir, name: &str) -> (PathBuf, Exported) {
    let file = to.path().join(name);
    let done = export(folder.path(), &file, day(9)).unwrap();
    (file, done)
}

fn imported(file: &Path) -> (TempDir, Imported) {
    let folder = self::folder();
    let done = import(file, folder.path()).unwrap();
    (folder, done)
}

#[test]
fn an_export_made_while_the_store_is_open_restores_everything() {
    let (source, to) = (filled(), folder());
    let (store, _) = open(&source);
    append(&store, 2, 77);
    let (file, done) = exported(&source, &to, "a");
    assert_eq!((done.cases, done.files), (3, 0));
    assert!(done.is_whole() && verify(&file).unwrap().is_whole());
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    insert(&store, 4);
    let again = export(source.path(), &file, day(9)).err().unwrap();
    assert!(matches!(again, StoreError::Ledger(std::io::ErrorKind::AlreadyExists)));
    let (restored, done) = imported(&file);
    assert!(done.is_whole());
    let (store, recovery) = open(&restored);
    assert!(recovery.is_whole());
    for seed in 1..=3 {
        assert_case(&store, seed);
    }
    assert_eq!(store.items(case_id(2)).unwrap().len(), 3);
    assert_eq!(store.head(case_id(2)).unwrap().unwrap().acknowledged_on, Some(day(5)));
    assert!(store.head(case_id(4)).unwrap().is_none(), "that came later");
    assert!(*store.kdf() == kdf());
    append(&store, 1, 60);
    drop(store);
    assert!(Store::check(restored.path()).unwrap().is_whole());
    let taken = import(&file, restored.path()).err().unwrap();
    assert!(matches!(taken, StoreError::Ledger(std::io::ErrorKind::AlreadyExists)));
}

#[test]
fn what_was_destroyed_is_in_no_export() {
    let (source, to) = (filled(), folder());
    let (store, _) = open(&source);
    let key = SigningKey::from_bytes(&[1; 32]);
    let said = Release::sign(case_id(2), (ReleaseKind::Now, day(3)), officer(1), &key);
    run(store.destroy(case_id(2), said, day(3))).unwrap();
    let (file, done) = exported(&source, &to, "a");
    assert_eq!(done.cases, 2);
    let bytes = fs::read(&file).unwrap();
    let id = case_id(2);
    assert!(!bytes.windows(16).any(|part| part == id.as_bytes()));
    let (restored, _) = imported(&file);
    let (store, _) = open(&restored);
    assert!(store.head(id).unwrap().is_none() && store.ending(id).unwrap().is_some());
    assert_case(&store, 3);
}

#[test]
fn an_export_that_is_damaged_in_any_byte_says_where_and_restores_the_rest() {
    let (source, to) = (filled(), folder());
    let (file, _) = exported(&source, &to, "a");
    let whole = fs::read(&file).unwrap();
    let mut ends = vec![0];
    let opened = File::open(&file).unwrap();
    frames(&opened, whole.len() as u64, |frame| {
        ends.push(usize::try_from(frame.end).unwrap());
        Ok(super::super::walk::Understood::Yes)
    })
    .unwrap();
    let damaged_file = to.path().join("damaged");
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&damaged_file, &bytes).unwrap();
        let read = verify(&damaged_file).unwrap();
        let begins = *ends.iter().rev().find(|end| **end <= at).unwrap() as u64;
        let is_last = begins == ends[ends.len() - 2] as u64;
        assert!(!read.is_whole(), "byte {at}");
        assert!(read.damaged == [begins] || (is_last && read.is_cut), "byte {at}: {read:?}");
    }
    // One byte of the report of the second case: its items are there without it, the others whole.
    let mut bytes = whole;
    bytes[ends[4] + HEADER_BYTES + 9] ^= 1;
    fs::write(&damaged_file, &bytes).unwrap();
    let (restored, done) = imported(&damaged_file);
    assert_eq!(done.damaged, [ends[4] as u64]);
    let (store, recovery) = open(&restored);
    assert_eq!(recovery.damaged.len(), 1, "it stays visible that something is lost");
    for seed in [1, 3] {
        assert_case(&store, seed);
    }
    assert!(store.head(case_id(2)).unwrap().is_none());
}

#[test]
fn an_export_that_was_cut_off_restores_what_came_before() {
    let (source, to) = (filled(), folder());
    let (file, _) = exported(&source, &to, "a");
    let bytes = fs::read(&file).unwrap();
    let cut = to.path().join("cut");
    fs::write(&cut, &bytes[..bytes.len() - 1]).unwrap();
    let (restored, done) = imported(&cut);
    assert!(done.is_cut && !done.is_whole());
    assert_filled(&open(&restored).0);
    for nothing in [&b""[..], b"something else", &bytes[..40]] {
        fs::write(&cut, nothing).unwrap();
        let empty = folder();
        assert!(matches!(import(&cut, empty.path()), Err(StoreError::NotALedger)));
        assert_eq!(fs::read_dir(empty.path()).unwrap().count(), 0, "nothing was made");
    }
}
