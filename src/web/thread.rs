//! The reporter's way back: the code and the thread.
//!
//! The code comes in a form each time; there is no session. The mailbox key that follows from it
//! lives for one request. A code that no case has gives one page, whatever the reason.

use super::{
    App,
    admission::{Busy, RetryAfter, TURN_FIELD, TurnView, given_code},
    doors::{self, DoorView},
    file_view::{FilesView, SentFilesView},
    files::Files,
    form::Sent,
    limits::Wait,
    message::MessageRefusal,
    page::{Page, date_in_words},
};
use crate::{
    Language, Texts,
    core::{
        CaseId, ItemKind, MailboxKeys, OnceId, ReceiptCode,
        receipt::CodeError,
        report::ReportForm,
        thread::{MAX_MESSAGE_CHARS, Message, Status},
    },
    store::{StoreError, StoredItem},
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
    typed: Typed<'a>,
    files: FilesView,
    error: Option<String>,
    turn: Option<TurnView>,
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
    came: SentFilesView,
    files: FilesView,
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
    /// Too many codes are tried now.
    Busy(Busy),
    /// Something was sent with this code too often.
    TooOften(Wait),
    /// There is too little memory.
    NoMemory,
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
    let page = Page::new(&app, language).switching("/code");
    let (typed, files) = (Typed::default(), FilesView::default());
    CodePage { page, typed, files, error: None, turn: None }.into_response()
}

/// `POST /code`: the thread. A message that could not be sent without the code stands in its box.
pub async fn open(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    mut sent: Sent,
) -> Response {
    let page = Page::new(&app, language);
    sent.files.stay();
    let shown = unlock(&app, &sent)
        .await
        .and_then(|mailbox| show(&app, page, &mailbox, Writing::Typing(&sent)));
    shown.unwrap_or_else(|shut| stay_shut(&app, page, &sent, &shut))
}

/// The thread, with what was just done above it.
pub(super) fn done(
    app: &App,
    page: Page,
    mailbox: &Mailbox,
    (text, files): (String, &Files),
) -> Response {
    let came = SentFilesView::of(page.texts, files);
    show(app, page, mailbox, Writing::Done(text, came)).unwrap_or_else(|shut| {
        // It was sent: nothing of it stands on the page that asks for the code again.
        let code = mailbox.code.grouped();
        let typed = Typed { code: code.expose(), ..Typed::default() };
        shut_page(page, typed, FilesView::default(), &shut)
    })
}

/// What stands in and above the box for a message.
pub(super) enum Writing<'a> {
    /// What was typed so far, if anything, with the files beside it.
    Typing(&'a Sent),
    /// Something was sent, to be said above the thread with the files that came along; the box is
    /// empty.
    Done(String, SentFilesView),
    /// It was not sent, and is still in the box.
    Refused(&'a Sent, MessageRefusal),
}

/// Opens the case of the code in a form. A page that this server gave for this code may use it again
/// and again, as fast as people do; any other form is a try.
pub(super) async fn unlock(app: &App, sent: &Sent) -> Result<Mailbox, Shut> {
    if let Some(code) = given_code(app, &sent.form) {
        app.limits.sending(&code).map_err(Shut::TooOften)?;
        return find(app, app.mailbox_keys(code).await);
    }
    let turn = sent.form.sent(TURN_FIELD).first().copied().unwrap_or_default();
    app.admit_try(sent.client, turn).map_err(Shut::Busy)?;
    let code = ReceiptCode::parse(Typed::of(&sent.form).code)
        .map_err(|error| if sent.fault.is_some() { Shut::Cut } else { Shut::NoCode(error) })?;
    find(app, app.mailbox_keys_of_try(code).await)
}

fn find(app: &App, derived: Option<(ReceiptCode, MailboxKeys)>) -> Result<Mailbox, Shut> {
    let (code, keys) = derived.ok_or(Shut::NoMemory)?;
    let case = app.store.find(&keys.address)?.ok_or(Shut::Unknown)?;
    Ok(Mailbox { case, code, keys })
}

/// The code page, with everything that was typed.
pub(super) fn stay_shut(app: &App, page: Page, sent: &Sent, shut: &Shut) -> Response {
    let code = given_code(app, &sent.form);
    let files = FilesView::of(app, page.texts, code.as_ref(), &sent.files);
    shut_page(page, Typed::of(&sent.form), files, shut)
}

fn shut_page(page: Page, typed: Typed, files: FilesView, shut: &Shut) -> Response {
    let (status, error) = shut.sentence(page.texts);
    let code = CodePage { page, typed, files, error: Some(error), turn: shut.turn() };
    (status, shut.retry_after(), code).into_response()
}

impl Shut {
    /// The turn with which the page may be sent again.
    pub fn turn(&self) -> Option<TurnView> {
        if let Self::Busy(busy) = self { Some(busy.turn()) } else { None }
    }

    /// When it may be sent again, where that is known.
    pub fn retry_after(&self) -> Option<RetryAfter> {
        match self {
            Self::Busy(busy) => Some(RetryAfter { seconds: busy.waiting.seconds }),
            Self::TooOften(wait) => Some(RetryAfter { seconds: wait.seconds }),
            _ => None,
        }
    }

    /// What to say about it, with its status.
    pub fn sentence(&self, t: &Texts) -> (StatusCode, String) {
        match self {
            Self::NoCode(error) => (StatusCode::UNPROCESSABLE_ENTITY, code_sentence(t, *error)),
            Self::Unknown => (StatusCode::UNPROCESSABLE_ENTITY, t.code_error_unknown()),
            Self::Cut => (StatusCode::BAD_REQUEST, t.code_error_cut()),
            Self::Busy(busy) => (busy.status(), t.busy_code(busy.waiting.seconds)),
            Self::TooOften(wait) => (StatusCode::TOO_MANY_REQUESTS, t.busy_sendings(wait.seconds)),
            Self::NoMemory => (StatusCode::SERVICE_UNAVAILABLE, t.code_error_busy()),
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

pub(super) fn show(
    app: &App,
    page: Page,
    mailbox: &Mailbox,
    writing: Writing,
) -> Result<Response, Shut> {
    let head = app.store.head(mailbox.case)?.ok_or(Shut::Unknown)?;
    let items = app.store.items(mailbox.case)?;
    // What officers write to one another is not the reporter's to see, nor that there is any.
    let shown = items.iter().filter(|item| !item.item.kind().is_between_officers());
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
    let (sent, refusal, done) = match writing {
        Writing::Typing(sent) => (Some(sent), None, None),
        Writing::Done(text, came) => (None, None, Some((text, came))),
        Writing::Refused(sent, refusal) => (Some(sent), Some(refusal), None),
    };
    let typed = sent.map(|sent| Typed::of(&sent.form)).unwrap_or_default();
    let (done, came) =
        done.map_or((None, SentFilesView::default()), |(text, came)| (Some(text), came));
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
        came,
        files: match sent {
            Some(sent) => FilesView::of(app, t, Some(&mailbox.code), &sent.files),
            None => FilesView::blank(app, &mailbox.code),
        },
        doors: doors::other_doors(app, t),
        error: refusal.and_then(|refusal| refusal.sentence(t)),
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
