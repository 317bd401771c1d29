//! Documents for those who investigate, decide or must be told: facts, inspectorate, board, police.
//!
//! [`super::make`] calls it. They name people by pseudonym, and the reporter as the reporter alone.

use super::parts::Writer;
use crate::desk::{
    casework::{
        Keyed,
        choices::{AftercareGroup, FactSource, Role},
        event::Fact,
        judgement::DecisionKind,
    },
    view::day_text,
};

/// 1: what happened, who was heard, what was not established, what was done when (O33).
pub(super) fn facts(writer: &mut Writer) {
    let t = writer.source.t;
    writer.section(t.desk_document_head_facts());
    writer.facts(|_| true);
    writer.section(t.desk_document_head_heard());
    writer.list(writer.heard());
    writer.blank_section(t.desk_document_head_not_established());
    writer.section(t.desk_document_head_course());
    writer.course();
}

/// 2: what the inspectorate's form asks.
pub(super) fn igj_notice(writer: &mut Writer) {
    let t = writer.source.t;
    writer.say(t.desk_document_igj_how());
    writer.section(t.desk_document_head_notice());
    let decided = writer.source.file.decisions.iter().rev();
    let igj = decided.map(|said| said.what).find(|it| it.kind == DecisionKind::Igj);
    let criteria = igj.map(|it| it.criteria.iter().map(|it| (it.text)(t)).collect());
    let rows = vec![
        (t.desk_document_igj_kind(), writer.joined(criteria.unwrap_or_default())),
        (t.desk_document_igj_establishment(), writer.blank()),
        writer.field("first_day"),
        writer.field("last_day"),
        writer.field("location"),
        writer.field("harm"),
    ];
    writer.fields(rows);
    writer.section(t.desk_document_head_facts());
    writer.facts(|_| true);
    writer.section(t.desk_document_head_persons());
    writer.say(t.desk_document_igj_initials());
    writer.list(writer.functions());
    writer.section(t.desk_document_head_at_once());
    let safe = writer.source.file.safe.last().map(|said| said.what.answer.text(t));
    let safe = safe.unwrap_or_else(|| writer.blank());
    let talked = if super::is_done(writer.source.file, "client_what") {
        t.desk_document_yes()
    } else {
        writer.blank()
    };
    let rows = vec![
        (t.casework_topic_safe(), safe),
        (t.desk_document_igj_talked(), talked),
        (t.desk_document_igj_own(), writer.blank()),
    ];
    writer.fields(rows);
    writer.decisions(&[DecisionKind::Measure]);
    writer.section(t.desk_document_head_police());
    writer.police();
}

/// 3: the report of the investigation, to be worked out.
pub(super) fn igj_report(writer: &mut Writer) {
    let t = writer.source.t;
    writer.say(t.desk_document_igj_guideline());
    writer.section(t.desk_document_head_team());
    let said = writer.source.file.assessment.last().map(|said| said.what);
    let rows = vec![
        (t.desk_assess_investigator(), writer.maybe(said.map(|it| &it.investigator.name))),
        (t.desk_assess_assessor(), writer.maybe(said.map(|it| &it.assessor.name))),
        (t.desk_document_independence(), writer.blank()),
    ];
    writer.fields(rows);
    writer.blank_section(t.desk_document_head_method());
    writer.section(t.desk_document_head_reconstruction());
    writer.facts(|_| true);
    writer.section(t.desk_document_head_client_view());
    writer.facts(|fact| is_by(fact, &[Role::Client, Role::Representative]));
    writer.section(t.desk_document_head_staff_view());
    writer.facts(|fact| is_by(fact, &[Role::Accused]));
    writer.section(t.desk_document_head_causes());
    writer.causes();
    writer.section(t.desk_document_head_conclusions());
    writer.assessment();
    writer.section(t.desk_document_head_measures());
    writer.decisions(&[DecisionKind::Measure]);
    writer.section(t.desk_document_head_aftercare());
    writer.aftercare(AftercareGroup::ALL);
    writer.blank_section(t.desk_document_head_policy());
}

/// 4: the whole procedure, for the board (O32).
pub(super) fn board(writer: &mut Writer) {
    let t = writer.source.t;
    writer.section(t.desk_document_head_course());
    writer.course();
    writer.section(t.desk_document_head_investigation());
    writer.facts(|fact| fact.source != FactSource::Hearsay);
    writer.section(t.desk_document_head_causes());
    writer.causes();
    writer.section(t.desk_document_head_conclusions());
    writer.assessment();
    writer.section(t.desk_document_head_decisions());
    writer.decisions(&[
        DecisionKind::Police,
        DecisionKind::Igj,
        DecisionKind::WithoutConsent,
        DecisionKind::Measure,
        DecisionKind::Close,
    ]);
    writer.section(t.desk_document_head_aftercare());
    writer.aftercare(AftercareGroup::ALL);
    writer.blank_section(t.desk_document_head_structural());
}

/// 9: what is talked over with the police.
pub(super) fn police(writer: &mut Writer) {
    let t = writer.source.t;
    let said = writer.source.file.punishable.last().map(|said| said.what.answer.text(t));
    let answer = said.unwrap_or_else(|| writer.blank());
    let rows = vec![
        (t.casework_topic_punishable(), answer),
        (t.desk_day_label(), day_text(t, writer.source.file.report.day)),
    ];
    writer.fields(rows);
    writer.section(t.desk_document_head_facts());
    writer.facts(|_| true);
    writer.section(t.desk_document_head_agreed());
    writer.police();
    writer.blank_section(t.desk_document_head_interviews());
    writer.blank_section(t.desk_document_head_evidence());
}

/// Whether somebody of these roles saw or said it.
pub(super) fn is_by(fact: &Fact, roles: &[Role]) -> bool {
    fact.who.is_some_and(|who| roles.contains(&who.role))
}
