//! What is not as it should be about a case: what the history and the casebook find.
//!
//! Pages and commands put each into words. A finding says where and about whom, and holds nothing
//! of what was written.

use crate::core::OfficerId;

/// Something about a case that is not as it should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Finding {
    /// What.
    pub what: FindingKind,
    /// The place at the server that it is about, where there is one.
    pub place: Option<u32>,
    /// Who wrote the item, or is said to have, where that is known.
    pub officer: Option<OfficerId>,
}

/// What is not as it should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FindingKind {
    /// Entries that this one builds on never came.
    Missing {
        /// How many.
        count: usize,
    },
    /// An entry whose signature does not fit its officer's key. It does not count.
    Altered,
    /// An entry of an officer whose signing key this desk does not know. It does not count.
    UnknownSigner,
    /// An entry of an officer who was no reader of the case then. It does not count.
    NotAReader,
    /// An entry of another report, or an item of another case. It does not count.
    Foreign,
    /// A second entry of one officer under the name of another one. It does not count.
    Doubled,
    /// The same item at a second place. It counts once.
    Repeated,
    /// An entry that lies before one that it builds on.
    Reordered,
    /// An entry that does not open: damaged, or of a newer version.
    Shut,
    /// This desk sent the item and the server took it, but the feed holds another one there, or none.
    NotBack,
    /// A message or a handover that its entry names is not there.
    NoMessage,
    /// A handover holds keys of items that never came.
    Withheld {
        /// How many.
        count: usize,
    },
}

/// What may lie at a place of a case, as far as the findings need it.
#[derive(Clone, Copy)]
pub struct Oddity {
    /// What is odd.
    pub what: FindingKind,
    /// Where.
    pub place: u32,
}
