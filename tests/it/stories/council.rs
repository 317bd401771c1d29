//! A client council that asks for its overview.

use super::{Meldteam, Sitting, screen, shown};
use crate::{desk::dutch, html::Html};
use std::fs;

/// The summer in which they reported, and the autumn in which the council asks.
const SUMMER: &str = "2026-08-03";
const AUTUMN: &str = "2026-10-06";

#[test]
fn a_client_council_gets_its_overview_and_nobody_is_recognised_in_it() {
    let (mut team, tab, t) = (Meldteam::start(), screen(), dutch());
    team.server.on(SUMMER);
    // Eight about care; two of them about money, and one names a place that nobody else does.
    for number in 0..8 {
        let kind = if number < 2 { "money" } else { "neglect" };
        let role = if number < 6 { "client" } else { "employee" };
        let story = format!("VERHAALWOORD{number} van Wilhelmina Marker");
        team.report(&[
            ("story", &story),
            ("kinds", kind),
            ("role", role),
            ("victim", "client"),
            ("actor", "care"),
            ("actor_name", "Wilhelmina Marker"),
            ("identity", "anonymous"),
        ]);
    }
    team.server.on(AUTUMN);
    let anna = Sitting::open(&tab, &team.anna, AUTUMN);
    let asked = "/monitoring?period=2026-Q3&for=client-council";
    anna.go(asked);
    anna.says(&[
        &shown(t.desk_monitor_sheet_title("3e kwartaal 2026")),
        &t.desk_monitor_received(),
    ]);
    anna.hides(&["VERHAALWOORD", "Wilhelmina"]);
    tab.look("the figures for the client council");
    let row = |part: &str, place: usize, cell: &str| {
        tab.text_of(&format!(
            "section[aria-labelledby=part-{part}] tbody tr:nth-child({place}) {cell}"
        ))
    };
    assert_eq!(row("received", 1, "td"), "8");
    assert_eq!(anna.count("section[aria-labelledby=part-police]"), 0, "that is the board's");
    // Two about money are too few, and so are the six who did not: a dash.
    assert_eq!(row("kinds", 5, "th"), t.q_kinds_money());
    assert_eq!(row("kinds", 5, "td"), "–");
    assert_eq!(row("kinds", 1, "td"), "–", "six of eight leaves two");
    assert_eq!(row("actor", 1, "td"), "8");
    drop(anna);

    // The file, with the built program; a second one says the same, also when somebody comes later.
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let made = |period: &str, format: &str, name: &str| {
        let to = file(name);
        let arguments = [
            "monitor",
            "--period",
            period,
            "--for",
            "client-council",
            "--format",
            format,
            "--to",
            &to,
        ];
        team.anna.done(&arguments);
        fs::read_to_string(&to).unwrap()
    };
    let csv = made("2026-Q3", "csv", "one.csv");
    assert!(csv.contains(";received/all;") && csv.contains(";2026-Q3;8;"), "{csv}");
    for words in ["VERHAALWOORD", "Wilhelmina", "M-"] {
        assert!(!csv.contains(words), "{words}: {csv}");
    }
    let page = Html::parse(&made("2026-Q3", "html", "one.html"));
    assert!(page.text("main").contains(&t.desk_monitor_not_known()));
    assert_eq!(page.one("html").attr("lang"), Some("nl"));
    team.anna.stops(
        &["monitor", "--period", "2026-Q3", "--to", &file("one.csv")],
        &t.desk_file_exists(file("one.csv")),
    );
    // Somebody whose report reaches this desk when the quarter was counted is not told apart.
    team.server.on("2026-09-30");
    team.report(&[("story", "Te laat"), ("kinds", "money"), ("role", "volunteer")]);
    team.server.on(AUTUMN);
    let anna = Sitting::open(&tab, &team.anna, AUTUMN);
    anna.go(asked);
    let made_before = shown(t.desk_monitor_earlier_line(
        "29 november 2026",
        "3e kwartaal 2026",
        t.desk_monitor_for_client_council(),
        t.desk_monitor_file_csv(),
    ));
    let made_before = made_before.split_once(": ").unwrap().1.to_owned();
    anna.says(&[&made_before]);
    assert_eq!(anna.count("#main .overview"), 1);
    drop(anna);
    assert_eq!(made("2026-Q3", "csv", "again.csv"), csv, "the same quarter says the same");
}
