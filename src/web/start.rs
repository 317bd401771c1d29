//! The start page, and the page that says who reads reports.

use super::{App, page::Page};
use crate::{Language, core::Officer};
use askama::Template;
use askama_web::WebTemplate;
use axum::{Extension, extract::State, response::IntoResponse, response::Response};
use std::sync::Arc;

#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/start.html")]
struct StartPage<'a> {
    page: Page<'a>,
}

/// `GET /`
pub async fn start(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
) -> Response {
    StartPage { page: Page::new(&app, language).switching("/", "/en") }.into_response()
}

#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/team.html")]
struct TeamPage<'a> {
    page: Page<'a>,
    officers: Vec<&'a Officer>,
    has_recovery: bool,
}

/// `GET /team`
pub async fn team(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
) -> Response {
    let page = Page::new(&app, language).switching("/team", "/en/team");
    let officers = app.team.officers().collect();
    TeamPage { page, officers, has_recovery: app.team.has_recovery() }.into_response()
}
