//! An overview that leaves the desk: counted, protected, noted as published, and made into a file.
//!
//! Page and command call [`publish`]. The list of what was published is on disk before the bytes of
//! a file are given out, so that nothing leaves that the next publication does not know of.

use super::{
    Counts, ListError, Overview, Period, Publication, Published, csv::csv, sheet::Sheet,
    tables::Audience,
};
use crate::{
    Language, Texts,
    desk::{
        Casebook, KeyRing, Workplace,
        casework::keyed::{Keyed, Row},
    },
};
use askama::Template;

/// What file an overview becomes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FileKind {
    /// A page, whole in one file.
    Html,
    /// A table for a spreadsheet.
    Csv,
}

impl Keyed for FileKind {
    const ALL: &'static [Self] = &[Self::Html, Self::Csv];

    fn row(self) -> Row {
        match self {
            Self::Html => ("html", Texts::desk_monitor_file_html),
            Self::Csv => ("csv", Texts::desk_monitor_file_csv),
        }
    }
}

/// What is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Asked {
    /// Over what.
    pub period: Period,
    /// For whom.
    pub audience: Audience,
}

/// Why there is no overview. Carries nothing of one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// The list of what was published cannot be read or written.
    #[error(transparent)]
    List(#[from] ListError),
    /// The period is not over yet, so that its numbers would change.
    #[error("the period is not over")]
    NotOver,
    /// The file could not be made.
    #[error("the file could not be made")]
    File,
}

impl ExportError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::List(error) => error.sentence(texts),
            Self::NotOver => texts.desk_monitor_not_over(),
            Self::File => texts.desk_monitor_no_file(),
        }
    }
}

/// What was published, with this period as it would be once it is over; and the counts as they are
/// now. Writes nothing. Heavy with many cases.
///
/// # Errors
/// [`ListError`].
pub fn look(
    workplace: &Workplace,
    (ring, book): (&KeyRing, &Casebook),
    period: Period,
) -> Result<(Published, Counts), ListError> {
    let mut published = Published::read(workplace.folder(), ring)?;
    let counts = Counts::of(book, published.gone());
    if period.is_over(workplace.today()) {
        published.publish(period, &counts);
    }
    Ok((published, counts))
}

/// Makes a file of an overview, and notes that it was published.
///
/// # Errors
/// [`ExportError`]: nothing was noted, and nothing may leave.
pub fn publish(
    workplace: &Workplace,
    opened: (&KeyRing, &Casebook),
    (asked, kind): (Asked, FileKind),
    language: Language,
) -> Result<Vec<u8>, ExportError> {
    let Asked { period, audience } = asked;
    if !period.is_over(workplace.today()) {
        return Err(ExportError::NotOver);
    }
    let (mut published, _) = look(workplace, opened, period)?;
    let texts = language.load();
    let overview = Overview::of(&published, (period, audience), &texts);
    let sheet = Sheet::of(&overview, workplace.today(), &texts);
    let bytes = match kind {
        FileKind::Csv => csv(&overview, &texts).into_bytes(),
        FileKind::Html => {
            let page = SheetFile { t: &texts, language, sheet: &sheet };
            page.render().map_err(|_| ExportError::File)?.into_bytes()
        }
    };
    let (day, format) = (workplace.today(), kind.key().to_owned());
    published.note(Publication { day, period, audience, format });
    published.write(workplace.folder(), opened.0)?;
    Ok(bytes)
}

/// An overview as a page of its own.
#[derive(Template)]
#[template(path = "meldteam/overview_file.html")]
struct SheetFile<'a> {
    t: &'a Texts,
    language: Language,
    sheet: &'a Sheet,
}
