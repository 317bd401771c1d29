//! Marker words go the whole road, through the real programs; then everything that was stored,
//! printed or sent is searched for them.
//!
//! What this cannot hold: the times of files on disk say when the store was last written, and who
//! watches the network sees when somebody sends how much. Both belong to the threat model.

use crate::{
    process::{Said, ServerProcess, files_in, meldteam},
    search::{Group, Search, Times, find, hex, without},
    server::{TestDesk, TestOfficer, TestServer, hidden, make_organisation, public_number},
    tap::{Exchange, REPORTER, Relay, SAID_ALONG, Shows, TappedReporter},
};
use std::{
    cell::RefCell,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;
use veilig_melden::core::{
    Clock, Day, PublicNumber, Random, ReceiptCode,
    entry::EntryBody,
    questions::{Kind, QUESTIONS, Question, Step},
    thread::MAX_MESSAGE_CHARS,
};
use veilig_melden::{Language, desk::Workplace};

const PASSPHRASE: &str = "vier woorden samen wandelen";
/// What the officer writes, and what the reporter then reads.
const ANSWERED: [&str; 4] =
    ["Waterhoen-antwoord", "police_hold", "Een deel ligt stil", "IJsduiker-wacht"];
/// What the officers write to one another; one of them waits on the officer's disk.
const NOTED: [&str; 2] = ["Wespendief-onder-ons", "Zwartkop-onder-ons"];
/// What the reporter writes later.
const WRITTEN: [&str; 4] = ["Kwartelkoning-later", "Roerdomp-toch", "Wielewaal-lang", "Grutto-en"];
/// What a reporter who first asks a question types: question, name and way to be reached.
const ASKED: [(&str, &str); 3] = [
    ("story", "Kwikstaart-vraag"),
    ("name", "Boomklever-naam"),
    ("contact", "Putter@vink.example"),
];
/// What somebody types where it does not belong.
const ASTRAY: [&str; 3] = ["Lepelaar-adres", "Scholekster-code", "Steltkluut-elders"];
/// The shortest key or choice that can be told from chance.
const TELLING_BYTES: usize = 7;

/// An organisation with a reporter and an officer whose every word is known.
struct Stage {
    folder: TempDir,
    officers: Vec<TestOfficer>,
    relay: Relay,
    /// What every program printed.
    printed: RefCell<Vec<Said>>,
    began: i64,
}

impl Stage {
    /// Three officers of the fixture, and Dora, whose keys the real tool makes.
    fn set() -> Self {
        let began = Clock::System.seconds();
        let folder = tempfile::tempdir().unwrap();
        let names = ["Anna de Vries", "Bram Jansen", "Chris Öztürk"];
        let officers = make_organisation(folder.path(), &names, "127.0.0.1:0".parse().unwrap());
        let relay = Relay::start();
        let stage = Self { folder, officers, relay, printed: RefCell::default(), began };
        let server = format!("http://{}", stage.relay.address);
        let who = ["init", "--name", "Dora Officier", "--role", "Lid", "--outside-line"];
        stage.tool(&[&who[..], &["--server", &server]].concat(), "");
        let public = stage.desk_folder().join("dora-officier.toml");
        fs::copy(public, stage.folder.path().join("keys/dora.toml")).unwrap();
        stage
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn desk_folder(&self) -> PathBuf {
        self.folder.path().join("desk")
    }

    fn start(&self) -> ServerProcess {
        let server = ServerProcess::start(&self.folder.path().join("meldpunt.toml"));
        self.relay.lead_to(&server.base);
        server
    }

    fn stop(&self, mut server: ServerProcess) {
        let said = server.terminate();
        assert_eq!(said.code, Some(0), "{}", said.stderr);
        self.printed.borrow_mut().push(said);
    }

    /// Runs Dora's tool; gives what she reads, which is hers to read and is not kept.
    fn tool(&self, arguments: &[&str], input: &str) -> String {
        let said = meldteam(&self.desk_folder(), arguments, (PASSPHRASE, input));
        assert_eq!(said.code, Some(0), "{}", said.stderr);
        let Said { code, stdout, stderr } = said;
        self.printed.borrow_mut().push(Said { code, stdout: String::new(), stderr });
        stdout
    }

    fn times(&self) -> Times {
        Times { run: self.began - 1..=Clock::System.seconds() + 1 }
    }
}

/// The marker of a question that takes text.
fn marker(question: &Question) -> Option<String> {
    let place = QUESTIONS.iter().position(|other| other.key == question.key)?;
    is_typed(question).then(|| format!("Zilverreiger{place:02}Vlucht"))
}

/// The marker of what is told later, with the code.
fn later_marker(question: &Question) -> Option<String> {
    let is_later = matches!(question.step, Step::More | Step::Identity);
    let marker = marker(question).filter(|_| is_later)?;
    Some(marker.replace("Zilverreiger", "Slechtvalk"))
}

fn is_typed(question: &Question) -> bool {
    matches!(question.kind, Kind::Line | Kind::Paragraphs)
}

/// A form in which everything is filled in and as much as possible chosen.
fn full_form(excluded: &str) -> Vec<(&'static str, String)> {
    let mut fields = Vec::new();
    for question in QUESTIONS {
        let first = || question.choices()[0].value;
        let values = match (question.key, &question.kind) {
            ("role", _) => vec!["family".to_owned()],
            ("victim", _) => vec!["client".to_owned()],
            ("identity", _) => vec!["team_only".to_owned()],
            ("where", _) => vec!["at:Thuiszorg Noord".to_owned()],
            (_, Kind::One(_) | Kind::Place(_)) => vec![first().to_owned()],
            (_, Kind::Many(all)) => all.iter().map(|choice| choice.value.to_owned()).collect(),
            (_, Kind::Line | Kind::Paragraphs) => {
                vec![format!("op die dag {} en zo", marker(question).unwrap())]
            }
            (_, Kind::Officers) => vec![excluded.to_owned()],
        };
        fields.extend(values.into_iter().map(|value| (question.key, value)));
    }
    fields
}

fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// What the search looks for from the beginning.
fn known_words() -> Search {
    let mut search = Search::default();
    let typed = QUESTIONS.iter().filter_map(marker);
    let typed: Vec<_> = typed.chain(QUESTIONS.iter().filter_map(later_marker)).collect();
    let asked = ASKED.map(|(_, word)| word);
    let others = WRITTEN.into_iter().chain(ASTRAY).chain(asked).chain(NOTED);
    for word in typed.iter().map(String::as_str).chain(others) {
        search.add(Group::Typed, word);
    }
    ANSWERED.iter().for_each(|word| search.add(Group::Answered, word));
    let (news, silence) = promised_days();
    [news, silence].iter().for_each(|day| search.add(Group::Answered, &day.iso()));
    search.add(Group::Secret, PASSPHRASE);
    SAID_ALONG.iter().for_each(|(_, word)| search.add(Group::Address, word));
    search.add(Group::Address, REPORTER);
    search.add_bytes(Group::AddressBytes, "the reporter's address", &[127, 0, 0, 77]);
    search.add_bytes(Group::AddressBytes, "the proxied address", &[203, 0, 113, 77]);
    let choices = QUESTIONS.iter().flat_map(Question::choices).map(|choice| choice.value);
    let keys = QUESTIONS.iter().map(|question| question.key).chain(choices);
    let names = ["Anna de Vries", "Bram Jansen", "Chris Öztürk", "Dora Officier"];
    let telling = keys.filter(|key| key.len() >= TELLING_BYTES);
    telling.chain(names).chain(["Thuiszorg Noord"]).for_each(|word| {
        search.add(Group::AtRest, word);
    });
    search.add(Group::AtRest, &Language::Nl.load().withdraw_message());
    search
}

/// The days that the officer names: next news, and silence until.
fn promised_days() -> (Day, Day) {
    let today = Clock::System.today();
    (today.plus(97), today.plus(61))
}

/// Adds a receipt code in all its spellings, and the ticket beside it.
pub fn add_code(search: &mut Search, code: &str, ticket: &str) {
    const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let symbols = code.replace('-', "");
    search.add(Group::Code, code);
    search.add(Group::Secret, &symbols);
    search.add(Group::Secret, &code.replace('-', " "));
    let values: Vec<_> = symbols.chars().map(|c| ALPHABET.find(c).unwrap()).collect();
    let bytes: Vec<_> = values.iter().map(|value| u8::try_from(*value).unwrap()).collect();
    let packed = values.iter().fold(0_u128, |packed, value| packed << 5 | *value as u128);
    let packed = &packed.to_be_bytes()[6..];
    search.add_bytes(Group::Secret, "the code's values", &bytes);
    search.add_bytes(Group::Secret, "the code, packed", packed);
    search.add_bytes(Group::Secret, "the code, packed, in digits", &hex(packed));
    let raw = (0..32).step_by(2).map(|at| u8::from_str_radix(&ticket[at..at + 2], 16).unwrap());
    let raw: Vec<_> = raw.collect();
    search.add_bytes(Group::AtRest, "the ticket", ticket.as_bytes());
    search.add_bytes(Group::AtRest, "the ticket's bytes", &raw);
}

/// Pages that anybody may look at, and requests that go astray.
fn look_around(reporter: &TappedReporter) {
    let pages = ["", "/team", "/hulp", "/privacy", "/toegankelijkheid", "/code", "/afspraak.ics"];
    for page in pages {
        reporter.get(&format!("/en{page}"), Shows::Nothing);
        let dutch = if page.is_empty() { "/" } else { page };
        reporter.get(dutch, Shows::Nothing);
    }
    for path in ["/style.css", "/meldpunt.js"] {
        reporter.get(path, Shows::Nothing);
    }
    for path in ["/en/melden", "/vraag", "/en/vraag"] {
        reporter.get(path, Shows::Blank);
    }
    reporter.get(&format!("/{}", ASTRAY[0]), Shows::Nothing);
    reporter.get(&format!("/code?code={}", ASTRAY[0]), Shows::Nothing);
    reporter.post("/team", &[("story", ASTRAY[2])], Shows::Nothing);
    reporter.post("/code", &[("code", ASTRAY[1])], Shows::Echo);
    let unknown = ReceiptCode::random(&Random::seeded(5)).grouped();
    reporter.post("/code", &[("code", unknown.expose())], Shows::Echo);
    let cross = ("POST /melden", "sec-fetch-site: cross-site\r\n");
    reporter.exchange(cross, ASTRAY[2].as_bytes(), Shows::Nothing);
    let officer = format!("GET /api/officer/v1/feed?after={}", ASTRAY[0]);
    reporter.exchange((&officer, ""), b"", Shows::Nothing);
}

/// A report, first with faults; gives code, ticket and public number.
fn report(reporter: &TappedReporter, excluded: &str) -> (String, String, String) {
    let form = full_form(excluded);
    let blank = reporter.get("/melden", Shows::Blank);
    let (code, ticket) = (hidden(&blank, "code"), hidden(&blank, "ticket"));
    let mut fields = vec![("code", code.as_str()), ("ticket", ticket.as_str())];
    fields.extend(borrowed(&form));
    let status = || reporter.kept.borrow().last().unwrap().status;

    let faulty = [&fields[..], &[("kinds", "Steltkluut-elders")]].concat();
    let echo = reporter.post("/melden", &faulty, Shows::Echo);
    let typed = QUESTIONS.iter().filter_map(marker);
    assert!(status() == 422 && typed.clone().all(|word| echo.contains(&word)));
    reporter.exchange(("POST /melden", ""), b"--grens-van-de-proef\r\n", Shows::Echo);
    assert_eq!(status(), 400);
    let mut invalid = crate::server::multipart(&[("story", b"Steltkluut-elders \xff")]);
    reporter.exchange(("POST /melden", ""), &invalid, Shows::Echo);
    assert_eq!(status(), 422);
    invalid.splice(100..100, vec![b'x'; 600 * 1024]);
    reporter.exchange(("POST /melden", ""), &invalid, Shows::Echo);
    assert_eq!(status(), 413);

    let receipt = reporter.post("/melden", &fields, Shows::Receipt);
    assert!(status() == 200 && receipt.contains(&code));
    reporter.post("/melden", &fields, Shows::Receipt);
    let changed = fields
        .iter()
        .map(|(name, value)| (*name, if *name == "when_detail" { WRITTEN[1] } else { value }));
    reporter.post("/melden", &changed.collect::<Vec<_>>(), Shows::Receipt);
    assert_eq!(status(), 200);
    let number = public_number(&receipt);
    (code, ticket, number)
}

/// The officer reads everything and answers.
fn answer(stage: &Stage, number: &str) {
    stage.tool(&["sync"], "");
    let shown = stage.tool(&["show", number], "");
    for word in QUESTIONS.iter().filter_map(marker).chain([WRITTEN[1].to_owned()]) {
        assert!(shown.contains(&word), "{word}: {shown}");
    }
    let (news, silence) = promised_days();
    let (news, silence) = (news.iso(), silence.iso());
    let dates = ["--next-news", &news, "--silence-until", &silence, "--status", ANSWERED[1]];
    stage.tool(&[&["reply", number], &dates[..]].concat(), ANSWERED[0]);
}

/// Dora writes an entry for her colleagues, with her own keys in her own folder.
fn note(stage: &Stage, number: &str, words: &str) {
    let random = Arc::new(Random::from_system());
    let workplace = Workplace::open(&stage.desk_folder(), Clock::System, random).unwrap();
    let ring = workplace.unlock(&PASSPHRASE.into()).ok().unwrap();
    let mut book = workplace.casebook(&ring).unwrap();
    let case = book.find(PublicNumber::parse(number).unwrap()).unwrap().id;
    let case = book.get_mut(case).unwrap();
    let body = EntryBody::from(words.as_bytes().to_vec());
    workplace.keep_entry(&ring, case, body).unwrap();
    let said = case.history().iter().last().unwrap();
    assert!(said.1 == words.as_bytes() && case.history().findings().is_empty());
}

/// The reporter reads the answer, in every spelling of the code, and writes back.
fn write_back(reporter: &TappedReporter, code: &str) {
    let ungrouped = code.replace('-', "");
    for typed in [code.to_owned(), ungrouped.to_lowercase(), code.replace('-', " ")] {
        let thread = reporter.post("/code", &[("code", &typed)], Shows::Thread);
        assert!(thread.contains(ANSWERED[0]) && thread.contains(ANSWERED[2]), "{thread}");
    }
    let once = ("once", "0123456789abcdef0123456789abcdef");
    let long = format!("{} {}", WRITTEN[2], "x".repeat(MAX_MESSAGE_CHARS));
    for (message, shows) in
        [(WRITTEN[0], Shows::Thread), (WRITTEN[3], Shows::Thread), (long.as_str(), Shows::Echo)]
    {
        reporter.post("/bericht", &[("code", code), once, ("message", message)], shows);
    }
}

/// Another reporter first asks a question; gives code, ticket and public number.
fn ask(reporter: &TappedReporter, excluded: &str) -> (String, String, String) {
    let blank = reporter.get("/vraag", Shows::Blank);
    let (code, ticket) = (hidden(&blank, "code"), hidden(&blank, "ticket"));
    let who = [("exclude", excluded), ("door", "question"), ("identity", "open")];
    let fields = [&[("code", code.as_str()), ("ticket", &ticket)][..], &ASKED, &who].concat();
    let echo = reporter.post(
        "/vraag",
        &[&fields[..], &[("source_of_knowledge", "?")]].concat(),
        Shows::Echo,
    );
    assert!(ASKED.iter().all(|(_, word)| echo.contains(word)), "{echo}");
    let receipt = reporter.post("/vraag", &fields, Shows::Receipt);
    let number = public_number(&receipt);
    let note = [("code", code.as_str()), ("number", &number)];
    let note = reporter.post("/notitie", &note, Shows::Receipt);
    assert_eq!(note, format!("{code}\n{number}\n"));
    (code, ticket, number)
}

/// The reporter tells all that can be told later, a name among it, and then withdraws.
fn tell_more_and_withdraw(reporter: &TappedReporter, code: &str) {
    let blank = reporter.post("/aanvullen", &[("code", code)], Shows::Thread);
    let once = hidden(&blank, "once");
    let told: Vec<_> = QUESTIONS.iter().filter_map(|q| Some((q.key, later_marker(q)?))).collect();
    for (key, _) in &told {
        assert!(blank.contains(&format!("name={key} ")), "{key} can be told later");
    }
    let hidden = [("code", code), ("once", once.as_str()), ("send", "1")];
    let told = [&hidden[..], &borrowed(&told)].concat();
    let faulty = [&told[..], &[("d_need", "Steltkluut-elders")]].concat();
    let echo = reporter.post("/aanvullen", &faulty, Shows::Echo);
    assert!(told[3..].iter().all(|(_, word)| echo.contains(word)), "{echo}");
    let thread = reporter.post("/aanvullen", &told, Shows::Thread);
    assert!(thread.contains(&Language::Nl.load().more_sent()), "{thread}");
    reporter.post("/intrekken", &[("code", code)], Shows::Thread);
    let thread = reporter.post("/intrekken", &[("code", code), ("sure", "1")], Shows::Thread);
    assert!(thread.contains(&Language::Nl.load().withdraw_sent()), "{thread}");
}

/// The officer reads what came later.
fn read_on(stage: &Stage, number: &str, asked: &str) {
    stage.tool(&["sync"], "");
    let shown = stage.tool(&["show", number], "");
    let later = QUESTIONS.iter().filter_map(later_marker);
    let withdrawn = Language::Nl.load().withdraw_message();
    let more = [WRITTEN[0], ANSWERED[0], &withdrawn].map(str::to_owned);
    for word in later.chain(more) {
        assert!(shown.contains(&word), "{word}: {shown}");
    }
    let question = stage.tool(&["show", asked], "");
    assert!(ASKED.iter().all(|(_, word)| question.contains(word)), "{question}");
    let inbox = stage.tool(&["inbox"], "");
    assert!(inbox.contains(number) && inbox.contains(asked), "{inbox}");
}

/// The walk answers every question that there is; a new one is to be answered here, too.
fn expect_every_answer(desk: &TestDesk) {
    let report = &desk.reports()[0];
    for question in QUESTIONS.iter().filter(|question| !matches!(question.kind, Kind::Officers)) {
        let answer = report.answers.get(question.key);
        let answer = answer.unwrap_or_else(|| panic!("{} is not answered", question.key));
        let said = answer.values()[0].expose();
        let marked = marker(question).is_none_or(|word| said.contains(&word));
        assert!(marked && question.choices().is_empty() != (question.max_chars == 0));
    }
}

/// The files that a reporter may save say nothing by name or header; the appointment says nothing
/// at all but a day.
fn expect_neutral_files(kept: &[Exchange], numbers: &[&str]) {
    let files = |path: &str| {
        let path = path.to_owned();
        kept.iter().filter(move |exchange| exchange.request.ends_with(&path))
    };
    for Exchange { request, head, .. } in files("/notitie").chain(files("/afspraak.ics")) {
        let head = head.to_lowercase();
        assert!(numbers.iter().all(|number| !head.contains(&number.to_lowercase())), "{head}");
        let (_, disposition) = head.split_once("content-disposition: ").expect(request);
        let name = disposition.lines().next().unwrap();
        let neutral = ["notitie.txt", "afspraak.ics"];
        let is_neutral = |file| name == format!("attachment; filename=\"{file}\"");
        assert!(neutral.into_iter().any(is_neutral), "{request}: {name}");
    }
    assert_eq!((files("/notitie").count(), files("/afspraak.ics").count()), (1, 2));
    for Exchange { body, .. } in files("/afspraak.ics") {
        let said = body.to_lowercase();
        let telling = ["meld", "report", "zorg", "care", "linde", "127.0.0.1", "http", "code"];
        let numbers = numbers.iter().map(|number| number.to_lowercase());
        for word in telling.map(str::to_owned).into_iter().chain(numbers) {
            assert!(!said.contains(&word), "{word}: {body}");
        }
        assert_eq!(codes_in(body), Vec::<String>::new());
        let hours: Vec<_> = body.lines().filter_map(|line| line.split_once("T0")).collect();
        assert!(hours.len() == 1 && hours[0].1 == "00000Z", "{body}");
    }
}

/// Everything that must not be found, and is not: headers and bodies of all answers.
fn expect_silent_answers(search: &Search, kept: &[Exchange]) {
    for exchange in kept {
        let Exchange { request, shows, head, body, .. } = exchange;
        assert_eq!(search.find(head.as_bytes()), [].into(), "{request}: {head}");
        assert!(!head.to_lowercase().contains("set-cookie"), "{request}: {head}");
        let is_own = |group: Group| match shows {
            Shows::Nothing => false,
            Shows::Blank | Shows::Receipt => group == Group::Code,
            Shows::Echo => matches!(group, Group::Typed | Group::Code | Group::Answered),
            Shows::Thread => matches!(group, Group::Code | Group::Answered),
        };
        // Choices, places and officers stand on the blank form; of the store's words no more.
        let found = search.find(body.as_bytes()).into_iter();
        let strange: Vec<_> =
            found.filter(|(group, _)| !is_own(*group) && *group != Group::AtRest).collect();
        assert!(strange.is_empty(), "{request}: {strange:?}");
    }
}

/// A code is on the page that it was born with and on those that were asked for with it.
fn expect_own_codes(kept: &[Exchange]) {
    let mut born: Vec<String> = Vec::new();
    for exchange in kept.iter().filter(|exchange| exchange.request.starts_with("GET ")) {
        let codes = codes_in(&exchange.body);
        let count = usize::from(exchange.shows == Shows::Blank);
        assert_eq!(codes.len(), count, "{}", exchange.request);
        assert!(codes.iter().all(|code| !born.contains(code)), "{}", exchange.request);
        born.extend(codes);
    }
    assert_eq!(born.len(), 5);
}

fn codes_in(page: &str) -> Vec<String> {
    let words = page.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let codes = words.filter(|word| word.len() == 19 && ReceiptCode::parse(word).is_ok());
    codes.map(str::to_owned).collect()
}

/// No page leads elsewhere but by "Pagina verlaten", nor loads anything from there. Addresses of
/// other doors stand on pages as text.
fn expect_no_strangers(kept: &[Exchange]) {
    for Exchange { request, body, .. } in kept {
        for attribute in [" href=\"", " src=\"", " action=\"", " data=\"", " srcset=\""] {
            for value in body.split(attribute).skip(1) {
                let is_leave = value.starts_with("https://www.knmi.nl/\" rel=\"noreferrer\"");
                let own = ["/", "#", "tel:", "mailto:", "data:,"];
                let is_own = own.iter().any(|own| value.starts_with(own));
                let is_other = value.starts_with("//") || !is_own;
                assert!(is_leave || !is_other, "{request}:{attribute}{value:.80}");
            }
        }
        let own = ["", "/en"].map(|base| format!("<script src=\"{base}/meldpunt.js\" defer>"));
        let body = own.iter().fold(body.to_owned(), |body, script| body.replace(script, ""));
        for loads in ["<script", "<img", "<iframe", "url(", "@import", "http-equiv", "fetch("] {
            assert!(!body.contains(loads), "{request}: {loads}");
        }
    }
}

/// What lies in the server's data folder, with its name; sealed items are left out where that is asked, because
/// nothing can be told of random bytes by four of them.
fn expect_silent_files(stage: &Stage, search: &Search, sealed: &[Vec<u8>]) {
    let times = stage.times();
    let files = files_in(&stage.data());
    assert!(!files.is_empty());
    for file in files {
        let name = file.strip_prefix(stage.folder.path()).unwrap().to_str().unwrap();
        let bytes = fs::read(&file).unwrap();
        let unsealed = without(&bytes, sealed);
        for text in [name.as_bytes(), &bytes] {
            let found = search.find(text).into_iter();
            let found: Vec<_> = found.filter(|(group, _)| *group != Group::AddressBytes).collect();
            assert!(found.is_empty(), "{name}: {found:?}");
        }
        for text in [name.as_bytes(), &unsealed] {
            assert_eq!(search.find(text), [].into(), "{name}");
            assert_eq!(times.find_text(text), Vec::<String>::new(), "{name}");
            assert_eq!(times.find_binary(text), Vec::<String>::new(), "{name}");
        }
    }
}

/// On the officer's disk every item is sealed; names of officers stand beside them.
fn expect_sealed_desk(stage: &Stage, search: &Search) {
    let files = files_in(&stage.desk_folder());
    let sealed = |folder: &str| {
        let folder = stage.desk_folder().join(folder);
        let files = files.iter().filter(|file| file.starts_with(&folder));
        files.map(|file| fs::read(file).unwrap()).collect::<Vec<_>>()
    };
    let (cases, outbox) = (sealed("cases"), sealed("outbox"));
    assert_eq!((cases.len(), outbox.len()), (12, 3));
    for item in cases.iter().chain(&outbox) {
        assert!(item.starts_with(b"age-encryption.org/v1\n"));
    }
    for file in files {
        let name = file.strip_prefix(stage.folder.path()).unwrap().to_str().unwrap();
        let bytes = fs::read(&file).unwrap();
        let found = search.find(&bytes).into_iter().chain(search.find(name.as_bytes()));
        let is_told = |word: &str| name.ends_with(".toml") && word != "Thuiszorg Noord";
        let found: Vec<_> =
            found.filter(|(group, word)| *group != Group::AtRest || !is_told(word)).collect();
        let by_chance = |(group, _): &(Group, &str)| *group == Group::AddressBytes;
        assert!(found.iter().all(by_chance), "{name}: {found:?}");
        let times = stage.times();
        assert_eq!(times.find_text(name.as_bytes()), Vec::<String>::new());
        if name.ends_with(".toml") {
            assert_eq!(times.find_text(&bytes), Vec::<String>::new(), "{name}");
        }
    }
}

/// What the programs printed: no word, no time, no client.
fn expect_silent_prints(stage: &Stage, search: &Search, kept: &[Exchange]) {
    for Said { stdout, stderr, .. } in stage.printed.borrow().iter() {
        for printed in [stdout, stderr] {
            assert_eq!(search.find(printed.as_bytes()), [].into(), "{printed}");
            let times = stage.times().find_text(printed.as_bytes());
            assert_eq!(times, Vec::<String>::new(), "{printed}");
            for port in kept.iter().map(|exchange| format!(":{}", exchange.port)) {
                assert!(!printed.contains(&port), "{port}: {printed}");
            }
        }
    }
}

/// The same search finds whatever is planted where it looked.
fn expect_planted_words_are_found(search: &Search, folder: &Path) {
    let mut all = Vec::new();
    for (what, spelling) in search.spellings() {
        let planted = [b"\0\xff", spelling, b"\xff"].concat();
        assert!(search.find(&planted).contains(&what), "{what:?}");
        all.extend(planted);
    }
    let scratch = folder.join("scratch");
    fs::write(&scratch, all).unwrap();
    let files = files_in(folder).into_iter();
    let found: Vec<_> = files.filter(|f| !search.find(&fs::read(f).unwrap()).is_empty()).collect();
    assert_eq!(found, [scratch]);
}

#[test]
fn no_word_of_a_case_is_stored_printed_or_shown_where_it_does_not_belong() {
    let stage = Stage::set();
    let mut search = known_words();
    let server = stage.start();
    let reporter = TappedReporter::at(&server.base);
    look_around(&reporter);
    let excluded = stage.officers[2].id.to_string();
    let (code, ticket, number) = report(&reporter, &excluded);
    add_code(&mut search, &code, &ticket);
    answer(&stage, &number);
    note(&stage, &number, NOTED[0]);
    stage.tool(&["sync"], "");
    write_back(&reporter, &code);
    let (asked_code, asked_ticket, asked) = ask(&reporter, &excluded);
    add_code(&mut search, &asked_code, &asked_ticket);
    tell_more_and_withdraw(&reporter, &code);
    read_on(&stage, &number, &asked);

    let clock = Clock::System;
    let desk =
        |place| TestDesk { base: server.base.clone(), officer: &stage.officers[place], clock };
    let sealed: Vec<_> = desk(0).feed().iter().map(|e| e.item.as_bytes().to_vec()).collect();
    assert_eq!((sealed.len(), desk(2).feed().len()), (12, 0));
    expect_every_answer(&desk(0));
    stage.stop(server);
    let ledger = fs::read(stage.data().join("ledger")).unwrap();
    assert!(without(&ledger, &sealed).len() < 10_000, "the ledger holds the items as they are");

    // Damage makes the server say more.
    fs::write(stage.data().join("index/db"), vec![7; 100_000]).unwrap();
    fs::write(stage.data().join("ledger"), [&ledger[..], &[7; 100]].concat()).unwrap();
    stage.stop(stage.start());
    // The server is away: this reply waits on the officer's disk.
    note(&stage, &number, NOTED[1]);
    let waiting = meldteam(&stage.desk_folder(), &["reply", &number], (PASSPHRASE, ANSWERED[3]));
    assert_eq!(waiting.code, Some(1));
    stage.printed.borrow_mut().push(waiting);

    let kept = reporter.kept.borrow();
    expect_silent_answers(&search, &kept);
    expect_own_codes(&kept);
    expect_neutral_files(&kept, &[&number, &asked]);
    expect_no_strangers(&kept);
    expect_silent_prints(&stage, &search, &kept);
    let logged = "WARN an unfinished end of the ledger";
    let is_logged = stage.printed.borrow().iter().any(|said| said.stderr.contains(logged));
    assert!(is_logged, "there is a log to search");
    expect_silent_files(&stage, &search, &sealed);
    expect_sealed_desk(&stage, &search);
    for heard in stage.relay.heard() {
        let found = search.find(&heard).into_iter();
        let names = |group| group == Group::AtRest;
        let found: Vec<_> = found.filter(|(group, _)| !names(*group)).collect();
        assert!(found.is_empty(), "between desk and server: {found:?}");
    }
    expect_planted_words_are_found(&search, &stage.data());
}

/// The length of what follows an age file's header, and of the stanzas for its readers. The one
/// thing left out is the stanza that age adds at random, of random length: it hides no more and
/// tells no more than chance.
fn lengths(item: &[u8]) -> (usize, usize) {
    let mac = find(item, b"\n--- ").unwrap() + 1;
    let end = mac + find(&item[mac..], b"\n").unwrap() + 1;
    let header = str::from_utf8(&item[..mac]).unwrap();
    let stanzas = header.split("-> ").filter(|stanza| stanza.starts_with("X25519 "));
    (item.len() - end, stanzas.map(str::len).sum())
}

#[test]
fn the_length_of_a_story_shows_as_its_size_class_alone() {
    /// An age nonce before the frame, a tag after it.
    const AROUND_BYTES: usize = 16 + 16;
    let mut server = TestServer::start();
    let reporter = server.reporter();
    let ledger = |server: &mut TestServer| {
        server.restart();
        fs::metadata(server.data().join("ledger")).unwrap().len()
    };
    let mut seen = Vec::new();
    for (story, more) in [("x".to_owned(), None), ("x".repeat(3000), Some("Jan Klaassen"))] {
        let size = ledger(&mut server);
        let name = more.map(|name| ("name", name));
        let fields: Vec<_> = [("story", story.as_str())].into_iter().chain(name).collect();
        let (code, receipt) = reporter.report(&fields);
        let thread = reporter.thread(&code);
        // The code as a drawing is as long as chance has it.
        let (before_drawing, drawing) = receipt.body.split_once("<path d=\"").unwrap();
        let after_drawing = drawing.split_once('"').unwrap().1;
        let receipt = before_drawing.len() + after_drawing.len();
        seen.push((receipt, thread.body.len(), ledger(&mut server) - size));
    }
    reporter.report(&[("story", &"x".repeat(5000))]);
    let feed = server.desk(0).feed();
    let items: Vec<_> = feed.iter().map(|entry| entry.item.as_bytes()).collect();
    assert_eq!(lengths(items[0]), lengths(items[1]));
    assert_eq!(lengths(items[0]).0, AROUND_BYTES + 4096);
    assert_eq!(lengths(items[2]), (AROUND_BYTES + 8192, lengths(items[0]).1));
    // Receipt (but for the picture of its random code) and thread are as long, and the ledger grows as much, but for age's random stanza.
    assert_eq!((seen[0].0, seen[0].1), (seen[1].0, seen[1].1));
    let grease = |at: usize| items[at].len() as u64 - lengths(items[at]).0 as u64;
    assert_eq!(seen[0].2 - grease(0), seen[1].2 - grease(1));
}
