//! An overview: what was published of a period, in words, for one audience.
//!
//! Page and exports draw it. It is made of [`Published`] alone, so no version and no period can say
//! more than another; the public one is rounded.
//!
//! Source: casework C.7.

use super::{
    period::{Period, Quarter},
    protect::{SMALLEST, Shown},
    publishing::{Block, Published, counts_of},
    tables::{Audience, EVERY, Rows, TABLES, Table, YES},
};
use crate::{Texts, desk::view::without_marks};

/// The fewest cases of which percentages are shown.
pub const SHARES_FROM: u32 = 20;

/// To what the public version rounds.
const ROUNDED_TO: u32 = 5;

/// How far back the number of reports is shown, in quarters: ten years.
const SERIES_QUARTERS: u16 = 40;

/// A number, as far as it is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    /// This many.
    Exact(u32),
    /// Less than five.
    Small,
    /// At least the one, at most the other.
    Between(u32, u32),
    /// At least this many.
    AtLeast(u32),
    /// Not told.
    Hidden,
}

/// One row of a table.
pub struct Line {
    /// Its stable key.
    pub key: String,
    /// What it counts.
    pub label: String,
    /// How many.
    pub value: Value,
    /// How many of a hundred; `None` when that is not told.
    pub share: Option<u32>,
}

/// What there is to say of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Its rows.
    Rows,
    /// There was nothing to divide.
    Nothing,
    /// There was too little to say anything.
    TooFew,
}

/// One table of an overview.
pub struct Part {
    /// The table.
    pub table: &'static Table,
    /// What is counted.
    pub title: String,
    /// What there is to say.
    pub state: State,
    /// Its rows.
    pub lines: Vec<Line>,
    /// How many cases are divided.
    pub total: Value,
    /// The quarters that are counted.
    pub quarters: Vec<Quarter>,
    /// Quarters of the period that it says nothing of.
    pub left_out: Vec<Quarter>,
}

/// The number of reports in some quarters.
pub struct Bar {
    /// The quarters, in order.
    pub quarters: Vec<Quarter>,
    /// How many.
    pub value: Value,
}

/// An overview.
pub struct Overview {
    /// Over what.
    pub period: Period,
    /// For whom.
    pub audience: Audience,
    /// Its tables.
    pub parts: Vec<Part>,
    /// Reports through the years, up to the end of the period.
    pub series: Vec<Bar>,
}

impl Overview {
    /// Of what was published.
    pub fn of(
        published: &Published,
        (period, audience): (Period, Audience),
        texts: &Texts,
    ) -> Self {
        let drawn = Drawn { published, period, audience, texts };
        let tables = TABLES.iter().filter(|table| table.readers.contains(&audience));
        let parts = tables.map(|table| drawn.part(table)).collect();
        Self { period, audience, parts, series: drawn.series() }
    }

    /// Whether nobody reported anything: a finding, and no success.
    pub fn is_silent(&self) -> bool {
        let received = self.parts.iter().find(|part| part.table.key == "received");
        received.is_some_and(|part| part.total == Value::Exact(0))
    }

    /// Whether a number is left out or only told about, so that its reader must be told why.
    pub fn has_gaps(&self) -> bool {
        let is_gap = |part: &Part| {
            part.state == State::TooFew
                || !part.left_out.is_empty()
                || part.lines.iter().any(|line| !matches!(line.value, Value::Exact(_)))
        };
        self.parts.iter().any(is_gap)
    }
}

/// What an overview is drawn from.
struct Drawn<'a> {
    published: &'a Published,
    period: Period,
    audience: Audience,
    texts: &'a Texts,
}

impl Drawn<'_> {
    fn part(&self, table: &'static Table) -> Part {
        let mut part = match table.rows {
            Rows::Total => self.total(table),
            Rows::Each(_) => self.each(table),
            _ => self.one(table),
        };
        if self.audience == Audience::Public {
            part.total = part.total.rounded();
            for line in &mut part.lines {
                (line.value, line.share) = (line.value.rounded(), None);
            }
        }
        part
    }

    /// A table of which nothing is known yet.
    fn blank(&self, table: &'static Table, blocks: &[&Block]) -> Part {
        let quarters: Vec<Quarter> =
            blocks.iter().flat_map(|block| block.quarters.iter().copied()).collect();
        let left_out = self.period.quarters().into_iter().filter(|it| !quarters.contains(it));
        let state = if quarters.is_empty() { State::TooFew } else { State::Rows };
        Part {
            table,
            title: (table.title)(self.texts),
            state,
            lines: Vec::new(),
            total: Value::Exact(blocks.iter().map(|block| block.total).sum()),
            left_out: left_out.collect(),
            quarters,
        }
    }

    fn line(&self, table: &Table, row: &str, value: Value, total: Value) -> Line {
        let share = match (value, total) {
            (Value::Exact(part), Value::Exact(all)) if all >= SHARES_FROM => {
                Some((part * 100 + all / 2) / all)
            }
            _ => None,
        };
        let label = table.row_text(row, self.texts);
        Line { key: row.to_owned(), label, value, share }
    }

    fn total(&self, table: &'static Table) -> Part {
        let mut part = self.blank(table, &self.published.blocks(table.key, self.period));
        let Value::Exact(known) = part.total else { return part };
        if !part.left_out.is_empty() {
            // Of several quarters together nothing is said that does not stand at each.
            let is_small = match part.left_out[..] {
                [quarter] => self.published.is_small(table.key, quarter),
                _ => false,
            };
            part.total = match known {
                0 if is_small => Value::Small,
                0 => Value::Hidden,
                known => Value::AtLeast(known),
            };
        }
        (part.state, part.quarters) = (State::Rows, self.period.quarters());
        part.left_out.clear();
        part.lines = vec![self.line(table, EVERY, part.total, Value::Hidden)];
        part
    }

    fn one(&self, table: &'static Table) -> Part {
        let blocks = self.published.blocks(table.key, self.period);
        let mut part = self.blank(table, &blocks);
        if part.state == State::Rows && part.total == Value::Exact(0) {
            part.state = State::Nothing;
        }
        if part.state == State::Rows {
            let rows = rows_of(table, &blocks);
            let line = |row: &String| self.line(table, row, summed(row, &blocks), part.total);
            part.lines = rows.iter().map(line).collect();
        }
        part
    }

    /// Of a table with several things a case: each row is counted by itself.
    fn each(&self, table: &'static Table) -> Part {
        let (divided, row) = table.divides.unwrap_or((table.key, EVERY));
        let whole = self.published.blocks(divided, self.period);
        let mut part = self.blank(table, &whole);
        if part.state == State::Rows && part.total == Value::Exact(0) {
            part.state = State::Nothing;
        }
        if part.state != State::Rows {
            return part;
        }
        debug_assert!(row == EVERY, "what divides a row of a table has rows of its own");
        for (count, (row, _)) in counts_of(table).iter().zip(table.fixed_rows()) {
            let blocks = self.published.blocks(count, self.period);
            let quarters = blocks.iter().map(|block| block.quarters.len()).sum::<usize>();
            let known = summed(YES, &blocks);
            let value = match known {
                Value::Exact(_) if quarters == part.quarters.len() => known,
                Value::Exact(known) if known > 0 => Value::AtLeast(known),
                _ => Value::Hidden,
            };
            part.lines.push(self.line(table, row, value, part.total));
        }
        part
    }

    /// The number of reports by quarter, from the first that was published.
    fn series(&self) -> Vec<Bar> {
        let last = self.period.last();
        let from = last.number().saturating_sub(SERIES_QUARTERS - 1);
        let blocks = self.published.blocks.get("received").into_iter().flatten();
        let is_shown = |block: &&Block| {
            block.quarters.iter().all(|it| (from..=last.number()).contains(&it.number()))
        };
        let mut blocks: Vec<&Block> = blocks.filter(is_shown).collect();
        blocks.sort_by_key(|block| block.quarters.first().copied());
        let value = |block: &Block| match self.audience {
            Audience::Public => Value::Exact(block.total).rounded(),
            _ => Value::Exact(block.total),
        };
        let bar = |block: &&Block| Bar { quarters: block.quarters.clone(), value: value(block) };
        blocks.iter().map(bar).collect()
    }
}

/// The rows of some blocks, in the order of the table: each once.
fn rows_of(table: &Table, blocks: &[&Block]) -> Vec<String> {
    let fixed = table.fixed_rows();
    let mut rows: Vec<String> = fixed.iter().map(|(row, _)| (*row).to_owned()).collect();
    let last = match table.rows {
        Rows::Grounds => rows.len().saturating_sub(2),
        Rows::Places => 0,
        _ => return rows,
    };
    let more = blocks.iter().flat_map(|block| &block.rows).map(|(row, _)| row);
    let mut more: Vec<&String> = more.filter(|row| !rows.contains(row)).collect();
    more.sort_unstable();
    more.dedup();
    let more: Vec<String> = more.into_iter().cloned().collect();
    rows.splice(last..last, more);
    rows
}

/// A row over several blocks. One that a block does not have is small there.
fn summed(row: &str, blocks: &[&Block]) -> Value {
    let (mut known, mut small, mut is_hidden) = (0, 0, false);
    for block in blocks {
        match block.rows.iter().find(|(found, _)| found == row).map(|(_, shown)| shown) {
            Some(Shown::Exact(number)) => known += number,
            Some(Shown::Small) | None => small += 1,
            Some(Shown::Hidden) => is_hidden = true,
        }
    }
    match (known, small, is_hidden) {
        (known, 0, false) => Value::Exact(known),
        (0, _, false) if small == 1 => Value::Small,
        (known, small, false) => Value::Between(known, known + small * (SMALLEST - 1)),
        (0, _, true) => Value::Hidden,
        (known, _, true) => Value::AtLeast(known),
    }
}

impl Value {
    /// As the public reads it.
    fn rounded(self) -> Self {
        match self {
            Self::Exact(number) => Self::Exact((number + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO),
            Self::Small => Self::Small,
            Self::Between(..) | Self::AtLeast(_) | Self::Hidden => Self::Hidden,
        }
    }

    /// As people read it.
    pub fn text(self, texts: &Texts) -> String {
        match self {
            Self::Exact(number) => number.to_string(),
            Self::Small => "<5".to_owned(),
            Self::Between(least, most) => without_marks(&texts.desk_monitor_between(least, most)),
            Self::AtLeast(least) => without_marks(&texts.desk_monitor_at_least(least)),
            Self::Hidden => "–".to_owned(),
        }
    }

    /// As a spreadsheet reads it.
    pub fn plain(self) -> String {
        match self {
            Self::Exact(number) => number.to_string(),
            Self::Small => "<5".to_owned(),
            Self::Between(least, most) => format!("{least}-{most}"),
            Self::AtLeast(least) => format!(">={least}"),
            Self::Hidden => "-".to_owned(),
        }
    }

    /// What is certain of it.
    pub fn least(self) -> u32 {
        match self {
            Self::Exact(least) | Self::Between(least, _) | Self::AtLeast(least) => least,
            Self::Small | Self::Hidden => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_reads_rounded_numbers_and_no_ranges() {
        let rounded = |number| Value::Exact(number).rounded();
        assert_eq!(rounded(0), Value::Exact(0));
        for number in 5..8 {
            assert_eq!(rounded(number), Value::Exact(5));
        }
        assert_eq!(rounded(8), Value::Exact(10));
        assert_eq!(Value::Between(5, 9).rounded(), Value::Hidden);
        assert_eq!(Value::AtLeast(7).rounded(), Value::Hidden);
        assert_eq!(Value::Small.rounded(), Value::Small);
    }
}
