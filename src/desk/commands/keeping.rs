//! The commands about keeping: what goes when, and destroying a case now.

use super::{CommandError, Session, find};
use crate::{
    core::PublicNumber,
    desk::{
        Casebook, KeyRing, Workplace,
        casework::Terms,
        endings::{Endings, Table},
        pages::keeping,
        shelf::Shelf,
        sync::SyncError,
        terminal::print,
    },
};

impl Session<'_> {
    pub(super) fn retention(&self) -> Result<(), CommandError> {
        let (workplace, _, book) = self.unlocked()?;
        let terms = Terms::read(workplace.folder())?;
        let mut shelf = Shelf::default();
        shelf.refresh(&book, &terms);
        let lines = keeping::lines((&book, &shelf), &terms, self.texts);
        let held = self.texts.desk_keep_held_mark();
        let text = |line: &keeping::KeepLine| {
            let held = if line.is_held { held.as_str() } else { "" };
            let parts = [line.number.as_str(), held, &line.text, &line.reason];
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join("  ")
        };
        let lines: Vec<String> = lines.iter().map(text).collect();
        let nothing = [self.texts.desk_keep_list_none()];
        Ok(print(if lines.is_empty() { &nothing } else { &lines })?)
    }

    /// Destroys a closed case that nobody holds, once its number was typed twice.
    pub(super) fn destroy(&self, number: &str, confirm: &str) -> Result<(), CommandError> {
        let (workplace, ring, mut book) = self.unlocked()?;
        let terms = Terms::read(workplace.folder())?;
        let id = find(&book, number)?.id;
        if PublicNumber::parse(confirm) != PublicNumber::parse(number) {
            return Err(CommandError::NotDestroyed(self.texts.desk_keep_fault_number()));
        }
        let mut shelf = Shelf::default();
        shelf.refresh(&book, &terms);
        if shelf.get(id).and_then(|slip| slip.keeping.day()).is_none() {
            return Err(CommandError::NotDestroyed(self.texts.desk_keep_error_open()));
        }
        workplace.order_destruction(&ring, id).map_err(SyncError::from)?;
        workplace.sync(&ring)?;
        book.refresh(&workplace.drawer, &ring).map_err(SyncError::from)?;
        shelf.refresh(&book, &terms);
        let table = &mut Table { ring: &ring, book: &mut book, shelf: &mut shelf, terms: &terms };
        workplace.settle_endings(table)?;
        if book.get(id).is_some() {
            let number = number.to_uppercase();
            return Err(CommandError::NotDestroyed(self.texts.desk_keep_ordered(number)));
        }
        Ok(print(&[self.texts.desk_keep_done(number.to_uppercase())])?)
    }

    /// Brings desk and server to agree on how cases end, after a round; says what it found.
    pub(super) fn settle_endings(
        &self,
        workplace: &Workplace,
        ring: &KeyRing,
    ) -> Result<Vec<String>, CommandError> {
        let terms = Terms::read(workplace.folder())?;
        let mut book: Casebook = workplace.casebook(ring).map_err(SyncError::from)?;
        let mut shelf = Shelf::default();
        shelf.refresh(&book, &terms);
        let table = &mut Table { ring, book: &mut book, shelf: &mut shelf, terms: &terms };
        let endings: Endings = workplace.settle_endings(table)?;
        let line = |note: keeping::EndingNote| {
            let cases: Vec<String> = note.cases.into_iter().map(|(number, _)| number).collect();
            format!("{} {}", note.text, cases.join(", "))
        };
        Ok(keeping::notes(&endings, &shelf, self.texts).into_iter().map(line).collect())
    }
}
