//! Sheets: where everything of a paper stands on which page.
//!
//! The PDF is drawn from them. A heading never stands alone at the foot of a page; a paragraph and
//! a table go on where the next page begins.

use super::{
    Block, Level, Paper,
    figure::{Figure, Ink},
    lines::{Fonts, Line, Setting, Weight},
    tags::{Knot, Marks, Slot},
};
use krilla::{
    geom::Rect,
    tagging::{BBox, ListNumbering, Tag},
};
use std::num::NonZeroU16;

/// The page: A4, in points.
pub(super) const PAGE: [f32; 2] = [595.28, 841.89];

/// Free at the left and the right, above and below.
pub(super) const MARGIN: f32 = 56.0;

/// The width of a line of text, in points.
pub(super) const WIDTH: f32 = PAGE[0] - 2.0 * MARGIN;

/// Where text begins and ends on a page, from its upper edge.
const TOP: f32 = 84.0;
const FOOT: f32 = PAGE[1] - 72.0;

/// Room between blocks.
const GAP: f32 = 8.0;

/// How a kind of text looks: letters, and the distance of lines, in points.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub weight: Weight,
    pub size: f32,
    pub leading: f32,
}

pub(super) const TITLE: Style = Style { weight: Weight::Bold, size: 18.0, leading: 24.0 };
const SECTION: Style = Style { weight: Weight::Bold, size: 13.0, leading: 18.0 };
const PART: Style = Style { weight: Weight::Bold, size: 11.0, leading: 15.5 };
pub(super) const BODY: Style = Style { weight: Weight::Plain, size: 10.0, leading: 14.5 };
pub(super) const STRONG: Style = Style { weight: Weight::Bold, ..BODY };
pub(super) const SMALL: Style = Style { weight: Weight::Plain, size: 8.5, leading: 12.0 };

/// Something on a page. No `Debug`.
pub(super) struct Placed {
    /// What.
    pub drawn: Vec<Drawn>,
    /// Where its mark goes; `None` for decoration.
    pub slot: Option<Slot>,
}

/// Something drawn.
pub(super) enum Drawn {
    /// A line of text: where its foot line begins, and how it looks.
    Line([f32; 2], Line, Style),
    /// A filled bar: left, upper edge, width, height.
    Bar([f32; 4], Ink),
    /// A line through places.
    Stroke(Vec<[f32; 2]>, Ink),
}

/// A heading, for the outline beside the pages.
pub(super) struct Mark {
    pub text: String,
    pub page: usize,
    pub y: f32,
}

/// All pages of a paper.
pub(super) struct Sheets<'a> {
    pub fonts: &'a Fonts,
    pub pages: Vec<Vec<Placed>>,
    pub marks: Marks,
    pub outline: Vec<Mark>,
    /// Where the next line begins.
    pub y: f32,
}

impl<'a> Sheets<'a> {
    /// Lays a paper out. Gives its sheets and its structure.
    pub fn lay(paper: &Paper, fonts: &'a Fonts) -> (Self, Vec<Knot>) {
        let (pages, marks) = (vec![Vec::new()], Marks::default());
        let mut sheets = Self { fonts, pages, marks, outline: Vec::new(), y: TOP };
        let mut knots = vec![sheets.heading(&paper.title, 1)];
        if !paper.line.is_empty() {
            let slot = sheets.text(&paper.line, STRONG, MARGIN);
            knots.push(Knot::of(Tag::P, slot));
        }
        for block in paper.blocks.iter().filter(|block| !is_blank(block)) {
            sheets.y += GAP;
            knots.push(sheets.block(block));
        }
        (sheets, knots)
    }

    fn block(&mut self, block: &Block) -> Knot {
        match block {
            Block::Heading(Level::Section, text) => self.heading(text, 2),
            Block::Heading(Level::Part, text) => self.heading(text, 3),
            Block::Text(text) => Knot::of(Tag::P, self.text(text, BODY, MARGIN)),
            Block::Warning(text) => self.warning(text),
            Block::List(items) => self.list(items),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
        }
    }

    fn heading(&mut self, text: &str, level: u16) -> Knot {
        let style = match level {
            1 => TITLE,
            2 => SECTION,
            _ => PART,
        };
        if level > 1 {
            self.y += GAP / 2.0;
        }
        // With the first lines of what it stands above.
        self.make_room(3.0 * style.leading + BODY.leading);
        let (page, y) = (self.pages.len() - 1, self.y);
        self.outline.push(Mark { text: super::tidy(text), page, y });
        let slot = self.text(text, style, MARGIN);
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        Knot::of(Tag::Hn(level, Some(super::tidy(text))), slot)
    }

    fn warning(&mut self, text: &str) -> Knot {
        let slot = self.marks.slot();
        for line in self.fonts.lines(text, setting(STRONG, WIDTH - 12.0)) {
            self.make_room(STRONG.leading);
            let bar = Drawn::Bar([MARGIN, self.y, 3.0, STRONG.leading], Ink::Orange);
            self.decorate(bar);
            self.line(line, STRONG, (MARGIN + 12.0, WIDTH - 12.0), Some(slot));
        }
        Knot::of(Tag::P, slot)
    }

    fn list(&mut self, items: &[String]) -> Knot {
        let item = |item: &String| {
            let label = self.marks.slot();
            let body = self.marks.slot();
            let lines = self.fonts.lines(item, setting(BODY, WIDTH - 14.0));
            let mut bullet = self.fonts.lines("\u{2022}", setting(BODY, 14.0));
            for (place, line) in lines.into_iter().enumerate() {
                self.make_room(BODY.leading);
                if let (0, Some(bullet)) = (place, bullet.pop()) {
                    let at = [MARGIN, foot_line(self.y, BODY)];
                    self.place(vec![Drawn::Line(at, bullet, BODY)], Some(label));
                }
                self.line(line, BODY, (MARGIN + 14.0, WIDTH - 14.0), Some(body));
            }
            let parts = vec![Knot::of(Tag::Lbl, label), Knot::of(Tag::LBody, body)];
            Knot::Group(Tag::LI.into(), parts)
        };
        let items = items.iter().map(item).collect();
        Knot::Group(Tag::L(ListNumbering::Disc).into(), items)
    }

    fn figure(&mut self, figure: &Figure) -> Knot {
        let scale = figure.scale();
        let (width, height) = (figure.width * scale, figure.height * scale);
        self.make_room(height + 2.0 * SMALL.leading);
        let slot = self.marks.slot();
        let drawn = self.drawn(figure, scale);
        self.place(drawn, Some(slot));
        let bbox = Rect::from_xywh(MARGIN, self.y, width, height)
            .map(|rect| BBox::new(self.pages.len() - 1, rect));
        self.y += height;
        let tag = Tag::Figure(Some(super::tidy(&figure.alt))).with_bbox(bbox);
        let mut knots = vec![Knot::of(tag, slot)];
        if !figure.caption.is_empty() {
            knots.push(Knot::of(Tag::Caption, self.text(&figure.caption, SMALL, MARGIN)));
        }
        Knot::Group(Tag::Div.into(), knots)
    }

    /// Sets a paragraph. Gives where its marks go.
    pub fn text(&mut self, text: &str, style: Style, left: f32) -> Slot {
        let slot = self.marks.slot();
        let width = WIDTH - (left - MARGIN);
        for line in self.fonts.lines(text, setting(style, width)) {
            self.make_room(style.leading);
            self.line(line, style, (left, width), Some(slot));
        }
        slot
    }

    /// Sets one line where the page has come to, and goes on below it.
    fn line(&mut self, line: Line, style: Style, column: (f32, f32), slot: Option<Slot>) {
        let placed = placed(line, style, column, self.y);
        self.place(vec![placed], slot);
        self.y += style.leading;
    }

    /// Puts something on the page.
    pub fn place(&mut self, drawn: Vec<Drawn>, slot: Option<Slot>) {
        let page = self.pages.last_mut().expect("there is always a page");
        page.push(Placed { drawn, slot });
    }

    /// Puts something on the page that is not read aloud.
    pub fn decorate(&mut self, drawn: Drawn) {
        self.place(vec![drawn], None);
    }

    /// How much room is left on this page.
    pub fn room(&self) -> f32 {
        FOOT - self.y
    }

    /// How much room an empty page has.
    pub fn whole_page() -> f32 {
        FOOT - TOP
    }

    /// Begins a new page when this much does not fit any more.
    pub fn make_room(&mut self, height: f32) {
        if self.room() < height && self.y > TOP {
            self.new_page();
        }
    }

    /// Begins a new page.
    pub fn new_page(&mut self) {
        self.pages.push(Vec::new());
        self.y = TOP;
    }
}

/// Whether a block says nothing: no tag stands for it.
fn is_blank(block: &Block) -> bool {
    match block {
        Block::Heading(_, text) | Block::Text(text) | Block::Warning(text) => {
            super::tidy(text).trim().is_empty()
        }
        Block::List(items) => items.is_empty(),
        Block::Table(table) => table.rows.is_empty(),
        Block::Figure(figure) => figure.shapes.is_empty(),
    }
}

/// How a text of this style is set into a width.
pub(super) fn setting(style: Style, width: f32) -> Setting {
    Setting { weight: style.weight, size: style.size, width }
}

/// A line of text whose upper edge is at `y`, in a column: its left edge and its width.
pub(super) fn placed(line: Line, style: Style, (left, width): (f32, f32), y: f32) -> Drawn {
    let x = if line.is_rtl { left + width - line.width } else { left };
    Drawn::Line([x, foot_line(y, style)], line, style)
}

/// Where the foot line is of a line whose upper edge is at `y`.
fn foot_line(y: f32, style: Style) -> f32 {
    y + (style.leading + style.size * 0.72) / 2.0
}
