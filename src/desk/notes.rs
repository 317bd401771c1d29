//! Private notes: what one officer writes about a case for themselves alone (O8).
//!
//! The page of a case reads and writes them. They are sealed to this officer's own key, lie on
//! this computer, and are no items: neither outbox nor export knows them, so nothing can send
//! them. Nothing readable is kept here; what was read is wiped when its reader drops it.
//!
//! ```text
//! notes/<case>.age      sealed to one key: version, case, length, text, padding to a size class
//! ```

use super::{
    KeyRing,
    folder::{self, FolderError},
};
use crate::{
    Texts,
    core::{CaseId, Plaintext, envelope::size_class},
};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The folder in the officer's folder.
const NOTES: &str = "notes";

/// What the text inside begins with.
const FIRST: &[u8; 20] = b"veilig-melden note 1";

/// The bytes before the text: the line above, the case, the length.
const HEADER_BYTES: usize = FIRST.len() + 16 + 4;

/// The private notes of one officer, on this computer.
pub struct Notes {
    folder: PathBuf,
}

/// Why private notes cannot be read or kept. Carries nothing of them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotesError {
    /// The file cannot be read or written.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// They do not open with this key, are damaged, or belong to another case. They stay as they
    /// are.
    #[error("the notes do not open")]
    Damaged,
    /// They do not fit in the largest size class.
    #[error("the notes are too long")]
    TooLong,
    /// age refused.
    #[error("the notes cannot be sealed")]
    Seal,
}

impl NotesError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::Folder(error) => error.sentence(texts),
            Self::Damaged => texts.casework_notes_damaged(),
            Self::TooLong => texts.casework_notes_long(),
            Self::Seal => texts.casework_notes_sealing(),
        }
    }
}

impl Notes {
    /// Of this officer's folder.
    ///
    /// # Errors
    /// [`FolderError`]: it cannot be written.
    pub fn open(folder: &Path) -> Result<Self, FolderError> {
        let folder = folder.join(NOTES);
        folder::make(&folder)?;
        Ok(Self { folder })
    }

    /// Reads the notes with a case; `None` when there are none.
    ///
    /// # Errors
    /// - [`NotesError::Folder`].
    /// - [`NotesError::Damaged`].
    pub fn read(&self, ring: &KeyRing, case: CaseId) -> Result<Option<Plaintext>, NotesError> {
        let Some(sealed) = folder::read(&self.path(case))? else { return Ok(None) };
        let frame = ring.open_private(&sealed).map_err(|_| NotesError::Damaged)?;
        text(&frame, case).map(Some).ok_or(NotesError::Damaged)
    }

    /// Writes the notes with a case over those that were there; blank ones are removed.
    ///
    /// # Errors
    /// [`NotesError`]; what was there is as it was, also when it does not open.
    pub fn write(&self, ring: &KeyRing, case: CaseId, text: &Plaintext) -> Result<(), NotesError> {
        let were = self.read(ring, case)?;
        if text.is_blank() {
            return were.map_or(Ok(()), |_| self.remove(case));
        }
        let sealed = ring.seal_private(&frame(text, case)?).ok_or(NotesError::Seal)?;
        Ok(folder::replace(&self.path(case), &sealed)?)
    }

    /// Adds a paragraph at the end of the notes with a case.
    ///
    /// # Errors
    /// [`NotesError`]; what was there is as it was.
    pub fn append(&self, ring: &KeyRing, case: CaseId, text: &Plaintext) -> Result<(), NotesError> {
        let together = match self.read(ring, case)? {
            Some(before) => {
                let both = [before.expose(), "\n\n", text.expose()];
                let mut together = String::with_capacity(both.iter().map(|part| part.len()).sum());
                both.iter().for_each(|part| together.push_str(part));
                Plaintext::from(together)
            }
            None => text.expose().into(),
        };
        self.write(ring, case, &together)
    }

    /// Removes the notes with a case that is destroyed.
    ///
    /// # Errors
    /// [`NotesError::Folder`].
    pub fn remove(&self, case: CaseId) -> Result<(), NotesError> {
        let path = self.path(case);
        if folder::read(&path)?.is_some() { Ok(folder::remove(&path)?) } else { Ok(()) }
    }

    fn path(&self, case: CaseId) -> PathBuf {
        self.folder.join(format!("{case}.age"))
    }
}

fn frame(text: &Plaintext, case: CaseId) -> Result<Zeroizing<Vec<u8>>, NotesError> {
    let text = text.expose().as_bytes();
    let class = size_class(HEADER_BYTES + text.len()).ok_or(NotesError::TooLong)?;
    let length = u32::try_from(text.len()).map_err(|_| NotesError::TooLong)?;
    let mut frame = Zeroizing::new(Vec::with_capacity(class));
    frame.extend_from_slice(FIRST);
    frame.extend_from_slice(case.as_bytes());
    frame.extend_from_slice(&length.to_be_bytes());
    frame.extend_from_slice(text);
    frame.resize(class, 0);
    Ok(frame)
}

fn text(frame: &[u8], case: CaseId) -> Option<Plaintext> {
    let rest = frame.strip_prefix(FIRST)?.strip_prefix(case.as_bytes())?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let text = rest.get(..u32::from_be_bytes(*length) as usize)?;
    std::str::from_utf8(text).ok().map(Plaintext::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        core::{Random, wire},
        desk::{Drawer, Remote, keyring::tests_ring, sample::Sample, sync},
    };
    use axum::{Router, body::Bytes, http::Uri, routing::any};
    use std::{
        fs,
        sync::{Arc, Mutex},
    };

    const MARKER: &str = "kwikstaart in het tuinhuis";

    fn case() -> CaseId {
        Sample::case(1)
    }

    fn notes() -> (tempfile::TempDir, Notes) {
        let folder = tempfile::tempdir().unwrap();
        let notes = Notes::open(folder.path()).unwrap();
        (folder, notes)
    }

    fn read(notes: &Notes, seed: u8) -> Result<Option<String>, NotesError> {
        let found = notes.read(&tests_ring(seed), case())?;
        Ok(found.map(|text| text.expose().to_owned()))
    }

    #[test]
    fn private_notes_read_back_grow_and_go() {
        let (_folder, notes) = notes();
        let ring = tests_ring(1);
        assert_eq!(read(&notes, 1), Ok(None));
        notes.write(&ring, case(), &MARKER.into()).unwrap();
        notes.append(&ring, case(), &"en later".into()).unwrap();
        assert_eq!(read(&notes, 1), Ok(Some(format!("{MARKER}\n\nen later"))));
        notes.write(&ring, case(), &" \n".into()).unwrap();
        assert_eq!(read(&notes, 1), Ok(None));
        notes.remove(case()).unwrap();
    }

    #[test]
    fn a_colleagues_key_does_not_open_private_notes_nor_overwrite_them() {
        let (_folder, notes) = notes();
        notes.write(&tests_ring(1), case(), &MARKER.into()).unwrap();
        assert_eq!(read(&notes, 2), Err(NotesError::Damaged));
        let colleague = notes.write(&tests_ring(2), case(), &"mijn".into());
        assert_eq!(colleague, Err(NotesError::Damaged));
        assert_eq!(read(&notes, 1), Ok(Some(MARKER.to_owned())));
    }

    #[test]
    fn private_notes_of_another_case_are_not_taken_for_these() {
        let (folder, notes) = notes();
        notes.write(&tests_ring(1), Sample::case(2), &MARKER.into()).unwrap();
        let place =
            |number| folder.path().join(NOTES).join(format!("{}.age", Sample::case(number)));
        fs::rename(place(2), place(1)).unwrap();
        assert_eq!(read(&notes, 1), Err(NotesError::Damaged));
    }

    /// The bytes after age's header, whose own length age varies at random.
    fn payload_bytes(sealed: &[u8]) -> usize {
        let last = sealed.windows(5).position(|found| found == b"\n--- ").unwrap() + 1;
        let header = last + sealed[last..].iter().position(|byte| *byte == b'\n').unwrap();
        sealed.len() - header
    }

    #[test]
    fn nothing_of_private_notes_is_readable_on_disk_and_their_length_is_hidden() {
        let (folder, notes) = notes();
        let place = folder.path().join(NOTES).join(format!("{}.age", case()));
        notes.write(&tests_ring(1), case(), &"a".into()).unwrap();
        let short = fs::read(&place).unwrap();
        notes.write(&tests_ring(1), case(), &MARKER.into()).unwrap();
        let long = fs::read(&place).unwrap();
        assert_eq!(payload_bytes(&short), payload_bytes(&long));
        let lies = |needle: &[u8]| long.windows(needle.len()).any(|found| found == needle);
        assert!(lies(b"age-encryption.org/v1") && !lies(b"kwikstaart") && !lies(FIRST));
        let too_long = "x".repeat(1024 * 1024).into();
        let error = notes.write(&tests_ring(1), case(), &too_long);
        assert_eq!(error, Err(NotesError::TooLong));
        assert_eq!(read(&notes, 1), Ok(Some(MARKER.to_owned())));
    }

    /// Everything that a server was asked, paths and bodies.
    type Asked = Arc<Mutex<Vec<u8>>>;

    /// A server that keeps what it is asked and answers as an empty one would.
    async fn listening(asked: Asked) -> String {
        let answer = move |uri: Uri, body: Bytes| {
            let mut asked = asked.lock().unwrap();
            asked.extend(uri.to_string().as_bytes());
            asked.extend(&body);
            let team = Sample::new(&["An", "Bo"]).team_page();
            let feed = wire::FeedPage { entries: Vec::new(), more: false };
            let is_team = uri.path().ends_with("/team");
            let bytes = if is_team { wire::to_bytes(&team) } else { wire::to_bytes(&feed) };
            async move { bytes }
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new().fallback(any(answer));
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        address
    }

    #[test]
    fn no_sync_sends_private_notes() {
        let (folder, notes) = notes();
        let drawer = Drawer::open(folder.path()).unwrap();
        let ring = tests_ring(1);
        notes.write(&ring, case(), &MARKER.into()).unwrap();
        let sealed = fs::read(folder.path().join(NOTES).join(format!("{}.age", case()))).unwrap();
        let asked = Asked::default();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let address = runtime.block_on(listening(asked.clone()));
        let random = Arc::new(Random::seeded(1));
        let remote = Remote::at(&address, Sample::clock(), random).unwrap();
        sync::run(&remote, &drawer, &ring, Sample::clock().today()).unwrap();
        let asked = asked.lock().unwrap();
        let sent = |needle: &[u8]| asked.windows(needle.len()).any(|found| found == needle);
        assert!(sent(b"/team") && sent(b"/feed"), "the server was asked nothing");
        assert!(!sent(MARKER.as_bytes()) && !sent(&sealed) && !sent(&sealed[200..264]));
        assert!(drawer.unsent().unwrap().is_empty() && drawer.cases().unwrap().is_empty());
        assert_eq!(read(&notes, 1), Ok(Some(MARKER.to_owned())));
    }
}
