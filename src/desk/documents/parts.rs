//! What documents are put together from: sections, facts, decisions, blanks.
//!
//! Every kind of document calls it. All typed text goes through [`Writer::typed`], so that none is
//! written down with a name that may not stand there.

use super::{Source, anonymity::Anonymity, is_done, outcome};
use crate::{
    core::Plaintext,
    desk::{
        casework::{
            Event, Keyed,
            case_fields::CaseField,
            choices::{AftercareGroup, FactSource, Role},
            event::{Decision, Fact, Person},
            judgement::DecisionKind,
            persons::Pseudonym,
            register::Register,
        },
        paper::{Block, First, Paper, Table},
        view::{day_text, without_marks},
        when::When,
    },
};

/// A document while it is written. No `Debug`.
pub(super) struct Writer<'a> {
    pub source: &'a Source<'a>,
    pub anonymity: Anonymity<'a>,
    pub paper: Paper,
}

impl<'a> Writer<'a> {
    /// A heading.
    pub fn section(&mut self, text: String) {
        self.paper.push(Block::section(text));
    }

    /// A paragraph of our own words.
    pub fn say(&mut self, text: String) {
        self.paper.push(Block::text(text));
    }

    /// A heading, and a place to fill in.
    pub fn blank_section(&mut self, heading: String) {
        self.section(heading);
        self.say(self.blank());
    }

    /// What stands where nothing is recorded.
    pub fn blank(&self) -> String {
        self.source.t.desk_document_blank()
    }

    /// A typed text as it may stand here.
    pub fn typed(&self, text: &Plaintext) -> String {
        self.anonymity.of_text(text.expose())
    }

    /// A typed text, or a place to fill in.
    pub fn maybe(&self, text: Option<&Plaintext>) -> String {
        text.map_or_else(|| self.blank(), |text| self.typed(text))
    }

    /// Rows of what and what about it.
    pub fn fields(&mut self, rows: Vec<(String, String)>) {
        self.paper.push(Block::fields(rows));
    }

    /// A list; a place to fill in when it is empty.
    pub fn list(&mut self, items: Vec<String>) {
        if items.is_empty() {
            return self.say(self.blank());
        }
        self.paper.push(Block::List(items));
    }

    /// A field of the case with its label; a place to fill in when nobody filled it in.
    pub fn field(&self, key: &str) -> (String, String) {
        let Some(field) = CaseField::find(key) else { return (String::new(), self.blank()) };
        let choices = field.choices();
        let words = |value: &str| {
            let row = choices.iter().find(|(key, _)| *key == value);
            row.map_or_else(|| self.anonymity.of_text(value), |(_, text)| text(self.source.t))
        };
        let values: Vec<String> = self.source.file.field(key).map(words).collect();
        let values = if values.is_empty() { self.blank() } else { values.join(", ") };
        ((field.label)(self.source.t), values)
    }

    /// The facts that these roles said or saw, or all; without what somebody makes of them.
    pub fn facts(&mut self, is_wanted: impl Fn(&Fact) -> bool) {
        let t = self.source.t;
        let is_fact = |fact: &Fact| fact.source != FactSource::Interpretation && is_wanted(fact);
        let facts = self.source.file.facts.iter().map(|said| said.what);
        let mut facts: Vec<&Fact> = facts.filter(|fact| is_fact(fact)).collect();
        facts.sort_by_key(|fact| When::parse(&fact.when).order());
        if facts.is_empty() {
            return self.say(self.blank());
        }
        let row = |fact: &&Fact| {
            let when = Plaintext::from(When::parse(&fact.when).text(t));
            let who = fact.who.map_or_else(|| self.blank(), |who| self.anonymity.called(who));
            vec![self.typed(&when), who, self.typed(&fact.words), fact.source.text(t)]
        };
        let rows = facts.iter().map(row).collect();
        let head = vec![
            t.desk_fact_when_short(),
            t.desk_document_who(),
            t.desk_document_what(),
            t.desk_fact_source_short(),
        ];
        let table = Table { caption: String::new(), head, rows, first: First::Cell };
        self.paper.push(Block::Table(table));
    }

    /// Everybody whom a fact names as whoever saw or heard it.
    pub fn heard(&self) -> Vec<String> {
        let mut who: Vec<Pseudonym> =
            self.source.file.facts.iter().filter_map(|said| said.what.who).collect();
        who.sort_unstable();
        who.dedup();
        who.into_iter().map(|it| self.anonymity.called(it)).collect()
    }

    /// Everybody in the case but the reporter: what they do, under their pseudonym.
    pub fn functions(&self) -> Vec<String> {
        let t = self.source.t;
        let people = self.source.file.persons.iter();
        let people = people.filter(|(whose, _)| whose.role != Role::Reporter);
        let line = |(whose, register): (&Pseudonym, &Register<Person>)| {
            let function = register.last().and_then(|said| said.what.function.as_ref());
            without_marks(&t.desk_document_person(whose.text(t), self.maybe(function)))
        };
        people.map(line).collect()
    }

    /// The decisions of these kinds, a paragraph each.
    pub fn decisions(&mut self, kinds: &[DecisionKind]) {
        let decisions = self.source.file.decisions.iter().map(|said| said.what);
        let wanted: Vec<&Decision> = decisions.filter(|it| kinds.contains(&it.kind)).collect();
        if wanted.is_empty() {
            return self.say(self.blank());
        }
        for decision in wanted {
            self.decision(decision);
        }
    }

    fn decision(&mut self, decision: &Decision) {
        let t = self.source.t;
        let criteria: Vec<String> = decision.criteria.iter().map(|it| (it.text)(t)).collect();
        let mut rows = vec![
            (decision.kind.text(t), decision.outcome.text(t)),
            (t.desk_document_day(), day_text(t, decision.on)),
            (t.desk_decision_criteria(), self.joined(criteria)),
            (t.desk_decision_reasons(), self.typed(&decision.reasons)),
        ];
        if self.anonymity.keeps_staff() {
            rows.push((t.desk_document_decided_by(), self.typed(&decision.decided_by.name)));
        }
        self.fields(rows);
    }

    /// Texts with commas between; a place to fill in when there are none.
    pub fn joined(&self, texts: Vec<String>) -> String {
        if texts.is_empty() { self.blank() } else { texts.join(", ") }
    }

    /// The assessment.
    pub fn assessment(&mut self) {
        let t = self.source.t;
        let said = self.source.file.assessment.last();
        let Some(it) = said.map(|said| said.what) else { return self.say(self.blank()) };
        let nature = it.nature.iter().map(|nature| nature.text(t)).collect();
        let mut rows = vec![
            (t.desk_assess_nature(), self.joined(nature)),
            (t.desk_assess_seriousness(), it.seriousness.text(t)),
            (t.desk_assess_risk(), it.risk.text(t)),
            (t.desk_assess_why(), self.typed(&it.why)),
        ];
        rows.push((t.desk_document_outcome(), self.outcome()));
        self.fields(rows);
    }

    /// How the case ended.
    pub fn outcome(&self) -> String {
        let outcome = outcome(self.source.file);
        outcome.map_or_else(|| self.blank(), |it| it.text(self.source.t))
    }

    /// The causes that were found; those in a person only where persons may stand.
    pub fn causes(&mut self) {
        let t = self.source.t;
        let Some(said) = self.source.file.causes.last() else { return self.say(self.blank()) };
        let it = said.what;
        let mut rows = vec![(t.desk_causes_method(), it.method.text(t))];
        if self.anonymity.keeps_staff() {
            rows.push((t.desk_causes_person(), self.maybe(it.person.as_ref())));
        }
        rows.push((t.desk_causes_team(), self.maybe(it.team.as_ref())));
        rows.push((t.desk_causes_organisation(), self.maybe(it.organisation.as_ref())));
        self.fields(rows);
    }

    /// Aftercare for these groups.
    pub fn aftercare(&mut self, groups: &[AftercareGroup]) {
        let t = self.source.t;
        let mut rows = Vec::new();
        for group in groups {
            let said = self.source.file.aftercare.get(group).and_then(|it| it.last());
            let Some(it) = said.map(|said| said.what) else { continue };
            let done = [it.first_care.as_ref(), it.expert_help.as_ref()];
            let done = done.into_iter().flatten().map(|text| self.typed(text)).collect();
            rows.push((group.text(t), self.joined(done)));
        }
        if rows.is_empty() { self.say(self.blank()) } else { self.fields(rows) }
    }

    /// What was done with the police; with whom only where names may stand.
    pub fn police(&mut self) {
        let t = self.source.t;
        let contacts: Vec<_> = self.source.file.police.iter().map(|said| said.what).collect();
        if contacts.is_empty() {
            return self.say(self.blank());
        }
        for it in contacts {
            let rows = vec![
                (it.step.text(t), day_text(t, it.on)),
                (t.desk_document_with(), self.typed(&it.with)),
                (t.desk_document_agreed(), self.typed(&it.agreements)),
            ];
            self.fields(rows);
        }
    }

    /// The steps that were taken, as far as checklists tell: no words of anybody.
    pub fn procedure(&mut self) {
        let t = self.source.t;
        let steps = [
            ("report_acknowledged", t.desk_document_step_received()),
            ("report_safe", t.desk_document_step_safe()),
            ("client_what", t.desk_document_step_client()),
            ("hearing_both_sides", t.desk_document_step_hearing()),
            ("hearing_heard", t.desk_document_step_heard()),
            ("hearing_assessed", t.desk_document_step_assessed()),
        ];
        let file = self.source.file;
        let done = steps.into_iter().filter(|(item, _)| is_done(file, item));
        let done = done.map(|(_, text)| text).collect();
        self.list(done);
    }

    /// What was done on which day: the titles of entries, without their words.
    pub fn course(&mut self) {
        let t = self.source.t;
        let is_work =
            |event: &Event| !matches!(event, Event::Audit(_) | Event::Person(_) | Event::Note(_));
        let lines = self.source.file.log.iter().filter(|line| line.corrected_by.is_none());
        let lines = lines.filter(|line| line.entry.event.as_ref().is_some_and(is_work));
        let mut rows: Vec<Vec<String>> = Vec::new();
        for line in lines {
            let row = vec![day_text(t, line.entry.stamp.day()), line.entry.title(t)];
            if rows.last() != Some(&row) {
                rows.push(row);
            }
        }
        if rows.is_empty() {
            return self.say(self.blank());
        }
        let head = vec![t.desk_document_day(), t.desk_document_what()];
        let table = Table { caption: String::new(), head, rows, first: First::Cell };
        self.paper.push(Block::Table(table));
    }
}
