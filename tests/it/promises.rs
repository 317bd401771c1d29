//! What the public pages promise, compared with `docs/promises.md`; and what it takes to keep
//! promises that no other part looks at.

use crate::{
    html::Html,
    server::{TestServer, hidden},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};
use veilig_melden::{
    Language,
    core::{OfficerFile, opening::Identity},
};

/// A sentence with one of these may promise something.
const WORDS: [&str; 27] = [
    "alleen",
    "altijd",
    "anoniem",
    "bewaard",
    "bewaart",
    "bewaren",
    "code",
    "elke",
    "geen",
    "iedere",
    "kan",
    "kunnen",
    "maar",
    "niemand",
    "niet",
    "nog",
    "nooit",
    "onthoudt",
    "staat",
    "verlaten",
    "versleuteld",
    "we",
    "werken",
    "wij",
    "wordt",
    "zeggen",
    "zonder",
];
/// A text with one of these may, even when it is no sentence.
const STRONG: [&str; 6] = ["alleen", "anoniem", "niemand", "nooit", "versleuteld", "wij"];
/// Held by people: no test can.
const PEOPLE: &str = "organisatie";
/// Read, and found to promise nothing.
const NONE: &str = "geen belofte";

/// A row of `docs/promises.md`.
struct Row {
    key: String,
    text: String,
    held_by: String,
    remains: String,
}

fn root(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn rows() -> Vec<Row> {
    let page = fs::read_to_string(root("docs/promises.md")).unwrap();
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `"));
    let row = |line: &str| {
        let cells: Vec<_> = line.trim_end_matches('|').split('|').map(str::trim).collect();
        assert!(cells.len() == 3 || cells.len() == 4, "{line}");
        Row {
            key: cells[0].trim_end_matches('`').to_owned(),
            text: cells[1].to_owned(),
            held_by: cells[2].to_owned(),
            remains: cells.get(3).copied().unwrap_or_default().to_owned(),
        }
    };
    rows.map(row).collect()
}

/// Every Dutch text of the public pages.
fn texts() -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for name in ["public", "form", "files", "easy", "languages", "busy"] {
        let file = fs::read_to_string(root(&format!("locales/nl/{name}.ftl"))).unwrap();
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (key, text) = line.split_once(" = ").expect("a text stands on one line");
            assert!(texts.insert(key.to_owned(), text.to_owned()).is_none(), "{key} twice");
        }
    }
    texts
}

fn sounds_like_a_promise(text: &str) -> bool {
    let text = text.to_lowercase();
    let words: BTreeSet<_> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let has = |all: &[&str]| all.iter().any(|word| words.contains(word));
    has(&STRONG) || (text.contains('.') && has(&WORDS))
}

/// Whether the module `a::b` has this test.
fn is_a_test(path: &str) -> bool {
    let (module, name) = path.rsplit_once("::").expect("a module and a test");
    let file = module.replace("::", "/");
    let files = [format!("tests/it/{file}.rs"), format!("src/{file}.rs")];
    files.iter().filter_map(|file| fs::read_to_string(root(file)).ok()).any(|source| {
        let found = source.split_once(&format!("fn {name}(")).map(|(before, _)| before);
        found.is_some_and(|before| {
            let above = before.lines().rev().take(2).map(str::trim);
            above.into_iter().any(|line| line.starts_with("#[test]") || line == "#[tokio::test]")
        })
    })
}

#[test]
fn every_text_that_sounds_like_a_promise_stands_in_the_list() {
    let rows = rows();
    let listed: BTreeSet<_> = rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!(listed.len(), rows.len(), "a text stands in the list twice");
    let texts = texts();
    let promises = texts.iter().filter(|(_, text)| sounds_like_a_promise(text));
    let missing: Vec<_> = promises.filter(|(key, _)| !listed.contains(key.as_str())).collect();
    assert!(missing.is_empty(), "not in docs/promises.md: {missing:#?}");
}

#[test]
fn every_row_quotes_its_text_and_names_tests_that_exist() {
    let texts = texts();
    for Row { key, text, held_by, remains } in rows() {
        assert_eq!(texts.get(&key), Some(&text), "{key} says something else on the page");
        match held_by.as_str() {
            NONE => {}
            PEOPLE => assert!(!remains.is_empty(), "{key}: why can no test hold it?"),
            tests => {
                for test in tests.split(", ") {
                    let named = test.strip_prefix('`').and_then(|test| test.strip_suffix('`'));
                    let named = named.unwrap_or_else(|| panic!("{key}: {test} is no test"));
                    assert!(is_a_test(named), "{key}: there is no test {named}");
                }
            }
        }
    }
}

#[test]
fn promises_and_tests_are_recognised() {
    for text in ["Alleen wij lezen het", "U mag ook anoniem blijven.", "Wij bewaren niets."] {
        assert!(sounds_like_a_promise(text), "{text}");
    }
    for text in ["Dat weet ik niet", "Vul uw naam in.", "Wijzig"] {
        assert!(!sounds_like_a_promise(text), "{text}");
    }
    let this = "promises::promises_and_tests_are_recognised";
    assert!(is_a_test(this) && is_a_test("core::report::an_empty_report_is_refused"));
    for no in ["promises::is_a_test", "promises::not_there", "nowhere::an_empty_report_is_refused"]
    {
        assert!(!is_a_test(no), "{no}");
    }
}

#[test]
fn the_key_in_the_safe_is_named_wherever_readers_are_promised() {
    let mut server = TestServer::start();
    let pages = ["", "team", "melden", "vraag", "privacy"];
    let named = |server: &TestServer, language: Language| {
        let t = language.load();
        let base = if language == Language::Nl { "/" } else { "/en/" };
        let says = |page: &&str| {
            let path = format!("{base}{page}");
            let path = path.strip_suffix('/').filter(|path| !path.is_empty()).unwrap_or(&path);
            let text = Html::parse(&server.reporter().get(path).body).text("main");
            text.contains(&t.team_recovery()) || text.contains(&t.form_recovery_note())
        };
        pages.iter().filter(|page| says(page)).copied().collect::<Vec<_>>()
    };
    for language in [Language::Nl, Language::En] {
        assert_eq!(named(&server, language), Vec::<&str>::new());
    }
    let safe = Identity::generate();
    lay_in_safe(&mut server, &safe);
    for language in [Language::Nl, Language::En] {
        assert_eq!(named(&server, language), pages);
    }

    // It cannot be excluded, and opens a report that nearly everybody was excluded from.
    let form = server.reporter().get("/melden").body;
    assert!(!form.contains(&safe.officer().to_string()));
    let (code, ticket) = (hidden(&form, "code"), hidden(&form, "ticket"));
    let mut fields = vec![("code", code.as_str()), ("ticket", &ticket), ("story", "Iets.")];
    let ids: Vec<_> = server.officers[1..].iter().map(|officer| officer.id.to_string()).collect();
    fields.extend(ids.iter().map(|id| ("exclude", id.as_str())));
    let own = safe.officer().to_string();
    let refused = [&fields[..], &[("exclude", own.as_str())]].concat();
    assert_eq!(server.reporter().post("/melden", &refused).status, 422);
    assert_eq!(server.reporter().post("/melden", &fields).status, 200);
    let report = &server.desk(0).feed()[0];
    assert!(safe.open(report.case, &report.item).is_ok());
    assert!(server.officers[1].identity.open(report.case, &report.item).is_err());
}

fn lay_in_safe(server: &mut TestServer, safe: &Identity) {
    let file = OfficerFile {
        name: "De kluis".to_owned(),
        role: "Reservesleutel".to_owned(),
        phone: String::new(),
        email: String::new(),
        outside_line: false,
        external: false,
        recovery: true,
        recipient: safe.recipient().to_string(),
        signer: None,
    };
    let path = server.folder.path().join("keys/safe.toml");
    fs::write(path, toml::to_string(&file).unwrap()).unwrap();
    server.restart();
}

#[test]
fn a_question_is_answered_as_a_question() {
    let server = TestServer::start();
    let browser = server.reporter();
    for (base, language) in [("", Language::Nl), ("/en", Language::En)] {
        let t = language.load();
        let receipt = |page: &str, door: &str| {
            let form = browser.get(&format!("{base}{page}")).body;
            let (code, ticket) = (hidden(&form, "code"), hidden(&form, "ticket"));
            let fields = [
                ("code", code.as_str()),
                ("ticket", &ticket),
                ("door", door),
                ("story", "Mag dit?"),
            ];
            Html::parse(&browser.post(&format!("{base}{page}"), &fields).body)
        };
        let question = receipt("/vraag", "question");
        assert_eq!(question.text("h1"), t.receipt_question_heading());
        // Nothing is said of hearing anybody, nor of silence.
        for text in [t.start_after_3(), t.receipt_silence_others(), t.receipt_silence_staff()] {
            assert!(!question.text("main").contains(&text), "{text}");
            let report = receipt("/melden", "report").text("main");
            assert!(report.contains(&text) || text == t.receipt_silence_staff(), "{text}");
        }
    }
}
