//! The word of an officer that a case may be destroyed, and what is left of one that was.
//!
//! A desk signs a [`Release`], and whoever is shown one checks it: a server before it destroys, a desk
//! before it lets go. The store keeps it beside what is left of the case; no desk and no endpoint
//! uses it yet. Nothing here says anything of the case.

use super::{CaseId, Day, MailboxAddress, OfficerId, ids::Id};
use ed25519_dalek::{SIGNATURE_LENGTH, Signature, Signer, SigningKey, VerifyingKey};
use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};

/// What stands before a release when it is signed: no signature of ours is good for two purposes.
const SIGN_DOMAIN: &[u8] = b"veilig-melden release 1\0";

/// What is left of the name of a destroyed case: who knows the id finds it, and nobody can go back
/// from it.
pub type CaseTrace = Id<TraceOfCase>;

/// What is left of a destroyed case's mailbox, in the same way.
pub type MailboxTrace = Id<TraceOfMailbox>;

/// The kind of a [`CaseTrace`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, std::hash::Hash)]
pub enum TraceOfCase {}

/// The kind of a [`MailboxTrace`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, std::hash::Hash)]
pub enum TraceOfMailbox {}

impl CaseTrace {
    /// Of this case.
    pub fn of(case: CaseId) -> Self {
        trace(b"veilig-melden trace of a case 1\0", case.as_bytes())
    }
}

impl MailboxTrace {
    /// Of this mailbox.
    pub fn of(address: &MailboxAddress) -> Self {
        trace(b"veilig-melden trace of a mailbox 1\0", &address.0)
    }
}

fn trace<Kind>(domain: &[u8], of: &[u8]) -> Id<Kind> {
    let hash = Sha256::new().chain_update(domain).chain_update(of).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    Id::from_bytes(bytes)
}

/// From when a case may be destroyed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode)]
pub enum ReleaseKind {
    /// From its day on, as long as nobody takes that back: it was closed.
    #[n(1)]
    Closed,
    /// At once: an officer said so.
    #[n(2)]
    Now,
}

/// An officer's signed word that a case may be destroyed from a day on. The case itself does not
/// stand in it, so what is left of a destroyed case does not name it.
#[derive(Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Release {
    /// From when.
    #[n(0)]
    pub kind: ReleaseKind,
    /// The day; for [`ReleaseKind::Now`] the day on which it was said.
    #[n(1)]
    pub day: Day,
    /// Who said it.
    #[n(2)]
    pub officer: OfficerId,
    #[cbor(n(3), with = "minicbor::bytes")]
    signature: [u8; SIGNATURE_LENGTH],
}

impl Release {
    /// Says it, signed, about this case.
    pub fn sign(
        case: CaseId,
        (kind, day): (ReleaseKind, Day),
        officer: OfficerId,
        key: &SigningKey,
    ) -> Self {
        let signature = key.sign(&to_sign(case, (kind, day), officer)).to_bytes();
        Self { kind, day, officer, signature }
    }

    /// Whether it was said about this case by whoever has this key.
    pub fn is_of(&self, case: CaseId, key: &VerifyingKey) -> bool {
        let signed = to_sign(case, (self.kind, self.day), self.officer);
        key.verify_strict(&signed, &Signature::from_bytes(&self.signature)).is_ok()
    }
}

/// What is signed: domain 24 + case 16 + kind 1 + day 2 + officer 16.
fn to_sign(case: CaseId, (kind, day): (ReleaseKind, Day), officer: OfficerId) -> Vec<u8> {
    let kind = match kind {
        ReleaseKind::Closed => 1,
        ReleaseKind::Now => 2,
    };
    let mut bytes = SIGN_DOMAIN.to_vec();
    bytes.extend_from_slice(case.as_bytes());
    bytes.push(kind);
    bytes.extend_from_slice(&day.number().to_be_bytes());
    bytes.extend_from_slice(officer.as_bytes());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::wire;

    #[test]
    fn a_release_is_good_for_its_own_case_kind_day_and_officer_alone() {
        let key = SigningKey::from_bytes(&[1; 32]);
        let (case, other) = (CaseId::from_bytes([1; 16]), CaseId::from_bytes([2; 16]));
        let officer = OfficerId::from_bytes([3; 16]);
        let day = Day::from_number(20_000);
        let said = Release::sign(case, (ReleaseKind::Closed, day), officer, &key);
        let public = key.verifying_key();
        assert!(said.is_of(case, &public));
        let read: Release = wire::from_bytes(&wire::to_bytes(&said)).unwrap();
        assert!(read == said);
        assert!(!said.is_of(other, &public));
        assert!(!said.is_of(case, &SigningKey::from_bytes(&[2; 32]).verifying_key()));
        let changed = [
            Release { kind: ReleaseKind::Now, ..said },
            Release { day: day.plus(1), ..said },
            Release { officer: OfficerId::from_bytes([4; 16]), ..said },
        ];
        assert!(changed.iter().all(|release| !release.is_of(case, &public)));
    }

    #[test]
    fn a_trace_names_nothing_and_is_found_again() {
        let case = CaseId::from_bytes([7; 16]);
        assert_eq!(CaseTrace::of(case), CaseTrace::of(case));
        assert_ne!(CaseTrace::of(case), CaseTrace::of(CaseId::from_bytes([8; 16])));
        assert_ne!(CaseTrace::of(case).as_bytes(), case.as_bytes());
        let address = MailboxAddress([7; 32]);
        assert_ne!(MailboxTrace::of(&address).as_bytes()[..], address.0[..16]);
    }
}
