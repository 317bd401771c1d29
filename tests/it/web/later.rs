//! What a reporter does besides reporting: ask first, tell more with the code, withdraw.

use super::{Html, dutch};
use crate::server::{Browser, TestServer, hidden};

fn post(browser: &Browser, path: &str, code: &str, more: &[(&str, &str)]) -> (u16, String) {
    let fields: Vec<_> = [("code", code)].iter().chain(more).copied().collect();
    let response = browser.post(path, &fields);
    (response.status, response.body)
}

#[test]
fn a_question_comes_in_as_a_question_and_a_faulty_one_stays_one() {
    let server = TestServer::start();
    let browser = server.reporter();
    let page = browser.get("/vraag").body;
    let (code, ticket) = (hidden(&page, "code"), hidden(&page, "ticket"));
    assert_eq!(hidden(&page, "door"), "question");
    assert!(Html::parse(&page).all("[name=kinds]").is_empty());
    let sent = [("code", code.as_str()), ("ticket", &ticket), ("door", "question")];
    let again = browser.post("/vraag", &sent);
    assert_eq!(again.status, 422);
    assert_eq!(hidden(&again.body, "door"), "question");
    let good: Vec<_> = sent.iter().chain(&[("story", "Mag dit?")]).copied().collect();
    assert_eq!(browser.post("/vraag", &good).status, 200);
    let report = server.desk(0).reports().remove(0);
    assert!(report.answers.has("door", "question") && report.answers.has("story", "Mag dit?"));
}

#[test]
fn what_is_told_later_reaches_the_officers_once() {
    let server = TestServer::start();
    let browser = server.reporter();
    let (code, _) = browser.report(&[("story", "Iets."), ("identity", "anonymous")]);
    let (status, page) = post(&browser, "/aanvullen", &code, &[]);
    assert_eq!(status, 200);
    let once = hidden(&page, "once");
    let told = [
        ("send", "1"),
        ("once", once.as_str()),
        ("name", "Dina Smit"),
        ("identity", "team_only"),
        ("d_need", "stop"),
    ];
    for _ in 0..2 {
        let (status, page) = post(&browser, "/aanvullen", &code, &told);
        assert_eq!(status, 200);
        assert!(page.contains(&dutch().more_sent()));
    }
    let additions = server.desk(0).additions();
    assert_eq!(additions.len(), 1);
    let answers = &additions[0].answers;
    assert!(answers.has("name", "Dina Smit") && answers.has("d_need", "stop"));
}

#[test]
fn what_is_told_later_with_a_fault_is_still_there() {
    let server = TestServer::start();
    let browser = server.reporter();
    let (code, _) = browser.report(&[("story", "Iets.")]);
    let long = "x".repeat(300);
    let told = [("send", "1"), ("name", long.as_str()), ("d_witness", "Wilma van de keuken")];
    let (status, page) = post(&browser, "/aanvullen", &code, &told);
    assert_eq!(status, 422);
    assert!(page.contains("id=\"name-error\"") && page.contains("Wilma van de keuken"));
    let (status, page) = post(&browser, "/aanvullen", &code, &[("send", "1")]);
    assert_eq!((status, page.contains(&dutch().more_nothing())), (422, true));
    assert!(server.desk(0).additions().is_empty());
}

#[test]
fn who_withdraws_is_asked_once_more_and_the_officers_read_it() {
    let server = TestServer::start();
    let browser = server.reporter();
    let (code, _) = browser.report(&[("story", "Iets.")]);
    assert_eq!(post(&browser, "/intrekken", &code, &[]).0, 200);
    assert!(server.desk(0).additions().is_empty());
    for _ in 0..2 {
        assert_eq!(post(&browser, "/intrekken", &code, &[("sure", "1")]).0, 200);
    }
    let additions = server.desk(0).additions();
    assert_eq!(additions.len(), 1);
    assert_eq!(additions[0].text.as_ref().unwrap().expose(), dutch().withdraw_message());
}

#[test]
fn the_note_and_the_reminder_have_neutral_names() {
    let server = TestServer::start();
    let browser = server.reporter();
    let (code, _) = browser.report(&[("story", "Iets.")]);
    let note = browser.post("/notitie", &[("code", &code), ("number", "M-48K2")]);
    assert_eq!(note.body, format!("{code}\nM-48K2\n"));
    assert_eq!(note.headers["content-disposition"], "attachment; filename=\"notitie.txt\"");
    let reminder = browser.get("/afspraak.ics");
    assert!(reminder.body.contains("DTSTART;VALUE=DATE:20261130\r\n"), "{}", reminder.body);
    assert!(reminder.body.contains("SUMMARY:Afspraak\r\n") && !reminder.body.contains("meld"));
    assert_eq!(browser.post("/notitie", &[("code", "onzin"), ("number", "M-48K2")]).status, 405);
}

#[test]
fn help_and_silence_fit_the_answers() {
    let server = TestServer::start();
    let browser = server.reporter();
    let says = |fields: &[(&str, &str)]| {
        let (_, receipt) = browser.report(&[&[("story", "Iets.")][..], fields].concat());
        Html::parse(&receipt.body).text("main")
    };
    let staff = says(&[("role", "employee"), ("kinds", "sexual")]);
    assert!(staff.contains(&dutch().receipt_silence_staff()) && staff.contains("0800-0188"));
    let client = says(&[("role", "client"), ("kinds", "discrimination")]);
    assert!(client.contains(&dutch().receipt_silence_others()) && client.contains("0800-0880"));
    assert!(!client.contains("0800-0188"));
}
