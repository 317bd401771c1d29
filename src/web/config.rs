//! The settings of a server: one TOML file, read whole before the port opens.
//!
//! Unknown keys are errors, so that a typing mistake shows. Paths are relative to the file's
//! folder. Nothing here is secret.

use serde::Deserialize;
use std::{
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
