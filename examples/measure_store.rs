//! Measures the store on this machine: durable inserts a second, and the time to open and to
//! rebuild. `cargo run --release --no-default-features --features server --example measure_store
//! [FOLDER]`; the folder must not exist and is left behind.

use std::{error::Error, path::PathBuf, time::Instant};
use veilig_melden::{
    core::{
        CaseId, Day, ItemKind, Kdf, MailboxAddress, OfficerId, OnceId, PublicNumber, Random,
        SealedItem, wire::ItemName,
    },
    store::{NewCase, Store, StoreError},
};

/// Bytes of one item.
const ITEM_BYTES: usize = 4096;

/// Items to open and rebuild with.
const ITEMS: usize = 20_000;

/// A public age key; nobody has its private half.
const MAILBOX: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

fn new_case(random: &Random) -> NewCase {
    let mut item = b"age-encryption.org/v1\n".to_vec();
    item.extend(random.bytes::<ITEM_BYTES>());
    NewCase {
        case: CaseId::random(random),
        number: PublicNumber::random(random),
        day: Day::from_number(20_000),
        address: MailboxAddress(random.bytes()),
        mailbox: MAILBOX.parse().expect("a public age key"),
        readers: (1..=3).map(|seed| OfficerId::from_bytes([seed; 16])).collect(),
        excluded: Vec::new(),
        once: OnceId::random(random),
        item: SealedItem::from_bytes(ItemKind::Report, item).expect("begins as an age file"),
        attachments: Vec::new(),
    }
}

/// Inserts `count` cases from `tasks` tasks at once and prints how many a second became durable.
async fn insert(store: &Store, tasks: usize, count: usize) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let insert_share = |store: Store| async move {
        let random = Random::from_system();
        for _ in 0..count / tasks {
            store.insert(new_case(&random)).await?;
        }
        Ok::<(), StoreError>(())
    };
    let shares: Vec<_> = (0..tasks).map(|_| tokio::spawn(insert_share(store.clone()))).collect();
    for share in shares {
        share.await??;
    }
    let rate = count as f64 / start.elapsed().as_secs_f64();
    println!("{tasks} tasks: {rate:.0} durable inserts of 4 KiB a second");
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map_or_else(|| "measured-store".into(), PathBuf::from);
    let kdf = || Kdf::random(&Random::from_system());
    let (store, _) = Store::open(&folder, kdf)?;
    insert(&store, 1, 500).await?;
    insert(&store, 32, 3_200).await?;
    insert(&store, 256, ITEMS - 3_700).await?;
    let start = Instant::now();
    drop(store);
    println!("close: {:?}", start.elapsed());
    let measured_open = |what: &str| -> Result<(), Box<dyn Error>> {
        let start = Instant::now();
        let (store, recovery) = Store::open(&folder, kdf)?;
        println!("{what} with {ITEMS} items: {:?}; {recovery:?}", start.elapsed());
        let start = Instant::now();
        let mut after = None;
        while let Some(last) = store.feed(OfficerId::from_bytes([1; 16]), after)?.entries.last() {
            after = Some(ItemName::of(last.case, last.sequence, &last.item));
        }
        println!("reading one officer's whole feed: {:?}", start.elapsed());
        Ok(())
    };
    measured_open("open")?;
    std::fs::remove_dir_all(folder.join("index"))?;
    measured_open("rebuild")
}
