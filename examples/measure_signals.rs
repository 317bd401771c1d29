//! Measures the search for earlier signals: `cargo run --release --no-default-features --features
//! officer --example measure_signals`, with the number of cases behind it or 10,000.
//!
//! It makes a folder with many sealed cases, each with two people in the key table and a hundred and
//! fifty words, opens them, takes their words, writes and reads the file, and searches. The folder
//! goes away afterwards.

use std::{
    error::Error,
    fs,
    path::Path,
    time::{Duration, Instant},
};
use veilig_melden::{
    Language,
    core::{
        CaseId, Clock, EntryId, ItemKind, Plaintext, PublicNumber, Random, Reader, Readers,
        SealedItem,
        entry::Statement,
        envelope::seal,
        forms::FormUsed,
        report::{Answers, Report},
        sealed_hash,
        wire::{TeamMember, TeamPage},
    },
    desk::{
        Casebook, Drawer, KeyRing, KnownTeam,
        casebook::Refreshed,
        casework::{Event, event::Person},
        signals::Signals,
    },
};

/// Words in the text of a case, besides its names.
const WORDS: usize = 150;

/// Different words, and different family names, in all cases together.
const VOCABULARY: u64 = 40_000;
const NAMES: u64 = 8_000;

/// How often each search is done.
const ROUNDS: u32 = 50;

const SYLLABLES: [&str; 32] = [
    "ba", "ker", "jan", "sen", "vis", "ser", "mul", "der", "hof", "man", "dijk", "stra", "win",
    "kel", "lin", "de", "ver", "zorg", "kamer", "gang", "ten", "huis", "boer", "wil", "lem", "pe",
    "ter", "koe", "sma", "roo", "ij", "nacht",
];

fn main() -> Result<(), Box<dyn Error>> {
    let cases = std::env::args().nth(1).map_or(Ok(10_000), |count| count.parse::<usize>())?;
    let folder = std::env::temp_dir().join(format!("measure-signals-{}", std::process::id()));
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
    for _ in 0..cases {
        fill(&folder.join("cases"), &ring, &random)?;
    }
    let mut book = Casebook::new();
    book.refresh(&drawer, &ring)?;
    println!("{} cases are open; memory: {}", book.len(), memory());
    measure(&folder, &ring, &book)?;
    Ok(fs::remove_dir_all(folder)?)
}

fn measure(folder: &Path, ring: &KeyRing, book: &Casebook) -> Result<(), Box<dyn Error>> {
    for what in ["there is no file", "the file is right"] {
        let mut signals = Signals::default();
        let start = Instant::now();
        signals.refresh((folder, ring), book, Refreshed::Whole)?;
        println!("brought up to date, {what}: {:?}; memory: {}", start.elapsed(), memory());
    }
    let mut signals = Signals::default();
    signals.refresh((folder, ring), book, Refreshed::Whole)?;
    println!("on disk: {} bytes", fs::metadata(folder.join("signals.age"))?.len());
    for typed in ["jansen", "bakker dijkstra", "jansen kamergang nachtzorg linde verzorghuis"] {
        search(typed, || signals.find(typed).len());
    }
    for (place, case) in book.iter().take(3).enumerate() {
        search(&format!("like case {place}"), || signals.like(case.id).len());
    }
    Ok(())
}

/// Does a search often and tells how long it took.
fn search(what: &str, find: impl Fn() -> usize) {
    let mut times: Vec<Duration> = Vec::new();
    let mut found = 0;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        found = find();
        times.push(start.elapsed());
    }
    times.sort_unstable();
    let (middle, longest) = (times[times.len() / 2], times[times.len() - 1]);
    println!("{what}: {found} found, {middle:?} as a rule, {longest:?} at most");
}

fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.map_or_else(|| "not known here".to_owned(), |line| line.trim().to_owned())
}

/// A number below `end`; small ones come far more often, as words do.
fn draw(random: &Random, end: u64) -> u64 {
    let one = u64::from_le_bytes(random.bytes()) % end;
    let other = u64::from_le_bytes(random.bytes()) % end;
    one * other / end
}

/// The word with this number.
fn word(mut number: u64) -> String {
    let mut word = String::new();
    while number > 0 || word.is_empty() {
        word.push_str(SYLLABLES[(number % 32) as usize]);
        number /= 32;
    }
    word
}

fn name(random: &Random) -> String {
    let word = word(32 + draw(random, NAMES));
    word[..1].to_uppercase() + &word[1..]
}

/// What officers wrote: two people, and a note.
fn events(random: &Random) -> Result<Vec<Event>, Box<dyn Error>> {
    let words: Vec<String> = (0..WORDS).map(|_| word(draw(random, VOCABULARY))).collect();
    let person = |pseudonym: &str| -> Result<Event, Box<dyn Error>> {
        Ok(Event::Person(Person {
            pseudonym: pseudonym.parse().map_err(|_| "no pseudonym")?,
            name: Some(Plaintext::from(format!("{} {}", name(random), name(random)))),
            function: None,
            contact: None,
        }))
    };
    let note = Event::Note(Plaintext::from(words.join(" ")));
    Ok(vec![person("client-1")?, person("accused-1")?, note])
}

/// One case, as sync would have left it.
fn fill(cases: &Path, ring: &KeyRing, random: &Random) -> Result<(), Box<dyn Error>> {
    let case = CaseId::random(random);
    let recipient = ring.recipient().parse().map_err(|_| "no recipient")?;
    let readers = vec![Reader { id: ring.officer(), name: "Anna de Vries".to_owned(), recipient }];
    let readers = Readers::new(readers).ok_or("no readers")?;
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
    let mut items: Vec<SealedItem> = vec![seal(&report, &readers)?];
    let mut parents = Vec::new();
    for event in events(random)? {
        let entry = ring.sign_entry(Statement {
            case,
            id: EntryId::random(random),
            officer: ring.officer(),
            at_seconds: Clock::System.seconds(),
            report: sealed_hash(&items[0]),
            parents,
            item: None,
            body: event.encode().to_vec().into(),
        });
        parents = vec![entry.hash()];
        items.push(seal(&entry, &readers)?);
    }
    let folder = cases.join(case.to_string());
    fs::create_dir(&folder)?;
    for (place, item) in items.iter().enumerate() {
        let kind = if item.kind() == ItemKind::Report { "report" } else { "entry" };
        fs::write(folder.join(format!("{place:08}.{kind}.age")), item.as_bytes())?;
    }
    Ok(())
}
