//! How long each deadline is, and the file in which an organisation sets it shorter.
//!
//! [`super::clock`] counts with a [`Terms`]. A term that a law or the Leidraad sets can be made
//! shorter, never longer. Nothing here looks at a case.
//!
//! ```toml
//! # casework.toml, beside desk.toml
//! [deadlines]
//! ack_days = 5
//! ```

use crate::{
    Texts,
    core::Day,
    desk::folder::{self, FolderError},
};
use jiff::{Span, civil::Weekday};
use std::{collections::BTreeMap, path::Path};

/// The file, in the officer's folder.
pub const TERMS_FILE: &str = "casework.toml";

/// The table in it.
const TABLE: &str = "deadlines";

/// In what a term is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// Monday to Friday. Holidays count too, so that no day is later than the law's.
    WorkingDays,
    /// Calendar days.
    Days,
    /// Seven days.
    Weeks,
    /// Calendar months; the 31st of a shorter month is its last day.
    Months,
}

/// One term.
pub struct Term {
    /// Its name in the file.
    pub key: &'static str,
    /// Unless the file says otherwise; 1 or more.
    pub default: u16,
    /// The most that the file may say.
    pub most: u16,
    /// In what it is counted.
    pub unit: Unit,
}

/// A term that a law or the Leidraad sets.
const fn rule(key: &'static str, number: u16, unit: Unit) -> Term {
    Term { key, default: number, most: number, unit }
}

/// A term that organisations set.
const fn custom(key: &'static str, number: u16, most: u16, unit: Unit) -> Term {
    Term { key, default: number, most, unit }
}

/// To confirm receipt.
pub static ACK: Term = rule("ack_days", 7, Unit::Days);
/// To give feedback, from receipt and from its confirmation.
pub static FEEDBACK: Term = rule("feedback_months", 3, Unit::Months);
/// To tell the client.
pub static CLIENT_INFORM: Term = rule("client_inform_working_days", 3, Unit::WorkingDays);
/// To find out whether it must go to the inspectorate.
pub static IGJ_DETERMINE: Term = rule("igj_determine_weeks", 6, Unit::Weeks);
/// To report to the inspectorate.
pub static IGJ_REPORT: Term = rule("igj_report_working_days", 3, Unit::WorkingDays);
/// To report a dismissal to the inspectorate.
pub static IGJ_DISMISSAL: Term = rule("igj_dismissal_working_days", 3, Unit::WorkingDays);
/// To send the inspectorate a report, as long as its mail was not entered.
pub static IGJ_RAPPORT: Term = rule("igj_rapport_weeks", 8, Unit::Weeks);
/// To take the next step.
pub static NEXT_ACTION: Term = custom("next_action_days", 14, 60, Unit::Days);
/// To answer a request for access.
pub static DSAR: Term = rule("dsar_months", 1, Unit::Months);
/// To report a data breach.
pub static BREACH: Term = rule("breach_days", 2, Unit::Days);
/// To keep a case of another desk, or with too little to investigate.
pub static RETENTION_SHORT: Term = custom("retention_short_months", 6, 120, Unit::Months);
/// To keep a case without measures.
pub static RETENTION_MIDDLE: Term = custom("retention_middle_months", 12, 120, Unit::Months);
/// To keep a case with measures, or that went to inspectorate or police.
pub static RETENTION_LONG: Term = custom("retention_long_months", 24, 120, Unit::Months);

/// Every term.
pub static TERMS: [&Term; 13] = [
    &ACK,
    &FEEDBACK,
    &CLIENT_INFORM,
    &IGJ_DETERMINE,
    &IGJ_REPORT,
    &IGJ_DISMISSAL,
    &IGJ_RAPPORT,
    &NEXT_ACTION,
    &DSAR,
    &BREACH,
    &RETENTION_SHORT,
    &RETENTION_MIDDLE,
    &RETENTION_LONG,
];

impl Unit {
    /// So many of it, in words.
    pub fn text(self, number: u16, texts: &Texts) -> String {
        match self {
            Self::WorkingDays => texts.casework_unit_working_days(number),
            Self::Days => texts.casework_unit_days(number),
            Self::Weeks => texts.casework_unit_weeks(number),
            Self::Months => texts.casework_unit_months(number),
        }
    }

    /// The day that lies so many of it after `day`; stays within the range of days.
    pub fn after(self, day: Day, number: u16) -> Day {
        match self {
            Self::WorkingDays => (0..number).fold(day, |day, _| working_day(day.plus(1))),
            Self::Days => day.plus(number),
            Self::Weeks => day.plus(number.saturating_mul(7)),
            Self::Months => {
                let later = day.date().checked_add(Span::new().months(number)).ok();
                later.and_then(Day::from_date).unwrap_or(Day::from_number(u16::MAX))
            }
        }
    }
}

/// This day, or the Monday after it when it is in a weekend.
pub fn working_day(day: Day) -> Day {
    match day.date().weekday() {
        Weekday::Saturday => day.plus(2),
        Weekday::Sunday => day.plus(1),
        _ => day,
    }
}

/// The terms of this organisation.
#[derive(Clone, Default, Debug)]
pub struct Terms(BTreeMap<&'static str, u16>);

/// Why the terms cannot be used. Names settings, never values.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TermsError {
    /// The file cannot be read.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// It is no TOML, or not of the expected form.
    #[error("casework.toml: {why}")]
    Form {
        /// What is wrong and where.
        why: String,
    },
    /// It has a setting that does not exist.
    #[error("casework.toml: there is no {key}")]
    Unknown {
        /// The setting.
        key: String,
    },
    /// A number is no whole number, or out of range.
    #[error("casework.toml: {key} is a whole number from 1 to {most}")]
    Range {
        /// The setting.
        key: &'static str,
        /// The most that it may be.
        most: u16,
    },
}

impl TermsError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::Folder(error) => error.sentence(texts),
            Self::Form { why } => texts.casework_settings_form(why),
            Self::Unknown { key } => texts.casework_settings_unknown(key),
            Self::Range { key, most } => texts.casework_settings_range(*key, *most),
        }
    }
}

impl Terms {
    /// Reads the terms of a folder; without a file they are the defaults.
    ///
    /// # Errors
    /// [`TermsError`].
    pub fn read(folder: &Path) -> Result<Self, TermsError> {
        let Some(bytes) = folder::read(&folder.join(TERMS_FILE))? else {
            return Ok(Self::default());
        };
        let text = String::from_utf8(bytes).map_err(|_| wrong("UTF-8"))?;
        Self::parse(&text)
    }

    fn parse(text: &str) -> Result<Self, TermsError> {
        let file: toml::Table = toml::from_str(text).map_err(|error| wrong(error.message()))?;
        let mut terms = Self::default();
        for (name, value) in &file {
            match value {
                toml::Value::Table(table) if name == TABLE => terms.take_in(table)?,
                _ => return Err(TermsError::Unknown { key: name.clone() }),
            }
        }
        Ok(terms)
    }

    fn take_in(&mut self, table: &toml::Table) -> Result<(), TermsError> {
        for (key, value) in table {
            let term = TERMS.iter().find(|term| term.key == key);
            let term = term.ok_or_else(|| TermsError::Unknown { key: key.clone() })?;
            let number = value.as_integer().and_then(|number| u16::try_from(number).ok());
            let number = number.filter(|number| (1..=term.most).contains(number));
            let range = TermsError::Range { key: term.key, most: term.most };
            self.0.insert(term.key, number.ok_or(range)?);
        }
        Ok(())
    }

    /// How long a term is here.
    pub fn number(&self, term: &Term) -> u16 {
        self.0.get(term.key).copied().unwrap_or(term.default)
    }

    /// The last day of a term that starts on this day.
    pub fn after(&self, term: &Term, start: Day) -> Day {
        term.unit.after(start, self.number(term))
    }
}

fn wrong(why: &str) -> TermsError {
    TermsError::Form { why: why.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn working_days_leave_weekends_out_and_count_holidays() {
        let after = |start, number| Unit::WorkingDays.after(day(start), number).iso();
        assert_eq!(after("2026-11-23", 3), "2026-11-26", "from a Monday");
        assert_eq!(after("2026-11-26", 3), "2026-12-01", "over a weekend");
        assert_eq!(after("2026-11-28", 3), "2026-12-02", "from a Saturday");
        assert_eq!(after("2026-12-24", 3), "2026-12-29", "Christmas is no day off");
        assert_eq!(working_day(day("2026-11-29")).iso(), "2026-11-30");
        assert_eq!(working_day(day("2026-11-27")).iso(), "2026-11-27");
    }

    #[test]
    fn months_end_with_the_month() {
        let after = |start, number| Unit::Months.after(day(start), number).iso();
        assert_eq!(after("2026-11-30", 3), "2027-02-28");
        assert_eq!(after("2027-11-30", 3), "2028-02-29");
        assert_eq!(after("2026-08-31", 1), "2026-09-30");
        assert_eq!(after("2026-02-28", 1), "2026-03-28");
        assert_eq!(Unit::Months.after(Day::from_number(u16::MAX), 3), Day::from_number(u16::MAX));
    }

    proptest! {
        #[test]
        fn a_working_day_is_never_in_a_weekend(start in 0u16..60_000, number in 1u16..30) {
            let due = Unit::WorkingDays.after(Day::from_number(start), number);
            let weekday = due.date().weekday();
            prop_assert!(!matches!(weekday, Weekday::Saturday | Weekday::Sunday));
            prop_assert!(due.number() - start >= number);
            prop_assert!(due.number() - start <= number + 2 * (number / 5 + 1));
        }
    }

    #[test]
    fn the_file_makes_terms_shorter_and_never_longer_than_the_rule() {
        let terms = Terms::parse("[deadlines]\nack_days = 5\nnext_action_days = 21").unwrap();
        assert_eq!((terms.number(&ACK), terms.number(&NEXT_ACTION)), (5, 21));
        assert_eq!(terms.number(&FEEDBACK), 3);
        let error = |text: &str| Terms::parse(text).err().unwrap();
        let range = TermsError::Range { key: "ack_days", most: 7 };
        for wrong in ["8", "0", "-1", "\"five\"", "99999999"] {
            assert_eq!(error(&format!("[deadlines]\nack_days = {wrong}")), range, "{wrong}");
        }
    }

    #[test]
    fn a_setting_that_does_not_exist_is_named() {
        let unknown = |key: &str| TermsError::Unknown { key: key.to_owned() };
        let error = |text| Terms::parse(text).err().unwrap();
        assert_eq!(error("[deadlines]\nigj_days = 3"), unknown("igj_days"));
        assert_eq!(error("[deadline]\nack_days = 3"), unknown("deadline"));
        assert_eq!(error("deadlines = 3"), unknown("deadlines"));
        assert!(matches!(error("[deadlines"), TermsError::Form { .. }));
    }

    #[test]
    fn without_a_file_the_defaults_hold() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Terms::read(folder.path()).unwrap().number(&ACK), 7);
        std::fs::write(folder.path().join(TERMS_FILE), "[deadlines]\nack_days = 2").unwrap();
        assert_eq!(Terms::read(folder.path()).unwrap().number(&ACK), 2);
    }

    #[test]
    fn every_term_has_its_own_name_with_its_unit() {
        for (place, term) in TERMS.iter().enumerate() {
            assert!(TERMS[place + 1..].iter().all(|other| other.key != term.key), "{}", term.key);
            let unit = match term.unit {
                Unit::WorkingDays => "_working_days",
                Unit::Days => "_days",
                Unit::Weeks => "_weeks",
                Unit::Months => "_months",
            };
            assert!(term.key.ends_with(unit) && term.default >= 1 && term.default <= term.most);
        }
    }
}
