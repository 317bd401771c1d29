//! The command that searches all cases.

use super::{CommandError, Session};
use crate::desk::{
    casebook::Refreshed,
    signal_line::SignalLine,
    signals::Signals,
    terminal::{inbox_line, print, read_text},
};

impl Session<'_> {
    /// Standard input is read after the passphrase, which may be its first line.
    pub(super) fn search(&self, words: &[String]) -> Result<(), CommandError> {
        let (workplace, ring, book) = self.unlocked()?;
        let typed = match words {
            [] => read_text().map_err(|_| CommandError::Input)?,
            words => words.join(" "),
        };
        if typed.trim().is_empty() {
            return Ok(print(&[self.texts.desk_search_empty()])?);
        }
        let mut signals = Signals::default();
        // What cannot be written is made again next time.
        drop(signals.refresh((workplace.folder(), &ring), &book, Refreshed::Whole));
        let found = SignalLine::all(&signals.find(&typed), &book, usize::MAX, self.texts);
        let mut lines = Vec::new();
        for SignalLine { line, why } in &found {
            lines.push(inbox_line(line));
            lines.extend(why.iter().map(|why| format!("  {why}")));
        }
        let nothing = [self.texts.desk_search_nothing()];
        Ok(print(if lines.is_empty() { &nothing } else { &lines })?)
    }
}
