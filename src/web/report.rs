//! The report form: shown blank, and sent.
//!
//! [`send`] is the way of one report, from the form to the receipt page. Until the receipt is
//! shown the form is kept, so that every fault shows it again with everything still filled in.

use super::{
    App,
    form::{FormFault, Sent},
    form_view::{self, FieldView, QuestionView, StepView},
    page::Page,
    receipt::{Fitting, Receipt},
};
use crate::{
    Language,
    core::{
        CaseId, MailboxKeys, OfficerId, OnceId, PublicNumber, ReceiptCode,
        envelope::{SealError, seal},
        questions::Step,
        report::{Answers, Checked, FieldError, FieldFault, Report, ReportForm},
        thread::Addition,
    },
    store::{Inserted, NewCase, NewItem, StoreError},
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
#[template(path = "meldpunt/form.html")]
struct FormPage<'a> {
    page: Page<'a>,
    code: String,
    ticket: String,
    door: FormDoor,
    steps: Vec<StepView<'a>>,
    has_recovery: bool,
    /// What went wrong with the form as a whole.
    trouble: Option<String>,
}

/// What the reporter came to do: the same road, with more or fewer questions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FormDoor {
    /// Make a report.
    Report,
    /// First ask a question (R6): the text and a name alone.
    Question,
}

impl FormDoor {
    fn path(self) -> &'static str {
        match self {
            Self::Report => "/melden",
            Self::Question => "/vraag",
        }
    }

    fn steps(self) -> &'static [Step] {
        match self {
            Self::Report => &Step::ALL,
            Self::Question => &[Step::Story, Step::Identity],
        }
    }
}

/// Why there is no receipt.
enum Refusal {
    /// The form did not arrive whole.
    Fault(FormFault),
    /// The form carries no code that this server gave out.
    Expired,
    /// Answers that cannot be taken.
    Answers(Vec<FieldError>),
    /// The server could not seal or store it.
    NotStored,
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "a report was not stored");
        Self::NotStored
    }
}

impl From<SealError> for Refusal {
    fn from(error: SealError) -> Self {
        tracing::error!(%error, "a report was not sealed");
        Self::NotStored
    }
}

/// `GET /melden`: a blank form, with a fresh code in it. Nothing is stored.
pub async fn blank(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
) -> Response {
    let page = Page::new(&app, language).switching("/melden", "/en/melden");
    blank_form(&app, page, FormDoor::Report)
}

/// `GET /vraag`: the same for a question.
pub async fn blank_question(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
) -> Response {
    let page = Page::new(&app, language).switching("/vraag", "/en/vraag");
    blank_form(&app, page, FormDoor::Question)
}

fn blank_form(app: &App, page: Page, door: FormDoor) -> Response {
    let code = ReceiptCode::random(&app.random);
    FormPage::new(app, page, (&code, door), (&ReportForm::default(), &[])).into_response()
}

/// `POST /melden` and `POST /vraag`: from the form to the receipt.
pub async fn send(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    sent: Sent,
) -> Response {
    let page = Page::new(&app, language);
    match receive(&app, language, &sent).await {
        Ok(receipt) => receipt.page(&app, page),
        Err(refusal) => refused(&app, page, &sent.form, &refusal),
    }
}

async fn receive(app: &App, language: Language, sent: &Sent) -> Result<Receipt, Refusal> {
    if let Some(fault) = sent.fault {
        return Err(Refusal::Fault(fault));
    }
    let form = &sent.form;
    let code = code_of(app, form).ok_or(Refusal::Expired)?;
    form.answers(&app.form_context()).map_err(Refusal::Answers)?;
    let (code, keys) = app.mailbox_keys(code).await.ok_or(Refusal::NotStored)?;
    loop {
        // Checked again after a lost race: the answers went into a report that was not kept.
        let checked = form.answers(&app.form_context()).map_err(Refusal::Answers)?;
        let fits = Fitting::to(app, app.texts(language), &checked.answers);
        let kept = match app.store.find(&keys.address)? {
            Some(case) => Some(add(app, language, (case, &keys), checked).await?),
            None => insert(app, language, &keys, checked).await?,
        };
        if let Some(Kept { number, too_late }) = kept {
            return Ok(Receipt { code, number, fits, too_late });
        }
    }
}

/// A report that is stored.
struct Kept {
    /// The public number of its case.
    number: String,
    /// Officers excluded after they could read the report.
    too_late: Vec<String>,
}

impl Kept {
    fn under(number: String) -> Self {
        Self { number, too_late: Vec::new() }
    }
}

/// Opens a case. `None` when another request with the same code was just ahead.
async fn insert(
    app: &App,
    language: Language,
    keys: &MailboxKeys,
    Checked { answers, excluded }: Checked,
) -> Result<Option<Kept>, Refusal> {
    let readers = app.team.readers_without(&excluded).ok_or(Refusal::NotStored)?;
    let once = once(keys, &answers, &excluded);
    let report = Report {
        case: CaseId::random(&app.random),
        number: free_number(app)?,
        day: app.clock.today(),
        language,
        mailbox: keys.recipient(),
        readers: Report::list_readers(&readers),
        excluded: names_of(app, &excluded),
        answers,
        attachments: Vec::new(),
    };
    let item = seal(&report, &readers)?;
    let new = NewCase {
        case: report.case,
        number: report.number,
        day: report.day,
        address: keys.address,
        mailbox: report.mailbox,
        readers: readers.ids(),
        once,
        item,
    };
    match app.store.insert(new).await? {
        Inserted::New => Ok(Some(Kept::under(report.number.to_string()))),
        Inserted::Same(head) => Ok(Some(Kept::under(head.number))),
        Inserted::Other(_) => Ok(None),
    }
}

/// A number that no case has, as far as a hundred draws go: it is for the phone and opens nothing,
/// so at a million cases a number that comes twice is better than a report refused.
fn free_number(app: &App) -> Result<PublicNumber, StoreError> {
    let mut number = PublicNumber::random(&app.random);
    for _ in 0..100 {
        if !app.store.is_number_taken(number)? {
            break;
        }
        number = PublicNumber::random(&app.random);
    }
    Ok(number)
}

/// The same code again: a resend is kept once, a changed one becomes an addition.
async fn add(
    app: &App,
    language: Language,
    (case, keys): (CaseId, &MailboxKeys),
    Checked { mut answers, excluded }: Checked,
) -> Result<Kept, Refusal> {
    let head = app.store.head(case)?.ok_or(StoreError::UnknownCase)?;
    let (late, stay): (Vec<_>, Vec<_>) =
        head.readers.into_iter().partition(|id| excluded.contains(id));
    let Some(readers) = app.team.readers(&stay) else {
        let what = FieldFault::ExcludesEverybody;
        return Err(Refusal::Answers(vec![FieldError { key: "exclude", what }]));
    };
    let once = once(keys, &answers, &excluded);
    let day = app.clock.today();
    answers.name_excluded(&names_of(app, &excluded));
    let addition = Addition { case, day, language, text: None, answers, attachments: Vec::new() };
    let item = seal(&addition, &readers)?;
    app.store.append(NewItem { case, day, once, item }).await?;
    Ok(Kept { number: head.number, too_late: names_of(app, &late) })
}

/// Recognises the same answers with the same exclusions when they come again.
fn once(keys: &MailboxKeys, answers: &Answers, excluded: &[OfficerId]) -> OnceId {
    let mut ids: Vec<_> = excluded.iter().map(|id| *id.as_bytes()).collect();
    ids.sort_unstable();
    keys.once(&[b"answers", &answers.canonical(), &ids.concat()])
}

fn names_of(app: &App, excluded: &[OfficerId]) -> Vec<String> {
    let officers = app.team.officers().filter(|officer| excluded.contains(&officer.id));
    officers.map(|officer| officer.file.name.clone()).collect()
}

/// The code that a form carries, if this server gave it out.
fn code_of(app: &App, form: &ReportForm) -> Option<ReceiptCode> {
    let code = ReceiptCode::parse(form.sent("code").first()?).ok()?;
    let ticket = form.sent("ticket");
    code.ticket(app.store.kdf()).matches(ticket.first()?).then_some(code)
}

/// The form again, with everything still in it.
fn refused(app: &App, page: Page, form: &ReportForm, refusal: &Refusal) -> Response {
    let t = page.texts;
    let (status, trouble, errors) = match refusal {
        Refusal::Fault(FormFault::Cut) => {
            (StatusCode::BAD_REQUEST, Some(t.error_form_cut()), &[][..])
        }
        Refusal::Fault(FormFault::TooLarge) => {
            (StatusCode::PAYLOAD_TOO_LARGE, Some(t.error_form_large()), &[][..])
        }
        Refusal::Expired => {
            (StatusCode::UNPROCESSABLE_ENTITY, Some(t.error_form_expired()), &[][..])
        }
        Refusal::Answers(errors) => (StatusCode::UNPROCESSABLE_ENTITY, None, errors.as_slice()),
        Refusal::NotStored => (StatusCode::SERVICE_UNAVAILABLE, Some(t.error_not_sent()), &[][..]),
    };
    let code = code_of(app, form).unwrap_or_else(|| ReceiptCode::random(&app.random));
    let door = match form.has("door", "question") {
        true => FormDoor::Question,
        false => FormDoor::Report,
    };
    let blank = FormPage::new(app, page, (&code, door), (form, errors));
    (status, FormPage { trouble, ..blank }).into_response()
}

impl<'a> FormPage<'a> {
    fn new(
        app: &'a App,
        page: Page<'a>,
        (code, door): (&ReceiptCode, FormDoor),
        sent: (&'a ReportForm, &[FieldError]),
    ) -> Self {
        Self {
            page,
            code: code.grouped().expose().to_owned(),
            ticket: code.ticket(app.store.kdf()).to_hex(),
            door,
            steps: form_view::steps(app, page.texts, sent, door.steps()),
            has_recovery: app.team.has_recovery(),
            trouble: None,
        }
    }

    /// Every question with something wrong, for the summary above the form.
    fn faulty(&self) -> Vec<&QuestionView<'a>> {
        let questions = self.steps.iter().flat_map(|step| &step.questions);
        questions.filter(|question| question.error.is_some()).collect()
    }

    fn heading(&self) -> String {
        match self.door {
            FormDoor::Report => self.page.texts.form_heading(),
            FormDoor::Question => self.page.texts.ask_heading(),
        }
    }

    fn intro(&self) -> String {
        match self.door {
            FormDoor::Report => self.page.texts.form_intro(),
            FormDoor::Question => self.page.texts.ask_intro(),
        }
    }

    fn send(&self) -> String {
        match self.door {
            FormDoor::Report => self.page.texts.form_send(),
            FormDoor::Question => self.page.texts.ask_send(),
        }
    }

    fn title(&self) -> String {
        if self.trouble.is_some() || !self.faulty().is_empty() {
            self.page.texts.title_form_error()
        } else {
            self.page.texts.title_form()
        }
    }
}
