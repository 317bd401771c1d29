//! What an officer reads of a case in which something was found, in words: the same for page and
//! terminal.
//!
//! Pages and commands build a [`SignalLine`] for one showing. It says which words made the case
//! show, because a name may be somebody else's: whether it is one person is for the officer to say.

use super::{
    Casebook,
    signals::{Found, Nearness, Pair, Says},
    view::{CaseLine, without_marks},
};
use crate::Texts;

/// The most reasons that are told of one case.
const MAX_WHY: usize = 6;

/// One case in which something was found.
pub struct SignalLine {
    /// The case, as lists show it.
    pub line: CaseLine,
    /// Why it is here, a sentence each, what says most first.
    pub why: Vec<String>,
}

impl SignalLine {
    /// Those of the first so many that are in the casebook.
    pub fn all(found: &[Found], book: &Casebook, most: usize, texts: &Texts) -> Vec<Self> {
        let line = |found: &Found| {
            let case = book.get(found.case).filter(|case| case.report().is_ok())?;
            let why = found.pairs.iter().take(MAX_WHY).map(|pair| why(pair, texts));
            Some(Self { line: CaseLine::of(case, texts), why: why.collect() })
        };
        found.iter().filter_map(line).take(most).collect()
    }
}

fn why(pair: &Pair, texts: &Texts) -> String {
    let says = match pair.says {
        Says::Name => texts.desk_signal_name(),
        Says::Place => texts.desk_signal_place(),
        Says::Reporter => texts.desk_signal_reporter(),
        Says::Text => texts.desk_signal_text(),
    };
    let (found, sought) = (written(&pair.found, pair.says), written(&pair.sought, pair.says));
    let text = match pair.nearness {
        Nearness::Same => texts.desk_signal_same(found, says),
        Nearness::Sound => texts.desk_signal_sound(found, sought, says),
        Nearness::Slip => texts.desk_signal_slip(found, sought, says),
    };
    without_marks(&text)
}

/// Names and places with the capital that they lost when they were compared.
fn written(word: &str, says: Says) -> String {
    let mut symbols = word.chars();
    match (says, symbols.next()) {
        (Says::Text, _) | (_, None) => word.to_owned(),
        (_, Some(first)) => first.to_uppercase().chain(symbols).collect(),
    }
}
