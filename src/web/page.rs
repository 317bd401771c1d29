//! What every page has in common, and the pages that say that something went wrong.
//!
//! Each handler makes a [`Page`] and puts it in its own template. The sentences are fixed texts in
//! the reader's language; nothing that was sent is echoed here.

use super::{
    App,
    doors::{self, DoorView},
};
use crate::{Language, Texts, core::Day};
use askama::Template;
use askama_web::WebTemplate;
use axum::{
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::sync::Arc;
use tower_http::csrf::ProtectionError;

/// What the template around every page needs.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The texts in the page's language.
    pub texts: &'a Texts,
    /// The page's language.
    pub language: Language,
    /// What every path in this language begins with: nothing, or `/en`.
    pub base: &'static str,
    /// The organisation's name.
    pub organisation: &'a str,
    /// Where "Pagina verlaten" leads.
    pub leave_to: &'a str,
    /// How many languages this server speaks.
    languages: usize,
    /// The same page in the other language; `None` where going there would lose typed text.
    pub other_language: Option<&'static str>,
}

impl<'a> Page<'a> {
    /// A page in this language, without a way to the other one.
    pub fn new(app: &'a App, language: Language) -> Self {
        Self {
            texts: app.texts(language),
            language,
            base: match language {
                Language::Nl => "",
                Language::En => "/en",
            },
            organisation: &app.config.organisation.name,
            leave_to: &app.config.organisation.leave_to,
            languages: app.config.reporting.languages.len(),
            other_language: None,
        }
    }

    /// With a way to the same page in the other language: its Dutch path and its English one.
    pub fn switching(self, dutch: &'static str, english: &'static str) -> Self {
        let other = match self.language {
            Language::Nl => english,
            Language::En => dutch,
        };
        let is_spoken = self.languages > 1;
        Self { other_language: is_spoken.then_some(other), ..self }
    }

    /// The national door with this key, for a number among the words.
    pub fn doors(&self, key: &str) -> Vec<DoorView> {
        doors::national(self.texts, &[key])
    }

    /// The code of the other language, for `hreflang` and `lang`.
    pub fn other_code(&self) -> &'static str {
        match self.language {
            Language::Nl => "en",
            Language::En => "nl",
        }
    }
}

/// A date as people say it: `3 december 2026`.
pub fn date_in_words(texts: &Texts, day: Day) -> String {
    let date = day.date();
    let months = [
        Texts::month_1,
        Texts::month_2,
        Texts::month_3,
        Texts::month_4,
        Texts::month_5,
        Texts::month_6,
        Texts::month_7,
        Texts::month_8,
        Texts::month_9,
        Texts::month_10,
        Texts::month_11,
        Texts::month_12,
    ];
    let month = usize::try_from(date.month() - 1).unwrap_or_default();
    texts.date_words(date.day(), months[month](texts), date.year().to_string())
}

/// A page with a heading, a sentence, and the way to the start page.
#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/problem.html")]
struct ProblemPage<'a> {
    page: Page<'a>,
    heading: String,
    text: String,
}

/// What went wrong, for a page of its own.
#[derive(Clone, Copy)]
pub enum Problem {
    /// There is no such page.
    NotFound,
    /// The page takes no such request.
    WrongMethod,
    /// The server cannot do its work.
    Server,
    /// A form from another website.
    CrossSite,
}

/// The page that says so.
pub fn problem(app: &App, language: Language, problem: Problem) -> Response {
    let page = Page::new(app, language);
    let t = page.texts;
    let (status, heading, text) = match problem {
        Problem::NotFound => {
            (StatusCode::NOT_FOUND, t.problem_not_found_heading(), t.problem_not_found())
        }
        Problem::WrongMethod => {
            (StatusCode::METHOD_NOT_ALLOWED, t.problem_method_heading(), t.problem_method())
        }
        Problem::Server => {
            (StatusCode::SERVICE_UNAVAILABLE, t.problem_server_heading(), t.problem_server())
        }
        Problem::CrossSite => (StatusCode::FORBIDDEN, t.problem_cross_heading(), t.problem_cross()),
    };
    (status, ProblemPage { page, heading, text }).into_response()
}

/// The fallback for paths that do not exist.
pub async fn not_found(State(app): State<Arc<App>>, request: Request) -> Response {
    problem(&app, language_of(request.uri().path()), Problem::NotFound)
}

/// The fallback for methods that a path does not take.
pub async fn wrong_method(State(app): State<Arc<App>>, request: Request) -> Response {
    problem(&app, language_of(request.uri().path()), Problem::WrongMethod)
}

/// Gives the refusal of a form from another website a page, in place of bare words.
pub async fn explain_cross_site(
    State(app): State<Arc<App>>,
    request: Request,
    next: Next,
) -> Response {
    let language = language_of(request.uri().path());
    let response = next.run(request).await;
    if response.extensions().get::<ProtectionError>().is_some() {
        problem(&app, language, Problem::CrossSite)
    } else {
        response
    }
}

/// The language that a path speaks.
pub fn language_of(path: &str) -> Language {
    if path == "/en" || path.starts_with("/en/") { Language::En } else { Language::Nl }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_as_people_say_it() {
        let day = Day::parse("2026-12-03").unwrap();
        let words = date_in_words(&Language::Nl.load(), day);
        let plain: String =
            words.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
        assert_eq!(plain, "3 december 2026");
    }
}
