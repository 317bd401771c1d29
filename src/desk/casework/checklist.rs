//! The six steps as checklists that are open all the time, and the one for discrimination.
//!
//! `items.rs` holds the items; [`super::file::CaseFile`] says which of them a case shows and
//! how they stand. No step locks another (O1); the police gate shuts single items, and only until
//! the consultation is recorded (O12).

use super::{
    items::{AFTERCARE, CLIENT, DISCRIMINATION, HEARING, MEASURES, REPORT, SIGNAL},
    keyed::{Keyed, Row},
    source::Source,
};
use crate::{Texts, core::questions::Text};

/// One of the checklists: the six steps, and what discrimination asks besides.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Step {
    /// Step 1.
    Signal,
    /// Step 2.
    Report,
    /// Step 3.
    Client,
    /// Step 4.
    Hearing,
    /// Step 5.
    Measures,
    /// Step 6.
    Aftercare,
    /// Besides, with discrimination (E.3).
    Discrimination,
}

impl Keyed for Step {
    const ALL: &'static [Self] = &[
        Self::Signal,
        Self::Report,
        Self::Client,
        Self::Hearing,
        Self::Measures,
        Self::Aftercare,
        Self::Discrimination,
    ];

    fn row(self) -> Row {
        match self {
            Self::Signal => ("signal", Texts::casework_step_signal),
            Self::Report => ("report", Texts::casework_step_report),
            Self::Client => ("client", Texts::casework_step_client),
            Self::Hearing => ("hearing", Texts::casework_step_hearing),
            Self::Measures => ("measures", Texts::casework_step_measures),
            Self::Aftercare => ("aftercare", Texts::casework_step_aftercare),
            Self::Discrimination => ("discrimination", Texts::casework_step_discrimination),
        }
    }
}
impl Step {
    /// Its items, in order.
    pub fn items(self) -> &'static [Item] {
        match self {
            Self::Signal => SIGNAL,
            Self::Report => REPORT,
            Self::Client => CLIENT,
            Self::Hearing => HEARING,
            Self::Measures => MEASURES,
            Self::Aftercare => AFTERCARE,
            Self::Discrimination => DISCRIMINATION,
        }
    }
}

/// One thing to do, or to think of.
pub struct Item {
    /// Its stable key.
    pub key: &'static str,
    /// What officers read.
    pub text: Text,
    /// Where it comes from.
    pub source: Source,
    /// Whether it waits for the police.
    pub gate: Gate,
    /// Which cases show it.
    pub condition: Condition,
}

/// Whether an item waits for the police.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gate {
    /// It never waits.
    Free,
    /// First the police, when the conduct may be punishable (O12).
    PoliceFirst,
}

/// Which cases show an item. One that was marked is shown in any case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Condition {
    /// All.
    Always,
    /// The conduct may be punishable.
    PossiblyPunishable,
    /// Somebody died (O5).
    Fatal,
    /// It is about a member of the board or of the meldteam.
    BoardOrMeldteam,
    /// Somebody was wrongly accused (O27).
    WronglyAccused,
    /// Nobody was wrongly accused.
    NotWronglyAccused,
    /// It is about discrimination.
    Discrimination,
    /// Discrimination of a client by staff.
    DiscriminationToClient,
    /// Discrimination of staff by a client or family.
    DiscriminationByClient,
    /// Discrimination of staff by a colleague or manager.
    DiscriminationAmongStaff,
}

impl Item {
    pub(super) const fn new(key: &'static str, text: Text, source: Source) -> Self {
        Self { key, text, source, gate: Gate::Free, condition: Condition::Always }
    }

    pub(super) const fn police_first(self) -> Self {
        Self { gate: Gate::PoliceFirst, ..self }
    }

    pub(super) const fn only(self, condition: Condition) -> Self {
        Self { condition, ..self }
    }

    /// The item with this key.
    pub fn find(key: &str) -> Option<&'static Self> {
        Step::ALL.iter().flat_map(|step| step.items()).find(|item| item.key == key)
    }
}
