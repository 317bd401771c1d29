//! Aftercare for the four groups (O26): who sees to it, what was done first, when to ask again.
//! A part of the page of the assessment.

use super::case::{CaseContext, Outcome, Read, Tab};
use crate::{
    core::Plaintext,
    desk::{
        casework::{Event, Keyed, choices::AftercareGroup, event::Aftercare},
        form::{Days, FormFields, FormView},
        view::day_text,
    },
};

/// What the names of its forms begin with.
pub(in crate::desk) const NAME: &str = "aftercare-";

/// One group.
pub(in crate::desk) struct AftercareView {
    pub key: &'static str,
    pub title: String,
    pub help: String,
    /// What stands, by officer: label and value.
    pub said: Vec<(Vec<(String, String)>, String)>,
    pub form: FormView,
}

/// All four groups.
pub(in crate::desk) fn views(context: &CaseContext) -> Vec<AftercareView> {
    AftercareGroup::ALL.iter().map(|group| view(context, *group)).collect()
}

fn view(context: &CaseContext, group: AftercareGroup) -> AftercareView {
    let t = context.t;
    let register = context.file.aftercare.get(&group);
    let values = register.map(|register| register.values()).unwrap_or_default();
    AftercareView {
        key: group.key(),
        title: group.text(t),
        help: match group {
            AftercareGroup::Client => t.desk_aftercare_client_help(),
            AftercareGroup::Team => t.desk_aftercare_team_help(),
            AftercareGroup::Accused => t.desk_aftercare_accused_help(),
            AftercareGroup::WronglyAccused => t.desk_aftercare_wrongly_help(),
        },
        said: values
            .iter()
            .map(|said| (rows(context, said.what), context.said_by(said.by)))
            .collect(),
        form: form(context, group, values.last().map(|said| said.what)),
    }
}

fn text(text: Option<&Plaintext>) -> &str {
    text.map(Plaintext::expose).unwrap_or_default()
}

fn rows(context: &CaseContext, it: &Aftercare) -> Vec<(String, String)> {
    let t = context.t;
    let day = |day| day_text(t, day);
    let rows = [
        (t.desk_aftercare_owner(), it.owner.expose().to_owned()),
        (t.desk_aftercare_first(), text(it.first_care.as_ref()).to_owned()),
        (t.desk_aftercare_follow_up(), it.follow_up.map(day).unwrap_or_default()),
        (t.desk_aftercare_expert(), text(it.expert_help.as_ref()).to_owned()),
        (t.desk_aftercare_done(), it.done_on.map(day).unwrap_or_default()),
    ];
    rows.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn form(context: &CaseContext, group: AftercareGroup, last: Option<&Aftercare>) -> FormView {
    let t = context.t;
    let form = context.form(Tab::Assessment, &format!("{NAME}{}", group.key()));
    let form = form.line("owner", t.desk_aftercare_owner(), text(last.map(|it| &it.owner)));
    let first = text(last.and_then(|it| it.first_care.as_ref()));
    let form = form.paragraphs("first_care", t.desk_aftercare_first(), first);
    let follow_up = last.and_then(|it| it.follow_up);
    let form = form.day("follow_up", t.desk_aftercare_follow_up(), follow_up);
    let expert = text(last.and_then(|it| it.expert_help.as_ref()));
    let form = form.line("expert_help", t.desk_aftercare_expert(), expert);
    let done = last.and_then(|it| it.done_on);
    form.day("done_on", t.desk_aftercare_done(), done).button(t.desk_record()).made()
}

/// Reads the aftercare for one group.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let group = fields.form().strip_prefix(NAME).and_then(AftercareGroup::find);
    let owner = reader.text("owner");
    let first_care = reader.maybe_text("first_care");
    let follow_up = reader.maybe_day("follow_up", Days::Any);
    let expert_help = reader.maybe_text("expert_help");
    let done_on = reader.maybe_day("done_on", Days::Past);
    let event = group.zip(owner).map(|(group, owner)| {
        let care = Aftercare { group, owner, first_care, follow_up, expert_help, done_on };
        Event::Aftercare(care)
    });
    reader.done(event.map(|event| Outcome::Say(vec![event])))
}
