//! What the store promises, tried from its front door and with a hand on its files.

use super::{
    ledger::{FILE_NAME, Fault},
    record::{HEADER_BYTES, Record},
    walk::walk,
    *,
};
use crate::core::{
    ItemKind, KdfParams, Random, Team,
    envelope::seal,
    officers::sample_key,
    thread::Addition,
    wire::{FeedEntry, ItemName, to_bytes},
};
use proptest::prelude::*;
use std::{
    fs::{self, File},
    io::Write,
    os::unix::fs::PermissionsExt,
    path::Path,
    sync::atomic::Ordering,
};
use tempfile::TempDir;

// They open what was sealed.
mod archive;
#[cfg(feature = "officer")]
mod attachments;
mod ending;
mod readers;

const DAY: u16 = 20_000;

fn kdf() -> Kdf {
    Kdf { salt: [7; 32], params: KdfParams { memory_kib: 64, passes: 1, lanes: 1 } }
}

fn day(number: u16) -> Day {
    Day::from_number(DAY + number)
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn open(folder: &TempDir) -> (Store, Recovery) {
    Store::open(folder.path(), kdf).unwrap()
}

fn refused_at_open(folder: &TempDir) -> StoreError {
    Store::open(folder.path(), kdf).err().unwrap()
}

fn officer(seed: u8) -> OfficerId {
    OfficerId::from_bytes([seed; 16])
}

fn once(seed: u8) -> OnceId {
    OnceId::from_bytes([seed; 16])
}

/// Something with the outside of a sealed item.
fn item(kind: ItemKind, seed: u8, bytes: usize) -> SealedItem {
    let mut file = b"age-encryption.org/v1\n".to_vec();
    file.resize(file.len() + bytes, seed);
    SealedItem::from_bytes(kind, file).unwrap()
}

fn case_id(seed: u8) -> CaseId {
    CaseId::random(&Random::seeded(u64::from(seed)))
}

fn new_case(seed: u8) -> NewCase {
    let random = Random::seeded(u64::from(seed));
    NewCase {
        case: CaseId::random(&random),
        number: PublicNumber::random(&random),
        day: day(seed.into()),
        address: MailboxAddress([seed; 32]),
        mailbox: sample_key(seed).to_public().to_string().parse().unwrap(),
        readers: vec![officer(1), officer(2 + seed % 2)],
        excluded: Vec::new(),
        once: once(seed),
        item: item(ItemKind::Report, seed, 40),
        attachments: Vec::new(),
    }
}

fn new_item(case: u8, seed: u8) -> NewItem {
    NewItem {
        case: case_id(case),
        day: day(1),
        once: once(seed),
        item: item(ItemKind::Message, seed, 50),
        attachments: Vec::new(),
    }
}

fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

fn insert(store: &Store, seed: u8) -> Inserted {
    run(store.insert(new_case(seed))).unwrap()
}

fn append(store: &Store, case: u8, seed: u8) -> u32 {
    run(store.append(new_item(case, seed))).unwrap()
}

fn assert_case(store: &Store, seed: u8) {
    let expected = new_case(seed);
    assert!(store.find(&expected.address).unwrap() == Some(expected.case), "case {seed}");
    assert!(store.is_number_taken(expected.number).unwrap());
    let head = store.head(expected.case).unwrap().unwrap();
    assert_eq!(head.number, expected.number.to_string());
    assert_eq!((head.day, head.readers), (expected.day, expected.readers.clone()));
    let items = store.items(expected.case).unwrap();
    assert!(items[0].item == expected.item && items[0].day == expected.day);
    let feed = store.feed(expected.readers[1], None).unwrap();
    let found = feed.entries.iter().find(|entry| entry.case == expected.case).unwrap();
    assert!(found.item == expected.item && found.sequence == 0);
}

fn ledger_of(folder: &TempDir) -> Vec<u8> {
    fs::read(folder.path().join(FILE_NAME)).unwrap()
}

fn set_ledger(folder: &TempDir, bytes: &[u8]) {
    fs::write(folder.path().join(FILE_NAME), bytes).unwrap();
}

fn remove_index(folder: &TempDir) {
    fs::remove_dir_all(folder.path().join("index")).unwrap();
}

/// Where each record begins, and where the last one ends.
fn boundaries(folder: &TempDir) -> Vec<usize> {
    let file = File::open(folder.path().join(FILE_NAME)).unwrap();
    let mut ends = vec![0];
    walk(&file, file.metadata().unwrap().len(), |found| {
        ends.push(usize::try_from(found.end).unwrap());
        Ok(())
    })
    .unwrap();
    ends
}

/// A closed store with cases 1 to 3, each with one more item, and the second acknowledged.
fn filled() -> TempDir {
    let folder = folder();
    let (store, recovery) = open(&folder);
    assert!(recovery.created && !recovery.rebuilt);
    for seed in 1..=3 {
        assert!(matches!(insert(&store, seed), Inserted::New));
        assert_eq!(append(&store, seed, 100 + seed), 1);
    }
    run(store.acknowledge(case_id(2), day(5))).unwrap();
    folder
}

fn assert_filled(store: &Store) {
    for seed in 1..=3 {
        assert_case(store, seed);
        let items = store.items(case_id(seed)).unwrap();
        assert_eq!(items.len(), 2);
        assert!(items[1].item == new_item(seed, 100 + seed).item && items[1].sequence == 1);
        let head = store.head(case_id(seed)).unwrap().unwrap();
        assert_eq!(head.items, 2);
        assert_eq!(head.acknowledged_on, (seed == 2).then(|| day(5)));
    }
    assert_eq!(store.feed(officer(1), None).unwrap().entries.len(), 6);
    assert!(*store.kdf() == kdf());
}

fn assert_recovered(folder: &TempDir) -> Recovery {
    let (store, recovery) = open(folder);
    assert_filled(&store);
    recovery
}

#[test]
fn what_was_stored_is_found_and_survives_reopening() {
    let folder = filled();
    for _ in 0..20 {
        let recovery = assert_recovered(&folder);
        assert!(!recovery.created && !recovery.rebuilt, "a clean close needs no rebuild");
        assert!(recovery.cut_bytes == 0 && recovery.damaged.is_empty());
    }
    let mode = |name| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(FILE_NAME), 0o600);
    let new = folder.path().join("deep/er");
    drop(Store::open(&new, kdf).unwrap());
    assert_eq!(fs::metadata(new).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn a_really_sealed_item_comes_back_whole() {
    let folder = folder();
    let readers = Team::sample(&["An", "Bo"]).readers_without(&[]).unwrap();
    let addition = Addition {
        case: case_id(1),
        day: day(0),
        language: crate::Language::Nl,
        text: Some("een verhaal".to_owned().into()),
        answers: Default::default(),
        attachments: Vec::new(),
    };
    let sealed = seal(&addition, &readers).unwrap();
    let new = NewCase { item: sealed.clone(), readers: readers.ids(), ..new_case(1) };
    let (store, _) = open(&folder);
    run(store.insert(new)).unwrap();
    drop(store);
    remove_index(&folder);
    let (store, _) = open(&folder);
    assert!(store.feed(readers.ids()[1], None).unwrap().entries[0].item == sealed);
    let bytes = ledger_of(&folder);
    assert!(!bytes.windows(8).any(|window| window == b" verhaal"));
}

#[test]
fn a_resend_is_the_same_and_a_changed_one_is_another() {
    let folder = folder();
    let (store, _) = open(&folder);
    insert(&store, 1);
    append(&store, 1, 50);
    let size = ledger_of(&folder).len();
    let Inserted::Same(head) = insert(&store, 1) else { panic!("it is the same") };
    assert!(head.case == case_id(1) && head.items == 2);
    let changed = |seed| NewCase { once: once(seed), case: case_id(9), ..new_case(1) };
    let same_as_item = run(store.insert(changed(50))).unwrap();
    assert!(matches!(same_as_item, Inserted::Same(head) if head.case == case_id(1)));
    let other = run(store.insert(changed(51))).unwrap();
    assert!(matches!(other, Inserted::Other(head) if head.case == case_id(1)));
    assert!(store.head(case_id(9)).unwrap().is_none());
    assert_eq!(ledger_of(&folder).len(), size);
}

#[test]
fn an_item_and_an_acknowledgement_are_kept_once() {
    let folder = filled();
    let (store, _) = open(&folder);
    let size = ledger_of(&folder).len();
    assert_eq!(append(&store, 1, 101), 1);
    assert_eq!(run(store.acknowledge(case_id(2), day(9))).unwrap().acknowledged_on, Some(day(5)));
    assert_eq!(ledger_of(&folder).len(), size);
    assert_eq!(append(&store, 1, 77), 2);
    let unknown = run(store.append(new_item(9, 1))).err().unwrap();
    assert!(matches!(unknown, StoreError::UnknownCase));
    let unknown = run(store.acknowledge(case_id(9), day(1))).err().unwrap();
    assert!(matches!(unknown, StoreError::UnknownCase));
    assert!(store.items(case_id(9)).unwrap().is_empty());
}

#[test]
fn two_commands_on_one_case_in_one_breath_are_kept_apart() {
    let folder = folder();
    let (store, _) = open(&folder);
    let (first, second) =
        run(async { futures::join!(store.insert(new_case(1)), store.insert(new_case(1))) });
    assert!(matches!(first.unwrap(), Inserted::New));
    assert!(matches!(second.unwrap(), Inserted::Same(_)));
    let places = run(futures::future::join_all(
        [10, 11, 10, 12].map(|seed| store.append(new_item(1, seed))),
    ));
    let places: Vec<u32> = places.into_iter().map(Result::unwrap).collect();
    assert_eq!(places, [1, 2, 1, 3]);
}

fn name(entry: &FeedEntry) -> ItemName {
    ItemName::of(entry.case, entry.sequence, &entry.item)
}

#[test]
fn a_feed_shows_each_reader_their_own_page_by_page() {
    let folder = folder();
    let (store, _) = open(&folder);
    let large = |seed| NewCase { item: item(ItemKind::Report, seed, 1_000_000), ..new_case(seed) };
    for seed in 1..=5 {
        run(store.insert(large(seed))).unwrap();
    }
    let (mut after, mut seen, mut pages) = (None, Vec::new(), 0);
    loop {
        let page = store.feed(officer(1), after).unwrap();
        let bytes: usize = page.entries.iter().map(|entry| entry.item.as_bytes().len()).sum();
        assert!(bytes <= crate::core::wire::MAX_PAGE_BYTES);
        seen.extend(page.entries.iter().map(|entry| entry.case));
        after = page.entries.last().map(name);
        pages += 1;
        if !page.more {
            break;
        }
    }
    assert_eq!((seen, pages), ((1..=5).map(case_id).collect(), 3));
    let cases = |seed| -> Vec<CaseId> {
        store.feed(officer(seed), None).unwrap().entries.iter().map(|entry| entry.case).collect()
    };
    assert_eq!(cases(2), [case_id(2), case_id(4)]);
    assert!(cases(9).is_empty());
    let page = store.feed(officer(1), after).unwrap();
    assert!(page.entries.is_empty() && !page.more);
}

#[test]
fn after_an_item_that_is_unknown_or_of_others_a_feed_begins_again() {
    let folder = filled();
    let (store, _) = open(&folder);
    let feed = |after| to_bytes(&store.feed(officer(2), after).unwrap());
    assert!(
        !new_case(1).readers.contains(&officer(2)) && new_case(2).readers.contains(&officer(2))
    );
    let whole = feed(None);
    let entries = store.feed(officer(2), None).unwrap().entries;
    let [first, last] = [0, 1].map(|place| name(&entries[place]));
    assert_eq!([first.sequence, last.sequence], [0, 1]);
    // Of others, with the right check, and with that of an item of one's own.
    let others = store.feed(officer(1), None).unwrap().entries;
    let others =
        others.iter().map(name).filter(|it| it.case == case_id(1) || it.case == case_id(3));
    let named = others.flat_map(|it| [it, ItemName { check: last.check, ..it }]);
    let unknown = [(case_id(1), 9), (case_id(2), 2), (case_id(9), 0), (case_id(2), u32::MAX)];
    let unknown = unknown.map(|(case, sequence)| ItemName { case, sequence, ..last });
    // Another item lies in a place of one's own: a desk ahead of an older ledger names it so.
    let replaced = [ItemName { check: last.check, ..first }, ItemName { check: [0; 8], ..last }];
    let asked: Vec<_> = named.chain(unknown).chain(replaced).collect();
    assert!(asked.len() >= 10);
    for name in asked {
        assert!(feed(Some(name)) == whole, "{name}");
    }
    let later = store.feed(officer(2), Some(first)).unwrap().entries;
    assert_eq!(later.iter().map(|entry| entry.sequence).collect::<Vec<_>>(), [1]);
    assert!(store.feed(officer(2), Some(last)).unwrap().entries.is_empty());
}

#[test]
fn a_ledger_cut_at_any_byte_keeps_all_that_was_acknowledged() {
    let folder = filled();
    let acknowledged = ledger_of(&folder);
    let later = filled();
    insert(&open(&later).0, 4);
    let whole = ledger_of(&later);
    assert!(whole.starts_with(&acknowledged), "both were made of the same");
    let middle = boundaries(&folder)[3];
    let noise: [u8; 5000] = Random::seeded(1).bytes();
    let garbage: [&[u8]; 4] = [&[], &[0; 300], &noise, &acknowledged[middle..]];
    for cut in acknowledged.len()..whole.len() {
        let tail = [&whole[acknowledged.len()..cut], garbage[cut % garbage.len()]].concat();
        set_ledger(&folder, &[&acknowledged[..], &tail].concat());
        let recovery = assert_recovered(&folder);
        assert_eq!(recovery.cut_bytes, tail.len() as u64, "cut at {cut}");
        assert!(recovery.damaged.is_empty() && !recovery.rebuilt, "cut at {cut}");
        assert_eq!(ledger_of(&folder), acknowledged, "cut at {cut}");
    }
    set_ledger(&folder, &whole);
    let (store, recovery) = open(&folder);
    assert_eq!(recovery.cut_bytes, 0);
    assert_case(&store, 4);
}

#[test]
fn a_cut_end_is_forgotten_and_the_ledger_goes_on() {
    let folder = filled();
    let mut file = File::options().append(true).open(folder.path().join(FILE_NAME)).unwrap();
    file.write_all(&[9; 5000]).unwrap();
    remove_index(&folder);
    let (store, recovery) = open(&folder);
    assert!(recovery.cut_bytes == 5000 && recovery.rebuilt);
    insert(&store, 4);
    drop(store);
    let (store, recovery) = open(&folder);
    assert!(recovery.cut_bytes == 0 && recovery.damaged.is_empty());
    assert_filled_but_more(&store);
}

fn assert_filled_but_more(store: &Store) {
    (1..=4).for_each(|seed| assert_case(store, seed));
    assert_eq!(store.feed(officer(1), None).unwrap().entries.len(), 7);
}

#[test]
fn a_flipped_byte_is_named_and_everything_else_is_kept() {
    let folder = filled();
    let good = ledger_of(&folder);
    // Records: two installations, case 1 and its item, case 2 and its item, case 3 …
    let (start, end) = (boundaries(&folder)[5], boundaries(&folder)[6]);
    for place in start..end {
        let mut bytes = good.clone();
        bytes[place] ^= 0x40;
        set_ledger(&folder, &bytes);
        // The index still has the record: nothing at all is lost.
        let recovery = assert_recovered(&folder);
        assert_eq!(recovery.damaged, [start as u64], "byte {place}");
        assert!(!recovery.rebuilt && recovery.cut_bytes == 0, "byte {place}");
        if place % 8 == 0 || place < start + HEADER_BYTES {
            remove_index(&folder);
            let (store, recovery) = open(&folder);
            assert_eq!(recovery.damaged, [start as u64], "byte {place}");
            assert!(recovery.rebuilt);
            (1..=3).for_each(|seed| assert_case(&store, seed));
            let items = [1, 2, 3].map(|seed| store.items(case_id(seed)).unwrap().len());
            assert_eq!(items, [2, 1, 2]);
            drop(store);
            set_ledger(&folder, &good);
            assert!(assert_recovered(&folder).rebuilt, "the index lacks what is there again");
        }
    }
}

#[test]
fn a_case_whose_own_record_is_lost_takes_no_other_with_it() {
    let folder = filled();
    let start = boundaries(&folder)[4];
    let mut bytes = ledger_of(&folder);
    bytes[start + HEADER_BYTES + 3] ^= 1;
    set_ledger(&folder, &bytes);
    remove_index(&folder);
    for rebuilt in [true, false] {
        let (store, recovery) = open(&folder);
        assert_eq!(recovery.damaged, [start as u64]);
        assert_eq!(recovery.rebuilt, rebuilt);
        assert_case(&store, 1);
        assert_case(&store, 3);
        assert!(store.head(case_id(2)).unwrap().is_none());
    }
}

#[test]
fn no_single_flip_takes_the_salt() {
    let folder = filled();
    let good = ledger_of(&folder);
    let second = boundaries(&folder)[1];
    for place in (0..boundaries(&folder)[2]).step_by(3) {
        let mut bytes = good.clone();
        bytes[place] ^= 0x10;
        set_ledger(&folder, &bytes);
        remove_index(&folder);
        let recovery = assert_recovered(&folder);
        let expected = if place < second { 0 } else { second };
        assert_eq!(recovery.damaged, [expected as u64], "byte {place}");
        assert!(ledger_of(&folder).len() > good.len(), "a copy was added");
    }
}

#[test]
fn a_ledger_that_lost_both_copies_takes_the_salt_from_the_index() {
    let folder = filled();
    let mut bytes = ledger_of(&folder);
    let ends = boundaries(&folder);
    bytes[5] ^= 1;
    bytes[ends[1] + 5] ^= 1;
    set_ledger(&folder, &bytes);
    let recovery = assert_recovered(&folder);
    assert_eq!(recovery.damaged, [0]);
    remove_index(&folder);
    assert_recovered(&folder);
    set_ledger(&folder, &bytes);
    remove_index(&folder);
    fs::create_dir(folder.path().join("index")).unwrap();
    assert!(matches!(
        refused_at_open(&folder),
        StoreError::Ledger(std::io::ErrorKind::InvalidData)
    ));
}

#[test]
fn what_the_file_lost_but_the_index_has_stays_readable() {
    let folder = filled();
    let good = ledger_of(&folder);
    let ends = boundaries(&folder);
    for cut in [0, 10, ends[1], ends[3], ends[4] + 7, good.len() - 1] {
        set_ledger(&folder, &good);
        remove_index(&folder);
        assert_recovered(&folder);
        set_ledger(&folder, &good[..cut]);
        let start = ends.iter().rev().find(|end| **end <= cut).unwrap();
        let (store, recovery) = open(&folder);
        assert_filled(&store);
        assert_eq!(recovery.damaged, [*start as u64], "cut at {cut}");
        assert!(recovery.cut_bytes == 0 && !recovery.rebuilt && !recovery.created);
        insert(&store, 4);
        drop(store);
        let (store, recovery) = open(&folder);
        assert_filled_but_more(&store);
        assert!(recovery.damaged.contains(&(*start as u64)) && !recovery.rebuilt);
    }
}

/// Makes a damaged file of a good one.
type Damage = fn(&[u8]) -> Vec<u8>;

#[test]
fn an_index_damaged_in_any_way_is_rebuilt() {
    let folder = filled();
    let other = folder_with_another_store();
    let index = folder.path().join("index");
    let files = ["conf", "db"];
    let damages: [Damage; 5] = [
        |bytes| bytes[..bytes.len() / 2].to_vec(),
        |_| Vec::new(),
        |bytes| {
            let noise: [u8; 4096] = Random::seeded(3).bytes();
            noise.into_iter().cycle().take(bytes.len()).collect()
        },
        |bytes| vec![0xff; bytes.len()],
        |bytes| {
            let mut bytes = bytes.to_vec();
            bytes.iter_mut().step_by(97).for_each(|byte| *byte ^= 1);
            bytes
        },
    ];
    for file in files {
        for (number, damage) in damages.iter().enumerate() {
            let path = index.join(file);
            let bytes = damage(&fs::read(&path).unwrap());
            fs::write(&path, bytes).unwrap();
            let recovery = assert_recovered(&folder);
            // sled makes its small settings file again by itself, and half of the other file can
            // be enough.
            let may_pass = file == "conf" || number == 0;
            assert!(recovery.rebuilt || may_pass, "{file}, damage {number}");
            assert!(!assert_recovered(&folder).rebuilt);
        }
    }
    remove_index(&folder);
    assert!(assert_recovered(&folder).rebuilt);
    remove_index(&folder);
    fs::write(&index, b"a file in its place").unwrap();
    assert!(assert_recovered(&folder).rebuilt);
    remove_index(&folder);
    fs::rename(other.path().join("index"), &index).unwrap();
    assert!(assert_recovered(&folder).rebuilt);
    assert!(folder.path().join("index.damaged").exists());
    assert!(!assert_recovered(&folder).rebuilt);
}

fn folder_with_another_store() -> TempDir {
    let folder = folder();
    let (store, _) = Store::open(folder.path(), || Kdf { salt: [8; 32], ..kdf() }).unwrap();
    (5..=20).for_each(|seed| drop(insert(&store, seed)));
    folder
}

#[test]
fn an_index_of_an_earlier_day_is_brought_up_to_the_end() {
    let folder = folder();
    drop(open(&folder));
    let early = ledger_of(&folder);
    let kept = tempfile::tempdir().unwrap();
    let copy = kept.path().join("index");
    fs::create_dir(&copy).unwrap();
    for file in ["conf", "db"] {
        fs::copy(folder.path().join("index").join(file), copy.join(file)).unwrap();
    }
    let later = filled();
    assert!(ledger_of(&later).starts_with(&early));
    remove_index(&later);
    fs::rename(copy, later.path().join("index")).unwrap();
    assert!(!assert_recovered(&later).rebuilt);
}

#[test]
fn an_index_with_a_wrong_entry_is_rebuilt() {
    let wrongs: [fn(&Index); 6] = [
        |index| drop(index.meta.insert("format", &[1])),
        |index| drop(index.meta.remove("format")),
        |index| {
            let (key, value) = index.items.first().unwrap().unwrap();
            drop(index.items.insert(key, &value[8..]));
        },
        |index| drop(index.cases.remove(case_id(1).as_bytes())),
        |index| drop(index.cases.insert(case_id(1).as_bytes(), b"noise")),
        |index| drop(index.cases.insert([9; 16], index.cases.first().unwrap().unwrap().1)),
    ];
    for wrong in wrongs {
        let folder = filled();
        let (store, _) = open(&folder);
        let break_it = |index: &Index| {
            wrong(index);
            Ok(())
        };
        store.shared.read(break_it).unwrap();
        drop(store);
        assert!(assert_recovered(&folder).rebuilt);
    }
}

#[test]
fn an_index_that_breaks_while_serving_is_mended_before_the_next_command() {
    let folder = filled();
    let (store, _) = open(&folder);
    let break_it = |index: &Index| {
        index.cases.insert(case_id(1).as_bytes(), b"noise").unwrap();
        Ok(())
    };
    store.shared.read(break_it).unwrap();
    assert!(matches!(store.head(case_id(1)), Err(StoreError::Index)));
    insert(&store, 4);
    assert_filled_but_more(&store);
    // The command that finds it broken is refused; it may be tried again.
    store.shared.read(break_it).unwrap();
    assert!(matches!(run(store.append(new_item(1, 60))), Err(StoreError::Index)));
    assert_eq!(append(&store, 1, 60), 2);
}

#[test]
fn what_was_synced_is_answered_as_stored_though_the_index_fails() {
    let folder = filled();
    let (store, _) = open(&folder);
    // An insert does not read the head that it is about to write over.
    let case = new_case(4).case;
    let noise = |index: &Index| {
        index.cases.insert(case.as_bytes(), b"noise").unwrap();
        Ok(())
    };
    store.shared.read(noise).unwrap();
    assert!(matches!(insert(&store, 4), Inserted::New));
    assert!(matches!(insert(&store, 4), Inserted::Same(_)));
    assert_filled_but_more(&store);
}

#[test]
fn a_second_program_on_the_folder_is_refused() {
    let folder = filled();
    let (store, _) = open(&folder);
    assert!(matches!(refused_at_open(&folder), StoreError::Locked));
    assert!(matches!(Store::check(folder.path()), Err(StoreError::Locked)));
    let clone = store.clone();
    drop(store);
    assert!(matches!(refused_at_open(&folder), StoreError::Locked));
    drop(clone);
    assert_recovered(&folder);
}

#[test]
fn another_version_is_refused_and_left_alone() {
    let folder = filled();
    let good = ledger_of(&folder);
    let end = *boundaries(&folder).last().unwrap();
    let tip = walk(&File::open(folder.path().join(FILE_NAME)).unwrap(), end as u64, |_| Ok(()))
        .unwrap()
        .tip;
    let mut newer = opening_installation();
    newer.version = 9;
    let mut bytes = good.clone();
    let record = Record::Installation(newer);
    record.write(tip.number + 1, &tip.check, &mut bytes).unwrap();
    set_ledger(&folder, &bytes);
    let error = refused_at_open(&folder);
    assert!(matches!(error, StoreError::OtherVersion { found: 9, known: 1 }));
    assert_eq!(ledger_of(&folder), bytes);
    for (place, value) in [(8, 77), (9, 2)] {
        let mut bytes = good.clone();
        let start = good.len();
        Record::Acknowledged { case: case_id(1), day: day(1) }
            .write(tip.number + 1, &tip.check, &mut bytes)
            .unwrap();
        reheader(&mut bytes[start..], place, value);
        set_ledger(&folder, &bytes);
        assert!(matches!(refused_at_open(&folder), StoreError::OtherVersion { known: 1, .. }));
        assert_eq!(ledger_of(&folder), bytes);
    }
}

fn opening_installation() -> record::Installation {
    record::Installation::new(&kdf())
}

/// Changes a byte of a record's header and makes its checks right again.
fn reheader(record: &mut [u8], place: usize, value: u8) {
    use sha2::{Digest, Sha256};
    record[place] = value;
    record[10..12].fill(0);
    let check = Sha256::digest(&record[..HEADER_BYTES]);
    record[10..12].copy_from_slice(&check[..2]);
    let end = record.len() - 32;
    let check = Sha256::digest(&record[..end]);
    record[end..].copy_from_slice(&check);
}

#[test]
fn a_file_that_is_no_ledger_is_refused_and_left_alone() {
    let long = vec![b'x'; 100_000];
    for foreign in [&b"shopping list"[..], &b"VMx"[..], &long, &[0; 100_000]] {
        let folder = folder();
        set_ledger(&folder, foreign);
        assert!(matches!(refused_at_open(&folder), StoreError::NotALedger));
        assert!(matches!(
            Store::check(folder.path()),
            Err(StoreError::NotALedger | StoreError::Ledger(_))
        ));
        assert_eq!(ledger_of(&folder), foreign);
    }
    let folder = filled();
    fs::remove_file(folder.path().join(FILE_NAME)).unwrap();
    assert!(matches!(refused_at_open(&folder), StoreError::Ledger(std::io::ErrorKind::NotFound)));
    assert!(!folder.path().join(FILE_NAME).exists());
}

#[test]
fn a_crash_while_making_the_store_leaves_a_new_one() {
    let made = folder();
    drop(open(&made));
    let bytes = ledger_of(&made);
    let first = boundaries(&made)[1];
    for cut in 0..bytes.len() {
        let folder = folder();
        set_ledger(&folder, &bytes[..cut]);
        let expected = Store::check(folder.path()).unwrap();
        let (store, recovery) = open(&folder);
        assert_eq!(recovery.created, cut < first, "cut at {cut}");
        assert_eq!(expected.created, recovery.created);
        insert(&store, 1);
        assert_case(&store, 1);
        drop(store);
        assert_eq!(open(&folder).1.damaged, [0; 0]);
    }
}

#[test]
fn checking_changes_nothing_and_says_what_opening_would_do() {
    let folder = filled();
    let mut bytes = ledger_of(&folder);
    let start = boundaries(&folder)[5];
    bytes[start + 60] ^= 1;
    bytes.extend([5; 99]);
    set_ledger(&folder, &bytes);
    remove_index(&folder);
    let recovery = Store::check(folder.path()).unwrap();
    assert!(recovery.rebuilt && !recovery.created);
    assert_eq!((recovery.cut_bytes, recovery.damaged), (99, vec![start as u64]));
    assert_eq!(ledger_of(&folder), bytes);
    assert!(!folder.path().join("index").exists());
    let missing = tempfile::tempdir().unwrap();
    assert!(Store::check(&missing.path().join("none")).is_err());
    assert!(!missing.path().join("none").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_share_their_syncs_and_are_all_durable() {
    let folder = folder();
    let (store, _) = open(&folder);
    let tasks: Vec<_> = (1..=64)
        .map(|seed| {
            let store = store.clone();
            tokio::spawn(async move { store.insert(new_case(seed)).await })
        })
        .collect();
    for task in tasks {
        assert!(matches!(task.await.unwrap().unwrap(), Inserted::New));
    }
    let syncs = store.shared.syncs.load(Ordering::Relaxed);
    assert!((1..64).contains(&syncs), "{syncs} syncs");
    drop(store);
    remove_index(&folder);
    let (store, _) = open(&folder);
    (1..=64).for_each(|seed| assert_case(&store, seed));
}

#[test]
fn a_full_disk_and_a_failing_sync_refuse_and_pass() {
    let folder = filled();
    let (store, _) = open(&folder);
    let size = ledger_of(&folder).len();
    let set = |fault| *store.shared.fault.lock().unwrap() = fault;
    set(Some(Fault::Write));
    for seed in 4..=6 {
        assert!(matches!(run(store.insert(new_case(seed))), Err(StoreError::Full)));
        assert_eq!(ledger_of(&folder).len(), size, "what was half written is cut off");
    }
    set(Some(Fault::Sync));
    for _ in 0..2 {
        let error = run(store.insert(new_case(4))).err().unwrap();
        assert!(matches!(error, StoreError::Ledger(_)));
        assert!(store.find(&new_case(4).address).unwrap().is_none());
    }
    assert!(ledger_of(&folder).len() > size, "the failed sync left its bytes");
    set(None);
    assert_filled(&store);
    insert(&store, 4);
    assert_filled_but_more(&store);
    drop(store);
    let (store, recovery) = open(&folder);
    assert!(recovery.cut_bytes == 0 && recovery.damaged.is_empty() && !recovery.rebuilt);
    assert_filled_but_more(&store);
}

#[test]
fn a_ledger_full_of_beginnings_is_searched_in_linear_time() {
    let folder = filled();
    let good = ledger_of(&folder);
    let mut bytes = good.clone();
    bytes.extend(record::MAGIC.into_iter().cycle().take(8 * 1024 * 1024));
    set_ledger(&folder, &bytes);
    assert_eq!(assert_recovered(&folder).cut_bytes, 8 * 1024 * 1024);
}

/// One step in the life of a store.
#[derive(Debug, Clone)]
enum Step {
    Insert(u8),
    Append(u8, u8),
    Acknowledge(u8, u16),
    Reopen,
    LoseIndex,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (1..6_u8).prop_map(Step::Insert),
        4 => (1..6_u8, 20..26_u8).prop_map(|(case, item)| Step::Append(case, item)),
        1 => (1..6_u8, 0..9_u16).prop_map(|(case, on)| Step::Acknowledge(case, on)),
        1 => Just(Step::Reopen),
        1 => Just(Step::LoseIndex),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_store_is_what_was_done_to_it(steps in prop::collection::vec(step(), 1..40)) {
        let folder = folder();
        let mut store = Some(open(&folder).0);
        let mut cases: std::collections::BTreeMap<u8, (Vec<u8>, Option<u16>)> = Default::default();
        for step in steps {
            let open_store = store.clone().unwrap();
            match step {
                Step::Insert(seed) => {
                    let new = matches!(insert(&open_store, seed), Inserted::New);
                    prop_assert_eq!(new, cases.insert_if_new(seed));
                }
                Step::Append(case, seed) => {
                    let place = run(open_store.append(new_item(case, seed))).ok();
                    let expected = cases.get_mut(&case).map(|(items, _)| {
                        let known = items.iter().position(|item| *item == seed);
                        known.unwrap_or_else(|| { items.push(seed); items.len() - 1 }) as u32 + 1
                    });
                    prop_assert_eq!(place, expected);
                }
                Step::Acknowledge(case, on) => {
                    let head = run(open_store.acknowledge(case_id(case), day(on))).ok();
                    let expected = cases.get_mut(&case).map(|(_, first)| *first.get_or_insert(on));
                    prop_assert_eq!(head.and_then(|head| head.acknowledged_on), expected.map(day));
                }
                Step::Reopen | Step::LoseIndex => {
                    drop(open_store);
                    drop(store.take());
                    if matches!(step, Step::LoseIndex) { remove_index(&folder); }
                    let (again, recovery) = open(&folder);
                    prop_assert_eq!(recovery.rebuilt, matches!(step, Step::LoseIndex));
                    store = Some(again);
                }
            }
        }
        let store = store.unwrap();
        for (case, (items, acknowledged)) in cases {
            assert_case(&store, case);
            let head = store.head(case_id(case)).unwrap().unwrap();
            prop_assert_eq!(head.items as usize, items.len() + 1);
            prop_assert_eq!(head.acknowledged_on, acknowledged.map(day));
            let stored = store.items(case_id(case)).unwrap();
            for (place, seed) in items.iter().enumerate() {
                prop_assert!(stored[place + 1].item == new_item(case, *seed).item);
            }
        }
    }
}

/// Inserting what is not there.
trait InsertIfNew {
    fn insert_if_new(&mut self, seed: u8) -> bool;
}

impl InsertIfNew for std::collections::BTreeMap<u8, (Vec<u8>, Option<u16>)> {
    fn insert_if_new(&mut self, seed: u8) -> bool {
        let new = !self.contains_key(&seed);
        self.entry(seed).or_default();
        new
    }
}
