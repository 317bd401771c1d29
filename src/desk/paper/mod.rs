//! Paper: a document as a tree, and the files that are made of it.
//!
//! What leaves the desk in writing (documents of a case, overviews) becomes a [`Paper`] first, and
//! then a PDF with tags, an editable file or plain text. Pure functions: the same paper gives the
//! same bytes, without a moment, an author or a device in them. Nothing here writes a file.
//!
//! ```
//! use veilig_melden::{Language, desk::paper::{Block, Format, Paper}};
//!
//! let mut paper = Paper::new(Language::Nl, "Verslag");
//! paper.line = "Vertrouwelijk".to_owned();
//! paper.push(Block::section("Feiten"));
//! paper.push(Block::text("Op maandag."));
//! assert!(paper.file(Format::Pdf)?.starts_with(b"%PDF-"));
//! # Ok::<(), veilig_melden::desk::paper::PaperError>(())
//! ```

mod docx;
pub mod figure;
mod lines;
mod pdf;
mod plain;
mod sheets;
mod table;
mod tags;

#[cfg(test)]
mod tests;

pub use figure::{Figure, Shape};

use crate::Language;

/// A document. Holds readable text; no `Debug`.
pub struct Paper {
    /// The language that it is read aloud in.
    pub language: Language,
    /// Its name: the title of the file, and its first heading.
    pub title: String,
    /// One line above every page, and once beneath the title; may be empty.
    pub line: String,
    /// What stands beneath the title, in the order in which it is read.
    pub blocks: Vec<Block>,
}

/// One part of a document. No `Debug`.
pub enum Block {
    /// A heading.
    Heading(Level, String),
    /// A paragraph; its lines stay lines.
    Text(String),
    /// A paragraph that stands out: what must be known before anything else.
    Warning(String),
    /// A list without numbers.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A drawing.
    Figure(Figure),
}

/// How deep a heading stands; the title stands above both.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Beneath the title.
    Section,
    /// Beneath a section.
    Part,
}

/// A table. Every row has as many cells as the head, or as the first row when there is none.
pub struct Table {
    /// What it shows; may be empty.
    pub caption: String,
    /// The heads of the columns; none for a table whose rows alone have heads.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// What the first cell of a row is.
    pub first: First,
}

/// What the first cell of each row is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// The head of its row.
    Head,
    /// A cell like the others.
    Cell,
}

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// To be read and printed: PDF with tags (PDF/UA-1, ISO 14289-1).
    Pdf,
    /// To be worked on: Office Open XML (ISO/IEC 29500).
    Docx,
    /// Text alone, UTF-8.
    Text,
}

/// Why a file could not be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// The PDF would not be one that a screen reader can read.
    #[error("the document does not become an accessible PDF")]
    Pdf,
    /// The editable file could not be put together.
    #[error("the document does not become an editable file")]
    Docx,
}

impl Format {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Docx, Self::Text];

    /// How the name of such a file ends.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Text => "txt",
        }
    }

    /// The one with this ending, in small letters or capitals.
    pub fn find(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.extension().eq_ignore_ascii_case(extension))
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Text => "text/plain; charset=utf-8",
        }
    }
}

impl Block {
    /// A heading beneath the title.
    pub fn section(text: impl Into<String>) -> Self {
        Self::Heading(Level::Section, text.into())
    }

    /// A heading beneath a section.
    pub fn part(text: impl Into<String>) -> Self {
        Self::Heading(Level::Part, text.into())
    }

    /// A paragraph.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A paragraph that stands out.
    pub fn warning(text: impl Into<String>) -> Self {
        Self::Warning(text.into())
    }

    /// A table of two columns without a head: what, and what about it.
    pub fn fields(rows: Vec<(String, String)>) -> Self {
        let rows = rows.into_iter().map(|(what, about)| vec![what, about]).collect();
        Self::Table(Table { caption: String::new(), head: Vec::new(), rows, first: First::Head })
    }
}

impl Paper {
    /// Without anything beneath its title yet.
    pub fn new(language: Language, title: impl Into<String>) -> Self {
        Self { language, title: title.into(), line: String::new(), blocks: Vec::new() }
    }

    /// Adds one part at the end.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// The bytes of a file of this kind.
    ///
    /// # Errors
    /// [`PaperError`].
    pub fn file(&self, format: Format) -> Result<Vec<u8>, PaperError> {
        match format {
            Format::Pdf => pdf::write(self),
            Format::Docx => docx::write(self),
            Format::Text => Ok(plain::write(self).into_bytes()),
        }
    }

    /// As plain text.
    pub fn text(&self) -> String {
        plain::write(self)
    }

    /// Its language as files name it (BCP 47).
    fn language_tag(&self) -> &'static str {
        match self.language {
            Language::Nl => "nl-NL",
            Language::En => "en-GB",
            Language::Ar => "ar",
            Language::Pl => "pl-PL",
        }
    }
}

/// A text without what no file takes: control characters but line ends, marks of direction and
/// what Unicode calls no character.
fn tidy(text: &str) -> String {
    let keep = |symbol: char| match symbol {
        '\n' => Some('\n'),
        '\t' | '\u{a0}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => None,
        '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fffe}' | '\u{ffff}' | '\u{ad}' => None,
        symbol if symbol.is_control() => None,
        symbol => Some(symbol),
    };
    text.chars().filter_map(keep).collect()
}
