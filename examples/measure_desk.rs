//! Measures how long a desk takes to open its cases: `cargo run --release --example measure_desk`.
//!
//! It makes a folder with many cases, each a report and some entries, and opens it twice: on all
//! cores, and once more when nothing is new. The folder goes away afterwards.

use std::{error::Error, fs, ops::ControlFlow, time::Instant};
use veilig_melden::{
    Language,
    core::{
        CaseId, Clock, EntryId, ItemKind, PublicNumber, Random, Reader, Readers, SealedItem,
        entry::Statement,
        envelope::seal,
        report::{Answers, Report},
        sealed_hash,
        wire::{TeamMember, TeamPage},
    },
    desk::{Casebook, Drawer, KeyRing, KnownTeam},
};

/// Cases in the folder.
const CASES: usize = 10_000;
/// Entries in each.
const ENTRIES: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::temp_dir().join(format!("measure-desk-{}", std::process::id()));
    let random = Random::from_system();
    let ring = KeyRing::random(&random);
    let drawer = Drawer::open(&folder)?;
    let page = TeamPage {
        members: vec![TeamMember {
            id: ring.officer(),
            name: "Anna de Vries".to_owned(),
            recipient: ring.recipient(),
            signer: Some(ring.signer()),
        }],
    };
    let team = KnownTeam::default().take_in(page, Clock::System.today());
    drawer.set_team(&team.ok_or("no team")?)?;
    let start = Instant::now();
    for _ in 0..CASES {
        fill(&folder.join("cases"), &ring, &random)?;
    }
    println!("{CASES} cases with {ENTRIES} entries each were made in {:?}", start.elapsed());
    let mut book = Casebook::new();
    for what in ["everything is new", "nothing is new"] {
        let start = Instant::now();
        book.refresh_watched(&drawer, &ring, &|_, _| ControlFlow::Continue(()))?;
        println!("opened, {what}: {:?}", start.elapsed());
    }
    let entries: usize = book.iter().map(|case| case.history().len()).sum();
    println!("{} cases, {entries} entries that count", book.iter().count());
    Ok(fs::remove_dir_all(folder)?)
}

/// One case, as sync would have left it.
fn fill(cases: &std::path::Path, ring: &KeyRing, random: &Random) -> Result<(), Box<dyn Error>> {
    let case = CaseId::random(random);
    let recipient = ring.recipient().parse().map_err(|_| "no recipient")?;
    let name = "Anna de Vries".to_owned();
    let readers = Readers::new(vec![Reader { id: ring.officer(), name, recipient }]);
    let readers = readers.ok_or("no readers")?;
    let report = Report {
        attachments: Vec::new(),
        case,
        number: PublicNumber::random(random),
        day: Clock::System.today(),
        language: Language::Nl,
        mailbox: ring.recipient().parse().map_err(|_| "no mailbox")?,
        readers: Report::list_readers(&readers),
        excluded: Vec::new(),
        answers: Answers::default(),
    };
    let sealed = seal(&report, &readers)?;
    let mut items: Vec<SealedItem> = Vec::new();
    let mut parents = Vec::new();
    for _ in 0..ENTRIES {
        let entry = ring.sign_entry(Statement {
            case,
            id: EntryId::random(random),
            officer: ring.officer(),
            at_seconds: Clock::System.seconds(),
            report: sealed_hash(&sealed),
            parents,
            item: None,
            body: vec![0; 200].into(),
        });
        parents = vec![entry.hash()];
        items.push(seal(&entry, &readers)?);
    }
    let folder = cases.join(case.to_string());
    fs::create_dir(&folder)?;
    for (place, item) in std::iter::once(&sealed).chain(&items).enumerate() {
        let kind = if item.kind() == ItemKind::Report { "report" } else { "entry" };
        fs::write(folder.join(format!("{place:08}.{kind}.age")), item.as_bytes())?;
    }
    Ok(())
}
