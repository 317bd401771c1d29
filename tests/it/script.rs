//! What pages do more where script is on, in Chromium: leaving at once, keeping nothing, copying
//! and printing the code, and sending once.

use crate::{
    browser::{Key, Script, Tab},
    server::{TestServer, fixed_clock, make_organisation},
};
use std::fs;

const NEXT: &str = ".walk-buttons button:first-child";
const SEND: &str = ".last button[type=submit]";
const MARKER: &str = "Kwetterlinnet riep dat hij dom was.";

/// A server whose "Pagina verlaten" leads to a page that can be reached.
fn leaving_to(address: &str) -> TestServer {
    let folder = tempfile::tempdir().unwrap();
    let listen = "127.0.0.1:0".parse().unwrap();
    let officers = make_organisation(folder.path(), &["Anna de Vries", "Bram Jansen"], listen);
    let file = folder.path().join("meldpunt.toml");
    let config = fs::read_to_string(&file).unwrap();
    let leave = format!("leave_to = \"{address}\"\n[server]");
    fs::write(file, config.replace("[server]", &leave)).unwrap();
    TestServer::over(folder, officers, fixed_clock())
}

/// Walks to the step with the story, and types one.
fn tell(tab: &Tab, server: &TestServer) {
    tab.go(&server.url("/"));
    tab.click("a[href='/melden']");
    tab.until(NEXT);
    while !tab.is_seen(".here #story") {
        tab.click(NEXT);
    }
    tab.fill("#story", MARKER);
}

fn walk_to_the_end(tab: &Tab) {
    while !tab.is_seen(SEND) {
        tab.click(NEXT);
    }
}

#[test]
fn leaving_replaces_the_page_at_once_and_back_brings_no_words() {
    let weather = TestServer::start();
    let server = leaving_to(&weather.url("/team"));
    let mut tab = Tab::open(1280, Script::On);
    let has_left = format!("location.href === '{}'", weather.url("/team"));
    let leaves: [fn(&Tab); 2] =
        [|tab| tab.click(".leave a"), |tab| (0..3).for_each(|_| tab.press(Key::Shift))];
    for leave in leaves {
        tell(&tab, &server);
        leave(&tab);
        tab.until_true(&has_left, "the other page");
        tab.evaluate("history.back(); ''");
        tab.until_true(&format!("!({has_left}) && document.readyState === 'complete'"), "back");
        assert!(!tab.text().contains(MARKER));
        assert_eq!(tab.evaluate("document.querySelector('#story')?.value ?? ''"), "");
    }

    // Two times Shift, or Shift as part of typing, does nothing.
    tell(&tab, &server);
    tab.press(Key::Shift);
    tab.press(Key::Shift);
    tab.press(Key::Space);
    tab.press(Key::Shift);
    assert!(tab.property("#story", "value").contains(MARKER));

    // Where the code is typed, it works too.
    tab.go(&server.url("/code"));
    tab.fill("#code", "K7QF");
    (0..3).for_each(|_| tab.press(Key::Shift));
    tab.until_true(&has_left, "the other page");

    tab.let_run(Script::Off);
    tab.go(&server.url("/melden"));
    tab.fill("#story", MARKER);
    tab.click(".leave a");
    tab.until_true(&has_left, "the other page");
}

#[test]
fn nothing_leaves_the_page_before_sending_and_nothing_is_kept() {
    let server = TestServer::start();
    let tab = Tab::open(360, Script::On);
    tab.go(&server.url("/melden"));
    tab.until(NEXT);
    tab.click("#danger-yes");
    let of_the_page = tab.requests();
    assert!(of_the_page.contains(&server.url("/melden")), "{of_the_page:?}");
    while !tab.is_seen(".here #story") {
        tab.click(NEXT);
    }
    tab.fill("#story", MARKER);
    walk_to_the_end(&tab);
    assert!(tab.text().contains(MARKER));
    // The browser answers in order: what was asked before this was heard before it.
    assert_eq!(tab.evaluate("document.title"), "Vraag 12 van 12 – Formulier");
    assert_eq!(tab.requests(), Vec::<String>::new());
    assert_eq!(server.desk(0).reports().len(), 0);

    // A quick second click sends nothing more.
    tab.evaluate(&format!(
        "const send = document.querySelector('{SEND}'); send.click(); send.click(); ''"
    ));
    tab.until("p.code");
    assert_eq!(server.desk(0).reports().len(), 1);
    assert_eq!(server.desk(0).additions().len(), 0);
    let kept = "(async () => [localStorage.length, sessionStorage.length, document.cookie.length, \
                (await indexedDB.databases()).length, (await caches.keys()).length].join())()";
    assert_eq!(tab.evaluate(kept), "0,0,0,0,0");
    assert_eq!(tab.cookies(), 0);
}

#[test]
fn the_receipt_is_copied_and_printed_as_one_card() {
    let server = TestServer::start();
    let mut tab = Tab::open(360, Script::On);
    tab.allow_clipboard();
    tell(&tab, &server);
    walk_to_the_end(&tab);
    tab.click(SEND);
    tab.until("p.code");
    assert_eq!(tab.text_of("#said"), "");
    tab.click("#copy");
    tab.until_true(
        "document.querySelector('#said').textContent !== ''",
        "the word that it is copied",
    );
    assert_eq!(tab.evaluate("navigator.clipboard.readText()"), tab.text_of("p.code"));
    assert!(!tab.is_seen(".next"), "one goes on after saying that the code is kept");

    tab.emulate("print", ("forced-colors", "none"));
    let seen = "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility({\
                visibilityProperty: true}) && !e.closest('.receipt') && !e.querySelector('.receipt'))\
                .map(e => e.outerHTML).join()";
    assert_eq!(tab.evaluate(seen), "");
    assert!(tab.is_seen(".receipt .code") && tab.is_seen(".receipt .qr"));
    tab.picture("receipt-print");
    assert_eq!(sheets(&tab.pdf()), 1);
    // Other pages come out of the printer whole.
    tab.go(&server.url("/hulp"));
    assert!(tab.is_seen("h1"));
    assert_eq!(
        tab.evaluate("getComputedStyle(document.querySelector('h1')).visibility"),
        "visible"
    );
}

/// How many sheets a PDF has.
fn sheets(pdf: &[u8]) -> usize {
    String::from_utf8_lossy(pdf).matches("/Type /Page\n").count()
}
