//! The case file: what all entries of a case say together.
//!
//! [`CaseFile::fold`] makes it of a report and its entries; pages, deadlines and the list of what
//! keeps a case open read it. It borrows everything and changes nothing. Every value keeps who
//! said it and when; where two officers said different things without knowing of each other, both
//! stand.

use super::{
    checklist::Item,
    choices::{AftercareGroup, DeadlineChange, Role},
    deadlines::Deadline,
    event::{
        Aftercare, Answered, Assessment, Causes, Conflict, DeadlineSet, Decision, Entry, Event,
        Fact, FieldSet, Marked, MessageSent, NextStep, Person, PoliceContact, Silence,
    },
    facts::ReportFacts,
    persons::Pseudonym,
    register::{Register, Said},
    stamp::{EntryId, Knowledge, Stamp},
    triage::{Punishable, Route, Stance, YesNo},
};
use crate::core::{Day, OfficerId, Plaintext, thread::Status};
use std::collections::BTreeMap;

/// One case, as its entries leave it. No `Debug`.
pub struct CaseFile<'a> {
    /// What the report says.
    pub report: &'a ReportFacts,
    /// Every entry, in the order in which it was given; none is left out.
    pub log: Vec<Line<'a>>,
    /// Is everyone safe now?
    pub safe: Register<'a, Answered<YesNo>>,
    /// Is the conduct possibly punishable?
    pub punishable: Register<'a, Answered<Punishable>>,
    /// The way that it goes.
    pub route: Register<'a, Answered<Route>>,
    /// Is it a wrong for the whistleblowers' register?
    pub whistleblower: Register<'a, Answered<YesNo>>,
    /// What each officer declared of themselves.
    pub conflicts: BTreeMap<OfficerId, Register<'a, Conflict>>,
    /// Fields, by key.
    pub fields: BTreeMap<&'static str, Register<'a, FieldSet>>,
    /// Marks, by the key of their item.
    pub marks: BTreeMap<&'static str, Register<'a, Marked>>,
    /// Facts, by the time at which they were recorded.
    pub facts: Vec<Said<'a, Fact>>,
    /// The key table.
    pub persons: BTreeMap<Pseudonym, Register<'a, Person>>,
    /// Decisions.
    pub decisions: Vec<Said<'a, Decision>>,
    /// Contacts with the police.
    pub police: Vec<Said<'a, PoliceContact>>,
    /// The assessment.
    pub assessment: Register<'a, Assessment>,
    /// The causes.
    pub causes: Register<'a, Causes>,
    /// What was said of deadlines.
    pub deadlines: BTreeMap<(Deadline, DeadlineChange), Register<'a, DeadlineSet>>,
    /// What happens next.
    pub next_step: Register<'a, NextStep>,
    /// Whether silence is asked, by person.
    pub silence: BTreeMap<Pseudonym, Register<'a, Silence>>,
    /// Aftercare, by group.
    pub aftercare: BTreeMap<AftercareGroup, Register<'a, Aftercare>>,
    /// Messages to the reporter.
    pub words: Vec<Said<'a, MessageSent>>,
    /// Why no word can be given.
    pub no_word: Vec<Said<'a, Plaintext>>,
    /// Notes for the other readers.
    pub notes: Vec<Said<'a, Plaintext>>,
    /// Where it stands.
    pub status: Register<'a, Status>,
    /// Whether it is closed: [`Event::Closed`] or [`Event::Reopened`].
    pub ending: Register<'a, Event>,
    /// The first day on which somebody said that everyone is safe.
    pub found_safe_on: Option<Day>,
    /// The last day on which somebody did something, opening it left aside.
    pub last_work: Option<Day>,
    pub(super) knowledge: Knowledge,
}

/// One entry in the log.
pub struct Line<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// Who corrected it, when somebody did. It stays visible and no longer counts.
    pub corrected_by: Option<EntryId>,
}

impl<'a> CaseFile<'a> {
    /// Folds the entries of a case, parents before children, as the casebook gives them.
    pub fn fold(report: &'a ReportFacts, entries: &'a [Entry]) -> Self {
        let knowledge = Knowledge::of(entries.iter().map(|entry| &entry.stamp));
        let corrected = corrections(entries, &knowledge);
        let mut file = Self::empty(report, knowledge);
        for entry in entries {
            let corrected_by = corrected.get(&entry.stamp.id).copied();
            file.log.push(Line { entry, corrected_by });
            if let (Some(event), None) = (&entry.event, corrected_by) {
                file.take_in(event, &entry.stamp);
            }
        }
        file.sort();
        file
    }

    fn empty(report: &'a ReportFacts, knowledge: Knowledge) -> Self {
        Self {
            report,
            log: Vec::new(),
            safe: Register::default(),
            punishable: Register::default(),
            route: Register::default(),
            whistleblower: Register::default(),
            conflicts: BTreeMap::new(),
            fields: BTreeMap::new(),
            marks: BTreeMap::new(),
            facts: Vec::new(),
            persons: BTreeMap::new(),
            decisions: Vec::new(),
            police: Vec::new(),
            assessment: Register::default(),
            causes: Register::default(),
            deadlines: BTreeMap::new(),
            next_step: Register::default(),
            silence: BTreeMap::new(),
            aftercare: BTreeMap::new(),
            words: Vec::new(),
            no_word: Vec::new(),
            notes: Vec::new(),
            status: Register::default(),
            ending: Register::default(),
            found_safe_on: None,
            last_work: None,
            knowledge,
        }
    }

    fn take_in(&mut self, event: &'a Event, by: &'a Stamp) {
        if !matches!(event, Event::Audit(_)) {
            self.last_work = self.last_work.max(Some(by.day()));
        }
        let known = &self.knowledge;
        match event {
            Event::Marked(what) => {
                self.marks.entry(what.item.key).or_default().set(Said { what, by, event }, known);
            }
            Event::Safe(what) => {
                let safe = (what.answer == YesNo::Yes).then(|| by.day());
                self.found_safe_on = self.found_safe_on.into_iter().chain(safe).min();
                self.safe.set(Said { what, by, event }, known);
            }
            Event::Punishable(what) => self.punishable.set(Said { what, by, event }, known),
            Event::Routed(what) => self.route.set(Said { what, by, event }, known),
            Event::Whistleblower(what) => self.whistleblower.set(Said { what, by, event }, known),
            Event::Conflict(what) => {
                self.conflicts.entry(by.officer).or_default().set(Said { what, by, event }, known);
            }
            Event::Field(what) => {
                self.fields.entry(what.field.key).or_default().set(Said { what, by, event }, known);
            }
            Event::Fact(what) => self.facts.push(Said { what, by, event }),
            Event::Person(what) => {
                let person = self.persons.entry(what.pseudonym).or_default();
                person.set(Said { what, by, event }, known);
            }
            Event::Decided(what) => self.decisions.push(Said { what, by, event }),
            Event::Police(what) => self.police.push(Said { what, by, event }),
            Event::Assessed(what) => self.assessment.set(Said { what, by, event }, known),
            Event::Causes(what) => self.causes.set(Said { what, by, event }, known),
            Event::Deadline(what) => {
                let deadline = self.deadlines.entry((what.deadline, what.change)).or_default();
                deadline.set(Said { what, by, event }, known);
            }
            Event::NextStep(what) => self.next_step.set(Said { what, by, event }, known),
            Event::Silence(what) => {
                self.silence.entry(what.of).or_default().set(Said { what, by, event }, known);
            }
            Event::Aftercare(what) => {
                self.aftercare.entry(what.group).or_default().set(Said { what, by, event }, known);
            }
            Event::MessageSent(what) => self.words.push(Said { what, by, event }),
            Event::NoWord(what) => self.no_word.push(Said { what, by, event }),
            Event::Note(what) => self.notes.push(Said { what, by, event }),
            Event::Status(what) => self.status.set(Said { what, by, event }, known),
            Event::Closed(_) | Event::Reopened(_) => {
                self.ending.set(Said { what: event, by, event }, known);
            }
            Event::Correction(correction) => {
                if let Some(instead) = correction.instead.as_deref() {
                    self.take_in(instead, by);
                }
            }
            Event::Audit(_) => {}
        }
    }

    /// What stands side by side stands in the same order on every desk.
    fn sort(&mut self) {
        self.facts.sort_by_key(|said| said.by.order());
        self.decisions.sort_by_key(|said| said.by.order());
        self.police.sort_by_key(|said| said.by.order());
        self.words.sort_by_key(|said| said.by.order());
        self.no_word.sort_by_key(|said| said.by.order());
        self.notes.sort_by_key(|said| said.by.order());
    }

    /// Whether it is closed. One officer's reopening, unknown to the one who closes, keeps it open.
    pub fn is_closed(&self) -> bool {
        self.ending.is_set() && !self.ending.any(|event| matches!(event, Event::Reopened(_)))
    }

    /// The day on which it was closed, when it is.
    pub fn closed_on(&self) -> Option<Day> {
        self.ending.last().filter(|_| self.is_closed()).map(|said| said.by.day())
    }

    /// Whether nobody has done anything with it yet, nor written to its reporter.
    pub fn is_new(&self) -> bool {
        self.last_work.is_none() && self.report.first_message.is_none()
    }

    /// What was marked at an item.
    pub fn marks(&self, item: &Item) -> &[Said<'a, Marked>] {
        self.marks.get(item.key).map(Register::values).unwrap_or_default()
    }

    /// The next free pseudonym for somebody of this role.
    pub fn next_pseudonym(&self, role: Role) -> Pseudonym {
        let taken = self.persons.keys().filter(|known| known.role == role);
        let last = taken.map(|known| known.place).max().unwrap_or(0);
        Pseudonym { role, place: last.saturating_add(1) }
    }

    /// Officers who stepped back from this case (O6).
    pub fn stepped_back(&self) -> impl Iterator<Item = OfficerId> {
        let back = |conflict: &Conflict| conflict.stance == Stance::StepsBack;
        let officers = self.conflicts.iter();
        officers.filter(move |(_, register)| register.any(back)).map(|(officer, _)| *officer)
    }

    /// The values of a field that stand; the report's own answers are not among them.
    pub fn field(&self, key: &str) -> impl Iterator<Item = &'a str> {
        let values = self.fields.get(key).map(Register::values).unwrap_or_default();
        values.iter().flat_map(|said| said.what.values.iter().map(Plaintext::expose))
    }
}

/// Which entry was corrected by which. A correction counts only for what its officer had read, and
/// what officers declare of themselves they correct themselves.
fn corrections(entries: &[Entry], knowledge: &Knowledge) -> BTreeMap<EntryId, EntryId> {
    let correction = |entry: &Entry| {
        let Some(Event::Correction(correction)) = &entry.event else { return None };
        let (of, by) = (correction.of, entry.stamp.id);
        let wrong = knowledge.place(of).filter(|_| knowledge.knew(by, of))?;
        let wrong = entries.get(wrong)?;
        let is_personal = matches!(wrong.event, Some(Event::Conflict(_)));
        let counts = !is_personal || wrong.stamp.officer == entry.stamp.officer;
        counts.then_some((of, by))
    };
    entries.iter().filter_map(correction).collect()
}
