//! Forms with something wrong in a field: each comes back whole, and can then be sent.

use super::{
    answer, assert_fault, assert_kept, assert_resend_is_one_report, assert_trouble, dutch,
    full_form, send, with, with_code, without,
};
use crate::{
    html::Html,
    server::{TestServer, fixed_clock, make_organisation, multipart},
};
use veilig_melden::{
    core::{Kdf, Random, ReceiptCode},
    store::Store,
};

#[test]
fn a_form_with_every_answer_is_one_report() {
    let server = TestServer::start();
    let receipt = send(&server, "/melden", &with_code(&server, &full_form(&server)));
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    let reports = server.desk(0).reports();
    let answers = &reports[0].answers;
    for (key, value) in full_form(&server).iter().filter(|(key, _)| key != "exclude") {
        assert!(answers.has(key, value), "{key}");
    }
    assert_eq!(reports[0].excluded, ["Bram Jansen"]);
}

#[test]
fn an_empty_story_is_asked_for() {
    let server = TestServer::start();
    let fields = without(&full_form(&server), "story");
    for blank in ["", " \r\n\t ", "\u{0}\u{7}"] {
        let mut sent = with_code(&server, &fields);
        sent.push(("story".to_owned(), blank.to_owned()));
        let response = send(&server, "/melden", &sent);
        assert_eq!(response.status, 422);
        assert_fault(&Html::parse(&response.body), "story", &dutch().q_story_error());
    }
    let response = send(&server, "/melden", &with_code(&server, &fields));
    let page = Html::parse(&response.body);
    assert_kept(&page, "/melden", &fields);
    assert_resend_is_one_report(&server, &page, &[("story", "Toch iets.")]);
}

#[test]
fn a_text_over_its_limit_comes_back_whole() {
    for (key, max) in [("story", 20_000), ("actor_name", 200), ("d_witness", 5_000)] {
        let server = TestServer::start();
        // Two, three and four bytes a character: the limit is counted in characters.
        let long: String = "é€😶".chars().cycle().take(max + 1).collect();
        let fields = with(&full_form(&server), key, &long);
        let response = send(&server, "/melden", &with_code(&server, &fields));
        assert_eq!(response.status, 422);
        let page = Html::parse(&response.body);
        let sentence = dutch().error_too_long(max + 1, max);
        assert_fault(&page, key, &sentence);
        assert_kept(&page, "/melden", &fields);
        let fitting: String = long.chars().take(max).collect();
        assert_resend_is_one_report(&server, &page, &[(key, &fitting)]);
        assert_eq!(answer(&server, key), fitting);
    }
}

#[test]
fn a_choice_that_does_not_exist_is_refused_and_the_rest_is_kept() {
    let stranger = "00112233445566778899aabbccddeeff";
    let wrong = [
        ("role", "king"),
        ("kinds", "Psych"),
        ("where", "at:Nergens"),
        ("where", "De Linde"),
        ("exclude", stranger),
        ("exclude", "Bram Jansen"),
        ("d_signs", "<b>"),
    ];
    for (key, value) in wrong {
        let server = TestServer::start();
        let fields = with(&full_form(&server), key, value);
        let response = send(&server, "/melden", &with_code(&server, &fields));
        assert_eq!(response.status, 422);
        let page = Html::parse(&response.body);
        assert_fault(&page, key, &dutch().error_unknown_choice());
        assert_kept(&page, "/melden", &without(&fields, key));
        assert_resend_is_one_report(&server, &page, &[]);
    }
}

#[test]
fn two_answers_to_a_question_with_one_are_refused() {
    let server = TestServer::start();
    let mut fields = full_form(&server);
    fields.push(("victim".to_owned(), "me".to_owned()));
    let response = send(&server, "/melden", &with_code(&server, &fields));
    assert_eq!(response.status, 422);
    let page = Html::parse(&response.body);
    assert_fault(&page, "victim", &dutch().error_unknown_choice());
    assert_resend_is_one_report(&server, &page, &[("victim", "me")]);
}

#[test]
fn excluding_everybody_is_refused_and_the_ticks_stay() {
    let server = TestServer::start();
    let mut fields = without(&full_form(&server), "exclude");
    let everybody = server.officers.iter().map(|officer| officer.id.to_string());
    fields.extend(everybody.map(|id| ("exclude".to_owned(), id)));
    let response = send(&server, "/melden", &with_code(&server, &fields));
    assert_eq!(response.status, 422);
    let page = Html::parse(&response.body);
    assert_fault(&page, "exclude", &dutch().q_exclude_error());
    assert_kept(&page, "/melden", &fields);
    let bram = server.officers[1].id.to_string();
    assert_resend_is_one_report(&server, &page, &[("exclude", &bram)]);
}

#[test]
fn every_fault_is_named_at_once() {
    let server = TestServer::start();
    let fields = with(&full_form(&server), "role", "king");
    let fields = without(&with(&fields, "name", &"n".repeat(201)), "story");
    let response = send(&server, "/melden", &with_code(&server, &fields));
    let page = Html::parse(&response.body);
    assert_trouble(&page, &dutch().error_summary());
    assert_eq!(page.all(".summary li").len(), 3);
    assert_fault(&page, "role", &dutch().error_unknown_choice());
    assert_fault(&page, "story", &dutch().q_story_error());
    assert_fault(&page, "name", &dutch().error_too_long(201, 200));
}

/// A server of another installation: its salt is another.
fn elsewhere() -> TestServer {
    let folder = tempfile::tempdir().unwrap();
    let officers = make_organisation(folder.path(), &["Anna"], "127.0.0.1:0".parse().unwrap());
    let kdf = || Kdf::random(&Random::seeded(99));
    drop(Store::open(&folder.path().join("data"), kdf).unwrap());
    TestServer::over(folder, officers, fixed_clock())
}

#[test]
fn a_form_without_a_code_of_ours_gets_one_and_keeps_its_text() {
    let other = elsewhere();
    let server = TestServer::start();
    let (foreign_code, foreign_ticket) = other.reporter().blank_form();
    let made_up = ReceiptCode::random(&Random::from_system()).grouped().expose().to_owned();
    let (code, ticket) = server.reporter().blank_form();
    let turned: String = ticket.chars().rev().collect();
    let wrong: [&[(&str, &str)]; 8] = [
        &[],
        &[("code", &code)],
        &[("ticket", &ticket)],
        &[("code", &foreign_code), ("ticket", &foreign_ticket)],
        &[("code", &made_up), ("ticket", &ticket)],
        &[("code", &code), ("ticket", &turned)],
        &[("code", &code), ("ticket", "")],
        &[("code", "K7QF-2M9D"), ("ticket", "<script>")],
    ];
    for hidden in wrong {
        let server = TestServer::start();
        let fields = full_form(&server);
        let hidden = hidden.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let sent = hidden.chain(fields.clone()).collect();
        let response = send(&server, "/melden", &sent);
        assert_eq!(response.status, 422);
        let page = Html::parse(&response.body);
        assert_trouble(&page, &dutch().error_form_expired());
        assert_kept(&page, "/melden", &fields);
        assert_resend_is_one_report(&server, &page, &[]);
    }
}

#[test]
fn text_that_is_no_utf_8_comes_back_as_far_as_it_could_be_read() {
    let server = TestServer::start();
    let fields = with_code(&server, &without(&full_form(&server), "story"));
    let mut parts: Vec<(&str, &[u8])> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
    parts.push(("story", b"Zij riep \xff\xfe en liep weg \xc3"));
    let response = server.reporter().post_body("/melden", multipart(&parts)).unwrap();
    assert_eq!(response.status, 422);
    let page = Html::parse(&response.body);
    assert_fault(&page, "story", &dutch().error_unreadable());
    let read = "Zij riep \u{fffd}\u{fffd} en liep weg \u{fffd}";
    assert_kept(&page, "/melden", &with(&full_form(&server), "story", read));
    assert_resend_is_one_report(&server, &page, &[]);
}

#[test]
fn control_characters_are_left_out_and_lines_stay() {
    let server = TestServer::start();
    let story = "een\u{0}\r\ntwee\rdrie\u{1b}[2J\u{7f}\u{85}\tvier";
    let fields = with(&full_form(&server), "story", story);
    let receipt = send(&server, "/melden", &with_code(&server, &fields));
    assert_eq!(receipt.status, 200);
    assert_eq!(answer(&server, "story"), "een\ntwee\ndrie[2J\tvier");
}

#[test]
fn a_tick_sent_twice_counts_once() {
    let server = TestServer::start();
    let mut fields = full_form(&server);
    fields.push(("kinds".to_owned(), "psych".to_owned()));
    assert_eq!(send(&server, "/melden", &with_code(&server, &fields)).status, 200);
    assert_eq!(answer(&server, "kinds"), "psych|discrimination");
}

#[test]
fn answers_to_questions_that_were_hidden_are_not_sent_on() {
    let server = TestServer::start();
    let fields = with(&full_form(&server), "identity", "anonymous");
    assert_eq!(send(&server, "/melden", &with_code(&server, &fields)).status, 200);
    assert_eq!(
        (answer(&server, "name"), answer(&server, "contact")),
        (String::new(), String::new())
    );
}

#[test]
fn markup_in_every_text_comes_back_as_text() {
    let server = TestServer::start();
    let evil = "</textarea></title>\"'><script>alert(1)</script><!-- &amp; {{ 7*7 }}";
    let mut fields = full_form(&server);
    for (name, value) in &mut fields {
        let typed = ["when_detail", "where_detail", "actor_name", "name", "contact"];
        if typed.contains(&name.as_str()) || name.starts_with("d_client_now") || name == "d_witness"
        {
            evil.clone_into(value);
        }
    }
    let fields = with(&fields, "story", &evil.repeat(400));
    let response = send(&server, "/melden", &with_code(&server, &fields));
    assert_eq!(response.status, 422);
    let page = Html::parse(&response.body);
    assert!(page.all("script:not([src='/meldpunt.js'])").is_empty());
    assert_kept(&page, "/melden", &fields);
    assert_resend_is_one_report(&server, &page, &[("story", evil)]);
    assert_eq!(answer(&server, "story"), evil);
    assert_eq!(answer(&server, "contact"), evil);
}

#[test]
fn the_english_form_answers_in_english() {
    let server = TestServer::start();
    let page = server.reporter().get("/en/melden").body;
    let hidden = Html::parse(&page).form("/en/melden");
    let response = send(&server, "/en/melden", &hidden);
    assert_eq!(response.status, 422);
    let english = veilig_melden::Language::En.load();
    let page = Html::parse(&response.body);
    assert!(page.text("#story-error").ends_with(&english.q_story_error()));
    let receipt =
        send(&server, "/en/melden", &with(&page.form("/en/melden"), "story", "Shouting."));
    assert_eq!(receipt.status, 200);
    assert_eq!(Html::parse(&receipt.body).text("h1"), english.receipt_heading());
}
