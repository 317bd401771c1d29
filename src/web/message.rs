//! A message to the meldteam: text, files, or both.
//!
//! [`write`] takes it under the code and shows the thread again. What is not taken is still in its
//! box, and its files wait beside it.

use super::{
    App,
    files::ids_of,
    form::Sent,
    page::Page,
    thread::{Mailbox, Typed, Writing, done, show, stay_shut, unlock},
};
use crate::{
    Language, Texts,
    core::{
        OnceId,
        envelope::seal,
        report::{Answers, tidy},
        thread::{Addition, MAX_MESSAGE_CHARS},
    },
    store::{NewItem, StoreError},
};
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use std::sync::Arc;

/// `POST /bericht`: a message to the meldteam, then the thread again.
pub async fn write(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    mut sent: Sent,
) -> Response {
    let page = Page::new(&app, language);
    let mailbox = match unlock(&app, &sent).await {
        Ok(mailbox) => mailbox,
        Err(shut) => {
            sent.files.stay();
            return stay_shut(&app, page, &sent, &shut);
        }
    };
    match add_message(&app, language, &mailbox, &sent).await {
        Ok(()) => done(&app, page, &mailbox, (page.texts.thread_sent(), &sent.files)),
        Err(refusal) => {
            sent.files.stay();
            let shown = show(&app, page, &mailbox, Writing::Refused(&sent, refusal));
            shown.unwrap_or_else(|shut| stay_shut(&app, page, &sent, &shut))
        }
    }
}

/// Why a message was not taken.
#[derive(Clone, Copy)]
pub(super) enum MessageRefusal {
    Empty,
    /// One of its files is not taken; the page says which beside the files.
    Files,
    TooLong {
        found: usize,
    },
    Cut,
    Unreadable,
    NotStored,
}

impl MessageRefusal {
    /// What to say beside the box; nothing when it is not about the text.
    pub fn sentence(self, texts: &Texts) -> Option<String> {
        let sentence = match self {
            Self::Files => return None,
            Self::Empty => texts.thread_message_missing(),
            Self::TooLong { found } => texts.error_too_long(found, MAX_MESSAGE_CHARS),
            Self::Cut => texts.error_message_cut(),
            Self::Unreadable => texts.error_unreadable(),
            Self::NotStored => texts.error_message_not_sent(),
        };
        Some(sentence)
    }

    pub fn status(self) -> StatusCode {
        match self {
            Self::Empty | Self::Files | Self::TooLong { .. } | Self::Unreadable => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::Cut => StatusCode::BAD_REQUEST,
            Self::NotStored => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

impl From<StoreError> for MessageRefusal {
    fn from(error: StoreError) -> Self {
        if matches!(error, StoreError::MissingAttachment) {
            return Self::Files;
        }
        tracing::error!(%error, "a message was not stored");
        Self::NotStored
    }
}

async fn add_message(
    app: &App,
    language: Language,
    mailbox: &Mailbox,
    sent: &Sent,
) -> Result<(), MessageRefusal> {
    let typed = Typed::of(&sent.form);
    let text = tidy(typed.message);
    if text.chars() > MAX_MESSAGE_CHARS {
        return Err(MessageRefusal::TooLong { found: text.chars() });
    }
    if sent.fault.is_some() {
        return Err(MessageRefusal::Cut);
    }
    if !sent.files.refused.is_empty() {
        return Err(MessageRefusal::Files);
    }
    if text.is_blank() && sent.files.is_empty() {
        return Err(MessageRefusal::Empty);
    }
    if sent.form.unreadable.iter().any(|name| name == "message") {
        return Err(MessageRefusal::Unreadable);
    }
    let once = {
        let files = sent.files.canonical();
        let parts: [&[u8]; 4] =
            [b"message", typed.once.as_bytes(), text.expose().as_bytes(), &files];
        // Without files it is named as before there were any.
        mailbox.keys.once(if files.is_empty() { &parts[..3] } else { &parts })
    };
    let (case, day) = (mailbox.case, app.clock.today());
    let attachments = sent.files.attachments(&app.store, Some(case))?;
    let text = (!text.is_blank()).then_some(text);
    let answers = Answers::default();
    let addition = Addition { case, day, language, text, answers, attachments };
    Ok(store_addition(app, &addition, once).await?)
}

/// Seals an addition to the readers of its case and stores it.
pub(super) async fn store_addition(
    app: &App,
    addition: &Addition,
    once: OnceId,
) -> Result<(), StoreError> {
    let Addition { case, day, .. } = *addition;
    let head = app.store.head(case)?.ok_or(StoreError::UnknownCase)?;
    let readers = app.team.readers(&head.readers).ok_or(StoreError::UnknownCase)?;
    let item = seal(addition, &readers).map_err(|_| StoreError::Closed)?;
    let attachments = ids_of(&addition.attachments);
    app.store.append(NewItem { case, day, once, item, attachments }).await?;
    Ok(())
}
