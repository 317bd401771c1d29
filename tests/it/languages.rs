//! The languages of the public pages: every text in each of them, the way of a report in each, and
//! pages that run from right to left.

use crate::{
    browser::{Script, Tab},
    html::Html,
    pages::base,
    server::{Browser, EVERY_LANGUAGE, Response, TestServer, public_number},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
    process::Command,
};
use veilig_melden::Language;

/// The files that officers and administrators alone read begin so; `build.rs` has the same list.
const OFFICE: [&str; 4] = ["casework", "desk", "entries", "operator"];

/// Texts that are the same in Dutch and in another language: names, and words that they share.
const SAME: [(&str, &[&str]); 3] = [
    (
        "en",
        &[
            "code-label",
            "date-words",
            "door-discrimination",
            "files-kilobytes",
            "files-megabytes",
            "nav-privacy",
            "nav-start",
            "privacy-heading",
            "receipt-print",
            "team-email",
            "thread-status",
            "title-code",
            "title-privacy",
            "title-start",
            "title-team",
        ],
    ),
    ("ar", &["date-words"]),
    ("pl", &["date-words", "files-kilobytes", "files-megabytes", "team-email"]),
];

/// Dutch words that stand among other ones: names of laws, places and jobs, so that a reader finds
/// them again.
const NAMES: [&str; 26] = [
    "Centrum Seksueel Geweld",
    "Slachtofferhulp Nederland",
    "113 Zelfmoordpreventie",
    "College voor de Rechten van de Mens",
    "Landelijk Meldpunt Zorg",
    "Huis voor Klokkenluiders",
    "Wet bescherming klokkenluiders",
    "Autoriteit Persoonsgegevens",
    "functionaris gegevensbescherming",
    "Nationale ombudsman",
    "Kinderombudsman",
    "klachtenfunctionaris",
    "klachtencommissie",
    "vertrouwenspersoon",
    "De melder trekt de melding in.",
    "Discriminatie.nl",
    "Veilig Thuis",
    "Arbowet",
    "Meldcode",
    "cookies",
    "script",
    "axe-core",
    "Wkkgz",
    "WCAG",
    "note.txt",
    "U kunt ook in het Nederlands melden.",
];

/// The public texts of a language by key, as they stand in its files.
fn texts(language: &str) -> BTreeMap<String, String> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut texts = BTreeMap::<String, String>::new();
    for path in fs::read_dir(root.join("nl")).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        if OFFICE.iter().any(|office| name.starts_with(office)) {
            continue;
        }
        let file = root.join(language).join(name);
        let file =
            fs::read_to_string(&file).unwrap_or_else(|_| panic!("{} is missing", file.display()));
        let mut last = String::new();
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
                Some((key, text)) => {
                    texts.insert(key.to_owned(), text.to_owned());
                    key.clone_into(&mut last);
                }
                None => texts.get_mut(&last).unwrap().push_str(line),
            }
        }
    }
    texts
}

/// The words of a text, without names and without what Fluent puts in their place.
fn words(text: &str) -> Vec<String> {
    let text = NAMES.iter().fold(text.to_owned(), |text, name| text.replace(name, " "));
    let shown = text.split('{').map(|part| part.rsplit('}').next().unwrap_or_default());
    let shown: Vec<_> = shown.collect();
    let words = shown.join(" ");
    let words = words.split(|symbol: char| !symbol.is_alphabetic());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[test]
fn every_public_text_is_in_every_language_and_none_is_left_in_dutch() {
    let dutch = texts("nl");
    assert!(dutch.len() > 500, "{}", dutch.len());
    for (language, shared) in SAME {
        let other = texts(language);
        let keys = |texts: &BTreeMap<String, String>| texts.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&dutch), keys(&other), "{language}");
        let same = dutch.iter().filter(|(key, text)| other[*key] == **text);
        let same: Vec<_> = same.map(|(key, _)| key.as_str()).collect();
        assert_eq!(same, shared, "{language}");
    }
}

#[test]
fn arabic_texts_have_arabic_letters_and_polish_ones_no_dutch_words() {
    for (key, text) in texts("ar") {
        // What remains in Latin letters are names, kinds of files, and the codes of pages and forms.
        let allowed = [
            "mic", "vim", "mim", "u", "ip", "aa", "pdf", "office", "jpeg", "word", "heic", "iphone",
        ];
        let latin = words(&text).into_iter().filter(|word| word.is_ascii());
        let latin: Vec<_> = latin.filter(|word| !allowed.contains(&word.as_str())).collect();
        let is_example = key == "code-example";
        assert!(latin.is_empty() || is_example || text.contains('['), "{key}: {latin:?}");
    }
    let dutch = [
        "de", "het", "een", "en", "van", "uw", "niet", "wij", "voor", "met", "naar", "melding",
        "meldteam", "geen", "dit", "dat", "wordt", "kunt", "aan",
    ];
    for (key, text) in texts("pl") {
        let left: Vec<_> =
            words(&text).into_iter().filter(|word| dutch.contains(&word.as_str())).collect();
        assert!(left.is_empty(), "{key}: {left:?}");
    }
}

#[test]
fn counted_words_take_the_forms_of_their_language() {
    let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    let forms = |language: Language, counts: &[usize]| {
        let texts = language.load();
        let say = |count: &usize| plain(texts.code_error_length(*count));
        let said = counts.iter().map(|count| say(count).replace(&count.to_string(), "n"));
        said.collect::<BTreeSet<_>>().len()
    };
    assert_eq!(forms(Language::Ar, &[0, 1, 2, 5, 15, 100]), 6);
    assert_eq!(forms(Language::Ar, &[3, 5, 10]), 1);
    assert_eq!(forms(Language::Ar, &[11, 17, 99]), 1);
    assert_eq!(forms(Language::Pl, &[1, 3, 5]), 3);
    assert_eq!(forms(Language::Pl, &[5, 12, 20, 25]), 1);
    let long = plain(Language::Pl.load().error_too_long(203, 200));
    assert!(long.contains("203 znaki") && long.contains("200 znaków"), "{long}");
}

/// Sends a report in a language; gives its code and the receipt page.
fn report(browser: &Browser, language: Language) -> (String, Response) {
    let path = format!("{}/melden", base(language));
    let page = Html::parse(&browser.get(&path).body);
    let mut fields = page.form(&path);
    let code = fields.iter().find(|(name, _)| name == "code").unwrap().1.clone();
    fields.push(("story".to_owned(), "قال: «Hou op!»".to_owned()));
    let fields: Vec<_> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    (code, browser.post(&path, &fields))
}

#[test]
fn a_report_keeps_its_language_all_the_way_and_no_file_carries_a_mark_of_direction() {
    let server = TestServer::start_with(EVERY_LANGUAGE);
    let browser = server.reporter();
    for language in [Language::Ar, Language::Pl] {
        let (base, t) = (base(language), language.load());
        let (code, receipt) = report(&browser, language);
        let page = Html::parse(&receipt.body);
        assert_eq!((receipt.status, page.text("h1")), (200, t.receipt_heading()));
        assert_eq!(page.text("p.code"), code);
        assert_eq!(page.one("p.code bdi").attr("dir"), Some("ltr"));
        assert_eq!(server.desk(0).reports().pop().unwrap().language, language);

        let number = public_number(&receipt.body);
        let fields = [("code", code.as_str()), ("number", number.as_str())];
        let note = browser.post(&format!("{base}/notitie"), &fields);
        assert_eq!(note.body, format!("{code}\n{number}\n"));
        let ics = browser.get(&format!("{base}/afspraak.ics"));
        assert!(ics.body.contains(&format!("SUMMARY:{}\r\n", t.receipt_reminder_title())));
        for file in [&note, &ics] {
            let name = &file.headers["content-disposition"];
            assert!(file.status == 200 && name.is_ascii(), "{name}");
            let marks = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{200e}', '\u{200f}'];
            assert!(!file.body.contains(marks) && !name.contains(marks));
        }
        let thread = browser.post(&format!("{base}/code"), &[("code", &code)]);
        assert!(Html::parse(&thread.body).text("#status").contains(&t.status_new_reporter()));
        let lost = browser.get(&format!("{base}/nergens"));
        assert_eq!(Html::parse(&lost.body).text("h1"), t.problem_not_found_heading());
        for page in [&receipt, &thread] {
            for link in Html::parse(&page.body).all("a[href]") {
                let leads = link.attr("href").unwrap();
                assert!(leads.is_ascii(), "{leads}");
            }
        }
    }
}

#[test]
fn a_language_that_is_not_in_the_settings_is_not_there() {
    let server = TestServer::start();
    let page = server.reporter().get("/ar/melden");
    assert_eq!(page.status, 404);
    assert_eq!(Html::parse(&page.body).one("html").attr("lang"), Some("nl"));
    let start = Html::parse(&server.reporter().get("/").body);
    assert!(start.all(".switch a[lang=en]").len() == 1 && start.all(".switch a").len() == 1);
}

#[test]
fn officers_and_administrators_read_dutch_or_english_alone() {
    let server = TestServer::start();
    let config = server.config_file();
    let check = Command::new(env!("CARGO_BIN_EXE_meldpunt"))
        .args(["--language", "pl", "check", "--config"])
        .arg(&config)
        .output()
        .unwrap();
    let said = String::from_utf8(check.stdout).unwrap();
    assert!(said.contains(&Language::Nl.load().op_config_good()), "{said}");
    let desk = Command::new(env!("CARGO_BIN_EXE_meldteam"))
        .args(["--language", "ar", "inbox"])
        .output()
        .unwrap();
    assert_eq!(desk.status.code(), Some(2));
    assert!(String::from_utf8(desk.stderr).unwrap().contains("choose nl or en"));
}

/// How far from the left each symbol of an element is drawn, line by line.
fn lefts(tab: &Tab, selector: &str) -> Vec<Vec<f64>> {
    let script = format!(
        r#"(() => {{
const walker = document.createTreeWalker(document.querySelector(`{selector}`), NodeFilter.SHOW_TEXT);
const lefts = [];
while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at++) {{
  const range = document.createRange();
  range.setStart(walker.currentNode, at);
  range.setEnd(walker.currentNode, at + 1);
  const box = range.getClientRects()[0];
  if (!box?.width) continue;
  if (lefts.at(-1)?.bottom > box.top + 1) lefts.at(-1).push(box.left);
  else lefts.push(Object.assign([box.left], {{ bottom: box.bottom }}));
}}
return lefts.map((line) => line.join()).join(";");
}})()"#
    );
    let lines = tab.evaluate(&script);
    let line = |line: &str| line.split(',').map(|left| left.parse().unwrap()).collect();
    lines.split(';').map(line).collect()
}

/// Asserts that the symbols of an element are drawn from left to right.
fn reads_from_the_left(tab: &Tab, selector: &str) {
    let lefts = lefts(tab, selector);
    assert!(lefts.concat().len() > 2, "{selector}: {lefts:?}");
    assert!(lefts.iter().all(|line| line.is_sorted()), "{selector}: {lefts:?}");
}

/// How far an element stands from the left and from the right edge of its page.
fn margins(tab: &Tab, selector: &str) -> (f64, f64) {
    let script = format!(
        "(() => {{ const box = document.querySelector(`{selector}`).getBoundingClientRect(); \
         return `${{box.left}},${{innerWidth - box.right}}`; }})()"
    );
    let margins = tab.evaluate(&script);
    let (left, right) = margins.split_once(',').unwrap();
    (left.parse().unwrap(), right.parse().unwrap())
}

fn walk_from_right_to_left(width: u32, script: Script) {
    let server = TestServer::start_with(EVERY_LANGUAGE);
    let mut tab = Tab::open(width, script);
    tab.go(&server.url("/ar"));
    tab.look("ar-start");
    let (left, right) = margins(&tab, ".organisation bdi");
    assert!(right < left, "what begins a line stands at the right: {left}, {right}");
    reads_from_the_left(&tab, "a[href^='tel:'][dir=ltr]");
    tab.go(&server.url("/ar/hulp"));
    tab.look("ar-help");
    reads_from_the_left(&tab, ".doors-list a[href^='tel:']");
    tab.go(&server.url("/ar/team"));
    tab.look("ar-team");
    reads_from_the_left(&tab, ".card a[href^='mailto:']");
    reads_from_the_left(&tab, ".card h2 bdi");
    tab.go(&server.url("/ar/melden"));
    tab.look("ar-form");
    let (left, right) = margins(&tab, "#danger-yes");
    assert!(right < left, "what is ticked stands at the beginning of the line");
    if script == Script::On {
        tab.click("#danger-yes");
        tab.click(".walk-buttons button:first-child");
        tab.look("ar-step-danger");
        tab.go(&server.url("/ar/melden"));
        while !tab.is_seen("#story") {
            tab.click(".walk-buttons button:first-child");
        }
    }
    tab.fill("#story", "Hij riep: hou op!");
    assert_eq!(tab.evaluate("getComputedStyle(document.querySelector('#story')).direction"), "ltr");
    tab.fill("#story", " ");
    if script == Script::On {
        while !tab.is_seen(".last") {
            tab.click(".walk-buttons button:first-child");
        }
        tab.look("ar-check");
    }
    tab.click("#report button[type=submit]");
    tab.until("p.code");
    tab.look("ar-receipt");
    reads_from_the_left(&tab, "p.code");
    let code = tab.text_of("p.code");
    tab.emulate("print", ("forced-colors", "none"));
    tab.picture("ar-receipt-print");
    reads_from_the_left(&tab, "p.code");
    tab.emulate("", ("forced-colors", "none"));
    tab.go(&server.url("/ar/code"));
    tab.fill("#code", &code);
    tab.look("ar-code");
    assert_eq!(tab.evaluate("getComputedStyle(document.querySelector('#code')).direction"), "ltr");
    tab.click("form button[type=submit]");
    tab.until("ol.thread");
    tab.look("ar-thread");
    tab.go(&server.url("/pl/melden"));
    tab.look("pl-form");
    tab.go(&server.url("/pl"));
    tab.look("pl-start");
    for (path, name) in [("/ar/makkelijk", "ar-easy"), ("/pl/makkelijk", "pl-easy")] {
        tab.go(&server.url(path));
        tab.look(name);
    }
    for (path, name) in [("/ar/privacy", "ar-privacy"), ("/pl/privacy", "pl-privacy")] {
        tab.go(&server.url(path));
        tab.look(name);
    }
}

#[test]
fn arabic_runs_from_right_to_left_on_a_phone_without_script() {
    walk_from_right_to_left(360, Script::Off);
}

#[test]
fn arabic_runs_from_right_to_left_on_a_phone_with_script() {
    walk_from_right_to_left(360, Script::On);
}

#[test]
fn arabic_runs_from_right_to_left_on_a_desk_without_script() {
    walk_from_right_to_left(1280, Script::Off);
}

#[test]
fn arabic_runs_from_right_to_left_on_a_desk_with_script() {
    walk_from_right_to_left(1280, Script::On);
}

#[test]
fn a_copied_code_carries_no_mark_of_direction() {
    let server = TestServer::start_with(EVERY_LANGUAGE);
    let tab = Tab::open(360, Script::On);
    tab.allow_clipboard();
    tab.go(&server.url("/ar/vraag"));
    tab.fill("#story", "سؤال");
    while !tab.is_seen(".last button[type=submit]") {
        tab.click(".walk-buttons button:first-child");
    }
    tab.click(".last button[type=submit]");
    tab.until("p.code");
    tab.click("#copy");
    tab.until_true("document.querySelector('#said').textContent !== ''", "the word for it");
    let copied = tab.evaluate("navigator.clipboard.readText()");
    assert!(copied.len() == 19 && copied.is_ascii(), "{copied}");
    // And what a person marks by hand.
    let marked = "(() => { getSelection().selectAllChildren(document.querySelector('p.code')); \
                  return getSelection().toString().trim(); })()";
    assert_eq!(tab.evaluate(marked), copied);
}
