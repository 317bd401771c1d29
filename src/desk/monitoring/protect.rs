//! Which cells of a table may be read, so that none of one to four can be computed back.
//!
//! [`super::publishing`] calls it once for each block of quarters and keeps what came out. It sees
//! numbers alone. `docs/decisions/0018` says why it is enough.

/// The smallest number, besides none, that is shown.
pub const SMALLEST: u32 = 5;

/// A cell, as everybody may read it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Shown {
    /// This many: none, or [`SMALLEST`] and more.
    Exact(u32),
    /// None to four.
    Small,
    /// Left out, so that the small ones cannot be computed from it.
    Hidden,
}

/// The cells of a table in its fixed order, as they may be read; `None` when nothing may be.
///
/// Small cells are shown as one group, none of which can be told from the others: its sum follows
/// from the total. Where that sum is too small, or leaves no choice, further cells join the group,
/// from the end of the table: the last ones are the catch-alls.
pub fn protect(cells: &[u32]) -> Option<Vec<Shown>> {
    let mut shown: Vec<Shown> = cells.iter().map(|cell| Shown::Exact(*cell)).collect();
    if cells.iter().all(|cell| !is_small(*cell)) {
        return Some(shown);
    }
    let (mut sum, mut small) = (0, 0);
    for (shown, cell) in shown.iter_mut().zip(cells).filter(|(_, cell)| **cell < SMALLEST) {
        *shown = Shown::Small;
        sum += cell;
        small += 1;
    }
    let mut hidden = 0;
    let mut rest = (0..cells.len()).rev().filter(|place| cells[*place] >= SMALLEST);
    while !leaves_a_choice(sum, small, hidden) {
        let place = rest.next()?;
        shown[place] = Shown::Hidden;
        sum += cells[place];
        hidden += 1;
    }
    // A group of all cells says no more than the total.
    rest.next().map(|_| shown)
}

/// Whether a number could point at somebody.
pub fn is_small(number: u32) -> bool {
    (1..SMALLEST).contains(&number)
}

/// Whether a group of this sum, with so many small and so many hidden cells, can be filled in
/// several ways whatever small cell one looks at.
fn leaves_a_choice(sum: u32, small: u32, hidden: u32) -> bool {
    match hidden {
        0 => sum >= SMALLEST && sum < small * (SMALLEST - 1),
        // Each hidden one is known to be 5 at least; what is left could all be the small ones'.
        _ => sum >= hidden * SMALLEST + SMALLEST - 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    use Shown::{Exact, Hidden, Small};

    #[test]
    fn a_table_without_small_cells_is_shown_as_it_is() {
        assert_eq!(protect(&[0, 5, 12]), Some(vec![Exact(0), Exact(5), Exact(12)]));
        assert_eq!(protect(&[]), Some(Vec::new()));
        assert_eq!(protect(&[0, 0]), Some(vec![Exact(0); 2]));
    }

    #[test]
    fn small_cells_are_shown_as_a_group_that_leaves_a_choice() {
        assert_eq!(protect(&[9, 3, 2, 0]), Some(vec![Exact(9), Small, Small, Small]));
        // One alone, or all at their most: a larger cell joins, from the end.
        assert_eq!(protect(&[9, 3, 11]), Some(vec![Exact(9), Small, Hidden]));
        assert_eq!(protect(&[9, 4, 4]), None, "with the one larger cell everything is the group");
        assert_eq!(protect(&[9, 8, 4, 4]), Some(vec![Exact(9), Hidden, Small, Small]));
        // The hidden one is 5 at least: a sum of 6 would say that the other is 1.
        assert_eq!(protect(&[20, 9, 1, 5]), Some(vec![Exact(20), Hidden, Small, Hidden]));
    }

    #[test]
    fn nothing_is_shown_when_the_group_is_the_whole_table() {
        assert_eq!(protect(&[3]), None);
        assert_eq!(protect(&[3, 20]), None);
        assert_eq!(protect(&[3, 4, 2]), None);
    }

    /// Every table of so many cells with this total.
    fn worlds(cells: usize, total: u32) -> Vec<Vec<u32>> {
        if cells == 1 {
            return vec![vec![total]];
        }
        let rest = |first: u32| {
            let others = worlds(cells - 1, total - first).into_iter();
            others.map(move |others| [&[first], others.as_slice()].concat())
        };
        (0..=total).flat_map(rest).collect()
    }

    /// Readers who know the total, and this rule as well as we do, find no small cell: whatever they
    /// see, every small cell has another number in another table that looks the same. All tables
    /// are tried; so is what it says that nothing is shown.
    #[test]
    fn not_even_the_rule_itself_gives_a_small_cell_away() {
        for (cells, most) in [(2, 24), (3, 26), (4, 22), (5, 16)] {
            let mut small = 0;
            for total in SMALLEST..=most {
                let mut by_view: BTreeMap<_, Vec<Vec<u32>>> = BTreeMap::new();
                for world in worlds(cells, total) {
                    by_view.entry(protect(&world)).or_default().push(world);
                }
                for ((view, worlds), place) in
                    by_view.iter().flat_map(|seen| (0..cells).map(move |place| (seen, place)))
                {
                    let first = worlds[0][place];
                    let is_pinned = worlds.iter().all(|world| world[place] == first);
                    assert!(!(is_pinned && is_small(first)), "{view:?} {place}: {worlds:?}");
                    small += worlds.iter().filter(|world| is_small(world[place])).count();
                }
            }
            assert!(small > 100, "next to nothing was tried with {cells} cells");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_true_and_never_small(cells in prop::collection::vec(0_u32..30, 1..12)) {
            for (cell, shown) in cells.iter().zip(protect(&cells).into_iter().flatten()) {
                match shown {
                    Exact(shown) => prop_assert!(shown == *cell && !is_small(shown)),
                    Small => prop_assert!(*cell < SMALLEST),
                    Hidden => prop_assert!(*cell >= SMALLEST),
                }
            }
        }
    }
}
