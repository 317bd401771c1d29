//! The questionnaire as a page shows it: labels, what was filled in, and what is wrong with it.
//!
//! Made from the questions and from the form as it was sent, so that a faulty form comes back with
//! everything still in it. Nothing here decides what is right.

use super::{App, forms::Wording};
use crate::{
    Texts,
    core::forms::FormUsed,
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
    /// Of which form.
    form: FormUsed,
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
    /// Whether a picture stands beside it; its name is the key.
    pub has_picture: bool,
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
    /// Whether anything refers to that id: pages are full of choices.
    pub has_id: bool,
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
    /// Whether a picture stands beside it; its name is the id.
    pub has_picture: bool,
}

impl StepView<'_> {
    /// Notices that stand among its questions.
    pub fn lines(&self) -> impl Iterator<Item = &'static Notice> {
        self.notices(Manner::Line)
    }

    /// Notices that come after it.
    pub fn interruptions(&self) -> impl Iterator<Item = &'static Notice> {
        self.notices(Manner::Interruption)
    }

    fn notices(&self, manner: Manner) -> impl Iterator<Item = &'static Notice> {
        let Self { step, form, .. } = *self;
        let here = move |notice: &&Notice| notice.step == step && notice.manner == manner;
        NOTICES.iter().filter(here).filter(move |notice| form.gives(notice))
    }

    /// Whether anything in it is answered or wrong.
    pub fn is_started(&self) -> bool {
        self.questions.iter().any(|question| question.error.is_some() || question.is_answered())
    }
}

impl QuestionView<'_> {
    /// The same question in other words, with pictures. A list that the organisation fills, such
    /// as its officers, stays as it is.
    fn in_words(self, wording: &Wording, texts: &Texts) -> Self {
        let reworded = |choices: Vec<ChoiceView>| match wording.choices {
            [] => choices,
            words => {
                let known = choices.into_iter();
                known.filter_map(|choice| choice.in_words(words, texts)).collect()
            }
        };
        let field = match self.field {
            FieldView::Radios(choices) => FieldView::Radios(reworded(choices)),
            FieldView::Ticks(choices) => FieldView::Ticks(reworded(choices)),
            other => other,
        };
        let help = wording.help.map(|help| help(texts));
        Self { label: (wording.label)(texts), help, field, has_picture: true, ..self }
    }

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

impl ChoiceView {
    /// The same choice in other words; `None` when it is not offered and was not chosen.
    fn in_words(self, words: &[(&str, Text)], texts: &Texts) -> Option<Self> {
        match words.iter().find(|(value, _)| *value == self.value) {
            Some((_, label)) => {
                Some(Self { label: label(texts), hint: None, has_picture: true, ..self })
            }
            None => self.chosen.then_some(self),
        }
    }
}

/// A form, with what was filled in and what is wrong with it.
pub fn steps<'a>(
    app: &App,
    texts: &Texts,
    sent: (&'a ReportForm, &[FieldError]),
    form: FormUsed,
) -> Vec<StepView<'a>> {
    form.steps().iter().map(|&step| part((app, texts), sent, (form, step))).collect()
}

fn part<'a>(
    (app, texts): (&App, &Texts),
    (sent, errors): (&'a ReportForm, &[FieldError]),
    (form, step): (FormUsed, Step),
) -> StepView<'a> {
    let questions = step.questions().filter(|question| form.asks(question));
    let offered = questions.filter(|question| is_offered(app, question));
    StepView {
        heading: form.step_heading(step)(texts),
        step,
        form,
        questions: offered
            .map(|question| {
                let view = view(app, texts, sent, (question, errors));
                match form.wording(question) {
                    Some(wording) => view.in_words(wording, texts),
                    None => view,
                }
            })
            .collect(),
    }
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
    let sent = (form, errors);
    let mut steps = LATER.map(|step| part((app, texts), sent, (FormUsed::Full, step)));
    for step in &mut steps {
        step.questions.retain(|question| question.key != "exclude");
        for question in &mut step.questions {
            if let FieldView::Radios(choices) = &mut question.field {
                choices.retain(|choice| choice.id != "identity-anonymous");
            }
        }
    }
    steps.into()
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
        has_picture: false,
    }
}

fn choice_views(
    texts: &Texts,
    form: &ReportForm,
    question: &Question,
    choices: &[Choice],
) -> Vec<ChoiceView> {
    let view = |(place, choice): (usize, &Choice)| ChoiceView {
        id: format!("{}-{}", question.key, choice.value),
        // A fault leads to the first.
        has_id: place == 0 || question.is_looked_at(choice.value) || choice.hint.is_some(),
        value: choice.value.to_owned(),
        label: (choice.label)(texts),
        hint: choice.hint.map(|hint| hint(texts)),
        chosen: form.has(question.key, choice.value),
        class: choice.class().unwrap_or_default(),
        has_picture: false,
    };
    choices.iter().enumerate().map(view).collect()
}

fn location_views(app: &App, form: &ReportForm, question: &Question) -> Vec<ChoiceView> {
    let view = |(place, name): (usize, &String)| {
        let value = format!("{LOCATION_PREFIX}{name}");
        ChoiceView {
            id: format!("{}-at-{place}", question.key),
            has_id: false,
            chosen: form.has(question.key, &value),
            label: name.clone(),
            hint: None,
            value,
            class: String::new(),
            has_picture: false,
        }
    };
    app.config.organisation.locations.iter().enumerate().map(view).collect()
}

fn officer_views(app: &App, form: &ReportForm, question: &Question) -> Vec<ChoiceView> {
    let officers = app.team.officers().enumerate().map(|(place, officer)| {
        let value = officer.id.to_string();
        ChoiceView {
            id: format!("{}-{value}", question.key),
            has_id: place == 0,
            chosen: form.has(question.key, &value),
            label: match officer.file.role.as_str() {
                "" => isolated(&officer.file.name),
                role => isolated(&format!("{}, {role}", officer.file.name)),
            },
            hint: None,
            value,
            class: String::new(),
            has_picture: false,
        }
    });
    officers.collect()
}

/// A name among words of another direction. Source: Unicode UAX #9, isolates.
fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
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
