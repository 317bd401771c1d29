//! Two people walk the whole road in a browser: a reporter, and the officer who answers.

use crate::{
    browser::{Script, Tab},
    demo::Demo,
};

const STORY: &str = "Zij riep dat hij dom was. Hij moest huilen.";
const MESSAGE: &str = "Het gebeurde gisteren weer.";
const ANSWER: &str = "Dank u. Wat hoorde u letterlijk?";

fn walk(width: u32, script: Script) {
    let demo = Demo::start();
    let tab = Tab::open(width, script);
    let code = report(&tab, &demo, script);
    answer(&tab, &demo);
    read_answer(&tab, &demo, &code);
    ask_a_question(&tab, &demo);
    the_other_pages(&tab, &demo);
}

fn report(tab: &Tab, demo: &Demo, script: Script) -> String {
    tab.go(&format!("{}/", demo.public));
    tab.show("start", 1280);
    tab.look("start");
    tab.click("a[href='/melden']");
    tab.until("#story");
    match script {
        Script::Off => fill_in_one_page(tab),
        Script::On => fill_in_step_by_step(tab),
    }
    tab.until("p.code");
    tab.show("receipt", 360);
    tab.look("receipt");
    assert!(!tab.is_seen(".next"), "one goes on after saying that the code is kept");
    tab.click("#saved");
    assert!(tab.is_seen(".next"));
    let code = tab.text_of("p.code");
    assert_eq!(code.len(), 19);
    code
}

fn fill_in_one_page(tab: &Tab) {
    tab.look("form");
    // An empty form comes back with a message beside its field, and with what was chosen.
    tab.click("#kinds-psych");
    tab.click("form button[type=submit]");
    tab.until("#story-error");
    tab.look("form-error");
    assert!(tab.text().contains("Schrijf in een paar woorden wat er gebeurde."));
    assert_eq!(tab.property("#kinds-psych", "checked"), "true");

    // A question that is not asked is not seen; it comes when its condition holds.
    assert!(!tab.is_seen("#q-grounds"));
    tab.click("#kinds-discrimination");
    assert!(tab.is_seen("#q-grounds"));
    tab.click("#grounds-origin");
    tab.click("#identity-anonymous");
    assert!(!tab.is_seen("#q-name"));
    assert!(!tab.is_seen("#notice-stop"));
    tab.click("#kinds-physical");
    assert!(tab.is_seen("#notice-stop"));
    tab.look("form-stop");
    tab.click("#kinds-physical");
    tab.fill("#story", STORY);
    tab.look("form-filled");
    tab.click("form button[type=submit]");
}

fn fill_in_step_by_step(tab: &Tab) {
    const NEXT: &str = ".walk-buttons button:first-child";
    const BACK: &str = ".walk-buttons button:last-child";
    let heading = || tab.text_of(".here h2:not(.hidden)");
    tab.look("step-safety");
    assert_eq!(tab.text_of(".progress"), "Vraag 1 van 12");
    assert_eq!(tab.evaluate("document.title"), "Vraag 1 van 12 – Formulier");

    // A notice comes between the questions when the answer calls for it, and goes with it.
    tab.click("#danger-yes");
    tab.click(NEXT);
    assert_eq!(heading(), "Bel nu 112");
    tab.look("step-danger");
    tab.click(BACK);
    tab.click("[name=danger][value=no]");
    tab.click(NEXT);
    assert_eq!(heading(), "Wie u bent");
    tab.click("#role-employee");
    tab.click(NEXT);
    tab.click("#victim-client");
    tab.click(NEXT);
    tab.click("#kinds-psych");
    tab.click("#kinds-discrimination");
    tab.click("#grounds-origin");
    tab.show("form", 360);
    tab.look("step-kinds");
    tab.click(NEXT);
    tab.fill("#story", STORY);
    assert!(tab.is_seen("#notice-secrecy"));
    tab.look("step-story");
    for _ in 0..3 {
        tab.click(NEXT);
    }
    assert_eq!(heading(), "Wie het deed");
    tab.click("#actor-family");
    tab.click(NEXT);
    assert_eq!(heading(), "Gaat het om familie, partner of bezoek?");
    tab.look("step-family");
    tab.click(NEXT);
    tab.click("#identity-anonymous");
    tab.look("step-identity");
    tab.click(NEXT);
    tab.look("step-more");
    tab.click(NEXT);
    assert_eq!(heading(), "Bestanden meesturen");
    tab.look("step-files");
    tab.click(NEXT);

    // The check page shows every answer with a way to change it; the browser's own way back works.
    assert_eq!(heading(), "Klopt dit?");
    assert!(tab.text().contains(STORY) && tab.is_seen("#notice-anonymous"));
    tab.look("step-check");
    tab.click("#answers button[aria-label$='Wie het deed']");
    tab.click("#actor-care");
    tab.evaluate("history.back(); ''");
    tab.until(".last.here");
    assert!(tab.text().contains("Een zorgverlener of begeleider"));
    tab.click("form .last button[type=submit]");
}

fn answer(tab: &Tab, demo: &Demo) {
    tab.go(&demo.desk);
    tab.until("input[type=password]");
    tab.look("desk-unlock");
    tab.fill("input[type=password]", "een verkeerde zin");
    tab.click("main form button");
    tab.until("[role=alert], .fault");
    tab.look("desk-unlock-wrong");
    tab.fill("input[type=password]", &demo.passphrase);
    tab.click("main form button");
    tab.until("ul.cases");
    tab.show("desk-inbox", 1280);
    tab.look("desk-inbox");
    tab.click("ul.cases a");
    tab.until(".side .number");
    tab.look("desk-overview");
    assert!(tab.text().contains("Bram Jansen"), "who may read it");
    tab.click(".side nav a[href$='/report']");
    tab.until("#message-text");
    for words in [STORY, "Kleineren, pesten, bang maken of straffen"] {
        assert!(tab.text().contains(words), "{words}");
    }
    tab.show("desk-case", 1280);
    tab.look("desk-case");
    tab.evaluate("document.querySelector('#message-text').value = ''");
    tab.fill("#message-text", ANSWER);
    tab.click("#message button");
    tab.until(".notice.good");
    tab.look("desk-case-answered");
    assert!(tab.text().contains(ANSWER));
}

fn read_answer(tab: &Tab, demo: &Demo, code: &str) {
    tab.go(&format!("{}/code", demo.public));
    tab.look("code");
    tab.fill("#code", "K7QF 2M9D");
    tab.click("form button[type=submit]");
    tab.until("#code-error");
    tab.look("code-error");

    // As a tired person types it from paper.
    tab.go(&format!("{}/code", demo.public));
    tab.fill("#code", &code.to_lowercase().replace('-', " ").replace('0', "o"));
    tab.click("form button[type=submit]");
    tab.until("ol.thread");
    assert!(tab.text().contains(ANSWER));
    tab.show("thread", 360);
    tab.look("thread");
    tab.fill("#message", MESSAGE);
    tab.click("form[action$='/bericht'] button");
    tab.until(".done");
    tab.look("thread-sent");
    tab.click("form[action$='/aanvullen'] button");
    tab.until("form#more");
    tab.look("more");
    tab.click("form#more button");
    tab.until(".summary");
    tab.fill("#name", "Dina Smit");
    tab.click("form#more button");
    tab.until(".done");
    tab.click("form[action$='/intrekken'] button");
    tab.until("input[name=sure]");
    tab.look("withdraw");
}

fn ask_a_question(tab: &Tab, demo: &Demo) {
    tab.go(&format!("{}/vraag", demo.public));
    tab.until("#story");
    tab.look("question");
    tab.go(&format!("{}/en/vraag", demo.public));
    tab.look("question-en");
}

fn the_other_pages(tab: &Tab, demo: &Demo) {
    for (path, name) in [
        ("/team", "team"),
        ("/hulp", "help"),
        ("/privacy", "privacy"),
        ("/toegankelijkheid", "accessibility"),
        ("/en/hulp", "help-en"),
        ("/en/privacy", "privacy-en"),
        ("/en/toegankelijkheid", "accessibility-en"),
        ("/bestaat-niet", "not-found"),
        ("/en", "start-en"),
        ("/en/melden", "form-en"),
        ("/en/code", "code-en"),
        ("/en/team", "team-en"),
    ] {
        tab.go(&format!("{}{path}", demo.public));
        tab.look(name);
    }
}

#[test]
fn the_road_works_on_a_phone_without_script() {
    walk(360, Script::Off);
}

#[test]
fn the_road_works_on_a_phone_with_script() {
    walk(360, Script::On);
}

#[test]
fn the_road_works_on_a_desk_without_script() {
    walk(1280, Script::Off);
}

#[test]
fn the_road_works_on_a_desk_with_script() {
    walk(1280, Script::On);
}
