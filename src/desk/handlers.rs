//! What the desk answers to each request.
//!
//! [`super::serve`] mounts the router. Each handler is a few statements on a blocking thread:
//! pages are drawn, items opened and the server asked there. Nothing here is logged.

use super::{
    casebook::{Case, Waiting},
    compose::ReplyForm,
    door::{HEADERS, Refusal},
    pages::{CasePage, Frame, InboxPage, Menu, MessagePage, Notice, UnlockPage},
    serve::{Draft, Moment, Opened, Room},
    sync::{SyncError, Synced},
    view::{CaseLine, CaseView, day_text},
};
use crate::{
    Texts,
    core::{CaseId, Plaintext},
};
use axum::{
    Form, Router,
    extract::{DefaultBodyLimit, Path, Request, State, rejection::FormRejection},
    http::{
        HeaderValue, StatusCode,
        header::{CONTENT_TYPE, REFRESH, SET_COOKIE},
    },
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use serde::Deserialize;
use std::sync::Arc;

/// The largest form: a long message, every character written as `%XX`, with room to spare, so
/// that a message that is too long comes back as it was typed.
const MAX_FORM_BYTES: usize = 1024 * 1024;

const STYLE_PATH: &str = "/static/desk.css";
const START_PATH: &str = "/start/";

type Shared = State<Arc<Room>>;

/// The passphrase form, with a reply that was typed before the desk locked.
#[derive(Deserialize)]
struct UnlockForm {
    passphrase: String,
    #[serde(default)]
    next: String,
    #[serde(flatten)]
    kept: ReplyFields,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ReplyFields {
    text: String,
    status: String,
    next_news: String,
    silence_until: String,
}

impl From<ReplyFields> for ReplyForm {
    fn from(fields: ReplyFields) -> Self {
        let ReplyFields { text, status, next_news, silence_until } = fields;
        Self { text: text.into(), status, next_news, silence_until }
    }
}

/// All pages of the desk.
pub(super) fn router(room: Arc<Room>) -> Router {
    Router::new()
        .route("/", get(inbox))
        .route("/start/{token}", get(start))
        .route("/unlock", get(inbox).post(unlock))
        .route("/lock", post(lock))
        .route("/sync", post(sync))
        .route("/cases/{id}", get(case))
        .route("/cases/{id}/reply", post(reply))
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
    response.headers_mut().extend(HEADERS);
    response
}

/// Runs a handler's work where it may take its time.
async fn on_blocking(
    room: Arc<Room>,
    work: impl FnOnce(&Room) -> Response + Send + 'static,
) -> Response {
    let done = tokio::task::spawn_blocking(move || work(&room)).await;
    // The work panicked, or the program is stopping.
    done.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

async fn start(State(room): Shared, Path(token): Path<String>) -> Response {
    on_blocking(room, move |room| {
        let texts = room.language.load();
        let cookie = room.door.enter(&token).and_then(|it| HeaderValue::from_str(&it).ok());
        let Some(cookie) = cookie else {
            return message(room, StatusCode::FORBIDDEN, texts.desk_link_used());
        };
        // A redirect would come from wherever the link was opened, and browsers keep a strict
        // cookie from it; this page leads on by itself, as our own.
        let page = message(room, StatusCode::OK, texts.desk_link_welcome());
        let headers = [(SET_COOKIE, cookie), (REFRESH, HeaderValue::from_static("0; url=/"))];
        (headers, page).into_response()
    })
    .await
}

async fn style() -> Response {
    const STYLE: &str = include_str!("../../static/desk.css");
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], STYLE).into_response()
}

async fn missing(State(room): Shared) -> Response {
    on_blocking(room, not_found).await
}

async fn inbox(State(room): Shared) -> Response {
    on_blocking(room, |room| {
        let texts = room.language.load();
        let page = room.with_opened(|opened| inbox_page(room, opened, &texts));
        page.unwrap_or_else(|| unlock_page(room, "/", None, None))
    })
    .await
}

async fn case(State(room): Shared, Path(id): Path<String>) -> Response {
    on_blocking(room, move |room| {
        let Some(id) = CaseId::parse(&id) else { return not_found(room) };
        let texts = room.language.load();
        let page = room.with_opened(|opened| case_page(room, opened, id, &texts));
        page.unwrap_or_else(|| unlock_page(room, &case_path(id), None, None))
    })
    .await
}

async fn lock(State(room): Shared) -> Response {
    room.lock();
    Redirect::to("/").into_response()
}

async fn sync(State(room): Shared) -> Response {
    on_blocking(room, |room| {
        room.sync();
        let texts = room.language.load();
        room.with_opened(|opened| opened.notice = Some(sync_notice(opened, &texts)));
        Redirect::to("/").into_response()
    })
    .await
}

async fn unlock(State(room): Shared, form: Result<Form<UnlockForm>, FormRejection>) -> Response {
    on_blocking(room, move |room| {
        let Ok(Form(form)) = form else { return bad_form(room) };
        let (passphrase, kept) = (Plaintext::from(form.passphrase), ReplyForm::from(form.kept));
        // Only our own pages are gone to, whatever the form says.
        let case = form.next.strip_prefix("/cases/").and_then(CaseId::parse);
        let next = case.map_or_else(|| "/".to_owned(), case_path);
        if let Err(error) = room.unlock(&passphrase) {
            let error = error.sentence(&room.language.load());
            return unlock_page(room, &next, Some(error), Some(&kept));
        }
        if let Some(case) = case.filter(|_| !kept.is_empty()) {
            keep_draft(room, case, kept);
        }
        Redirect::to(&next).into_response()
    })
    .await
}

async fn reply(
    State(room): Shared,
    Path(id): Path<String>,
    form: Result<Form<ReplyFields>, FormRejection>,
) -> Response {
    on_blocking(room, move |room| {
        let Some(id) = CaseId::parse(&id) else { return not_found(room) };
        let Ok(Form(fields)) = form else { return bad_form(room) };
        let (form, texts) = (ReplyForm::from(fields), room.language.load());
        let mut form = Some(form);
        let kept = room.with_opened(|opened| keep_reply(room, opened, id, &mut form, &texts));
        match kept {
            None => return unlock_page(room, &case_path(id), None, form.as_ref()),
            Some(Kept::Unknown) => return not_found(room),
            Some(Kept::AsDraft) => {}
            Some(Kept::Sealed) => {
                room.sync();
                room.with_opened(|opened| opened.notice = Some(sent_notice(opened, id, &texts)));
            }
        }
        Redirect::to(&case_path(id)).into_response()
    })
    .await
}

/// What became of a reply.
enum Kept {
    /// There is no such case.
    Unknown,
    /// Something is wrong with it: it stands in its box again.
    AsDraft,
    /// It lies sealed in the outbox.
    Sealed,
}

/// Seals a reply into the outbox, or keeps what was typed with what is wrong about it.
fn keep_reply(
    room: &Room,
    opened: &mut Opened,
    id: CaseId,
    form: &mut Option<ReplyForm>,
    texts: &Texts,
) -> Kept {
    let (Some(case), Some(form)) = (opened.book.get_mut(id), form.take()) else {
        return Kept::Unknown;
    };
    let faults = match form.parse(room.workplace.today()) {
        Err(faults) => faults,
        Ok(reply) => match room.workplace.keep_reply(&opened.ring, case, reply) {
            Ok(()) => {
                opened.drafts.remove(&id);
                return Kept::Sealed;
            }
            Err(error) => {
                opened.notice = Some(Notice::Bad(error.sentence(texts)));
                Vec::new()
            }
        },
    };
    opened.drafts.insert(id, Draft { form, faults });
    Kept::AsDraft
}

fn keep_draft(room: &Room, case: CaseId, form: ReplyForm) {
    let texts = room.language.load();
    room.with_opened(|opened| {
        opened.drafts.insert(case, Draft { form, faults: Vec::new() });
        opened.notice = Some(Notice::Bad(texts.desk_notice_draft()));
    });
}

fn inbox_page(room: &Room, opened: &mut Opened, texts: &Texts) -> Response {
    let synced_on = room.workplace.drawer.feed_mark().ok().and_then(|mark| mark.synced_on);
    let synced = synced_on.map_or_else(
        || texts.desk_synced_never(),
        |day| texts.desk_synced_on(day_text(texts, day)),
    );
    let (mut fresh, mut open, mut closed) = (Vec::new(), Vec::new(), Vec::new());
    for case in opened.book.iter() {
        let list = match case.waiting() {
            _ if case.is_closed() => &mut closed,
            Waiting::FirstAnswer => &mut fresh,
            Waiting::Answer | Waiting::Nothing => &mut open,
        };
        list.push(CaseLine::of(case, texts));
    }
    let trouble = match &opened.synced {
        Some(Err(error)) => Some(error.sentence(texts)),
        _ => None,
    };
    let frame = frame(room, texts, texts.desk_inbox_title(), opened.notice.take());
    InboxPage { frame, synced, trouble, fresh, open, closed }.into_response()
}

fn case_page(room: &Room, opened: &mut Opened, id: CaseId, texts: &Texts) -> Response {
    let notice = opened.notice.take();
    let Some(case) = opened.book.get(id) else { return not_found(room) };
    let team = room.workplace.drawer.team().unwrap_or_default();
    let view = CaseView::of(case, &team, opened.ring.officer(), texts);
    let today = room.workplace.today();
    let first = case.report().is_ok() && case.waiting() == Waiting::FirstAnswer;
    let blank = blank_reply(room, case, first);
    let draft = opened.drafts.get(&id);
    CasePage {
        frame: frame(room, texts, texts.desk_case_title(&view.line.number), notice),
        case: view,
        reply: draft.map_or(&blank, |draft| &draft.form),
        faults: draft.map(|draft| draft.faults.clone()).unwrap_or_default(),
        first,
        today: today.iso(),
    }
    .into_response()
}

fn blank_reply(room: &Room, case: &Case, first: bool) -> ReplyForm {
    let today = room.workplace.today();
    if first { ReplyForm::acknowledgement(case, today) } else { ReplyForm::blank(today) }
}

fn sync_notice(opened: &Opened, texts: &Texts) -> Notice {
    match &opened.synced {
        Some(Err(error)) => Notice::Bad(error.sentence(texts)),
        Some(Ok(Synced { refused, .. })) if *refused > 0 => {
            Notice::Bad(texts.desk_notice_refused(*refused as u64))
        }
        Some(Ok(Synced { changed, .. })) if *changed > 0 => {
            Notice::Bad(texts.desk_notice_changed(*changed as u64))
        }
        Some(Ok(synced)) => Notice::Good(texts.desk_notice_synced(synced.fetched as u64)),
        None => Notice::Bad(SyncError::NoServer.sentence(texts)),
    }
}

fn sent_notice(opened: &Opened, id: CaseId, texts: &Texts) -> Notice {
    if opened.book.get(id).is_some_and(|case| case.unsent.is_empty()) {
        return Notice::Good(texts.desk_notice_sent());
    }
    let reason = match &opened.synced {
        Some(Err(error)) => error.sentence(texts),
        _ => super::sync::RemoteError::UnknownCase.sentence(texts),
    };
    Notice::Bad(format!("{} {reason}", texts.desk_notice_unsent()))
}

fn unlock_page(
    room: &Room,
    next: &str,
    error: Option<String>,
    kept: Option<&ReplyForm>,
) -> Response {
    let texts = room.language.load();
    let frame = bare(room, &texts, texts.desk_unlock_title());
    let kept = kept.filter(|form| !form.is_empty());
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

fn not_found(room: &Room) -> Response {
    message(room, StatusCode::NOT_FOUND, room.language.load().desk_not_found())
}

fn bad_form(room: &Room) -> Response {
    message(room, StatusCode::BAD_REQUEST, room.language.load().desk_bad_form())
}

fn message(room: &Room, status: StatusCode, text: String) -> Response {
    let texts = room.language.load();
    let title = if status.is_success() { texts.desk_title() } else { texts.desk_refused_title() };
    (status, MessagePage { frame: bare(room, &texts, title), text }).into_response()
}

fn frame<'a>(room: &Room, t: &'a Texts, title: String, notice: Option<Notice>) -> Frame<'a> {
    Frame { t, language: room.language, title, menu: Menu::Unlocked, notice }
}

fn bare<'a>(room: &Room, t: &'a Texts, title: String) -> Frame<'a> {
    Frame { t, language: room.language, title, menu: Menu::Bare, notice: None }
}

fn case_path(id: CaseId) -> String {
    format!("/cases/{id}")
}
