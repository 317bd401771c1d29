//! What the two programs say in a terminal, and in which language.
//!
//! The only place that writes to standard output and standard error, besides the log.

use crate::{Language, Texts};
use std::io::{self, ErrorKind, Write};

/// The language of a terminal: what was asked for, else what the environment says, else Dutch.
pub fn language(asked: Option<Language>) -> Language {
    let environment = || {
        let value = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
        value.split(['_', '.']).next()?.parse().ok()
    };
    match asked.or_else(environment) {
        Some(Language::En) => Language::En,
        // Texts for officers and administrators are in these two alone; see `build.rs`.
        _ => Language::Nl,
    }
}

/// Reads the code of a language for officers and administrators.
///
/// # Errors
/// What to type instead, for any other code.
pub fn parse_language(code: &str) -> Result<Language, &'static str> {
    match code {
        "nl" => Ok(Language::Nl),
        "en" => Ok(Language::En),
        _ => Err("choose nl or en"),
    }
}

/// A terminal that speaks one language.
pub struct Terminal {
    /// The texts in its language.
    pub texts: Texts,
}

impl Terminal {
    /// One that speaks `language`.
    pub fn new(language: Language) -> Self {
        Self { texts: language.load() }
    }

    /// Writes a line to standard output. A closed terminal is no reason to stop.
    pub fn say(&self, line: &str) {
        drop(writeln!(io::stdout().lock(), "{}", without_isolates(line)));
    }

    /// Writes a line to standard error. A closed terminal is no reason to stop.
    pub fn complain(&self, line: &str) {
        drop(writeln!(io::stderr().lock(), "{}", without_isolates(line)));
    }
}

/// Writes a program's own output, such as a script for a shell, as it is.
pub fn write(bytes: &[u8]) {
    drop(io::stdout().lock().write_all(bytes));
}

/// What the operating system says, in the reader's language where it is usual; in its own words
/// otherwise.
pub fn reason(t: &Texts, kind: ErrorKind) -> String {
    match kind {
        ErrorKind::NotFound => t.op_why_missing(),
        ErrorKind::PermissionDenied => t.op_why_forbidden(),
        ErrorKind::AddrInUse => t.op_why_in_use(),
        other => other.to_string(),
    }
}

/// Terminals show the marks that keep text directions apart as boxes; none of ours needs them.
fn without_isolates(line: &str) -> String {
    line.replace(['\u{2068}', '\u{2069}'], "")
}
