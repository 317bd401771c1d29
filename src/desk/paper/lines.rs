//! Lines: a paragraph is shaped into glyphs and broken where the width ends.
//!
//! The PDF is made of these. Text of two directions is put in its order on the line (UAX #9); what
//! the font has no glyph for shows as U+FFFD, never as nothing.

use super::tidy;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, UnicodeBuffer};
use std::ops::Range;
use unicode_bidi::{BidiInfo, Level, ParagraphInfo};

static PLAIN: &[u8] = include_bytes!("../../../fonts/DejaVuSans.ttf");
static BOLD: &[u8] = include_bytes!("../../../fonts/DejaVuSans-Bold.ttf");

/// How a text looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Plain,
    Bold,
}

/// Both fonts, read once for a document.
pub(super) struct Fonts {
    plain: OneFont,
    bold: OneFont,
}

struct OneFont {
    face: Face<'static>,
    font: Font,
}

/// One line, in the order in which it stands on paper. No `Debug`.
pub(super) struct Line {
    pub runs: Vec<Run>,
    /// In points.
    pub width: f32,
    /// Whether it is read from the right.
    pub is_rtl: bool,
}

/// Text of one direction.
pub(super) struct Run {
    pub text: String,
    pub glyphs: Vec<KrillaGlyph>,
    /// In points.
    pub width: f32,
}

/// How a paragraph is set.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    pub weight: Weight,
    /// The size of the letters, in points.
    pub size: f32,
    /// The room for a line, in points.
    pub width: f32,
}

impl Fonts {
    pub fn read() -> Option<Self> {
        Some(Self { plain: OneFont::read(PLAIN)?, bold: OneFont::read(BOLD)? })
    }

    pub fn font(&self, weight: Weight) -> Font {
        self.of(weight).font.clone()
    }

    fn of(&self, weight: Weight) -> &OneFont {
        match weight {
            Weight::Plain => &self.plain,
            Weight::Bold => &self.bold,
        }
    }

    /// The lines of a text; at least one.
    pub fn lines(&self, text: &str, setting: Setting) -> Vec<Line> {
        let text = self.of(setting.weight).drawable(&tidy(text));
        let lines = text.split('\n').flat_map(|line| self.broken(line.trim_end(), setting));
        lines.collect()
    }

    /// The width of a text on one line, in points, and of its widest word.
    pub fn widths(&self, text: &str, setting: Setting) -> (f32, f32) {
        let font = self.of(setting.weight);
        let text = font.drawable(&tidy(text));
        let width = |part: &str| font.width(part, setting.size);
        let whole = text.split('\n').map(width).fold(0.0, f32::max);
        (whole, text.split([' ', '\n']).map(width).fold(0.0, f32::max))
    }

    /// One hard line, broken where the width ends.
    fn broken(&self, text: &str, setting: Setting) -> Vec<Line> {
        let order = BidiInfo::new(text, None);
        let Some(paragraph) = order.paragraphs.first() else {
            return vec![Line { runs: Vec::new(), width: 0.0, is_rtl: false }];
        };
        let font = self.of(setting.weight);
        let ranges = font.breaks(text, setting).into_iter();
        ranges.map(|range| font.line(&order, paragraph, range, setting.size)).collect()
    }
}

impl OneFont {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        Some(Self { face: Face::from_slice(bytes, 0)?, font: Font::new(bytes.into(), 0)? })
    }

    /// The text with U+FFFD in the place of what has no glyph.
    fn drawable(&self, text: &str) -> String {
        let has = |symbol: char| symbol == '\n' || self.face.glyph_index(symbol).is_some();
        text.chars().map(|symbol| if has(symbol) { symbol } else { '\u{fffd}' }).collect()
    }

    /// Where the lines of a text begin and end. Spaces belong to the line before.
    fn breaks(&self, text: &str, setting: Setting) -> Vec<Range<usize>> {
        let (mut found, mut start, mut used) = (Vec::new(), 0, 0.0);
        let mut at = 0;
        for word in text.split_inclusive(' ') {
            let width = self.width(word.trim_end_matches(' '), setting.size);
            if used + width > setting.width && at > start {
                found.push(start..at);
                (start, used) = (at, 0.0);
            }
            if width > setting.width {
                used = self.break_word(word, (at, setting), (&mut start, &mut found));
            } else {
                used += self.width(word, setting.size);
            }
            at += word.len();
        }
        found.push(start..text.len());
        found
    }

    /// Breaks a word that is wider than a line between its letters. Gives the width of what is
    /// left of it.
    fn break_word(
        &self,
        word: &str,
        (word_at, setting): (usize, Setting),
        (start, found): (&mut usize, &mut Vec<Range<usize>>),
    ) -> f32 {
        let mut used = 0.0;
        for (at, symbol) in word.char_indices() {
            let width = self.width(symbol.encode_utf8(&mut [0; 4]), setting.size);
            if used + width > setting.width && word_at + at > *start {
                found.push(*start..word_at + at);
                (*start, used) = (word_at + at, 0.0);
            }
            used += width;
        }
        used
    }

    fn line(
        &self,
        order: &BidiInfo,
        paragraph: &ParagraphInfo,
        range: Range<usize>,
        size: f32,
    ) -> Line {
        let (levels, runs) = order.visual_runs(paragraph, range);
        let runs: Vec<Run> = runs
            .into_iter()
            .map(|run| {
                let level = levels.get(run.start).copied().unwrap_or(Level::ltr());
                self.run(&order.text[run], level, size)
            })
            .collect();
        let width = runs.iter().map(|run| run.width).sum();
        Line { runs, width, is_rtl: paragraph.level.is_rtl() }
    }

    fn run(&self, text: &str, level: Level, size: f32) -> Run {
        let glyphs = self.shape(text, level);
        let width = glyphs.iter().map(|glyph| glyph.x_advance * size).sum();
        Run { text: text.to_owned(), glyphs, width }
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        let level = if unicode_bidi::get_base_direction(text) == unicode_bidi::Direction::Rtl {
            Level::rtl()
        } else {
            Level::ltr()
        };
        self.shape(text, level).iter().map(|glyph| glyph.x_advance * size).sum()
    }

    fn shape(&self, text: &str, level: Level) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let is_rtl = level.is_rtl();
        buffer.set_direction(if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        let shaped = rustybuzz::shape(&self.face, &[], buffer);
        let starts = shaped.glyph_infos().iter().map(|info| info.cluster as usize);
        let mut starts: Vec<usize> = starts.chain(Some(text.len())).collect();
        starts.sort_unstable();
        starts.dedup();
        let em = self.font.units_per_em();
        let pairs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let glyph = |(info, place): (&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition)| {
            let start = info.cluster as usize;
            let end = starts.iter().find(|end| **end > start).copied().unwrap_or(text.len());
            let unit = |value: i32| value as f32 / em;
            KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                unit(place.x_advance),
                unit(place.x_offset),
                unit(place.y_offset),
                unit(place.y_advance),
                start..end,
                None,
            )
        };
        pairs.map(glyph).collect()
    }
}
