//! The pages over all cases.

use super::{Shared, away, framed, on_blocking};
use crate::{
    Texts,
    core::PublicNumber,
    desk::{
        casework::Keyed,
        form::FormFields,
        pages::{
            Menu,
            case::Tab,
            case_list::{Asked, CaseListPage},
            keeping, number_text,
            today::{Lists, TodayPage},
        },
        room::{Opened, Room},
        view::{CaseLine, day_text, without_marks},
    },
};
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};

pub(super) async fn today(State(room): Shared) -> Response {
    on_blocking(room, |room| {
        let texts = room.language.load();
        let page = room.with_opened(|opened| today_page(room, opened, &texts));
        page.unwrap_or_else(|| away(room, "/"))
    })
    .await
}

fn today_page(room: &Room, opened: &mut Opened, texts: &Texts) -> Response {
    let notice = opened.carried.notice.take();
    let (today, team) = (room.workplace.today(), room.workplace.drawer.team().unwrap_or_default());
    let Opened { ring, book, shelf, .. } = &*opened;
    let lists = Lists { t: texts, today, me: ring.officer(), team: &team, book, shelf };
    let agenda = lists.agenda();
    let (new, new_more) = lists.unanswered();
    let day = day_text(texts, today);
    let page = TodayPage {
        frame: framed(room, texts, texts.desk_today_title(), (Menu::Today, notice)),
        day,
        synced: synced_text(room, texts),
        trouble: trouble(opened, texts),
        stopped: opened.stopped_at.map(|(done, total)| stopped(room, texts, (done, total))),
        unsent: shelf.iter().map(|slip| slip.unsent as u64).sum(),
        damaged: lists.damaged(),
        endings: keeping::notes(&opened.carried.endings, shelf, texts),
        soon: keeping::soon(shelf, today),
        new,
        new_more,
        parts: lists.parts(&agenda),
        later: agenda.count(crate::desk::casework::agenda::When::Later) as u64,
        has_cases: !book.is_empty(),
    };
    page.into_response()
}

/// What goes when.
pub(super) async fn retention(State(room): Shared) -> Response {
    on_blocking(room, |room| {
        let texts = room.language.load();
        let page = room.with_opened(|opened| {
            let title = texts.desk_keep_list_title();
            let notice = opened.carried.notice.take();
            let frame = framed(room, &texts, title, (Menu::Case, notice));
            let lines = keeping::lines((&opened.book, &opened.shelf), &room.terms, &texts);
            keeping::RetentionPage { frame, lines }.into_response()
        });
        page.unwrap_or_else(|| away(room, "/retention"))
    })
    .await
}

fn trouble(opened: &Opened, texts: &Texts) -> Option<String> {
    match &opened.carried.synced {
        Some(Err(error)) => Some(error.sentence(texts)),
        _ => None,
    }
}

fn synced_text(room: &Room, texts: &Texts) -> String {
    let synced_on = room.workplace.drawer.feed_mark().ok().and_then(|mark| mark.synced_on);
    let text = synced_on.map_or_else(
        || texts.desk_synced_never(),
        |day| texts.desk_synced_on(day_text(texts, day)),
    );
    without_marks(&text)
}

fn stopped(room: &Room, texts: &Texts, (done, total): (usize, usize)) -> String {
    let number = |number| number_text(number, room.language);
    without_marks(&texts.desk_opening_stopped(number(done), number(total)))
}

pub(super) async fn cases(
    State(room): Shared,
    Query(query): Query<Vec<(String, String)>>,
) -> Response {
    on_blocking(room, move |room| {
        let texts = room.language.load();
        let query = FormFields::from(query);
        let page = room.with_opened(|opened| list_page(room, opened, &query, &texts));
        page.unwrap_or_else(|| away(room, "/cases"))
    })
    .await
}

fn list_page(room: &Room, opened: &mut Opened, query: &FormFields, texts: &Texts) -> Response {
    let typed = query.text("number").trim().to_owned();
    let number_fault = match (PublicNumber::parse(&typed), typed.is_empty()) {
        (_, true) => None,
        (None, _) => Some(texts.desk_error_number()),
        (Some(number), _) => match opened.shelf.find(number) {
            Some(case) => return Redirect::to(&Tab::Overview.path(case)).into_response(),
            None => Some(texts.desk_number_unknown()),
        },
    };
    let asked = Asked::of(query);
    let (found, counts) = asked.find(&opened.shelf, room.workplace.today());
    let lines = found.iter().filter_map(|id| opened.book.get(*id));
    let pager = asked.pager(found.len(), &counts);
    let notice = opened.carried.notice.take();
    CaseListPage {
        frame: framed(room, texts, texts.desk_list_title(), (Menu::Cases, notice)),
        shows: asked.shows(&counts, (texts, room.language)),
        show: asked.show.key(),
        number: typed,
        number_fault,
        lines: lines.map(|case| CaseLine::of(case, texts)).collect(),
        range: pager.range(texts, room.language),
        back: pager.back,
        next: pager.next,
    }
    .into_response()
}
