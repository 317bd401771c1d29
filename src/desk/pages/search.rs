//! The search: a word, a place or a name over all cases.
//!
//! What was typed comes in the body of a form, never in an address: a browser keeps those.

use super::Frame;
use crate::desk::signal_line::SignalLine;
use askama::Template;
use askama_web::WebTemplate;

/// The search, with what was found.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/search.html")]
pub(in crate::desk) struct SearchPage<'a> {
    pub frame: Frame<'a>,
    /// What is in the box.
    pub typed: String,
    /// What is wrong with it.
    pub fault: Option<String>,
    /// How many were found and are shown; empty before a search.
    pub count: String,
    pub lines: Vec<SignalLine>,
    /// Not every case is open, so not every case was looked through.
    pub partly: Option<String>,
}
