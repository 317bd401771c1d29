//! The names that sealed things go by: cases, officers, resends, entries, the number for the phone,
//! and what names an item by its bytes.
//!
//! None of them says anything about a person. They are what store, wire and desk share.

use super::{random::Random, symbols};
use sha2::{Digest, Sha256};
use std::{fmt, marker::PhantomData};

/// 16 bytes that name one kind of thing; two kinds do not mix. Written as 32 hexadecimal digits.
///
/// ```compile_fail
/// # use veilig_melden::core::{CaseId, OfficerId};
/// let case: CaseId = OfficerId::from_bytes([0; 16]);
/// ```
/// ```
/// # use veilig_melden::core::{CaseId, OfficerId};
/// let case: CaseId = CaseId::from_bytes([0; 16]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, std::hash::Hash)]
pub struct Id<Kind>([u8; 16], PhantomData<Kind>);

/// A case: random, drawn when its report comes in.
pub type CaseId = Id<Case>;

/// An officer: the first 16 bytes of SHA-256 over the officer's recipient string.
pub type OfficerId = Id<Officer>;

/// A sealed file beside the store: random, its file's name.
pub type AttachmentId = Id<AttachmentFile>;

/// What makes a resend land on the item that is already there, chosen by the sender: for a
/// reporter a keyed hash that only the receipt code can make, for an officer random.
pub type OnceId = Id<Once>;

/// An entry: random, chosen by the desk that writes it.
pub type EntryId = Id<Entry>;

/// A sealed item, named by its bytes: see [`super::envelope::sealed_hash`].
pub type ItemHash = Hash<Item>;

/// A signed entry, named by what was signed and the signature.
pub type EntryHash = Hash<Entry>;

/// The kind of a [`CaseId`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, std::hash::Hash)]
pub enum Case {}

/// The kind of an [`OfficerId`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, std::hash::Hash)]
pub enum Officer {}

/// The kind of an [`AttachmentId`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttachmentFile {}

/// The kind of a [`OnceId`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, std::hash::Hash)]
pub enum Once {}

/// The kind of an [`EntryId`] and an [`EntryHash`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, std::hash::Hash)]
pub enum Entry {}

/// The kind of an [`ItemHash`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, std::hash::Hash)]
pub enum Item {}

impl<Kind> Id<Kind> {
    /// From its 16 bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes, PhantomData)
    }

    /// A fresh random id.
    pub fn random(random: &Random) -> Self {
        Self::from_bytes(random.bytes())
    }

    /// Its 16 bytes.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Reads 32 hexadecimal digits. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: &[u8; 32] = text.as_bytes().try_into().ok()?;
        let mut bytes = [0; 16];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let high = char::from(pair[0]).to_digit(16)?;
            let low = char::from(pair[1]).to_digit(16)?;
            *byte = u8::try_from(high * 16 + low).ok()?;
        }
        Some(Self::from_bytes(bytes))
    }
}

impl<Kind> fmt::Display for Id<Kind> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_digits(f, &self.0)
    }
}

impl<Kind> fmt::Debug for Id<Kind> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A SHA-256 that names one kind of thing by its content; two kinds do not mix. Written as 64
/// hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, std::hash::Hash)]
pub struct Hash<Kind>([u8; 32], PhantomData<Kind>);

impl<Kind> Hash<Kind> {
    /// From its 32 bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes, PhantomData)
    }

    /// Over these parts, one after the other. The first of them says what is named, so that no
    /// hash is ever good for two purposes.
    pub(super) fn over(parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        parts.iter().for_each(|part| hash.update(part));
        Self::from_bytes(hash.finalize().into())
    }

    /// Its 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl<Kind> fmt::Display for Hash<Kind> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_digits(f, &self.0)
    }
}

impl<Kind> fmt::Debug for Hash<Kind> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn write_digits(f: &mut fmt::Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}

impl EntryId {
    /// The id of the entry that is written right after this one, in one go with it: a form that is
    /// sent twice names the same entries twice.
    pub fn next(self) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"veilig-melden next entry 1\0");
        hash.update(self.as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash.finalize()[..16]);
        Self::from_bytes(bytes)
    }
}

impl OfficerId {
    /// The id that belongs to an officer's recipient (`age1…`).
    pub fn of_recipient(recipient: &str) -> Self {
        let hash = Sha256::digest(recipient.as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash[..16]);
        Self::from_bytes(bytes)
    }
}

/// The number to name on the phone, `M-48K2`: random, not secret, opens nothing.
///
/// Four symbols of the receipt's alphabet (1 048 576 numbers); the server draws again while a
/// number is taken.
#[derive(Clone, Copy, PartialEq, Eq, std::hash::Hash, PartialOrd, Ord)]
pub struct PublicNumber([u8; 4]);

impl PublicNumber {
    /// A fresh number.
    pub fn random(random: &Random) -> Self {
        Self(random.bytes::<4>().map(|byte| symbols::ALPHABET[usize::from(byte & 31)]))
    }

    /// Reads `M-48K2`, forgiving as the receipt code is. `None` when it is no number.
    pub fn parse(text: &str) -> Option<Self> {
        let mut letters = text.chars().filter(|letter| !symbols::is_separator(*letter));
        if !matches!(letters.next()?, 'M' | 'm') {
            return None;
        }
        let mut found = [0; 4];
        for place in &mut found {
            *place = symbols::ALPHABET[usize::from(symbols::value_of(letters.next()?)?)];
        }
        letters.next().is_none().then_some(Self(found))
    }

    /// Its four symbols.
    pub fn as_bytes(&self) -> &[u8; 4] {
        &self.0
    }
}

impl fmt::Display for PublicNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("M-")?;
        self.0.iter().try_for_each(|byte| write!(f, "{}", char::from(*byte)))
    }
}

impl fmt::Debug for PublicNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        let id = CaseId::random(&Random::seeded(1));
        assert_eq!(CaseId::parse(&id.to_string()), Some(id));
        assert_eq!(CaseId::parse("zz"), None);
        assert_eq!(CaseId::parse(&"é".repeat(16)), None);
    }

    #[test]
    fn a_public_number_reads_back_and_forgives() {
        let number = PublicNumber::random(&Random::seeded(2));
        assert_eq!(PublicNumber::parse(&number.to_string().to_lowercase()), Some(number));
        for typed in ["M-48K2", "m48k2", " M 48K2 ", "\u{2068}M\u{2011}48K2\u{2069}"] {
            assert_eq!(PublicNumber::parse(typed).unwrap().to_string(), "M-48K2", "{typed}");
        }
        for wrong in ["", "M-", "48K2", "M-48K", "M-48K22", "M-48U2"] {
            assert_eq!(PublicNumber::parse(wrong), None, "{wrong}");
        }
    }
}
