//! A reporter who stays anonymous, is asked something, and answers a week later.

use super::{Meldteam, Sitting, screen, told};
use crate::{desk::dutch, html::Html, server::TODAY};

#[test]
fn an_anonymous_reporter_answers_a_question_after_a_week() {
    let (mut team, tab, t) = (Meldteam::start(), screen(), dutch());
    let (code, number) =
        team.report(&[("story", "Er klopt iets niet."), ("identity", "anonymous")]);

    let anna = Sitting::open(&tab, &team.anna, TODAY);
    let path = anna.case(&number);
    anna.go(&format!("{path}/report"));
    let question = "Wat zag u precies? Wat hoorde u letterlijk?";
    let asked = [("text", question), ("word", "question"), ("status", "clarify")];
    anna.record("message", &asked);
    anna.go(&path);
    let what = "Kijken of de melder heeft geantwoord";
    anna.record("next", &[("on", "2026-11-30"), ("what", what), ("lies_with", "reporter")]);
    anna.sync();
    drop(anna);

    team.server.on("2026-11-30");
    let reporter = team.server.reporter();
    let thread = reporter.thread(&code);
    assert!(thread.body.contains(question));
    let page = Html::parse(&thread.body);
    let action = page.one("form[action$='/bericht']").attr("action").unwrap().to_owned();
    let fields = page.form(&action);
    let answer = "Zij zei: niet aan mama vertellen.";
    let mut fields: Vec<_> = fields.iter().map(|(name, it)| (name.as_str(), it.as_str())).collect();
    fields.push(("message", answer));
    assert_eq!(reporter.post(&action, &fields).status, 200);

    let bram = Sitting::open(&tab, &team.bram, "2026-11-30");
    bram.says(&[&number, &t.casework_deadline_next_action()]);
    let path = bram.case(&number);
    bram.says(&[&t.desk_warning_answer(), what]);
    bram.go(&format!("{path}/report"));
    bram.says(&[question, answer]);
    bram.go(&format!("{path}/facts"));
    let fact =
        [("when", "in november"), ("who", "reporter-1"), ("words", answer), ("source", "hearsay")];
    bram.record("fact", &fact);
    bram.sync();
    drop(bram);

    let anna = Sitting::open(&tab, &team.anna, "2026-11-30");
    anna.go(&format!("{path}/facts"));
    anna.says(&[answer, "in november", &t.casework_source_hearsay(), "Bram Jansen"]);
    anna.go(&format!("{path}/log"));
    anna.says(&[&t.desk_log_sound(), &t.casework_event_message_sent()]);
    drop(anna);
    let next = format!("{}: 30 november 2026", t.casework_deadline_next_action());
    assert!(told(&team.anna, &number).contains(&next));
}
