//! Who did something: an officer who may read the case, or somebody else by name. Two fields of a
//! form, read as one.

use super::case::CaseContext;
use crate::{
    core::OfficerId,
    desk::{
        casework::event::Who,
        form::{FormFields, FormMaker, FormReader},
    },
};

/// The names of its two fields: the officer, and somebody else.
pub(in crate::desk) type Names = (&'static str, &'static str);

/// Adds both fields.
pub(in crate::desk) fn add<'a>(
    context: &CaseContext<'a>,
    form: FormMaker<'a>,
    (officer_field, name_field): Names,
    (label, label_other, who): (String, String, Option<&Who>),
) -> FormMaker<'a> {
    let officer = who.and_then(|who| who.officer).map(|id| id.to_string()).unwrap_or_default();
    let other = who.filter(|who| who.officer.is_none()).map(|who| who.name.expose());
    let form = form.list_of(officer_field, label, (context.readers(), &officer));
    form.line(name_field, label_other, other.unwrap_or_default())
}

/// Reads both fields; exactly one must be filled in.
pub(in crate::desk) fn read(
    context: &CaseContext,
    reader: &mut FormReader,
    fields: &FormFields,
    (officer_field, name_field): Names,
) -> Option<Who> {
    let name = reader.maybe_text(name_field);
    let officer = OfficerId::parse(fields.text(officer_field));
    let listed = context.case.readers().iter().find(|(id, _)| Some(*id) == officer);
    match (listed, name) {
        (Some(_), Some(_)) => {
            reader.fault(name_field, context.t.desk_fault_who_both());
            None
        }
        (Some((id, name)), None) => Some(Who { name: name.as_str().into(), officer: Some(*id) }),
        (None, Some(name)) => Some(Who { name, officer: None }),
        (None, None) => {
            reader.fault(officer_field, context.t.desk_fault_who());
            None
        }
    }
}
