//! The six steps as checklists, open all the time; the police gate shuts single items.

use super::{
    Frame, Notice,
    case::{CaseContext, CaseHead, Outcome, Read, Tab, frame},
};
use crate::desk::{
    casework::{
        Event, Keyed,
        checklist::{Gate, Item, Step},
        choices::Mark,
        event::Marked,
        steps::{ItemState, PoliceGate},
    },
    form::{FormFields, FormView},
    summary::joined,
};
use askama::Template;
use askama_web::WebTemplate;

/// What the names of its forms begin with.
const NAME: &str = "item-";

/// The six steps.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_steps.html")]
pub(in crate::desk) struct StepsPage<'a> {
    pub frame: Frame<'a>,
    pub head: CaseHead,
    pub gate: Option<String>,
    pub police: String,
    pub steps: Vec<StepView>,
}

/// One checklist.
pub(in crate::desk) struct StepView {
    pub key: &'static str,
    pub title: String,
    pub count: String,
    pub is_open: bool,
    pub items: Vec<ItemView>,
}

/// One item, as it stands.
pub(in crate::desk) struct ItemView {
    pub key: &'static str,
    pub text: String,
    pub source: String,
    pub state: String,
    pub is_settled: bool,
    /// Who marked it, when, and what they noted.
    pub said: Vec<String>,
    pub warning: Option<String>,
    /// Closed until the consultation with the police is recorded: then there is no form.
    pub form: Option<FormView>,
}

/// Draws it.
pub(in crate::desk) fn page<'a>(
    context: &CaseContext<'a>,
    notice: Option<Notice>,
) -> StepsPage<'a> {
    let CaseContext { t, file, .. } = *context;
    let mut steps: Vec<StepView> = Step::ALL.iter().map(|step| view(context, *step)).collect();
    steps.retain(|step| !step.items.is_empty());
    let asked = context.query.text("open");
    let is_asked = |step: &StepView| step.key == asked || step.items.iter().any(has_draft);
    if !steps.iter().any(is_asked) {
        // Nobody asked for one: the first that is not done.
        let first = steps.iter_mut().find(|step| step.items.iter().any(|item| !item.is_settled));
        first.into_iter().for_each(|step| step.is_open = true);
    }
    steps.iter_mut().for_each(|step| step.is_open |= is_asked(step));
    StepsPage {
        frame: frame(context, Tab::Steps, notice),
        head: CaseHead::of(context, Tab::Steps),
        gate: file.police_gate().notice(t),
        police: format!("{}#police", context.path(Tab::Triage)),
        steps,
    }
}

fn has_draft(item: &ItemView) -> bool {
    item.form.as_ref().is_some_and(|form| form.is_draft)
}

/// Reads the mark of an item.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let item = fields.form().strip_prefix(NAME).and_then(Item::find);
    let mark = reader.choice::<Mark>("mark");
    let note = reader.maybe_text("note");
    // A mark that was set too early can be taken back.
    if mark != Some(Mark::Open) && item.is_some_and(|item| is_shut(context, item)) {
        reader.fault("note", context.t.casework_gate_shut());
    }
    let event = item.zip(mark).map(|(item, mark)| Event::Marked(Marked { item, mark, note }));
    reader.done(event.map(|event| Outcome::Say(vec![event])))
}

/// The step that an item stands in, for the way back to it.
pub(in crate::desk) fn step_of(form: &str) -> Option<Step> {
    let key = form.strip_prefix(NAME)?;
    Step::ALL.iter().find(|step| step.items().iter().any(|item| item.key == key)).copied()
}

fn is_shut(context: &CaseContext, item: &Item) -> bool {
    let waits = item.gate == Gate::PoliceFirst;
    waits && context.file.police_gate() == PoliceGate::Shut
}

fn view(context: &CaseContext, step: Step) -> StepView {
    let states = context.file.checklist(step);
    let settled = states.iter().filter(|state| state.is_settled()).count();
    StepView {
        key: step.key(),
        title: step.text(context.t),
        count: context.t.desk_steps_count(settled as u64, states.len() as u64),
        is_open: false,
        items: states.iter().map(|state| item_view(context, state)).collect(),
    }
}

fn item_view(context: &CaseContext, state: &ItemState) -> ItemView {
    let t = context.t;
    let said = state.marks.iter().map(|said| {
        let note = said.what.note.as_ref().map(|note| note.expose()).unwrap_or_default();
        let mark = said.what.mark.text(t);
        joined(&[&mark, note, &context.said_by(said.by)])
    });
    let last = state.marks.last().map(|said| said.what.mark);
    ItemView {
        key: state.item.key,
        text: (state.item.text)(t),
        source: state.item.source.text(t),
        state: last.unwrap_or(Mark::Open).text(t),
        is_settled: state.is_settled(),
        said: said.collect(),
        warning: state.warning(t),
        form: (!state.is_shut || state.is_settled()).then(|| form(context, state)),
    }
}

fn form(context: &CaseContext, state: &ItemState) -> FormView {
    let t = context.t;
    let name = format!("{NAME}{}", state.item.key);
    let form = context.form(Tab::Steps, &name).line("note", t.desk_item_note(), "");
    let button = |label, mark: Mark| (label, ("mark", mark.key()));
    if state.is_settled() {
        let (label, field) = button(t.desk_mark_reopen(), Mark::Open);
        return form.button_with(label, field).made();
    }
    let (done, done_field) = button(t.desk_mark_done(), Mark::Done);
    let (not_needed, not_needed_field) = button(t.desk_mark_not_needed(), Mark::NotNeeded);
    form.button_with(done, done_field).button_with(not_needed, not_needed_field).made()
}
