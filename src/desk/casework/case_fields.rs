//! The fields of a case, as data: what officers record beside the report's own answers.
//!
//! A [`super::event::FieldSet`] names a field and its values. Where the form asks the same, its
//! choices are used, so that there is one vocabulary. Keys never change; the report itself is
//! never changed by any of this.
//!
//! Source: casework C.3, E.3.

use super::{
    choices::Outcome,
    keyed::{Keyed, Row},
    triage::{Actor, Victim},
};
use crate::{
    Texts,
    core::{
        Day,
        questions::{self, Text},
    },
};

/// One field.
pub struct CaseField {
    /// Its stable key.
    pub key: &'static str,
    /// What officers read.
    pub label: Text,
    /// What may stand in it.
    pub kind: FieldKind,
}

/// What may stand in a field.
pub enum FieldKind {
    /// One of [`Victim`].
    Victim,
    /// One of [`Actor`].
    Actor,
    /// One of [`Outcome`].
    Outcome,
    /// Choices of the question of the form with this key.
    Question(&'static str),
    /// One of these.
    One(&'static [Row]),
    /// Any number of these.
    Many(&'static [Row]),
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A line of text.
    Line,
    /// Paragraphs of text.
    Paragraphs,
}

impl CaseField {
    const fn new(key: &'static str, label: Text, kind: FieldKind) -> Self {
        Self { key, label, kind }
    }

    /// The field with this key.
    pub fn find(key: &str) -> Option<&'static Self> {
        FIELDS.iter().find(|field| field.key == key)
    }

    /// The choices that it offers, in order; none for days and typed text.
    pub fn choices(&self) -> Vec<Row> {
        match self.kind {
            FieldKind::Victim => Victim::ALL.iter().map(|victim| victim.row()).collect(),
            FieldKind::Actor => Actor::ALL.iter().map(|actor| actor.row()).collect(),
            FieldKind::Outcome => Outcome::ALL.iter().map(|outcome| outcome.row()).collect(),
            FieldKind::Question(key) => {
                let choices = questions::find(key).map(|question| question.choices());
                let rows = choices.unwrap_or_default().iter();
                rows.map(|choice| (choice.value, choice.label)).collect()
            }
            FieldKind::One(rows) | FieldKind::Many(rows) => rows.to_vec(),
            FieldKind::Day | FieldKind::Line | FieldKind::Paragraphs => Vec::new(),
        }
    }

    /// Whether several values may stand in it.
    pub fn is_many(&self) -> bool {
        match self.kind {
            FieldKind::Many(_) => true,
            FieldKind::Question(key) => questions::find(key)
                .is_some_and(|question| matches!(question.kind, questions::Kind::Many(_))),
            _ => false,
        }
    }

    /// Whether this value may stand in it.
    pub fn allows(&self, value: &str) -> bool {
        match self.kind {
            FieldKind::Day => Day::parse(value).is_some(),
            FieldKind::Line | FieldKind::Paragraphs => true,
            _ => self.choices().iter().any(|(key, _)| *key == value),
        }
    }
}

/// Every field, in the order in which it is shown.
pub static FIELDS: &[CaseField] = &[
    CaseField::new("victim", Texts::casework_field_victim, FieldKind::Victim),
    CaseField::new("actor", Texts::casework_field_actor, FieldKind::Actor),
    CaseField::new("kinds", Texts::casework_field_kinds, FieldKind::Question("kinds")),
    CaseField::new("grounds", Texts::casework_field_grounds, FieldKind::Question("grounds")),
    CaseField::new("outcome", Texts::casework_field_outcome, FieldKind::Outcome),
    CaseField::new("harm", Texts::casework_field_harm, FieldKind::One(HARM)),
    CaseField::new("first_day", Texts::casework_field_first_day, FieldKind::Day),
    CaseField::new("last_day", Texts::casework_field_last_day, FieldKind::Day),
    CaseField::new("often", Texts::casework_field_often, FieldKind::Question("often")),
    CaseField::new("location", Texts::casework_field_location, FieldKind::Line),
    CaseField::new("witnesses", Texts::casework_field_witnesses, FieldKind::Paragraphs),
    CaseField::new("signs", Texts::casework_field_signs, FieldKind::Question("d_signs")),
    CaseField::new(
        "agreed_measure",
        Texts::casework_field_agreed_measure,
        FieldKind::Question("d_measure"),
    ),
    CaseField::new("channel", Texts::casework_field_channel, FieldKind::One(CHANNEL)),
    CaseField::new("anonymity", Texts::casework_field_anonymity, FieldKind::One(ANONYMITY)),
    CaseField::new(
        "discrimination_form",
        Texts::casework_field_discrimination_form,
        FieldKind::Many(DISCRIMINATION_FORM),
    ),
    CaseField::new(
        "discrimination_direction",
        Texts::casework_field_discrimination_direction,
        FieldKind::One(DIRECTION),
    ),
    CaseField::new(
        "discrimination_pattern",
        Texts::casework_field_discrimination_pattern,
        FieldKind::One(PATTERN),
    ),
    CaseField::new(
        "discrimination_effect",
        Texts::casework_field_discrimination_effect,
        FieldKind::Paragraphs,
    ),
];

static HARM: &[Row] = &[
    ("none", Texts::casework_value_harm_none),
    ("some", Texts::casework_value_harm_some),
    ("serious", Texts::casework_value_harm_serious),
    ("fatal", Texts::casework_value_harm_fatal),
];

static CHANNEL: &[Row] = &[
    ("web", Texts::casework_value_channel_web),
    ("phone", Texts::casework_value_channel_phone),
    ("desk", Texts::casework_value_channel_desk),
];

static ANONYMITY: &[Row] = &[
    ("anonymous", Texts::casework_value_anonymity_anonymous),
    ("team_only", Texts::casework_value_anonymity_team_only),
    ("open", Texts::casework_value_anonymity_open),
];

static DISCRIMINATION_FORM: &[Row] = &[
    ("insult", Texts::casework_value_form_insult),
    ("exclusion", Texts::casework_value_form_exclusion),
    ("unequal_care", Texts::casework_value_form_unequal_care),
    ("care_refused", Texts::casework_value_form_care_refused),
    ("carer_refused", Texts::casework_value_form_carer_refused),
    ("career", Texts::casework_value_form_career),
    ("microaggression", Texts::casework_value_form_microaggression),
    ("rule", Texts::casework_value_form_rule),
];

static DIRECTION: &[Row] = &[
    ("staff_client", Texts::casework_value_direction_staff_client),
    ("client_staff", Texts::casework_value_direction_client_staff),
    ("colleague", Texts::casework_value_direction_colleague),
    ("manager_staff", Texts::casework_value_direction_manager_staff),
    ("organisation", Texts::casework_value_direction_organisation),
];

static PATTERN: &[Row] = &[
    ("once", Texts::casework_value_pattern_once),
    ("pattern", Texts::casework_value_pattern_pattern),
];
