//! A colleague reports discrimination on two grounds; two officers choose another route.

use super::{Meldteam, Sitting, screen, told};
use crate::{desk::dutch, server::TODAY};

#[test]
fn a_discrimination_report_by_a_colleague_with_two_grounds() {
    let (team, tab, t) = (Meldteam::start(), screen(), dutch());
    let (_, number) = team.report(&[
        ("story", "Grappen over haar hoofddoek en haar land."),
        ("kinds", "discrimination"),
        ("grounds", "origin"),
        ("grounds", "religion"),
        ("role", "employee"),
        ("victim", "colleague"),
        ("actor", "care"),
    ]);
    let anna = Sitting::open(&tab, &team.anna, TODAY);
    let path = anna.case(&number);
    anna.go(&format!("{path}/triage"));
    assert_eq!(anna.count("#structure input[name=grounds]:checked"), 2);
    for ground in ["origin", "religion"] {
        let ticked = format!("#structure input[name=grounds][value={ground}]:checked");
        assert_eq!(anna.count(&ticked), 1, "{ground} is filled in from the report");
    }
    anna.record("route", &[("answer", "conduct_code"), ("note", "Anna kiest dit.")]);
    anna.go(&format!("{path}/steps"));
    assert!(anna.count("[id^=item-discrimination_]") > 0, "the branch has items of its own");
    drop(anna);

    let bram = Sitting::open(&tab, &team.bram, TODAY);
    let path = bram.case(&number);
    bram.go(&format!("{path}/triage"));
    bram.hides(&["Anna kiest dit."]);
    bram.record("route", &[("answer", "arbo"), ("note", "Bram kiest dat.")]);
    bram.sync();
    drop(bram);

    let anna = Sitting::open(&tab, &team.anna, TODAY);
    anna.go(&path);
    anna.says(&["Anna kiest dit.", "Bram kiest dat.", &t.desk_differences()]);
    tab.show_in_handbook("verschil", "#differences");
    let form = tab.property("form[id^=settle-]", "id");
    let ours = "[...document.querySelectorAll('form[id^=settle-] label')]\
                .find(l => l.textContent.includes('Anna kiest dit.')).querySelector('input').value";
    let ours = tab.evaluate(ours);
    anna.record(&form, &[("side", &ours)]);
    assert_eq!(anna.count("form[id^=settle-]"), 0);
    anna.sync();
    drop(anna);

    let bram = Sitting::open(&tab, &team.bram, TODAY);
    bram.go(&path);
    bram.says(&[&t.casework_route_conduct_code()]);
    assert_eq!(bram.count("form[id^=settle-]"), 0);
    bram.go(&format!("{path}/log"));
    bram.says(&["Bram kiest dat.", &t.desk_log_concurrent(), &t.desk_log_sound()]);
    drop(bram);
    assert!(told(&team.bram, &number).contains(&number));
}
