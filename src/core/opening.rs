//! Opening sealed items.
//!
//! An officer's [`Identity`] opens everything that was sealed to that officer; it exists in
//! `officer` builds alone, and so does all code that reads a report, an addition or an entry. The
//! server's build has one way to open anything: the keys that follow from a receipt code, for the
//! one request in which it was typed, and for messages to the reporter alone.

use super::{
    CaseId,
    cbor::{Decoder, PayloadError},
    envelope::{FRAME_VERSION, HEADER_BYTES, LARGEST_CLASS_BYTES, Payload, SealedItem},
    officers::Recipient,
    receipt::MailboxKeys,
    thread::Message,
};
use std::io::Read;
use zeroize::{Zeroize, Zeroizing};

#[cfg(feature = "officer")]
use super::{ItemKind, OfficerId, report::Report, thread::Addition};
#[cfg(feature = "officer")]
use age::secrecy::ExposeSecret;

/// Why a sealed item stays shut. Carries nothing of what is inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It was not sealed to this key.
    #[error("it is not sealed to this key")]
    NotForThisKey,
    /// The age file is damaged or cut off.
    #[error("it is damaged")]
    Damaged,
    /// Its frame has a version that this program does not know: a newer program wrote it.
    #[error("it has version {found}, which this program does not know")]
    OtherVersion {
        /// The version found.
        found: u8,
    },
    /// What is inside is of another kind than the item says.
    #[error("it holds another kind than it says")]
    OtherKind,
    /// What is inside belongs to another case.
    #[error("it belongs to another case")]
    OtherCase,
    /// The payload is not of the expected form.
    #[error("its content is not of the expected form")]
    Content,
}

impl From<PayloadError> for OpenError {
    fn from(PayloadError: PayloadError) -> Self {
        Self::Content
    }
}

/// A payload that this build can read.
pub trait Opens: Payload + Sized {
    /// Reads what [`Payload::encode`] wrote.
    ///
    /// # Errors
    /// [`PayloadError`] for anything else.
    fn decode(from: &mut Decoder<'_>) -> Result<Self, PayloadError>;
}

fn open<P: Opens>(
    key: &dyn age::Identity,
    case: CaseId,
    item: &SealedItem,
) -> Result<P, OpenError> {
    let frame = unseal(key, item)?;
    let payload = payload::<P>(&frame)?;
    let mut decoder = Decoder::new(payload);
    let opened = P::decode(&mut decoder)?;
    decoder.end()?;
    if opened.case() == case { Ok(opened) } else { Err(OpenError::OtherCase) }
}

/// The frame inside an age file.
fn unseal(key: &dyn age::Identity, item: &SealedItem) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let decryptor =
        age::Decryptor::new_buffered(item.as_bytes()).map_err(|_| OpenError::Damaged)?;
    let mut reader = decryptor.decrypt(std::iter::once(key)).map_err(|error| match error {
        age::DecryptError::NoMatchingKeys | age::DecryptError::KeyDecryptionFailed => {
            OpenError::NotForThisKey
        }
        _ => OpenError::Damaged,
    })?;
    let mut frame = Zeroizing::new(Vec::with_capacity(item.as_bytes().len()));
    let limit = LARGEST_CLASS_BYTES as u64 + 1;
    reader.by_ref().take(limit).read_to_end(&mut frame).map_err(|_| OpenError::Damaged)?;
    Ok(frame)
}

/// The payload inside a frame.
fn payload<P: Payload>(frame: &[u8]) -> Result<&[u8], OpenError> {
    let (header, rest) = frame.split_first_chunk::<HEADER_BYTES>().ok_or(OpenError::Content)?;
    let [version, kind, length @ ..] = *header;
    if version != FRAME_VERSION {
        return Err(OpenError::OtherVersion { found: version });
    }
    if kind != P::KIND.number() {
        return Err(OpenError::OtherKind);
    }
    let length = u32::from_be_bytes(length) as usize;
    let (payload, padding) = rest.split_at_checked(length).ok_or(OpenError::Content)?;
    if padding.iter().any(|byte| *byte != 0) { Err(OpenError::Content) } else { Ok(payload) }
}

impl MailboxKeys {
    /// The key that replies are sealed to.
    pub fn recipient(&self) -> Recipient {
        Recipient(self.identity().to_public())
    }

    /// Opens a message to the reporter.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(&self, case: CaseId, item: &SealedItem) -> Result<Message, OpenError> {
        open(&self.identity(), case, item)
    }

    /// The mailbox key as age writes it; age has no other way to take 32 given bytes.
    fn identity(&self) -> age::x25519::Identity {
        let prefix = bech32::Hrp::parse("age-secret-key-").expect("a valid prefix");
        let mut text = bech32::encode_upper::<bech32::Bech32>(prefix, &*self.secret)
            .expect("32 bytes fit in Bech32");
        let identity = text.parse().expect("32 bytes are an X25519 key");
        text.zeroize();
        identity
    }
}

/// An officer's private age key. Opens reports. Wiped when dropped; no `Debug`, no `Clone`.
///
/// ```compile_fail
/// let identity = veilig_melden::core::opening::Identity::generate();
/// println!("{identity:?}");
/// ```
/// ```
/// let identity = veilig_melden::core::opening::Identity::generate();
/// println!("{}", identity.recipient());
/// ```
#[cfg(feature = "officer")]
pub struct Identity(age::x25519::Identity);

/// An opened item.
#[cfg(feature = "officer")]
pub enum Opened {
    /// A report. Boxed, because it is much larger than the others.
    Report(Box<Report>),
    /// Something the reporter added.
    Addition(Addition),
    /// A message to the reporter.
    Message(Message),
}

#[cfg(feature = "officer")]
impl Identity {
    /// A fresh key.
    pub fn generate() -> Self {
        Self(age::x25519::Identity::generate())
    }

    /// Reads `AGE-SECRET-KEY-1…`. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        text.trim().parse().ok().map(Self)
    }

    /// `AGE-SECRET-KEY-1…`, for the officer's passphrase-wrapped key file alone.
    #[expect(clippy::disallowed_methods, reason = "goes into the passphrase-wrapped key file")]
    pub fn to_secret_text(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }

    /// The public half.
    pub fn recipient(&self) -> Recipient {
        Recipient(self.0.to_public())
    }

    /// The id of the officer whose key this is.
    pub fn officer(&self) -> OfficerId {
        OfficerId::of_recipient(&self.recipient().to_string())
    }

    /// Opens an item of this case.
    ///
    /// # Errors
    /// [`OpenError`]; [`OpenError::OtherKind`] also for kinds that this version does not show.
    pub fn open(&self, case: CaseId, item: &SealedItem) -> Result<Opened, OpenError> {
        match item.kind() {
            ItemKind::Report => open(&self.0, case, item).map(Box::new).map(Opened::Report),
            ItemKind::Addition => open(&self.0, case, item).map(Opened::Addition),
            ItemKind::Message => open(&self.0, case, item).map(Opened::Message),
            ItemKind::Entry => Err(OpenError::OtherKind),
        }
    }
}
