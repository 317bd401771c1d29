//! A paper as a file to go on working in: Office Open XML.
//!
//! [`Paper`](super::Paper) calls it. Headings, lists and tables are those of the word processor, so
//! that a screen reader finds them; a drawing is there as its text. The package is not compressed
//! and carries no moment, no author and no device.
//!
//! Source: ISO/IEC 29500-1, 17 (WordprocessingML); ISO/IEC 29500-2 (packages).

use super::{Block, First, Level, Paper, PaperError, Table, tidy};
use askama::Template;
use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const TYPES: &str = include_str!("../../../templates/paper/types.xml");
const PACKAGE: &str = include_str!("../../../templates/paper/package.xml");
const PARTS: &str = include_str!("../../../templates/paper/parts.xml");
const NUMBERING: &str = include_str!("../../../templates/paper/numbering.xml");
const FOOTER: &str = include_str!("../../../templates/paper/footer.xml");

#[derive(Template)]
#[template(path = "paper/document.xml")]
struct DocumentPart<'a> {
    paper: &'a Paper,
}

#[derive(Template)]
#[template(path = "paper/header.xml")]
struct HeaderPart<'a> {
    line: &'a str,
}

#[derive(Template)]
#[template(path = "paper/core.xml")]
struct CorePart<'a> {
    title: &'a str,
    language: &'a str,
}

#[derive(Template)]
#[template(path = "paper/styles.xml")]
struct StylesPart<'a> {
    language: &'a str,
}

/// The bytes of the file.
pub(super) fn write(paper: &Paper) -> Result<Vec<u8>, PaperError> {
    let language = paper.language_tag();
    let rendered = |part: Result<String, askama::Error>| part.map_err(|_| PaperError::Docx);
    let core = CorePart { title: &tidy(&paper.title), language }.render();
    let parts = [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", PACKAGE.to_owned()),
        ("docProps/core.xml", rendered(core)?),
        ("word/document.xml", rendered(DocumentPart { paper }.render())?),
        ("word/styles.xml", rendered(StylesPart { language }.render())?),
        ("word/numbering.xml", NUMBERING.to_owned()),
        ("word/header1.xml", rendered(HeaderPart { line: &tidy(&paper.line) }.render())?),
        ("word/footer1.xml", FOOTER.to_owned()),
        ("word/_rels/document.xml.rels", PARTS.to_owned()),
    ];
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    // The first day that a package can name: it has no clock.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default());
    for (name, text) in parts {
        package.start_file(name, options).map_err(|_| PaperError::Docx)?;
        package.write_all(text.as_bytes()).map_err(|_| PaperError::Docx)?;
    }
    Ok(package.finish().map_err(|_| PaperError::Docx)?.into_inner())
}

/// The lines of a text, for the template.
fn lines(text: &str) -> Vec<String> {
    tidy(text).split('\n').map(str::to_owned).collect()
}

/// The style of a heading.
fn heading_style(level: &Level) -> &'static str {
    match level {
        Level::Section => "Heading2",
        Level::Part => "Heading3",
    }
}

fn has_row_heads(table: &Table) -> bool {
    table.first == First::Head
}

/// How many columns a table has.
fn columns(table: &Table) -> usize {
    let rows = std::iter::once(&table.head).chain(&table.rows);
    rows.map(Vec::len).max().unwrap_or(0)
}
