//! Sent twice is one report, and one message; a change becomes an addition.

use super::{Fields, dutch, full_form, send, with, with_code, without};
use crate::{
    html::Html,
    server::{Browser, Response, TestServer, public_number},
};
use veilig_melden::core::{ItemKind, opening::OpenError};

/// Sends the same form this often, all at once.
fn send_at_once(server: &TestServer, path: &str, fields: &Fields, times: usize) -> Vec<Response> {
    let fields: Vec<_> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let base = server.url("");
    let post = || Browser::at(base.clone()).post(path, &fields);
    std::thread::scope(|scope| {
        let sending: Vec<_> = (0..times).map(|_| scope.spawn(post)).collect();
        sending.into_iter().map(|sent| sent.join().unwrap()).collect()
    })
}

/// Code and number on a receipt.
fn receipt(response: &Response) -> (String, String) {
    assert_eq!(response.status, 200, "{}", response.body);
    (Html::parse(&response.body).text("p.code"), public_number(&response.body))
}

fn kinds(server: &TestServer, place: usize) -> Vec<ItemKind> {
    server.desk(place).feed().iter().map(|entry| entry.item.kind()).collect()
}

#[test]
fn a_form_sent_three_times_is_one_report() {
    let server = TestServer::start();
    let sent = with_code(&server, &full_form(&server));
    let first = receipt(&send(&server, "/melden", &sent));
    assert_eq!(first.0, sent[0].1);
    assert_eq!(receipt(&send(&server, "/melden", &sent)), first);
    assert_eq!(receipt(&send(&server, "/en/melden", &sent)), first);
    assert_eq!(kinds(&server, 0), [ItemKind::Report]);
}

#[test]
fn a_form_sent_eight_times_at_once_is_one_report() {
    let server = TestServer::start();
    let sent = with_code(&server, &full_form(&server));
    let receipts: Vec<_> = send_at_once(&server, "/melden", &sent, 8).iter().map(receipt).collect();
    assert!(receipts.iter().all(|one| *one == receipts[0]), "{receipts:?}");
    assert_eq!(kinds(&server, 0), [ItemKind::Report]);
    assert_eq!(kinds(&server, 2), [ItemKind::Report]);
}

#[test]
fn a_form_sent_again_after_a_restart_is_one_report() {
    let mut server = TestServer::start();
    let sent = with_code(&server, &full_form(&server));
    let first = receipt(&send(&server, "/melden", &sent));
    server.restart();
    assert_eq!(receipt(&send(&server, "/melden", &sent)), first);
    assert_eq!(kinds(&server, 0), [ItemKind::Report]);
}

#[test]
fn a_changed_form_becomes_an_addition_once() {
    let server = TestServer::start();
    let sent = with_code(&server, &full_form(&server));
    let first = receipt(&send(&server, "/melden", &sent));
    let changed = with(&sent, "story", "Zij riep het nog een keer.");
    assert_eq!(receipt(&send(&server, "/melden", &changed)), first);
    let at_once = send_at_once(&server, "/melden", &changed, 4);
    assert!(at_once.iter().all(|response| receipt(response) == first));
    assert_eq!(receipt(&send(&server, "/melden", &sent)), first);
    assert_eq!(kinds(&server, 0), [ItemKind::Report, ItemKind::Addition]);
    let additions = server.desk(0).additions();
    assert!(additions[0].answers.has("story", "Zij riep het nog een keer."));
    assert!(additions[0].answers.has("exclude", "Bram Jansen"));
}

#[test]
fn who_is_excluded_later_cannot_open_what_comes_then() {
    let server = TestServer::start();
    let sent = with_code(&server, &without(&full_form(&server), "exclude"));
    let first = receipt(&send(&server, "/melden", &sent));
    let bram = &server.officers[1];
    let changed = with(&sent, "exclude", &bram.id.to_string());
    let resent = send(&server, "/melden", &changed);
    assert_eq!(receipt(&resent), first);
    // The receipt says honestly that this officer could read the report already.
    assert!(resent.body.contains(&dutch().receipt_too_late("Bram Jansen")));
    assert_eq!(kinds(&server, 0), [ItemKind::Report, ItemKind::Addition]);
    let addition = &server.desk(0).feed()[1];
    assert!(server.officers[0].identity.open(addition.case, &addition.item).is_ok());
    let opened = bram.identity.open(addition.case, &addition.item).map(|_| ());
    assert_eq!(opened, Err(OpenError::NotForThisKey));
}

#[test]
fn who_was_excluded_first_stays_excluded() {
    let server = TestServer::start();
    let sent = with_code(&server, &full_form(&server));
    receipt(&send(&server, "/melden", &sent));
    receipt(&send(&server, "/melden", &without(&sent, "exclude")));
    assert_eq!(kinds(&server, 0), [ItemKind::Report, ItemKind::Addition]);
    assert!(server.desk(1).feed().is_empty());
    let addition = &server.desk(0).feed()[1];
    let opened = server.officers[1].identity.open(addition.case, &addition.item).map(|_| ());
    assert_eq!(opened, Err(OpenError::NotForThisKey));
}

#[test]
fn excluding_whoever_is_left_later_is_refused() {
    let server = TestServer::start();
    let sent = with_code(&server, &full_form(&server));
    receipt(&send(&server, "/melden", &sent));
    let mut others = without(&sent, "exclude");
    for place in [0, 2] {
        others.push(("exclude".to_owned(), server.officers[place].id.to_string()));
    }
    let response = send(&server, "/melden", &others);
    assert_eq!(response.status, 422);
    super::assert_fault(&Html::parse(&response.body), "exclude", &dutch().q_exclude_error());
    assert_eq!(kinds(&server, 0), [ItemKind::Report]);
}

#[test]
fn a_message_sent_twice_is_one_message() {
    let server = TestServer::start();
    let (code, _) = server.reporter().report(&[("story", "Iets.")]);
    let thread = Html::parse(&server.reporter().thread(&code).body);
    let sent = with(&thread.form("/bericht"), "message", "Nog iets.");
    for response in send_at_once(&server, "/bericht", &sent, 4) {
        assert_eq!(response.status, 200);
        let page = Html::parse(&response.body);
        assert_eq!(page.text(".done"), dutch().thread_sent());
        assert_eq!(page.text("textarea"), "");
    }
    assert_eq!(send(&server, "/bericht", &sent).status, 200);
    assert_eq!(kinds(&server, 0), [ItemKind::Report, ItemKind::Addition]);
    // The same words from a fresh page are a second message.
    let thread = Html::parse(&server.reporter().thread(&code).body);
    send(&server, "/bericht", &with(&thread.form("/bericht"), "message", "Nog iets."));
    let additions = server.desk(0).additions();
    let texts: Vec<_> = additions.iter().map(|a| a.text.as_ref().unwrap().expose()).collect();
    assert_eq!(texts, ["Nog iets.", "Nog iets."]);
}
