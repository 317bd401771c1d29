//! Attachments: files of any size, sealed as a stream, in constant memory.
//!
//! The server seals each file with a key of its own while it comes in, and writes that key into the
//! report or the addition that names the file; the officers' tool opens it again. So the readers
//! may still change while a file is under way, and nothing here is ever whole in memory.
//! `docs/envelope.md` draws the bytes, `docs/decisions/0006` says why each file has its own key.

use super::{
    AttachmentId, Plaintext, cbor::Encoder, envelope::SealError, opening::identity_of,
    random::Random,
};
use std::io::{self, Write};
use zeroize::Zeroizing;

#[cfg(feature = "officer")]
use super::{
    cbor::{Decoder, PayloadError},
    opening::OpenError,
};
#[cfg(feature = "officer")]
use std::io::Read;

/// Bytes after the padding: the length of the content, big-endian.
const LENGTH_BYTES: u64 = 8;

/// The smallest sealed attachment, in bytes before age's own: one chunk of age.
pub const SMALLEST_ATTACHMENT_BYTES: u64 = 64 * 1024;

/// The largest attachment, in bytes.
pub const MAX_ATTACHMENT_BYTES: u64 = 25 * 1024 * 1024;

/// The most attachments of one report or addition together, in bytes.
pub const MAX_ATTACHMENTS_BYTES: u64 = 100 * 1024 * 1024;

/// The most attachments of one report or addition.
pub const MAX_ATTACHMENTS: usize = 20;

/// The longest name of a file that is kept, in characters.
pub const MAX_NAME_CHARS: usize = 120;

/// The key of one attachment: 32 random bytes, an X25519 secret. Whoever has it opens that file
/// and no other. Wiped when dropped; no `Debug`, no `Clone`.
///
/// ```compile_fail
/// # use veilig_melden::core::{Random, attachment::FileKey};
/// let key = FileKey::random(&Random::seeded(1));
/// println!("{key:?}");
/// ```
/// ```
/// # use veilig_melden::core::{Random, attachment::FileKey};
/// let key = FileKey::random(&Random::seeded(1));
/// println!("{}", key.to_hex().len());
/// ```
pub struct FileKey(Box<Zeroizing<[u8; 32]>>);

impl FileKey {
    /// A fresh key.
    pub fn random(random: &Random) -> Self {
        Self(Box::new(Zeroizing::new(random.bytes())))
    }

    /// 64 hexadecimal digits: for the hidden field of the form that the reporter has open, and for
    /// nothing else.
    pub fn to_hex(&self) -> Zeroizing<String> {
        let digit = |nibble: u8| char::from(b"0123456789abcdef"[usize::from(nibble)]);
        let mut hex = Zeroizing::new(String::with_capacity(64));
        self.0.iter().for_each(|byte| hex.extend([digit(byte >> 4), digit(byte & 15)]));
        hex
    }

    /// The same key, for a sending that must be made up twice.
    pub fn copy(&self) -> Self {
        Self(self.0.clone())
    }

    /// Reads what [`Self::to_hex`] wrote. `None` for anything else.
    pub fn parse(hex: &str) -> Option<Self> {
        let digits: &[u8; 64] = hex.as_bytes().try_into().ok()?;
        let mut bytes = Box::new(Zeroizing::new([0; 32]));
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let high = char::from(pair[0]).to_digit(16)?;
            let low = char::from(pair[1]).to_digit(16)?;
            *byte = u8::try_from(high * 16 + low).ok()?;
        }
        Some(Self(bytes))
    }
}

/// What officers learn of a file that came along. Stands inside the report or the addition.
pub struct Attachment {
    /// Names the sealed file.
    pub id: AttachmentId,
    /// Opens it.
    pub key: FileKey,
    /// What the reporter's device called it.
    pub name: Plaintext,
    /// What it is, by its content: a stable key such as `jpeg`. A newer program may know more.
    pub kind: String,
    /// Length of the content, in bytes.
    pub bytes: u64,
    /// Whether place, author and device were taken out.
    pub traces: Traces,
}

/// What became of the data that a file carries about place, author and device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Traces {
    /// Taken out.
    Removed,
    /// Still in it, if they were: this kind of file is kept as it came.
    Kept,
}

impl Traces {
    fn key(self) -> &'static str {
        match self {
            Self::Removed => "removed",
            Self::Kept => "kept",
        }
    }
}

impl Attachment {
    /// Writes a list of them.
    pub(super) fn encode_all(all: &[Self], to: &mut Encoder) {
        to.array(all.len());
        for Self { id, key, name, kind, bytes, traces } in all {
            to.map(6);
            to.text("id");
            to.bytes(id.as_bytes());
            to.text("key");
            to.bytes(&**key.0);
            to.text("name");
            to.text(name.expose());
            to.text("kind");
            to.text(kind);
            to.text("bytes");
            to.number(*bytes);
            to.text("traces");
            to.text(traces.key());
        }
    }

    #[cfg(feature = "officer")]
    pub(super) fn decode_all(from: &mut Decoder<'_>) -> Result<Vec<Self>, PayloadError> {
        let count = from.array()?;
        (0..count).map(|_| Self::decode(from)).collect()
    }

    #[cfg(feature = "officer")]
    fn decode(from: &mut Decoder<'_>) -> Result<Self, PayloadError> {
        from.expect_map(6)?;
        let id = from.key("id")?.id()?;
        let key = from.key("key")?.bytes()?.try_into().map_err(|_| PayloadError)?;
        let key = FileKey(Box::new(Zeroizing::new(key)));
        let name = from.key("name")?.text()?.into();
        let kind = from.key("kind")?.text()?.to_owned();
        let bytes = from.key("bytes")?.number()?;
        let traces = match from.key("traces")?.text()? {
            "removed" => Traces::Removed,
            _ => Traces::Kept,
        };
        Ok(Self { id, key, name, kind, bytes, traces })
    }
}

/// Seals one file while it comes in. Dropped before [`Self::finish`], it leaves an age file that
/// does not open.
pub struct AttachmentSealer<W: Write> {
    age: age::stream::StreamWriter<W>,
    bytes: u64,
}

impl<W: Write> AttachmentSealer<W> {
    /// Begins an age file for this key.
    ///
    /// # Errors
    /// [`SealError::Age`]: nothing can be written, or the age crate refused.
    pub fn new(key: &FileKey, to: W) -> Result<Self, SealError> {
        let recipient = identity_of(&key.0).to_public();
        let recipients = std::iter::once(&recipient as &dyn age::Recipient);
        let encryptor = age::Encryptor::with_recipients(recipients).map_err(|_| SealError::Age)?;
        let age = encryptor.wrap_output(to).map_err(|_| SealError::Age)?;
        Ok(Self { age, bytes: 0 })
    }

    /// Bytes of content so far.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Seals the next part of the content.
    ///
    /// # Errors
    /// What the operating system says of the write.
    pub fn write(&mut self, content: &[u8]) -> io::Result<()> {
        self.age.write_all(content)?;
        self.bytes += content.len() as u64;
        Ok(())
    }

    /// Pads it to its size class, writes its length, and ends the age file.
    ///
    /// # Errors
    /// What the operating system says of the write.
    pub fn finish(mut self) -> io::Result<W> {
        let mut padding = padded(self.bytes) - self.bytes - LENGTH_BYTES;
        while padding > 0 {
            let part = padding.min(ZEROS.len() as u64);
            self.age.write_all(&ZEROS[..part as usize])?;
            padding -= part;
        }
        self.age.write_all(&self.bytes.to_be_bytes())?;
        self.age.finish()
    }
}

const ZEROS: [u8; 4096] = [0; 4096];

/// Length of the frame of a content of `bytes`, in bytes: content + zeros + length 8, rounded up
/// so that at most 12 % is added and only the largest few bits of the length show.
///
/// Source: Padmé, in "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs"
/// (Nikitin and others, 2019), section 4.
///
/// ```
/// use veilig_melden::core::attachment::{SMALLEST_ATTACHMENT_BYTES, padded};
/// assert_eq!(padded(0), SMALLEST_ATTACHMENT_BYTES);
/// assert_eq!(padded(1_000_000 - 8), 1_015_808);
/// ```
pub const fn padded(bytes: u64) -> u64 {
    let full = bytes + LENGTH_BYTES;
    let least = if full > SMALLEST_ATTACHMENT_BYTES { full } else { SMALLEST_ATTACHMENT_BYTES };
    let exponent = least.ilog2();
    let shown_bits = exponent.ilog2() + 1;
    let mask = (1 << (exponent - shown_bits)) - 1;
    (least + mask) & !mask
}

/// Opens a sealed attachment into `to`, in constant memory, and gives its length.
///
/// What is written before an error is not the whole file: throw it away.
///
/// # Errors
/// - [`OpenError::NotForThisKey`]: it is another file.
/// - [`OpenError::Damaged`]: it is cut off or altered, or `to` does not take it.
/// - [`OpenError::Content`]: its padding or its length is not as we write it.
#[cfg(feature = "officer")]
pub fn open(
    attachment: &Attachment,
    from: impl Read,
    to: &mut impl Write,
) -> Result<u64, OpenError> {
    let identity = identity_of(&attachment.key.0);
    let decryptor = age::Decryptor::new(from).map_err(|_| OpenError::Damaged)?;
    let opened = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity));
    let mut frame = opened.map_err(|error| match error {
        age::DecryptError::NoMatchingKeys | age::DecryptError::KeyDecryptionFailed => {
            OpenError::NotForThisKey
        }
        _ => OpenError::Damaged,
    })?;
    let bytes = attachment.bytes;
    if bytes > MAX_ATTACHMENT_BYTES {
        return Err(OpenError::Content);
    }
    let whole = padded(bytes);
    let written = io::copy(&mut frame.by_ref().take(bytes), to).map_err(|_| OpenError::Damaged)?;
    let mut rest = Zeroizing::new(Vec::new());
    // One byte more than there should be, so that a longer frame shows.
    frame.take(whole - bytes + 1).read_to_end(&mut rest).map_err(|_| OpenError::Damaged)?;
    let (padding, length) = rest.split_last_chunk::<8>().ok_or(OpenError::Content)?;
    let is_ours = written + rest.len() as u64 == whole
        && u64::from_be_bytes(*length) == bytes
        && padding.iter().all(|byte| *byte == 0);
    if is_ours { Ok(bytes) } else { Err(OpenError::Content) }
}

#[cfg(all(test, feature = "officer"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn attachment(seed: u64, bytes: u64) -> Attachment {
        let random = Random::seeded(seed);
        Attachment {
            id: AttachmentId::random(&random),
            key: FileKey::random(&random),
            name: "IMG_0001.jpg".into(),
            kind: "jpeg".to_owned(),
            bytes,
            traces: Traces::Removed,
        }
    }

    fn sealed(key: &FileKey, content: &[u8]) -> Vec<u8> {
        let mut sealer = AttachmentSealer::new(key, Vec::new()).unwrap();
        content.chunks(1000).for_each(|part| sealer.write(part).unwrap());
        assert_eq!(sealer.bytes(), content.len() as u64);
        sealer.finish().unwrap()
    }

    fn opened(attachment: &Attachment, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
        let mut content = Vec::new();
        open(attachment, sealed, &mut content).map(|_| content)
    }

    /// Bytes that follow the age header.
    fn body_bytes(sealed: &[u8]) -> usize {
        let mac = sealed.windows(5).position(|part| part == b"\n--- ").unwrap() + 1;
        sealed.len() - mac - sealed[mac..].iter().position(|byte| *byte == b'\n').unwrap() - 1
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn whatever_is_sealed_opens_the_same(content in prop::collection::vec(any::<u8>(), 0..200_000)) {
            let attachment = attachment(1, content.len() as u64);
            let sealed = sealed(&attachment.key, &content);
            prop_assert!(opened(&attachment, &sealed).ok().unwrap() == content);
        }

        #[test]
        fn a_class_holds_and_adds_at_most_twelve_percent(bytes in 0..=MAX_ATTACHMENT_BYTES) {
            let least = (bytes + LENGTH_BYTES).max(SMALLEST_ATTACHMENT_BYTES);
            prop_assert!(padded(bytes) >= least && padded(bytes) * 100 <= least * 112);
        }
    }

    #[test]
    fn files_of_one_class_have_equal_lengths() {
        let key = FileKey::random(&Random::seeded(1));
        let (short, long) = (sealed(&key, b"x"), sealed(&key, &[7; 60_000]));
        assert_eq!(body_bytes(&short), body_bytes(&long));
        let classes: std::collections::BTreeSet<_> =
            (0..MAX_ATTACHMENT_BYTES).step_by(997).map(padded).collect();
        assert!(classes.len() < 300, "{} classes", classes.len());
    }

    #[test]
    fn another_file_a_cut_one_and_a_longer_one_are_refused() {
        let (one, other) = (attachment(1, 100_000), attachment(2, 100_000));
        let content = vec![5; 100_000];
        let file = sealed(&one.key, &content);
        assert_eq!(opened(&other, &file), Err(OpenError::NotForThisKey));
        for length in (0..file.len()).step_by(1999) {
            assert_eq!(opened(&one, &file[..length]), Err(OpenError::Damaged), "{length}");
        }
        for place in (0..file.len()).step_by(1999) {
            let mut file = file.clone();
            file[place] ^= 1;
            assert!(opened(&one, &file).is_err(), "{place}");
        }
        for bytes in [0, 99_999, 100_001, 200_000, u64::MAX] {
            assert!(opened(&attachment(1, bytes), &file).is_err(), "{bytes}");
        }
    }

    #[test]
    fn a_key_reads_back_from_its_digits_and_nothing_else_does() {
        let key = FileKey::random(&Random::seeded(1));
        let hex = key.to_hex();
        assert!(FileKey::parse(&hex).unwrap().0 == key.0);
        for wrong in ["", "00", &hex[1..], &hex.replace(&hex[..1], "x")] {
            assert!(FileKey::parse(wrong).is_none());
        }
    }
}
