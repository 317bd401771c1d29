//! What the leak tests search with: words and times, in every spelling in which bytes could carry
//! them.

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use std::{collections::BTreeSet, ops::RangeInclusive};

const DAY_SECONDS: i64 = 86_400;

/// What a word is, and so where it may be read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Group {
    /// A reporter typed it.
    Typed,
    /// The receipt code as the reporter sees it.
    Code,
    /// The receipt code, or what goes with it, in another form.
    Secret,
    /// An officer wrote it to the reporter.
    Answered,
    /// Readable elsewhere, but no business of the store and the log.
    AtRest,
    /// Where a request came from.
    Address,
    /// The same in four bytes: among random bytes they may turn up by chance.
    AddressBytes,
}

/// Words to search for.
pub struct Search {
    /// To be found as they are, by their first byte.
    same: [Vec<Needle>; 256],
    /// To be found in any case; kept small.
    any: [Vec<Needle>; 256],
}

struct Needle {
    group: Group,
    word: String,
    bytes: Vec<u8>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Same,
    Any,
}

impl Default for Search {
    fn default() -> Self {
        Self { same: std::array::from_fn(|_| Vec::new()), any: std::array::from_fn(|_| Vec::new()) }
    }
}

impl Search {
    /// Searches for a word in any case: in UTF-8, UTF-16, hexadecimal digits and base64.
    pub fn add(&mut self, group: Group, word: &str) {
        assert!(word.len() > 5, "{word:?} may turn up by chance");
        let lower = word.to_lowercase();
        let wide: Vec<u8> = lower.encode_utf16().flat_map(u16::to_le_bytes).collect();
        self.push(group, word, lower.into_bytes(), Case::Any);
        self.push(group, word, wide, Case::Any);
        self.push(group, word, hex(word.as_bytes()), Case::Any);
        for shift in 0..3 {
            self.push(group, word, base64_inside(word, shift), Case::Same);
        }
    }

    /// Searches for these very bytes.
    pub fn add_bytes(&mut self, group: Group, what: &str, bytes: &[u8]) {
        self.push(group, what, bytes.to_vec(), Case::Same);
    }

    fn push(&mut self, group: Group, word: &str, bytes: Vec<u8>, case: Case) {
        let needles = if case == Case::Same { &mut self.same } else { &mut self.any };
        let first = usize::from(bytes[0]);
        needles[first].push(Needle { group, word: word.to_owned(), bytes });
    }

    /// Every word that lies in these bytes in any of its spellings.
    pub fn find(&self, bytes: &[u8]) -> BTreeSet<(Group, &str)> {
        let mut found = BTreeSet::new();
        for (bytes, needles) in [(bytes, &self.same), (&bytes.to_ascii_lowercase(), &self.any)] {
            for (at, first) in bytes.iter().enumerate() {
                let begun = needles[usize::from(*first)].iter();
                let whole = begun.filter(|needle| bytes[at..].starts_with(&needle.bytes));
                found.extend(whole.map(Needle::what));
            }
        }
        found
    }

    /// Every spelling of every word, each for itself: what [`Self::find`] must find when planted.
    pub fn spellings(&self) -> impl Iterator<Item = ((Group, &str), &[u8])> {
        let needles = self.same.iter().chain(&self.any).flatten();
        needles.map(|needle| (needle.what(), needle.bytes.as_slice()))
    }
}

impl Needle {
    fn what(&self) -> (Group, &str) {
        (self.group, &self.word)
    }
}

/// Where `part` begins in `whole`.
pub fn find(whole: &[u8], part: &[u8]) -> Option<usize> {
    let (first, rest) = part.split_first()?;
    let mut from = 0;
    while let Some(at) = whole[from..].iter().position(|byte| byte == first) {
        if whole[from + at + 1..].starts_with(rest) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

/// These bytes without any copy of these parts.
pub fn without(bytes: &[u8], parts: &[Vec<u8>]) -> Vec<u8> {
    let mut left = bytes.to_vec();
    for part in parts {
        while let Some(at) = find(&left, part) {
            left.splice(at..at + part.len(), *b"\n");
        }
    }
    left
}

/// Small hexadecimal digits.
pub fn hex(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()
}

/// What is certain of a word's base64 when `shift` bytes stand before it and others after it.
fn base64_inside(word: &str, shift: usize) -> Vec<u8> {
    let whole = [&vec![0; shift], word.as_bytes()].concat();
    let text = STANDARD_NO_PAD.encode(&whole);
    let (first, end) = ((shift * 8).div_ceil(6), whole.len() * 8 / 6);
    text.as_bytes()[first..end].to_vec()
}

/// Searches for moments around this run, in seconds since 1970.
pub struct Times {
    pub run: RangeInclusive<i64>,
}

impl Times {
    /// Times in readable form: `14:05`, and decimal timestamps of seconds up to nanoseconds.
    pub fn find_text(&self, bytes: &[u8]) -> Vec<String> {
        let clocks = bytes.windows(5).filter(|window| is_clock(window));
        let mut found: Vec<_> = clocks.map(|text| String::from_utf8_lossy(text).into()).collect();
        for digits in bytes.split(|byte| !byte.is_ascii_digit()) {
            let text = str::from_utf8(digits).expect("digits are UTF-8");
            let seconds = text.get(..10).and_then(|text| text.parse::<i64>().ok());
            let is_length = matches!(text.len(), 10 | 13 | 16 | 19);
            if is_length && seconds.is_some_and(|seconds| self.is_near(seconds)) {
                found.push(text.to_owned());
            }
        }
        found
    }

    /// Binary timestamps, in either byte order. Eight random bytes are never one; four may be, so
    /// of those three are needed: a store that kept times would keep one with every item.
    pub fn find_binary(&self, bytes: &[u8]) -> Vec<String> {
        let mut found = Vec::new();
        for window in bytes.windows(8) {
            let eight: [u8; 8] = window.try_into().expect("a window of eight");
            for number in [i64::from_le_bytes(eight), i64::from_be_bytes(eight)] {
                let scales = [1, 1000, 1_000_000, 1_000_000_000];
                let near = scales.iter().find(|scale| self.is_scaled(number, **scale));
                found.extend(near.map(|scale| format!("{number} / {scale}")));
            }
        }
        let four = bytes.windows(4).map(|window| window.try_into().expect("a window of four"));
        let numbers = four.flat_map(|four| [u32::from_le_bytes(four), u32::from_be_bytes(four)]);
        let short: Vec<_> =
            numbers.filter(|number| self.run.contains(&i64::from(*number))).collect();
        found.extend(short.iter().filter(|_| short.len() > 2).map(u32::to_string));
        found
    }

    fn is_near(&self, seconds: i64) -> bool {
        (self.run.start() - DAY_SECONDS..=self.run.end() + DAY_SECONDS).contains(&seconds)
    }

    /// Fine scales are dense among random numbers, so only the run itself counts for them.
    fn is_scaled(&self, number: i64, scale: i64) -> bool {
        let seconds = number / scale;
        if scale > 1000 { self.run.contains(&seconds) } else { self.is_near(seconds) }
    }
}

fn is_clock(window: &[u8]) -> bool {
    let pair = |at: usize| str::from_utf8(&window[at..at + 2]).ok()?.parse::<u8>().ok();
    let (hours, minutes) = (pair(0), pair(3));
    window[2] == b':' && hours.is_some_and(|h| h < 24) && minutes.is_some_and(|m| m < 60)
}

#[test]
fn the_search_finds_every_spelling_of_every_word() {
    let mut search = Search::default();
    search.add(Group::Typed, "Zilverreiger");
    search.add(Group::Code, "K7QF-2M9D-XW4T-8HRC");
    search.add_bytes(Group::Secret, "raw", &[7, 0, 255, 10]);
    for (what, spelling) in search.spellings() {
        let hidden = [b"\0\xffbefore ", spelling, b" after\0"].concat();
        assert!(search.find(&hidden).contains(&what), "{what:?}");
        assert!(search.find(&without(&hidden, &[spelling.to_vec()])).is_empty());
    }
    assert!(!search.find(b"a zilverREIGER flew").is_empty());
    let encoded = |before: &str| STANDARD_NO_PAD.encode(format!("{before}Zilverreiger after"));
    for before in ["", "a", "ab", "abc"] {
        assert!(!search.find(encoded(before).as_bytes()).is_empty(), "{before}");
    }
}

#[test]
fn the_search_finds_a_moment_in_every_form() {
    let now = 1_795_000_000_i64;
    let times = Times { run: now..=now + 20 };
    for text in ["om 14:05 uur", "t=1795000007;", "1795000007123", "\"1795000007123456789\""] {
        assert_eq!(times.find_text(text.as_bytes()).len(), 1, "{text}");
    }
    for text in ["127.0.0.1:8080", "25:00", "1895000007", "17950000071", "0591-123456"] {
        assert_eq!(times.find_text(text.as_bytes()), Vec::<String>::new(), "{text}");
    }
    for scale in [1, 1000, 1_000_000, 1_000_000_000] {
        let number = (now + 7) * scale;
        assert!(!times.find_binary(&number.to_le_bytes()).is_empty());
        assert!(!times.find_binary(&number.to_be_bytes()).is_empty());
    }
    let four = u32::try_from(now).unwrap().to_be_bytes();
    assert!(times.find_binary(&four).is_empty());
    assert_eq!(times.find_binary(&four.repeat(3)).len(), 3);
}
