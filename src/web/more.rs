//! What a reporter does later with the code, besides writing: tell more, give a name, withdraw.
//!
//! Each page comes with the code in its form and asks nothing twice. What is sent becomes an
//! addition, sealed to the readers of the report; nothing that was sent before is shown.

use super::{
    App,
    form::Sent,
    form_view::{self, FieldView, QuestionView, StepView},
    page::Page,
    thread::{Mailbox, Writing, show, stay_shut, store_addition, unlock},
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
    code: String,
    once: String,
    steps: Vec<StepView<'a>>,
    trouble: Option<String>,
}

impl MorePage<'_> {
    fn faulty(&self) -> Vec<&QuestionView<'_>> {
        let questions = self.steps.iter().flat_map(|step| &step.questions);
        questions.filter(|question| question.error.is_some()).collect()
    }
}

#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/withdraw.html")]
struct WithdrawPage<'a> {
    page: Page<'a>,
    code: String,
    trouble: Option<String>,
}

/// Why answers were not taken.
enum MoreRefusal {
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
    let mailbox = match unlock(&app, &sent).await {
        Ok(mailbox) => mailbox,
        Err(shut) => return stay_shut(page, &sent.form, &shut),
    };
    let t = page.texts;
    if !sent.form.has("send", "1") {
        return more_page(&app, page, &mailbox, (&sent.form, &[]), None).into_response();
    }
    let (errors, trouble, status) = match add(&app, language, &mailbox, &sent.form).await {
        Ok(()) => {
            let done = Some(t.more_sent());
            return show(&app, page, &mailbox, Writing { done, ..Writing::default() });
        }
        Err(MoreRefusal::Nothing) => {
            (Vec::new(), Some(t.more_nothing()), StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(MoreRefusal::Answers(errors)) => (errors, None, StatusCode::UNPROCESSABLE_ENTITY),
        Err(MoreRefusal::NotStored) => {
            (Vec::new(), Some(t.error_message_not_sent()), StatusCode::SERVICE_UNAVAILABLE)
        }
    };
    (status, more_page(&app, page, &mailbox, (&sent.form, &errors), trouble)).into_response()
}

fn more_page<'a>(
    app: &'a App,
    page: Page<'a>,
    mailbox: &Mailbox,
    sent: (&'a ReportForm, &[FieldError]),
    trouble: Option<String>,
) -> MorePage<'a> {
    MorePage {
        page,
        code: mailbox.code.grouped().expose().to_owned(),
        once: OnceId::random(&app.random).to_string(),
        steps: form_view::later(app, page.texts, sent),
        trouble,
    }
}

async fn add(
    app: &App,
    language: Language,
    mailbox: &Mailbox,
    form: &ReportForm,
) -> Result<(), MoreRefusal> {
    let answers =
        form.later_answers(&app.form_context(), &form_view::LATER).map_err(MoreRefusal::Answers)?;
    if answers.is_empty() {
        return Err(MoreRefusal::Nothing);
    }
    let nonce = form.sent("once").first().copied().unwrap_or_default();
    let once = mailbox.keys.once(&[b"more", nonce.as_bytes(), &answers.canonical()]);
    let (case, day) = (mailbox.case, app.clock.today());
    let addition = Addition { case, day, language, text: None, answers };
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
    let mailbox = match unlock(&app, &sent).await {
        Ok(mailbox) => mailbox,
        Err(shut) => return stay_shut(page, &sent.form, &shut),
    };
    let code = mailbox.code.grouped().expose().to_owned();
    if !sent.form.has("sure", "1") {
        return WithdrawPage { page, code, trouble: None }.into_response();
    }
    let text = Some(page.texts.withdraw_message().into());
    let (case, day) = (mailbox.case, app.clock.today());
    let addition = Addition { case, day, language, text, answers: Answers::default() };
    match store_addition(&app, &addition, mailbox.keys.once(&[b"withdraw"])).await {
        Ok(()) => {
            let done = Some(page.texts.withdraw_sent());
            show(&app, page, &mailbox, Writing { done, ..Writing::default() })
        }
        Err(error) => {
            tracing::error!(%error, "a withdrawal was not stored");
            let trouble = Some(page.texts.error_message_not_sent());
            let page = WithdrawPage { page, code, trouble };
            (StatusCode::SERVICE_UNAVAILABLE, page).into_response()
        }
    }
}
