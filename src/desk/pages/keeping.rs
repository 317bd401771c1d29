//! Keeping a closed case, holding it, and destroying it: a part of the page of the assessment, and
//! the list of what goes when.

use super::{
    Frame,
    case::{CaseContext, Outcome, Read, Tab},
};
use crate::{
    Texts,
    core::{CaseId, Day, PublicNumber},
    desk::{
        Casebook,
        casework::{
            keeping::{Keeping, held, kept_until, lifted},
            terms::{RETENTION_LONG, RETENTION_MIDDLE, RETENTION_SHORT, Term, Terms},
        },
        dossier::Dossier,
        endings::Endings,
        form::{Days, FormFields, FormMaker, FormView},
        shelf::Shelf,
        view::{day_text, without_marks},
    },
};
use askama::Template;
use askama_web::WebTemplate;

/// How the names of its forms begin.
pub(in crate::desk) const NAME: &str = "keep-";
const MOVE: &str = "keep-move";
const HOLD: &str = "keep-hold";
const LIFT: &str = "keep-lift";
const DESTROY: &str = "keep-destroy";

/// How many days ahead the first page looks.
const SOON_DAYS: u16 = 30;

/// How a closed case is kept, and what can be done about it.
pub(in crate::desk) struct KeepView {
    pub text: String,
    pub reason: String,
    pub moving: Option<FormView>,
    pub hold: Option<FormView>,
    pub lift: Option<FormView>,
    pub destroy: Option<FormView>,
}

/// Draws it; nothing for an open case that nobody holds.
pub(in crate::desk) fn view(context: &CaseContext) -> Option<KeepView> {
    let t = context.t;
    let keeping = context.file.keeping(context.terms);
    let text = state_text(keeping, t);
    let text = match context.file.hold() {
        Some(hold) => without_marks(&t.desk_keep_held(context.said_by(hold.by))),
        None => text?,
    };
    let day = keeping.day();
    Some(KeepView {
        text,
        reason: reason(context.file.hold().and_then(|it| it.what.reason.as_ref()), t),
        moving: day.map(|day| move_form(context, day)),
        hold: day.map(|_| hold_form(context)),
        lift: (keeping == Keeping::Held).then(|| lift_form(context)),
        destroy: day.map(|_| destroy_form(context)),
    })
}

fn state_text(keeping: Keeping, t: &Texts) -> Option<String> {
    let day = |day| day_text(t, day);
    let text = match keeping {
        Keeping::Open | Keeping::Reopened | Keeping::Held => return None,
        Keeping::Until(until) => t.desk_keep_until(day(until)),
        Keeping::Counted(until) => t.desk_keep_counted(day(until)),
    };
    Some(without_marks(&text))
}

fn reason(reason: Option<&crate::core::Plaintext>, t: &Texts) -> String {
    let text = reason.map(|reason| t.desk_keep_held_reason(reason.expose()));
    without_marks(&text.unwrap_or_default())
}

/// The day on which a case that is closed now goes, as a field of the form that closes it.
pub(in crate::desk) fn add_day<'a>(context: &CaseContext, form: FormMaker<'a>) -> FormMaker<'a> {
    let CaseContext { t, terms, today, .. } = *context;
    let day = |term: &Term| day_text(t, terms.after(term, today));
    let form = form.day("destroy_on", t.desk_keep_day(), None);
    let [short, middle, long] = [&RETENTION_SHORT, &RETENTION_MIDDLE, &RETENTION_LONG].map(day);
    form.hint(without_marks(&t.desk_keep_day_hint(short, middle, long)))
}

fn move_form(context: &CaseContext, day: Day) -> FormView {
    let t = context.t;
    let form = context.form(Tab::Assessment, MOVE);
    let form = form.day("on", t.desk_keep_move_day(), Some(day));
    form.line("reason", t.desk_keep_move_why(), "").button(t.desk_keep_move()).made()
}

fn hold_form(context: &CaseContext) -> FormView {
    let t = context.t;
    let form = context.form(Tab::Assessment, HOLD);
    form.line("reason", t.desk_keep_hold_why(), "").button(t.desk_keep_hold()).made()
}

fn lift_form(context: &CaseContext) -> FormView {
    let CaseContext { t, terms, today, file, .. } = *context;
    let day = terms.after(file.retention(), file.closed_on().unwrap_or(today)).max(today.plus(1));
    let form = context.form(Tab::Assessment, LIFT);
    form.day("on", t.desk_keep_lift_day(), Some(day)).button(t.desk_keep_lift()).made()
}

fn destroy_form(context: &CaseContext) -> FormView {
    let t = context.t;
    let number = context.file.report.number.to_string();
    let form = context.form(Tab::Assessment, DESTROY);
    let form = form.line("number", t.desk_keep_destroy_number(), "");
    let form = form.hint(without_marks(&t.desk_keep_destroy_hint(number)));
    form.button(t.desk_keep_destroy()).made()
}

/// Reads one of its forms.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    let mut reader = context.reader(fields);
    let (keeping, today) = (context.file.keeping(context.terms), context.today);
    let done = match fields.form() {
        MOVE => {
            let on = reader.day("on", Days::Coming);
            let said = on.zip(reader.text("reason"));
            said.filter(|_| keeping.day().is_some())
                .map(|(on, reason)| Outcome::Say(vec![kept_until(on, Some(reason))]))
        }
        HOLD => {
            let reason = reader.text("reason").filter(|_| keeping.day().is_some());
            reason.map(|reason| Outcome::Say(vec![held(today, reason)]))
        }
        LIFT => {
            let on = reader.day("on", Days::Coming).filter(|_| keeping == Keeping::Held);
            on.map(|on| Outcome::Say(vec![lifted(today), kept_until(on, None)]))
        }
        _ => {
            let typed = PublicNumber::parse(fields.text("number"));
            if typed != Some(context.file.report.number) {
                reader.fault("number", context.t.desk_keep_fault_number());
            }
            keeping.day().map(|_| Outcome::Destroy)
        }
    };
    reader.done(done)
}

/// Every closed case, with the day on which it goes.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/retention.html")]
pub(in crate::desk) struct RetentionPage<'a> {
    pub frame: Frame<'a>,
    pub lines: Vec<KeepLine>,
}

/// One of them.
pub(in crate::desk) struct KeepLine {
    pub number: String,
    pub href: String,
    pub text: String,
    pub is_held: bool,
    pub reason: String,
}

/// What goes when, the first at the top; held ones come last.
pub(in crate::desk) fn lines(
    (book, shelf): (&Casebook, &Shelf),
    terms: &Terms,
    t: &Texts,
) -> Vec<KeepLine> {
    let is_listed = |keeping: Keeping| !matches!(keeping, Keeping::Open | Keeping::Reopened);
    let kept = shelf.iter().filter(|slip| is_listed(slip.keeping));
    let mut kept: Vec<_> =
        kept.filter_map(|slip| Some((slip.keeping, slip.case, slip.named?.0))).collect();
    kept.sort_by_key(|(keeping, case, _)| (keeping.day().is_none(), keeping.day(), *case));
    kept.iter().map(|(_, case, number)| line(book, (*case, *number), (terms, t))).collect()
}

fn line(
    book: &Casebook,
    (case, number): (CaseId, PublicNumber),
    (terms, t): (&Terms, &Texts),
) -> KeepLine {
    let dossier = book.get(case).and_then(Dossier::of);
    let file = dossier.as_ref().map(Dossier::file);
    let keeping = file.as_ref().map_or(Keeping::Open, |file| file.keeping(terms));
    let hold = file.as_ref().and_then(|file| file.hold());
    KeepLine {
        number: number.to_string(),
        href: format!("{}#keeping", Tab::Assessment.path(case)),
        text: state_text(keeping, t).unwrap_or_default(),
        is_held: keeping == Keeping::Held,
        reason: reason(hold.and_then(|it| it.what.reason.as_ref()), t),
    }
}

/// How many cases go within a month.
pub(in crate::desk) fn soon(shelf: &Shelf, today: Day) -> u64 {
    let days = shelf.iter().filter_map(|slip| slip.keeping.day());
    days.filter(|day| *day <= today.plus(SOON_DAYS)).count() as u64
}

/// Something that the last round said of how cases ended.
pub(in crate::desk) struct EndingNote {
    pub text: String,
    pub is_bad: bool,
    /// Number and path; no path for a case that is gone.
    pub cases: Vec<(String, String)>,
}

/// What the last round said, in words.
pub(in crate::desk) fn notes(endings: &Endings, shelf: &Shelf, t: &Texts) -> Vec<EndingNote> {
    let named = |case: &CaseId| {
        let number = shelf.get(*case).and_then(|slip| slip.named).map(|(number, _)| number);
        (number.map_or_else(|| case.to_string(), |it| it.to_string()), Tab::Overview.path(*case))
    };
    let bad = |text: String, cases: &[CaseId]| EndingNote {
        text,
        is_bad: true,
        cases: cases.iter().map(named).collect(),
    };
    let gone = endings.destroyed.iter();
    let gone: Vec<_> = gone.map(|(_, number)| (number.clone(), String::new())).collect();
    let destroyed =
        EndingNote { text: t.desk_keep_gone(gone.len() as u64), is_bad: false, cases: gone };
    let notes = [
        destroyed,
        bad(t.desk_keep_against(), &endings.against),
        bad(t.desk_keep_missing(), &endings.missing),
        bad(t.desk_keep_waiting(), &endings.waiting),
    ];
    notes.into_iter().filter(|note| !note.cases.is_empty()).collect()
}
