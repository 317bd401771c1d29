//! Who may read a case, who may not, and how that changes: somebody joins, steps back or leaves.
//!
//! Its forms ask the server at once, so nothing of them lies in the outbox. Whom the reporter excluded
//! stands here by name, and in no list.

use super::{
    Frame, Notice,
    case::{CaseContext, CaseHead, Outcome, Read, Tab, frame},
};
use crate::{
    Texts,
    core::{OfficerId, handover::Why},
    desk::{
        Change,
        form::{Fault, FormFields, FormView},
        handing::is_excluded,
        view::{CaseView, ReaderView, without_marks},
    },
};
use askama::Template;
use askama_web::WebTemplate;

/// Its form for who comes.
const ADD: &str = "add";
/// Its form for who goes.
const REMOVE: &str = "remove";
/// Why somebody goes, as the form asks it.
const REASONS: [Why; 4] = [Why::StepsBack, Why::Leaves, Why::KeyLost, Why::Other];

/// Who may read a case.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_readers.html")]
pub(in crate::desk) struct ReadersPage<'a> {
    pub frame: Frame<'a>,
    pub head: CaseHead,
    pub readers: Vec<ReaderView>,
    /// Names of those whom the reporter excluded, with commas between.
    pub excluded: String,
    /// Names of those who could read it once, with commas between.
    pub gone: String,
    /// To let somebody read it; none when there is nobody who could.
    pub add: Option<FormView>,
    /// To take somebody out.
    pub remove: FormView,
}

/// Draws it.
pub(in crate::desk) fn page<'a>(
    context: &CaseContext<'a>,
    notice: Option<Notice>,
) -> ReadersPage<'a> {
    let t = context.t;
    let case = context.case;
    let gone = case.all_readers().iter().filter(|(id, _)| !case.lists(*id));
    let gone: Vec<&str> = gone.map(|(_, name)| name.as_str()).collect();
    let addable = addable(context);
    let remove = context.form(Tab::Readers, REMOVE);
    let remove = remove.list_of("officer", t.desk_readers_who(), (context.readers(), ""));
    let reasons = REASONS.iter().map(|why| (why.key().to_owned(), why_text(*why, t)));
    let remove = remove.radios_of("why", t.desk_readers_why(), (reasons.collect(), ""));
    let add = context.form(Tab::Readers, ADD);
    let add = add.list_of("officer", t.desk_readers_who(), (addable.clone(), ""));
    ReadersPage {
        frame: frame(context, Tab::Readers, notice),
        head: CaseHead::of(context, Tab::Readers),
        readers: CaseView::of(case, context.team, context.me, t).readers,
        excluded: case.excluded().join(", "),
        gone: gone.join(", "),
        add: (!addable.is_empty()).then(|| add.button(t.desk_readers_add()).made()),
        remove: remove.button(t.desk_readers_remove()).made(),
    }
}

/// Members of the team who may not read it yet, and whom the reporter did not exclude.
fn addable(context: &CaseContext) -> Vec<(String, String)> {
    let case = context.case;
    let members = context.team.iter().map(|member| &member.reader);
    let free = members.filter(|it| !case.lists(it.id) && !is_excluded(case, &it.name));
    free.map(|reader| (reader.id.to_string(), reader.name.clone())).collect()
}

/// Reads one of its forms.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    let t = context.t;
    let fault = |field, sentence| Err(vec![Fault { field, sentence }]);
    let Some(id) = OfficerId::parse(fields.text("officer")) else {
        return fault("officer", t.desk_fault_choice());
    };
    if fields.form() == ADD {
        let Some(member) = context.team.find(id) else {
            return fault("officer", t.desk_fault_choice());
        };
        if is_excluded(context.case, &member.reader.name) {
            return fault("officer", t.desk_readers_excluded());
        }
        let added = vec![member.reader.clone()];
        return Ok(Outcome::Readers(Change { why: Why::Joins, added, removed: Vec::new() }));
    }
    let Some(reader) = context.case.readers().iter().find(|(known, _)| *known == id) else {
        return fault("officer", t.desk_fault_choice());
    };
    let Some(why) = REASONS.into_iter().find(|why| why.key() == fields.text("why")) else {
        return fault("why", t.desk_fault_choice());
    };
    let removed = vec![reader.clone()];
    Ok(Outcome::Readers(Change { why, added: Vec::new(), removed }))
}

/// What was done, and what those who go may have kept.
pub(in crate::desk) fn done_text(change: &Change, t: &Texts) -> String {
    let names = |names: Vec<&str>| names.join(", ");
    let added = names(change.added.iter().map(|it| it.name.as_str()).collect());
    let removed = names(change.removed.iter().map(|(_, name)| name.as_str()).collect());
    let text = match (added.is_empty(), removed.is_empty()) {
        (false, true) => t.desk_readers_added(added),
        (true, false) => t.desk_readers_removed(removed),
        _ => format!("{} {}", t.desk_readers_added(added), t.desk_readers_removed(removed)),
    };
    without_marks(&text)
}

/// Why, in words.
pub(in crate::desk) fn why_text(why: Why, t: &Texts) -> String {
    match why {
        Why::Joins => t.desk_why_joins(),
        Why::StepsBack => t.desk_why_steps_back(),
        Why::Leaves => t.desk_why_leaves(),
        Why::KeyLost => t.desk_why_key_lost(),
        Why::NewKeys => t.desk_why_new_keys(),
        Why::Recovery => t.desk_why_recovery(),
        Why::Other => t.desk_why_other(),
    }
}
