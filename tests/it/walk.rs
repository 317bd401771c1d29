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
    let code = report(&tab, &demo);
    answer(&tab, &demo);
    read_answer(&tab, &demo, &code);
    the_other_pages(&tab, &demo);
}

fn report(tab: &Tab, demo: &Demo) -> String {
    tab.go(&format!("{}/", demo.public));
    tab.look("start");
    tab.click("a[href='/melden']");
    tab.until("#story");
    tab.look("form");

    // An empty form comes back with a message beside its field, and with what was chosen.
    tab.click("#kinds-psych");
    tab.click("form button[type=submit]");
    tab.until("#story-error");
    tab.look("form-error");
    assert!(tab.text().contains("Schrijf in een paar woorden wat er gebeurde."));
    assert_eq!(tab.property("#kinds-psych", "checked"), "true");

    // A question that is not asked is not seen; it comes when its condition holds.
    assert!(!tab.is_seen("#question-grounds"));
    tab.click("#kinds-discrimination");
    assert!(tab.is_seen("#question-grounds"));
    tab.click("#grounds-origin");
    tab.click("#identity-anonymous");
    assert!(!tab.is_seen("#question-name"));

    tab.fill("#story", STORY);
    tab.look("form-filled");
    tab.click("form button[type=submit]");
    tab.until("p.code");
    tab.look("receipt");
    let code = tab.text_of("p.code");
    assert_eq!(code.len(), 19);
    code
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
    tab.look("desk-inbox");
    tab.click("ul.cases a");
    tab.until("#text");
    for words in [STORY, "Kleineren, pesten, bang maken of straffen", "Bram Jansen"] {
        assert!(tab.text().contains(words), "{words}");
    }
    tab.look("desk-case");
    tab.evaluate("document.querySelector('#text').value = ''");
    tab.fill("#text", ANSWER);
    tab.click("form[action$='/reply'] button");
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
    tab.look("thread");
    tab.fill("#message", MESSAGE);
    tab.click("form[action$='/bericht'] button");
    tab.until(".done");
    tab.look("thread-sent");
}

fn the_other_pages(tab: &Tab, demo: &Demo) {
    for (path, name) in [
        ("/team", "team"),
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
