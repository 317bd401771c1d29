use crate::{
    Language,
    core::questions::Text,
    desk::casework::{
        Keyed,
        agenda::When,
        case_fields::FIELDS,
        checklist::Step,
        choices::{
            AftercareGroup, Audited, DeadlineChange, FactSource, Holder, Mark, Outcome, Role,
            SilenceChange, Word,
        },
        closing::Section,
        criteria::CRITERIA,
        deadlines::Deadline,
        judgement::{CauseMethod, DecisionKind, Nature, PoliceStep, Risk, Seriousness},
        messages::{Prompt, Template},
        triage::{Actor, ConflictKind, Punishable, Route, Stance, Victim, YesNo},
    },
};
use std::{collections::BTreeSet, fs, path::Path};

/// The keys that stand inside signed entries, as they were when they were first used. A line may
/// be added here, never changed or taken out.
const KNOWN: &str = include_str!("../../../../tests/vectors/casework-keys.txt");

type Found = Vec<(String, Text)>;

fn list<K: Keyed>(name: &str) -> Found {
    K::ALL.iter().map(|value| (format!("{name} {}", value.key()), value.row().1)).collect()
}

/// Every key that an entry can hold.
fn stored() -> Found {
    let items = Step::ALL.iter().flat_map(|step| step.items());
    let fields = FIELDS.iter().map(|field| (format!("field {}", field.key), field.label));
    let criteria = CRITERIA.iter().map(|it| (format!("criterion {}", it.key), it.text));
    let values = FIELDS.iter().flat_map(|field| {
        field.choices().into_iter().map(move |(key, text)| (format!("{} {key}", field.key), text))
    });
    let mut found: Found = items.map(|it| (format!("item {}", it.key), it.text)).collect();
    found.extend(fields.chain(criteria).chain(values));
    found.extend([list::<YesNo>("yesno"), list::<Punishable>("punishable")].concat());
    found.extend([list::<ConflictKind>("conflict"), list::<Stance>("stance")].concat());
    found.extend([list::<Route>("route"), list::<Mark>("mark")].concat());
    found.extend([list::<FactSource>("source"), list::<Role>("role")].concat());
    found.extend([list::<DecisionKind>("decision"), list::<PoliceStep>("police")].concat());
    found.extend([list::<Nature>("nature"), list::<Seriousness>("seriousness")].concat());
    found.extend([list::<Risk>("risk"), list::<CauseMethod>("method")].concat());
    found.extend([list::<Deadline>("deadline"), list::<DeadlineChange>("change")].concat());
    found.extend([list::<Holder>("holder"), list::<SilenceChange>("silence")].concat());
    found.extend([list::<AftercareGroup>("aftercare"), list::<Word>("word")].concat());
    found.extend([list::<Outcome>("ending"), list::<Audited>("audited")].concat());
    found
}

/// The kinds of events and the names of their fields, as they are written.
fn written() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (kind, seed) in (0..super::KINDS).flat_map(|kind| (0..30).map(move |seed| (kind, seed))) {
        let body = super::event(kind, seed, "x").encode();
        let mut from = minicbor::Decoder::new(&body);
        let pairs = from.map().unwrap().unwrap();
        assert_eq!(from.str().unwrap(), "event");
        let name = from.str().unwrap();
        found.insert(format!("event {name}"));
        for _ in 1..pairs {
            found.insert(format!("event {name}.{}", from.str().unwrap()));
            from.skip().unwrap();
        }
    }
    found
}

/// Those, and what pages alone use.
fn shown() -> Found {
    let mut found = stored();
    found.extend([list::<Victim>("victim"), list::<Actor>("actor")].concat());
    found.extend([list::<Step>("step"), list::<Section>("section")].concat());
    found.extend([list::<When>("when"), list::<Template>("template")].concat());
    found.extend(list::<Prompt>("prompt"));
    found
}

#[test]
fn every_key_is_unique() {
    let found = stored();
    let keys: BTreeSet<&String> = found.iter().map(|(key, _)| key).collect();
    assert_eq!(keys.len(), found.len());
}

#[test]
fn a_key_that_was_used_once_is_known_for_ever() {
    let found = stored();
    let written = written();
    let found = found.iter().map(|(key, _)| key.as_str());
    let found: BTreeSet<&str> = found.chain(written.iter().map(String::as_str)).collect();
    let known: BTreeSet<&str> = KNOWN.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(known.difference(&found).collect::<Vec<_>>(), Vec::<&&str>::new(), "gone");
    assert_eq!(found.difference(&known).collect::<Vec<_>>(), Vec::<&&str>::new(), "not listed");
}

#[test]
fn every_choice_finds_itself_by_its_key() {
    fn each<K: Keyed>() {
        assert!(K::ALL.iter().all(|value| K::find(value.key()) == Some(*value)));
        assert!(K::find("").is_none() && K::find("of a newer version").is_none());
    }
    each::<Deadline>();
    each::<Outcome>();
    each::<Actor>();
    each::<Role>();
}

#[test]
fn a_case_has_every_deadline_but_those_of_the_calendar() {
    let today = super::day(super::MONDAY);
    for deadline in Deadline::ALL {
        let of_a_case = Deadline::ALL_OF_A_CASE.contains(deadline);
        assert_eq!(deadline.calendar_day(today).is_none(), of_a_case, "{deadline:?}");
    }
}

#[test]
fn every_text_is_there_in_both_languages() {
    let (nl, en) = (Language::Nl.load(), Language::En.load());
    let whole = |text: String, key: &str| {
        assert!(!text.trim().is_empty() && !text.contains('{'), "{key}");
    };
    for texts in [&nl, &en] {
        shown().iter().for_each(|(key, text)| whole(text(texts), key));
        for deadline in Deadline::ALL {
            let rule = deadline.rule();
            whole((rule.text)(texts), deadline.key());
            whole(rule.source.text(texts), deadline.key());
            for term in rule.terms {
                whole(term.unit.text(term.default, texts), term.key);
            }
        }
        for item in Step::ALL.iter().flat_map(|step| step.items()) {
            whole(item.source.text(texts), item.key);
        }
        for number in 0..super::KINDS {
            whole(super::event(number, 0, "x").title(texts), "title");
        }
    }
}

/// Source: requirement O35.
#[test]
fn nobody_is_called_guilty_before_it_is_clear_what_happened() {
    let guilty = ["dader", "daders", "schuldige", "culprit", "offender", "offenders"];
    for language in ["nl", "en"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language);
        let files: Vec<_> =
            fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
        assert!(files.iter().any(|file| file.ends_with("casework.ftl")));
        for file in files {
            let text = fs::read_to_string(&file).unwrap().to_lowercase();
            let mut words = text.split(|letter: char| !letter.is_alphanumeric());
            let found = words.find(|word| guilty.contains(word));
            assert_eq!(found, None, "{}", file.display());
        }
    }
}
