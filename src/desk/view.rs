//! What an officer reads of a case, in words: the same for page and terminal.
//!
//! Pages and commands build a [`CaseView`] or [`CaseLine`] for one showing and drop it. It borrows
//! what the reporter typed and changes nothing of it.

use super::{
    KeyRing, KnownTeam,
    casebook::{Case, CaseItem, Post, Shut, Waiting},
    file_line::FileLine,
    finding::{Finding, FindingKind},
};
use crate::{
    Language, Texts,
    core::{
        Day, OfficerId,
        forms::FormUsed,
        opening::OpenError,
        questions::{self, Kind, LOCATION_PREFIX, Question},
        report::{Answer, Answers, Report, answered},
        thread::{Addition, Message},
    },
};
use jiff::Timestamp;
use std::borrow::Cow;

/// One case in the list.
pub struct CaseLine {
    /// Its id, for addresses.
    pub id: String,
    /// `M-48K2`, or that the report does not open.
    pub number: String,
    /// What it waits for; empty when for nothing.
    pub mark: String,
    /// The day it came in.
    pub day: String,
    /// The language of its reporter.
    pub language: String,
    /// The kinds of behaviour, with dots between.
    pub kinds: String,
    /// Where it stands.
    pub status: String,
    /// Names of officers who may not read it, with commas between.
    pub excluded: String,
    /// Replies that have not reached the server.
    pub unsent: String,
    /// Why it is not shown; empty when it is.
    pub shut: String,
}

/// One case, whole.
pub struct CaseView<'a> {
    /// What the list says of it.
    pub line: CaseLine,
    /// Who reported, or that it is anonymous.
    pub reporter: String,
    /// The form that was used, when it was not the full one; otherwise empty.
    pub form: String,
    /// Who may read it.
    pub readers: Vec<ReaderView>,
    /// Readers who are not in the team that the desk knows; with commas between.
    pub strangers: String,
    /// Whether this officer is among the readers that the report lists.
    pub lists_me: bool,
    /// What is not as it should be, a sentence or two each.
    pub findings: Vec<String>,
    /// Every answer under its question.
    pub answers: Vec<AnswerView<'a>>,
    /// Attachments of the report.
    pub files: Vec<FileLine>,
    /// What came after.
    pub thread: Vec<ItemView<'a>>,
}

/// One reader of a case.
pub struct ReaderView {
    /// The name, as the report has it.
    pub name: String,
    /// What is particular: yourself, new in the team, not in the team; otherwise empty.
    pub note: String,
}

/// One answer.
pub struct AnswerView<'a> {
    /// The question, in the officer's language.
    pub question: String,
    /// What was chosen or typed.
    pub values: Vec<Cow<'a, str>>,
}

/// One item of the thread.
#[derive(Default)]
pub struct ItemView<'a> {
    /// Who wrote it.
    pub who: String,
    /// The day.
    pub day: String,
    /// Whether it is from the reporter.
    pub from_reporter: bool,
    /// The text, as it was typed.
    pub text: Option<&'a str>,
    /// Answers that came with it.
    pub answers: Vec<AnswerView<'a>>,
    /// Attachments that came with it.
    pub files: Vec<FileLine>,
    /// How many there are.
    file_count: usize,
    /// Status and dates that came with it, a line each.
    pub facts: Vec<String>,
    /// What its reader must know before believing it; empty when there is nothing.
    pub warning: String,
    /// Whether it has not reached the server.
    pub unsent: bool,
    /// Why it is not shown; empty when it is.
    pub shut: String,
}

/// A day as it is said: "23 november 2026".
pub fn day_text(texts: &Texts, day: Day) -> String {
    let date = day.date();
    let text = texts.desk_day(date.day(), date.month(), date.year().to_string());
    without_marks(&text)
}

/// The hour and minute of a moment in the Netherlands, in seconds since 1970-01-01T00:00:00Z;
/// empty for a moment out of bounds.
pub fn hour_text(seconds: i64) -> String {
    let moment = Timestamp::from_second(seconds).ok();
    let moment = moment.and_then(|moment| moment.in_tz("Europe/Amsterdam").ok());
    moment.map(|moment| moment.strftime("%H:%M").to_string()).unwrap_or_default()
}

/// Without the marks that keep text of two directions apart: for what is all ours, or typed on.
pub fn without_marks(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

impl CaseLine {
    /// Of a case, in the officer's language.
    pub fn of(case: &Case, texts: &Texts) -> Self {
        let line = Self {
            id: case.id.to_string(),
            number: texts.desk_shut(),
            mark: mark(case, texts),
            day: String::new(),
            language: String::new(),
            kinds: String::new(),
            status: (case.status().officer_text)(texts),
            excluded: String::new(),
            unsent: unsent(case, texts),
            shut: String::new(),
        };
        match case.report() {
            Ok(report) => Self {
                number: report.number.to_string(),
                day: day_text(texts, report.day),
                language: language_text(report.language, texts),
                kinds: kinds(report, texts),
                excluded: report.excluded.join(", "),
                ..line
            },
            Err(shut) => Self { shut: shut_text(shut, texts), mark: String::new(), ..line },
        }
    }
}

impl<'a> CaseView<'a> {
    /// Of a case, in the officer's language.
    pub fn of(case: &'a Case, team: &KnownTeam, me: OfficerId, texts: &Texts) -> Self {
        let report = case.report().ok();
        let readers = case.readers();
        let strange = readers.iter().filter(|(id, _)| team.find(*id).is_none());
        let strangers: Vec<&str> = strange.map(|(_, name)| name.as_str()).collect();
        let reader = |(id, name): &(OfficerId, String)| ReaderView {
            name: name.clone(),
            note: reader_note(*id, team, me, texts),
        };
        let findings = case.history().findings().iter();
        Self {
            line: CaseLine::of(case, texts),
            reporter: report.map(|report| reporter(case, report, texts)).unwrap_or_default(),
            form: report.map(|report| form_text(report.form, texts)).unwrap_or_default(),
            readers: readers.iter().map(reader).collect(),
            strangers: strangers.join(", "),
            lists_me: case.lists(me),
            findings: findings.map(|it| finding_text(it, case.all_readers(), texts)).collect(),
            answers: report.map(|report| answers(&report.answers, texts)).unwrap_or_default(),
            files: Vec::new(),
            thread: case.posts().map(|post| post_view(&post, case.all_readers(), texts)).collect(),
        }
    }

    /// With the case's attachments, each where it came along.
    #[must_use]
    pub fn with(mut self, files: Vec<FileLine>) -> Self {
        let later: usize = self.thread.iter().map(|item| item.file_count).sum();
        let first = files.len().saturating_sub(later);
        let mut files = files.into_iter();
        self.files = files.by_ref().take(first).collect();
        for item in &mut self.thread {
            item.files = files.by_ref().take(item.file_count).collect();
        }
        self
    }
}

/// Everybody in the team with the fingerprint of their keys, and those who have left it.
pub fn team_lines(team: &KnownTeam, ring: &KeyRing, texts: &Texts) -> Vec<String> {
    if team.is_empty() {
        return vec![texts.desk_team_empty()];
    }
    let mut lines = vec![texts.desk_team_compare(), String::new()];
    lines.extend(team.iter().map(|member| {
        let (id, print) = (member.reader.id, team.fingerprint(member));
        let since = texts.desk_team_since(day_text(texts, member.since));
        let note = match reader_note(id, team, ring.officer(), texts) {
            _ if id == ring.officer() && print != ring.fingerprint() => texts.desk_team_not_yours(),
            note if note.is_empty() => since,
            note => note,
        };
        format!("{print}  {} ({note})", member.reader.name)
    }));
    let gone = team.signers().filter(|(id, _)| team.find(*id).is_none());
    lines.extend(gone.map(|(_, known)| format!("{} ({})", known.name, texts.desk_team_left())));
    lines
}

fn mark(case: &Case, texts: &Texts) -> String {
    match case.waiting() {
        _ if case.is_closed() => String::new(),
        Waiting::FirstAnswer => texts.desk_mark_new(),
        Waiting::Answer => texts.desk_mark_answer(),
        Waiting::Nothing => String::new(),
    }
}

fn unsent(case: &Case, texts: &Texts) -> String {
    match case.unsent.len() {
        0 => String::new(),
        count => texts.desk_unsent_count(count as u64),
    }
}

/// The name of a language, in the officer's language.
pub fn language_text(language: Language, texts: &Texts) -> String {
    match language {
        Language::Nl => texts.desk_language_nl(),
        Language::En => texts.desk_language_en(),
        Language::Ar => texts.desk_language_ar(),
        Language::Pl => texts.desk_language_pl(),
    }
}

fn form_text(form: FormUsed, texts: &Texts) -> String {
    match form {
        FormUsed::Full => String::new(),
        FormUsed::Easy => texts.desk_form_easy(),
        FormUsed::Question => texts.desk_form_question(),
    }
}

fn kinds(report: &Report, texts: &Texts) -> String {
    let (Some(question), Some(answer)) = (questions::find("kinds"), report.answers.get("kinds"))
    else {
        return texts.desk_kinds_none();
    };
    values(Some(question), answer, texts).join(" · ")
}

/// Who reports: the name that was given last, with the report or later.
fn reporter(case: &Case, report: &Report, texts: &Texts) -> String {
    let later = case.thread().filter_map(|item| match item {
        CaseItem::Addition(addition) => Some(&addition.answers),
        _ => None,
    });
    let given = std::iter::once(&report.answers).chain(later);
    let names = given.filter_map(|answers| answers.get("name")?.values().first());
    match names.last() {
        Some(name) => name.expose().to_owned(),
        None if report.answers.has("identity", "anonymous") => texts.desk_anonymous(),
        None => texts.desk_no_name(),
    }
}

fn reader_note(id: OfficerId, team: &KnownTeam, me: OfficerId, texts: &Texts) -> String {
    if let Some(day) = team.signer(id).and_then(|signer| signer.changed_on) {
        return texts.desk_reader_signer_changed(day_text(texts, day));
    }
    match team.find(id) {
        _ if id == me => texts.desk_reader_you(),
        None => texts.desk_reader_stranger(),
        Some(member) if team.is_newcomer(member) => {
            texts.desk_reader_new(day_text(texts, member.since))
        }
        Some(_) => String::new(),
    }
}

fn answers<'a>(answers: &'a Answers, texts: &Texts) -> Vec<AnswerView<'a>> {
    let view = |(question, answer): (Option<&'static Question>, &'a Answer)| AnswerView {
        question: question
            .map_or_else(|| texts.desk_question_unknown(), |question| (question.label)(texts)),
        values: values(question, answer, texts),
    };
    answered(answers).map(view).collect()
}

/// Choices in the officer's language; typed text, and choices of a later version, as they stand.
fn values<'a>(question: Option<&Question>, answer: &'a Answer, texts: &Texts) -> Vec<Cow<'a, str>> {
    let label = |value: &'a str| {
        let question = question?;
        let choice = question.choices().iter().find(|choice| choice.value == value);
        let place = matches!(question.kind, Kind::Place(_));
        let location = place.then(|| value.strip_prefix(LOCATION_PREFIX)).flatten();
        choice.map(|choice| Cow::from((choice.label)(texts))).or(location.map(Cow::from))
    };
    let value = |value: &'a crate::core::Plaintext| {
        label(value.expose()).unwrap_or(Cow::Borrowed(value.expose()))
    };
    answer.values().iter().map(value).collect()
}

fn post_view<'a>(post: &Post<'a>, readers: &[(OfficerId, String)], texts: &Texts) -> ItemView<'a> {
    let mut view = match post.item {
        CaseItem::Addition(addition) => addition_view(addition, texts),
        CaseItem::Message(message) => message_view(message, texts),
        CaseItem::Shut(shut) => shut_view(*shut, texts),
        CaseItem::Report(_) | CaseItem::Entry | CaseItem::Handover(_) => {
            shut_view(Shut::Misplaced, texts)
        }
    };
    if matches!(post.item, CaseItem::Message(_)) {
        match post.signed_by {
            None => view.warning = texts.desk_message_unsigned(),
            Some(officer) => {
                let name = name_of(Some(officer), readers, texts);
                // The name in the message is what its reporter reads.
                let other = (name != view.who).then(|| texts.desk_message_signed_by_other(name));
                view.facts.extend(other);
            }
        }
    }
    ItemView { unsent: post.place.is_none(), ..view }
}

/// The name of an officer who may read the case, or might.
fn name_of(officer: Option<OfficerId>, readers: &[(OfficerId, String)], texts: &Texts) -> String {
    let listed = readers.iter().find(|(id, _)| Some(*id) == officer);
    listed.map_or_else(|| texts.desk_somebody(), |(_, name)| name.clone())
}

/// What is not as it should be in a case, a sentence each.
pub fn finding_texts(case: &Case, texts: &Texts) -> Vec<String> {
    let readers = case.all_readers();
    let findings = case.history().findings().iter();
    findings.map(|it| finding_text(it, readers, texts)).collect()
}

/// What is not as it should be, in a sentence.
pub fn finding_text(finding: &Finding, readers: &[(OfficerId, String)], texts: &Texts) -> String {
    let name = name_of(finding.officer, readers, texts);
    let sentence = match finding.what {
        FindingKind::Missing { count } => texts.desk_finding_missing(count as u64, name),
        FindingKind::Altered => texts.desk_finding_altered(name),
        FindingKind::UnknownSigner => texts.desk_finding_unknown_signer(name),
        FindingKind::NotAReader => texts.desk_finding_not_a_reader(name),
        FindingKind::Foreign => texts.desk_finding_foreign(),
        FindingKind::Doubled => texts.desk_finding_doubled(name),
        FindingKind::Repeated => texts.desk_finding_repeated(),
        FindingKind::Reordered => texts.desk_finding_reordered(),
        FindingKind::Shut => texts.desk_finding_shut(),
        FindingKind::NotBack => texts.desk_finding_not_back(),
        FindingKind::NoMessage => texts.desk_finding_no_message(name),
        FindingKind::Withheld { count } => texts.desk_finding_withheld(count as u64),
    };
    match finding.place {
        Some(place) => texts.desk_finding_place(sentence, u64::from(place)),
        None => sentence,
    }
}

fn addition_view<'a>(addition: &'a Addition, texts: &Texts) -> ItemView<'a> {
    ItemView {
        who: texts.desk_from_reporter(),
        day: day_text(texts, addition.day),
        from_reporter: true,
        text: addition.text.as_ref().map(|text| text.expose()),
        answers: answers(&addition.answers, texts),
        file_count: addition.attachments.len(),
        ..ItemView::default()
    }
}

fn message_view<'a>(message: &'a Message, texts: &Texts) -> ItemView<'a> {
    let status = message.status.map(|status| {
        texts.desk_fact_status((status.officer_text)(texts), (status.reporter_text)(texts))
    });
    let next_news = message.next_news.map(|day| texts.desk_fact_next_news(day_text(texts, day)));
    let silence = message.silence_until.map(|day| texts.desk_fact_silence(day_text(texts, day)));
    ItemView {
        who: message.officer.clone(),
        day: day_text(texts, message.day),
        text: message.text.as_ref().map(|text| text.expose()),
        facts: [status, next_news, silence].into_iter().flatten().collect(),
        ..ItemView::default()
    }
}

fn shut_view<'a>(shut: Shut, texts: &Texts) -> ItemView<'a> {
    let (who, shut) = (texts.desk_shut(), shut_text(shut, texts));
    ItemView { who, shut, ..ItemView::default() }
}

fn shut_text(shut: Shut, texts: &Texts) -> String {
    match shut {
        Shut::File | Shut::Failed(OpenError::Damaged) => texts.desk_shut_damaged(),
        Shut::Misplaced | Shut::Failed(OpenError::OtherCase) => texts.desk_shut_misplaced(),
        Shut::Failed(OpenError::NotForThisKey) => texts.desk_shut_not_for_you(),
        Shut::Failed(OpenError::OtherVersion { .. } | OpenError::OtherKind) => {
            texts.desk_shut_version()
        }
        Shut::Failed(OpenError::Content) => texts.desk_shut_content(),
    }
}
