//! Where a rule comes from, so that whoever follows it can look it up.
//!
//! Checklists, criteria and deadlines name one; pages show it beside the rule and in print.

use crate::{Texts, core::questions::Text};

/// Where a rule comes from.
#[derive(Clone, Copy)]
pub enum Source {
    /// This page of the Leidraad.
    Leidraad(u16),
    /// The working method that was agreed for every meldteam.
    Casework,
    /// An addition of our own.
    Ours,
    /// What this text names: a law, an instruction.
    Named(Text),
}

impl Source {
    /// As officers read it.
    pub fn text(self, texts: &Texts) -> String {
        match self {
            Self::Leidraad(page) => texts.casework_source_leidraad(page),
            Self::Casework => texts.casework_source_casework(),
            Self::Ours => texts.casework_source_ours(),
            Self::Named(text) => text(texts),
        }
    }
}
