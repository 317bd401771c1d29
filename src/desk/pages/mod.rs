//! The desk's pages: one struct per template, filled by the desk's handlers.
//!
//! Everything on them is words in the officer's language or what a [`super::view`] holds. Each page
//! of a case lies in a file of its own, with the reading of its forms beside it.

pub(super) mod aftercare;
pub(super) mod assessment;
pub(super) mod case;
pub(super) mod case_list;
pub(super) mod decisions;
pub(super) mod differences;
pub(super) mod documents;
pub(super) mod ending;
pub(super) mod facts;
pub(super) mod keeping;
pub(super) mod log;
pub(super) mod monitoring;
pub(super) mod notes;
pub(super) mod overview;
pub(super) mod persons;
pub(super) mod readers;
pub(super) mod report;
pub(super) mod steps;
pub(super) mod structure;
pub(super) mod today;
pub(super) mod triage;
mod who;

use super::file_line::FileLine;
use crate::{Language, Texts};
use askama::Template;
use askama_web::WebTemplate;

/// What surrounds every page.
pub(super) struct Frame<'a> {
    pub t: &'a Texts,
    pub language: Language,
    pub title: String,
    pub menu: Menu,
    pub notice: Option<Notice>,
    /// Asks for itself again, this many seconds later.
    pub again: Option<u8>,
}

/// Which of the desk's pages it is, for the menu above.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Menu {
    /// Locked or opening: no menu.
    Bare,
    /// Today.
    Today,
    /// All cases.
    Cases,
    /// Figures over all cases.
    Monitoring,
    /// One case.
    Case,
}

/// Something to be said once.
#[derive(Clone)]
pub(super) enum Notice {
    /// It went well.
    Good(String),
    /// It did not.
    Bad(String),
}

impl Frame<'_> {
    fn is_unlocked(&self) -> bool {
        self.menu != Menu::Bare
    }

    fn is_today(&self) -> bool {
        self.menu == Menu::Today
    }

    fn is_list(&self) -> bool {
        self.menu == Menu::Cases
    }

    fn is_monitoring(&self) -> bool {
        self.menu == Menu::Monitoring
    }

    fn said_well(&self) -> Option<&str> {
        match &self.notice {
            Some(Notice::Good(text)) => Some(text),
            Some(Notice::Bad(_)) | None => None,
        }
    }

    fn said_badly(&self) -> Option<&str> {
        match &self.notice {
            Some(Notice::Bad(text)) => Some(text),
            Some(Notice::Good(_)) | None => None,
        }
    }
}

/// A refusal, or a page that does not exist: two sentences.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/message.html")]
pub(super) struct MessagePage<'a> {
    pub frame: Frame<'a>,
    pub text: String,
}

/// One attachment.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/attachment.html")]
pub(super) struct FilePage<'a> {
    pub frame: Frame<'a>,
    pub file: FileLine,
}

/// The passphrase form.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/unlock.html")]
pub(super) struct UnlockPage<'a> {
    pub frame: Frame<'a>,
    pub error: Option<String>,
    /// Where to go afterwards.
    pub next: String,
    /// A form that was typed before the desk locked: its fields.
    pub kept: Vec<(&'a str, &'a str)>,
}

/// How far opening is.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/opening.html")]
pub(super) struct OpeningPage<'a> {
    pub frame: Frame<'a>,
    pub progress: String,
    pub done: usize,
    pub total: usize,
}

/// A number with a mark at every thousand, as the language writes it.
pub(super) fn number_text(number: usize, language: Language) -> String {
    let mark = match language {
        Language::En => ',',
        _ => '.',
    };
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_language_does() {
        let nl = |number| number_text(number, Language::Nl);
        assert_eq!([nl(0), nl(999), nl(1000), nl(123_456)], ["0", "999", "1.000", "123.456"]);
        assert_eq!(number_text(1_000_000, Language::En), "1,000,000");
    }
}
