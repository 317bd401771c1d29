//! Words as they are compared: without case and diacritics, and near one another when they sound
//! alike or differ by a slip of the pen.
//!
//! [`super::gather`] cuts texts into them, [`super::concordance`] compares them. The rules are few, for
//! Dutch names above all, and each can be explained to an officer; nothing here knows a case.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The longest word that is kept, in characters; what is longer is cut.
const MAX_WORD_CHARS: usize = 40;

/// Words from this length, in characters, may differ by one slip …
const ONE_SLIP_CHARS: usize = 5;

/// … and from this length by two.
const TWO_SLIPS_CHARS: usize = 9;

/// Stand before a name and are left out at times: "de Vries" is looked for as "Vries".
const PARTICLES: [&str; 24] = [
    "aan", "bij", "da", "de", "del", "dela", "den", "der", "di", "do", "dos", "du", "een", "en",
    "het", "in", "la", "le", "op", "ten", "ter", "the", "van", "von",
];

/// How words are written for their sound, in this order. Dutch names are the measure: Meijer and
/// Meyer, Kuiper and Kuyper, Smit and Schmidt, Bakker and Backer.
const SOUNDS: [(&str, &str); 24] = [
    ("sch", "s"),
    ("ij", "y"),
    ("ei", "y"),
    ("ey", "y"),
    ("ai", "y"),
    ("ay", "y"),
    ("uy", "ui"),
    ("ou", "au"),
    ("auw", "au"),
    ("ck", "k"),
    ("qu", "kw"),
    ("ph", "f"),
    ("th", "t"),
    ("dt", "t"),
    ("gh", "g"),
    ("ch", "g"),
    ("kx", "x"),
    ("x", "ks"),
    ("c", "k"),
    ("z", "s"),
    ("v", "f"),
    ("dj", "j"),
    ("oe", "u"),
    ("uu", "u"),
];

/// How near two words are, from near to far.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Nearness {
    /// The same letters.
    Same,
    /// The same sound.
    Sound,
    /// A slip or two apart.
    Slip,
}

/// A word of a text, with what its writing says of it.
pub struct Word {
    /// As it is compared.
    pub folded: String,
    /// Whether it is written as names are: a capital inside a sentence.
    pub is_name: bool,
}

/// The words of a text, in order. What is a single letter, or stands before names, is left out.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    // At the start of a text, and of a sentence, every word has a capital.
    let mut is_first = true;
    for part in
        text.split_inclusive(|symbol: char| !(symbol.is_alphanumeric() || is_inside(symbol)))
    {
        let (word, after) = match part.char_indices().next_back() {
            Some((at, symbol)) if !(symbol.is_alphanumeric() || is_inside(symbol)) => {
                (&part[..at], Some(symbol))
            }
            _ => (part, None),
        };
        let folded = fold(word);
        if !folded.is_empty() {
            let is_name = !is_first && word.chars().next().is_some_and(char::is_uppercase);
            is_first = false;
            if folded.chars().nth(1).is_some() && !PARTICLES.contains(&folded.as_str()) {
                found.push(Word { folded, is_name });
            }
        }
        is_first |= after.is_some_and(|symbol| ".!?:;\n\"“‘(".contains(symbol));
    }
    found
}

/// What may stand inside a word and is not read: "d'Hondt", "zo’n".
fn is_inside(symbol: char) -> bool {
    matches!(symbol, '\'' | '’' | '`') || is_combining_mark(symbol)
}

/// A word without case, diacritics and what is not read.
///
/// Source: Unicode Standard Annex 15, compatibility decomposition.
pub fn fold(word: &str) -> String {
    let plain = word.nfkd().filter(|symbol| symbol.is_alphanumeric());
    let small = plain.flat_map(char::to_lowercase);
    let mut folded = String::with_capacity(word.len());
    for symbol in small {
        match symbol {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            // Lower case of a capital may carry a mark of its own.
            symbol if is_combining_mark(symbol) => {}
            symbol => folded.push(symbol),
        }
    }
    folded.chars().take(MAX_WORD_CHARS).collect()
}

/// How a folded word is written for its sound.
pub fn sound(folded: &str) -> String {
    let mut sound = folded.to_owned();
    for (written, said) in SOUNDS {
        if sound.contains(written) {
            sound = sound.replace(written, said);
        }
    }
    if let Some(rest) = sound.strip_suffix('d') {
        sound = format!("{rest}t");
    }
    let mut single = String::with_capacity(sound.len());
    for symbol in sound.chars() {
        // Digits say a number: 11 is not 1.
        if symbol.is_ascii_digit() || !single.ends_with(symbol) {
            single.push(symbol);
        }
    }
    single
}

/// One bit for each letter that occurs: words that share too few need no closer look.
pub fn letters(folded: &str) -> u32 {
    folded.chars().fold(0, |bits, symbol| bits | 1 << (u32::from(symbol) % 32))
}

/// Slips that two words may be apart; none for short words and for numbers.
pub fn slips(one: &str, other: &str) -> usize {
    if [one, other].iter().any(|word| word.bytes().any(|byte| byte.is_ascii_digit())) {
        return 0;
    }
    match one.chars().count().min(other.chars().count()) {
        ..ONE_SLIP_CHARS => 0,
        ONE_SLIP_CHARS..TWO_SLIPS_CHARS => 1,
        _ => 2,
    }
}

/// Whether two words are at most this many slips apart: a letter more, less, other, or two
/// neighbours changed over.
pub fn is_within(one: &str, other: &str, most: usize) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most {
        return false;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, against) in other.iter().enumerate() {
            let changed = above[column] + usize::from(letter != against);
            let mut least = changed.min(above[column + 1] + 1).min(line[column] + 1);
            let is_turned =
                row > 0 && column > 0 && one[row - 1] == *against && *letter == other[column - 1];
            if is_turned {
                least = least.min(before[column - 1] + 1);
            }
            line.push(least);
        }
        if line.iter().all(|slips| *slips > most) {
            return false;
        }
        before = std::mem::replace(&mut above, line);
    }
    above[other.len()] <= most
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    /// How near two names are, as the concordance tells it.
    fn near(one: &str, other: &str) -> Option<Nearness> {
        let (one, other) = (fold(one), fold(other));
        if one == other {
            return Some(Nearness::Same);
        }
        if sound(&one) == sound(&other) {
            return Some(Nearness::Sound);
        }
        is_within(&one, &other, slips(&one, &other)).then_some(Nearness::Slip)
    }

    #[test]
    fn names_that_are_spelled_in_many_ways_are_near() {
        use Nearness::{Same, Slip, Sound};
        for (one, other, nearness) in [
            ("Jansen", "JANSEN", Same),
            ("José", "Jose", Same),
            ("Müller", "Muller", Same),
            ("Şahin", "Sahin", Same),
            ("Wałęsa", "Walesa", Same),
            ("d'Hondt", "Dhondt", Same),
            ("D’Hondt", "d'hondt", Same),
            ("Strauß", "Strauss", Same),
            ("Jansen", "Janssen", Sound),
            ("Meijer", "Meyer", Sound),
            ("Meier", "Maijer", Sound),
            ("Kuijper", "Kuiper", Sound),
            ("Kuyper", "Kuiper", Sound),
            ("Dijkstra", "Dykstra", Sound),
            ("Smit", "Smid", Sound),
            ("Smith", "Schmidt", Sound),
            ("Vries", "Fries", Sound),
            ("Bakker", "Backer", Sound),
            ("Bouwman", "Bauman", Sound),
            ("Zijlstra", "Sijlstra", Sound),
            ("Jacobs", "Jakobs", Sound),
            ("Philips", "Filips", Sound),
            ("Thijs", "Tijs", Sound),
            ("Mohammed", "Mohamed", Sound),
            ("Boersma", "Bursma", Sound),
            ("Pietersen", "Peitersen", Slip),
            ("Hendriks", "Hendrik", Slip),
            ("Visser", "Vissre", Slip),
            ("Willemsen", "Wilemsens", Slip),
            ("Hoogeveen", "Hogeven", Sound),
        ] {
            assert_eq!(near(one, other), Some(nearness), "{one} {other}");
            assert_eq!(near(other, one), Some(nearness), "{other} {one}");
        }
    }

    #[test]
    fn other_names_and_numbers_are_not_near() {
        for (one, other) in [
            ("Jan", "Jon"),
            ("Smit", "Smet"),
            ("Jansen", "Hansma"),
            ("Bakker", "Backus"),
            ("Vries", "Buis"),
            ("Visser", "Mulder"),
            ("kamer11", "kamer1"),
            ("0612345678", "0612345679"),
            ("1123", "123"),
        ] {
            assert_eq!(near(one, other), None, "{one} {other}");
        }
    }

    #[test]
    fn a_text_falls_apart_into_words_and_particles_go() {
        assert_eq!(folded("Mw. A. de Vries-van der Meer"), ["mw", "vries", "meer"]);
        assert_eq!(folded("kamer 12, ’s nachts; e\u{301}e\u{301}n"), ["kamer", "12", "nachts"]);
        assert_eq!(folded("جانسن وقف"), ["جانسن", "وقف"]);
        assert_eq!(folded(""), Vec::<String>::new());
        assert_eq!(folded(&"x".repeat(900))[0].chars().count(), MAX_WORD_CHARS);
    }

    #[test]
    fn a_capital_inside_a_sentence_tells_a_name() {
        let named = |text: &str| -> Vec<String> {
            let names = words(text).into_iter().filter(|word| word.is_name);
            names.map(|word| word.folded).collect()
        };
        assert_eq!(named("Gisteren riep Bart Jansen iets. Hij riep hard."), ["bart", "jansen"]);
        assert_eq!(named("Zij zei: Kom hier.\nNiemand hielp Ömer."), ["omer"]);
        assert!(named("Niemand kwam. Niemand zag het.").is_empty());
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,60}") {
            for word in words(&text) {
                prop_assert_eq!(fold(&word.folded), word.folded.clone());
                prop_assert!(word.folded.chars().count() <= MAX_WORD_CHARS);
            }
        }

        #[test]
        fn slips_are_counted_alike_from_both_sides(one in "[a-e]{0,8}", other in "[a-e]{0,8}") {
            for most in 0..3 {
                prop_assert_eq!(is_within(&one, &other, most), is_within(&other, &one, most));
            }
            prop_assert!(is_within(&one, &one, 0));
        }
    }
}
