//! Documents of a case: made from what officers recorded, each with the anonymisation it asks for.
//!
//! Pages and commands call [`make`]. It turns the case file into a [`Paper`], with pseudonyms where
//! names must never stand, blanks where nothing is recorded yet, and a list of whose names still
//! stand in typed text. Nothing is written or sent from here.
//!
//! ```text
//! CaseFile ─ make(kind) ─▶ Made { paper, whose names are left } ─ paper.file(format) ─▶ download
//! ```
//!
//! Source: casework C.6; requirements O30 to O33.

mod anonymity;
mod parts;
mod record;
mod short;

#[cfg(test)]
mod tests;

pub use anonymity::NamesLeft;

use super::{
    casebook::{Case, CaseItem},
    casework::{
        CaseFile, DocumentKind, Event, Keyed,
        choices::{Mark, Outcome, Role},
        persons::Pseudonym,
    },
    names::{IsName, Names},
    paper::{Block, Paper},
    view::{day_text, without_marks},
};
use crate::{
    Language, Texts,
    core::{Day, Plaintext, thread::Status},
};
use anonymity::Anonymity;
use parts::Writer;

impl DocumentKind {
    /// For whom it is.
    pub fn reader(self, t: &Texts) -> String {
        match self {
            Self::Facts => t.desk_document_for_facts(),
            Self::IgjNotice => t.desk_document_for_igj_notice(),
            Self::IgjReport => t.desk_document_for_igj(),
            Self::Board => t.desk_document_for_board(),
            Self::ClientFile => t.desk_document_for_client_file(),
            Self::PersonnelFile => t.desk_document_for_personnel_file(),
            Self::Talk => t.desk_document_for_talk(),
            Self::Feedback => t.desk_document_for_feedback(),
            Self::Police => t.desk_document_for_police(),
            Self::Evaluation => t.desk_document_for_evaluation(),
            Self::Register => t.desk_document_for_register(),
        }
    }

    /// What never stands in it.
    pub fn rule(self, t: &Texts) -> String {
        match self {
            Self::Facts | Self::IgjReport | Self::Board | Self::Police => {
                t.desk_document_rule_reporter()
            }
            Self::IgjNotice => t.desk_document_rule_igj(),
            Self::ClientFile => t.desk_document_rule_client_file(),
            Self::PersonnelFile => t.desk_document_rule_personnel_file(),
            Self::Talk => t.desk_document_rule_talk(),
            Self::Feedback => t.desk_document_rule_feedback(),
            Self::Evaluation => t.desk_document_rule_evaluation(),
            Self::Register => t.desk_document_rule_register(),
        }
    }

    /// Whether it is about one person, who has to be chosen.
    pub fn is_about_one(self) -> bool {
        self == Self::Talk
    }
}

/// What a document is made from. No `Debug`.
pub struct Source<'a> {
    /// The officer's words.
    pub t: &'a Texts,
    /// Their language.
    pub language: Language,
    /// The day that stands above it.
    pub today: Day,
    /// What officers recorded.
    pub file: &'a CaseFile<'a>,
    /// What the reporter wrote of themselves: names, and how to reach them.
    pub own: Vec<&'a str>,
    /// The names of the officers who may read the case.
    pub readers: Vec<&'a str>,
    /// Where the case stands by its messages.
    pub status: Status,
}

impl<'a> Source<'a> {
    /// Of a case that was opened, and what officers recorded in it.
    pub fn of(
        (t, language): (&'a Texts, Language),
        today: Day,
        (case, file): (&'a Case, &'a CaseFile<'a>),
    ) -> Self {
        let report = case.report().ok();
        let later = case.thread().filter_map(|item| match item {
            CaseItem::Addition(addition) => Some(&addition.answers),
            _ => None,
        });
        let answers = report.map(|report| &report.answers).into_iter().chain(later);
        let given = answers
            .flat_map(|answers| ["name", "contact"].into_iter().filter_map(|key| answers.get(key)));
        let own = given.flat_map(|answer| answer.values().iter().map(Plaintext::expose)).collect();
        let readers = report.map_or(&[][..], |report| &report.readers);
        let readers = readers.iter().map(|(_, name)| name.as_str()).collect();
        Self { t, language, today, file, own, readers, status: case.status() }
    }
}

/// What an officer asks for.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// Which document.
    pub kind: DocumentKind,
    /// About whom, where it is about one person.
    pub about: Option<Pseudonym>,
    /// What becomes of real names in typed text, where they may stand.
    pub names: NamesLeft,
    /// Whether somebody wrongly accused asked for it.
    pub asked: Asked,
}

/// Whether somebody wrongly accused asked for a note in their own file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// They did.
    ByThePerson,
    /// Nobody said so.
    No,
}

/// Why a document is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The person was not heard, or there is no conclusion yet (O31).
    #[error("no hearing and conclusion yet")]
    TooEarly,
    /// The person was wrongly accused and did not ask for it.
    #[error("somebody wrongly accused did not ask for it")]
    WronglyAccused,
    /// It must be chosen whom it is about.
    #[error("nobody was chosen")]
    NobodyChosen,
}

impl Refusal {
    /// For the officer: why, and what to do.
    pub fn sentence(self, t: &Texts) -> String {
        match self {
            Self::TooEarly => t.desk_document_too_early(),
            Self::WronglyAccused => t.desk_document_wrongly_accused(),
            Self::NobodyChosen => t.desk_document_nobody(),
        }
    }
}

/// A document, and what is to be looked at before it leaves. No `Debug`.
pub struct Made {
    /// The document.
    pub paper: Paper,
    /// Whose real names still stand in it.
    pub left: Vec<Pseudonym>,
    names: Names,
}

impl Made {
    /// A text of the document in pieces; names of the key table apart.
    pub(super) fn pieces(&self, text: &str) -> Vec<(String, IsName)> {
        self.names.pieces(text)
    }
}

/// Those whom a talk can be about: everybody with a pseudonym but the reporter.
pub fn people(file: &CaseFile) -> Vec<Pseudonym> {
    file.persons.keys().copied().filter(|it| it.role != Role::Reporter).collect()
}

/// Makes a document.
///
/// # Errors
/// [`Refusal`].
pub fn make(source: &Source, wish: Wish) -> Result<Made, Refusal> {
    let kind = wish.kind;
    check(source.file, wish)?;
    let t = source.t;
    let mut paper = Paper::new(source.language, kind.text(t));
    let (number, day) = (source.file.report.number.to_string(), day_text(t, source.today));
    paper.line = without_marks(&t.desk_document_line(number, day, kind.reader(t)));
    let anonymity = Anonymity::of(source, wish);
    let mut writer = Writer { source, anonymity, paper };
    match kind {
        DocumentKind::Facts => record::facts(&mut writer),
        DocumentKind::IgjNotice => record::igj_notice(&mut writer),
        DocumentKind::IgjReport => record::igj_report(&mut writer),
        DocumentKind::Board => record::board(&mut writer),
        DocumentKind::ClientFile => short::client_file(&mut writer),
        DocumentKind::PersonnelFile => short::personnel_file(&mut writer),
        DocumentKind::Talk => short::talk(&mut writer, wish.about),
        DocumentKind::Feedback => short::feedback(&mut writer),
        DocumentKind::Police => record::police(&mut writer),
        DocumentKind::Evaluation => short::evaluation(&mut writer),
        DocumentKind::Register => short::register(&mut writer),
    }
    let Writer { anonymity, paper, .. } = writer;
    let names = anonymity.into_names();
    let mut left: Vec<Pseudonym> =
        strings(&paper).into_iter().flat_map(|text| names.whose(text)).collect();
    left.sort_unstable();
    left.dedup();
    Ok(Made { paper, left, names })
}

/// Whether this document may be made of this case now.
pub(super) fn check(file: &CaseFile, wish: Wish) -> Result<(), Refusal> {
    match wish.kind {
        DocumentKind::Talk if !wish.about.is_some_and(|about| people(file).contains(&about)) => {
            Err(Refusal::NobodyChosen)
        }
        DocumentKind::PersonnelFile if !is_heard(file) || outcome(file).is_none() => {
            Err(Refusal::TooEarly)
        }
        DocumentKind::PersonnelFile
            if outcome(file) == Some(Outcome::WronglyAccused) && wish.asked == Asked::No =>
        {
            Err(Refusal::WronglyAccused)
        }
        _ => Ok(()),
    }
}

/// Whether the person whom it is about was heard.
fn is_heard(file: &CaseFile) -> bool {
    is_done(file, "hearing_both_sides")
}

/// Whether an item of a checklist was marked as done.
fn is_done(file: &CaseFile, item: &str) -> bool {
    file.marks.get(item).is_some_and(|it| it.any(|marked| marked.mark == Mark::Done))
}

/// How the case ended: as it was closed, or as its field says.
fn outcome(file: &CaseFile) -> Option<Outcome> {
    let closed = file.ending.last().and_then(|said| match said.what {
        Event::Closed(closed) => Some(closed.outcome),
        _ => None,
    });
    closed.or_else(|| file.field("outcome").find_map(Outcome::find))
}

/// Every text of a document.
fn strings(paper: &Paper) -> Vec<&str> {
    let mut found = vec![paper.title.as_str(), paper.line.as_str()];
    for block in &paper.blocks {
        match block {
            Block::Heading(_, text) | Block::Text(text) | Block::Warning(text) => found.push(text),
            Block::List(items) => found.extend(items.iter().map(String::as_str)),
            Block::Table(table) => {
                let rows = table.rows.iter().flatten().chain(&table.head);
                found.extend(rows.chain(Some(&table.caption)).map(String::as_str));
            }
            Block::Figure(figure) => found.extend([figure.alt.as_str(), figure.caption.as_str()]),
        }
    }
    found
}
