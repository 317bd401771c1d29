//! Kills, damage and ordinary stops of the real server: what was acknowledged is there afterwards.

use crate::{
    process::{Said, ServerProcess, files_in, meldpunt, run},
    server::{Browser, TestDesk, TestOfficer, hidden, make_organisation, public_number},
};
use std::{
    collections::BTreeMap,
    fs::{self, OpenOptions},
    io::Write,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
    process::Command,
    sync::mpsc::{self, Sender},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use veilig_melden::{
    Language,
    core::{Clock, Random, opening::Opened, wire::ItemName},
};

/// How often the server is killed.
const ROUNDS: u64 = 60;

/// Reporters who send at once.
const REPORTERS: usize = 3;

/// The server is killed after at most this many things that reporters did or saw.
const MOST_EVENTS: u64 = 12;

/// … and at most this much later, in microseconds: longer than a report takes.
const MOST_MICROS: u64 = 150_000;

/// An organisation whose server is a process of its own.
struct Organisation {
    folder: TempDir,
    officers: Vec<TestOfficer>,
}

impl Organisation {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let listen = "127.0.0.1:0".parse().unwrap();
        let officers = make_organisation(folder.path(), &["Anna", "Bram"], listen);
        Self { folder, officers }
    }

    fn config(&self) -> PathBuf {
        self.folder.path().join("meldpunt.toml")
    }

    fn ledger(&self) -> PathBuf {
        self.folder.path().join("data/ledger")
    }

    fn index(&self) -> PathBuf {
        self.folder.path().join("data/index")
    }

    fn start(&self) -> ServerProcess {
        ServerProcess::start(&self.config())
    }

    fn desk(&self, server: &ServerProcess) -> TestDesk<'_> {
        TestDesk { base: server.base.clone(), officer: &self.officers[0], clock: Clock::System }
    }
}

/// A form that was filled in.
#[derive(Clone)]
struct Filled {
    code: String,
    ticket: String,
    story: String,
}

impl Filled {
    /// Gets a blank form and fills it in; `None` when the server is gone.
    fn fill(reporter: &Browser, story: String) -> Option<Self> {
        let page = reporter.try_get("/melden").ok()?.body;
        Some(Self { code: hidden(&page, "code"), ticket: hidden(&page, "ticket"), story })
    }

    fn fields(&self) -> [(&str, &str); 3] {
        [("code", &self.code), ("ticket", &self.ticket), ("story", &self.story)]
    }

    /// Sends it; whether the receipt was shown.
    fn send(&self, reporter: &Browser) -> bool {
        let Ok(page) = reporter.try_post("/melden", &self.fields()) else { return false };
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(page.body.contains(&self.code));
        true
    }

    /// Writes a message to the meldteam; whether it was said to be sent.
    fn write(&self, reporter: &Browser, message: &str) -> bool {
        let Ok(page) =
            reporter.try_post("/bericht", &[("code", &*self.code), ("message", message)])
        else {
            return false;
        };
        assert_eq!(page.status, 200, "{}", page.body);
        true
    }
}

/// What a reporter did or saw.
enum Event {
    Sending(Filled),
    Receipt(Filled),
    Sent(String),
}

/// Reports, writes a message after every second report, until the server is gone.
fn report_on(base: String, name: &str, tell: &Sender<Event>) {
    let reporter = Browser::at(base);
    let say = |event| tell.send(event).expect("the test listens until everybody is done");
    for number in 0.. {
        let Some(form) = Filled::fill(&reporter, format!("{name} {number}")) else { return };
        say(Event::Sending(form.clone()));
        if !form.send(&reporter) {
            return;
        }
        say(Event::Receipt(form.clone()));
        if number % 2 == 0 {
            let message = format!("{name} {number} ook nog");
            if !form.write(&reporter, &message) {
                return;
            }
            say(Event::Sent(message));
        }
    }
}

/// Everything that was acknowledged, and everything that was under way.
#[derive(Default)]
struct Memory {
    /// Forms whose receipt was shown.
    shown: Vec<Filled>,
    /// Messages that were said to be sent.
    sent: Vec<String>,
    /// Forms that were being sent when the server was killed.
    cut_off: Vec<Filled>,
    /// Rounds in which there was such a form.
    interrupted_rounds: u64,
    /// How often each text lies in the officer's feed so far.
    feed: BTreeMap<String, usize>,
    last: Option<ItemName>,
}

impl Memory {
    fn note(&mut self, event: Event) {
        match event {
            Event::Sending(form) => self.cut_off.push(form),
            Event::Receipt(form) => {
                self.cut_off.retain(|other| other.code != form.code);
                self.shown.push(form);
            }
            Event::Sent(message) => self.sent.push(message),
        }
    }

    /// Forms without an answer are sent once more, as their reporters would.
    fn send_again(&mut self, base: &str) {
        let reporter = Browser::at(base.to_owned());
        for form in self.cut_off.drain(..) {
            assert!(form.send(&reporter), "{}", form.story);
            self.shown.push(form);
        }
    }

    /// The officer opens what is new.
    fn read_feed(&mut self, desk: &TestDesk) {
        for entry in desk.feed_after(self.last) {
            self.last = Some(ItemName::of(entry.case, entry.sequence, &entry.item));
            *self.feed.entry(text_of(desk, &entry)).or_default() += 1;
        }
    }

    /// Every report and every message that was acknowledged is there exactly once, and nothing
    /// that nobody sent.
    fn expect_feed(&self) {
        let forms = self.shown.iter().chain(&self.cut_off).map(|form| form.story.as_str());
        for text in self.shown.iter().map(|form| &form.story).chain(&self.sent) {
            assert_eq!(self.feed.get(text), Some(&1), "{text}");
        }
        let known: Vec<_> = forms.chain(self.sent.iter().map(String::as_str)).collect();
        for (text, count) in &self.feed {
            // A message may have been stored without its reporter being told.
            let is_told = known.contains(&text.as_str()) || text.ends_with("ook nog");
            assert!(is_told && *count == 1, "{text}: {count}");
        }
    }
}

fn text_of(desk: &TestDesk, entry: &veilig_melden::core::wire::FeedEntry) -> String {
    match desk.officer.identity.open(entry.case, &entry.item).unwrap() {
        Opened::Report(report) => {
            report.answers.get("story").unwrap().values()[0].expose().to_owned()
        }
        Opened::Addition(addition) => addition.text.unwrap().expose().to_owned(),
        _ => panic!("nobody sent this"),
    }
}

/// Each of these receipts opens its thread.
fn expect_threads(base: &str, forms: &[Filled]) {
    let open = |forms: &[Filled]| {
        let reporter = Browser::at(base.to_owned());
        for form in forms {
            let page = reporter.thread(&form.code);
            assert_eq!(page.status, 200, "{}: {}", form.story, page.body);
            public_number(&page.body);
        }
    };
    thread::scope(|scope| {
        forms.chunks(forms.len().div_ceil(2).max(1)).for_each(|part| {
            scope.spawn(move || open(part));
        });
    });
}

/// A number below `end`.
fn draw(random: &Random, end: u64) -> u64 {
    u64::from_le_bytes(random.bytes()) % end
}

/// What happens to the data folder between two runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Damage {
    None,
    IndexGone,
    IndexTruncated,
    IndexNoise,
    TailNoise,
    TailZeros,
    TailCopy,
}

impl Damage {
    fn of_round(round: u64) -> Self {
        match round % 12 {
            1 => Self::IndexGone,
            3 => Self::IndexTruncated,
            5 => Self::IndexNoise,
            7 => Self::TailNoise,
            9 => Self::TailZeros,
            11 => Self::TailCopy,
            _ => Self::None,
        }
    }

    fn happen(self, organisation: &Organisation, random: &Random) {
        match self {
            Self::None => {}
            Self::IndexGone => fs::remove_dir_all(organisation.index()).unwrap(),
            Self::IndexTruncated => {
                let file = largest_file(&organisation.index());
                let length = draw(random, fs::metadata(&file).unwrap().len());
                OpenOptions::new().write(true).open(file).unwrap().set_len(length).unwrap();
            }
            Self::IndexNoise => {
                let file = largest_file(&organisation.index());
                let length = fs::metadata(&file).unwrap().len();
                let file = OpenOptions::new().write(true).open(file).unwrap();
                for _ in 0..64 {
                    file.write_all_at(&random.bytes::<512>(), draw(random, length)).unwrap();
                }
            }
            Self::TailNoise => append(&organisation.ledger(), &random.bytes::<3000>()),
            Self::TailZeros => append(&organisation.ledger(), &[0; 3000]),
            Self::TailCopy => {
                let ledger = fs::read(organisation.ledger()).unwrap();
                append(&organisation.ledger(), &ledger[..ledger.len() / 2]);
            }
        }
    }

    /// What the server says about it at its next start, where that is certain.
    fn sentence(self) -> Option<String> {
        let texts = Language::Nl.load();
        match self {
            Self::IndexGone => Some(texts.op_store_rebuilt()),
            Self::TailNoise | Self::TailZeros | Self::TailCopy => {
                let words = texts.op_store_cut(1u64);
                Some(words.rsplit_once("bytes").unwrap().1.to_owned())
            }
            // Only unused room may have been hit.
            Self::None | Self::IndexTruncated | Self::IndexNoise => None,
        }
    }
}

fn largest_file(folder: &Path) -> PathBuf {
    let files = files_in(folder).into_iter();
    files.max_by_key(|file| fs::metadata(file).unwrap().len()).unwrap()
}

fn append(file: &Path, bytes: &[u8]) {
    OpenOptions::new().append(true).open(file).unwrap().write_all(bytes).unwrap();
}

/// Reporters send until the server is killed in the middle of it.
fn run_until_killed(server: &mut ServerProcess, round: u64, memory: &mut Memory) -> Said {
    let random = Random::seeded(round);
    let (tell, told) = mpsc::channel();
    let said = thread::scope(|scope| {
        for reporter in 0..REPORTERS {
            let (tell, base) = (tell.clone(), server.base.clone());
            scope.spawn(move || report_on(base, &format!("{round}/{reporter}"), &tell));
        }
        drop(tell);
        for _ in 0..draw(&random, MOST_EVENTS + 1) {
            memory.note(told.recv().expect("somebody is reporting"));
        }
        // The kill comes at any moment of a request: this much later, or with the next event.
        let moment = Duration::from_micros(draw(&random, MOST_MICROS));
        let next = told.recv_timeout(moment);
        let said = server.kill();
        next.into_iter().for_each(|event| memory.note(event));
        said
    });
    told.into_iter().for_each(|event| memory.note(event));
    memory.interrupted_rounds += u64::from(!memory.cut_off.is_empty());
    said
}

#[test]
fn nothing_acknowledged_is_lost_when_the_server_is_killed_at_any_moment() {
    let began = Instant::now();
    let organisation = Organisation::new();
    let random = Random::seeded(0);
    let mut memory = Memory::default();
    let mut checked = 0;
    let mut damage = Damage::None;
    for round in 0..ROUNDS {
        let mut server = organisation.start();
        memory.send_again(&server.base);
        expect_threads(&server.base, &memory.shown[checked..]);
        checked = memory.shown.len();
        memory.read_feed(&organisation.desk(&server));
        memory.expect_feed();
        let said = run_until_killed(&mut server, round, &mut memory);
        if let Some(sentence) = damage.sentence() {
            assert!(said.stderr.contains(&sentence), "{damage:?}: {}", said.stderr);
        }
        assert!(!said.stderr.contains("panicked"), "{damage:?}: {}", said.stderr);
        damage = Damage::of_round(round);
        damage.happen(&organisation, &random);
    }
    let mut server = organisation.start();
    memory.send_again(&server.base);
    expect_threads(&server.base, &memory.shown);
    let desk = organisation.desk(&server);
    memory.read_feed(&desk);
    memory.expect_feed();
    let read_on = std::mem::take(&mut memory.feed);
    memory.last = None;
    memory.read_feed(&desk);
    assert!(read_on == memory.feed, "the feed read at once is the feed read bit by bit");
    assert_eq!(server.terminate().code, Some(0));
    assert!(memory.interrupted_rounds >= ROUNDS / 4, "{}", memory.interrupted_rounds);
    println!(
        "{ROUNDS} kills, {} with a report under way; {} receipts and {} messages; {:?}",
        memory.interrupted_rounds,
        memory.shown.len(),
        memory.sent.len(),
        began.elapsed()
    );
}

/// A store with these stories, stopped in the ordinary way.
fn stopped_store(stories: &[&str]) -> (Organisation, Vec<Filled>) {
    let organisation = Organisation::new();
    let mut server = organisation.start();
    let reporter = Browser::at(server.base.clone());
    let report = |story: &&str| {
        let form = Filled::fill(&reporter, (*story).to_owned()).unwrap();
        assert!(form.send(&reporter));
        form
    };
    let forms = stories.iter().map(report).collect();
    let said = server.terminate();
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    assert!(said.stdout.contains(&Language::Nl.load().op_stopped()), "{}", said.stdout);
    (organisation, forms)
}

fn stories_of(desk: &TestDesk) -> Vec<String> {
    desk.feed().iter().map(|entry| text_of(desk, entry)).collect()
}

#[test]
fn an_ordinary_stop_loses_nothing() {
    let (organisation, forms) = stopped_store(&["een", "twee"]);
    let check = run(&mut meldpunt(&["check"], &organisation.config()));
    assert_eq!(check.code, Some(0), "{}", check.stderr);
    let server = organisation.start();
    expect_threads(&server.base, &forms);
    assert_eq!(stories_of(&organisation.desk(&server)), ["een", "twee"]);
}

#[test]
fn a_stop_right_after_the_start_is_an_ordinary_stop() {
    let organisation = Organisation::new();
    for _ in 0..5 {
        let said = organisation.start().terminate();
        assert_eq!(said.code, Some(0), "{}", said.stderr);
    }
}

#[test]
fn a_stop_finishes_a_report_or_never_takes_it() {
    let organisation = Organisation::new();
    let mut server = organisation.start();
    let (tell, told) = mpsc::channel();
    let base = server.base.clone();
    let reporter = thread::spawn(move || {
        let reporter = Browser::at(base);
        let form = Filled::fill(&reporter, "onderweg".to_owned()).unwrap();
        tell.send(()).unwrap();
        form.send(&reporter).then_some(form)
    });
    told.recv().unwrap();
    assert_eq!(server.terminate().code, Some(0));
    let shown = reporter.join().unwrap();
    let server = organisation.start();
    expect_threads(&server.base, shown.as_slice());
    let stories = stories_of(&organisation.desk(&server));
    assert_eq!(stories.len(), usize::from(shown.is_some()));
}

#[test]
fn a_damaged_record_is_named_and_everything_else_is_there() {
    let stories = ["een", "twee", "drie", "vier", "vijf"];
    let (organisation, forms) = stopped_store(&stories);
    let ledger = organisation.ledger();
    let mut bytes = fs::read(&ledger).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&ledger, &bytes).unwrap();

    let check = run(&mut meldpunt(&["check"], &organisation.config()));
    assert_eq!(check.code, Some(1));
    let position = check.stderr.split_once("positie ").unwrap().1.split_once('.').unwrap().0;
    let position: usize = position.parse().unwrap();
    assert!(position <= middle && middle - position < 6000, "{position} {middle}");
    assert_eq!(fs::read(&ledger).unwrap(), bytes, "a check changes nothing");

    // The index still has what the ledger lost.
    let mut server = organisation.start();
    expect_threads(&server.base, &forms);
    assert_eq!(stories_of(&organisation.desk(&server)), stories);
    let said = server.terminate();
    assert_eq!(said.code, Some(0));
    assert!(said.stderr.contains(&format!("positie {position}")), "{}", said.stderr);

    // Without it, one report is lost and no other; new ones are taken.
    fs::remove_dir_all(organisation.index()).unwrap();
    let server = organisation.start();
    let found = stories_of(&organisation.desk(&server));
    let kept: Vec<_> = forms.into_iter().filter(|form| found.contains(&form.story)).collect();
    assert_eq!((found.len(), kept.len()), (4, 4));
    expect_threads(&server.base, &kept);
    let reporter = Browser::at(server.base.clone());
    assert!(Filled::fill(&reporter, "zes".to_owned()).unwrap().send(&reporter));
    assert_eq!(stories_of(&organisation.desk(&server)).len(), 5);
}

#[test]
fn a_second_server_on_the_same_folder_says_so_and_ends() {
    let organisation = Organisation::new();
    let server = organisation.start();
    let second = run(&mut meldpunt(&["serve"], &organisation.config()));
    assert_eq!(second.code, Some(1));
    assert_eq!(second.stdout, "");
    assert_eq!(second.stderr.trim_end(), Language::Nl.load().op_store_locked());
    let reporter = Browser::at(server.base.clone());
    assert!(Filled::fill(&reporter, "een".to_owned()).unwrap().send(&reporter));
    assert_eq!(stories_of(&organisation.desk(&server)), ["een"]);
}

#[test]
fn a_full_disk_keeps_what_was_typed_and_loses_nothing() {
    let organisation = Organisation::new();
    // A shell becomes the server, and lets no file grow beyond a megabyte.
    let server = meldpunt(&["serve"], &organisation.config());
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 1024; exec \"$@\"", "sh"]);
    shell.arg(server.get_program()).args(server.get_args());
    let mut server = ServerProcess::run(shell);
    let reporter = Browser::at(server.base.clone());
    let mut shown = Vec::new();
    let refused = loop {
        assert!(shown.len() < 40, "the disk is never full");
        let story = format!("verhaal {} {}", shown.len(), "\u{1f701}".repeat(15_000));
        let form = Filled::fill(&reporter, story).unwrap();
        let page = reporter.post("/melden", &form.fields());
        if page.status != 200 {
            assert_eq!(page.status, 503);
            assert!(page.body.contains(&form.story) && page.body.contains(&form.code));
            break form;
        }
        shown.push(form);
    };
    let said = server.terminate();
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    assert!(said.stderr.contains("the disk is full") && !said.stderr.contains("verhaal"));

    // With room again, the same form leads to its receipt.
    let server = organisation.start();
    assert!(refused.send(&Browser::at(server.base.clone())));
    shown.push(refused);
    expect_threads(&server.base, &shown);
    let stories: Vec<_> = shown.into_iter().map(|form| form.story).collect();
    assert!(stories_of(&organisation.desk(&server)) == stories);
}
