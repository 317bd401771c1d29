//! What keeps a case open, and where officers said different things.
//!
//! Pages show both, each with its sentence and the place where it is mended. Closing asks for an
//! assessment by somebody who did not investigate, an outcome, a word to the reporter and settled
//! deadlines (O18, R31).

use super::{
    Keyed,
    case_fields::CaseField,
    checklist::Item,
    choices::AftercareGroup,
    choices::Word,
    clock::Due,
    deadlines::Deadline,
    event::{Assessment, Event},
    file::CaseFile,
    keyed::Row,
    persons::Pseudonym,
    register::Register,
    terms::Terms,
};
use crate::Texts;

/// A part of a case, where something is recorded and mended.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Section {
    /// Safe, punishable, route, conflicts.
    Triage,
    /// The fields of the case.
    Fields,
    /// The checklists.
    Steps,
    /// The facts.
    Facts,
    /// The key table.
    Persons,
    /// Decisions, and the police.
    Decisions,
    /// The assessment, and the causes.
    Assessment,
    /// Deadlines and the next step.
    Deadlines,
    /// Silence.
    Silence,
    /// Aftercare.
    Aftercare,
    /// Messages to the reporter.
    Messages,
    /// The end of the case.
    Closing,
}

impl Keyed for Section {
    const ALL: &'static [Self] = &[
        Self::Triage,
        Self::Fields,
        Self::Steps,
        Self::Facts,
        Self::Persons,
        Self::Decisions,
        Self::Assessment,
        Self::Deadlines,
        Self::Silence,
        Self::Aftercare,
        Self::Messages,
        Self::Closing,
    ];

    fn row(self) -> Row {
        match self {
            Self::Triage => ("triage", Texts::casework_section_triage),
            Self::Fields => ("fields", Texts::casework_section_fields),
            Self::Steps => ("steps", Texts::casework_section_steps),
            Self::Facts => ("facts", Texts::casework_section_facts),
            Self::Persons => ("persons", Texts::casework_section_persons),
            Self::Decisions => ("decisions", Texts::casework_section_decisions),
            Self::Assessment => ("assessment", Texts::casework_section_assessment),
            Self::Deadlines => ("deadlines", Texts::casework_section_deadlines),
            Self::Silence => ("silence", Texts::casework_section_silence),
            Self::Aftercare => ("aftercare", Texts::casework_section_aftercare),
            Self::Messages => ("messages", Texts::casework_section_messages),
            Self::Closing => ("closing", Texts::casework_section_closing),
        }
    }
}
/// What a value is about, where officers said different things.
#[derive(Clone, Copy)]
pub enum Topic {
    /// Is everyone safe?
    Safe,
    /// Is it punishable?
    Punishable,
    /// The route.
    Route,
    /// A wrong for the register?
    Whistleblower,
    /// What an officer declared.
    Conflict,
    /// This field.
    Field(&'static CaseField),
    /// This item of a checklist.
    Item(&'static Item),
    /// This line of the key table.
    Person(Pseudonym),
    /// The assessment.
    Assessment,
    /// The causes.
    Causes,
    /// This deadline.
    Deadline(Deadline),
    /// The next step.
    NextStep,
    /// Silence of this person.
    Silence(Pseudonym),
    /// Aftercare for this group.
    Aftercare(AftercareGroup),
    /// The status.
    Status,
    /// Closed or reopened.
    Ending,
}

impl Topic {
    /// As officers read it.
    pub fn text(self, texts: &Texts) -> String {
        match self {
            Self::Safe => texts.casework_topic_safe(),
            Self::Punishable => texts.casework_topic_punishable(),
            Self::Route => texts.casework_topic_route(),
            Self::Whistleblower => texts.casework_topic_whistleblower(),
            Self::Conflict => texts.casework_topic_conflict(),
            Self::Field(field) => (field.label)(texts),
            Self::Item(item) => (item.text)(texts),
            Self::Person(pseudonym) => pseudonym.text(texts),
            Self::Assessment => texts.casework_topic_assessment(),
            Self::Causes => texts.casework_topic_causes(),
            Self::Deadline(deadline) => deadline.text(texts),
            Self::NextStep => texts.casework_topic_next_step(),
            Self::Silence(_) => texts.casework_topic_silence(),
            Self::Aftercare(group) => group.text(texts),
            Self::Status => texts.casework_topic_status(),
            Self::Ending => texts.casework_topic_ending(),
        }
    }

    /// Where it is settled.
    pub fn section(self) -> Section {
        match self {
            Self::Safe | Self::Punishable | Self::Route | Self::Whistleblower | Self::Conflict => {
                Section::Triage
            }
            Self::Field(_) => Section::Fields,
            Self::Item(_) => Section::Steps,
            Self::Person(_) => Section::Persons,
            Self::Assessment | Self::Causes => Section::Assessment,
            Self::Deadline(_) | Self::NextStep => Section::Deadlines,
            Self::Silence(_) => Section::Silence,
            Self::Aftercare(_) => Section::Aftercare,
            Self::Status => Section::Messages,
            Self::Ending => Section::Closing,
        }
    }
}

/// One reason why a case cannot be closed yet.
#[derive(Clone, Copy)]
pub enum Hindrance {
    /// An officer says that not everyone is safe.
    NotSafe,
    /// There is no assessment.
    NoAssessment,
    /// The assessment names no nature.
    NoNature,
    /// The assessment gives no reasons.
    NoReasons,
    /// Whoever investigated also assessed.
    SamePerson,
    /// There are two assessments.
    TwoAssessments,
    /// The reporter has had no word, and nobody said why not.
    NoWord,
    /// A deadline is open.
    Open(Deadline),
    /// Officers said different things.
    Differs(Topic),
    /// No outcome was chosen: the last step, in which the case is closed.
    NoOutcome,
}

impl Hindrance {
    /// For the officer: what is missing and what to do.
    pub fn sentence(self, texts: &Texts) -> String {
        let plain = |text: String| crate::desk::view::without_marks(&text);
        match self {
            Self::NotSafe => texts.casework_open_safe(),
            Self::NoAssessment => texts.casework_open_assessment(),
            Self::NoNature => texts.casework_open_nature(),
            Self::NoReasons => texts.casework_open_why(),
            Self::SamePerson => texts.casework_open_assessor(),
            Self::TwoAssessments => texts.casework_open_assessments_differ(),
            Self::NoWord => texts.casework_open_word(),
            Self::Open(deadline) => plain(texts.casework_open_deadline(deadline.text(texts))),
            Self::Differs(topic) => plain(texts.casework_open_difference(topic.text(texts))),
            Self::NoOutcome => texts.casework_open_outcome(),
        }
    }

    /// Where it is mended.
    pub fn section(self) -> Section {
        match self {
            Self::NoAssessment
            | Self::NoNature
            | Self::NoReasons
            | Self::SamePerson
            | Self::TwoAssessments => Section::Assessment,
            Self::NotSafe => Section::Triage,
            Self::NoWord => Section::Messages,
            Self::Open(_) => Section::Deadlines,
            Self::Differs(topic) => topic.section(),
            Self::NoOutcome => Section::Closing,
        }
    }
}

impl CaseFile<'_> {
    /// Why it cannot be closed yet; empty for a case that is closed as it should be.
    ///
    /// An open case always has [`Hindrance::NoOutcome`], at the end: when it is the only one left,
    /// the case can be closed.
    pub fn what_keeps_it_open(&self, terms: &Terms) -> Vec<Hindrance> {
        let mut found = Vec::new();
        found.extend(self.is_unsafe().then_some(Hindrance::NotSafe));
        found.extend(self.assessment_hindrances());
        let told = self.words.iter();
        let told = told.filter(|said| matches!(said.what.word, Word::Feedback | Word::Closing));
        let is_told = told.count() > 0 || !self.no_word.is_empty();
        found.extend((!is_told).then_some(Hindrance::NoWord));
        let open = self.due(terms).into_iter().filter(Due::must_be_settled);
        let mut open: Vec<Deadline> = open.map(|due| due.deadline).collect();
        open.dedup();
        found.extend(open.into_iter().map(Hindrance::Open));
        let differing = self.differences().into_iter();
        found.extend(
            differing.filter(|topic| !matches!(topic, Topic::Assessment)).map(Hindrance::Differs),
        );
        found.extend((!self.is_closed()).then_some(Hindrance::NoOutcome));
        found
    }

    /// Whether closing it would leave nothing undone.
    pub fn can_be_closed(&self, terms: &Terms) -> bool {
        self.what_keeps_it_open(terms).iter().all(|it| matches!(it, Hindrance::NoOutcome))
    }

    fn assessment_hindrances(&self) -> Vec<Hindrance> {
        let Some(last) = self.assessment.last() else { return vec![Hindrance::NoAssessment] };
        let Assessment { nature, why, investigator, assessor, .. } = last.what;
        let mut found = Vec::new();
        found.extend(self.assessment.differs().then_some(Hindrance::TwoAssessments));
        found.extend(nature.is_empty().then_some(Hindrance::NoNature));
        found.extend(why.is_blank().then_some(Hindrance::NoReasons));
        let same = self.assessment.any(|it| it.investigator.is(&it.assessor));
        found.extend((same || investigator.is(assessor)).then_some(Hindrance::SamePerson));
        found
    }

    /// Where officers said different things without knowing of each other.
    pub fn differences(&self) -> Vec<Topic> {
        let mut found = Vec::new();
        let mut look = |topic, differs: bool| found.extend(differs.then_some(topic));
        look(Topic::Safe, self.safe.differs());
        look(Topic::Punishable, self.punishable.differs());
        look(Topic::Route, self.route.differs());
        look(Topic::Whistleblower, self.whistleblower.differs());
        look(Topic::Conflict, self.conflicts.values().any(Register::differs));
        for field in super::case_fields::FIELDS {
            look(Topic::Field(field), self.fields.get(field.key).is_some_and(Register::differs));
        }
        for register in self.marks.values().filter(|register| register.differs()) {
            found.extend(register.last().map(|said| Topic::Item(said.what.item)));
        }
        let persons = self.persons.iter().filter(|(_, register)| register.differs());
        found.extend(persons.map(|(pseudonym, _)| Topic::Person(*pseudonym)));
        let deadlines = self.deadlines.iter().filter(|(_, register)| register.differs());
        found.extend(deadlines.map(|((deadline, _), _)| Topic::Deadline(*deadline)));
        let aftercare = self.aftercare.iter().filter(|(_, register)| register.differs());
        found.extend(aftercare.map(|(group, _)| Topic::Aftercare(*group)));
        let silence = self.silence.iter().filter(|(_, register)| register.differs());
        found.extend(silence.map(|(of, _)| Topic::Silence(*of)));
        let mut look = |topic, differs: bool| found.extend(differs.then_some(topic));
        look(Topic::Assessment, self.assessment.differs());
        look(Topic::Causes, self.causes.differs());
        look(Topic::NextStep, self.next_step.differs());
        look(Topic::Status, self.status.differs());
        look(Topic::Ending, self.ending_differs());
        found
    }

    /// Two closings with other words are one ending; closed and reopened are not.
    fn ending_differs(&self) -> bool {
        let is_reopened = |event: &Event| matches!(event, Event::Reopened(_));
        let is_closed = |event: &Event| matches!(event, Event::Closed(_));
        let outcomes = self.ending.values().iter().filter_map(|said| match said.what {
            Event::Closed(closed) => Some(closed.outcome),
            _ => None,
        });
        let outcomes: Vec<_> = outcomes.collect();
        (self.ending.any(is_reopened) && self.ending.any(is_closed))
            || outcomes.windows(2).any(|pair| pair[0] != pair[1])
    }
}

impl Due<'_> {
    /// Whether the case stays open for it. Feedback has a sentence of its own; the next step ends
    /// with the case; aftercare and keeping go on after it.
    fn must_be_settled(&self) -> bool {
        let apart = matches!(
            self.deadline,
            Deadline::Feedback | Deadline::NextAction | Deadline::Aftercare | Deadline::Retention
        );
        self.is_open() && !apart
    }
}
