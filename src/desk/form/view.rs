//! A form as a page draws it.

use super::{Draft, Drafts};
use crate::{
    Texts,
    core::{Day, EntryId},
    desk::casework::Keyed,
};

/// A form, ready to be drawn by `form.html`. No `Debug`.
pub struct FormView {
    /// Its name, by which the page's path and the draft know it; also its place on the page.
    pub name: String,
    /// Where it is sent.
    pub action: String,
    /// Names what it does, once.
    pub once: String,
    /// Its fields, in order.
    pub fields: Vec<FieldView>,
    /// Its buttons; the first one is what Enter does.
    pub buttons: Vec<Button>,
    /// How many things are wrong with it; 0 when nothing is.
    pub faults: u64,
    /// Whether it was typed before and not kept.
    pub is_draft: bool,
}

/// A button.
pub struct Button {
    /// The field that it sends; empty for none.
    pub name: &'static str,
    /// Its value.
    pub value: String,
    /// What it says.
    pub label: String,
    /// Whether it stands back behind the others.
    pub is_quiet: bool,
}

/// One field.
pub struct FieldView {
    /// Its place on the page.
    pub id: String,
    /// The name that it is sent under.
    pub name: &'static str,
    /// What it asks.
    pub label: String,
    /// What helps to fill it in.
    pub hint: Option<String>,
    /// What is wrong with it.
    pub fault: Option<String>,
    /// How it is filled in.
    pub input: FieldInput,
}

/// How a field is filled in.
pub enum FieldInput {
    /// A line of text.
    Line(String),
    /// Paragraphs.
    Paragraphs(String),
    /// A day, `YYYY-MM-DD`.
    Day(String),
    /// One of a list that unfolds.
    List(Vec<ChoiceView>),
    /// One of a few.
    Radios(Vec<ChoiceView>),
    /// Any number of these.
    Ticks(Vec<ChoiceView>),
    /// Sent as it stands, not shown.
    Hidden(String),
}

/// One choice.
pub struct ChoiceView {
    /// Its place on the page.
    pub id: String,
    /// What is sent.
    pub value: String,
    /// What it says.
    pub label: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

impl FieldView {
    /// The ids of what describes it, with spaces between.
    pub fn described_by(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let fault = self.fault.as_ref().map(|_| format!("{}-fault", self.id));
        hint.into_iter().chain(fault).collect::<Vec<_>>().join(" ")
    }
}

/// Makes a [`FormView`], field by field. What stands in a draft comes before what is given here.
pub struct FormMaker<'a> {
    texts: &'a Texts,
    draft: Option<&'a Draft>,
    form: FormView,
}

impl<'a> FormMaker<'a> {
    /// The form of this name on the page at this path.
    pub fn new(texts: &'a Texts, drafts: &'a Drafts, (path, name): (&str, &str)) -> Self {
        let draft = drafts.get(path, name);
        let form = FormView {
            name: name.to_owned(),
            action: path.to_owned(),
            once: String::new(),
            fields: Vec::new(),
            buttons: Vec::new(),
            faults: draft.map_or(0, |draft| draft.faults.len() as u64),
            is_draft: draft.is_some(),
        };
        Self { texts, draft, form }
    }

    /// What it does goes by this name, or by the one that its draft has.
    pub fn once(mut self, once: EntryId) -> Self {
        let kept = self.draft.and_then(|draft| draft.fields.once());
        self.form.once = kept.unwrap_or(once).to_string();
        self
    }

    /// A line of text.
    pub fn line(self, name: &'static str, label: String, value: &str) -> Self {
        let value = self.value(name, value);
        self.field(name, label, FieldInput::Line(value))
    }

    /// Paragraphs.
    pub fn paragraphs(self, name: &'static str, label: String, value: &str) -> Self {
        let value = self.value(name, value);
        self.field(name, label, FieldInput::Paragraphs(value))
    }

    /// A day.
    pub fn day(self, name: &'static str, label: String, value: Option<Day>) -> Self {
        let value = self.value(name, &value.map(Day::iso).unwrap_or_default());
        self.field(name, label, FieldInput::Day(value))
    }

    /// One of a closed list, as a list that unfolds.
    pub fn list<T: Keyed>(self, name: &'static str, label: String, value: Option<T>) -> Self {
        let rows = self.keyed(T::ALL);
        self.list_of(name, label, (rows, value.map(T::key).unwrap_or_default()))
    }

    /// One of these, as a list that unfolds: key and words of each, and the key that is chosen.
    pub fn list_of(
        self,
        name: &'static str,
        label: String,
        (rows, value): (Vec<(String, String)>, &str),
    ) -> Self {
        let mut choices = vec![(String::new(), self.texts.desk_choose())];
        choices.extend(rows);
        let choices = self.choices(name, choices, &[value]);
        self.field(name, label, FieldInput::List(choices))
    }

    /// One of a closed list, all of it in sight.
    pub fn radios<T: Keyed>(self, name: &'static str, label: String, value: Option<T>) -> Self {
        let rows = self.keyed(T::ALL);
        self.radios_of(name, label, (rows, value.map(T::key).unwrap_or_default()))
    }

    /// One of these, all in sight: key and words of each, and the key that is chosen.
    pub fn radios_of(
        self,
        name: &'static str,
        label: String,
        (rows, value): (Vec<(String, String)>, &str),
    ) -> Self {
        let choices = self.choices(name, rows, &[value]);
        self.field(name, label, FieldInput::Radios(choices))
    }

    /// Any number of a closed list.
    pub fn ticks<T: Keyed>(self, name: &'static str, label: String, values: &[T]) -> Self {
        let rows = self.keyed(T::ALL);
        let values: Vec<&str> = values.iter().map(|value| value.key()).collect();
        self.ticks_of(name, label, (rows, &values))
    }

    /// Any number of these: key and words of each, and the keys that are chosen.
    pub fn ticks_of(
        self,
        name: &'static str,
        label: String,
        (rows, values): (Vec<(String, String)>, &[&str]),
    ) -> Self {
        let choices = self.choices(name, rows, values);
        self.field(name, label, FieldInput::Ticks(choices))
    }

    /// Something that is sent along.
    pub fn hidden(self, name: &'static str, value: &str) -> Self {
        self.field(name, String::new(), FieldInput::Hidden(value.to_owned()))
    }

    /// Helps with the field that was added last.
    pub fn hint(mut self, hint: String) -> Self {
        if let Some(field) = self.form.fields.last_mut() {
            field.hint = Some(hint);
        }
        self
    }

    /// A button that says this; the first one is what Enter does.
    pub fn button(self, label: String) -> Self {
        self.add_button(Button { name: "", value: String::new(), label, is_quiet: false })
    }

    /// A button that sends a field.
    pub fn button_with(self, label: String, (name, value): (&'static str, &str)) -> Self {
        let value = value.to_owned();
        self.add_button(Button { name, value, label, is_quiet: true })
    }

    /// The form.
    pub fn made(self) -> FormView {
        self.form
    }

    fn add_button(mut self, button: Button) -> Self {
        self.form.buttons.push(button);
        self
    }

    fn field(mut self, name: &'static str, label: String, input: FieldInput) -> Self {
        let faults = self.draft.map(|draft| draft.faults.as_slice()).unwrap_or_default();
        let fault = faults.iter().find(|fault| fault.field == name);
        let fault = fault.map(|fault| fault.sentence.clone());
        let id = self.id(name);
        self.form.fields.push(FieldView { id, name, label, hint: None, fault, input });
        self
    }

    fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.form.name)
    }

    fn value(&self, name: &str, given: &str) -> String {
        let typed = self.draft.map(|draft| draft.fields.text(name));
        typed.unwrap_or(given).to_owned()
    }

    fn keyed<T: Keyed>(&self, all: &[T]) -> Vec<(String, String)> {
        all.iter().map(|value| (value.key().to_owned(), value.text(self.texts))).collect()
    }

    fn choices(&self, name: &str, rows: Vec<(String, String)>, given: &[&str]) -> Vec<ChoiceView> {
        let is_chosen = |value: &str| match self.draft {
            Some(draft) => draft.fields.all(name).any(|typed| typed == value),
            None => given.contains(&value),
        };
        let choice = |(place, (value, label)): (usize, (String, String))| ChoiceView {
            id: format!("{}-{place}", self.id(name)),
            is_chosen: is_chosen(&value),
            value,
            label,
        };
        rows.into_iter().enumerate().map(choice).collect()
    }
}
