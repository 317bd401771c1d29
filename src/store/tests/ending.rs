//! Cases that end: released, held, destroyed, and gone from every file.

use super::*;
use crate::core::release::{CaseTrace, MailboxTrace, Release, ReleaseKind};
use crate::store::{
    rewrite::tests::{KEPT, copy_folder},
    walk::Found,
};
use ed25519_dalek::SigningKey;
use std::path::Path;

fn release(seed: u8, kind: ReleaseKind, on: u16) -> Release {
    let key = SigningKey::from_bytes(&[1; 32]);
    Release::sign(case_id(seed), (kind, day(on)), officer(1), &key)
}

fn destroy(store: &Store, seed: u8, on: u16) {
    run(store.destroy(case_id(seed), release(seed, ReleaseKind::Now, on), day(on))).unwrap();
}

fn rewritten(store: &Store, on: u16) -> Rewritten {
    store.rewrite(day(on)).unwrap()
}

fn assert_gone(store: &Store, seed: u8) {
    let was = new_case(seed);
    assert!(store.find(&was.address).unwrap().is_none());
    assert!(store.head(was.case).unwrap().is_none() && store.items(was.case).unwrap().is_empty());
    assert!(!store.is_number_taken(was.number).unwrap());
    for reader in was.readers {
        let feed = store.feed(reader, None).unwrap().entries;
        assert!(feed.iter().all(|entry| entry.case != was.case));
    }
    assert!(matches!(store.ending(was.case).unwrap(), Some(Ending::Destroyed(..))));
}

/// What names a case or comes from it, as bytes.
fn marks(seed: u8) -> Vec<Vec<u8>> {
    let was = new_case(seed);
    let items = [was.item.as_bytes().to_vec(), new_item(seed, 100 + seed).item.as_bytes().to_vec()];
    let tail = |item: &Vec<u8>| item[22..].to_vec();
    let mut marks: Vec<Vec<u8>> = items.iter().map(tail).collect();
    marks.push(was.case.as_bytes().to_vec());
    marks.push(was.case.to_string().into_bytes());
    marks.push(was.address.0.to_vec());
    marks.push(was.mailbox.to_string().into_bytes());
    marks
}

/// The files under a folder that hold one of these.
fn files_with(folder: &Path, marks: &[Vec<u8>]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            found.extend(files_with(&entry, marks));
            continue;
        }
        let bytes = fs::read(&entry).unwrap();
        let holds = |mark: &Vec<u8>| bytes.windows(mark.len()).any(|part| part == mark);
        if marks.iter().any(holds) {
            found.push(entry.display().to_string());
        }
    }
    found
}

fn assert_nowhere(files: Vec<String>) {
    assert!(files.is_empty(), "{files:?}");
}

#[test]
fn a_destroyed_case_is_gone_for_everybody_and_the_others_stay() {
    let folder = filled();
    let (store, _) = open(&folder);
    destroy(&store, 2, 3);
    destroy(&store, 2, 3);
    let late = release(2, ReleaseKind::Now, 9);
    run(store.destroy(case_id(2), late, day(9))).unwrap();
    assert_gone(&store, 2);
    assert!(
        matches!(store.ending(case_id(2)).unwrap(), Some(Ending::Destroyed(on, _)) if on == day(3))
    );
    for seed in [1, 3] {
        assert_case(&store, seed);
    }
    let unknown = |error| assert!(matches!(error, StoreError::UnknownCase));
    unknown(run(store.append(new_item(2, 60))).err().unwrap());
    unknown(run(store.acknowledge(case_id(2), day(4))).err().unwrap());
    unknown(run(store.release(case_id(2), None)).err().unwrap());
    unknown(run(store.destroy(case_id(9), late, day(9))).err().unwrap());
    assert!(store.ending(case_id(9)).unwrap().is_none());
    drop(store);
    for _ in 0..2 {
        let (store, recovery) = open(&folder);
        assert!(!recovery.rebuilt && recovery.is_whole(), "a start agrees with a destroyed case");
        assert_eq!(recovery.destroyed, 1);
        assert_gone(&store, 2);
    }
    remove_index(&folder);
    let (store, _) = open(&folder);
    assert_gone(&store, 2);
    assert_case(&store, 3);
}

#[test]
fn a_late_resend_does_not_bring_a_destroyed_report_back() {
    let folder = filled();
    let (store, _) = open(&folder);
    destroy(&store, 2, 3);
    let size = ledger_of(&folder).len();
    assert!(matches!(insert(&store, 2), Inserted::Destroyed));
    let other = NewCase { once: once(90), case: case_id(90), ..new_case(2) };
    assert!(matches!(run(store.insert(other)).unwrap(), Inserted::Destroyed));
    assert_eq!(ledger_of(&folder).len(), size);
    rewritten(&store, 4);
    assert!(matches!(insert(&store, 2), Inserted::Destroyed));
    // Afterwards not even that is known.
    let past = 3 + RESEND_DAYS + 1;
    assert!(!store.has_remains(day(past - 1)).unwrap() && store.has_remains(day(past)).unwrap());
    rewritten(&store, past);
    let trace = MailboxTrace::of(&new_case(2).address).as_bytes().to_vec();
    assert!(files_with(folder.path(), &[trace]).is_empty());
    assert!(matches!(store.ending(case_id(2)).unwrap(), Some(Ending::Destroyed(..))));
    assert!(matches!(insert(&store, 2), Inserted::New));
}

#[test]
fn a_case_goes_on_its_day_unless_its_release_was_taken_back() {
    let folder = filled();
    let (store, _) = open(&folder);
    for seed in 1..=3 {
        let on = release(seed, ReleaseKind::Closed, 10 + u16::from(seed));
        run(store.release(case_id(seed), Some(on))).unwrap();
    }
    let size = ledger_of(&folder).len();
    run(store.release(case_id(1), Some(release(1, ReleaseKind::Closed, 11)))).unwrap();
    assert_eq!(ledger_of(&folder).len(), size, "the same again writes nothing");
    run(store.release(case_id(2), None)).unwrap();
    let due = |on| -> Vec<CaseId> {
        let mut due: Vec<_> = store.due(day(on)).unwrap().iter().map(|(case, _)| *case).collect();
        due.sort_unstable();
        due
    };
    assert!(due(10).is_empty());
    assert_eq!(due(11), [case_id(1)]);
    let (one, two) = (release(1, ReleaseKind::Closed, 11), release(2, ReleaseKind::Closed, 12));
    let refused = |error| assert!(matches!(error, StoreError::NotReleased));
    refused(run(store.destroy(case_id(1), one, day(10))).err().unwrap());
    refused(run(store.destroy(case_id(2), two, day(40))).err().unwrap());
    refused(
        run(store.destroy(case_id(3), release(3, ReleaseKind::Closed, 12), day(40))).err().unwrap(),
    );
    run(store.destroy(case_id(1), one, day(11))).unwrap();
    assert!(due(13) == [case_id(3)]);
    drop(store);
    let (store, recovery) = open(&folder);
    assert!(!recovery.rebuilt);
    let kept = store.ending(case_id(3)).unwrap();
    assert!(kept == Some(Ending::Kept(Some(release(3, ReleaseKind::Closed, 13)))));
    assert!(store.ending(case_id(2)).unwrap() == Some(Ending::Kept(None)));
    assert_case(&store, 2);
}

#[test]
fn after_a_rewrite_no_byte_of_a_destroyed_case_is_in_any_file() {
    let folder = filled();
    fs::create_dir(folder.path().join("index.damaged")).unwrap();
    fs::write(folder.path().join("index.damaged/db"), marks(2).concat()).unwrap();
    let (store, _) = open(&folder);
    destroy(&store, 2, 3);
    let before = files_with(folder.path(), &marks(2));
    assert!(before.iter().any(|file| file.ends_with(FILE_NAME)), "the test finds what is there");
    assert!(store.has_remains(day(3)).unwrap());
    let done = rewritten(&store, 3);
    assert!(done.cases == 1 && done.bytes_after < done.bytes_before);
    assert_eq!(done.bytes_after as usize, ledger_of(&folder).len());
    assert!(!store.has_remains(day(3)).unwrap());
    assert_nowhere(files_with(folder.path(), &marks(2)));
    for seed in [1, 3] {
        assert!(files_with(folder.path(), &marks(seed)).len() >= 2);
        assert_case(&store, seed);
    }
    // It goes on from there: what is added now is found after a start, and after a rebuild.
    append(&store, 3, 77);
    insert(&store, 4);
    assert_gone(&store, 2);
    drop(store);
    let (store, recovery) = open(&folder);
    assert!(!recovery.rebuilt && recovery.is_whole() && recovery.destroyed == 0);
    assert_case(&store, 4);
    drop(store);
    remove_index(&folder);
    let (store, recovery) = open(&folder);
    assert!(recovery.is_whole());
    assert_gone(&store, 2);
    assert_eq!(store.items(case_id(3)).unwrap().len(), 3);
    assert_nowhere(files_with(folder.path(), &marks(2)));
}

#[test]
fn marks_in_feeds_stay_right_over_a_rewrite() {
    let folder = filled();
    let (store, _) = open(&folder);
    let feed = |after| store.feed(officer(1), after).unwrap().entries;
    let whole = feed(None);
    let of_others: Vec<&FeedEntry> = whole.iter().filter(|it| it.case != case_id(2)).collect();
    let (first, last) = (name(of_others[0]), name(of_others[3]));
    destroy(&store, 2, 3);
    for _ in 0..2 {
        assert_eq!(feed(Some(first)).len(), 3);
        assert!(feed(Some(last)).is_empty());
        let left: Vec<Vec<u8>> = feed(None).iter().map(to_bytes).collect();
        assert!(left == of_others.iter().map(to_bytes).collect::<Vec<_>>());
        rewritten(&store, 3);
    }
    append(&store, 1, 60);
    let next = feed(Some(last));
    assert_eq!((next.len(), next[0].case, next[0].sequence), (1, case_id(1), 2));
}

#[test]
fn what_is_added_while_the_ledger_is_rewritten_is_there_afterwards() {
    let folder = filled();
    let (store, _) = open(&folder);
    destroy(&store, 2, 3);
    let rewrite = rewrite::Rewrite::begin(&store.shared, day(3)).unwrap();
    insert(&store, 4);
    append(&store, 1, 70);
    run(store.acknowledge(case_id(3), day(8))).unwrap();
    destroy(&store, 3, 3);
    let ask = |reply| Command::Swap(Box::new(rewrite), reply);
    assert_eq!(run(store.ask(ask)).unwrap().cases, 1);
    assert_case(&store, 4);
    assert_eq!(store.items(case_id(1)).unwrap().len(), 3);
    assert_gone(&store, 2);
    assert_gone(&store, 3);
    assert!(store.has_remains(day(3)).unwrap(), "the third goes the next night");
    rewritten(&store, 3);
    assert_nowhere(files_with(folder.path(), &[marks(2), marks(3)].concat()));
    drop(store);
    let (store, recovery) = open(&folder);
    assert!(!recovery.rebuilt && recovery.is_whole());
    assert_case(&store, 4);
}

#[test]
fn a_stop_at_any_moment_of_a_rewrite_leaves_the_old_ledger_or_the_new_one() {
    let (folder, kept) = (filled(), self::folder());
    let (store, _) = open(&folder);
    destroy(&store, 2, 3);
    let old = ledger_of(&folder);
    KEPT.lock().unwrap().push((folder.path().to_owned(), kept.path().to_owned()));
    rewritten(&store, 3);
    KEPT.lock().unwrap().retain(|(of, _)| of != folder.path());
    let new = ledger_of(&folder);
    drop(store);
    for step in ["begun", "written", "index away", "ledger", "index", "done"] {
        let there = kept.path().join(step);
        let ledger = fs::read(there.join(FILE_NAME)).unwrap();
        let is_new = ["index", "done"].contains(&step);
        assert!(ledger == if is_new { new.clone() } else { old.clone() }, "{step}");
        let (store, recovery) = Store::open(&there, kdf).unwrap();
        assert!(recovery.is_whole(), "{step}");
        assert_eq!(recovery.destroyed, u64::from(!is_new), "{step}");
        assert_case(&store, 1);
        assert_case(&store, 3);
        assert_gone(&store, 2);
        let names = ["ledger.new", "index.new", "index.old"];
        assert!(names.iter().all(|name| !there.join(name).exists()), "{step}");
        store.rewrite(day(3)).unwrap();
        assert_nowhere(files_with(&there, &marks(2)));
        assert_case(&store, 3);
    }
}

#[test]
fn a_full_disk_leaves_the_old_ledger_and_serving_goes_on() {
    let folder = filled();
    let (store, _) = open(&folder);
    destroy(&store, 2, 3);
    let old = ledger_of(&folder);
    // Something of the name is in the way, and cannot be swept as a file.
    fs::create_dir(folder.path().join("ledger.new")).unwrap();
    assert!(matches!(store.rewrite(day(3)), Err(StoreError::Ledger(_))));
    assert!(ledger_of(&folder) == old);
    insert(&store, 4);
    assert_case(&store, 4);
    fs::remove_dir(folder.path().join("ledger.new")).unwrap();
    assert_eq!(rewritten(&store, 3).cases, 1);
    assert_case(&store, 4);
}

#[test]
fn a_ledger_with_bytes_that_cannot_be_read_is_not_rewritten() {
    let folder = filled();
    let (store, _) = open(&folder);
    destroy(&store, 3, 3);
    drop(store);
    let mut bytes = ledger_of(&folder);
    let ends = boundaries(&folder);
    bytes[ends[4] + HEADER_BYTES + 9] ^= 1;
    set_ledger(&folder, &bytes);
    let (store, recovery) = open(&folder);
    assert_eq!(recovery.damaged.len(), 1);
    assert!(matches!(store.rewrite(day(3)), Err(StoreError::Damaged)));
    assert!(ledger_of(&folder) == bytes);
    assert!(!folder.path().join("ledger.new").exists());
    drop(store);
    // A record that is gone altogether leaves a gap, which shows before and after.
    let cut = [&bytes[..ends[4]], &bytes[ends[5]..]].concat();
    set_ledger(&folder, &cut);
    remove_index(&folder);
    let (store, recovery) = open(&folder);
    assert_eq!(recovery.damaged.len(), 1);
    rewritten(&store, 3);
    drop(store);
    let recovery = Store::check(folder.path()).unwrap();
    assert_eq!((recovery.damaged.len(), recovery.destroyed), (1, 0));
}

#[test]
fn a_crash_right_after_the_ledger_took_the_end_of_a_case_loses_nothing() {
    let folder = filled();
    let before = self::folder();
    copy_folder(folder.path(), before.path());
    let (store, _) = open(&folder);
    destroy(&store, 2, 3);
    drop(store);
    // The ledger of afterwards with the index of before.
    set_ledger(&before, &ledger_of(&folder));
    let (store, recovery) = open(&before);
    assert!(!recovery.rebuilt && recovery.is_whole());
    assert_gone(&store, 2);
    assert_case(&store, 3);
}

#[test]
fn what_is_left_names_nothing() {
    let folder = filled();
    let (store, _) = open(&folder);
    destroy(&store, 2, 3);
    rewritten(&store, 3);
    let mut left = Vec::new();
    let file = File::open(folder.path().join(FILE_NAME)).unwrap();
    walk(&file, file.metadata().unwrap().len(), |Found { record, .. }| {
        if let Record::Destroyed(it) = record {
            left.push(it);
        }
        Ok(())
    })
    .unwrap();
    let [only] = left[..] else { panic!("one is left") };
    assert!(only.case.is_none() && only.trace == CaseTrace::of(case_id(2)) && only.day == day(3));
}
