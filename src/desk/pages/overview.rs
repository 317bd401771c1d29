//! The overview of a case: what is known at a glance, its deadlines, and the next step.

use super::{
    Frame, Notice,
    case::{CaseContext, CaseHead, Link, Outcome, Read, Tab, frame, open_links},
    differences::{self, Difference},
    log::words,
};
use crate::{
    core::{OfficerId, Plaintext},
    desk::{
        EntryMeta,
        casework::{
            Event, Keyed,
            choices::{DeadlineChange, Holder},
            clock::Due,
            deadlines::{Deadline, Firmness},
            event::{DeadlineSet, NextStep, Who},
            steps::PoliceGate,
        },
        form::{Days, FormFields, FormReader, FormView},
        pages::case::status_text,
        summary::summary,
        view::{CaseView, ReaderView, day_text, without_marks},
    },
};
use askama::Template;
use askama_web::WebTemplate;

/// The forms of this page, by the beginning of their names.
const NEXT: &str = "next";
const START: &str = "start";
const NOTE: &str = "note";
const DEADLINE: &str = "deadline-";

/// How many of the last entries are shown.
const LAST_ENTRIES: usize = 8;

/// The overview.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_overview.html")]
pub(in crate::desk) struct OverviewPage<'a> {
    pub frame: Frame<'a>,
    pub head: CaseHead,
    /// Question and answer.
    pub facts: Vec<(String, String)>,
    pub deadlines: Vec<DueLine>,
    pub next: FormView,
    pub start: FormView,
    pub note: FormView,
    pub open: Vec<Link>,
    pub differences: Vec<Difference>,
    pub persons: Vec<String>,
    pub entries: Vec<EntryLine>,
    pub readers: Vec<ReaderView>,
    pub strangers: String,
    pub lists_me: bool,
    pub excluded: String,
    pub stepped_back: String,
    pub has_unsent: bool,
}

/// One deadline.
pub(in crate::desk) struct DueLine {
    pub key: &'static str,
    pub what: String,
    pub due: String,
    /// "3 days late", "done on …", or empty.
    pub state: String,
    pub is_late: bool,
    pub is_done: bool,
    pub rule: String,
    pub source: String,
    pub reason: String,
    /// To say that it is done, or moved; none for what is set elsewhere.
    pub form: Option<FormView>,
    pub has_faults: bool,
}

/// One entry in a list.
pub(in crate::desk) struct EntryLine {
    pub title: String,
    pub text: String,
    pub by: String,
    pub is_corrected: bool,
}

/// Draws it.
pub(in crate::desk) fn page<'a>(
    context: &CaseContext<'a>,
    notice: Option<Notice>,
) -> OverviewPage<'a> {
    let CaseContext { t, case, file, team, me, .. } = *context;
    let view = CaseView::of(case, team, me, t);
    let head = CaseHead::of(context, Tab::Overview);
    let has_unsent = crate::desk::shelf::unsent(case) > 0;
    let stepped: Vec<String> = file.stepped_back().map(|id| context.name(id)).collect();
    OverviewPage {
        frame: frame(context, Tab::Overview, notice),
        head,
        facts: facts(context),
        deadlines: deadlines(context),
        next: next_form(context),
        start: start_form(context),
        note: note_form(context),
        open: open_links(context),
        differences: differences::differences(context),
        persons: file.persons.keys().map(|pseudonym| pseudonym.text(t)).collect(),
        entries: entries(context),
        readers: view.readers,
        strangers: view.strangers,
        lists_me: view.lists_me,
        excluded: view.line.excluded,
        stepped_back: stepped.join(", "),
        has_unsent,
    }
}

/// Reads one of its forms.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    let reader = context.reader(fields);
    match fields.form() {
        NEXT => read_next(context, reader, fields),
        START => read_start(context, reader),
        NOTE => {
            let mut reader = reader;
            let note = reader.text("text").map(|text| Outcome::Say(vec![Event::Note(text)]));
            reader.done(note)
        }
        form if form.starts_with(differences::NAME) => differences::read(context, fields),
        form => {
            let deadline = form.strip_prefix(DEADLINE).and_then(Deadline::find);
            read_deadline(context, reader, deadline)
        }
    }
}

fn facts(context: &CaseContext) -> Vec<(String, String)> {
    let CaseContext { t, file, .. } = context;
    let unknown = || t.desk_not_yet();
    let safe = file.safe.last().map(|said| summary(said.event, t));
    let punishable = file.punishable.last().map(|said| summary(said.event, t));
    let route = file.route.last().map(|said| summary(said.event, t));
    let gate = match file.police_gate() {
        PoliceGate::NotNeeded => t.desk_gate_not_needed(),
        PoliceGate::Shut => t.desk_gate_shut(),
        PoliceGate::Open => t.desk_gate_open(),
    };
    vec![
        (t.desk_status_label(), status_text(context)),
        (t.casework_topic_safe(), safe.unwrap_or_else(unknown)),
        (t.casework_topic_punishable(), punishable.unwrap_or_else(unknown)),
        (t.desk_gate_label(), gate),
        (t.casework_topic_route(), route.unwrap_or_else(unknown)),
        (t.casework_field_victim(), file.victim().map_or_else(unknown, |it| it.text(t))),
        (t.casework_field_actor(), file.actor().map_or_else(unknown, |it| it.text(t))),
    ]
}

fn entries(context: &CaseContext) -> Vec<EntryLine> {
    let history = context.case.history();
    let all: Vec<_> = context.file.log.iter().zip(history.iter()).collect();
    let line = |(line, (meta, _)): &(&crate::desk::casework::file::Line, (EntryMeta, &[u8]))| {
        let (title, text) = words(context, line.entry, meta.hash);
        let is_corrected = line.corrected_by.is_some();
        EntryLine { title, text, by: context.said_by(&line.entry.stamp), is_corrected }
    };
    all.iter().rev().take(LAST_ENTRIES).map(line).collect()
}

fn deadlines(context: &CaseContext) -> Vec<DueLine> {
    let due = context.file.due(context.terms);
    let mut lines: Vec<DueLine> = due.iter().map(|due| due_line(context, due)).collect();
    // What is done comes after what is not.
    lines.sort_by_key(|line| line.is_done);
    lines
}

fn due_line(context: &CaseContext, due: &Due) -> DueLine {
    let CaseContext { t, today, .. } = *context;
    let late_by = due.late_by(today);
    let state = match (due.done, late_by) {
        (Some(day), 0) => t.desk_done_on(day_text(t, day)),
        (Some(day), late) => t.desk_done_late(late, day_text(t, day)),
        (None, 0) => String::new(),
        (None, late) => t.desk_late_by(late),
    };
    let rule = due.deadline.rule();
    let moved = due.moved.filter(|_| rule.firmness == Firmness::Law);
    let moved = moved.map(|day| t.desk_planned_on(day_text(t, day))).unwrap_or_default();
    let reason = due.reason.map(Plaintext::expose).unwrap_or_default();
    let form = deadline_form(context, due);
    DueLine {
        key: due.deadline.key(),
        what: due.deadline.text(t),
        due: day_text(t, due.due),
        state: without_marks(&state),
        is_late: due.is_open() && late_by > 0,
        is_done: !due.is_open(),
        rule: (rule.text)(t),
        source: rule.source.text(t),
        reason: without_marks(&format!("{moved} {reason}")).trim().to_owned(),
        has_faults: form.as_ref().is_some_and(|form| form.is_draft),
        form,
    }
}

/// Whether an officer says by hand that it is done or moved.
fn is_set_by_hand(deadline: Deadline) -> bool {
    !matches!(deadline, Deadline::NextAction | Deadline::Aftercare | Deadline::Retention)
}

fn deadline_form(context: &CaseContext, due: &Due) -> Option<FormView> {
    let t = context.t;
    let is_open = due.is_open() && is_set_by_hand(due.deadline);
    let name = format!("{DEADLINE}{}", due.deadline.key());
    is_open.then(|| {
        let form = context.form(Tab::Overview, &name);
        let rows = [DeadlineChange::Done, DeadlineChange::Moved];
        let rows = rows.map(|it| (it.key().to_owned(), it.text(t))).to_vec();
        let form = form.radios_of("change", t.desk_deadline_change(), (rows, "done"));
        let form = form.day("on", t.desk_day_field(), Some(context.today));
        let form = form.line("reason", t.desk_deadline_reason(), "");
        form.hint(t.desk_deadline_reason_hint()).button(t.desk_record()).made()
    })
}

fn read_deadline(
    context: &CaseContext,
    mut reader: FormReader,
    deadline: Option<Deadline>,
) -> Read {
    let deadline = deadline.filter(|it| is_set_by_hand(*it));
    let change = reader.choice::<DeadlineChange>("change");
    let days = match change {
        Some(DeadlineChange::Moved) => Days::Coming,
        _ => Days::Past,
    };
    let on = reader.day("on", days);
    let reason = reader.maybe_text("reason");
    let terms = context.terms;
    let due = context.file.due(terms).into_iter().find(|due| Some(due.deadline) == deadline);
    let is_late = due.is_some_and(|due| on.is_some_and(|on| on > due.due));
    let needs_reason = change == Some(DeadlineChange::Moved) || is_late;
    if needs_reason && reason.is_none() {
        reader.fault("reason", context.t.desk_fault_reason());
    }
    let event = deadline.zip(change).zip(on).map(|((deadline, change), on)| {
        Event::Deadline(DeadlineSet { deadline, change, on, until: None, reason })
    });
    reader.done(event.map(|event| Outcome::Say(vec![event])))
}

/// Those that begin when an officer says so.
const STARTED: [Deadline; 4] =
    [Deadline::IgjRapport, Deadline::IgjDismissal, Deadline::Dsar, Deadline::Breach];

fn start_form(context: &CaseContext) -> FormView {
    let t = context.t;
    let rows = STARTED.map(|it| (it.key().to_owned(), it.text(t))).to_vec();
    let form = context.form(Tab::Overview, START);
    let form = form.list_of("deadline", t.desk_start_which(), (rows, ""));
    let form = form.day("on", t.desk_start_on(), Some(context.today));
    let form = form.day("until", t.desk_start_until(), None).hint(t.desk_start_until_hint());
    form.button(t.desk_record()).made()
}

fn read_start(context: &CaseContext, mut reader: FormReader) -> Read {
    let deadline = reader.choice::<Deadline>("deadline").filter(|it| STARTED.contains(it));
    let on = reader.day("on", Days::Past);
    let until = reader.maybe_day("until", Days::Any);
    if until.zip(on).is_some_and(|(until, on)| until < on) {
        reader.fault("until", context.t.desk_fault_until());
    }
    let change = DeadlineChange::Started;
    let event = deadline.zip(on).map(|(deadline, on)| {
        Event::Deadline(DeadlineSet { deadline, change, on, until, reason: None })
    });
    reader.done(event.map(|event| Outcome::Say(vec![event])))
}

fn note_form(context: &CaseContext) -> FormView {
    let t = context.t;
    let form = context.form(Tab::Overview, NOTE).paragraphs("text", t.desk_note_label(), "");
    form.hint(t.desk_note_hint()).button(t.desk_record()).made()
}

fn next_form(context: &CaseContext) -> FormView {
    let CaseContext { t, terms, .. } = *context;
    let step = context.file.next_step.last().map(|said| said.what);
    let day = terms.after(&crate::desk::casework::terms::NEXT_ACTION, context.today);
    let holder = step.map_or(Holder::Officer, |step| step.lies_with);
    let form = context.form(Tab::Overview, NEXT);
    let form = form.day("on", t.desk_next_day(), Some(day)).hint(t.desk_next_day_hint());
    let form = form.radios("lies_with", t.desk_next_holder(), Some(holder));
    let rows = context.readers();
    let me = context.me.to_string();
    let form = form.list_of("officer", t.desk_next_officer(), (rows, &me));
    let form = form.line("name", t.desk_next_name(), "").hint(t.desk_next_name_hint());
    form.line("what", t.desk_next_what(), "").button(t.desk_record()).made()
}

fn read_next(context: &CaseContext, mut reader: FormReader, fields: &FormFields) -> Read {
    let on = reader.day("on", Days::Coming);
    let most = context.terms.after(&crate::desk::casework::terms::NEXT_ACTION, context.today);
    if on.is_some_and(|on| on > most) {
        let most = without_marks(&context.t.desk_fault_next_far(day_text(context.t, most)));
        reader.fault("on", most);
    }
    let lies_with = reader.choice::<Holder>("lies_with");
    let name = reader.maybe_text("name");
    let what = reader.text("what");
    let officer = OfficerId::parse(fields.text("officer"));
    let listed = context.case.readers().iter().find(|(id, _)| Some(*id) == officer);
    let who = match (lies_with, listed) {
        (Some(Holder::Officer), Some((id, name))) => {
            Some(Who { name: name.as_str().into(), officer: Some(*id) })
        }
        (Some(Holder::Officer), None) => {
            reader.fault("officer", context.t.desk_fault_choice());
            None
        }
        _ => name.map(|name| Who { name, officer: None }),
    };
    let event = on
        .zip(lies_with)
        .zip(what)
        .map(|((on, lies_with), what)| Event::NextStep(NextStep { on, lies_with, who, what }));
    reader.done(event.map(|event| Outcome::Say(vec![event])))
}
