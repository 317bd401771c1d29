//! What a reporter does later with the code, besides writing: tell more, give a name, withdraw.
//!
//! Each page comes with the code in its form and asks nothing twice. What is sent becomes an
//! addition, sealed to the readers of the report; nothing that was sent before is shown.

use super::{
    App,
    form::Sent,
    form_view::{self, FieldView, QuestionView, StepView},
    page::Page,
    thread::{Mailbox, Typed, Writing, show, stay_shut, store_addition, unlock},
};
use crate::{
    Language,
    core::{
        OnceId,
        report::{Answers, FieldError, ReportForm},
        thread::Addition,
    },
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
    trouble: Option<String>,
}

#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/withdraw.html")]
struct WithdrawPage<'a> {
    page: Page<'a>,
    code: &'a str,
    trouble: Option<String>,
}

/// Why answers were not taken.
enum MoreRefusal {
    Cut,
    Nothing,
    Answers(Vec<FieldError>),
    NotStored,
}

/// `POST /aanvullen`: the questions, and with `send` the answers to them.
pub async fn tell(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    sent: Sent,
) -> Response {
    let page = Page::new(&app, language);
    let is_sending = sent.form.has("send", "1");
    let mailbox = match unlock(&app, &sent).await {
        Ok(mailbox) => mailbox,
        Err(shut) if is_sending => {
            let (status, trouble) = shut.sentence(page.texts);
            return (status, MorePage::new(&app, page, (&sent.form, &[]), Some(trouble)))
                .into_response();
        }
        Err(shut) => return stay_shut(page, Typed::of(&sent.form), &shut),
    };
    if !is_sending {
        return MorePage::new(&app, page, (&sent.form, &[]), None).into_response();
    }
    match add(&app, language, &mailbox, &sent).await {
        Ok(()) => done(&app, page, &mailbox, page.texts.more_sent()),
        Err(refusal) => refused(&app, page, &sent.form, &refusal),
    }
}

fn refused(app: &App, page: Page, form: &ReportForm, refusal: &MoreRefusal) -> Response {
    let t = page.texts;
    let (status, errors, trouble) = match refusal {
        MoreRefusal::Cut => (StatusCode::BAD_REQUEST, &[][..], Some(t.error_message_cut())),
        MoreRefusal::Nothing => (StatusCode::UNPROCESSABLE_ENTITY, &[][..], Some(t.more_nothing())),
        MoreRefusal::Answers(errors) => (StatusCode::UNPROCESSABLE_ENTITY, errors.as_slice(), None),
        MoreRefusal::NotStored => {
            (StatusCode::SERVICE_UNAVAILABLE, &[][..], Some(t.error_message_not_sent()))
        }
    };
    (status, MorePage::new(app, page, (form, errors), trouble)).into_response()
}

/// The thread, with a line that says what was just done.
fn done(app: &App, page: Page, mailbox: &Mailbox, text: String) -> Response {
    let code = mailbox.code.grouped();
    show(app, page, mailbox, Writing::Done(text)).unwrap_or_else(|shut| {
        let typed = Typed { code: code.expose(), ..Typed::default() };
        stay_shut(page, typed, &shut)
    })
}

impl<'a> MorePage<'a> {
    fn new(
        app: &'a App,
        page: Page<'a>,
        (form, errors): (&'a ReportForm, &[FieldError]),
        trouble: Option<String>,
    ) -> Self {
        let typed = Typed::of(form);
        Self {
            page,
            code: typed.code,
            once: match typed.once {
                "" => OnceId::random(&app.random).to_string(),
                once => once.to_owned(),
            },
            steps: form_view::later(app, page.texts, (form, errors)),
            trouble,
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
        .later_answers(&app.form_context(), &form_view::LATER)
        .map_err(MoreRefusal::Answers)?;
    if answers.is_empty() {
        return Err(MoreRefusal::Nothing);
    }
    let nonce = Typed::of(&sent.form).once;
    let once = mailbox.keys.once(&[b"more", nonce.as_bytes(), &answers.canonical()]);
    let (case, day) = (mailbox.case, app.clock.today());
    let addition = Addition { case, day, language, text: None, answers, attachments: Vec::new() };
    store_addition(app, &addition, once).await.map_err(|error| {
        tracing::error!(%error, "answers were not stored");
        MoreRefusal::NotStored
    })
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
        Err(shut) => return stay_shut(page, typed, &shut),
    };
    if !sent.form.has("sure", "1") {
        return WithdrawPage { page, code: typed.code, trouble: None }.into_response();
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
        Ok(()) => done(&app, page, &mailbox, page.texts.withdraw_sent()),
        Err(error) => {
            tracing::error!(%error, "a withdrawal was not stored");
            let trouble = Some(page.texts.code_error_busy());
            let page = WithdrawPage { page, code: typed.code, trouble };
            (StatusCode::SERVICE_UNAVAILABLE, page).into_response()
        }
    }
}
