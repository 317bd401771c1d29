//! The road of a report: from the form to the officer's page and back.

use crate::server::{TestServer, public_number};
use veilig_melden::core::{
    Day, OnceId, Random, Reader, Readers,
    envelope::seal_for_reporter,
    thread::{Message, Status},
};

#[test]
fn a_report_goes_to_the_officers_and_an_answer_comes_back() {
    let server = TestServer::start();
    let reporter = server.reporter();
    let (code, receipt) = reporter.report(&[
        ("story", "Zij riep dat hij dom was."),
        ("kinds", "psych"),
        ("kinds", "gut"),
        ("where", "at:De Linde"),
    ]);
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    assert!(receipt.body.contains(&code));

    let desk = server.desk(0);
    let reports = desk.reports();
    assert_eq!(reports.len(), 1);
    let report = &reports[0];
    assert_eq!(report.number.to_string(), public_number(&receipt.body));
    let story = report.answers.get("story").unwrap().values()[0].expose();
    assert_eq!(story, "Zij riep dat hij dom was.");
    assert!(report.answers.has("kinds", "psych") && report.answers.has("where", "at:De Linde"));

    assert!(reporter.thread(&code).body.contains("Ontvangen"));
    assert_eq!(desk.acknowledge(report.case), 200);
    assert!(reporter.thread(&code).body.contains("Gelezen door het meldteam"));

    let readers = server.officers.iter().map(|officer| Reader {
        id: officer.id,
        name: officer.name.to_owned(),
        recipient: officer.identity.recipient(),
    });
    let readers = Readers::new(readers.collect()).unwrap();
    let message = Message {
        case: report.case,
        day: report.day,
        officer: "Anna de Vries".to_owned(),
        status: Status::find("clarify"),
        text: Some("Wat hoorde u letterlijk?".into()),
        next_news: Day::parse("2026-12-07"),
        silence_until: Day::parse("2026-12-03"),
    };
    let sealed = seal_for_reporter(&message, &report.mailbox, &readers).unwrap();
    let once = OnceId::random(&Random::from_system());
    assert_eq!(desk.append(report.case, once, sealed.clone()).1.unwrap().sequence, 1);
    assert_eq!(desk.append(report.case, once, sealed).1.unwrap().sequence, 1);

    let thread = reporter.thread(&code.to_lowercase().replace('-', " ")).body;
    for words in
        ["Wat hoorde u letterlijk?", "Wij hebben een vraag voor u", "december", "Anna de Vries"]
    {
        assert!(thread.contains(words), "{words}");
    }
}
