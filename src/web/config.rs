//! The settings of a server: one TOML file, read whole before the port opens.
//!
//! Unknown keys are errors, so that a typing mistake shows. Paths are relative to the file's
//! folder. Nothing here is secret.

use super::{listen::SocketMode, poster::PublicAddress};
use crate::{Language, Texts, sandbox::Needs};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

pub use super::tls::TlsConfig;

/// Everything in `meldpunt.toml`.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The organisation.
    pub organisation: OrganisationConfig,
    /// Where the server listens.
    pub server: ServerConfig,
    /// TLS of its own, at the TCP address.
    pub tls: Option<TlsConfig>,
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
    /// Languages of the public pages: `nl`, `en`, `ar`, `pl`. The first is the one of `/`; it must be
    /// `nl`.
    pub languages: Vec<String>,
    /// How the Dutch pages call the reader.
    pub tone: Tone,
}

/// How the Dutch pages call the reader.
#[derive(Deserialize, Clone, Copy, Default, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// "U", "uw".
    #[default]
    U,
    /// "Je", "jouw".
    Je,
}

impl Tone {
    /// The Dutch texts in this tone.
    pub fn dutch(self) -> Texts {
        match self {
            Self::U => Language::Nl.load(),
            Self::Je => {
                let texts = include_bytes!(concat!(env!("OUT_DIR"), "/je.ftl"));
                Texts::new(&*Language::Nl, texts).expect("build.rs puts every text into it")
            }
        }
    }
}

impl ReportingConfig {
    /// Whether the public pages are in this language too.
    pub fn speaks(&self, language: Language) -> bool {
        self.languages.iter().any(|code| *code == *language)
    }
}

impl Default for ReportingConfig {
    fn default() -> Self {
        let languages = vec!["nl".to_owned(), "en".to_owned()];
        Self { anonymous: true, silence_days: 14, languages, tone: Tone::default() }
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
    /// Address and port. Without TLS loopback alone: a reverse proxy or Tor stands before it.
    pub listen: Option<SocketAddr>,
    /// A Unix socket, beside the address or in its place, for a proxy or Tor on this machine.
    pub socket: Option<PathBuf>,
    /// Who may connect to it.
    #[serde(default)]
    pub socket_mode: SocketMode,
    /// The header in which that proxy, and nobody before it, writes the client's address, such as
    /// `X-Real-IP`. Without it what is asked is counted for all together. Ignored of a client that
    /// comes without a proxy.
    #[serde(default)]
    pub client_address_header: Option<String>,
    /// The address under which reporters find the server, for the poster: `https://…`.
    pub public_address: Option<String>,
    /// The server's address as an onion service, `http://….onion`: told to whoever comes with the
    /// Tor Browser by another way.
    pub onion_address: Option<String>,
    /// The most connections at once.
    #[serde(default = "max_connections")]
    pub max_connections: usize,
}

/// Where things lie.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields, default)]
pub struct StorageConfig {
    /// The store's folder.
    pub data: PathBuf,
    /// The folder with the officers' public key files.
    pub keys: PathBuf,
    /// The most that attachments may take together while their reports are not sent yet.
    pub max_waiting_megabytes: u64,
}

impl StorageConfig {
    /// The same in bytes.
    pub fn max_waiting_bytes(&self) -> u64 {
        self.max_waiting_megabytes.saturating_mul(1024 * 1024)
    }
}

impl Default for StorageConfig {
    fn default() -> Self {
        Self { data: "data".into(), keys: "keys".into(), max_waiting_megabytes: 2048 }
    }
}

impl Default for OrganisationConfig {
    fn default() -> Self {
        Self { name: String::new(), locations: Vec::new(), leave_to: neutral_page() }
    }
}

impl ServerConfig {
    /// A server at this address, and for the rest as usual.
    pub fn at(address: SocketAddr) -> Self {
        Self {
            listen: Some(address),
            socket: None,
            socket_mode: SocketMode::default(),
            client_address_header: None,
            public_address: None,
            onion_address: None,
            max_connections: max_connections(),
        }
    }
}

/// As many as fit into the 1,024 open files that a program usually has.
fn max_connections() -> usize {
    700
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
    #[error("languages must begin with nl, and be of nl, en, ar and pl")]
    Languages,
    /// The public address is none that fits on a poster.
    #[error("{address} is no public address")]
    PublicAddress {
        /// The address.
        address: String,
    },
    /// Neither an address nor a socket.
    #[error("there is nothing to listen at")]
    NoListener,
    /// The onion address is none.
    #[error("{address} is no onion address")]
    OnionAddress {
        /// The address.
        address: String,
    },
    /// The address is reachable from outside, and there is no TLS.
    #[error("{address} is not a loopback address")]
    NotLoopback {
        /// The address.
        address: SocketAddr,
    },
}

impl Config {
    /// What a server with these settings reaches once it has started.
    pub fn needs(&self) -> Needs {
        Needs {
            data: self.storage.data.clone(),
            reads: self
                .tls
                .iter()
                .flat_map(TlsConfig::folders)
                .chain([self.storage.keys.clone()])
                .collect(),
            listens: self.server.listen.iter().map(SocketAddr::port).collect(),
            sockets: self
                .server
                .socket
                .iter()
                .filter_map(|path| path.parent())
                .map(Path::to_owned)
                .collect(),
        }
    }

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
        config.server.check(config.tls.as_ref())?;
        if let Some(address) = &config.server.public_address
            && PublicAddress::parse(address).is_none()
        {
            return Err(ConfigError::PublicAddress { address: address.clone() });
        }
        let folder = file.parent().unwrap_or(Path::new("."));
        config.storage.data = folder.join(&config.storage.data);
        config.storage.keys = folder.join(&config.storage.keys);
        config.server.socket = config.server.socket.map(|socket| folder.join(socket));
        config.tls = config.tls.map(|tls| TlsConfig {
            certificate: folder.join(tls.certificate),
            key: folder.join(tls.key),
        });
        Ok(config)
    }
}

impl ServerConfig {
    /// Whether this can be listened at.
    fn check(&self, tls: Option<&TlsConfig>) -> Result<(), ConfigError> {
        match self.listen {
            None if self.socket.is_none() => return Err(ConfigError::NoListener),
            Some(address) if !address.ip().is_loopback() && tls.is_none() => {
                return Err(ConfigError::NotLoopback { address });
            }
            _ => {}
        }
        match &self.onion_address {
            Some(address) if !is_onion(address) => {
                Err(ConfigError::OnionAddress { address: address.clone() })
            }
            _ => Ok(()),
        }
    }
}

/// Whether this is the address of an onion service, without a path. Source: rend-spec-v3, 6.
fn is_onion(address: &str) -> bool {
    let name = address.strip_prefix("http://").or(address.strip_prefix("https://"));
    let name = name.and_then(|name| name.strip_suffix(".onion"));
    name.is_some_and(|name| {
        let key = name.rsplit('.').next().unwrap_or_default();
        key.len() == 56 && key.bytes().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7'))
    })
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
    fn a_public_address_that_is_none_is_refused() {
        let error = read(&format!("{GOOD}public_address = \"meld.example.nl\"\n")).err().unwrap();
        assert!(matches!(error, ConfigError::PublicAddress { .. }));
        assert!(read(&format!("{GOOD}public_address = \"https://meld.example.nl\"\n")).is_ok());
    }

    /// The keys that settings take in a place, as reading tells when it meets one that is not there.
    fn keys_of(place: &[&str]) -> Vec<String> {
        let mut table = toml::Table::from_iter([("zzz".to_owned(), toml::Value::from(1))]);
        for key in place.iter().rev() {
            table = toml::Table::from_iter([((*key).to_owned(), toml::Value::Table(table))]);
        }
        let error = table.try_into::<Config>().err().unwrap();
        let (_, expected) =
            error.message().split_once("expected ").expect("an unknown key is refused");
        expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn the_file_that_init_writes_shows_every_setting() {
        let files = [
            include_str!("../../templates/meldpunt/config.nl.toml"),
            include_str!("../../templates/meldpunt/config.en.toml"),
        ];
        let (tables, doors) = (keys_of(&[]), keys_of(&["doors"]));
        let tables = tables.iter().filter(|table| !["doors", "texts"].contains(&table.as_str()));
        let mut places: Vec<Vec<&str>> = tables.map(|table| vec![table.as_str()]).collect();
        places.extend(doors.iter().map(|door| vec!["doors", door.as_str()]));
        places.extend([vec!["texts", "nl"], vec!["texts", "en"]]);
        for file in files {
            let file = file.replace("{{name}}", "\"Zorggroep De Linde\"");
            assert!(read(&file).is_ok());
            // Examples begin with `#` and no space after it.
            let is_example = |line: &str| line.starts_with('#') && !line.starts_with("# ");
            let shown: Vec<_> =
                file.lines().map(|line| if is_example(line) { &line[1..] } else { line }).collect();
            let shown = shown.join("\n");
            assert!(read(&shown).is_ok());
            let table: toml::Table = toml::from_str(&shown).unwrap();
            for place in &places {
                let keys = keys_of(place);
                assert!(!keys.is_empty(), "{place:?}");
                let found = place.iter().try_fold(&table, |table, key| table.get(*key)?.as_table());
                for key in keys {
                    assert!(found.is_some_and(|table| table.contains_key(&key)), "{place:?} {key}");
                }
            }
        }
    }

    #[test]
    fn an_address_that_others_can_reach_is_refused() {
        let error = read(&GOOD.replace("127.0.0.1", "0.0.0.0")).err().unwrap();
        assert!(matches!(error, ConfigError::NotLoopback { .. }));
    }

    #[test]
    fn with_tls_every_address_will_do() {
        let tls = "[tls]\ncertificate = \"tls/chain.pem\"\nkey = \"/etc/key.pem\"\n";
        let config = read(&format!("{}{tls}", GOOD.replace("127.0.0.1", "0.0.0.0"))).unwrap();
        let tls = config.tls.unwrap();
        assert!(tls.certificate.is_absolute() && tls.certificate.ends_with("tls/chain.pem"));
        assert_eq!(tls.key, Path::new("/etc/key.pem"));
    }

    #[test]
    fn a_socket_may_stand_in_place_of_an_address_but_not_nothing() {
        let listen = "listen = \"127.0.0.1:8080\"";
        assert!(read(&GOOD.replace(listen, "socket = \"m.sock\"")).is_ok());
        let error = read(&GOOD.replace(listen, "")).err().unwrap();
        assert!(matches!(error, ConfigError::NoListener));
    }

    #[test]
    fn an_onion_address_is_one_of_the_third_version() {
        let with = |address: &str| read(&format!("{GOOD}onion_address = \"{address}\"\n"));
        let name = "a".repeat(56);
        assert!(with(&format!("http://{name}.onion")).is_ok());
        assert!(with(&format!("http://meld.{name}.onion")).is_ok());
        for bad in [&format!("{name}.onion"), "http://kort.onion", &format!("http://{name}.onion/")]
        {
            assert!(matches!(with(bad).err(), Some(ConfigError::OnionAddress { .. })), "{bad}");
        }
    }
}
