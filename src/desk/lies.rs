//! A server that drops, alters, reorders, swaps, repeats or forges: each shows as what it is.
//!
//! Tests alone. The truth is made by two desks over a server that works; then the server lies, and a
//! desk that has nothing yet fetches from it.

use super::{
    FindingKind, KeyRing, Workplace,
    act::Act,
    casebook::CaseItem,
    casework::choices::Word,
    compose::ReplyForm,
    folder::SETTINGS_FILE,
    keyring::tests_ring,
    sample::Sample,
    sync::Synced,
    tests::{Fake, FakeState, Taking, with_reports},
};
use crate::core::{
    CaseId, EntryHash, EntryId, OfficerId, Random, SealedItem, Team,
    entry::{Entry, EntryBody, Statement},
    envelope::seal,
    opening::Opened,
    sealed_hash, wire,
};
use ed25519_dalek::SigningKey;
use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex, atomic::AtomicU64, atomic::Ordering},
};
use tempfile::TempDir;

/// The case that is worked in, and another one.
const CASES: [u8; 2] = [1, 2];

type State = Arc<Mutex<FakeState>>;

/// A desk of the officer at this place of the sample, from 1.
struct TestDesk {
    folder: TempDir,
    seed: u8,
}

impl TestDesk {
    fn at(address: &str, seed: u8) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = format!("server = \"{address}\"\n");
        fs::write(folder.path().join(SETTINGS_FILE), settings).unwrap();
        Self { folder, seed }
    }

    /// Does something in the officer's folder, where it may block.
    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Workplace, &KeyRing) -> T + Send + 'static,
    ) -> T {
        let (folder, seed) = (self.folder.path().to_owned(), self.seed);
        tokio::task::spawn_blocking(move || work(&workplace(&folder), &tests_ring(seed)))
            .await
            .unwrap()
    }

    async fn sync(&self) -> Synced {
        self.work(|workplace, ring| workplace.sync(ring).unwrap()).await
    }

    async fn write(&self, case: u8, words: &'static str) {
        self.work(move |workplace, ring| {
            let mut book = workplace.casebook(ring).unwrap();
            let case = book.get_mut(Sample::case(case)).unwrap();
            let body = EntryBody::from(words.as_bytes().to_vec());
            workplace.keep_entry(ring, case, body).unwrap();
        })
        .await;
    }

    async fn reply(&self, words: &'static str) {
        self.work(move |workplace, ring| {
            let mut book = workplace.casebook(ring).unwrap();
            let case = book.get_mut(Sample::case(1)).unwrap();
            let form = ReplyForm { text: words.to_owned().into(), ..ReplyForm::default() };
            let reply = form.parse(workplace.today()).ok().unwrap();
            let (once, message) = (workplace.new_entry_id(), Some((reply, Word::Other)));
            let act = Act { once, message, events: Vec::new() };
            workplace.keep_act(ring, case, act).unwrap();
        })
        .await;
    }

    /// What counts in the first case, and what is found there.
    async fn sees(&self) -> Seen {
        self.work(|workplace, ring| {
            let book = workplace.casebook(ring).unwrap();
            let case = book.get(Sample::case(1)).unwrap();
            let history = case.history();
            let text = |body: &[u8]| String::from_utf8_lossy(body).into_owned();
            let ids = Sample::new(&["An", "Bo"]).ids();
            let who = |id: OfficerId| ids.iter().position(|other| *other == id);
            let messages = case.posts().filter(|post| matches!(post.item, CaseItem::Message(_)));
            Seen {
                said: history.iter().map(|(_, body)| text(body)).collect(),
                aside: history.set_aside().map(|(_, _, body)| text(body)).collect(),
                found: history
                    .findings()
                    .iter()
                    .map(|it| (it.what, it.place, it.officer.and_then(who)))
                    .collect(),
                signed_by: messages.map(|post| post.signed_by.and_then(who)).collect(),
            }
        })
        .await
    }
}

/// What a desk shows of the first case. Officers by their place in the sample.
struct Seen {
    said: Vec<String>,
    aside: Vec<String>,
    found: Vec<(FindingKind, Option<u32>, Option<usize>)>,
    signed_by: Vec<Option<usize>>,
}

const AN: Option<usize> = Some(0);
const BO: Option<usize> = Some(1);

fn workplace(folder: &Path) -> Workplace {
    // Each has its own randomness, as two programs have.
    static SEED: AtomicU64 = AtomicU64::new(0);
    let random = Arc::new(Random::seeded(SEED.fetch_add(1, Ordering::Relaxed)));
    Workplace::open(folder, Sample::clock(), random).unwrap()
}

/// In the first case: the report, two entries of An and one of Bo, each after the other. In the
/// second: the report and an entry of An.
async fn truth() -> (State, Fake) {
    let state = with_reports(&CASES);
    let fake = Fake::working(state.clone()).await;
    let (an, bo) = (TestDesk::at(&fake.address, 1), TestDesk::at(&fake.address, 2));
    an.sync().await;
    for (case, words) in [(1, "a1"), (1, "a2"), (2, "elsewhere")] {
        an.write(case, words).await;
    }
    an.sync().await;
    bo.sync().await;
    bo.write(1, "b1").await;
    bo.sync().await;
    (state, fake)
}

/// What a desk of Bo that has nothing yet sees, after this was done to the server's feed.
async fn after(lie: impl FnOnce(&mut Vec<(CaseId, u32, SealedItem)>)) -> Seen {
    let (state, fake) = truth().await;
    lie(&mut state.lock().unwrap().feed);
    seen_anew(&fake).await
}

async fn seen_anew(fake: &Fake) -> Seen {
    let bo = TestDesk::at(&fake.address, 2);
    bo.sync().await;
    bo.sees().await
}

/// The index in the feed of what lies at this place of the first case.
fn at(feed: &[(CaseId, u32, SealedItem)], place: u32) -> usize {
    let there = |(case, sequence, _): &(CaseId, u32, SealedItem)| {
        (*case, *sequence) == (Sample::case(1), place)
    };
    feed.iter().position(there).unwrap()
}

fn opened(item: &SealedItem) -> Entry {
    let Ok(Opened::Entry(entry)) = tests_ring(1).open(Sample::case(1), item) else {
        panic!("no entry");
    };
    entry
}

/// The same statement with other words, sealed to An and Bo: what a server that knows the public
/// keys can make, signed with a key of its own.
fn forged(entry: &Entry, change: impl FnOnce(&mut Statement), key: &SigningKey) -> SealedItem {
    let parents = entry.statement().parents.clone();
    let mut statement =
        Statement { parents, body: b"forged".to_vec().into(), readers: None, ..*entry.statement() };
    change(&mut statement);
    let readers = Team::sample(&["An", "Bo"]).readers_without(&[]).unwrap();
    seal(&statement.sign(key), &readers).unwrap()
}

fn sorted(mut said: Vec<String>) -> Vec<String> {
    said.sort();
    said
}

fn servers_key() -> SigningKey {
    SigningKey::from_bytes(&[99; 32])
}

#[tokio::test]
async fn without_a_lie_nothing_is_found() {
    let seen = after(|_| ()).await;
    assert_eq!(seen.said, ["a1", "a2", "b1"]);
    assert_eq!((seen.found, seen.aside.len()), (Vec::new(), 0));
}

#[tokio::test]
async fn a_dropped_entry_is_missing() {
    let seen = after(|feed| drop(feed.remove(at(feed, 2)))).await;
    // With the one between them gone, the two are as if written at the same time.
    assert_eq!(sorted(seen.said), ["a1", "b1"]);
    assert_eq!(seen.found, [(FindingKind::Missing { count: 1 }, Some(3), BO)]);
}

#[tokio::test]
async fn an_altered_entry_is_shown_and_does_not_count() {
    let seen = after(|feed| {
        let place = at(feed, 2);
        let mut bytes = feed[place].2.as_bytes().to_vec();
        *bytes.last_mut().unwrap() ^= 1;
        feed[place].2 = SealedItem::from_bytes(feed[place].2.kind(), bytes).unwrap();
    })
    .await;
    assert_eq!(sorted(seen.said), ["a1", "b1"]);
    let missing = (FindingKind::Missing { count: 1 }, Some(3), BO);
    assert_eq!(seen.found, [missing, (FindingKind::Shut, Some(2), None)]);

    let seen = after(|feed| {
        let place = at(feed, 2);
        feed[place].2 = forged(&opened(&feed[place].2), |_| (), &servers_key());
    })
    .await;
    assert_eq!(sorted(seen.said), ["a1", "b1"]);
    assert_eq!(seen.aside, ["forged"]);
    let altered = (FindingKind::Altered, Some(2), AN);
    assert!(seen.found.contains(&altered) && seen.found.contains(&missing), "{:?}", seen.found);
    assert_eq!(seen.found.len(), 2);
}

#[tokio::test]
async fn reordered_entries_show_and_stand_in_their_own_order() {
    let seen = after(|feed| {
        let (one, other) = (at(feed, 1), at(feed, 2));
        let first = feed[one].2.clone();
        feed[one].2 = std::mem::replace(&mut feed[other].2, first);
    })
    .await;
    assert_eq!(seen.said, ["a1", "a2", "b1"]);
    assert_eq!(seen.found, [(FindingKind::Reordered, Some(1), AN)]);
}

#[tokio::test]
async fn an_entry_of_another_case_or_report_is_foreign() {
    let seen = after(|feed| {
        let moved = feed.iter().rfind(|(case, ..)| *case == Sample::case(2)).unwrap().2.clone();
        feed.push((Sample::case(1), 4, moved));
    })
    .await;
    assert_eq!(seen.said, ["a1", "a2", "b1"]);
    assert_eq!(seen.found, [(FindingKind::Foreign, Some(4), None)]);

    // The server makes a report of its own, with the same id, for the history of another.
    let seen = after(|feed| feed[0].2 = Sample::new(&["An", "Bo"]).report(1, "another")).await;
    assert_eq!((seen.said.len(), seen.aside), (0, vec!["a1".into(), "a2".into(), "b1".into()]));
    assert!(seen.found.iter().all(|(what, ..)| *what == FindingKind::Foreign));
    assert_eq!(seen.found.len(), 3);
}

#[tokio::test]
async fn what_is_repeated_counts_once() {
    let seen = after(|feed| {
        let again = feed[at(feed, 1)].2.clone();
        feed.push((Sample::case(1), 4, again));
    })
    .await;
    assert_eq!(seen.said, ["a1", "a2", "b1"]);
    assert_eq!(seen.found, [(FindingKind::Repeated, Some(4), None)]);

    let message = Sample::new(&["An", "Bo"]).message(1, "twice");
    let seen = after(|feed| {
        feed.extend([4, 5].map(|place| (Sample::case(1), place, message.clone())));
    })
    .await;
    assert_eq!(seen.found, [(FindingKind::Repeated, Some(5), None)]);
}

#[tokio::test]
async fn an_entry_of_somebody_who_is_no_reader_does_not_count() {
    let seen = after(|feed| {
        let entry = opened(&feed[at(feed, 1)].2);
        let stranger =
            |statement: &mut Statement| statement.officer = OfficerId::from_bytes([9; 16]);
        feed.push((Sample::case(1), 4, forged(&entry, stranger, &servers_key())));
    })
    .await;
    assert_eq!((seen.said.len(), seen.aside), (3, vec!["forged".to_owned()]));
    assert_eq!(seen.found, [(FindingKind::NotAReader, Some(4), None)]);
}

#[tokio::test]
async fn of_two_entries_under_one_name_one_counts() {
    let seen = after(|feed| {
        let entry = opened(&feed[at(feed, 2)].2);
        let parents = vec![opened(&feed[at(feed, 3)].2).hash()];
        let later = |statement: &mut Statement| statement.parents = parents;
        // An herself signs: the sample's key of the first officer.
        feed.push((Sample::case(1), 4, forged(&entry, later, &SigningKey::from_bytes(&[1; 32]))));
    })
    .await;
    assert_eq!(
        (seen.said, seen.aside),
        (vec!["a1".into(), "a2".into(), "b1".into()], vec!["forged".to_owned()],)
    );
    assert_eq!(seen.found, [(FindingKind::Doubled, Some(4), AN)]);
}

#[tokio::test]
async fn a_signing_key_that_is_held_back_or_exchanged_shows() {
    let (state, fake) = truth().await;
    let mut page = Sample::new(&["An", "Bo"]).team_page();
    page.members[0].signer = None;
    state.lock().unwrap().team = Some(wire::to_bytes(&page));
    let seen = seen_anew(&fake).await;
    assert_eq!(seen.said, ["b1"]);
    let unknown = |place| (FindingKind::UnknownSigner, Some(place), AN);
    assert_eq!(seen.found[..2], [unknown(1), unknown(2)]);

    // A desk that knows the real key keeps to it.
    let (state, fake) = truth().await;
    let bo = TestDesk::at(&fake.address, 2);
    bo.sync().await;
    let signer = crate::core::officers::signer_text(&servers_key().verifying_key());
    page.members[0].signer = Some(signer);
    state.lock().unwrap().team = Some(wire::to_bytes(&page));
    let entry = opened(&state.lock().unwrap().feed[2].2);
    let parents = vec![entry.hash()];
    let by_server = forged(
        &entry,
        |statement| {
            statement.id = EntryId::from_bytes([8; 16]);
            statement.parents = parents;
        },
        &servers_key(),
    );
    state.lock().unwrap().feed.push((Sample::case(1), 4, by_server));
    bo.sync().await;
    let seen = bo.sees().await;
    assert_eq!(seen.said, ["a1", "a2", "b1"]);
    assert_eq!(seen.found, [(FindingKind::Altered, Some(4), AN)]);
    let known = bo.work(|workplace, ring| {
        let team = workplace.drawer.team().unwrap();
        let an = Sample::new(&["An", "Bo"]).ids()[0];
        assert_ne!(ring.officer(), an);
        team.signer(an).unwrap().changed_on
    });
    assert_eq!(known.await, Some(Sample::clock().today()));
}

#[tokio::test]
async fn what_the_server_took_and_does_not_give_back_shows_to_who_wrote_it() {
    let other = Sample::new(&["An", "Bo"]).message(1, "something else");
    for taking in [Taking::Nothing, Taking::Another(other)] {
        let (state, fake) = truth().await;
        let an = TestDesk::at(&fake.address, 1);
        an.sync().await;
        an.write(1, "gone").await;
        state.lock().unwrap().taking = taking;
        an.sync().await;
        let seen = an.sees().await;
        assert_eq!(seen.said, ["a1", "a2", "b1", "gone"], "nothing is lost here");
        assert_eq!(seen.found, [(FindingKind::NotBack, Some(4), AN)]);
        // When the server gives it after all, nothing is wrong any more.
        let place = workplace(an.folder.path()).drawer.places(Sample::case(1)).unwrap()[4];
        let item = workplace(an.folder.path()).drawer.get(Sample::case(1), place).unwrap();
        let mut feed = std::mem::take(&mut state.lock().unwrap().feed);
        feed.retain(|(case, sequence, _)| (*case, *sequence) != (Sample::case(1), 4));
        feed.push((Sample::case(1), 4, item.unwrap()));
        state.lock().unwrap().feed = feed;
        an.sync().await;
        assert_eq!(an.sees().await.found, []);
    }
}

#[tokio::test]
async fn a_message_that_no_entry_stands_for_shows_as_unsigned() {
    let (state, fake) = truth().await;
    let an = TestDesk::at(&fake.address, 1);
    an.sync().await;
    an.reply("from An").await;
    assert_eq!(an.sees().await.signed_by, [AN], "at once");
    an.sync().await;
    let forged = Sample::new(&["An", "Bo"]).message(1, "from the server");
    state.lock().unwrap().feed.push((Sample::case(1), 6, forged));
    let seen = seen_anew(&fake).await;
    assert_eq!(seen.signed_by, [AN, None]);
    assert_eq!(seen.found, []);
    // The server holds the message back.
    let mut feed = std::mem::take(&mut state.lock().unwrap().feed);
    feed.remove(at(&feed, 5));
    state.lock().unwrap().feed = feed;
    assert_eq!(seen_anew(&fake).await.found, [(FindingKind::NoMessage, Some(4), AN)]);
}

#[tokio::test]
async fn an_entry_names_its_report_and_what_its_writer_knew() {
    let (state, fake) = truth().await;
    let feed = &state.lock().unwrap().feed.clone();
    let entries: Vec<Entry> = [1, 2, 3].map(|place| opened(&feed[at(feed, place)].2)).into();
    let hashes: Vec<EntryHash> = entries.iter().map(Entry::hash).collect();
    let report = sealed_hash(&feed[0].2);
    assert!(entries.iter().all(|entry| entry.statement().report == report));
    assert!(entries[0].statement().parents.is_empty());
    assert_eq!(entries[1].statement().parents, [hashes[0]]);
    assert_eq!(entries[2].statement().parents, [hashes[1]]);
    drop(fake);
}
