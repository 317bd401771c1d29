//! Tries to compute small cells back from everything that is published together.

use super::*;
use crate::{
    Language,
    desk::{
        casework::Keyed,
        monitoring::{Audience, Overview, csv::csv, protect},
    },
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Lines of every export: the cell, the quarters, and what the line says of their sum.
type Lines = BTreeSet<(String, Vec<Quarter>, (u32, u32))>;

/// More than any number in these tests.
const MANY: u32 = 100_000;

fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

fn quarter(place: u16) -> Quarter {
    Quarter::from_number(2026 * 4 + place).unwrap()
}

/// What an exported number says: at least, at most.
fn bounds(text: &str, is_rounded: bool) -> (u32, u32) {
    let number = |text: &str| text.parse::<u32>().unwrap();
    if let Some(least) = text.strip_prefix(">=") {
        (number(least), MANY)
    } else if let Some((least, most)) = text.split_once('-').filter(|(least, _)| !least.is_empty())
    {
        (number(least), number(most))
    } else {
        match text {
            "<5" => (0, 4),
            "-" => (0, MANY),
            "0" => (0, 0),
            text if is_rounded => (number(text) - 2, number(text) + 2),
            text => (number(text), number(text)),
        }
    }
}

/// What somebody reads who has the exports of all versions of this period.
fn read_exports(published: &Published, over: Period, lines: &mut Lines) {
    let texts = Language::Nl.load();
    for audience in Audience::ALL {
        let export = csv(&Overview::of(published, (over, *audience), &texts), &texts);
        for line in export.lines().skip(1) {
            let cells: Vec<&str> = line.split(';').collect();
            let quarters = cells[5].split(' ').filter_map(Period::parse).map(Period::first);
            let quarters: Vec<Quarter> = quarters.collect();
            let table = cells[2].split(['/', '.']).next().and_then(Table::find).unwrap();
            let is_rounded = *audience == Audience::Public;
            if cells[2].contains('/') && !quarters.is_empty() {
                let said = bounds(cells[6], is_rounded);
                lines.insert((cells[2].to_owned(), quarters.clone(), said));
            }
            if let Some((count, row)) = table.divides.filter(|_| !quarters.is_empty()) {
                let all = cell(count, row);
                lines.insert((all, quarters, bounds(cells[8], is_rounded)));
            }
        }
    }
}

/// Numbers that are not known, each between two bounds, and sums of them that are.
#[derive(Default)]
struct Attack {
    names: BTreeMap<(String, Vec<Quarter>), usize>,
    bounds: Vec<(u32, u32)>,
    /// The first is the sum of the others.
    sums: Vec<(usize, Vec<usize>)>,
}

impl Attack {
    fn name(&mut self, cell: &str, quarters: &[Quarter]) -> usize {
        let next = self.names.len();
        let place = *self.names.entry((cell.to_owned(), quarters.to_vec())).or_insert(next);
        if place == next {
            self.bounds.push((0, MANY));
        }
        place
    }

    /// Every set of quarters of the year, for one cell: each is the sum of its quarters, and with
    /// what it leaves it is any larger one.
    fn add_sets(&mut self, cell: &str) {
        let set = |bits: u16| -> Vec<Quarter> {
            (0..4).filter(|place| bits >> place & 1 == 1).map(quarter).collect()
        };
        for whole in 1..16_u16 {
            for part in (1..whole).filter(|part| part & whole == *part && *part < whole & !part) {
                let names = [whole, part, whole & !part].map(|bits| self.name(cell, &set(bits)));
                self.sums.push((names[0], names[1..].to_vec()));
            }
        }
        for place in 0..4 {
            self.name(cell, &[quarter(place)]);
        }
    }

    /// The rows of a table are together what the table divides, in each set of quarters.
    fn add_tables(&mut self) {
        for table in TABLES.iter().filter(|table| !matches!(table.rows, Rows::Places)) {
            let rows = table.fixed_rows();
            let cells: Vec<String> = rows.iter().map(|(row, _)| table.cell(row)).collect();
            cells.iter().for_each(|cell| self.add_sets(cell));
            let Some((count, row)) = table.divides else { continue };
            let all = cell(count, row);
            for place in 0..4 {
                let quarters = [quarter(place)];
                let whole = self.name(&all, &quarters);
                if matches!(table.rows, Rows::Each(_)) {
                    for yes in &cells {
                        let no = yes.replace("/yes", "/no");
                        let parts = [yes, &no].map(|cell| self.name(cell, &quarters));
                        self.sums.push((whole, parts.to_vec()));
                    }
                } else if !matches!(table.rows, Rows::Grounds) {
                    let parts = cells.iter().map(|cell| self.name(cell, &quarters)).collect();
                    self.sums.push((whole, parts));
                }
            }
        }
        let no: Vec<String> = self.names.keys().map(|(cell, _)| cell.clone()).collect();
        let no: BTreeSet<String> = no.into_iter().filter(|cell| cell.ends_with("/no")).collect();
        no.iter().filter(|cell| cell.contains('.')).for_each(|cell| self.add_sets(cell));
    }

    /// Narrows all bounds until nothing moves.
    fn run(&mut self, lines: &Lines) {
        for (cell, quarters, (least, most)) in lines {
            let place = self.name(cell, quarters);
            let bounds = &mut self.bounds[place];
            *bounds = (bounds.0.max(*least), bounds.1.min(*most));
        }
        let mut is_moving = true;
        while is_moving {
            is_moving = false;
            for (whole, parts) in &self.sums {
                let least: u32 = parts.iter().map(|part| self.bounds[*part].0).sum();
                let most: u32 = parts.iter().map(|part| self.bounds[*part].1).sum();
                let (from, to) = self.bounds[*whole];
                let mut narrow = |place: usize, (from, to): (u32, u32)| {
                    let bounds = &mut self.bounds[place];
                    let narrowed = (bounds.0.max(from), bounds.1.min(to));
                    is_moving |= narrowed != *bounds;
                    *bounds = narrowed;
                };
                narrow(*whole, (least, most));
                let before: Vec<(u32, u32)> = parts.iter().map(|part| self.bounds[*part]).collect();
                for (part, (low, high)) in parts.iter().zip(before) {
                    let mut narrow = |place: usize, (from, to): (u32, u32)| {
                        let bounds = &mut self.bounds[place];
                        let narrowed = (bounds.0.max(from), bounds.1.min(to));
                        is_moving |= narrowed != *bounds;
                        *bounds = narrowed;
                    };
                    let rest = (least - low, most - high);
                    narrow(*part, (from.saturating_sub(rest.1), to.saturating_sub(rest.0)));
                }
            }
        }
    }

    /// Cells, and sums of their quarters, that are known to be one to four.
    fn found(&self) -> Vec<(&str, Vec<Quarter>, u32)> {
        let known = self.names.iter().filter(|(_, place)| {
            let (least, most) = self.bounds[**place];
            least == most && is_small(least)
        });
        let known = known.map(|((cell, quarters), place)| {
            (cell.as_str(), quarters.clone(), self.bounds[*place].0)
        });
        known.collect()
    }
}

/// Cases of one year: how many in each quarter, and what chooses their rows.
fn cases(numbers: [u32; 4], seed: u64) -> Counts {
    let mut counts = Counts::default();
    let mut state = seed;
    let mut next = |below: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below.max(1)
    };
    for (place, number) in (0..).zip(numbers) {
        for _ in 0..number {
            counts.add(&case(quarter(place), &mut next));
        }
    }
    counts
}

/// A case that is reported and closed in a quarter. First rows are likelier than later ones.
fn case(at: Quarter, next: &mut dyn FnMut(usize) -> usize) -> Vec<(Quarter, String)> {
    let mut tally = Vec::new();
    let row = |rows: usize, next: &mut dyn FnMut(usize) -> usize| {
        let first = next(rows);
        next(first + 1)
    };
    for table in TABLES {
        let rows = table.fixed_rows();
        let names: Vec<String> = rows.iter().map(|(row, _)| table.cell(row)).collect();
        let stands_in = |(count, row): (&str, &str), tally: &[(Quarter, String)]| {
            tally.iter().any(|(_, found)| *found == cell(count, row))
        };
        if table.divides.is_some_and(|divides| !stands_in(divides, &tally)) {
            continue;
        }
        match table.rows {
            Rows::Each(_) => {
                let chosen = names.into_iter().filter(|_| next(4) == 0).map(|name| (at, name));
                tally.extend(chosen.collect::<Vec<_>>());
            }
            _ => tally.push((at, names[row(names.len(), next)].clone())),
        }
    }
    tally
}

/// Publishes these periods in this order, with a new case between, and reads all exports.
fn attacked(numbers: [u32; 4], seed: u64, order: &[Period], rule: &Rule) -> (Attack, Published) {
    let (mut published, mut lines) = (Published::default(), Lines::new());
    for (late, over) in (0..).zip(order) {
        let now = numbers.map(|number| number + late);
        published.publish_by(*over, &cases(now, seed), rule);
        read_exports(&published, *over, &mut lines);
    }
    let mut attack = Attack::default();
    attack.add_tables();
    attack.run(&lines);
    (attack, published)
}

fn periods() -> Vec<Period> {
    ["2026-Q1", "2026-Q2", "2026-H1", "2026-Q3", "2026-Q4", "2026-H2", "2026"].map(period).to_vec()
}

fn ours() -> Rule {
    Rule { tables: TABLES, protect: protect::protect }
}

/// Small cells are left out, and nothing beside them.
fn without_complements() -> Rule {
    fn shown(cell: &u32) -> Shown {
        if is_small(*cell) { Shown::Small } else { Shown::Exact(*cell) }
    }
    Rule { tables: TABLES, protect: |cells| Some(cells.iter().map(shown).collect()) }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whoever has the exports of every version, of every period in any order, made while cases
    /// still come in, computes no cell of one to four, in no quarter and no set of quarters.
    #[test]
    fn nothing_small_is_computed_from_everything_published(
        numbers in prop::array::uniform4(prop_oneof![0..9_u32, 0..60_u32]),
        seed in any::<u64>(),
        order in Just(periods()).prop_shuffle(),
        many in 1..8_usize,
    ) {
        let (attack, published) = attacked(numbers, seed, &order[..many], &ours());
        prop_assert_eq!(attack.found(), vec![]);
        // The attack believes nothing that is not true.
        for ((cell, quarters), place) in &attack.names {
            let sum = published.sum(quarters, cell).filter(|_| !cell.ends_with("/no"));
            let (least, most) = attack.bounds[*place];
            let is_true = sum.is_none_or(|sum| (least..=most).contains(&sum));
            prop_assert!(is_true, "{cell} {quarters:?}: {sum:?} is not {least} to {most}");
        }
    }
}

#[test]
fn without_complementary_suppression_the_same_attack_finds_small_cells() {
    let mut found = 0;
    for seed in 0..8 {
        let (attack, published) =
            attacked([14, 22, 9, 31], seed, &periods(), &without_complements());
        for (cell, quarters, number) in attack.found() {
            let truth = published.sum(&quarters, cell).filter(|_| !cell.ends_with("/no"));
            assert!(truth.is_none_or(|truth| truth == number), "{cell}");
            found += 1;
        }
    }
    assert!(found > 20, "{found}");
}

/// Every way to put so many cases, or fewer, into so many cells.
fn worlds(cells: usize, most: u32) -> Vec<Vec<u32>> {
    if cells == 0 {
        return vec![Vec::new()];
    }
    let rest = |first: u32| {
        let others = worlds(cells - 1, most - first).into_iter();
        others.map(move |others| [&[first], others.as_slice()].concat())
    };
    (0..=most).flat_map(rest).collect()
}

/// Publishes every possible world of some cells in some quarters, in this order, and asserts that
/// readers who know our rule by heart can tell no small cell: among all worlds whose publications
/// look the same, it has several numbers.
fn assert_told_apart_by_nobody(
    tables: &'static [Table],
    names: &[String],
    order: &[&str],
    most: u32,
) {
    let quarters: BTreeSet<Quarter> = order.iter().flat_map(|it| period(it).quarters()).collect();
    let quarters: Vec<Quarter> = quarters.into_iter().collect();
    let rule = Rule { tables, protect: protect::protect };
    let mut by_view: BTreeMap<String, Vec<Vec<u32>>> = BTreeMap::new();
    for world in worlds(names.len() * quarters.len(), most) {
        let mut counts = Counts::default();
        for (at, number) in world.iter().enumerate() {
            let (quarter, name) = (quarters[at / names.len()], &names[at % names.len()]);
            let mut tally = vec![(quarter, "received/all".to_owned())];
            tally.extend((!name.is_empty()).then(|| (quarter, name.clone())));
            (0..*number).for_each(|_| counts.add(&tally));
        }
        let (mut published, mut view) = (Published::default(), String::new());
        for over in order {
            published.publish_by(period(over), &counts, &rule);
            view.push_str(&format!("{:?};", published.blocks));
        }
        by_view.entry(view).or_default().push(world);
    }
    let sums =
        (1..1_usize << quarters.len()).flat_map(|set| (0..names.len()).map(move |row| (set, row)));
    for (set, row) in sums {
        let sum = |world: &Vec<u32>| -> u32 {
            let places = (0..quarters.len()).filter(|place| set >> place & 1 == 1);
            places.map(|place| world[place * names.len() + row]).sum()
        };
        for (view, worlds) in &by_view {
            let first = sum(&worlds[0]);
            // With as many cases as were tried, larger worlds that look the same were not.
            let is_whole = worlds.iter().all(|world| world.iter().sum::<u32>() < most);
            let is_pinned = is_small(first) && worlds.iter().all(|world| sum(world) == first);
            assert!(!(is_whole && is_pinned), "{row} in {set:b}: {view} {worlds:?}");
        }
    }
}

fn names(key: &str) -> Vec<String> {
    let table = Table::find(key).unwrap();
    table.fixed_rows().iter().map(|(row, _)| table.cell(row)).collect()
}

#[test]
fn no_order_of_periods_gives_a_small_number_of_reports_away() {
    let totals = &TABLES[..1];
    assert_eq!(totals[0].key, "received");
    for order in [
        ["2026-Q1", "2026-Q2", "2026-H1", "2026-Q3", "2026-Q4", "2026-H2", "2026"].as_slice(),
        &["2026", "2026-H1", "2026-Q1"],
        &["2026-H1", "2026-H2", "2026"],
        &["2026-Q2", "2026", "2026-H2"],
        &["2026-Q4", "2026-H1", "2026-Q3", "2026"],
        &["2026-Q1", "2026", "2026-Q3"],
    ] {
        assert_told_apart_by_nobody(totals, &[String::new()], order, 17);
    }
}

#[test]
fn no_order_of_periods_gives_a_small_row_of_a_table_away() {
    let tables = &TABLES[..2];
    assert_eq!(tables[1].key, "sort");
    for order in [
        ["2026-Q1", "2026-Q2", "2026-H1"].as_slice(),
        &["2026-H1", "2026-Q1", "2026-Q2"],
        &["2026-Q2", "2026-H1"],
    ] {
        assert_told_apart_by_nobody(tables, &names("sort"), order, 11);
    }
}
