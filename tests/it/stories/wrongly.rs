//! An employee who did not do it: rehabilitation belongs to the end of the case.

use super::{Meldteam, Sitting, screen, told};
use crate::{desk::dutch, server::TODAY};

#[test]
fn a_wrongly_accused_employee() {
    let (team, tab, t) = (Meldteam::start(), screen(), dutch());
    let (_, number) = team.report(&[
        ("story", "Hij zou geld hebben gepakt."),
        ("kinds", "money"),
        ("victim", "client"),
        ("actor", "care"),
    ]);
    let anna = Sitting::open(&tab, &team.anna, TODAY);
    let path = anna.case(&number);
    anna.go(&format!("{path}/triage"));
    anna.record("safe", &[("answer", "yes")]);
    anna.record("punishable", &[("answer", "no")]);
    anna.go(&format!("{path}/steps"));
    assert_eq!(anna.count("#item-aftercare_rehabilitation"), 0);
    anna.go(&format!("{path}/decisions"));
    let decided = [
        ("criteria", "igj_none"),
        ("outcome", "no"),
        ("reasons", "Het geld lag in de kluis."),
        ("decided_by_name", "De bestuurder"),
    ];
    anna.record("igj", &decided);

    anna.go(&format!("{path}/assessment"));
    anna.record("outcome", &[("outcome", "onterecht_aangewezen")]);
    let assessed = [
        ("nature", "none"),
        ("seriousness", "1"),
        ("risk", "low"),
        ("why", "Niemand heeft iets gepakt."),
        ("investigator_name", "J. Smit"),
        ("assessor_name", "j smit"),
    ];
    let fault = anna.refused("assessment", &assessed, "assessor");
    assert_eq!(fault, t.desk_fault_same_person());
    tab.show_in_handbook("beoordeling", "#assess-title");
    anna.record("assessment", &[("assessor_name", "De gedragsdeskundige")]);
    let cared = [("owner", "Teamleider"), ("first_care", "Gesprek over eerherstel.")];
    anna.record("aftercare-wrongly_accused", &cared);
    assert_eq!(anna.count("#close"), 0, "a word to the reporter and deadlines are still open");
    anna.says(&[&t.casework_open_word(), &t.desk_close_not_yet()]);
    tab.show_in_handbook("houdt-open", "#closing");

    anna.go(&format!("{path}/report"));
    let word = "Wij hebben gesproken met de mensen om wie het gaat. Er is niets gepakt.";
    anna.record("message", &[("text", word), ("word", "feedback")]);
    settle_deadlines(&anna, &path);
    anna.go(&format!("{path}/assessment"));
    let closing = [("outcome", "onterecht_aangewezen"), ("reason", "Het geld is terecht.")];
    assert_eq!(anna.refused("close", &closing, "outcome"), t.desk_fault_rehabilitation());
    anna.go(&format!("{path}/steps?open=aftercare"));
    let note = [("note", "Afgesproken wat het team hoort.")];
    anna.send("item-aftercare_rehabilitation", &note, "button[value=done]");
    anna.go(&format!("{path}/assessment"));
    anna.record("close", &closing);
    assert_eq!((anna.count("#close"), anna.count("#reopen")), (0, 1));
    anna.sync();
    drop(anna);

    let bram = Sitting::open(&tab, &team.bram, TODAY);
    let path = bram.case(&number);
    bram.says(&[&t.desk_mark_closed(), &t.desk_keeps_open_nothing()]);
    bram.go(&format!("{path}/assessment"));
    bram.says(&["Het geld is terecht.", "Gesprek over eerherstel.", "De gedragsdeskundige"]);
    bram.record("reopen", &[("why", "Er kwam iets nieuws bij.")]);
    assert_eq!(bram.count("#reopen"), 0);
    drop(bram);
    assert!(told(&team.bram, &number).contains(&number));
}

fn settle_deadlines(anna: &Sitting, path: &str) {
    anna.go(path);
    while anna.count("form[id^=deadline-]") > 0 {
        let form = anna.tab.property("form[id^=deadline-]", "id");
        anna.record(&form, &[]);
    }
}
