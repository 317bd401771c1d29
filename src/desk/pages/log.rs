//! The log: every entry in order, with who, when and what; what does not count, and why; and what
//! to do about each finding.

use super::{
    Frame, Notice,
    case::{CaseContext, CaseHead, Tab, frame},
    readers::why_text,
};
use crate::{
    core::{Day, EntryHash, OfficerId},
    desk::{
        EntryMeta, Finding, FindingKind,
        casebook::{CaseItem, Post},
        casework::{Entry, Stamp, file::Line},
        summary::summary,
        view::{day_text, finding_text, hour_text, without_marks},
    },
};
use askama::Template;
use askama_web::WebTemplate;

/// The log.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_log.html")]
pub(in crate::desk) struct LogPage<'a> {
    pub frame: Frame<'a>,
    pub head: CaseHead,
    /// What is not as it should be, and what to do.
    pub findings: Vec<(String, String)>,
    /// Messages that nobody signed.
    pub unsigned: Vec<String>,
    pub lines: Vec<LogLine>,
    /// Entries that do not count.
    pub aside: Vec<LogLine>,
    /// Where the messages are.
    pub thread: String,
}

/// One entry.
pub(in crate::desk) struct LogLine {
    pub title: String,
    pub text: String,
    pub who: String,
    /// Day and hour.
    pub when: String,
    /// Signed, not shared yet, written beside another one; or why it does not count.
    pub state: Vec<String>,
    /// Who corrected it; empty while it stands.
    pub corrected: String,
}

/// Draws it.
pub(in crate::desk) fn page<'a>(context: &CaseContext<'a>, notice: Option<Notice>) -> LogPage<'a> {
    let history = context.case.history();
    let counting = context.file.log.iter().zip(history.iter());
    LogPage {
        frame: frame(context, Tab::Log, notice),
        head: CaseHead::of(context, Tab::Log),
        findings: history.findings().iter().map(|it| finding(context, it)).collect(),
        unsigned: context.case.posts().filter_map(|post| unsigned(context, &post)).collect(),
        lines: counting.map(|(line, (meta, _))| log_line(context, line, meta)).collect(),
        aside: history.set_aside().map(|it| aside_line(context, it)).collect(),
        thread: format!("{}#thread", context.path(Tab::Report)),
    }
}

fn log_line(context: &CaseContext, line: &Line, meta: EntryMeta) -> LogLine {
    let t = context.t;
    let Line { entry, corrected_by } = line;
    let by = corrected_by.and_then(|by| {
        let found = context.file.log.iter().find(|line| line.entry.stamp.id == by);
        found.map(|line| without_marks(&t.desk_log_corrected(context.said_by(&line.entry.stamp))))
    });
    let mut state = vec![t.desk_log_signed()];
    state.extend(meta.is_unsent.then(|| t.desk_log_unsent()));
    state.extend(meta.is_concurrent.then(|| t.desk_log_concurrent()));
    let (title, text) = words(context, entry, meta.hash);
    LogLine {
        title,
        text,
        who: context.name(meta.officer),
        when: when(context, meta.at_seconds),
        state,
        corrected: by.unwrap_or_default(),
    }
}

/// What an entry says: its event, or which readers come and go.
pub(super) fn words(context: &CaseContext, entry: &Entry, hash: EntryHash) -> (String, String) {
    let t = context.t;
    let Some(change) = context.case.history().change(hash) else {
        let text = entry.event.as_ref().map(|event| summary(event, t)).unwrap_or_default();
        return (entry.title(t), text);
    };
    let names = |officers: &[(OfficerId, String)]| {
        officers.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let (added, removed) = (names(&change.added), names(&change.removed));
    let why = || why_text(change.why, t);
    let mut lines = Vec::new();
    if !added.is_empty() {
        lines.push(t.desk_log_readers_added(added, why()));
    }
    if !removed.is_empty() {
        lines.push(t.desk_log_readers_removed(removed, why()));
    }
    (t.desk_log_readers(), without_marks(&lines.join(" ")))
}

fn aside_line(
    context: &CaseContext,
    (what, meta, body): (FindingKind, EntryMeta, &[u8]),
) -> LogLine {
    let t = context.t;
    let (id, officer, at_seconds) = (meta.id, meta.officer, meta.at_seconds);
    let entry = Entry::read(Stamp { id, officer, at_seconds, parents: Vec::new() }, body);
    let found = Finding { what, place: meta.place, officer: Some(meta.officer) };
    LogLine {
        title: entry.title(t),
        text: entry.event.as_ref().map(|event| summary(event, t)).unwrap_or_default(),
        who: context.name(meta.officer),
        when: when(context, meta.at_seconds),
        state: vec![text(context, &found)],
        corrected: String::new(),
    }
}

/// Day and hour, by the clock of whoever wrote it.
fn when(context: &CaseContext, at_seconds: i64) -> String {
    let day = day_text(context.t, Day::of_seconds(at_seconds));
    without_marks(&context.t.desk_log_when(day, hour_text(at_seconds)))
}

fn text(context: &CaseContext, finding: &Finding) -> String {
    without_marks(&finding_text(finding, context.case.all_readers(), context.t))
}

/// What is not as it should be, and what to do.
fn finding(context: &CaseContext, finding: &Finding) -> (String, String) {
    let t = context.t;
    let advice = match finding.what {
        FindingKind::Missing { .. }
        | FindingKind::NoMessage
        | FindingKind::NotBack
        | FindingKind::Withheld { .. } => t.desk_advice_missing(),
        FindingKind::Altered | FindingKind::UnknownSigner | FindingKind::Doubled => {
            t.desk_advice_signature()
        }
        FindingKind::NotAReader | FindingKind::Foreign => t.desk_advice_stranger(),
        FindingKind::Repeated | FindingKind::Reordered => t.desk_advice_order(),
        FindingKind::Shut => t.desk_advice_shut(),
    };
    (text(context, finding), advice)
}

/// A message that no officer's entry stands for.
fn unsigned(context: &CaseContext, post: &Post) -> Option<String> {
    let t = context.t;
    match post.item {
        CaseItem::Message(message) if post.signed_by.is_none() => {
            let day = day_text(t, message.day);
            Some(without_marks(&t.desk_log_unsigned(message.officer.as_str(), day)))
        }
        _ => None,
    }
}
