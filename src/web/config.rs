//! The settings of a server: one TOML file, read whole before the port opens.
//!
//! Unknown keys are errors, so that a typing mistake shows. Paths are relative to the file's
//! folder. Nothing here is secret.

use crate::Language;
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

/// Everything in `meldpunt.toml`.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The organisation.
    pub organisation: OrganisationConfig,
    /// The listener.
    pub server: ServerConfig,
    /// The folders.
    #[serde(default)]
    pub storage: StorageConfig,
    /// How reporting works here.
    #[serde(default)]
    pub reporting: ReportingConfig,
    /// The organisation's own doors besides the meldteam.
    #[serde(default)]
    pub doors: DoorsConfig,
    /// What the privacy page needs.
    #[serde(default)]
    pub privacy: PrivacyConfig,
    /// Texts in place of ours, by language: `[texts.nl]`.
    #[serde(default)]
    pub texts: BTreeMap<String, OwnTexts>,
}

/// How reporting works at this organisation.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields, default)]
pub struct ReportingConfig {
    /// Whether "ik blijf anoniem" is offered (R3).
    pub anonymous: bool,
    /// For how many days a reporter is asked to be silent; 0 asks nothing (R20). Source:
    /// requirements A.5.
    pub silence_days: u16,
    /// Languages of the public pages: `nl`, `en`. The first is the one of `/`; it must be `nl`.
    pub languages: Vec<String>,
}

impl Default for ReportingConfig {
    fn default() -> Self {
        let languages = vec!["nl".to_owned(), "en".to_owned()];
        Self { anonymous: true, silence_days: 14, languages }
    }
}

/// The organisation's own doors. A door that is left out is not shown.
#[derive(Deserialize, Clone, Default)]
#[serde(deny_unknown_fields, default)]
pub struct DoorsConfig {
    /// Vertrouwenspersoon.
    pub confidant: Option<OwnDoor>,
    /// Klachtenfunctionaris.
    pub complaints: Option<OwnDoor>,
    /// Klachtencommissie.
    pub committee: Option<OwnDoor>,
    /// The board.
    pub board: Option<OwnDoor>,
}

/// One of the organisation's own doors.
#[derive(Deserialize, Clone, Default)]
#[serde(deny_unknown_fields, default)]
pub struct OwnDoor {
    /// Name of the person; may be empty.
    pub name: String,
    /// Phone number; may be empty.
    pub phone: String,
    /// E-mail address; may be empty.
    pub email: String,
}

/// What the privacy page needs to name.
#[derive(Deserialize, Clone, Default)]
#[serde(deny_unknown_fields, default)]
pub struct PrivacyConfig {
    /// Address of the organisation.
    pub address: String,
    /// How to reach the data protection officer (FG).
    pub officer: String,
}

/// Texts in place of ours; one that is left out stays ours.
#[derive(Deserialize, Clone, Default)]
#[serde(deny_unknown_fields, default)]
pub struct OwnTexts {
    /// In place of the introduction on the start page.
    pub start_intro: Option<String>,
    /// In place of "Voor wie?" on the start page.
    pub start_who: Option<String>,
    /// In addition to the privacy page, at its end.
    pub privacy_more: Option<String>,
}

/// What reporters read about the organisation.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct OrganisationConfig {
    /// Its name.
    pub name: String,
    /// Locations and teams, offered under "Waar was het?".
    #[serde(default)]
    pub locations: Vec<String>,
    /// Where "Pagina verlaten" leads: a neutral page that anybody might have open.
    #[serde(default = "neutral_page")]
    pub leave_to: String,
}

/// How the server listens.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct ServerConfig {
    /// Address and port. Loopback alone: a reverse proxy or Tor stands before it.
    pub listen: SocketAddr,
    /// The header in which that proxy, and nobody before it, writes the client's address, such as
    /// `X-Real-IP`. Without it tries at codes are not counted per client.
    #[serde(default)]
    pub client_address_header: Option<String>,
}

/// Where things lie.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields, default)]
pub struct StorageConfig {
    /// The store's folder.
    pub data: PathBuf,
    /// The folder with the officers' public key files.
    pub keys: PathBuf,
}

impl Default for StorageConfig {
    fn default() -> Self {
        Self { data: "data".into(), keys: "keys".into() }
    }
}

impl Default for OrganisationConfig {
    fn default() -> Self {
        Self { name: String::new(), locations: Vec::new(), leave_to: neutral_page() }
    }
}

fn neutral_page() -> String {
    "https://www.knmi.nl/".to_owned()
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{file}: {source}")]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// It is no such TOML.
    #[error("{file}, line {line}: {message}")]
    Toml {
        /// The file.
        file: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong there.
        message: String,
    },
    /// The organisation has no name.
    #[error("the organisation has no name")]
    NoName,
    /// A language that there is not, or not Dutch first.
    #[error("languages must begin with nl, and be of nl and en")]
    Languages,
    /// The address is reachable from outside, and this server has no TLS of its own.
    #[error("{address} is not a loopback address")]
    NotLoopback {
        /// The address.
        address: SocketAddr,
    },
}

impl Config {
    /// Reads the file.
    ///
    /// # Errors
    /// [`ConfigError`], with the line to change where there is one.
    pub fn read(file: &Path) -> Result<Self, ConfigError> {
        let text = fs::read_to_string(file)
            .map_err(|source| ConfigError::Unreadable { file: file.to_owned(), source })?;
        let mut config: Self = toml::from_str(&text).map_err(|error| ConfigError::Toml {
            file: file.to_owned(),
            line: line_of(&text, error.span().map_or(0, |span| span.start)),
            message: error.message().to_owned(),
        })?;
        if config.organisation.name.trim().is_empty() {
            return Err(ConfigError::NoName);
        }
        if !good_languages(&config.reporting.languages) {
            return Err(ConfigError::Languages);
        }
        let address = config.server.listen;
        if !address.ip().is_loopback() {
            return Err(ConfigError::NotLoopback { address });
        }
        let folder = file.parent().unwrap_or(Path::new("."));
        config.storage.data = folder.join(&config.storage.data);
        config.storage.keys = folder.join(&config.storage.keys);
        Ok(config)
    }
}

fn good_languages(languages: &[String]) -> bool {
    let known = |code: &String| code.parse::<Language>().is_ok();
    languages.first().is_some_and(|first| first == "nl") && languages.iter().all(known)
}

fn line_of(text: &str, position: usize) -> usize {
    text.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Config, ConfigError> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("meldpunt.toml");
        fs::write(&file, text).unwrap();
        Config::read(&file)
    }

    const GOOD: &str = "[organisation]\nname = \"Z\"\n[server]\nlisten = \"127.0.0.1:8080\"\n";

    #[test]
    fn paths_are_relative_to_the_file() {
        let config = read(GOOD).unwrap();
        assert!(config.storage.data.is_absolute() && config.storage.data.ends_with("data"));
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let error = read(&format!("{GOOD}lissten = 1\n")).err().unwrap();
        let ConfigError::Toml { line, message, .. } = error else { panic!("{error}") };
        assert_eq!(line, 5);
        assert!(message.contains("lissten"), "{message}");
    }

    #[test]
    fn an_address_that_others_can_reach_is_refused() {
        let error = read(&GOOD.replace("127.0.0.1", "0.0.0.0")).err().unwrap();
        assert!(matches!(error, ConfigError::NotLoopback { .. }));
    }
}
