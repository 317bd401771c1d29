//! The poster for the staff room and the hallway: one A4 page with the address and who reads.
//!
//! `meldpunt poster` writes it, as one HTML file that needs nothing else. It knows settings and
//! public keys alone; it never opens the store.

use super::{
    Config,
    languages::{self, LANGUAGES, PublicLanguage, Review},
    operator::{config_sentence, reason, team_sentence, write_new},
    qr::QrView,
};
use crate::{
    Language, Texts,
    core::{Officer, Team},
    terminal::Terminal,
};
use askama::Template;
use axum::http::Uri;
use std::{io::ErrorKind, path::PathBuf, process::ExitCode};

/// The longest public address, in characters: it still reads from a wall and fits in a QR image.
pub const MAX_ADDRESS: usize = 100;

/// Longer addresses are set in smaller letters, so that they stay on one line.
const LARGE_ADDRESS: usize = 30;

/// More officers than this are set in smaller letters, so that all is on one page.
const LARGE_TEAM: usize = 4;

/// What a poster is made from.
pub struct PosterOptions {
    /// The settings file.
    pub config: PathBuf,
    /// The public address, in place of the one in the settings.
    pub address: Option<String>,
    /// The file to write.
    pub output: PathBuf,
}

/// The address under which reporters find the server: `https://…`, or an onion service. Never ends
/// with a slash.
pub struct PublicAddress(String);

impl PublicAddress {
    /// `None` when it is another scheme, no address, longer than [`MAX_ADDRESS`], or carries a
    /// query, a name or a password.
    pub fn parse(text: &str) -> Option<Self> {
        let uri: Uri = text.parse().ok()?;
        let host = uri.host()?;
        let is_safe = match uri.scheme_str()? {
            "https" => true,
            "http" => host.ends_with(".onion"),
            _ => false,
        };
        let is_plain = !text.contains(['@', '?', '#']) && text.len() <= MAX_ADDRESS;
        (is_safe && is_plain).then(|| Self(text.trim_end_matches('/').to_owned()))
    }

    /// Where its pages in this language begin.
    fn start(&self, language: Language) -> String {
        format!("{}{}", self.0, languages::of(language).base)
    }
}

#[derive(Template)]
#[template(path = "meldpunt/poster.html")]
struct Poster<'a> {
    texts: &'a Texts,
    language: &'static PublicLanguage,
    organisation: &'a str,
    /// The address as people type it, without its scheme.
    address: &'a str,
    is_long_address: bool,
    qr: QrView,
    officers: Vec<&'a Officer>,
    is_large_team: bool,
    others: Vec<OtherLanguage>,
    /// The Dutch texts, where no native speaker has read this language yet.
    unchecked: Option<Texts>,
}

/// Another language in which one can report, and the sentence in it that says so.
struct OtherLanguage {
    known: &'static PublicLanguage,
    sentence: String,
}

/// `meldpunt poster`: writes the poster in this language, and the tone of the settings.
pub fn write(terminal: &Terminal, language: Language, options: &PosterOptions) -> ExitCode {
    let t = &terminal.texts;
    match make(t, language, options) {
        Ok(()) => {
            terminal.say(&t.op_poster_done(options.output.to_string_lossy()));
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            terminal.complain(&sentence);
            ExitCode::FAILURE
        }
    }
}

/// Writes the poster, or says why not.
fn make(t: &Texts, language: Language, options: &PosterOptions) -> Result<(), String> {
    let config = Config::read(&options.config).map_err(|error| config_sentence(t, &error))?;
    let team = Team::read(&config.storage.keys).map_err(|error| team_sentence(t, &error))?;
    let address = options.address.as_ref().or(config.server.public_address.as_ref());
    let address = address.ok_or_else(|| t.op_poster_no_address())?;
    let address = PublicAddress::parse(address).ok_or_else(|| t.op_config_address(address))?;
    let page = draw(&config, &team, language, &address);
    let file = options.output.to_string_lossy();
    write_new(&options.output, &page).map_err(|kind| match kind {
        ErrorKind::AlreadyExists => t.op_poster_exists(file),
        kind => t.op_cannot_write(file, reason(t, kind)),
    })
}

fn draw(config: &Config, team: &Team, language: Language, address: &PublicAddress) -> String {
    let reporting = &config.reporting;
    let texts = |language| match language {
        Language::Nl => reporting.tone.dutch(),
        other => other.load(),
    };
    let url = address.start(if reporting.speaks(language) { language } else { Language::Nl });
    let typed = url.split_once("://").map_or(url.as_str(), |(_, typed)| typed);
    let officers: Vec<_> = team.officers().collect();
    let known = languages::of(language);
    let others = LANGUAGES
        .iter()
        .filter(|other| other.language != language && reporting.speaks(other.language));
    let poster = Poster {
        texts: &texts(language),
        language: known,
        organisation: &config.organisation.name,
        address: typed,
        is_long_address: typed.chars().count() > LARGE_ADDRESS,
        qr: QrView::of(&url),
        is_large_team: officers.len() > LARGE_TEAM,
        officers,
        others: others
            .map(|known| OtherLanguage {
                known,
                sentence: texts(known.language).poster_other_language(),
            })
            .collect(),
        unchecked: (known.review == Review::Unchecked).then(|| texts(Language::Nl)),
    };
    poster.render().expect("writing to memory cannot fail")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_safe_and_short() {
        let onion = format!("http://{}.onion", "a".repeat(56));
        for good in ["https://meld.example.nl", "https://x.nl:8443/melden/", onion.as_str()] {
            let address = PublicAddress::parse(good).unwrap();
            assert_eq!(address.start(Language::Nl), good.trim_end_matches('/'));
        }
        let long = format!("https://{}.nl", "a".repeat(MAX_ADDRESS));
        for bad in [
            "",
            "meld.example.nl",
            "http://meld.example.nl",
            "ftp://x.nl",
            "https://",
            "https://a b.nl",
            "https://a@x.nl",
            "https://x.nl/?a=1",
            "javascript:alert(1)",
            &long,
        ] {
            assert!(PublicAddress::parse(bad).is_none(), "{bad}");
        }
    }
}
