//! The receipt: the code, how to keep it, and what happens next.
//!
//! Shown after the report is synced to disk, never before. Notes and reminders are made here too;
//! they carry neutral names, and the code never stands in an address.

use super::{
    App,
    doors::{self, DoorView},
    file_view::SentFilesView,
    form::Sent,
    page::{Page, Problem, date_in_words, problem},
    qr::QrView,
};
use crate::{
    Language, Texts,
    core::{Day, PublicNumber, ReceiptCode, report::Answers},
};
use askama::Template;
use askama_web::WebTemplate;
use axum::{
    Extension,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use std::sync::Arc;

/// Days after which the reporter is asked to look again. Source: casework C.4, `ack`.
const LOOK_AGAIN_DAYS: u16 = 7;

/// What the receipt page needs.
pub struct Receipt {
    /// The code of the form.
    pub code: ReceiptCode,
    /// The public number of the case.
    pub number: String,
    /// What fits these answers.
    pub fits: Fitting,
    /// Officers who were excluded when they could read the report already.
    pub too_late: Vec<String>,
    /// The files that came along.
    pub files: SentFilesView,
}

/// What the receipt page says to this reporter, given the answers. Says nothing of their content
/// but what the reporter chose.
pub struct Fitting {
    /// A question is no report (R6): nothing is said of an investigation.
    is_question: bool,
    silence: Option<Silence>,
    doors: Vec<DoorView>,
}

/// The request for silence (R20).
struct Silence {
    heading: String,
    until: Day,
}

impl Fitting {
    /// What fits these answers.
    pub fn to(app: &App, texts: &Texts, answers: &Answers) -> Self {
        let works = answers.has("role", "employee") || answers.has("role", "volunteer");
        let heading =
            if works { texts.receipt_silence_staff() } else { texts.receipt_silence_others() };
        let days = app.config.reporting.silence_days;
        let until = app.clock.today().plus(days);
        let is_question = answers.has("door", "question");
        let silence = (days > 0 && !is_question).then_some(Silence { heading, until });
        Self { is_question, silence, doors: doors::fitting(texts, answers) }
    }
}

#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/receipt.html")]
struct ReceiptPage<'a> {
    page: Page<'a>,
    is_question: bool,
    code: String,
    number: String,
    look_again: String,
    too_late: String,
    silence: Option<SilenceView>,
    doors: Vec<DoorView>,
    files: SentFilesView,
    qr: QrView,
}

struct SilenceView {
    heading: String,
    until: String,
}

impl Receipt {
    /// The receipt page.
    pub fn page(self, app: &App, page: Page) -> Response {
        let t = page.texts;
        let code = self.code.grouped().expose().to_owned();
        let silence = self.fits.silence.map(|silence| SilenceView {
            heading: silence.heading,
            until: date_in_words(t, silence.until),
        });
        ReceiptPage {
            page,
            is_question: self.fits.is_question,
            qr: QrView::of(&code),
            code,
            number: self.number,
            too_late: self.too_late.join(", "),
            look_again: date_in_words(t, look_again(app)),
            silence,
            doors: self.fits.doors,
            files: self.files,
        }
        .into_response()
    }
}

fn look_again(app: &App) -> Day {
    app.clock.today().plus(LOOK_AGAIN_DAYS)
}

/// `POST /notitie`: code and number as a text file with a neutral name. Only a code that is whole
/// comes back; nothing is looked up.
pub async fn note(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    sent: Sent,
) -> Response {
    let texts = app.texts(language);
    let first = |name: &str| sent.form.sent(name).first().copied().unwrap_or_default();
    let code = ReceiptCode::parse(first("code"));
    let (Ok(code), Some(number)) = (code, PublicNumber::parse(first("number"))) else {
        return problem(&app, language, Problem::WrongMethod);
    };
    let text = format!("{}\n{number}\n", code.grouped().expose());
    file("text/plain; charset=utf-8", &texts.receipt_note_file(), text)
}

/// `GET /afspraak.ics`: a neutral appointment a week from now.
pub async fn reminder(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
) -> Response {
    let texts = app.texts(language);
    let day = look_again(&app).iso().replace('-', "");
    let next = look_again(&app).plus(1).iso().replace('-', "");
    let title = texts.receipt_reminder_title();
    // Source: RFC 5545. The same text each time but for the date: it says nothing of a report.
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//agenda//NL\r\nBEGIN:VEVENT\r\n\
         UID:{day}@afspraak\r\nDTSTAMP:{day}T000000Z\r\nDTSTART;VALUE=DATE:{day}\r\n\
         DTEND;VALUE=DATE:{next}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    file("text/calendar; charset=utf-8", "afspraak.ics", text)
}

fn file(kind: &'static str, name: &str, text: String) -> Response {
    let place = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, place)], text)
        .into_response()
}
