//! What the store promises of files, tried from its front door and with a hand on its folder.

use super::*;
use crate::core::{
    AttachmentId,
    attachment::{Attachment, FileKey, SMALLEST_ATTACHMENT_BYTES, Traces, open as open_file},
};
use std::{os::unix::fs::MetadataExt, path::PathBuf};

fn id(seed: u8) -> AttachmentId {
    AttachmentId::from_bytes([seed; 16])
}

fn key(seed: u8) -> FileKey {
    FileKey::random(&Random::seeded(u64::from(seed)))
}

/// What the file of this seed holds: of another length for each.
fn content(seed: u8) -> Vec<u8> {
    [b"MERK".as_slice(), &[seed]].concat().repeat(10_000 + usize::from(seed))
}

/// Writes a file that then waits.
fn upload(store: &Store, seed: u8) {
    let mut writer = store.begin_attachment(id(seed), &key(seed)).unwrap();
    content(seed).chunks(7_000).for_each(|part| writer.write(part).unwrap());
    assert!(!store.is_waiting(id(seed)), "it is not whole yet");
    writer.finish().unwrap();
    assert!(store.is_waiting(id(seed)));
}

fn with_files(seed: u8, files: &[u8]) -> NewCase {
    NewCase { attachments: files.iter().map(|seed| id(*seed)).collect(), ..new_case(seed) }
}

fn item_with_files(case: u8, seed: u8, files: &[u8]) -> NewItem {
    NewItem { attachments: files.iter().map(|seed| id(*seed)).collect(), ..new_item(case, seed) }
}

/// The file opens, whole, and only as a file of this case.
fn assert_opens(store: &Store, case: u8, seed: u8) {
    let stored = store.attachment(case_id(case), id(seed)).unwrap().expect("the case has it");
    assert_eq!(stored.file.metadata().unwrap().len(), stored.bytes);
    let attachment = Attachment {
        id: id(seed),
        key: key(seed),
        name: "IMG_1.jpg".into(),
        kind: "jpeg".to_owned(),
        bytes: content(seed).len() as u64,
        traces: Traces::Removed,
    };
    let mut opened = Vec::new();
    open_file(&attachment, stored.file, &mut opened).unwrap();
    assert!(opened == content(seed));
    assert!(store.attachment(case_id(case + 1), id(seed)).unwrap().is_none());
    assert!(!store.is_waiting(id(seed)));
}

fn files_folder(folder: &TempDir) -> PathBuf {
    folder.path().join("attachments")
}

fn path(folder: &TempDir, seed: u8) -> PathBuf {
    files_folder(folder).join(id(seed).to_string())
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name != "waiting").collect();
    names.sort();
    names
}

/// What lies in the place of named files, and what waits.
fn lying(folder: &TempDir) -> (usize, usize) {
    let files = files_folder(folder);
    (names_in(&files).len(), names_in(&files.join("waiting")).len())
}

/// A closed store: case 1 has file 1, its second item files 2 and 3; case 2 has none.
fn with_three_files() -> TempDir {
    let folder = folder();
    let (store, _) = open(&folder);
    (1..=3).for_each(|seed| upload(&store, seed));
    assert_eq!(lying(&folder), (0, 3));
    assert!(matches!(run(store.insert(with_files(1, &[1]))).unwrap(), Inserted::New));
    assert_eq!(run(store.append(item_with_files(1, 101, &[3, 2, 3]))).unwrap(), 1);
    assert!(matches!(insert(&store, 2), Inserted::New));
    folder
}

fn assert_three_files(folder: &TempDir) -> Recovery {
    let (store, recovery) = open(folder);
    (1..=3).for_each(|seed| assert_opens(&store, 1, seed));
    assert_case(&store, 1);
    assert_case(&store, 2);
    assert_eq!((recovery.files.named, lying(folder)), (3, (3, 0)));
    recovery
}

#[test]
fn a_file_is_its_cases_once_the_record_is_there() {
    let folder = with_three_files();
    for _ in 0..3 {
        let recovery = assert_three_files(&folder);
        assert!(!recovery.rebuilt && recovery.damaged.is_empty());
        assert!(recovery.files.unfinished == 0 && recovery.files.missing.is_empty());
    }
    remove_index(&folder);
    assert!(assert_three_files(&folder).rebuilt);
    assert!(!assert_three_files(&folder).rebuilt);
}

#[test]
fn a_files_name_mode_and_times_say_nothing() {
    let folder = with_three_files();
    let entries = fs::read_dir(files_folder(&folder)).unwrap();
    for entry in entries.map(Result::unwrap) {
        let meta = entry.metadata().unwrap();
        if meta.is_dir() {
            assert_eq!(meta.permissions().mode() & 0o777, 0o700);
            continue;
        }
        assert_eq!(meta.permissions().mode() & 0o777, 0o600);
        assert_eq!((meta.mtime(), meta.atime()), (0, 0));
        let bytes = fs::read(entry.path()).unwrap();
        assert!(bytes.starts_with(b"age-encryption.org/v1\n"));
        assert!(!bytes.windows(4).any(|part| part == b"MERK"));
    }
}

#[test]
fn a_file_that_nobody_finished_leaves_nothing() {
    let folder = folder();
    let (store, _) = open(&folder);
    let mut writer = store.begin_attachment(id(1), &key(1)).unwrap();
    writer.write(&content(1)).unwrap();
    assert_eq!(lying(&folder), (0, 1));
    assert!(!store.is_waiting(id(1)));
    drop(writer);
    assert_eq!(lying(&folder), (0, 0));
    upload(&store, 1);
    assert!(store.begin_attachment(id(1), &key(1)).is_err(), "the name is taken");
    assert!(store.is_waiting(id(1)));
    store.drop_waiting(&[id(1), id(2)]);
    assert_eq!((store.is_waiting(id(1)), lying(&folder)), (false, (0, 0)));
}

#[test]
fn a_start_removes_what_was_never_named_and_nothing_else() {
    let folder = with_three_files();
    let (store, _) = open(&folder);
    upload(&store, 4);
    let mut under_way = store.begin_attachment(id(5), &key(5)).unwrap();
    under_way.write(&content(5)).unwrap();
    // As a kill leaves it: nobody tidies up.
    std::mem::forget(under_way);
    drop(store);
    let waiting = |name: &str| files_folder(&folder).join("waiting").join(name);
    // Killed after the record was durable, and before its file was moved.
    fs::rename(path(&folder, 1), waiting(&id(1).to_string())).unwrap();
    fs::write(path(&folder, 6), b"of a record that this ledger lacks").unwrap();
    fs::write(waiting("README"), b"not ours").unwrap();
    let found = Store::check(folder.path()).unwrap().files;
    assert_eq!((found.named, found.unfinished, found.strays), (3, 2, 1));
    assert!(found.missing.is_empty() && found.damaged.is_empty());
    assert_eq!(lying(&folder), (3, 4));
    let (store, recovery) = open(&folder);
    assert_eq!((recovery.files.unfinished, recovery.files.strays), (2, 1));
    assert_eq!((store.is_waiting(id(4)), lying(&folder)), (false, (4, 1)));
    drop(store);
    fs::remove_file(waiting("README")).unwrap();
    fs::remove_file(path(&folder, 6)).unwrap();
    assert_three_files(&folder);
}

#[test]
fn an_older_ledger_that_is_put_back_costs_no_file() {
    let folder = with_three_files();
    let whole = ledger_of(&folder);
    set_ledger(&folder, &whole[..boundaries(&folder)[2]]);
    remove_index(&folder);
    for _ in 0..2 {
        let (store, recovery) = open(&folder);
        assert_eq!((recovery.files.named, recovery.files.strays), (0, 3));
        assert!(store.attachment(case_id(1), id(1)).unwrap().is_none());
    }
    set_ledger(&folder, &whole);
    remove_index(&folder);
    assert_three_files(&folder);
}

#[test]
fn with_damage_in_the_ledger_no_start_removes_a_file() {
    let folder = with_three_files();
    let start = boundaries(&folder)[3];
    let mut bytes = ledger_of(&folder);
    bytes[start + HEADER_BYTES + 3] ^= 1;
    set_ledger(&folder, &bytes);
    // The index still has what the ledger lost, and then nothing has.
    assert_eq!(assert_three_files(&folder).damaged, [start as u64]);
    remove_index(&folder);
    let unmoved = files_folder(&folder).join("waiting").join(id(2).to_string());
    fs::rename(path(&folder, 2), unmoved).unwrap();
    for _ in 0..2 {
        let (store, recovery) = open(&folder);
        assert_eq!((recovery.damaged.len(), recovery.files.named), (1, 1));
        assert_opens(&store, 1, 1);
        assert!(store.attachment(case_id(1), id(2)).unwrap().is_none());
        assert_eq!(lying(&folder), (2, 1));
    }
}

#[test]
fn a_missing_and_a_damaged_file_are_named_and_the_rest_works() {
    let folder = with_three_files();
    fs::remove_file(path(&folder, 1)).unwrap();
    let file = File::options().write(true).open(path(&folder, 2)).unwrap();
    file.set_len(file.metadata().unwrap().len() - 1).unwrap();
    let mut bytes = fs::read(path(&folder, 3)).unwrap();
    bytes[30_000] ^= 1;
    fs::write(path(&folder, 3), bytes).unwrap();
    let found = Store::check(folder.path()).unwrap().files;
    assert_eq!((found.missing, found.damaged), (vec![id(1)], vec![id(2), id(3)]));
    let (store, recovery) = open(&folder);
    assert!(!recovery.rebuilt && recovery.damaged.is_empty());
    assert_eq!((recovery.files.missing, recovery.files.damaged), (vec![id(1)], vec![id(2)]));
    let why = |seed| store.attachment(case_id(1), id(seed)).err();
    assert!(matches!(why(1), Some(StoreError::MissingAttachment)));
    assert!(matches!(why(2), Some(StoreError::DamagedAttachment)));
    assert_case(&store, 1);
    upload(&store, 7);
    run(store.append(item_with_files(1, 70, &[7]))).unwrap();
    assert_opens(&store, 1, 7);
}

#[test]
fn a_record_names_only_files_that_wait() {
    let folder = with_three_files();
    let (store, _) = open(&folder);
    upload(&store, 4);
    let size = ledger_of(&folder).len();
    // One that was never there, one that is under way, one that is another case's already.
    let mut under_way = store.begin_attachment(id(5), &key(5)).unwrap();
    under_way.write(&content(5)).unwrap();
    for lacking in [9, 5, 1] {
        for files in [[4, lacking], [lacking, 4]] {
            let refused = run(store.insert(with_files(3, &files))).err().unwrap();
            assert!(matches!(refused, StoreError::MissingAttachment), "{files:?}");
            let refused = run(store.append(item_with_files(2, 30, &files))).err().unwrap();
            assert!(matches!(refused, StoreError::MissingAttachment), "{files:?}");
            assert!(store.is_waiting(id(4)));
        }
    }
    // Nor one that somebody took away meanwhile.
    upload(&store, 6);
    fs::remove_file(files_folder(&folder).join("waiting").join(id(6).to_string())).unwrap();
    let refused = run(store.append(item_with_files(2, 30, &[4, 6]))).err().unwrap();
    assert!(matches!(refused, StoreError::MissingAttachment));
    assert_eq!((ledger_of(&folder).len(), lying(&folder)), (size, (3, 2)));
    (1..=3).for_each(|seed| assert_opens(&store, 1, seed));
    assert_eq!(run(store.append(item_with_files(2, 30, &[4]))).unwrap(), 1);
    assert_opens(&store, 2, 4);
}

#[test]
fn a_resend_drops_its_files_and_a_changed_one_keeps_them_waiting() {
    let folder = with_three_files();
    let (store, _) = open(&folder);
    (4..=6).for_each(|seed| upload(&store, seed));
    let again = run(store.insert(with_files(1, &[4, 1]))).unwrap();
    assert!(matches!(again, Inserted::Same(_)));
    assert_eq!(run(store.append(item_with_files(1, 101, &[5, 2]))).unwrap(), 1);
    let changed = NewCase { once: once(77), case: case_id(9), ..with_files(1, &[6]) };
    assert!(matches!(run(store.insert(changed)).unwrap(), Inserted::Other(_)));
    assert_eq!([4, 5, 6].map(|seed| store.is_waiting(id(seed))), [false, false, true]);
    assert_eq!(lying(&folder), (3, 1));
    drop(store);
    assert_three_files(&folder);
}

#[test]
fn two_that_name_one_file_in_one_breath_do_not_share_it() {
    let folder = folder();
    let (store, _) = open(&folder);
    upload(&store, 1);
    let (first, second) = run(async {
        futures::join!(store.insert(with_files(1, &[1])), store.insert(with_files(2, &[1])))
    });
    assert!(matches!(first.unwrap(), Inserted::New));
    assert!(matches!(second.err().unwrap(), StoreError::MissingAttachment));
    assert_opens(&store, 1, 1);
}

#[test]
fn a_full_disk_leaves_no_half_file_and_the_store_goes_on() {
    let folder = folder();
    let (store, _) = open(&folder);
    let is_full = |full| store.shared.attachments.fault.store(full, Ordering::Relaxed);
    let mut writer = store.begin_attachment(id(1), &key(1)).unwrap();
    is_full(true);
    let refused = content(1).repeat(10).chunks(7_000).find_map(|part| writer.write(part).err());
    assert!(matches!(refused, Some(StoreError::Full)));
    drop(writer);
    assert_eq!(lying(&folder), (0, 0));
    is_full(false);
    let writer = store.begin_attachment(id(1), &key(1)).unwrap();
    is_full(true);
    assert!(matches!(writer.finish(), Err(StoreError::Full)));
    assert_eq!(lying(&folder), (0, 0));
    is_full(false);
    upload(&store, 1);
    run(store.insert(with_files(1, &[1]))).unwrap();
    assert_opens(&store, 1, 1);
}

#[test]
fn what_the_ledger_refuses_waits_on() {
    let folder = folder();
    let (store, _) = open(&folder);
    upload(&store, 1);
    let set = |fault| *store.shared.fault.lock().unwrap() = fault;
    set(Some(Fault::Write));
    assert!(matches!(run(store.insert(with_files(1, &[1]))), Err(StoreError::Full)));
    assert!(store.is_waiting(id(1)));
    let too_large = NewCase { readers: vec![officer(1); 100_000], ..with_files(1, &[1]) };
    assert!(matches!(run(store.insert(too_large)), Err(StoreError::Ledger(_))));
    assert!(store.is_waiting(id(1)));
    set(Some(Fault::Sync));
    assert!(matches!(run(store.insert(with_files(1, &[1]))), Err(StoreError::Ledger(_))));
    assert_eq!((store.is_waiting(id(1)), lying(&folder)), (true, (0, 1)));
    // Killed here, the record may be in the ledger after all: then its file is a case's.
    drop(store);
    let (store, recovery) = open(&folder);
    assert_eq!(recovery.files.named, 1);
    assert_opens(&store, 1, 1);
}

#[test]
fn what_waits_has_a_limit_and_goes_at_the_second_sweep() {
    let folder = folder();
    let (store, _) = open(&folder);
    store.limit_waiting(3 * SMALLEST_ATTACHMENT_BYTES);
    (1..=3).for_each(|seed| upload(&store, seed));
    let refused = |seed| store.begin_attachment(id(seed), &key(seed)).err();
    assert!(matches!(refused(4), Some(StoreError::TooManyWaiting)));
    run(store.insert(with_files(1, &[1]))).unwrap();
    let mut writer = store.begin_attachment(id(4), &key(4)).unwrap();
    let too_much = vec![0; usize::try_from(SMALLEST_ATTACHMENT_BYTES).unwrap()];
    assert!(matches!(writer.write(&too_much), Err(StoreError::TooManyWaiting)));
    drop(writer);
    let under_way = store.begin_attachment(id(4), &key(4)).unwrap();
    store.sweep_waiting();
    assert!(store.is_waiting(id(2)), "asked for, so it stays for another round");
    store.sweep_waiting();
    assert_eq!([2, 3].map(|seed| store.is_waiting(id(seed))), [true, false]);
    (0..3).for_each(|_| store.sweep_waiting());
    under_way.finish().unwrap();
    assert_eq!([2, 4].map(|seed| store.is_waiting(id(seed))), [false, true]);
    assert_eq!(lying(&folder), (1, 1));
    (5..=6).for_each(|seed| upload(&store, seed));
    assert!(matches!(refused(7), Some(StoreError::TooManyWaiting)));
    assert_opens(&store, 1, 1);
}
