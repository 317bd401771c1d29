//! Records: what one entry of the ledger looks like, byte by byte.
//!
//! The ledger writes them, the walk over it reads them, and the index is built from them;
//! `docs/store.md` draws one. This file holds no bytes that are not sealed, and touches no disk.

use super::{NewCase, NewItem, NewReaders, destroyed::Destroyed, files::SealedFile};
use crate::core::{
    AttachmentId, CaseId, Day, Kdf, KdfParams, MailboxAddress, OfficerId, OnceId, PublicNumber,
    SealedItem, envelope::LARGEST_CLASS_BYTES, release::Release, wire,
};
use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};

/// The version of the whole store; stands in the installation record and in the index.
pub const STORE_VERSION: u8 = 1;

/// The version of a record's format; stands in each header.
pub const FORMAT_VERSION: u8 = 1;

/// The first bytes of every record.
pub const MAGIC: [u8; 4] = *b"VMgl";

/// Bytes before the body: magic 4 + length 4 + type 1 + version 1 + header check 2 + number 8 +
/// link 16 = 36.
pub const HEADER_BYTES: usize = 4 + 4 + 1 + 1 + 2 + 8 + LINK_BYTES;

/// Bytes after the body: SHA-256 over header and body.
pub const CHECK_BYTES: usize = 32;

/// Bytes of the check before that a record repeats.
pub const LINK_BYTES: usize = 16;

/// The largest body, in bytes: the largest sealed item, and 64 KiB for what goes with it.
pub const MAX_BODY_BYTES: usize = LARGEST_CLASS_BYTES + 64 * 1024;

/// SHA-256 over a record's header and body.
pub type Check = [u8; CHECK_BYTES];

/// What one record says.
pub enum Record {
    /// Whose ledger this is. Stands twice at the beginning.
    Installation(Installation),
    /// A case with its report. Boxed, because it is much larger than the others.
    Case {
        /// The case.
        new: Box<NewCase>,
        /// Its attachments, as they lie on disk.
        files: Vec<SealedFile>,
    },
    /// An item of a case, at its place in it.
    Item {
        /// Its place in the case, from 1; the report is 0.
        sequence: u32,
        /// The item.
        item: NewItem,
        /// Its attachments, as they lie on disk.
        files: Vec<SealedFile>,
    },
    /// An officer first acknowledged a case.
    Acknowledged {
        /// The case.
        case: CaseId,
        /// The day it happened.
        day: Day,
    },
    /// Other readers, with the entry that says so. Boxed as a case is.
    Readers(Box<NewReaders>),
    /// From which day a case may be destroyed; without a release, not any more.
    Released {
        /// The case.
        case: CaseId,
        /// An officer's word.
        release: Option<Release>,
    },
    /// A case was destroyed: every record of it before this one counts no more.
    Destroyed(Destroyed),
}

/// Whose ledger this is, and how its receipt codes are stretched.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct Installation {
    /// [`STORE_VERSION`] of the program that made it.
    #[n(0)]
    pub version: u8,
    /// Names this installation: follows from the salt, which no two installations share.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub id: [u8; 16],
    /// The salt of the key derivation.
    #[cbor(n(2), with = "minicbor::bytes")]
    salt: [u8; 32],
    /// Argon2id: memory in KiB.
    #[n(3)]
    memory_kib: u32,
    /// Argon2id: passes.
    #[n(4)]
    passes: u32,
    /// Argon2id: lanes.
    #[n(5)]
    lanes: u32,
}

impl Installation {
    /// A new installation with these parameters.
    pub fn new(kdf: &Kdf) -> Self {
        let hash = Sha256::new()
            .chain_update(b"veilig-melden/v1 installation")
            .chain_update(kdf.salt)
            .finalize();
        let KdfParams { memory_kib, passes, lanes } = kdf.params;
        Self {
            version: STORE_VERSION,
            id: first_bytes(&hash),
            salt: kdf.salt,
            memory_kib,
            passes,
            lanes,
        }
    }

    /// How receipt codes are stretched here.
    pub fn kdf(&self) -> Kdf {
        let Self { memory_kib, passes, lanes, .. } = *self;
        Kdf { salt: self.salt, params: KdfParams { memory_kib, passes, lanes } }
    }
}

/// The body of a [`Record::Case`].
#[derive(Encode, Decode)]
struct CaseBody {
    #[n(0)]
    case: CaseId,
    #[n(1)]
    number: String,
    #[n(2)]
    day: Day,
    #[cbor(n(3), with = "minicbor::bytes")]
    address: [u8; 32],
    #[n(4)]
    mailbox: String,
    #[n(5)]
    readers: Vec<OfficerId>,
    #[n(6)]
    once: OnceId,
    #[n(7)]
    item: SealedItem,
    /// Not there in a record without attachments.
    #[n(8)]
    files: Option<Vec<SealedFile>>,
    /// Not there when nobody was excluded, and in the records of before it was kept.
    #[n(9)]
    excluded: Option<Vec<OfficerId>>,
}

/// The body of a [`Record::Item`]; borrowed for writing and owned after reading.
#[derive(Encode, Decode)]
struct ItemBody {
    #[n(0)]
    case: CaseId,
    #[n(1)]
    sequence: u32,
    #[n(2)]
    day: Day,
    #[n(3)]
    once: OnceId,
    #[n(4)]
    item: SealedItem,
    /// Not there in a record without attachments.
    #[n(5)]
    files: Option<Vec<SealedFile>>,
}

/// The body of a [`Record::Acknowledged`].
#[derive(Encode, Decode)]
struct AcknowledgedBody {
    #[n(0)]
    case: CaseId,
    #[n(1)]
    day: Day,
}

/// The body of a [`Record::Released`].
#[derive(Encode, Decode)]
struct ReleasedBody {
    #[n(0)]
    case: CaseId,
    #[n(1)]
    release: Option<Release>,
}

impl Record {
    /// The number of its type in the header.
    fn kind(&self) -> u8 {
        match self {
            Self::Installation(_) => 1,
            Self::Case { .. } => 2,
            Self::Item { .. } => 3,
            Self::Acknowledged { .. } => 4,
            Self::Readers(_) => 5,
            Self::Released { .. } => 6,
            Self::Destroyed(_) => 7,
        }
    }

    fn body(&self) -> Vec<u8> {
        match self {
            Self::Installation(installation) => wire::to_bytes(installation),
            Self::Case { new, files } => wire::to_bytes(&CaseBody {
                case: new.case,
                number: new.number.to_string(),
                day: new.day,
                address: new.address.0,
                mailbox: new.mailbox.to_string(),
                readers: new.readers.clone(),
                once: new.once,
                item: new.item.clone(),
                files: some(files),
                excluded: (!new.excluded.is_empty()).then(|| new.excluded.clone()),
            }),
            Self::Item { sequence, item, files } => wire::to_bytes(&ItemBody {
                case: item.case,
                sequence: *sequence,
                day: item.day,
                once: item.once,
                item: item.item.clone(),
                files: some(files),
            }),
            Self::Acknowledged { case, day } => {
                wire::to_bytes(&AcknowledgedBody { case: *case, day: *day })
            }
            Self::Readers(new) => new.to_body(),
            Self::Released { case, release } => {
                wire::to_bytes(&ReleasedBody { case: *case, release: *release })
            }
            Self::Destroyed(destroyed) => wire::to_bytes(destroyed),
        }
    }

    /// The attachments that it names.
    pub fn files(&self) -> &[SealedFile] {
        match self {
            Self::Case { files, .. } | Self::Item { files, .. } => files,
            _ => &[],
        }
    }

    /// The case that it is about, as long as it names one.
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Self::Installation(_) => None,
            Self::Case { new, .. } => Some(new.case),
            Self::Item { item, .. } => Some(item.case),
            Self::Acknowledged { case, .. } | Self::Released { case, .. } => Some(*case),
            Self::Readers(new) => Some(new.item.case),
            Self::Destroyed(destroyed) => destroyed.case,
        }
    }

    /// Reads a body of this type. `None` when the type is unknown or the body is nonsense.
    pub fn decode(kind: u8, body: &[u8]) -> Option<Self> {
        match kind {
            1 => wire::from_bytes(body).map(Self::Installation),
            2 => wire::from_bytes::<CaseBody>(body)?.into_record(),
            3 => {
                let ItemBody { case, sequence, day, once, item, files } = wire::from_bytes(body)?;
                let files = files.unwrap_or_default();
                let item = NewItem { case, day, once, item, attachments: ids_of(&files) };
                Some(Self::Item { sequence, item, files })
            }
            4 => {
                let AcknowledgedBody { case, day } = wire::from_bytes(body)?;
                Some(Self::Acknowledged { case, day })
            }
            5 => NewReaders::from_body(body).map(Box::new).map(Self::Readers),
            6 => {
                let ReleasedBody { case, release } = wire::from_bytes(body)?;
                Some(Self::Released { case, release })
            }
            7 => wire::from_bytes(body).map(Self::Destroyed),
            _ => None,
        }
    }

    /// Appends the whole record to `to` and gives its check. `None`, and nothing appended, when
    /// the body is larger than [`MAX_BODY_BYTES`].
    pub fn write(&self, number: u64, before: &Check, to: &mut Vec<u8>) -> Option<Check> {
        write_frame((self.kind(), &self.body()), (number, before), to)
    }
}

/// Appends a record of this kind with this body to `to`, after the one with this check, and gives
/// its own. `None`, and nothing appended, when the body is larger than [`MAX_BODY_BYTES`].
pub fn write_frame(
    (kind, body): (u8, &[u8]),
    (number, before): (u64, &Check),
    to: &mut Vec<u8>,
) -> Option<Check> {
    let length = u32::try_from(body.len()).ok().filter(|_| body.len() <= MAX_BODY_BYTES)?;
    let link = first_bytes(before);
    let header = Header { length, kind, version: FORMAT_VERSION, number, link };
    let start = to.len();
    to.extend_from_slice(&header.to_bytes());
    to.extend_from_slice(body);
    let check: Check = Sha256::digest(&to[start..]).into();
    to.extend_from_slice(&check);
    Some(check)
}

/// Nothing stands in the place of an empty list, as in the records of before there were files.
fn some(files: &[SealedFile]) -> Option<Vec<SealedFile>> {
    (!files.is_empty()).then(|| files.to_vec())
}

fn ids_of(files: &[SealedFile]) -> Vec<AttachmentId> {
    files.iter().map(|file| file.id).collect()
}

impl CaseBody {
    fn into_record(self) -> Option<Record> {
        let files = self.files.unwrap_or_default();
        let new = NewCase {
            case: self.case,
            number: PublicNumber::parse(&self.number)?,
            day: self.day,
            address: MailboxAddress(self.address),
            mailbox: self.mailbox.parse().ok()?,
            readers: self.readers,
            excluded: self.excluded.unwrap_or_default(),
            once: self.once,
            item: self.item,
            attachments: ids_of(&files),
        };
        Some(Record::Case { new: Box::new(new), files })
    }
}

/// What stands before a body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Header {
    /// Length of the body, in bytes.
    pub length: u32,
    /// Type of the body.
    pub kind: u8,
    /// Format of record and body.
    pub version: u8,
    /// Number of the record: 1 for the first, one more for each.
    pub number: u64,
    /// The first bytes of the check of the record before; zeros in the first.
    pub link: [u8; LINK_BYTES],
}

impl Header {
    /// As it stands in the ledger.
    pub fn to_bytes(self) -> [u8; HEADER_BYTES] {
        let mut bytes = [0; HEADER_BYTES];
        bytes[0..4].copy_from_slice(&MAGIC);
        bytes[4..8].copy_from_slice(&self.length.to_be_bytes());
        bytes[8] = self.kind;
        bytes[9] = self.version;
        bytes[12..20].copy_from_slice(&self.number.to_be_bytes());
        bytes[20..36].copy_from_slice(&self.link);
        let check: [u8; 2] = first_bytes(&Sha256::digest(bytes));
        bytes[10..12].copy_from_slice(&check);
        bytes
    }

    /// Reads a header. `None` when it is none, or its own check or its length is wrong, so that a
    /// damaged length is never followed.
    pub fn parse(bytes: &[u8; HEADER_BYTES]) -> Option<Self> {
        let header = Self {
            length: u32::from_be_bytes(first_bytes(&bytes[4..8])),
            kind: bytes[8],
            version: bytes[9],
            number: u64::from_be_bytes(first_bytes(&bytes[12..20])),
            link: first_bytes(&bytes[20..36]),
        };
        let fits = header.length as usize <= MAX_BODY_BYTES;
        (fits && header.to_bytes() == *bytes).then_some(header)
    }

    /// Bytes of the whole record: header + body + check.
    pub fn record_bytes(self) -> usize {
        HEADER_BYTES + self.length as usize + CHECK_BYTES
    }
}

/// The first `N` bytes of something that has at least as many; zeros stand in for what lacks.
pub fn first_bytes<const N: usize>(from: &[u8]) -> [u8; N] {
    let mut bytes = [0; N];
    for (to, byte) in bytes.iter_mut().zip(from) {
        *to = *byte;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_header_reads_back_and_no_flipped_bit_passes(
            length in 0..=u32::try_from(MAX_BODY_BYTES).unwrap(),
            kind: u8, number: u64, link: [u8; 16], bit in 0..HEADER_BYTES * 8,
        ) {
            let header = Header { length, kind, version: 1, number, link };
            let mut bytes = header.to_bytes();
            prop_assert_eq!(Header::parse(&bytes), Some(header));
            bytes[bit / 8] ^= 1 << (bit % 8);
            // Two bytes of check let one flip in 65 536 through; the record's own check is whole.
            if let Some(other) = Header::parse(&bytes) {
                prop_assert!(other != header);
            }
        }

        #[test]
        fn nonsense_is_no_body(kind: u8, body: Vec<u8>) {
            if let Some(record) = Record::decode(kind, &body) {
                prop_assert_eq!(record.kind(), kind);
            }
        }
    }

    #[test]
    fn a_longer_body_than_the_largest_is_not_written() {
        let kdf = Kdf { salt: [1; 32], params: KdfParams::default() };
        let mut bytes = Vec::new();
        let record = Record::Installation(Installation::new(&kdf));
        assert!(record.write(1, &[0; 32], &mut bytes).is_some());
        assert!(bytes.starts_with(&MAGIC));
        let header = Header { length: u32::MAX, kind: 1, version: 1, number: 1, link: [0; 16] };
        assert!(Header::parse(&header.to_bytes()).is_none());
    }
}
