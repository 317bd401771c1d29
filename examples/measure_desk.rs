//! Measures how long a desk takes to open its cases: `cargo run --release --example measure_desk`,
//! with the number of cases behind it or 10,000.
//!
//! It makes a folder with many cases, each a report and some entries, and opens it twice: on all
//! cores, and once more when nothing is new. Then it serves a desk over it, and measures from the
//! passphrase to the page of today. The folder goes away afterwards.

use std::{
    error::Error,
    fs,
    ops::ControlFlow,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};
use veilig_melden::{
    Language,
    core::{
        CaseId, Clock, EntryId, ItemKind, PublicNumber, Random, Reader, Readers, SealedItem,
        entry::Statement,
        envelope::seal,
        forms::FormUsed,
        report::{Answers, Report},
        sealed_hash,
        wire::{TeamMember, TeamPage},
    },
    desk::{
        Casebook, Desk, DeskOptions, Drawer, KeyRing, KnownTeam,
        casework::{Event, event::Answered, triage::YesNo},
        keyring::WorkFactor,
    },
};

/// Entries in each case.
const ENTRIES: usize = 5;

const PASSPHRASE: &str = "vijf losse woorden hier";

fn main() -> Result<(), Box<dyn Error>> {
    let cases = std::env::args().nth(1).map_or(Ok(10_000), |count| count.parse::<usize>())?;
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
    for _ in 0..cases {
        fill(&folder.join("cases"), &ring, &random)?;
    }
    println!("{cases} cases with {ENTRIES} entries each were made in {:?}", start.elapsed());
    let mut book = Casebook::new();
    for what in ["everything is new", "nothing is new"] {
        let start = Instant::now();
        book.refresh_watched(&drawer, &ring, &|_, _| ControlFlow::Continue(()))?;
        println!("opened, {what}: {:?}", start.elapsed());
    }
    let entries: usize = book.iter().map(|case| case.history().len()).sum();
    println!("{} cases, {entries} entries that count", book.iter().count());
    drop(book);
    ring.write(&folder, &PASSPHRASE.into(), WorkFactor::AboutOneSecond)?;
    serve(&folder)?;
    Ok(fs::remove_dir_all(folder)?)
}

/// From the passphrase to the page of today, as a browser sees it.
fn serve(folder: &Path) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Runtime::new()?;
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
    let desk = Desk::at(DeskOptions {
        folder: folder.to_owned(),
        clock: Clock::System,
        random: Arc::new(Random::from_system()),
        language: Language::Nl,
        idle: Duration::from_secs(900),
        listener,
    })?;
    let start = Instant::now();
    desk.unlock(&PASSPHRASE.into())?;
    println!("the passphrase was taken after {:?}", start.elapsed());
    let link = desk.link();
    let base = link.split_once("/start/").ok_or("no link")?.0.to_owned();
    runtime.spawn(desk.serve(std::future::pending()));
    let entered = ureq::get(&link).call()?;
    let cookie = entered.headers()["set-cookie"].to_str()?.to_owned();
    let cookie = cookie.split(';').next().unwrap_or_default();
    let page = |path: &str| -> Result<String, Box<dyn Error>> {
        let mut answer = ureq::get(format!("{base}{path}")).header("cookie", cookie).call()?;
        Ok(answer.body_mut().read_to_string()?)
    };
    // Each page waits some seconds for the cases before it says how far that is.
    while page("/")?.contains("/opening/stop") {}
    println!("from the passphrase to today: {:?}", start.elapsed());
    for path in ["/", "/cases?show=all", "/cases?show=late&page=50"] {
        let start = Instant::now();
        let bytes = page(path)?.len();
        println!("{path}: {:?}, {bytes} bytes", start.elapsed());
    }
    let status = fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find(|line| line.starts_with("VmHWM"));
    println!("peak memory: {}", peak.unwrap_or("not known here"));
    Ok(())
}

/// One case, as sync would have left it.
fn fill(cases: &std::path::Path, ring: &KeyRing, random: &Random) -> Result<(), Box<dyn Error>> {
    let case = CaseId::random(random);
    let recipient = ring.recipient().parse().map_err(|_| "no recipient")?;
    let name = "Anna de Vries".to_owned();
    let readers = Readers::new(vec![Reader { id: ring.officer(), name, recipient }]);
    let readers = readers.ok_or("no readers")?;
    let report = Report {
        case,
        number: PublicNumber::random(random),
        day: Clock::System.today(),
        language: Language::Nl,
        mailbox: ring.recipient().parse().map_err(|_| "no mailbox")?,
        readers: Report::list_readers(&readers),
        excluded: Vec::new(),
        answers: Answers::default(),
        form: FormUsed::Full,
        attachments: Vec::new(),
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
            body: Event::Safe(Answered { answer: YesNo::No, note: Some("x".repeat(150).into()) })
                .encode()
                .to_vec()
                .into(),
            readers: None,
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
