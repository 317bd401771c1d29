//! Who may read a case, when that changes: feeds, and an index that says what the ledger says.

use super::*;

/// A change of the readers of this case, whose entry is to lie at this place.
fn change(case: u8, seed: u8, place: u32, (added, removed): (&[u8], &[u8])) -> NewReaders {
    let officers = |seeds: &[u8]| seeds.iter().map(|seed| officer(*seed)).collect();
    let sealed = item(ItemKind::Entry, seed, 50);
    NewReaders {
        item: NewItem { item: sealed, ..new_item(case, seed) },
        place,
        added: officers(added),
        removed: officers(removed),
    }
}

fn changed(store: &Store, new: NewReaders) -> Result<u32, StoreError> {
    run(store.change_readers(new))
}

/// What an officer's feed holds of any case: places, in order.
fn fed(store: &Store, seed: u8) -> Vec<(CaseId, u32)> {
    let page = store.feed(officer(seed), None).unwrap();
    page.entries.iter().map(|entry| (entry.case, entry.sequence)).collect()
}

/// Case 1 is officers 1 and 3: its report, an item, then 5 comes and 3 goes, and one item more.
fn moved(store: &Store) {
    insert(store, 1);
    insert(store, 2);
    assert_eq!(append(store, 1, 10), 1);
    assert_eq!(changed(store, change(1, 11, 2, (&[5], &[3]))).unwrap(), 2);
    assert_eq!(append(store, 1, 12), 3);
}

fn assert_moved(store: &Store) {
    let (one, other) = (case_id(1), case_id(2));
    let head = store.head(one).unwrap().unwrap();
    assert_eq!((head.readers, head.items), (vec![officer(1), officer(5)], 4));
    assert_eq!(fed(store, 1), [(one, 0), (other, 0), (one, 1), (one, 2), (one, 3)]);
    assert_eq!(fed(store, 3), []);
    assert_eq!(fed(store, 5), [(one, 2), (one, 3)]);
    let all = store.items_from(one, 0).unwrap();
    assert_eq!(all.entries.iter().map(|it| it.sequence).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert_eq!(store.items_from(one, 3).unwrap().entries.len(), 1);
    assert_eq!(store.items_from(case_id(9), 0).unwrap().entries.len(), 0);
}

#[test]
fn from_a_change_on_each_feed_has_what_its_officer_may_read_then() {
    let folder = folder();
    let (store, _) = open(&folder);
    moved(&store);
    assert_moved(&store);
    // Who has gone and names what came last begins anew, as with any item that is unknown.
    let items = store.items(case_id(1)).unwrap();
    let name = ItemName::of(case_id(1), 1, &items[1].item);
    assert_eq!(store.feed(officer(3), Some(name)).unwrap().entries.len(), 0);
    // A cursor of who stays goes on where it was.
    let after = store.feed(officer(1), Some(name)).unwrap();
    assert_eq!(after.entries.iter().map(|it| it.sequence).collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn a_change_reads_back_from_the_index_and_from_the_ledger_alone() {
    let folder = folder();
    let (store, _) = open(&folder);
    moved(&store);
    drop(store);
    let (store, recovery) = open(&folder);
    assert!(!recovery.rebuilt, "the index agrees");
    assert_moved(&store);
    drop(store);
    remove_index(&folder);
    let (store, recovery) = open(&folder);
    assert!(recovery.rebuilt);
    assert_moved(&store);
    drop(store);
    let (_, recovery) = open(&folder);
    assert!(!recovery.rebuilt, "what was rebuilt agrees");
}

#[test]
fn an_index_that_says_otherwise_is_built_anew() {
    let folder = folder();
    for damage in 0..3 {
        let (store, _) = Store::open(folder.path(), kdf).unwrap();
        if damage == 0 {
            moved(&store);
        }
        store
            .read(|index| {
                let key = case_id(1);
                match damage {
                    0 => index.readers.remove(key.as_bytes()).map(drop),
                    1 => {
                        let mut head = index.head(key).unwrap().unwrap();
                        head.readers.push(officer(3));
                        index.cases.insert(key.as_bytes(), to_bytes(&head)).map(drop)
                    }
                    _ => index.feed.insert([3; 24], &[7; 20]).map(drop),
                }
                .map_err(|_| StoreError::Index)
            })
            .unwrap();
        drop(store);
        let (store, recovery) = open(&folder);
        assert!(recovery.rebuilt, "{damage}");
        assert_moved(&store);
    }
}

#[test]
fn who_comes_back_finds_in_the_feed_what_comes_from_then_on() {
    let folder = folder();
    let (store, _) = open(&folder);
    moved(&store);
    changed(&store, change(1, 13, 4, (&[3], &[5]))).unwrap();
    let one = case_id(1);
    assert_eq!((fed(&store, 3), fed(&store, 5)), (vec![(one, 4)], vec![]));
    // Added although there already: nothing begins later.
    changed(&store, change(1, 14, 5, (&[1, 3], &[9]))).unwrap();
    assert_eq!(fed(&store, 1).len(), 7);
    assert_eq!(fed(&store, 3), [(one, 4), (one, 5)]);
    drop(store);
    assert!(!open(&folder).1.rebuilt);
}

#[test]
fn a_change_is_kept_once_and_only_by_who_knows_everything_before_it() {
    let folder = folder();
    let (store, _) = open(&folder);
    insert(&store, 1);
    append(&store, 1, 10);
    let late = changed(&store, change(1, 11, 1, (&[5], &[])));
    assert!(matches!(late, Err(StoreError::Moved)));
    assert_eq!(fed(&store, 5), []);
    for _ in 0..2 {
        assert_eq!(changed(&store, change(1, 11, 2, (&[5], &[]))).unwrap(), 2);
    }
    assert_eq!(store.head(case_id(1)).unwrap().unwrap().items, 3);
    let nowhere = changed(&store, change(7, 12, 0, (&[5], &[])));
    assert!(matches!(nowhere, Err(StoreError::UnknownCase)));
    // Two officers at the same moment: one of them is told.
    let both = run(async {
        let one = store.change_readers(change(1, 20, 3, (&[6], &[])));
        let other = store.change_readers(change(1, 21, 3, (&[7], &[])));
        futures::future::join(one, other).await
    });
    assert!(matches!(both, (Ok(3), Err(StoreError::Moved))));
}

#[test]
fn whom_the_reporter_excluded_is_never_added_also_after_a_rebuild() {
    let folder = folder();
    let (store, _) = open(&folder);
    let new = NewCase { excluded: vec![officer(7), officer(8)], ..new_case(1) };
    assert!(matches!(run(store.insert(new)).unwrap(), Inserted::New));
    let refused = |store: &Store| {
        for who in [7, 8] {
            let answer = changed(store, change(1, 11, 1, (&[5, who], &[])));
            assert!(matches!(answer, Err(StoreError::Excluded)));
        }
        assert_eq!(fed(store, 5), []);
    };
    refused(&store);
    drop(store);
    let (store, recovery) = open(&folder);
    assert!(!recovery.rebuilt);
    refused(&store);
    drop(store);
    remove_index(&folder);
    refused(&open(&folder).0);
}

#[test]
fn the_record_of_a_case_without_excluded_is_as_it_was_before() {
    let bytes = |excluded| {
        let new = Box::new(NewCase { excluded, ..new_case(1) });
        let mut to = Vec::new();
        Record::Case { new, files: Vec::new() }.write(1, &[0; 32], &mut to).unwrap();
        to
    };
    let (without, with) = (bytes(Vec::new()), bytes(vec![officer(7)]));
    // An array of 8 as ever; of 10 with them, the ninth of which is null.
    assert_eq!((without[HEADER_BYTES], with[HEADER_BYTES]), (0x88, 0x8a));
    let body = &with[HEADER_BYTES..with.len() - 32];
    let Some(Record::Case { new, files }) = Record::decode(2, body) else { panic!("no case") };
    assert_eq!((new.excluded, files.len()), (vec![officer(7)], 0));
}
