//! Today: what is late, due and new over all cases, and with whom the next step lies.
//!
//! The desk's first page shows it. A case is reduced to a [`CaseTasks`] that holds nothing
//! readable and can be kept while its entries stay the same; [`Agenda::of`] sorts ten thousand of
//! them in one go.

use super::{
    Keyed, choices::Holder, deadlines::Deadline, file::CaseFile, keyed::Row, terms::Terms,
};
use crate::{
    Texts,
    core::{CaseId, Day, OfficerId, PublicNumber},
};

/// When something is due.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum When {
    /// Its day has passed.
    Late,
    /// Today.
    Today,
    /// Within seven days.
    ThisWeek,
    /// After that.
    Later,
}

impl Keyed for When {
    const ALL: &'static [Self] = &[Self::Late, Self::Today, Self::ThisWeek, Self::Later];

    fn row(self) -> Row {
        match self {
            Self::Late => ("late", Texts::casework_when_late),
            Self::Today => ("today", Texts::casework_when_today),
            Self::ThisWeek => ("this_week", Texts::casework_when_this_week),
            Self::Later => ("later", Texts::casework_when_later),
        }
    }
}
impl When {
    /// Of a day, seen from today.
    pub fn of(due: Day, today: Day) -> Self {
        if due < today {
            Self::Late
        } else if due == today {
            Self::Today
        } else if due < today.plus(7) {
            Self::ThisWeek
        } else {
            Self::Later
        }
    }
}

/// What is open in one case. Days and keys alone.
#[derive(Clone, Debug)]
pub struct CaseTasks {
    /// The case.
    pub case: CaseId,
    /// The number to name on the phone.
    pub number: PublicNumber,
    /// Whether nobody has done anything with it yet.
    pub is_new: bool,
    /// The day it came in.
    pub received: Day,
    /// With whom the next step lies, and which officer that is.
    pub holder: Option<(Holder, Option<OfficerId>)>,
    /// Open deadlines, the next step among them, by day.
    pub open: Vec<(Day, Deadline)>,
}

impl CaseFile<'_> {
    /// What is open in this case.
    pub fn tasks(&self, terms: &Terms) -> CaseTasks {
        let open = self.due(terms).into_iter().filter(|due| due.is_open());
        let holder = self.next_step.last().filter(|_| !self.is_closed()).map(|said| {
            let officer = said.what.who.as_ref().and_then(|who| who.officer);
            (said.what.lies_with, officer)
        });
        CaseTasks {
            case: self.report.case,
            number: self.report.number,
            is_new: self.is_new(),
            received: self.report.day,
            holder,
            open: open.map(|due| (due.due, due.deadline)).collect(),
        }
    }
}

/// One line of the agenda.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Task {
    /// When it is due.
    pub when: When,
    /// By which day.
    pub due: Day,
    /// By how many days it is late.
    pub late_by: u16,
    /// What.
    pub deadline: Deadline,
    /// In which case; `None` for the calendar's own.
    pub case: Option<(CaseId, PublicNumber)>,
    /// With whom the next step of that case lies.
    pub holder: Option<(Holder, Option<OfficerId>)>,
}

/// Everything that is open, in order. `Later` is left out of the list, and counted.
#[derive(Debug)]
pub struct Agenda {
    /// Late, today and this week, by day.
    pub tasks: Vec<Task>,
    /// New cases, the oldest first.
    pub new: Vec<(CaseId, PublicNumber, Day)>,
    /// How many tasks there are of each [`When`], in its order.
    pub counts: [usize; 4],
}

impl Agenda {
    /// Of all cases, as of today.
    pub fn of<'a>(cases: impl Iterator<Item = &'a CaseTasks>, today: Day) -> Self {
        let mut agenda = Self { tasks: Vec::new(), new: Vec::new(), counts: [0; 4] };
        for case in cases {
            agenda.new.extend(case.is_new.then_some((case.case, case.number, case.received)));
            for (due, deadline) in &case.open {
                let named = Some((case.case, case.number));
                let task = task(*deadline, *due, today);
                agenda.take_in(Task { case: named, holder: case.holder, ..task });
            }
        }
        for deadline in [Deadline::Monitor, Deadline::Yearly] {
            let due = deadline.calendar_day(today);
            due.into_iter().for_each(|due| agenda.take_in(task(deadline, due, today)));
        }
        agenda.tasks.sort_by_key(|task| (task.due, task.deadline, task.case));
        agenda.new.sort_by_key(|(case, _, day)| (*day, *case));
        agenda
    }

    fn take_in(&mut self, task: Task) {
        self.counts[task.when as usize] += 1;
        if task.when != When::Later {
            self.tasks.push(task);
        }
    }

    /// How many tasks there are.
    pub fn count(&self, when: When) -> usize {
        self.counts[when as usize]
    }
}

fn task(deadline: Deadline, due: Day, today: Day) -> Task {
    let late_by = today.number().saturating_sub(due.number());
    Task { when: When::of(due, today), due, late_by, deadline, case: None, holder: None }
}
