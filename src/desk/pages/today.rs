//! Today: what is late, due and new over all cases, and with whom the next step lies.

use super::{
    Frame,
    case::{Tab, deadline_place},
    keeping::EndingNote,
    monitoring,
};
use crate::{
    Texts,
    core::{CaseId, Day, OfficerId},
    desk::{
        Casebook, KnownTeam,
        casebook::Case,
        casework::{
            Keyed,
            agenda::{Agenda, Task, When},
            choices::Holder,
            deadlines::Deadline,
        },
        shelf::Shelf,
        view::{CaseLine, day_text, without_marks},
    },
};
use askama::Template;
use askama_web::WebTemplate;

/// The most lines that one part shows; the list of cases has the rest.
pub(in crate::desk) const MOST_LINES: usize = 50;

/// The first page of the desk.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/today.html")]
pub(in crate::desk) struct TodayPage<'a> {
    pub frame: Frame<'a>,
    pub day: String,
    pub synced: String,
    pub trouble: Option<String>,
    /// How many of how many were opened, when opening was stopped.
    pub stopped: Option<String>,
    /// Messages and entries that have not reached the server.
    pub unsent: u64,
    /// Cases whose history is not as it should be: number and path.
    pub damaged: Vec<(String, String)>,
    /// What the last round said of how cases ended.
    pub endings: Vec<EndingNote>,
    /// How many cases go within a month.
    pub soon: u64,
    pub new: Vec<NewLine>,
    /// How many new ones are not shown.
    pub new_more: u64,
    pub parts: Vec<Part>,
    pub later: u64,
    pub has_cases: bool,
}

/// A case that nobody has answered yet.
pub(in crate::desk) struct NewLine {
    pub line: CaseLine,
    /// Who could.
    pub readers: String,
}

/// Late, today or this week.
pub(in crate::desk) struct Part {
    pub key: &'static str,
    pub title: String,
    pub count: usize,
    pub lines: Vec<TaskLine>,
    pub more: u64,
}

/// Something to do.
pub(in crate::desk) struct TaskLine {
    pub what: String,
    pub href: Option<String>,
    pub number: String,
    pub due: String,
    pub late: String,
    pub holder: String,
    pub is_mine: bool,
    pub rule: String,
    pub source: String,
}

/// What the lines are made from.
pub(in crate::desk) struct Lists<'a> {
    pub t: &'a Texts,
    pub today: Day,
    pub me: OfficerId,
    pub team: &'a KnownTeam,
    pub book: &'a Casebook,
    pub shelf: &'a Shelf,
}

impl Lists<'_> {
    /// What is open over all cases.
    pub fn agenda(&self) -> Agenda {
        Agenda::of(self.shelf.iter().filter_map(|slip| slip.tasks.as_ref()), self.today)
    }

    /// Late, today and this week.
    pub fn parts(&self, agenda: &Agenda) -> Vec<Part> {
        let part = |when: &When| {
            let tasks = agenda.tasks.iter().filter(|task| task.when == *when);
            let count = agenda.count(*when);
            Part {
                key: when.key(),
                title: when.text(self.t),
                count,
                lines: tasks.take(MOST_LINES).map(|task| self.line(task)).collect(),
                more: count.saturating_sub(MOST_LINES) as u64,
            }
        };
        [When::Late, When::Today, When::ThisWeek].iter().map(part).collect()
    }

    fn line(&self, task: &Task) -> TaskLine {
        let rule = task.deadline.rule();
        let late = match task.late_by {
            0 => String::new(),
            days => self.t.desk_late_by(days),
        };
        TaskLine {
            what: task.deadline.text(self.t),
            href: match task.case {
                Some((case, _)) => Some(deadline_place(case, task.deadline)),
                None if task.deadline == Deadline::Monitor => Some(monitoring::PATH.to_owned()),
                None => None,
            },
            number: task.case.map(|(_, number)| number.to_string()).unwrap_or_default(),
            due: day_text(self.t, task.due),
            late,
            holder: self.holder(task.holder),
            is_mine: matches!(task.holder, Some((_, Some(officer))) if officer == self.me),
            rule: (rule.text)(self.t),
            source: rule.source.text(self.t),
        }
    }

    fn holder(&self, holder: Option<(Holder, Option<OfficerId>)>) -> String {
        match holder {
            None => String::new(),
            Some((_, Some(officer))) if officer == self.me => self.t.desk_holder_me(),
            Some((_, Some(officer))) => match self.team.find(officer) {
                Some(member) => member.reader.name.clone(),
                None => self.t.desk_somebody(),
            },
            Some((holder, None)) => holder.text(self.t),
        }
    }

    /// Cases whose reporter has not heard anything yet, the oldest first; and how many more there are.
    pub fn unanswered(&self) -> (Vec<NewLine>, u64) {
        let found = self.shelf.unanswered();
        let line = |case: &Case| {
            let names: Vec<&str> = case.readers().iter().map(|(_, name)| name.as_str()).collect();
            NewLine {
                line: CaseLine::of(case, self.t),
                readers: without_marks(&self.t.desk_new_readers(names.join(", "))),
            }
        };
        let cases = found.iter().filter_map(|case| self.book.get(*case));
        let more = found.len().saturating_sub(MOST_LINES) as u64;
        (cases.take(MOST_LINES).map(line).collect(), more)
    }

    /// Cases whose history is not as it should be.
    pub fn damaged(&self) -> Vec<(String, String)> {
        let damaged = self.shelf.iter().filter(|slip| slip.has_findings);
        let named = |case: CaseId| {
            let slip = self.shelf.get(case)?;
            let (number, _) = slip.named?;
            Some((number.to_string(), Tab::Overview.path(case)))
        };
        damaged.filter_map(|slip| named(slip.case)).collect()
    }
}
