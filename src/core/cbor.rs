//! CBOR as payloads use it: definite lengths, text keys in a fixed order.
//!
//! A thin face over the `minicbor` crate, so that a payload's code reads like its drawing in
//! `docs/envelope.md`, and so that readable text is never handed to a serialiser that could print
//! it. Errors carry nothing.
//!
//! Source: RFC 8949.

use super::{Day, ids::Id};
use minicbor::data::Type;
use zeroize::Zeroizing;

#[cfg(feature = "officer")]
use crate::Language;

/// The bytes are no such payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the content is not of the expected form")]
pub struct PayloadError;

impl From<minicbor::decode::Error> for PayloadError {
    fn from(_: minicbor::decode::Error) -> Self {
        Self
    }
}

/// Writes a payload to memory.
pub struct Encoder(minicbor::Encoder<Vec<u8>>);

const INFALLIBLE: &str = "writing to memory cannot fail";

impl Encoder {
    pub(super) fn new() -> Self {
        Self(minicbor::Encoder::new(Vec::with_capacity(4096)))
    }

    pub(super) fn finish(self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.0.into_writer())
    }

    pub(super) fn map(&mut self, pairs: usize) {
        self.0.map(pairs as u64).expect(INFALLIBLE);
    }

    pub(super) fn array(&mut self, items: usize) {
        self.0.array(items as u64).expect(INFALLIBLE);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.0.str(text).expect(INFALLIBLE);
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.bytes(bytes).expect(INFALLIBLE);
    }

    pub(super) fn number(&mut self, number: u64) {
        self.0.u64(number).expect(INFALLIBLE);
    }

    #[cfg(feature = "officer")]
    pub(super) fn signed_number(&mut self, number: i64) {
        self.0.i64(number).expect(INFALLIBLE);
    }

    pub(super) fn nothing(&mut self) {
        self.0.null().expect(INFALLIBLE);
    }

    pub(super) fn optional<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        match value {
            Some(value) => write(self, value),
            None => self.nothing(),
        }
    }

    pub(super) fn day(&mut self, day: Day) {
        self.number(u64::from(day.number()));
    }
}

/// Reads a payload, in the order in which it was written.
pub struct Decoder<'a>(minicbor::Decoder<'a>);

impl<'a> Decoder<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(minicbor::Decoder::new(bytes))
    }

    /// Fails unless everything was read.
    pub(super) fn end(&self) -> Result<(), PayloadError> {
        if self.0.position() == self.0.input().len() { Ok(()) } else { Err(PayloadError) }
    }

    pub(super) fn map(&mut self) -> Result<usize, PayloadError> {
        bounded(self.0.map()?)
    }

    pub(super) fn expect_map(&mut self, pairs: usize) -> Result<(), PayloadError> {
        if self.map()? == pairs { Ok(()) } else { Err(PayloadError) }
    }

    /// A map of one of these sizes; says which.
    #[cfg(feature = "officer")]
    pub(super) fn expect_map_of(&mut self, sizes: &[usize]) -> Result<usize, PayloadError> {
        let pairs = self.map()?;
        if sizes.contains(&pairs) { Ok(pairs) } else { Err(PayloadError) }
    }

    /// Reads this key and leaves the decoder at its value.
    pub(super) fn key(&mut self, key: &str) -> Result<&mut Self, PayloadError> {
        if self.0.str()? == key { Ok(self) } else { Err(PayloadError) }
    }

    pub(super) fn text(&mut self) -> Result<&'a str, PayloadError> {
        Ok(self.0.str()?)
    }

    pub(super) fn id<Kind>(&mut self) -> Result<Id<Kind>, PayloadError> {
        let bytes = self.0.bytes()?.try_into().map_err(|_| PayloadError)?;
        Ok(Id::from_bytes(bytes))
    }

    pub(super) fn day(&mut self) -> Result<Day, PayloadError> {
        Ok(Day::from_number(self.0.u16()?))
    }

    pub(super) fn optional<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, PayloadError>,
    ) -> Result<Option<T>, PayloadError> {
        if self.0.datatype()? == Type::Null {
            self.0.null()?;
            Ok(None)
        } else {
            read(self).map(Some)
        }
    }
}

/// What only the payloads need that officers alone can open.
#[cfg(feature = "officer")]
impl Decoder<'_> {
    pub(super) fn array(&mut self) -> Result<usize, PayloadError> {
        bounded(self.0.array()?)
    }

    pub(super) fn number(&mut self) -> Result<u64, PayloadError> {
        Ok(self.0.u64()?)
    }

    pub(super) fn expect_array(&mut self, items: usize) -> Result<(), PayloadError> {
        if self.array()? == items { Ok(()) } else { Err(PayloadError) }
    }

    pub(super) fn at_array(&mut self) -> Result<bool, PayloadError> {
        Ok(self.0.datatype()? == Type::Array)
    }

    pub(super) fn bytes(&mut self) -> Result<&[u8], PayloadError> {
        Ok(self.0.bytes()?)
    }

    pub(super) fn hash<Kind>(&mut self) -> Result<super::ids::Hash<Kind>, PayloadError> {
        let bytes = self.0.bytes()?.try_into().map_err(|_| PayloadError)?;
        Ok(super::ids::Hash::from_bytes(bytes))
    }

    pub(super) fn signed_number(&mut self) -> Result<i64, PayloadError> {
        Ok(self.0.i64()?)
    }

    /// How far it has read.
    pub(super) fn position(&self) -> usize {
        self.0.position()
    }

    /// What it has read since that position, as it stands.
    pub(super) fn read_since(&self, position: usize) -> &[u8] {
        &self.0.input()[position..self.0.position()]
    }

    /// A language of a newer version reads as the default one rather than hiding the story.
    pub(super) fn language(&mut self) -> Result<Language, PayloadError> {
        Ok(self.text()?.parse().unwrap_or_default())
    }
}

/// Lengths are definite, and none of ours is longer than this; a lying length costs no memory.
fn bounded(length: Option<u64>) -> Result<usize, PayloadError> {
    let length = usize::try_from(length.ok_or(PayloadError)?).map_err(|_| PayloadError)?;
    if length <= 4096 { Ok(length) } else { Err(PayloadError) }
}
