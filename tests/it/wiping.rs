//! The memory of the real server, searched while it runs: nothing that somebody typed, and no code,
//! is left there once the request has ended. Stacks are searched too, and connections stay open.
//!
//! Reading the memory of a process that hides it takes root. Where the tests do not run as root the
//! search is left out, and says so.

use crate::{
    leaks::add_code,
    process::ServerProcess,
    search::{Group, Search},
    server::{Browser, TestDesk, TestOfficer, make_organisation, multipart},
};
use std::{
    collections::BTreeSet,
    env,
    fs::{self, File},
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;
use veilig_melden::{
    Language,
    core::{
        Clock, Day, OnceId, Random, Reader, Readers, envelope::seal_for_reporter, thread::Message,
    },
    terminal::Terminal,
    web,
};

/// How often a search is made anew: the last buffers of a request may go a moment after its answer.
const SEARCHES: usize = 10;

/// What is read of a process at once, and how much of that is read again with the next, in bytes.
const PIECE_BYTES: usize = 1 << 20;
const OVERLAP_BYTES: usize = 1 << 10;

/// Where the settings lie that [`serve_without_wiping`] serves with.
const SETTINGS: &str = "WIPING_TEST_SETTINGS";

const TYPED: [(&str, &str); 3] = [
    ("story", "Zilverreiger-verhaal"),
    ("name", "Boomklever-naam"),
    ("contact", "Putter@vink.example"),
];
const FILE_NAME: &str = "Koekoek-brief.pdf";
const CONTENT: &str = "IJsvogel-inhoud ";
const WRITTEN: &str = "Kwartelkoning-later";
const ANSWERED: &str = "Waterhoen-antwoord";
/// Typed where it does not belong.
const ASTRAY: [&str; 2] = ["Lepelaar-geen-code", "Grutto-fout-soort"];

/// Serves with the settings that it is told, from this test's own program: the same server, in a
/// process whose memory is not wiped when it is freed.
#[test]
#[ignore = "is a server for the test below"]
fn serve_without_wiping() {
    if let Some(settings) = env::var_os(SETTINGS) {
        web::run(&Terminal::new(Language::Nl), Path::new(&settings));
    }
}

fn without_wiping(settings: &Path) -> ServerProcess {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["wiping::serve_without_wiping", "--exact", "--ignored", "--nocapture"]);
    command.env(SETTINGS, settings);
    ServerProcess::run(command)
}

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

    fn settings(&self) -> PathBuf {
        self.folder.path().join("meldpunt.toml")
    }

    /// Anna answers the report, as her tool would: sealed before it comes to the server.
    fn answer(&self, server: &ServerProcess) {
        let officer = &self.officers[0];
        let desk = TestDesk { base: server.base.clone(), officer, clock: Clock::System };
        let report = desk.reports().pop().unwrap();
        let readers = self.officers.iter().map(|officer| Reader {
            id: officer.id,
            name: officer.name.to_owned(),
            recipient: officer.identity.recipient(),
        });
        let message = Message {
            case: report.case,
            day: report.day,
            officer: "Anna".to_owned(),
            status: None,
            text: Some(ANSWERED.into()),
            next_news: Day::parse("2031-03-04"),
            silence_until: None,
        };
        let readers = Readers::new(readers.collect()).unwrap();
        let sealed = seal_for_reporter(&message, &report.mailbox, &readers).unwrap();
        let once = OnceId::random(&Random::from_system());
        assert_eq!(desk.append(report.case, once, sealed).0, 200);
    }
}

/// Report with a file, first with a fault; answer; code; message. Gives what to search for.
fn go_the_road(organisation: &Organisation, server: &ServerProcess, reporter: &Browser) -> Search {
    let (code, ticket) = reporter.blank_form();
    let content = format!("%PDF-1.4\n{}", CONTENT.repeat(40_000));
    let mut fields: Vec<(&str, &[u8])> =
        vec![("code", code.as_bytes()), ("ticket", ticket.as_bytes()), ("identity", b"open")];
    fields.extend(TYPED.map(|(name, word)| (name, word.as_bytes())));
    let faulty = [&fields[..], &[("kinds", ASTRAY[1].as_bytes())]].concat();
    assert_eq!(reporter.post_body("/melden", multipart(&faulty)).unwrap().status, 422);
    let name = format!("files\"; filename=\"{FILE_NAME}");
    fields.push((&name, content.as_bytes()));
    let receipt = reporter.post_body("/melden", multipart(&fields)).unwrap();
    assert!(receipt.status == 200 && receipt.body.contains(FILE_NAME), "{}", receipt.body);
    organisation.answer(server);
    for typed in [code.clone(), code.replace('-', "").to_lowercase(), code.replace('-', " ")] {
        assert!(reporter.thread(&typed).body.contains(ANSWERED));
    }
    assert_ne!(reporter.thread(ASTRAY[0]).status, 200);
    let written = reporter.post("/bericht", &[("code", &code), ("message", WRITTEN)]);
    assert_eq!(written.status, 200, "{}", written.body);

    let mut search = Search::default();
    let typed = TYPED.iter().map(|(_, word)| *word).chain([FILE_NAME, CONTENT, WRITTEN]);
    typed.chain(ASTRAY).for_each(|word| search.add(Group::Typed, word));
    search.add(Group::Answered, ANSWERED);
    add_code(&mut search, &code, &ticket);
    search
}

/// Every piece of memory that the process can write to, its stacks too.
fn memory_of(process: u32) -> impl Iterator<Item = Vec<u8>> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let memory = File::open(format!("/proc/{process}/mem")).unwrap();
    let writable = maps.lines().filter_map(|line| {
        let (range, rest) = line.split_once(' ')?;
        let (start, end) = range.split_once('-')?;
        let number = |digits| u64::from_str_radix(digits, 16).ok();
        rest.starts_with("rw").then_some((number(start)?, number(end)?))
    });
    let writable: Vec<_> = writable.collect();
    assert!(writable.len() > 10, "{maps}");
    writable.into_iter().flat_map(move |(start, end)| {
        let memory = memory.try_clone().unwrap();
        (start..end).step_by(PIECE_BYTES).filter_map(move |from| {
            let length = (end - from).min((PIECE_BYTES + OVERLAP_BYTES) as u64);
            let mut piece = vec![0; usize::try_from(length).unwrap()];
            // A mapping may have gone in the meantime.
            memory.read_exact_at(&mut piece, from).ok()?;
            piece.iter().any(|byte| *byte != 0).then_some(piece)
        })
    })
}

fn search_in(process: u32, search: &Search) -> BTreeSet<(Group, String)> {
    let mut found = BTreeSet::new();
    for piece in memory_of(process) {
        found.extend(search.find(&piece).into_iter().map(|(group, word)| (group, word.to_owned())));
    }
    found
}

fn may_read_memory(process: u32) -> bool {
    let may = File::open(format!("/proc/{process}/mem")).is_ok();
    if !may {
        eprintln!("LEFT OUT: this memory can be read by root alone");
    }
    may
}

#[test]
fn nothing_that_was_typed_and_no_code_is_left_in_the_servers_memory() {
    let organisation = Organisation::new();
    let server = ServerProcess::start(&organisation.settings());
    if !may_read_memory(server.id()) {
        return;
    }
    // Its connection stays open while the memory is searched.
    let reporter = Browser::at(server.base.clone());
    let search = go_the_road(&organisation, &server, &reporter);
    let mut found = search_in(server.id(), &search);
    for _ in 1..SEARCHES {
        if found.is_empty() {
            break;
        }
        found = search_in(server.id(), &search);
    }
    assert!(found.is_empty(), "left in memory: {found:#?}");
}

#[test]
fn without_wiping_the_same_search_finds_them() {
    let organisation = Organisation::new();
    let server = without_wiping(&organisation.settings());
    if !may_read_memory(server.id()) {
        return;
    }
    let reporter = Browser::at(server.base.clone());
    let search = go_the_road(&organisation, &server, &reporter);
    let found = search_in(server.id(), &search);
    let groups: BTreeSet<_> = found.iter().map(|(group, _)| *group).collect();
    assert!(groups.contains(&Group::Typed) && groups.contains(&Group::Code), "{found:#?}");
}
