//! The key table: who the pseudonyms are. A page of its own, opened on purpose.
//!
//! Real names stand here and nowhere else (O35). Opening it is recorded, once a day for each
//! officer, and it is never printed.

use super::{
    Frame, Notice,
    case::{CaseContext, CaseHead, Outcome, Read, Tab, frame},
};
use crate::{
    core::Plaintext,
    desk::{
        casework::{
            Event,
            choices::{Audited, Role},
            event::Person,
            persons::Pseudonym,
        },
        form::{FormFields, FormView},
    },
};
use askama::Template;
use askama_web::WebTemplate;

/// The forms of this page.
const OPEN: &str = "open-keys";
const ADD: &str = "person";
const CHANGE: &str = "person-";

/// The key table.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_persons.html")]
pub(in crate::desk) struct PersonsPage<'a> {
    pub frame: Frame<'a>,
    pub head: CaseHead,
    /// Where the facts are.
    pub facts: String,
    /// To open it; none when it is open.
    pub open: Option<FormView>,
    pub lines: Vec<PersonLine>,
    pub add: FormView,
}

/// One line of the key table.
pub(in crate::desk) struct PersonLine {
    pub pseudonym: String,
    /// Usually one; more where officers said different things.
    pub said: Vec<PersonSaid>,
    pub form: FormView,
}

/// What an officer recorded of somebody.
pub(in crate::desk) struct PersonSaid {
    pub name: String,
    pub function: String,
    pub contact: String,
    pub by: String,
}

/// Draws it.
pub(in crate::desk) fn page<'a>(
    context: &CaseContext<'a>,
    notice: Option<Notice>,
) -> PersonsPage<'a> {
    let is_open = is_open(context);
    let pseudonyms = context.file.persons.keys().filter(|_| is_open);
    PersonsPage {
        frame: frame(context, Tab::Persons, notice),
        head: CaseHead::of(context, Tab::Persons),
        facts: context.path(Tab::Facts),
        open: (!is_open).then(|| open_form(context)),
        lines: pseudonyms.map(|pseudonym| line(context, *pseudonym)).collect(),
        add: add_form(context),
    }
}

/// The form that opens the key table.
pub(in crate::desk) fn open_form(context: &CaseContext) -> FormView {
    context.form(Tab::Persons, OPEN).button(context.t.desk_keys_open()).made()
}

/// Whether this officer opened it today.
fn is_open(context: &CaseContext) -> bool {
    context.file.log.iter().any(|line| {
        let stamp = &line.entry.stamp;
        matches!(line.entry.event, Some(Event::Audit(Audited::KeyTable)))
            && stamp.officer == context.me
            && stamp.day() == context.today
    })
}

/// Reads one of its forms.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    match fields.form() {
        OPEN if is_open(context) => Ok(Outcome::Say(Vec::new())),
        OPEN => Ok(Outcome::Say(vec![Event::Audit(Audited::KeyTable)])),
        form => read_person(context, fields, form),
    }
}

fn read_person(context: &CaseContext, fields: &FormFields, form: &str) -> Read {
    let mut reader = context.reader(fields);
    let pseudonym = match form.strip_prefix(CHANGE) {
        Some(known) => {
            let known = known.parse::<Pseudonym>().ok();
            known.filter(|it| context.file.persons.contains_key(it))
        }
        None => reader.choice::<Role>("role").map(|role| context.file.next_pseudonym(role)),
    };
    let (name, function) = (reader.maybe_text("name"), reader.maybe_text("function"));
    let contact = reader.maybe_text("contact");
    let person = pseudonym.map(|pseudonym| Person { pseudonym, name, function, contact });
    reader.done(person.map(|person| Outcome::Say(vec![Event::Person(person)])))
}

fn add_form(context: &CaseContext) -> FormView {
    let t = context.t;
    let form = context.form(Tab::Persons, ADD);
    let form = form.list::<Role>("role", t.desk_person_role(), None);
    let form = form.hint(t.desk_person_role_hint());
    let form = form.line("name", t.desk_person_name(), "");
    let form = form.line("function", t.desk_person_function(), "");
    form.line("contact", t.desk_person_contact(), "").button(t.desk_record()).made()
}

fn line(context: &CaseContext, pseudonym: Pseudonym) -> PersonLine {
    let t = context.t;
    let values = context.file.persons.get(&pseudonym).map(|register| register.values());
    let values = values.unwrap_or_default();
    let text = |text: &Option<Plaintext>| {
        text.as_ref().map(|text| text.expose().to_owned()).unwrap_or_default()
    };
    let said = values.iter().map(|said| PersonSaid {
        name: text(&said.what.name),
        function: text(&said.what.function),
        contact: text(&said.what.contact),
        by: context.said_by(said.by),
    });
    let said: Vec<PersonSaid> = said.collect();
    let part = |part: fn(&PersonSaid) -> &str| said.last().map(part).unwrap_or_default();
    let form = context.form(Tab::Persons, &format!("{CHANGE}{pseudonym}"));
    let form = form.line("name", t.desk_person_name(), part(|it| &it.name));
    let form = form.line("function", t.desk_person_function(), part(|it| &it.function));
    let form = form.line("contact", t.desk_person_contact(), part(|it| &it.contact));
    let form = form.button(t.desk_record()).made();
    PersonLine { pseudonym: pseudonym.text(t), said, form }
}
