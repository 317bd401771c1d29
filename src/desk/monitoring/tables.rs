//! What is counted, as data: every table of an overview, its rows, and who reads it.
//!
//! [`super::tally`] finds the cells of a case, [`super::publishing`] shows tables, and
//! [`super::overview`] words them. Each table counts every case of its kind once; where a case can
//! have several things at once, each is a count of its own. Keys stand in sealed files for years.
//!
//! Source: casework C.7; requirements G1, G2, G4.

use crate::{
    Texts,
    core::questions::{self, Text},
    desk::casework::{
        choices::{AftercareGroup, Outcome},
        keyed::{Keyed, Row},
        triage::{Actor, Route, Victim},
    },
};

/// For whom an overview is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Audience {
    /// The board.
    Board,
    /// The works council.
    WorksCouncil,
    /// The client council.
    ClientCouncil,
    /// Everybody.
    Public,
}

impl Keyed for Audience {
    const ALL: &'static [Self] =
        &[Self::Board, Self::WorksCouncil, Self::ClientCouncil, Self::Public];

    fn row(self) -> Row {
        match self {
            Self::Board => ("board", Texts::desk_monitor_for_board),
            Self::WorksCouncil => ("works-council", Texts::desk_monitor_for_works_council),
            Self::ClientCouncil => ("client-council", Texts::desk_monitor_for_client_council),
            Self::Public => ("public", Texts::desk_monitor_for_public),
        }
    }
}

/// One table.
pub struct Table {
    /// Its stable key.
    pub key: &'static str,
    /// What is counted.
    pub title: Text,
    /// Its rows.
    pub rows: Rows,
    /// The count, and its row, whose cases it divides: `closed/all`. `None` for a count of all.
    pub divides: Option<(&'static str, &'static str)>,
    /// Who reads it.
    pub readers: &'static [Audience],
}

/// The rows of a table.
#[derive(Clone, Copy)]
pub enum Rows {
    /// One number.
    Total,
    /// Each case stands in one row. The last rows are the catch-alls.
    One(fn() -> Vec<Row>),
    /// A case can stand in several rows, or in none.
    Each(fn() -> Vec<Row>),
    /// Grounds of discrimination, alone and by two.
    Grounds,
    /// Places, by the name that the organisation gave them.
    Places,
}

use Audience::{Board, ClientCouncil, Public, WorksCouncil};

const ALL: &[Audience] = &[Board, WorksCouncil, ClientCouncil, Public];
const COUNCILS: &[Audience] = &[Board, WorksCouncil, ClientCouncil];

/// The row of a [`Rows::Total`].
pub const EVERY: &str = "all";
/// The row of what somebody did not say.
pub const UNKNOWN: &str = "unknown";
/// The row of more than two grounds, and of two that few cases name together.
pub const SEVERAL: &str = "several";
/// The row of places that are not shown by name.
pub const OTHER_PLACE: &str = "other_place";

const RECEIVED: Option<(&str, &str)> = Some(("received", EVERY));
const CLOSED: Option<(&str, &str)> = Some(("closed", EVERY));

const fn table(
    (key, title): (&'static str, Text),
    rows: Rows,
    divides: Option<(&'static str, &'static str)>,
    readers: &'static [Audience],
) -> Table {
    Table { key, title, rows, divides, readers }
}

/// Every table. What divides the cases of another comes after it.
pub static TABLES: &[Table] = &[
    table(("received", Texts::desk_monitor_received), Rows::Total, None, ALL),
    table(("sort", Texts::desk_monitor_sort), Rows::One(sort), RECEIVED, ALL),
    table(("channel", Texts::desk_monitor_channel), Rows::One(channel), RECEIVED, &[Board]),
    table(("kinds", Texts::desk_monitor_kinds), Rows::Each(kinds), RECEIVED, ALL),
    table(
        ("grounds", Texts::desk_monitor_grounds),
        Rows::Grounds,
        Some(("kinds.discrimination", YES)),
        COUNCILS,
    ),
    table(("reporter", Texts::desk_monitor_reporter), Rows::One(reporter), RECEIVED, COUNCILS),
    table(("victim", Texts::desk_monitor_victim), Rows::One(victim), RECEIVED, COUNCILS),
    table(("actor", Texts::desk_monitor_actor), Rows::One(actor), RECEIVED, COUNCILS),
    table(("identity", Texts::desk_monitor_identity), Rows::One(identity), RECEIVED, COUNCILS),
    table(("place", Texts::desk_monitor_place), Rows::Places, RECEIVED, &[Board]),
    table(("closed", Texts::desk_monitor_closed), Rows::Total, None, ALL),
    table(("followed", Texts::desk_monitor_followed), Rows::One(followed), CLOSED, ALL),
    table(
        ("route", Texts::desk_monitor_route),
        Rows::One(route),
        Some(("followed", "yes")),
        COUNCILS,
    ),
    table(("igj", Texts::desk_monitor_igj), Rows::One(igj), CLOSED, &[Board, ClientCouncil]),
    table(("police", Texts::desk_monitor_police), Rows::One(police), CLOSED, &[Board]),
    table(("outcome", Texts::desk_monitor_outcome), Rows::One(outcome), CLOSED, ALL),
    table(
        ("measures", Texts::desk_monitor_measures),
        Rows::Each(measures),
        CLOSED,
        &[Board, WorksCouncil],
    ),
    table(("ack", Texts::desk_monitor_ack), Rows::One(ack), CLOSED, ALL),
    table(("feedback", Texts::desk_monitor_feedback), Rows::One(feedback), CLOSED, ALL),
    table(("duration", Texts::desk_monitor_duration), Rows::One(duration), CLOSED, ALL),
    table(("contact", Texts::desk_monitor_contact), Rows::One(contact), CLOSED, COUNCILS),
    table(("silence", Texts::desk_monitor_silence), Rows::One(silence), CLOSED, COUNCILS),
    table(("aftercare", Texts::desk_monitor_aftercare), Rows::Each(aftercare), CLOSED, COUNCILS),
];

/// The row of a count that a case is in; its other row is what is left.
pub const YES: &str = "yes";

impl Table {
    /// The table with this key.
    pub fn find(key: &str) -> Option<&'static Self> {
        TABLES.iter().find(|table| table.key == key)
    }

    /// Its rows, as far as they are fixed.
    pub fn fixed_rows(&self) -> Vec<Row> {
        match self.rows {
            Rows::Total => vec![(EVERY, self.title)],
            Rows::One(rows) | Rows::Each(rows) => rows(),
            Rows::Grounds => grounds(),
            Rows::Places => places(),
        }
    }

    /// The name of the cell of a row: `actor/staff`, `kinds.sexual/yes`.
    pub fn cell(&self, row: &str) -> String {
        match self.rows {
            Rows::Each(_) => format!("{}.{row}/{YES}", self.key),
            _ => format!("{}/{row}", self.key),
        }
    }

    /// What officers read of a row.
    pub fn row_text(&self, row: &str, texts: &Texts) -> String {
        let fixed = self.fixed_rows();
        let text = |row: &str| {
            let found = fixed.iter().find(|(key, _)| *key == row);
            found.map_or_else(|| row.to_owned(), |(_, text)| text(texts))
        };
        match (self.rows, row.split_once('+')) {
            (Rows::Grounds, Some((one, other))) => format!("{} + {}", text(one), text(other)),
            (Rows::Places, _) => text(row.strip_prefix(questions::LOCATION_PREFIX).unwrap_or(row)),
            _ => text(row),
        }
    }
}

fn sort() -> Vec<Row> {
    vec![
        ("question", Texts::desk_monitor_sort_question),
        ("signal", Texts::desk_monitor_sort_signal),
        ("report", Texts::desk_monitor_sort_report),
    ]
}

fn channel() -> Vec<Row> {
    vec![
        ("phone", Texts::casework_value_channel_phone),
        ("desk", Texts::casework_value_channel_desk),
        ("web", Texts::casework_value_channel_web),
    ]
}

/// The choices of a question, without these.
fn asked(key: &str, without: &[&str]) -> Vec<Row> {
    let choices = questions::find(key).map(|question| question.choices()).unwrap_or_default();
    let choices = choices.iter().filter(|choice| !without.contains(&choice.value));
    choices.map(|choice| (choice.value, choice.label)).collect()
}

fn and_unknown(mut rows: Vec<Row>) -> Vec<Row> {
    rows.push((UNKNOWN, Texts::desk_monitor_unknown));
    rows
}

fn keyed<K: Keyed>() -> Vec<Row> {
    K::ALL.iter().map(|value| value.row()).collect()
}

fn kinds() -> Vec<Row> {
    asked("kinds", &[])
}

fn grounds() -> Vec<Row> {
    let mut rows = asked("grounds", &["unknown"]);
    rows.push((SEVERAL, Texts::desk_monitor_grounds_several));
    and_unknown(rows)
}

fn reporter() -> Vec<Row> {
    and_unknown(asked("role", &["nosay"]))
}

fn victim() -> Vec<Row> {
    and_unknown(keyed::<Victim>())
}

fn actor() -> Vec<Row> {
    and_unknown(keyed::<Actor>())
}

fn identity() -> Vec<Row> {
    and_unknown(asked("identity", &[]))
}

fn places() -> Vec<Row> {
    let mut rows = asked("where", &["elsewhere"]);
    rows.push((OTHER_PLACE, Texts::desk_monitor_place_other));
    rows
}

fn followed() -> Vec<Row> {
    vec![(YES, Texts::desk_monitor_followed_yes), ("no", Texts::desk_monitor_followed_no)]
}

fn route() -> Vec<Row> {
    Route::ALL.iter().filter(|route| **route != Route::Insufficient).map(|it| it.row()).collect()
}

fn igj() -> Vec<Row> {
    vec![
        ("yes_week", Texts::desk_monitor_igj_week),
        ("yes_weeks", Texts::desk_monitor_igj_weeks),
        ("yes_later", Texts::desk_monitor_igj_later),
        ("no", Texts::desk_monitor_igj_no),
        ("none", Texts::desk_monitor_igj_none),
    ]
}

fn police() -> Vec<Row> {
    vec![
        ("charges", Texts::desk_monitor_police_charges),
        ("reported", Texts::desk_monitor_police_reported),
        ("consulted", Texts::desk_monitor_police_consulted),
        ("none", Texts::desk_monitor_police_none),
    ]
}

fn outcome() -> Vec<Row> {
    keyed::<Outcome>()
}

fn measures() -> Vec<Row> {
    vec![
        ("warning", Texts::casework_criterion_measure_warning),
        ("work", Texts::desk_monitor_measures_work),
        ("suspension", Texts::casework_criterion_measure_suspension),
        ("dismissal", Texts::desk_monitor_measures_dismissal),
        ("law", Texts::desk_monitor_measures_law),
        ("support", Texts::casework_criterion_measure_support),
        ("client", Texts::casework_criterion_measure_client),
        ("structural", Texts::casework_criterion_measure_structural),
    ]
}

fn ack() -> Vec<Row> {
    vec![
        ("week", Texts::desk_monitor_ack_week),
        ("later", Texts::desk_monitor_ack_later),
        ("none", Texts::desk_monitor_ack_none),
    ]
}

fn feedback() -> Vec<Row> {
    vec![
        ("month", Texts::desk_monitor_within_month),
        ("quarter", Texts::desk_monitor_within_quarter),
        ("later", Texts::desk_monitor_later),
        ("none", Texts::desk_monitor_feedback_none),
    ]
}

fn duration() -> Vec<Row> {
    vec![
        ("month", Texts::desk_monitor_within_month),
        ("quarter", Texts::desk_monitor_within_quarter),
        ("half", Texts::desk_monitor_within_half),
        ("later", Texts::desk_monitor_duration_later),
    ]
}

fn contact() -> Vec<Row> {
    vec![
        ("answered", Texts::desk_monitor_contact_answered),
        ("silent", Texts::desk_monitor_contact_silent),
        ("named", Texts::desk_monitor_contact_named),
    ]
}

fn silence() -> Vec<Row> {
    vec![
        ("lifted", Texts::desk_monitor_silence_lifted),
        ("asked", Texts::desk_monitor_silence_asked),
        ("none", Texts::desk_monitor_silence_none),
    ]
}

fn aftercare() -> Vec<Row> {
    keyed::<AftercareGroup>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn keys_are_unique_and_carry_no_marks_of_ours() {
        let keys: HashSet<_> = TABLES.iter().map(|table| table.key).collect();
        assert_eq!(keys.len(), TABLES.len());
        for table in TABLES {
            let rows = table.fixed_rows();
            let keys: HashSet<_> = rows.iter().map(|(key, _)| *key).collect();
            assert_eq!(keys.len(), rows.len(), "{}", table.key);
            assert!(keys.iter().all(|key| !key.contains(['/', '+', '.', ':'])), "{}", table.key);
        }
    }

    #[test]
    fn what_divides_a_count_comes_after_it_and_is_read_with_it() {
        for (place, table) in TABLES.iter().enumerate() {
            let Some((count, row)) = table.divides else { continue };
            let (key, each) = count.split_once('.').unwrap_or((count, row));
            let before = TABLES[..place].iter().find(|before| before.key == key).unwrap();
            assert!(before.fixed_rows().iter().any(|(known, _)| *known == each), "{count}");
            assert!(table.readers.iter().all(|reader| before.readers.contains(reader)), "{key}");
        }
    }

    #[test]
    fn the_board_reads_everything_and_each_version_less_than_it() {
        for table in TABLES {
            assert!(table.readers.contains(&Board), "{}", table.key);
        }
        let count = |who| TABLES.iter().filter(|table| table.readers.contains(&who)).count();
        assert!(count(Public) < count(ClientCouncil) && count(ClientCouncil) < count(Board));
        assert!(count(WorksCouncil) < count(Board));
    }
}
