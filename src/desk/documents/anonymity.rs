//! Which names may stand in which document, and what stands in their place.
//!
//! Making a document calls it for every text that somebody typed. The reporter is named in none;
//! the others as the table of casework C.6 says. It knows the names that the case knows: those of
//! the key table, the reporter's own, and those of officers and of whoever decided.

use super::{DocumentKind, Source, Wish};
use crate::{
    Texts,
    desk::{
        act::REPORTER,
        casework::{choices::Role, persons::Pseudonym},
        names::Names,
    },
};

/// What becomes of real names where a document may hold them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NamesLeft {
    /// Pseudonyms take their place.
    Replaced,
    /// They stay: somebody looked and chose so.
    Left,
}

/// How typed text is made fit for one document. No `Debug`.
pub(super) struct Anonymity<'a> {
    t: &'a Texts,
    wish: Wish,
    /// People of the case.
    people: Names,
    /// Those who work on it, under a pseudonym that nobody reads.
    staff: Names,
}

impl<'a> Anonymity<'a> {
    pub fn of(source: &Source<'a>, wish: Wish) -> Self {
        let file = source.file;
        let listed = file.persons.iter().flat_map(|(pseudonym, register)| {
            let said = register.values().iter().map(|said| said.what);
            let texts = said.flat_map(|person| [person.name.as_ref(), person.contact.as_ref()]);
            texts.flatten().map(|text| (text.expose(), *pseudonym))
        });
        let own = source.own.iter().map(|text| (*text, REPORTER));
        let staff = staff_names(source).map(|name| (name, REPORTER));
        let (people, staff) = (Names::listed(own.chain(listed)), Names::listed(staff));
        Self { t: source.t, wish, people, staff }
    }

    /// A typed text as it may stand in the document.
    pub fn of_text(&self, text: &str) -> String {
        let people = self.people.replaced_with(text, |whose| self.instead(whose));
        if self.keeps_staff() {
            return people.expose().to_owned();
        }
        let somebody = |_| Some(self.t.desk_document_staff());
        self.staff.replaced_with(people.expose(), somebody).expose().to_owned()
    }

    /// The names that are looked for once more when all is written.
    pub fn into_names(self) -> Names {
        self.people
    }

    /// What stands in the place of a name; `None` when it may stay and is to stay.
    fn instead(&self, whose: Pseudonym) -> Option<String> {
        let is_kept = self.wish.names == NamesLeft::Left && self.may_stand(whose);
        (!is_kept).then(|| self.called(whose))
    }

    /// How the document calls somebody. Where even that there is a reporter is not to be read, it
    /// does not say so.
    pub fn called(&self, whose: Pseudonym) -> String {
        let is_silent =
            matches!(self.wish.kind, DocumentKind::ClientFile | DocumentKind::PersonnelFile);
        if whose.role == Role::Reporter && is_silent {
            return self.t.desk_document_somebody();
        }
        if self.wish.kind == DocumentKind::Evaluation {
            return self.t.desk_document_anybody();
        }
        whose.text(self.t)
    }

    /// Whether a real name may stand in this document at all.
    ///
    /// Source: casework C.6, the last column.
    pub fn may_stand(&self, whose: Pseudonym) -> bool {
        let is_client = matches!(whose.role, Role::Client | Role::Representative);
        match self.wish.kind {
            _ if whose.role == Role::Reporter => false,
            DocumentKind::Feedback | DocumentKind::Evaluation | DocumentKind::Register => false,
            DocumentKind::Talk => self.wish.about == Some(whose),
            DocumentKind::ClientFile => is_client,
            DocumentKind::PersonnelFile => whose.role == Role::Accused,
            DocumentKind::Facts
            | DocumentKind::IgjNotice
            | DocumentKind::IgjReport
            | DocumentKind::Board
            | DocumentKind::Police => true,
        }
    }

    /// Whether names of officers and of whoever decided may stand in it.
    pub fn keeps_staff(&self) -> bool {
        !matches!(
            self.wish.kind,
            DocumentKind::ClientFile
                | DocumentKind::Feedback
                | DocumentKind::Evaluation
                | DocumentKind::Register
        )
    }
}

/// Officers of the case, and everybody else who decided, investigated or assessed.
fn staff_names<'b>(source: &'b Source<'_>) -> impl Iterator<Item = &'b str> {
    let file = source.file;
    let readers = source.readers.iter().copied();
    let decided = file.decisions.iter().map(|said| &said.what.decided_by);
    let assessed = file.assessment.values().iter();
    let assessed = assessed.flat_map(|said| [&said.what.investigator, &said.what.assessor]);
    let next = file.next_step.values().iter().filter_map(|said| said.what.who.as_ref());
    let others = decided.chain(assessed).chain(next).map(|who| who.name.expose());
    readers.chain(others)
}
