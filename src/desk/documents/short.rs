//! Documents that go to one file, one person or many readers: each with less in it.
//!
//! [`super::make`] calls it. What may not be read there is not written, whoever typed it.

use super::{outcome, parts::Writer};
use crate::desk::{
    casework::{
        Keyed,
        choices::{AftercareGroup, FactSource, Outcome},
        judgement::DecisionKind,
        persons::Pseudonym,
        triage::YesNo,
    },
    paper::{Block, First, Table},
    view::day_text,
};

/// How many empty rows a table has that is filled in by hand.
const EMPTY_ROWS: usize = 3;

/// 5: a note for the client's file, without names of staff (O30).
pub(super) fn client_file(writer: &mut Writer) {
    let t = writer.source.t;
    // Wkkgz, article 10(3): the client is told what happened, and it is noted in the file.
    writer.paper.push(Block::warning(t.desk_document_client_warning()));
    writer.section(t.desk_document_head_facts());
    writer.facts(|fact| matches!(fact.source, FactSource::Observed | FactSource::Literal));
    writer.section(t.desk_document_head_harm());
    let harm = writer.field("harm");
    writer.fields(vec![harm]);
    writer.section(t.desk_document_head_recovery());
    writer.aftercare(&[AftercareGroup::Client]);
    writer.section(t.desk_document_head_procedure());
    writer.procedure();
}

/// 6: a note for the file of a member of staff, after hearing and conclusion (O31).
pub(super) fn personnel_file(writer: &mut Writer) {
    let t = writer.source.t;
    if outcome(writer.source.file) == Some(Outcome::WronglyAccused) {
        writer.paper.push(Block::warning(t.desk_document_at_own_wish()));
    }
    writer.section(t.desk_document_head_facts());
    writer.facts(|fact| matches!(fact.source, FactSource::Observed | FactSource::Literal));
    writer.section(t.desk_document_head_harm());
    let harm = writer.field("harm");
    writer.fields(vec![harm]);
    writer.section(t.desk_document_head_conclusions());
    let rows = vec![(t.desk_document_outcome(), writer.outcome())];
    writer.fields(rows);
    writer.section(t.desk_document_head_measures());
    writer.decisions(&[DecisionKind::Measure]);
    writer.section(t.desk_document_head_procedure());
    writer.procedure();
}

/// 7: what one person said, for that person and the case.
pub(super) fn talk(writer: &mut Writer, about: Option<Pseudonym>) {
    let t = writer.source.t;
    let name = about.map_or_else(|| writer.blank(), |about| about.text(t));
    let rows = vec![
        (t.desk_document_talk_with(), name),
        (t.desk_document_talk_day(), writer.blank()),
        (t.desk_document_talk_present(), writer.blank()),
    ];
    writer.fields(rows);
    writer.blank_section(t.desk_document_head_questions());
    writer.section(t.desk_document_head_answers());
    writer.facts(|fact| fact.who == about);
    writer.blank_section(t.desk_document_head_read_back());
}

/// 8: what the reporter hears: nothing about what followed for a person.
pub(super) fn feedback(writer: &mut Writer) {
    let t = writer.source.t;
    writer.say(t.desk_document_feedback_thanks());
    writer.section(t.desk_document_head_done());
    writer.procedure();
    let file = writer.source.file;
    let is_measure = |kind, outcome| kind == DecisionKind::Measure && outcome == YesNo::Yes;
    if file.decisions.iter().any(|said| is_measure(said.what.kind, said.what.outcome)) {
        writer.say(t.desk_document_feedback_measures());
    }
    writer.blank_section(t.desk_document_head_own_words());
    writer.section(t.desk_document_head_not_told());
    writer.say(t.desk_document_feedback_not_told());
    writer.section(t.desk_document_head_other_doors());
    writer.list(vec![
        t.desk_document_door_again(),
        t.desk_document_door_confidant(),
        t.desk_document_door_igj(),
        t.desk_document_door_wbk(),
    ]);
}

/// 10: causes and what is to be improved, without persons.
pub(super) fn evaluation(writer: &mut Writer) {
    let t = writer.source.t;
    writer.section(t.desk_document_head_causes());
    writer.causes();
    writer.blank_section(t.desk_document_head_went_well());
    writer.section(t.desk_document_head_actions());
    let head = vec![t.desk_document_action(), t.desk_document_owner(), t.desk_document_ready()];
    let rows = vec![vec![writer.blank(); head.len()]; EMPTY_ROWS];
    let table = Table { caption: String::new(), head, rows, first: First::Cell };
    writer.paper.push(Block::Table(table));
}

/// 12: a line for the register: no content.
pub(super) fn register(writer: &mut Writer) {
    let t = writer.source.t;
    let file = writer.source.file;
    let status = file.status.last().map(|said| *said.what);
    let status = status.unwrap_or(writer.source.status);
    let closed = file.closed_on().map(|day| day_text(t, day));
    let wrong = file.whistleblower.last().map(|said| said.what.answer.text(t));
    let rows = vec![
        (t.desk_document_number(), file.report.number.to_string()),
        (t.desk_day_label(), day_text(t, file.report.day)),
        (t.casework_topic_whistleblower(), wrong.unwrap_or_else(|| writer.blank())),
        (t.desk_document_subject(), subject(writer)),
        (t.desk_status_label(), (status.officer_text)(t)),
        (t.desk_document_closed(), closed.unwrap_or_else(|| t.desk_document_not_closed())),
    ];
    writer.fields(rows);
}

/// The kinds of conduct, as the form names them.
fn subject(writer: &Writer) -> String {
    let t = writer.source.t;
    let question = crate::core::questions::find("kinds");
    let choices = question.map(|question| question.choices()).unwrap_or_default();
    let kinds = &writer.source.file.report.kinds;
    let chosen = choices.iter().filter(|choice| kinds.contains(&choice.value));
    writer.joined(chosen.map(|choice| (choice.label)(t)).collect())
}
