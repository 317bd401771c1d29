//! The desk's pages: one struct per template, filled by the desk's handlers.
//!
//! Everything on them is words in the officer's language or what a [`super::view`] holds. They
//! decide nothing.

use super::{
    compose::{ReplyFault, ReplyForm},
    file_line::FileLine,
    view::{CaseLine, CaseView},
};
use crate::{Language, Texts, core::thread::Status};
use askama::Template;
use askama_web::WebTemplate;

/// What surrounds every page.
pub(super) struct Frame<'a> {
    pub t: &'a Texts,
    pub language: Language,
    pub title: String,
    pub menu: Menu,
    pub notice: Option<Notice>,
}

/// Whether the page has the buttons of an unlocked desk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Menu {
    /// Sync, lock.
    Unlocked,
    /// None.
    Bare,
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
        self.menu == Menu::Unlocked
    }
}

/// A refusal, or a page that does not exist: two sentences.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/message.html")]
pub(super) struct MessagePage<'a> {
    pub frame: Frame<'a>,
    pub text: String,
}

/// The passphrase form.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/unlock.html")]
pub(super) struct UnlockPage<'a> {
    pub frame: Frame<'a>,
    pub error: Option<String>,
    /// Where to go afterwards, `/` or `/cases/…`.
    pub next: String,
    /// A reply that was typed before the desk locked.
    pub kept: Option<&'a ReplyForm>,
}

/// The list of cases.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/inbox.html")]
pub(super) struct InboxPage<'a> {
    pub frame: Frame<'a>,
    /// When the desk last had the server; or what went wrong since.
    pub synced: String,
    pub trouble: Option<String>,
    pub fresh: Vec<CaseLine>,
    pub open: Vec<CaseLine>,
    pub closed: Vec<CaseLine>,
}

/// One case.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case.html")]
pub(super) struct CasePage<'a> {
    pub frame: Frame<'a>,
    pub case: CaseView<'a>,
    pub reply: &'a ReplyForm,
    pub faults: Vec<ReplyFault>,
    /// Whether nobody has answered yet.
    pub first: bool,
    pub today: String,
}

/// One attachment.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/attachment.html")]
pub(super) struct FilePage<'a> {
    pub frame: Frame<'a>,
    pub file: FileLine,
}

impl CasePage<'_> {
    fn statuses(&self) -> Vec<(&'static str, String)> {
        Status::ALL.iter().map(|s| (s.key, (s.officer_text)(self.frame.t))).collect()
    }

    fn fault_of(&self, field: &str) -> Option<String> {
        let fault = self.faults.iter().find(|fault| fault.field() == field)?;
        Some(fault.sentence(self.frame.t))
    }

    fn is_status(&self, key: &&str) -> bool {
        self.reply.status == **key
    }
}
