//! The command that makes a document of a case.

use super::{CommandError, Session, find};
use crate::{
    Texts,
    desk::{
        act::Act,
        arguments::{DocumentArguments, NamesArgument},
        attachments::write_readable,
        casework::{DocumentKind, Event, Keyed, choices::Audited},
        documents::{Asked, NamesLeft, Refusal, Source, Wish, make},
        dossier::Dossier,
        paper::Format,
        sync::SyncError,
        terminal::print,
        view::without_marks,
    },
};

/// Why a document was not made.
#[derive(Debug, thiserror::Error)]
pub(super) enum DocumentError {
    #[error("no such document")]
    Kind,
    #[error("no such kind of file")]
    Ending,
    #[error("real names still stand in it")]
    Names(String),
    #[error("the document does not become a file")]
    NotMade,
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl DocumentError {
    pub(super) fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::Kind => texts.desk_error_document(),
            Self::Ending => texts.desk_error_document_ending(),
            Self::Names(who) => without_marks(&texts.desk_error_document_names(who.as_str())),
            Self::NotMade => texts.desk_document_not_made(),
            Self::Refused(refusal) => refusal.sentence(texts),
        }
    }
}

impl Session<'_> {
    /// Makes a document and writes it, readable, with a line in the log of the case.
    pub(super) fn document(&self, arguments: &DocumentArguments) -> Result<(), CommandError> {
        let kind = DocumentKind::find(&arguments.kind).ok_or(DocumentError::Kind)?;
        let ending = arguments.to.extension().and_then(|ending| ending.to_str());
        let format = ending.and_then(Format::find).ok_or(DocumentError::Ending)?;
        let (workplace, ring, mut book) = self.unlocked()?;
        let case = find(&book, &arguments.number)?;
        let id = case.id;
        let bytes = {
            let dossier = Dossier::of(case).ok_or(CommandError::Shut)?;
            let file = dossier.file();
            let of = (case, &file);
            let source = Source::of((self.texts, self.language), workplace.today(), of);
            self.file_of(&source, arguments, (kind, format))?
        };
        let case = book.get_mut(id).ok_or(CommandError::Shut)?;
        let events = vec![Event::Audit(Audited::Document(kind))];
        // The log first: a document that it does not know never leaves.
        let act = Act { once: workplace.new_entry_id(), message: None, events };
        workplace.keep_act(&ring, case, act)?;
        write_readable(&arguments.to, &bytes)?;
        print(&[self.texts.desk_document_saved(arguments.to.display().to_string())])?;
        match workplace.sync(&ring) {
            Ok(_) | Err(SyncError::NoServer | SyncError::Remote(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    fn file_of(
        &self,
        source: &Source,
        arguments: &DocumentArguments,
        (kind, format): (DocumentKind, Format),
    ) -> Result<Vec<u8>, DocumentError> {
        let about = arguments.about.as_deref().and_then(|about| about.parse().ok());
        let asked = if arguments.asked { Asked::ByThePerson } else { Asked::No };
        let names = match arguments.names {
            Some(NamesArgument::Replace) => NamesLeft::Replaced,
            Some(NamesArgument::Leave) | None => NamesLeft::Left,
        };
        let made = make(source, Wish { kind, about, names, asked })?;
        if arguments.names.is_none() && !made.left.is_empty() {
            let who: Vec<String> = made.left.iter().map(|it| it.text(self.texts)).collect();
            return Err(DocumentError::Names(who.join(", ")));
        }
        made.paper.file(format).map_err(|_| DocumentError::NotMade)
    }
}
