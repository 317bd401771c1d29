//! Casework: what the meldteam does with a report, as data and pure functions.
//!
//! Pages and commands call it. An officer's act becomes an [`Event`], travels as the body of a
//! sealed entry, and is folded with all others into a [`CaseFile`]; from that follow checklists,
//! deadlines, the [`Agenda`] and what keeps a case open. Nothing here touches files (but the terms),
//! network or clock, and nothing readable leaves [`crate::core::Plaintext`].
//!
//! ```text
//! Event ─ encode ─▶ body of an entry ─ sealed, signed, carried ─▶ body ─ Entry::read ─▶ Entry
//! ReportFacts + [Entry] ─ CaseFile::fold ─▶ CaseFile ─▶ checklist, due, hindrances, tasks
//! ```

pub mod agenda;
pub mod case_fields;
pub mod checklist;
pub mod choices;
pub mod clock;
pub mod closing;
pub mod criteria;
pub mod deadlines;
pub mod document;
pub mod event;
pub mod facts;
mod fields;
pub mod file;
mod items;
pub mod judgement;
pub mod keeping;
pub mod keyed;
pub mod messages;
pub mod persons;
pub mod register;
pub mod routing;
pub mod source;
pub mod stamp;
pub mod steps;
pub mod terms;
pub mod triage;
mod wire;

#[cfg(test)]
pub(super) mod tests;

pub use agenda::Agenda;
pub use document::DocumentKind;
pub use event::{Entry, Event};
pub use facts::ReportFacts;
pub use file::CaseFile;
pub use keyed::Keyed;
pub use stamp::{EntryId, Stamp};
pub use terms::Terms;
