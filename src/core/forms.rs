//! The forms: which questions each of them asks.
//!
//! The public pages show them, the check of a form keeps to them, and a report names the one that
//! was used. Keys are stable: they stand inside sealed reports for years. All forms share the one
//! questionnaire; there is no second set of answers.

use super::{
    questions::{self, Clause, Must, Notice, Question, Step},
    report::Answers,
};

/// The form with which a report was made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum FormUsed {
    /// Every question.
    #[default]
    Full,
    /// Few questions in few words, with pictures (O17).
    Easy,
    /// First ask a question (R6): the text and a name alone.
    Question,
}

/// The questions of the easy form besides those of [`Step::Identity`].
const EASY: [&str; 7] = ["danger", "helper", "story", "when", "actor", "actor_name", "d_need"];

impl FormUsed {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Full, Self::Easy, Self::Question];

    /// Its stable name inside a report.
    pub fn key(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Easy => "easy",
            Self::Question => "question",
        }
    }

    /// The form with this key.
    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.key() == key)
    }

    /// Its parts, in the order in which it shows them.
    pub fn steps(self) -> &'static [Step] {
        match self {
            Self::Full => &Step::ALL,
            Self::Easy => &[
                Step::Safety,
                Step::Story,
                Step::Actor,
                Step::When,
                Step::More,
                Step::You,
                Step::Identity,
            ],
            Self::Question => &[Step::Story, Step::Identity],
        }
    }

    /// Whether it ever asks this question, or sets it: [`Step::Door`].
    pub fn asks(self, question: &Question) -> bool {
        match (self, question.step) {
            (_, Step::Door) | (Self::Full, _) | (Self::Easy, Step::Identity) => true,
            (Self::Easy, _) => EASY.contains(&question.key),
            (Self::Question, step) => self.steps().contains(&step),
        }
    }

    /// Whether answers to it can call for this notice.
    pub fn gives(self, notice: &Notice) -> bool {
        let can_hold = |clause: &Clause| clause.must == Must::NotBe || self.asks_for(clause.key);
        notice.shown.iter().any(|group| group.iter().all(can_hold))
    }

    /// Whether it asks this question, given the answers so far. A condition on a question that
    /// this form does not ask says nothing.
    pub fn shows(self, question: &Question, answers: &Answers) -> bool {
        let mut clauses = question.shown.iter().filter(|clause| self.asks_for(clause.key));
        self.asks(question) && clauses.all(|clause| clause.holds(answers))
    }

    fn asks_for(self, key: &str) -> bool {
        questions::find(key).is_some_and(|question| self.asks(question))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::questions::{NOTICES, QUESTIONS};

    fn asked(form: FormUsed) -> Vec<&'static str> {
        let steps = form.steps().iter().flat_map(|step| step.questions());
        steps.filter(|question| form.asks(question)).map(|question| question.key).collect()
    }

    #[test]
    fn every_form_has_a_key_of_its_own_and_asks_for_the_story_and_the_readers() {
        for form in FormUsed::ALL {
            assert_eq!(FormUsed::find(form.key()), Some(form));
            assert!(asked(form).contains(&"story") && asked(form).contains(&"exclude"));
        }
        assert_eq!(FormUsed::find("newer"), None);
    }

    #[test]
    fn the_full_form_asks_everything_and_the_easy_one_its_few() {
        let door = QUESTIONS.iter().filter(|question| question.step == Step::Door).count();
        assert_eq!(asked(FormUsed::Full).len(), QUESTIONS.len() - door);
        let easy = asked(FormUsed::Easy);
        assert!(EASY.iter().all(|key| easy.contains(key)));
        assert_eq!(easy.len(), EASY.len() + Step::Identity.questions().count());
    }

    #[test]
    fn a_form_gives_the_notices_that_its_answers_can_call_for() {
        let given = |form: FormUsed| {
            let given = NOTICES.iter().filter(move |notice| form.gives(notice));
            given.map(|notice| notice.key).collect::<Vec<_>>()
        };
        assert_eq!(given(FormUsed::Full).len(), NOTICES.len());
        assert_eq!(given(FormUsed::Easy), ["notice-danger", "notice-stop", "notice-anonymous"]);
        assert_eq!(given(FormUsed::Question), ["notice-anonymous"]);
    }

    #[test]
    fn a_condition_on_what_is_not_asked_says_nothing() {
        let helper = questions::find("helper").expect("a question");
        let nothing = Answers::default();
        assert!(FormUsed::Easy.shows(helper, &nothing));
        assert!(!FormUsed::Full.shows(helper, &nothing));
        assert!(!FormUsed::Question.shows(helper, &nothing));
        let anonymous = [("identity".to_owned(), vec!["anonymous".to_owned()])];
        let name = questions::find("name").expect("a question");
        assert!(!FormUsed::Easy.shows(name, &Answers::sample(&anonymous)));
    }
}
