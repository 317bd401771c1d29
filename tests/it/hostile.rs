//! Slow and hostile clients at the built server. Each load is bounded and goes to loopback; what is
//! asserted is that an honest client meanwhile is served, and served right.

use crate::{
    process::ServerProcess,
    server::{Browser, TestOfficer, TestServer, fixed_clock, make_organisation},
};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;

/// Seats of the attacked server.
const SEATS: usize = 60;

/// The attacked server, and what it was made of.
struct Attacked {
    folder: TempDir,
    officers: Vec<TestOfficer>,
    server: ServerProcess,
}

impl Attacked {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let names = ["Anna de Vries", "Bram Jansen"];
        let officers = make_organisation(folder.path(), &names, "127.0.0.1:0".parse().unwrap());
        let file = folder.path().join("meldpunt.toml");
        let settings = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("{settings}max_connections = {SEATS}\n")).unwrap();
        let server = ServerProcess::start(&file);
        Self { folder, officers, server }
    }

    fn address(&self) -> &str {
        self.server.base.strip_prefix("http://").unwrap()
    }

    /// An honest reporter sees a page, sends a report and reads it back.
    fn honest(&self) {
        let browser = Browser::at(self.server.base.clone());
        assert_eq!(browser.get("/hulp").status, 200);
        let (code, receipt) = browser.report(&[("story", "Tussen het geweld door.")]);
        assert_eq!(receipt.status, 200);
        assert_eq!(browser.thread(&code).status, 200);
    }

    /// The attack has ended: what was acknowledged is there, once.
    fn kept(mut self, reports: usize) {
        let said = self.server.terminate();
        assert_eq!(said.code, Some(0));
        assert!(!said.stderr.contains("panicked"), "{}", said.stderr);
        let server = TestServer::over(self.folder, self.officers, fixed_clock());
        assert_eq!(server.desk(0).reports().len(), reports);
    }
}

/// Many connections at once, held by a program of its own, which may have as many files as that
/// takes. Each sends `greeting` and then nothing.
struct Crowd(Child);

impl Crowd {
    fn come(attacked: &Attacked, count: usize, greeting: &str) -> Self {
        let (host, port) = attacked.address().split_once(':').unwrap();
        let script = format!(
            "trap '' PIPE; ulimit -n {}; for ((i = 0; i < {count}; i++)); do \
             exec {{fd}}<>/dev/tcp/{host}/{port} && printf '{greeting}' >&$fd; \
             done 2>/dev/null; echo here; read -r",
            count + 100
        );
        let mut bash = Command::new("bash");
        bash.args(["-c", &script]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = bash.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert_eq!(line, "here\n", "all of them came");
        Self(child)
    }
}

impl Drop for Crowd {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

#[test]
fn thousands_of_idle_connections_give_way_to_a_reporter() {
    let attacked = Attacked::start();
    let crowd = Crowd::come(&attacked, 3000, "");
    attacked.honest();
    drop(crowd);
    attacked.kept(1);
}

#[test]
fn headers_that_never_end_give_way_to_a_reporter() {
    let attacked = Attacked::start();
    let crowd = Crowd::come(&attacked, 600, "GET / HTTP/1.1\\r\\nhost: x\\r\\nx-slow: ");
    attacked.honest();
    drop(crowd);
    attacked.kept(1);
}

#[test]
fn bodies_that_fall_silent_give_way_to_a_reporter() {
    let attacked = Attacked::start();
    let head = "POST /melden HTTP/1.1\\r\\nhost: x\\r\\ncontent-length: 90000\\r\\n\
                content-type: multipart/form-data; boundary=b\\r\\n\\r\\n--b\\r\\n";
    // As many as there are seats: each of them is a request under way.
    let crowd = Crowd::come(&attacked, SEATS, head);
    attacked.honest();
    drop(crowd);
    attacked.kept(1);
}

#[test]
fn requests_in_one_breath_are_answered_one_by_one_and_in_order() {
    let attacked = Attacked::start();
    let pages = ["/", "/hulp", "/onbekend", "/team"];
    let mut requests = String::new();
    for round in 0..50 {
        let last = if round == 49 { "connection: close\r\n" } else { "" };
        let path = pages[round % pages.len()];
        requests.push_str(&format!("HEAD {path} HTTP/1.1\r\nhost: x\r\n{last}\r\n"));
    }
    let mut stream = TcpStream::connect(attacked.address()).unwrap();
    stream.write_all(requests.as_bytes()).unwrap();
    let mut answers = String::new();
    stream.read_to_string(&mut answers).unwrap();
    let statuses: Vec<_> =
        answers.lines().filter_map(|line| line.strip_prefix("HTTP/1.1 ")).collect();
    assert_eq!(statuses.len(), 50);
    for (round, status) in statuses.iter().enumerate() {
        let expected = if pages[round % pages.len()] == "/onbekend" { "404" } else { "200" };
        assert!(status.starts_with(expected), "{round}: {status}");
    }
    attacked.honest();
    attacked.kept(1);
}

#[test]
fn too_many_and_too_long_headers_are_refused() {
    let attacked = Attacked::start();
    let many: String = (0..300).map(|number| format!("x-{number}: 1\r\n")).collect();
    let long = format!("x-long: {}\r\n", "a".repeat(60_000));
    for headers in [many, long] {
        let mut stream = TcpStream::connect(attacked.address()).unwrap();
        let request = format!("GET / HTTP/1.1\r\nhost: x\r\n{headers}\r\n");
        // The server may close while we are still sending.
        let sent = stream.write_all(request.as_bytes());
        let mut answer = Vec::new();
        let read = stream.read_to_end(&mut answer);
        let refused = answer.starts_with(b"HTTP/1.1 431");
        assert!(refused || sent.is_err() || read.is_err());
        assert!(!answer.starts_with(b"HTTP/1.1 200"));
    }
    attacked.honest();
    attacked.kept(1);
}

#[test]
fn a_flood_that_reads_no_answer_takes_nobodys_turn() {
    let attacked = Attacked::start();
    let page = "GET /privacy HTTP/1.1\\r\\nhost: x\\r\\n\\r\\n";
    let crowd = Crowd::come(&attacked, 200, &page.repeat(10));
    attacked.honest();
    drop(crowd);
    attacked.kept(1);
}

#[test]
fn the_preface_of_http_2_is_no_way_in() {
    let attacked = Attacked::start();
    let mut stream = TcpStream::connect(attacked.address()).unwrap();
    // The preface, an empty SETTINGS frame and a stream of resets (RFC 9113, 3.4 and 6).
    stream.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").unwrap();
    for stream_id in (1u8..=101).step_by(2) {
        let reset = [0, 0, 4, 3, 0, 0, 0, 0, stream_id, 0, 0, 0, 8];
        if stream.write_all(&reset).is_err() {
            break;
        }
    }
    let mut answer = Vec::new();
    drop(stream.read_to_end(&mut answer));
    // No frame comes back: the line is answered as HTTP/1.1 or closed.
    assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 4"), "{answer:?}");
    attacked.honest();
    attacked.kept(1);
}
