//! The stylesheets, the pictures and the script: one file each, and the rules by which questions come and go
//! without script.
//!
//! The rules follow from the conditions in the questionnaire, so browser and server cannot
//! disagree. A browser that does not know `:has()` shows every question.

use crate::core::questions::{Clause, Must, NOTICES, QUESTIONS, Question};
use axum::{http::header, response::IntoResponse};
use std::{collections::BTreeMap, sync::LazyLock};

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

/// `GET /meldpunt.js`: what the form can do more where script is on. Nothing needs it.
pub async fn script() -> impl IntoResponse {
    let kind = (header::CONTENT_TYPE, "text/javascript; charset=utf-8");
    ([kind], include_str!("../../static/meldpunt.js"))
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
            format!("{form} #question-{}", question.key)
        }));
    }
    // With a kind of behaviour chosen, only choices that fit it stay.
    hidden.push(format!("#report:has({}) [class*=with-]", is_any_kind()));
    let choices = QUESTIONS.iter().flat_map(Question::choices);
    let classes: BTreeMap<_, _> =
        choices.filter_map(|choice| Some((choice.class()?, choice.kinds))).collect();
    let fitting = classes.into_iter();
    shown.extend(fitting.map(|(class, kinds)| {
        let kinds = chosen("kinds", kinds);
        format!("#report:has({kinds}) .{class}")
    }));
    for notice in NOTICES {
        hidden.push(format!("#{}", notice.key));
        shown.extend(notice.shown.iter().map(|group| {
            let form: String = group.iter().map(with).collect();
            format!("#report{form} #{}", notice.key)
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
        Must::Be => format!("#report:has(#question-{}):not(:has({chosen}))", clause.key),
        Must::NotBe => format!("#report:has({chosen})"),
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
