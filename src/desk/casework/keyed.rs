//! Closed lists of choices: each value with its stable key and what officers read.
//!
//! Events, tables and pages use them. A key stands inside signed entries for years and never
//! changes; nothing here is typed by anybody.

use crate::{Texts, core::questions::Text};

/// The stable key of a value, and what officers read.
pub type Row = (&'static str, Text);

/// One of a closed list of values.
pub trait Keyed: Copy + PartialEq + 'static {
    /// Every value, in the order in which it is offered.
    const ALL: &'static [Self];

    /// Its key and its text.
    fn row(self) -> Row;

    /// Its stable key.
    fn key(self) -> &'static str {
        self.row().0
    }

    /// What officers read.
    fn text(self, texts: &Texts) -> String {
        self.row().1(texts)
    }

    /// The value with this key; `None` for one of a newer version.
    fn find(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|value| value.key() == key).copied()
    }
}
