//! Quarters, and the periods over which an overview is made.
//!
//! Everything that is counted is counted by whole quarters; a half-year and a year are their
//! quarters. Nothing here is finer than that.

use crate::{Texts, core::Day};
use std::{fmt, ops::RangeInclusive};

/// A quarter of a calendar year.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Quarter(u16);

impl Quarter {
    /// The quarter in which a day falls.
    pub fn of(day: Day) -> Self {
        let date = day.date();
        let year = u16::try_from(date.year()).unwrap_or_default();
        Self(year * 4 + u16::try_from((date.month() - 1) / 3).unwrap_or_default())
    }

    /// The quarter with this number; `None` for one in which no [`Day`] falls.
    pub fn from_number(number: u16) -> Option<Self> {
        RANGE.contains(&number).then_some(Self(number))
    }

    /// Quarters since the year 0.
    pub fn number(self) -> u16 {
        self.0
    }

    /// The calendar year.
    pub fn year(self) -> u16 {
        self.0 / 4
    }

    /// Its place in the year, 1 to 4.
    pub fn place(self) -> u16 {
        self.0 % 4 + 1
    }

    /// The next one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The one before.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// As officers read it: "3e kwartaal 2026".
    pub fn text(self, texts: &Texts) -> String {
        let text = texts.desk_monitor_quarter(self.place(), self.year().to_string());
        crate::desk::view::without_marks(&text)
    }
}

/// `2026-Q3`.
impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-Q{}", self.year(), self.place())
    }
}

/// The years that a [`Day`] can hold, in quarters.
const RANGE: RangeInclusive<u16> = 1970 * 4..=2149 * 4 + 3;

/// What an overview is made over.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Period {
    /// One quarter.
    Quarter(Quarter),
    /// Half a year, named by its first quarter.
    Half(Quarter),
    /// A year, named by its first quarter.
    Year(Quarter),
}

impl Period {
    /// Reads `2026-Q3`, `2026-H2` or `2026`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, part) = text.split_once('-').unwrap_or((text, ""));
        let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let year: u16 = year.parse().ok().filter(|_| digits)?;
        let at = |place: u16| Quarter::from_number(year * 4 + place);
        match part {
            "" => at(0).map(Self::Year),
            "H1" => at(0).map(Self::Half),
            "H2" => at(2).map(Self::Half),
            "Q1" => at(0).map(Self::Quarter),
            "Q2" => at(1).map(Self::Quarter),
            "Q3" => at(2).map(Self::Quarter),
            "Q4" => at(3).map(Self::Quarter),
            _ => None,
        }
    }

    /// Its quarters, in order.
    pub fn quarters(self) -> Vec<Quarter> {
        let (first, count) = match self {
            Self::Quarter(first) => (first, 1),
            Self::Half(first) => (first, 2),
            Self::Year(first) => (first, 4),
        };
        (first.0..first.0 + count).map(Quarter).collect()
    }

    /// Its first quarter.
    pub fn first(self) -> Quarter {
        match self {
            Self::Quarter(first) | Self::Half(first) | Self::Year(first) => first,
        }
    }

    /// Its last quarter.
    pub fn last(self) -> Quarter {
        match self {
            Self::Quarter(first) => first,
            Self::Half(first) => first.next(),
            Self::Year(first) => Quarter(first.0 + 3),
        }
    }

    /// Whether it is over on this day.
    pub fn is_over(self, today: Day) -> bool {
        self.last() < Quarter::of(today)
    }

    /// Every period that is over, the latest first: years, half-years, quarters of each year since
    /// this quarter.
    pub fn all_over(since: Quarter, today: Day) -> Vec<Self> {
        let mut all = Vec::new();
        for year in (since.year()..=Quarter::of(today).year()).rev() {
            let at = |place: u16| Quarter(year * 4 + place);
            let of_year = [
                Self::Year(at(0)),
                Self::Half(at(2)),
                Self::Half(at(0)),
                Self::Quarter(at(3)),
                Self::Quarter(at(2)),
                Self::Quarter(at(1)),
                Self::Quarter(at(0)),
            ];
            let is_there = |it: &Self| it.is_over(today) && it.last() >= since;
            all.extend(of_year.into_iter().filter(is_there));
        }
        all
    }

    /// As officers read it.
    pub fn text(self, texts: &Texts) -> String {
        let year = self.first().year().to_string();
        let text = match self {
            Self::Quarter(quarter) => return quarter.text(texts),
            Self::Half(first) => texts.desk_monitor_half(first.place() / 2 + 1, year),
            Self::Year(_) => texts.desk_monitor_year(year),
        };
        crate::desk::view::without_marks(&text)
    }
}

/// As [`Period::parse`] reads it.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quarter(quarter) => quarter.fmt(f),
            Self::Half(first) => write!(f, "{}-H{}", first.year(), first.place() / 2 + 1),
            Self::Year(first) => write!(f, "{}", first.year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_period_reads_back_as_it_was_written() {
        for text in ["2026-Q1", "2026-Q4", "2026-H1", "2026-H2", "2026"] {
            assert_eq!(Period::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "2026-Q5", "2026-Q", "26-Q1", "2026-h1", "1969", "2150", "+026"] {
            assert!(Period::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_year_is_its_halves_and_a_half_its_quarters() {
        let quarters = |text: &str| Period::parse(text).unwrap().quarters();
        let halves = [quarters("2026-H1"), quarters("2026-H2")].concat();
        assert_eq!(quarters("2026"), halves);
        assert_eq!(quarters("2026-H2"), [quarters("2026-Q3"), quarters("2026-Q4")].concat());
        assert_eq!(Quarter::of(day("2026-09-30")), quarters("2026-Q3")[0]);
        assert_eq!(Quarter::of(day("2026-10-01")), quarters("2026-Q4")[0]);
    }

    #[test]
    fn a_period_is_offered_once_it_is_over() {
        let all = |today: &str| -> Vec<String> {
            let since = Quarter::of(day("2025-08-01"));
            Period::all_over(since, day(today)).iter().map(Period::to_string).collect()
        };
        assert_eq!(all("2025-09-30"), [""; 0]);
        assert_eq!(all("2025-10-01"), ["2025-Q3"]);
        assert_eq!(all("2026-01-01"), ["2025", "2025-H2", "2025-Q4", "2025-Q3"]);
        assert!(all("2026-07-01").starts_with(&["2026-H1".to_owned(), "2026-Q2".to_owned()]));
    }
}
