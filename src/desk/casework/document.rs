//! The documents that can be made of a case, as data.
//!
//! [`super::choices::Audited`] carries one when it was made; [`crate::desk::documents`] makes them.
//! Keys never change.
//!
//! Source: casework C.6.

use super::keyed::{Keyed, Row};
use crate::Texts;

/// A document of a case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DocumentKind {
    /// What happened and what was done, for whoever investigates and decides.
    Facts,
    /// What a report to the inspectorate asks.
    IgjNotice,
    /// The report of the investigation to the inspectorate.
    IgjReport,
    /// The whole procedure, for the board.
    Board,
    /// A note for the client's file (O30).
    ClientFile,
    /// A note for the file of a member of staff (O31).
    PersonnelFile,
    /// What somebody said in a talk.
    Talk,
    /// What the reporter hears.
    Feedback,
    /// What is talked over with the police.
    Police,
    /// Causes and what is to be improved, without persons.
    Evaluation,
    /// A line for the whistleblowers' register.
    Register,
}

impl Keyed for DocumentKind {
    const ALL: &'static [Self] = &[
        Self::Facts,
        Self::IgjNotice,
        Self::IgjReport,
        Self::Board,
        Self::ClientFile,
        Self::PersonnelFile,
        Self::Talk,
        Self::Feedback,
        Self::Police,
        Self::Evaluation,
        Self::Register,
    ];

    fn row(self) -> Row {
        match self {
            Self::Facts => ("facts", Texts::desk_document_facts),
            Self::IgjNotice => ("igj_notice", Texts::desk_document_igj_notice),
            Self::IgjReport => ("igj_report", Texts::desk_document_igj_report),
            Self::Board => ("board", Texts::desk_document_board),
            Self::ClientFile => ("client_file", Texts::desk_document_client_file),
            Self::PersonnelFile => ("personnel_file", Texts::desk_document_personnel_file),
            Self::Talk => ("talk", Texts::desk_document_talk),
            Self::Feedback => ("feedback", Texts::desk_document_feedback),
            Self::Police => ("police", Texts::desk_document_police),
            Self::Evaluation => ("evaluation", Texts::desk_document_evaluation),
            Self::Register => ("register", Texts::desk_document_register),
        }
    }
}

impl DocumentKind {
    /// How the log keeps that it was made.
    pub(super) fn made(self) -> Row {
        match self {
            Self::Facts => ("document_facts", |t| out(t, t.desk_document_facts())),
            Self::IgjNotice => ("document_igj_notice", |t| out(t, t.desk_document_igj_notice())),
            Self::IgjReport => ("document_igj_report", |t| out(t, t.desk_document_igj_report())),
            Self::Board => ("document_board", |t| out(t, t.desk_document_board())),
            Self::ClientFile => ("document_client_file", |t| out(t, t.desk_document_client_file())),
            Self::PersonnelFile => {
                ("document_personnel_file", |t| out(t, t.desk_document_personnel_file()))
            }
            Self::Talk => ("document_talk", |t| out(t, t.desk_document_talk())),
            Self::Feedback => ("document_feedback", |t| out(t, t.desk_document_feedback())),
            Self::Police => ("document_police", |t| out(t, t.desk_document_police())),
            Self::Evaluation => ("document_evaluation", |t| out(t, t.desk_document_evaluation())),
            Self::Register => ("document_register", |t| out(t, t.desk_document_register())),
        }
    }
}

fn out(t: &Texts, name: String) -> String {
    crate::desk::view::without_marks(&t.desk_document_out(name))
}
