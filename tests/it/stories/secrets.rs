//! What must stay where it is: the names of the key table, and private notes.

use super::{Meldteam, Sitting, screen};
use crate::{desk::dutch, server::TODAY};
use std::{fs, path::Path};

const NAME: &str = "Zwaantje Qrst";
const NOTE: &str = "werkaantekening-merkwoord-xq";

/// Every page of a case but the key table, and the lists.
const PAGES: [&str; 8] =
    ["", "/report", "/triage", "/steps", "/facts", "/decisions", "/assessment", "/log"];

#[test]
fn a_name_of_the_key_table_is_on_no_other_page_and_on_no_print() {
    let (team, mut tab, t) = (Meldteam::start(), screen(), dutch());
    let (_, number) = team.report(&[("story", "Iets.")]);
    let path = {
        let anna = Sitting::open(&tab, &team.anna, TODAY);
        let path = anna.case(&number);
        anna.go(&format!("{path}/persons"));
        anna.hides(&[NAME, "id=\"person\""]);
        anna.record("open-keys", &[]);
        let person = [("role", "witness"), ("name", NAME), ("contact", "06-98765432")];
        anna.record("person", &person);
        anna.says(&[NAME, "06-98765432"]);
        for page in PAGES.iter().map(|page| format!("{path}{page}")) {
            anna.go(&page);
            anna.says(&[&number]);
            anna.hides(&[NAME, "06-98765432"]);
        }
        for page in ["/", "/cases?show=all"] {
            anna.go(page);
            anna.hides(&[NAME]);
        }
        anna.go(&format!("{path}/log"));
        anna.says(&[&t.casework_audited_key_table(), "Getuige 1"]);
        anna.sync();
        path
    };
    tab.emulate("print", ("prefers-color-scheme", "light"));
    {
        let bram = Sitting::open(&tab, &team.bram, TODAY);
        bram.go(&format!("{path}/persons"));
        bram.hides(&[NAME]);
        bram.send("open-keys", &[], "button");
        assert!(tab.evaluate("document.documentElement.outerHTML").contains(NAME));
        assert!(!tab.text().contains(NAME) && tab.text().contains(&t.desk_keys_no_print()));
    }
    for command in [vec!["inbox"], vec!["case", &number], vec!["show", &number], vec!["today"]] {
        assert!(!team.anna.done(&command).contains(NAME), "{command:?}");
    }
}

#[test]
fn private_notes_leave_by_no_route() {
    let (team, tab, t) = (Meldteam::start(), screen(), dutch());
    let (code, number) = team.report(&[("story", "Iets.")]);
    let path = {
        let anna = Sitting::open(&tab, &team.anna, TODAY);
        let path = anna.case(&number);
        anna.go(&format!("{path}/notes"));
        anna.record("notes", &[("text", NOTE)]);
        assert_eq!(tab.property("#notes-text", "value"), NOTE);
        anna.says(&[&t.desk_notes_kept()]);
        tab.show_in_handbook("eigen-notities", "body");
        for page in PAGES {
            anna.go(&format!("{path}{page}"));
            anna.hides(&[NOTE]);
        }
        anna.go(&format!("{path}/report"));
        anna.record("message", &[]);
        anna.sync();
        path
    };
    assert!(!team.server.reporter().thread(&code).body.contains(NOTE));
    let bram = Sitting::open(&tab, &team.bram, TODAY);
    for page in PAGES.iter().chain(&["/notes"]) {
        bram.go(&format!("{path}{page}"));
        bram.hides(&[NOTE]);
    }
    drop(bram);
    // Sealed where they lie, and nowhere else: nothing of them waits to be sent or was sent.
    let private = team.anna.folder.path().join("notes");
    let sealed: Vec<_> = fs::read_dir(&private).unwrap().map(|it| it.unwrap().path()).collect();
    assert_eq!(sealed.len(), 1);
    let sealed = fs::read(&sealed[0]).unwrap();
    assert!(sealed.starts_with(b"age-encryption.org/v1"));
    let everywhere = [team.anna.folder.path(), team.bram.folder.path(), team.server.folder.path()];
    for file in everywhere.iter().flat_map(|folder| files(folder)) {
        let bytes = fs::read(&file).unwrap();
        assert!(!holds(&bytes, NOTE.as_bytes()), "{}", file.display());
        let is_copy = !file.starts_with(&private) && holds(&bytes, &sealed[..64]);
        assert!(!is_copy, "{}", file.display());
    }
    // And the page has them again.
    let anna = Sitting::open(&tab, &team.anna, TODAY);
    anna.go(&format!("{path}/notes"));
    assert_eq!(tab.property("#notes-text", "value"), NOTE);
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}
