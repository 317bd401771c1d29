//! A paper as a PDF with tags.
//!
//! [`Paper`](super::Paper) calls it. The library refuses to write what PDF/UA-1 forbids: a picture
//! without a text, a letter without a code point, a document without title. Nothing else stands in
//! the file: no moment, no author, no device.
//!
//! Source: ISO 14289-1 (PDF/UA-1), 7.1 to 7.6; ISO 32000-1, 14.8.

use super::{
    Paper, PaperError,
    figure::Ink,
    lines::Fonts,
    sheets::{Drawn, MARGIN, PAGE, Placed, SMALL, Sheets, WIDTH, placed, setting},
    tags::Marks,
};
use krilla::{
    Document, SerializeSettings,
    color::rgb,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect},
    metadata::Metadata,
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, FillRule, Stroke},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, SpanTag},
};

/// The bytes of the file.
pub(super) fn write(paper: &Paper) -> Result<Vec<u8>, PaperError> {
    let fonts = Fonts::read().ok_or(PaperError::Pdf)?;
    let (sheets, knots) = Sheets::lay(paper, &fonts);
    let Sheets { pages, mut marks, outline, .. } = sheets;
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PaperError::Pdf)?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let count = pages.len();
    for (place, things) in pages.into_iter().enumerate() {
        let size = PageSettings::from_wh(PAGE[0], PAGE[1]).ok_or(PaperError::Pdf)?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        let mut pen = Pen { surface: &mut surface, fonts: &fonts };
        pen.edge(&paper.line, 44.0, ArtifactType::Header);
        let number = format!("{} / {count}", place + 1);
        pen.edge(&number, PAGE[1] - 48.0, ArtifactType::Footer);
        things.iter().for_each(|thing| pen.draw(thing, &mut marks));
        surface.finish();
        page.finish();
    }
    let mut beside = Outline::new();
    for mark in outline {
        let there = XyzDestination::new(mark.page, Point::from_xy(MARGIN, mark.y));
        beside.push_child(OutlineNode::new(mark.text, there));
    }
    document.set_outline(beside);
    let language = paper.language_tag();
    document.set_tag_tree(marks.tree(knots, language));
    let metadata = Metadata::new().title(super::tidy(&paper.title)).language(language.to_owned());
    document.set_metadata(metadata);
    document.finish().map_err(|_| PaperError::Pdf)
}

/// Draws on one page.
struct Pen<'a, 'b> {
    surface: &'a mut Surface<'b>,
    fonts: &'a Fonts,
}

impl Pen<'_, '_> {
    /// What stands above and below every page.
    fn edge(&mut self, text: &str, y: f32, kind: ArtifactType) {
        if text.is_empty() {
            return;
        }
        let lines = self.fonts.lines(text, setting(SMALL, WIDTH));
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        for (place, line) in lines.into_iter().take(2).enumerate() {
            let y = y + place as f32 * SMALL.leading;
            self.ink(&placed(line, SMALL, (MARGIN, WIDTH), y));
        }
        self.surface.end_tagged();
    }

    fn draw(&mut self, thing: &Placed, marks: &mut Marks) {
        let tag = match (thing.slot, thing.drawn.as_slice()) {
            (None, _) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            (Some(_), [Drawn::Line(..)]) => ContentTag::Span(SpanTag::empty()),
            (Some(_), _) => ContentTag::Other,
        };
        let mark = self.surface.start_tagged(tag);
        thing.drawn.iter().for_each(|drawn| self.ink(drawn));
        self.surface.end_tagged();
        if let Some(slot) = thing.slot {
            marks.put(slot, mark);
        }
    }

    fn ink(&mut self, drawn: &Drawn) {
        match drawn {
            Drawn::Line([x, y], line, style) => {
                self.fill(Ink::Dark);
                let font = self.fonts.font(style.weight);
                let mut x = *x;
                for run in &line.runs {
                    let (at, font) = (Point::from_xy(x, *y), font.clone());
                    self.surface.draw_glyphs(at, &run.glyphs, font, &run.text, style.size, false);
                    x += run.width;
                }
            }
            Drawn::Bar([x, y, width, height], ink) => {
                let mut path = PathBuilder::new();
                if let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) {
                    path.push_rect(rect);
                }
                self.fill(*ink);
                if let Some(path) = path.finish() {
                    self.surface.draw_path(&path);
                }
            }
            Drawn::Stroke(places, ink) => {
                let mut path = PathBuilder::new();
                for (place, [x, y]) in places.iter().enumerate() {
                    if place == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
                }
                self.surface.set_fill(None);
                let paint = colour(*ink).into();
                self.surface.set_stroke(Some(Stroke { paint, width: 0.8, ..Stroke::default() }));
                if let Some(path) = path.finish() {
                    self.surface.draw_path(&path);
                }
            }
        }
    }

    fn fill(&mut self, ink: Ink) {
        self.surface.set_stroke(None);
        let (opacity, rule) = (NormalizedF32::ONE, FillRule::default());
        self.surface.set_fill(Some(Fill { paint: colour(ink).into(), opacity, rule }));
    }
}

fn colour(ink: Ink) -> rgb::Color {
    let [red, green, blue] = ink.rgb();
    rgb::Color::new(red, green, blue)
}
