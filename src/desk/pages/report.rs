//! The report and its thread, with the form for a message.
//!
//! A message to begin with, or a question, fills the box and is never sent by itself. What is
//! sent goes with an entry that stands for it, and with what the message says of status and
//! silence.

use super::{
    Frame, Notice,
    case::{CaseContext, CaseHead, Outcome, Read, Tab, frame},
    triage::SaidLine,
};
use crate::core::{Day, thread::Status};
use crate::desk::{
    act::{REPORTER, said_with},
    casebook::Waiting,
    casework::{
        Event, Keyed,
        choices::{SilenceChange, Word},
        event::Silence,
        messages::{DraftLanguage, Prompt, Template as Beginning, unfilled_notice},
        persons::Pseudonym,
    },
    compose::{NEXT_NEWS_DAYS, ReplyForm},
    file_line::FileLine,
    form::{Days, FormFields, FormView},
    summary::summary,
    view::{CaseView, without_marks},
};
use askama::Template;
use askama_web::WebTemplate;

/// The forms of this page.
const MESSAGE: &str = "message";
const SILENCE: &str = "silence";
const NO_WORD: &str = "no-word";

/// The button that fills the box.
const FILL: &str = "fill";

/// The report and its thread.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_report.html")]
pub(in crate::desk) struct ReportPage<'a> {
    pub frame: Frame<'a>,
    pub head: CaseHead,
    pub case: CaseView<'a>,
    pub first: bool,
    pub message: FormView,
    pub language_notice: Option<String>,
    pub silence: Vec<SaidLine>,
    pub silence_form: FormView,
    pub no_word: Vec<SaidLine>,
    pub no_word_form: FormView,
}

/// Draws it.
pub(in crate::desk) fn page<'a>(
    context: &CaseContext<'a>,
    notice: Option<Notice>,
) -> ReportPage<'a> {
    let CaseContext { t, case, file, team, me, .. } = *context;
    let said = |event: &Event, by| SaidLine { text: summary(event, t), by: context.said_by(by) };
    let files = FileLine::all(case, &context.workplace.drawer, t).into_iter();
    let files = files.map(|file| file.seen_in(context.gallery, t)).collect();
    let silences = file.silence.values().flat_map(|register| register.values());
    ReportPage {
        frame: frame(context, Tab::Report, notice),
        head: CaseHead::of(context, Tab::Report),
        case: CaseView::of(case, team, me, t).with(files),
        first: case.waiting() == Waiting::FirstAnswer,
        message: message_form(context),
        language_notice: language_notice(context),
        silence: silences.map(|it| said(it.event, it.by)).collect(),
        silence_form: silence_form(context),
        no_word: file.no_word.iter().map(|it| said(it.event, it.by)).collect(),
        no_word_form: no_word_form(context),
    }
}

/// Reads one of its forms.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    match fields.form() {
        SILENCE => read_silence(context, fields),
        NO_WORD => {
            let mut reader = context.reader(fields);
            let why = reader.text("why").map(|why| Outcome::Say(vec![Event::NoWord(why)]));
            reader.done(why)
        }
        _ if !fields.text(FILL).is_empty() => fill(context, fields),
        _ => read_message(context, fields),
    }
}

fn language_notice(context: &CaseContext) -> Option<String> {
    let draft = Prompt::Saw.draft(context.file.report.language);
    draft.language.notice(context.t).filter(|_| draft.language == DraftLanguage::Dutch)
}

fn message_form(context: &CaseContext) -> FormView {
    let CaseContext { t, case, today, .. } = *context;
    let first = case.waiting() == Waiting::FirstAnswer;
    let next_news = today.plus(NEXT_NEWS_DAYS);
    let begun = if first { ReplyForm::acknowledgement(case, today) } else { ReplyForm::default() };
    let word = if first { Word::Received } else { Word::Other };
    let language = crate::desk::view::language_text(context.file.report.language, t);
    let statuses =
        Status::ALL.iter().filter(|status| status.key != "closed" || context.file.is_closed());
    let statuses = statuses.map(|it| (it.key.to_owned(), (it.officer_text)(t))).collect();
    let status = if first { "acknowledged" } else { "" };
    let form = context.form(Tab::Report, MESSAGE);
    let form = form.list::<Beginning>("beginning", t.desk_message_beginning(), None);
    let form = form.list::<Prompt>("prompt", t.desk_message_prompt(), None);
    let form = form.hint(t.desk_message_fill_hint());
    let form = form.paragraphs("text", t.desk_reply_text(), &begun.text);
    let form = form.hint(without_marks(&t.desk_reply_language(language)));
    let form =
        form.list("word", t.desk_message_word(), Some(word)).hint(t.desk_message_word_hint());
    let form = form.list_of("status", t.desk_reply_status(), (statuses, status));
    let form = form.hint(t.desk_reply_status_help());
    let form = form.day("next_news", t.desk_reply_next_news(), Some(next_news));
    let form = form.day("silence_until", t.desk_reply_silence(), None);
    let send = if first { t.desk_acknowledge_send() } else { t.desk_reply_send() };
    form.button(send).button_with(t.desk_message_fill(), (FILL, "1")).made()
}

/// Puts the chosen beginning and question behind what was typed. Nothing is sent.
fn fill(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let beginning = reader.maybe_choice::<Beginning>("beginning");
    let prompt = reader.maybe_choice::<Prompt>("prompt");
    if beginning.is_none() && prompt.is_none() {
        reader.fault("beginning", context.t.desk_fault_choice());
    }
    let language = context.file.report.language;
    let day = Day::parse(fields.text("next_news"));
    let day = day.unwrap_or_else(|| context.today.plus(NEXT_NEWS_DAYS));
    let drafts = beginning.map(|it| it.draft(language, day)).into_iter();
    let drafts = drafts.chain(prompt.map(|it| it.draft(language)));
    let mut parts = vec![fields.text("text").trim_end().to_owned()];
    parts.extend(drafts.map(|draft| draft.text));
    parts.retain(|part| !part.is_empty());
    let mut filled = fields.copy();
    filled.set("text", parts.join("\n\n"));
    let word = beginning.map(Beginning::word).or(prompt.map(|_| Word::Question));
    if let Some(word) = word {
        filled.set("word", word.key().to_owned());
    }
    for used in ["beginning", "prompt", FILL] {
        filled.set(used, String::new());
    }
    reader.done(Some(Outcome::FillIn(filled)))
}

fn read_message(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let word = reader.choice::<Word>("word");
    if is_unfilled(context, fields.text("text")) {
        let sentence = unfilled_notice(fields.text("text"), context.t).unwrap_or_default();
        reader.fault("text", sentence);
    }
    let form = ReplyForm {
        text: fields.text("text").to_owned().into(),
        status: fields.text("status").to_owned(),
        next_news: fields.text("next_news").to_owned(),
        silence_until: fields.text("silence_until").to_owned(),
    };
    let reply = match form.parse(context.today) {
        Ok(reply) => Some(reply),
        Err(faults) => {
            let faults = faults.iter().map(|fault| (fault.field(), fault.sentence(context.t)));
            faults.for_each(|(field, sentence)| reader.fault(field, sentence));
            None
        }
    };
    let events = said_with(&form);
    let outcome = reply.zip(word).map(|message| Outcome::Send(Box::new(message), events));
    reader.done(outcome)
}

/// Whether a place of a message to begin with was left as it was, `[reden]`.
fn is_unfilled(context: &CaseContext, text: &str) -> bool {
    let language = context.file.report.language;
    let drafts = Beginning::ALL.iter().map(|it| it.draft(language, context.today).text);
    let places = |draft: String| -> Vec<String> {
        let rest = draft.split('[').skip(1);
        rest.filter_map(|rest| Some(format!("[{}]", rest.split_once(']')?.0))).collect()
    };
    drafts.flat_map(places).any(|place| text.contains(&place))
}

fn silence(of: Pseudonym, change: SilenceChange, on: Day) -> Event {
    Event::Silence(Silence { of, change, on })
}

fn silence_form(context: &CaseContext) -> FormView {
    let CaseContext { t, file, .. } = *context;
    let mut people: Vec<Pseudonym> = file.persons.keys().copied().collect();
    if !people.contains(&REPORTER) {
        people.insert(0, REPORTER);
    }
    let rows = people.iter().map(|it| (it.to_string(), it.text(t))).collect();
    let form = context.form(Tab::Report, SILENCE);
    let form = form.list_of("of", t.desk_silence_of(), (rows, &REPORTER.to_string()));
    let form = form.radios("change", t.desk_silence_change(), Some(SilenceChange::Lifted));
    form.day("on", t.desk_day_field(), Some(context.today)).button(t.desk_record()).made()
}

fn read_silence(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let of = fields.text("of").parse::<Pseudonym>().ok();
    if of.is_none() {
        reader.fault("of", context.t.desk_fault_choice());
    }
    let change = reader.choice::<SilenceChange>("change");
    let days = match change {
        Some(SilenceChange::Lifted) => Days::Past,
        _ => Days::Coming,
    };
    let on = reader.day("on", days);
    let event = of.zip(change).zip(on).map(|((of, change), on)| silence(of, change, on));
    reader.done(event.map(|event| Outcome::Say(vec![event])))
}

fn no_word_form(context: &CaseContext) -> FormView {
    let t = context.t;
    let form = context.form(Tab::Report, NO_WORD).paragraphs("why", t.desk_no_word_why(), "");
    form.hint(t.desk_no_word_hint()).button(t.desk_record()).made()
}
