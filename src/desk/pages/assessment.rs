//! The assessment, the causes, aftercare, and the end of a case.
//!
//! Whoever investigates does not assess (O18). A case is closed only when nothing else keeps it
//! open, and can be opened again.

use super::{
    Frame, Notice,
    aftercare::{self, AftercareView},
    case::{CaseContext, CaseHead, Link, Outcome, Read, Tab, frame, open_links},
    ending, keeping,
    triage::SaidLine,
    who,
};
use crate::desk::{
    casework::{
        Event, Keyed,
        event::{Assessment, Causes},
        judgement::{CauseMethod, Nature, Risk, Seriousness},
    },
    form::{FormFields, FormView},
    summary::summary,
};
use askama::Template;
use askama_web::WebTemplate;

/// The forms of this page, beside those of aftercare and of the end.
const ASSESSMENT: &str = "assessment";
const CAUSES: &str = "causes";

const INVESTIGATOR: who::Names = ("investigator", "investigator_name");
const ASSESSOR: who::Names = ("assessor", "assessor_name");

/// Assessment, aftercare and closing.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_assessment.html")]
pub(in crate::desk) struct AssessmentPage<'a> {
    pub frame: Frame<'a>,
    pub head: CaseHead,
    pub said: Vec<AssessmentLine>,
    pub form: FormView,
    pub causes: Vec<SaidLine>,
    pub causes_form: FormView,
    pub aftercare: Vec<AftercareView>,
    /// What keeps it open, each with where it is mended.
    pub open: Vec<Link>,
    pub outcome_form: FormView,
    pub close: Option<FormView>,
    pub reopen: Option<FormView>,
    pub endings: Vec<SaidLine>,
    pub keep: Option<keeping::KeepView>,
    /// Where a word to the reporter is written.
    pub word: String,
}

/// One assessment; more than one where officers assessed without knowing of each other.
pub(in crate::desk) struct AssessmentLine {
    /// Label and value.
    pub rows: Vec<(String, String)>,
    pub by: String,
}

/// Draws it.
pub(in crate::desk) fn page<'a>(
    context: &CaseContext<'a>,
    notice: Option<Notice>,
) -> AssessmentPage<'a> {
    let CaseContext { t, file, .. } = *context;
    let causes = file.causes.values().iter();
    let said = |event: &Event, by| SaidLine { text: summary(event, t), by: context.said_by(by) };
    let line = |it: &Assessment, by| AssessmentLine { rows: rows(context, it), by };
    let assessments = file.assessment.values().iter();
    AssessmentPage {
        frame: frame(context, Tab::Assessment, notice),
        head: CaseHead::of(context, Tab::Assessment),
        said: assessments.map(|it| line(it.what, context.said_by(it.by))).collect(),
        form: assessment_form(context),
        causes: causes.map(|it| said(it.event, it.by)).collect(),
        causes_form: causes_form(context),
        aftercare: aftercare::views(context),
        open: open_links(context),
        outcome_form: ending::outcome_form(context),
        close: ending::close_form(context),
        reopen: ending::reopen_form(context),
        endings: ending::lines(context),
        keep: keeping::view(context),
        word: format!("{}#message", context.path(Tab::Report)),
    }
}

/// Reads one of its forms.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    match fields.form() {
        ASSESSMENT => read_assessment(context, fields),
        CAUSES => read_causes(context, fields),
        form if form.starts_with(keeping::NAME) => keeping::read(context, fields),
        form if form.starts_with(aftercare::NAME) => aftercare::read(context, fields),
        _ => ending::read(context, fields),
    }
}

fn rows(context: &CaseContext, it: &Assessment) -> Vec<(String, String)> {
    let t = context.t;
    let nature: Vec<String> = it.nature.iter().map(|nature| nature.text(t)).collect();
    vec![
        (t.desk_assess_nature(), nature.join(", ")),
        (t.desk_assess_seriousness(), it.seriousness.text(t)),
        (t.desk_assess_risk(), it.risk.text(t)),
        (t.desk_assess_why(), it.why.expose().to_owned()),
        (t.desk_assess_investigator(), it.investigator.name.expose().to_owned()),
        (t.desk_assess_assessor(), it.assessor.name.expose().to_owned()),
    ]
}

fn assessment_form(context: &CaseContext) -> FormView {
    let t = context.t;
    let last = context.file.assessment.last().map(|said| said.what);
    let nature = last.map(|it| it.nature.as_slice()).unwrap_or_default();
    let why = last.map(|it| it.why.expose()).unwrap_or_default();
    let form = context.form(Tab::Assessment, ASSESSMENT);
    let form = form.ticks::<Nature>("nature", t.desk_assess_nature(), nature);
    let seriousness = last.map(|it| it.seriousness);
    let form = form.radios::<Seriousness>("seriousness", t.desk_assess_seriousness(), seriousness);
    let form = form.radios::<Risk>("risk", t.desk_assess_risk(), last.map(|it| it.risk));
    let form = form.paragraphs("why", t.desk_assess_why(), why).hint(t.desk_assess_why_hint());
    let who = last.map(|it| &it.investigator);
    let labels = (t.desk_assess_investigator(), t.desk_assess_investigator_other(), who);
    let form = who::add(context, form, INVESTIGATOR, labels);
    let who = last.map(|it| &it.assessor);
    let labels = (t.desk_assess_assessor(), t.desk_assess_assessor_other(), who);
    who::add(context, form, ASSESSOR, labels).button(t.desk_record()).made()
}

fn read_assessment(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let nature = reader.choices::<Nature>("nature");
    if nature.is_empty() || (nature.contains(&Nature::None) && nature.len() > 1) {
        reader.fault("nature", context.t.desk_fault_nature());
    }
    let seriousness = reader.choice::<Seriousness>("seriousness");
    let risk = reader.choice::<Risk>("risk");
    let why = reader.text("why");
    let investigator = who::read(context, &mut reader, fields, INVESTIGATOR);
    let assessor = who::read(context, &mut reader, fields, ASSESSOR);
    if investigator.as_ref().zip(assessor.as_ref()).is_some_and(|(one, other)| one.is(other)) {
        reader.fault(ASSESSOR.0, context.t.desk_fault_same_person());
    }
    let said = seriousness.zip(risk).zip(why).zip(investigator).zip(assessor);
    let said = said.map(|((((seriousness, risk), why), investigator), assessor)| {
        Event::Assessed(Assessment { nature, seriousness, risk, why, investigator, assessor })
    });
    reader.done(said.map(|event| Outcome::Say(vec![event])))
}

fn causes_form(context: &CaseContext) -> FormView {
    let t = context.t;
    let last = context.file.causes.last().map(|said| said.what);
    let text = |of: fn(&Causes) -> &Option<crate::core::Plaintext>| {
        let text = last.and_then(|causes| of(causes).as_ref());
        text.map(|text| text.expose()).unwrap_or_default()
    };
    let form = context.form(Tab::Assessment, CAUSES);
    let form = form.paragraphs("person", t.desk_causes_person(), text(|it| &it.person));
    let form = form.paragraphs("team", t.desk_causes_team(), text(|it| &it.team));
    let organisation = text(|it| &it.organisation);
    let form = form.paragraphs("organisation", t.desk_causes_organisation(), organisation);
    let method = last.map(|causes| causes.method);
    let form = form.radios::<CauseMethod>("method", t.desk_causes_method(), method);
    form.button(t.desk_record()).made()
}

fn read_causes(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let (person, team) = (reader.maybe_text("person"), reader.maybe_text("team"));
    let organisation = reader.maybe_text("organisation");
    if person.is_none() && team.is_none() && organisation.is_none() {
        reader.fault("person", context.t.desk_fault_causes());
    }
    let method = reader.choice::<CauseMethod>("method");
    let event = method.map(|method| Event::Causes(Causes { person, team, organisation, method }));
    reader.done(event.map(|event| Outcome::Say(vec![event])))
}
