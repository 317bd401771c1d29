//! What goes between the officers' tool and the server: sealed things, ids, days.
//!
//! CBOR under `/api/officer/v1/`, requests signed as in [`super::signature`]. The numbers before
//! the fields are their keys on the wire and never change.
//!
//! | request | body | answer |
//! |---|---|---|
//! | `GET feed` | – | [`FeedPage`]: what this officer may read, in order, from the start |
//! | `GET feed?after=CASE.SEQUENCE.CHECK` | – | [`FeedPage`]: what comes after this item in this officer's feed |
//! | `GET team` | – | [`TeamPage`]: whom replies can be sealed to, and what entries are checked with |
//! | `GET cases/ID` | – | [`CaseHead`] |
//! | `GET cases/ID/items?from=SEQUENCE` | – | [`FeedPage`]: what lies in this case from there on |
//! | `POST cases/ID/readers` | [`ChangeReaders`] | [`Appended`] |
//! | `POST cases/ID/items` | [`Append`] | [`Appended`] |
//! | `POST cases/ID/acknowledge` | – | [`CaseHead`] |
//! | `POST cases/ID/close` | [`Release`](super::release::Release) | –: from its day on the case may be destroyed |
//! | `POST cases/ID/reopen` | – | –: it may not any more |
//! | `POST cases/ID/destroy` | [`Release`](super::release::Release) | –: it is; 412 when its day has not come |
//! | `POST endings` | [`Asked`](super::release::Asked) | [`EndingsPage`](super::release::EndingsPage): where these cases stand |
//! | `GET cases/ID/attachments/ID` | – | the sealed file, an age file, as [`SEALED_FILE_TYPE`] |
//!
//! An unknown case and a case that this officer may not read give the same answer: 404; in `after`,
//! the feed from the start. So does an attachment that the case does not name. One that it names and
//! whose file was lost gives 410. Nothing on the wire counts what this officer may not read.

use super::{CaseId, Day, ItemKind, OfficerId, OnceId, SealedItem, ids::Id, sealed_hash};
use minicbor::{
    Decode, Encode,
    decode::{self, Decoder},
    encode::{self, Encoder, Write},
};
use std::fmt;

/// Where the endpoints begin.
pub const PREFIX: &str = "/api/officer/v1/";

/// The media type of every body but sealed files.
pub const MEDIA_TYPE: &str = "application/cbor";

/// The media type of a sealed file.
pub const SEALED_FILE_TYPE: &str = "application/octet-stream";

/// The most that one [`FeedPage`] carries, in bytes of sealed items; at least one item always.
pub const MAX_PAGE_BYTES: usize = 2 * 1024 * 1024;

/// A part of an officer's feed.
#[derive(Encode, Decode)]
pub struct FeedPage {
    /// What comes after the item that was named, oldest first.
    #[n(0)]
    pub entries: Vec<FeedEntry>,
    /// Whether there are more after the last of them.
    #[n(1)]
    pub more: bool,
}

impl FeedPage {
    /// Takes in one more, unless the page is full; `bytes` counts what it holds. Tells whether there
    /// is place for others.
    pub fn take_in(&mut self, entry: FeedEntry, bytes: &mut usize) -> bool {
        *bytes += entry.item.as_bytes().len();
        self.more = *bytes > MAX_PAGE_BYTES && !self.entries.is_empty();
        if !self.more {
            self.entries.push(entry);
        }
        !self.more
    }
}

/// One sealed item in an officer's feed.
#[derive(Encode, Decode)]
pub struct FeedEntry {
    /// The case.
    #[n(0)]
    pub case: CaseId,
    /// Its place in the case, from 0.
    #[n(1)]
    pub sequence: u32,
    /// The day it came in.
    #[n(2)]
    pub day: Day,
    /// The item.
    #[n(3)]
    pub item: SealedItem,
}

/// What the server knows of a case, besides its sealed items.
#[derive(Encode, Decode, Clone)]
pub struct CaseHead {
    /// The case.
    #[n(0)]
    pub case: CaseId,
    /// The number to name on the phone, `M-48K2`.
    #[n(1)]
    pub number: String,
    /// The day its report came in.
    #[n(2)]
    pub day: Day,
    /// Who may read it. What replies are sealed to stands in the report itself, and nowhere else; it
    /// once stood here, under 3.
    #[n(4)]
    pub readers: Vec<OfficerId>,
    /// The day an officer first acknowledged it.
    #[n(5)]
    pub acknowledged_on: Option<Day>,
    /// How many items it has.
    #[n(6)]
    pub items: u32,
}

/// Everybody in the team, recovery key included.
#[derive(Encode, Decode)]
pub struct TeamPage {
    /// In the order of their key files.
    #[n(0)]
    pub members: Vec<TeamMember>,
}

/// One of the team. The tool trusts the recipient only under the id that follows from it.
#[derive(Encode, Decode)]
pub struct TeamMember {
    /// Follows from the recipient.
    #[n(0)]
    pub id: OfficerId,
    /// Name, as reporters read it.
    #[n(1)]
    pub name: String,
    /// Public age key, `age1…`.
    #[n(2)]
    pub recipient: String,
    /// Public Ed25519 key, `ed25519:…`: entries are checked with it. The recovery key has none.
    #[n(3)]
    pub signer: Option<String>,
}

/// Adds an item to a case.
#[derive(Encode, Decode)]
pub struct Append {
    /// Chosen by the tool: the same id again adds nothing.
    #[n(0)]
    pub once: OnceId,
    /// A message or an entry.
    #[n(1)]
    pub item: SealedItem,
}

/// Changes who may read a case, and adds the entry that says so.
#[derive(Encode, Decode)]
pub struct ChangeReaders {
    /// Chosen by the tool: the same id again changes nothing.
    #[n(0)]
    pub once: OnceId,
    /// The entry in which an officer signs for the change.
    #[n(1)]
    pub item: SealedItem,
    /// The place that the entry is to have: everything before it is known to whoever asks.
    #[n(2)]
    pub place: u32,
    /// Who may read it from now on, too.
    #[n(3)]
    pub added: Vec<OfficerId>,
    /// Who may not any more.
    #[n(4)]
    pub removed: Vec<OfficerId>,
}

/// The answer to [`Append`] and [`ChangeReaders`].
#[derive(Encode, Decode, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The item's place in the case.
    #[n(0)]
    pub sequence: u32,
}

/// A place in a case as text, `CASE.SEQUENCE`: 32 hexadecimal digits, a dot, the place in decimal.
pub fn place_text(case: CaseId, sequence: u32) -> String {
    format!("{case}.{sequence}")
}

/// Reads what [`place_text`] wrote, in that one spelling. `None` for anything else.
pub fn parse_place(text: &str) -> Option<(CaseId, u32)> {
    let (case, sequence) = text.split_once('.')?;
    let (case, sequence) = (CaseId::parse(case)?, sequence.parse().ok()?);
    (place_text(case, sequence) == text).then_some((case, sequence))
}

/// Names an item in a feed, `CASE.SEQUENCE.CHECK`: where it lies, and eight bytes of what lies there,
/// so that another item in its place is not taken for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ItemName {
    /// The case.
    pub case: CaseId,
    /// Its place in the case, from 0.
    pub sequence: u32,
    /// The first bytes of its [`ItemHash`](super::ItemHash).
    pub check: [u8; 8],
}

impl ItemName {
    /// Names this item in this place.
    pub fn of(case: CaseId, sequence: u32, item: &SealedItem) -> Self {
        let mut check = [0; 8];
        check.copy_from_slice(&sealed_hash(item).as_bytes()[..8]);
        Self { case, sequence, check }
    }

    /// Reads what `Display` wrote, in that one spelling. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (place, digits) = text.rsplit_once('.')?;
        let (case, sequence) = parse_place(place)?;
        let check = u64::from_str_radix(digits, 16).ok()?.to_be_bytes();
        let name = Self { case, sequence, check };
        (name.to_string() == text).then_some(name)
    }
}

impl fmt::Display for ItemName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { case, sequence, check } = self;
        write!(f, "{}.{:016x}", place_text(*case, *sequence), u64::from_be_bytes(*check))
    }
}

/// Bytes for the wire.
pub fn to_bytes<T: Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).expect("writing to memory cannot fail")
}

/// Reads bytes from the wire, all of them. `None` when they are nonsense.
pub fn from_bytes<'b, T: Decode<'b, ()>>(bytes: &'b [u8]) -> Option<T> {
    let mut decoder = Decoder::new(bytes);
    let value = decoder.decode().ok()?;
    (decoder.position() == bytes.len()).then_some(value)
}

impl<Context, Kind> Encode<Context> for Id<Kind> {
    fn encode<W: Write>(
        &self,
        to: &mut Encoder<W>,
        _: &mut Context,
    ) -> Result<(), encode::Error<W::Error>> {
        to.bytes(self.as_bytes())?.ok()
    }
}

impl<'b, Context, Kind> Decode<'b, Context> for Id<Kind> {
    fn decode(from: &mut Decoder<'b>, _: &mut Context) -> Result<Self, decode::Error> {
        let bytes = from.bytes()?.try_into();
        bytes.map(Self::from_bytes).map_err(|_| decode::Error::message("16 bytes"))
    }
}

impl<Context> Encode<Context> for Day {
    fn encode<W: Write>(
        &self,
        to: &mut Encoder<W>,
        _: &mut Context,
    ) -> Result<(), encode::Error<W::Error>> {
        to.u16(self.number())?.ok()
    }
}

impl<'b, Context> Decode<'b, Context> for Day {
    fn decode(from: &mut Decoder<'b>, _: &mut Context) -> Result<Self, decode::Error> {
        from.u16().map(Self::from_number)
    }
}

/// A sealed item on the wire: an array of its kind's number and its bytes.
impl<Context> Encode<Context> for SealedItem {
    fn encode<W: Write>(
        &self,
        to: &mut Encoder<W>,
        _: &mut Context,
    ) -> Result<(), encode::Error<W::Error>> {
        to.array(2)?.u8(self.kind().number())?.bytes(self.as_bytes())?.ok()
    }
}

impl<'b, Context> Decode<'b, Context> for SealedItem {
    fn decode(from: &mut Decoder<'b>, _: &mut Context) -> Result<Self, decode::Error> {
        if from.array()? != Some(2) {
            return Err(decode::Error::message("an array of 2"));
        }
        let kind = ItemKind::from_number(from.u8()?);
        let bytes = from.bytes()?.to_vec();
        kind.and_then(|kind| Self::from_bytes(kind, bytes))
            .ok_or_else(|| decode::Error::message("a sealed item"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_items_name_reads_back_in_one_spelling_alone() {
        let case = CaseId::from_bytes([0xab; 16]);
        for sequence in [0, 7, u32::MAX] {
            assert_eq!(parse_place(&place_text(case, sequence)), Some((case, sequence)));
            for check in [[0; 8], [0xcd; 8], [255; 8]] {
                let name = ItemName { case, sequence, check };
                assert_eq!(ItemName::parse(&name.to_string()), Some(name));
            }
        }
        let digits = case.to_string();
        let too_large = format!("{digits}.4294967296");
        let upper = format!("{}.0", digits.to_uppercase());
        let signed =
            [".+1", ".-1", ".01", ". 1", ".1 ", ".", "", ".1.1"].map(|end| digits.clone() + end);
        for wrong in ["", ".", "7", ".7", "ab.0", &too_large, &upper] {
            assert_eq!(parse_place(wrong), None, "{wrong}");
            assert_eq!(ItemName::parse(&format!("{wrong}.00000000000000cd")), None, "{wrong}");
        }
        for wrong in signed {
            assert_eq!(parse_place(&wrong), None, "{wrong}");
        }
        for wrong in ["", ".", ".cd", ".CD00000000000000", ".+000000000000000", ".0cd", ".é"] {
            assert_eq!(ItemName::parse(&format!("{digits}.1{wrong}")), None, "{wrong}");
        }
    }
}
