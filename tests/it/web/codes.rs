//! The code page and the thread: codes of every kind, and messages with something wrong.

use super::{Fields, assert_fault, dutch, send, with};
use crate::{
    html::Html,
    server::{BOUNDARY, Response, TestServer, multipart},
};
use veilig_melden::core::{Random, ReceiptCode, thread::MAX_MESSAGE_CHARS};

fn made_up_code(seed: u64) -> String {
    ReceiptCode::random(&Random::seeded(seed)).grouped().expose().to_owned()
}

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// The page's box for a message, and the form it stands in.
fn typed_message(page: &Html, action: &str) -> String {
    let form = page.form(action);
    form.into_iter().find(|(name, _)| name == "message").map_or_else(String::new, |(_, text)| text)
}

#[test]
fn a_code_may_be_typed_sloppily() {
    let server = TestServer::start();
    let (code, receipt) = server.reporter().report(&[("story", "Iets.")]);
    assert_eq!(receipt.status, 200);
    let bare = code.replace('-', "");
    let spaced: String = bare.chars().flat_map(|symbol| [' ', symbol]).collect();
    let sloppy = [
        bare.clone(),
        bare.to_lowercase(),
        spaced,
        code.replace('-', " – "),
        code.replace('-', "."),
        format!("\u{2068}{code}\u{2069}\u{a0}"),
        code.replace('0', "o").replace('1', "l"),
        code.replace('0', "O").replace('1', "I"),
        format!("\r\n\t{code}\r\n"),
    ];
    for typed in sloppy {
        let thread = server.reporter().thread(&typed);
        assert_eq!(thread.status, 200, "{typed:?}");
        assert!(Html::parse(&thread.body).text("h1").contains("M-"));
    }
}

#[test]
fn a_wrong_code_says_what_is_wrong_and_stays_in_its_field() {
    let server = TestServer::start();
    let texts = dutch();
    let code = made_up_code(5);
    let other = if code.starts_with('2') { '3' } else { '2' };
    let mistaken = format!("{other}{}", &code[1..]);
    let wrong = [
        (String::new(), texts.code_error_empty()),
        (" - ".to_owned(), texts.code_error_empty()),
        (code[..9].to_owned(), texts.code_error_length(8)),
        (format!("{code}{code}"), texts.code_error_length(32)),
        (format!("U{}", &code[1..]), texts.code_error_symbol(1)),
        (format!("{}é", &code[..18]), texts.code_error_symbol(16)),
        ("<script>alert(1)</script>".to_owned(), texts.code_error_symbol(1)),
        (mistaken, texts.code_error_check()),
        (code, texts.code_error_unknown()),
    ];
    for (typed, sentence) in wrong {
        let response = server.reporter().thread(&typed);
        assert_eq!(response.status, 422);
        let page = Html::parse(&response.body);
        assert_fault(&page, "code", &sentence);
        let field = page.one("#code").attr("value").unwrap();
        assert_eq!(field, typed);
        // No script but our own: what was typed is text.
        assert_eq!(page.all("script").len(), page.all("script[src='/meldpunt.js']").len());
    }
}

#[test]
fn two_unknown_codes_give_one_page() {
    let server = TestServer::start();
    server.reporter().report(&[("story", "Iets.")]);
    let page = |seed: u64| {
        let code = made_up_code(seed);
        let Response { status, mut headers, body } = server.reporter().thread(&code);
        headers.remove("date");
        (status, headers, body.replace(&code, "CODE"))
    };
    assert_eq!(page(1), page(2));
    assert!(page(1).2.contains("CODE"));
}

#[test]
fn a_message_with_something_wrong_stays_in_its_box() {
    let server = TestServer::start();
    let texts = dutch();
    let (code, _) = server.reporter().report(&[("story", "Iets.")]);
    let long = "é".repeat(MAX_MESSAGE_CHARS + 1);
    let wrong = [
        ("", texts.thread_message_missing()),
        (" \r\n ", texts.thread_message_missing()),
        (&long, texts.error_too_long(MAX_MESSAGE_CHARS + 1, MAX_MESSAGE_CHARS)),
    ];
    for (message, sentence) in wrong {
        let response = send(
            &server,
            "/bericht",
            &fields(&[("code", &code), ("once", "een"), ("message", message)]),
        );
        assert_eq!(response.status, 422);
        let page = Html::parse(&response.body);
        assert_fault(&page, "message", &sentence);
        assert_eq!(typed_message(&page, "/bericht"), message.trim());
        assert_eq!(page.one("input[name=once]").attr("value"), Some("een"));
    }
    let parts: [(&str, &[u8]); 2] = [("code", code.as_bytes()), ("message", b"Nog \xff iets")];
    let response = server.reporter().post_body("/bericht", multipart(&parts)).unwrap();
    let page = Html::parse(&response.body);
    assert_fault(&page, "message", &texts.error_unreadable());
    assert!(server.desk(0).additions().is_empty());
    let fixed = page.form("/bericht");
    assert_eq!(send(&server, "/bericht", &fixed).status, 200);
    let additions = server.desk(0).additions();
    assert!(additions[0].text.as_ref().unwrap().expose() == "Nog \u{fffd} iets");
}

#[test]
fn a_message_that_did_not_arrive_whole_is_not_sent_and_not_lost() {
    let server = TestServer::start();
    let (code, _) = server.reporter().report(&[("story", "Iets.")]);
    let parts: [(&str, &[u8]); 3] =
        [("code", code.as_bytes()), ("once", b"een"), ("message", b"Nog <iets> & meer.")];
    let mut body = multipart(&parts);
    body.truncate(body.len() - BOUNDARY.len() - 6);
    let response = server.reporter().post_body("/bericht", body).unwrap();
    assert_eq!(response.status, 400);
    let page = Html::parse(&response.body);
    assert_fault(&page, "message", &dutch().error_message_cut());
    assert_eq!(typed_message(&page, "/bericht"), "Nog <iets> & meer.");
    assert!(server.desk(0).additions().is_empty());
    assert_eq!(send(&server, "/bericht", &page.form("/bericht")).status, 200);
    assert_eq!(server.desk(0).additions().len(), 1);
}

#[test]
fn a_message_under_a_wrong_code_waits_for_the_right_one() {
    let server = TestServer::start();
    let (code, _) = server.reporter().report(&[("story", "Iets.")]);
    let message = "Nog iets.\nEn meer.";
    let sent = fields(&[("code", &made_up_code(5)), ("once", "een"), ("message", message)]);
    let response = send(&server, "/bericht", &sent);
    assert_eq!(response.status, 422);
    let page = Html::parse(&response.body);
    assert_fault(&page, "code", &dutch().code_error_unknown());
    assert!(page.text("main").contains(&dutch().code_message_kept()));
    let thread = send(&server, "/code", &with(&page.form("/code"), "code", &code));
    assert_eq!(thread.status, 200);
    let page = Html::parse(&thread.body);
    assert_eq!(typed_message(&page, "/bericht"), message);
    assert_eq!(page.one("input[name=once]").attr("value"), Some("een"));
    assert!(server.desk(0).additions().is_empty());
    assert_eq!(send(&server, "/bericht", &page.form("/bericht")).status, 200);
    assert_eq!(server.desk(0).additions().len(), 1);
}

#[test]
fn a_code_that_did_not_arrive_is_asked_again() {
    let server = TestServer::start();
    for path in ["/code", "/bericht"] {
        let response = server.reporter().post_body(path, b"--".to_vec()).unwrap();
        assert_eq!(response.status, 400);
        assert_fault(&Html::parse(&response.body), "code", &dutch().code_error_cut());
    }
}

#[test]
fn one_client_runs_out_of_tries_and_keeps_the_code_and_others_do_not() {
    let mut server = TestServer::start();
    let (code, _) = server.reporter().report(&[("story", "Iets.")]);
    let settings = std::fs::read_to_string(server.config_file()).unwrap();
    let settings = format!("{settings}client_address_header = \"X-Real-IP\"\n");
    std::fs::write(server.config_file(), settings).unwrap();
    server.restart();
    let open = |address: &str, code: &str| {
        let body = multipart(&[("code", code.as_bytes())]);
        let response = crate::server::agent()
            .post(server.url("/code"))
            .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
            .header("x-real-ip", address)
            .send(&body[..]);
        crate::server::read(response.unwrap()).unwrap()
    };
    // What is no code costs no Argon2id, but a try all the same.
    for _ in 0..40 {
        assert_eq!(open("192.0.2.7", "K7QF").status, 422);
    }
    let refused = open("192.0.2.7", &code);
    assert_eq!(refused.status, 429);
    assert_eq!(refused.headers["retry-after"], "10");
    assert_fault(&Html::parse(&refused.body), "code", &dutch().busy_code(10));
    assert!(refused.body.contains(&code));
    assert_eq!(open("192.0.2.8", &code).status, 200);
    // Without the header all are alike, and what all may try is more than one client used.
    assert_eq!(server.reporter().thread(&code).status, 200);
}
