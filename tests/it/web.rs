//! A hostile tester at the public server: bad forms, resends, codes, and officers' requests.

mod codes;
mod faults;
pub mod files;
mod form;
mod full;
mod later;
mod officers;
mod operator;
mod poster;
mod resend;
mod transport;

use crate::{
    html::{Html, text},
    server::{Response, TestServer},
};
use std::collections::BTreeMap;
use veilig_melden::{Language, Texts};

/// Fields of a form: name and value, in order.
pub type Fields = Vec<(String, String)>;

pub fn dutch() -> Texts {
    Language::Nl.load()
}

/// A form with an answer to every question; it excludes the second officer.
pub fn full_form(server: &TestServer) -> Fields {
    let excluded = server.officers[1].id.to_string();
    let fields = [
        ("danger", "no"),
        ("role", "employee"),
        ("victim", "client"),
        ("kinds", "psych"),
        ("kinds", "discrimination"),
        ("grounds", "age"),
        ("story", "Zij riep dat hij dom was.\nHij moest huilen."),
        ("source_of_knowledge", "saw"),
        ("when", "week"),
        ("when_detail", "dinsdag, na het eten"),
        ("often", "more"),
        ("where", "at:Thuiszorg Noord"),
        ("where_detail", "de woonkamer"),
        ("actor", "care"),
        ("actor_name", "de avonddienst"),
        ("identity", "team_only"),
        ("name", "Jo Pieters"),
        ("contact", "06 12345678"),
        ("exclude", &excluded),
        ("d_signs", "afraid"),
        ("d_client_now", "Hij slaapt slecht."),
        ("d_client_knows", "no"),
        ("d_done", "nothing"),
        ("d_witness", "de nachtdienst"),
        ("d_measure", "no"),
        ("d_need", "stop"),
        ("d_need", "safe"),
    ];
    fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
}

/// Code and ticket of a fresh form, before these fields.
pub fn with_code(server: &TestServer, fields: &Fields) -> Fields {
    let (code, ticket) = server.reporter().blank_form();
    let hidden = [("code".to_owned(), code), ("ticket".to_owned(), ticket)];
    hidden.into_iter().chain(fields.iter().cloned()).collect()
}

pub fn send(server: &TestServer, path: &str, fields: &Fields) -> Response {
    let fields: Vec<_> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    server.reporter().post(path, &fields)
}

/// The fields with another value for one of them.
pub fn with(fields: &Fields, name: &str, value: &str) -> Fields {
    let mut fields = without(fields, name);
    fields.push((name.to_owned(), value.to_owned()));
    fields
}

/// The fields without one of them.
pub fn without(fields: &Fields, name: &str) -> Fields {
    fields.iter().filter(|(known, _)| known != name).cloned().collect()
}

/// Asserts that a form page holds all that was typed and chosen, and nothing else.
pub fn assert_kept(page: &Html, action: &str, sent: &Fields) {
    let visible = |fields: Fields| {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in fields {
            if !matches!(name.as_str(), "code" | "ticket") {
                found.entry(name).or_default().push(value);
            }
        }
        found
    };
    assert_eq!(visible(page.form(action)), visible(sent.clone()));
}

/// Asserts that a page names a fault in its summary and beside its field, tied to the field.
pub fn assert_fault(page: &Html, key: &str, sentence: &str) {
    let said = page.text(&format!("#{key}-error"));
    assert_eq!(said, format!("{} {sentence}", dutch().error_prefix()));
    let summary = page.text(".summary[role=alert]");
    assert!(summary.contains(sentence), "{summary}");
    let described = page.all(&format!("[aria-describedby~=\"{key}-error\"]"));
    assert_eq!(described.len(), 1, "{key}");
    let field = described[0];
    if field.value().name() != "fieldset" {
        assert_eq!(field.attr("aria-invalid"), Some("true"), "{key}");
        assert_eq!(field.attr("id"), Some(key));
    }
    let led_to = page.all(".summary a").into_iter().any(|link| {
        let target = link.attr("href").unwrap();
        let target = page.one(target);
        target == field || field.descendants().any(|inner| inner.id() == target.id())
    });
    assert!(led_to, "no link in the summary leads to {key}");
}

/// Asserts what a page says above the form about the form as a whole.
pub fn assert_trouble(page: &Html, sentence: &str) {
    assert_eq!(text(page.one(".summary h2")), sentence);
}

/// Asserts that the page's own form, sent as it stands with these changes, is one report.
pub fn assert_resend_is_one_report(server: &TestServer, page: &Html, changes: &[(&str, &str)]) {
    assert!(server.desk(0).reports().is_empty(), "nothing may be stored before");
    let changed = |fields, (name, value): &(&str, &str)| with(&fields, name, value);
    let fields = changes.iter().fold(page.form("/melden"), changed);
    let receipt = send(server, "/melden", &fields);
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    let code = &fields.iter().find(|(name, _)| name == "code").unwrap().1;
    assert_eq!(&Html::parse(&receipt.body).text("p.code"), code);
    assert_eq!(server.desk(0).reports().len(), 1);
}

/// The report's answer to a question, values joined.
pub fn answer(server: &TestServer, key: &str) -> String {
    let reports = server.desk(0).reports();
    assert_eq!(reports.len(), 1);
    let answer = reports[0].answers.get(key).map(|answer| answer.values()).unwrap_or_default();
    answer.iter().map(|value| value.expose()).collect::<Vec<_>>().join("|")
}
