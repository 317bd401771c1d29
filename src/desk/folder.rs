//! The officer's folder: where its files lie, and the two ways in which they are written.
//!
//! Key ring, drawer and enrolment call it. It writes bytes that others have sealed, and settings;
//! it never sees anything readable of a case.

use crate::Texts;
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// The passphrase-wrapped file with both private keys.
pub const KEY_FILE: &str = "officer.key";
/// The settings.
pub const SETTINGS_FILE: &str = "desk.toml";
/// What a file is called while it is being written.
pub const PART_ENDING: &str = "part";

/// Why a file of the folder cannot be used. Names files and kinds, never contents.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FolderError {
    /// The operating system refused.
    #[error("{file}: {kind}")]
    Io {
        /// The file or folder.
        file: String,
        /// What it said.
        kind: io::ErrorKind,
    },
    /// The settings are not of the expected form.
    #[error("desk.toml: {why}")]
    Settings {
        /// What is wrong and where, without values.
        why: String,
    },
    /// The server's address is no `https://` address, nor one of this computer.
    #[error("desk.toml: the server's address is not https://…")]
    Address,
}

impl FolderError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::Io { file, kind: io::ErrorKind::AlreadyExists } => texts.desk_error_exists(file),
            Self::Io { file, kind } => texts.desk_error_file(file, kind.to_string()),
            Self::Settings { why } => texts.desk_error_settings(why),
            Self::Address => texts.desk_error_address(),
        }
    }
}

/// Says which file an error of the operating system is about.
pub(super) fn about(path: &Path) -> impl FnOnce(io::Error) -> FolderError {
    let file = path.display().to_string();
    move |error| FolderError::Io { file, kind: error.kind() }
}

/// `desk.toml`.
#[derive(Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct DeskSettings {
    /// Where the server is, `https://meldpunt.example`; without it the desk works over what it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub server: Option<String>,
}

impl DeskSettings {
    /// Reads the settings of a folder; a missing file counts as an empty one.
    ///
    /// # Errors
    /// - [`FolderError::Io`]: it cannot be read.
    /// - [`FolderError::Settings`]: it is no such TOML, or has keys that do not exist.
    pub fn read(folder: &Path) -> Result<Self, FolderError> {
        let path = folder.join(SETTINGS_FILE);
        let Some(bytes) = read(&path)? else { return Ok(Self::default()) };
        let wrong = |why: &str| FolderError::Settings { why: why.to_owned() };
        let text = String::from_utf8(bytes).map_err(|_| wrong("UTF-8"))?;
        toml::from_str(&text).map_err(|error| wrong(error.message()))
    }
}

/// The folder that is used when none is named: `meldteam` in the user's data folder. `None` when
/// the environment names neither data nor home folder.
///
/// Source: XDG Base Directory Specification.
pub fn default_folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let data = named("XDG_DATA_HOME").or_else(|| named("LOCALAPPDATA")).map(PathBuf::from);
    let home = || named("HOME").map(|home| PathBuf::from(home).join(".local/share"));
    data.or_else(home).map(|data| data.join("meldteam"))
}

/// Makes a folder for its owner alone, with those above it.
///
/// # Errors
/// [`FolderError::Io`].
pub fn make(path: &Path) -> Result<(), FolderError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(about(path))
}

/// The names of what lies in a folder, in no order; those that are no text are no files of ours.
///
/// # Errors
/// [`FolderError::Io`].
pub fn names(folder: &Path) -> Result<Vec<String>, FolderError> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(about(folder))? {
        let name = entry.map_err(about(folder))?.file_name();
        names.extend(name.into_string().ok());
    }
    Ok(names)
}

/// Reads a whole file; `None` when it is not there.
///
/// # Errors
/// [`FolderError::Io`].
pub fn read(path: &Path) -> Result<Option<Vec<u8>>, FolderError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(about(path)(error)),
    }
}

/// Who may read a new file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Audience {
    /// Its owner alone: 0600 from the first moment.
    Owner,
    /// As the system makes files.
    Usual,
}

/// Writes a file that is not there yet, and syncs it and its folder.
///
/// # Errors
/// [`FolderError::Io`], with [`io::ErrorKind::AlreadyExists`] when there is one: it is left as
/// it was.
pub fn write_new(path: &Path, bytes: &[u8], audience: Audience) -> Result<(), FolderError> {
    let mut options = match audience {
        Audience::Owner => private(),
        Audience::Usual => OpenOptions::new().write(true).to_owned(),
    };
    let mut file = options.create_new(true).open(path).map_err(about(path))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(about(path))?;
    sync_parent(path)
}

/// Writes a file whole or not at all: beside it, synced, then renamed over it.
///
/// # Errors
/// [`FolderError::Io`]: the file is as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), FolderError> {
    let mut part = path.as_os_str().to_owned();
    part.push(format!(".{}.{PART_ENDING}", std::process::id()));
    let part = PathBuf::from(part);
    let mut file = private().create(true).truncate(true).open(&part).map_err(about(&part))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(about(&part))?;
    fs::rename(&part, path).map_err(about(path))?;
    sync_parent(path)
}

/// Removes a file, and syncs its folder.
///
/// # Errors
/// [`FolderError::Io`].
pub fn remove(path: &Path) -> Result<(), FolderError> {
    fs::remove_file(path).map_err(about(path))?;
    sync_parent(path)
}

/// Removes a folder with everything in it, and syncs the one above it. One that is not there is gone.
///
/// # Errors
/// [`FolderError::Io`].
pub fn remove_folder(path: &Path) -> Result<(), FolderError> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed.map_err(about(path)).and_then(|()| sync_parent(path)),
    }
}

/// Gives a file of the same folder another name, and syncs the folder.
///
/// # Errors
/// [`FolderError::Io`].
pub fn rename(from: &Path, to: &Path) -> Result<(), FolderError> {
    fs::rename(from, to).map_err(about(to))?;
    sync_parent(to)
}

/// How files for their owner alone are opened.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// A new name is durable once its folder is. Only Unix can open a folder as a file.
pub(super) fn sync_parent(path: &Path) -> Result<(), FolderError> {
    match path.parent() {
        Some(parent) if cfg!(unix) => {
            File::open(parent).and_then(|folder| folder.sync_all()).map_err(about(parent))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_is_private_and_never_overwrites() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        write_new(&path, b"one", Audience::Owner).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        let again = write_new(&path, b"two", Audience::Owner).unwrap_err();
        assert!(matches!(again, FolderError::Io { kind: io::ErrorKind::AlreadyExists, .. }));
        assert_eq!(fs::read(&path).unwrap(), b"one");
    }

    #[test]
    fn replacing_leaves_one_whole_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        replace(&path, b"one").unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn unknown_settings_are_refused_and_missing_ones_are_not() {
        let folder = tempfile::tempdir().unwrap();
        assert!(DeskSettings::read(folder.path()).unwrap().server.is_none());
        fs::write(folder.path().join(SETTINGS_FILE), "sever = \"https://x\"").unwrap();
        let error = DeskSettings::read(folder.path()).err().unwrap();
        assert!(matches!(error, FolderError::Settings { why } if why.contains("sever")));
    }
}
