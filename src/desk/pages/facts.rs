//! The facts: a table in the order in which they happened, and the forms to add and correct them.
//!
//! People are named by pseudonym; a real name of the key table is pointed out beside the field. What
//! is corrected stays in sight, struck through, with who corrected it and why (O33, O35).

use super::{
    Frame, Notice,
    case::{CaseContext, CaseHead, Outcome, Read, Tab, frame},
};
use crate::{
    core::EntryId,
    desk::{
        act::REPORTER,
        casework::{
            Entry, Event, Keyed, Stamp,
            choices::{FactSource, Role},
            event::{Correction, Fact, Person},
            file::Line,
            persons::Pseudonym,
        },
        form::{Days, FormFields, FormReader, FormView},
        names::Names,
        when::When,
    },
};
use askama::Template;
use askama_web::WebTemplate;

/// The form that adds a fact, and what the names of those that correct one begin with.
const ADD: &str = "fact";
const CORRECT: &str = "correct-";

/// The buttons under a fact with a real name in it, and the one that takes a fact back.
const REPLACE: &str = "replace";
const ANYWAY: &str = "anyway";
const TAKE_BACK: &str = "take_back";

/// The texts of a fact.
const TEXTS: [&str; 3] = ["when", "words", "interpretation"];

/// The facts.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_facts.html")]
pub(in crate::desk) struct FactsPage<'a> {
    pub frame: Frame<'a>,
    pub head: CaseHead,
    pub rows: Vec<FactRow>,
    pub add: FormView,
    /// A fact that is being corrected.
    pub correct: Option<FormView>,
    pub persons: Vec<String>,
    /// Opens the key table.
    pub open_keys: FormView,
}

/// One fact.
pub(in crate::desk) struct FactRow {
    pub when: String,
    pub who: String,
    pub about: String,
    pub words: String,
    pub source: String,
    pub interpretation: String,
    pub by: String,
    /// What was wrong with the one that this one corrects.
    pub why: String,
    /// Who corrected it or took it back; empty while it stands.
    pub corrected: String,
    /// Where it is corrected.
    pub correct: String,
}

/// Draws it.
pub(in crate::desk) fn page<'a>(
    context: &CaseContext<'a>,
    notice: Option<Notice>,
) -> FactsPage<'a> {
    FactsPage {
        frame: frame(context, Tab::Facts, notice),
        head: CaseHead::of(context, Tab::Facts),
        rows: rows(context),
        add: fact_form(context, ADD, None),
        correct: correct_form(context),
        persons: context.file.persons.keys().map(|it| it.text(context.t)).collect(),
        open_keys: super::persons::open_form(context),
    }
}

/// Reads a fact, or the correction of one.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    match fields.form().strip_prefix(CORRECT) {
        None => {
            let (fact, mut events) = match read_fact(context, context.reader(fields), fields)? {
                Typed::Fact(fact, persons) => (fact, persons),
                Typed::Names(filled) => return Ok(Outcome::FillIn(filled)),
            };
            events.push(Event::Fact(fact));
            Ok(Outcome::Say(events))
        }
        Some(id) => read_correction(context, fields, id),
    }
}

/// What stands in a fact's form.
enum Typed {
    /// A fact, and people whom the key table does not have yet.
    Fact(Fact, Vec<Event>),
    /// Names, which were replaced by pseudonyms; nothing is recorded.
    Names(FormFields),
}

/// The fact that an event says, also when it corrects another one.
fn told(event: &Event) -> Option<&Fact> {
    match event {
        Event::Fact(fact) => Some(fact),
        Event::Correction(correction) => correction.instead.as_deref().and_then(told),
        _ => None,
    }
}

fn of_entry(entry: &Entry) -> Option<&Fact> {
    entry.event.as_ref().and_then(told)
}

fn rows(context: &CaseContext) -> Vec<FactRow> {
    let log = context.file.log.iter();
    let mut told: Vec<_> = log.filter_map(|it| Some((it, of_entry(it.entry)?))).collect();
    told.sort_by_key(|(line, fact)| (When::parse(&fact.when).order(), line.entry.stamp.order()));
    told.into_iter().map(|(line, fact)| row(context, line, fact)).collect()
}

fn row(context: &CaseContext, line: &Line, fact: &Fact) -> FactRow {
    let t = context.t;
    let about: Vec<String> = fact.about.iter().map(|it| it.text(t)).collect();
    let meant = fact.interpretation.as_ref().map(|text| text.expose()).unwrap_or_default();
    // What somebody makes of it never stands among what was seen and said.
    let (words, interpretation) = match fact.source {
        FactSource::Interpretation => {
            (String::new(), [fact.words.expose(), meant].join("\n").trim().to_owned())
        }
        _ => (fact.words.expose().to_owned(), meant.to_owned()),
    };
    let id = line.entry.stamp.id;
    let corrected = line.corrected_by.and_then(|by| corrected(context, by));
    FactRow {
        when: When::parse(&fact.when).text(t),
        who: fact.who.map(|it| it.text(t)).unwrap_or_default(),
        about: about.join(", "),
        words,
        source: fact.source.text(t),
        interpretation,
        by: context.said_by(&line.entry.stamp),
        why: why(line.entry.event.as_ref()),
        correct: match corrected {
            None => format!("{}?correct={id}#{CORRECT}{id}", context.path(Tab::Facts)),
            Some(_) => String::new(),
        },
        corrected: corrected.unwrap_or_default(),
    }
}

fn why(event: Option<&Event>) -> String {
    match event {
        Some(Event::Correction(correction)) => correction.why.expose().to_owned(),
        _ => String::new(),
    }
}

/// Who corrected an entry; and why, when nothing came in its place.
fn corrected(context: &CaseContext, by: EntryId) -> Option<String> {
    let t = context.t;
    let line = context.file.log.iter().find(|line| line.entry.stamp.id == by)?;
    let said_by = context.said_by(&line.entry.stamp);
    let text = match of_entry(line.entry) {
        Some(_) => t.desk_fact_corrected(said_by),
        None => t.desk_fact_taken_back(said_by, why(line.entry.event.as_ref())),
    };
    Some(crate::desk::view::without_marks(&text))
}

/// The form of the fact that is asked for, or that was typed before.
fn correct_form(context: &CaseContext) -> Option<FormView> {
    let asked = EntryId::parse(context.query.text("correct"));
    let path = context.path(Tab::Facts);
    let log = context.file.log.iter().filter(|line| line.corrected_by.is_none());
    let found = log.filter_map(|it| Some((it.entry.stamp.id, of_entry(it.entry)?)));
    let mut found = found.filter(|(id, _)| {
        Some(*id) == asked || context.drafts.get(&path, &format!("{CORRECT}{id}")).is_some()
    });
    let (id, fact) = found.next()?;
    Some(fact_form(context, &format!("{CORRECT}{id}"), Some(fact)))
}

fn fact_form(context: &CaseContext, name: &str, fact: Option<&Fact>) -> FormView {
    let t = context.t;
    let when = fact.map(|fact| When::parse(&fact.when));
    let (day, words) = when.map_or((None, ""), |when| (when.day, when.words));
    let text = |text: Option<&crate::core::Plaintext>| {
        text.map(|text| text.expose().to_owned()).unwrap_or_default()
    };
    let who = fact.and_then(|fact| fact.who).map(|it| it.to_string()).unwrap_or_default();
    let about = fact.map(|fact| fact.about.iter().map(|it| it.to_string()).collect::<Vec<_>>());
    let about = about.unwrap_or_default();
    let about: Vec<&str> = about.iter().map(String::as_str).collect();
    let form = context.form(Tab::Facts, name);
    let form = form.day("day", t.desk_fact_day(), day).hint(t.desk_fact_day_hint());
    let form = form.line("when", t.desk_fact_when(), words).hint(t.desk_fact_when_hint());
    let form = form.list_of("who", t.desk_fact_who(), (people(context), &who));
    let form = form.hint(t.desk_fact_who_hint());
    let form = form.paragraphs("words", t.desk_fact_words(), &text(fact.map(|fact| &fact.words)));
    let form = form.hint(t.desk_fact_words_hint());
    let form = form.radios("source", t.desk_fact_source(), fact.map(|fact| fact.source));
    let form = form.ticks_of("about", t.desk_fact_about(), (people(context), &about));
    let meant = fact.and_then(|fact| fact.interpretation.as_ref());
    let form = form.paragraphs("interpretation", t.desk_fact_interpretation(), &text(meant));
    let form = form.hint(t.desk_fact_interpretation_hint());
    let form = match fact {
        Some(_) => form.line("why", t.desk_fact_why(), "").hint(t.desk_fact_why_hint()),
        None => form,
    };
    let form = form.button(t.desk_record());
    let form = match has_names(context, name) {
        true => form
            .button_with(t.desk_names_replace(), (REPLACE, "1"))
            .button_with(t.desk_names_anyway(), (ANYWAY, "1")),
        false => form,
    };
    match fact {
        Some(_) => form.button_with(t.desk_fact_take_back(), (TAKE_BACK, "1")).made(),
        None => form.made(),
    }
}

/// Whether what was typed and not kept has a real name in it.
fn has_names(context: &CaseContext, form: &str) -> bool {
    let names = Names::of(context.file);
    let draft = context.drafts.get(&context.path(Tab::Facts), form);
    let named = |draft: &crate::desk::form::Draft| {
        TEXTS.iter().any(|field| !names.whose(draft.fields.text(field)).is_empty())
    };
    draft.is_some_and(named)
}

/// Everybody in the case, and of each role the one who would come next.
fn people(context: &CaseContext) -> Vec<(String, String)> {
    let (t, file) = (context.t, context.file);
    let mut found = Vec::new();
    for role in Role::ALL {
        let known = file.persons.keys().filter(|it| it.role == *role);
        found.extend(known.map(|it| (it.to_string(), it.text(t))));
        let next = file.next_pseudonym(*role);
        let text = if next == REPORTER { next.text(t) } else { t.desk_person_new(next.text(t)) };
        found.push((next.to_string(), crate::desk::view::without_marks(&text)));
    }
    found
}

/// Those chosen in a field, with a fault when there is somebody who is not offered.
fn chosen(
    context: &CaseContext,
    reader: &mut FormReader,
    (fields, field): (&FormFields, &'static str),
) -> Vec<Pseudonym> {
    let offered = people(context);
    let typed: Vec<&str> = fields.all(field).filter(|key| !key.is_empty()).collect();
    if typed.iter().any(|key| offered.iter().all(|(offer, _)| offer != key)) {
        reader.fault(field, context.t.desk_fault_choice());
    }
    typed.iter().filter_map(|key| key.parse().ok()).collect()
}

fn read_fact(
    context: &CaseContext,
    mut reader: FormReader,
    fields: &FormFields,
) -> Result<Typed, Vec<crate::desk::form::Fault>> {
    let names = Names::of(context.file);
    if reader.is_ticked(REPLACE) {
        let mut filled = fields.copy();
        for field in TEXTS {
            filled.set(field, names.replaced(fields.text(field), context.t).expose().to_owned());
        }
        return Ok(Typed::Names(filled));
    }
    let day = reader.maybe_day("day", Days::Past);
    let words = reader.maybe_text("when");
    let told = words.as_ref().map(|text| text.expose()).unwrap_or_default();
    let when = When { day, words: told }.write();
    if when.is_none() {
        reader.fault("when", context.t.desk_fault_when());
    }
    let who = chosen(context, &mut reader, (fields, "who")).first().copied();
    let words = reader.text("words");
    let source = reader.choice::<FactSource>("source");
    let about = chosen(context, &mut reader, (fields, "about"));
    let interpretation = reader.maybe_text("interpretation");
    if !reader.is_ticked(ANYWAY) {
        point_out(context, &mut reader, (fields, &names));
    }
    let persons = new_persons(context, who.iter().chain(&about));
    let fact = when.zip(words).zip(source).map(|((when, words), source)| {
        Typed::Fact(Fact { when, who, words, source, about, interpretation }, persons)
    });
    reader.done(fact)
}

/// Says beside a field that somebody is named in it, and by which pseudonym to call them.
fn point_out(
    context: &CaseContext,
    reader: &mut FormReader,
    (fields, names): (&FormFields, &Names),
) {
    for field in TEXTS {
        let whose = names.whose(fields.text(field));
        if !whose.is_empty() {
            let whose: Vec<String> = whose.iter().map(|it| it.text(context.t)).collect();
            let sentence = context.t.desk_fault_names(whose.join(", "));
            reader.fault(field, crate::desk::view::without_marks(&sentence));
        }
    }
}

/// Entries for those whom the key table does not have yet; their names may come later.
fn new_persons<'a>(
    context: &CaseContext,
    chosen: impl Iterator<Item = &'a Pseudonym>,
) -> Vec<Event> {
    let mut new: Vec<Pseudonym> = chosen.copied().collect();
    new.retain(|it| !context.file.persons.contains_key(it));
    new.sort_unstable();
    new.dedup();
    let person = |pseudonym| Person { pseudonym, name: None, function: None, contact: None };
    new.into_iter().map(|it| Event::Person(person(it))).collect()
}

fn read_correction(context: &CaseContext, fields: &FormFields, id: &str) -> Read {
    let log = context.file.log.iter().filter(|line| line.corrected_by.is_none());
    let mut log = log.map(|line| (&line.entry.stamp, of_entry(line.entry)));
    let found = EntryId::parse(id).and_then(|id| log.find(|(stamp, _)| stamp.id == id));
    let mut reader = context.reader(fields);
    let of = found.filter(|(_, fact)| fact.is_some()).map(|(stamp, _): (&Stamp, _)| stamp.id);
    if of.is_none() {
        reader.fault("why", context.t.desk_fault_corrected());
    }
    if reader.is_ticked(TAKE_BACK) {
        let why = reader.text("why");
        let event = of.zip(why).map(|(of, why)| Correction { of, why, instead: None });
        return reader.done(event.map(|it| Outcome::Say(vec![Event::Correction(it)])));
    }
    let why = reader.text("why");
    let (fact, mut events) = match read_fact(context, reader, fields)? {
        Typed::Fact(fact, persons) => (fact, persons),
        Typed::Names(filled) => return Ok(Outcome::FillIn(filled)),
    };
    let Some((of, why)) = of.zip(why) else { return Ok(Outcome::Say(Vec::new())) };
    let instead = Some(Box::new(Event::Fact(fact)));
    events.push(Event::Correction(Correction { of, why, instead }));
    Ok(Outcome::Say(events))
}
