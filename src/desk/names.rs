//! Real names in what is about to be recorded or to leave: found, so that the pseudonym can be
//! offered instead.
//!
//! The facts page calls it before it records, documents before they leave. It compares with the key table alone, letter case
//! aside and whole words only, and never says which name it found: only whose it is (O33, O35).

use crate::{
    Texts,
    core::Plaintext,
    desk::casework::{CaseFile, persons::Pseudonym},
};

/// The fewest letters of a part of a name that is looked for by itself.
const MIN_LETTERS: usize = 3;

/// The names of a case's key table. No `Debug`.
pub(super) struct Names(Vec<(Vec<char>, Pseudonym)>);

impl Names {
    /// Of every line that stands in the key table: whole names, and their parts with a capital.
    pub fn of(file: &CaseFile) -> Self {
        let lines = file.persons.iter();
        let named = lines.flat_map(|(pseudonym, register)| {
            let names = register.values().iter().filter_map(|said| said.what.name.as_ref());
            names.map(|name| (name.expose(), *pseudonym))
        });
        Self::listed(named)
    }

    /// Of these names: each whole, and its parts with a capital.
    pub fn listed<'a>(names: impl Iterator<Item = (&'a str, Pseudonym)>) -> Self {
        let mut found = Vec::new();
        for (name, pseudonym) in names {
            let whole = name.trim();
            let is_name = |part: &&str| {
                part.starts_with(char::is_uppercase) && part.chars().count() >= MIN_LETTERS
            };
            let parts = whole.split(|it: char| !it.is_alphanumeric()).filter(is_name);
            let all = std::iter::once(whole).chain(parts).filter(|name| !name.is_empty());
            found.extend(all.map(|name| (name.chars().collect(), pseudonym)));
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
        self.replaced_with(text, |pseudonym| Some(pseudonym.text(texts)))
    }

    /// The text with something else in the place of names; names with nothing instead stay.
    pub fn replaced_with(
        &self,
        text: &str,
        instead: impl Fn(Pseudonym) -> Option<String>,
    ) -> Plaintext {
        let mut text: Vec<char> = text.chars().collect();
        for (name, pseudonym) in &self.0 {
            let Some(instead) = instead(*pseudonym) else { continue };
            let instead: Vec<char> = instead.chars().collect();
            let mut from = 0;
            while let Some(at) = place(&text, name, from) {
                text.splice(at..at + name.len(), instead.iter().copied());
                from = at + instead.len();
            }
        }
        text.into_iter().collect::<String>().into()
    }
}

impl Names {
    /// A text in pieces, in order: what is no name, and names. For a page that marks them.
    pub fn pieces(&self, text: &str) -> Vec<(String, IsName)> {
        let text: Vec<char> = text.chars().collect();
        let (mut found, mut from) = (Vec::new(), 0);
        let piece = |range: std::ops::Range<usize>| text[range].iter().collect::<String>();
        while from < text.len() {
            let first = self.0.iter().filter_map(|(name, _)| {
                place(&text, name, from).map(|at| (at, std::cmp::Reverse(name.len())))
            });
            let Some((at, std::cmp::Reverse(length))) = first.min() else { break };
            found.push((piece(from..at), IsName::No));
            found.push((piece(at..at + length), IsName::Yes));
            from = at + length;
        }
        found.push((piece(from..text.len()), IsName::No));
        found.retain(|(text, _)| !text.is_empty());
        found
    }
}

/// Whether a piece of a text is a name of the key table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum IsName {
    /// It is.
    Yes,
    /// It is not.
    No,
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
        let pieces = names.pieces("Ook Jan de Vries riep ‘Jan’");
        let found = pieces.iter().filter(|(_, is_name)| *is_name == IsName::Yes);
        assert_eq!(
            found.map(|(text, _)| text.as_str()).collect::<Vec<_>>(),
            ["Jan de Vries", "Jan"]
        );
        let whole: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(whole, "Ook Jan de Vries riep ‘Jan’");
    }
}
