//! The meldteam as `keys/*.toml` describes it: who may read reports.
//!
//! The server reads the folder at start and refuses to go on when a file is wrong; the officers'
//! tool writes such a file for its owner. Private keys never come here: a file that holds one is
//! refused by name.

use super::{ids::OfficerId, symbols};
use curve25519_dalek::MontgomeryPoint;
use ed25519_dalek::VerifyingKey;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{
    fmt, fs,
    io::{self, Read},
    ops::Range,
    path::{Path, PathBuf},
    str::FromStr,
};

/// How much of a file is looked at for a private key, in bytes.
const MAX_KEY_BYTES: u64 = 64 * 1024;

/// What stands before a signer's base64 in a key file.
pub const SIGNER_PREFIX: &str = "ed25519:";

/// One public key file, as it stands on disk.
#[derive(Serialize, Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct OfficerFile {
    /// Name, as reporters read it.
    #[serde(default)]
    pub name: String,
    /// Role, as reporters read it.
    #[serde(default)]
    pub role: String,
    /// Phone number, as reporters read it.
    #[serde(default)]
    pub phone: String,
    /// E-mail address, as reporters read it.
    #[serde(default)]
    pub email: String,
    /// Manages nobody. Source: Leidraad, Deel 2, Fase 2, aanbeveling 3.
    #[serde(default)]
    pub outside_line: bool,
    /// Not employed by the organisation.
    #[serde(default)]
    pub external: bool,
    /// The key on paper in a safe: opens everything, works no cases, signs nothing.
    #[serde(default)]
    pub recovery: bool,
    /// Public age key, `age1…`: reports are sealed to it.
    #[serde(default)]
    pub recipient: String,
    /// Public Ed25519 key, `ed25519:` and 32 bytes in base64: requests are checked with it.
    /// Absent in a recovery file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<String>,
}

/// An officer whose keys have been read and found good.
#[derive(Clone)]
pub struct Officer {
    /// Follows from the recipient.
    pub id: OfficerId,
    /// What the file says.
    pub file: OfficerFile,
    /// Reports are sealed to this.
    pub recipient: Recipient,
    /// Requests are checked with this; `None` for the recovery key.
    pub signer: Option<VerifyingKey>,
}

/// Everybody who may read reports: at least one officer; no two share a name or a key. The order
/// is that of the file names.
#[derive(Clone)]
pub struct Team {
    officers: Vec<Officer>,
}

/// A public age key. Every recipient string is parsed here, so that age's post-quantum recipients
/// can be let in at this one place once the age crate reads them.
#[derive(Clone)]
pub struct Recipient(pub(super) age::x25519::Recipient);

/// Why the team cannot be formed. Names files, never their contents.
#[derive(Debug, thiserror::Error)]
pub enum TeamError {
    /// The folder cannot be read.
    #[error("the folder {folder} cannot be read: {source}")]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// There is no key file of an officer in the folder.
    #[error("there is no officer's key file in {folder}")]
    Nobody {
        /// The folder.
        folder: PathBuf,
    },
    /// A file cannot be read as a key file.
    #[error("{file}: {why}")]
    File {
        /// The file's name.
        file: String,
        /// What is wrong with it.
        why: OfficerError,
    },
    /// Two files describe one name or hold one key.
    #[error("{first} and {second} have the same {what}")]
    Same {
        /// The file that came first.
        first: String,
        /// The file that repeats it.
        second: String,
        /// What they share.
        what: SameWhat,
    },
}

/// What two key files share and may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SameWhat {
    /// The officer's name.
    Name,
    /// The age key.
    Recipient,
    /// The signing key.
    Signer,
}

impl fmt::Display for SameWhat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "name",
            Self::Recipient => "recipient",
            Self::Signer => "signer",
        })
    }
}

/// What is wrong with one key file.
#[derive(Debug, thiserror::Error)]
pub enum OfficerError {
    /// The operating system cannot give it.
    #[error("cannot be read: {0}")]
    Unreadable(io::Error),
    /// It holds a private key. It must not lie on the server.
    #[error("holds a private key")]
    PrivateKey,
    /// It is no TOML, or has a field or a kind of value that a key file does not have. Says where
    /// and no more: the parser's own words would quote what stands there.
    #[error("is no key file: see line {line}")]
    Toml {
        /// The line with the fault, from 1.
        line: usize,
    },
    /// The name is missing or empty.
    #[error("has no name")]
    NoName,
    /// The recipient is missing or no public age key.
    #[error("has no good recipient (age1…)")]
    Recipient,
    /// The signer is missing or no Ed25519 key.
    #[error("has no good signer (ed25519:…)")]
    Signer,
}

/// What is allowed but not wise. Source: requirements O3 (Leidraad p. 78, p. 134).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeamWarning {
    /// There is only one officer.
    Alone,
    /// Every officer stands in the line.
    NobodyOutsideLine,
}

impl Team {
    /// Reads every `*.toml` in `folder`. Other files are looked at for private keys alone.
    ///
    /// # Errors
    /// [`TeamError`], naming the file and what is wrong with it.
    pub fn read(folder: &Path) -> Result<Self, TeamError> {
        let failed = |source| TeamError::Folder { folder: folder.to_owned(), source };
        let mut paths = Vec::new();
        for entry in fs::read_dir(folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.extension().is_some_and(|end| end == "toml") {
                paths.push(path);
            } else if path.is_file() && is_private(&path) {
                let file = file_name(&path);
                return Err(TeamError::File { file, why: OfficerError::PrivateKey });
            }
        }
        paths.sort();
        let mut officers: Vec<(String, Officer)> = Vec::new();
        for path in paths {
            let file = file_name(&path);
            let officer =
                Officer::read(&path).map_err(|why| TeamError::File { file: file.clone(), why })?;
            if let Some((first, what)) = same(&officers, &officer) {
                return Err(TeamError::Same { first, second: file, what });
            }
            officers.push((file, officer));
        }
        if officers.iter().all(|(_, officer)| officer.file.recovery) {
            return Err(TeamError::Nobody { folder: folder.to_owned() });
        }
        Ok(Self { officers: officers.into_iter().map(|(_, officer)| officer).collect() })
    }

    /// The officers who work reports, the recovery key left out.
    pub fn officers(&self) -> impl Iterator<Item = &Officer> {
        self.officers.iter().filter(|officer| !officer.file.recovery)
    }

    /// Everyone, recovery key included.
    pub fn iter(&self) -> impl Iterator<Item = &Officer> {
        self.officers.iter()
    }

    /// Whether a recovery key can open everything; the form says so.
    pub fn has_recovery(&self) -> bool {
        self.officers.iter().any(|officer| officer.file.recovery)
    }

    /// The officer with this id, recovery key included.
    pub fn find(&self, id: &OfficerId) -> Option<&Officer> {
        self.officers.iter().find(|officer| officer.id == *id)
    }

    /// Those who may read a report that excludes `excluded`: everyone else, and the recovery key.
    /// `None` when no working officer remains.
    pub fn readers_without(&self, excluded: &[OfficerId]) -> Option<Readers> {
        let stays = |officer: &&Officer| officer.file.recovery || !excluded.contains(&officer.id);
        let readers: Vec<Reader> = self.officers.iter().filter(stays).map(Reader::of).collect();
        let works = self.officers().any(|officer| !excluded.contains(&officer.id));
        works.then_some(Readers(readers))
    }

    /// The readers with these ids who are still in the team. `None` when no working officer is
    /// left.
    pub fn readers(&self, ids: &[OfficerId]) -> Option<Readers> {
        let works = self.officers().any(|officer| ids.contains(&officer.id));
        let readers = self.officers.iter().filter(|officer| ids.contains(&officer.id));
        works.then(|| Readers(readers.map(Reader::of).collect()))
    }

    /// What is allowed but not wise about this team.
    pub fn warnings(&self) -> Vec<TeamWarning> {
        let mut warnings = Vec::new();
        if self.officers().count() == 1 {
            warnings.push(TeamWarning::Alone);
        }
        if !self.officers().any(|officer| officer.file.outside_line) {
            warnings.push(TeamWarning::NobodyOutsideLine);
        }
        warnings
    }
}

fn same(known: &[(String, Officer)], officer: &Officer) -> Option<(String, SameWhat)> {
    known.iter().find_map(|(file, other)| {
        let name = |officer: &Officer| officer.file.name.trim().to_lowercase();
        let what = if name(other) == name(officer) {
            SameWhat::Name
        } else if other.id == officer.id {
            SameWhat::Recipient
        } else if other.signer.is_some() && other.signer == officer.signer {
            SameWhat::Signer
        } else {
            return None;
        };
        Some((file.clone(), what))
    })
}

impl Officer {
    fn read(path: &Path) -> Result<Self, OfficerError> {
        let text = fs::read_to_string(path).map_err(OfficerError::Unreadable)?;
        Self::parse(&text)
    }

    /// Reads one key file's text.
    ///
    /// # Errors
    /// [`OfficerError`], without any value from the file.
    pub fn parse(text: &str) -> Result<Self, OfficerError> {
        if holds_private_key(text) {
            return Err(OfficerError::PrivateKey);
        }
        let file: OfficerFile = toml::from_str(text)
            .map_err(|error| OfficerError::Toml { line: line_of(text, error.span()) })?;
        if file.name.trim().is_empty() {
            return Err(OfficerError::NoName);
        }
        let recipient: Recipient =
            file.recipient.parse().map_err(|RecipientError| OfficerError::Recipient)?;
        let signer = match (&file.signer, file.recovery) {
            (Some(text), false) => Some(parse_signer(text).ok_or(OfficerError::Signer)?),
            (None, true) => None,
            _ => return Err(OfficerError::Signer),
        };
        Ok(Self { id: OfficerId::of_recipient(&recipient.to_string()), file, recipient, signer })
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn holds_private_key(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    upper.contains("AGE-SECRET-KEY-") || upper.contains("PRIVATE KEY")
}

/// Whether a file that is no key file of ours holds a private key, also one under a passphrase. A
/// file that cannot be read, or is larger than keys are, is none.
fn is_private(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let read =
        fs::File::open(path).and_then(|file| file.take(MAX_KEY_BYTES).read_to_end(&mut bytes));
    let text = String::from_utf8_lossy(&bytes);
    read.is_ok() && (text.starts_with("age-encryption.org/") || holds_private_key(&text))
}

/// The line, from 1, in which a fault of the TOML parser lies.
fn line_of(text: &str, span: Option<Range<usize>>) -> usize {
    let before = text.as_bytes().iter().take(span.map_or(0, |span| span.start));
    before.filter(|byte| **byte == b'\n').count() + 1
}

/// Reads what [`signer_text`] wrote. `None` for anything else.
pub fn parse_signer(text: &str) -> Option<VerifyingKey> {
    use base64::{Engine, prelude::BASE64_STANDARD};
    let bytes = BASE64_STANDARD.decode(text.strip_prefix(SIGNER_PREFIX)?).ok()?;
    VerifyingKey::from_bytes(&bytes.try_into().ok()?).ok()
}

/// How a public signing key is written in a key file.
pub fn signer_text(key: &VerifyingKey) -> String {
    use base64::{Engine, prelude::BASE64_STANDARD};
    format!("{SIGNER_PREFIX}{}", BASE64_STANDARD.encode(key.as_bytes()))
}

/// What stands before an officer's public keys when they are made into a fingerprint.
const FINGERPRINT_DOMAIN: &[u8] = b"veilig-melden fingerprint 1\0";

/// The bytes of a fingerprint: 80 bits, which no other pair of keys can be made to share.
const FINGERPRINT_BYTES: usize = 10;

/// Both public keys of an officer in sixteen symbols, `4F2K-…`, to be compared aloud. The recovery
/// key has no signer.
pub fn fingerprint(recipient: &Recipient, signer: Option<&VerifyingKey>) -> String {
    let mut hash = Sha256::new();
    hash.update(FINGERPRINT_DOMAIN);
    hash.update(recipient.to_string());
    hash.update([0]);
    hash.update(signer.map(|key| *key.as_bytes()).unwrap_or_default());
    let hash = hash.finalize();
    let mut symbols = String::with_capacity(19);
    for place in 0..FINGERPRINT_BYTES * 8 / 5 {
        if place > 0 && place % 4 == 0 {
            symbols.push('-');
        }
        let bit = |at: usize| usize::from(hash[at / 8] >> (7 - at % 8) & 1);
        let value = (place * 5..place * 5 + 5).fold(0, |value, at| value << 1 | bit(at));
        symbols.push(char::from(symbols::ALPHABET[value]));
    }
    symbols
}

/// The text is no public age key, or a degenerate one, to which anybody could open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no public age key")]
pub struct RecipientError;

impl FromStr for Recipient {
    type Err = RecipientError;
    fn from_str(text: &str) -> Result<Self, RecipientError> {
        let text = text.trim();
        let recipient = text.parse().map_err(|_| RecipientError)?;
        if is_degenerate(text) { Err(RecipientError) } else { Ok(Self(recipient)) }
    }
}

/// Whether a key is a point of small order: whatever is sealed to it has a known secret, and age
/// panics rather than seal to it. Source: RFC 7748, section 6.1.
fn is_degenerate(recipient: &str) -> bool {
    let point = bech32::decode(recipient).ok().and_then(|(_, bytes)| bytes.try_into().ok());
    point.is_none_or(|point| MontgomeryPoint(point).mul_clamped([0; 32]).to_bytes() == [0; 32])
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One reader of a case: who, and to which key it is sealed for them.
#[derive(Clone)]
pub struct Reader {
    /// The officer.
    pub id: OfficerId,
    /// The name, kept inside each report so that a stranger among the readers shows.
    pub name: String,
    /// The key.
    pub recipient: Recipient,
}

impl Reader {
    fn of(officer: &Officer) -> Self {
        Self {
            id: officer.id,
            name: officer.file.name.clone(),
            recipient: officer.recipient.clone(),
        }
    }
}

/// Whom an item is sealed to; never empty.
#[derive(Clone)]
pub struct Readers(Vec<Reader>);

impl Readers {
    /// From a list; `None` when it is empty.
    pub fn new(readers: Vec<Reader>) -> Option<Self> {
        (!readers.is_empty()).then_some(Self(readers))
    }

    /// Each reader.
    pub fn iter(&self) -> impl Iterator<Item = &Reader> {
        self.0.iter()
    }

    /// Their ids.
    pub fn ids(&self) -> Vec<OfficerId> {
        self.0.iter().map(|reader| reader.id).collect()
    }
}

#[cfg(test)]
impl Team {
    /// A made-up team with these names, for unit tests.
    pub(crate) fn sample(names: &[&str]) -> Self {
        let officer = |(seed, name): (u8, &&str)| {
            let recipient = sample_key(seed).to_public().to_string();
            let signer = ed25519_dalek::SigningKey::from_bytes(&[seed; 32]).verifying_key();
            let signer = signer_text(&signer);
            let text =
                format!("name = \"{name}\"\nrecipient = \"{recipient}\"\nsigner = \"{signer}\"\n");
            Officer::parse(&text).expect("a good key file")
        };
        Self { officers: (1..).zip(names).map(officer).collect() }
    }
}

/// The age key of the sample officer with this seed; the same each time.
#[cfg(test)]
pub(crate) fn sample_key(seed: u8) -> age::x25519::Identity {
    let prefix = bech32::Hrp::parse("age-secret-key-").unwrap();
    bech32::encode_upper::<bech32::Bech32>(prefix, &[seed; 32]).unwrap().parse().unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::disallowed_methods, reason = "a made-up key that must be refused")]
    fn secret_of(key: &age::x25519::Identity) -> String {
        age::secrecy::ExposeSecret::expose_secret(&key.to_string()).to_owned()
    }

    fn file(name: &str, seed: u8, recipient: &age::x25519::Identity) -> String {
        let signer = ed25519_dalek::SigningKey::from_bytes(&[seed; 32]).verifying_key();
        format!(
            "name = \"{name}\"\nrecipient = \"{}\"\nsigner = \"{}\"\n",
            recipient.to_public(),
            signer_text(&signer)
        )
    }

    fn folder(files: &[(&str, String)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn a_team_is_read_in_the_order_of_its_files() {
        let keys = [age::x25519::Identity::generate(), age::x25519::Identity::generate()];
        let folder =
            folder(&[("b.toml", file("Bo", 1, &keys[0])), ("a.toml", file("An", 2, &keys[1]))]);
        let team = Team::read(folder.path()).unwrap();
        let names: Vec<_> = team.officers().map(|officer| officer.file.name.as_str()).collect();
        assert_eq!(names, ["An", "Bo"]);
        assert_eq!(team.warnings(), [TeamWarning::NobodyOutsideLine]);
        let first = team.officers().next().unwrap().id;
        assert_eq!(team.readers_without(&[first]).unwrap().ids().len(), 1);
        assert!(team.readers_without(&team.readers(&[first]).unwrap().ids()).is_some());
        let all: Vec<_> = team.officers().map(|officer| officer.id).collect();
        assert!(team.readers_without(&all).is_none());
    }

    #[test]
    fn two_files_with_one_key_are_refused_by_name() {
        let key = age::x25519::Identity::generate();
        let folder = folder(&[("a.toml", file("An", 1, &key)), ("b.toml", file("Bo", 2, &key))]);
        let error = Team::read(folder.path()).err().unwrap().to_string();
        assert!(error.contains("a.toml and b.toml"), "{error}");
    }

    #[test]
    fn a_private_key_in_the_folder_is_refused() {
        let key = age::x25519::Identity::generate();
        let text = format!("{}# {}", file("An", 1, &key), secret_of(&key));
        assert!(matches!(Officer::parse(&text), Err(OfficerError::PrivateKey)));
    }

    #[test]
    fn an_empty_folder_and_nonsense_are_refused() {
        let empty = folder(&[]);
        assert!(matches!(Team::read(empty.path()), Err(TeamError::Nobody { .. })));
        let key = age::x25519::Identity::generate();
        let text = file("An", 1, &key).replace("age1", "age2");
        assert!(matches!(Officer::parse(&text), Err(OfficerError::Recipient)));
        let text = file("An", 1, &key).replace("ed25519:", "rsa:");
        assert!(matches!(Officer::parse(&text), Err(OfficerError::Signer)));
        assert!(matches!(Officer::parse("name = \"An\""), Err(OfficerError::Recipient)));
        assert!(matches!(Officer::parse(""), Err(OfficerError::NoName)));
    }

    #[test]
    fn a_faulty_file_is_named_by_line_and_never_quoted() {
        let good = file("An", 1, &age::x25519::Identity::generate());
        for fault in ["external = \"MARKER\"", "MARKER = 1", "role = MARKER", "MARKER", "\"MARKER"]
        {
            let error = Officer::parse(&format!("{good}\n{fault}\n")).err().unwrap();
            assert_eq!(error.to_string(), "is no key file: see line 5", "{fault}");
            assert!(!format!("{error:?}").contains("MARKER"), "{fault}");
        }
    }

    #[test]
    fn a_key_of_small_order_is_refused() {
        let prefix = bech32::Hrp::parse("age").unwrap();
        for point in [[0; 32], {
            let mut one = [0; 32];
            one[0] = 1;
            one
        }] {
            let text = bech32::encode::<bech32::Bech32>(prefix, &point).unwrap();
            assert_eq!(text.parse::<Recipient>().err(), Some(RecipientError));
        }
    }
}
