//! What every page has in common, and the pages that say that something went wrong.
//!
//! Each handler makes a [`Page`] and puts it in its own template. The sentences are fixed texts in
//! the reader's language; nothing that was sent is echoed here.

use super::{
    App,
    doors::{self, DoorView},
    languages::{self, PublicLanguage, Review},
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
    /// How this language is written: `ltr` or `rtl`.
    pub direction: &'static str,
    /// The organisation's name.
    pub organisation: &'a str,
    /// Where "Pagina verlaten" leads.
    pub leave_to: &'a str,
    app: &'a App,
    /// The page's Dutch path; `None` where going to another language would lose typed text.
    pub path: Option<&'static str>,
}

/// The same page in another language.
pub struct OtherLanguage {
    /// Its code, for `hreflang` and `lang`.
    pub code: Language,
    /// How it is written.
    pub direction: &'static str,
    /// Its name in itself.
    pub name: String,
    /// Where it lies.
    pub path: String,
}

impl<'a> Page<'a> {
    /// A page in this language, without a way to the others.
    pub fn new(app: &'a App, language: Language) -> Self {
        let PublicLanguage { base, direction, .. } = *languages::of(language);
        Self {
            texts: app.texts(language),
            language,
            base,
            direction,
            organisation: &app.config.organisation.name,
            leave_to: &app.config.organisation.leave_to,
            app,
            path: None,
        }
    }

    /// With a way to the same page in the other languages, of its Dutch path.
    pub fn switching(self, dutch: &'static str) -> Self {
        Self { path: Some(dutch), ..self }
    }

    /// The same page in every other language; none where going there would lose typed text.
    pub fn other_languages(&self) -> Vec<OtherLanguage> {
        let Some(path) = self.path else { return Vec::new() };
        let others = languages::spoken(self.app).filter(|other| other.language != self.language);
        let view = |other: &PublicLanguage| OtherLanguage {
            code: other.language,
            direction: other.direction,
            name: self.app.texts(other.language).language_name(),
            path: other.path(path),
        };
        others.map(view).collect()
    }

    /// The Dutch texts, where no native speaker has read this language yet: the page says so in
    /// both.
    pub fn unchecked(&self) -> Option<&'a Texts> {
        let review = languages::of(self.language).review;
        (review == Review::Unchecked).then(|| self.app.texts(Language::Nl))
    }

    /// The national door with this key, for a number among the words.
    pub fn doors(&self, key: &str) -> Vec<DoorView> {
        doors::national(self.texts, &[key])
    }
}

/// A date as people say it: `3 december 2026`. Without marks of direction inside: it is of one
/// language, and its parts are to stand in the order of that one.
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
    let words = texts.date_words(date.day(), months[month](texts), date.year().to_string());
    words.replace(['\u{2068}', '\u{2069}'], "")
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
        Problem::CrossSite => (StatusCode::FORBIDDEN, t.problem_cross_heading(), t.problem_cross()),
    };
    (status, ProblemPage { page, heading, text }).into_response()
}

/// The fallback for paths that do not exist.
pub async fn not_found(State(app): State<Arc<App>>, request: Request) -> Response {
    problem(&app, languages::of_path(&app, request.uri().path()), Problem::NotFound)
}

/// The fallback for methods that a path does not take.
pub async fn wrong_method(State(app): State<Arc<App>>, request: Request) -> Response {
    problem(&app, languages::of_path(&app, request.uri().path()), Problem::WrongMethod)
}

/// Gives the refusal of a form from another website a page, in place of bare words.
pub async fn explain_cross_site(
    State(app): State<Arc<App>>,
    request: Request,
    next: Next,
) -> Response {
    let language = languages::of_path(&app, request.uri().path());
    let response = next.run(request).await;
    if response.extensions().get::<ProtectionError>().is_some() {
        problem(&app, language, Problem::CrossSite)
    } else {
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_as_people_say_it() {
        let day = Day::parse("2026-12-03").unwrap();
        assert_eq!(date_in_words(&Language::Nl.load(), day), "3 december 2026");
        assert_eq!(date_in_words(&Language::Ar.load(), day), "3 ديسمبر 2026");
    }
}
