//! What one case adds to the counts: quarters and categories, nothing else.
//!
//! [`super::counting`] adds tallies up, and keeps those of cases that are destroyed. A tally has no
//! number, name, day or typed word of its case.
//!
//! Source: casework C.7.

use super::{
    period::Quarter,
    tables::{EVERY, OTHER_PLACE, Rows, SEVERAL, TABLES, UNKNOWN, YES},
};
use crate::{
    core::{
        Day,
        forms::FormUsed,
        questions::{self, LOCATION_PREFIX},
        report::Report,
    },
    desk::{
        casebook::Case,
        casework::{
            CaseFile, Event, Keyed,
            choices::SilenceChange,
            judgement::{DecisionKind, PoliceStep},
            triage::{Route, YesNo},
        },
        dossier::Dossier,
    },
};
use std::collections::BTreeSet;

/// The cells that a case stands in: a quarter, and the name of a cell, `actor/staff`.
pub type Tally = Vec<(Quarter, String)>;

/// Measures, by the group in which they are counted.
const MEASURES: &[(&str, &str)] = &[
    ("measure_warning", "warning"),
    ("measure_transfer", "work"),
    ("measure_function", "work"),
    ("measure_suspension", "suspension"),
    ("measure_dismissal", "dismissal"),
    ("measure_instant_dismissal", "dismissal"),
    ("measure_igj_dismissal", "dismissal"),
    ("measure_criminal", "law"),
    ("measure_disciplinary", "law"),
    ("measure_register_dismissed", "law"),
    ("measure_register_police", "law"),
    ("measure_register_evidence", "law"),
    ("measure_register_told", "law"),
    ("measure_support", "support"),
    ("measure_client", "client"),
    ("measure_structural", "structural"),
];

/// What a case adds to the counts; nothing when its report does not open.
pub fn tally(case: &Case) -> Tally {
    match (case.report(), Dossier::of(case)) {
        (Ok(report), Some(dossier)) => tally_of(report, &dossier.file()),
        _ => Tally::new(),
    }
}

/// What a report and its case file add to the counts: what it was, in the quarter in which it came
/// in; what was done, in the quarter in which it was closed.
pub fn tally_of(report: &Report, file: &CaseFile) -> Tally {
    let mut cells = Cells { quarter: Quarter::of(report.day), found: Tally::new() };
    let counted = Counted { report, file };
    cells.put("received", EVERY);
    cells.put("sort", counted.sort());
    cells.put("channel", file.field("channel").last().unwrap_or("web"));
    let kinds = counted.chosen("kinds");
    kinds.iter().for_each(|kind| cells.put_each("kinds", kind));
    if kinds.contains("discrimination") {
        cells.put("grounds", &counted.grounds());
    }
    cells.put("reporter", counted.answer("role"));
    cells.put("victim", file.victim().map_or(UNKNOWN, Keyed::key));
    cells.put("actor", file.actor().map_or(UNKNOWN, Keyed::key));
    cells.put("identity", counted.identity());
    cells.put("place", &counted.place());
    if let Some(closed) = file.closed_on() {
        cells.quarter = Quarter::of(closed);
        counted.closed(closed, &mut cells);
    }
    cells.found
}

struct Cells {
    quarter: Quarter,
    found: Tally,
}

impl Cells {
    fn put(&mut self, table: &str, row: &str) {
        self.found.push((self.quarter, format!("{table}/{row}")));
    }

    fn put_each(&mut self, table: &str, row: &str) {
        self.put(&format!("{table}.{row}"), YES);
    }
}

/// A case while it is counted. No `Debug`.
struct Counted<'a> {
    report: &'a Report,
    file: &'a CaseFile<'a>,
}

impl Counted<'_> {
    /// What was chosen for a question: by an officer, or else by the reporter.
    fn chosen(&self, key: &str) -> BTreeSet<&'static str> {
        let choices = questions::find(key).map(|question| question.choices()).unwrap_or_default();
        let by_officer = self.file.fields.contains_key(key);
        let is_chosen = |value: &str| match by_officer {
            true => self.file.field(key).any(|chosen| chosen == value),
            false => self.report.answers.has(key, value),
        };
        choices.iter().map(|choice| choice.value).filter(|value| is_chosen(value)).collect()
    }

    /// The answer to a question with one choice, when the table of that name has a row for it.
    fn answer(&self, key: &str) -> &'static str {
        let choices = questions::find(key).map(|question| question.choices()).unwrap_or_default();
        let choices = choices.iter().filter(|choice| choice.value != "nosay");
        let mut values = choices.map(|choice| choice.value);
        values.find(|value| self.report.answers.has(key, value)).unwrap_or(UNKNOWN)
    }

    /// A question, a feeling that something is not right, or more than that.
    fn sort(&self) -> &'static str {
        let is_question =
            self.report.form == FormUsed::Question || self.report.answers.has("door", "question");
        let only_feeling = self.chosen("kinds").iter().eq(["gut"].iter());
        match (is_question, only_feeling) {
            (true, _) => "question",
            (false, true) => "signal",
            (false, false) => "report",
        }
    }

    /// One ground, two of them, or that there are more.
    fn grounds(&self) -> String {
        let mut named = self.chosen("grounds");
        named.remove("unknown");
        let named: Vec<&str> = named.into_iter().collect();
        match *named {
            [] => UNKNOWN.to_owned(),
            [one] => one.to_owned(),
            [one, other] => format!("{one}+{other}"),
            _ => SEVERAL.to_owned(),
        }
    }

    fn identity(&self) -> &str {
        let recorded = self.file.field("anonymity").last();
        let known = ["anonymous", "team_only", "open"].into_iter();
        let mut known = known.filter(|value| recorded.is_none_or(|it| it == *value));
        let said = |value: &&str| recorded.is_some() || self.report.answers.has("identity", value);
        known.find(said).unwrap_or(UNKNOWN)
    }

    /// A place that the organisation names, or the kind of place.
    fn place(&self) -> String {
        let answer = self.report.answers.get("where");
        let value = answer.and_then(|answer| answer.values().first());
        match value.map(|value| value.expose()) {
            Some(place) if place.starts_with(LOCATION_PREFIX) => place.to_owned(),
            Some(place @ ("home" | "online")) => place.to_owned(),
            _ => OTHER_PLACE.to_owned(),
        }
    }

    fn closed(&self, closed: Day, cells: &mut Cells) {
        let Self { report, file } = self;
        let after = |day: Day| day.number().saturating_sub(report.day.number());
        cells.put("closed", EVERY);
        let route = file.route.last().map(|said| said.what.answer);
        match route.filter(|route| *route != Route::Insufficient) {
            Some(route) => {
                cells.put("followed", YES);
                cells.put("route", route.key());
            }
            None => cells.put("followed", "no"),
        }
        cells.put("igj", self.igj());
        cells.put("police", self.police());
        cells.put("outcome", self.outcome());
        self.measures().iter().for_each(|group| cells.put_each("measures", group));
        cells.put(
            "ack",
            match file.acknowledged_on().map(after) {
                Some(0..=7) => "week",
                Some(_) => "later",
                None => "none",
            },
        );
        cells.put("feedback", file.feedback_on().map_or("none", |day| short(after(day))));
        cells.put(
            "duration",
            match after(closed) {
                93..=184 => "half",
                days => short(days),
            },
        );
        let is_anonymous = self.identity() == "anonymous";
        cells.put(
            "contact",
            match (is_anonymous, file.report.last_addition) {
                (true, Some(_)) => "answered",
                (true, None) => "silent",
                (false, _) => "named",
            },
        );
        cells.put("silence", self.silence());
        file.aftercare.keys().for_each(|group| cells.put_each("aftercare", group.key()));
    }

    /// Whether it was decided to report to the inspectorate, and how long after the report.
    fn igj(&self) -> &'static str {
        let decided = self.file.decisions.iter().map(|said| said.what);
        let mut decided = decided.filter(|decision| decision.kind == DecisionKind::Igj);
        let Some(last) = decided.next_back() else { return "none" };
        let days = last.on.number().saturating_sub(self.report.day.number());
        match (last.outcome, days) {
            (YesNo::No, _) => "no",
            (YesNo::Yes, 0..=7) => "yes_week",
            (YesNo::Yes, 8..=42) => "yes_weeks",
            (YesNo::Yes, _) => "yes_later",
        }
    }

    /// The furthest that was gone with the police.
    fn police(&self) -> &'static str {
        match self.file.police.iter().map(|said| said.what.step).max() {
            Some(PoliceStep::Charges) => "charges",
            Some(PoliceStep::Reported) => "reported",
            Some(PoliceStep::Consulted) => "consulted",
            None => "none",
        }
    }

    fn outcome(&self) -> &'static str {
        let closed = self.file.ending.last().map(|said| said.what);
        match closed {
            Some(Event::Closed(closed)) => closed.outcome.key(),
            _ => UNKNOWN,
        }
    }

    fn measures(&self) -> BTreeSet<&'static str> {
        let decided = self.file.decisions.iter().map(|said| said.what);
        let taken = decided
            .filter(|it| it.kind == DecisionKind::Measure && it.outcome == YesNo::Yes)
            .flat_map(|decision| &decision.criteria);
        let group = |key: &str| MEASURES.iter().find(|(known, _)| *known == key);
        taken.filter_map(|criterion| group(criterion.key).map(|(_, group)| *group)).collect()
    }

    fn silence(&self) -> &'static str {
        let mut asked = self.file.silence.values();
        let is_asked = asked.any(|it| it.any(|said| said.change == SilenceChange::Asked));
        match (self.file.silence.is_empty(), is_asked) {
            (true, _) => "none",
            (false, true) => "asked",
            (false, false) => "lifted",
        }
    }
}

/// A number of days, as the tables of time have it.
fn short(days: u16) -> &'static str {
    match days {
        0..=31 => "month",
        32..=92 => "quarter",
        _ => "later",
    }
}

/// Whether a cell of this name is one of ours.
pub fn is_cell(name: &str) -> bool {
    let Some((count, row)) = name.split_once('/') else { return false };
    let (key, each) = count.split_once('.').unwrap_or((count, ""));
    let Some(table) = TABLES.iter().find(|table| table.key == key) else { return false };
    let has = |row: &str| table.fixed_rows().iter().any(|(key, _)| *key == row);
    match table.rows {
        Rows::Each(_) => has(each) && row == YES,
        Rows::Grounds => row.split('+').all(has),
        Rows::Places => has(row) || row.starts_with(LOCATION_PREFIX),
        Rows::Total | Rows::One(_) => each.is_empty() && has(row),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::casework::{
        criteria::Criterion,
        triage::{Actor, Victim},
    };

    #[test]
    fn every_measure_is_counted_in_a_group_that_is_shown() {
        for criterion in Criterion::of(DecisionKind::Measure) {
            let found = MEASURES.iter().find(|(key, _)| *key == criterion.key);
            let (_, group) = found.unwrap_or_else(|| panic!("{}", criterion.key));
            assert!(is_cell(&format!("measures.{group}/{YES}")), "{group}");
        }
    }

    #[test]
    fn cells_are_told_from_what_is_none() {
        let actor = format!("actor/{}", Actor::Staff.key());
        let victim = format!("victim/{}", Victim::Client.key());
        for name in ["received/all", &actor, &victim, "kinds.sexual/yes", "grounds/age+origin"] {
            assert!(is_cell(name), "{name}");
        }
        for name in ["place/at:De Linde", "place/home", "grounds/several"] {
            assert!(is_cell(name), "{name}");
        }
        for name in ["", "actor", "actor/", "kinds/sexual", "kinds.x/yes", "kinds.sexual/no", "a/b"]
        {
            assert!(!is_cell(name), "{name}");
        }
    }
}
