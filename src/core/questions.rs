//! The questionnaire as data: the one source for form, check, wire and officer's view.
//!
//! Keys and values are stable: they stand inside sealed reports for years. Texts are functions of
//! a language, so a question without a translation does not compile. Nothing here is about pages.
//!
//! Source: the form design, rows R1–R42 and X1–X9 of the requirements.

use crate::{Texts, core::report::Answers};

/// A text that exists in every language.
pub type Text = fn(&Texts) -> String;

/// The part of the form in which a question stands, in the order of the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Through which door the reporter came: set by the page, not asked.
    Door,
    /// Is anybody in danger now? Comes first (R17).
    Safety,
    /// Who reports.
    You,
    /// Whom it happened to.
    Victim,
    /// What kind of behaviour.
    Kinds,
    /// What happened.
    Story,
    /// When.
    When,
    /// Where.
    Where,
    /// Who did it.
    Actor,
    /// Name or anonymous, and who may not read it.
    Identity,
    /// More, if the reporter wants: may also be told later.
    More,
}

impl Step {
    /// Every step of the form, in order.
    pub const ALL: [Self; 10] = [
        Self::Safety,
        Self::You,
        Self::Victim,
        Self::Kinds,
        Self::Story,
        Self::When,
        Self::Where,
        Self::Actor,
        Self::Identity,
        Self::More,
    ];

    /// The questions of this step.
    pub fn questions(self) -> impl Iterator<Item = &'static Question> {
        QUESTIONS.iter().filter(move |question| question.step == self)
    }
}

/// One question.
pub struct Question {
    /// Its stable name, also inside the sealed report.
    pub key: &'static str,
    /// Where in the form it stands.
    pub step: Step,
    /// What can be answered.
    pub kind: Kind,
    /// When it is asked: all clauses must hold. Empty: always.
    pub shown: &'static [Clause],
    /// The question.
    pub label: Text,
    /// Why it is asked, or how to answer.
    pub help: Option<Text>,
    /// Longest answer in characters, for typed answers; otherwise 0.
    pub max_chars: usize,
}

/// What can be answered.
pub enum Kind {
    /// At most one of these.
    One(&'static [Choice]),
    /// Any number of these.
    Many(&'static [Choice]),
    /// One of the organisation's locations, or one of these.
    Place(&'static [Choice]),
    /// A line of text.
    Line,
    /// Paragraphs of text.
    Paragraphs,
    /// Any number of the officers.
    Officers,
}

/// One possible answer.
pub struct Choice {
    /// Its stable value, also inside the sealed report.
    pub value: &'static str,
    /// What the reporter reads.
    pub label: Text,
    /// Examples.
    pub hint: Option<Text>,
    /// Offered when one of these values of `kinds` is chosen, or none at all. Empty: always.
    pub kinds: &'static [&'static str],
}

/// A condition on an earlier answer.
pub struct Clause {
    /// The key of the question it looks at.
    pub key: &'static str,
    /// The values it looks for.
    pub values: &'static [&'static str],
    /// Whether one of them must be chosen or none may be.
    pub must: Must,
}

/// What a [`Clause`] asks of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Must {
    /// One of the values is chosen.
    Be,
    /// None of the values is chosen; an open question is fine.
    NotBe,
}

const fn choice(value: &'static str, label: Text) -> Choice {
    Choice { value, label, hint: None, kinds: &[] }
}

impl Choice {
    const fn hinted(self, hint: Text) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// Names the kinds it is offered with, for page and stylesheet; `None` when it always is.
    pub fn class(&self) -> Option<String> {
        // Two letters of each: they differ, and pages are full of them.
        let short: Vec<_> = self.kinds.iter().map(|kind| &kind[..2]).collect();
        (!short.is_empty()).then(|| format!("with-{}", short.join("-")))
    }

    const fn only_with(self, kinds: &'static [&'static str]) -> Self {
        Self { kinds, ..self }
    }
}

const fn is(key: &'static str, values: &'static [&'static str]) -> Clause {
    Clause { key, values, must: Must::Be }
}

const fn is_not(key: &'static str, values: &'static [&'static str]) -> Clause {
    Clause { key, values, must: Must::NotBe }
}

impl Clause {
    /// Whether the answers given so far fulfil it.
    pub fn holds(&self, answers: &Answers) -> bool {
        let chosen = self.values.iter().any(|value| answers.has(self.key, value));
        chosen == (self.must == Must::Be)
    }
}

impl Question {
    /// Whether a condition, of a question, a choice or a notice, looks at this choice of it.
    pub fn is_looked_at(&self, value: &str) -> bool {
        let of_questions = QUESTIONS.iter().flat_map(|question| question.shown);
        let of_notices = NOTICES.iter().flat_map(|notice| notice.shown.iter().copied().flatten());
        let looks = |clause: &Clause| clause.key == self.key && clause.values.contains(&value);
        let mut choices = QUESTIONS.iter().flat_map(Self::choices);
        of_questions.chain(of_notices).any(looks)
            || self.key == "kinds" && choices.any(|choice| choice.kinds.contains(&value))
    }

    /// The choices it offers; none for typed answers and officers.
    pub fn choices(&self) -> &'static [Choice] {
        match self.kind {
            Kind::One(choices) | Kind::Many(choices) | Kind::Place(choices) => choices,
            Kind::Line | Kind::Paragraphs | Kind::Officers => &[],
        }
    }
}

/// The question with this key.
pub fn find(key: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.key == key)
}

/// What the form says when the answers call for it. It informs and never keeps anyone from sending.
pub struct Notice {
    /// Its stable name: the id of its part of the page.
    pub key: &'static str,
    /// It stands at the end of this step.
    pub step: Step,
    /// It is shown when every clause of one of these groups holds.
    pub shown: &'static [&'static [Clause]],
    /// How it is shown.
    pub manner: Manner,
}

/// How a [`Notice`] is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Manner {
    /// A page of its own when the form goes step by step; otherwise a panel in the form.
    Interruption,
    /// A line among the questions.
    Line,
}

impl Notice {
    /// Whether it is shown, given the answers so far.
    pub fn is_shown(&self, answers: &Answers) -> bool {
        self.shown.iter().any(|group| group.iter().all(|clause| clause.holds(answers)))
    }
}

/// Every notice, in the order of the form. Source: requirements R16 to R19, X2.
pub static NOTICES: &[Notice] = &[
    Notice {
        key: "notice-danger",
        step: Step::Safety,
        shown: &[&[is("danger", &["yes"])]],
        manner: Manner::Interruption,
    },
    Notice {
        key: "notice-danger-client",
        step: Step::You,
        shown: &[&[is("danger", &["yes"]), is("role", &["client"])]],
        manner: Manner::Interruption,
    },
    Notice {
        key: "notice-stop",
        step: Step::Kinds,
        shown: &[
            &[is("kinds", &["sexual", "physical", "money"]), is_not("victim", &["me"])],
            &[is("danger", &["yes"]), is_not("victim", &["me"])],
        ],
        manner: Manner::Interruption,
    },
    Notice {
        key: "notice-stop-me",
        step: Step::Kinds,
        shown: &[
            &[is("kinds", &["sexual", "physical", "money"]), is("victim", &["me"])],
            &[is("danger", &["yes"]), is("victim", &["me"])],
        ],
        manner: Manner::Interruption,
    },
    Notice {
        key: "notice-hint",
        step: Step::Story,
        shown: &[&[
            is("kinds", &["psych", "neglect"]),
            is_not("kinds", &["sexual", "physical", "money"]),
        ]],
        manner: Manner::Line,
    },
    Notice {
        key: "notice-secrecy",
        step: Step::Story,
        shown: &[&[is("role", &["employee"])]],
        manner: Manner::Line,
    },
    Notice {
        key: "notice-week",
        step: Step::When,
        shown: &[&[is("kinds", &["sexual"]), is("when", &["now", "week"])]],
        manner: Manner::Interruption,
    },
    Notice {
        key: "notice-family",
        step: Step::Actor,
        shown: &[&[is("actor", &["family"]), is("victim", &["client", "clients"])]],
        manner: Manner::Interruption,
    },
    Notice {
        key: "notice-anonymous",
        step: Step::More,
        shown: &[&[is("identity", &["anonymous"])]],
        manner: Manner::Line,
    },
];

/// What stands before the name of one of the organisation's own locations in the answer to
/// `where`.
pub const LOCATION_PREFIX: &str = "at:";

/// Every question, in the order of the form.
pub static QUESTIONS: &[Question] = &[
    Question {
        key: "door",
        step: Step::Door,
        kind: Kind::One(&[
            choice("report", Texts::q_door_report),
            choice("question", Texts::q_door_question),
        ]),
        shown: &[],
        label: Texts::q_door,
        help: None,
        max_chars: 0,
    },
    Question {
        key: "danger",
        step: Step::Safety,
        kind: Kind::One(&[
            choice("yes", Texts::q_danger_yes),
            choice("no", Texts::q_danger_no),
            choice("unsure", Texts::q_danger_unsure),
        ]),
        shown: &[],
        label: Texts::q_danger,
        help: Some(Texts::q_danger_help),
        max_chars: 0,
    },
    Question {
        key: "role",
        step: Step::You,
        kind: Kind::One(&[
            choice("client", Texts::q_role_client),
            choice("family", Texts::q_role_family),
            choice("representative", Texts::q_role_representative),
            choice("employee", Texts::q_role_employee),
            choice("volunteer", Texts::q_role_volunteer),
            choice("former", Texts::q_role_former),
            choice("other", Texts::q_role_other),
            choice("nosay", Texts::q_role_nosay),
        ]),
        shown: &[],
        label: Texts::q_role,
        help: Some(Texts::q_role_help),
        max_chars: 0,
    },
    Question {
        key: "helper",
        step: Step::You,
        kind: Kind::One(&[
            choice("alone", Texts::q_helper_alone),
            choice("helped", Texts::q_helper_helped),
            choice("behalf", Texts::q_helper_behalf),
        ]),
        shown: &[is("role", &["client", "family", "representative"])],
        label: Texts::q_helper,
        help: None,
        max_chars: 0,
    },
    Question {
        key: "victim",
        step: Step::Victim,
        kind: Kind::One(&[
            choice("me", Texts::q_victim_me),
            choice("client", Texts::q_victim_client),
            choice("clients", Texts::q_victim_clients),
            choice("colleague", Texts::q_victim_colleague),
            choice("unknown", Texts::q_victim_unknown),
        ]),
        shown: &[],
        label: Texts::q_victim,
        help: None,
        max_chars: 0,
    },
    Question {
        key: "kinds",
        step: Step::Kinds,
        kind: Kind::Many(&[
            choice("neglect", Texts::q_kinds_neglect).hinted(Texts::q_kinds_neglect_hint),
            choice("psych", Texts::q_kinds_psych).hinted(Texts::q_kinds_psych_hint),
            choice("physical", Texts::q_kinds_physical).hinted(Texts::q_kinds_physical_hint),
            choice("sexual", Texts::q_kinds_sexual).hinted(Texts::q_kinds_sexual_hint),
            choice("money", Texts::q_kinds_money).hinted(Texts::q_kinds_money_hint),
            choice("discrimination", Texts::q_kinds_discrimination)
                .hinted(Texts::q_kinds_discrimination_hint),
            choice("gut", Texts::q_kinds_gut),
            choice("other", Texts::q_kinds_other),
        ]),
        shown: &[],
        label: Texts::q_kinds,
        help: Some(Texts::q_kinds_help),
        max_chars: 0,
    },
    Question {
        key: "grounds",
        step: Step::Kinds,
        kind: Kind::Many(&[
            choice("origin", Texts::q_grounds_origin),
            choice("religion", Texts::q_grounds_religion),
            choice("sex", Texts::q_grounds_sex),
            choice("gender", Texts::q_grounds_gender),
            choice("orientation", Texts::q_grounds_orientation),
            choice("disability", Texts::q_grounds_disability),
            choice("age", Texts::q_grounds_age),
            choice("weight", Texts::q_grounds_weight),
            choice("language", Texts::q_grounds_language),
            choice("political", Texts::q_grounds_political),
            choice("civil", Texts::q_grounds_civil),
            choice("contract", Texts::q_grounds_contract),
            choice("social", Texts::q_grounds_social),
            choice("other", Texts::q_grounds_other),
            choice("unknown", Texts::q_grounds_unknown),
        ]),
        shown: &[is("kinds", &["discrimination"])],
        label: Texts::q_grounds,
        help: Some(Texts::q_grounds_help),
        max_chars: 0,
    },
    Question {
        key: "story",
        step: Step::Story,
        kind: Kind::Paragraphs,
        shown: &[],
        label: Texts::q_story,
        help: Some(Texts::q_story_help),
        max_chars: 20000,
    },
    Question {
        key: "source_of_knowledge",
        step: Step::Story,
        kind: Kind::Many(&[
            choice("experienced", Texts::q_source_of_knowledge_experienced),
            choice("saw", Texts::q_source_of_knowledge_saw),
            choice("heard", Texts::q_source_of_knowledge_heard),
            choice("client_told", Texts::q_source_of_knowledge_client_told),
            choice("others_told", Texts::q_source_of_knowledge_others_told),
            choice("signs", Texts::q_source_of_knowledge_signs),
            choice("own", Texts::q_source_of_knowledge_own),
        ]),
        shown: &[],
        label: Texts::q_source_of_knowledge,
        help: Some(Texts::q_source_of_knowledge_help),
        max_chars: 0,
    },
    Question {
        key: "when",
        step: Step::When,
        kind: Kind::One(&[
            choice("now", Texts::q_when_now),
            choice("week", Texts::q_when_week),
            choice("month", Texts::q_when_month),
            choice("year", Texts::q_when_year),
            choice("longer", Texts::q_when_longer),
            choice("unknown", Texts::q_when_unknown),
        ]),
        shown: &[],
        label: Texts::q_when,
        help: Some(Texts::q_when_help),
        max_chars: 0,
    },
    Question {
        key: "when_detail",
        step: Step::When,
        kind: Kind::Line,
        shown: &[],
        label: Texts::q_when_detail,
        help: None,
        max_chars: 200,
    },
    Question {
        key: "often",
        step: Step::When,
        kind: Kind::One(&[
            choice("once", Texts::q_often_once),
            choice("more", Texts::q_often_more),
            choice("unknown", Texts::q_often_unknown),
        ]),
        shown: &[],
        label: Texts::q_often,
        help: None,
        max_chars: 0,
    },
    Question {
        key: "where",
        step: Step::Where,
        kind: Kind::Place(&[
            choice("home", Texts::q_where_home),
            choice("online", Texts::q_where_online),
            choice("elsewhere", Texts::q_where_elsewhere),
        ]),
        shown: &[],
        label: Texts::q_where,
        help: Some(Texts::q_where_help),
        max_chars: 0,
    },
    Question {
        key: "where_detail",
        step: Step::Where,
        kind: Kind::Line,
        shown: &[],
        label: Texts::q_where_detail,
        help: None,
        max_chars: 200,
    },
    Question {
        key: "actor",
        step: Step::Actor,
        kind: Kind::One(&[
            choice("care", Texts::q_actor_care),
            choice("staff", Texts::q_actor_staff),
            choice("manager", Texts::q_actor_manager),
            choice("volunteer", Texts::q_actor_volunteer),
            choice("client", Texts::q_actor_client),
            choice("family", Texts::q_actor_family),
            choice("several", Texts::q_actor_several),
            choice("self", Texts::q_actor_self),
            choice("unknown", Texts::q_actor_unknown),
        ]),
        shown: &[],
        label: Texts::q_actor,
        help: Some(Texts::q_actor_help),
        max_chars: 0,
    },
    Question {
        key: "actor_name",
        step: Step::Actor,
        kind: Kind::Line,
        shown: &[is_not("actor", &["self", "unknown"])],
        label: Texts::q_actor_name,
        help: Some(Texts::q_actor_name_help),
        max_chars: 200,
    },
    Question {
        key: "identity",
        step: Step::Identity,
        kind: Kind::One(&[
            choice("anonymous", Texts::q_identity_anonymous)
                .hinted(Texts::q_identity_anonymous_hint),
            choice("team_only", Texts::q_identity_team_only),
            choice("open", Texts::q_identity_open),
        ]),
        shown: &[],
        label: Texts::q_identity,
        help: Some(Texts::q_identity_help),
        max_chars: 0,
    },
    Question {
        key: "name",
        step: Step::Identity,
        kind: Kind::Line,
        shown: &[is_not("identity", &["anonymous"])],
        label: Texts::q_name,
        help: None,
        max_chars: 200,
    },
    Question {
        key: "contact",
        step: Step::Identity,
        kind: Kind::Line,
        shown: &[is_not("identity", &["anonymous"])],
        label: Texts::q_contact,
        help: Some(Texts::q_contact_help),
        max_chars: 200,
    },
    Question {
        key: "exclude",
        step: Step::Identity,
        kind: Kind::Officers,
        shown: &[],
        label: Texts::q_exclude,
        help: Some(Texts::q_exclude_help),
        max_chars: 0,
    },
    Question {
        key: "d_signs",
        step: Step::More,
        kind: Kind::Many(&[
            choice("dirty", Texts::q_d_signs_dirty).only_with(&["neglect"]),
            choice("eats", Texts::q_d_signs_eats).only_with(&["neglect", "psych"]),
            choice("sleeps", Texts::q_d_signs_sleeps).only_with(&["neglect", "psych"]),
            choice("passive", Texts::q_d_signs_passive)
                .only_with(&["neglect", "psych", "physical"]),
            choice("clingy", Texts::q_d_signs_clingy).only_with(&["neglect"]),
            choice("afraid", Texts::q_d_signs_afraid).only_with(&["psych"]),
            choice("confused", Texts::q_d_signs_confused).only_with(&["psych"]),
            choice("distrust", Texts::q_d_signs_distrust).only_with(&["psych"]),
            choice("startles", Texts::q_d_signs_startles).only_with(&["psych"]),
            choice("angry", Texts::q_d_signs_angry).only_with(&["neglect", "psych"]),
            choice("sad", Texts::q_d_signs_sad).only_with(&["neglect", "psych"]),
            choice("bruises", Texts::q_d_signs_bruises).only_with(&["physical"]),
            choice("wounds", Texts::q_d_signs_wounds).only_with(&["physical"]),
            choice("drowsy", Texts::q_d_signs_drowsy).only_with(&["physical"]),
            choice("undressing", Texts::q_d_signs_undressing).only_with(&["sexual"]),
            choice("pain", Texts::q_d_signs_pain).only_with(&["sexual"]),
            choice("infection", Texts::q_d_signs_infection).only_with(&["sexual"]),
            choice("money", Texts::q_d_signs_money).only_with(&["money"]),
            choice("supplies", Texts::q_d_signs_supplies).only_with(&["money"]),
            choice("missing", Texts::q_d_signs_missing).only_with(&["money"]),
            choice("avoids", Texts::q_d_signs_avoids),
            choice("changed", Texts::q_d_signs_changed),
        ]),
        shown: &[is("victim", &["client", "clients", "unknown"])],
        label: Texts::q_d_signs,
        help: None,
        max_chars: 0,
    },
    Question {
        key: "d_client_now",
        step: Step::More,
        kind: Kind::Paragraphs,
        shown: &[is_not("victim", &["me"])],
        label: Texts::q_d_client_now,
        help: None,
        max_chars: 5000,
    },
    Question {
        key: "d_client_knows",
        step: Step::More,
        kind: Kind::One(&[
            choice("agrees", Texts::q_d_client_knows_agrees),
            choice("disagrees", Texts::q_d_client_knows_disagrees),
            choice("no", Texts::q_d_client_knows_no),
            choice("cannot", Texts::q_d_client_knows_cannot),
            choice("unknown", Texts::q_d_client_knows_unknown),
        ]),
        shown: &[is("victim", &["client", "clients"]), is_not("role", &["client"])],
        label: Texts::q_d_client_knows,
        help: Some(Texts::q_d_client_knows_help),
        max_chars: 0,
    },
    Question {
        key: "d_done",
        step: Step::More,
        kind: Kind::Many(&[
            choice("addressed", Texts::q_d_done_addressed),
            choice("manager", Texts::q_d_done_manager),
            choice("confidant", Texts::q_d_done_confidant),
            choice("file", Texts::q_d_done_file),
            choice("mic", Texts::q_d_done_mic),
            choice("police", Texts::q_d_done_police),
            choice("nothing", Texts::q_d_done_nothing),
        ]),
        shown: &[is("role", &["employee", "volunteer", "family"])],
        label: Texts::q_d_done,
        help: Some(Texts::q_d_done_help),
        max_chars: 0,
    },
    Question {
        key: "d_witness",
        step: Step::More,
        kind: Kind::Paragraphs,
        shown: &[],
        label: Texts::q_d_witness,
        help: Some(Texts::q_d_witness_help),
        max_chars: 5000,
    },
    Question {
        key: "d_measure",
        step: Step::More,
        kind: Kind::One(&[
            choice("yes", Texts::q_d_measure_yes),
            choice("no", Texts::q_d_measure_no),
            choice("unknown", Texts::q_d_measure_unknown),
        ]),
        shown: &[is("kinds", &["psych", "physical"]), is("victim", &["client"])],
        label: Texts::q_d_measure,
        help: None,
        max_chars: 0,
    },
    Question {
        key: "d_need",
        step: Step::More,
        kind: Kind::Many(&[
            choice("stop", Texts::q_d_need_stop),
            choice("safe", Texts::q_d_need_safe),
            choice("investigate", Texts::q_d_need_investigate),
            choice("talk", Texts::q_d_need_talk),
            choice("support", Texts::q_d_need_support),
            choice("register", Texts::q_d_need_register),
            choice("prevent", Texts::q_d_need_prevent),
        ]),
        shown: &[],
        label: Texts::q_d_need,
        help: None,
        max_chars: 0,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_notice_looks_at_choices_that_exist() {
        for clause in NOTICES.iter().flat_map(|notice| notice.shown.iter().copied().flatten()) {
            let choices = find(clause.key).expect("a question").choices();
            for value in clause.values {
                assert!(choices.iter().any(|choice| choice.value == *value), "{value}");
            }
        }
    }

    #[test]
    fn keys_are_unique_and_steps_stand_in_order() {
        let keys: HashSet<_> = QUESTIONS.iter().map(|question| question.key).collect();
        assert_eq!(keys.len(), QUESTIONS.len());
        let by_step: Vec<_> = Step::ALL.iter().flat_map(|step| step.questions()).collect();
        let in_order: Vec<_> =
            QUESTIONS.iter().filter(|question| question.step != Step::Door).collect();
        assert_eq!(by_step.len(), in_order.len());
        assert!(by_step.iter().zip(&in_order).all(|(a, b)| a.key == b.key));
    }

    #[test]
    fn every_condition_names_an_earlier_question_and_its_choices() {
        for (place, question) in QUESTIONS.iter().enumerate() {
            for clause in question.shown {
                let earlier = QUESTIONS[..place].iter().find(|other| other.key == clause.key);
                let choices = earlier.expect("an earlier question").choices();
                for value in clause.values {
                    assert!(choices.iter().any(|choice| choice.value == *value), "{value}");
                }
            }
        }
    }
}
