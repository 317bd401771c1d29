//! The pages that inform: start, team, help, privacy, accessibility.

use super::{
    App,
    config::PrivacyConfig,
    doors::{self, DoorView},
    page::Page,
};
use crate::{Language, core::Officer};
use askama::Template;
use askama_web::WebTemplate;
use axum::{
    Extension,
    extract::State,
    response::{IntoResponse, Response},
};
use std::sync::Arc;

#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/start.html")]
struct StartPage<'a> {
    page: Page<'a>,
    intro: String,
    who: String,
    is_anonymous_offered: bool,
    officers: Vec<&'a Officer>,
    has_recovery: bool,
    doors: Vec<DoorView>,
}

/// `GET /`
pub async fn start(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
) -> Response {
    let page = Page::new(&app, language).switching("/");
    let own = app.config.texts.get(&*language);
    let intro = own.and_then(|texts| texts.start_intro.clone());
    let who = own.and_then(|texts| texts.start_who.clone());
    StartPage {
        page,
        intro: intro.unwrap_or_else(|| page.texts.start_intro()),
        who: who.unwrap_or_else(|| page.texts.start_who()),
        is_anonymous_offered: app.config.reporting.anonymous,
        officers: app.team.officers().collect(),
        has_recovery: app.team.has_recovery(),
        doors: doors::other_doors(&app, page.texts),
    }
    .into_response()
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
    let page = Page::new(&app, language).switching("/team");
    let officers = app.team.officers().collect();
    TeamPage { page, officers, has_recovery: app.team.has_recovery() }.into_response()
}

#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/help.html")]
struct HelpPage<'a> {
    page: Page<'a>,
    own: Vec<DoorView>,
    national: Vec<DoorView>,
}

/// `GET /hulp`
pub async fn help(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
) -> Response {
    let page = Page::new(&app, language).switching("/hulp");
    let (own, national) = (doors::own(&app, page.texts), doors::all_national(page.texts));
    HelpPage { page, own, national }.into_response()
}

#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/privacy.html")]
struct PrivacyPage<'a> {
    page: Page<'a>,
    privacy: &'a PrivacyConfig,
    has_recovery: bool,
    more: Option<&'a str>,
}

/// `GET /privacy`
pub async fn privacy(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
) -> Response {
    let page = Page::new(&app, language).switching("/privacy");
    let own = app.config.texts.get(&*language);
    let more = own.and_then(|texts| texts.privacy_more.as_deref());
    let has_recovery = app.team.has_recovery();
    PrivacyPage { page, privacy: &app.config.privacy, has_recovery, more }.into_response()
}

#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/accessibility.html")]
struct AccessibilityPage<'a> {
    page: Page<'a>,
}

/// `GET /toegankelijkheid`
pub async fn accessibility(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
) -> Response {
    let page = Page::new(&app, language).switching("/toegankelijkheid");
    AccessibilityPage { page }.into_response()
}
