//! The desk's forms: what was typed, what is wrong with it, and how it stands on the page again.
//!
//! Every form of the desk goes one way: [`FormFields`] → a [`FormReader`], which gathers a [`Fault`]
//! for each field → an act; or a [`Draft`], from which a [`FormView`] fills the same form again.
//! Nothing typed is lost, and nothing here keeps or sends anything.

mod reader;
mod view;

pub use reader::{Days, FormReader};
pub use view::{FieldInput, FormMaker, FormView};

use crate::core::{EntryId, Plaintext};
use std::collections::BTreeMap;

/// The field that says which form of a page it is.
pub const FORM: &str = "form";

/// The field that names what the form does, so that a second click is seen.
pub const ONCE: &str = "once";

/// What a browser sent, in order; nothing about it is checked. No `Debug`.
#[derive(Default)]
pub struct FormFields(Vec<(String, Plaintext)>);

impl From<Vec<(String, String)>> for FormFields {
    fn from(fields: Vec<(String, String)>) -> Self {
        Self(fields.into_iter().map(|(name, value)| (name, value.into())).collect())
    }
}

impl FormFields {
    /// The first value of a field; empty when it was not sent.
    pub fn text(&self, name: &str) -> &str {
        let found = self.iter().find(|(field, _)| *field == name);
        found.map(|(_, value)| value).unwrap_or_default()
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(field, _)| *field == name).map(|(_, value)| value)
    }

    /// Every field with its value, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.expose()))
    }

    /// Which form of the page it is.
    pub fn form(&self) -> &str {
        self.text(FORM)
    }

    /// What the form does goes by this name; `None` when it is no form of ours.
    pub fn once(&self) -> Option<EntryId> {
        EntryId::parse(self.text(ONCE))
    }

    /// The same again, to be filled in further.
    pub fn copy(&self) -> Self {
        let field = |(name, value): (&str, &str)| (name.to_owned(), value.into());
        Self(self.iter().map(field).collect())
    }

    /// Puts a value in the place of those of a field.
    pub fn set(&mut self, name: &str, value: String) {
        self.0.retain(|(field, _)| field != name);
        self.0.push((name.to_owned(), value.into()));
    }

    /// The fields whose names begin so, without that beginning.
    pub fn beginning(self, start: &str) -> Self {
        let rest = |(name, value): (String, Plaintext)| {
            name.strip_prefix(start).map(|name| (name.to_owned(), value))
        };
        Self(self.0.into_iter().filter_map(rest).collect())
    }
}

/// What is wrong with a field, in a sentence for the officer. Never holds what was typed.
pub struct Fault {
    /// The field.
    pub field: &'static str,
    /// What is wrong and what to do.
    pub sentence: String,
}

/// A form that was typed and not kept: it stands on its page again. No `Debug`.
pub struct Draft {
    /// What was typed.
    pub fields: FormFields,
    /// What is wrong with it; nothing after a lock.
    pub faults: Vec<Fault>,
}

/// Every draft, by the page's path and the form's name. No `Debug`.
#[derive(Default)]
pub struct Drafts(BTreeMap<(String, String), Draft>);

impl Drafts {
    /// Keeps a draft of the page at this path.
    pub fn put(&mut self, path: &str, draft: Draft) {
        let form = draft.fields.form().to_owned();
        self.0.insert((path.to_owned(), form), draft);
    }

    /// The draft of this form.
    pub fn get(&self, path: &str, form: &str) -> Option<&Draft> {
        self.0.get(&(path.to_owned(), form.to_owned()))
    }

    /// Lets go of the drafts of every page whose path begins so.
    pub fn remove_under(&mut self, start: &str) {
        self.0.retain(|(path, _), _| !path.starts_with(start));
    }

    /// Lets a draft go.
    pub fn remove(&mut self, path: &str, form: &str) {
        self.0.remove(&(path.to_owned(), form.to_owned()));
    }
}
