//! Documents of a case: one as it will be, and taking it out on purpose.
//!
//! The list is a page of the case like the others. A document is given out in one way alone: after
//! a tick, as a download that no browser opens by itself, with a line in the case's log.

use super::{Sent, Shared, away, bad_form, cases::with_case, not_found, on_blocking};
use crate::{
    core::{CaseId, EntryId},
    desk::{
        act::Act,
        casework::{DocumentKind, Event, Keyed, choices::Audited},
        documents::{self, NamesLeft, Wish},
        file_handlers::{SANDBOX, disposition},
        form::FormFields,
        pages::{
            Notice,
            case::{CaseContext, Tab},
            documents as pages,
        },
        paper::Format,
        room::{Opened, Room},
    },
};
use axum::{
    Form, Router,
    extract::{Path, Query, State},
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use std::sync::Arc;

type Place = Path<(String, String)>;

/// The pages about one document.
pub(super) fn routes() -> Router<Arc<Room>> {
    Router::new()
        .route("/cases/{id}/documents/{kind}", get(page))
        .route("/cases/{id}/documents/{kind}/save", post(save))
}

async fn page(
    State(room): Shared,
    Path(place): Place,
    Query(query): Query<Vec<(String, String)>>,
) -> Response {
    on_blocking(room, move |room| {
        let Some((id, kind)) = parse(&place) else { return not_found(room) };
        let query = FormFields::from(query);
        let drawn = room.with_opened(|opened| draw(room, opened, (id, kind), &query));
        drawn.unwrap_or_else(|| away(room, &Tab::Documents.path(id)))
    })
    .await
}

fn draw(
    room: &Room,
    opened: &mut Opened,
    (id, kind): (CaseId, DocumentKind),
    query: &FormFields,
) -> Response {
    let texts = room.language.load();
    let notice = opened.carried.notice.take();
    let drawn = with_case((room, &texts), opened, (id, query), |context| {
        let page = pages::one(context, kind, notice);
        page.map(IntoResponse::into_response).map_err(|refusal| refusal.sentence(&texts))
    });
    match drawn {
        None => not_found(room),
        Some(Ok(page)) => page,
        Some(Err(sentence)) => {
            opened.carried.notice = Some(Notice::Bad(sentence));
            Redirect::to(&Tab::Documents.path(id)).into_response()
        }
    }
}

async fn save(State(room): Shared, Path(place): Place, sent: Sent) -> Response {
    on_blocking(room, move |room| {
        let Some((id, kind)) = parse(&place) else { return not_found(room) };
        let Ok(Form(fields)) = sent else { return bad_form(room) };
        let fields = FormFields::from(fields);
        let Some(once) = fields.once() else { return bad_form(room) };
        let saved = room.with_opened(|opened| give_out(room, opened, (id, kind, once), &fields));
        saved.unwrap_or_else(|| away(room, &Tab::Documents.path(id)))
    })
    .await
}

/// The document as a download, with a line in the log; or its page with what is missing.
fn give_out(
    room: &Room,
    opened: &mut Opened,
    (id, kind, once): (CaseId, DocumentKind, EntryId),
    fields: &FormFields,
) -> Response {
    let texts = room.language.load();
    let nothing = FormFields::default();
    let made = with_case((room, &texts), opened, (id, &nothing), |context| {
        let name = format!("{}-{}", context.file.report.number, kind.key());
        read(context, kind, fields).map(|(format, bytes)| (name, format, bytes))
    });
    let Some(made) = made else { return not_found(room) };
    let kept = made.and_then(|made| {
        let events = vec![Event::Audit(Audited::Document(kind))];
        let act = Act { once, message: None, events };
        super::cases::seal(room, opened, (id, &texts), act).map(|_| made)
    });
    match kept {
        Ok((name, format, bytes)) => download(&name, format, bytes),
        Err(sentence) => {
            opened.carried.notice = Some(Notice::Bad(sentence));
            let again = pages::query(pages::wish(kind, fields, NamesLeft::Left));
            Redirect::to(&format!("{}{again}", pages::path(id, kind))).into_response()
        }
    }
}

/// Makes the file that a form asks for, or says what is missing.
fn read(
    context: &CaseContext,
    kind: DocumentKind,
    fields: &FormFields,
) -> Result<(Format, Vec<u8>), String> {
    let t = context.t;
    if fields.text("chosen") != "yes" {
        return Err(t.desk_document_chosen_fault());
    }
    let format =
        Format::find(fields.text("format")).ok_or_else(|| t.desk_document_format_fault())?;
    let make = |names| {
        let wish: Wish = pages::wish(kind, fields, names);
        documents::make(&pages::source(context), wish).map_err(|refusal| refusal.sentence(t))
    };
    let made = match fields.text("names") {
        "leave" => make(NamesLeft::Left)?,
        "replace" => make(NamesLeft::Replaced)?,
        _ => make(NamesLeft::Left).and_then(|made| {
            if made.left.is_empty() { Ok(made) } else { Err(t.desk_document_names_fault()) }
        })?,
    };
    let bytes = made.paper.file(format).map_err(|_| t.desk_document_not_made())?;
    Ok((format, bytes))
}

fn download(name: &str, format: Format, bytes: Vec<u8>) -> Response {
    let name = format!("{name}.{}", format.extension());
    let name = HeaderValue::from_str(&disposition(&name))
        .unwrap_or(HeaderValue::from_static("attachment"));
    let kind = HeaderValue::from_static(format.media_type());
    ([SANDBOX, (CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], bytes).into_response()
}

fn parse((case, kind): &(String, String)) -> Option<(CaseId, DocumentKind)> {
    Some((CaseId::parse(case)?, DocumentKind::find(kind)?))
}
