//! How long a closed case is kept, and what holds it longer.
//!
//! The fold reads it, the desk tells the server, and the lists show it. The day is decided when a case
//! is closed and may be moved; a hold, with a reason, stops it until an officer lifts the hold.
//! Source: casework C.9.

use super::{
    choices::DeadlineChange,
    deadlines::Deadline,
    event::{DeadlineSet, Event},
    file::CaseFile,
    register::{Register, Said},
    terms::Terms,
};
use crate::core::{Day, Plaintext};

/// Whether a case may be destroyed, and from when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keeping {
    /// It is open.
    Open,
    /// It is open again: an officer took back that it was closed.
    Reopened,
    /// It is held for a reason.
    Held,
    /// It may be destroyed from this day on: an officer said so.
    Until(Day),
    /// The same, as the terms of this desk have it: it was closed before the day was said.
    Counted(Day),
}

impl Keeping {
    /// The day from which it may be destroyed.
    pub fn day(self) -> Option<Day> {
        match self {
            Self::Open | Self::Reopened | Self::Held => None,
            Self::Until(day) | Self::Counted(day) => Some(day),
        }
    }
}

impl<'a> CaseFile<'a> {
    /// Whether it may be destroyed. What officers said without knowing of each other keeps it the
    /// longest.
    pub fn keeping(&self, terms: &Terms) -> Keeping {
        if self.hold().is_some() {
            return Keeping::Held;
        }
        let Some(closed_on) = self.closed_on() else {
            return if self.ending.is_set() { Keeping::Reopened } else { Keeping::Open };
        };
        let said = self.changes(DeadlineChange::Moved).iter().map(|said| said.what.on).max();
        let counted = || Keeping::Counted(terms.after(self.retention(), closed_on));
        said.map_or_else(counted, Keeping::Until)
    }

    /// The hold that nobody has lifted.
    pub fn hold(&self) -> Option<Said<'a, DeadlineSet>> {
        let held = self.changes(DeadlineChange::Held).iter();
        held.copied().find(|said| said.what.until.is_none())
    }

    fn changes(&self, change: DeadlineChange) -> &[Said<'a, DeadlineSet>] {
        let found = self.deadlines.get(&(Deadline::Retention, change));
        found.map(Register::values).unwrap_or_default()
    }
}

/// That a closed case is kept until this day.
pub fn kept_until(on: Day, reason: Option<Plaintext>) -> Event {
    set(DeadlineChange::Moved, on, (None, reason))
}

/// That a closed case is kept, whatever its day, for this reason.
pub fn held(today: Day, reason: Plaintext) -> Event {
    set(DeadlineChange::Held, today, (None, Some(reason)))
}

/// That a hold is lifted.
pub fn lifted(today: Day) -> Event {
    set(DeadlineChange::Held, today, (Some(today), None))
}

fn set(
    change: DeadlineChange,
    on: Day,
    (until, reason): (Option<Day>, Option<Plaintext>),
) -> Event {
    Event::Deadline(DeadlineSet { deadline: Deadline::Retention, change, on, until, reason })
}
