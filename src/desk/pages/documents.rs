//! Documents: the list of those that can be made, and one as it will be, before it leaves.
//!
//! Names of the key table that still stand in typed text are marked, and whoever takes the document
//! out says what becomes of them. Nothing leaves from here without a tick.

use super::{
    Frame, Notice,
    case::{CaseContext, CaseHead, Tab, frame},
};
use crate::{
    core::CaseId,
    desk::{
        casework::{DocumentKind, Keyed, persons::Pseudonym},
        documents::{self, Asked, Made, NamesLeft, Refusal, Source, Wish},
        form::FormFields,
        names::IsName,
        paper::{Block, First, Format, Level},
    },
};
use askama::Template;
use askama_web::WebTemplate;

/// The list.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_documents.html")]
pub(in crate::desk) struct DocumentsPage<'a> {
    pub frame: Frame<'a>,
    pub head: CaseHead,
    pub lines: Vec<DocumentLine>,
}

/// One document that can be made.
pub(in crate::desk) struct DocumentLine {
    pub key: &'static str,
    pub title: String,
    pub reader: String,
    pub rule: String,
    pub href: String,
    /// Why it cannot be made now; empty when it can.
    pub refused: String,
    /// Whom it can be about, where somebody has to be chosen.
    pub people: Vec<(String, String)>,
    pub is_about_one: bool,
    /// Whether the person has to have asked for it.
    pub must_be_asked: bool,
}

/// One document, before it leaves.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_document.html")]
pub(in crate::desk) struct DocumentPage<'a> {
    pub frame: Frame<'a>,
    pub head: CaseHead,
    pub back: String,
    pub reader: String,
    pub rule: String,
    /// Whose names still stand in it; empty when none do.
    pub found: String,
    pub title: String,
    pub line: String,
    pub blocks: Vec<Shown>,
    pub save: SaveForm,
}

/// What the form that takes it out carries.
pub(in crate::desk) struct SaveForm {
    pub action: String,
    pub once: String,
    pub about: String,
    pub asked: &'static str,
    pub formats: Vec<(&'static str, String)>,
}

/// A part of a document as the page shows it.
pub(in crate::desk) enum Shown {
    Section(Pieces),
    Part(Pieces),
    Text(Pieces),
    Warning(Pieces),
    List(Vec<Pieces>),
    Table(ShownTable),
}

/// A table as the page shows it.
pub(in crate::desk) struct ShownTable {
    pub head: Vec<Pieces>,
    pub rows: Vec<Vec<Pieces>>,
    pub has_row_heads: bool,
}

/// A text, names apart.
pub(in crate::desk) type Pieces = Vec<Piece>;

/// A piece of a text.
pub(in crate::desk) struct Piece {
    pub text: String,
    pub is_name: bool,
}

/// The path of one document.
pub(in crate::desk) fn path(case: CaseId, kind: DocumentKind) -> String {
    format!("{}/{}", Tab::Documents.path(case), kind.key())
}

/// Draws the list.
pub(in crate::desk) fn page<'a>(
    context: &CaseContext<'a>,
    notice: Option<Notice>,
) -> DocumentsPage<'a> {
    DocumentsPage {
        frame: frame(context, Tab::Documents, notice),
        head: CaseHead::of(context, Tab::Documents),
        lines: DocumentKind::ALL.iter().map(|kind| line(context, *kind)).collect(),
    }
}

fn line(context: &CaseContext, kind: DocumentKind) -> DocumentLine {
    let t = context.t;
    let people = documents::people(context.file).into_iter();
    let people: Vec<_> = people.map(|it| (it.to_string(), it.text(t))).collect();
    let wish = Wish { kind, about: None, names: NamesLeft::Left, asked: Asked::No };
    let refusal = documents::check(context.file, wish).err();
    let refused = match refusal {
        Some(Refusal::NobodyChosen) if people.is_empty() => t.desk_document_nobody_yet(),
        Some(refusal @ (Refusal::TooEarly | Refusal::WronglyAccused)) => refusal.sentence(t),
        Some(Refusal::NobodyChosen) | None => String::new(),
    };
    DocumentLine {
        key: kind.key(),
        title: kind.text(t),
        reader: kind.reader(t),
        rule: kind.rule(t),
        href: path(context.case.id, kind),
        refused,
        is_about_one: kind.is_about_one() && !people.is_empty(),
        people,
        must_be_asked: refusal == Some(Refusal::WronglyAccused),
    }
}

/// Draws one document as it will be.
///
/// # Errors
/// [`Refusal`].
pub(in crate::desk) fn one<'a>(
    context: &CaseContext<'a>,
    kind: DocumentKind,
    notice: Option<Notice>,
) -> Result<DocumentPage<'a>, Refusal> {
    let t = context.t;
    let wish = wish(kind, context.query, NamesLeft::Left);
    let made = documents::make(&source(context), wish)?;
    let found: Vec<String> = made.left.iter().map(|whose| whose.text(t)).collect();
    let frame = frame(context, Tab::Documents, notice);
    let title = format!("{} – {}", context.file.report.number, kind.text(t));
    Ok(DocumentPage {
        frame: Frame { title, ..frame },
        head: CaseHead::of(context, Tab::Documents),
        back: context.path(Tab::Documents),
        reader: kind.reader(t),
        rule: kind.rule(t),
        found: found.join(", "),
        title: made.paper.title.clone(),
        line: made.paper.line.clone(),
        blocks: made.paper.blocks.iter().map(|block| shown(&made, block)).collect(),
        save: SaveForm {
            action: format!("{}/save", path(context.case.id, kind)),
            once: context.workplace.new_entry_id().to_string(),
            about: wish.about.map(|about| about.to_string()).unwrap_or_default(),
            asked: if wish.asked == Asked::ByThePerson { "yes" } else { "" },
            formats: Format::ALL.map(|it| (it.extension(), format_text(context, it))).to_vec(),
        },
    })
}

fn format_text(context: &CaseContext, format: Format) -> String {
    match format {
        Format::Pdf => context.t.desk_document_format_pdf(),
        Format::Docx => context.t.desk_document_format_docx(),
        Format::Text => context.t.desk_document_format_txt(),
    }
}

/// What a document of this case is made from.
pub(in crate::desk) fn source<'a>(context: &CaseContext<'a>) -> Source<'a> {
    let CaseContext { t, language, today, case, file, .. } = *context;
    Source::of((t, language), today, (case, file))
}

/// What fields ask for.
pub(in crate::desk) fn wish(kind: DocumentKind, fields: &FormFields, names: NamesLeft) -> Wish {
    let about = fields.text("about").parse::<Pseudonym>().ok();
    let asked = if fields.text("asked") == "yes" { Asked::ByThePerson } else { Asked::No };
    Wish { kind, about, names, asked }
}

/// What stands behind `?` in the address of a document, so that the same one is shown again.
pub(in crate::desk) fn query(wish: Wish) -> String {
    let about = wish.about.map(|about| format!("about={about}"));
    let asked = (wish.asked == Asked::ByThePerson).then(|| "asked=yes".to_owned());
    let parts: Vec<String> = about.into_iter().chain(asked).collect();
    if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
}

fn shown(made: &Made, block: &Block) -> Shown {
    let pieces = |text: &str| -> Pieces {
        let pieces = made.pieces(text).into_iter();
        pieces.map(|(text, it)| Piece { text, is_name: it == IsName::Yes }).collect()
    };
    let row = |row: &Vec<String>| row.iter().map(|cell| pieces(cell)).collect();
    match block {
        Block::Heading(Level::Section, text) => Shown::Section(pieces(text)),
        Block::Heading(Level::Part, text) => Shown::Part(pieces(text)),
        Block::Text(text) => Shown::Text(pieces(text)),
        Block::Warning(text) => Shown::Warning(pieces(text)),
        Block::List(items) => Shown::List(row(items)),
        Block::Table(table) => Shown::Table(ShownTable {
            head: row(&table.head),
            rows: table.rows.iter().map(row).collect(),
            has_row_heads: table.first == First::Head,
        }),
        Block::Figure(figure) => Shown::Text(pieces(&figure.alt)),
    }
}
