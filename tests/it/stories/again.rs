//! A second report about the same person shows at triage, and the search finds both; an officer who
//! was excluded sees nothing of it, and a locked desk holds no readable name.

use super::{Meldteam, Sitting, screen, shown};
use crate::{
    desk::{Officer, dutch},
    process::files_in,
    search::{Group, Search},
    server::TODAY,
};
use std::fs;

/// Stands in no other text of the test, and sounds like its other spelling.
const NAME: &str = "Kwikstaardt";
const SPELLED: &str = "Kwickstaart";

fn search(at: &Sitting, words: &str) {
    at.go("/search");
    at.send("search", &[("words", words)], "button");
    at.tab.until("#main");
}

/// Fails when a name lies readable on this officer's disk.
fn expect_nothing_readable(officer: &Officer) {
    let mut names = Search::default();
    [NAME, SPELLED, "kwikstaart"].iter().for_each(|name| names.add(Group::Typed, name));
    let files = files_in(officer.folder.path());
    assert!(files.iter().any(|file| file.ends_with("signals.age")));
    for file in files {
        assert_eq!(names.find(&fs::read(&file).unwrap()), [].into(), "{}", file.display());
    }
}

#[test]
fn a_second_report_about_the_same_person_shows_at_triage() {
    let (team, tab, t) = (Meldteam::start(), screen(), dutch());
    let named = |story: &str, name: &str| {
        team.report(&[("story", story), ("actor", "care"), ("actor_name", name)]).1
    };
    let first = named("Hij trok haar aan haar arm.", &format!("Bart {NAME}"));
    let second = named("Hij schold haar uit.", &format!("b. {SPELLED}, verzorgende"));
    let anna_id = team.anna.id().to_string();
    let story = format!("Anna weet dat {NAME} dit deed.");
    let (_, hidden) = team.report(&[("story", story.as_str()), ("exclude", anna_id.as_str())]);

    let anna = Sitting::open(&tab, &team.anna, TODAY);
    let path = anna.case(&second);
    anna.go(&format!("{path}/triage"));
    let section = "section[aria-labelledby=signals-title]";
    assert_eq!(tab.text_of(&format!("{section} .cases h3 a")), first);
    anna.hides(&[&hidden]);
    tab.click(&format!("{section} details summary"));
    anna.says(&[&shown(t.desk_signal_sound(NAME, SPELLED, t.desk_signal_name()))]);
    tab.look("desk-signals");
    tab.show_in_handbook("eerdere-signalen", section);
    search(&anna, &NAME.to_uppercase());
    anna.says(&[&shown(t.desk_search_found(2)), &first, &second]);
    tab.look("desk-search");
    assert!(!tab.evaluate("location.href").contains(NAME), "no name stands in an address");
    search(&anna, "Zilverreiger");
    anna.says(&[&t.desk_search_nothing()]);
    drop(anna);
    expect_nothing_readable(&team.anna);

    // The same from the command line, also when what lay on disk is damaged or gone.
    let file = team.anna.folder.path().join("signals.age");
    let said = team.anna.done(&["search", NAME]);
    assert!(said.contains(&first) && said.contains(&second) && !said.contains(&hidden), "{said}");
    fs::write(&file, "onzin").unwrap();
    assert_eq!(team.anna.done(&["search", NAME]), said);
    fs::remove_file(&file).unwrap();
    assert_eq!(team.anna.done(&["search", NAME]), said);
    let none = team.anna.done(&["search", "Zilverreiger"]);
    assert_eq!(none.trim_end(), t.desk_search_nothing());

    // Who may read all three sees all three.
    let bram = Sitting::open(&tab, &team.bram, TODAY);
    let path = bram.case(&hidden);
    bram.go(&format!("{path}/triage"));
    assert_eq!(bram.count(&format!("{section} .cases > li")), 2);
    bram.says(&[&first, &second]);
}
