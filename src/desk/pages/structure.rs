//! The fields of a case (C.3), the discrimination branch among them: one form on the page of triage.
//!
//! What the report answers is filled in and marked as such; only what is changed is recorded.

use super::case::{CaseContext, Outcome, Read, Tab};
use crate::{
    core::{Plaintext, report::tidy},
    desk::{
        casework::{
            Event, Keyed,
            case_fields::{CaseField, FIELDS, FieldKind},
            event::FieldSet,
        },
        form::{FormFields, FormMaker, FormView},
    },
};

/// Its name.
const NAME: &str = "structure";

/// Fields that a case shows only when it is about discrimination.
const DISCRIMINATION: &str = "discrimination_";

/// The form.
pub(in crate::desk) fn form(context: &CaseContext) -> FormView {
    let mut form = context.form(Tab::Triage, NAME);
    for field in shown(context) {
        form = add(context, form, field);
    }
    form.button(context.t.desk_record()).made()
}

/// Whether it was typed and not kept.
pub(in crate::desk) fn is_draft(context: &CaseContext) -> bool {
    context.drafts.get(&context.path(Tab::Triage), NAME).is_some()
}

fn shown<'a>(context: &'a CaseContext) -> impl Iterator<Item = &'static CaseField> + 'a {
    FIELDS.iter().filter(|field| {
        let branch = field.key.starts_with(DISCRIMINATION) || field.key == "grounds";
        !branch || context.file.is_discrimination() || context.file.fields.contains_key(field.key)
    })
}

fn add<'a>(
    context: &CaseContext<'a>,
    form: FormMaker<'a>,
    field: &'static CaseField,
) -> FormMaker<'a> {
    let t = context.t;
    let (standing, from) = standing(context, field);
    let values: Vec<&str> = standing.iter().map(|value| value.expose()).collect();
    let first = values.first().copied().unwrap_or_default();
    let label = (field.label)(t);
    let rows = field.choices().into_iter();
    let rows: Vec<_> = rows.map(|(key, text)| (key.to_owned(), text(t))).collect();
    let form = match field.kind {
        FieldKind::Day => form.day(field.key, label, crate::core::Day::parse(first)),
        FieldKind::Line => form.line(field.key, label, first),
        FieldKind::Paragraphs => form.paragraphs(field.key, label, first),
        _ if field.is_many() => form.ticks_of(field.key, label, (rows, &values)),
        _ => form.list_of(field.key, label, (rows, first)),
    };
    match from {
        From::Report => form.hint(t.desk_from_report()),
        From::Officers | From::Nobody => form,
    }
}

/// Who filled a field in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Officers,
    Report,
    Nobody,
}

/// What stands in a field: what officers said, or else what the report answers.
fn standing(context: &CaseContext, field: &CaseField) -> (Vec<Plaintext>, From) {
    if context.file.fields.contains_key(field.key) {
        let values = context.file.field(field.key).map(Plaintext::from);
        return (values.collect(), From::Officers);
    }
    let values = reported(context, field);
    let from = if values.is_empty() { From::Nobody } else { From::Report };
    (values, from)
}

fn reported(context: &CaseContext, field: &CaseField) -> Vec<Plaintext> {
    let report = &context.file.report;
    let keyed = |key: Option<&'static str>| key.map(Plaintext::from).into_iter().collect();
    match field.kind {
        FieldKind::Victim => keyed(report.victim.map(Keyed::key)),
        FieldKind::Actor => keyed(report.actor.map(Keyed::key)),
        FieldKind::Question(question) => {
            let answers = context.case.report().ok().and_then(|it| it.answers.get(question));
            let values = answers.map(|answer| answer.values()).unwrap_or_default();
            let values = values.iter().map(Plaintext::expose).filter(|value| field.allows(value));
            values.map(Plaintext::from).collect()
        }
        _ => Vec::new(),
    }
}

/// Reads it: an event for each field that is not as it stood.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let mut events = Vec::new();
    for field in shown(context) {
        let typed: Vec<Plaintext> = fields.all(field.key).map(tidy).collect();
        let most = if field.is_many() { usize::MAX } else { 1 };
        let typed = typed.into_iter().filter(|value| !value.is_blank());
        let typed: Vec<Plaintext> = typed.take(most).collect();
        let max = crate::core::thread::MAX_MESSAGE_CHARS;
        if let Some(long) = typed.iter().map(Plaintext::chars).find(|chars| *chars > max) {
            reader.fault(field.key, context.t.desk_fault_long(long as u64, max as u64));
        } else if !typed.iter().all(|value| field.allows(value.expose())) {
            let is_day = matches!(field.kind, FieldKind::Day);
            let t = context.t;
            let sentence = if is_day { t.desk_fault_day() } else { t.desk_fault_choice() };
            reader.fault(field.key, sentence);
        }
        let (before, _) = standing(context, field);
        let same = before.len() == typed.len()
            && before.iter().zip(&typed).all(|(one, other)| one.expose() == other.expose());
        if !same {
            events.push(Event::Field(FieldSet { field, values: typed }));
        }
    }
    reader.done(Some(Outcome::Say(events)))
}
