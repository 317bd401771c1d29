//! Case entries: what officers write to one another about a case, signed and chained.
//!
//! The desk makes, opens and checks them; what the body says is the desk's own matter. An entry
//! names the report that it belongs to and the entries that its writer knew, so a history can
//! neither be changed nor moved unseen. The server's build has none of this: it carries entries and
//! knows nothing of them.

use super::{
    CaseId, EntryHash, EntryId, ItemHash, OfficerId,
    cbor::{Decoder, Encoder, PayloadError},
    envelope::{ItemKind, Payload},
    handover::ReadersChange,
    opening::Opens,
};
use ed25519_dalek::{SIGNATURE_LENGTH, Signature, Signer, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

/// What stands before an entry when it is signed: no signature of ours is good for two purposes.
const SIGN_DOMAIN: &[u8] = b"veilig-melden entry 1\0";

/// What stands before an entry when it is named by its hash.
const HASH_DOMAIN: &[u8] = b"veilig-melden entry hash 1\0";

/// The most entries that one entry names as known. More than this many never stand beside each
/// other; if they did, the next entries would name the rest.
pub const MAX_PARENTS: usize = 64;

/// What an entry says: bytes that the desk wrote and the desk reads. Wiped when dropped; no
/// `Debug`, no `Clone`.
///
/// ```compile_fail
/// let body = veilig_melden::core::entry::EntryBody::from(b"a note".to_vec());
/// println!("{body:?}");
/// ```
/// ```
/// let body = veilig_melden::core::entry::EntryBody::from(b"a note".to_vec());
/// println!("{:?}", body.expose().len());
/// ```
#[derive(Default)]
pub struct EntryBody(Zeroizing<Vec<u8>>);

impl EntryBody {
    /// The bytes themselves: for sealing, or for the desk that reads them. Never for a log.
    pub fn expose(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for EntryBody {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Zeroizing::new(bytes))
    }
}

impl From<Zeroizing<Vec<u8>>> for EntryBody {
    fn from(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(bytes)
    }
}

/// What an officer states in an entry: all that is signed. No `Debug`.
pub struct Statement {
    /// The case.
    pub case: CaseId,
    /// Names the entry for those who write about it.
    pub id: EntryId,
    /// Who writes.
    pub officer: OfficerId,
    /// When, by the writer's own clock: seconds since 1970-01-01T00:00:00Z.
    pub at_seconds: i64,
    /// The sealed report of the case: under another report the entry belongs nowhere.
    pub report: ItemHash,
    /// The entries that the writer knew and that no other one had named yet: ascending, each once,
    /// at most [`MAX_PARENTS`]. None in the first entry of a case.
    pub parents: Vec<EntryHash>,
    /// The sealed item that goes along with the entry and that the writer stands for: a message.
    pub item: Option<ItemHash>,
    /// What it says.
    pub body: EntryBody,
    /// Which readers of the case come and go with it; in nearly all entries there is none.
    pub readers: Option<Box<ReadersChange>>,
}

/// An entry as it is sealed. No `Debug`.
pub struct Entry {
    statement: Statement,
    signature: [u8; SIGNATURE_LENGTH],
    hash: EntryHash,
}

impl Statement {
    /// Signs it. Parents are put in order first, and those beyond [`MAX_PARENTS`] left out.
    pub fn sign(mut self, key: &SigningKey) -> Entry {
        self.parents.sort_unstable();
        self.parents.dedup();
        self.parents.truncate(MAX_PARENTS);
        let bytes = self.to_bytes();
        let signature = key.sign(&to_sign(&bytes)).to_bytes();
        let hash = hash_of(&bytes, &signature);
        Entry { statement: self, signature, hash }
    }

    /// The CBOR that is signed. There is one spelling.
    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut to = Encoder::new();
        self.encode(&mut to);
        to.finish()
    }

    fn encode(&self, to: &mut Encoder) {
        to.map(if self.readers.is_some() { 9 } else { 8 });
        to.text("case");
        to.bytes(self.case.as_bytes());
        to.text("id");
        to.bytes(self.id.as_bytes());
        to.text("officer");
        to.bytes(self.officer.as_bytes());
        to.text("at");
        to.signed_number(self.at_seconds);
        to.text("report");
        to.bytes(self.report.as_bytes());
        to.text("parents");
        to.array(self.parents.len());
        self.parents.iter().for_each(|parent| to.bytes(parent.as_bytes()));
        to.text("item");
        to.optional(self.item, |to, item| to.bytes(item.as_bytes()));
        to.text("body");
        to.bytes(self.body.expose());
        if let Some(readers) = &self.readers {
            to.text("readers");
            readers.encode(to);
        }
    }

    fn decode(from: &mut Decoder<'_>) -> Result<Self, PayloadError> {
        let pairs = from.expect_map_of(&[8, 9])?;
        Ok(Self {
            case: from.key("case")?.id()?,
            id: from.key("id")?.id()?,
            officer: from.key("officer")?.id()?,
            at_seconds: from.key("at")?.signed_number()?,
            report: from.key("report")?.hash()?,
            parents: decode_parents(from.key("parents")?)?,
            item: from.key("item")?.optional(Decoder::hash)?,
            body: from.key("body")?.bytes()?.to_vec().into(),
            readers: match pairs {
                8 => None,
                _ => Some(Box::new(ReadersChange::decode(from.key("readers")?)?)),
            },
        })
    }
}

fn decode_parents(from: &mut Decoder<'_>) -> Result<Vec<EntryHash>, PayloadError> {
    let count = from.array()?;
    if count > MAX_PARENTS {
        return Err(PayloadError);
    }
    let parents: Vec<EntryHash> = (0..count).map(|_| from.hash()).collect::<Result<_, _>>()?;
    if parents.is_sorted_by(|one, next| one < next) { Ok(parents) } else { Err(PayloadError) }
}

fn to_sign(statement: &[u8]) -> Zeroizing<Vec<u8>> {
    Zeroizing::new([SIGN_DOMAIN, statement].concat())
}

fn hash_of(statement: &[u8], signature: &[u8]) -> EntryHash {
    EntryHash::over(&[HASH_DOMAIN, statement, signature])
}

impl Entry {
    /// What it states. Believe it only when the signature [fits](Self::fits).
    pub fn statement(&self) -> &Statement {
        &self.statement
    }

    /// The signature's 64 bytes.
    pub fn signature(&self) -> &[u8; SIGNATURE_LENGTH] {
        &self.signature
    }

    /// Names it for those that come after.
    pub fn hash(&self) -> EntryHash {
        self.hash
    }

    /// Whether this key signed it.
    pub fn fits(&self, key: &VerifyingKey) -> bool {
        let signature = Signature::from_bytes(&self.signature);
        key.verify_strict(&to_sign(&self.statement.to_bytes()), &signature).is_ok()
    }
}

impl Payload for Entry {
    const KIND: ItemKind = ItemKind::Entry;

    fn case(&self) -> CaseId {
        self.statement.case
    }

    fn encode(&self, to: &mut Encoder) {
        to.map(2);
        to.text("signed");
        self.statement.encode(to);
        to.text("signature");
        to.bytes(&self.signature);
    }
}

impl Opens for Entry {
    fn decode(from: &mut Decoder<'_>) -> Result<Self, PayloadError> {
        from.expect_map(2)?;
        let start = from.key("signed")?.position();
        let statement = Statement::decode(from)?;
        let bytes = statement.to_bytes();
        // What was signed stands there in the one spelling, so that an entry has one hash.
        if from.read_since(start) != bytes.as_slice() {
            return Err(PayloadError);
        }
        let signature = from.key("signature")?.bytes()?;
        let signature = <[u8; SIGNATURE_LENGTH]>::try_from(signature).map_err(|_| PayloadError)?;
        Ok(Self { hash: hash_of(&bytes, &signature), statement, signature })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_bytes(&[seed; 32])
    }

    fn statement(body: &[u8], parents: Vec<EntryHash>) -> Statement {
        Statement {
            case: CaseId::from_bytes([1; 16]),
            id: EntryId::from_bytes([2; 16]),
            officer: OfficerId::from_bytes([3; 16]),
            at_seconds: 1_795_000_000,
            report: ItemHash::from_bytes([4; 32]),
            parents,
            item: Some(ItemHash::from_bytes([5; 32])),
            body: body.to_vec().into(),
            readers: None,
        }
    }

    fn payload(entry: &Entry) -> Zeroizing<Vec<u8>> {
        let mut to = Encoder::new();
        entry.encode(&mut to);
        to.finish()
    }

    fn read(bytes: &[u8]) -> Result<Entry, PayloadError> {
        let mut from = Decoder::new(bytes);
        let entry = Entry::decode(&mut from)?;
        from.end().map(|()| entry)
    }

    fn parent(byte: u8) -> EntryHash {
        EntryHash::from_bytes([byte; 32])
    }

    proptest! {
        #[test]
        fn an_entry_reads_back_and_only_its_signer_fits(
            body: Vec<u8>, parents: Vec<u8>, at_seconds: i64, item: Option<[u8; 32]>,
        ) {
            let parents = parents.into_iter().map(parent).collect();
            let item = item.map(ItemHash::from_bytes);
            let entry = Statement { at_seconds, item, ..statement(&body, parents) }.sign(&key(1));
            let again = read(&payload(&entry)).unwrap_or_else(|_| panic!("it reads back"));
            prop_assert!(again.hash() == entry.hash() && payload(&again) == payload(&entry));
            prop_assert_eq!(again.statement().body.expose(), body.as_slice());
            prop_assert_eq!(again.statement().at_seconds, at_seconds);
            prop_assert!(again.fits(&key(1).verifying_key()));
            prop_assert!(!again.fits(&key(2).verifying_key()));
        }

        #[test]
        fn a_changed_byte_is_refused_or_does_not_fit(place: prop::sample::Index, value: u8) {
            let entry = statement(b"a note", vec![parent(1), parent(2)]).sign(&key(1));
            let mut bytes = payload(&entry);
            let place = place.index(bytes.len());
            prop_assume!(bytes[place] != value);
            bytes[place] = value;
            if let Ok(changed) = read(&bytes) {
                prop_assert!(!changed.fits(&key(1).verifying_key()));
                prop_assert!(changed.hash() != entry.hash());
            }
        }
    }

    #[test]
    fn parents_are_ordered_and_few_and_another_order_is_refused() {
        let many: Vec<_> = (0..=255).rev().chain(0..=255).map(parent).collect();
        let entry = statement(b"", many).sign(&key(1));
        let named = &entry.statement().parents;
        assert_eq!(*named, (0..64).map(parent).collect::<Vec<_>>());
        for parents in [vec![parent(2), parent(1)], vec![parent(1), parent(1)]] {
            let statement = statement(b"", parents);
            let signature = key(1).sign(&to_sign(&statement.to_bytes())).to_bytes();
            let entry = Entry { statement, signature, hash: parent(0) };
            assert!(read(&payload(&entry)).is_err());
        }
    }

    #[test]
    fn another_spelling_of_the_same_is_refused() {
        let entry = Statement { at_seconds: 1, ..statement(b"", Vec::new()) }.sign(&key(1));
        let bytes = payload(&entry);
        let place = bytes.windows(4).position(|part| part == b"\x62at\x01").unwrap();
        let longer = [&bytes[..place + 3], b"\x18\x01", &bytes[place + 4..]].concat();
        assert!(read(&bytes).is_ok() && read(&longer).is_err());
    }

    #[test]
    fn a_signature_of_a_request_is_none_of_an_entry() {
        let statement = statement(b"", Vec::new());
        let signature = key(1).sign(&statement.to_bytes()).to_bytes();
        let entry = Entry { statement, signature, hash: parent(0) };
        assert!(!entry.fits(&key(1).verifying_key()));
    }
}
