//! Every public page for everybody's eyes: at 320 pixels, at 200 % zoom, in forced colours and for
//! who wants it dark; in every language, with axe-core.

use crate::{
    browser::{Script, Tab},
    server::{EVERY_LANGUAGE, TestServer},
};

const NEXT: &str = ".walk-buttons button:first-child";

/// What is looked at on each page.
type Look = fn(&mut Tab, &str);

/// At 320 pixels with axe-core, and as 1280 pixels look at 200 %.
fn small_and_large(tab: &mut Tab, what: &str) {
    tab.resize(640, 2.0);
    tab.fits(what);
    tab.resize(320, 1.0);
    tab.look(what);
}

/// In the reader's own colours, and dark.
fn colours(tab: &mut Tab, what: &str) {
    tab.emulate("", ("forced-colors", "active"));
    tab.look(&format!("{what}-forced"));
    tab.emulate("", ("prefers-color-scheme", "dark"));
    // No style of ours asks for dark, so the page is drawn as it was: that is held once per page.
    let drawn = "getComputedStyle(document.querySelector('main')).backgroundColor \
                 + getComputedStyle(document.body).color";
    assert_eq!(tab.evaluate(drawn), "rgb(255, 255, 255)rgb(29, 39, 51)", "{what} in the dark");
}

/// The pages that need no code.
fn open_pages(tab: &mut Tab, base: &str, look: Look) {
    let language = suffix(base);
    for path in ["/", "/hulp", "/privacy", "/toegankelijkheid", "/team", "/vraag", "/makkelijk"] {
        let path = if language.is_empty() || path != "/" { path } else { "" };
        tab.go(&format!("{base}{path}"));
        look(tab, &format!("open{}{language}", path.replace('/', "-")));
    }
}

/// The way of a report: the form, with faults too, and everything behind the code.
fn way_of_a_report(tab: &mut Tab, base: &str, look: Look) {
    let language = suffix(base);
    let look = |tab: &mut Tab, what: &str| look(tab, &format!("{what}{language}"));
    tab.go(&format!("{base}/melden"));
    look(tab, "form-blank");
    for tick in ["#danger-yes", "#kinds-physical", "#kinds-discrimination", "#actor-family"] {
        tab.click(tick);
    }
    tab.click("#report button[type=submit]");
    tab.until("#story-error");
    look(tab, "form-faults");
    // A word that is longer than the page is wide.
    tab.fill("#story", &"Aansprakelijkheids".repeat(8));
    tab.click("#report button[type=submit]");
    tab.until("p.code");
    look(tab, "receipt-small");
    let code = tab.text_of("p.code");
    tab.go(&format!("{base}/code"));
    look(tab, "code-blank");
    tab.fill("#code", "K7QF 2M9D");
    tab.click("form button[type=submit]");
    tab.until("#code-error");
    look(tab, "code-fault");
    tab.go(&format!("{base}/code"));
    tab.fill("#code", &code);
    tab.click("form button[type=submit]");
    tab.until("ol.thread");
    look(tab, "thread-small");
    tab.click("form[action$='/bericht'] button");
    tab.until("#message-error");
    look(tab, "thread-fault");
    tab.click("form[action$='/intrekken'] button");
    tab.until("input[name=sure]");
    look(tab, "withdraw-small");
    tab.click("form[action$='/code'] button");
    tab.until("ol.thread");
    tab.click("form[action$='/aanvullen'] button");
    tab.until("form#more");
    look(tab, "more-small");
}

/// The form a step at a time, to the last.
fn steps(tab: &mut Tab, base: &str, look: Look) {
    let language = suffix(base);
    tab.go(&format!("{base}/melden"));
    tab.until(NEXT);
    for number in 1.. {
        look(tab, &format!("walk-{number}{language}"));
        if tab.is_seen(".last") {
            break;
        }
        // What adds pages and questions is chosen, where it is asked.
        for tick in ["#danger-yes", "#kinds-physical", "#kinds-discrimination", "#actor-family"] {
            if tab.is_seen(tick) {
                tab.click(tick);
            }
        }
        if tab.is_seen("#story") {
            tab.fill("#story", &"Aansprakelijkheids".repeat(8));
        }
        tab.click(NEXT);
    }
}

fn languages(server: &TestServer) -> [String; 4] {
    ["", "/en", "/ar", "/pl"].map(|base| server.url(base))
}

/// What the pictures of a language end with: nothing, or `-en`.
fn suffix(base: &str) -> String {
    let code = base.rsplit('/').next().filter(|code| code.len() == 2);
    code.map(|code| format!("-{code}")).unwrap_or_default()
}

#[test]
fn every_page_fits_at_320_pixels_and_at_200_percent() {
    let server = TestServer::start_with(EVERY_LANGUAGE);
    let mut tab = Tab::open(320, Script::Off);
    for base in languages(&server) {
        open_pages(&mut tab, &base, small_and_large);
        way_of_a_report(&mut tab, &base, small_and_large);
    }
}

#[test]
fn every_step_fits_at_320_pixels_and_at_200_percent() {
    let server = TestServer::start_with(EVERY_LANGUAGE);
    let mut tab = Tab::open(320, Script::On);
    for base in languages(&server) {
        steps(&mut tab, &base, small_and_large);
    }
}

#[test]
fn forced_colours_and_dark_do_no_harm() {
    let server = TestServer::start();
    let base = server.url("");
    let mut tab = Tab::open(360, Script::On);
    steps(&mut tab, &base, colours);
    tab.look("walk-dark");
    tab.let_run(Script::Off);
    tab.go(&server.url("/makkelijk"));
    colours(&mut tab, "easy");
    tab.go(&server.url("/"));
    colours(&mut tab, "start");
    tab.look("start-dark");
    way_of_a_report(&mut tab, &base, colours);

    // A camera reads the code only as dark on light, whatever the reader's colours are.
    let (_, receipt) = server.reporter().report(&[("story", "Zij riep dat hij dom was.")]);
    assert!(receipt.body.contains("class=\"qr\""));
    let style = server.reporter().get("/style.css").body;
    let rule = style.split_once(".qr").expect("a rule for the picture").1;
    assert!(rule.split_once('}').unwrap().0.contains("forced-color-adjust"));
}
