//! Sexual conduct by a carer: the police first, then the inspectorate.

use super::{Meldteam, Sitting, screen, shown, told};
use crate::desk::dutch;

#[test]
fn a_sexual_behaviour_report_reaches_igj_within_three_working_days() {
    let (mut team, tab, t) = (Meldteam::start(), screen(), dutch());
    let story = "Hij stuurde haar berichten over seks. Zij was bang voor de nachtdienst.";
    let (code, number) = team.report(&[
        ("story", story),
        ("kinds", "sexual"),
        ("role", "employee"),
        ("victim", "client"),
        ("actor", "care"),
    ]);

    let anna = Sitting::open(&tab, &team.anna, "2026-11-23");
    anna.says(&[&number, &t.desk_mark_new()]);
    tab.show_in_handbook("vandaag", "body");
    let path = anna.case(&number);
    tab.show_in_handbook("overzicht", "body");
    anna.go(&format!("{path}/report"));
    tab.show_in_handbook("bericht", "#answer");
    anna.record("message", &[]);
    assert!(team.server.reporter().thread(&code).body.contains("Anna de Vries"));

    anna.go(&format!("{path}/triage"));
    anna.record("safe", &[("answer", "yes"), ("note", "De betrokken medewerker werkt niet.")]);
    anna.record("punishable", &[("answer", "doubt")]);
    tab.show_in_handbook("triage", "body");
    anna.go(&format!("{path}/steps"));
    assert!(anna.count(".items .shut") > 0, "the interviews wait for the police");
    anna.says(&[&t.casework_gate_reason()]);
    tab.show_in_handbook("stappen", "body");
    anna.go(&format!("{path}/triage"));
    let agreed = "De politie spreekt eerst met de cliënt. Wij wachten tot woensdag.";
    anna.record("police", &[("with", "Contactpersoon zeden"), ("agreements", agreed)]);
    anna.go(&format!("{path}/steps"));
    assert_eq!(anna.count(".items .shut"), 0, "the consultation is recorded");

    record_facts(&anna, &path);
    anna.go(&format!("{path}/decisions"));
    let typed =
        [("criteria", "igj_boundary"), ("outcome", "yes"), ("decided_by_name", "De bestuurder")];
    assert_eq!(anna.refused("igj", &typed, "reasons"), t.desk_fault_text());
    assert_eq!(tab.property("#igj-decided_by_name", "value"), "De bestuurder");
    anna.record("igj", &[("reasons", "Berichten over seks van een zorgverlener.")]);
    let until = shown(t.desk_igj_until("26 november 2026"));
    anna.says(&[&until]);
    tab.show_in_handbook("besluiten", "#igj-title");
    anna.sync();
    drop(anna);

    team.server.on("2026-11-25");
    let anna = Sitting::open(&tab, &team.anna, "2026-11-25");
    anna.says(&[&t.casework_deadline_igj_report(), "26 november 2026"]);
    anna.go(&path);
    anna.record("deadline-igj_report", &[("change", "done"), ("on", "2026-11-25")]);
    anna.sync();
    drop(anna);

    let bram = Sitting::open(&tab, &team.bram, "2026-11-25");
    let path = bram.case(&number);
    bram.go(&format!("{path}/decisions"));
    let reported = shown(t.desk_igj_reported("25 november 2026"));
    bram.says(&[&reported, "Berichten over seks van een zorgverlener.", "De bestuurder"]);
    bram.go(&format!("{path}/log"));
    bram.says(&[&t.desk_log_sound(), &t.casework_event_decided(), "Anna de Vries"]);
    tab.show_in_handbook("logboek", "body");
    let told = told(&team.bram, &number);
    assert!(told.contains(&number) && !told.contains(&t.casework_deadline_igj_report()), "{told}");
}

/// Two facts, the later one first: the table has them in the order in which they happened.
fn record_facts(anna: &Sitting, path: &str) {
    anna.go(&format!("{path}/facts"));
    anna.record(
        "fact",
        &[
            ("day", "2026-11-22"),
            ("when", "21.30 uur"),
            ("who", "witness-1"),
            ("about", "accused-1"),
            ("about", "client-1"),
            ("words", "Zij liet de berichten zien. Zij zei: “Ik wil niet dat hij komt.”"),
            ("source", "literal"),
        ],
    );
    anna.record(
        "fact",
        &[
            ("day", "2026-11-20"),
            ("who", "reporter-1"),
            ("about", "client-1"),
            ("words", "De cliënt deed de deur op slot toen de avonddienst begon."),
            ("source", "observed"),
            ("interpretation", "Misschien was zij bang."),
        ],
    );
    let rows = "[...document.querySelectorAll('.table tbody tr')].map(r => r.cells[0].innerText).join('|')";
    assert_eq!(anna.tab.evaluate(rows), "20 november 2026|22 november 2026 21.30 uur");
    anna.says(&["Cliënt A", "Medewerker 1", "Getuige 1", "Melder"]);
    anna.tab.show_in_handbook("feiten", "body");
}
