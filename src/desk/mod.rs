//! The officers' tool: reports are opened, read and answered here, on the officer's own computer.
//!
//! `meldteam` calls [`commands::run`]; a demonstration calls [`Desk`]. Nothing here listens on
//! anything but loopback, and nothing readable is ever written to disk.
//!
//! One way through: [`KeyRing::unlock`] → [`sync::run`] (sealed items into the [`Drawer`]) →
//! [`Casebook::refresh`] (opened in memory) → [`view::CaseView`] → a page or a terminal; and back:
//! [`form::FormFields`] → [`act::Act`] → sealed into the drawer's outbox → [`sync::run`].
//! What a case is worked with is in [`casework`]; what an officer keeps for themselves in [`notes`].

pub mod act;
mod arguments;
pub mod attachments;
pub mod casebook;
pub mod casework;
pub mod commands;
pub mod compose;
pub mod documents;
mod door;
pub mod dossier;
mod drawer;
pub mod endings;
pub mod enrol;
mod file_handlers;
pub mod file_line;
mod finding;
pub mod folder;
pub mod form;
mod handing;
mod handlers;
pub mod history;
pub mod keyring;
mod monitor_handlers;
pub mod monitoring;
mod names;
pub mod notes;
mod outbox;
mod pages;
pub mod paper;
pub mod picture;
mod reading;
mod remote;
mod removal;
mod room;
mod serve;
mod shelf;
mod standing;
mod summary;
pub mod sync;
mod team;
mod terminal;
pub mod view;
mod when;
mod workplace;

#[cfg(test)]
mod lies;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use casebook::Casebook;
pub use drawer::{Drawer, FeedMark, Kept, Place};
pub use finding::{Finding, FindingKind};
pub use handing::{Change, ChangeError, Tally};
pub use history::{EntryMeta, History};
pub use keyring::KeyRing;
pub use notes::Notes;
pub use outbox::Unsent;
pub use reading::Progress;
pub use remote::{Remote, RemoteError};
pub use serve::{Desk, DeskError, DeskOptions};
pub use team::{KnownMember, KnownSigner, KnownTeam};
pub use workplace::{KeepError, Workplace};
