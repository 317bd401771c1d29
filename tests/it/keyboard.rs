//! The road with a keyboard alone, with script and without: from the start page to the receipt,
//! and from the code to a sent message. The focus is seen at every stop.

use crate::{
    browser::{Key, Script, Tab},
    server::TestServer,
};

/// What is wrong with the place of the focus, if something is.
const FOCUS: &str = r#"(() => {
const e = document.activeElement, style = getComputedStyle(e), box = e.getClientRects()[0];
if (e === document.body) return "";
if (!box) return "not drawn: " + e.outerHTML.slice(0, 80);
if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
  return "no outline: " + e.outerHTML.slice(0, 80);
const over = document.elementFromPoint((box.left + box.right) / 2,
  (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2);
return e.contains(over) ? "" : "hidden: " + e.outerHTML.slice(0, 80);
})()"#;

impl Tab {
    /// Presses Tab until the focus is here; it is seen all the way.
    pub fn tab_to(&self, selector: &str) {
        self.until(selector);
        for _ in 0..200 {
            if self.is_focused(selector) {
                return;
            }
            self.press(Key::Tab);
            let fault = self.evaluate(FOCUS);
            assert!(fault.is_empty(), "on the way to {selector}: {fault}");
        }
        panic!("Tab never comes to {selector}");
    }

    pub fn is_focused(&self, selector: &str) -> bool {
        self.evaluate(&format!("String(document.activeElement.matches(`{selector}`))")) == "true"
    }

    fn focused_text(&self) -> String {
        self.evaluate("document.activeElement.textContent")
    }
}

const NEXT: &str = ".walk-buttons button:first-child";

fn open_the_form(tab: &Tab, server: &TestServer) {
    tab.go(&server.url("/"));
    // The first stop leads past the top of the page, to the first thing that one can do there.
    tab.press(Key::Tab);
    assert!(tab.is_focused(".skip"));
    assert_eq!(
        tab.evaluate("String(document.activeElement.getBoundingClientRect().left >= 0)"),
        "true"
    );
    tab.press(Key::Enter);
    tab.until_true("document.activeElement.id === 'main'", "the main part");
    tab.press(Key::Tab);
    assert!(tab.is_focused("main a[href='/melden']"), "{}", tab.focused_text());
    // And back again.
    tab.press(Key::Tab);
    tab.press(Key::BackTab);
    assert!(tab.is_focused("main a[href='/melden']"), "{}", tab.focused_text());
    tab.press(Key::Enter);
    tab.until("#story");
}

fn fill_in_one_page(tab: &Tab) {
    tab.tab_to("#kinds-psych");
    tab.press(Key::Space);
    assert_eq!(tab.property("#kinds-psych", "checked"), "true");
    // An empty form comes back with the focus on what is wrong.
    tab.tab_to("#report button[type=submit]");
    tab.press(Key::Enter);
    tab.until("#story-error");
    tab.until_true("document.activeElement.matches('.summary h2')", "the list of faults");
    tab.press(Key::Tab);
    assert!(tab.is_focused(".summary a"));
    tab.press(Key::Enter);
    tab.until_true("document.activeElement.id === 'story'", "the story");
    tab.write("Zij riep dat hij dom was.");
    tab.tab_to("summary");
    tab.press(Key::Space);
    tab.until("details[open]");
    tab.tab_to("#report button[type=submit]");
    tab.press(Key::Enter);
}

fn fill_in_step_by_step(tab: &Tab) {
    // The heading of each step has the focus, so that it is read aloud and Tab goes on from there.
    let go_on = |heading: &str| {
        tab.tab_to(NEXT);
        tab.press(Key::Enter);
        assert_eq!(tab.focused_text(), heading);
        assert!(tab.is_focused(".here h2"));
    };
    tab.tab_to("[name=danger]");
    while tab.property("[name=danger][value=no]", "checked") != "true" {
        tab.press(Key::Down);
    }
    go_on("Wie u bent");
    tab.press(Key::Tab);
    assert!(tab.is_focused("[name=role]"), "the first question comes after its heading");
    tab.tab_to(NEXT);
    tab.press(Key::Space);
    let mut steps = 1;
    while !tab.is_focused(".last.here h2") {
        assert!(tab.is_focused(".here h2") && steps < 20, "{}", tab.focused_text());
        if tab.is_seen("#story") && tab.property("#story", "value").is_empty() {
            tab.tab_to("#story");
            tab.write("Zij riep dat hij dom was.");
        }
        tab.tab_to(NEXT);
        tab.press(Key::Enter);
        steps += 1;
    }
    assert_eq!(tab.focused_text(), "Klopt dit?");
    tab.tab_to(".last button[type=submit]");
    tab.press(Key::Enter);
}

fn keep_the_code(tab: &Tab) -> String {
    tab.tab_to("#saved");
    tab.press(Key::Space);
    tab.tab_to(".next button");
    let code = tab.text_of("p.code");
    tab.press(Key::Enter);
    tab.until("ol.thread");
    code
}

fn write_a_message(tab: &Tab, server: &TestServer, code: &str) {
    tab.go(&server.url("/code"));
    tab.tab_to("#code");
    tab.write(code);
    tab.press(Key::Enter);
    tab.tab_to("#message");
    tab.write("Het gebeurde gisteren weer.");
    tab.tab_to("form[action$='/bericht'] button");
    tab.press(Key::Space);
    tab.until(".done");
}

#[test]
fn the_road_works_with_a_keyboard_alone() {
    let server = TestServer::start();
    let mut tab = Tab::open(1280, Script::Off);
    for script in [Script::Off, Script::On] {
        tab.let_run(script);
        open_the_form(&tab, &server);
        match script {
            Script::Off => fill_in_one_page(&tab),
            Script::On => fill_in_step_by_step(&tab),
        }
        let code = keep_the_code(&tab);
        write_a_message(&tab, &server, &code);
    }
    assert_eq!(server.desk(0).reports().len(), 2);
}
