//! The pages of a case, and the one way of all their forms.
//!
//! What was typed is read by its page, sealed as entries, and answered with the same page again;
//! or it stands there again with what is wrong about it. A form that comes twice is kept once.

use super::{
    Sent, Shared, away, bad_form,
    entrance::{anchor, give_back},
    message, not_found, on_blocking,
};
use crate::{
    Texts,
    core::{CaseId, EntryId, Plaintext},
    desk::{
        Change,
        act::{Act, Done},
        casework::Keyed,
        dossier::Dossier,
        form::{Draft, FormFields},
        notes::{Notes, NotesError},
        pages::{
            Notice, assessment,
            case::{CaseContext, Outcome, Read, Tab},
            decisions, documents, facts, log, notes, overview, persons, readers, report, steps,
            triage,
        },
        room::{Opened, Room},
        sync::RemoteError,
        view::{CaseLine, without_marks},
    },
};
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use std::sync::Arc;

type Asked = Query<Vec<(String, String)>>;

pub(super) async fn first_page(room: Shared, Path(id): Path<String>, query: Asked) -> Response {
    show(room, id, String::new(), query).await
}

pub(super) async fn page(
    room: Shared,
    Path((id, tab)): Path<(String, String)>,
    query: Asked,
) -> Response {
    show(room, id, tab, query).await
}

pub(super) async fn first_form(room: Shared, Path(id): Path<String>, sent: Sent) -> Response {
    take_in(room, id, String::new(), sent).await
}

pub(super) async fn form(
    room: Shared,
    Path((id, tab)): Path<(String, String)>,
    sent: Sent,
) -> Response {
    take_in(room, id, tab, sent).await
}

async fn show(State(room): Shared, id: String, tab: String, Query(query): Asked) -> Response {
    on_blocking(room, move |room| {
        let Some((id, tab)) = CaseId::parse(&id).zip(Tab::find(&tab)) else {
            return not_found(room);
        };
        let query = FormFields::from(query);
        let drawn = room.with_opened(|opened| draw(room, opened, (id, tab), &query));
        drawn.unwrap_or_else(|| away(room, &tab.path(id)))
    })
    .await
}

fn draw(
    room: &Room,
    opened: &mut Opened,
    (id, tab): (CaseId, Tab),
    query: &FormFields,
) -> Response {
    let texts = room.language.load();
    let notice = opened.carried.notice.take();
    let drawn = with_case((room, &texts), opened, (id, query), |context| match tab {
        Tab::Overview => overview::page(context, notice).into_response(),
        Tab::Report => report::page(context, notice).into_response(),
        Tab::Triage => triage::page(context, notice).into_response(),
        Tab::Steps => steps::page(context, notice).into_response(),
        Tab::Facts => facts::page(context, notice).into_response(),
        Tab::Persons => persons::page(context, notice).into_response(),
        Tab::Decisions => decisions::page(context, notice).into_response(),
        Tab::Assessment => assessment::page(context, notice).into_response(),
        Tab::Documents => documents::page(context, notice).into_response(),
        Tab::Log => log::page(context, notice).into_response(),
        Tab::Readers => readers::page(context, notice).into_response(),
        Tab::Notes => notes::page(context, notice).into_response(),
    });
    match (drawn, opened.book.get(id)) {
        (Some(page), _) => page,
        (None, None) => not_found(room),
        // The report does not open: there is nothing to work on, and the reason is said.
        (None, Some(case)) => message(room, StatusCode::OK, CaseLine::of(case, &texts).shut),
    }
}

/// Does something with a case; `None` when it is not there or its report does not open.
pub(super) fn with_case<T>(
    (room, texts): (&Room, &Texts),
    opened: &Opened,
    (id, query): (CaseId, &FormFields),
    work: impl FnOnce(&CaseContext) -> T,
) -> Option<T> {
    let case = opened.book.get(id)?;
    let dossier = Dossier::of(case)?;
    let team = room.workplace.drawer.team().unwrap_or_default();
    Some(work(&CaseContext {
        t: texts,
        language: room.language,
        today: room.workplace.today(),
        me: opened.ring.officer(),
        ring: &opened.ring,
        team: &team,
        terms: &room.terms,
        workplace: &room.workplace,
        drafts: &opened.carried.drafts,
        gallery: &opened.carried.gallery,
        case,
        file: &dossier.file(),
        query,
    }))
}

async fn take_in(State(room): Shared, id: String, tab: String, sent: Sent) -> Response {
    on_blocking(room, move |room| {
        let Some((id, tab)) = CaseId::parse(&id).zip(Tab::find(&tab)) else {
            return not_found(room);
        };
        let Ok(Form(fields)) = sent else { return bad_form(room) };
        let fields = FormFields::from(fields);
        let Some(once) = fields.once() else { return bad_form(room) };
        let mut fields = Some(fields);
        let kept = room.with_opened(|opened| keep(room, opened, (id, tab, once), &mut fields));
        match kept {
            None => give_back(room, &tab.path(id), fields.unwrap_or_default()),
            Some(Kept::Unknown) => not_found(room),
            Some(Kept::AsDraft(form)) => back_to((id, tab), &form),
            Some(Kept::Readers { change, form }) => change_readers(room, (id, &form), &change),
            Some(Kept::Ordered { number }) => destroyed(room, id, &number),
            Some(Kept::Sealed { form, was_message }) => {
                if was_message {
                    room.sync();
                    let texts = room.language.load();
                    let notice = |opened: &mut Opened| sent_notice(opened, id, &texts);
                    room.with_opened(|opened| opened.carried.notice = Some(notice(opened)));
                }
                back_to((id, tab), &form)
            }
        }
    })
    .await
}

/// What became of a form.
enum Kept {
    /// There is no such case, or its report does not open.
    Unknown,
    /// It is to be destroyed.
    Ordered { number: String },
    /// It stands on its page again: something is wrong, or it was filled in further.
    AsDraft(String),
    /// Other readers are asked for: that is done with the server, after everything else.
    Readers { change: Change, form: String },
    /// It lies sealed in the outbox.
    Sealed { form: String, was_message: bool },
}

/// Back to the form that was sent.
fn back_to((id, tab): (CaseId, Tab), form: &str) -> Response {
    let step = steps::step_of(form).filter(|_| tab == Tab::Steps);
    let open = step.map(|step| format!("?open={}", step.key())).unwrap_or_default();
    Redirect::to(&format!("{}{open}{}", tab.path(id), anchor(form))).into_response()
}

/// Seals what a form says, or keeps what was typed with what is wrong about it. What was typed is
/// left in `fields` as long as it was put nowhere else.
fn keep(
    room: &Room,
    opened: &mut Opened,
    (id, tab, once): (CaseId, Tab, EntryId),
    fields: &mut Option<FormFields>,
) -> Kept {
    let texts = room.language.load();
    let Some(typed) = fields.take() else { return Kept::Unknown };
    let (path, form) = (tab.path(id), typed.form().to_owned());
    let nothing = FormFields::default();
    let read =
        with_case((room, &texts), opened, (id, &nothing), |context| read(context, tab, &typed));
    let done = match read {
        None => return Kept::Unknown,
        Some(Ok(Outcome::Destroy)) => match order(room, opened, id, &texts) {
            Ok(number) => return Kept::Ordered { number },
            Err(sentence) => {
                opened.carried.notice = Some(Notice::Bad(sentence));
                Err(Draft { fields: typed, faults: Vec::new() })
            }
        },
        Some(Err(faults)) => Err(Draft { fields: typed, faults }),
        Some(Ok(Outcome::Readers(change))) => return Kept::Readers { change, form },
        Some(Ok(outcome)) => carry_out(room, opened, (id, once, &texts), (typed, outcome)),
    };
    match done {
        Ok(was_message) => {
            opened.carried.drafts.remove(&path, &form);
            Kept::Sealed { form, was_message }
        }
        Err(draft) => {
            opened.carried.drafts.put(&path, draft);
            Kept::AsDraft(form)
        }
    }
}

/// Does what a form asks for; tells whether a message is among it. Otherwise the form as it then
/// stands on its page.
fn carry_out(
    room: &Room,
    opened: &mut Opened,
    (id, once, texts): (CaseId, EntryId, &Texts),
    (typed, outcome): (FormFields, Outcome),
) -> Result<bool, Draft> {
    let done = match outcome {
        Outcome::FillIn(fields) => return Err(Draft { fields, faults: Vec::new() }),
        Outcome::Readers(_) => Ok(false),
        // Ordered before it comes here.
        Outcome::Destroy => Ok(false),
        Outcome::Privately(text) => keep_notes(room, opened, (id, texts), &text),
        Outcome::Say(events) => {
            seal(room, opened, (id, texts), Act { once, message: None, events })
        }
        Outcome::Send(message, events) => {
            seal(room, opened, (id, texts), Act { once, message: Some(*message), events })
        }
    };
    done.map_err(|sentence| {
        opened.carried.notice = Some(Notice::Bad(sentence));
        Draft { fields: typed, faults: Vec::new() }
    })
}

/// Lets others read a case, or no longer; the page says what became of it.
fn change_readers(room: &Arc<Room>, (id, form): (CaseId, &str), change: &Change) -> Response {
    let texts = room.language.load();
    let Some(done) = room.change_readers(id, change) else { return away(room, "/") };
    let notice = match &done {
        Ok(()) => Notice::Good(readers::done_text(change, &texts)),
        Err(error) => Notice::Bad(error.sentence(&texts)),
    };
    let is_here = room.with_opened(|opened| {
        opened.carried.notice = Some(notice);
        opened.book.get(id).is_some()
    });
    match is_here {
        Some(true) => back_to((id, Tab::Readers), form),
        _ => Redirect::to("/").into_response(),
    }
}

/// Orders that a case is destroyed; gives its number.
fn order(room: &Room, opened: &Opened, id: CaseId, texts: &Texts) -> Result<String, String> {
    let ordered = room.workplace.order_destruction(&opened.ring, id);
    ordered.map_err(|error| error.sentence(texts))?;
    let named = opened.shelf.get(id).and_then(|slip| slip.named);
    Ok(named.map_or_else(|| id.to_string(), |(number, _)| number.to_string()))
}

/// Has what was ordered carried out, and says what became of it.
fn destroyed(room: &std::sync::Arc<Room>, id: CaseId, number: &str) -> Response {
    room.sync();
    let texts = room.language.load();
    let path = Tab::Assessment.path(id);
    let is_gone = room.with_opened(|opened| {
        let is_gone = opened.book.get(id).is_none();
        let text =
            if is_gone { texts.desk_keep_done(number) } else { texts.desk_keep_ordered(number) };
        let text = without_marks(&text);
        opened.carried.notice = Some(if is_gone { Notice::Good(text) } else { Notice::Bad(text) });
        if is_gone {
            opened.carried.endings.destroyed.clear();
        }
        is_gone
    });
    Redirect::to(if is_gone.unwrap_or(true) { "/" } else { &path }).into_response()
}

/// Keeps private notes, sealed to this officer alone. No message is among it.
fn keep_notes(
    room: &Room,
    opened: &mut Opened,
    (id, texts): (CaseId, &Texts),
    text: &Plaintext,
) -> Result<bool, String> {
    let notes = Notes::open(room.workplace.folder()).map_err(NotesError::from);
    let kept = notes.and_then(|notes| notes.write(&opened.ring, id, text));
    kept.map_err(|error| error.sentence(texts))?;
    opened.carried.notice = Some(Notice::Good(texts.desk_notes_kept()));
    Ok(false)
}

fn read(context: &CaseContext, tab: Tab, fields: &FormFields) -> Read {
    match tab {
        Tab::Overview => overview::read(context, fields),
        Tab::Report => report::read(context, fields),
        Tab::Triage => triage::read(context, fields),
        Tab::Steps => steps::read(context, fields),
        Tab::Facts => facts::read(context, fields),
        Tab::Persons => persons::read(context, fields),
        Tab::Decisions => decisions::read(context, fields),
        Tab::Assessment => assessment::read(context, fields),
        Tab::Readers => readers::read(context, fields),
        Tab::Notes => notes::read(fields),
        Tab::Documents | Tab::Log => Ok(Outcome::Say(Vec::new())),
    }
}

/// Seals an act into the outbox. Tells whether a message is among it, or what went wrong.
pub(super) fn seal(
    room: &Room,
    opened: &mut Opened,
    (id, texts): (CaseId, &Texts),
    act: Act,
) -> Result<bool, String> {
    let Opened { ring, book, shelf, carried, .. } = opened;
    let case = book.get_mut(id).ok_or_else(|| texts.desk_not_found())?;
    if act.message.is_none() && act.events.is_empty() {
        carried.notice = Some(Notice::Good(texts.desk_notice_unchanged()));
        return Ok(false);
    }
    let was_message = act.message.is_some();
    let done = room.workplace.keep_act(ring, case, act).map_err(|error| error.sentence(texts))?;
    shelf.refresh_case(case, &room.terms);
    carried.notice = Some(Notice::Good(match done {
        Done::Now => texts.desk_notice_recorded(),
        Done::Before => texts.desk_notice_before(),
    }));
    Ok(was_message && done == Done::Now)
}

fn sent_notice(opened: &Opened, id: CaseId, texts: &Texts) -> Notice {
    if opened.book.get(id).is_some_and(|case| case.unsent.is_empty()) {
        return Notice::Good(texts.desk_notice_sent());
    }
    let reason = match &opened.carried.synced {
        Some(Err(error)) => error.sentence(texts),
        _ => RemoteError::UnknownCase.sentence(texts),
    };
    Notice::Bad(format!("{} {reason}", texts.desk_notice_unsent()))
}
