//! Reading a form field by field.

use super::{Fault, FormFields};
use crate::{
    Texts,
    core::{Day, Plaintext, report::tidy, thread::MAX_MESSAGE_CHARS},
    desk::casework::Keyed,
};

/// Which days a field takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Days {
    /// Any.
    Any,
    /// From today on.
    Coming,
    /// Up to today.
    Past,
}

/// Reads fields, and gathers what is wrong with them. No `Debug`.
pub struct FormReader<'a> {
    fields: &'a FormFields,
    texts: &'a Texts,
    today: Day,
    faults: Vec<Fault>,
}

impl<'a> FormReader<'a> {
    /// Of these fields.
    pub fn new(fields: &'a FormFields, texts: &'a Texts, today: Day) -> Self {
        Self { fields, texts, today, faults: Vec::new() }
    }

    /// Adds what is wrong with a field.
    pub fn fault(&mut self, field: &'static str, sentence: String) {
        self.faults.push(Fault { field, sentence });
    }

    /// Text that must be there.
    pub fn text(&mut self, field: &'static str) -> Option<Plaintext> {
        let faults = self.faults.len();
        let text = self.maybe_text(field);
        if text.is_none() && self.faults.len() == faults {
            self.fault(field, self.texts.desk_fault_text());
        }
        text
    }

    /// Text that may be there.
    pub fn maybe_text(&mut self, field: &'static str) -> Option<Plaintext> {
        let text = tidy(self.fields.text(field));
        if text.chars() > MAX_MESSAGE_CHARS {
            let (found, most) = (text.chars() as u64, MAX_MESSAGE_CHARS as u64);
            self.fault(field, self.texts.desk_fault_long(found, most));
            return None;
        }
        (!text.is_blank()).then_some(text)
    }

    /// One of a closed list, that must be chosen.
    pub fn choice<T: Keyed>(&mut self, field: &'static str) -> Option<T> {
        let found = T::find(self.fields.text(field));
        if found.is_none() {
            self.fault(field, self.texts.desk_fault_choice());
        }
        found
    }

    /// One of a closed list, or nothing.
    pub fn maybe_choice<T: Keyed>(&mut self, field: &'static str) -> Option<T> {
        let is_typed = !self.fields.text(field).is_empty();
        is_typed.then(|| self.choice(field)).flatten()
    }

    /// Any number of a closed list.
    pub fn choices<T: Keyed>(&mut self, field: &'static str) -> Vec<T> {
        let found: Vec<Option<T>> = self.fields.all(field).map(T::find).collect();
        if found.iter().any(Option::is_none) {
            self.fault(field, self.texts.desk_fault_choice());
        }
        found.into_iter().flatten().collect()
    }

    /// Whether a box was ticked.
    pub fn is_ticked(&self, field: &str) -> bool {
        !self.fields.text(field).is_empty()
    }

    /// A day that must be there.
    pub fn day(&mut self, field: &'static str, days: Days) -> Option<Day> {
        let faults = self.faults.len();
        let day = self.maybe_day(field, days);
        if day.is_none() && self.faults.len() == faults {
            self.fault(field, self.texts.desk_fault_day());
        }
        day
    }

    /// A day that may be there.
    pub fn maybe_day(&mut self, field: &'static str, days: Days) -> Option<Day> {
        let typed = self.fields.text(field).trim();
        if typed.is_empty() {
            return None;
        }
        let day = Day::parse(typed);
        let sentence = match (day, days) {
            (None, _) => self.texts.desk_fault_day(),
            (Some(day), Days::Coming) if day < self.today => self.texts.desk_fault_day_past(),
            (Some(day), Days::Past) if day > self.today => self.texts.desk_fault_day_coming(),
            _ => return day,
        };
        self.fault(field, sentence);
        None
    }

    /// What was read, or everything that is wrong with it. What is missing without a fault counts
    /// as a fault of the form.
    ///
    /// # Errors
    /// Every [`Fault`], in the order in which the fields were read.
    pub fn done<T>(mut self, found: Option<T>) -> Result<T, Vec<Fault>> {
        match found {
            Some(found) if self.faults.is_empty() => Ok(found),
            None if self.faults.is_empty() => {
                self.fault("", self.texts.desk_bad_form());
                Err(self.faults)
            }
            _ => Err(self.faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, desk::casework::triage::YesNo};

    fn fields(pairs: &[(&str, &str)]) -> FormFields {
        let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        pairs.iter().map(pair).collect::<Vec<_>>().into()
    }

    fn faults(pairs: &[(&str, &str)], read: fn(&mut FormReader)) -> Vec<&'static str> {
        let (fields, texts) = (fields(pairs), Language::Nl.load());
        let mut reader = FormReader::new(&fields, &texts, Day::parse("2026-11-23").unwrap());
        read(&mut reader);
        let faults = reader.done(Some(())).err().unwrap_or_default();
        assert!(faults.iter().all(|fault| !fault.sentence.contains("typed")));
        faults.iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn each_field_that_is_wrong_is_named_once() {
        let long = "é".repeat(MAX_MESSAGE_CHARS + 1);
        let typed = [("text", " \n"), ("long", long.as_str()), ("choice", "typed"), ("day", "x")];
        let found = faults(&typed, |reader| {
            assert!(reader.text("text").is_none() && reader.text("long").is_none());
            assert!(reader.choice::<YesNo>("choice").is_none());
            assert!(reader.choices::<YesNo>("choice").is_empty());
            assert!(reader.day("day", Days::Any).is_none());
        });
        assert_eq!(found, ["text", "long", "choice", "choice", "day"]);
    }

    #[test]
    fn what_may_be_empty_is_no_fault() {
        let found = faults(&[("text", "")], |reader| {
            assert!(reader.maybe_text("text").is_none());
            assert!(reader.maybe_choice::<YesNo>("choice").is_none());
            assert!(reader.maybe_day("day", Days::Coming).is_none());
            assert!(!reader.is_ticked("tick"));
        });
        assert!(found.is_empty());
    }

    #[test]
    fn a_day_lies_on_the_right_side_of_today() {
        let typed = [("before", "2026-11-22"), ("today", "2026-11-23"), ("after", "2026-11-24")];
        let found = faults(&typed, |reader| {
            assert!(reader.day("today", Days::Coming).is_some());
            assert!(reader.day("today", Days::Past).is_some());
            assert!(reader.day("before", Days::Any).is_some());
            assert!(reader.day("before", Days::Coming).is_none());
            assert!(reader.day("after", Days::Past).is_none());
        });
        assert_eq!(found, ["before", "after"]);
    }
}
