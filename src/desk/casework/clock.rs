//! The deadlines of one case, counted.
//!
//! Pages, the agenda and the list of what keeps a case open read it. A date is never later than
//! the rule behind it; a date that an officer moves keeps its reason, and moves the deadline only
//! where the organisation sets it itself. Nothing here reads the clock.
//!
//! Source: casework C.4, C.9.

use super::{
    choices::{DeadlineChange, Outcome, SilenceChange, Word},
    deadlines::{Deadline, Firmness},
    event::{DeadlineSet, Event},
    file::CaseFile,
    judgement::DecisionKind,
    register::Register,
    routing::IgjCheck,
    terms::{self, Term, Terms, working_day},
    triage::YesNo,
};
use crate::core::{Day, Plaintext};

/// One deadline of a case. No `Debug`.
pub struct Due<'a> {
    /// Which.
    pub deadline: Deadline,
    /// The day on which it began.
    pub start: Day,
    /// The day by which it must be done.
    pub due: Day,
    /// The day on which it was done.
    pub done: Option<Day>,
    /// The day to which an officer moved it; for a rule of law that is a plan, not the deadline.
    pub moved: Option<Day>,
    /// Why it was moved, or why it is late.
    pub reason: Option<&'a Plaintext>,
}

impl Due<'_> {
    /// By how many days it is late, or was done late.
    pub fn late_by(&self, today: Day) -> u16 {
        self.done.unwrap_or(today).number().saturating_sub(self.due.number())
    }

    /// Whether it still has to be done.
    pub fn is_open(&self) -> bool {
        self.done.is_none()
    }
}

impl<'a> CaseFile<'a> {
    /// Every deadline of this case whose clock runs or ran, by due day.
    pub fn due(&self, terms: &Terms) -> Vec<Due<'a>> {
        let all =
            Deadline::ALL_OF_A_CASE.iter().flat_map(|deadline| self.counted(*deadline, terms));
        let mut due: Vec<Due<'a>> = all.collect();
        if self.is_closed() {
            due.retain(|due| due.done.is_some() || due.deadline.outlives_closing());
        }
        due.sort_by_key(|due| (due.due, due.deadline));
        due
    }

    /// The day of the next step, for an open case: chosen by an officer, and in any case so many
    /// days after the last thing that was done (O34). `None` for a closed case.
    pub fn next_action(&self, terms: &Terms) -> Option<Day> {
        if self.is_closed() {
            return None;
        }
        let last = self.last_work.unwrap_or(self.report.day).max(self.report.day);
        // What was chosen by several stands side by side; the earliest day holds.
        let chosen = self.next_step.values().iter();
        let chosen =
            chosen.map(|said| said.what.on.min(terms.after(&terms::NEXT_ACTION, said.by.day())));
        Some(chosen.min().unwrap_or_else(|| terms.after(&terms::NEXT_ACTION, last)))
    }

    fn counted(&self, deadline: Deadline, terms: &Terms) -> Vec<Due<'a>> {
        let spans: Vec<(Day, Day)> = match deadline {
            Deadline::Aftercare => return self.aftercare_due(),
            // Held: nothing has to be done by any day.
            Deadline::Retention if self.hold().is_some() => return Vec::new(),
            Deadline::NextAction => {
                let due = self.next_action(terms);
                due.map(|due| (self.next_step_start(), due)).into_iter().collect()
            }
            Deadline::SilenceReview => self.silence_asked(),
            _ => self.span(deadline, terms).into_iter().collect(),
        };
        spans.into_iter().map(|span| self.with_changes(deadline, span)).collect()
    }

    /// The day on which a deadline began, and the day by which its rule wants it done. `None` while
    /// its clock does not run.
    fn span(&self, deadline: Deadline, terms: &Terms) -> Option<(Day, Day)> {
        let received = self.report.day;
        let from = |start: Day, term: &Term| Some((start, terms.after(term, start)));
        match deadline {
            Deadline::FirstSafety => Some((received, working_day(received))),
            Deadline::Ack => from(received, &terms::ACK),
            Deadline::Feedback => {
                // From receipt and from its confirmation: the earlier one holds.
                let start = self.acknowledged_on().map_or(received, |day| day.min(received));
                from(start, &terms::FEEDBACK)
            }
            Deadline::ClientInform => {
                let start = self.started(deadline).unwrap_or(received);
                self.is_about_client().then(|| from(start, &terms::CLIENT_INFORM))?
            }
            Deadline::IgjDetermine => {
                self.is_about_client().then(|| from(received, &terms::IGJ_DETERMINE))?
            }
            Deadline::IgjReport => from(self.igj_decided_yes_on()?, &terms::IGJ_REPORT),
            Deadline::IgjDismissal => from(self.dismissal_told_on()?, &terms::IGJ_DISMISSAL),
            Deadline::IgjRapport => {
                let start = self.started(deadline)?;
                let given = self.said(deadline, DeadlineChange::Started, |set| set.until);
                Some((start, given.unwrap_or(terms.after(&terms::IGJ_RAPPORT, start))))
            }
            Deadline::Dsar => from(self.started(deadline)?, &terms::DSAR),
            Deadline::Breach => from(self.started(deadline)?, &terms::BREACH),
            Deadline::Retention => from(self.closed_on()?, self.retention()),
            Deadline::SilenceReview
            | Deadline::NextAction
            | Deadline::Aftercare
            | Deadline::Monitor
            | Deadline::Yearly => None,
        }
    }

    fn with_changes(&self, deadline: Deadline, (start, due): (Day, Day)) -> Due<'a> {
        let moved = match deadline {
            // A next step is moved by naming another one.
            Deadline::NextAction => None,
            _ => self.said(deadline, DeadlineChange::Moved, |set| Some(set.on)),
        };
        let due = match (moved, deadline.rule().firmness) {
            (Some(moved), Firmness::Law) => due.min(moved),
            (Some(moved), Firmness::Policy) => moved,
            (None, _) => due,
        };
        let reason = [DeadlineChange::Done, DeadlineChange::Moved];
        let reason = reason.into_iter().find_map(|change| {
            let said = self.deadlines.get(&(deadline, change)).and_then(Register::last)?;
            said.what.reason.as_ref()
        });
        let done = self.done_on(deadline);
        Due { deadline, start, due, done, moved, reason }
    }

    /// The first day on which a deadline was done: said so, or seen from what was done.
    fn done_on(&self, deadline: Deadline) -> Option<Day> {
        let said = self.said(deadline, DeadlineChange::Done, |set| Some(set.on));
        let seen = match deadline {
            Deadline::FirstSafety => self.found_safe_on.filter(|_| !self.is_unsafe()),
            Deadline::Ack => self.acknowledged_on(),
            Deadline::Feedback => self.feedback_on(),
            Deadline::IgjDetermine => self.igj_decisions().map(|(day, _)| day).min(),
            _ => None,
        };
        said.into_iter().chain(seen).min()
    }

    /// Whether an officer says that not everyone is safe now.
    pub fn is_unsafe(&self) -> bool {
        self.safe.any(|said| said.answer == YesNo::No)
    }

    /// The first day on which somebody wrote to the reporter.
    pub fn acknowledged_on(&self) -> Option<Day> {
        let sent = self.words.iter().map(|said| said.by.day());
        self.report.first_message.into_iter().chain(sent).min()
    }

    /// The first day on which the reporter was told what was found, or why that cannot be.
    pub fn feedback_on(&self) -> Option<Day> {
        let told = self.words.iter();
        let told = told.filter(|said| matches!(said.what.word, Word::Feedback | Word::Closing));
        let not_told = self.no_word.iter().map(|said| said.by.day());
        told.map(|said| said.by.day()).chain(not_told).min()
    }

    fn is_about_client(&self) -> bool {
        // As long as it is not known, the clock runs.
        self.advice().is_none_or(|advice| advice.igj == IgjCheck::Needed)
    }

    fn igj_decisions(&self) -> impl Iterator<Item = (Day, YesNo)> {
        let decisions = self.decisions.iter().map(|said| said.what);
        let igj = decisions.filter(|decision| decision.kind == DecisionKind::Igj);
        igj.map(|decision| (decision.on, decision.outcome))
    }

    /// The first day of a yes, unless the last decision is no.
    fn igj_decided_yes_on(&self) -> Option<Day> {
        let (_, last) = self.igj_decisions().last()?;
        let yes = self.igj_decisions().filter(|(_, outcome)| *outcome == YesNo::Yes);
        yes.map(|(day, _)| day).min().filter(|_| last == YesNo::Yes)
    }

    /// The day on which a worker was told of a dismissal that must be reported.
    fn dismissal_told_on(&self) -> Option<Day> {
        let decided = self.decisions.iter().map(|said| said.what).filter(|decision| {
            let named = |key| decision.criteria.iter().any(|criterion| criterion.key == key);
            decision.outcome == YesNo::Yes
                && decision.kind == DecisionKind::Measure
                && named("measure_igj_dismissal")
        });
        let told = self.started(Deadline::IgjDismissal);
        decided.map(|decision| decision.on).chain(told).min()
    }

    /// Of everybody of whom silence is asked: since when, and until when.
    fn silence_asked(&self) -> Vec<(Day, Day)> {
        let said = self.silence.values().flat_map(Register::values);
        let asked = said.filter(|said| said.what.change == SilenceChange::Asked);
        asked.map(|said| (said.by.day(), said.what.on)).collect()
    }

    fn aftercare_due(&self) -> Vec<Due<'a>> {
        let groups = self.aftercare.values().flat_map(Register::values);
        let due = groups.filter_map(|said| {
            let (start, due) = (said.by.day(), said.what.follow_up?);
            let done = said.what.done_on;
            let (moved, reason) = (None, None);
            Some(Due { deadline: Deadline::Aftercare, start, due, done, moved, reason })
        });
        due.collect()
    }

    fn next_step_start(&self) -> Day {
        self.next_step.last().map_or(self.report.day, |said| said.by.day())
    }

    /// How long a closed case is kept.
    pub fn retention(&self) -> &'static Term {
        let outcome = self.ending.values().iter().find_map(|said| match said.what {
            Event::Closed(closed) => Some(closed.outcome),
            _ => None,
        });
        self.retention_with(outcome)
    }

    /// How long a case that is closed with this outcome is kept.
    pub fn retention_with(&self, outcome: Option<Outcome>) -> &'static Term {
        let yes = |kind| {
            let decisions = self.decisions.iter().map(|said| said.what);
            decisions.into_iter().any(|it| it.kind == kind && it.outcome == YesNo::Yes)
        };
        if yes(DecisionKind::Measure) || yes(DecisionKind::Igj) || yes(DecisionKind::Police) {
            &terms::RETENTION_LONG
        } else if matches!(outcome, Some(Outcome::Insufficient | Outcome::OutOfScope)) {
            &terms::RETENTION_SHORT
        } else {
            &terms::RETENTION_MIDDLE
        }
    }

    fn started(&self, deadline: Deadline) -> Option<Day> {
        self.said(deadline, DeadlineChange::Started, |set| Some(set.on))
    }

    /// The earliest of what officers said of a deadline and nobody has replaced.
    fn said(
        &self,
        deadline: Deadline,
        change: DeadlineChange,
        day: impl Fn(&DeadlineSet) -> Option<Day>,
    ) -> Option<Day> {
        let values = self.deadlines.get(&(deadline, change)).map(Register::values);
        values.unwrap_or_default().iter().filter_map(|said| day(said.what)).min()
    }
}

impl Deadline {
    /// Those that a case can have; the others are the calendar's.
    pub const ALL_OF_A_CASE: [Self; 14] = [
        Self::FirstSafety,
        Self::Ack,
        Self::Feedback,
        Self::ClientInform,
        Self::IgjDetermine,
        Self::IgjReport,
        Self::IgjDismissal,
        Self::IgjRapport,
        Self::SilenceReview,
        Self::Aftercare,
        Self::NextAction,
        Self::Dsar,
        Self::Breach,
        Self::Retention,
    ];

    /// Whether it goes on when the case is closed.
    pub fn outlives_closing(self) -> bool {
        matches!(
            self,
            Self::IgjReport
                | Self::IgjDismissal
                | Self::IgjRapport
                | Self::SilenceReview
                | Self::Aftercare
                | Self::Dsar
                | Self::Breach
                | Self::Retention
        )
    }

    /// The next day of a deadline of the calendar, from this day on; `None` for those of a case.
    pub fn calendar_day(self, today: Day) -> Option<Day> {
        let date = today.date();
        let (year, last_month) = match self {
            // A quarter is counted when it is over: in the first month of the next one.
            Self::Monitor if date.month() > 10 => (date.year() + 1, 1),
            Self::Monitor => (date.year(), (date.month() + 1) / 3 * 3 + 1),
            Self::Yearly => (date.year(), 12),
            _ => return None,
        };
        let first = jiff::civil::Date::new(year, last_month, 1).ok()?;
        Day::from_date(first.last_of_month())
    }
}
