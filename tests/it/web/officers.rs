//! Officers' requests: who is excluded learns nothing, and what is not signed well is refused.

use super::{full_form, send, with_code, without};
use crate::server::{TestDesk, TestOfficer, TestServer, fixed_clock};
use ed25519_dalek::SigningKey;
use std::{
    collections::BTreeMap,
    io::{Read, Write},
    net::TcpStream,
};
use ureq::http::{HeaderValue, header::HOST, request::Parts};
use veilig_melden::core::{
    CaseId, Day, ItemKind, OnceId, Random, Reader, Readers, SealedItem,
    envelope::{LARGEST_CLASS_BYTES, seal_for_reporter},
    opening::{Identity, OpenError},
    report::Report,
    signature::{CONTENT_DIGEST, SIGNATURE, SIGNATURE_INPUT},
    thread::Message,
    wire::{self, Append},
};

fn once() -> OnceId {
    OnceId::random(&Random::from_system())
}

fn message(server: &TestServer, report: &Report) -> SealedItem {
    let readers = server.officers.iter().map(|officer| Reader {
        id: officer.id,
        name: officer.name.to_owned(),
        recipient: officer.identity.recipient(),
    });
    let message = Message {
        case: report.case,
        day: Day::from_number(20_000),
        officer: "Anna de Vries".to_owned(),
        status: None,
        text: Some("Dank u.".into()),
        next_news: None,
        silence_until: None,
    };
    let readers = Readers::new(readers.collect()).unwrap();
    seal_for_reporter(&message, &report.mailbox, &readers).unwrap()
}

/// Everything of an answer that could tell one from another.
fn answer(
    desk: &TestDesk,
    method: &str,
    path: &str,
    body: &[u8],
) -> (u16, BTreeMap<String, String>, Vec<u8>) {
    let (head, body) = desk.send(&desk.sign(method, path, body), body);
    let headers = head.headers.iter().filter(|(name, _)| *name != "date");
    let headers =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
    (head.status.as_u16(), headers.collect(), body)
}

#[test]
fn an_excluded_officer_cannot_tell_that_the_case_exists() {
    let server = TestServer::start();
    let (_, receipt) = {
        let sent = with_code(&server, &full_form(&server));
        (sent[0].1.clone(), send(&server, "/melden", &sent))
    };
    assert_eq!(receipt.status, 200);
    let (anna, bram) = (server.desk(0), server.desk(1));
    let report = anna.reports().remove(0);
    assert!(bram.feed().is_empty());
    assert!(!anna.head(report.case).readers.contains(&server.officers[1].id));

    let item = message(&server, &report);
    let unknown = CaseId::random(&Random::from_system());
    let entry = SealedItem::from_bytes(ItemKind::Entry, item.as_bytes().to_vec()).unwrap();
    let append = wire::to_bytes(&Append { once: once(), item });
    let entry = wire::to_bytes(&Append { once: once(), item: entry });
    let requests: [(&str, &str, &[u8]); 9] = [
        ("GET", "", b""),
        ("POST", "", b""),
        ("POST", "/items", &append),
        ("POST", "/items", &entry),
        ("POST", "/items", b"\xff"),
        ("GET", "/items", b""),
        ("POST", "/acknowledge", b""),
        ("DELETE", "/acknowledge", b""),
        ("GET", "/elsewhere", b""),
    ];
    for (method, path, body) in requests {
        let at = |case: CaseId| answer(&bram, method, &format!("cases/{case}{path}"), body);
        assert_eq!(at(report.case), at(unknown), "{method} {path}");
        assert!(matches!(at(report.case).0, 404 | 405), "{method} {path}");
    }
    assert_eq!(anna.head(report.case).acknowledged_on, None);
    assert_eq!(anna.head(report.case).items, 1);

    // Not even the bytes help.
    let stolen = &anna.feed()[0];
    let opened = server.officers[1].identity.open(stolen.case, &stolen.item).map(|_| ());
    assert_eq!(opened, Err(OpenError::NotForThisKey));
    assert_eq!(anna.append(report.case, once(), message(&server, &report)).0, 200);
    assert!(bram.feed().is_empty(), "what comes later does not reach the officer either");
}

#[test]
fn a_request_that_is_not_signed_by_an_officer_is_refused() {
    let server = TestServer::start();
    let anna = server.desk(0);
    let signed = |path: &str| anna.sign("GET", path, b"");
    let status = |head: &Parts, body: &[u8]| {
        let (head, body) = anna.send(head, body);
        assert!(body.is_empty());
        head.status.as_u16()
    };
    for missing in [CONTENT_DIGEST, SIGNATURE_INPUT, SIGNATURE] {
        let mut head = signed("team");
        head.headers.remove(missing);
        assert_eq!(status(&head, b""), 401, "{missing}");
        for nonsense in ["", "desk=::", "x", "desk=()", "\u{7f}"] {
            let mut head = signed("team");
            let Ok(value) = HeaderValue::from_str(nonsense) else { continue };
            head.headers.insert(missing, value);
            assert_eq!(status(&head, b""), 401, "{missing}: {nonsense}");
        }
    }
    let turned = |from: &str, to: &str| {
        let mut head = signed("feed?after=0");
        head.uri = head.uri.to_string().replace(from, to).parse().unwrap();
        status(&head, b"")
    };
    assert_eq!(turned("after=0", "after=1"), 401);
    assert_eq!(turned("feed?after=0", "team"), 401);
    assert_eq!(turned("feed?after=0", "nowhere"), 401);
    let mut posted = anna.sign("POST", "team", b"");
    assert_eq!(status(&posted, b"another body"), 401);
    posted.method = "GET".parse().unwrap();
    assert_eq!(status(&posted, b""), 401);
    assert_eq!(anna.request("GET", "team", b"").0, 200);
}

#[test]
fn a_stranger_and_a_borrowed_name_are_refused() {
    let server = TestServer::start();
    let stranger = |id| TestOfficer {
        id,
        name: "Niemand",
        identity: Identity::generate(),
        signer: SigningKey::from_bytes(&[99; 32]),
    };
    let unknown = stranger(Identity::generate().officer());
    let borrowed = stranger(server.officers[0].id);
    for officer in [&unknown, &borrowed] {
        let (status, body) = server.desk_of(officer).request("GET", "feed?after=0", b"");
        assert_eq!((status, body.as_slice()), (401, &b""[..]));
    }
}

#[test]
fn a_request_counts_once_and_only_now() {
    let server = TestServer::start();
    let anna = server.desk(0);
    let head = anna.sign("GET", "team", b"");
    assert_eq!(anna.send(&head, b"").0.status, 200);
    assert_eq!(anna.send(&head, b"").0.status, 401);
    let now = fixed_clock().seconds();
    for (away, status) in [(-301, 401), (-300, 200), (300, 200), (301, 401), (-86_400, 401)] {
        let head = anna.sign_at(now + away, ("GET", "team"), b"");
        assert_eq!(anna.send(&head, b"").0.status, status, "{away}");
    }
}

#[test]
fn nonsense_from_an_officer_is_refused_and_changes_nothing() {
    let server = TestServer::start();
    send(&server, "/melden", &with_code(&server, &without(&full_form(&server), "exclude")));
    let anna = server.desk(0);
    let report = anna.reports().remove(0);
    let items = format!("cases/{}/items", report.case);
    let good = wire::to_bytes(&Append { once: once(), item: message(&server, &report) });
    let longer = [good.as_slice(), b"\0"].concat();
    let bodies: [&[u8]; 7] =
        [b"", b"\xff", b"\x80", &[0x9f; 50_000], &[0xc1; 50_000], &good[..good.len() / 2], &longer];
    for body in bodies {
        assert_eq!(anna.request("POST", &items, body).0, 400);
    }
    let id = "00112233445566778899aabbccddeeff";
    let check = "0123456789abcdef";
    let without = [format!("{id}."), format!("{id}.0"), format!("{id}.4294967296.{check}")];
    let wrong = [format!("{id}.0.{}", &check[1..]), format!("{id}.0.{check}.0")];
    let odd = ["", "-1", "x", "0", id].map(str::to_owned);
    for after in odd.into_iter().chain(without).chain(wrong) {
        assert_eq!(anna.request("GET", &format!("feed?after={after}"), b"").0, 400, "{after}");
    }
    assert_eq!(anna.request("GET", &format!("feed?after={id}.4294967295.{check}"), b"").0, 200);
    for path in ["cases/", "cases/x", "nowhere", "cases/00112233445566778899aabbccddeeff"] {
        assert_eq!(anna.request("GET", path, b"").0, 404, "{path}");
    }
    // What comes from the reporter comes from the reporter alone.
    let own = anna.feed().remove(0).item;
    assert_eq!(anna.append(report.case, once(), own.clone()).0, 400);
    let addition = SealedItem::from_bytes(ItemKind::Addition, own.as_bytes().to_vec());
    assert_eq!(anna.append(report.case, once(), addition.unwrap()).0, 400);
    assert_eq!(anna.head(report.case).items, 1);
    assert_eq!(anna.request("POST", &items, &good).0, 200);
    assert_eq!(anna.request("POST", &items, &good).0, 200);
    assert_eq!(anna.head(report.case).items, 2, "the same again is one item");
}

#[test]
fn a_body_that_is_too_large_is_refused() {
    let server = TestServer::start();
    let path = format!("cases/{}/items", CaseId::from_bytes([1; 16]));
    let body = vec![0; LARGEST_CLASS_BYTES + 64 * 1024 + 1];
    let mut head = server.desk(0).sign("POST", &path, &body);
    head.headers.insert(HOST, HeaderValue::from_str(&server.address.to_string()).unwrap());
    head.headers.insert("content-length", body.len().into());
    let mut request = format!("POST {} HTTP/1.1\r\n", head.uri.path()).into_bytes();
    for (name, value) in &head.headers {
        request.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    request.extend(b"connection: close\r\n\r\n");
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.write_all(&request).unwrap();
    stream.write_all(&body).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 413"));
}
