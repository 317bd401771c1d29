//! The words of a case, with what each says there: a name, a place, or something in a text.
//!
//! [`super::Signals`] asks for them when a case is new or has changed. It takes what the reporter
//! typed, the key table, facts and notes for other readers; never private notes, and nothing that
//! we wrote ourselves.

use super::{
    concordance::{Mark, Says},
    words::words,
};
use crate::{
    core::{
        questions::{Kind, LOCATION_PREFIX},
        report::{Answers, answered},
    },
    desk::{
        casebook::{Case, CaseItem},
        casework::{choices::Role, event::Person},
        dossier::Dossier,
    },
};
use sha2::{Digest, Sha256};

/// Changes when the rules of this module change, so that every case is looked at again.
const RULES: &[u8] = b"signals 1";

/// Words with what they say.
pub type Words = Vec<(String, Says)>;

/// Names what a case holds now: it changes with every item and entry. `None` when its report does
/// not open.
pub fn mark(case: &Case) -> Option<Mark> {
    case.report().ok()?;
    let mut names: Vec<[u8; 32]> = case.item_hashes().map(|hash| *hash.as_bytes()).collect();
    names.extend(case.history().iter().map(|(meta, _)| *meta.hash.as_bytes()));
    // Sending gives an item a place and changes nothing that it says.
    names.sort_unstable();
    names.dedup();
    let mut digest = Sha256::new_with_prefix(RULES);
    names.iter().for_each(|name| digest.update(name));
    let digest: [u8; 32] = digest.finalize().into();
    digest.first_chunk().copied()
}

/// Every word of a case; none when its report does not open.
pub fn gather(case: &Case) -> Words {
    let mut found = Words::new();
    let (Ok(report), Some(dossier)) = (case.report(), Dossier::of(case)) else { return found };
    answers(&report.answers, &mut found);
    for item in case.thread() {
        if let CaseItem::Addition(addition) = item {
            answers(&addition.answers, &mut found);
            addition.text.iter().for_each(|it| text(it.expose(), &mut found));
        }
    }
    let file = dossier.file();
    let persons = file.persons.values().flat_map(|register| register.values());
    persons.for_each(|said| person(said.what, &mut found));
    for fact in file.facts.iter().map(|said| said.what) {
        let all = [Some(&fact.words), Some(&fact.when), fact.interpretation.as_ref()];
        all.into_iter().flatten().for_each(|it| text(it.expose(), &mut found));
    }
    file.notes.iter().for_each(|said| text(said.what.expose(), &mut found));
    found
}

fn answers(answers: &Answers, found: &mut Words) {
    for (question, answer) in answered(answers) {
        let Some(question) = question else { continue };
        let values = answer.values().iter().map(|value| value.expose());
        match (question.key, &question.kind) {
            ("actor_name", _) => values.for_each(|value| name(value, Says::Name, found)),
            ("name" | "contact", _) => values.for_each(|value| name(value, Says::Reporter, found)),
            ("where_detail", _) => values.for_each(|value| all(value, Says::Place, found)),
            (_, Kind::Place(_)) => {
                let own = values.filter_map(|value| value.strip_prefix(LOCATION_PREFIX));
                own.for_each(|value| all(value, Says::Place, found));
            }
            (_, Kind::Line | Kind::Paragraphs) => values.for_each(|value| text(value, found)),
            // Choices and officers: keys, nothing that anybody typed.
            _ => {}
        }
    }
}

fn person(person: &Person, found: &mut Words) {
    let says = if person.pseudonym.role == Role::Reporter { Says::Reporter } else { Says::Name };
    person.name.iter().for_each(|it| all(it.expose(), says, found));
    let more = person.function.iter().chain(&person.contact);
    more.for_each(|it| text(it.expose(), found));
}

/// Where a name is asked for: what has capitals is one; when nothing has, everything may be.
fn name(value: &str, says: Says, found: &mut Words) {
    let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let capitals: String =
        value.split_whitespace().filter(|word| is_capital(word)).collect::<Vec<_>>().join(" ");
    if capitals.is_empty() {
        return all(value, says, found);
    }
    all(&capitals, says, found);
    all(value, Says::Text, found);
}

fn all(value: &str, says: Says, found: &mut Words) {
    found.extend(words(value).into_iter().map(|word| (word.folded, says)));
}

fn text(value: &str, found: &mut Words) {
    let says = |is_name| if is_name { Says::Name } else { Says::Text };
    found.extend(words(value).into_iter().map(|word| (word.folded, says(word.is_name))));
}
