//! What the desk answers about attachments: fetch one, look at it, save it on purpose.
//!
//! [`super::handlers`] mounts these routes. A file's content is given out in one way alone: after
//! an explicit choice, as a download that no browser opens by itself. What is shown of a picture
//! was drawn by [`super::picture`].

use super::{
    attachments::FileError,
    file_line::{FileLine, saved_name},
    handlers::{Shared, away, framed, message, not_found, on_blocking},
    pages::{FilePage, Menu, Notice, case::Tab},
    picture,
    room::{Opened, Room},
};
use crate::{
    Texts,
    core::{AttachmentId, CaseId, files::FileKind},
};
use axum::{
    Form, Router,
    extract::{Path, State, rejection::FormRejection},
    http::{
        HeaderName, HeaderValue, StatusCode,
        header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    },
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use serde::Deserialize;
use std::sync::Arc;

/// What a saved file carries besides the desk's own headers: whatever it is, it is not opened here.
const FILE_HEADERS: [(HeaderName, HeaderValue); 2] =
    [(CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")), SANDBOX];

/// Whatever is given out has no rights in a browser.
pub(super) const SANDBOX: (HeaderName, HeaderValue) =
    (CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));

/// What a picture of ours carries besides the desk's own headers.
const PICTURE_HEADERS: [(HeaderName, HeaderValue); 2] = [
    (CONTENT_TYPE, HeaderValue::from_static("image/jpeg")),
    (CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
];

type Place = Path<(String, String)>;

/// The choice to save; a box that is not ticked is not sent.
#[derive(Deserialize)]
struct SaveForm {
    chosen: Option<String>,
}

/// The pages about attachments.
pub(super) fn routes() -> Router<Arc<Room>> {
    Router::new()
        .route("/cases/{id}/attachments/{attachment}", get(page))
        .route("/cases/{id}/attachments/{attachment}/picture", get(shown))
        .route("/cases/{id}/attachments/{attachment}/fetch", post(fetch))
        .route("/cases/{id}/attachments/{attachment}/save", post(save))
}

async fn page(State(room): Shared, Path(place): Place) -> Response {
    on_blocking(room, move |room| {
        let Some((case, id)) = parse(&place) else { return not_found(room) };
        let texts = room.language.load();
        let looked = look(room, (case, id));
        let page = room.with_opened(|opened| {
            if let Err(error) = looked {
                opened.carried.notice = Some(Notice::Bad(error.sentence(&texts)));
            }
            file_page(room, opened, (case, id), &texts)
        });
        page.unwrap_or_else(|| away(room, &Tab::Report.path(case)))
    })
    .await
}

async fn shown(State(room): Shared, Path(place): Place) -> Response {
    on_blocking(room, move |room| {
        let Some((case, id)) = parse(&place) else { return not_found(room) };
        let texts = room.language.load();
        if let Err(error) = look(room, (case, id)) {
            return message(room, StatusCode::UNPROCESSABLE_ENTITY, error.sentence(&texts));
        }
        let drawn = room.with_opened(|opened| {
            let attachment = opened.book.get(case).and_then(|case| case.attachment(id))?;
            opened.carried.gallery.get(attachment.id)
        });
        match drawn {
            None => away(room, &Tab::Report.path(case)),
            Some(None) => not_found(room),
            Some(Some(Ok(drawn))) => (PICTURE_HEADERS, drawn.jpeg.to_vec()).into_response(),
            Some(Some(Err(error))) => {
                message(room, StatusCode::UNPROCESSABLE_ENTITY, error.sentence(&texts))
            }
        }
    })
    .await
}

/// Draws a picture that is here, unless that was done before. The desk can be used, and locked,
/// meanwhile; then nothing is kept.
///
/// # Errors
/// [`FileError`]: it does not open.
fn look(room: &Room, (case, id): (CaseId, AttachmentId)) -> Result<(), FileError> {
    let _alone = room.draw_alone();
    let content = room.with_opened(|opened| {
        if opened.carried.gallery.get(id).is_some() {
            return None;
        }
        let attachment = opened.book.get(case)?.attachment(id)?;
        let kind = FileKind::find(&attachment.kind).filter(|kind| picture::is_drawn(*kind))?;
        match room.workplace.drawer.open_attachment(case, attachment) {
            // The page says so itself, with the button that fetches it.
            Err(FileError::NotHere) => None,
            opened => Some(opened.map(|content| (kind, content))),
        }
    });
    let Some((kind, content)) = content.flatten().transpose()? else { return Ok(()) };
    let drawn = picture::draw(&content, kind).map(Arc::new);
    room.with_opened(|opened| opened.carried.gallery.insert(id, drawn));
    Ok(())
}

async fn fetch(State(room): Shared, Path(place): Place) -> Response {
    on_blocking(room, move |room| {
        let Some((case, id)) = parse(&place) else { return not_found(room) };
        let Some(ring) = room.with_opened(|opened| opened.ring.clone()) else {
            return away(room, &Tab::Report.path(case));
        };
        let texts = room.language.load();
        // The desk can be used, and locked, while the file comes in.
        let fetched = room.workplace.fetch_attachment(&ring, case, id);
        drop(ring);
        room.with_opened(|opened| {
            let attachment = opened.book.get(case).and_then(|case| case.attachment(id));
            let kept = attachment.ok_or(FileError::NotHere).and_then(|attachment| {
                room.workplace.drawer.keep_attachment(case, attachment, &fetched?)
            });
            opened.carried.notice = Some(match kept {
                Ok(()) => Notice::Good(texts.desk_notice_fetched()),
                Err(error) => Notice::Bad(error.sentence(&texts)),
            });
        });
        Redirect::to(&file_path(case, id)).into_response()
    })
    .await
}

async fn save(
    State(room): Shared,
    Path(place): Place,
    form: Result<Form<SaveForm>, FormRejection>,
) -> Response {
    on_blocking(room, move |room| {
        let Some((case, id)) = parse(&place) else { return not_found(room) };
        let chosen = form.is_ok_and(|Form(form)| form.chosen.as_deref() == Some("yes"));
        let texts = room.language.load();
        let saved = room.with_opened(|opened| {
            if chosen {
                return give_out(room, opened, (case, id), &texts);
            }
            opened.carried.notice = Some(Notice::Bad(texts.desk_file_save_not_chosen()));
            Redirect::to(&file_path(case, id)).into_response()
        });
        saved.unwrap_or_else(|| away(room, &Tab::Report.path(case)))
    })
    .await
}

/// The content of an attachment as a download; the page with a sentence when it does not open.
fn give_out(
    room: &Room,
    opened: &mut Opened,
    (case, id): (CaseId, AttachmentId),
    texts: &Texts,
) -> Response {
    let Some(attachment) = opened.book.get(case).and_then(|case| case.attachment(id)) else {
        return not_found(room);
    };
    match room.workplace.drawer.open_attachment(case, attachment) {
        Ok(mut content) => {
            let name = HeaderValue::from_str(&disposition(&saved_name(attachment)))
                .unwrap_or(HeaderValue::from_static("attachment"));
            let content = std::mem::take(&mut *content);
            (FILE_HEADERS, [(CONTENT_DISPOSITION, name)], content).into_response()
        }
        Err(error) => {
            opened.carried.notice = Some(Notice::Bad(error.sentence(texts)));
            Redirect::to(&file_path(case, id)).into_response()
        }
    }
}

fn file_page(
    room: &Room,
    opened: &mut Opened,
    (case, id): (CaseId, AttachmentId),
    texts: &Texts,
) -> Response {
    let notice = opened.carried.notice.take();
    let Some(case) = opened.book.get(case) else { return not_found(room) };
    let lines = FileLine::all(case, &room.workplace.drawer, texts);
    let Some(file) = lines.into_iter().find(|line| line.id == id) else { return not_found(room) };
    let file = file.seen_in(&opened.carried.gallery, texts);
    let title = texts.desk_file_title(file.number as u64);
    let frame = framed(room, texts, title, (Menu::Case, notice));
    FilePage { frame, file }.into_response()
}

fn parse((case, id): &(String, String)) -> Option<(CaseId, AttachmentId)> {
    Some((CaseId::parse(case)?, AttachmentId::parse(id)?))
}

fn file_path(case: CaseId, id: AttachmentId) -> String {
    format!("{}/attachments/{id}", Tab::Overview.path(case))
}

/// A download under this name.
///
/// Source: RFC 6266, section 4, and RFC 8187, section 3.2.
pub(super) fn disposition(name: &str) -> String {
    let byte = |byte: u8| match byte {
        b'.' | b'-' | b'_' => char::from(byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    let name: String = name.bytes().map(byte).collect();
    format!("attachment; filename*=UTF-8''{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_download_names_a_file_in_any_script_and_cannot_say_more() {
        assert_eq!(disposition("a b.jpg"), "attachment; filename*=UTF-8''a%20b.jpg");
        assert_eq!(disposition("é.pdf"), "attachment; filename*=UTF-8''%C3%A9.pdf");
        assert_eq!(
            disposition("a\"; x=\r\ny"),
            "attachment; filename*=UTF-8''a%22%3B%20x%3D%0D%0Ay"
        );
    }
}
