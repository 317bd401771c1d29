//! What decisions are weighed by, as data.
//!
//! A [`super::event::Decision`] names the criteria that were ticked, so that a judgement can be
//! tested afterwards, also when it was no (O21). A key never changes.
//!
//! Source: requirements O15, O19, O24, O25; the Leidraad's page stands at each criterion.

use super::{judgement::DecisionKind, source::Source};
use crate::{Texts, core::questions::Text};

/// One thing that a decision is weighed by.
pub struct Criterion {
    /// With which decision it is offered.
    pub kind: DecisionKind,
    /// Its stable key.
    pub key: &'static str,
    /// What officers read.
    pub text: Text,
    /// Where it comes from.
    pub source: Source,
}

impl Criterion {
    const fn new(kind: DecisionKind, key: &'static str, text: Text, source: Source) -> Self {
        Self { kind, key, text, source }
    }

    /// The criterion with this key.
    pub fn find(key: &str) -> Option<&'static Self> {
        CRITERIA.iter().find(|criterion| criterion.key == key)
    }

    /// What is offered with this decision.
    pub fn of(kind: DecisionKind) -> impl Iterator<Item = &'static Self> {
        CRITERIA.iter().filter(move |criterion| criterion.kind == kind)
    }
}

/// Every criterion, by decision.
pub static CRITERIA: &[Criterion] = &[
    Criterion::new(
        DecisionKind::Police,
        "police_punishable",
        Texts::casework_criterion_police_punishable,
        Source::Leidraad(157),
    ),
    Criterion::new(
        DecisionKind::Police,
        "police_doubt",
        Texts::casework_criterion_police_doubt,
        Source::Leidraad(157),
    ),
    Criterion::new(
        DecisionKind::Police,
        "police_safety",
        Texts::casework_criterion_police_safety,
        Source::Leidraad(177),
    ),
    Criterion::new(
        DecisionKind::Police,
        "police_evidence",
        Texts::casework_criterion_police_evidence,
        Source::Leidraad(178),
    ),
    Criterion::new(
        DecisionKind::Police,
        "police_wish",
        Texts::casework_criterion_police_wish,
        Source::Leidraad(177),
    ),
    Criterion::new(
        DecisionKind::Igj,
        "igj_sexual",
        Texts::casework_criterion_igj_sexual,
        Source::Leidraad(168),
    ),
    Criterion::new(
        DecisionKind::Igj,
        "igj_violence",
        Texts::casework_criterion_igj_violence,
        Source::Leidraad(168),
    ),
    Criterion::new(
        DecisionKind::Igj,
        "igj_client",
        Texts::casework_criterion_igj_client,
        Source::Leidraad(168),
    ),
    Criterion::new(
        DecisionKind::Igj,
        "igj_coercion",
        Texts::casework_criterion_igj_coercion,
        Source::Leidraad(168),
    ),
    Criterion::new(
        DecisionKind::Igj,
        "igj_boundary",
        Texts::casework_criterion_igj_boundary,
        Source::Casework,
    ),
    Criterion::new(
        DecisionKind::Igj,
        "igj_calamity",
        Texts::casework_criterion_igj_calamity,
        Source::Leidraad(168),
    ),
    Criterion::new(
        DecisionKind::Igj,
        "igj_dismissal",
        Texts::casework_criterion_igj_dismissal,
        Source::Leidraad(168),
    ),
    Criterion::new(
        DecisionKind::Igj,
        "igj_none",
        Texts::casework_criterion_igj_none,
        Source::Leidraad(169),
    ),
    Criterion::new(
        DecisionKind::WithoutConsent,
        "consent_dependence",
        Texts::casework_criterion_consent_dependence,
        Source::Leidraad(147),
    ),
    Criterion::new(
        DecisionKind::WithoutConsent,
        "consent_nature",
        Texts::casework_criterion_consent_nature,
        Source::Leidraad(147),
    ),
    Criterion::new(
        DecisionKind::WithoutConsent,
        "consent_repetition",
        Texts::casework_criterion_consent_repetition,
        Source::Leidraad(147),
    ),
    Criterion::new(
        DecisionKind::WithoutConsent,
        "consent_others",
        Texts::casework_criterion_consent_others,
        Source::Leidraad(147),
    ),
    Criterion::new(
        DecisionKind::WithoutConsent,
        "consent_safety",
        Texts::casework_criterion_consent_safety,
        Source::Leidraad(147),
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_warning",
        Texts::casework_criterion_measure_warning,
        Source::Leidraad(181),
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_transfer",
        Texts::casework_criterion_measure_transfer,
        Source::Leidraad(181),
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_function",
        Texts::casework_criterion_measure_function,
        Source::Leidraad(181),
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_suspension",
        Texts::casework_criterion_measure_suspension,
        Source::Leidraad(181),
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_dismissal",
        Texts::casework_criterion_measure_dismissal,
        Source::Leidraad(181),
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_instant_dismissal",
        Texts::casework_criterion_measure_instant_dismissal,
        Source::Leidraad(181),
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_criminal",
        Texts::casework_criterion_measure_criminal,
        Source::Leidraad(181),
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_disciplinary",
        Texts::casework_criterion_measure_disciplinary,
        Source::Leidraad(181),
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_igj_dismissal",
        Texts::casework_criterion_measure_igj_dismissal,
        Source::Leidraad(181),
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_register_dismissed",
        Texts::casework_criterion_measure_register_dismissed,
        Source::Casework,
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_register_police",
        Texts::casework_criterion_measure_register_police,
        Source::Casework,
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_register_evidence",
        Texts::casework_criterion_measure_register_evidence,
        Source::Casework,
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_register_told",
        Texts::casework_criterion_measure_register_told,
        Source::Casework,
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_support",
        Texts::casework_criterion_measure_support,
        Source::Casework,
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_client",
        Texts::casework_criterion_measure_client,
        Source::Casework,
    ),
    Criterion::new(
        DecisionKind::Measure,
        "measure_structural",
        Texts::casework_criterion_measure_structural,
        Source::Casework,
    ),
    Criterion::new(
        DecisionKind::Close,
        "close_assessed",
        Texts::casework_criterion_close_assessed,
        Source::Leidraad(163),
    ),
    Criterion::new(
        DecisionKind::Close,
        "close_stopped",
        Texts::casework_criterion_close_stopped,
        Source::Leidraad(167),
    ),
    Criterion::new(
        DecisionKind::Close,
        "close_aftercare",
        Texts::casework_criterion_close_aftercare,
        Source::Leidraad(186),
    ),
    Criterion::new(
        DecisionKind::Close,
        "close_elsewhere",
        Texts::casework_criterion_close_elsewhere,
        Source::Casework,
    ),
    Criterion::new(
        DecisionKind::Close,
        "close_insufficient",
        Texts::casework_criterion_close_insufficient,
        Source::Casework,
    ),
];
