//! The report form: shown blank, and sent.
//!
//! [`send`] is the way of one report, from the form to the receipt page. Until the receipt is
//! shown the form is kept, so that every fault shows it again with everything still filled in.

use super::{
    App,
    admission::{Arrival, RetryAfter, Standing, TurnView, busy_page},
    file_view::{FilesView, SentFilesView},
    files::{Files, ids_of},
    form::{FormFault, Sent},
    form_view::{self, FieldView, QuestionView, StepView},
    limits::Wait,
    page::Page,
    receipt::{Fitting, Receipt},
};
use crate::{
    Language,
    core::{
        CaseId, MailboxKeys, OfficerId, OnceId, PublicNumber, ReceiptCode,
        envelope::{SealError, seal},
        forms::FormUsed,
        questions::{Step, Text},
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
    form: FormUsed,
    steps: Vec<StepView<'a>>,
    files: FilesView,
    has_recovery: bool,
    /// What went wrong with the form as a whole.
    trouble: Option<String>,
    /// The turn with which it may be sent.
    turn: Option<TurnView>,
}

/// Why there is no receipt.
enum Refusal {
    /// The form did not arrive whole.
    Fault(FormFault),
    /// The form carries no code that this server gave out of late.
    Expired,
    /// Neither does it, and too many ask for forms now.
    Busy { status: StatusCode, seconds: u64 },
    /// This one form was sent too often.
    TooOften(Wait),
    /// It was sent before, and its case was destroyed since: a browser that shows an old page again.
    /// Whoever means it sends it as a new report, with another code.
    Old,
    /// Answers that cannot be taken, and files that cannot, if there are any.
    Answers(Vec<FieldError>),
    /// The server could not seal or store it.
    NotStored,
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        if matches!(error, StoreError::MissingAttachment) {
            // The page says which file does not wait any more.
            return Self::Answers(Vec::new());
        }
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

/// `GET /melden`, `/makkelijk` or `/vraag`: a blank form, with a fresh code in it. Nothing is
/// stored.
pub async fn blank(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    Extension(form): Extension<FormUsed>,
    arrival: Arrival,
) -> Response {
    if let Err(busy) = app.admit(arrival.client, &arrival.turn) {
        return busy_page(&app, (language, form), &busy);
    }
    let page = Page::new(&app, language).switching(form.path());
    let code = ReceiptCode::random(&app.random);
    let files = FilesView::blank(&app, &code);
    let (blank, given) = (ReportForm::default(), Standing::Given(code));
    FormPage { files, ..FormPage::new(&app, page, (&given, form), (&blank, &[])) }.into_response()
}

/// `POST` to the same: from the form to the receipt.
pub async fn send(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    Extension(form): Extension<FormUsed>,
    mut sent: Sent,
) -> Response {
    let page = Page::new(&app, language);
    let standing = Standing::of(&app, &sent.form, sent.client);
    match receive(&app, (language, form), (&sent, &standing)).await {
        Ok(receipt) => receipt.page(&app, page),
        Err(refusal) => {
            sent.files.stay();
            refused(&app, page, (form, &sent, &standing), &refusal)
        }
    }
}

/// The language and the form in which somebody reports.
type Manner = (Language, FormUsed);

async fn receive(
    app: &App,
    manner: Manner,
    (sent, standing): (&Sent, &Standing),
) -> Result<Receipt, Refusal> {
    if let Some(fault) = sent.fault {
        return Err(Refusal::Fault(fault));
    }
    let (language, used) = manner;
    let (form, context) = (&sent.form, app.form_context(used));
    let code = match standing {
        Standing::Given(code) => code.copy(),
        Standing::Renewed(_) => return Err(Refusal::Expired),
        Standing::Busy(_, busy) => {
            return Err(Refusal::Busy { status: busy.status(), seconds: busy.waiting.seconds });
        }
    };
    form.answers(&context).map_err(Refusal::Answers)?;
    if !sent.files.refused.is_empty() {
        return Err(Refusal::Answers(Vec::new()));
    }
    app.limits.sending(&code).map_err(Refusal::TooOften)?;
    let (code, keys) = app.mailbox_keys(code).await.ok_or(Refusal::NotStored)?;
    loop {
        // Checked again after a lost race: the answers went into a report that was not kept.
        let checked = form.answers(&context).map_err(Refusal::Answers)?;
        let fits = Fitting::to(app, app.texts(language), &checked.answers);
        let told = (checked, &sent.files);
        let kept = match app.store.find(&keys.address)? {
            Some(case) => Some(add(app, language, (case, &keys), told).await?),
            None => insert(app, manner, &keys, told).await?,
        };
        if let Some(Kept { number, too_late }) = kept {
            let files = SentFilesView::of(app.texts(language), &sent.files);
            return Ok(Receipt { code, number, fits, too_late, files });
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
    (language, form): Manner,
    keys: &MailboxKeys,
    (Checked { answers, excluded }, files): (Checked, &Files),
) -> Result<Option<Kept>, Refusal> {
    let readers = app.team.readers_without(&excluded).ok_or(Refusal::NotStored)?;
    let once = once(keys, (&answers, &excluded), files);
    let report = Report {
        case: CaseId::random(&app.random),
        number: free_number(app)?,
        day: app.clock.today(),
        language,
        mailbox: keys.recipient(),
        readers: Report::list_readers(&readers),
        excluded: names_of(app, &excluded),
        answers,
        form,
        attachments: files.attachments(&app.store, None)?,
    };
    let item = seal(&report, &readers)?;
    let new = NewCase {
        case: report.case,
        number: report.number,
        day: report.day,
        address: keys.address,
        mailbox: report.mailbox,
        readers: readers.ids(),
        excluded,
        once,
        item,
        attachments: ids_of(&report.attachments),
    };
    match app.store.insert(new).await? {
        Inserted::New => Ok(Some(Kept::under(report.number.to_string()))),
        Inserted::Same(head) => Ok(Some(Kept::under(head.number))),
        Inserted::Other(_) => Ok(None),
        Inserted::Destroyed => Err(Refusal::Old),
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
    (Checked { mut answers, excluded }, files): (Checked, &Files),
) -> Result<Kept, Refusal> {
    let head = app.store.head(case)?.ok_or(StoreError::UnknownCase)?;
    let (late, stay): (Vec<_>, Vec<_>) =
        head.readers.into_iter().partition(|id| excluded.contains(id));
    let Some(readers) = app.team.readers(&stay) else {
        let what = FieldFault::ExcludesEverybody;
        return Err(Refusal::Answers(vec![FieldError { key: "exclude", what }]));
    };
    let once = once(keys, (&answers, &excluded), files);
    let attachments = files.attachments(&app.store, Some(case))?;
    let day = app.clock.today();
    answers.name_excluded(&names_of(app, &excluded));
    let addition = Addition { case, day, language, text: None, answers, attachments };
    let item = seal(&addition, &readers)?;
    let attachments = ids_of(&addition.attachments);
    app.store.append(NewItem { case, day, once, item, attachments }).await?;
    Ok(Kept { number: head.number, too_late: names_of(app, &late) })
}

/// Recognises the same answers with the same exclusions and files when they come again.
fn once(
    keys: &MailboxKeys,
    (answers, excluded): (&Answers, &[OfficerId]),
    files: &Files,
) -> OnceId {
    let mut ids: Vec<_> = excluded.iter().map(|id| *id.as_bytes()).collect();
    ids.sort_unstable();
    let (answers, ids, files) = (answers.canonical(), ids.concat(), files.canonical());
    let parts: [&[u8]; 4] = [b"answers", &answers, &ids, &files];
    // Without files it is named as before there were any.
    keys.once(if files.is_empty() { &parts[..3] } else { &parts })
}

fn names_of(app: &App, excluded: &[OfficerId]) -> Vec<String> {
    let officers = app.team.officers().filter(|officer| excluded.contains(&officer.id));
    officers.map(|officer| officer.file.name.clone()).collect()
}

/// The form again, with everything still in it.
fn refused(
    app: &App,
    page: Page,
    (used, sent, standing): (FormUsed, &Sent, &Standing),
    refusal: &Refusal,
) -> Response {
    let (t, form) = (page.texts, &sent.form);
    let (status, trouble, errors) = match refusal {
        Refusal::Fault(FormFault::Cut) => {
            (StatusCode::BAD_REQUEST, Some(t.error_form_cut()), &[][..])
        }
        Refusal::Fault(FormFault::TooLarge) => {
            (StatusCode::PAYLOAD_TOO_LARGE, Some(t.error_form_large()), &[][..])
        }
        Refusal::Expired | Refusal::Old => {
            (StatusCode::UNPROCESSABLE_ENTITY, Some(t.error_form_expired()), &[][..])
        }
        Refusal::Busy { status, seconds } => (*status, Some(t.busy_form(*seconds)), &[][..]),
        Refusal::TooOften(wait) => {
            (StatusCode::TOO_MANY_REQUESTS, Some(t.busy_sendings(wait.seconds)), &[][..])
        }
        Refusal::Answers(errors) => (StatusCode::UNPROCESSABLE_ENTITY, None, errors.as_slice()),
        Refusal::NotStored => (StatusCode::SERVICE_UNAVAILABLE, Some(t.error_not_sent()), &[][..]),
    };
    let fresh = Standing::Given(ReceiptCode::random(&app.random));
    let standing = if matches!(refusal, Refusal::Old) { &fresh } else { standing };
    let files = FilesView::of(app, t, Some(standing.code()), &sent.files);
    let blank = FormPage::new(app, page, (standing, used), (form, errors));
    let retry = match refusal {
        Refusal::Busy { seconds, .. } | Refusal::TooOften(Wait { seconds, .. }) => {
            Some(RetryAfter { seconds: *seconds })
        }
        _ => None,
    };
    (status, retry, FormPage { trouble, files, ..blank }).into_response()
}

impl<'a> FormPage<'a> {
    fn new(
        app: &'a App,
        page: Page<'a>,
        (standing, form): (&Standing, FormUsed),
        sent: (&'a ReportForm, &[FieldError]),
    ) -> Self {
        Self {
            page,
            code: standing.code().grouped().expose().to_owned(),
            ticket: standing.ticket(app),
            form,
            steps: form_view::steps(app, page.texts, sent, form),
            files: FilesView::default(),
            has_recovery: app.team.has_recovery(),
            trouble: None,
            turn: standing.turn(),
        }
    }

    /// Every question with something wrong, for the summary above the form.
    fn faulty(&self) -> Vec<&QuestionView<'a>> {
        let questions = self.steps.iter().flat_map(|step| &step.questions);
        questions.filter(|question| question.error.is_some()).collect()
    }

    /// What one of the texts of this form says.
    fn say(&self, text: Text) -> String {
        text(self.page.texts)
    }

    /// The short forms come without files, which go later with the code; a report with files that
    /// became one of them keeps them.
    fn takes_files(&self) -> bool {
        let has_files = !self.files.kept.is_empty() || !self.files.refused.is_empty();
        self.form == FormUsed::Full || has_files
    }

    fn title(&self) -> String {
        if self.trouble.is_some() || !self.faulty().is_empty() || !self.files.refused.is_empty() {
            self.page.texts.title_form_error()
        } else {
            self.page.texts.title_form()
        }
    }
}
