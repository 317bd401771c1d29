//! Files as pages show them: to be chosen, waiting for the next sending, refused, or sent.
//!
//! Names are the reporter's own; they are shown to whoever just sent them, and never again. The
//! templates mark them off, so that a name in another script turns nothing around it.

use super::{
    App,
    admission::given_code,
    files::{Files, KeptFile, RefusedFile, WhyRefused},
    form::{FormFault, Sent},
    page::Page,
};
use crate::{
    Language, Texts,
    core::{
        ReceiptCode,
        attachment::{MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS, MAX_ATTACHMENTS_BYTES, Traces},
        files::{FileFault, FileKind},
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

/// A megabyte, as the limits count it.
const MEGABYTE: u64 = 1024 * 1024;

/// The largest file, in megabytes.
pub const MAX_MEGABYTES: u64 = MAX_ATTACHMENT_BYTES / MEGABYTE;

/// The most together, in megabytes.
pub const MAX_TOTAL_MEGABYTES: u64 = MAX_ATTACHMENTS_BYTES / MEGABYTE;

/// The question for files, with what came already.
#[derive(Default)]
pub struct FilesView {
    /// Proof that the code beside it is one of ours; empty when it is not.
    pub ticket: String,
    /// Files that wait for the next sending.
    pub kept: Vec<KeptView>,
    /// Files that are not taken.
    pub refused: Vec<RefusedView>,
}

/// A file that waits for the next sending.
pub struct KeptView {
    /// What its hidden field holds.
    pub field: String,
    /// Its id, for the box that leaves it out.
    pub id: String,
    /// What the reporter's device calls it.
    pub name: String,
    /// How large it is, in words.
    pub size: String,
}

/// A file that is not taken.
pub struct RefusedView {
    /// What the reporter's device calls it.
    pub name: String,
    /// Why, and what can be done.
    pub sentence: String,
}

/// What the reporter is told of files that were just sent.
#[derive(Default)]
pub struct SentFilesView {
    /// How many; empty when there are none.
    pub count: String,
    /// Each of them.
    pub files: Vec<SentFileView>,
}

/// A file that was just sent.
pub struct SentFileView {
    /// What the reporter's device calls it.
    pub name: String,
    /// Whether place, author and device were taken out.
    pub traces: String,
}

impl FilesView {
    /// The question, under a form with this code.
    pub fn of(app: &App, texts: &Texts, code: Option<&ReceiptCode>, files: &Files) -> Self {
        let Some(code) = code else {
            let refused = files.refused.iter().map(|file| RefusedView::of(texts, file)).collect();
            return Self { refused, ..Self::default() };
        };
        let mut view = Self::blank(app, code);
        for file in &files.kept {
            // It may have gone since: after a restart, or when the page stood open for long.
            if app.store.is_waiting(file.attachment.id) {
                view.kept.push(KeptView::of(app, texts, (code, file)));
            } else {
                let name = file.attachment.name.expose().to_owned();
                let sentence = sentence(texts, WhyRefused::Gone);
                view.refused.push(RefusedView { name, sentence });
            }
        }
        view.refused.extend(files.refused.iter().map(|file| RefusedView::of(texts, file)));
        view
    }

    /// The question under a blank form.
    pub fn blank(app: &App, code: &ReceiptCode) -> Self {
        Self { ticket: app.ticket(code), ..Self::default() }
    }

    /// What a browser offers to choose from: pictures, sound, film and documents.
    pub fn accept(&self) -> String {
        let endings = FileKind::all().map(|kind| format!(".{}", kind.extension()));
        let groups = ["image/*", "audio/*", "video/*"].map(str::to_owned);
        groups
            .into_iter()
            .chain(endings)
            .chain([".doc,.xls,.ppt,.csv".to_owned()])
            .collect::<Vec<_>>()
            .join(",")
    }

    /// The largest file, in bytes, for the script.
    pub fn max_bytes(&self) -> u64 {
        MAX_ATTACHMENT_BYTES
    }

    /// The largest file, in megabytes.
    pub fn max_megabytes(&self) -> u64 {
        MAX_MEGABYTES
    }

    /// The most together, in megabytes.
    pub fn max_total_megabytes(&self) -> u64 {
        MAX_TOTAL_MEGABYTES
    }

    /// The most together, in bytes, for the script.
    pub fn max_total_bytes(&self) -> u64 {
        MAX_ATTACHMENTS_BYTES
    }

    /// The most files, for the script.
    pub fn max_files(&self) -> usize {
        MAX_ATTACHMENTS
    }
}

impl KeptView {
    fn of(app: &App, texts: &Texts, (code, file): (&ReceiptCode, &KeptFile)) -> Self {
        Self {
            field: file.field(app, code).as_str().to_owned(),
            id: file.attachment.id.to_string(),
            name: file.attachment.name.expose().to_owned(),
            size: size(texts, file.attachment.bytes),
        }
    }
}

impl RefusedView {
    fn of(texts: &Texts, file: &RefusedFile) -> Self {
        let name = file.name.expose().to_owned();
        Self { name, sentence: sentence(texts, file.why) }
    }
}

impl SentFilesView {
    /// Of a form that was just sent.
    pub fn of(texts: &Texts, files: &Files) -> Self {
        let count = match files.kept.len() {
            0 => String::new(),
            1 => texts.files_came_one(),
            several => texts.files_came(several),
        };
        let files = files.kept.iter().map(|file| SentFileView {
            name: file.attachment.name.expose().to_owned(),
            traces: match file.attachment.traces {
                Traces::Removed => texts.files_traces_removed(),
                Traces::Kept => texts.files_traces_kept(),
            },
        });
        Self { count, files: files.collect() }
    }
}

fn size(texts: &Texts, bytes: u64) -> String {
    if bytes < MEGABYTE {
        texts.files_kilobytes(bytes.div_ceil(1024))
    } else {
        texts.files_megabytes(bytes.div_ceil(MEGABYTE))
    }
}

fn sentence(t: &Texts, why: WhyRefused) -> String {
    match why {
        WhyRefused::TooLarge => t.files_too_large(MAX_MEGABYTES),
        WhyRefused::TooMuch => t.files_too_much(MAX_TOTAL_MEGABYTES),
        WhyRefused::TooMany => t.files_too_many(MAX_ATTACHMENTS),
        WhyRefused::Fault(FileFault::Empty) => t.files_empty(),
        WhyRefused::Fault(FileFault::UnknownKind) => t.files_unknown_kind(),
        WhyRefused::Fault(FileFault::Damaged) => t.files_damaged(),
        WhyRefused::Fault(FileFault::TooManyPixels) => t.files_too_many_pixels(),
        WhyRefused::OtherThanItsName => t.files_other_than_name(),
        WhyRefused::NoRoom => t.files_no_room(),
        WhyRefused::NotStored => t.files_not_stored(),
        WhyRefused::Gone => t.files_gone(),
    }
}

/// What became of files that the script sent ahead of the form.
#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/files_page.html")]
struct FilesPage<'a> {
    page: Page<'a>,
    files: FilesView,
    trouble: Option<String>,
}

/// `POST /bestanden`: files ahead of the form that they belong to, so that a page can show how far
/// they are. They wait as those of a form with a fault do; nothing is a report yet.
pub async fn send_ahead(
    State(app): State<Arc<App>>,
    Extension(language): Extension<Language>,
    mut sent: Sent,
) -> Response {
    let page = Page::new(&app, language);
    let code = given_code(&app, &sent.form);
    let files = FilesView::of(&app, page.texts, code.as_ref(), &sent.files);
    sent.files.stay();
    let (status, trouble) = match sent.fault {
        None => (StatusCode::OK, None),
        Some(FormFault::Cut) => (StatusCode::BAD_REQUEST, Some(page.texts.error_form_cut())),
        Some(FormFault::TooLarge) => {
            (StatusCode::PAYLOAD_TOO_LARGE, Some(page.texts.error_form_large()))
        }
    };
    (status, FilesPage { page, files, trouble }).into_response()
}
