//! The pages of facts, persons, decisions, assessment, log and notes: at both widths, with texts that
//! try to break them, and by keyboard alone.

use super::{Meldteam, Sitting, shown};
use crate::{
    browser::{Key, Script, Tab},
    desk::dutch,
    server::TODAY,
};

/// Markup, a word without end, and marks that turn the direction of text round.
const HOSTILE: &str = "<b onclick='x'>vet</b> \u{202e}murd & \"aan\" ";

fn hostile() -> String {
    format!("{HOSTILE}{}", "lang".repeat(60))
}

#[test]
fn every_record_page_fits_and_is_accessible_and_escapes_what_was_typed() {
    let team = Meldteam::start();
    let text = hostile();
    let (_, number) = team.report(&[("story", &text), ("victim", "client")]);
    let mut tab = Tab::open(1280, Script::On);
    let path = {
        let anna = Sitting::open(&tab, &team.anna, TODAY);
        let path = anna.case(&number);
        fill(&anna, &path, &text);
        path
    };
    for (width, name) in [(1280, "1280"), (1920, "1920"), (360, "360")] {
        tab.resize(width, 1.0);
        let anna = Sitting::open(&tab, &team.anna, TODAY);
        for page in [
            "facts",
            "persons",
            "decisions",
            "assessment",
            "documents",
            "documents/facts",
            "documents/client_file",
            "log",
            "notes",
        ] {
            anna.go(&format!("{path}/{page}"));
            anna.tab
                .evaluate("document.querySelectorAll('details').forEach(d => d.open = true); ''");
            anna.tab.look(&format!("record-{}-{name}", page.replace('/', "-")));
            assert_eq!(anna.count("main b, [onclick]"), 0, "{page}");
            assert_eq!(anna.count("nav [aria-current=page]"), usize::from(page != "persons"));
        }
    }
}

/// One of everything, then an empty form that comes back with its faults.
fn fill(anna: &Sitting, path: &str, text: &str) {
    anna.go(&format!("{path}/facts"));
    let fact = [
        ("day", "2026-11-20"),
        ("when", text),
        ("who", "client-1"),
        ("about", "accused-1"),
        ("words", text),
        ("source", "observed"),
        ("interpretation", text),
    ];
    anna.record("fact", &fact);
    let correct = anna.tab.evaluate("document.querySelector('.act a').getAttribute('href')");
    anna.go(&correct);
    let form = anna.tab.property("form[id^=correct-]", "id");
    anna.record(&form, &[("why", text), ("words", "Verbeterd.")]);
    assert!(anna.count(".struck s") > 0, "the old line stays in sight");
    anna.refused("fact", &[("interpretation", text)], "words");
    anna.record("open-keys", &[]);
    let person = [("name", text), ("function", text), ("contact", text)];
    anna.record("person-client-1", &person);
    anna.go(&format!("{path}/decisions"));
    let decided = [
        ("criteria", "measure_warning"),
        ("outcome", "yes"),
        ("reasons", text),
        ("decided_by_name", text),
        ("consulted", text),
    ];
    anna.record("measure", &decided);
    let register = [("criteria", "measure_register_police"), ("outcome", "yes")];
    let fault = anna.refused("measure", &register, "criteria");
    assert_eq!(fault, dutch().desk_fault_register());
    anna.go(&format!("{path}/assessment"));
    let cared = [("owner", text), ("first_care", text), ("expert_help", text)];
    anna.record("aftercare-client", &cared);
    anna.record("causes", &[("person", text), ("method", "prisma")]);
    anna.refused("assessment", &[("why", text)], "nature");
    anna.go(&format!("{path}/notes"));
    anna.record("notes", &[("text", text)]);
}

#[test]
fn a_fact_is_recorded_with_the_keyboard_alone() {
    let (team, tab) = (Meldteam::start(), Tab::open(1280, Script::Off));
    let (_, number) = team.report(&[("story", "Iets.")]);
    let anna = Sitting::open(&tab, &team.anna, TODAY);
    let path = anna.case(&number);
    anna.go(&format!("{path}/facts"));
    tab.tab_to("#fact-when");
    tab.write("gisteren");
    tab.tab_to("#fact-words");
    tab.write("Zij riep.");
    tab.tab_to("#fact-source-0");
    tab.press(Key::Space);
    tab.tab_to("#fact .buttons button");
    tab.press(Key::Enter);
    tab.until(".table tbody tr");
    anna.says(&["gisteren", "Zij riep.", &dutch().casework_source_observed()]);
}

#[test]
fn a_real_name_is_pointed_out_and_replaced_or_kept_on_purpose() {
    let (team, tab, t) = (Meldteam::start(), super::screen(), dutch());
    let (_, number) = team.report(&[("story", "Iets.")]);
    let anna = Sitting::open(&tab, &team.anna, TODAY);
    let path = anna.case(&number);
    anna.go(&format!("{path}/persons"));
    anna.record("open-keys", &[]);
    anna.record("person", &[("role", "client"), ("name", "Greetje Zandstra")]);
    tab.show_in_handbook("sleuteltabel", "body");
    anna.go(&format!("{path}/facts"));
    let fact = [("when", "gisteren"), ("words", "Greetje riep."), ("source", "observed")];
    let fault = anna.refused("fact", &fact, "words");
    assert_eq!(fault, shown(t.desk_fault_names("Cliënt A")));
    tab.show_in_handbook("naam", "#add-title");
    anna.send("fact", &[], "button[name=replace]");
    assert_eq!(tab.property("#fact-words", "value"), "Cliënt A riep.");
    anna.record("fact", &[]);
    anna.says(&["Cliënt A riep."]);
    anna.refused("fact", &fact, "words");
    anna.send("fact", &[], "button[name=anyway]");
    anna.says(&["Greetje riep."]);
}
