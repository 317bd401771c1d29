//! A reply to a reporter, from typed fields to a sealed item.
//!
//! Desk and commands make a [`ReplyForm`] of what was typed; [`ReplyForm::parse`] says per field
//! what is wrong, or makes a [`Reply`]; [`Reply::seal`] closes it for the reporter's mailbox and
//! for the readers of the case. It sends nothing.

use super::{
    KnownTeam,
    casebook::Case,
    view::{day_text, without_marks},
};
use crate::{
    Language, Texts,
    core::{
        Day, OfficerId, Plaintext, SealedItem,
        envelope::seal_for_reporter,
        report::tidy,
        thread::{MAX_MESSAGE_CHARS, Message, Status},
    },
};
use zeroize::Zeroizing;

/// Days until the reporter hears more, unless the officer says otherwise.
pub const NEXT_NEWS_DAYS: u16 = 14;

/// What was typed; nothing about it is checked. No `Debug`.
#[derive(Default)]
pub struct ReplyForm {
    /// The message.
    pub text: Zeroizing<String>,
    /// Key of the new status; empty leaves it as it was.
    pub status: String,
    /// `YYYY-MM-DD`, or empty.
    pub next_news: String,
    /// `YYYY-MM-DD`, or empty.
    pub silence_until: String,
}

/// A reply that can be sealed. No `Debug`.
pub struct Reply {
    text: Option<Plaintext>,
    status: Option<Status>,
    next_news: Option<Day>,
    silence_until: Option<Day>,
}

/// What is wrong with a reply. Carries counts, never what was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReplyFault {
    /// There is neither a message nor a new status.
    Empty,
    /// Longer than may be sent.
    TooLong {
        /// Characters typed.
        found: usize,
    },
    /// There is no such status.
    Status,
    /// The date of the next news is no date from today on.
    NextNews,
    /// The date until which silence is asked is no date from today on.
    Silence,
}

impl ReplyFault {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(self, texts: &Texts) -> String {
        match self {
            Self::Empty => texts.desk_reply_empty(),
            Self::TooLong { found } => {
                texts.desk_reply_long(found as u64, MAX_MESSAGE_CHARS as u64)
            }
            Self::Status => texts.desk_reply_status_unknown(),
            Self::NextNews => texts.desk_reply_next_news_wrong(),
            Self::Silence => texts.desk_reply_silence_wrong(),
        }
    }

    /// The name of the field that it is about.
    pub fn field(self) -> &'static str {
        match self {
            Self::Empty | Self::TooLong { .. } => "text",
            Self::Status => "status",
            Self::NextNews => "next_news",
            Self::Silence => "silence_until",
        }
    }
}

/// Why a reply cannot be sealed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SealReplyError {
    /// The report does not open, so there is nobody to answer.
    #[error("the report does not open")]
    NoReport,
    /// The team was never fetched, or this officer is not in it.
    #[error("this officer is not in the team")]
    NotInTeam,
    /// It does not fit in an envelope, or age refused.
    #[error("it cannot be sealed")]
    Seal,
}

impl SealReplyError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(self, texts: &Texts) -> String {
        match self {
            Self::NoReport => texts.desk_reply_no_report(),
            Self::NotInTeam => texts.desk_reply_not_in_team(),
            Self::Seal => texts.desk_reply_not_sealed(),
        }
    }
}

impl ReplyForm {
    /// The first answer to a new case, filled in, in the language of its reporter; in Dutch below,
    /// when officers may not read that language.
    pub fn acknowledgement(case: &Case, today: Day) -> Self {
        let next_news = today.plus(NEXT_NEWS_DAYS);
        let text = case.report().map_or_else(
            |_| String::new(),
            |report| {
                let in_language = |language: Language| {
                    let texts = language.load();
                    let day = day_text(&texts, next_news);
                    // The marks round the date would be typed text here.
                    without_marks(&texts.desk_template_acknowledge(day))
                };
                match report.language {
                    read @ (Language::Nl | Language::En) => in_language(read),
                    other => format!("{}\n\n{}", in_language(other), in_language(Language::Nl)),
                }
            },
        );
        Self { text: text.into(), status: "acknowledged".to_owned(), ..Self::blank(today) }
    }

    /// A blank reply.
    pub fn blank(today: Day) -> Self {
        Self { next_news: today.plus(NEXT_NEWS_DAYS).iso(), ..Self::default() }
    }

    /// Checks what was typed.
    ///
    /// # Errors
    /// Every [`ReplyFault`], in the order of the fields.
    pub fn parse(&self, today: Day) -> Result<Reply, Vec<ReplyFault>> {
        let mut faults = Vec::new();
        let text = tidy(&self.text);
        let typed = Some(self.status.trim()).filter(|key| !key.is_empty());
        let status = typed.and_then(Status::find);
        if text.chars() > MAX_MESSAGE_CHARS {
            faults.push(ReplyFault::TooLong { found: text.chars() });
        } else if text.is_blank() && typed.is_none() {
            faults.push(ReplyFault::Empty);
        }
        if typed.is_some() && status.is_none() {
            faults.push(ReplyFault::Status);
        }
        let next_news = coming_day(&self.next_news, today);
        let silence_until = coming_day(&self.silence_until, today);
        faults.extend(next_news.is_none().then_some(ReplyFault::NextNews));
        faults.extend(silence_until.is_none().then_some(ReplyFault::Silence));
        if !faults.is_empty() {
            return Err(faults);
        }
        let text = (!text.is_blank()).then_some(text);
        let (next_news, silence_until) = (next_news.flatten(), silence_until.flatten());
        Ok(Reply { text, status, next_news, silence_until })
    }
}

/// A day from today on: `Some(None)` when nothing was typed, `None` when it is no such day.
fn coming_day(typed: &str, today: Day) -> Option<Option<Day>> {
    if typed.trim().is_empty() {
        return Some(None);
    }
    Day::parse(typed.trim()).filter(|day| *day >= today).map(Some)
}

impl Reply {
    /// Whether this message says the same.
    pub fn says(&self, message: &Message) -> bool {
        let key = |status: Option<Status>| status.map(|status| status.key);
        let [ours, theirs] = [&self.text, &message.text];
        ours.as_ref().map(Plaintext::expose) == theirs.as_ref().map(Plaintext::expose)
            && key(self.status) == key(message.status)
            && (self.next_news, self.silence_until) == (message.next_news, message.silence_until)
    }

    /// Seals it for the reporter and for those readers of the case whose keys are known.
    ///
    /// # Errors
    /// [`SealReplyError`].
    pub fn seal(
        self,
        case: &Case,
        team: &KnownTeam,
        officer: OfficerId,
        today: Day,
    ) -> Result<SealedItem, SealReplyError> {
        let report = case.report().map_err(|_| SealReplyError::NoReport)?;
        let writer = team.find(officer).ok_or(SealReplyError::NotInTeam)?;
        let ids = case.readers().iter().map(|(id, _)| *id);
        let readers = team.readers(ids).ok_or(SealReplyError::NotInTeam)?;
        let message = Message {
            case: case.id,
            day: today,
            officer: writer.reader.name.clone(),
            status: self.status,
            text: self.text,
            next_news: self.next_news,
            silence_until: self.silence_until,
        };
        seal_for_reporter(&message, &report.mailbox, &readers).map_err(|_| SealReplyError::Seal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{Casebook, Drawer, keyring::tests_ring, sample::Sample};

    fn form(text: &str, status: &str, next_news: &str, silence_until: &str) -> ReplyForm {
        ReplyForm {
            text: text.to_owned().into(),
            status: status.into(),
            next_news: next_news.into(),
            silence_until: silence_until.into(),
        }
    }

    fn faults(form: &ReplyForm) -> Vec<ReplyFault> {
        form.parse(Sample::clock().today()).err().unwrap_or_default()
    }

    #[test]
    fn an_empty_reply_and_wrong_fields_are_named() {
        assert_eq!(faults(&form(" \n", "", "", "")), [ReplyFault::Empty]);
        assert_eq!(faults(&form("", "triage", "", "")), []);
        assert_eq!(faults(&form("x", "", "2026-11-23", "")), []);
        assert_eq!(
            faults(&form("x", "wat", "2026-11-22", "morgen")),
            [ReplyFault::Status, ReplyFault::NextNews, ReplyFault::Silence]
        );
        let long = "é".repeat(MAX_MESSAGE_CHARS + 1);
        assert_eq!(faults(&form(&long, "", "", "")), [ReplyFault::TooLong { found: 10_001 }]);
    }

    #[test]
    fn a_reply_opens_for_the_reporter_and_the_listed_readers_alone() {
        let sample = Sample::new(&["An", "Bo", "Cas"]);
        let today = Sample::clock().today();
        let team = KnownTeam::default().take_in(sample.team_page(), today).unwrap();
        let cas = sample.ids()[2].to_string();
        let folder = tempfile::tempdir().unwrap();
        let drawer = Drawer::open(folder.path()).unwrap();
        let report = sample.report_with(1, &[("story", &["x"]), ("exclude", &[&cas])]);
        drawer.insert(Sample::case(1), 0, &report).unwrap();
        let mut book = Casebook::new();
        book.refresh(&drawer, &tests_ring(1)).unwrap();
        let case = book.get(Sample::case(1)).unwrap();
        let reply = form("Dank u.", "acknowledged", "", "").parse(today).ok().unwrap();
        let sealed = reply.seal(case, &team, sample.ids()[0], today).unwrap();
        let read = Sample::mailbox_keys(1).open(case.id, &sealed).unwrap();
        assert_eq!(read.officer, "An");
        assert!(read.text.unwrap().expose() == "Dank u.");
        assert!(tests_ring(2).open(case.id, &sealed).is_ok());
        assert!(tests_ring(3).open(case.id, &sealed).is_err());
        let reply = form("x", "", "", "").parse(today).ok().unwrap();
        let stranger = reply.seal(case, &team, OfficerId::from_bytes([9; 16]), today);
        assert_eq!(stranger.err(), Some(SealReplyError::NotInTeam));
    }

    #[test]
    fn the_first_answer_is_in_the_language_of_the_reporter() {
        let sample = Sample::new(&["An"]);
        let folder = tempfile::tempdir().unwrap();
        let drawer = Drawer::open(folder.path()).unwrap();
        for number in [1, 2, 77] {
            drawer.insert(Sample::case(number), 0, &sample.report(number, "x")).unwrap();
        }
        let mut book = Casebook::new();
        book.refresh(&drawer, &tests_ring(1)).unwrap();
        let today = Sample::clock().today();
        let text = |number| {
            ReplyForm::acknowledgement(book.get(Sample::case(number)).unwrap(), today).text.clone()
        };
        assert!(text(1).contains("7 december 2026"), "number 1");
        assert!(text(2).contains("7 December 2026"), "number 2");
        // The officer reads below it what it says.
        let both = text(77);
        let (arabic, dutch) = both.split_once("\n\n").expect("two paragraphs");
        assert!(arabic.contains("7 ديسمبر 2026") && dutch == text(1).as_str());
    }
}
