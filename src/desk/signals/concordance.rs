//! The concordance: which words stand in which case, and the search in it.
//!
//! [`super::Signals`] fills and asks it. A search looks through all words that are known, and then
//! through the words of every case: with ten thousand cases that takes milliseconds, so there is
//! nothing more to keep. No `Debug`: it holds words that people typed.

use super::words::{self, Nearness};
use crate::core::CaseId;
use std::collections::{BTreeMap, HashMap};

/// Names what a case held when its words were taken.
pub type Mark = [u8; 16];

/// What a word says in a case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Says {
    /// Something in a text.
    Text,
    /// A place.
    Place,
    /// The name of whoever reported.
    Reporter,
    /// A name.
    Name,
}

impl Says {
    const ALL: [Self; 4] = [Self::Text, Self::Place, Self::Reporter, Self::Name];
}

/// A word of a case: its number among the words, and what it says there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Use(u32);

impl Use {
    fn new(word: u32, says: Says) -> Self {
        Self(word << 2 | says as u32)
    }

    fn word(self) -> usize {
        (self.0 >> 2) as usize
    }

    fn says(self) -> Says {
        Says::ALL[(self.0 & 3) as usize]
    }

    pub(super) fn number(self) -> u32 {
        self.0
    }

    /// `None` for a word that is none of so many.
    pub(super) fn of_number(number: u32, words: usize) -> Option<Self> {
        Some(Self(number)).filter(|it| it.word() < words)
    }
}

/// The words of one case.
pub(super) struct Indexed {
    pub mark: Mark,
    /// In order, each once.
    pub uses: Vec<Use>,
}

/// A word that is known, with what it is compared by.
struct Known {
    word: Box<str>,
    sound: Box<str>,
    letters: u32,
    chars: usize,
}

/// Words and cases. No `Debug`.
#[derive(Default)]
pub struct Concordance {
    known: Vec<Known>,
    places: HashMap<Box<str>, u32>,
    pub(super) cases: BTreeMap<CaseId, Indexed>,
}

/// A word that is looked for and a word that was found for it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// How near they are.
    pub nearness: Nearness,
    /// As it was looked for.
    pub sought: String,
    /// As it stands there.
    pub found: String,
    /// What it says there.
    pub says: Says,
}

/// A case in which something was found. No `Debug`.
pub struct Found {
    /// The case.
    pub case: CaseId,
    /// The nearest word for each word that was looked for, those that say most first.
    pub pairs: Vec<Pair>,
    /// How much it says: more for each word, for near words, and for words that few cases have.
    pub weight: u32,
}

/// How near a word is, and to which of those that are looked for.
type Near = Option<(Nearness, usize)>;

/// By the place of a word that is looked for: weight, use, nearness.
type Best = BTreeMap<usize, (u32, Use, Nearness)>;

impl Concordance {
    /// How many cases it knows.
    pub fn len(&self) -> usize {
        self.cases.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty()
    }

    /// What a case held when its words were taken.
    pub fn mark(&self, case: CaseId) -> Option<Mark> {
        self.cases.get(&case).map(|indexed| indexed.mark)
    }

    /// Takes a case's words in, in place of those that it had.
    pub fn insert(&mut self, case: CaseId, mark: Mark, words: Vec<(String, Says)>) {
        let of = |(word, says): (String, Says)| Use::new(self.number(&word), says);
        let mut uses: Vec<Use> = words.into_iter().map(of).collect();
        uses.sort_unstable();
        uses.dedup();
        uses.shrink_to_fit();
        self.cases.insert(case, Indexed { mark, uses });
    }

    /// Lets go of every case that is not among these. Tells whether there was one.
    pub fn retain(&mut self, is_there: impl Fn(CaseId) -> bool) -> bool {
        let before = self.cases.len();
        self.cases.retain(|case, _| is_there(*case));
        self.cases.len() < before
    }

    /// Lets go of words that no case has any more.
    pub fn tidy(&mut self) {
        let mut used = vec![false; self.known.len()];
        self.cases.values().flat_map(|case| &case.uses).for_each(|it| used[it.word()] = true);
        if used.iter().all(|used| *used) {
            return;
        }
        let mut tidied = Self::default();
        let cases = std::mem::take(&mut self.cases);
        let numbers: Vec<u32> = self
            .known
            .iter()
            .zip(used)
            .map(|(known, used)| if used { tidied.number(&known.word) } else { 0 })
            .collect();
        for (case, indexed) in cases {
            let mut uses: Vec<Use> =
                indexed.uses.iter().map(|it| Use::new(numbers[it.word()], it.says())).collect();
            uses.sort_unstable();
            tidied.cases.insert(case, Indexed { mark: indexed.mark, uses });
        }
        *self = tidied;
    }

    /// The number of a word, which gets one when it is new.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.places.get(word) {
            return *number;
        }
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX) & (u32::MAX >> 2);
        let (sound, letters) = (words::sound(word).into(), words::letters(word));
        let chars = word.chars().count();
        self.known.push(Known { word: word.into(), sound, letters, chars });
        self.places.insert(word.into(), number);
        number
    }

    /// Every word, in the order of their numbers.
    pub(super) fn words(&self) -> impl ExactSizeIterator<Item = &str> {
        self.known.iter().map(|known| &*known.word)
    }

    /// The words of a case that say what `is_asked` asks for; each once.
    pub fn words_of(&self, case: CaseId, is_asked: impl Fn(Says) -> bool) -> Vec<String> {
        let uses = self.cases.get(&case).map(|indexed| indexed.uses.as_slice()).unwrap_or_default();
        let asked = uses.iter().filter(|it| is_asked(it.says()));
        let mut words: Vec<String> =
            asked.map(|it| self.known[it.word()].word.to_string()).collect();
        words.dedup();
        words
    }

    /// How many cases have a word, by the number of each word.
    fn spread(&self) -> Vec<u32> {
        let mut spread = vec![0; self.known.len()];
        for case in self.cases.values() {
            let mut last = None;
            for it in &case.uses {
                if last.replace(it.word()) != Some(it.word()) {
                    spread[it.word()] += 1;
                }
            }
        }
        spread
    }

    /// Every case with words near these, folded ones, the one that says most first. Only cases with
    /// one of the first `needed` of them count.
    pub fn find(&self, sought: &[String], needed: usize) -> Vec<Found> {
        // For each known word: the nearest of those that are looked for.
        let mut nearest: Vec<Near> = vec![None; self.known.len()];
        for (place, word) in sought.iter().enumerate() {
            self.mark_near(word, place, &mut nearest);
        }
        let spread = self.spread();
        let cases = self.cases.iter();
        let mut found: Vec<Found> = cases
            .filter_map(|(case, indexed)| {
                let best = self.best(indexed, &nearest, &spread);
                // They are in the order in which they are looked for.
                let is_found = best.first_key_value().is_some_and(|(first, _)| *first < needed);
                is_found.then(|| self.found(*case, sought, best))
            })
            .collect();
        found.sort_by(|one, other| other.weight.cmp(&one.weight).then(one.case.cmp(&other.case)));
        found
    }

    fn mark_near(&self, word: &str, place: usize, nearest: &mut [Near]) {
        let (sound, letters, chars) =
            (words::sound(word), words::letters(word), word.chars().count());
        for (known, nearest) in self.known.iter().zip(nearest) {
            // Each slip changes two letters at most.
            let differing = (known.letters ^ letters).count_ones() as usize;
            let nearness = if &*known.word == word {
                Nearness::Same
            } else if *known.sound == *sound {
                Nearness::Sound
            } else if known.chars.abs_diff(chars) <= 2
                && differing <= 4
                && words::is_within(&known.word, word, words::slips(&known.word, word))
                && words::slips(&known.word, word) > 0
            {
                Nearness::Slip
            } else {
                continue;
            };
            let is_nearer = nearest.is_none_or(|(before, _)| nearness < before);
            if is_nearer {
                *nearest = Some((nearness, place));
            }
        }
    }

    /// For each word that is looked for: the use of a case that says most, with its weight.
    fn best(&self, indexed: &Indexed, nearest: &[Near], spread: &[u32]) -> Best {
        let mut best = Best::new();
        for it in &indexed.uses {
            let Some((nearness, place)) = nearest[it.word()] else { continue };
            let weight = weight(nearness, it.says(), (spread[it.word()], self.cases.len()));
            if best.get(&place).is_none_or(|(before, ..)| *before < weight) {
                best.insert(place, (weight, *it, nearness));
            }
        }
        best
    }

    fn found(&self, case: CaseId, sought: &[String], best: Best) -> Found {
        let weight = best.values().map(|(weight, ..)| weight).sum();
        let mut best: Vec<_> = best.into_iter().collect();
        best.sort_by_key(|(place, (weight, ..))| (std::cmp::Reverse(*weight), *place));
        let pairs = best.into_iter().map(|(place, (_, it, nearness))| Pair {
            nearness,
            sought: sought[place].clone(),
            found: self.known[it.word()].word.to_string(),
            says: it.says(),
        });
        Found { case, pairs: pairs.collect(), weight }
    }
}

/// What a word that was found weighs, at least 1: names more than text, near more than far, and
/// each halving of the cases that have it as much as the step from text to place.
fn weight(nearness: Nearness, says: Says, (cases, all): (u32, usize)) -> u32 {
    let near = match nearness {
        Nearness::Same => 6,
        Nearness::Sound => 5,
        Nearness::Slip => 3,
    };
    let says = match says {
        Says::Name => 4,
        Says::Reporter => 3,
        Says::Place => 2,
        Says::Text => 1,
    };
    let all = u32::try_from(all).unwrap_or(u32::MAX);
    let rarity = (all / cases.max(1)).max(1).ilog2() + 1;
    near * (says + rarity)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(number: u8) -> CaseId {
        CaseId::from_bytes([number; 16])
    }

    fn made(cases: &[&[(&str, Says)]]) -> Concordance {
        let mut made = Concordance::default();
        for (place, words) in (1..).zip(cases) {
            let words = words.iter().map(|(word, says)| ((*word).to_owned(), *says)).collect();
            made.insert(case(place), [place; 16], words);
        }
        made
    }

    fn found(known: &Concordance, sought: &[&str]) -> Vec<u8> {
        let sought: Vec<String> = sought.iter().map(|word| (*word).to_owned()).collect();
        let found = known.find(&sought, sought.len());
        found.iter().map(|found| found.case.as_bytes()[0]).collect()
    }

    #[test]
    fn the_nearest_and_the_most_telling_case_comes_first() {
        use Says::{Name, Place, Text};
        let known = made(&[
            &[("janssen", Name), ("keuken", Place)],
            &[("jansen", Name)],
            &[("jansen", Text), ("keuken", Place)],
            &[("hansma", Name), ("keuken", Text)],
            &[("jansens", Name)],
        ]);
        assert_eq!(found(&known, &["jansen"]), [2, 1, 5, 3]);
        assert_eq!(found(&known, &["jansen", "keuken"])[0], 1);
        assert!(found(&known, &["visser"]).is_empty());
        assert!(found(&known, &[]).is_empty());
    }

    #[test]
    fn a_word_that_few_cases_have_says_more() {
        let common: Vec<(&str, Says)> = vec![("linde", Says::Place)];
        let rare = [("linde", Says::Place), ("zwaluw", Says::Place)];
        let cases: Vec<&[(&str, Says)]> = vec![&common[..], &common, &common, &common, &rare];
        let known = made(&cases);
        let sought = ["linde".to_owned(), "zwaluw".to_owned()];
        let found = known.find(&sought, 2);
        assert_eq!((found[0].case, found.len()), (case(5), 5));
        assert_eq!(found[0].pairs[0].found, "zwaluw");
        let sought = ["zwaluw".to_owned(), "linde".to_owned()];
        let found = known.find(&sought, 1);
        assert_eq!((found[0].pairs.len(), found.len()), (2, 1), "a place brings nothing alone");
    }

    #[test]
    fn what_goes_leaves_no_word_behind() {
        let mut known = made(&[&[("jansen", Says::Name)], &[("visser", Says::Name)]]);
        assert!(known.retain(|id| id == case(2)));
        known.tidy();
        assert_eq!(known.words().collect::<Vec<_>>(), ["visser"]);
        assert!(found(&known, &["jansen"]).is_empty());
        assert_eq!(found(&known, &["visser"]), [2]);
        known.insert(case(2), [9; 16], vec![("mulder".to_owned(), Says::Name)]);
        known.tidy();
        assert_eq!(known.words().collect::<Vec<_>>(), ["mulder"]);
        assert!(!known.retain(|_| true));
    }
}
