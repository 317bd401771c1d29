//! What server and officers' tool share: the questionnaire, the report, sealing and opening, the
//! receipt code, and what goes over the wire. No network, no logging, no files but key files.

pub mod attachment;
pub mod browser;
mod cbor;
pub mod day;
#[cfg(feature = "officer")]
pub mod entry;
pub mod envelope;
pub mod files;
pub mod forms;
#[cfg(feature = "officer")]
pub mod handover;
pub mod ids;
pub mod officers;
pub mod opening;
mod plaintext;
pub mod questions;
mod random;
pub mod receipt;
pub mod release;
pub mod report;
pub mod signature;
#[cfg(feature = "server")]
pub mod stack;
mod symbols;
pub mod thread;
pub mod wire;

pub use day::{Clock, Day};
pub use envelope::{ItemKind, SealedItem, sealed_hash};
pub use ids::{
    AttachmentId, CaseId, EntryHash, EntryId, ItemHash, OfficerId, OnceId, PublicNumber,
};
pub use officers::{Officer, OfficerFile, Reader, Readers, Recipient, Team};
pub use plaintext::Plaintext;
pub use random::Random;
pub use receipt::{Kdf, KdfParams, MailboxAddress, MailboxKeys, ReceiptCode};
