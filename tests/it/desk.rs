//! The built `meldteam` against a real server: every command, and the desk in a browser.

use crate::server::{EVERY_LANGUAGE, Response, TestServer, agent, make_organisation, read};
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::Arc,
};
use tempfile::TempDir;
use veilig_melden::{
    Language, Texts,
    core::{Clock, OfficerFile, OfficerId, Plaintext, Random},
    desk::{
        enrol::{self, NewOfficer},
        keyring::WorkFactor,
    },
};

pub const PASSPHRASE: &str = "vijf losse woorden hier";

/// An officer's folder, and the built program that works on it.
pub struct Officer {
    pub folder: TempDir,
    pub public_file: PathBuf,
}

/// What a command said.
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Officer {
    /// Enrolled with little work, so that unlocking takes no second each time.
    pub fn enrolled(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let officer = NewOfficer {
            name: name.to_owned(),
            role: "Aandachtsfunctionaris".to_owned(),
            outside_line: true,
            ..NewOfficer::default()
        };
        let making = (&Arc::new(Random::from_system()), WorkFactor::LogN(2));
        let passphrase = Plaintext::from(PASSPHRASE);
        let enrolled = enrol::enrol(folder.path(), &officer, &passphrase, making);
        let public_file = enrolled.ok().unwrap().public_file;
        Self { folder, public_file }
    }

    pub fn id(&self) -> OfficerId {
        let text = fs::read_to_string(&self.public_file).unwrap();
        let file: OfficerFile = toml::from_str(&text).unwrap();
        OfficerId::of_recipient(&file.recipient)
    }

    pub fn serves(&self, address: &str) {
        fs::write(self.folder.path().join("desk.toml"), format!("server = \"{address}\"\n"))
            .unwrap();
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_meldteam"));
        command.args(["--passphrase-stdin", "--folder"]).arg(self.folder.path()).args(arguments);
        command.env("LANG", "nl_NL.UTF-8").stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        self.run_typing(PASSPHRASE, arguments)
    }

    pub fn run_typing(&self, typed: &str, arguments: &[&str]) -> Said {
        let mut child = self.command(arguments).spawn().unwrap();
        // A command that asks for nothing may be gone already.
        drop(child.stdin.take().unwrap().write_all(format!("{typed}\n").as_bytes()));
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let said =
            Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) };
        assert!(!said.err.contains("panicked"), "{}", said.err);
        said
    }

    /// Runs a command that must succeed; gives what it printed.
    pub fn done(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!(said.code, Some(0), "{arguments:?}: {}", said.err);
        said.out
    }

    /// Runs a command that must stop with this sentence.
    pub fn stops(&self, arguments: &[&str], sentence: &str) {
        let said = self.run(arguments);
        assert_eq!((said.code, said.err.trim_end()), (Some(1), plain(sentence).as_str()));
    }
}

pub fn dutch() -> Texts {
    Language::Nl.load()
}

pub fn plain(sentence: &str) -> String {
    sentence.replace(['\u{2068}', '\u{2069}'], "")
}

/// A server on the machine's clock, whose team are these officers.
pub fn server_of(officers: &[&Officer]) -> TestServer {
    server_of_with(officers, "")
}

/// The same with more in its settings.
pub fn server_of_with(officers: &[&Officer], more: &str) -> TestServer {
    let folder = tempfile::tempdir().unwrap();
    make_organisation(folder.path(), &[], "127.0.0.1:0".parse().unwrap());
    let file = folder.path().join("meldpunt.toml");
    let settings = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{settings}{more}")).unwrap();
    for (place, officer) in officers.iter().enumerate() {
        fs::copy(&officer.public_file, folder.path().join(format!("keys/{place}.toml"))).unwrap();
    }
    let server = TestServer::over(folder, Vec::new(), Clock::System);
    officers.iter().for_each(|officer| officer.serves(&server.url("")));
    server
}

/// A server with a report; gives the receipt code and the public number.
fn with_report(officer: &Officer, fields: &[(&str, &str)]) -> (TestServer, String, String) {
    let server = server_of(&[officer]);
    let (code, number) = report(&server, fields);
    (server, code, number)
}

pub fn report(server: &TestServer, fields: &[(&str, &str)]) -> (String, String) {
    let (code, receipt) = server.reporter().report(fields);
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    (code, crate::server::public_number(&receipt.body))
}

#[test]
fn init_makes_keys_that_a_server_reads_and_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let public_file = folder.path().join("anna-de-vries.toml");
    let anna = Officer { folder, public_file };
    let init = ["init", "--name", "Anna de Vries", "--role", "AF", "--outside-line"];
    let short = anna.run_typing("te kort", &init);
    let sentence = plain(&dutch().desk_error_passphrase_short(12));
    assert_eq!((short.code, short.err.trim_end()), (Some(1), sentence.as_str()));
    assert_eq!(fs::read_dir(anna.folder.path()).unwrap().count(), 0);

    let said = anna.done(&init);
    assert!(said.contains("anna-de-vries.toml"), "{said}");
    let key = anna.folder.path().join("officer.key");
    assert_eq!(fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    let bytes = fs::read(&key).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    anna.stops(&init, &dutch().desk_error_exists(key.to_string_lossy()));
    assert_eq!(fs::read(&key).unwrap(), bytes);

    let server = server_of(&[&anna]);
    assert!(server.reporter().get("/team").body.contains("Anna de Vries"));
    assert_eq!(anna.done(&["sync"]).trim_end(), plain(&dutch().desk_notice_synced(0)));
}

#[test]
fn a_report_is_fetched_shown_answered_and_read_by_its_reporter() {
    let (anna, bram) = (Officer::enrolled("Anna de Vries"), Officer::enrolled("Bram Jansen"));
    let server = server_of(&[&anna, &bram]);
    let fields =
        [("story", "Zij riep.\nHij huilde."), ("kinds", "psych"), ("where", "at:De Linde")];
    let (code, number) = report(&server, &fields);
    let texts = dutch();
    assert_eq!(anna.done(&["sync"]).trim_end(), plain(&texts.desk_notice_synced(1)));
    let inbox = anna.done(&["inbox"]);
    assert_eq!(inbox.lines().count(), 1);
    for words in [&number, &texts.desk_mark_new(), &texts.q_kinds_psych()] {
        assert!(inbox.contains(words), "{words}: {inbox}");
    }
    let shown = anna.done(&["show", &number.to_lowercase()]);
    let reader = format!("Anna de Vries ({})", texts.desk_reader_you());
    for words in ["Zij riep.\nHij huilde.", "De Linde", "Bram Jansen", &reader, &texts.q_story()] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let english = anna.done(&["--language", "en", "show", &number]);
    assert!(english.contains(&Language::En.load().q_story()), "{english}");

    let reply = ["reply", &number, "--text", "Wat hoorde u?", "--status", "clarify"];
    assert_eq!(anna.done(&reply).trim_end(), texts.desk_notice_sent());
    assert_eq!(anna.done(&["status", &number, "triage"]).trim_end(), texts.desk_notice_sent());
    let piped =
        anna.run_typing(&format!("{PASSPHRASE}\nTweede regel,\nvan invoer."), &["reply", &number]);
    assert_eq!(piped.code, Some(0), "{}", piped.err);
    let thread = server.reporter().thread(&code).body;
    let status = texts.status_triage_reporter();
    for words in ["Wat hoorde u?", "Anna de Vries", &status, "Tweede regel,\nvan invoer."] {
        assert!(thread.contains(words), "{words}: {thread}");
    }
    // The colleague reads the answers too.
    bram.done(&["sync"]);
    assert!(bram.done(&["show", &number]).contains("Wat hoorde u?"));
}

#[test]
fn what_is_wrong_with_a_case_is_said_and_an_unsigned_message_is_marked() {
    let anna = Officer::enrolled("Anna de Vries");
    let (_server, _, number) = with_report(&anna, &[("story", "Iets.")]);
    let texts = dutch();
    anna.done(&["sync"]);
    anna.done(&["reply", &number, "--text", "Wij lezen het."]);
    let shown = anna.done(&["show", &number]);
    for said in [texts.desk_findings(), texts.desk_message_unsigned()] {
        assert!(!shown.contains(&said), "{shown}");
    }
    // As if the server had given the entry twice; then, as if it had never given it.
    let case = fs::read_dir(anna.folder.path().join("cases")).unwrap().next().unwrap().unwrap();
    let entry = case.path().join("00000001.entry.age");
    fs::copy(&entry, case.path().join("00000003.entry.age")).unwrap();
    let shown = anna.done(&["show", &number]);
    let repeated = texts.desk_finding_place(texts.desk_finding_repeated(), 3_u64);
    for said in [texts.desk_findings(), plain(&repeated)] {
        assert!(shown.contains(&said), "{said}: {shown}");
    }
    fs::remove_file(&entry).unwrap();
    fs::remove_file(case.path().join("00000003.entry.age")).unwrap();
    assert!(anna.done(&["show", &number]).contains(&texts.desk_message_unsigned()));
}

#[test]
fn officers_compare_the_fingerprints_of_their_keys() {
    let (anna, bram) = (Officer::enrolled("Anna de Vries"), Officer::enrolled("Bram Jansen"));
    let texts = dutch();
    assert_eq!(anna.done(&["team"]).trim_end(), texts.desk_team_empty());
    let _server = server_of(&[&anna, &bram]);
    let print = |officer: &Officer, name: &str| {
        officer.done(&["sync"]);
        let said = officer.done(&["team"]);
        assert!(said.starts_with(&texts.desk_team_compare()), "{said}");
        let line = said.lines().find(|line| line.contains(name)).unwrap().to_owned();
        (line.split(' ').next().unwrap().to_owned(), line)
    };
    let (own, line) = print(&bram, "Bram Jansen");
    assert!(own.len() == 19 && line.contains(&texts.desk_reader_you()), "{line}");
    assert_eq!(print(&anna, "Bram Jansen").0, own, "what Anna sees is what Bram has");
    assert_ne!(print(&anna, "Anna de Vries").0, own);

    // A server that gives out another signing key for Bram: Anna keeps to the first one.
    let dora = Officer::enrolled("Dora Bos");
    let file = |officer: &Officer| {
        toml::from_str::<OfficerFile>(&fs::read_to_string(&officer.public_file).unwrap()).unwrap()
    };
    let lying = OfficerFile { signer: file(&dora).signer, ..file(&bram) };
    fs::write(&bram.public_file, toml::to_string(&lying).unwrap()).unwrap();
    let _liar = server_of(&[&anna, &bram]);
    let (kept, line) = print(&anna, "Bram Jansen");
    let today = veilig_melden::desk::view::day_text(&texts, Clock::System.today());
    assert!(line.contains(&plain(&texts.desk_reader_signer_changed(today))), "{line}");
    assert_eq!(kept, own);
    // A desk that has seen nothing yet takes what there is, and comparing shows it.
    fs::remove_file(anna.folder.path().join("team.toml")).unwrap();
    let (fooled, _) = print(&anna, "Bram Jansen");
    assert_ne!(fooled, own);
}

#[test]
fn a_report_shows_its_language_and_its_form() {
    let anna = Officer::enrolled("Anna de Vries");
    let server = server_of_with(&[&anna], EVERY_LANGUAGE);
    let texts = dutch();
    for (path, language, form) in [
        ("/en/melden", texts.desk_language_en(), None),
        ("/ar/melden", texts.desk_language_ar(), None),
        ("/pl/makkelijk", texts.desk_language_pl(), Some(texts.desk_form_easy())),
        ("/vraag", texts.desk_language_nl(), Some(texts.desk_form_question())),
    ] {
        let page = server.reporter().get(path).body;
        let fields = crate::html::Html::parse(&page).form(path);
        let mut fields: Vec<_> =
            fields.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        fields.push(("story", "She shouted."));
        let receipt = server.reporter().post(path, &fields);
        let number = crate::server::public_number(&receipt.body);
        anna.done(&["sync"]);
        let shown = anna.done(&["show", &number]);
        assert!(shown.contains(&format!("{}: {language}", texts.desk_language_label())), "{shown}");
        let label = format!("{}: ", texts.desk_form_label());
        match form {
            Some(form) => assert!(shown.contains(&format!("{label}{form}")), "{shown}"),
            None => assert!(!shown.contains(&label), "{shown}"),
        }
    }
}

#[test]
fn an_excluded_officer_has_nothing() {
    let (anna, bram) = (Officer::enrolled("Anna de Vries"), Officer::enrolled("Bram Jansen"));
    let server = server_of(&[&anna, &bram]);
    let (_, number) = report(&server, &[("story", "Iets."), ("exclude", &bram.id().to_string())]);
    let texts = dutch();
    assert_eq!(bram.done(&["sync"]).trim_end(), plain(&texts.desk_notice_synced(0)));
    assert_eq!(bram.done(&["inbox"]).trim_end(), texts.desk_inbox_empty());
    bram.stops(&["show", &number], &texts.desk_error_no_case(&number));
    bram.stops(&["status", &number, "triage"], &texts.desk_error_no_case(&number));
    anna.done(&["sync"]);
    let shown = anna.done(&["show", &number]);
    assert!(shown.contains(&format!("{}: Bram Jansen", texts.desk_excluded_label())), "{shown}");
}

#[test]
fn wrong_input_gets_a_sentence() {
    let anna = Officer::enrolled("Anna de Vries");
    let (_server, _, number) = with_report(&anna, &[("story", "Iets.")]);
    let texts = dutch();
    for command in ["sync", "inbox"] {
        let said = anna.run_typing("een andere zin van woorden", &[command]);
        assert_eq!(
            (said.code, said.err.trim_end()),
            (Some(1), texts.desk_error_passphrase().as_str())
        );
    }
    anna.done(&["sync"]);
    anna.stops(&["show", "zomaar"], &texts.desk_error_number());
    anna.stops(&["show", "M-0000"], &texts.desk_error_no_case("M-0000"));
    anna.stops(&["status", &number, "klaar"], &texts.desk_reply_status_unknown());
    anna.stops(&["reply", &number, "--text", " "], &texts.desk_reply_empty());
    let late = ["reply", &number, "--text", "x", "--next-news", "2020-01-01"];
    anna.stops(&late, &texts.desk_reply_next_news_wrong());
    fs::write(anna.folder.path().join("desk.toml"), "server = \"http://elders.example\"\n")
        .unwrap();
    anna.stops(&["sync"], &texts.desk_error_address());
}

#[test]
fn a_stranger_is_told_that_the_server_does_not_know_the_key() {
    let (anna, stranger) = (Officer::enrolled("Anna de Vries"), Officer::enrolled("Niemand"));
    let server = server_of(&[&anna]);
    stranger.serves(&server.url(""));
    stranger.stops(&["sync"], &dutch().desk_error_stranger());
}

#[test]
fn without_the_server_the_desk_works_and_a_reply_waits() {
    let anna = Officer::enrolled("Anna de Vries");
    let (mut server, code, number) = with_report(&anna, &[("story", "Zij riep.")]);
    let texts = dutch();
    anna.done(&["sync"]);
    server.stop();
    anna.stops(&["sync"], &texts.desk_error_unreachable());
    assert!(anna.done(&["show", &number]).contains("Zij riep."));
    let reply = anna.run(&["reply", &number, "--text", "Wij lezen mee."]);
    assert_eq!((reply.code, reply.out.trim_end()), (Some(1), texts.desk_notice_unsent().as_str()));
    assert_eq!(reply.err.trim_end(), texts.desk_error_unreachable());
    assert!(anna.done(&["show", &number]).contains(&texts.desk_unsent()));
    server.restart();
    anna.done(&["sync"]);
    let thread = server.reporter().thread(&code).body;
    assert_eq!(thread.matches("Wij lezen mee.").count(), 1);
    assert!(!anna.done(&["show", &number]).contains(&texts.desk_unsent()));
}

#[test]
fn a_server_that_answers_nonsense_gets_a_sentence_and_breaks_nothing() {
    let anna = Officer::enrolled("Anna de Vries");
    let (_server, _, number) = with_report(&anna, &[("story", "Zij riep.")]);
    anna.done(&["sync"]);
    let answers: [(&str, String); 5] = [
        ("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello", dutch().desk_error_nonsense()),
        ("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n", dutch().desk_error_nonsense()),
        (
            "HTTP/1.1 302 Found\r\nlocation: https://elders.example/\r\ncontent-length: 0\r\n\r\n",
            dutch().desk_error_nonsense(),
        ),
        ("HTTP/1.1 503 No\r\ncontent-length: 0\r\n\r\n", dutch().desk_error_trouble()),
        ("SSH-2.0-OpenSSH\r\n\r\n", dutch().desk_error_nonsense()),
    ];
    for (answer, sentence) in answers {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        anna.serves(&format!("http://{}", listener.local_addr().unwrap()));
        let serving = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
            stream.write_all(answer.as_bytes()).unwrap();
        });
        anna.stops(&["sync"], &sentence);
        serving.join().unwrap();
        assert!(anna.done(&["show", &number]).contains("Zij riep."));
    }
}

/// The desk in a browser, as the built program serves it; killed when dropped.
pub struct Opened {
    child: Child,
    pub base: String,
    pub start: String,
}

impl Opened {
    pub fn open(officer: &Officer) -> Self {
        let mut child = officer.command(&["open", "--no-browser"]).spawn().unwrap();
        writeln!(child.stdin.take().unwrap(), "{PASSPHRASE}").unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let link = lines.by_ref().map(Result::unwrap).find(|line| line.starts_with("http://"));
        let link = link.expect("the link is printed");
        // The program has said all when it tells how to stop.
        assert_eq!(lines.next().unwrap().unwrap(), dutch().desk_open_stop());
        let (base, start) = link.split_once("/start/").unwrap();
        let (base, start) = (base.to_owned(), format!("/start/{start}"));
        Self { child, base, start }
    }

    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Response {
        let mut request = agent().get(format!("{}{path}", self.base));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.config().max_redirects(0).max_redirects_will_error(false).build();
        read(request.call().unwrap()).unwrap()
    }

    pub fn post(&self, path: &str, headers: &[(&str, &str)], body: &str) -> Response {
        let agent = agent();
        let mut request = agent
            .post(format!("{}{path}", self.base))
            .header("content-type", "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.config().max_redirects(0).max_redirects_will_error(false).build();
        read(request.send(body).unwrap()).unwrap()
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[test]
fn the_desk_lets_one_browser_in_and_its_answer_reaches_the_reporter() {
    let anna = Officer::enrolled("Anna de Vries");
    let (server, code, number) = with_report(&anna, &[("story", "Zij riep <b>hard</b>.")]);
    let texts = dutch();
    let desk = Opened::open(&anna);
    let shut = desk.get("/", &[]);
    assert_eq!(shut.status, 403);
    assert!(shut.body.contains(&texts.desk_refused_session()) && !shut.body.contains(&number));

    let stranger = desk.get(&desk.start, &[("host", "elders.example")]);
    assert_eq!(stranger.status, 421);
    let entered = desk.get(&desk.start, &[]);
    assert_eq!(entered.status, 200);
    let cookie = entered.headers["set-cookie"].split(';').next().unwrap().to_owned();
    assert_eq!(desk.get(&desk.start, &[]).status, 403, "the link works once");
    let ours = ("cookie", cookie.as_str());
    let inbox = desk.get("/", &[ours]);
    assert_eq!(inbox.status, 200);
    assert!(inbox.body.contains(&number));
    assert_eq!(desk.get("/", &[ours, ("host", "elders.example")]).status, 421);

    let path = inbox.body.split_once("href=\"/cases/").unwrap().1.split_once('"').unwrap().0;
    let path = format!("/cases/{path}");
    let reply = format!("{path}/report");
    let case = crate::html::Html::parse(&desk.get(&reply, &[ours]).body);
    assert!(case.text("main").contains("Zij riep <b>hard</b>.") && case.all("b").is_empty());
    let once = case.one("#message [name=once]").attr("value").unwrap();
    let body = format!("form=message&once={once}&word=other&text=Dank+u+wel.&status=clarify");
    for origin in [None, Some("https://elders.example"), Some("null")] {
        let mut headers = vec![ours];
        headers.extend(origin.map(|origin| ("origin", origin)));
        assert_eq!(desk.post(&reply, &headers, &body).status, 403, "{origin:?}");
    }
    assert!(!server.reporter().thread(&code).body.contains("Dank u wel."));
    let sent = desk.post(&reply, &[ours, ("origin", &desk.base)], &body);
    assert_eq!(sent.status, 303, "{}", sent.body);
    assert!(server.reporter().thread(&code).body.contains("Dank u wel."));

    let locked = desk.post("/lock", &[ours, ("origin", &desk.base)], "");
    assert_eq!(locked.status, 303);
    let inbox = desk.get("/", &[ours]).body;
    assert!(inbox.contains(&texts.desk_unlock_help()) && !inbox.contains(&number));
}
