//! What a reporter does later with the code, besides writing: tell more, give a name, withdraw.
//!
//! Each page comes with the code in its form and asks nothing twice. What is sent becomes an
//! addition, sealed to the readers of the report; nothing that was sent before is shown.

use super::{
    App,
    admission::{TurnView, given_code},
    file_view::FilesView,
    form::Sent,
    form_view::{self, FieldView, QuestionView, StepView},
    message::store_addition,
    page::Page,
    thread::{Mailbox, Typed, done, stay_shut, unlock},
};
use crate::{
    Language,
    core::{
        OnceId, ReceiptCode,
        forms::FormUsed,
        report::{Answers, FieldError},
        thread::Addition,
    },
    store::StoreError,
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
#[template(path = "meldpunt/more.html")]
struct MorePage<'a> {
    page: Page<'a>,
    code: &'a str,
    once: String,
    steps: Vec<StepView<'a>>,
    files: FilesView,
    trouble: Option<String>,
    turn: Option<TurnView>,
}

#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/withdraw.html")]
struct WithdrawPage<'a> {
    page: Page<'a>,
    code: &'a str,
    ticket: String,
    trouble: Option<String>,
}

/// Why answers were not taken.
enum MoreRefusal {
    Cut,
    Nothing,
    /// Answers that cannot be taken, and files that cannot, if there are any.
    Answers(Vec<FieldError>),
    NotStored,
}

impl From<StoreError> for MoreRefusal {
    fn from(error: StoreError) -> Self {
        if matches!(error, StoreError::MissingAttachment) {
            // The page says which file does not wait any more.
            return Self::Answers(Vec::new());
        }
        tracing::error!(%error, "answers were not stored");
        Self::NotStored
    }
}

/// `POST /aanvullen`: the questions, and with `send` the answers to them.
pub async fn tell(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    mut sent: Sent,
) -> Response {
    let page = Page::new(&app, language);
    let is_sending = sent.form.has("send", "1");
    let mailbox = match unlock(&app, &sent).await {
        Ok(mailbox) => mailbox,
        Err(shut) if is_sending => {
            sent.files.stay();
            let (status, trouble) = shut.sentence(page.texts);
            let code = given_code(&app, &sent.form);
            let more = MorePage::new(&app, page, (&sent, code.as_ref()), &[]);
            let more = MorePage { trouble: Some(trouble), turn: shut.turn(), ..more };
            return (status, shut.retry_after(), more).into_response();
        }
        Err(shut) => return stay_shut(&app, page, &sent, &shut),
    };
    if !is_sending {
        return MorePage::new(&app, page, (&sent, Some(&mailbox.code)), &[]).into_response();
    }
    match add(&app, language, &mailbox, &sent).await {
        Ok(()) => done(&app, page, &mailbox, (page.texts.more_sent(), &sent.files)),
        Err(refusal) => {
            sent.files.stay();
            refused(&app, page, (&sent, &mailbox.code), &refusal)
        }
    }
}

fn refused(
    app: &App,
    page: Page,
    (sent, code): (&Sent, &ReceiptCode),
    refusal: &MoreRefusal,
) -> Response {
    let t = page.texts;
    let (status, errors, trouble) = match refusal {
        MoreRefusal::Cut => (StatusCode::BAD_REQUEST, &[][..], Some(t.error_message_cut())),
        MoreRefusal::Nothing => (StatusCode::UNPROCESSABLE_ENTITY, &[][..], Some(t.more_nothing())),
        MoreRefusal::Answers(errors) => (StatusCode::UNPROCESSABLE_ENTITY, errors.as_slice(), None),
        MoreRefusal::NotStored => {
            (StatusCode::SERVICE_UNAVAILABLE, &[][..], Some(t.error_message_not_sent()))
        }
    };
    let more = MorePage::new(app, page, (sent, Some(code)), errors);
    (status, MorePage { trouble, ..more }).into_response()
}

impl<'a> MorePage<'a> {
    fn new(
        app: &'a App,
        page: Page<'a>,
        (sent, code): (&'a Sent, Option<&ReceiptCode>),
        errors: &[FieldError],
    ) -> Self {
        let typed = Typed::of(&sent.form);
        Self {
            page,
            code: typed.code,
            once: match typed.once {
                "" => OnceId::random(&app.random).to_string(),
                once => once.to_owned(),
            },
            steps: form_view::later(app, page.texts, (&sent.form, errors)),
            files: FilesView::of(app, page.texts, code, &sent.files),
            trouble: None,
            turn: None,
        }
    }

    fn faulty(&self) -> Vec<&QuestionView<'_>> {
        let questions = self.steps.iter().flat_map(|step| &step.questions);
        questions.filter(|question| question.error.is_some()).collect()
    }
}

async fn add(
    app: &App,
    language: Language,
    mailbox: &Mailbox,
    sent: &Sent,
) -> Result<(), MoreRefusal> {
    if sent.fault.is_some() {
        return Err(MoreRefusal::Cut);
    }
    let answers = sent
        .form
        .later_answers(&app.form_context(FormUsed::Full), &form_view::LATER)
        .map_err(MoreRefusal::Answers)?;
    if !sent.files.refused.is_empty() {
        return Err(MoreRefusal::Answers(Vec::new()));
    }
    if answers.is_empty() && sent.files.is_empty() {
        return Err(MoreRefusal::Nothing);
    }
    let once = once(mailbox, &answers, sent);
    let (case, day) = (mailbox.case, app.clock.today());
    let attachments = sent.files.attachments(&app.store, Some(case))?;
    let addition = Addition { case, day, language, text: None, answers, attachments };
    Ok(store_addition(app, &addition, once).await?)
}

/// Recognises the same answers and files from the same page when they come again.
fn once(mailbox: &Mailbox, answers: &Answers, sent: &Sent) -> OnceId {
    let nonce = Typed::of(&sent.form).once;
    let (answers, files) = (answers.canonical(), sent.files.canonical());
    let parts: [&[u8]; 4] = [b"more", nonce.as_bytes(), &answers, &files];
    // Without files it is named as before there were any.
    mailbox.keys.once(if files.is_empty() { &parts[..3] } else { &parts })
}

/// `POST /intrekken`: asks once more, and with `sure` tells the meldteam.
pub async fn withdraw(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    sent: Sent,
) -> Response {
    let page = Page::new(&app, language);
    let typed = Typed::of(&sent.form);
    let mailbox = match unlock(&app, &sent).await {
        Ok(mailbox) => mailbox,
        Err(shut) => return stay_shut(&app, page, &sent, &shut),
    };
    if !sent.form.has("sure", "1") {
        let ticket = app.ticket(&mailbox.code);
        return WithdrawPage { page, code: typed.code, ticket, trouble: None }.into_response();
    }
    let text = Some(page.texts.withdraw_message().into());
    let (case, day) = (mailbox.case, app.clock.today());
    let addition = Addition {
        case,
        day,
        language,
        text,
        answers: Answers::default(),
        attachments: Vec::new(),
    };
    match store_addition(&app, &addition, mailbox.keys.once(&[b"withdraw"])).await {
        Ok(()) => done(&app, page, &mailbox, (page.texts.withdraw_sent(), &sent.files)),
        Err(error) => {
            tracing::error!(%error, "a withdrawal was not stored");
            let trouble = Some(page.texts.code_error_busy());
            let ticket = app.ticket(&mailbox.code);
            let page = WithdrawPage { page, code: typed.code, ticket, trouble };
            (StatusCode::SERVICE_UNAVAILABLE, page).into_response()
        }
    }
}
