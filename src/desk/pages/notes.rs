//! Private notes: sealed to this officer alone, on this computer only (O8).
//!
//! They are no entries: the form goes past the outbox, so nothing can send them.

use super::{
    Frame, Notice,
    case::{CaseContext, CaseHead, Outcome, Read, Tab, frame},
};
use crate::{
    core::{Plaintext, report::tidy},
    desk::{
        form::{FormFields, FormView},
        notes::{Notes, NotesError},
    },
};
use askama::Template;
use askama_web::WebTemplate;

/// Its form.
const NOTES: &str = "notes";

/// The private notes.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_notes.html")]
pub(in crate::desk) struct NotesPage<'a> {
    pub frame: Frame<'a>,
    pub head: CaseHead,
    /// To read and edit them; none when they do not open.
    pub form: Option<FormView>,
    /// Why they do not open.
    pub fault: Option<String>,
}

/// Draws it.
pub(in crate::desk) fn page<'a>(
    context: &CaseContext<'a>,
    notice: Option<Notice>,
) -> NotesPage<'a> {
    let (form, fault) = match stored(context) {
        Ok(text) => (Some(form(context, text.as_ref())), None),
        Err(error) => (None, Some(error.sentence(context.t))),
    };
    NotesPage {
        frame: frame(context, Tab::Notes, notice),
        head: CaseHead::of(context, Tab::Notes),
        form,
        fault,
    }
}

fn stored(context: &CaseContext) -> Result<Option<Plaintext>, NotesError> {
    Notes::open(context.workplace.folder())?.read(context.ring, context.case.id)
}

fn form(context: &CaseContext, text: Option<&Plaintext>) -> FormView {
    let t = context.t;
    let text = text.map(Plaintext::expose).unwrap_or_default();
    let form = context.form(Tab::Notes, NOTES);
    let form = form.paragraphs("text", t.desk_notes_label(), text);
    form.hint(t.desk_notes_hint()).button(t.desk_notes_keep()).made()
}

/// Reads them, however long; nothing in them removes them.
pub(in crate::desk) fn read(fields: &FormFields) -> Read {
    Ok(Outcome::Privately(tidy(fields.text("text"))))
}
