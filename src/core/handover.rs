//! What an officer gives to one who becomes a reader of a case later.
//!
//! A [`Handover`] holds the keys of single items: each opens one age file and nothing else. The items
//! stay as they lie, so their names and the history that builds on them stay, too. Which readers come
//! and go stands in an entry, as a [`ReadersChange`], signed as all that officers write to one another.
//! The server's build has none of this.

use super::{
    CaseId, ItemHash, OfficerId,
    cbor::{Decoder, Encoder, PayloadError},
    envelope::{ItemKind, Payload},
    opening::Opens,
};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// The most keys in one handover; a case with more items gets several.
pub const MAX_KEYS: usize = 4096;

/// The key of one sealed item: what age calls its file key. Wiped when dropped; no `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct ItemKey(Zeroizing<[u8; 16]>);

impl ItemKey {
    pub(super) fn new(bytes: [u8; 16]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(super) fn expose(&self) -> &[u8; 16] {
        &self.0
    }
}

/// Keys of items of a case, under the names of the items. No `Debug`.
pub struct Handover {
    /// The case.
    pub case: CaseId,
    /// At most [`MAX_KEYS`].
    pub keys: BTreeMap<ItemHash, ItemKey>,
}

impl Payload for Handover {
    const KIND: ItemKind = ItemKind::Handover;

    fn case(&self) -> CaseId {
        self.case
    }

    fn encode(&self, to: &mut Encoder) {
        to.map(2);
        to.text("case");
        to.bytes(self.case.as_bytes());
        to.text("keys");
        to.array(self.keys.len());
        for (item, key) in &self.keys {
            to.array(2);
            to.bytes(item.as_bytes());
            to.bytes(key.expose());
        }
    }
}

impl Opens for Handover {
    fn decode(from: &mut Decoder<'_>) -> Result<Self, PayloadError> {
        from.expect_map(2)?;
        let case = from.key("case")?.id()?;
        let count = from.key("keys")?.array()?;
        let mut keys = BTreeMap::new();
        for _ in 0..count {
            from.expect_array(2)?;
            let item = from.hash()?;
            let key = from.bytes()?.try_into().map_err(|_| PayloadError)?;
            keys.insert(item, ItemKey::new(key));
        }
        Ok(Self { case, keys })
    }
}

/// Why the readers of a case change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// Somebody joins, for this case or for the team.
    Joins,
    /// Somebody steps back: a conflict of interest.
    StepsBack,
    /// Somebody leaves the team.
    Leaves,
    /// Somebody's key was lost, or may be in other hands.
    KeyLost,
    /// Somebody has new keys.
    NewKeys,
    /// The recovery key was used.
    Recovery,
    /// A newer version knows it.
    Other,
}

impl Why {
    /// Every reason, with its key in an entry and in a form.
    pub const ALL: [(Self, &str); 7] = [
        (Self::Joins, "joins"),
        (Self::StepsBack, "steps-back"),
        (Self::Leaves, "leaves"),
        (Self::KeyLost, "key-lost"),
        (Self::NewKeys, "new-keys"),
        (Self::Recovery, "recovery"),
        (Self::Other, "other"),
    ];

    /// Its key.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(why, _)| *why == self).map_or("other", |(_, key)| key)
    }

    /// The reason with this key; one of a newer version is another one.
    pub fn of_key(key: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == key).map_or(Self::Other, |(why, _)| *why)
    }
}

/// Which readers come and go, as an entry says it. No `Debug`: there are names in it.
#[derive(Clone)]
pub struct ReadersChange {
    /// Why.
    pub why: Why,
    /// Who may read the case from now on, with their names.
    pub added: Vec<(OfficerId, String)>,
    /// Who may not any more, with their names.
    pub removed: Vec<(OfficerId, String)>,
    /// The signing keys of everybody who wrote in the case, as the writer of this entry knows them: who
    /// comes later can check the words of those who have left.
    pub signers: Vec<(OfficerId, [u8; 32])>,
}

impl ReadersChange {
    pub(super) fn encode(&self, to: &mut Encoder) {
        to.map(4);
        to.text("why");
        to.text(self.why.key());
        for (key, officers) in [("added", &self.added), ("removed", &self.removed)] {
            to.text(key);
            to.array(officers.len());
            for (id, name) in officers {
                to.array(2);
                to.bytes(id.as_bytes());
                to.text(name);
            }
        }
        to.text("signers");
        to.array(self.signers.len());
        for (id, key) in &self.signers {
            to.array(2);
            to.bytes(id.as_bytes());
            to.bytes(key);
        }
    }

    /// Reads what [`Self::encode`] wrote. A reason of a newer version would be written differently
    /// here, so its entry does not open, as any that a newer version changed.
    pub(super) fn decode(from: &mut Decoder<'_>) -> Result<Self, PayloadError> {
        from.expect_map(4)?;
        let why = Why::of_key(from.key("why")?.text()?);
        let added = officers(from.key("added")?)?;
        let removed = officers(from.key("removed")?)?;
        let count = from.key("signers")?.array()?;
        let mut signers = Vec::new();
        for _ in 0..count {
            from.expect_array(2)?;
            let id = from.id()?;
            signers.push((id, from.bytes()?.try_into().map_err(|_| PayloadError)?));
        }
        Ok(Self { why, added, removed, signers })
    }
}

fn officers(from: &mut Decoder<'_>) -> Result<Vec<(OfficerId, String)>, PayloadError> {
    let count = from.array()?;
    let mut officers = Vec::new();
    for _ in 0..count {
        from.expect_array(2)?;
        let id = from.id()?;
        officers.push((id, from.text()?.to_owned()));
    }
    Ok(officers)
}
