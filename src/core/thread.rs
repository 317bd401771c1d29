//! What goes to and fro after the report: additions from the reporter, messages from officers.
//!
//! The status and the dates that a reporter sees travel inside messages, so the server learns
//! none of them. An addition is sealed to the readers alone; not even the receipt code opens it
//! again.

use super::{
    CaseId, Day, Plaintext,
    attachment::Attachment,
    cbor::{Decoder, Encoder, PayloadError},
    envelope::{ItemKind, Payload},
    opening::Opens,
    report::Answers,
};
use crate::{Language, Texts, core::questions::Text};

/// The longest message, in characters, in either direction.
pub const MAX_MESSAGE_CHARS: usize = 10_000;

/// Something the reporter added: a message, or the answers of a changed resend.
pub struct Addition {
    /// The case.
    pub case: CaseId,
    /// The day it came in.
    pub day: Day,
    /// The language it was written under.
    pub language: Language,
    /// What was written; `None` when there are only answers.
    pub text: Option<Plaintext>,
    /// Answers to the questionnaire; empty for a message.
    pub answers: Answers,
    /// Files that came along.
    pub attachments: Vec<Attachment>,
}

/// A message to the reporter.
pub struct Message {
    /// The case.
    pub case: CaseId,
    /// The day it was written.
    pub day: Day,
    /// Name of the officer who wrote it.
    pub officer: String,
    /// The new status; `None` leaves it as it was.
    pub status: Option<Status>,
    /// What was written; `None` when only status or dates change.
    pub text: Option<Plaintext>,
    /// The day before which the reporter hears more.
    pub next_news: Option<Day>,
    /// The day until which the reporter is asked to be silent (R20).
    pub silence_until: Option<Day>,
}

/// Where a case stands, as a label (the six steps are not sequential: O1). The key stands inside
/// sealed messages for years.
#[derive(Clone, Copy)]
pub struct Status {
    /// Its stable key.
    pub key: &'static str,
    /// What officers read.
    pub officer_text: Text,
    /// What the reporter reads.
    pub reporter_text: Text,
}

impl Status {
    /// Every status, in the order of the casework. Source: casework C.1.
    pub const ALL: &[Self] = &[
        Self::new("new", Texts::status_new, Texts::status_new_reporter),
        Self::new("acknowledged", Texts::status_acknowledged, Texts::status_acknowledged_reporter),
        Self::new("triage", Texts::status_triage, Texts::status_triage_reporter),
        Self::new("clarify", Texts::status_clarify, Texts::status_clarify_reporter),
        Self::new("client_talk", Texts::status_client_talk, Texts::status_client_talk_reporter),
        Self::new("hearing", Texts::status_hearing, Texts::status_hearing_reporter),
        Self::new("police_hold", Texts::status_police_hold, Texts::status_police_hold_reporter),
        Self::new("assess", Texts::status_assess, Texts::status_assess_reporter),
        Self::new("measures", Texts::status_measures, Texts::status_measures_reporter),
        Self::new("aftercare", Texts::status_aftercare, Texts::status_aftercare_reporter),
        Self::new("referred", Texts::status_referred, Texts::status_referred_reporter),
        Self::new(
            "team_learning",
            Texts::status_team_learning,
            Texts::status_team_learning_reporter,
        ),
        Self::new("insufficient", Texts::status_insufficient, Texts::status_insufficient_reporter),
        Self::new("closed", Texts::status_closed, Texts::status_closed_reporter),
    ];

    const fn new(key: &'static str, officer_text: Text, reporter_text: Text) -> Self {
        Self { key, officer_text, reporter_text }
    }

    /// The status with this key.
    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|status| status.key == key).copied()
    }
}

impl Payload for Addition {
    const KIND: ItemKind = ItemKind::Addition;

    fn case(&self) -> CaseId {
        self.case
    }

    fn encode(&self, to: &mut Encoder) {
        to.map(6);
        to.text("case");
        to.bytes(self.case.as_bytes());
        to.text("day");
        to.day(self.day);
        to.text("language");
        to.text(&self.language);
        to.text("text");
        to.optional(self.text.as_ref(), |to, text| to.text(text.expose()));
        to.text("answers");
        self.answers.encode(to);
        to.text("attachments");
        Attachment::encode_all(&self.attachments, to);
    }
}

#[cfg(feature = "officer")]
impl Opens for Addition {
    fn decode(from: &mut Decoder<'_>) -> Result<Self, PayloadError> {
        // The first additions had no attachments.
        let pairs = from.expect_map_of(&[5, 6])?;
        let case = from.key("case")?.id()?;
        let day = from.key("day")?.day()?;
        let language = from.key("language")?.language()?;
        let text = from.key("text")?.optional(|from| Ok(from.text()?.into()))?;
        let answers = Answers::decode(from.key("answers")?)?;
        let attachments = match pairs {
            5 => Vec::new(),
            _ => Attachment::decode_all(from.key("attachments")?)?,
        };
        Ok(Self { case, day, language, text, answers, attachments })
    }
}

impl Payload for Message {
    const KIND: ItemKind = ItemKind::Message;

    fn case(&self) -> CaseId {
        self.case
    }

    fn encode(&self, to: &mut Encoder) {
        to.map(7);
        to.text("case");
        to.bytes(self.case.as_bytes());
        to.text("day");
        to.day(self.day);
        to.text("officer");
        to.text(&self.officer);
        to.text("status");
        to.optional(self.status, |to, status| to.text(status.key));
        to.text("text");
        to.optional(self.text.as_ref(), |to, text| to.text(text.expose()));
        to.text("next_news");
        to.optional(self.next_news, Encoder::day);
        to.text("silence_until");
        to.optional(self.silence_until, Encoder::day);
    }
}

impl Opens for Message {
    fn decode(from: &mut Decoder<'_>) -> Result<Self, PayloadError> {
        from.expect_map(7)?;
        Ok(Self {
            case: from.key("case")?.id()?,
            day: from.key("day")?.day()?,
            officer: from.key("officer")?.text()?.to_owned(),
            // A status of a newer version is left out rather than hiding the message.
            status: from.key("status")?.optional(|from| Ok(Status::find(from.text()?)))?.flatten(),
            text: from.key("text")?.optional(|from| Ok(from.text()?.into()))?,
            next_news: from.key("next_news")?.optional(Decoder::day)?,
            silence_until: from.key("silence_until")?.optional(Decoder::day)?,
        })
    }
}
