//! Days, and the clock that gives today's.
//!
//! A [`Day`] is the only unit of time that the server keeps of a case: an hour of arrival could
//! point at a shift and so at a reporter. [`Clock`] is handed to everything that needs today, so
//! that a test can fix it. Nothing here knows hours.

use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};

/// The zone in which a day begins and ends; a reporter reads "vandaag" as it is in the Netherlands.
const ZONE: &str = "Europe/Amsterdam";

/// A calendar day, as the number of days since 1970-01-01. Range: 0 to 65 535 (the year 2149).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Day(u16);

impl Day {
    /// The day that lies `number` days after 1970-01-01.
    pub fn from_number(number: u16) -> Self {
        Self(number)
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> u16 {
        self.0
    }

    /// The day `days` later; stays at the last day of the range instead of wrapping.
    #[must_use]
    pub fn plus(self, days: u16) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Reads `YYYY-MM-DD`, as a date field sends it. `None` for anything else or out of range.
    pub fn parse(text: &str) -> Option<Self> {
        let date: Date = text.parse().ok()?;
        Self::from_date(date)
    }

    /// The day on which this moment falls in the Netherlands, in seconds since
    /// 1970-01-01T00:00:00Z; the first day of the range for a moment before it or out of bounds.
    pub fn of_seconds(seconds: i64) -> Self {
        let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
        let moment = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
        Self::from_date(moment.to_zoned(zone).date()).unwrap_or(Self(0))
    }

    /// `YYYY-MM-DD`.
    pub fn iso(self) -> String {
        self.date().to_string()
    }

    /// The calendar date.
    pub fn date(self) -> Date {
        epoch()
            .checked_add(Span::new().days(i64::from(self.0)))
            .expect("a day number below 65536 is a date that jiff can hold")
    }

    /// The day of a calendar date; `None` out of range.
    pub fn from_date(date: Date) -> Option<Self> {
        let days = epoch().until(date).ok()?.get_days();
        u16::try_from(days).ok().map(Self)
    }
}

fn epoch() -> Date {
    Date::constant(1970, 1, 1)
}

/// Where today comes from: the machine's clock, or a day that a test chose.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The machine's clock, read in the Dutch time zone.
    System,
    /// Always this day, at noon.
    Fixed(Day),
}

impl Clock {
    /// Today, in the Netherlands.
    pub fn today(self) -> Day {
        match self {
            Self::Fixed(day) => day,
            Self::System => Day::of_seconds(now().as_second()),
        }
    }

    /// Seconds since 1970-01-01T00:00:00Z, for what officers sign, requests and entries, and for the
    /// desk's idle lock alone.
    pub fn seconds(self) -> i64 {
        match self {
            Self::Fixed(day) => i64::from(day.0) * 86_400 + 43_200,
            Self::System => now().as_second(),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
fn now() -> Timestamp {
    Timestamp::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_back_as_it_was_written() {
        let day = Day::parse("2026-11-23").unwrap();
        assert_eq!(day.iso(), "2026-11-23");
        assert_eq!(day.plus(8).iso(), "2026-12-01");
        assert_eq!(Day::from_number(day.number()), day);
    }

    #[test]
    fn a_day_begins_at_midnight_in_the_netherlands() {
        let day = |seconds| Day::of_seconds(seconds).iso();
        // 2026-11-22T23:30Z is half past midnight there; 2026-06-30T22:30Z too, in summer time.
        assert_eq!(day(1_795_390_200), "2026-11-23");
        assert_eq!(day(1_782_858_600), "2026-07-01");
        assert_eq!(day(i64::MIN), "1970-01-01");
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["", "morgen", "2026-02-30", "1969-12-31", "9999-01-01", "23-11-2026"] {
            assert!(Day::parse(text).is_none(), "{text}");
        }
    }
}
