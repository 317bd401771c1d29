//! What an entry says, in one line: for lists of entries, differences and the terminal.
//!
//! Real names of the key table are never in it (O35): of a person it says the pseudonym alone.

use super::{
    casework::{
        Event, Keyed,
        event::{Answered, Conflict, DeadlineSet, Fact, FieldSet, Marked, NextStep, Silence},
    },
    view::day_text,
    when::When,
};
use crate::{Texts, core::Plaintext};

/// What an event says; empty when its title says all.
pub fn summary(event: &Event, texts: &Texts) -> String {
    match event {
        Event::Marked(it) => marked(it, texts),
        Event::Safe(it) => answered(it, texts),
        Event::Punishable(it) => answered(it, texts),
        Event::Routed(it) => answered(it, texts),
        Event::Whistleblower(it) => answered(it, texts),
        Event::Conflict(it) => conflict(it, texts),
        Event::Field(it) => field(it, texts),
        Event::Fact(it) => fact(it, texts),
        Event::Person(it) => it.pseudonym.text(texts),
        Event::Decided(it) => {
            joined(&[&it.kind.text(texts), &it.outcome.text(texts), it.reasons.expose()])
        }
        Event::Police(it) => joined(&[
            &it.step.text(texts),
            it.with.expose(),
            &day_text(texts, it.on),
            it.agreements.expose(),
        ]),
        Event::Assessed(it) => {
            let nature: Vec<String> = it.nature.iter().map(|nature| nature.text(texts)).collect();
            let (seriousness, risk) = (it.seriousness.text(texts), it.risk.text(texts));
            joined(&[&nature.join(", "), &seriousness, &risk, it.why.expose()])
        }
        Event::Causes(it) => {
            let causes = [&it.person, &it.team, &it.organisation].map(maybe);
            joined(&[&it.method.text(texts), causes[0], causes[1], causes[2]])
        }
        Event::Deadline(it) => deadline(it, texts),
        Event::NextStep(it) => next_step(it, texts),
        Event::Silence(it) => silence(it, texts),
        Event::Aftercare(it) => joined(&[&it.group.text(texts), it.owner.expose()]),
        Event::MessageSent(it) => it.word.text(texts),
        Event::NoWord(text) | Event::Note(text) | Event::Reopened(text) => text.expose().to_owned(),
        Event::Status(status) => (status.officer_text)(texts),
        Event::Closed(it) => joined(&[&it.outcome.text(texts), it.reason.expose()]),
        Event::Correction(it) => {
            let instead = it.instead.as_deref().map(|event| summary(event, texts));
            joined(&[it.why.expose(), &instead.unwrap_or_default()])
        }
        Event::Audit(it) => it.text(texts),
    }
}

/// What is there, with a mark between. Each part keeps its direction to itself, so that none can
/// turn what stands beside it.
pub fn joined(parts: &[&str]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(|part| format!("\u{2068}{part}\u{2069}")).collect();
    parts.join(" · ")
}

fn maybe(text: &Option<Plaintext>) -> &str {
    text.as_ref().map(Plaintext::expose).unwrap_or_default()
}

fn answered<T: Keyed>(it: &Answered<T>, texts: &Texts) -> String {
    joined(&[&it.answer.text(texts), maybe(&it.note)])
}

fn marked(it: &Marked, texts: &Texts) -> String {
    joined(&[&(it.item.text)(texts), &it.mark.text(texts), maybe(&it.note)])
}

fn conflict(it: &Conflict, texts: &Texts) -> String {
    joined(&[&it.kind.text(texts), &it.stance.text(texts), maybe(&it.note)])
}

fn field(it: &FieldSet, texts: &Texts) -> String {
    let choices = it.field.choices();
    let words = |value: &Plaintext| {
        let row = choices.iter().find(|(key, _)| *key == value.expose());
        row.map_or_else(|| value.expose().to_owned(), |(_, text)| text(texts))
    };
    let values: Vec<String> = it.values.iter().map(words).collect();
    joined(&[&(it.field.label)(texts), &values.join(", ")])
}

fn fact(it: &Fact, texts: &Texts) -> String {
    joined(&[&When::parse(&it.when).text(texts), it.words.expose(), &it.source.text(texts)])
}

fn deadline(it: &DeadlineSet, texts: &Texts) -> String {
    let change = format!("{} {}", it.change.text(texts), day_text(texts, it.on));
    joined(&[&it.deadline.text(texts), &change, maybe(&it.reason)])
}

fn next_step(it: &NextStep, texts: &Texts) -> String {
    let who = it.who.as_ref().map(|who| who.name.expose()).unwrap_or_default();
    joined(&[&day_text(texts, it.on), &it.lies_with.text(texts), who, it.what.expose()])
}

fn silence(it: &Silence, texts: &Texts) -> String {
    let change = format!("{} {}", it.change.text(texts), day_text(texts, it.on));
    joined(&[&it.of.text(texts), &change])
}
