//! What an officer can choose in decisions, police contacts and the assessment.
//!
//! [`super::event`] carries these. Keys never change; words follow the Leidraad, and nobody is
//! called guilty before it is clear what happened (O35).
//!
//! Source: casework C.3; requirements O13, O17, O18, O21.

use super::keyed::{Keyed, Row};
use crate::Texts;

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
