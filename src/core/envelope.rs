//! The envelope: what turns something readable into something that can be stored.
//!
//! A sealed item is a plain age file, so that stock `age` opens it if this program is lost.
//! Inside is a frame: version, kind, length, CBOR payload, and padding to a size class.
//! `docs/envelope.md` draws it byte by byte. Sealing is here; opening is in
//! [`super::opening`], and the server's build has only the part of it that reads replies.

use super::{
    CaseId,
    cbor::Encoder,
    ids::ItemHash,
    officers::{Readers, Recipient},
    thread::Message,
};
use std::io::Write;
use zeroize::Zeroizing;

/// The frame's version. A reader refuses versions that it does not know.
pub const FRAME_VERSION: u8 = 1;

/// Bytes before the payload: version 1 + kind 1 + length 4 = 6.
///
/// ```
/// assert_eq!(veilig_melden::core::envelope::HEADER_BYTES, 1 + 1 + 4);
/// ```
pub const HEADER_BYTES: usize = 6;

/// The smallest frame, in bytes. Classes double from here.
pub const SMALLEST_CLASS_BYTES: usize = 4096;

/// The largest frame, in bytes: 4 KiB · 2⁸ = 1 MiB.
///
/// ```
/// use veilig_melden::core::envelope::{LARGEST_CLASS_BYTES, SMALLEST_CLASS_BYTES};
/// assert_eq!(LARGEST_CLASS_BYTES, SMALLEST_CLASS_BYTES << 8);
/// ```
pub const LARGEST_CLASS_BYTES: usize = 1024 * 1024;

/// The most that age adds: header stanzas for up to a hundred readers and 16 bytes a 64 KiB chunk.
const AGE_OVERHEAD_BYTES: usize = 16 * 1024;

/// The first line of every age file. Source: <https://age-encryption.org/v1>.
const AGE_MAGIC: &[u8] = b"age-encryption.org/v1\n";

/// What a sealed item holds. The number stands in the frame, on the wire and in the store.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum ItemKind {
    /// A report: the first item of a case, from the reporter.
    Report,
    /// Something that the reporter added later.
    Addition,
    /// A message to the reporter, with status and dates, from an officer.
    Message,
    /// A case entry between officers. The reporter cannot open it.
    Entry,
    /// Keys of items of the case, for an officer who becomes a reader later.
    Handover,
}

impl ItemKind {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 5] =
        [Self::Report, Self::Addition, Self::Message, Self::Entry, Self::Handover];

    /// Its number: 1 to 5.
    pub fn number(self) -> u8 {
        match self {
            Self::Report => 1,
            Self::Addition => 2,
            Self::Message => 3,
            Self::Entry => 4,
            Self::Handover => 5,
        }
    }

    /// The kind with this number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }

    /// Whether it is between officers: the reporter sees none of it, nor that there is any.
    pub fn is_between_officers(self) -> bool {
        matches!(self, Self::Entry | Self::Handover)
    }

    /// Whether it comes from the reporter; otherwise it comes from an officer.
    pub fn is_from_reporter(self) -> bool {
        matches!(self, Self::Report | Self::Addition)
    }
}

/// Something readable that can be sealed.
pub trait Payload {
    /// The kind it is sealed as.
    const KIND: ItemKind;

    /// The case it belongs to; stands inside, so that an item cannot be moved to another case.
    fn case(&self) -> CaseId;

    /// Writes it as CBOR.
    fn encode(&self, to: &mut Encoder);
}

/// An age file and its kind. Says nothing readable, and holds nothing that could.
///
/// The store and the wire take this and no bytes or text:
/// ```compile_fail
/// # use veilig_melden::core::{ItemKind, SealedItem};
/// let item: SealedItem = b"a story".to_vec();
/// ```
/// ```
/// # use veilig_melden::core::{ItemKind, SealedItem};
/// let item: Option<SealedItem> = SealedItem::from_bytes(ItemKind::Report, b"a story".to_vec());
/// assert!(item.is_none());
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct SealedItem {
    kind: ItemKind,
    bytes: Vec<u8>,
}

impl SealedItem {
    /// Takes bytes that came over the wire or from a disk. `None` when they are no age file or
    /// larger than any of ours.
    pub fn from_bytes(kind: ItemKind, bytes: Vec<u8>) -> Option<Self> {
        let sized = bytes.len() <= LARGEST_CLASS_BYTES + AGE_OVERHEAD_BYTES;
        (sized && bytes.starts_with(AGE_MAGIC)).then_some(Self { kind, bytes })
    }

    /// What it was sealed as.
    pub fn kind(&self) -> ItemKind {
        self.kind
    }

    /// The age file.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// What stands before a sealed item when it is named by its bytes.
const ITEM_DOMAIN: &[u8] = b"veilig-melden item 1\0";

/// Names a sealed item by its kind and its bytes: SHA-256 over `veilig-melden item 1`, a zero, the
/// kind's number and the age file. Says nothing of what is inside.
pub fn sealed_hash(item: &SealedItem) -> ItemHash {
    ItemHash::over(&[ITEM_DOMAIN, &[item.kind.number()], &item.bytes])
}

/// Why something could not be sealed.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The payload is larger than the largest size class, or has too many readers beside it.
    #[error("{bytes} bytes are more than an envelope holds")]
    TooLarge {
        /// The size that does not fit.
        bytes: usize,
    },
    /// The age crate refused.
    #[error("age could not seal")]
    Age,
}

/// Seals to the readers alone: reports, additions and entries.
///
/// # Errors
/// - [`SealError::TooLarge`]: above 1 MiB of payload, or far over a hundred readers beside 1 MiB.
/// - [`SealError::Age`]: the age crate refused.
pub fn seal<P: Payload>(payload: &P, readers: &Readers) -> Result<SealedItem, SealError> {
    seal_to(payload, readers.iter().map(|reader| &reader.recipient))
}

/// Seals to the readers and to the reporter's mailbox: messages, and nothing else.
///
/// A report cannot be sealed to the mailbox by mistake:
/// ```compile_fail
/// # use veilig_melden::core::{Readers, Recipient, envelope::*, report::Report, thread::Message};
/// fn seal_it(item: &Report, mailbox: &Recipient, readers: &Readers) {
///     let _sealed = seal_for_reporter(item, mailbox, readers);
/// }
/// ```
/// ```
/// # use veilig_melden::core::{Readers, Recipient, envelope::*, report::Report, thread::Message};
/// fn seal_it(item: &Message, mailbox: &Recipient, readers: &Readers) {
///     let _sealed = seal_for_reporter(item, mailbox, readers);
/// }
/// ```
///
/// # Errors
/// As [`seal`].
pub fn seal_for_reporter(
    message: &Message,
    mailbox: &Recipient,
    readers: &Readers,
) -> Result<SealedItem, SealError> {
    let readers = readers.iter().map(|reader| &reader.recipient);
    seal_to(message, readers.chain(std::iter::once(mailbox)))
}

fn seal_to<'a, P: Payload>(
    payload: &P,
    recipients: impl Iterator<Item = &'a Recipient>,
) -> Result<SealedItem, SealError> {
    let frame = frame(payload)?;
    let recipients = recipients.map(|recipient| &recipient.0 as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(recipients).map_err(|_| SealError::Age)?;
    let mut bytes = Vec::with_capacity(frame.len() + AGE_OVERHEAD_BYTES);
    let mut writer = encryptor.wrap_output(&mut bytes).map_err(|_| SealError::Age)?;
    writer.write_all(&frame).map_err(|_| SealError::Age)?;
    writer.finish().map_err(|_| SealError::Age)?;
    // What would be refused on the way back from the disk is refused now, not then.
    let too_large = SealError::TooLarge { bytes: bytes.len() };
    SealedItem::from_bytes(P::KIND, bytes).ok_or(too_large)
}

/// Version, kind, length, payload, zeros up to the size class.
fn frame<P: Payload>(payload: &P) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let mut encoder = Encoder::new();
    payload.encode(&mut encoder);
    let payload = encoder.finish();
    let too_large = SealError::TooLarge { bytes: payload.len() };
    let Some(class) = size_class(HEADER_BYTES + payload.len()) else {
        return Err(too_large);
    };
    let length = u32::try_from(payload.len()).map_err(|_| too_large)?;
    let mut frame = Zeroizing::new(Vec::with_capacity(class));
    frame.extend([FRAME_VERSION, P::KIND.number()]);
    frame.extend(length.to_be_bytes());
    frame.extend_from_slice(&payload);
    frame.resize(class, 0);
    Ok(frame)
}

/// The smallest class that holds `bytes`: 4 KiB, doubling to 1 MiB. `None` above that.
pub fn size_class(bytes: usize) -> Option<usize> {
    let class = bytes.checked_next_power_of_two()?.max(SMALLEST_CLASS_BYTES);
    (class <= LARGEST_CLASS_BYTES).then_some(class)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Language,
        core::{
            Day, Team,
            questions::{QUESTIONS, Question},
            report::Answers,
            thread::{Addition, MAX_MESSAGE_CHARS},
        },
    };
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_class_holds_and_doubles(bytes in 0..=LARGEST_CLASS_BYTES) {
            let class = size_class(bytes).unwrap();
            prop_assert!(class >= bytes && class.is_power_of_two());
            prop_assert!(class == SMALLEST_CLASS_BYTES || class / 2 < bytes);
        }
    }

    #[test]
    fn nothing_is_larger_than_the_largest_class() {
        assert_eq!(size_class(LARGEST_CLASS_BYTES + 1), None);
        assert_eq!(size_class(usize::MAX), None);
    }

    fn addition(text: &str) -> Addition {
        Addition {
            case: CaseId::from_bytes([1; 16]),
            day: Day::from_number(20_000),
            language: Language::Nl,
            text: Some(text.into()),
            answers: Answers::default(),
            attachments: Vec::new(),
        }
    }

    fn readers(names: &[&str]) -> Readers {
        Team::sample(names).readers_without(&[]).unwrap()
    }

    /// Length of the age header without its grease stanza, and length of what follows it.
    fn lengths(item: &SealedItem) -> (usize, usize) {
        let bytes = item.as_bytes();
        let mac = bytes.windows(5).position(|window| window == b"\n--- ").unwrap() + 1;
        let header = std::str::from_utf8(&bytes[..mac]).unwrap();
        let stanzas = header.split("-> ").filter(|stanza| stanza.starts_with("X25519 "));
        let end = mac + bytes[mac..].iter().position(|byte| *byte == b'\n').unwrap() + 1;
        (stanzas.map(str::len).sum(), bytes.len() - end)
    }

    #[test]
    fn a_short_and_a_long_story_of_one_class_have_equal_lengths() {
        let (short, long) = (addition("x"), addition(&"x".repeat(3_900)));
        assert_eq!(frame(&short).unwrap().len(), SMALLEST_CLASS_BYTES);
        assert_eq!(frame(&long).unwrap().len(), SMALLEST_CLASS_BYTES);
        let readers = readers(&["An", "Bo"]);
        let (short, long) = (seal(&short, &readers).unwrap(), seal(&long, &readers).unwrap());
        assert_eq!(lengths(&short), lengths(&long));
        assert_eq!(lengths(&short).1, 16 + SMALLEST_CLASS_BYTES + 16);
    }

    #[test]
    fn every_class_is_filled_to_its_last_byte_before_the_next_begins() {
        let empty = {
            let mut to = Encoder::new();
            addition("").encode(&mut to);
            to.finish().len()
        };
        // A text of over 255 bytes has two more bytes of length than an empty one.
        let fits = SMALLEST_CLASS_BYTES - HEADER_BYTES - empty - 2;
        let length = |chars: usize| frame(&addition(&"x".repeat(chars))).unwrap().len();
        assert_eq!(length(fits), SMALLEST_CLASS_BYTES);
        assert_eq!(length(fits + 1), 2 * SMALLEST_CLASS_BYTES);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let huge = seal(&addition(&"x".repeat(LARGEST_CLASS_BYTES)), &readers(&["An"]));
        assert!(matches!(huge, Err(SealError::TooLarge { .. })));
    }

    #[test]
    fn what_could_not_be_read_back_is_not_sealed() {
        let one = readers(&["An"]).iter().next().unwrap().clone();
        let many = Readers::new(vec![one; 170]).unwrap();
        let full = "x".repeat(LARGEST_CLASS_BYTES - 200);
        assert!(matches!(seal(&addition(&full), &many), Err(SealError::TooLarge { .. })));
        assert!(seal(&addition("x"), &many).is_ok());
    }

    #[test]
    fn the_largest_form_fits_in_an_envelope() {
        let widest = |question: &Question| match question.max_chars {
            0 => question.choices().iter().map(|choice| choice.value.to_owned()).collect(),
            max => vec!["🜁".repeat(max)],
        };
        let widest = QUESTIONS.iter().map(|q| (q.key.to_owned(), widest(q))).collect::<Vec<_>>();
        let answers = Answers::sample(&widest);
        let largest = Addition {
            text: Some("🜁".repeat(MAX_MESSAGE_CHARS).as_str().into()),
            answers,
            ..addition("")
        };
        assert!(frame(&largest).unwrap().len() < LARGEST_CLASS_BYTES);
    }

    #[test]
    fn kinds_keep_their_numbers() {
        for number in 1..=4 {
            assert_eq!(ItemKind::from_number(number).unwrap().number(), number);
        }
        assert!(ItemKind::from_number(0).is_none() && ItemKind::from_number(5).is_none());
    }
}
