//! The forms as pages show them: where each lies, what it says, and the words of the easy one.
//!
//! The questions, their keys and their values are those of the one questionnaire; the easy form
//! says them in fewer words and offers fewer choices. Its pictures have the ids of its questions
//! and choices, in `static/pictures.svg`.

use crate::{
    Texts,
    core::{
        forms::FormUsed,
        questions::{Notice, Question, Step, Text},
    },
};

impl FormUsed {
    /// Its Dutch path.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Full => "/melden",
            Self::Easy => "/makkelijk",
            Self::Question => "/vraag",
        }
    }

    /// Its heading.
    pub(super) fn heading(self) -> Text {
        match self {
            Self::Full => Texts::form_heading,
            Self::Easy => Texts::easy_heading,
            Self::Question => Texts::ask_heading,
        }
    }

    /// What stands above it.
    pub(super) fn intro(self) -> Text {
        match self {
            Self::Full => Texts::form_intro,
            Self::Easy => Texts::easy_intro,
            Self::Question => Texts::ask_intro,
        }
    }

    /// What stands on the button that sends it.
    pub(super) fn send(self) -> Text {
        match self {
            Self::Full => Texts::form_send,
            Self::Easy => Texts::easy_send,
            Self::Question => Texts::ask_send,
        }
    }

    /// The notice whose words it says for this one: the easy form speaks to clients.
    pub(super) fn notice_words(self, notice: &Notice) -> &'static str {
        match (self, notice.key) {
            (Self::Easy, "notice-danger") => "notice-danger-client",
            (_, key) => key,
        }
    }

    /// The heading of one of its parts.
    pub(super) fn step_heading(self, step: Step) -> Text {
        match (self, step) {
            (Self::Easy, Step::Safety) => Texts::easy_step_safety,
            (Self::Easy, Step::Story) => Texts::easy_step_story,
            (Self::Easy, Step::Actor) => Texts::easy_step_actor,
            (Self::Easy, Step::When) => Texts::easy_step_when,
            (Self::Easy, Step::More) => Texts::easy_step_need,
            (Self::Easy, Step::You) => Texts::easy_step_helper,
            (Self::Easy, Step::Identity) => Texts::easy_step_identity,
            (_, Step::Door) => Texts::q_door,
            (_, Step::Safety) => Texts::form_step_safety,
            (_, Step::You) => Texts::form_step_you,
            (_, Step::Victim) => Texts::form_step_victim,
            (_, Step::Kinds) => Texts::form_step_kinds,
            (_, Step::Story) => Texts::form_step_story,
            (_, Step::When) => Texts::form_step_when,
            (_, Step::Where) => Texts::form_step_where,
            (_, Step::Actor) => Texts::form_step_actor,
            (_, Step::Identity) => Texts::form_step_identity,
            (_, Step::More) => Texts::form_step_more,
        }
    }

    /// How it says a question, where it does not say it as the questionnaire does.
    pub(super) fn wording(self, question: &Question) -> Option<&'static Wording> {
        match self {
            Self::Easy => EASY.iter().find(|wording| wording.key == question.key),
            Self::Full | Self::Question => None,
        }
    }
}

/// A question in other words.
pub(super) struct Wording {
    /// The question's key.
    key: &'static str,
    /// The question.
    pub label: Text,
    /// How to answer.
    pub help: Option<Text>,
    /// The choices that are offered, by value.
    pub choices: &'static [(&'static str, Text)],
}

/// Every question of the easy form.
static EASY: [Wording; 11] = [
    Wording {
        key: "danger",
        label: Texts::easy_danger,
        help: Some(Texts::easy_danger_help),
        choices: &[
            ("yes", Texts::easy_danger_yes),
            ("no", Texts::easy_danger_no),
            ("unsure", Texts::easy_unknown),
        ],
    },
    Wording {
        key: "helper",
        label: Texts::easy_helper,
        help: None,
        choices: &[
            ("alone", Texts::easy_helper_alone),
            ("helped", Texts::easy_helper_helped),
            ("behalf", Texts::easy_helper_behalf),
        ],
    },
    Wording {
        key: "story",
        label: Texts::easy_story,
        help: Some(Texts::easy_story_help),
        choices: &[],
    },
    Wording {
        key: "when",
        label: Texts::easy_when,
        help: None,
        choices: &[
            ("now", Texts::easy_when_now),
            ("week", Texts::easy_when_week),
            ("month", Texts::easy_when_month),
            ("year", Texts::easy_when_year),
            ("longer", Texts::easy_when_longer),
            ("unknown", Texts::easy_unknown),
        ],
    },
    Wording {
        key: "actor",
        label: Texts::easy_actor,
        help: None,
        choices: &[
            ("care", Texts::easy_actor_care),
            ("staff", Texts::easy_actor_staff),
            ("manager", Texts::easy_actor_manager),
            ("volunteer", Texts::easy_actor_volunteer),
            ("client", Texts::easy_actor_client),
            ("family", Texts::easy_actor_family),
            ("unknown", Texts::easy_unknown),
        ],
    },
    Wording {
        key: "actor_name",
        label: Texts::easy_actor_name,
        help: Some(Texts::easy_not_needed),
        choices: &[],
    },
    Wording {
        key: "d_need",
        label: Texts::easy_need,
        help: Some(Texts::easy_many),
        choices: &[
            ("stop", Texts::easy_need_stop),
            ("safe", Texts::easy_need_safe),
            ("investigate", Texts::easy_need_investigate),
            ("talk", Texts::easy_need_talk),
            ("support", Texts::easy_need_support),
            ("register", Texts::easy_need_register),
        ],
    },
    Wording {
        key: "identity",
        label: Texts::easy_identity,
        help: None,
        choices: &[
            ("anonymous", Texts::easy_identity_anonymous),
            ("team_only", Texts::easy_identity_team_only),
            ("open", Texts::easy_identity_open),
        ],
    },
    Wording { key: "name", label: Texts::easy_name, help: None, choices: &[] },
    Wording {
        key: "contact",
        label: Texts::easy_contact,
        help: Some(Texts::easy_not_needed),
        choices: &[],
    },
    Wording {
        key: "exclude",
        label: Texts::easy_exclude,
        help: Some(Texts::easy_exclude_help),
        choices: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::questions::{self, QUESTIONS};

    #[test]
    fn the_easy_form_has_words_and_pictures_for_what_it_asks_and_no_choice_of_its_own() {
        let pictures = include_str!("../../static/pictures.svg");
        let asked = QUESTIONS.iter().filter(|question| question.step != Step::Door);
        let asked = asked.filter(|question| FormUsed::Easy.asks(question)).count();
        assert_eq!(asked, EASY.len());
        for wording in &EASY {
            let question = questions::find(wording.key).expect("a question");
            assert!(FormUsed::Easy.asks(question));
            let mut ids = vec![wording.key.to_owned()];
            for (value, _) in wording.choices {
                assert!(question.choices().iter().any(|choice| choice.value == *value), "{value}");
                ids.push(format!("{}-{value}", wording.key));
            }
            assert_eq!(wording.choices.is_empty(), question.choices().is_empty());
            for id in ids {
                assert!(pictures.contains(&format!("<symbol id=\"{id}\"")), "{id}");
            }
        }
    }
}
