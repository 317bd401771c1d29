//! Pseudonyms: how every text calls the people of a case.
//!
//! Facts name people by these alone; their real names stand in the key table, a kind of event of
//! its own. A pseudonym says a role and a place, nothing about who it is (O33, O35).

use super::{choices::Role, keyed::Keyed};
use crate::Texts;
use std::{fmt, str::FromStr};

/// Somebody in a case: "Cliënt A", "Medewerker 1".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Pseudonym {
    /// What they are.
    pub role: Role,
    /// Which of those, from 1.
    pub place: u16,
}

impl Pseudonym {
    /// As texts say it. Clients and those who speak for them have letters, the reporter nothing.
    pub fn text(self, texts: &Texts) -> String {
        let letter = || letters(self.place);
        let text = match self.role {
            Role::Reporter if self.place == 1 => texts.casework_pseudonym_reporter(),
            Role::Reporter => texts.casework_pseudonym_reporters(self.place),
            Role::Client => texts.casework_pseudonym_client(letter()),
            Role::Representative => texts.casework_pseudonym_representative(letter()),
            Role::Accused => texts.casework_pseudonym_accused(self.place),
            Role::Witness => texts.casework_pseudonym_witness(self.place),
            Role::Other => texts.casework_pseudonym_other(self.place),
        };
        crate::desk::view::without_marks(&text)
    }
}

/// A, B … Z, AA, AB …
fn letters(place: u16) -> String {
    let mut rest = u32::from(place);
    let mut found = Vec::new();
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).expect("below 26");
        found.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    found.iter().rev().collect()
}

impl fmt::Display for Pseudonym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.role.key(), self.place)
    }
}

/// It is no pseudonym.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoPseudonym;

impl FromStr for Pseudonym {
    type Err = NoPseudonym;

    /// Reads `client-1`, as a form or an event has it.
    fn from_str(text: &str) -> Result<Self, NoPseudonym> {
        let (role, place) = text.rsplit_once('-').ok_or(NoPseudonym)?;
        let role = Role::find(role).ok_or(NoPseudonym)?;
        let place = place.parse().ok().filter(|place| *place > 0).ok_or(NoPseudonym)?;
        Ok(Self { role, place })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pseudonym_says_a_role_and_a_place() {
        let nl = crate::Language::Nl.load();
        let says = |text: &str| text.parse::<Pseudonym>().unwrap().text(&nl);
        assert_eq!(says("client-1"), "Cliënt A");
        assert_eq!(says("client-28"), "Cliënt AB");
        assert_eq!(says("accused-2"), "Medewerker 2");
        assert_eq!(says("reporter-1"), "Melder");
        assert_eq!(says("witness-1"), "Getuige 1");
        assert_eq!(
            "representative-3".parse::<Pseudonym>().unwrap().to_string(),
            "representative-3"
        );
    }

    #[test]
    fn what_is_no_pseudonym_is_refused() {
        for text in ["", "client", "client-0", "client--1", "client-99999", "boss-1", "-1"] {
            assert!(text.parse::<Pseudonym>().is_err(), "{text}");
        }
    }
}
