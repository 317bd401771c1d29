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
use super::{
    ItemKind, OfficerId,
    entry::Entry,
    handover::{Handover, ItemKey},
    report::Report,
    thread::Addition,
};
#[cfg(feature = "officer")]
use age::secrecy::ExposeSecret;
#[cfg(feature = "officer")]
use age_core::format::{FileKey, Stanza};
#[cfg(feature = "officer")]
use std::{
    io::Write,
    sync::{Mutex, PoisonError},
};

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
    /// Anything else is refused, without a word of what it holds.
    fn decode(from: &mut Decoder<'_>) -> Result<Self, PayloadError>;
}

fn open<P: Opens>(
    key: &dyn age::Identity,
    case: CaseId,
    item: &SealedItem,
) -> Result<P, OpenError> {
    let frame = unseal(key, item.as_bytes())?;
    let payload = payload::<P>(&frame)?;
    let mut decoder = Decoder::new(payload);
    let opened = P::decode(&mut decoder)?;
    decoder.end()?;
    if opened.case() == case { Ok(opened) } else { Err(OpenError::OtherCase) }
}

/// The frame inside an age file.
fn unseal(key: &dyn age::Identity, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let decryptor = age::Decryptor::new_buffered(sealed).map_err(|_| OpenError::Damaged)?;
    let mut reader = decryptor.decrypt(std::iter::once(key)).map_err(|error| match error {
        age::DecryptError::NoMatchingKeys | age::DecryptError::KeyDecryptionFailed => {
            OpenError::NotForThisKey
        }
        _ => OpenError::Damaged,
    })?;
    let mut frame = Zeroizing::new(Vec::with_capacity(sealed.len()));
    let limit = LARGEST_CLASS_BYTES as u64 + 1;
    reader.by_ref().take(limit).read_to_end(&mut frame).map_err(|_| OpenError::Damaged)?;
    // Beyond the largest class nothing was read to its end, so nothing says that it is whole.
    if frame.len() > LARGEST_CLASS_BYTES { Err(OpenError::Content) } else { Ok(frame) }
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

    /// Opens a message to the reporter, and nothing else: what comes out is a [`Message`].
    ///
    /// ```compile_fail
    /// # use veilig_melden::core::{*, opening::*, report::Report, thread::Message};
    /// fn open_it(keys: &MailboxKeys, case: CaseId, item: &SealedItem) {
    ///     let _opened: Result<Report, OpenError> = keys.open(case, item);
    /// }
    /// ```
    /// ```
    /// # use veilig_melden::core::{*, opening::*, report::Report, thread::Message};
    /// fn open_it(keys: &MailboxKeys, case: CaseId, item: &SealedItem) {
    ///     let _opened: Result<Message, OpenError> = keys.open(case, item);
    /// }
    /// ```
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(&self, case: CaseId, item: &SealedItem) -> Result<Message, OpenError> {
        open(&self.identity(), case, item)
    }

    fn identity(&self) -> age::x25519::Identity {
        identity_of(&self.secret)
    }
}

/// A key of 32 given bytes, by way of how age writes one; age takes them in no other way.
pub(super) fn identity_of(secret: &[u8; 32]) -> age::x25519::Identity {
    let prefix = bech32::Hrp::parse("age-secret-key-").expect("a valid prefix");
    let mut text =
        bech32::encode_upper::<bech32::Bech32>(prefix, secret).expect("32 bytes fit in Bech32");
    let identity = text.parse().expect("32 bytes are an X25519 key");
    text.zeroize();
    identity
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
    /// A case entry. Whether its signature fits is still to be asked.
    Entry(Entry),
    /// Keys of items of the case.
    Handover(Handover),
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
    /// [`OpenError`].
    pub fn open(&self, case: CaseId, item: &SealedItem) -> Result<Opened, OpenError> {
        open_any(&self.0, case, item)
    }

    /// The key of this item alone, for a [`Handover`].
    ///
    /// # Errors
    /// - [`OpenError::NotForThisKey`].
    /// - [`OpenError::Damaged`].
    pub fn item_key(&self, item: &SealedItem) -> Result<ItemKey, OpenError> {
        let catching = Catching { identity: &self.0, caught: Mutex::default() };
        unseal(&catching, item.as_bytes())?;
        let caught = catching.caught.into_inner().unwrap_or_else(PoisonError::into_inner);
        caught.ok_or(OpenError::Damaged)
    }
}

#[cfg(feature = "officer")]
fn open_any(key: &dyn age::Identity, case: CaseId, item: &SealedItem) -> Result<Opened, OpenError> {
    match item.kind() {
        ItemKind::Report => open(key, case, item).map(Box::new).map(Opened::Report),
        ItemKind::Addition => open(key, case, item).map(Opened::Addition),
        ItemKind::Message => open(key, case, item).map(Opened::Message),
        ItemKind::Entry => open(key, case, item).map(Opened::Entry),
        ItemKind::Handover => open(key, case, item).map(Opened::Handover),
    }
}

/// An age key that keeps the item's key which it finds.
#[cfg(feature = "officer")]
struct Catching<'a> {
    identity: &'a age::x25519::Identity,
    caught: Mutex<Option<ItemKey>>,
}

#[cfg(feature = "officer")]
impl age::Identity for Catching<'_> {
    #[expect(clippy::disallowed_methods, reason = "goes into a handover, which is sealed")]
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        let found = self.identity.unwrap_stanza(stanza)?;
        if let Ok(key) = &found {
            let mut caught = self.caught.lock().unwrap_or_else(PoisonError::into_inner);
            *caught = Some(ItemKey::new(*key.expose_secret()));
        }
        Some(found)
    }
}

#[cfg(feature = "officer")]
impl ItemKey {
    /// Opens the one item that it is the key of. age checks the item's first part with the key, so
    /// another key never opens it, and never to something else.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(&self, case: CaseId, item: &SealedItem) -> Result<Opened, OpenError> {
        open_any(self, case, item)
    }
}

#[cfg(feature = "officer")]
impl age::Identity for ItemKey {
    fn unwrap_stanza(&self, _: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        Some(Ok(FileKey::new(Box::new(*self.expose()))))
    }
}

/// What an officer keeps from everybody else: sealed to this key alone, and no item, so that
/// nothing can carry it anywhere.
#[cfg(feature = "officer")]
impl Identity {
    /// Seals bytes to this key alone. `None` when age refuses.
    pub fn seal_private(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let recipient = self.0.to_public();
        let recipients = std::iter::once(&recipient as &dyn age::Recipient);
        let mut sealed = Vec::new();
        let encryptor = age::Encryptor::with_recipients(recipients).ok()?;
        let mut writer = encryptor.wrap_output(&mut sealed).ok()?;
        writer.write_all(bytes).ok()?;
        writer.finish().ok()?;
        Some(sealed)
    }

    /// Opens what [`Self::seal_private`] sealed.
    ///
    /// # Errors
    /// - [`OpenError::NotForThisKey`].
    /// - [`OpenError::Damaged`].
    /// - [`OpenError::Content`]: it is larger than anything of ours.
    pub fn open_private(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        unseal(&self.0, sealed)
    }
}

#[cfg(all(test, feature = "officer"))]
mod tests {
    use super::*;
    use crate::{
        Language,
        core::{
            Day, EntryId, ItemHash, Kdf, KdfParams, PublicNumber, Random, ReceiptCode, Team,
            entry::Statement,
            envelope::{seal, seal_for_reporter},
            forms::FormUsed,
            handover::{ReadersChange, Why},
            officers::{Readers, sample_key},
            report::Answers,
            sealed_hash,
            thread::Status,
        },
    };
    use proptest::prelude::*;

    type Pairs = Vec<(String, Vec<String>)>;

    fn case() -> CaseId {
        CaseId::from_bytes([1; 16])
    }

    fn officer(seed: u8) -> Identity {
        Identity(sample_key(seed))
    }

    fn readers(names: &[&str]) -> Readers {
        Team::sample(names).readers_without(&[]).unwrap()
    }

    fn keys(seed: u64) -> MailboxKeys {
        let params = KdfParams { memory_kib: 64, passes: 1, lanes: 1 };
        let kdf = Kdf { salt: [7; 32], params };
        ReceiptCode::random(&Random::seeded(seed)).mailbox_keys(&kdf).unwrap()
    }

    fn report(pairs: &Pairs) -> Report {
        Report {
            case: case(),
            number: PublicNumber::parse("M-48K2").unwrap(),
            day: Day::from_number(20_000),
            language: Language::En,
            mailbox: keys(1).recipient(),
            readers: Report::list_readers(&readers(&["An", "Bo"])),
            excluded: vec!["Cor".to_owned()],
            answers: Answers::sample(pairs),
            attachments: Vec::new(),
            form: FormUsed::Easy,
        }
    }

    fn message(text: &str) -> Message {
        Message {
            case: case(),
            day: Day::from_number(20_000),
            officer: "An".to_owned(),
            status: Status::find("triage"),
            text: Some(text.into()),
            next_news: Some(Day::from_number(20_010)),
            silence_until: None,
        }
    }

    fn addition(text: Option<&str>, pairs: &Pairs) -> Addition {
        Addition {
            case: case(),
            day: Day::from_number(20_000),
            language: Language::Nl,
            text: text.map(Into::into),
            answers: Answers::sample(pairs),
            attachments: Vec::new(),
        }
    }

    /// The bytes that a payload is sealed as: equal bytes, equal content.
    fn bytes(payload: &impl Payload) -> Vec<u8> {
        let mut to = crate::core::cbor::Encoder::new();
        payload.encode(&mut to);
        to.finish().to_vec()
    }

    fn bytes_of(opened: &Opened) -> Vec<u8> {
        match opened {
            Opened::Report(report) => bytes(&**report),
            Opened::Addition(addition) => bytes(addition),
            Opened::Message(message) => bytes(message),
            Opened::Entry(entry) => bytes(entry),
            Opened::Handover(handover) => bytes(handover),
        }
    }

    fn entry(body: &[u8]) -> Entry {
        let statement = Statement {
            case: case(),
            id: EntryId::from_bytes([2; 16]),
            officer: officer(1).officer(),
            at_seconds: 1_795_000_000,
            report: ItemHash::from_bytes([3; 32]),
            parents: Vec::new(),
            item: None,
            body: body.to_vec().into(),
            readers: None,
        };
        statement.sign(&ed25519_dalek::SigningKey::from_bytes(&[1; 32]))
    }

    /// One of each kind, sealed to An and Bo.
    fn items() -> [SealedItem; 4] {
        let readers = readers(&["An", "Bo"]);
        [
            seal(&report(&Vec::new()), &readers).unwrap(),
            seal(&addition(Some("x"), &Vec::new()), &readers).unwrap(),
            seal_for_reporter(&message("x"), &keys(1).recipient(), &readers).unwrap(),
            seal(&entry(b"x"), &readers).unwrap(),
        ]
    }

    /// An age file to An with this inside.
    fn sealed_raw(kind: ItemKind, inside: &[u8]) -> SealedItem {
        let recipient = officer(1).recipient();
        let recipients = std::iter::once(&recipient.0 as &dyn age::Recipient);
        let mut bytes = Vec::new();
        let mut writer =
            age::Encryptor::with_recipients(recipients).unwrap().wrap_output(&mut bytes).unwrap();
        writer.write_all(inside).unwrap();
        writer.finish().unwrap();
        SealedItem::from_bytes(kind, bytes).unwrap()
    }

    fn framed(header: [u8; 6], payload: &[u8]) -> SealedItem {
        sealed_raw(ItemKind::Message, &[&header[..], payload, &[0; 64]].concat())
    }

    fn refusal(item: &SealedItem) -> Option<OpenError> {
        officer(1).open(case(), item).err()
    }

    fn pairs() -> impl Strategy<Value = Pairs> {
        use prop::collection::vec;
        vec((any::<String>(), vec(any::<String>(), 0..4)), 0..8)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn whatever_was_answered_opens_the_same(
            pairs in pairs(), text: Option<String>, silence: Option<u16>,
        ) {
            let (text, readers) = (text.as_deref(), readers(&["An"]));
            let (report, addition) = (report(&pairs), addition(text, &pairs));
            let silence_until = silence.map(Day::from_number);
            let message =
                Message { silence_until, text: text.map(Into::into), ..message("") };
            let sealed = [
                (seal(&report, &readers).unwrap(), bytes(&report)),
                (seal(&addition, &readers).unwrap(), bytes(&addition)),
                (seal_for_reporter(&message, &keys(1).recipient(), &readers).unwrap(), bytes(&message)),
            ];
            for (item, content) in &sealed {
                let opened = officer(1).open(case(), item).ok().unwrap();
                prop_assert!(bytes_of(&opened) == *content);
            }
            let read = keys(1).open(case(), &sealed[2].0).ok().unwrap();
            prop_assert!(bytes(&read) == sealed[2].1);
        }

        #[test]
        fn no_payload_however_odd_panics(kind in 1..=4_u8, payload: Vec<u8>) {
            let item = bare(kind, &payload);
            prop_assert!(officer(1).open(case(), &item).is_err());
        }

        #[test]
        fn a_payload_damaged_before_it_was_sealed_never_panics(
            kind in 0..4_usize, place: prop::sample::Index, value: u8,
        ) {
            let payloads = [
                bytes(&report(&Vec::new())), bytes(&addition(None, &Vec::new())),
                bytes(&message("x")), bytes(&entry(b"x")),
            ];
            let mut payload = payloads[kind].clone();
            let place = place.index(payload.len());
            payload[place] = value;
            let opened = officer(1).open(case(), &bare(kind as u8 + 1, &payload));
            prop_assert!(!matches!(opened, Err(OpenError::Damaged | OpenError::OtherKind)));
        }
    }

    /// A payload in a frame without padding: the smallest envelope there can be.
    fn bare(kind: u8, payload: &[u8]) -> SealedItem {
        let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
        let frame = [&[FRAME_VERSION, kind], &length[..], payload].concat();
        sealed_raw(ItemKind::from_number(kind).unwrap(), &frame)
    }

    #[test]
    fn each_reader_opens_each_kind_and_a_stranger_none() {
        for item in items() {
            assert!(officer(1).open(case(), &item).is_ok());
            assert!(officer(2).open(case(), &item).is_ok());
            let stranger = officer(3).open(case(), &item).err();
            assert_eq!(stranger, Some(OpenError::NotForThisKey));
        }
    }

    #[test]
    fn an_items_key_opens_that_item_alone_and_goes_from_hand_to_hand() {
        let items = items();
        let keys = items.iter().map(|item| (sealed_hash(item), officer(1).item_key(item).unwrap()));
        let handover = Handover { case: case(), keys: keys.collect() };
        let sealed = seal(&handover, &readers_of(3)).unwrap();
        let Ok(Opened::Handover(given)) = officer(3).open(case(), &sealed) else { panic!("shut") };
        assert_eq!(bytes(&given), bytes(&handover));
        for item in &items {
            let key = &given.keys[&sealed_hash(item)];
            let read = bytes_of(&key.open(case(), item).unwrap());
            assert!(read == bytes_of(&officer(1).open(case(), item).unwrap()));
            for other in items.iter().filter(|other| *other != item) {
                assert_eq!(key.open(case(), other).err(), Some(OpenError::Damaged));
            }
            assert_eq!(
                key.open(CaseId::from_bytes([2; 16]), item).err(),
                Some(OpenError::OtherCase)
            );
        }
        assert!(
            officer(3).item_key(&items[0]).is_err_and(|error| error == OpenError::NotForThisKey)
        );
        assert_eq!(officer(1).open(case(), &sealed).err(), Some(OpenError::NotForThisKey));
    }

    /// The officer with this seed alone.
    fn readers_of(seed: u8) -> Readers {
        let recipient = officer(seed).recipient();
        let reader =
            crate::core::Reader { id: officer(seed).officer(), name: String::new(), recipient };
        Readers::new(vec![reader]).unwrap()
    }

    #[test]
    fn an_entry_that_changes_the_readers_reads_back_as_it_was_signed() {
        let key = ed25519_dalek::SigningKey::from_bytes(&[1; 32]);
        let mut statement = Statement {
            case: case(),
            id: EntryId::from_bytes([2; 16]),
            officer: officer(1).officer(),
            at_seconds: 1_795_000_000,
            report: ItemHash::from_bytes([3; 32]),
            parents: Vec::new(),
            item: Some(ItemHash::from_bytes([4; 32])),
            body: Vec::new().into(),
            readers: None,
        };
        for (why, _) in Why::ALL {
            statement.readers = Some(Box::new(ReadersChange {
                why,
                added: vec![(officer(3).officer(), "Cor".to_owned())],
                removed: vec![(officer(2).officer(), "Bo".to_owned())],
                signers: vec![(officer(1).officer(), key.verifying_key().to_bytes())],
            }));
            let entry = Statement {
                readers: statement.readers.clone(),
                body: Vec::new().into(),
                parents: Vec::new(),
                ..statement
            }
            .sign(&key);
            let sealed = seal(&entry, &readers(&["An"])).unwrap();
            let Ok(Opened::Entry(read)) = officer(1).open(case(), &sealed) else { panic!("shut") };
            assert!(read.fits(&key.verifying_key()) && read.hash() == entry.hash());
            assert!(read.statement().readers.as_ref().is_some_and(|change| change.why == why));
        }
    }

    #[test]
    fn the_mailbox_key_opens_messages_of_its_case_alone() {
        let [report, addition, message, entry] = items();
        assert!(keys(1).open(case(), &message).is_ok());
        assert_eq!(keys(1).open(case(), &entry).err(), Some(OpenError::NotForThisKey));
        assert_eq!(keys(1).open(case(), &report).err(), Some(OpenError::NotForThisKey));
        assert_eq!(keys(1).open(case(), &addition).err(), Some(OpenError::NotForThisKey));
        assert_eq!(keys(2).open(case(), &message).err(), Some(OpenError::NotForThisKey));
        let other = CaseId::from_bytes([2; 16]);
        assert_eq!(keys(1).open(other, &message).err(), Some(OpenError::OtherCase));
    }

    #[test]
    fn the_mailbox_key_reads_no_other_kind_even_when_it_was_sealed_to_it() {
        let reader = crate::core::Reader {
            id: officer(1).officer(),
            name: String::new(),
            recipient: keys(1).recipient(),
        };
        let readers = Readers::new(vec![reader]).unwrap();
        let addition = seal(&addition(Some("x"), &Vec::new()), &readers).unwrap();
        for item in [addition, seal(&entry(b"x"), &readers).unwrap()] {
            assert_eq!(keys(1).open(case(), &item).err(), Some(OpenError::OtherKind));
        }
    }

    #[test]
    fn another_case_and_another_kind_are_refused() {
        let items = items();
        for item in &items {
            let elsewhere = officer(1).open(CaseId::from_bytes([2; 16]), item).err();
            assert_eq!(elsewhere, Some(OpenError::OtherCase));
            for other in &items {
                let bytes = item.as_bytes().to_vec();
                let posing = SealedItem::from_bytes(other.kind(), bytes).unwrap();
                let expected = (other.kind() != item.kind()).then_some(OpenError::OtherKind);
                assert_eq!(refusal(&posing), expected);
            }
        }
    }

    #[test]
    fn a_flipped_byte_anywhere_is_noticed() {
        let item = bare(3, &bytes(&message("x")));
        let magic = b"age-encryption.org/v1\n".len();
        for place in 0..item.as_bytes().len() {
            let mut bytes = item.as_bytes().to_vec();
            bytes[place] ^= 1;
            let Some(item) = SealedItem::from_bytes(ItemKind::Message, bytes) else {
                assert!(place < magic, "{place}");
                continue;
            };
            let refused = refusal(&item);
            let expected = [Some(OpenError::Damaged), Some(OpenError::NotForThisKey)];
            assert!(expected.contains(&refused), "byte {place}: {refused:?}");
        }
    }

    #[test]
    fn an_item_cut_off_anywhere_is_noticed() {
        let item = bare(3, &bytes(&message("x")));
        for length in 0..item.as_bytes().len() {
            let bytes = item.as_bytes()[..length].to_vec();
            if let Some(item) = SealedItem::from_bytes(ItemKind::Message, bytes) {
                assert_eq!(refusal(&item), Some(OpenError::Damaged), "{length} bytes");
            }
        }
        let longer = [item.as_bytes(), b"\n"].concat();
        let longer = SealedItem::from_bytes(ItemKind::Message, longer).unwrap();
        assert_eq!(refusal(&longer), Some(OpenError::Damaged));
    }

    #[test]
    fn a_frame_that_is_not_ours_is_refused_with_its_reason() {
        let payload = bytes(&message("x"));
        let length = u8::try_from(payload.len()).unwrap();
        assert_eq!(refusal(&framed([1, 3, 0, 0, 0, length], &payload)), None);
        let newer = framed([2, 3, 0, 0, 0, length], &payload);
        assert_eq!(refusal(&newer), Some(OpenError::OtherVersion { found: 2 }));
        let other = framed([1, 1, 0, 0, 0, length], &payload);
        assert_eq!(refusal(&other), Some(OpenError::OtherKind));
        for length in [[0, 0, 0, 0], [0, 0, 0, length - 1], [0, 0, 0, length + 1], [255; 4]] {
            let [a, b, c, d] = length;
            let lying = framed([1, 3, a, b, c, d], &payload);
            assert_eq!(refusal(&lying), Some(OpenError::Content), "{length:?}");
        }
        for cut in 0..HEADER_BYTES {
            let short = sealed_raw(ItemKind::Message, &[1, 3, 0, 0, 0, 0][..cut]);
            assert_eq!(refusal(&short), Some(OpenError::Content));
        }
    }

    #[test]
    fn padding_that_is_not_zero_and_frames_above_the_largest_class_are_refused() {
        let payload = bytes(&message("x"));
        let length = u8::try_from(payload.len()).unwrap();
        let mut frame = [&[1, 3, 0, 0, 0, length], &payload[..], &[0; 64]].concat();
        *frame.last_mut().unwrap() = 1;
        assert_eq!(refusal(&sealed_raw(ItemKind::Message, &frame)), Some(OpenError::Content));
        *frame.last_mut().unwrap() = 0;
        frame.resize(LARGEST_CLASS_BYTES, 0);
        assert_eq!(refusal(&sealed_raw(ItemKind::Message, &frame)), None);
        frame.resize(LARGEST_CLASS_BYTES + 5_000, 0);
        assert_eq!(refusal(&sealed_raw(ItemKind::Message, &frame)), Some(OpenError::Content));
    }

    #[test]
    fn a_lying_count_is_refused_and_a_newer_language_or_status_hides_nothing() {
        let report = bytes(&report(&Vec::new()));
        // The last byte is the empty map of answers; 0xbb begins one of 2⁶⁴ − 1 pairs.
        let mut lying = report[..report.len() - 1].to_vec();
        lying.push(0xbb);
        lying.extend([255; 8]);
        assert_eq!(refusal(&bare(1, &lying)), Some(OpenError::Content));
        let mut newer = report;
        let place = newer.windows(3).position(|window| window == b"\x62en").unwrap();
        newer[place + 1..place + 3].copy_from_slice(b"tr");
        assert_eq!(refusal(&bare(1, &newer)), None);
        let mut newer = bytes(&message("x"));
        let place = newer.windows(6).position(|window| window == b"triage").unwrap();
        newer[place] = b'T';
        assert_eq!(refusal(&bare(3, &newer)), None);
    }
}
