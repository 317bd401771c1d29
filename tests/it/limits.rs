//! Floods from the outside against the built server: whoever was given a form sends it, people come
//! in while machines ask as often as they can, and nobody loses what was typed.

use crate::{
    browser::{Script, Tab},
    html::Html,
    process::ServerProcess,
    server::{
        BOUNDARY, Response, TestDesk, TestOfficer, agent, make_organisation, multipart, read,
    },
    web::{
        Fields, dutch,
        files::{body, pdf},
        with,
    },
};
use sha2::{Digest, Sha256};
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};
use tempfile::TempDir;
use veilig_melden::core::{Clock, Random, ReceiptCode};

const STORY: &str = "Zij riep dat hij dom was.";

/// A server of its own process, behind a proxy that names its clients, or behind nothing.
struct Point {
    folder: TempDir,
    officers: Vec<TestOfficer>,
    server: ServerProcess,
}

impl Point {
    /// All clients look alike.
    fn start() -> Self {
        Self::start_with("")
    }

    /// A proxy says who each is.
    fn behind_a_proxy() -> Self {
        Self::start_with("client_address_header = \"X-Real-IP\"\n")
    }

    fn start_with(more: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let officers =
            make_organisation(folder.path(), &["Anna", "Bram"], "127.0.0.1:0".parse().unwrap());
        let file = folder.path().join("meldpunt.toml");
        let settings = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("{settings}{more}")).unwrap();
        let server = ServerProcess::start(&file);
        Self { folder, officers, server }
    }

    fn config(&self) -> PathBuf {
        self.folder.path().join("meldpunt.toml")
    }

    fn at(&self, address: &'static str) -> Somebody {
        Somebody { base: self.server.base.clone(), address, agent: agent() }
    }

    fn reports(&self) -> usize {
        let officer = &self.officers[0];
        let base = self.server.base.clone();
        TestDesk { base, officer, clock: Clock::System }.reports().len()
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.server.base)
    }
}

/// A browser without script, at an address that the proxy names.
#[derive(Clone)]
struct Somebody {
    base: String,
    address: &'static str,
    agent: ureq::Agent,
}

impl Somebody {
    fn get(&self, path: &str) -> Response {
        let request = self.agent.get(format!("{}{path}", self.base));
        read(request.header("x-real-ip", self.address).call().unwrap()).unwrap()
    }

    fn post(&self, path: &str, fields: &Fields) -> Response {
        let fields: Vec<_> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        self.post_body(path, multipart(&fields))
    }

    fn post_body(&self, path: &str, body: Vec<u8>) -> Response {
        let request = self.agent.post(format!("{}{path}", self.base));
        let request = request
            .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
            .header("sec-fetch-site", "same-origin")
            .header("x-real-ip", self.address);
        read(request.send(&body[..]).unwrap()).unwrap()
    }

    /// A blank form, filled in.
    fn form(&self) -> Fields {
        let page = self.get("/melden");
        assert_eq!(page.status, 200);
        with(&Html::parse(&page.body).form("/melden"), "story", STORY)
    }

    /// Asks until it is too often.
    fn until_refused(&self, ask: impl Fn(&Self) -> Response) -> Response {
        let mut answers = (0..10_000).map(|_| ask(self));
        answers.find(|answer| matches!(answer.status, 429 | 503)).expect("it never is too often")
    }
}

/// A machine that asks as often as it can, until this is dropped.
struct Flood {
    ends: Arc<AtomicBool>,
    asking: Option<JoinHandle<()>>,
}

impl Flood {
    /// Begins, and goes on after the first refusal.
    fn of(machine: Somebody, ask: impl Fn(&Somebody) -> Response + Send + 'static) -> Self {
        machine.until_refused(&ask);
        let ends = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&ends);
        let asking = thread::spawn(move || {
            while !told.load(Ordering::Relaxed) {
                ask(&machine);
            }
        });
        Self { ends, asking: Some(asking) }
    }

    fn of_forms(machine: Somebody) -> Self {
        Self::of(machine, |machine| machine.get("/melden"))
    }
}

impl Drop for Flood {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
        drop(self.asking.take().map(JoinHandle::join));
    }
}

/// The turn on a page, with the answers to its sums.
fn answered(page: &Html) -> String {
    let turn = page.one("#turn");
    let value = |name| turn.attr(name).unwrap();
    let number = |name| value(name).parse::<u32>().unwrap();
    let seed = u128::from_str_radix(value("data-seed"), 16).unwrap().to_be_bytes();
    let fits = |sum: u32, answer: u32| {
        let hash = Sha256::new_with_prefix(seed)
            .chain_update(sum.to_be_bytes())
            .chain_update(answer.to_be_bytes())
            .finalize();
        u32::from_be_bytes(hash[..4].try_into().unwrap()).leading_zeros() >= number("data-bits")
    };
    let answer = |sum| (0..).find(|answer| fits(sum, *answer)).unwrap();
    let answers = (0..number("data-sums")).map(|sum| format!(".{}", answer(sum)));
    format!("{}{}", value("value"), answers.collect::<String>())
}

fn seconds(refused: &Response) -> u64 {
    refused.headers["retry-after"].parse().unwrap()
}

#[test]
fn forty_people_behind_one_address_all_report() {
    let point = Point::behind_a_proxy();
    let house = point.at("192.0.2.1");
    for _ in 0..40 {
        // Each looks around first, and opens the form twice.
        for page in ["/", "/team", "/vraag"] {
            assert_eq!(house.get(page).status, 200);
        }
        assert_eq!(house.post("/melden", &house.form()).status, 200);
    }
    assert_eq!(point.reports(), 40);
}

#[test]
fn a_flood_from_one_client_stops_nobody_else_and_no_form_that_was_given() {
    let point = Point::behind_a_proxy();
    let (machine, other) = (point.at("192.0.2.1"), point.at("192.0.2.2"));
    let opened = machine.form();
    let flood = Flood::of_forms(machine.clone());
    let refused = machine.until_refused(|machine| machine.get("/melden"));
    assert_eq!(refused.status, 429);
    assert!((1..=10).contains(&seconds(&refused)));
    assert_eq!(other.post("/melden", &other.form()).status, 200);
    assert_eq!(machine.post("/melden", &opened).status, 200);
    // Somebody else behind that address comes in too, at the cost of a few sums.
    let turn = answered(&Html::parse(&refused.body));
    assert_eq!(machine.get(&format!("/melden?beurt={turn}")).status, 200);
    let again = machine.until_refused(|machine| machine.get(&format!("/melden?beurt={turn}")));
    assert_eq!(again.status, 429, "a turn lets in once");
    drop(flood);
    assert_eq!(point.reports(), 2);
}

#[test]
fn a_form_given_before_a_restart_is_sent_in_the_middle_of_a_flood() {
    let mut point = Point::start();
    let person = point.at("");
    let opened = person.form();
    point.server.kill();
    point.server = ServerProcess::start(&point.config());
    let flood = Flood::of_forms(point.at(""));
    let person = point.at("");
    let receipt = person.post("/melden", &opened);
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    // And once more, as after a lost connection.
    assert_eq!(person.post("/melden", &opened).status, 200);
    assert_eq!(point.reports(), 1);
    drop(flood);
    let said = point.server.terminate();
    assert!(!said.stderr.contains("failed"), "a flood fills the log: {}", said.stderr);
}

#[test]
fn a_form_that_is_too_late_in_a_flood_keeps_its_text_and_is_sent_after_the_wait() {
    let point = Point::start();
    let person = point.at("");
    let late = with(&person.form(), "ticket", "00000000000000000000000000000000");
    let _flood = Flood::of_forms(point.at(""));
    let refused = person.until_refused(|person| person.post("/melden", &late));
    assert_eq!(refused.status, 503);
    let page = Html::parse(&refused.body);
    assert_eq!(page.text(".summary h2"), dutch().busy_form(seconds(&refused)));
    let form = page.form("/melden");
    assert!(form.contains(&("story".to_owned(), STORY.to_owned())));
    // As it stands it may not be sent yet; with the sums done it may, also twice.
    let early = person.until_refused(|person| person.post("/melden", &form));
    assert_eq!(early.status, 503);
    let page = Html::parse(&early.body);
    assert_eq!(page.form("/melden"), form, "the same code and the same turn");
    let answered = with(&form, "beurt", &answered(&page));
    let receipt = person.post("/melden", &answered);
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    let code = &form.iter().find(|(name, _)| name == "code").unwrap().1;
    assert_eq!(&Html::parse(&receipt.body).text("p.code"), code);
    let again = person.post("/melden", &answered);
    if again.status == 503 {
        // Its turn is used; the next one leads to the same report.
        let page = Html::parse(&again.body);
        let form = with(&page.form("/melden"), "beurt", &self::answered(&page));
        assert_eq!(person.post("/melden", &form).status, 200);
    }
    assert_eq!(point.reports(), 1);
}

#[test]
fn one_form_sent_again_and_again_is_one_report_and_holds_nobody_up() {
    let point = Point::start();
    let (machine, person) = (point.at(""), point.at(""));
    let form = machine.form();
    let refused = machine.until_refused(|machine| machine.post("/melden", &form));
    assert_eq!(refused.status, 429);
    let page = Html::parse(&refused.body);
    assert_eq!(page.text(".summary h2"), dutch().busy_sendings(seconds(&refused)));
    assert_eq!(page.form("/melden"), form, "it can be sent later as it stands");
    assert_eq!(person.post("/melden", &person.form()).status, 200);
    assert_eq!(point.reports(), 2);
}

#[test]
fn who_tries_codes_stops_no_report_and_no_message_and_no_other_code() {
    let point = Point::start();
    let (machine, person) = (point.at(""), point.at(""));
    let form = person.form();
    assert_eq!(person.post("/melden", &form).status, 200);
    let code = vec![form.iter().find(|(name, _)| name == "code").unwrap().clone()];
    let thread = Html::parse(&person.post("/code", &code).body);
    let (other, random) = (person.form(), Random::from_system());
    let flood = Flood::of(machine.clone(), move |machine| {
        // Right in its check symbol every eighth time: that costs an Argon2id.
        let code = match random.bytes::<1>()[0] & 7 {
            0 => ReceiptCode::random(&random).grouped().expose().to_owned(),
            _ => "K7QF".to_owned(),
        };
        machine.post("/code", &vec![("code".to_owned(), code)])
    });
    assert_eq!(person.post("/melden", &other).status, 200);
    let message = with(&thread.form("/bericht"), "message", "Nog iets.");
    assert_eq!(person.post("/bericht", &message).status, 200);
    let refused = person.until_refused(|person| person.post("/code", &code));
    assert_eq!(refused.status, 503);
    assert!(refused.body.contains(&dutch().busy_code(seconds(&refused))));
    let page = Html::parse(&refused.body);
    let again = with(&page.form("/code"), "beurt", &answered(&page));
    let thread = person.post("/code", &again);
    assert_eq!(thread.status, 200);
    assert!(Html::parse(&thread.body).text("h1").contains("M-"));
    drop(flood);
    assert_eq!(point.reports(), 2);
}

#[test]
fn a_client_that_sends_files_without_end_has_them_refused_and_its_text_goes() {
    let point = Point::behind_a_proxy();
    let (machine, other) = (point.at("192.0.2.1"), point.at("192.0.2.2"));
    let small: Vec<_> = (b'a'..b'a' + 20).map(|letter| pdf(letter, 16)).collect();
    let files: Vec<_> = small.iter().map(|file| ("klein.pdf", &file[..])).collect();
    for _ in 0..20 {
        let sent = machine.post_body("/bestanden", body(&machine.form(), &files));
        assert_eq!(Html::parse(&sent.body).all("input[name=kept]").len(), 20);
    }
    let refused = machine.until_refused(|machine| {
        let mut page = machine.post_body("/melden", body(&machine.form(), &files[..1]));
        if page.body.contains(&dutch().files_no_room()) {
            page.status = 429;
        }
        page
    });
    let form = Html::parse(&refused.body).form("/melden");
    assert_eq!(machine.post("/melden", &form).status, 200);
    let sent = other.post_body("/melden", body(&other.form(), &files));
    assert_eq!(sent.status, 200);
    assert_eq!(Html::parse(&sent.body).all(".sent-files li").len(), 20);
}

#[test]
fn an_unsigned_request_is_refused_before_its_body_is_read() {
    let point = Point::start();
    let address = point.server.base.strip_prefix("http://").unwrap();
    let signed = {
        let (base, officer) = (point.server.base.clone(), &point.officers[0]);
        let desk = TestDesk { base, officer, clock: Clock::System };
        desk.sign("POST", "cases/00000000000000000000000000000000/items", b"body")
    };
    let lines = signed.headers.iter().map(|(name, value)| {
        // The same head, signed by nobody.
        let value = value.to_str().unwrap().replace("desk=:", "desk=:AAAA");
        format!("{name}: {value}\r\n")
    });
    let mut line = TcpStream::connect(address).unwrap();
    let head = format!(
        "POST {} HTTP/1.1\r\nhost: {address}\r\ncontent-length: 1000000\r\n{}\r\n",
        signed.uri.path(),
        lines.collect::<String>()
    );
    line.write_all(head.as_bytes()).unwrap();
    let mut answer = [0; 12];
    line.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 401");
}

/// Reports in a browser while a machine asks for forms; pages wait first.
fn report_in_a_flood(width: u32, script: Script) {
    let point = Point::start();
    let tab = Tab::open(width, script);
    let flood = Flood::of_forms(point.at(""));
    // The machine has the form that comes free each second, nearly always.
    tab.go(&point.url("/melden"));
    tab.until("#turn, #story");
    while tab.is_seen("#story") && tab.evaluate("location.search").is_empty() {
        tab.go(&point.url("/melden"));
        tab.until("#turn, #story");
    }
    if script == Script::Off {
        // Nothing is pressed: waiting is enough.
        tab.look("busy");
    }
    tab.until("#story");
    let turn = tab.evaluate("location.search");
    assert!(turn.starts_with("?beurt="));
    assert_eq!(turn.contains('.'), script == Script::On, "with the sums done, or without");
    drop(flood);
    match script {
        Script::Off => {
            tab.fill("#story", STORY);
            tab.click("form button[type=submit]");
        }
        Script::On => {
            while !tab.is_seen(".here #story") {
                tab.click(".walk-buttons button:first-child");
            }
            tab.fill("#story", STORY);
            while !tab.is_seen(".last button[type=submit]") {
                tab.click(".walk-buttons button:first-child");
            }
            tab.click(".last button[type=submit]");
        }
    }
    tab.until("p.code");
    assert_eq!(point.reports(), 1);
}

#[test]
fn in_a_flood_a_person_without_script_comes_in_by_waiting() {
    report_in_a_flood(360, Script::Off);
}

#[test]
fn in_a_flood_a_person_with_script_comes_in_by_a_few_sums() {
    report_in_a_flood(1280, Script::On);
}
