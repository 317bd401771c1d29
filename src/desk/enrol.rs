//! Enrolment: a new officer's folder, with keys, settings and the public file for the server.
//!
//! `meldteam init` and the demonstration call it. It overwrites nothing.

use super::{
    KeyRing,
    folder::{self, Audience, DeskSettings, FolderError, KEY_FILE, SETTINGS_FILE},
    keyring::{KeyRingError, WorkFactor},
    remote::Remote,
};
use crate::core::{Clock, OfficerFile, Plaintext, Random};
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

/// What a new officer says of themselves; the keys are added.
#[derive(Default, Clone)]
pub struct NewOfficer {
    /// Name, as reporters read it.
    pub name: String,
    /// Role, as reporters read it.
    pub role: String,
    /// Phone number, as reporters read it.
    pub phone: String,
    /// E-mail address, as reporters read it.
    pub email: String,
    /// Manages nobody.
    pub outside_line: bool,
    /// Not employed by the organisation.
    pub external: bool,
    /// Where the server is, `https://…`.
    pub server: Option<String>,
}

/// What enrolment wrote.
pub struct Enrolled {
    /// The file that goes into the server's `keys/`.
    pub public_file: PathBuf,
}

/// Makes the keys and writes everything into `folder`.
///
/// # Errors
/// - [`KeyRingError::ShortPassphrase`].
/// - [`KeyRingError::Folder`]: something is there already, cannot be written, or the server's
///   address is wrong. Nothing that was there is changed.
pub fn enrol(
    folder: &Path,
    officer: &NewOfficer,
    passphrase: &Plaintext,
    (random, work): (&Arc<Random>, WorkFactor),
) -> Result<Enrolled, KeyRingError> {
    let settings = DeskSettings { server: officer.server.clone() };
    if let Some(address) = &settings.server {
        Remote::at(address, Clock::System, random.clone())?;
    }
    let public_file = folder.join(format!("{}.toml", slug(&officer.name)));
    let settings_file = folder.join(SETTINGS_FILE);
    for path in [&folder.join(KEY_FILE), &public_file, &settings_file] {
        if path.exists() {
            let file = path.display().to_string();
            return Err(FolderError::Io { file, kind: ErrorKind::AlreadyExists }.into());
        }
    }
    let ring = KeyRing::random(random);
    folder::make(folder)?;
    ring.write(folder, passphrase, work)?;
    let public = toml::to_string(&officer_file(officer, &ring)).expect("strings are TOML");
    folder::write_new(&public_file, public.as_bytes(), Audience::Usual)?;
    let settings = toml::to_string(&settings).expect("a string is TOML");
    folder::write_new(&settings_file, settings.as_bytes(), Audience::Owner)?;
    Ok(Enrolled { public_file })
}

fn officer_file(officer: &NewOfficer, ring: &KeyRing) -> OfficerFile {
    OfficerFile {
        name: officer.name.trim().to_owned(),
        role: officer.role.clone(),
        phone: officer.phone.clone(),
        email: officer.email.clone(),
        outside_line: officer.outside_line,
        external: officer.external,
        recovery: false,
        recipient: ring.recipient(),
        signer: Some(ring.signer()),
    }
}

/// A file name of a person's name: small letters and digits, the rest one dash. Never the name of
/// another file in the folder.
fn slug(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    match slug.as_str() {
        "" | "desk" | "feed" | "team" => format!("officer-{slug}").trim_matches('-').to_owned(),
        _ => slug,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::Team;
    use std::fs;

    fn enrol_into(folder: &Path, name: &str) -> Result<Enrolled, KeyRingError> {
        let server = Some("https://meld.example".to_owned());
        let officer = NewOfficer { name: name.into(), server, ..NewOfficer::default() };
        let random = Arc::new(Random::seeded(1));
        enrol(folder, &officer, &"een lange zin".into(), (&random, WorkFactor::LogN(1)))
    }

    #[test]
    fn the_public_file_is_what_the_server_reads() {
        let folder = tempfile::tempdir().unwrap();
        let enrolled = enrol_into(folder.path(), "Anna de Vries").ok().unwrap();
        assert!(enrolled.public_file.ends_with("anna-de-vries.toml"));
        let keys = tempfile::tempdir().unwrap();
        fs::copy(&enrolled.public_file, keys.path().join("a.toml")).unwrap();
        let team = Team::read(keys.path()).unwrap();
        let ring = KeyRing::unlock(folder.path(), &"een lange zin".into()).ok().unwrap();
        assert!(team.find(&ring.officer()).is_some());
        let settings = DeskSettings::read(folder.path()).unwrap();
        assert_eq!(settings.server.as_deref(), Some("https://meld.example"));
    }

    #[test]
    fn a_folder_with_an_officer_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let first = enrol_into(folder.path(), "Anna").ok().unwrap();
        let before = fs::read(&first.public_file).unwrap();
        assert!(matches!(enrol_into(folder.path(), "Bo"), Err(KeyRingError::Folder(_))));
        assert_eq!(fs::read(&first.public_file).unwrap(), before);
        assert!(!folder.path().join("bo.toml").exists());
    }

    #[test]
    fn a_slug_is_a_plain_file_name() {
        assert_eq!(slug("  Anna  de Vries! "), "anna-de-vries");
        assert_eq!(slug("../../etc"), "etc");
        assert_eq!((slug("Team"), slug("…")), ("officer-team".into(), "officer".into()));
    }
}
