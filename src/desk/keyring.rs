//! The officer's two private keys, and the one passphrase-wrapped file that they live in.
//!
//! Enrolment makes them; commands and desk unlock them. They never leave memory but wrapped, and
//! nothing here prints them.
//!
//! The file is a plain age file. Inside is an age identity file whose comment holds the signing
//! key, so stock `age` can open reports with it if this program is lost:
//!
//! ```text
//! # veilig-melden officer key 1
//! # signer: <32 bytes in base64>
//! AGE-SECRET-KEY-1…
//! ```

use super::folder::{self, Audience, FolderError, KEY_FILE};
use crate::{
    Texts,
    core::{
        CaseId, Day, OfficerId, Plaintext, Random, SealedItem,
        entry::{Entry, Statement},
        handover::ItemKey,
        officers::{fingerprint, signer_text},
        opening::{Identity, OpenError, Opened},
        release::{Release, ReleaseKind},
        signature::{self, RequestParts, SignatureHeaders},
    },
};
use age::secrecy::SecretString;
use base64::{Engine, prelude::BASE64_STANDARD};
use ed25519_dalek::{SigningKey, VerifyingKey};
use std::{
    io::{Read, Write},
    path::Path,
};
use zeroize::Zeroizing;

/// The shortest passphrase, in characters.
pub const MIN_PASSPHRASE_CHARS: usize = 12;

/// The largest key file that is read, in bytes; ours is under 1 KiB.
const MAX_KEY_BYTES: u64 = 16 * 1024;

/// The most work a key file may ask of us: 2^22 rounds of scrypt, 4 GiB of memory.
const MAX_LOG_N: u8 = 22;

const FIRST_LINE: &str = "# veilig-melden officer key 1";
const SIGNER_LINE: &str = "# signer: ";

/// An officer's private keys, unlocked. Wiped when dropped; no `Debug`, no `Clone`.
///
/// ```compile_fail
/// # use veilig_melden::{core::Random, desk::KeyRing};
/// let ring = KeyRing::random(&Random::seeded(1));
/// println!("{ring:?}");
/// ```
/// ```
/// # use veilig_melden::{core::Random, desk::KeyRing};
/// let ring = KeyRing::random(&Random::seeded(1));
/// println!("{}", ring.recipient());
/// ```
pub struct KeyRing {
    identity: Identity,
    signer: SigningKey,
}

/// How hard guessing the passphrase of a new key file is made.
#[derive(Clone, Copy, Debug)]
pub enum WorkFactor {
    /// About a second on this computer.
    AboutOneSecond,
    /// 2 to this power rounds of scrypt, 1 to 22; for tests and demonstrations.
    LogN(u8),
}

/// Why the keys cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyRingError {
    /// There is no key file in the folder.
    #[error("there is no key file")]
    Missing,
    /// The file cannot be read or written.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The passphrase does not fit.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// The file is no key file, or is damaged, or asks for more work than is sensible.
    #[error("the key file is damaged")]
    Damaged,
    /// The new passphrase is shorter than [`MIN_PASSPHRASE_CHARS`].
    #[error("the passphrase is too short")]
    ShortPassphrase,
}

impl KeyRingError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::Missing => texts.desk_error_no_key(),
            Self::Folder(error) => error.sentence(texts),
            Self::WrongPassphrase => texts.desk_error_passphrase(),
            Self::Damaged => texts.desk_error_key_damaged(),
            Self::ShortPassphrase => texts.desk_error_passphrase_short(MIN_PASSPHRASE_CHARS as u64),
        }
    }
}

impl KeyRing {
    /// Fresh keys. The signing key is drawn from `random`, the age key from the operating system.
    pub fn random(random: &Random) -> Self {
        let seed = Zeroizing::new(random.bytes::<32>());
        Self { identity: Identity::generate(), signer: SigningKey::from_bytes(&seed) }
    }

    /// Writes the keys, wrapped, into a folder that has none.
    ///
    /// # Errors
    /// - [`KeyRingError::ShortPassphrase`].
    /// - [`KeyRingError::Folder`]: it cannot be written, or there is a key file already.
    pub fn write(
        &self,
        folder: &Path,
        passphrase: &Plaintext,
        work: WorkFactor,
    ) -> Result<(), KeyRingError> {
        if passphrase.chars() < MIN_PASSPHRASE_CHARS {
            return Err(KeyRingError::ShortPassphrase);
        }
        let sealed = wrap(&self.to_text(), passphrase, work).ok_or(KeyRingError::Damaged)?;
        Ok(folder::write_new(&folder.join(KEY_FILE), &sealed, Audience::Owner)?)
    }

    /// Reads the keys of a folder. Takes about a second; call it on a blocking thread.
    ///
    /// # Errors
    /// - [`KeyRingError::Missing`].
    /// - [`KeyRingError::Folder`]: the file cannot be read.
    /// - [`KeyRingError::WrongPassphrase`].
    /// - [`KeyRingError::Damaged`].
    pub fn unlock(folder: &Path, passphrase: &Plaintext) -> Result<Self, KeyRingError> {
        let sealed = folder::read(&folder.join(KEY_FILE))?.ok_or(KeyRingError::Missing)?;
        let text = unwrap(&sealed, passphrase)?;
        Self::parse(&text).ok_or(KeyRingError::Damaged)
    }

    /// The public age key, for the file in `keys/`.
    pub fn recipient(&self) -> String {
        self.identity.recipient().to_string()
    }

    /// The public signing key, for the file in `keys/`.
    pub fn signer(&self) -> String {
        signer_text(&self.signer.verifying_key())
    }

    /// What entries of this officer are checked with.
    pub fn verifying_key(&self) -> VerifyingKey {
        self.signer.verifying_key()
    }

    /// Both public keys in sixteen symbols, for the others to compare.
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.identity.recipient(), Some(&self.verifying_key()))
    }

    /// Whose keys these are.
    pub fn officer(&self) -> OfficerId {
        self.identity.officer()
    }

    /// Opens an item of a case.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(&self, case: CaseId, item: &SealedItem) -> Result<Opened, OpenError> {
        self.identity.open(case, item)
    }

    /// The key of this item alone, for one who becomes a reader later.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn item_key(&self, item: &SealedItem) -> Result<ItemKey, OpenError> {
        self.identity.item_key(item)
    }

    /// Seals bytes to this officer alone. `None` when age refuses.
    pub fn seal_private(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        self.identity.seal_private(bytes)
    }

    /// Opens what [`Self::seal_private`] sealed.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open_private(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        self.identity.open_private(sealed)
    }

    /// Signs an entry.
    pub fn sign_entry(&self, statement: Statement) -> Entry {
        statement.sign(&self.signer)
    }

    /// Signs that a case may be destroyed from a day on.
    pub fn sign_release(&self, case: CaseId, from: (ReleaseKind, Day)) -> Release {
        Release::sign(case, from, self.officer(), &self.signer)
    }

    /// Signs a request.
    pub fn sign(&self, parts: &RequestParts, now: i64, random: &Random) -> SignatureHeaders {
        let nonce = crate::core::OnceId::random(random);
        signature::sign(parts, self.officer(), &self.signer, now, nonce)
    }

    fn to_text(&self) -> Zeroizing<String> {
        let signer = Zeroizing::new(BASE64_STANDARD.encode(self.signer.as_bytes()));
        let identity = self.identity.to_secret_text();
        Zeroizing::new(format!("{FIRST_LINE}\n{SIGNER_LINE}{}\n{}\n", *signer, *identity))
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(FIRST_LINE) {
            return None;
        }
        let signer = lines.next()?.strip_prefix(SIGNER_LINE)?;
        let signer = Zeroizing::new(BASE64_STANDARD.decode(signer).ok()?);
        let signer = Zeroizing::new(<[u8; 32]>::try_from(signer.as_slice()).ok()?);
        let identity = Identity::parse(lines.next()?)?;
        Some(Self { identity, signer: SigningKey::from_bytes(&signer) })
    }
}

/// A passphrase as age takes it.
fn secret(passphrase: &Plaintext) -> SecretString {
    SecretString::from(passphrase.expose().to_owned())
}

fn wrap(text: &str, passphrase: &Plaintext, work: WorkFactor) -> Option<Vec<u8>> {
    let mut recipient = age::scrypt::Recipient::new(secret(passphrase));
    if let WorkFactor::LogN(log_n) = work {
        recipient.set_work_factor(log_n.clamp(1, MAX_LOG_N));
    }
    let recipients = std::iter::once(&recipient as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(recipients).ok()?;
    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed).ok()?;
    writer.write_all(text.as_bytes()).ok()?;
    writer.finish().ok()?;
    Some(sealed)
}

fn unwrap(sealed: &[u8], passphrase: &Plaintext) -> Result<Zeroizing<String>, KeyRingError> {
    let decryptor = age::Decryptor::new_buffered(sealed).map_err(|_| KeyRingError::Damaged)?;
    if !decryptor.is_scrypt() {
        return Err(KeyRingError::Damaged);
    }
    let mut identity = age::scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(MAX_LOG_N);
    let identities = std::iter::once(&identity as &dyn age::Identity);
    let reader = decryptor.decrypt(identities).map_err(|error| match error {
        age::DecryptError::DecryptionFailed
        | age::DecryptError::KeyDecryptionFailed
        | age::DecryptError::NoMatchingKeys => KeyRingError::WrongPassphrase,
        _ => KeyRingError::Damaged,
    })?;
    let mut text = Zeroizing::new(String::with_capacity(1024));
    reader.take(MAX_KEY_BYTES).read_to_string(&mut text).map_err(|_| KeyRingError::Damaged)?;
    Ok(text)
}

/// The keys of the sample officer with this seed.
#[cfg(test)]
pub(crate) fn tests_ring(seed: u8) -> KeyRing {
    KeyRing {
        identity: crate::desk::sample::Sample::identity(seed),
        signer: SigningKey::from_bytes(&[seed; 32]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, io};

    const LOW: WorkFactor = WorkFactor::LogN(1);

    fn written() -> (tempfile::TempDir, KeyRing) {
        let folder = tempfile::tempdir().unwrap();
        let ring = KeyRing::random(&Random::seeded(1));
        ring.write(folder.path(), &"een lange zin".into(), LOW).unwrap();
        (folder, ring)
    }

    #[test]
    fn keys_read_back_as_they_were_written() {
        let (folder, ring) = written();
        let again = KeyRing::unlock(folder.path(), &"een lange zin".into()).ok().unwrap();
        assert_eq!(again.recipient(), ring.recipient());
        assert_eq!(again.signer(), ring.signer());
        assert_eq!(again.officer(), ring.officer());
    }

    #[cfg(unix)]
    #[test]
    fn the_key_file_is_for_its_owner_alone_and_holds_no_readable_key() {
        use std::os::unix::fs::PermissionsExt;
        let (folder, _) = written();
        let path = folder.path().join(KEY_FILE);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let bytes = fs::read(&path).unwrap();
        assert!(bytes.starts_with(b"age-encryption.org/v1\n-> scrypt "));
        assert!(!String::from_utf8_lossy(&bytes).contains("AGE-SECRET-KEY"));
    }

    #[test]
    fn a_wrong_passphrase_is_told_from_a_damaged_file() {
        let (folder, _) = written();
        let unlock = |words: &str| KeyRing::unlock(folder.path(), &words.into()).err().unwrap();
        assert_eq!(unlock("een andere zin"), KeyRingError::WrongPassphrase);
        let path = folder.path().join(KEY_FILE);
        let whole = fs::read(&path).unwrap();
        for length in [0, 10, whole.len() / 2, whole.len() - 1] {
            fs::write(&path, &whole[..length]).unwrap();
            assert_eq!(unlock("een lange zin"), KeyRingError::Damaged, "{length} bytes");
        }
        fs::remove_file(&path).unwrap();
        assert_eq!(unlock("een lange zin"), KeyRingError::Missing);
    }

    #[test]
    fn a_key_file_is_never_overwritten() {
        let (folder, ring) = written();
        let other = KeyRing::random(&Random::seeded(2));
        let error = other.write(folder.path(), &"een lange zin".into(), LOW).unwrap_err();
        let KeyRingError::Folder(FolderError::Io { kind, .. }) = error else { panic!("{error}") };
        assert_eq!(kind, io::ErrorKind::AlreadyExists);
        let kept = KeyRing::unlock(folder.path(), &"een lange zin".into()).ok().unwrap();
        assert_eq!(kept.officer(), ring.officer());
    }

    #[test]
    fn a_short_passphrase_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let ring = KeyRing::random(&Random::seeded(1));
        let error = ring.write(folder.path(), &"elf tekens!".into(), LOW).unwrap_err();
        assert_eq!(error, KeyRingError::ShortPassphrase);
        assert!(!folder.path().join(KEY_FILE).exists());
    }
}
