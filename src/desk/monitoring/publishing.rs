//! What has been published, and what may be published next.
//!
//! The desk and the commands call [`Published::publish`] before an overview leaves; the overview
//! then shows nothing but what stands here. A quarter is counted once, and each table gives each
//! quarter away once: in one block of quarters, by [`super::protect`]. So two publications never
//! differ in anything, and everything published together says no more than these blocks.
//! `docs/decisions/0018` says why that is enough.

use super::{
    counting::{Counts, Gone, QuarterCounts},
    period::{Period, Quarter},
    protect::{SMALLEST, Shown, is_small, protect},
    tables::{EVERY, OTHER_PLACE, Rows, SEVERAL, TABLES, Table, YES},
};
use crate::core::questions::LOCATION_PREFIX;
use std::collections::{BTreeMap, BTreeSet};

/// The fewest cases a year with which a place is named.
pub const NAMED_PLACE: u32 = 20;

/// What one table gives away of some quarters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// The quarters, in order. No other block of this table has one of them.
    pub quarters: Vec<Quarter>,
    /// Its rows, in order, as everybody may read them.
    pub rows: Vec<(String, Shown)>,
    /// How many cases they are together.
    pub total: u32,
}

/// Everything that was published, and what it was counted from.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Published {
    /// Quarters, as they were counted the first time.
    pub(super) counted: BTreeMap<Quarter, QuarterCounts>,
    /// Blocks, by table; of a table with several things a case, by row: `kinds.sexual`.
    pub(super) blocks: BTreeMap<String, Vec<Block>>,
    /// Quarters of which a count of all cases was asked for and could not be given, by count.
    pub(super) refused: BTreeMap<String, BTreeSet<Quarter>>,
    /// Each publication, in order.
    pub(super) log: Vec<super::list::Publication>,
    /// What destroyed cases left behind.
    pub(super) gone: Gone,
}

/// How a table is protected.
type Protect = fn(&[u32]) -> Option<Vec<Shown>>;

/// What is published, and how it is protected; a test has others than ours.
struct Rule {
    tables: &'static [Table],
    protect: Protect,
}

impl Published {
    /// Adds what a period gives away that was not published before.
    pub fn publish(&mut self, period: Period, counts: &Counts) {
        self.publish_by(period, counts, &Rule { tables: TABLES, protect });
    }

    fn publish_by(&mut self, period: Period, counts: &Counts, rule: &Rule) {
        for quarter in period.quarters() {
            self.counted.entry(quarter).or_insert_with(|| counts.get(quarter));
        }
        for table in rule.tables {
            for count in counts_of(table) {
                let open = self.open_units(&count, table, period);
                let found = match table.rows {
                    Rows::Total => self.totals(&count, &open),
                    _ => self.block((&count, table), &open, rule.protect).into_iter().collect(),
                };
                self.blocks.entry(count).or_default().extend(found);
            }
        }
    }

    /// The blocks of a count that lie within a period, in order.
    pub fn blocks(&self, count: &str, period: Period) -> Vec<&Block> {
        let quarters = period.quarters();
        let within = |block: &&Block| block.quarters.iter().all(|it| quarters.contains(it));
        let mut found: Vec<&Block> =
            self.blocks.get(count).into_iter().flatten().filter(within).collect();
        found.sort_by_key(|block| block.quarters.first().copied());
        found
    }

    /// Whether a count of all cases gives one to four in a quarter, as its not being shown says.
    pub fn is_small(&self, count: &str, quarter: Quarter) -> bool {
        self.sum(&[quarter], &cell(count, EVERY)).is_some_and(is_small)
    }

    /// What destroyed cases left behind.
    pub fn gone(&self) -> &Gone {
        &self.gone
    }

    /// Quarters of a period that this count may still give away, in units that belong together: the
    /// blocks in which the count that it divides was given away.
    fn open_units(&self, count: &str, table: &Table, period: Period) -> Vec<Vec<Quarter>> {
        let is_open = |quarter: &Quarter| {
            let mut blocks = self.blocks.get(count).into_iter().flatten();
            !blocks.any(|block| block.quarters.contains(quarter))
        };
        let Some((divided, row)) = table.divides else {
            return period.quarters().into_iter().filter(is_open).map(|it| vec![it]).collect();
        };
        let is_exact = |block: &&Block| {
            let mut rows = block.rows.iter();
            rows.any(|(key, shown)| key == row && matches!(shown, Shown::Exact(_)))
        };
        let blocks = self.blocks(divided, period).into_iter().filter(is_exact);
        let units = blocks.map(|block| block.quarters.clone());
        units.filter(|unit| unit.iter().all(is_open)).collect()
    }

    fn sum(&self, quarters: &[Quarter], cell: &str) -> Option<u32> {
        let mut counted = quarters.iter().map(|quarter| Some(self.counted.get(quarter)?.get(cell)));
        counted.try_fold(0, |sum, count| Some(sum + count?))
    }

    /// A count of all cases: each quarter by itself when none is small, otherwise all together. What
    /// was refused is remembered: quarters of which each is known to be small tell too much together.
    fn totals(&mut self, count: &str, open: &[Vec<Quarter>]) -> Vec<Block> {
        let name = cell(count, EVERY);
        let sum = |quarters: &[Quarter]| self.sum(quarters, &name).unwrap_or_default();
        let block = |quarters: Vec<Quarter>| {
            let total = sum(&quarters);
            Block { quarters, rows: vec![(EVERY.to_owned(), Shown::Exact(total))], total }
        };
        if open.iter().all(|quarters| !is_small(sum(quarters))) {
            return open.iter().cloned().map(block).collect();
        }
        let together = open.concat();
        let refused = self.refused.get(count);
        let was_refused = |quarter| refused.is_some_and(|refused| refused.contains(quarter));
        if is_small(sum(&together)) || together.iter().all(was_refused) {
            self.refused.entry(count.to_owned()).or_default().extend(together);
            return Vec::new();
        }
        vec![block(together)]
    }

    /// All open quarters as one block, when it may be read.
    fn block(
        &self,
        (count, table): (&str, &Table),
        open: &[Vec<Quarter>],
        protect: Protect,
    ) -> Option<Block> {
        let quarters = open.concat();
        let is_year = quarters.len() == 4;
        if quarters.is_empty() || (matches!(table.rows, Rows::Places) && !is_year) {
            return None;
        }
        let (divided, row) = table.divides?;
        let total = self.sum(&quarters, &cell(divided, row))?;
        let rows = match table.rows {
            Rows::Each(_) => {
                let yes = self.sum(&quarters, &cell(count, YES))?;
                vec![(YES.to_owned(), yes), ("no".to_owned(), total.saturating_sub(yes))]
            }
            _ => self.rows(count, table, &quarters),
        };
        let numbers: Vec<u32> = rows.iter().map(|(_, number)| *number).collect();
        let shown = protect(&numbers)?;
        let is_full = |name: &str| open.len() > 1 && self.is_full(&cell(count, name), open);
        if rows.iter().any(|(name, _)| is_full(name)) {
            return None;
        }
        let rows = rows.into_iter().map(|(name, _)| name).zip(shown).collect();
        Some(Block { quarters, rows, total })
    }

    /// Whether a cell has four in every unit: its sum would say so.
    fn is_full(&self, cell: &str, units: &[Vec<Quarter>]) -> bool {
        units.iter().all(|unit| self.sum(unit, cell) == Some(SMALLEST - 1))
    }

    /// The rows of a table with how many cases stand in each. Grounds by two that fewer than
    /// [`SMALLEST`] name, and places with fewer than [`NAMED_PLACE`], stand in the catch-all.
    fn rows(&self, count: &str, table: &Table, quarters: &[Quarter]) -> Vec<(String, u32)> {
        let number = |row: &str| self.sum(quarters, &cell(count, row)).unwrap_or_default();
        let fixed = table.fixed_rows();
        let mut rows: Vec<(String, u32)> =
            fixed.iter().map(|(row, _)| ((*row).to_owned(), number(row))).collect();
        let (catch_all, fewest) = match table.rows {
            Rows::Grounds => (SEVERAL, SMALLEST),
            Rows::Places => (OTHER_PLACE, NAMED_PLACE),
            _ => return rows,
        };
        let prefix = cell(count, "");
        let names = quarters.iter().filter_map(|quarter| self.counted.get(quarter));
        let names =
            names.flat_map(QuarterCounts::iter).filter_map(|(it, _)| it.strip_prefix(&prefix));
        let mut names: Vec<&str> =
            names.filter(|name| name.contains('+') || name.starts_with(LOCATION_PREFIX)).collect();
        names.sort_unstable();
        names.dedup();
        let place = rows.iter().position(|(row, _)| row == catch_all).unwrap_or_default();
        for name in names.into_iter().rev() {
            let number = number(name);
            if number >= fewest {
                rows.insert(place, (name.to_owned(), number));
            } else if let Some((_, all)) = rows.iter_mut().find(|(row, _)| row == catch_all) {
                *all += number;
            }
        }
        rows
    }
}

/// The counts of a table: itself, or each of its rows when a case can stand in several.
pub fn counts_of(table: &Table) -> Vec<String> {
    match table.rows {
        Rows::Each(rows) => rows().iter().map(|(row, _)| format!("{}.{row}", table.key)).collect(),
        _ => vec![table.key.to_owned()],
    }
}

fn cell(count: &str, row: &str) -> String {
    format!("{count}/{row}")
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
