//! What is fuzzed. Each test names what must hold of any input.
//!
//! Exports have no target yet: their reader comes with the export itself.

use super::{files_in, fuzz};
use crate::server::{BOUNDARY, TestServer};
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};
use veilig_melden::{
    core::{
        CaseId, ItemKind, Kdf, Officer, OnceId, ReceiptCode, SealedItem,
        files::Cleaner,
        opening::Identity,
        wire::{self, Append, Appended, CaseHead, FeedPage, ItemName, TeamPage},
    },
    store::Store,
};

/// No answer takes longer, however odd the request.
const PATIENCE: Duration = Duration::from_secs(60);

const KINDS: [ItemKind; 4] =
    [ItemKind::Report, ItemKind::Addition, ItemKind::Message, ItemKind::Entry];

fn text(input: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(input)
}

/// Sends a request as it is, and gives the status of the answer.
fn exchange(server: &TestServer, head: &[u8], body: &[u8]) -> u16 {
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let length = format!("content-length: {}\r\nconnection: close\r\n\r\n", body.len());
    // It may answer and close before it has read everything.
    for part in [head, b"\r\nhost: localhost\r\n", length.as_bytes(), body] {
        if stream.write_all(part).is_err() {
            break;
        }
    }
    let mut answer = Vec::new();
    drop(stream.read_to_end(&mut answer));
    let line = answer.get(..12).unwrap_or_else(|| panic!("no answer: the server fell over"));
    text(line)["HTTP/1.1 ".len()..].parse().unwrap()
}

/// Posts the input to this page as the body of a form.
fn post(server: &TestServer, path: &str, input: &[u8]) {
    let kind = format!("content-type: multipart/form-data; boundary={BOUNDARY}");
    let head = format!("POST {path} HTTP/1.1\r\nsec-fetch-site: same-origin\r\n{kind}");
    let status = exchange(server, head.as_bytes(), input);
    assert!((200..500).contains(&status), "{status}");
}

#[test]
fn any_form_is_answered() {
    let server = TestServer::start();
    let seeds = files_in(&["tests/corpus/form", "tests/corpus/upload"]);
    let paths =
        ["/melden", "/vraag", "/makkelijk", "/code", "/bericht", "/bestanden", "/aanvullen"];
    let mut turn = 0;
    fuzz(("form", 500), &seeds, &mut |input| {
        turn += 1;
        post(&server, paths[turn % paths.len()], input);
    });
}

#[test]
fn any_request_of_an_officer_is_answered() {
    let server = TestServer::start();
    let seeds = files_in(&["tests/corpus/officer"]);
    fuzz(("officer", 500), &seeds, &mut |input| {
        let end = input.windows(2).position(|two| two == b"\n\n").unwrap_or(input.len());
        let (head, body) = input.split_at(end);
        let lines = text(head).replace(['\r', '\0'], "").replacen('\n', " HTTP/1.1\n", 1);
        let lines = lines.replacen(' ', &format!(" {}", wire::PREFIX), 1);
        let status = exchange(&server, lines.replace('\n', "\r\n").as_bytes(), body);
        assert!((200..500).contains(&status) || status == 505, "{status}");
    });
}

#[test]
fn any_body_that_an_officer_signed_is_answered() {
    let server = TestServer::start();
    server.reporter().report(&[("story", "Iets.")]);
    let desk = server.desk(0);
    let report = desk.feed().pop().unwrap();
    let once = OnceId::from_bytes([7; 16]);
    let seeds = [
        wire::to_bytes(&Append { once, item: report.item }),
        wire::to_bytes(&Appended { sequence: 1 }),
    ];
    fuzz(("signed", 150), &seeds, &mut |input| {
        let (status, _) = desk.request("POST", &format!("cases/{}/items", report.case), input);
        assert!((200..500).contains(&status), "{status}");
    });
}

#[test]
fn a_receipt_code_is_read_to_the_same_code_again_or_not_at_all() {
    fuzz(("code", 20_000), &files_in(&["tests/corpus/code"]), &mut |input| {
        if let Ok(code) = ReceiptCode::parse(&text(input)) {
            let shown = code.grouped();
            let again = ReceiptCode::parse(shown.expose()).unwrap().grouped();
            assert_eq!(again.expose(), shown.expose());
        }
    });
}

#[test]
fn a_key_file_is_an_officer_or_is_refused_and_never_a_private_key() {
    fuzz(("keys", 4_000), &files_in(&["tests/corpus/keys"]), &mut |input| {
        let input = text(input);
        if let Ok(officer) = Officer::parse(&input) {
            assert!(!officer.file.name.trim().is_empty());
            assert!(!input.contains("AGE-SECRET-KEY-1"));
        }
    });
}

fn test_key() -> String {
    let file = &files_in(&["tests/vectors"]);
    let lines =
        file.iter().flat_map(|file| text(file).lines().map(str::to_owned).collect::<Vec<_>>());
    lines.into_iter().find(|line| line.starts_with("AGE-SECRET-KEY-1")).unwrap()
}

fn envelopes() -> Vec<Vec<u8>> {
    let files = files_in(&["tests/vectors/v1"]).into_iter();
    files.filter(|file| file.starts_with(b"age-encryption.org/v1") && file.len() < 10_000).collect()
}

#[test]
fn any_bytes_for_an_envelope_open_or_do_not() {
    let identity = Identity::parse(&test_key()).unwrap();
    let case = CaseId::from_bytes([0xca; 16]);
    let mut turn = 0;
    fuzz(("envelope", 1_500), &envelopes(), &mut |input| {
        turn += 1;
        if let Some(item) = SealedItem::from_bytes(KINDS[turn % KINDS.len()], input.to_vec()) {
            drop(identity.open(case, &item));
        }
    });
}

/// Sealed well, and anything inside: what a taken server or a colleague's broken tool could send.
#[test]
fn any_frame_in_a_whole_envelope_opens_or_does_not() {
    let key: age::x25519::Identity = test_key().parse().unwrap();
    let identity = Identity::parse(&test_key()).unwrap();
    let case = CaseId::from_bytes([0xca; 16]);
    let unsealed = |file: Vec<u8>| age::decrypt(&key, &file).unwrap();
    let seeds: Vec<_> = envelopes().into_iter().map(unsealed).collect();
    let recipient = key.to_public();
    let mut turn = 0;
    fuzz(("frame", 1_500), &seeds, &mut |input| {
        turn += 1;
        let sealed = age::encrypt(&recipient, input).unwrap();
        let kind = KINDS.into_iter().find(|kind| Some(&kind.number()) == input.get(1));
        let kind = kind.unwrap_or(KINDS[turn % KINDS.len()]);
        if let Some(item) = SealedItem::from_bytes(kind, sealed) {
            drop(identity.open(case, &item));
        }
    });
}

#[test]
fn any_bytes_on_the_wire_are_read_or_refused() {
    let items = envelopes().into_iter().map(|file| {
        let item = SealedItem::from_bytes(ItemKind::Report, file).unwrap();
        wire::to_bytes(&Append { once: OnceId::from_bytes([7; 16]), item })
    });
    let seeds: Vec<_> = items.collect();
    fuzz(("wire", 20_000), &seeds, &mut |input| {
        drop(wire::from_bytes::<Append>(input));
        drop(wire::from_bytes::<FeedPage>(input));
        drop(wire::from_bytes::<CaseHead>(input));
        drop(wire::from_bytes::<TeamPage>(input));
        let text = text(input);
        if let Some(name) = ItemName::parse(&text) {
            assert!(ItemName::parse(&name.to_string()).is_some());
        }
        if let Some((case, sequence)) = wire::parse_place(&text) {
            assert!(wire::parse_place(&wire::place_text(case, sequence)) == Some((case, sequence)));
        }
    });
}

#[test]
fn a_picture_is_cleaned_alike_in_pieces_of_any_length_or_refused() {
    let clean = |input: &[u8], piece: usize| {
        let (mut kept, mut cleaner) = (Vec::new(), Cleaner::new());
        for piece in input.chunks(piece) {
            cleaner.feed(piece, &mut kept)?;
        }
        let seen = cleaner.finish(&mut kept)?;
        assert!(kept.len() <= input.len() + 1024 + input.len() / 1000);
        Ok::<_, veilig_melden::core::files::FileFault>((seen, kept))
    };
    let mut turn = 0;
    fuzz(("picture", 1_500), &files_in(&["tests/pictures"]), &mut |input| {
        turn += 1;
        let whole = clean(input, usize::MAX);
        let pieces = clean(input, [1, 7, 1000][turn % 3]);
        assert!(whole == pieces, "pieces make a difference");
    });
}

#[test]
fn any_bytes_for_a_ledger_are_kept_named_or_refused() {
    let seeds = [fs::read(super::root("tests/vectors/v1/ledger")).unwrap()];
    let mut turn = 0;
    fuzz(("ledger", 300), &seeds, &mut |input| {
        turn += 1;
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("ledger"), input).unwrap();
        let checked = Store::check(folder.path());
        if turn % 20 == 0 {
            let kdf = || Kdf { salt: [1; 32], params: Default::default() };
            let opened = Store::open(folder.path(), kdf);
            assert_eq!(checked.is_ok(), opened.is_ok());
        }
    });
}
