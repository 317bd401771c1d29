//! The end of a case, and opening it again. A part of the page of the assessment.
//!
//! The form to close is there only when nothing else keeps the case open. Whoever was wrongly
//! accused is rehabilitated before it closes (O27).

use super::{
    case::{CaseContext, Outcome, Read, Tab},
    keeping,
    triage::SaidLine,
};
use crate::{
    core::thread::Status,
    desk::{
        casework::{
            Event, Keyed,
            case_fields::CaseField,
            checklist::Item,
            choices::{Mark, Outcome as Ending},
            event::{Closed, FieldSet},
            keeping::kept_until,
        },
        form::{Days, FormFields, FormView},
        summary::summary,
    },
};

/// The forms of this part.
const OUTCOME: &str = "outcome";
const CLOSE: &str = "close";
const REOPEN: &str = "reopen";

/// The item that must be settled before a case of somebody wrongly accused closes.
const REHABILITATION: &str = "aftercare_rehabilitation";

/// What was said of the end.
pub(in crate::desk) fn lines(context: &CaseContext) -> Vec<SaidLine> {
    let line = |event: &Event, by| SaidLine {
        text: format!("{}: {}", event.title(context.t), summary(event, context.t)),
        by: context.said_by(by),
    };
    context.file.ending.values().iter().map(|said| line(said.event, said.by)).collect()
}

/// The outcome, before the case is closed: what has to be done may follow from it.
pub(in crate::desk) fn outcome_form(context: &CaseContext) -> FormView {
    let t = context.t;
    let form = context.form(Tab::Assessment, OUTCOME);
    form.radios("outcome", t.casework_field_outcome(), outcome(context))
        .button(t.desk_record())
        .made()
}

fn outcome(context: &CaseContext) -> Option<Ending> {
    context.file.field(OUTCOME).last().and_then(Ending::find)
}

/// To close it; none while something keeps it open, or when it is closed.
pub(in crate::desk) fn close_form(context: &CaseContext) -> Option<FormView> {
    let t = context.t;
    let CaseContext { file, terms, .. } = context;
    let can = !file.is_closed() && file.can_be_closed(terms);
    can.then(|| {
        let form = context.form(Tab::Assessment, CLOSE);
        let form = form.radios("outcome", t.casework_field_outcome(), outcome(context));
        let form = form.paragraphs("reason", t.desk_close_reason(), "");
        let form = keeping::add_day(context, form.hint(t.desk_close_reason_hint()));
        form.button(t.desk_close()).made()
    })
}

/// To open it again; none while it is open.
pub(in crate::desk) fn reopen_form(context: &CaseContext) -> Option<FormView> {
    let t = context.t;
    context.file.is_closed().then(|| {
        let form = context.form(Tab::Assessment, REOPEN);
        form.paragraphs("why", t.desk_reopen_why(), "").button(t.desk_reopen()).made()
    })
}

/// Reads one of its forms.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    match fields.form() {
        OUTCOME => read_outcome(context, fields),
        REOPEN => read_reopening(context, fields),
        _ => read_closing(context, fields),
    }
}

fn read_outcome(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let chosen = reader.choice::<Ending>("outcome").zip(CaseField::find(OUTCOME));
    let event = chosen.map(|(outcome, field)| {
        Event::Field(FieldSet { field, values: vec![outcome.key().into()] })
    });
    reader.done(event.map(|event| Outcome::Say(vec![event])))
}

fn read_closing(context: &CaseContext, fields: &FormFields) -> Read {
    let CaseContext { t, file, terms, .. } = context;
    let mut reader = context.reader(fields);
    let outcome = reader.choice::<Ending>("outcome");
    if file.is_closed() || !file.can_be_closed(terms) {
        reader.fault("outcome", t.desk_fault_not_closable());
    } else if outcome == Some(Ending::WronglyAccused) && !is_rehabilitated(context) {
        reader.fault("outcome", t.desk_fault_rehabilitation());
    }
    let reason = reader.text("reason");
    let chosen = reader.maybe_day("destroy_on", Days::Coming);
    let usual = || terms.after(file.retention_with(outcome), context.today);
    let kept = kept_until(chosen.unwrap_or_else(usual), None);
    let closed = outcome.zip(reason).map(|(outcome, reason)| Closed { outcome, reason });
    reader.done(closed.map(|closed| said(vec![Event::Closed(closed), kept], "closed")))
}

fn is_rehabilitated(context: &CaseContext) -> bool {
    let marks = Item::find(REHABILITATION).map(|item| context.file.marks(item));
    let last = marks.and_then(|marks| marks.last());
    last.is_some_and(|said| said.what.mark != Mark::Open)
}

fn read_reopening(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let why = reader.text("why").filter(|_| context.file.is_closed());
    reader.done(why.map(|why| said(vec![Event::Reopened(why)], "assess")))
}

/// Together with where the case then stands.
fn said(events: Vec<Event>, status: &str) -> Outcome {
    let status = Status::find(status).map(Event::Status);
    Outcome::Say(events.into_iter().chain(status).collect())
}
