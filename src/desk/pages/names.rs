//! Real names in what is about to be recorded: found, so that the pseudonym can be offered instead.
//!
//! The facts page calls it before it records. It compares with the key table alone, letter case
//! aside and whole words only, and never says which name it found: only whose it is (O33, O35).

use crate::{
    Texts,
    core::Plaintext,
    desk::casework::{CaseFile, persons::Pseudonym},
};

/// The fewest letters of a part of a name that is looked for by itself.
const MIN_LETTERS: usize = 3;

/// The names of a case's key table. No `Debug`.
pub(in crate::desk) struct Names(Vec<(Vec<char>, Pseudonym)>);

impl Names {
    /// Of every line that stands in the key table: whole names, and their parts with a capital.
    pub fn of(file: &CaseFile) -> Self {
        let mut found = Vec::new();
        for (pseudonym, register) in &file.persons {
            for name in register.values().iter().filter_map(|said| said.what.name.as_ref()) {
                let whole = name.expose().trim();
                let is_name = |part: &&str| {
                    part.starts_with(char::is_uppercase) && part.chars().count() >= MIN_LETTERS
                };
                let parts = whole.split(|it: char| !it.is_alphanumeric()).filter(is_name);
                let all = std::iter::once(whole).chain(parts).filter(|name| !name.is_empty());
                found.extend(all.map(|name| (name.chars().collect(), *pseudonym)));
            }
        }
        // The longest first, so that a whole name goes before its parts.
        found.sort_by_key(|(name, _): &(Vec<char>, Pseudonym)| std::cmp::Reverse(name.len()));
        Self(found)
    }

    /// Whose names stand in a text, each once.
    pub fn whose(&self, text: &str) -> Vec<Pseudonym> {
        let text: Vec<char> = text.chars().collect();
        let is_in = |(name, _): &&(Vec<char>, Pseudonym)| place(&text, name, 0).is_some();
        let mut found: Vec<Pseudonym> = self.0.iter().filter(is_in).map(|(_, it)| *it).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The text with pseudonyms in the place of names.
    pub fn replaced(&self, text: &str, texts: &Texts) -> Plaintext {
        let mut text: Vec<char> = text.chars().collect();
        for (name, pseudonym) in &self.0 {
            let instead: Vec<char> = pseudonym.text(texts).chars().collect();
            let mut from = 0;
            while let Some(at) = place(&text, name, from) {
                text.splice(at..at + name.len(), instead.iter().copied());
                from = at + instead.len();
            }
        }
        text.into_iter().collect::<String>().into()
    }
}

/// Where a name stands as whole words.
fn place(text: &[char], name: &[char], from: usize) -> Option<usize> {
    let is_same = |(one, other): (&char, &char)| one.to_lowercase().eq(other.to_lowercase());
    let is_letter = |at: Option<&char>| at.is_some_and(|it| it.is_alphanumeric());
    let places = from..(text.len() + 1).saturating_sub(name.len()).max(from);
    places.into_iter().find(|at| {
        let found = &text[*at..*at + name.len()];
        let before = at.checked_sub(1).and_then(|at| text.get(at));
        found.iter().zip(name).all(is_same)
            && !is_letter(before)
            && !is_letter(text.get(at + name.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, desk::casework::choices::Role};

    fn names(all: &[(&str, Pseudonym)]) -> Names {
        let all = all.iter().map(|(name, pseudonym)| (name.chars().collect(), *pseudonym));
        Names(all.collect())
    }

    #[test]
    fn whole_words_are_found_whatever_their_case_and_replaced() {
        let nl = Language::Nl.load();
        let client = Pseudonym { role: Role::Client, place: 1 };
        let names = names(&[("Jan de Vries", client), ("Vries", client), ("Jan", client)]);
        for text in ["Jan riep.", "(JAN)", "toen zei jan de vries", "mevrouw Vries"] {
            assert_eq!(names.whose(text), [client], "{text}");
        }
        for text in ["", "Ja", "Januari", "Dejan", "Vriesman", "de"] {
            assert!(names.whose(text).is_empty(), "{text}");
        }
        let replaced = names.replaced("Jan de Vries riep: ‘Jan!’ In januari.", &nl);
        assert_eq!(replaced.expose(), "Cliënt A riep: ‘Cliënt A!’ In januari.");
    }
}
