//! The easy form: from the start page to the officer, with script and without, by keyboard, and
//! when something is wrong.

use crate::{
    browser::{Key, Script, Tab},
    html::Html,
    server::{Response, TestServer},
};
use veilig_melden::{
    Language,
    core::{forms::FormUsed, report::Report},
};

const NEXT: &str = ".walk-buttons button:first-child";
const EASY: &str = "/makkelijk";

/// Sends the easy form with these fields besides its own.
fn send(server: &TestServer, fields: &[(&str, &str)]) -> Response {
    let browser = server.reporter();
    let page = Html::parse(&browser.get(EASY).body);
    let own = page.form(EASY);
    let own = own.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let all: Vec<_> = own.chain(fields.iter().copied()).collect();
    browser.post(EASY, &all)
}

fn only_report(server: &TestServer) -> Report {
    let mut reports = server.desk(0).reports();
    assert_eq!(reports.len(), 1);
    reports.pop().unwrap()
}

#[test]
fn a_report_says_which_form_it_was_made_with() {
    let server = TestServer::start();
    let browser = server.reporter();
    assert_eq!(browser.report(&[("story", "Iets.")]).1.status, 200);
    assert_eq!(send(&server, &[("story", "Iemand sloeg mij.")]).status, 200);
    let page = Html::parse(&browser.get("/vraag").body);
    let mut fields = page.form("/vraag");
    fields.push(("story".to_owned(), "Mag dit?".to_owned()));
    let fields: Vec<_> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(browser.post("/vraag", &fields).status, 200);
    let forms = server.desk(0).reports().into_iter().map(|report| report.form);
    assert_eq!(forms.collect::<Vec<_>>(), [FormUsed::Full, FormUsed::Easy, FormUsed::Question]);
}

#[test]
fn the_easy_form_gives_the_keys_and_values_of_the_questionnaire() {
    let server = TestServer::start();
    let fields = [
        ("danger", "no"),
        ("helper", "helped"),
        ("story", "Iemand sloeg mij."),
        ("when", "week"),
        ("actor", "care"),
        ("actor_name", "Piet"),
        ("identity", "team_only"),
        ("name", "Dina"),
        ("contact", "0591-000000"),
        ("d_need", "stop"),
        ("d_need", "support"),
    ];
    assert_eq!(send(&server, &fields).status, 200);
    let report = only_report(&server);
    for (key, value) in fields {
        assert!(report.answers.has(key, value), "{key}: {value}");
    }
    assert_eq!(report.answers.iter().count(), 10);
}

#[test]
fn what_the_easy_form_does_not_ask_is_not_sent_and_who_is_excluded_does_not_read() {
    let server = TestServer::start();
    let bram = server.officers[1].id.to_string();
    let fields = [
        ("story", "Iemand sloeg mij."),
        ("kinds", "sexual"),
        ("where", "nonsense"),
        ("actor", "unknown"),
        ("actor_name", "Piet"),
        ("exclude", bram.as_str()),
    ];
    assert_eq!(send(&server, &fields).status, 200);
    let report = only_report(&server);
    let keys: Vec<_> = report.answers.iter().map(|(key, _)| key.to_owned()).collect();
    assert_eq!(keys, ["story", "actor"]);
    assert_eq!(report.excluded, ["Bram Jansen"]);
    assert!(server.desk(1).reports().is_empty());
}

#[test]
fn faults_come_back_on_the_easy_form_with_what_was_filled_in() {
    let server = TestServer::start();
    // A choice that the long form has and the easy one does not offer stays chosen, too.
    let response = send(&server, &[("actor", "several"), ("d_need", "talk"), ("name", "Dina")]);
    assert_eq!(response.status, 422);
    let page = Html::parse(&response.body);
    let texts = Language::Nl.load();
    assert_eq!(page.text("h1"), texts.easy_heading());
    assert!(page.text("#story-error").ends_with(&texts.q_story_error()));
    let mut kept = page.form(EASY);
    kept.retain(|(name, _)| !["code", "ticket"].contains(&name.as_str()));
    let kept: Vec<_> = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(kept, [("actor", "several"), ("d_need", "talk"), ("name", "Dina")]);
    assert!(server.desk(0).reports().is_empty());
}

#[test]
fn every_picture_is_drawn_and_none_is_read_aloud() {
    let server = TestServer::start();
    let sprite = server.reporter().get("/pictures.svg");
    assert_eq!(sprite.headers["content-type"], "image/svg+xml");
    for path in [EASY, "/en/makkelijk"] {
        let page = Html::parse(&server.reporter().get(path).body);
        let pictures = page.all("svg");
        assert!(pictures.len() > 30, "{}", pictures.len());
        for picture in pictures {
            assert_eq!(picture.attr("aria-hidden"), Some("true"));
        }
        for used in page.all("svg use") {
            let name = used.attr("href").unwrap().strip_prefix("/pictures.svg#").unwrap();
            assert!(sprite.body.contains(&format!("<symbol id=\"{name}\"")), "{name}");
        }
    }
    for word in ["<script", "http://", "https://", "style="] {
        let foreign = sprite.body.replace("http://www.w3.org/2000/svg", "");
        assert!(!foreign.contains(word), "{word}");
    }
}

/// How wide what the picture shows is drawn: nothing when the browser did not get it.
fn picture_width(tab: &Tab, selector: &str) -> String {
    tab.evaluate(&format!(
        "String(Math.round(document.querySelector(`{selector} use`).getBBox().width))"
    ))
}

fn walk(width: u32, script: Script) {
    let server = TestServer::start();
    let tab = Tab::open(width, script);
    tab.go(&server.url("/"));
    tab.look("easy-start");
    tab.click("main a[href='/makkelijk']");
    tab.until("#danger-yes");
    tab.until_true(
        "document.querySelector('.picture use').getBBox().width > 10",
        "the first picture",
    );
    tab.look("easy");
    assert!(!tab.is_seen("#notice-danger"));
    tab.click("#danger-yes");
    match script {
        Script::Off => {
            assert!(tab.is_seen("#notice-danger") && tab.is_seen("#q-helper"));
            for choice in ["#actor-family", "#when-week", "#d_need-stop", "#helper-alone"] {
                tab.click(choice);
            }
            tab.click("#identity-anonymous");
            assert!(!tab.is_seen("#q-name"));
            tab.fill("#story", "Iemand sloeg mij.");
            tab.look("easy-filled");
        }
        Script::On => walk_step_by_step(&tab),
    }
    assert_ne!(picture_width(&tab, "legend"), "0");
    tab.click("#report button[type=submit]");
    tab.until("p.code");
    let report = only_report(&server);
    assert_eq!(report.form, FormUsed::Easy);
    for (key, value) in [("danger", "yes"), ("helper", "alone"), ("when", "week")] {
        assert!(report.answers.has(key, value), "{key}");
    }
}

fn walk_step_by_step(tab: &Tab) {
    let heading = || tab.text_of(".here h2");
    assert_eq!(tab.text_of(".progress"), "Vraag 1 van 8");
    tab.look("easy-step-danger");
    tab.click(NEXT);
    assert_eq!(heading(), "Bel nu 112");
    tab.look("easy-step-112");
    tab.click(NEXT);
    tab.fill("#story", "Iemand sloeg mij.");
    tab.look("easy-step-story");
    tab.click(NEXT);
    for (step, choice) in [
        ("Wie", "#actor-family"),
        ("Wanneer", "#when-week"),
        ("Wat er moet gebeuren", "#d_need-stop"),
        ("Hulp", "#helper-alone"),
        ("Naam", "#identity-anonymous"),
    ] {
        assert_eq!(heading(), step);
        tab.look(&format!("easy-step-{}", &choice[1..]));
        tab.click(choice);
        tab.click(NEXT);
    }
    assert_eq!(heading(), "Klopt dit?");
    tab.look("easy-check");
}

#[test]
fn the_easy_form_works_on_a_phone_without_script() {
    walk(360, Script::Off);
}

#[test]
fn the_easy_form_works_on_a_phone_with_script() {
    walk(360, Script::On);
}

#[test]
fn the_easy_form_works_on_a_desk_without_script() {
    walk(1280, Script::Off);
}

#[test]
fn the_easy_form_works_on_a_desk_with_script() {
    walk(1280, Script::On);
}

#[test]
fn the_easy_form_works_with_a_keyboard_alone() {
    let server = TestServer::start();
    let mut tab = Tab::open(1280, Script::Off);
    for script in [Script::Off, Script::On] {
        tab.let_run(script);
        tab.go(&server.url("/"));
        tab.tab_to("main a[href='/makkelijk']");
        tab.press(Key::Enter);
        let send = ".last button[type=submit]";
        match script {
            Script::Off => {
                tab.tab_to("[name=danger]");
                tab.press(Key::Space);
                tab.tab_to("#story");
                tab.write("Iemand sloeg mij.");
                tab.tab_to("#d_need-stop");
                tab.press(Key::Space);
            }
            Script::On => {
                tab.tab_to(NEXT);
                tab.press(Key::Enter);
                tab.tab_to("#story");
                tab.write("Iemand sloeg mij.");
                while !tab.is_seen(send) {
                    tab.tab_to(NEXT);
                    tab.press(Key::Enter);
                }
            }
        }
        tab.tab_to(send);
        tab.press(Key::Enter);
        tab.until("p.code");
    }
    let reports = server.desk(0).reports();
    assert!(reports.len() == 2 && reports.iter().all(|report| report.form == FormUsed::Easy));
}
