//! The bytes of one event: a CBOR map of text keys.
//!
//! [`super::wire`] fills and empties a [`Fields`]. Keys may come in any order; lengths are definite
//! and bounded. What is read borrows from the body, which its owner wipes; nothing here prints or
//! copies it, and errors carry nothing.
//!
//! Source: RFC 8949.

use super::keyed::Keyed;
use crate::core::{Day, Plaintext};
use minicbor::{Decoder, Encoder, data::Type};
use std::str::FromStr;
use zeroize::Zeroizing;

/// The key under which the kind of an event stands.
const KIND: &str = "event";

/// The most fields of one event.
const MAX_FIELDS: u64 = 64;

/// The most values of one field.
const MAX_VALUES: u64 = 4096;

/// The body is no event that this version knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unknown;

impl From<minicbor::decode::Error> for Unknown {
    fn from(_: minicbor::decode::Error) -> Self {
        Self
    }
}

/// One value. No `Debug`.
enum Value<'a> {
    Text(&'a str),
    Key(String),
    Many(Vec<&'a str>),
    Number(i64),
    Bytes(&'a [u8]),
    Inside(Zeroizing<Vec<u8>>),
}

/// The fields of one event. No `Debug`.
pub(super) struct Fields<'a> {
    kind: &'a str,
    pairs: Vec<(&'a str, Value<'a>)>,
}

/// Writing.
impl<'a> Fields<'a> {
    pub fn of(kind: &'static str) -> Self {
        Self { kind, pairs: Vec::new() }
    }

    pub fn text(mut self, key: &'static str, text: &'a str) -> Self {
        self.pairs.push((key, Value::Text(text)));
        self
    }

    pub fn plain(self, key: &'static str, text: &'a Plaintext) -> Self {
        self.text(key, text.expose())
    }

    pub fn maybe(self, key: &'static str, text: Option<&'a Plaintext>) -> Self {
        match text {
            Some(text) => self.plain(key, text),
            None => self,
        }
    }

    pub fn keyed<K: Keyed>(self, key: &'static str, value: K) -> Self {
        self.text(key, value.key())
    }

    pub fn written(mut self, key: &'static str, value: &impl ToString) -> Self {
        self.pairs.push((key, Value::Key(value.to_string())));
        self
    }

    pub fn many(mut self, key: &'static str, values: impl Iterator<Item = &'a str>) -> Self {
        self.pairs.push((key, Value::Many(values.collect())));
        self
    }

    pub fn day(mut self, key: &'static str, day: Option<Day>) -> Self {
        self.pairs.extend(day.map(|day| (key, Value::Number(i64::from(day.number())))));
        self
    }

    pub fn bytes(mut self, key: &'static str, bytes: Option<&'a [u8]>) -> Self {
        self.pairs.extend(bytes.map(|bytes| (key, Value::Bytes(bytes))));
        self
    }

    pub fn inside(mut self, key: &'static str, body: Option<Zeroizing<Vec<u8>>>) -> Self {
        self.pairs.extend(body.map(|body| (key, Value::Inside(body))));
        self
    }

    pub fn encode(&self) -> Zeroizing<Vec<u8>> {
        // Writing to memory cannot fail, so there is no error to look at.
        let mut to = Encoder::new(Vec::with_capacity(1024));
        let _ = to.map(self.pairs.len() as u64 + 1);
        let _ = to.str(KIND).and_then(|to| to.str(self.kind));
        for (key, value) in &self.pairs {
            let _ = to.str(key);
            let _ = match value {
                Value::Text(text) => to.str(text).map(|_| ()),
                Value::Key(text) => to.str(text).map(|_| ()),
                Value::Many(texts) => to
                    .array(texts.len() as u64)
                    .and_then(|to| texts.iter().try_for_each(|text| to.str(text).map(|_| ()))),
                Value::Number(number) => to.i64(*number).map(|_| ()),
                Value::Bytes(bytes) => to.bytes(bytes).map(|_| ()),
                Value::Inside(bytes) => to.bytes(bytes).map(|_| ()),
            };
        }
        Zeroizing::new(to.into_writer())
    }
}

/// Reading.
impl<'a> Fields<'a> {
    pub fn decode(body: &'a [u8]) -> Result<Self, Unknown> {
        let mut from = Decoder::new(body);
        let (mut kind, mut pairs) = (None, Vec::<(&str, Value)>::new());
        for _ in 0..bounded(from.map()?, MAX_FIELDS)? {
            let key = from.str()?;
            let value = value(&mut from)?;
            match value {
                _ if pairs.iter().any(|(known, _)| *known == key) => return Err(Unknown),
                Value::Text(text) if key == KIND && kind.is_none() => kind = Some(text),
                _ if key == KIND => return Err(Unknown),
                value => pairs.push((key, value)),
            }
        }
        let whole = from.position() == body.len();
        match kind {
            Some(kind) if whole => Ok(Self { kind, pairs }),
            _ => Err(Unknown),
        }
    }

    pub fn kind(&self) -> &'a str {
        self.kind
    }

    /// Fails unless every field was taken: what is left over is of a newer version.
    pub fn end(self) -> Result<(), Unknown> {
        if self.pairs.is_empty() { Ok(()) } else { Err(Unknown) }
    }

    fn take(&mut self, key: &str) -> Option<Value<'a>> {
        let place = self.pairs.iter().position(|(known, _)| *known == key)?;
        Some(self.pairs.swap_remove(place).1)
    }

    pub fn take_text(&mut self, key: &str) -> Result<&'a str, Unknown> {
        match self.take(key) {
            Some(Value::Text(text)) => Ok(text),
            _ => Err(Unknown),
        }
    }

    pub fn take_plain(&mut self, key: &str) -> Result<Plaintext, Unknown> {
        self.take_text(key).map(Plaintext::from)
    }

    pub fn take_maybe(&mut self, key: &str) -> Result<Option<Plaintext>, Unknown> {
        match self.take(key) {
            None => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text.into())),
            Some(_) => Err(Unknown),
        }
    }

    pub fn take_keyed<K: Keyed>(&mut self, key: &str) -> Result<K, Unknown> {
        K::find(self.take_text(key)?).ok_or(Unknown)
    }

    pub fn take_written<T: FromStr>(&mut self, key: &str) -> Result<T, Unknown> {
        self.take_text(key)?.parse().map_err(|_| Unknown)
    }

    pub fn take_many<T>(
        &mut self,
        key: &str,
        read: impl Fn(&'a str) -> Option<T>,
    ) -> Result<Vec<T>, Unknown> {
        match self.take(key) {
            Some(Value::Many(texts)) => {
                texts.into_iter().map(|text| read(text).ok_or(Unknown)).collect()
            }
            _ => Err(Unknown),
        }
    }

    pub fn take_day(&mut self, key: &str) -> Result<Option<Day>, Unknown> {
        match self.take(key) {
            None => Ok(None),
            Some(Value::Number(number)) => {
                u16::try_from(number).map(|day| Some(Day::from_number(day))).map_err(|_| Unknown)
            }
            Some(_) => Err(Unknown),
        }
    }

    pub fn take_bytes(&mut self, key: &str) -> Result<Option<&'a [u8]>, Unknown> {
        match self.take(key) {
            None => Ok(None),
            Some(Value::Bytes(bytes)) => Ok(Some(bytes)),
            Some(_) => Err(Unknown),
        }
    }
}

fn value<'a>(from: &mut Decoder<'a>) -> Result<Value<'a>, Unknown> {
    Ok(match from.datatype()? {
        Type::String => Value::Text(from.str()?),
        Type::Bytes => Value::Bytes(from.bytes()?),
        Type::Array => {
            let count = bounded(from.array()?, MAX_VALUES)?;
            Value::Many((0..count).map(|_| Ok(from.str()?)).collect::<Result<_, Unknown>>()?)
        }
        _ => Value::Number(from.i64()?),
    })
}

/// A lying length costs no memory.
fn bounded(length: Option<u64>, most: u64) -> Result<u64, Unknown> {
    length.filter(|length| *length <= most).ok_or(Unknown)
}
