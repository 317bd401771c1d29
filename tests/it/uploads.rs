//! Files in a browser: chosen, taken away, sent with progress, stopped, broken off and sent again;
//! and how little memory they take at the server.

use crate::{
    browser::{Key, Line, Script, Tab},
    process::{ServerProcess, files_in},
    server::{BOUNDARY, Browser, TestServer, make_organisation},
    web::{
        dutch,
        files::{body, opened, pdf, stored},
    },
};
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::PathBuf,
    sync::Barrier,
    thread,
    time::{Duration, Instant},
};

const NEXT: &str = ".walk-buttons button:first-child";
const SEND: &str = "#report .last button[type=submit]";
const STATUS: &str = "#sending";

/// Slow enough to see, in bytes a second.
const SLOW: Line = Line::Slow { bytes_a_second: 300_000.0 };

/// A file on disk, for a browser to choose.
struct Chosen(tempfile::TempDir);

impl Chosen {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, content).unwrap();
        path
    }
}

/// Walks to the last page with a story, and stays there.
fn walk_with_story(tab: &Tab, server: &TestServer) {
    tab.go(&server.url("/melden"));
    tab.until(NEXT);
    while !tab.is_seen(".here #story") {
        tab.click(NEXT);
    }
    tab.fill("#story", "Er is een foto van.");
    while !tab.is_seen(".here #files") {
        tab.click(NEXT);
    }
}

/// Waits until this many files lie in the store: named, and waiting.
fn until_stored(server: &TestServer, expected: (usize, usize)) {
    let begun = Instant::now();
    while stored(server) != expected {
        assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", stored(server));
        thread::yield_now();
    }
}

fn status_becomes(tab: &Tab, text: &str) {
    tab.until_true(&format!("document.querySelector('{STATUS}')?.textContent === `{text}`"), text);
}

#[test]
fn chosen_files_are_listed_taken_away_and_sent_with_progress() {
    let (kept, content) = (Chosen::new(), pdf(b'p', 900_000));
    let [a, b] = ["brief.pdf", "weg.pdf"].map(|name| kept.file(name, &content));
    let large = kept.file("groot.pdf", &pdf(b'g', (25 << 20) + 1));
    let empty = kept.file("leeg.pdf", b"");
    for width in [360, 1280] {
        let server = TestServer::start();
        let tab = Tab::open(width, Script::On);
        if width == 360 {
            tab.touch();
        }
        walk_with_story(&tab, &server);
        tab.look("files-blank");
        assert_eq!(tab.is_seen("#voice"), width == 360, "a recorder is for phones");
        tab.choose("#files", &[&a, &b]);
        tab.choose("#files", &[&large, &empty]);
        tab.until(".chosen li:nth-child(4)");
        tab.look("files-chosen");
        // Too large is said before anything is sent.
        assert!(tab.text_of(".chosen li:nth-child(3)").contains(&dutch().files_too_large(25)));
        assert!(tab.text_of(".chosen li:nth-child(4)").contains(&dutch().files_empty()));
        for _ in 0..3 {
            tab.click(".chosen li:nth-child(2) button");
        }
        assert!(tab.text_of(".chosen").starts_with("brief.pdf"));
        tab.click(NEXT);
        assert!(tab.text_of("#answers").contains("brief.pdf"));
        tab.line(SLOW);
        // A second click does nothing.
        tab.evaluate(&format!(
            "const s = document.querySelector('{SEND}'); s.click(); s.click(); ''"
        ));
        tab.until_true("document.querySelector('progress').value > 0", "progress");
        tab.look("files-sending");
        tab.line(Line::Open);
        tab.until("p.code");
        tab.look("receipt-files");
        assert!(tab.text().contains(&dutch().files_came_one()) && tab.text().contains("brief.pdf"));
        assert_eq!(tab.evaluate("location.pathname + location.search"), "/melden");
        let reports = server.desk(0).reports();
        assert_eq!((reports.len(), reports[0].attachments.len()), (1, 1));
        assert!(opened(&server, &reports[0].attachments[0]) == content);
        assert_eq!(stored(&server), (1, 0));
    }
}

#[test]
fn a_stopped_sending_and_a_broken_line_lose_nothing() {
    let (kept, content) = (Chosen::new(), pdf(b's', 3_000_000));
    let file = kept.file("film.pdf", &content);
    let server = TestServer::start();
    let tab = Tab::open(360, Script::On);
    walk_with_story(&tab, &server);
    tab.choose("#files", &[&file]);
    tab.click(NEXT);
    tab.line(SLOW);
    tab.click(SEND);
    tab.until_true("document.querySelector('progress').value > 0", "progress");
    // The button that stops has the focus.
    tab.press(Key::Enter);
    status_becomes(&tab, &dutch().files_stopped());
    until_stored(&server, (0, 0));
    tab.look("files-stopped");

    tab.line(Line::Gone);
    tab.click(SEND);
    status_becomes(&tab, &dutch().files_lost());
    assert_eq!(tab.text_of(SEND), dutch().files_again());
    assert!(server.desk(0).feed().is_empty());
    tab.line(Line::Open);
    tab.click(SEND);
    tab.until("p.code");
    let reports = server.desk(0).reports();
    assert!(reports[0].answers.has("story", "Er is een foto van."));
    assert!(opened(&server, &reports[0].attachments[0]) == content);
    assert_eq!(stored(&server), (1, 0));
}

#[test]
fn a_file_that_is_not_taken_is_named_and_the_others_go() {
    let kept = Chosen::new();
    let good = kept.file("goed.pdf", &pdf(b'g', 5000));
    let bad = kept.file("foto.jpg", b"Gewone tekst, geen foto.");
    let server = TestServer::start();
    let tab = Tab::open(1280, Script::On);
    walk_with_story(&tab, &server);
    tab.choose("#files", &[&bad, &good]);
    tab.click(NEXT);
    tab.click(SEND);
    status_becomes(&tab, &dutch().files_left_out());
    tab.click("#answers button[aria-label$='Bestanden meesturen']");
    assert!(tab.text_of(".chosen li.error").contains(&dutch().files_other_than_name()));
    tab.look("files-refused");
    tab.click(NEXT);
    tab.click(SEND);
    tab.until("p.code");
    let reports = server.desk(0).reports();
    let names: Vec<_> = reports[0].attachments.iter().map(|file| file.name.expose()).collect();
    assert_eq!(names, ["goed.pdf"]);
    assert_eq!(stored(&server), (1, 0));
}

#[test]
fn files_go_with_a_message_by_keyboard_alone() {
    let kept = Chosen::new();
    let [a, b] = ["a.pdf", "b.pdf"].map(|name| kept.file(name, &pdf(name.as_bytes()[0], 4000)));
    let server = TestServer::start();
    let (code, _) = server.reporter().report(&[("story", "Iets.")]);
    let tab = Tab::open(1280, Script::On);
    tab.go(&server.url("/code"));
    tab.fill("#code", &code);
    tab.press(Key::Enter);
    tab.until("#files");
    tab.choose("#files", &[&a, &b]);
    tab.look("thread-files");
    tab.evaluate("document.querySelector('#files').focus(); ''");
    // The first file's button comes after the field; it takes that file away.
    tab.press(Key::Tab);
    tab.press(Key::Enter);
    tab.until_true("document.querySelectorAll('.chosen li').length === 1", "one file");
    assert_eq!(tab.evaluate("document.activeElement.id"), "files");
    while tab.evaluate("String(document.activeElement.type)") != "submit" {
        tab.press(Key::Tab);
    }
    tab.press(Key::Enter);
    tab.until(".done");
    tab.look("thread-sent-files");
    assert!(tab.text_of(".done").contains("b.pdf"));
    let additions = server.desk(0).additions();
    assert_eq!((additions.len(), additions[0].attachments.len()), (1, 1));
}

#[test]
fn without_script_files_go_with_the_form_and_wait_when_it_has_a_fault() {
    let kept = Chosen::new();
    let good = kept.file("brief.pdf", &pdf(b'b', 40_000));
    let bad = kept.file("programma.exe", b"MZ\x90\x01");
    for width in [360, 1280] {
        let server = TestServer::start();
        let tab = Tab::open(width, Script::Off);
        tab.go(&server.url("/melden"));
        tab.choose("#files", &[&good, &bad]);
        tab.click("#report .last button");
        tab.until("#files-error");
        tab.look("files-fault");
        assert!(tab.is_seen("#story-error"));
        assert!(tab.text_of("#files-error").contains("programma.exe"));
        assert!(tab.text_of(".kept").contains("brief.pdf"));
        tab.fill("#story", "Nu met verhaal.");
        tab.click("#report .last button");
        tab.until("p.code");
        tab.look("receipt-files");
        let reports = server.desk(0).reports();
        assert_eq!(reports[0].attachments.len(), 1);
        assert_eq!(opened(&server, &reports[0].attachments[0]).len(), 40_000);
    }
}

/// Twenty clients that send at once, each a file of this many bytes.
const CLIENTS: usize = 20;
const BYTES: usize = 5 << 20;

/// What twenty files at once may take more, in bytes.
const MAX_GROWTH_BYTES: u64 = 32 << 20;

#[test]
fn twenty_files_at_once_take_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    let listen = "127.0.0.1:0".parse().unwrap();
    make_organisation(folder.path(), &["Anna de Vries"], listen);
    let server = ServerProcess::start(&folder.path().join("meldpunt.toml"));
    let browser = Browser::at(server.base.clone());
    many_reports(&server.base);
    let story = ("story".to_owned(), "Er is een film van.".to_owned());
    let requests: Vec<_> =
        (0..CLIENTS).map(|n| form(&browser, (n, BYTES), std::slice::from_ref(&story))).collect();
    server.forget_peak();
    let before = server.memory("VmRSS");
    let half = Barrier::new(CLIENTS);
    let address = server.base.strip_prefix("http://").unwrap();
    thread::scope(|scope| {
        for request in &requests {
            scope.spawn(|| {
                let mut stream = TcpStream::connect(address).unwrap();
                stream.write_all(&request[..request.len() / 2]).unwrap();
                half.wait();
                stream.write_all(&request[request.len() / 2..]).unwrap();
                let mut answer = String::new();
                stream.read_to_string(&mut answer).unwrap();
                assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
            });
        }
    });
    let grown = server.memory("VmHWM") - before;
    assert!(grown < MAX_GROWTH_BYTES, "{} MiB more", grown >> 20);
}

/// As many reports at once as there are clients.
fn many_reports(base: &str) {
    thread::scope(|scope| {
        for _ in 0..CLIENTS {
            let browser = || Browser::at(base.to_owned());
            scope.spawn(move || {
                assert_eq!(browser().report(&[("story", "Tegelijk.")]).1.status, 200);
            });
        }
    });
}

#[test]
fn many_reports_at_once_take_memory_for_few_keys() {
    let folder = tempfile::tempdir().unwrap();
    let listen = "127.0.0.1:0".parse().unwrap();
    make_organisation(folder.path(), &["Anna de Vries"], listen);
    let server = ServerProcess::start(&folder.path().join("meldpunt.toml"));
    let before = server.memory("VmRSS");
    (0..3).for_each(|_| many_reports(&server.base));
    // Four keys of 19 MiB at most are derived at once, and what they took is used again.
    let grown = server.memory("VmHWM") - before;
    assert!(grown < 4 * (19 << 20) + MAX_GROWTH_BYTES, "{} MiB more", grown >> 20);
}

#[test]
fn more_files_at_once_than_are_taken_in_wait_for_one_another() {
    let server = TestServer::start();
    let browser = server.reporter();
    let requests: Vec<_> = (0..40).map(|n| form(&browser, (n, 150_000), &[])).collect();
    // All of them are halfway before any goes on: what waits, waits on the line.
    let half = Barrier::new(requests.len());
    thread::scope(|scope| {
        for request in &requests {
            scope.spawn(|| {
                let mut stream = TcpStream::connect(server.address).unwrap();
                stream.write_all(&request[..request.len() / 2]).unwrap();
                half.wait();
                stream.write_all(&request[request.len() / 2..]).unwrap();
                let mut answer = String::new();
                stream.read_to_string(&mut answer).unwrap();
                assert!(answer.starts_with("HTTP/1.1 422") && answer.contains("name=\"kept\""));
            });
        }
    });
    assert_eq!(stored(&server), (0, 40));
}

#[test]
fn the_name_and_the_content_of_a_file_are_nowhere_at_the_server() {
    const MARKERS: [&str; 2] = ["Kwetterfotoboek", "Knarstandenbank"];
    let folder = tempfile::tempdir().unwrap();
    let listen = "127.0.0.1:0".parse().unwrap();
    make_organisation(folder.path(), &["Anna de Vries"], listen);
    let mut server = ServerProcess::start(&folder.path().join("meldpunt.toml"));
    let browser = Browser::at(server.base.clone());
    let content = [&pdf(b'x', 70_000)[..], MARKERS[1].as_bytes()].concat();
    let (good, bad) = (format!("{}.pdf", MARKERS[0]), format!("{}.exe", MARKERS[0]));
    for files in [&[(&*good, &*content)][..], &[(&*good, &*content), (&*bad, b"MZ\x01\x02")]] {
        let (code, ticket) = browser.blank_form();
        let fields = [("code", &*code), ("ticket", &ticket), ("story", "Iets.")];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let page = browser.post_body("/melden", body(&fields, files)).unwrap().body;
        assert!(page.contains(MARKERS[0]), "it is told once, to whoever sent it");
        assert!(!browser.thread(&code).body.contains(MARKERS[0]));
    }
    let said = server.terminate();
    let printed = said.stdout + &said.stderr;
    let files = files_in(folder.path());
    assert_eq!(
        files.iter().filter(|file| file.iter().any(|part| part == "attachments")).count(),
        2
    );
    for marker in MARKERS {
        assert!(!printed.contains(marker), "{marker} was printed");
        for file in &files {
            let bytes = fs::read(file).unwrap();
            let found = bytes.windows(marker.len()).any(|part| part == marker.as_bytes());
            assert!(!found && !file.to_str().unwrap().contains(marker), "{}", file.display());
        }
    }
}

/// A form with a file and these fields, as it goes over the line. Without a story it has a fault.
fn form(browser: &Browser, (number, bytes): (usize, usize), more: &[(String, String)]) -> Vec<u8> {
    let (code, ticket) = browser.blank_form();
    let mut fields = vec![("code".to_owned(), code), ("ticket".to_owned(), ticket)];
    fields.extend_from_slice(more);
    let letter = u8::try_from(number).unwrap();
    let content = body(&fields, &[("film.pdf", &pdf(letter, bytes))]);
    let head = format!(
        "POST /melden HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\
         content-type: multipart/form-data; boundary={BOUNDARY}\r\ncontent-length: {}\r\n\r\n",
        content.len()
    );
    [head.into_bytes(), content].concat()
}
