//! From what a browser sent to a report that can be sealed.
//!
//! [`ReportForm`] is raw and is kept until the receipt is shown, so that a fault can show it again
//! with everything still filled in. [`ReportForm::answers`] makes [`Answers`] of it, or says per
//! field what is wrong. A [`Report`] is the answers with what the officers need around them. No
//! type here implements `Debug`.

use super::{
    CaseId, Day, OfficerId, Plaintext, PublicNumber, Readers,
    attachment::Attachment,
    cbor::Encoder,
    envelope::{ItemKind, Payload},
    forms::FormUsed,
    officers::{Recipient, Team},
    questions::{self, Kind, LOCATION_PREFIX, QUESTIONS, Question, Step},
};
use crate::Language;
use std::collections::BTreeMap;
use zeroize::Zeroizing;

#[cfg(feature = "officer")]
use super::cbor::{Decoder, PayloadError};

/// A form as it came in: nothing about it is checked. One entry per field name.
#[derive(Default)]
pub struct ReportForm {
    /// Field name (a question's key, or a hidden field) → what was sent for it, in order.
    pub fields: BTreeMap<String, Vec<Plaintext>>,
    /// Keys of fields whose bytes were no UTF-8; they are kept as far as they could be read.
    pub unreadable: Vec<String>,
}

/// What the check of a form needs to know of the organisation.
pub struct FormContext<'a> {
    /// Who may be excluded.
    pub team: &'a Team,
    /// The organisation's locations.
    pub locations: &'a [String],
    /// Which form it is.
    pub form: FormUsed,
}

/// One thing that is wrong with a form. Carries the field's key and counts, never its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The key of the question.
    pub key: &'static str,
    /// What is wrong.
    pub what: FieldFault,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldFault {
    /// The story is empty: the only answer that is required.
    Missing,
    /// Longer than may be sent.
    TooLong {
        /// Characters sent.
        found: usize,
        /// Characters allowed.
        max: usize,
    },
    /// A choice that the question does not have (any more).
    UnknownChoice,
    /// Nobody would remain to read the report.
    ExcludesEverybody,
    /// Some characters could not be read.
    Unreadable,
}

impl ReportForm {
    /// Checks the form against the questionnaire. Answers to questions that this form does not ask,
    /// or not given the answers before them, are left out: what a reporter does not see is not
    /// sent.
    ///
    /// # Errors
    /// Every [`FieldError`], in the order of the form.
    pub fn answers(&self, context: &FormContext) -> Result<Checked, Vec<FieldError>> {
        let mut answers = Answers::default();
        let mut excluded = Vec::new();
        let mut errors = Vec::new();
        for question in QUESTIONS.iter().filter(|question| context.form.asks(question)) {
            let sent = self.sent(question.key);
            let checked = if matches!(question.kind, Kind::Officers) {
                check_officers(&sent, context.team).map(|ids| excluded = ids)
            } else if context.form.shows(question, &answers) {
                check(question, &sent, context).map(|answer| answers.push(question.key, answer))
            } else {
                Ok(())
            };
            errors.extend(self.fault(question, checked));
        }
        if errors.is_empty() { Ok(Checked { answers, excluded }) } else { Err(errors) }
    }

    /// Checks what a reporter adds later, with the code: questions of these steps, all of them
    /// asked, because the answers before them are sealed. Who may read it stays as it was.
    ///
    /// # Errors
    /// Every [`FieldError`], in the order of the form.
    pub fn later_answers(
        &self,
        context: &FormContext,
        steps: &[Step],
    ) -> Result<Answers, Vec<FieldError>> {
        let mut answers = Answers::default();
        let mut errors = Vec::new();
        for question in steps.iter().flat_map(|step| step.questions()) {
            let checked = check(question, &self.sent(question.key), context);
            let checked = checked.map(|answer| answers.push(question.key, answer));
            errors.extend(self.fault(question, checked));
        }
        if errors.is_empty() { Ok(answers) } else { Err(errors) }
    }

    fn fault(&self, question: &Question, checked: Result<(), FieldFault>) -> Option<FieldError> {
        let unreadable = self.unreadable.iter().any(|key| key == question.key);
        let unreadable = unreadable.then_some(FieldFault::Unreadable);
        checked.err().or(unreadable).map(|what| FieldError { key: question.key, what })
    }

    /// What was sent for a question, blanks left out.
    pub fn sent(&self, key: &str) -> Vec<&str> {
        let values = self.fields.get(key).map(Vec::as_slice).unwrap_or_default();
        values.iter().filter(|value| !value.is_blank()).map(Plaintext::expose).collect()
    }

    /// Whether this choice was sent for a question.
    pub fn has(&self, key: &str, value: &str) -> bool {
        self.sent(key).contains(&value)
    }
}

fn check(
    question: &Question,
    sent: &[&str],
    context: &FormContext,
) -> Result<Option<Answer>, FieldFault> {
    let known = |value: &str| question.choices().iter().any(|choice| choice.value == value);
    let place = |value: &str| {
        let location = value.strip_prefix(LOCATION_PREFIX);
        location.is_some_and(|name| context.locations.iter().any(|known| known == name))
    };
    match question.kind {
        Kind::One(_) | Kind::Place(_) => match sent {
            [] => Ok(None),
            [value] if known(value) => Ok(Some(Answer::One((*value).into()))),
            [value] if matches!(question.kind, Kind::Place(_)) && place(value) => {
                Ok(Some(Answer::One((*value).into())))
            }
            _ => Err(FieldFault::UnknownChoice),
        },
        Kind::Many(choices) => {
            if !sent.iter().all(|value| known(value)) {
                return Err(FieldFault::UnknownChoice);
            }
            // In the order of the form, each once, whatever the browser did.
            let chosen = choices.iter().filter(|choice| sent.contains(&choice.value));
            let chosen: Vec<Plaintext> = chosen.map(|choice| choice.value.into()).collect();
            Ok((!chosen.is_empty()).then_some(Answer::Many(chosen)))
        }
        Kind::Line | Kind::Paragraphs => check_text(question, sent),
        Kind::Officers => Ok(None),
    }
}

fn check_text(question: &Question, sent: &[&str]) -> Result<Option<Answer>, FieldFault> {
    let text = tidy(sent.first().copied().unwrap_or_default());
    let (found, max) = (text.chars(), question.max_chars);
    if found > max {
        Err(FieldFault::TooLong { found, max })
    } else if text.is_blank() {
        if question.key == STORY { Err(FieldFault::Missing) } else { Ok(None) }
    } else {
        Ok(Some(Answer::One(text)))
    }
}

fn check_officers(sent: &[&str], team: &Team) -> Result<Vec<OfficerId>, FieldFault> {
    let mut excluded = Vec::new();
    for value in sent {
        let id = OfficerId::parse(value).ok_or(FieldFault::UnknownChoice)?;
        if !team.officers().any(|officer| officer.id == id) {
            return Err(FieldFault::UnknownChoice);
        }
        excluded.push(id);
    }
    match team.readers_without(&excluded) {
        Some(_) => Ok(excluded),
        None => Err(FieldFault::ExcludesEverybody),
    }
}

/// One kind of line end, no other control characters, no white space around it.
pub fn tidy(text: &str) -> Plaintext {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String =
        lines.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    Plaintext::from(kept.trim())
}

/// The key of the only question that must be answered.
pub const STORY: &str = "story";

/// A form that was found good.
pub struct Checked {
    /// What was answered.
    pub answers: Answers,
    /// Who may not read it.
    pub excluded: Vec<OfficerId>,
}

/// Answers by question key, in the order of the form.
#[derive(Default)]
pub struct Answers(Vec<(String, Answer)>);

/// One answer.
pub enum Answer {
    /// A choice, or typed text.
    One(Plaintext),
    /// Several choices.
    Many(Vec<Plaintext>),
}

impl Answer {
    /// Its values; one for [`Answer::One`].
    pub fn values(&self) -> &[Plaintext] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Many(values) => values,
        }
    }
}

impl Answers {
    fn push(&mut self, key: &str, answer: Option<Answer>) {
        self.0.extend(answer.map(|answer| (key.to_owned(), answer)));
    }

    /// Says whom the reporter excluded, by name, in an addition; a report has a field for it.
    pub fn name_excluded(&mut self, names: &[String]) {
        let names: Vec<Plaintext> = names.iter().map(|name| name.as_str().into()).collect();
        self.push("exclude", (!names.is_empty()).then_some(Answer::Many(names)));
    }

    /// The answer to a question, if it was answered.
    pub fn get(&self, key: &str) -> Option<&Answer> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, answer)| answer)
    }

    /// Whether this value was chosen for a question.
    pub fn has(&self, key: &str, value: &str) -> bool {
        self.get(key).is_some_and(|a| a.values().iter().any(|v| v.expose() == value))
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each key with its answer, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter().map(|(key, answer)| (key.as_str(), answer))
    }

    /// Bytes that two equal sets of answers share and no two others do: what a resend is
    /// recognised by.
    pub fn canonical(&self) -> Zeroizing<Vec<u8>> {
        let mut encoder = Encoder::new();
        self.encode(&mut encoder);
        encoder.finish()
    }

    pub(super) fn encode(&self, to: &mut Encoder) {
        to.map(self.0.len());
        for (key, answer) in &self.0 {
            to.text(key);
            match answer {
                Answer::One(value) => to.text(value.expose()),
                Answer::Many(values) => {
                    to.array(values.len());
                    values.iter().for_each(|value| to.text(value.expose()));
                }
            }
        }
    }

    #[cfg(feature = "officer")]
    pub(super) fn decode(from: &mut Decoder<'_>) -> Result<Self, PayloadError> {
        let mut answers = Self::default();
        for _ in 0..from.map()? {
            let key = from.text()?.to_owned();
            let answer = if from.at_array()? {
                let count = from.array()?;
                let values = (0..count).map(|_| Ok(from.text()?.into()));
                Answer::Many(values.collect::<Result<_, PayloadError>>()?)
            } else {
                Answer::One(from.text()?.into())
            };
            answers.0.push((key, answer));
        }
        Ok(answers)
    }
}

/// The questions that were answered, each with its answer. Answers whose question this version
/// does not know come last, without one.
pub fn answered(answers: &Answers) -> impl Iterator<Item = (Option<&'static Question>, &Answer)> {
    let known = QUESTIONS.iter().filter_map(|q| Some((Some(q), answers.get(q.key)?)));
    let unknown = answers.iter().filter(|(key, _)| questions::find(key).is_none());
    known.chain(unknown.map(|(_, answer)| (None, answer)))
}

/// A report, ready to be sealed to its readers.
pub struct Report {
    /// The case that it opens.
    pub case: CaseId,
    /// The number to name on the phone.
    pub number: PublicNumber,
    /// The day it came in.
    pub day: Day,
    /// The language of the form.
    pub language: Language,
    /// Replies are sealed to this key, which follows from the receipt code.
    pub mailbox: Recipient,
    /// Everyone it is sealed to. A stranger's name here shows that a key was added.
    pub readers: Vec<(OfficerId, String)>,
    /// Officers the reporter excluded, by name.
    pub excluded: Vec<String>,
    /// What was answered.
    pub answers: Answers,
    /// The form that was used.
    pub form: FormUsed,
    /// Files that came along.
    pub attachments: Vec<Attachment>,
}

impl Report {
    /// Readers as the report carries them.
    pub fn list_readers(readers: &Readers) -> Vec<(OfficerId, String)> {
        readers.iter().map(|reader| (reader.id, reader.name.clone())).collect()
    }
}

impl Payload for Report {
    const KIND: ItemKind = ItemKind::Report;

    fn case(&self) -> CaseId {
        self.case
    }

    fn encode(&self, to: &mut Encoder) {
        to.map(10);
        to.text("case");
        to.bytes(self.case.as_bytes());
        to.text("number");
        to.text(&self.number.to_string());
        to.text("day");
        to.day(self.day);
        to.text("language");
        to.text(&self.language);
        to.text("mailbox");
        to.text(&self.mailbox.to_string());
        to.text("readers");
        to.array(self.readers.len());
        for (id, name) in &self.readers {
            to.array(2);
            to.bytes(id.as_bytes());
            to.text(name);
        }
        to.text("excluded");
        to.array(self.excluded.len());
        self.excluded.iter().for_each(|name| to.text(name));
        to.text("answers");
        self.answers.encode(to);
        to.text("form");
        to.text(self.form.key());
        to.text("attachments");
        Attachment::encode_all(&self.attachments, to);
    }
}

/// How many pairs a report may have: 8 as it began, 10 with the form that was used and the files. A pair that is
/// added comes last, so that what is there is always the beginning of the list.
#[cfg(feature = "officer")]
const REPORT_PAIRS: [usize; 2] = [8, 10];

#[cfg(feature = "officer")]
impl super::opening::Opens for Report {
    fn decode(from: &mut Decoder<'_>) -> Result<Self, PayloadError> {
        let pairs = from.expect_map_of(&REPORT_PAIRS)?;
        let case = from.key("case")?.id()?;
        let number = PublicNumber::parse(from.key("number")?.text()?).ok_or(PayloadError)?;
        let day = from.key("day")?.day()?;
        let language = from.key("language")?.language()?;
        let mailbox = from.key("mailbox")?.text()?.parse().map_err(|_| PayloadError)?;
        let count = from.key("readers")?.array()?;
        let mut readers = Vec::new();
        for _ in 0..count {
            from.expect_array(2)?;
            readers.push((from.id()?, from.text()?.to_owned()));
        }
        let count = from.key("excluded")?.array()?;
        let excluded = (0..count).map(|_| Ok(from.text()?.to_owned()));
        let excluded = excluded.collect::<Result<_, PayloadError>>()?;
        let answers = Answers::decode(from.key("answers")?)?;
        // The first reports said neither. A form of a newer version reads as the full one rather
        // than hiding the story.
        let (form, attachments) = if pairs == REPORT_PAIRS[0] {
            (FormUsed::Full, Vec::new())
        } else {
            let form = FormUsed::find(from.key("form")?.text()?).unwrap_or_default();
            (form, Attachment::decode_all(from.key("attachments")?)?)
        };
        Ok(Self {
            case,
            number,
            day,
            language,
            mailbox,
            readers,
            excluded,
            answers,
            form,
            attachments,
        })
    }
}

#[cfg(test)]
impl Answers {
    /// Made-up answers, for unit tests: a single value is one answer, any other count several.
    pub(crate) fn sample(pairs: &[(String, Vec<String>)]) -> Self {
        let plain = |value: &String| Plaintext::from(value.as_str());
        let answer = |values: &[String]| match values {
            [value] => Answer::One(plain(value)),
            values => Answer::Many(values.iter().map(plain).collect()),
        };
        Self(pairs.iter().map(|(key, values)| (key.clone(), answer(values))).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &[&str])]) -> ReportForm {
        let fields = fields
            .iter()
            .map(|(key, values)| {
                ((*key).to_owned(), values.iter().map(|value| (*value).into()).collect())
            })
            .collect();
        ReportForm { fields, ..ReportForm::default() }
    }

    fn check(form: &ReportForm) -> Result<Checked, Vec<FieldError>> {
        let team = Team::sample(&["An", "Bo"]);
        let locations = ["De Linde".to_owned()];
        let context = FormContext { team: &team, locations: &locations, form: FormUsed::Full };
        form.answers(&context)
    }

    #[test]
    fn a_story_alone_is_a_report() {
        let checked =
            check(&form(&[("story", &["Er gebeurde iets.\r\nNog iets. "])])).ok().unwrap();
        let story = checked.answers.get("story").unwrap().values()[0].expose().to_owned();
        assert_eq!(story, "Er gebeurde iets.\nNog iets.");
        assert_eq!(checked.answers.iter().count(), 1);
    }

    #[test]
    fn an_empty_report_is_refused() {
        let errors = check(&form(&[("story", &[" \n "])])).err().unwrap();
        assert_eq!(errors, [FieldError { key: "story", what: FieldFault::Missing }]);
    }

    #[test]
    fn what_is_not_asked_is_not_sent() {
        let hidden = [("story", &["x"][..]), ("identity", &["anonymous"]), ("name", &["Piet"])];
        assert!(check(&form(&hidden)).ok().unwrap().answers.get("name").is_none());
        let asked = [("story", &["x"][..]), ("name", &["Piet"])];
        assert!(check(&form(&asked)).ok().unwrap().answers.get("name").is_some());
    }

    #[test]
    fn unknown_choices_and_long_lines_are_named() {
        let long = "é".repeat(201);
        let sent = [
            ("story", &["x"][..]),
            ("kinds", &["sexual", "nonsense"]),
            ("when_detail", &[&long]),
            ("where", &["at:Elders"]),
        ];
        let errors = check(&form(&sent)).err().unwrap();
        let faults: Vec<_> = errors.iter().map(|error| (error.key, error.what)).collect();
        assert_eq!(
            faults,
            [
                ("kinds", FieldFault::UnknownChoice),
                ("when_detail", FieldFault::TooLong { found: 201, max: 200 }),
                ("where", FieldFault::UnknownChoice),
            ]
        );
    }

    #[test]
    fn excluding_everybody_is_refused() {
        let ids: Vec<String> =
            Team::sample(&["An", "Bo"]).officers().map(|officer| officer.id.to_string()).collect();
        let all = form(&[("story", &["x"]), ("exclude", &[&ids[0], &ids[1]])]);
        assert_eq!(check(&all).err().unwrap()[0].what, FieldFault::ExcludesEverybody);
        let one = form(&[("story", &["x"]), ("exclude", &[&ids[0]])]);
        assert_eq!(check(&one).ok().unwrap().excluded.len(), 1);
    }

    #[test]
    fn equal_answers_have_equal_bytes_whatever_the_order_of_ticks() {
        let one = check(&form(&[("story", &["x"]), ("kinds", &["sexual", "money"])]));
        let two = check(&form(&[("story", &["x"]), ("kinds", &["money", "sexual"])]));
        let other = check(&form(&[("story", &["y"]), ("kinds", &["money", "sexual"])]));
        let bytes = |checked: Result<Checked, _>| checked.ok().unwrap().answers.canonical();
        let (one, two, other) = (bytes(one), bytes(two), bytes(other));
        assert!(one == two && one != other);
    }
}
