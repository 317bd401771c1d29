//! A person walks the whole road in a browser.

use crate::{
    browser::{Script, Tab},
    server::TestServer,
};

fn walk(width: u32, script: Script) {
    let server = TestServer::start();
    let tab = Tab::open("road", width, script);
    tab.go(&server.url("/"));
    tab.look("1-start");
    tab.click("a[href='/melden']");
    tab.until("#story");
    tab.look("2-form");

    // An empty form comes back with a message beside its field.
    tab.click("#kinds-psych");
    tab.click("form button[type=submit]");
    tab.until("#story-error");
    tab.look("3-form-error");
    assert!(tab.text().contains("Schrijf in een paar woorden wat er gebeurde."));
    let checked = "String(document.querySelector('#kinds-psych').checked)";
    assert_eq!(tab.evaluate(checked), "true");

    tab.fill("#story", "Zij riep dat hij dom was. Hij moest huilen.");
    tab.click("form button[type=submit]");
    tab.until("p.code");
    tab.look("4-receipt");
    let code = tab.evaluate("document.querySelector('p.code').innerText");
    assert_eq!(code.len(), 19);

    tab.go(&server.url("/code"));
    tab.look("5-code");
    tab.fill("#code", "K7QF 2M9D");
    tab.click("form button[type=submit]");
    tab.until("#code-error");
    tab.look("6-code-error");

    tab.go(&server.url("/code"));
    tab.fill("#code", &code.to_lowercase().replace('-', " "));
    tab.click("form button[type=submit]");
    tab.until("ol.thread");
    tab.look("7-thread");
    tab.fill("#message", "Het gebeurde gisteren weer.");
    tab.click("form[action$='/bericht'] button");
    tab.until(".done");
    tab.look("8-thread-sent");

    tab.go(&server.url("/team"));
    tab.look("9-team");
    tab.go(&server.url("/bestaat-niet"));
    tab.look("10-not-found");
    tab.go(&server.url("/en/melden"));
    tab.look("11-form-en");
}

#[test]
fn the_road_works_on_a_phone_without_script() {
    walk(360, Script::Off);
}

#[test]
fn the_road_works_on_a_desk_with_script() {
    walk(1280, Script::On);
}

#[test]
fn the_road_works_on_a_phone_with_script() {
    walk(360, Script::On);
}

#[test]
fn the_road_works_on_a_desk_without_script() {
    walk(1280, Script::Off);
}
