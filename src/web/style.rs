//! The stylesheet and the script: one file each, and the rules by which questions come and go
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

/// The same rules without the white space that people read by.
fn light(rules: &str) -> String {
    let words: Vec<&str> = rules.split_whitespace().collect();
    [("; }", "}"), (" { ", "{"), ("; ", ";"), ("} ", "}"), (": ", ":"), (", ", ",")]
        .into_iter()
        .fold(words.join(" "), |rules, (loose, tight)| rules.replace(loose, tight))
}

/// `GET /style.css`
pub async fn stylesheet() -> impl IntoResponse {
    let kind = (header::CONTENT_TYPE, "text/css; charset=utf-8");
    // No-store, as everything here: a cached file would tell that the page was visited.
    ([kind], STYLESHEET.as_str())
}

/// `GET /meldpunt.js`: what the form can do more where script is on. Nothing needs it.
pub async fn script() -> impl IntoResponse {
    let kind = (header::CONTENT_TYPE, "text/javascript; charset=utf-8");
    ([kind], include_str!("../../static/meldpunt.js"))
}

/// One rule per condition, in the form `#report`: hide a question, a choice or a notice while its
/// condition does not hold.
fn conditions() -> String {
    let mut rules = String::from("@supports selector(:has(a)) {\n");
    for question in QUESTIONS {
        for clause in question.shown {
            hide(&mut rules, &without(clause), &format!("#question-{}", question.key));
        }
    }
    // With a kind of behaviour chosen, only choices that fit it stay.
    hide(&mut rules, &format!("#report:has({})", is_any_kind()), "[class*=with-]");
    let choices = QUESTIONS.iter().flat_map(Question::choices);
    let classes: BTreeMap<_, _> =
        choices.filter_map(|choice| Some((choice.class()?, choice.kinds))).collect();
    for (class, kinds) in classes {
        let form = format!("#report:has({})", chosen("kinds", kinds));
        rules.push_str(&format!("{form} .{class} {{ display: block; }}\n"));
    }
    for notice in NOTICES {
        rules.push_str(&format!("#{} {{ display: none; }}\n", notice.key));
        for group in notice.shown {
            let form: String = group.iter().map(with).collect();
            rules.push_str(&format!("#report{form} #{} {{ display: block; }}\n", notice.key));
        }
    }
    rules.push_str("}\n");
    rules
}

fn hide(rules: &mut String, form: &str, what: &str) {
    rules.push_str(&format!("{form} {what} {{ display: none; }}\n"));
}

/// A form in which the clause does not hold.
fn without(clause: &Clause) -> String {
    let chosen = chosen(clause.key, clause.values);
    match clause.must {
        Must::Be => format!("#report:not(:has({chosen}))"),
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
    let fields = values.iter().map(|value| format!("#{key}-{value}:checked"));
    fields.collect::<Vec<_>>().join(", ")
}

/// Any kind of behaviour that choices elsewhere depend on.
fn is_any_kind() -> String {
    chosen("kinds", &["neglect", "psych", "physical", "sexual", "money"])
}
