//! The team as this desk knows it: names and public keys, fetched from the server and kept.
//!
//! Sync brings it up to date; compose takes the keys that a reply is sealed to from it. A key
//! counts only under the id that follows from it, so the server cannot slip in another: replies
//! are sealed to ids that the report itself lists.

use crate::core::{Day, OfficerId, Reader, Readers, Recipient, wire::TeamPage};
use serde::{Deserialize, Serialize};

/// Everybody whom the server named at the last sync.
#[derive(Default, Clone)]
pub struct KnownTeam {
    members: Vec<KnownMember>,
}

/// One of them.
#[derive(Clone)]
pub struct KnownMember {
    /// Id, name and key.
    pub reader: Reader,
    /// The day this desk first saw this key.
    pub since: Day,
}

/// `team.toml`.
#[derive(Serialize, Deserialize, Default)]
struct TeamFile {
    #[serde(default)]
    member: Vec<MemberFile>,
}

#[derive(Serialize, Deserialize)]
struct MemberFile {
    name: String,
    recipient: String,
    since: String,
}

impl KnownTeam {
    /// Nobody yet: there was no sync.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The member with this id.
    pub fn find(&self, id: OfficerId) -> Option<&KnownMember> {
        self.members.iter().find(|member| member.reader.id == id)
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

    /// The team that the server names now; days of first sight are kept. `None` when an id does
    /// not follow from its key, or there is nobody.
    pub fn take_in(&self, page: TeamPage, today: Day) -> Option<Self> {
        let mut members = Vec::with_capacity(page.members.len());
        for member in page.members {
            let since = self.find(member.id).map_or(today, |known| known.since);
            let known = known_member(member.name, &member.recipient, since)?;
            if known.reader.id != member.id {
                return None;
            }
            members.push(known);
        }
        (!members.is_empty()).then_some(Self { members })
    }

    /// Reads `team.toml`; what cannot be read counts as not known.
    pub fn parse(bytes: &[u8]) -> Self {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let file: TeamFile = toml::from_str(text).unwrap_or_default();
        let member = |member: MemberFile| {
            known_member(member.name, &member.recipient, Day::parse(&member.since)?)
        };
        Self { members: file.member.into_iter().filter_map(member).collect() }
    }

    /// As `team.toml` holds it.
    pub fn to_text(&self) -> String {
        let member = |member: &KnownMember| MemberFile {
            name: member.reader.name.clone(),
            recipient: member.reader.recipient.to_string(),
            since: member.since.iso(),
        };
        let file = TeamFile { member: self.members.iter().map(member).collect() };
        toml::to_string(&file).expect("a list of tables of strings is TOML")
    }
}

fn known_member(name: String, recipient: &str, since: Day) -> Option<KnownMember> {
    let recipient: Recipient = recipient.parse().ok()?;
    let id = OfficerId::of_recipient(&recipient.to_string());
    Some(KnownMember { reader: Reader { id, name, recipient }, since })
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
}
