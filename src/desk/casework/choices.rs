//! What an officer can choose in the other events.
//!
//! [`super::event`] carries these. Keys never change; words follow the Leidraad, and nobody is
//! called guilty before it is clear what happened (O35).
//!
//! Source: casework C.1, C.3; requirements R7, R20, O26.

use super::{
    document::DocumentKind,
    keyed::{Keyed, Row},
};
use crate::Texts;

/// What an officer says of an item of a checklist.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Mark {
    /// Done.
    Done,
    /// Does not apply to this case.
    NotNeeded,
    /// Open again: an earlier mark is taken back.
    Open,
}

impl Keyed for Mark {
    const ALL: &'static [Self] = &[Self::Done, Self::NotNeeded, Self::Open];

    fn row(self) -> Row {
        match self {
            Self::Done => ("done", Texts::casework_mark_done),
            Self::NotNeeded => ("not_needed", Texts::casework_mark_not_needed),
            Self::Open => ("open", Texts::casework_mark_open),
        }
    }
}

/// Where a fact comes from; what is neither seen nor heard is interpretation (R7).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FactSource {
    /// Seen by whoever says it.
    Observed,
    /// Heard by whoever says it, word for word.
    Literal,
    /// Heard from somebody else.
    Hearsay,
    /// An opinion, a feeling, a conclusion.
    Interpretation,
}

impl Keyed for FactSource {
    const ALL: &'static [Self] =
        &[Self::Observed, Self::Literal, Self::Hearsay, Self::Interpretation];

    fn row(self) -> Row {
        match self {
            Self::Observed => ("observed", Texts::casework_source_observed),
            Self::Literal => ("literal", Texts::casework_source_literal),
            Self::Hearsay => ("hearsay", Texts::casework_source_hearsay),
            Self::Interpretation => ("interpretation", Texts::casework_source_interpretation),
        }
    }
}

/// What somebody is in the case. Their pseudonym begins with it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Role {
    /// The reporter.
    Reporter,
    /// A client.
    Client,
    /// Somebody who speaks for a client.
    Representative,
    /// A member of staff whom the report is about.
    Accused,
    /// A witness.
    Witness,
    /// Somebody else.
    Other,
}

impl Keyed for Role {
    const ALL: &'static [Self] = &[
        Self::Reporter,
        Self::Client,
        Self::Representative,
        Self::Accused,
        Self::Witness,
        Self::Other,
    ];

    fn row(self) -> Row {
        match self {
            Self::Reporter => ("reporter", Texts::casework_role_reporter),
            Self::Client => ("client", Texts::casework_role_client),
            Self::Representative => ("representative", Texts::casework_role_representative),
            Self::Accused => ("accused", Texts::casework_role_accused),
            Self::Witness => ("witness", Texts::casework_role_witness),
            Self::Other => ("other", Texts::casework_role_other),
        }
    }
}

/// What is said of a deadline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DeadlineChange {
    /// Its clock starts on this day.
    Started,
    /// It was met on this day.
    Done,
    /// It is moved to this day.
    Moved,
    /// From this day on it does not run; with a last day, it runs again.
    Held,
}

impl Keyed for DeadlineChange {
    const ALL: &'static [Self] = &[Self::Started, Self::Done, Self::Moved, Self::Held];

    fn row(self) -> Row {
        match self {
            Self::Started => ("started", Texts::casework_deadline_change_started),
            Self::Done => ("done", Texts::casework_deadline_change_done),
            Self::Moved => ("moved", Texts::casework_deadline_change_moved),
            Self::Held => ("held", Texts::casework_deadline_change_held),
        }
    }
}

/// With whom the next step lies.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Holder {
    /// With an officer.
    Officer,
    /// With the reporter.
    Reporter,
    /// With a manager or the board.
    Manager,
    /// With the police.
    Police,
    /// With the inspectorate.
    Igj,
    /// With somebody else.
    Other,
}

impl Keyed for Holder {
    const ALL: &'static [Self] =
        &[Self::Officer, Self::Reporter, Self::Manager, Self::Police, Self::Igj, Self::Other];

    fn row(self) -> Row {
        match self {
            Self::Officer => ("officer", Texts::casework_holder_officer),
            Self::Reporter => ("reporter", Texts::casework_holder_reporter),
            Self::Manager => ("manager", Texts::casework_holder_manager),
            Self::Police => ("police", Texts::casework_holder_police),
            Self::Igj => ("igj", Texts::casework_holder_igj),
            Self::Other => ("other", Texts::casework_holder_other),
        }
    }
}

/// Who gets aftercare (O26).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AftercareGroup {
    /// Client and family.
    Client,
    /// The team.
    Team,
    /// Whom the report is about.
    Accused,
    /// Somebody wrongly accused.
    WronglyAccused,
}

impl Keyed for AftercareGroup {
    const ALL: &'static [Self] = &[Self::Client, Self::Team, Self::Accused, Self::WronglyAccused];

    fn row(self) -> Row {
        match self {
            Self::Client => ("client", Texts::casework_aftercare_client),
            Self::Team => ("team", Texts::casework_aftercare_team),
            Self::Accused => ("accused", Texts::casework_aftercare_accused),
            Self::WronglyAccused => ("wrongly_accused", Texts::casework_aftercare_wrongly_accused),
        }
    }
}

/// What a message to the reporter is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Word {
    /// That the report was read.
    Received,
    /// A question.
    Question,
    /// A request for silence, or its end.
    Silence,
    /// What was found and done.
    Feedback,
    /// That the case is closed, and why.
    Closing,
    /// Something else.
    Other,
}

impl Keyed for Word {
    const ALL: &'static [Self] = &[
        Self::Received,
        Self::Question,
        Self::Silence,
        Self::Feedback,
        Self::Closing,
        Self::Other,
    ];

    fn row(self) -> Row {
        match self {
            Self::Received => ("received", Texts::casework_word_received),
            Self::Question => ("question", Texts::casework_word_question),
            Self::Silence => ("silence", Texts::casework_word_silence),
            Self::Feedback => ("feedback", Texts::casework_word_feedback),
            Self::Closing => ("closing", Texts::casework_word_closing),
            Self::Other => ("other", Texts::casework_word_other),
        }
    }
}

/// How a case ends (C.1).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Outcome {
    /// Mistreatment was established.
    Mistreatment,
    /// Conduct across a boundary was established, no mistreatment.
    Boundary,
    /// Not established.
    NotEstablished,
    /// Somebody was wrongly accused.
    WronglyAccused,
    /// Not enough is known.
    Insufficient,
    /// It belongs to another desk.
    OutOfScope,
}

impl Keyed for Outcome {
    const ALL: &'static [Self] = &[
        Self::Mistreatment,
        Self::Boundary,
        Self::NotEstablished,
        Self::WronglyAccused,
        Self::Insufficient,
        Self::OutOfScope,
    ];

    fn row(self) -> Row {
        match self {
            Self::Mistreatment => {
                ("bevestigd_mishandeling", Texts::casework_outcome_bevestigd_mishandeling)
            }
            Self::Boundary => ("bevestigd_ggo", Texts::casework_outcome_bevestigd_ggo),
            Self::NotEstablished => ("niet_vastgesteld", Texts::casework_outcome_niet_vastgesteld),
            Self::WronglyAccused => {
                ("onterecht_aangewezen", Texts::casework_outcome_onterecht_aangewezen)
            }
            Self::Insufficient => ("onvoldoende_info", Texts::casework_outcome_onvoldoende_info),
            Self::OutOfScope => ("buiten_reikwijdte", Texts::casework_outcome_buiten_reikwijdte),
        }
    }
}

/// What was done with a case that leaves no content behind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Audited {
    /// Opened.
    Opened,
    /// Exported.
    Exported,
    /// Printed.
    Printed,
    /// The key table was opened.
    KeyTable,
    /// A document was made of it.
    Document(DocumentKind),
}

impl Keyed for Audited {
    const ALL: &'static [Self] = &[
        Self::Opened,
        Self::Exported,
        Self::Printed,
        Self::KeyTable,
        Self::Document(DocumentKind::Facts),
        Self::Document(DocumentKind::IgjNotice),
        Self::Document(DocumentKind::IgjReport),
        Self::Document(DocumentKind::Board),
        Self::Document(DocumentKind::ClientFile),
        Self::Document(DocumentKind::PersonnelFile),
        Self::Document(DocumentKind::Talk),
        Self::Document(DocumentKind::Feedback),
        Self::Document(DocumentKind::Police),
        Self::Document(DocumentKind::Evaluation),
        Self::Document(DocumentKind::Register),
    ];

    fn row(self) -> Row {
        match self {
            Self::Opened => ("opened", Texts::casework_audited_opened),
            Self::Exported => ("exported", Texts::casework_audited_exported),
            Self::Printed => ("printed", Texts::casework_audited_printed),
            Self::KeyTable => ("key_table", Texts::casework_audited_key_table),
            Self::Document(kind) => kind.made(),
        }
    }
}

/// Whether silence is asked or lifted (R20).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum SilenceChange {
    /// Asked until this day.
    Asked,
    /// Lifted on this day.
    Lifted,
}

impl Keyed for SilenceChange {
    const ALL: &'static [Self] = &[Self::Asked, Self::Lifted];

    fn row(self) -> Row {
        match self {
            Self::Asked => ("asked", Texts::casework_silence_asked),
            Self::Lifted => ("lifted", Texts::casework_silence_lifted),
        }
    }
}
