//! Drawings in a paper: bars, lines and words, with a text that says what they show.
//!
//! Whoever makes an overview calls it. A drawing adds nothing that its text or a table beside it
//! does not say: an editable file and plain text carry the text alone.

/// A drawing. Its unit is a point, 1/72 inch; the page has room for a width of [`MAX_WIDTH`].
pub struct Figure {
    /// What it shows, for whoever does not see it. Not empty.
    pub alt: String,
    /// What stands beneath it; may be empty.
    pub caption: String,
    /// How wide it is.
    pub width: f32,
    /// How high it is; the page has room for [`MAX_HEIGHT`].
    pub height: f32,
    /// What is drawn, the first beneath the others; from the upper left corner.
    pub shapes: Vec<Shape>,
}

/// The widest drawing that fits on a page, in points. Wider ones are made smaller.
pub const MAX_WIDTH: f32 = 483.0;

/// The highest drawing that fits on a page, in points. Higher ones are made smaller.
pub const MAX_HEIGHT: f32 = 640.0;

/// Something drawn. Places and sizes are in points.
pub enum Shape {
    /// A filled bar: left, upper edge, width, height.
    Bar([f32; 4], Ink),
    /// A line through these places.
    Line(Vec<[f32; 2]>, Ink),
    /// One line of words at a place on its foot line, of this size.
    Words(String, [f32; 2], f32, Anchor),
}

/// Where words stand from their place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// They begin there.
    Start,
    /// It is their middle.
    Middle,
    /// They end there.
    End,
}

/// A colour. All but the pale ones stand out against white by 3 to 1 and more.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Nearly black.
    Dark,
    /// A blue.
    Blue,
    /// An orange.
    Orange,
    /// A grey for lines that help.
    Grey,
    /// A pale grey, for grounds.
    Pale,
}

impl Ink {
    /// Red, green and blue, 0 to 255.
    pub(super) fn rgb(self) -> [u8; 3] {
        match self {
            Self::Dark => [0x1a, 0x1a, 0x1a],
            Self::Blue => [0x0b, 0x4f, 0x7d],
            Self::Orange => [0xb4, 0x53, 0x09],
            Self::Grey => [0x76, 0x76, 0x76],
            Self::Pale => [0xec, 0xef, 0xf1],
        }
    }
}

impl Figure {
    /// By how much it is made smaller to fit on a page: 1 when it fits, never 0.
    pub(super) fn scale(&self) -> f32 {
        let fit = |size: f32, room: f32| if size > room { room / size } else { 1.0 };
        fit(self.width, MAX_WIDTH).min(fit(self.height, MAX_HEIGHT))
    }
}
