//! Cases that end at the server: released, held, destroyed, and gone from every file.

use crate::{
    process::files_in,
    server::{TestDesk, TestServer, hidden},
};
use std::{
    fs, thread,
    time::{Duration, Instant},
};
use veilig_melden::core::{
    CaseId, Day, Random,
    release::{Asked, CaseEnding, EndingsPage, Release, ReleaseKind},
    wire,
};

const FIELDS: [(&str, &str); 2] = [("story", "Er klopt iets niet."), ("identity", "anonymous")];

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn said(desk: &TestDesk, case: CaseId, kind: ReleaseKind, on: &str) -> Vec<u8> {
    let TestDesk { officer, .. } = desk;
    wire::to_bytes(&Release::sign(case, (kind, day(on)), officer.id, &officer.signer))
}

fn post(desk: &TestDesk, case: CaseId, what: &str, body: &[u8]) -> u16 {
    desk.request("POST", &format!("cases/{case}/{what}"), body).0
}

fn endings(desk: &TestDesk, cases: &[CaseId]) -> Vec<CaseEnding> {
    let asked = wire::to_bytes(&Asked { cases: cases.to_vec() });
    let (status, body) = desk.request("POST", "endings", &asked);
    assert_eq!(status, 200);
    wire::from_bytes::<EndingsPage>(&body).unwrap().endings
}

/// Waits until what the server does by itself is done.
fn until(what: &str, is_so: impl Fn() -> bool) {
    let last = Instant::now() + Duration::from_secs(60);
    while !is_so() {
        assert!(Instant::now() < last, "{what}");
        thread::yield_now();
    }
}

/// Files under the data folder that hold one of these, or are named so.
fn files_with(server: &TestServer, marks: &[Vec<u8>]) -> Vec<String> {
    let holds = |path: &std::path::Path| {
        let name = path.to_string_lossy().into_owned().into_bytes();
        // A file that goes while it is looked for holds nothing.
        let bytes = [name, fs::read(path).unwrap_or_default()].concat();
        marks.iter().any(|mark| bytes.windows(mark.len()).any(|part| part == mark))
    };
    let files = files_in(&server.data()).into_iter().filter(|path| holds(path));
    files.map(|path| path.display().to_string()).collect()
}

#[test]
fn a_case_goes_on_its_day_by_itself_and_nothing_of_it_is_left() {
    let mut server = TestServer::start();
    let reporter = server.reporter();
    let (code, ticket) = reporter.blank_form();
    let form = [&[("code", code.as_str()), ("ticket", ticket.as_str())], &FIELDS[..]].concat();
    assert_eq!(reporter.post("/melden", &form).status, 200);
    let (other_code, _) = reporter.report(&FIELDS);
    let feed = server.desk(0).feed();
    let (gone, stays) = (feed[0].case, feed[1].case);
    let sealed = feed[0].item.as_bytes()[200..264].to_vec();
    let marks = [sealed, gone.as_bytes().to_vec(), gone.to_string().into_bytes()];
    assert!(!files_with(&server, &marks).is_empty(), "the test finds what is there");

    let anna = server.desk(0);
    let closed = said(&anna, gone, ReleaseKind::Closed, "2027-05-24");
    for _ in 0..2 {
        assert_eq!(post(&anna, gone, "close", &closed), 204);
    }
    assert_eq!(
        post(&anna, stays, "close", &said(&anna, stays, ReleaseKind::Closed, "2027-05-24")),
        204
    );
    assert_eq!(post(&anna, stays, "reopen", b""), 204, "it is held");
    let known = endings(&anna, &[gone, stays]);
    assert_eq!(known.len(), 2);
    assert!(known[0].release.is_some_and(|it| it.day == day("2027-05-24")));
    assert!(known[1].release.is_none() && known[1].destroyed_on.is_none());

    server.on("2027-05-23");
    assert_eq!(server.desk(0).feed().len(), 2, "not before its day");
    server.on("2027-05-24");
    until("it goes by itself", || server.desk(0).feed().len() == 1);
    until("its bytes go", || files_with(&server, &marks).is_empty());
    let anna = server.desk(0);
    assert_eq!(anna.feed()[0].case, stays);
    let ended = endings(&anna, &[gone, stays]);
    assert_eq!(ended[0].destroyed_on, Some(day("2027-05-24")));
    let key = server.officers[0].signer.verifying_key();
    assert!(ended[0].release.unwrap().is_of(gone, &key), "an officer's word goes with it");
    assert!(ended[1].destroyed_on.is_none());

    // The code gives what a wrong one gives.
    let reporter = server.reporter();
    let (wrong, _) = reporter.blank_form();
    let pages = [&code, &wrong].map(|code| {
        let page = reporter.thread(code);
        (page.status, page.body.replace(code.as_str(), ""))
    });
    assert_eq!(pages[0], pages[1]);
    assert_eq!(reporter.thread(&other_code).status, 200);

    // The form that a browser sends once more does not bring it back.
    let again = reporter.post("/melden", &form);
    assert_eq!(again.status, 422);
    assert!(again.body.contains("Er klopt iets niet."), "what was typed stays");
    let fresh = hidden(&again.body, "code");
    assert_ne!(fresh, code);
    assert_eq!(server.desk(0).feed().len(), 1);
    let ticket = hidden(&again.body, "ticket");
    let form = [&[("code", fresh.as_str()), ("ticket", ticket.as_str())], &FIELDS[..]].concat();
    assert_eq!(reporter.post("/melden", &form).status, 200);
    assert_eq!(server.desk(0).feed().len(), 2);
}

#[test]
fn only_readers_end_a_case_and_only_with_a_word_that_fits() {
    let server = TestServer::start();
    let bram = server.officers[1].id.to_string();
    let fields = [&FIELDS[..], &[("exclude", bram.as_str())]].concat();
    assert_eq!(server.reporter().report(&fields).1.status, 200);
    let (anna, bram) = (server.desk(0), server.desk(1));
    let case = anna.feed()[0].case;
    let unknown = CaseId::random(&Random::from_system());
    for what in ["close", "reopen", "destroy"] {
        for id in [case, unknown] {
            let kind = if what == "close" { ReleaseKind::Closed } else { ReleaseKind::Now };
            let body = said(&bram, id, kind, "2026-11-23");
            assert_eq!(post(&bram, id, what, &body), 404, "{what}");
        }
    }
    assert!(endings(&bram, &[case, unknown]).is_empty());
    let wrong = [
        said(&anna, unknown, ReleaseKind::Closed, "2027-01-01"),
        said(&anna, case, ReleaseKind::Now, "2026-11-23"),
        b"".to_vec(),
        b"\xff".to_vec(),
    ];
    for body in &wrong {
        assert_eq!(post(&anna, case, "close", body), 400);
    }
    let tomorrow = said(&anna, case, ReleaseKind::Closed, "2026-11-24");
    assert_eq!(post(&anna, case, "destroy", &tomorrow), 412, "its day has not come");
    assert_eq!(anna.head(case).items, 1);
    let now = said(&anna, case, ReleaseKind::Now, "2026-11-23");
    for _ in 0..2 {
        assert_eq!(post(&anna, case, "destroy", &now), 204);
    }
    assert!(anna.feed().is_empty());
    assert_eq!(anna.acknowledge(case), 404);
    assert_eq!(post(&anna, case, "close", &tomorrow), 404);
    let many = Asked { cases: vec![case; 5000] };
    assert_eq!(anna.request("POST", "endings", &wire::to_bytes(&many)).0, 413);
}
