//! Decisions: police, inspectorate, without consent, measures, closing. Each with its criteria,
//! reasons and who decided, also when the answer is no (O15, O19, O21, O24, O25).

use super::{
    Frame, Notice,
    case::{CaseContext, CaseHead, Outcome, Read, Tab, frame},
    who,
};
use crate::desk::{
    casework::{
        Event, Keyed, criteria::Criterion, deadlines::Deadline, event::Decision,
        judgement::DecisionKind, triage::YesNo,
    },
    form::{Days, FormFields, FormReader, FormView},
    view::{day_text, without_marks},
};
use askama::Template;
use askama_web::WebTemplate;

/// The four conditions of the warning register: all of them or none (O25).
const REGISTER: &str = "measure_register_";
const REGISTER_CONDITIONS: usize = 4;

/// The inspectorate need not be told: does not go with a yes.
const IGJ_NONE: &str = "igj_none";

/// Who decided: the two fields.
const DECIDED_BY: who::Names = ("decided_by", "decided_by_name");

/// The decisions.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_decisions.html")]
pub(in crate::desk) struct DecisionsPage<'a> {
    pub frame: Frame<'a>,
    pub head: CaseHead,
    pub sections: Vec<DecisionSection>,
    /// Where a consultation with the police is recorded.
    pub police: String,
}

/// The decisions of one kind.
pub(in crate::desk) struct DecisionSection {
    pub key: &'static str,
    pub title: String,
    pub help: String,
    /// What the law calls by these names.
    pub definitions: Vec<(String, String)>,
    pub lines: Vec<DecisionLine>,
    /// Until when the inspectorate can be told in time.
    pub until: Option<String>,
    pub form: FormView,
    pub is_police: bool,
}

/// One decision.
pub(in crate::desk) struct DecisionLine {
    pub outcome: String,
    pub criteria: Vec<String>,
    pub reasons: String,
    pub decided: String,
    pub consulted: String,
    pub by: String,
}

/// Draws it.
pub(in crate::desk) fn page<'a>(
    context: &CaseContext<'a>,
    notice: Option<Notice>,
) -> DecisionsPage<'a> {
    DecisionsPage {
        frame: frame(context, Tab::Decisions, notice),
        head: CaseHead::of(context, Tab::Decisions),
        sections: DecisionKind::ALL.iter().map(|kind| section(context, *kind)).collect(),
        police: format!("{}#police", context.path(Tab::Triage)),
    }
}

fn section(context: &CaseContext, kind: DecisionKind) -> DecisionSection {
    let t = context.t;
    let decisions = context.file.decisions.iter().filter(|said| said.what.kind == kind);
    DecisionSection {
        key: kind.key(),
        title: kind.text(t),
        help: match kind {
            DecisionKind::Police => t.desk_decision_police_help(),
            DecisionKind::Igj => t.desk_decision_igj_help(),
            DecisionKind::WithoutConsent => t.desk_decision_consent_help(),
            DecisionKind::Measure => t.desk_decision_measure_help(),
            DecisionKind::Close => t.desk_decision_close_help(),
        },
        definitions: match kind {
            DecisionKind::Igj => vec![
                (t.desk_igj_violence(), t.desk_igj_violence_law()),
                (t.desk_igj_calamity(), t.desk_igj_calamity_law()),
                (t.desk_igj_dismissal(), t.desk_igj_dismissal_law()),
            ],
            _ => Vec::new(),
        },
        lines: decisions.map(|said| line(context, said.what, context.said_by(said.by))).collect(),
        until: (kind == DecisionKind::Igj).then(|| until(context)).flatten(),
        form: form(context, kind),
        is_police: kind == DecisionKind::Police,
    }
}

fn line(context: &CaseContext, decision: &Decision, by: String) -> DecisionLine {
    let t = context.t;
    let on = day_text(t, decision.on);
    let consulted = decision.consulted.as_ref().map(|text| text.expose().to_owned());
    DecisionLine {
        outcome: decision.outcome.text(t),
        criteria: decision.criteria.iter().map(|it| (it.text)(t)).collect(),
        reasons: decision.reasons.expose().to_owned(),
        decided: without_marks(&t.desk_decided_by(decision.decided_by.name.expose(), on)),
        consulted: consulted.unwrap_or_default(),
        by,
    }
}

/// What is said once the inspectorate is to be told: until when, and whether that was done.
fn until(context: &CaseContext) -> Option<String> {
    let CaseContext { t, today, .. } = *context;
    let due = context.file.due(context.terms);
    let due = due.into_iter().find(|due| due.deadline == Deadline::IgjReport)?;
    let text = match due.done {
        Some(day) => t.desk_igj_reported(day_text(t, day)),
        None if due.due < today => t.desk_igj_late(day_text(t, due.due)),
        None => t.desk_igj_until(day_text(t, due.due)),
    };
    Some(without_marks(&text))
}

fn form(context: &CaseContext, kind: DecisionKind) -> FormView {
    let t = context.t;
    let criteria = Criterion::of(kind).map(|it| {
        let text = format!("{} ({})", (it.text)(t), it.source.text(t));
        (it.key.to_owned(), text)
    });
    let form = context.form(Tab::Decisions, kind.key());
    let form = form.ticks_of("criteria", t.desk_decision_criteria(), (criteria.collect(), &[]));
    let form = match kind {
        DecisionKind::Measure => form.hint(t.desk_decision_register_hint()),
        _ => form,
    };
    let form = form.radios::<YesNo>("outcome", t.desk_decision_outcome(), None);
    let form = form.paragraphs("reasons", t.desk_decision_reasons(), "");
    let form = form.hint(t.desk_decision_reasons_hint());
    let labels = (t.desk_decision_by(), t.desk_decision_by_other(), None);
    let form = who::add(context, form, DECIDED_BY, labels);
    let form = form.day("on", t.desk_day_field(), Some(context.today));
    let form = form.line("consulted", t.desk_decision_consulted(), "");
    form.button(t.desk_record()).made()
}

/// Reads a decision.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let kind = DecisionKind::find(fields.form());
    let criteria = kind.map(|kind| read_criteria(context, &mut reader, (fields, kind)));
    let outcome = reader.choice::<YesNo>("outcome");
    if let Some((criteria, outcome)) = criteria.as_ref().zip(outcome) {
        check(context, &mut reader, (criteria, outcome));
    }
    let reasons = reader.text("reasons");
    let decided_by = who::read(context, &mut reader, fields, DECIDED_BY);
    let on = reader.day("on", Days::Past);
    let consulted = reader.maybe_text("consulted");
    let decision = kind.zip(criteria).zip(outcome).zip(reasons).zip(decided_by).zip(on);
    let decision = decision.map(|(((((kind, criteria), outcome), reasons), decided_by), on)| {
        let on_what = Decision { kind, outcome, criteria, reasons, decided_by, on, consulted };
        Outcome::Say(vec![Event::Decided(on_what)])
    });
    reader.done(decision)
}

fn read_criteria(
    context: &CaseContext,
    reader: &mut FormReader,
    (fields, kind): (&FormFields, DecisionKind),
) -> Vec<&'static Criterion> {
    let find = |key| Criterion::find(key).filter(|it| it.kind == kind);
    let found: Vec<_> = fields.all("criteria").map(find).collect();
    if found.iter().any(Option::is_none) {
        reader.fault("criteria", context.t.desk_fault_choice());
    }
    found.into_iter().flatten().collect()
}

/// Whether criteria and outcome go together.
fn check(
    context: &CaseContext,
    reader: &mut FormReader,
    (criteria, outcome): (&[&'static Criterion], YesNo),
) {
    let t = context.t;
    let register = criteria.iter().filter(|it| it.key.starts_with(REGISTER)).count();
    if outcome == YesNo::Yes && criteria.is_empty() {
        reader.fault("criteria", t.desk_fault_criteria());
    } else if outcome == YesNo::Yes && criteria.iter().any(|it| it.key == IGJ_NONE) {
        reader.fault("criteria", t.desk_fault_igj_none());
    } else if outcome == YesNo::Yes && register > 0 && register < REGISTER_CONDITIONS {
        reader.fault("criteria", t.desk_fault_register());
    }
}
