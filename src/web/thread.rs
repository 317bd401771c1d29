//! The reporter's way back: the code, the thread, and a message to the meldteam.
//!
//! The code comes in a form each time; there is no session. The mailbox key that follows from it
//! lives for one request. A code that no case has gives one page, whatever the reason.

use super::{
    App,
    doors::{self, DoorView},
    form::{FormFault, Sent},
    page::{Page, Problem, date_in_words, problem},
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
    http::StatusCode,
    response::{IntoResponse, Response},
};
use std::sync::Arc;

#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/code.html")]
struct CodePage<'a> {
    page: Page<'a>,
    typed: &'a str,
    error: Option<String>,
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
    /// The form did not arrive whole, or there is too little memory.
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
    CodePage { page, typed: "", error: None }.into_response()
}

/// `POST /code`: the thread.
pub async fn open(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    sent: Sent,
) -> Response {
    let page = Page::new(&app, language);
    match unlock(&app, &sent).await {
        Ok(mailbox) => show(&app, page, &mailbox, Writing::default()),
        Err(shut) => stay_shut(page, &sent.form, &shut),
    }
}

/// `POST /bericht`: a message to the meldteam, then the thread again.
pub async fn write(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    sent: Sent,
) -> Response {
    let page = Page::new(&app, language);
    let mailbox = match unlock(&app, &sent).await {
        Ok(mailbox) => mailbox,
        Err(shut) => return stay_shut(page, &sent.form, &shut),
    };
    let typed = sent.form.sent("message").first().copied().unwrap_or_default();
    match add_message(&app, language, &mailbox, &sent.form).await {
        Ok(()) => {
            let done = Some(page.texts.thread_sent());
            show(&app, page, &mailbox, Writing { done, ..Writing::default() })
        }
        Err(refusal) => {
            let error = Some(refusal.sentence(page.texts));
            show(&app, page, &mailbox, Writing { typed, error, done: None })
        }
    }
}

/// What stands in and above the box for a message.
#[derive(Default)]
pub(super) struct Writing<'a> {
    /// What was typed and not taken.
    pub typed: &'a str,
    /// Why it was not taken.
    pub error: Option<String>,
    /// What was just sent, to be said above the thread.
    pub done: Option<String>,
}

/// Why a message was not taken.
enum MessageRefusal {
    Empty,
    TooLong { found: usize },
    Unreadable,
    NotStored,
}

impl MessageRefusal {
    fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::Empty => texts.thread_message_missing(),
            Self::TooLong { found } => texts.error_too_long(*found, MAX_MESSAGE_CHARS),
            Self::Unreadable => texts.error_unreadable(),
            Self::NotStored => texts.error_message_not_sent(),
        }
    }
}

pub(super) async fn unlock(app: &App, sent: &Sent) -> Result<Mailbox, Shut> {
    if sent.fault == Some(FormFault::Cut) {
        return Err(Shut::Busy);
    }
    let typed = sent.form.sent("code").first().copied().unwrap_or_default();
    let code = ReceiptCode::parse(typed).map_err(Shut::NoCode)?;
    let (code, keys) = app.mailbox_keys(code).await.ok_or(Shut::Busy)?;
    let case = app.store.find(&keys.address)?.ok_or(Shut::Unknown)?;
    Ok(Mailbox { case, code, keys })
}

pub(super) fn stay_shut(page: Page, form: &ReportForm, shut: &Shut) -> Response {
    let t = page.texts;
    let (status, error) = match shut {
        Shut::NoCode(error) => (StatusCode::UNPROCESSABLE_ENTITY, code_sentence(t, *error)),
        Shut::Unknown => (StatusCode::UNPROCESSABLE_ENTITY, t.code_error_unknown()),
        Shut::Busy => (StatusCode::SERVICE_UNAVAILABLE, t.code_error_busy()),
        Shut::Store(error) => {
            tracing::error!(%error, "a thread was not read");
            (StatusCode::SERVICE_UNAVAILABLE, t.code_error_busy())
        }
    };
    let typed = form.sent("code").first().copied().unwrap_or_default();
    (status, CodePage { page, typed, error: Some(error) }).into_response()
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
    form: &ReportForm,
) -> Result<(), MessageRefusal> {
    let text = tidy(form.sent("message").first().copied().unwrap_or_default());
    if text.is_blank() {
        return Err(MessageRefusal::Empty);
    }
    if text.chars() > MAX_MESSAGE_CHARS {
        return Err(MessageRefusal::TooLong { found: text.chars() });
    }
    if form.unreadable.iter().any(|name| name == "message") {
        return Err(MessageRefusal::Unreadable);
    }
    let nonce = form.sent("once").first().copied().unwrap_or_default();
    let parts = [b"message", nonce.as_bytes(), text.expose().as_bytes()];
    let once = mailbox.keys.once(&parts);
    let (case, day) = (mailbox.case, app.clock.today());
    let text = Some(text);
    let addition = Addition { case, day, language, text, answers: Answers::default() };
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

pub(super) fn show(app: &App, page: Page, mailbox: &Mailbox, writing: Writing) -> Response {
    let head = app.store.head(mailbox.case);
    let (Ok(Some(head)), Ok(items)) = (head, app.store.items(mailbox.case)) else {
        return problem(app, page.language, Problem::Server);
    };
    let opened: Vec<_> = items.iter().map(|item| open_post(mailbox, item)).collect();
    let messages = || opened.iter().filter_map(|post| post.message.as_ref());
    let t = page.texts;
    let status = match messages().rev().find_map(|message| message.status) {
        Some(status) => (status.reporter_text)(t),
        None if head.acknowledged_on.is_some() => t.status_acknowledged_reporter(),
        None => t.status_new_reporter(),
    };
    let today = app.clock.today();
    let last = messages().next_back();
    let next_news = last.and_then(|message| message.next_news);
    let silence = messages().rev().find_map(|message| message.silence_until);
    let thread = ThreadPage {
        page,
        code: mailbox.code.grouped().expose().to_owned(),
        once: OnceId::random(&app.random).to_string(),
        number: head.number,
        status,
        next_news: next_news.map(|day| date_in_words(t, day)),
        silence_until: silence.filter(|day| *day >= today).map(|day| date_in_words(t, day)),
        posts: opened.iter().map(|post| post.view(t)).collect(),
        typed: writing.typed,
        done: writing.done,
        doors: doors::other_doors(app, t),
        error: writing.error,
    };
    let status = match thread.error {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    (status, thread).into_response()
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
