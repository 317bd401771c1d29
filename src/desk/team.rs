//! The team as this desk knows it: names and public keys, fetched from the server and kept.
//!
//! Sync brings it up to date; replies and entries are sealed to the keys in it, and entries checked
//! against its signing keys. A recipient counts only under the id that follows from it. A signing
//! key is believed on first sight and never replaced: another one, later, shows as a change.

use crate::core::{
    Day, OfficerId, Reader, Readers, Recipient,
    officers::{fingerprint, parse_signer, signer_text},
    wire::{TeamMember, TeamPage},
};
use ed25519_dalek::VerifyingKey;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everybody whom the server named at the last sync, and every signing key ever seen.
#[derive(Default, Clone)]
pub struct KnownTeam {
    members: Vec<KnownMember>,
    /// Also of those who have left: what they wrote stays theirs.
    signers: BTreeMap<OfficerId, KnownSigner>,
}

/// One of them.
#[derive(Clone)]
pub struct KnownMember {
    /// Id, name and key.
    pub reader: Reader,
    /// The day this desk first saw this key.
    pub since: Day,
}

/// The key that an officer's entries are checked with.
#[derive(Clone)]
pub struct KnownSigner {
    /// The officer's name, when this desk first saw the key.
    pub name: String,
    /// The key that was seen first.
    pub key: VerifyingKey,
    /// The day this desk first saw it.
    pub since: Day,
    /// The day on which the server first named another key, or none, for this officer.
    pub changed_on: Option<Day>,
}

/// `team.toml`.
#[derive(Serialize, Deserialize, Default)]
struct TeamFile {
    #[serde(default)]
    member: Vec<MemberFile>,
    #[serde(default)]
    signer: Vec<SignerFile>,
}

#[derive(Serialize, Deserialize)]
struct MemberFile {
    name: String,
    recipient: String,
    since: String,
}

#[derive(Serialize, Deserialize)]
struct SignerFile {
    officer: String,
    name: String,
    key: String,
    since: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed_on: Option<String>,
}

impl KnownTeam {
    /// Nobody yet: there was no sync.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Everybody whom the server named at the last sync.
    pub fn iter(&self) -> impl Iterator<Item = &KnownMember> {
        self.members.iter()
    }

    /// The member with this id.
    pub fn find(&self, id: OfficerId) -> Option<&KnownMember> {
        self.members.iter().find(|member| member.reader.id == id)
    }

    /// The signing key of this officer, who may have left.
    pub fn signer(&self, id: OfficerId) -> Option<&KnownSigner> {
        self.signers.get(&id)
    }

    /// Every signing key that this desk has seen.
    pub fn signers(&self) -> impl Iterator<Item = (OfficerId, &KnownSigner)> {
        self.signers.iter().map(|(id, signer)| (*id, signer))
    }

    /// Both keys of a member in sixteen symbols, as this desk believes them.
    pub fn fingerprint(&self, member: &KnownMember) -> String {
        let signer = self.signer(member.reader.id).map(|signer| &signer.key);
        fingerprint(&member.reader.recipient, signer)
    }

    /// Whether this key came later than the first ones that this desk saw.
    pub fn is_newcomer(&self, member: &KnownMember) -> bool {
        let first = self.members.iter().map(|known| known.since).min();
        first.is_some_and(|first| member.since > first)
    }

    /// The keys to seal to, for the ids that a report lists. Ids without a known key are left
    /// out. `None` when nobody is left.
    pub fn readers(&self, ids: impl Iterator<Item = OfficerId>) -> Option<Readers> {
        Readers::new(ids.filter_map(|id| Some(self.find(id)?.reader.clone())).collect())
    }

    /// The team that the server names now; days of first sight and signing keys are kept. `None`
    /// when an id does not follow from its key, a signing key is none, or there is nobody.
    pub fn take_in(&self, page: TeamPage, today: Day) -> Option<Self> {
        let mut team = Self { members: Vec::new(), signers: self.signers.clone() };
        for member in page.members {
            let since = self.find(member.id).map_or(today, |known| known.since);
            let known = known_member(member.name.clone(), &member.recipient, since)?;
            if known.reader.id != member.id {
                return None;
            }
            team.members.push(known);
            team.take_in_signer(&member, today)?;
        }
        (!team.members.is_empty()).then_some(team)
    }

    fn take_in_signer(&mut self, member: &TeamMember, today: Day) -> Option<()> {
        let key = match &member.signer {
            Some(text) => Some(parse_signer(text)?),
            None => None,
        };
        match (self.signers.get_mut(&member.id), key) {
            (Some(known), key) if key != Some(known.key) => {
                known.changed_on.get_or_insert(today);
            }
            (None, Some(key)) => {
                let name = member.name.clone();
                let first = KnownSigner { name, key, since: today, changed_on: None };
                self.signers.insert(member.id, first);
            }
            _ => {}
        }
        Some(())
    }

    /// Reads `team.toml`; what cannot be read counts as not known.
    pub fn parse(bytes: &[u8]) -> Self {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let file: TeamFile = toml::from_str(text).unwrap_or_default();
        let member = |member: MemberFile| {
            known_member(member.name, &member.recipient, Day::parse(&member.since)?)
        };
        Self {
            members: file.member.into_iter().filter_map(member).collect(),
            signers: file.signer.into_iter().filter_map(known_signer).collect(),
        }
    }

    /// As `team.toml` holds it.
    pub fn to_text(&self) -> String {
        let member = |member: &KnownMember| MemberFile {
            name: member.reader.name.clone(),
            recipient: member.reader.recipient.to_string(),
            since: member.since.iso(),
        };
        let signer = |(id, signer): (&OfficerId, &KnownSigner)| SignerFile {
            officer: id.to_string(),
            name: signer.name.clone(),
            key: signer_text(&signer.key),
            since: signer.since.iso(),
            changed_on: signer.changed_on.map(Day::iso),
        };
        let file = TeamFile {
            member: self.members.iter().map(member).collect(),
            signer: self.signers.iter().map(signer).collect(),
        };
        toml::to_string(&file).expect("lists of tables of strings are TOML")
    }
}

fn known_member(name: String, recipient: &str, since: Day) -> Option<KnownMember> {
    let recipient: Recipient = recipient.parse().ok()?;
    let id = OfficerId::of_recipient(&recipient.to_string());
    Some(KnownMember { reader: Reader { id, name, recipient }, since })
}

fn known_signer(file: SignerFile) -> Option<(OfficerId, KnownSigner)> {
    let signer = KnownSigner {
        key: parse_signer(&file.key)?,
        since: Day::parse(&file.since)?,
        changed_on: file.changed_on.and_then(|day| Day::parse(&day)),
        name: file.name,
    };
    Some((OfficerId::parse(&file.officer)?, signer))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::sample::Sample;

    fn day(number: u16) -> Day {
        Day::from_number(number)
    }

    #[test]
    fn a_team_reads_back_and_newcomers_show() {
        let first = KnownTeam::default().take_in(Sample::new(&["An"]).team_page(), day(1)).unwrap();
        let both = first.take_in(Sample::new(&["An", "Bo"]).team_page(), day(5)).unwrap();
        let both = KnownTeam::parse(both.to_text().as_bytes());
        let newcomers: Vec<_> = both.members.iter().map(|m| both.is_newcomer(m)).collect();
        assert_eq!(newcomers, [false, true]);
        assert_eq!(both.members[1].reader.name, "Bo");
    }

    #[test]
    fn a_key_under_another_id_is_refused() {
        let mut page = Sample::new(&["An", "Bo"]).team_page();
        let stolen = page.members[1].recipient.clone();
        page.members[0].recipient = stolen;
        assert!(KnownTeam::default().take_in(page, day(1)).is_none());
    }

    #[test]
    fn replies_go_only_to_ids_that_are_asked_for() {
        let sample = Sample::new(&["An", "Bo"]);
        let team = KnownTeam::default().take_in(sample.team_page(), day(1)).unwrap();
        let an = team.members[0].reader.id;
        let unknown = OfficerId::from_bytes([9; 16]);
        assert_eq!(team.readers([an, unknown].into_iter()).unwrap().ids(), [an]);
        assert!(team.readers([unknown].into_iter()).is_none());
        assert!(KnownTeam::parse(b"\xff nonsense").is_empty());
    }

    #[test]
    fn the_first_signing_key_stays_and_another_one_shows() {
        let page = |names: &[&str]| Sample::new(names).team_page();
        let first = KnownTeam::default().take_in(page(&["An", "Bo"]), day(1)).unwrap();
        let bo = first.members[1].reader.id;
        let mut lying = page(&["An", "Bo"]);
        lying.members[1].signer = lying.members[0].signer.clone();
        // Bo leaves, and comes back with another key: the first one is still known.
        let gone = first.take_in(page(&["An"]), day(2)).unwrap();
        let gone = KnownTeam::parse(gone.to_text().as_bytes());
        assert!(gone.find(bo).is_none() && gone.signer(bo).unwrap().changed_on.is_none());
        let back = gone.take_in(lying, day(3)).unwrap();
        let again = back.take_in(page(&["An", "Bo"]), day(4)).unwrap();
        let again = KnownTeam::parse(again.to_text().as_bytes());
        let known = again.signer(bo).unwrap();
        assert!(known.key == first.signer(bo).unwrap().key);
        assert_eq!((known.since, known.changed_on), (day(1), Some(day(3))));
        assert_eq!(again.fingerprint(&again.members[1]), first.fingerprint(&first.members[1]));
        let mut silent = page(&["An", "Bo"]);
        silent.members[1].signer = None;
        let silent = first.take_in(silent, day(5)).unwrap();
        assert_eq!(silent.signer(bo).unwrap().changed_on, Some(day(5)));
        let mut nonsense = page(&["An"]);
        nonsense.members[0].signer = Some("ed25519:x".to_owned());
        assert!(first.take_in(nonsense, day(5)).is_none());
    }

    #[test]
    fn a_fingerprint_follows_from_both_keys() {
        let team = KnownTeam::default().take_in(Sample::new(&["An", "Bo"]).team_page(), day(1));
        let team = team.unwrap();
        let [an, bo] = &team.members[..] else { panic!("two members") };
        let (one, other) = (&an.reader.recipient, &team.signer(bo.reader.id).unwrap().key);
        let print = team.fingerprint(an);
        assert_eq!(print, crate::desk::keyring::tests_ring(1).fingerprint());
        let groups: Vec<_> = print.split('-').map(str::len).collect();
        assert_eq!(groups, [4, 4, 4, 4]);
        let prints = [
            print.clone(),
            team.fingerprint(bo),
            fingerprint(one, Some(other)),
            fingerprint(one, None),
        ];
        assert!(prints.iter().all(|one| prints.iter().filter(|it| *it == one).count() == 1));
    }
}
