//! The stylesheet: one file, and the rules by which questions come and go without script.
//!
//! The rules follow from the conditions in the questionnaire, so browser and server cannot
//! disagree. A browser that does not know `:has()` shows every question.

use crate::core::questions::{Clause, Must, QUESTIONS};
use axum::{http::header, response::IntoResponse};
use std::{fmt::Write, sync::LazyLock};

static STYLESHEET: LazyLock<String> =
    LazyLock::new(|| format!("{}{}", include_str!("../../static/meldpunt.css"), conditions()));

/// `GET /style.css`
pub async fn stylesheet() -> impl IntoResponse {
    let kind = (header::CONTENT_TYPE, "text/css; charset=utf-8");
    // No-store, as everything here: a cached file would tell that the page was visited.
    ([kind], STYLESHEET.as_str())
}

/// One rule per condition: hide the question while the condition does not hold.
fn conditions() -> String {
    let mut rules = String::from("@supports selector(:has(a)) {\n");
    for question in QUESTIONS {
        for clause in question.shown {
            let chosen = chosen(clause);
            let form = match clause.must {
                Must::Be => format!("form:not(:has({chosen}))"),
                Must::NotBe => format!("form:has({chosen})"),
            };
            writeln!(rules, "{form} #question-{} {{ display: none; }}", question.key)
                .expect("writing to memory cannot fail");
        }
    }
    rules.push_str("}\n");
    rules
}

fn chosen(clause: &Clause) -> String {
    let fields = clause.values.iter().map(|value| format!("#{}-{value}:checked", clause.key));
    fields.collect::<Vec<_>>().join(", ")
}
