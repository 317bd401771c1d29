//! What casework needs to know of a report and its thread, without their texts.
//!
//! Made once per case from the casebook; [`super::file::CaseFile`] is folded over it. The report's
//! answers are where the fields of a case begin; they are never changed.

use super::triage::{Actor, Victim};
use crate::{
    Language,
    core::{
        CaseId, Day, PublicNumber,
        questions::{self, Choice},
        report::{Answers, Report},
    },
    desk::casebook::{Case, CaseItem},
};

/// What a report says, as far as casework counts and decides with it. Holds keys of choices,
/// nothing that was typed.
#[derive(Clone, Debug)]
pub struct ReportFacts {
    /// The case.
    pub case: CaseId,
    /// The number to name on the phone.
    pub number: PublicNumber,
    /// The day it came in.
    pub day: Day,
    /// The language of its reporter.
    pub language: Language,
    /// Whom it happened to, when the report says so.
    pub victim: Option<Victim>,
    /// Who did it, when the report says so.
    pub actor: Option<Actor>,
    /// The kinds of behaviour.
    pub kinds: Vec<&'static str>,
    /// The day of the first message to the reporter.
    pub first_message: Option<Day>,
    /// The day on which the reporter last wrote.
    pub last_addition: Option<Day>,
}

impl ReportFacts {
    /// Of a case; `None` when its report does not open.
    pub fn of(case: &Case) -> Option<Self> {
        let mut facts = Self::of_report(case.report().ok()?);
        for item in case.thread() {
            match item {
                CaseItem::Message(message) => {
                    let first = facts.first_message.unwrap_or(message.day);
                    facts.first_message = Some(first.min(message.day));
                }
                CaseItem::Addition(addition) => {
                    facts.last_addition = facts.last_addition.max(Some(addition.day));
                }
                _ => {}
            }
        }
        Some(facts)
    }

    /// Of a report alone.
    pub fn of_report(report: &Report) -> Self {
        let kinds = questions::find("kinds").map(|question| question.choices());
        let chosen = |choice: &&Choice| report.answers.has("kinds", choice.value);
        let kinds = kinds.unwrap_or_default().iter().filter(chosen);
        Self {
            case: report.case,
            number: report.number,
            day: report.day,
            language: report.language,
            victim: victim(&report.answers),
            actor: actor(&report.answers),
            kinds: kinds.map(|choice| choice.value).collect(),
            first_message: None,
            last_addition: None,
        }
    }
}

fn victim(answers: &Answers) -> Option<Victim> {
    let has = |value| answers.has("victim", value);
    let role = |value| answers.has("role", value);
    if has("client") || has("clients") || (has("me") && role("client")) {
        Some(Victim::Client)
    } else if has("colleague") || (has("me") && (role("employee") || role("volunteer"))) {
        Some(Victim::Staff)
    } else {
        None
    }
}

fn actor(answers: &Answers) -> Option<Actor> {
    let known = [
        ("care", Actor::Staff),
        ("staff", Actor::Staff),
        ("manager", Actor::Manager),
        ("volunteer", Actor::Volunteer),
        ("self", Actor::Reporter),
        ("client", Actor::Client),
        ("family", Actor::Family),
    ];
    known.into_iter().find(|(value, _)| answers.has("actor", value)).map(|(_, actor)| actor)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), vec![(*value).to_owned()]);
        Answers::sample(&pairs.iter().map(pair).collect::<Vec<_>>())
    }

    #[test]
    fn victim_and_actor_follow_from_the_answers() {
        let of = |pairs: &[(&str, &str)]| (victim(&answers(pairs)), actor(&answers(pairs)));
        let (client, staff) = (Some(Victim::Client), Some(Victim::Staff));
        assert_eq!(of(&[("victim", "clients"), ("actor", "care")]), (client, Some(Actor::Staff)));
        assert_eq!(of(&[("victim", "me"), ("role", "client")]), (client, None));
        assert_eq!(of(&[("victim", "me"), ("role", "volunteer")]), (staff, None));
        assert_eq!(of(&[("victim", "me"), ("role", "family")]), (None, None));
        assert_eq!(
            of(&[("victim", "colleague"), ("actor", "self")]),
            (staff, Some(Actor::Reporter))
        );
        assert_eq!(of(&[("victim", "unknown"), ("actor", "several")]), (None, None));
    }

    #[test]
    fn every_value_that_is_looked_at_is_one_of_the_form() {
        let offers = |key: &str, value: &str| {
            questions::find(key).unwrap().choices().iter().any(|choice| choice.value == value)
        };
        for value in ["client", "clients", "me", "colleague"] {
            assert!(offers("victim", value), "{value}");
        }
        for value in ["client", "employee", "volunteer"] {
            assert!(offers("role", value), "{value}");
        }
        for value in ["care", "staff", "manager", "volunteer", "self", "client", "family"] {
            assert!(offers("actor", value), "{value}");
        }
    }
}
