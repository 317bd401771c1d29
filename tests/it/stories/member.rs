//! A report about somebody of the meldteam: that officer has nothing, the external one handles it.

use super::{Meldteam, Sitting, screen, told};
use crate::{desk::dutch, server::TODAY};

#[test]
fn a_report_about_a_member_of_the_meldteam() {
    let (team, tab, t) = (Meldteam::start(), screen(), dutch());
    let bram = team.bram.id().to_string();
    let (_, number) = team.report(&[
        ("story", "Bram Jansen schreeuwt tegen bewoners."),
        ("kinds", "psych"),
        ("victim", "client"),
        ("exclude", &bram),
    ]);

    let chris = Sitting::open(&tab, &team.chris, TODAY);
    let path = chris.case(&number);
    chris.go(&format!("{path}/triage"));
    chris.record("structure", &[("actor", "meldteam"), ("victim", "client")]);
    chris.says(&[&t.casework_route_external_officer()]);
    chris.record("route", &[("answer", "external_officer"), ("note", "Ik werk hier niet.")]);
    chris.record("conflict", &[("kind", "none"), ("stance", "stays")]);
    chris.go(&format!("{path}/steps"));
    assert!(chris.count("#item-report_second_officer") == 1, "the steps are open to Chris");
    chris.sync();
    drop(chris);

    let bram = Sitting::open(&tab, &team.bram, TODAY);
    bram.says(&[&t.desk_inbox_empty()]);
    bram.hides(&[&number]);
    for page in ["", "/report", "/facts", "/persons", "/decisions", "/log", "/notes"] {
        bram.go(&format!("{path}{page}"));
        bram.says(&[&t.desk_not_found()]);
        bram.hides(&[&number, "schreeuwt"]);
    }
    drop(bram);
    assert!(team.bram.done(&["inbox"]).contains(&t.desk_inbox_empty()));

    let anna = Sitting::open(&tab, &team.anna, TODAY);
    let path = anna.case(&number);
    anna.says(&["Bram Jansen"]);
    anna.go(&format!("{path}/triage"));
    anna.says(&[&t.casework_route_external_officer(), "Ik werk hier niet.", "Chris Öztürk"]);
    drop(anna);
    assert!(told(&team.anna, &number).contains(&number));
}
