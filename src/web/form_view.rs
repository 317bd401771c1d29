//! The questionnaire as a page shows it: labels, what was filled in, and what is wrong with it.
//!
//! Made from the questions and from the form as it was sent, so that a faulty form comes back with
//! everything still in it. Nothing here decides what is right.

use super::App;
use crate::{
    Texts,
    core::questions::{
        Choice, Kind, LOCATION_PREFIX, Manner, NOTICES, Notice, Question, Step, Text,
    },
    core::report::{FieldError, FieldFault, ReportForm, STORY},
};

/// A part of the form.
pub struct StepView<'a> {
    /// Its heading.
    pub heading: String,
    /// Which part it is.
    pub step: Step,
    /// Its questions.
    pub questions: Vec<QuestionView<'a>>,
}

/// One question with what was answered.
pub struct QuestionView<'a> {
    /// The question's key: name and id of its field.
    pub key: &'static str,
    /// The question.
    pub label: String,
    /// Why it is asked, or how to answer.
    pub help: Option<String>,
    /// What is wrong with the answer.
    pub error: Option<String>,
    /// How it is answered.
    pub field: FieldView<'a>,
    /// Whether it must be answered.
    pub is_required: bool,
}

/// How a question is answered.
pub enum FieldView<'a> {
    /// A group of radio buttons.
    Radios(Vec<ChoiceView>),
    /// A group of tick boxes.
    Ticks(Vec<ChoiceView>),
    /// A drop-down list.
    List(Vec<ChoiceView>),
    /// A line of text.
    Line {
        /// What was typed.
        value: &'a str,
        /// Longest text in characters.
        max: usize,
    },
    /// Paragraphs of text.
    Paragraphs {
        /// What was typed.
        value: &'a str,
        /// Longest text in characters.
        max: usize,
    },
}

/// One choice.
pub struct ChoiceView {
    /// The id of its field.
    pub id: String,
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Examples.
    pub hint: Option<String>,
    /// Whether it is chosen.
    pub chosen: bool,
    /// The class by which it comes and goes with other answers; empty when it is always offered.
    pub class: String,
}

impl StepView<'_> {
    /// Notices that stand among its questions.
    pub fn lines(&self) -> impl Iterator<Item = &'static Notice> {
        notices(self.step, Manner::Line)
    }

    /// Notices that come after it.
    pub fn interruptions(&self) -> impl Iterator<Item = &'static Notice> {
        notices(self.step, Manner::Interruption)
    }

    /// Whether anything in it is answered or wrong.
    pub fn is_started(&self) -> bool {
        self.questions.iter().any(|question| question.error.is_some() || question.is_answered())
    }
}

fn notices(step: Step, manner: Manner) -> impl Iterator<Item = &'static Notice> {
    NOTICES.iter().filter(move |notice| notice.step == step && notice.manner == manner)
}

impl QuestionView<'_> {
    fn is_answered(&self) -> bool {
        match &self.field {
            FieldView::Radios(choices) | FieldView::Ticks(choices) | FieldView::List(choices) => {
                choices.iter().any(|choice| choice.chosen)
            }
            FieldView::Line { value, .. } | FieldView::Paragraphs { value, .. } => {
                !value.is_empty()
            }
        }
    }

    /// The ids of help and error, for `aria-describedby`; empty when there are none.
    pub fn described_by(&self) -> String {
        let help = self.help.as_ref().map(|_| format!("{}-help", self.key));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.key));
        [error, help].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The id of the field that a message about this question leads to.
    pub fn first_field(&self) -> String {
        match &self.field {
            FieldView::Radios(choices) | FieldView::Ticks(choices) => {
                choices.first().map_or_else(|| self.key.to_owned(), |choice| choice.id.clone())
            }
            _ => self.key.to_owned(),
        }
    }
}

/// These parts of the form, with what was filled in and what is wrong with it.
pub fn steps<'a>(
    app: &App,
    texts: &Texts,
    (form, errors): (&'a ReportForm, &[FieldError]),
    which: &[Step],
) -> Vec<StepView<'a>> {
    which
        .iter()
        .map(|&step| StepView {
            heading: heading(step)(texts),
            step,
            questions: step
                .questions()
                .filter(|question| is_offered(app, question))
                .map(|question| view(app, texts, form, (question, errors)))
                .collect(),
        })
        .collect()
}

/// Staying anonymous is the organisation's choice to offer (R3).
fn is_allowed(app: &App, id: &str) -> bool {
    app.config.reporting.anonymous || id != "identity-anonymous"
}

/// The questions that can be answered later, with the code: a name, and everything that was left
/// for later. Who may read the report was settled when it was sent.
pub fn later<'a>(
    app: &App,
    texts: &Texts,
    (form, errors): (&'a ReportForm, &[FieldError]),
) -> Vec<StepView<'a>> {
    let mut steps = steps(app, texts, (form, errors), &LATER);
    for step in &mut steps {
        step.questions.retain(|question| question.key != "exclude");
        for question in &mut step.questions {
            if let FieldView::Radios(choices) = &mut question.field {
                choices.retain(|choice| choice.id != "identity-anonymous");
            }
        }
    }
    steps
}

/// The steps of [`later`].
pub const LATER: [Step; 2] = [Step::More, Step::Identity];

/// Excluding somebody makes sense with two officers or more.
fn is_offered(app: &App, question: &Question) -> bool {
    !matches!(question.kind, Kind::Officers) || app.team.officers().count() > 1
}

fn view<'a>(
    app: &App,
    texts: &Texts,
    form: &'a ReportForm,
    (question, errors): (&'static Question, &[FieldError]),
) -> QuestionView<'a> {
    let typed = form.sent(question.key).first().copied().unwrap_or_default();
    let max = question.max_chars;
    let choices = |choices| choice_views(texts, form, question, choices);
    let error = errors.iter().find(|error| error.key == question.key);
    QuestionView {
        key: question.key,
        label: (question.label)(texts),
        help: question.help.map(|help| help(texts)),
        error: error.map(|error| sentence(texts, error)),
        field: match question.kind {
            Kind::One(all) => {
                let mut radios = choices(all);
                radios.retain(|choice| is_allowed(app, &choice.id));
                FieldView::Radios(radios)
            }
            Kind::Many(all) => FieldView::Ticks(choices(all)),
            Kind::Place(all) => {
                let mut list = location_views(app, form, question);
                list.extend(choices(all));
                FieldView::List(list)
            }
            Kind::Officers => FieldView::Ticks(officer_views(app, form, question)),
            Kind::Line => FieldView::Line { value: typed, max },
            Kind::Paragraphs => FieldView::Paragraphs { value: typed, max },
        },
        is_required: question.key == STORY,
    }
}

fn choice_views(
    texts: &Texts,
    form: &ReportForm,
    question: &Question,
    choices: &[Choice],
) -> Vec<ChoiceView> {
    let view = |choice: &Choice| ChoiceView {
        id: format!("{}-{}", question.key, choice.value),
        value: choice.value.to_owned(),
        label: (choice.label)(texts),
        hint: choice.hint.map(|hint| hint(texts)),
        chosen: form.has(question.key, choice.value),
        class: choice.class().unwrap_or_default(),
    };
    choices.iter().map(view).collect()
}

fn location_views(app: &App, form: &ReportForm, question: &Question) -> Vec<ChoiceView> {
    let view = |(place, name): (usize, &String)| {
        let value = format!("{LOCATION_PREFIX}{name}");
        ChoiceView {
            id: format!("{}-at-{place}", question.key),
            chosen: form.has(question.key, &value),
            label: name.clone(),
            hint: None,
            value,
            class: String::new(),
        }
    };
    app.config.organisation.locations.iter().enumerate().map(view).collect()
}

fn officer_views(app: &App, form: &ReportForm, question: &Question) -> Vec<ChoiceView> {
    let officers = app.team.officers().map(|officer| {
        let value = officer.id.to_string();
        ChoiceView {
            id: format!("{}-{value}", question.key),
            chosen: form.has(question.key, &value),
            label: match officer.file.role.as_str() {
                "" => officer.file.name.clone(),
                role => format!("{}, {role}", officer.file.name),
            },
            hint: None,
            value,
            class: String::new(),
        }
    });
    officers.collect()
}

fn heading(step: Step) -> Text {
    match step {
        Step::Door => Texts::q_door,
        Step::Safety => Texts::form_step_safety,
        Step::You => Texts::form_step_you,
        Step::Victim => Texts::form_step_victim,
        Step::Kinds => Texts::form_step_kinds,
        Step::Story => Texts::form_step_story,
        Step::When => Texts::form_step_when,
        Step::Where => Texts::form_step_where,
        Step::Actor => Texts::form_step_actor,
        Step::Identity => Texts::form_step_identity,
        Step::More => Texts::form_step_more,
    }
}

/// What is wrong with a field, in the reader's language.
fn sentence(texts: &Texts, error: &FieldError) -> String {
    match error.what {
        FieldFault::Missing => texts.q_story_error(),
        FieldFault::TooLong { found, max } => texts.error_too_long(found, max),
        FieldFault::UnknownChoice => texts.error_unknown_choice(),
        FieldFault::ExcludesEverybody => texts.q_exclude_error(),
        FieldFault::Unreadable => texts.error_unreadable(),
    }
}
