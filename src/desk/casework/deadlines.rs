//! The deadlines of a case, as data: each with its rule and where the rule comes from.
//!
//! [`super::clock`] counts them; pages show rule and source on hover and in print. Keys stand
//! inside signed entries for years.
//!
//! Source: casework C.4, C.9.

use super::{
    keyed::{Keyed, Row},
    source::Source,
    terms::{
        ACK, BREACH, CLIENT_INFORM, DSAR, FEEDBACK, IGJ_DETERMINE, IGJ_DISMISSAL, IGJ_RAPPORT,
        IGJ_REPORT, NEXT_ACTION, RETENTION_LONG, RETENTION_MIDDLE, RETENTION_SHORT, Term,
    },
};
use crate::{Texts, core::questions::Text};

/// Something that must be done by a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Deadline {
    /// Look whether everyone is safe, stop the conduct.
    FirstSafety,
    /// Confirm receipt to the reporter.
    Ack,
    /// Tell the reporter what was found and done.
    Feedback,
    /// Tell the client.
    ClientInform,
    /// Find out whether it must go to the inspectorate.
    IgjDetermine,
    /// Report to the inspectorate.
    IgjReport,
    /// Report a dismissal to the inspectorate.
    IgjDismissal,
    /// Send the inspectorate the report of the investigation.
    IgjRapport,
    /// Look again at a request for silence.
    SilenceReview,
    /// Ask again how they are.
    Aftercare,
    /// The next step.
    NextAction,
    /// Answer somebody who asks for their data.
    Dsar,
    /// Report a data breach.
    Breach,
    /// Destroy the case, or make it anonymous.
    Retention,
    /// Make the overview of the quarter.
    Monitor,
    /// Talk with councils and police, look at samples.
    Yearly,
}

impl Keyed for Deadline {
    const ALL: &'static [Self] = &[
        Self::FirstSafety,
        Self::Ack,
        Self::Feedback,
        Self::ClientInform,
        Self::IgjDetermine,
        Self::IgjReport,
        Self::IgjDismissal,
        Self::IgjRapport,
        Self::SilenceReview,
        Self::Aftercare,
        Self::NextAction,
        Self::Dsar,
        Self::Breach,
        Self::Retention,
        Self::Monitor,
        Self::Yearly,
    ];

    fn row(self) -> Row {
        match self {
            Self::FirstSafety => ("first_safety", Texts::casework_deadline_first_safety),
            Self::Ack => ("ack", Texts::casework_deadline_ack),
            Self::Feedback => ("feedback", Texts::casework_deadline_feedback),
            Self::ClientInform => ("client_inform", Texts::casework_deadline_client_inform),
            Self::IgjDetermine => ("igj_determine", Texts::casework_deadline_igj_determine),
            Self::IgjReport => ("igj_report", Texts::casework_deadline_igj_report),
            Self::IgjDismissal => ("igj_dismissal", Texts::casework_deadline_igj_dismissal),
            Self::IgjRapport => ("igj_rapport", Texts::casework_deadline_igj_rapport),
            Self::SilenceReview => ("silence_review", Texts::casework_deadline_silence_review),
            Self::Aftercare => ("aftercare", Texts::casework_deadline_aftercare),
            Self::NextAction => ("next_action", Texts::casework_deadline_next_action),
            Self::Dsar => ("dsar", Texts::casework_deadline_dsar),
            Self::Breach => ("breach", Texts::casework_deadline_breach),
            Self::Retention => ("retention", Texts::casework_deadline_retention),
            Self::Monitor => ("monitor", Texts::casework_deadline_monitor),
            Self::Yearly => ("yearly", Texts::casework_deadline_yearly),
        }
    }
}
/// The rule behind a deadline.
pub struct Rule {
    /// The rule, in a sentence.
    pub text: Text,
    /// Where it comes from.
    pub source: Source,
    /// How long it is, as an organisation may set it; empty when a day is given or fixed.
    pub terms: Vec<&'static Term>,
    /// Who sets it.
    pub firmness: Firmness,
}

/// Who sets a rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Firmness {
    /// A law, or the Leidraad: whoever moves the date does not move the deadline.
    Law,
    /// The organisation, or the officer: the date can be moved, with a reason.
    Policy,
}

fn law(text: Text, source: Source, terms: &[&'static Term]) -> Rule {
    Rule { text, source, terms: terms.to_vec(), firmness: Firmness::Law }
}

fn policy(text: Text, source: Source, terms: &[&'static Term]) -> Rule {
    Rule { text, source, terms: terms.to_vec(), firmness: Firmness::Policy }
}

impl Deadline {
    /// Its rule.
    pub fn rule(self) -> Rule {
        use Source::{Leidraad, Named, Ours};
        match self {
            Self::FirstSafety => policy(Texts::casework_rule_first_safety, Leidraad(167), &[]),
            Self::Ack => law(Texts::casework_rule_ack, Named(Texts::casework_law_wbk), &[&ACK]),
            Self::Feedback => {
                law(Texts::casework_rule_feedback, Named(Texts::casework_law_wbk), &[&FEEDBACK])
            }
            Self::ClientInform => law(
                Texts::casework_rule_client_inform,
                Named(Texts::casework_law_wkkgz),
                &[&CLIENT_INFORM],
            ),
            Self::IgjDetermine => {
                law(Texts::casework_rule_igj_determine, Leidraad(169), &[&IGJ_DETERMINE])
            }
            Self::IgjReport => law(Texts::casework_rule_igj_report, Leidraad(169), &[&IGJ_REPORT]),
            Self::IgjDismissal => {
                law(Texts::casework_rule_igj_dismissal, Leidraad(168), &[&IGJ_DISMISSAL])
            }
            Self::IgjRapport => {
                policy(Texts::casework_rule_igj_rapport, Leidraad(172), &[&IGJ_RAPPORT])
            }
            Self::SilenceReview => policy(Texts::casework_rule_silence_review, Leidraad(214), &[]),
            Self::Aftercare => policy(Texts::casework_rule_aftercare, Leidraad(186), &[]),
            Self::NextAction => policy(Texts::casework_rule_next_action, Ours, &[&NEXT_ACTION]),
            Self::Dsar => {
                law(Texts::casework_rule_dsar, Named(Texts::casework_law_avg_unchecked), &[&DSAR])
            }
            Self::Breach => law(
                Texts::casework_rule_breach,
                Named(Texts::casework_law_avg_unchecked),
                &[&BREACH],
            ),
            Self::Retention => policy(
                Texts::casework_rule_retention,
                Named(Texts::casework_law_avg),
                &[&RETENTION_SHORT, &RETENTION_MIDDLE, &RETENTION_LONG],
            ),
            Self::Monitor => policy(Texts::casework_rule_monitor, Leidraad(206), &[]),
            Self::Yearly => policy(Texts::casework_rule_yearly, Leidraad(207), &[]),
        }
    }
}
