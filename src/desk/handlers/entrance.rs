//! Coming in, unlocking, opening, bringing up to date, locking.

use super::{Sent, Shared, away, bad_form, message, on_blocking, our_path, unlock_page};
use crate::{
    Texts,
    core::Plaintext,
    desk::{
        form::FormFields,
        pages::Notice,
        room::{Opened, Room},
        sync::{SyncError, Synced},
    },
};
use axum::{
    Form,
    extract::{Path, State},
    http::{
        HeaderValue, StatusCode,
        header::{REFRESH, SET_COOKIE},
    },
    response::{IntoResponse, Redirect, Response},
};

/// What stands before the name of a field that was typed before the desk locked.
const KEPT: &str = "kept-";

pub(super) async fn start(State(room): Shared, Path(token): Path<String>) -> Response {
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

pub(super) async fn unlock(State(room): Shared, sent: Sent) -> Response {
    on_blocking(room, move |room| {
        let Ok(Form(fields)) = sent else { return bad_form(room) };
        let fields = FormFields::from(fields);
        if fields.all("passphrase").next().is_none() {
            return bad_form(room);
        }
        let passphrase = Plaintext::from(fields.text("passphrase"));
        let next = our_path(fields.text("next"));
        let kept = fields.beginning(KEPT);
        if let Err(error) = room.unlock(&passphrase) {
            let error = error.sentence(&room.language.load());
            return unlock_page(room, &next, Some(error), Some(&kept));
        }
        match kept.form() {
            "" => Redirect::to(&next).into_response(),
            _ => give_back(room, &next, kept),
        }
    })
    .await
}

/// Puts a form that was typed back on its page.
pub(super) fn give_back(room: &Room, path: &str, fields: FormFields) -> Response {
    let anchor = anchor(fields.form());
    let notice = Notice::Bad(room.language.load().desk_notice_draft());
    match room.keep_draft(path, fields, notice) {
        None => Redirect::to(&format!("{path}{anchor}")).into_response(),
        Some(fields) => unlock_page(room, path, None, Some(&fields)),
    }
}

/// The place of a form on its page; none for a name that is none of ours.
pub(super) fn anchor(form: &str) -> String {
    let is_name = |symbol: char| symbol.is_ascii_alphanumeric() || matches!(symbol, '-' | '_');
    if form.chars().all(is_name) { format!("#{form}") } else { String::new() }
}

pub(super) async fn lock(State(room): Shared) -> Response {
    room.lock();
    Redirect::to("/").into_response()
}

pub(super) async fn stop_opening(State(room): Shared) -> Response {
    on_blocking(room, |room| {
        room.stop_opening();
        Redirect::to("/").into_response()
    })
    .await
}

pub(super) async fn go_on_opening(State(room): Shared) -> Response {
    on_blocking(room, |room| {
        room.go_on_opening();
        Redirect::to("/").into_response()
    })
    .await
}

pub(super) async fn sync(State(room): Shared, sent: Sent) -> Response {
    on_blocking(room, |room| {
        room.sync();
        let texts = room.language.load();
        let next = sent.map(|Form(fields)| our_path(FormFields::from(fields).text("next")));
        let next = next.unwrap_or_else(|_| "/".to_owned());
        let said = room.with_opened(|opened| {
            opened.carried.notice = Some(sync_notice(opened, &texts));
        });
        match said {
            Some(()) => Redirect::to(&next).into_response(),
            None => away(room, &next),
        }
    })
    .await
}

fn sync_notice(opened: &Opened, texts: &Texts) -> Notice {
    match &opened.carried.synced {
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
