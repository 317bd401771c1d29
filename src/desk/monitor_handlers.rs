//! What the desk answers about figures: the page, and the files that leave it.
//!
//! [`super::handlers`] mounts these routes. The page writes nothing; a file leaves after it was
//! noted as published.

use super::{
    form::FormFields,
    handlers::{Shared, away, framed, on_blocking},
    monitoring::export::{Asked, FileKind, look, publish},
    pages::{
        Menu, Notice,
        monitoring::{MonitoringPage, PATH, asked},
    },
    room::{Opened, Room},
};
use crate::{Texts, desk::casework::Keyed};
use axum::{
    Form, Router,
    extract::{Query, State, rejection::FormRejection},
    http::{
        HeaderName, HeaderValue,
        header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    },
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use std::sync::Arc;

/// What a file carries besides the desk's own headers: it is saved, and not opened here.
const FILE_HEADERS: [(HeaderName, HeaderValue); 2] = [
    (CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")),
    (CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
];

/// The pages about figures.
pub(super) fn routes() -> Router<Arc<Room>> {
    Router::new().route(PATH, get(page)).route("/monitoring/export", post(export))
}

async fn page(State(room): Shared, Query(query): Query<Vec<(String, String)>>) -> Response {
    on_blocking(room, move |room| {
        let asked = asked(&FormFields::from(query), room.workplace.today());
        let texts = room.language.load();
        let page = room.with_opened(|opened| figures(room, opened, asked, &texts));
        page.unwrap_or_else(|| away(room, PATH))
    })
    .await
}

fn figures(room: &Room, opened: &mut Opened, asked: Asked, texts: &Texts) -> Response {
    let looked = look(&room.workplace, (&opened.ring, &opened.book), asked.period);
    let notice = match &looked {
        Ok(_) => opened.carried.notice.take(),
        Err(error) => Some(Notice::Bad(error.sentence(texts))),
    };
    let title = texts.desk_monitor_title();
    let frame = framed(room, texts, title, (Menu::Monitoring, notice));
    let today = room.workplace.today();
    MonitoringPage::of(frame, (asked, looked.ok()), today).into_response()
}

async fn export(
    State(room): Shared,
    sent: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    on_blocking(room, move |room| {
        let fields = FormFields::from(sent.map(|Form(fields)| fields).unwrap_or_default());
        let asked = asked(&fields, room.workplace.today());
        let kind = FileKind::find(fields.text("file")).unwrap_or(FileKind::Html);
        let left = room.with_opened(|opened| give_out(room, opened, (asked, kind)));
        left.unwrap_or_else(|| away(room, PATH))
    })
    .await
}

/// The file as a download; the page with a sentence when there is none.
fn give_out(room: &Room, opened: &mut Opened, (asked, kind): (Asked, FileKind)) -> Response {
    let from = (&*opened.ring, &opened.book);
    match publish(&room.workplace, from, (asked, kind), room.language) {
        Ok(bytes) => {
            let (period, audience) = (asked.period, asked.audience.key());
            let name = format!("attachment; filename=\"{period}-{audience}.{}\"", kind.key());
            let name =
                HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"));
            (FILE_HEADERS, [(CONTENT_DISPOSITION, name)], bytes).into_response()
        }
        Err(error) => {
            let sentence = error.sentence(&room.language.load());
            opened.carried.notice = Some(Notice::Bad(sentence));
            let path = format!("{PATH}?period={}&for={}", asked.period, asked.audience.key());
            Redirect::to(&path).into_response()
        }
    }
}
