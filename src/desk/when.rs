//! When a fact happened, as it was told: a day where it is known, and words.
//!
//! The facts page writes and orders by it, summaries read it. An entry keeps it as one text that
//! begins with the day, `2026-11-23 after supper`; words without a day stay words.

use super::view::day_text;
use crate::{
    Texts,
    core::{Day, Plaintext},
};

/// How long a day is, written `YYYY-MM-DD`.
const DAY_BYTES: usize = 10;

/// When something happened. No `Debug`.
pub struct When<'a> {
    /// The day, where it is known.
    pub day: Option<Day>,
    /// The hour, or all that is known without a day.
    pub words: &'a str,
}

impl<'a> When<'a> {
    /// Of what an entry says.
    pub fn parse(text: &'a Plaintext) -> Self {
        let text = text.expose();
        let day = text.get(..DAY_BYTES).and_then(Day::parse);
        let rest = text.get(DAY_BYTES..).filter(|rest| rest.is_empty() || rest.starts_with(' '));
        match (day, rest) {
            (Some(day), Some(rest)) => Self { day: Some(day), words: rest.trim() },
            _ => Self { day: None, words: text },
        }
    }

    /// As an entry says it; `None` when there is neither day nor words.
    pub fn write(&self) -> Option<Plaintext> {
        let day = self.day.map(Day::iso).unwrap_or_default();
        let text = Plaintext::from(format!("{day} {}", self.words).trim());
        (!text.is_blank()).then_some(text)
    }

    /// As officers read it.
    pub fn text(&self, texts: &Texts) -> String {
        let day = self.day.map(|day| day_text(texts, day)).unwrap_or_default();
        [day.as_str(), self.words].join(" ").trim().to_owned()
    }

    /// By what facts are ordered: the day, then the hour that the words begin with. What has no day
    /// comes last.
    pub fn order(&self) -> (bool, Option<Day>, Option<(u8, u8)>) {
        (self.day.is_none(), self.day, self.hour())
    }

    /// `14:30`, `14.30` or `14 uur` at the beginning of the words.
    fn hour(&self) -> Option<(u8, u8)> {
        let number = |text: &str| {
            let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
            text[..digits].parse::<u8>().ok().map(|number| (number, digits))
        };
        let (hour, digits) = number(self.words).filter(|(hour, _)| *hour < 24)?;
        let rest = &self.words[digits..];
        let minutes = rest.strip_prefix([':', '.']).and_then(number);
        Some((hour, minutes.map_or(0, |(minutes, _)| minutes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use proptest::prelude::*;

    #[test]
    fn a_day_stands_before_words_and_words_may_stand_alone() {
        let nl = Language::Nl.load();
        let text = |text: &str| When::parse(&text.into()).text(&nl);
        assert_eq!(text("2026-11-23 na het eten"), "23 november 2026 na het eten");
        assert_eq!(text("2026-11-23"), "23 november 2026");
        for words in ["vorige zomer", "2026-02-30 laat", "2026-11-231", "", "é2026-11-2"] {
            let told = Plaintext::from(words);
            assert_eq!((When::parse(&told).day, text(words).as_str()), (None, words));
        }
    }

    #[test]
    fn facts_are_ordered_by_day_and_hour_and_those_without_a_day_come_last() {
        let told =
            ["2026-11-22", "2026-11-23 9 uur", "2026-11-23 14.05", "2026-11-23 14:30", "ooit"];
        let told = told.map(Plaintext::from);
        let orders: Vec<_> = told.iter().map(|text| When::parse(text).order()).collect();
        assert!(orders.is_sorted_by(|one, other| one < other), "{orders:?}");
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_back(day in proptest::option::of(0u16..40_000), words in "[a-z ]{0,20}") {
            let (day, words) = (day.map(Day::from_number), words.trim());
            let Some(text) = (When { day, words }).write() else { return Ok(()) };
            let read = When::parse(&text);
            prop_assert_eq!((read.day, read.words), (day, words));
        }
    }
}
