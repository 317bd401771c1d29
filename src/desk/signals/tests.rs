//! Signals over sealed cases in a drawer, as a desk has them.

use super::*;
use crate::desk::{Drawer, keyring::tests_ring, sample::Sample};
use std::{fs, ops::ControlFlow};
use tempfile::TempDir;

const FILE: &str = "signals.age";

/// A drawer with these reports, numbered from 1.
fn drawer(reports: &[&[(&str, &[&str])]]) -> (TempDir, Drawer) {
    let sample = Sample::new(&["An"]);
    let folder = tempfile::tempdir().unwrap();
    let drawer = Drawer::open(folder.path()).unwrap();
    for (number, fields) in (1..).zip(reports) {
        let report = sample.report_with(number, fields);
        drawer.insert(Sample::case(number), 0, &report).unwrap();
    }
    (folder, drawer)
}

fn book(drawer: &Drawer) -> Casebook {
    let mut book = Casebook::new();
    book.refresh(drawer, &tests_ring(1)).unwrap();
    book
}

fn signals((folder, drawer): &(TempDir, Drawer)) -> Signals {
    let mut signals = Signals::default();
    let kept = signals.refresh((folder.path(), &tests_ring(1)), &book(drawer), Refreshed::Whole);
    kept.unwrap();
    signals
}

fn numbers(found: &[Found]) -> Vec<u8> {
    found.iter().map(|found| found.case.as_bytes()[0]).collect()
}

const FIRST: &[(&str, &[&str])] =
    &[("story", &["In de keuken trok Bart Janssen haar aan de arm."]), ("where", &["at:De Linde"])];
const SECOND: &[(&str, &[&str])] = &[
    ("story", &["Hij schold haar uit."]),
    ("actor", &["care"]),
    ("actor_name", &["B. Jansen, verzorgende"]),
    ("where", &["at:De Linde"]),
];
const OTHER: &[(&str, &[&str])] = &[
    ("story", &["Het geld van mevrouw Visser is weg."]),
    ("where", &["at:De Linde"]),
    ("identity", &["open"]),
    ("name", &["Wilma Jansma"]),
];

#[test]
fn a_second_report_about_the_same_person_is_like_the_first() {
    let desk = drawer(&[FIRST, SECOND, OTHER]);
    let signals = signals(&desk);
    let like = signals.like(Sample::case(2));
    assert_eq!(numbers(&like), [1], "the place alone is no signal");
    let said: Vec<_> =
        like[0].pairs.iter().map(|pair| (&*pair.found, pair.nearness, pair.says)).collect();
    assert_eq!(said[0], ("janssen", Nearness::Sound, Says::Name));
    assert!(said.contains(&("linde", Nearness::Same, Says::Place)));
    assert_eq!(numbers(&signals.like(Sample::case(1))), [2]);
    assert!(signals.like(Sample::case(3)).is_empty());
    assert!(signals.names_somebody(Sample::case(2)));
}

#[test]
fn names_places_and_words_are_found_and_near_ones_too() {
    let desk = drawer(&[FIRST, SECOND, OTHER]);
    let signals = signals(&desk);
    for (typed, found) in [
        ("Jansen", &[2, 1][..]),
        ("JANSSEN", &[1, 2]),
        ("linde visser", &[3, 1, 2]),
        ("de Linde", &[1, 2, 3]),
        ("vissers", &[3]),
        ("verzorgende", &[2]),
        ("scholt", &[2]),
        ("jansma", &[3]),
        ("mulder", &[]),
        ("de", &[]),
        ("", &[]),
    ] {
        assert_eq!(numbers(&signals.find(typed)), found, "{typed}");
    }
}

#[test]
fn what_the_reporter_adds_later_is_found() {
    let desk = drawer(&[FIRST]);
    assert!(signals(&desk).find("Kwikstaart").is_empty());
    let sample = Sample::new(&["An"]);
    let addition = sample.addition(1, "Ook mevrouw Kwikstaart zag het.");
    desk.1.insert(Sample::case(1), 1, &addition).unwrap();
    assert_eq!(numbers(&signals(&desk).find("kwikstaart")), [1]);
}

#[test]
fn a_name_that_many_cases_have_is_no_signal_by_itself() {
    let karin: &[(&str, &[&str])] = &[("story", &["Toen kwam Karin langs."])];
    let both: &[(&str, &[&str])] = &[("story", &["Toen kwam Karin Zwaluw langs."])];
    let desk = drawer(&[karin, karin, karin, karin, karin, both, both]);
    let signals = signals(&desk);
    assert!(signals.like(Sample::case(1)).is_empty());
    assert_eq!(numbers(&signals.like(Sample::case(6))), [7]);
}

#[test]
fn a_case_that_is_gone_leaves_memory_and_disk() {
    let desk = drawer(&[FIRST, OTHER]);
    let mut known = signals(&desk);
    let file = desk.0.path().join(FILE);
    let inside = |word: &str| {
        let opened = tests_ring(1).open_private(&fs::read(&file).unwrap()).unwrap();
        opened.windows(word.len()).any(|found| found == word.as_bytes())
    };
    assert!(inside("janssen") && inside("visser"));
    fs::remove_dir_all(desk.0.path().join(format!("cases/{}", Sample::case(1)))).unwrap();
    let ring = tests_ring(1);
    known.refresh((desk.0.path(), &ring), &book(&desk.1), Refreshed::Whole).unwrap();
    assert!(known.find("janssen").is_empty() && known.len() == 1);
    assert!(!inside("janssen") && inside("visser"));
}

#[test]
fn a_report_that_this_officer_may_not_read_is_not_known() {
    let sample = Sample::new(&["An", "Bo"]);
    let an = sample.ids()[0].to_string();
    let (folder, drawer) = drawer(&[FIRST]);
    let hidden = sample.report_with(2, &[("story", &["Kwikstaart."]), ("exclude", &[&an])]);
    drawer.insert(Sample::case(2), 0, &hidden).unwrap();
    let known = signals(&(folder, drawer));
    assert_eq!(known.len(), 1);
    assert!(known.find("kwikstaart").is_empty());
}

#[test]
fn a_file_that_is_damaged_or_gone_is_made_again() {
    let desk = drawer(&[FIRST, SECOND]);
    let file = desk.0.path().join(FILE);
    assert_eq!(numbers(&signals(&desk).find("janssen")), [1, 2]);
    let whole = fs::read(&file).unwrap();
    let other = tests_ring(2).seal_private(&[0; 70_000]).unwrap();
    for damaged in [None, Some(b"nonsense".to_vec()), Some(whole[..500].to_vec()), Some(other)] {
        match damaged {
            Some(bytes) => fs::write(&file, bytes).unwrap(),
            None => fs::remove_file(&file).unwrap(),
        }
        assert_eq!(numbers(&signals(&desk).find("janssen")), [1, 2]);
        assert!(tests_ring(1).open_private(&fs::read(&file).unwrap()).is_ok());
    }
}

#[test]
fn a_file_that_is_right_is_left_alone() {
    let desk = drawer(&[FIRST, SECOND]);
    signals(&desk);
    let file = desk.0.path().join(FILE);
    let whole = fs::read(&file).unwrap();
    assert_eq!(numbers(&signals(&desk).find("janssen")), [1, 2]);
    assert!(fs::read(&file).unwrap() == whole, "sealing again would change every byte");
}

#[test]
fn a_book_that_is_not_whole_takes_nothing_away() {
    let desk = drawer(&[FIRST; 20]);
    signals(&desk);
    let mut part = Casebook::new();
    let stop = |_, _| ControlFlow::Break(());
    let came = part.refresh_watched(&desk.1, &tests_ring(1), &stop).unwrap();
    assert!(came == Refreshed::Stopped && part.len() < 20);
    let mut known = Signals::default();
    known.refresh((desk.0.path(), &tests_ring(1)), &part, came).unwrap();
    assert_eq!(known.len(), 20);
}
