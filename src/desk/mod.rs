//! The officers' tool: reports are opened, read and answered here, on the officer's own computer.
//!
//! `meldteam` calls [`commands::run`]; a demonstration calls [`Desk`]. Nothing here listens on
//! anything but loopback, and nothing readable is ever written to disk.
//!
//! One way through: [`KeyRing::unlock`] → [`sync::run`] (sealed items into the [`Drawer`]) →
//! [`Casebook::refresh`] (opened in memory) → [`view::CaseView`] → a page or a terminal; and back:
//! [`compose::ReplyForm`] → [`compose::Reply`] → sealed into the drawer's outbox → [`sync::run`].

mod arguments;
pub mod attachments;
pub mod casebook;
pub mod commands;
pub mod compose;
mod door;
mod drawer;
pub mod enrol;
mod file_handlers;
pub mod file_line;
pub mod folder;
mod handlers;
pub mod keyring;
mod pages;
mod remote;
mod serve;
pub mod sync;
mod team;
mod terminal;
pub mod view;
mod workplace;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use casebook::Casebook;
pub use drawer::{Drawer, FeedMark, Kept, Place, Unsent};
pub use keyring::KeyRing;
pub use remote::{Remote, RemoteError};
pub use serve::{Desk, DeskError, DeskOptions};
pub use team::{KnownMember, KnownTeam};
pub use workplace::{ReplyError, Workplace};
