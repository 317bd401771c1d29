//! Triage: safe, punishable, own interests, who and to whom, the route, and the police.

use super::{
    Frame, Notice,
    case::{CaseContext, CaseHead, Outcome, Read, Tab, frame},
    structure,
};
use crate::desk::{
    casework::{
        Event, Keyed, Stamp,
        event::{Answered, Conflict, PoliceContact},
        judgement::PoliceStep,
        register::Register,
        routing::IgjCheck,
        steps::PoliceGate,
        triage::{ConflictKind, Stance},
    },
    form::{Days, FormFields, FormView},
    signal_line::SignalLine,
    summary::summary,
    view::without_marks,
};
use askama::Template;
use askama_web::WebTemplate;

/// The most earlier signals that are shown.
const MAX_SIGNALS: usize = 5;

/// Triage.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_triage.html")]
pub(in crate::desk) struct TriagePage<'a> {
    pub frame: Frame<'a>,
    pub head: CaseHead,
    pub questions: Vec<Asked>,
    /// What there is to say of earlier signals.
    pub signals_note: String,
    /// Other cases that may name the same people.
    pub signals: Vec<SignalLine>,
    /// How many more there are.
    pub signals_more: Option<String>,
    /// Who declared what.
    pub conflicts: Vec<SaidLine>,
    pub conflict: FormView,
    pub structure: FormView,
    pub has_structure: bool,
    pub advice: Vec<String>,
    pub advice_reason: String,
    pub igj: Option<String>,
    pub route: Asked,
    pub whistleblower: Asked,
    pub gate: String,
    pub is_shut: bool,
    pub police: Vec<SaidLine>,
    pub police_form: FormView,
}

/// A question of triage, with what was said.
pub(in crate::desk) struct Asked {
    pub key: &'static str,
    pub title: String,
    pub help: String,
    pub said: Vec<SaidLine>,
    pub form: FormView,
}

/// What somebody said.
pub(in crate::desk) struct SaidLine {
    pub text: String,
    pub by: String,
}

/// Draws it.
pub(in crate::desk) fn page<'a>(
    context: &CaseContext<'a>,
    notice: Option<Notice>,
) -> TriagePage<'a> {
    let CaseContext { t, file, .. } = *context;
    let advice = file.advice();
    let routes = advice.iter().flat_map(|advice| &advice.routes);
    let (signals_note, signals, signals_more) = signals(context);
    let needed = advice.as_ref().is_some_and(|advice| advice.igj == IgjCheck::Needed);
    TriagePage {
        frame: frame(context, Tab::Triage, notice),
        head: CaseHead::of(context, Tab::Triage),
        questions: vec![
            asked(context, &file.safe, ("safe", t.casework_topic_safe(), t.desk_safe_help())),
            asked(
                context,
                &file.punishable,
                ("punishable", t.casework_topic_punishable(), t.desk_punishable_help()),
            ),
        ],
        signals_note,
        signals,
        signals_more,
        conflicts: file.conflicts.values().flat_map(|register| said(context, register)).collect(),
        conflict: conflict_form(context),
        structure: structure::form(context),
        has_structure: !file.fields.is_empty() || structure::is_draft(context),
        advice: routes.map(|route| route.text(t)).collect(),
        advice_reason: advice_reason(context),
        igj: needed.then(|| t.desk_igj_needed()),
        route: asked(context, &file.route, ("route", t.casework_topic_route(), String::new())),
        whistleblower: asked(
            context,
            &file.whistleblower,
            ("whistleblower", t.casework_topic_whistleblower(), t.desk_whistleblower_help()),
        ),
        gate: match file.police_gate() {
            PoliceGate::NotNeeded => t.desk_gate_not_needed(),
            PoliceGate::Shut => t.casework_gate_reason(),
            PoliceGate::Open => t.desk_gate_open(),
        },
        is_shut: file.police_gate() == PoliceGate::Shut,
        police: file.police.iter().map(|it| said_line(context, it.event, it.by)).collect(),
        police_form: police_form(context),
    }
}

/// Other cases that may name the same people: what to say, some of them, how many more.
fn signals(context: &CaseContext) -> (String, Vec<SignalLine>, Option<String>) {
    let CaseContext { t, case, signals, book, .. } = *context;
    let mut found = signals.like(case.id);
    found.retain(|found| book.get(found.case).is_some());
    let lines = SignalLine::all(&found, book, MAX_SIGNALS, t);
    let note = match (lines.is_empty(), signals.names_somebody(case.id)) {
        (false, _) => t.desk_signals_help(),
        (true, true) => t.desk_signals_none(),
        (true, false) => t.desk_signals_no_names(),
    };
    let more = found.len() - lines.len();
    let more = (more > 0).then(|| without_marks(&t.desk_signals_more(more as u64)));
    (note, lines, more)
}

/// Reads one of its forms.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    match fields.form() {
        "safe" => answer(context, fields, Event::Safe),
        "punishable" => answer(context, fields, Event::Punishable),
        "route" => answer(context, fields, Event::Routed),
        "whistleblower" => answer(context, fields, Event::Whistleblower),
        "conflict" => read_conflict(context, fields),
        "structure" => structure::read(context, fields),
        _ => read_police(context, fields),
    }
}

fn asked<T: Keyed>(
    context: &CaseContext,
    register: &Register<'_, Answered<T>>,
    (key, title, help): (&'static str, String, String),
) -> Asked {
    let t = context.t;
    let value = register.last().map(|said| said.what.answer);
    let form = context.form(Tab::Triage, key).radios("answer", t.desk_answer(), value);
    let form = form.line("note", t.desk_why(), "").button(t.desk_record()).made();
    Asked { key, title, help, said: said(context, register), form }
}

fn said<T>(context: &CaseContext, register: &Register<'_, T>) -> Vec<SaidLine> {
    register.values().iter().map(|it| said_line(context, it.event, it.by)).collect()
}

fn said_line(context: &CaseContext, event: &Event, by: &Stamp) -> SaidLine {
    SaidLine { text: summary(event, context.t), by: context.said_by(by) }
}

fn answer<T: Keyed>(
    context: &CaseContext,
    fields: &FormFields,
    event: fn(Answered<T>) -> Event,
) -> Read {
    let mut reader = context.reader(fields);
    let answer = reader.choice::<T>("answer");
    let note = reader.maybe_text("note");
    let said = answer.map(|answer| event(Answered { answer, note }));
    reader.done(said.map(|event| Outcome::Say(vec![event])))
}

/// From whom to whom, as far as the table of routes is read by it.
fn advice_reason(context: &CaseContext) -> String {
    let CaseContext { t, file, .. } = context;
    let text = match (file.victim(), file.actor()) {
        (Some(victim), Some(actor)) => t.desk_advice_reason(victim.text(t), actor.text(t)),
        _ => t.desk_advice_unknown(),
    };
    without_marks(&text)
}

fn conflict_form(context: &CaseContext) -> FormView {
    let t = context.t;
    let mine = context.file.conflicts.get(&context.me).and_then(Register::last);
    let kind = mine.map(|said| said.what.kind);
    let stance = mine.map_or(Stance::Stays, |said| said.what.stance);
    let form = context.form(Tab::Triage, "conflict");
    let form = form.radios::<ConflictKind>("kind", t.desk_conflict_kind(), kind);
    let form = form.radios("stance", t.desk_conflict_stance(), Some(stance));
    form.hint(t.desk_conflict_stance_hint())
        .line("note", t.desk_conflict_note(), "")
        .button(t.desk_record())
        .made()
}

fn read_conflict(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let kind = reader.choice::<ConflictKind>("kind");
    let stance = reader.choice::<Stance>("stance");
    let note = reader.maybe_text("note");
    let said = kind.zip(stance);
    let said = said.map(|(kind, stance)| Event::Conflict(Conflict { kind, stance, note }));
    reader.done(said.map(|event| Outcome::Say(vec![event])))
}

fn police_form(context: &CaseContext) -> FormView {
    let t = context.t;
    let form = context.form(Tab::Triage, "police");
    let form = form.radios("step", t.desk_police_step(), Some(PoliceStep::Consulted));
    let form = form.line("with", t.desk_police_with(), "");
    let form = form.day("on", t.desk_police_on(), Some(context.today));
    let form = form.paragraphs("agreements", t.desk_police_agreements(), "");
    form.hint(t.desk_police_agreements_hint()).button(t.desk_record()).made()
}

fn read_police(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let step = reader.choice::<PoliceStep>("step");
    let with = reader.text("with");
    let on = reader.day("on", Days::Past);
    let agreements = reader.text("agreements");
    let said = step.zip(with).zip(on).zip(agreements);
    let said = said.map(|(((step, with), on), agreements)| {
        Event::Police(PoliceContact { step, with, on, agreements })
    });
    reader.done(said.map(|event| Outcome::Say(vec![event])))
}
