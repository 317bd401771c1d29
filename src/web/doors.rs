//! Numbers and other doors: whom a reporter can turn to besides the meldteam.
//!
//! The national ones stand in `content/doors.toml`, with where each was found and when somebody
//! last checked it; the organisation's own come from its settings. Pages ask here for those that
//! fit.

use super::{App, config::OwnDoor, page::date_in_words};
use crate::{
    Texts,
    core::{Day, questions::Text, report::Answers},
};
use serde::Deserialize;
use std::sync::LazyLock;

/// A door, as a page shows it.
pub struct DoorView {
    /// Whose it is.
    pub name: String,
    /// What it is for; empty when that needs no words.
    pub about: String,
    /// Phone number; empty when there is none.
    pub phone: String,
    /// E-mail address; empty when there is none.
    pub email: String,
    /// Web address as people type it, without its scheme; never a link, so that nobody's visit
    /// there can be told from here. Empty when there is none.
    pub web: String,
    /// When somebody last checked it, in words; empty for the organisation's own.
    pub checked: String,
}

impl DoorView {
    /// The number as a phone dials it.
    pub fn dial(&self) -> String {
        self.phone.chars().filter(|symbol| symbol.is_ascii_digit() || *symbol == '+').collect()
    }

    /// One of the organisation's own doors.
    fn own(name: String, door: &OwnDoor) -> Self {
        let name = if door.name.is_empty() { name } else { format!("{name}: {}", door.name) };
        Self {
            name,
            about: String::new(),
            phone: door.phone.clone(),
            email: door.email.clone(),
            web: String::new(),
            checked: String::new(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DoorFile {
    door: Vec<Door>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Door {
    key: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    web: String,
    #[serde(rename = "source")]
    _source: String,
    checked: Option<String>,
}

static DOORS: LazyLock<Vec<Door>> = LazyLock::new(|| {
    let file: DoorFile = toml::from_str(include_str!("../../content/doors.toml"))
        .expect("content/doors.toml is read by a test");
    file.door
});

/// Name and explanation of each door in `content/doors.toml`.
const WORDS: &[(&str, Text, Text)] = &[
    ("emergency", Texts::door_emergency, Texts::door_emergency_about),
    ("police", Texts::door_police, Texts::door_police_about),
    ("csg", Texts::door_csg, Texts::door_csg_about),
    ("veilig-thuis", Texts::door_veilig_thuis, Texts::door_veilig_thuis_about),
    ("victim-support", Texts::door_victim_support, Texts::door_victim_support_about),
    ("suicide", Texts::door_suicide, Texts::door_suicide_about),
    ("discrimination", Texts::door_discrimination, Texts::door_discrimination_about),
    ("human-rights", Texts::door_human_rights, Texts::door_human_rights_about),
    ("ombudsman", Texts::door_ombudsman, Texts::door_ombudsman_about),
    ("inspectorate", Texts::door_inspectorate, Texts::door_inspectorate_about),
    ("whistleblowers", Texts::door_whistleblowers, Texts::door_whistleblowers_about),
];

/// The national doors with these keys, in this order.
pub fn national(texts: &Texts, keys: &[&str]) -> Vec<DoorView> {
    keys.iter().filter_map(|key| view(texts, key)).collect()
}

/// Every national door.
pub fn all_national(texts: &Texts) -> Vec<DoorView> {
    DOORS.iter().filter_map(|door| view(texts, &door.key)).collect()
}

fn view(texts: &Texts, key: &str) -> Option<DoorView> {
    let door = DOORS.iter().find(|door| door.key == key)?;
    let (_, name, about) = WORDS.iter().find(|(known, ..)| *known == key)?;
    let checked = door.checked.as_deref().and_then(Day::parse);
    Some(DoorView {
        name: name(texts),
        about: about(texts),
        phone: door.phone.clone(),
        email: String::new(),
        web: door.web.trim_start_matches("https://").trim_end_matches('/').to_owned(),
        checked: match checked {
            Some(day) => texts.door_checked(date_in_words(texts, day)),
            None => texts.door_unchecked(),
        },
    })
}

/// Where a reporter can go besides the meldteam: the organisation's own doors first (R21, R22).
pub fn other_doors(app: &App, texts: &Texts) -> Vec<DoorView> {
    let mut doors = own(app, texts);
    doors.extend(national(texts, &["inspectorate", "police", "discrimination"]));
    doors
}

/// The organisation's own doors, as far as its settings name them.
pub fn own(app: &App, texts: &Texts) -> Vec<DoorView> {
    let own = &app.config.doors;
    let doors = [
        (texts.door_confidant(), &own.confidant),
        (texts.door_complaints(), &own.complaints),
        (texts.door_committee(), &own.committee),
        (texts.door_board(), &own.board),
    ];
    let named = doors.into_iter().filter_map(|(name, door)| Some((name, door.as_ref()?)));
    named.map(|(name, door)| DoorView::own(name, door)).collect()
}

/// The national doors that fit a report, for the receipt page.
pub fn fitting(texts: &Texts, answers: &Answers) -> Vec<DoorView> {
    let chosen = |key: &str, values: &[&str]| values.iter().any(|value| answers.has(key, value));
    let mut keys = Vec::new();
    let mut add = |fits: bool, key: &'static str| keys.extend(fits.then_some(key));
    add(chosen("danger", &["yes"]), "emergency");
    let crime = chosen("kinds", &["sexual", "physical", "money"]);
    add(crime || chosen("danger", &["yes"]), "police");
    add(chosen("kinds", &["sexual"]), "csg");
    add(chosen("actor", &["family"]), "veilig-thuis");
    add(chosen("kinds", &["discrimination"]), "discrimination");
    add(chosen("kinds", &["discrimination"]), "human-rights");
    add(true, "victim-support");
    add(true, "suicide");
    national(texts, &keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn every_door_in_the_content_file_has_words_and_a_way_in() {
        let texts = Language::Nl.load();
        assert_eq!(DOORS.len(), WORDS.len());
        assert_eq!(all_national(&texts).len(), DOORS.len());
        for door in DOORS.iter() {
            assert!(!door.phone.is_empty() || !door.web.is_empty(), "{}", door.key);
            let checked = door.checked.as_deref();
            assert!(checked.is_none_or(|day| Day::parse(day).is_some()), "{}", door.key);
        }
    }
}
