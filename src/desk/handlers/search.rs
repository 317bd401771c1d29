//! The search over all cases.

use super::{Sent, Shared, away, bad_form, framed, lists::stopped, on_blocking};
use crate::{
    Texts,
    desk::{
        form::FormFields,
        pages::{Menu, number_text, search::SearchPage},
        room::{Opened, Room},
        signal_line::SignalLine,
    },
};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Response},
};

/// The most cases that are shown at one time.
const MAX_SHOWN: usize = 50;

/// The most that is read of what was typed, in characters.
const MAX_TYPED_CHARS: usize = 200;

/// The page's address.
pub(super) const PATH: &str = "/search";

pub(super) async fn blank(State(room): Shared) -> Response {
    on_blocking(room, |room| {
        let texts = room.language.load();
        let page = room.with_opened(|opened| search_page(room, opened, &texts).into_response());
        page.unwrap_or_else(|| away(room, PATH))
    })
    .await
}

pub(super) async fn find(State(room): Shared, sent: Sent) -> Response {
    on_blocking(room, |room| {
        let Ok(Form(fields)) = sent else { return bad_form(room) };
        let typed: String =
            FormFields::from(fields).text("words").trim().chars().take(MAX_TYPED_CHARS).collect();
        let texts = room.language.load();
        let page = room.with_opened(|opened| found_page(room, opened, typed, &texts));
        page.unwrap_or_else(|| away(room, PATH))
    })
    .await
}

fn search_page<'a>(room: &Room, opened: &mut Opened, texts: &'a Texts) -> SearchPage<'a> {
    let notice = opened.carried.notice.take();
    SearchPage {
        frame: framed(room, texts, texts.desk_search_title(), (Menu::Search, notice)),
        typed: String::new(),
        fault: None,
        count: String::new(),
        lines: Vec::new(),
        partly: opened.stopped_at.map(|at| stopped(room, texts, at)),
    }
}

fn found_page(room: &Room, opened: &mut Opened, typed: String, texts: &Texts) -> Response {
    let page = search_page(room, opened, texts);
    if typed.is_empty() {
        let fault = Some(texts.desk_search_empty());
        return SearchPage { fault, ..page }.into_response();
    }
    let mut found = opened.signals.find(&typed);
    found.retain(|found| opened.book.get(found.case).is_some());
    let lines = SignalLine::all(&found, &opened.book, MAX_SHOWN, texts);
    let count = match found.len() {
        0 => texts.desk_search_nothing(),
        all if all > lines.len() => {
            let number = |number| number_text(number, room.language);
            texts.desk_search_first(number(all), number(lines.len()))
        }
        all => texts.desk_search_found(all as u64),
    };
    SearchPage { count: crate::desk::view::without_marks(&count), lines, typed, ..page }
        .into_response()
}
