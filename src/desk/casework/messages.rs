//! Messages to begin with, and questions that clarify.
//!
//! The page of a case offers them. Choosing one fills the box in the reporter's language, with the
//! dates; the officer reads it, changes it and sends it. Nothing is sent from here.
//!
//! Source: casework C.8; requirements O36, R20.

use super::{Keyed, choices::Word, keyed::Row};
use crate::{Language, Texts, core::Day, desk::view};

/// A message to begin with. Choosing one fills the box; it is never sent by itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Template {
    /// The report was read.
    Received,
    /// A question.
    Question,
    /// The police is being consulted.
    Police,
    /// The client does not want it, and it goes on.
    NoConsent,
    /// What was found and done.
    Feedback,
    /// The case is closed.
    Closing,
    /// No answer to a question.
    Quiet,
}

impl Keyed for Template {
    const ALL: &'static [Self] = &[
        Self::Received,
        Self::Question,
        Self::Police,
        Self::NoConsent,
        Self::Feedback,
        Self::Closing,
        Self::Quiet,
    ];

    fn row(self) -> Row {
        match self {
            Self::Received => ("received", Texts::casework_template_received),
            Self::Question => ("question", Texts::casework_template_question),
            Self::Police => ("police", Texts::casework_template_police),
            Self::NoConsent => ("no_consent", Texts::casework_template_no_consent),
            Self::Feedback => ("feedback", Texts::casework_template_feedback),
            Self::Closing => ("closing", Texts::casework_template_closing),
            Self::Quiet => ("quiet", Texts::casework_template_quiet),
        }
    }
}

/// A question that helps to make a feeling or a sign clear (O36).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Prompt {
    /// What was seen.
    Saw,
    /// What was heard.
    Heard,
    /// When.
    Day,
    /// Where.
    Place,
    /// Who was there.
    Who,
    /// Once or more.
    Often,
    /// The feeling.
    Feeling,
    /// How the client is.
    Client,
    /// Is it safe.
    Safe,
    /// Who else knows.
    Others,
    /// What the reporter wants.
    Wish,
    /// The name.
    Name,
}

impl Keyed for Prompt {
    const ALL: &'static [Self] = &[
        Self::Saw,
        Self::Heard,
        Self::Day,
        Self::Place,
        Self::Who,
        Self::Often,
        Self::Feeling,
        Self::Client,
        Self::Safe,
        Self::Others,
        Self::Wish,
        Self::Name,
    ];

    fn row(self) -> Row {
        match self {
            Self::Saw => ("saw", Texts::casework_prompt_saw),
            Self::Heard => ("heard", Texts::casework_prompt_heard),
            Self::Day => ("day", Texts::casework_prompt_day),
            Self::Place => ("place", Texts::casework_prompt_place),
            Self::Who => ("who", Texts::casework_prompt_who),
            Self::Often => ("often", Texts::casework_prompt_often),
            Self::Feeling => ("feeling", Texts::casework_prompt_feeling),
            Self::Client => ("client", Texts::casework_prompt_client),
            Self::Safe => ("safe", Texts::casework_prompt_safe),
            Self::Others => ("others", Texts::casework_prompt_others),
            Self::Wish => ("wish", Texts::casework_prompt_wish),
            Self::Name => ("name", Texts::casework_prompt_name),
        }
    }
}
/// The languages in which there are messages to begin with.
const WRITTEN: [Language; 2] = [Language::Nl, Language::En];

/// A text for the box, with the language that it is in.
pub struct Draft {
    /// The text.
    pub text: String,
    /// Whether that is the reporter's language; otherwise the officer is told so.
    pub language: DraftLanguage,
}

/// In which language a draft is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DraftLanguage {
    /// The reporter's.
    Reporters,
    /// Dutch, because there is none in the reporter's.
    Dutch,
}

impl DraftLanguage {
    fn of(reporter: Language) -> (Self, Texts) {
        match WRITTEN.contains(&reporter) {
            true => (Self::Reporters, reporter.load()),
            false => (Self::Dutch, Language::Nl.load()),
        }
    }

    /// What the officer must know of it, in the officer's language.
    pub fn notice(self, texts: &Texts) -> Option<String> {
        (self == Self::Dutch).then(|| texts.casework_message_language())
    }
}

impl Template {
    /// The text for the box, for a reporter who reads this language and hears more by this day.
    pub fn draft(self, reporter: Language, next_news: Day) -> Draft {
        let (language, texts) = DraftLanguage::of(reporter);
        let day = view::day_text(&texts, next_news);
        let text = match self {
            Self::Received => texts.casework_message_received(day),
            Self::Question => texts.casework_message_question(day),
            Self::Police => texts.casework_message_police(day),
            Self::NoConsent => texts.casework_message_no_consent(day),
            Self::Feedback => texts.casework_message_feedback(),
            Self::Closing => texts.casework_message_closing(),
            Self::Quiet => texts.casework_message_quiet(day),
        };
        // The marks round the date would be typed text in the box.
        Draft { text: view::without_marks(&text), language }
    }

    /// What a message that began with it is about.
    pub fn word(self) -> Word {
        match self {
            Self::Received => Word::Received,
            Self::Question => Word::Question,
            Self::Police | Self::NoConsent | Self::Quiet => Word::Other,
            Self::Feedback => Word::Feedback,
            Self::Closing => Word::Closing,
        }
    }
}

impl Prompt {
    /// The question for the box, for a reporter who reads this language.
    pub fn draft(self, reporter: Language) -> Draft {
        let (language, texts) = DraftLanguage::of(reporter);
        Draft { text: self.text(&texts), language }
    }
}

/// For the officer, before a message goes: that something in it should still be filled in.
pub fn unfilled_notice(text: &str, texts: &Texts) -> Option<String> {
    is_unfilled(text).then(|| texts.casework_message_unfilled())
}

/// Whether a message still has a place that the officer should fill in, `[reden]`.
pub fn is_unfilled(text: &str) -> bool {
    let open = text.split('[').skip(1);
    open.filter_map(|rest| rest.split_once(']')).any(|(inside, _)| !inside.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Day {
        Day::parse("2026-12-07").unwrap()
    }

    #[test]
    fn a_message_to_begin_with_is_in_the_language_of_the_reporter() {
        let nl = Template::Received.draft(Language::Nl, day());
        assert!(nl.text.contains("7 december 2026") && nl.text.starts_with("Dank u."));
        assert_eq!(nl.language, DraftLanguage::Reporters);
        let en = Template::Received.draft(Language::En, day());
        assert!(en.text.contains("7 December 2026") && en.text.starts_with("Thank you."));
        assert!(en.language.notice(&Language::Nl.load()).is_none());
        assert!(DraftLanguage::Dutch.notice(&Language::Nl.load()).is_some());
    }

    #[test]
    fn no_message_to_begin_with_carries_marks_or_is_empty() {
        for language in WRITTEN {
            let templates = Template::ALL.iter().map(|it| it.draft(language, day()).text);
            let prompts = Prompt::ALL.iter().map(|it| it.draft(language).text);
            for text in templates.chain(prompts) {
                assert!(!text.trim().is_empty() && !text.contains(['\u{2068}', '{']), "{text}");
            }
        }
    }

    #[test]
    fn what_must_be_filled_in_is_seen() {
        for template in Template::ALL {
            let unfilled = is_unfilled(&template.draft(Language::Nl, day()).text);
            let has_places = matches!(template, Template::NoConsent | Template::Closing);
            assert_eq!(unfilled, has_places, "{template:?}");
        }
        assert!(!is_unfilled("omdat het onveilig was [] en klaar"));
        assert!(!is_unfilled("een haak [ zonder eind"));
    }
}
