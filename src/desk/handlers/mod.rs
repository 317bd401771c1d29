//! What the desk answers to each request.
//!
//! [`super::serve`] mounts the router. Each handler is a few statements on a blocking thread:
//! pages are drawn, items opened and the server asked there. Nothing here is logged.

mod cases;
mod documents;
mod entrance;
mod lists;

use super::{
    door::{self, Refusal},
    file_handlers,
    form::FormFields,
    monitor_handlers,
    pages::{Frame, Menu, MessagePage, Notice, OpeningPage, UnlockPage, number_text},
    room::{Moment, Room},
};
use crate::{Texts, core::CaseId};
use axum::{
    Form, Router,
    extract::{DefaultBodyLimit, Request, State, rejection::FormRejection},
    http::{StatusCode, header::CONTENT_TYPE},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use std::sync::Arc;

/// The largest form: a long message, every character written as `%XX`, with room to spare, so
/// that a message that is too long comes back as it was typed.
const MAX_FORM_BYTES: usize = 1024 * 1024;

/// How often the page that says how far opening is asks for itself, in seconds.
const AGAIN_SECONDS: u8 = 1;

const STYLE_PATH: &str = "/static/desk.css";
const START_PATH: &str = "/start/";

pub(super) type Shared = State<Arc<Room>>;

/// A form as axum takes it in.
type Sent = Result<Form<Vec<(String, String)>>, FormRejection>;

/// All pages of the desk.
pub(super) fn router(room: Arc<Room>) -> Router {
    Router::new()
        .route("/", get(lists::today))
        .route("/start/{token}", get(entrance::start))
        .route("/unlock", get(lists::today).post(entrance::unlock))
        .route("/lock", post(entrance::lock))
        .route("/opening/stop", post(entrance::stop_opening))
        .route("/opening/go-on", post(entrance::go_on_opening))
        .route("/sync", post(entrance::sync))
        .route("/cases", get(lists::cases))
        .route("/retention", get(lists::retention))
        .route("/cases/{id}", get(cases::first_page).post(cases::first_form))
        .route("/cases/{id}/{tab}", get(cases::page).post(cases::form))
        .merge(file_handlers::routes())
        .merge(monitor_handlers::routes())
        .merge(documents::routes())
        .route(STYLE_PATH, get(style))
        .fallback(missing)
        .layer(DefaultBodyLimit::max(MAX_FORM_BYTES))
        .layer(middleware::from_fn_with_state(room.clone(), guard))
        .with_state(room)
}

/// Lets in what comes from our own browser, and puts our headers on whatever goes out.
async fn guard(State(room): Shared, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let open = path == STYLE_PATH || path.starts_with(START_PATH);
    let checked = room.door.check_source(request.method(), request.headers());
    let checked = checked
        .and_then(|()| if open { Ok(()) } else { room.door.check_session(request.headers()) });
    let mut response = match checked {
        Err(refusal) => on_blocking(room, move |room| refused(room, refusal)).await,
        Ok(()) => {
            if !open {
                room.touch(Moment::now(room.workplace.clock()));
            }
            next.run(request).await
        }
    };
    for (name, value) in door::headers() {
        response.headers_mut().entry(name).or_insert(value);
    }
    response
}

/// Runs a handler's work where it may take its time.
pub(super) async fn on_blocking(
    room: Arc<Room>,
    work: impl FnOnce(&Arc<Room>) -> Response + Send + 'static,
) -> Response {
    let done = tokio::task::spawn_blocking(move || work(&room)).await;
    // The work panicked, or the program is stopping.
    done.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

async fn style() -> Response {
    const STYLE: &str = include_str!("../../../static/desk.css");
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], STYLE).into_response()
}

async fn missing(State(room): Shared) -> Response {
    on_blocking(room, |room| not_found(room)).await
}

/// What is shown instead of a page while the desk is locked or opening takes long.
pub(super) fn away(room: &Room, next: &str) -> Response {
    match room.progress() {
        Some(progress) => opening_page(room, progress),
        None => unlock_page(room, next, None, None),
    }
}

fn opening_page(room: &Room, (done, total): (usize, usize)) -> Response {
    let texts = room.language.load();
    let number = |number| number_text(number, room.language);
    let progress =
        super::view::without_marks(&texts.desk_opening_progress(number(done), number(total)));
    let frame = bare(room, &texts, texts.desk_opening_title());
    let frame = Frame { again: Some(AGAIN_SECONDS), ..frame };
    OpeningPage { frame, progress, done, total }.into_response()
}

fn unlock_page(
    room: &Room,
    next: &str,
    error: Option<String>,
    kept: Option<&FormFields>,
) -> Response {
    let texts = room.language.load();
    let frame = bare(room, &texts, texts.desk_unlock_title());
    let kept = kept.map(|fields| fields.iter().collect()).unwrap_or_default();
    UnlockPage { frame, error, next: next.to_owned(), kept }.into_response()
}

fn refused(room: &Room, refusal: Refusal) -> Response {
    let texts = room.language.load();
    match refusal {
        Refusal::Host => message(room, StatusCode::MISDIRECTED_REQUEST, texts.desk_refused_host()),
        Refusal::Origin => message(room, StatusCode::FORBIDDEN, texts.desk_refused_origin()),
        Refusal::Session => message(room, StatusCode::FORBIDDEN, texts.desk_refused_session()),
    }
}

pub(super) fn not_found(room: &Room) -> Response {
    message(room, StatusCode::NOT_FOUND, room.language.load().desk_not_found())
}

fn bad_form(room: &Room) -> Response {
    message(room, StatusCode::BAD_REQUEST, room.language.load().desk_bad_form())
}

pub(super) fn message(room: &Room, status: StatusCode, text: String) -> Response {
    let texts = room.language.load();
    let title = if status.is_success() { texts.desk_title() } else { texts.desk_refused_title() };
    (status, MessagePage { frame: bare(room, &texts, title), text }).into_response()
}

fn bare<'a>(room: &Room, t: &'a Texts, title: String) -> Frame<'a> {
    framed(room, t, title, (Menu::Bare, None))
}

pub(super) fn framed<'a>(
    room: &Room,
    t: &'a Texts,
    title: String,
    (menu, notice): (Menu, Option<Notice>),
) -> Frame<'a> {
    Frame { t, language: room.language, title, menu, notice, again: None }
}

/// A path of ours, from what a form says; anything else is the first page.
fn our_path(typed: &str) -> String {
    use super::pages::case::Tab;
    let first = || "/".to_owned();
    if typed == "/cases" || typed == super::pages::monitoring::PATH {
        return typed.to_owned();
    }
    let Some(rest) = typed.strip_prefix("/cases/") else { return first() };
    let (id, segment) = rest.split_once('/').unwrap_or((rest, ""));
    match (CaseId::parse(id), Tab::find(segment)) {
        (Some(id), Some(tab)) => tab.path(id),
        _ => first(),
    }
}
