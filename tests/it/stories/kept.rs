//! A case is closed, held, released and destroyed, at the server and on two desks.

use super::{Meldteam, Sitting, screen};
use crate::{desk::dutch, process::files_in, server::TODAY};
use std::{
    fs, thread,
    time::{Duration, Instant},
};

#[test]
fn a_case_is_closed_held_released_and_destroyed() {
    let (mut team, tab, t) = (Meldteam::start(), screen(), dutch());
    let (code, number) = team.report(&[
        ("story", "Hij schreeuwde."),
        ("kinds", "psych"),
        ("victim", "client"),
        ("actor", "care"),
    ]);
    let anna = Sitting::open(&tab, &team.anna, TODAY);
    let path = close(&anna, &number);
    anna.says(&["23 november 2027", &t.desk_keep_title()]);
    assert_eq!(anna.count("#keep-destroy"), 1);
    let reason = "Er loopt een rechtszaak.";
    anna.record("keep-hold", &[("reason", reason)]);
    anna.says(&[reason]);
    assert_eq!((anna.count("#keep-destroy"), anna.count("#keep-lift")), (0, 1));
    anna.sync();
    drop(anna);
    let bram = Sitting::open(&tab, &team.bram, TODAY);
    bram.go("/retention");
    bram.says(&[&number, &t.desk_keep_held_mark(), reason]);
    drop(bram);

    // Long after its day it is there still.
    team.server.on("2028-11-23");
    assert_eq!(team.server.reporter().thread(&code).status, 200);
    let anna = Sitting::open(&tab, &team.anna, "2028-11-23");
    anna.go(&format!("{path}/assessment"));
    anna.record("keep-lift", &[("on", "2028-11-25")]);
    anna.sync();
    anna.says(&[&t.desk_keep_soon_title()]);
    drop(anna);
    let told = team.bram.done(&["retention"]);
    assert!(told.contains(&number), "{told}");

    let anna = Sitting::open(&tab, &team.anna, "2028-11-23");
    anna.go(&format!("{path}/notes"));
    anna.record("notes", &[("text", "Alleen voor mij.")]);
    anna.go(&format!("{path}/assessment"));
    let fault = anna.refused("keep-destroy", &[("number", "M-0000")], "number");
    assert_eq!(fault, t.desk_keep_fault_number());
    anna.send("keep-destroy", &[("number", &number.to_lowercase())], ".buttons button");
    anna.says(&[&crate::desk::plain(&t.desk_keep_done(&number))]);
    drop(anna);
    assert_eq!(team.server.reporter().thread(&code).status, 422);
    let id = path.trim_start_matches("/cases/").to_owned();
    let nowhere = |folder: &std::path::Path| assert_nowhere(folder, &id);
    nowhere(team.anna.folder.path());
    assert!(!team.anna.folder.path().join("cases").join(&id).exists());

    // The other desk lets go of it with its next round, because a colleague's word is there.
    assert!(team.bram.folder.path().join("cases").join(&id).exists());
    let bram = Sitting::open(&tab, &team.bram, "2028-11-24");
    bram.says(&[&number]);
    bram.go("/cases?show=all");
    bram.hides(&[&number]);
    drop(bram);
    nowhere(team.bram.folder.path());
    team.server.on("2028-11-24");
    let last = Instant::now() + Duration::from_secs(60);
    while holds(&team.server.data(), &id) {
        assert!(Instant::now() < last, "the server's night comes");
        thread::yield_now();
    }
}

fn close(anna: &Sitting, number: &str) -> String {
    let path = anna.case(number);
    anna.go(&format!("{path}/triage"));
    anna.record("safe", &[("answer", "yes")]);
    anna.record("punishable", &[("answer", "no")]);
    anna.go(&format!("{path}/decisions"));
    let decided = [
        ("criteria", "igj_none"),
        ("outcome", "no"),
        ("reasons", "Geen geweld."),
        ("decided_by_name", "De bestuurder"),
    ];
    anna.record("igj", &decided);
    anna.go(&format!("{path}/assessment"));
    let assessed = [
        ("nature", "none"),
        ("seriousness", "1"),
        ("risk", "low"),
        ("why", "Het was een misverstand."),
        ("investigator_name", "J. Smit"),
        ("assessor_name", "De gedragsdeskundige"),
    ];
    anna.record("assessment", &assessed);
    anna.go(&format!("{path}/report"));
    anna.record("message", &[("text", "Wij hebben gesproken."), ("word", "feedback")]);
    anna.go(&path);
    while anna.count("form[id^=deadline-]") > 0 {
        let form = anna.tab.property("form[id^=deadline-]", "id");
        anna.record(&form, &[]);
    }
    anna.go(&format!("{path}/assessment"));
    anna.record("close", &[("outcome", "niet_vastgesteld"), ("reason", "Opgelost.")]);
    path
}

fn holds(folder: &std::path::Path, id: &str) -> bool {
    let bytes: Vec<u8> =
        (0..32).step_by(2).map(|at| u8::from_str_radix(&id[at..at + 2], 16).unwrap()).collect();
    files_in(folder).iter().any(|file| {
        let content = fs::read(file).unwrap_or_default();
        let named = file.to_string_lossy().contains(id);
        named
            || content.windows(16).any(|part| part == bytes)
            || content.windows(32).any(|part| part == id.as_bytes())
    })
}

fn assert_nowhere(folder: &std::path::Path, id: &str) {
    assert!(!holds(folder, id), "{}", folder.display());
}
