//! The reporter's way back: the code, the thread, and a message to the meldteam.
//!
//! The code comes in a form each time; there is no session. The mailbox key that follows from it
//! lives for one request. A code that no case has gives one page, whatever the reason.

use super::{
    App,
    doors::{self, DoorView},
    form::Sent,
    page::{Page, date_in_words},
};
use crate::{
    Language, Texts,
    core::{
        CaseId, ItemKind, MailboxKeys, OnceId, ReceiptCode,
        envelope::seal,
        receipt::CodeError,
        report::{Answers, ReportForm, tidy},
        thread::{Addition, MAX_MESSAGE_CHARS, Message, Status},
    },
    store::{NewItem, StoreError, StoredItem},
};
use askama::Template;
use askama_web::WebTemplate;
use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::sync::Arc;

#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/code.html")]
struct CodePage<'a> {
    page: Page<'a>,
    typed: Typed<'a>,
    error: Option<String>,
}

/// What a reporter typed on these pages, and what makes a message sent twice one message.
#[derive(Clone, Copy, Default)]
pub(super) struct Typed<'a> {
    pub code: &'a str,
    pub message: &'a str,
    pub once: &'a str,
}

impl<'a> Typed<'a> {
    pub fn of(form: &'a ReportForm) -> Self {
        let first = |key| form.sent(key).first().copied().unwrap_or_default();
        Self { code: first("code"), message: first("message"), once: first("once") }
    }
}

#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/thread.html")]
struct ThreadPage<'a> {
    page: Page<'a>,
    code: String,
    once: String,
    number: String,
    status: String,
    next_news: Option<String>,
    silence_until: Option<String>,
    posts: Vec<PostView>,
    typed: &'a str,
    error: Option<String>,
    done: Option<String>,
    doors: Vec<DoorView>,
}

/// One item of the thread, as the reporter sees it.
struct PostView {
    day: String,
    content: PostContent,
}

enum PostContent {
    Reported,
    Wrote,
    Message { officer: String, status: Option<String>, text: Option<String> },
    Unreadable,
}

/// A case that a code opened.
pub(super) struct Mailbox {
    pub case: CaseId,
    pub code: ReceiptCode,
    pub keys: MailboxKeys,
}

/// Why a code opens nothing.
pub(super) enum Shut {
    /// It is no code.
    NoCode(CodeError),
    /// No case has it.
    Unknown,
    /// The form did not arrive whole, and the code is in the part that is missing.
    Cut,
    /// This client tried too often.
    TooOften,
    /// There is too little memory.
    Busy,
    /// The store cannot be read.
    Store(StoreError),
}

impl From<StoreError> for Shut {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// `GET /code`
pub async fn ask(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
) -> Response {
    let page = Page::new(&app, language).switching("/code", "/en/code");
    CodePage { page, typed: Typed::default(), error: None }.into_response()
}

/// `POST /code`: the thread. A message that could not be sent without the code stands in its box.
pub async fn open(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    headers: HeaderMap,
    sent: Sent,
) -> Response {
    let page = Page::new(&app, language);
    let typed = Typed::of(&sent.form);
    if let Err(wait) = app.code_tries.take(&app, &headers) {
        let retry = [(header::RETRY_AFTER, wait.seconds.to_string())];
        return (retry, stay_shut(page, typed, &Shut::TooOften)).into_response();
    }
    let shown = unlock(&app, &sent)
        .await
        .and_then(|mailbox| show(&app, page, &mailbox, Writing::Typing(typed)));
    shown.unwrap_or_else(|shut| stay_shut(page, typed, &shut))
}

/// `POST /bericht`: a message to the meldteam, then the thread again.
pub async fn write(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    sent: Sent,
) -> Response {
    let page = Page::new(&app, language);
    let typed = Typed::of(&sent.form);
    let mailbox = match unlock(&app, &sent).await {
        Ok(mailbox) => mailbox,
        Err(shut) => return stay_shut(page, typed, &shut),
    };
    let (writing, kept) = match add_message(&app, language, &mailbox, &sent).await {
        Ok(()) => (
            Writing::Done(page.texts.thread_sent()),
            Typed { code: typed.code, ..Typed::default() },
        ),
        Err(refusal) => (Writing::Refused(typed, refusal), typed),
    };
    let shown = show(&app, page, &mailbox, writing);
    shown.unwrap_or_else(|shut| stay_shut(page, kept, &shut))
}

/// What stands in and above the box for a message.
pub(super) enum Writing<'a> {
    /// What was typed so far, if anything.
    Typing(Typed<'a>),
    /// Something was sent, to be said above the thread; the box is empty.
    Done(String),
    /// It was not sent, and is still in the box.
    Refused(Typed<'a>, MessageRefusal),
}

/// Why a message was not taken.
#[derive(Clone, Copy)]
pub(super) enum MessageRefusal {
    Empty,
    TooLong { found: usize },
    Cut,
    Unreadable,
    NotStored,
}

impl MessageRefusal {
    fn sentence(self, texts: &Texts) -> String {
        match self {
            Self::Empty => texts.thread_message_missing(),
            Self::TooLong { found } => texts.error_too_long(found, MAX_MESSAGE_CHARS),
            Self::Cut => texts.error_message_cut(),
            Self::Unreadable => texts.error_unreadable(),
            Self::NotStored => texts.error_message_not_sent(),
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Self::Empty | Self::TooLong { .. } | Self::Unreadable => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::Cut => StatusCode::BAD_REQUEST,
            Self::NotStored => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

pub(super) async fn unlock(app: &App, sent: &Sent) -> Result<Mailbox, Shut> {
    let code = ReceiptCode::parse(Typed::of(&sent.form).code)
        .map_err(|error| if sent.fault.is_some() { Shut::Cut } else { Shut::NoCode(error) })?;
    let (code, keys) = app.mailbox_keys(code).await.ok_or(Shut::Busy)?;
    let case = app.store.find(&keys.address)?.ok_or(Shut::Unknown)?;
    Ok(Mailbox { case, code, keys })
}

/// The code page, with everything that was typed.
pub(super) fn stay_shut(page: Page, typed: Typed, shut: &Shut) -> Response {
    let (status, error) = shut.sentence(page.texts);
    (status, CodePage { page, typed, error: Some(error) }).into_response()
}

impl Shut {
    /// What to say about it, with its status.
    pub fn sentence(&self, t: &Texts) -> (StatusCode, String) {
        match self {
            Self::NoCode(error) => (StatusCode::UNPROCESSABLE_ENTITY, code_sentence(t, *error)),
            Self::Unknown => (StatusCode::UNPROCESSABLE_ENTITY, t.code_error_unknown()),
            Self::Cut => (StatusCode::BAD_REQUEST, t.code_error_cut()),
            Self::TooOften => (StatusCode::TOO_MANY_REQUESTS, t.code_error_too_often()),
            Self::Busy => (StatusCode::SERVICE_UNAVAILABLE, t.code_error_busy()),
            Self::Store(error) => {
                tracing::error!(%error, "a thread was not read");
                (StatusCode::SERVICE_UNAVAILABLE, t.code_error_busy())
            }
        }
    }
}

fn code_sentence(texts: &Texts, error: CodeError) -> String {
    match error {
        CodeError::Empty => texts.code_error_empty(),
        CodeError::Length { found } => texts.code_error_length(found),
        CodeError::Symbol { place } => texts.code_error_symbol(place),
        CodeError::Check => texts.code_error_check(),
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
    if text.is_blank() {
        return Err(MessageRefusal::Empty);
    }
    if sent.form.unreadable.iter().any(|name| name == "message") {
        return Err(MessageRefusal::Unreadable);
    }
    let parts = [b"message", typed.once.as_bytes(), text.expose().as_bytes()];
    let once = mailbox.keys.once(&parts);
    let (case, day) = (mailbox.case, app.clock.today());
    let text = Some(text);
    let addition = Addition {
        case,
        day,
        language,
        text,
        answers: Answers::default(),
        attachments: Vec::new(),
    };
    store_addition(app, &addition, once).await.map_err(|error| {
        tracing::error!(%error, "a message was not stored");
        MessageRefusal::NotStored
    })
}

pub(super) async fn store_addition(
    app: &App,
    addition: &Addition,
    once: OnceId,
) -> Result<(), StoreError> {
    let Addition { case, day, .. } = *addition;
    let head = app.store.head(case)?.ok_or(StoreError::UnknownCase)?;
    let readers = app.team.readers(&head.readers).ok_or(StoreError::UnknownCase)?;
    let item = seal(addition, &readers).map_err(|_| StoreError::Closed)?;
    app.store.append(NewItem { case, day, once, item }).await?;
    Ok(())
}

pub(super) fn show(
    app: &App,
    page: Page,
    mailbox: &Mailbox,
    writing: Writing,
) -> Result<Response, Shut> {
    let head = app.store.head(mailbox.case)?.ok_or(Shut::Unknown)?;
    let items = app.store.items(mailbox.case)?;
    // What officers write to one another is not the reporter's to see, nor that there is any.
    let shown = items.iter().filter(|item| item.item.kind() != ItemKind::Entry);
    let opened: Vec<_> = shown.map(|item| open_post(mailbox, item)).collect();
    let messages = || opened.iter().filter_map(|post| post.message.as_ref());
    let t = page.texts;
    let status = match messages().rev().find_map(|message| message.status) {
        Some(status) => (status.reporter_text)(t),
        None if head.acknowledged_on.is_some() => t.status_acknowledged_reporter(),
        None => t.status_new_reporter(),
    };
    let today = app.clock.today();
    let next_news = messages().next_back().and_then(|message| message.next_news);
    let silence = messages().rev().find_map(|message| message.silence_until);
    let (typed, refusal, done) = match writing {
        Writing::Typing(typed) => (typed, None, None),
        Writing::Done(text) => (Typed::default(), None, Some(text)),
        Writing::Refused(typed, refusal) => (typed, Some(refusal), None),
    };
    let thread = ThreadPage {
        page,
        code: mailbox.code.grouped().expose().to_owned(),
        once: match typed.once {
            "" => OnceId::random(&app.random).to_string(),
            once => once.to_owned(),
        },
        number: head.number,
        status,
        next_news: next_news.map(|day| date_in_words(t, day)),
        silence_until: silence.filter(|day| *day >= today).map(|day| date_in_words(t, day)),
        posts: opened.iter().map(|post| post.view(t)).collect(),
        typed: typed.message,
        done,
        doors: doors::other_doors(app, t),
        error: refusal.map(|refusal| refusal.sentence(t)),
    };
    Ok((refusal.map_or(StatusCode::OK, MessageRefusal::status), thread).into_response())
}

/// An item of the thread, opened if the mailbox key can.
struct OpenedPost<'a> {
    item: &'a StoredItem,
    message: Option<Message>,
}

fn open_post<'a>(mailbox: &Mailbox, item: &'a StoredItem) -> OpenedPost<'a> {
    let is_message = item.item.kind() == ItemKind::Message;
    let message = is_message.then(|| mailbox.keys.open(mailbox.case, &item.item).ok());
    OpenedPost { item, message: message.flatten() }
}

impl OpenedPost<'_> {
    fn view(&self, texts: &Texts) -> PostView {
        let content = match (self.item.item.kind(), &self.message) {
            (ItemKind::Report, _) => PostContent::Reported,
            (ItemKind::Addition, _) => PostContent::Wrote,
            (_, None) => PostContent::Unreadable,
            (_, Some(message)) => PostContent::Message {
                officer: message.officer.clone(),
                status: message.status.map(|status: Status| (status.reporter_text)(texts)),
                text: message.text.as_ref().map(|text| text.expose().to_owned()),
            },
        };
        PostView { day: date_in_words(texts, self.item.day), content }
    }
}
