//! The officers' feed: what an officer may not read leaves no trace in it, and a desk that knows
//! more than the server does misses nothing.

use crate::{
    filing::{Filed, Filing, Sent},
    server::{TODAY, TestOfficer, TestServer},
};
use std::{
    fs,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    sync::Arc,
};
use veilig_melden::{
    core::{
        AttachmentId, CaseId, Clock, Day, EntryId, ItemHash, OfficerFile, OnceId, Random, Reader,
        Readers, SealedItem,
        entry::Statement,
        envelope::{seal, seal_for_reporter},
        report::Report,
        signature::{self, RequestParts},
        thread::Message,
        wire::{self, Append, ItemName},
    },
    desk::{
        Drawer, KeyRing, Remote,
        sync::{self, Synced},
    },
};

/// Anna reads everything; Chris is excluded.
const ANNA: usize = 0;
const CHRIS: usize = 2;

/// A signed request, and the whole answer as it comes over the wire, without the line `date`.
fn exchange(
    address: SocketAddr,
    officer: &TestOfficer,
    (method, path): (&str, &str),
    body: &[u8],
) -> Vec<u8> {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let path = format!("{}{path}", wire::PREFIX);
    let parts = RequestParts { method, path: &path, query, body };
    let now = Clock::Fixed(Day::parse(TODAY).unwrap()).seconds();
    let nonce = OnceId::random(&Random::from_system());
    let signed = signature::sign(&parts, officer.id, &officer.signer, now, nonce);
    let mark = if query.is_empty() { "" } else { "?" };
    let head = format!(
        "{method} {path}{mark}{query} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\
         content-length: {}\r\n{}: {}\r\n{}: {}\r\n{}: {}\r\n\r\n",
        body.len(),
        signature::CONTENT_DIGEST,
        signed.digest,
        signature::SIGNATURE_INPUT,
        signed.input,
        signature::SIGNATURE,
        signed.signature,
    );
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(&[head.as_bytes(), body].concat()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let date = answer.windows(7).position(|part| part == b"\r\ndate:").unwrap();
    let end = answer[date + 2..].windows(2).position(|part| part == b"\r\n").unwrap();
    answer.drain(date..date + 2 + end);
    answer
}

/// A case, with the checks of its items.
type Checks = (CaseId, Vec<[u8; 8]>);

/// Everything that Chris can ask with the names of what he knows, and of what he does not, with
/// the answers.
fn all_that_chris_can_ask(
    server: &TestServer,
    known: CaseId,
    (others, files): (&[Checks], &[AttachmentId]),
    items: &[SealedItem],
) -> Vec<(String, Vec<u8>)> {
    let chris = &server.officers[CHRIS];
    let ask = |method: &str, path: &str, body: &[u8]| {
        (format!("{method} {path}"), exchange(server.address, chris, (method, path), body))
    };
    let mut answers = Vec::new();
    for path in ["feed", "team", "feed?after=", "feed?after=7", &format!("cases/{known}")] {
        answers.push(ask("GET", path, b""));
    }
    let own = server.desk(CHRIS).feed();
    let own = own.iter().map(|it| ItemName::of(it.case, it.sequence, &it.item).check).collect();
    for (case, checks) in others.iter().chain([&(known, own)]) {
        // Even whoever knows what lies there, to the byte, is told nothing by the answer.
        for (sequence, check) in (0..6).flat_map(|place| checks.iter().map(move |it| (place, *it)))
        {
            let name = ItemName { case: *case, sequence, check };
            answers.push(ask("GET", &format!("feed?after={name}"), b""));
        }
    }
    for case in others.iter().map(|(case, _)| case).chain([&known]) {
        for file in files {
            answers.push(ask("GET", &format!("cases/{case}/attachments/{file}"), b""));
        }
    }
    for (case, _) in others {
        answers.push(ask("GET", &format!("cases/{case}"), b""));
        for item in items {
            let (once, item) = (OnceId::from_bytes([5; 16]), item.clone());
            let append = wire::to_bytes(&Append { once, item });
            answers.push(ask("POST", &format!("cases/{case}/items"), &append));
        }
        answers.push(ask("POST", &format!("cases/{case}/acknowledge"), b""));
    }
    answers
}

fn put_back(server: &TestServer, ledger: &[u8]) {
    fs::write(server.data().join("ledger"), ledger).unwrap();
    fs::remove_dir_all(server.data().join("index")).unwrap();
}

/// The readers of a report, with their keys.
fn readers(server: &TestServer, report: &Report) -> Readers {
    let readers = server.officers.iter().map(|officer| Reader {
        id: officer.id,
        name: officer.name.to_owned(),
        recipient: officer.identity.recipient(),
    });
    let readers = readers.filter(|reader| report.readers.iter().any(|(id, _)| *id == reader.id));
    Readers::new(readers.collect()).unwrap()
}

/// An entry of Anna's in this report's case, for all its readers.
fn entry(server: &TestServer, report: &Report) -> SealedItem {
    let anna = &server.officers[ANNA];
    let statement = Statement {
        case: report.case,
        id: EntryId::from_bytes([8; 16]),
        officer: anna.id,
        at_seconds: 1_795_000_000,
        report: ItemHash::from_bytes([9; 32]),
        parents: Vec::new(),
        item: None,
        body: b"Onder ons.".to_vec().into(),
        readers: None,
    };
    seal(&statement.sign(&anna.signer), &readers(server, report)).unwrap()
}

/// A message of Anna's in this report's case, for all its readers.
fn message(server: &TestServer, report: &Report) -> SealedItem {
    let message = Message {
        case: report.case,
        day: report.day,
        officer: "Anna de Vries".to_owned(),
        status: None,
        text: Some("Wij lezen het.".into()),
        next_news: None,
        silence_until: None,
    };
    seal_for_reporter(&message, &report.mailbox, &readers(server, report)).unwrap()
}

/// Two reports that exclude Chris, one with an addition; one is answered, with entries between its
/// officers, one acknowledged. Gives the cases, with the checks of all that lies in them.
fn others_report(server: &TestServer) -> Vec<(CaseId, Vec<[u8; 8]>)> {
    let chris = server.officers[CHRIS].id.to_string();
    let reporter = server.reporter();
    let before: Vec<CaseId> = server.desk(ANNA).reports().iter().map(|it| it.case).collect();
    let (code, ticket) = reporter.blank_form();
    for story in ["Chris mag dit niet lezen.", "En dit komt erbij."] {
        let fields =
            [("code", &*code), ("ticket", &*ticket), ("story", story), ("exclude", &*chris)];
        let receipt = reporter.post("/melden", &fields);
        assert_eq!(receipt.status, 200, "{}", receipt.body);
    }
    let receipt = reporter.report(&[("story", "En dit ook niet."), ("exclude", &chris)]).1;
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    let mut reports = server.desk(ANNA).reports();
    reports.retain(|report| !before.contains(&report.case));
    let item = message(server, &reports[0]);
    assert_eq!(server.desk(ANNA).append(reports[0].case, OnceId::from_bytes([6; 16]), item).0, 200);
    for (byte, report) in [(8, &reports[0]), (9, &reports[0]), (8, &reports[1])] {
        let item = entry(server, report);
        let once = OnceId::from_bytes([byte; 16]);
        assert_eq!(server.desk(ANNA).append(report.case, once, item).0, 200);
    }
    assert_eq!(server.desk(ANNA).acknowledge(reports[1].case), 200);
    let feed = server.desk(ANNA).feed();
    let checks = |case: CaseId| {
        let there = feed.iter().filter(|it| it.case == case);
        there.map(|it| ItemName::of(case, it.sequence, &it.item).check).collect()
    };
    reports.iter().map(|report| (report.case, checks(report.case))).collect()
}

/// A report with attachments that excludes Chris.
fn file_another(server: &mut TestServer) -> Filed {
    server.stop();
    let files = [Sent::picture("a.jpg", b"een"), Sent::document("b.pdf", b"twee")];
    let chris = server.officers[CHRIS].id;
    let filing = Filing::open(server.folder.path());
    let filed = filing.report("Met bijlagen.", &[chris], &files);
    drop(filing);
    server.restart();
    filed
}

#[test]
fn an_excluded_officer_sees_byte_for_byte_what_would_be_there_without_those_reports() {
    let mut server = TestServer::start();
    assert_eq!(server.reporter().report(&[("story", "Voor iedereen.")]).1.status, 200);
    let known = server.desk(ANNA).reports().remove(0);
    let items = [message(&server, &known), entry(&server, &known)];
    let answer = |server: &TestServer| {
        for (once, item) in [7, 10].map(|byte| OnceId::from_bytes([byte; 16])).iter().zip(&items) {
            assert_eq!(server.desk(ANNA).append(known.case, *once, item.clone()).0, 200);
        }
    };
    server.stop();
    let ledger = fs::read(server.data().join("ledger")).unwrap();
    server.restart();

    // The world in which others report, before and after something that Chris may read.
    let mut others = others_report(&server);
    answer(&server);
    others.extend(others_report(&server));
    let filed = file_another(&mut server);
    others.push((filed.case, Vec::new()));
    assert_eq!((others.len(), server.desk(CHRIS).feed().len()), (5, 3));
    let path = format!("cases/{}/attachments/{}", filed.case, filed.files[0]);
    assert_eq!(server.desk(ANNA).request("GET", &path, b"").0, 200);
    let with = all_that_chris_can_ask(&server, known.case, (&others, &filed.files), &items);

    // The same world without them.
    server.stop();
    put_back(&server, &ledger);
    server.restart();
    answer(&server);
    assert_eq!(server.desk(ANNA).reports().len(), 1);
    let without = all_that_chris_can_ask(&server, known.case, (&others, &filed.files), &items);

    assert_eq!(with.len(), without.len());
    for ((asked, one), (_, other)) in with.iter().zip(&without) {
        // What differs is sealed bytes for the greater part: the question says enough.
        assert!(one == other, "{asked}");
    }
    assert!(with[0].1.starts_with(b"HTTP/1.1 200"));
    assert!(with[2].1.starts_with(b"HTTP/1.1 400") && with[3].1.starts_with(b"HTTP/1.1 400"));
}

/// A desk of an officer who was added to the server's team.
struct Dora {
    ring: KeyRing,
    folder: tempfile::TempDir,
}

impl Dora {
    fn join(server: &mut TestServer) -> Self {
        let ring = KeyRing::random(&Random::seeded(77));
        let file = OfficerFile {
            name: "Dora Bos".to_owned(),
            role: "Aandachtsfunctionaris".to_owned(),
            phone: String::new(),
            email: String::new(),
            outside_line: false,
            external: false,
            recovery: false,
            recipient: ring.recipient(),
            signer: Some(ring.signer()),
        };
        let text = toml::to_string(&file).unwrap();
        fs::write(server.folder.path().join("keys/dora.toml"), text).unwrap();
        server.restart();
        Self { ring, folder: tempfile::tempdir().unwrap() }
    }

    fn sync(&self, server: &TestServer) -> Synced {
        let clock = Clock::Fixed(Day::parse(TODAY).unwrap());
        let random = Arc::new(Random::from_system());
        let remote = Remote::at(&server.url(""), clock, random).unwrap();
        sync::run(&remote, &self.drawer(), &self.ring, clock.today()).unwrap()
    }

    fn drawer(&self) -> Drawer {
        Drawer::open(self.folder.path()).unwrap()
    }
}

#[test]
fn a_desk_ahead_of_an_older_ledger_that_was_put_back_gets_what_comes_in() {
    let mut server = TestServer::start();
    let dora = Dora::join(&mut server);
    let report = |server: &TestServer, story: &str| {
        let receipt = server.reporter().report(&[("story", story)]).1;
        assert_eq!(receipt.status, 200, "{}", receipt.body);
    };
    report(&server, "Voor de kopie.");
    server.stop();
    let copy = fs::read(server.data().join("ledger")).unwrap();
    server.restart();
    for story in ["Na de kopie.", "Nog later.", "En nog later."] {
        report(&server, story);
    }
    assert_eq!(dora.sync(&server), Synced { fetched: 4, ..Synced::default() });
    assert_eq!(dora.sync(&server), Synced::default());

    server.stop();
    put_back(&server, &copy);
    server.restart();
    assert_eq!(dora.sync(&server), Synced::default(), "what is here already is not new or changed");
    report(&server, "Na het terugzetten.");
    assert_eq!(dora.sync(&server), Synced { fetched: 1, ..Synced::default() });
    assert_eq!(dora.sync(&server), Synced::default());
    assert_eq!(dora.drawer().cases().unwrap().len(), 5);
}

#[test]
fn a_desk_whose_last_item_was_replaced_after_a_restore_gets_what_came_in_before_it() {
    let mut server = TestServer::start();
    let dora = Dora::join(&mut server);
    let report = |server: &TestServer, story: &str| {
        assert_eq!(server.reporter().report(&[("story", story)]).1.status, 200);
    };
    report(&server, "Voor de kopie.");
    server.stop();
    let copy = fs::read(server.data().join("ledger")).unwrap();
    server.restart();
    let known = server.desk(ANNA).reports().remove(0);
    let once = |byte| OnceId::from_bytes([byte; 16]);
    assert_eq!(server.desk(ANNA).append(known.case, once(1), message(&server, &known)).0, 200);
    assert_eq!(dora.sync(&server).fetched, 2);

    // The copy lacks that message; something new comes in, and then another item in its place.
    server.stop();
    put_back(&server, &copy);
    server.restart();
    report(&server, "Na het terugzetten.");
    assert_eq!(server.desk(ANNA).append(known.case, once(2), message(&server, &known)).0, 200);
    let synced = dora.sync(&server);
    assert_eq!((synced.fetched, synced.changed), (1, 1), "the new report, and the other message");
    assert_eq!(dora.drawer().cases().unwrap().len(), 2);
}
