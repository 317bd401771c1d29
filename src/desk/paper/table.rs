//! Tables on sheets: how wide columns are, and rows that go on where the next page begins.
//!
//! The sheets call it. On each further page the heads of the columns stand again, as decoration:
//! aloud they are read once.

use super::{
    First, Table,
    figure::{Anchor, Figure, Ink, Shape},
    lines::{Line, Weight},
    sheets::{BODY, Drawn, MARGIN, SMALL, STRONG, Sheets, Style, WIDTH, placed, setting},
    tags::{Knot, Slot},
};
use krilla::tagging::{TableHeaderScope, Tag, TagKind};

/// Room round the text of a cell.
const PAD: f32 = 4.0;

/// One row while it is set: the lines of each cell that are not on paper yet.
struct Row {
    cells: Vec<Cell>,
}

struct Cell {
    lines: std::vec::IntoIter<Line>,
    style: Style,
    slot: Option<Slot>,
}

impl Row {
    fn lines_left(&self) -> usize {
        self.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0)
    }
}

impl Sheets<'_> {
    /// Sets a table.
    pub fn table(&mut self, table: &Table) -> Knot {
        let mut knots = Vec::new();
        if !table.caption.is_empty() {
            self.make_room(4.0 * BODY.leading);
            knots.push(Knot::of(Tag::Caption, self.text(&table.caption, STRONG, MARGIN)));
        }
        let widths = self.column_widths(table);
        if !table.head.is_empty() {
            let row = self.head_row(table, &widths, Read::Aloud);
            knots.push(Knot::Group(Tag::THead.into(), vec![row]));
        }
        let rows = table.rows.iter().map(|row| self.row(table, row, &widths)).collect();
        knots.push(Knot::Group(Tag::TBody.into(), rows));
        Knot::Group(Tag::Table.into(), knots)
    }

    fn head_row(&mut self, table: &Table, widths: &[f32], read: Read) -> Knot {
        let tag = |_: usize| -> TagKind { Tag::TH(TableHeaderScope::Column).into() };
        let (row, knot) =
            self.shaped(&table.head, widths, &Look { read, style: &|_| STRONG, tag: &tag });
        let height = row.lines_left() as f32 * BODY.leading + 2.0 * PAD;
        self.make_room(height + 2.0 * BODY.leading);
        let ground = [MARGIN, self.y, WIDTH, height.min(self.room())];
        self.decorate(Drawn::Bar(ground, Ink::Pale));
        self.set(row, widths, None);
        knot
    }

    fn row(&mut self, table: &Table, cells: &[String], widths: &[f32]) -> Knot {
        let is_head = |place: usize| place == 0 && table.first == First::Head;
        let style = |place: usize| if is_head(place) { STRONG } else { BODY };
        let tag = |place: usize| -> TagKind {
            if is_head(place) { Tag::TH(TableHeaderScope::Row).into() } else { Tag::TD.into() }
        };
        let look = Look { read: Read::Aloud, style: &style, tag: &tag };
        let (row, knot) = self.shaped(cells, widths, &look);
        let height = row.lines_left() as f32 * BODY.leading + 2.0 * PAD;
        let again = if table.head.is_empty() { None } else { Some(table) };
        if height > self.room() && height < Self::whole_page() / 2.0 {
            self.turn_page(again, widths);
        }
        self.set(row, widths, again);
        knot
    }

    fn turn_page(&mut self, again: Option<&Table>, widths: &[f32]) {
        self.new_page();
        if let Some(table) = again {
            self.head_row(table, widths, Read::Silently);
        }
    }

    /// Shapes the cells of a row.
    fn shaped(&mut self, cells: &[String], widths: &[f32], look: &Look) -> (Row, Knot) {
        let (mut row, mut knots) = (Vec::new(), Vec::new());
        for (place, (text, width)) in cells.iter().zip(widths).enumerate() {
            let style = (look.style)(place);
            let lines = self.fonts.lines(text, setting(style, width - 2.0 * PAD));
            let slot = self.marks.slot();
            knots.push(Knot::of((look.tag)(place), slot));
            let slot = (look.read == Read::Aloud).then_some(slot);
            row.push(Cell { lines: lines.into_iter(), style, slot });
        }
        (Row { cells: row }, Knot::Group(Tag::TR.into(), knots))
    }

    /// Puts a row on paper, on as many pages as it takes.
    fn set(&mut self, mut row: Row, widths: &[f32], again: Option<&Table>) {
        while row.lines_left() > 0 {
            let fits = ((self.room() - 2.0 * PAD) / BODY.leading).floor();
            if fits < 1.0 {
                self.turn_page(again, widths);
            }
            let fits = ((self.room() - 2.0 * PAD) / BODY.leading).floor().max(1.0) as usize;
            let count = row.lines_left().min(fits);
            let mut left = MARGIN;
            for (cell, width) in row.cells.iter_mut().zip(widths) {
                let column = (left + PAD, width - 2.0 * PAD);
                let mut y = self.y + PAD;
                for line in cell.lines.by_ref().take(count) {
                    self.place(vec![placed(line, cell.style, column, y)], cell.slot);
                    y += BODY.leading;
                }
                left += width;
            }
            self.y += count as f32 * BODY.leading + 2.0 * PAD;
            let edge = vec![[MARGIN, self.y], [MARGIN + WIDTH, self.y]];
            self.decorate(Drawn::Stroke(edge, Ink::Grey));
        }
    }

    /// How wide each column is: as its text asks, and together as wide as the page has room.
    fn column_widths(&self, table: &Table) -> Vec<f32> {
        let rows = std::iter::once(&table.head).chain(&table.rows);
        let count = rows.clone().map(Vec::len).max().unwrap_or(0);
        let mut columns = vec![(0.0_f32, 0.0_f32); count];
        for (place, cell) in rows.flat_map(|row| row.iter().enumerate()) {
            let (whole, word) = self.fonts.widths(cell, setting(STRONG, WIDTH));
            let column = &mut columns[place];
            *column = (column.0.max(whole + 2.0 * PAD), column.1.max(word + 2.0 * PAD));
        }
        // One column with long words or texts does not take the page from the others.
        let most = WIDTH / 2.0;
        let least: Vec<f32> = columns.iter().map(|(_, word)| word.min(most)).collect();
        let wish: Vec<f32> =
            columns.iter().map(|(whole, word)| whole.max(*word).min(most)).collect();
        shared_out(&least, &wish)
    }

    /// What a drawing is made of, in its place on the page.
    pub fn drawn(&self, figure: &Figure, scale: f32) -> Vec<Drawn> {
        let at = |[x, y]: [f32; 2]| [MARGIN + x * scale, self.y + y * scale];
        let draw = |shape: &Shape| match shape {
            Shape::Bar([x, y, width, height], ink) => {
                let [x, y] = at([*x, *y]);
                vec![Drawn::Bar([x, y, width * scale, height * scale], *ink)]
            }
            Shape::Line(places, ink) => {
                vec![Drawn::Stroke(places.iter().map(|place| at(*place)).collect(), *ink)]
            }
            Shape::Words(text, place, size, anchor) => {
                let style = Style { weight: Weight::Plain, size: size * scale, leading: 0.0 };
                let lines = self.fonts.lines(text, setting(style, f32::INFINITY)).into_iter();
                let words = lines.take(1).map(|line| {
                    let [x, y] = at(*place);
                    let x = match anchor {
                        Anchor::Start => x,
                        Anchor::Middle => x - line.width / 2.0,
                        Anchor::End => x - line.width,
                    };
                    Drawn::Line([x, y], line, Style { leading: SMALL.leading, ..style })
                });
                words.collect()
            }
        };
        figure.shapes.iter().flat_map(draw).collect()
    }
}

/// What the cells of a row look like and are, by their place.
struct Look<'a> {
    read: Read,
    style: &'a dyn Fn(usize) -> Style,
    tag: &'a dyn Fn(usize) -> TagKind,
}

/// Whether a row is read aloud.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Read {
    Aloud,
    Silently,
}

/// Shares the width of the page out: at least what the widest words take, and of what is left to
/// each as it wishes.
fn shared_out(least: &[f32], wish: &[f32]) -> Vec<f32> {
    let sum = |all: &[f32]| all.iter().sum::<f32>().max(1.0);
    let (all_least, all_wish) = (sum(least), sum(wish));
    if all_least >= WIDTH {
        return least.iter().map(|it| it * WIDTH / all_least).collect();
    }
    if all_wish <= WIDTH {
        return wish.iter().map(|it| it * WIDTH / all_wish).collect();
    }
    let share = (WIDTH - all_least) / (all_wish - all_least).max(1.0);
    least.iter().zip(wish).map(|(least, wish)| least + (wish - least) * share).collect()
}
