//! The stylesheets, the pictures and the script: one file each, and the rules by which questions come and go
//! without script.
//!
//! The rules follow from the conditions in the questionnaire, so browser and server cannot
//! disagree. A browser that does not know `:has()` shows every question.

use super::{
    App,
    file_view::{MAX_MEGABYTES, MAX_TOTAL_MEGABYTES},
};
use crate::{
    Language, Texts,
    core::{
        attachment::MAX_ATTACHMENTS,
        questions::{Clause, Must, NOTICES, QUESTIONS, Question},
    },
};
use axum::{Extension, extract::State, http::header, response::IntoResponse};
use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

static STYLESHEET: LazyLock<String> = LazyLock::new(|| {
    light(&format!("{}{}", include_str!("../../static/meldpunt.css"), conditions()))
});

static THREAD: LazyLock<String> = LazyLock::new(|| light(include_str!("../../static/thread.css")));

static EASY: LazyLock<String> = LazyLock::new(|| light(include_str!("../../static/easy.css")));

/// The same rules without the white space that people read by.
fn light(rules: &str) -> String {
    let words: Vec<&str> = rules.split_whitespace().collect();
    [("; }", "}"), (" { ", "{"), ("; ", ";"), ("} ", "}"), (": ", ":"), (", ", ",")]
        .into_iter()
        .fold(words.join(" "), |rules, (loose, tight)| rules.replace(loose, tight))
}

/// `GET /style.css`
pub async fn stylesheet() -> impl IntoResponse {
    // No-store, as everything here: a cached file would tell that the page was visited.
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLESHEET.as_str())
}

/// `GET /thread.css`: what the receipt and the thread have on top of that.
pub async fn thread() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], THREAD.as_str())
}

/// `GET /easy.css`: what the easy form has on top of that.
pub async fn easy() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], EASY.as_str())
}

/// `GET /pictures.svg`: the pictures of the easy form, one file for all of them.
pub async fn pictures() -> impl IntoResponse {
    let kind = (header::CONTENT_TYPE, "image/svg+xml");
    ([kind], include_str!("../../static/pictures.svg"))
}

/// `GET /meldpunt.js`: what the form can do more where script is on, in the words of the page's
/// language. Nothing needs it, so whoever has no script does not carry the words either.
pub async fn script(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
) -> impl IntoResponse {
    let kind = (header::CONTENT_TYPE, "text/javascript; charset=utf-8");
    let words = script_words(app.texts(language));
    // Rust writes a text between quotation marks as script does.
    let words = words.map(|(name, text)| format!("{name}: {text:?}")).join(", ");
    let script = include_str!("../../static/meldpunt.js");
    ([kind], format!("const texts = {{ {words} }};\n{script}"))
}

/// What the script says, under the names that it knows them by.
fn script_words(texts: &Texts) -> [(&'static str, String); 21] {
    [
        ("copied", texts.receipt_copied()),
        ("progress", texts.walk_progress()),
        ("next", texts.walk_next()),
        ("back", texts.walk_back()),
        ("change", texts.walk_change()),
        ("open", texts.walk_open()),
        ("sendingForm", texts.walk_sending()),
        ("chosen", texts.files_chosen()),
        ("remove", texts.files_remove()),
        ("sendingFiles", texts.files_sending()),
        ("cancel", texts.files_cancel()),
        ("stopped", texts.files_stopped()),
        ("lost", texts.files_lost()),
        ("again", texts.files_again()),
        ("leftOut", texts.files_left_out()),
        ("tooLarge", texts.files_too_large(MAX_MEGABYTES)),
        ("tooMuch", texts.files_too_much(MAX_TOTAL_MEGABYTES)),
        ("tooMany", texts.files_too_many(MAX_ATTACHMENTS)),
        ("empty", texts.files_empty()),
        ("kilobytes", texts.files_kilobytes(0)),
        ("megabytes", texts.files_megabytes(0)),
    ]
}

/// `GET /turn.js`: the sums of a page that waits. Who has no script waits a little longer.
pub async fn turn() -> impl IntoResponse {
    let kind = (header::CONTENT_TYPE, "text/javascript; charset=utf-8");
    ([kind], include_str!("../../static/turn.js"))
}

/// Hides what does not fit the answers in the form `#report`: a question, a choice or a notice while
/// its condition does not hold. Two rules with all the conditions: every page carries them.
fn conditions() -> String {
    let (mut hidden, mut shown) = (Vec::new(), Vec::new());
    for question in QUESTIONS {
        let clauses = question.shown.iter();
        hidden.extend(clauses.map(|clause| {
            let form = without(clause);
            format!("{form} #q-{}", question.key)
        }));
    }
    // With a kind of behaviour chosen, only choices that fit it stay.
    hidden.push(format!("form:has({}) [class*=with-]", is_any_kind()));
    let choices = QUESTIONS.iter().flat_map(Question::choices);
    let classes: BTreeMap<_, _> =
        choices.filter_map(|choice| Some((choice.class()?, choice.kinds))).collect();
    let fitting = classes.into_iter();
    shown.extend(fitting.map(|(class, kinds)| {
        let kinds = chosen("kinds", kinds);
        format!("form:has({kinds}) .{class}")
    }));
    hidden.push("[id^=notice-]".to_owned());
    for notice in NOTICES {
        shown.extend(notice.shown.iter().map(|group| {
            let form: String = group.iter().map(with).collect();
            format!("form{form} #{}", notice.key)
        }));
    }
    format!(
        "@supports selector(:has(a)) {{\n{} {{ display: none; }}\n{} {{ display: block; }}\n}}\n",
        hidden.join(", "),
        shown.join(", ")
    )
}

/// A form in which the clause does not hold: one that asks its question, and has no such answer.
fn without(clause: &Clause) -> String {
    let chosen = chosen(clause.key, clause.values);
    match clause.must {
        Must::Be => format!("form:has(#q-{}):not(:has({chosen}))", clause.key),
        Must::NotBe => format!("form:has({chosen})"),
    }
}

/// What a form needs behind its name for the clause to hold.
fn with(clause: &Clause) -> String {
    let chosen = chosen(clause.key, clause.values);
    match clause.must {
        Must::Be => format!(":has({chosen})"),
        Must::NotBe => format!(":not(:has({chosen}))"),
    }
}

fn chosen(key: &str, values: &[&str]) -> String {
    let fields = values.iter().map(|value| format!("#{key}-{value}"));
    match fields.collect::<Vec<_>>().join(", ") {
        one if values.len() == 1 => format!("{one}:checked"),
        several => format!(":is({several}):checked"),
    }
}

/// Any kind of behaviour that choices elsewhere depend on.
fn is_any_kind() -> String {
    chosen("kinds", &["neglect", "psych", "physical", "sexual", "money"])
}
