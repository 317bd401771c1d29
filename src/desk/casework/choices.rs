//! What an officer can choose in the other events.
//!
//! [`super::event`] carries these. Keys never change; words follow the Leidraad, and nobody is
//! called guilty before it is clear what happened (O35).
//!
//! Source: casework C.1, C.3; requirements O13, O18, O24, O26.

use super::keyed::{Keyed, Row};
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
/// What is decided. Every decision is recorded, also when the answer is no (O21).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DecisionKind {
    /// To go to the police.
    Police,
    /// To report to the inspectorate.
    Igj,
    /// To go on without the client's consent (O15).
    WithoutConsent,
    /// To take a measure.
    Measure,
    /// To close the case.
    Close,
}

impl Keyed for DecisionKind {
    const ALL: &'static [Self] =
        &[Self::Police, Self::Igj, Self::WithoutConsent, Self::Measure, Self::Close];

    fn row(self) -> Row {
        match self {
            Self::Police => ("police", Texts::casework_decision_police),
            Self::Igj => ("igj", Texts::casework_decision_igj),
            Self::WithoutConsent => ("without_consent", Texts::casework_decision_without_consent),
            Self::Measure => ("measure", Texts::casework_decision_measure),
            Self::Close => ("close", Texts::casework_decision_close),
        }
    }
}
/// What was done with the police: three different things (O13).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PoliceStep {
    /// Talked over.
    Consulted,
    /// Reported, without charges.
    Reported,
    /// Charges pressed.
    Charges,
}

impl Keyed for PoliceStep {
    const ALL: &'static [Self] = &[Self::Consulted, Self::Reported, Self::Charges];

    fn row(self) -> Row {
        match self {
            Self::Consulted => ("consulted", Texts::casework_police_consulted),
            Self::Reported => ("reported", Texts::casework_police_reported),
            Self::Charges => ("charges", Texts::casework_police_charges),
        }
    }
}
/// What it was.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Nature {
    /// Neglect or withholding of care.
    Neglect,
    /// Psychological.
    Psych,
    /// Physical.
    Physical,
    /// Sexual.
    Sexual,
    /// Financial or material.
    Money,
    /// Discrimination.
    Discrimination,
    /// Across a boundary, no mistreatment.
    Boundary,
    /// Mistreatment.
    Mistreatment,
    /// Possibly punishable.
    Punishable,
    /// None of these was found.
    None,
}

impl Keyed for Nature {
    const ALL: &'static [Self] = &[
        Self::Neglect,
        Self::Psych,
        Self::Physical,
        Self::Sexual,
        Self::Money,
        Self::Discrimination,
        Self::Boundary,
        Self::Mistreatment,
        Self::Punishable,
        Self::None,
    ];

    fn row(self) -> Row {
        match self {
            Self::Neglect => ("neglect", Texts::casework_nature_neglect),
            Self::Psych => ("psych", Texts::casework_nature_psych),
            Self::Physical => ("physical", Texts::casework_nature_physical),
            Self::Sexual => ("sexual", Texts::casework_nature_sexual),
            Self::Money => ("money", Texts::casework_nature_money),
            Self::Discrimination => ("discrimination", Texts::casework_nature_discrimination),
            Self::Boundary => ("boundary", Texts::casework_nature_boundary),
            Self::Mistreatment => ("mistreatment", Texts::casework_nature_mistreatment),
            Self::Punishable => ("punishable", Texts::casework_nature_punishable),
            Self::None => ("none", Texts::casework_nature_none),
        }
    }
}
/// How serious it was, on a scale of four.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Seriousness {
    /// No harm; can be settled by talking.
    Slight,
    /// Harm that passes.
    Moderate,
    /// Lasting or repeated harm.
    Serious,
    /// Danger to life, or violence, or sexual abuse.
    VerySerious,
}

impl Keyed for Seriousness {
    const ALL: &'static [Self] = &[Self::Slight, Self::Moderate, Self::Serious, Self::VerySerious];

    fn row(self) -> Row {
        match self {
            Self::Slight => ("1", Texts::casework_seriousness_1),
            Self::Moderate => ("2", Texts::casework_seriousness_2),
            Self::Serious => ("3", Texts::casework_seriousness_3),
            Self::VerySerious => ("4", Texts::casework_seriousness_4),
        }
    }
}
/// How likely it is to happen again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Risk {
    /// Low.
    Low,
    /// In between.
    Middle,
    /// High.
    High,
}

impl Keyed for Risk {
    const ALL: &'static [Self] = &[Self::Low, Self::Middle, Self::High];

    fn row(self) -> Row {
        match self {
            Self::Low => ("low", Texts::casework_risk_low),
            Self::Middle => ("middle", Texts::casework_risk_middle),
            Self::High => ("high", Texts::casework_risk_high),
        }
    }
}
/// How the causes were looked for (O17).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CauseMethod {
    /// PRISMA.
    Prisma,
    /// Fishbone.
    Fishbone,
    /// Pareto.
    Pareto,
    /// Another way.
    Other,
}

impl Keyed for CauseMethod {
    const ALL: &'static [Self] = &[Self::Prisma, Self::Fishbone, Self::Pareto, Self::Other];

    fn row(self) -> Row {
        match self {
            Self::Prisma => ("prisma", Texts::casework_method_prisma),
            Self::Fishbone => ("fishbone", Texts::casework_method_fishbone),
            Self::Pareto => ("pareto", Texts::casework_method_pareto),
            Self::Other => ("other", Texts::casework_method_other),
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
}

impl Keyed for DeadlineChange {
    const ALL: &'static [Self] = &[Self::Started, Self::Done, Self::Moved];

    fn row(self) -> Row {
        match self {
            Self::Started => ("started", Texts::casework_deadline_change_started),
            Self::Done => ("done", Texts::casework_deadline_change_done),
            Self::Moved => ("moved", Texts::casework_deadline_change_moved),
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
}

impl Keyed for Audited {
    const ALL: &'static [Self] = &[Self::Opened, Self::Exported, Self::Printed];

    fn row(self) -> Row {
        match self {
            Self::Opened => ("opened", Texts::casework_audited_opened),
            Self::Exported => ("exported", Texts::casework_audited_exported),
            Self::Printed => ("printed", Texts::casework_audited_printed),
        }
    }
}
