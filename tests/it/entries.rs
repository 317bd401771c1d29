//! Case entries between real desks and a real server: whatever happens between them, all end with
//! the same history, nothing lost and nothing doubled.

use crate::server::{TestServer, fixed_clock, make_organisation};
use proptest::prelude::*;
use std::{collections::BTreeMap, fs, path::Path, sync::Arc};
use tempfile::TempDir;
use veilig_melden::{
    core::{CaseId, OfficerFile, Random, entry::EntryBody},
    desk::{
        Casebook, EntryMeta, Finding, KeyRing, Workplace,
        act::Act,
        casework::{Event, choices::Word},
        compose::ReplyForm,
        sync::{SyncError, Synced},
    },
};

/// Two cases are enough to mix them up.
const CASES: usize = 2;

/// An officer's folder. Each thing done in it is done as by a program that was just started.
struct Desk {
    folder: TempDir,
    ring: KeyRing,
}

impl Desk {
    fn new() -> Self {
        let ring = KeyRing::random(&Random::from_system());
        Self { folder: tempfile::tempdir().unwrap(), ring }
    }

    fn public_file(&self, name: &str) -> String {
        let file = OfficerFile {
            name: name.to_owned(),
            role: "Aandachtsfunctionaris".to_owned(),
            phone: String::new(),
            email: String::new(),
            outside_line: true,
            external: false,
            recovery: false,
            recipient: self.ring.recipient(),
            signer: Some(self.ring.signer()),
        };
        toml::to_string(&file).unwrap()
    }

    fn serves(&self, address: &str) {
        let settings = format!("server = \"{address}\"\n");
        fs::write(self.folder.path().join("desk.toml"), settings).unwrap();
    }

    fn workplace(&self) -> Workplace {
        let random = Arc::new(Random::from_system());
        Workplace::open(self.folder.path(), fixed_clock(), random).unwrap()
    }

    fn book(&self) -> Casebook {
        self.workplace().casebook(&self.ring).unwrap()
    }

    fn sync(&self) -> Result<Synced, SyncError> {
        self.workplace().sync(&self.ring)
    }

    fn write(&self, case: CaseId, words: Vec<String>) {
        let mut book = self.book();
        let bodies = words.into_iter().map(|words| EntryBody::from(words.into_bytes())).collect();
        let case = book.get_mut(case).unwrap();
        let before = case.history().len();
        let ids = self.workplace().keep_entries(&self.ring, case, bodies).unwrap();
        assert_eq!(case.history().len(), before + ids.len(), "part of the case at once");
    }

    fn reply(&self, case: CaseId, words: &str) {
        let mut book = self.book();
        let workplace = self.workplace();
        let form = ReplyForm { text: words.to_owned().into(), ..ReplyForm::default() };
        let reply = form.parse(workplace.today()).ok().unwrap();
        let (once, message) = (workplace.new_entry_id(), Some((reply, Word::Other)));
        let act = Act { once, message, events: Vec::new() };
        workplace.keep_act(&self.ring, book.get_mut(case).unwrap(), act).unwrap();
    }

    fn sees(&self, case: CaseId) -> Seen {
        let book = self.book();
        let case = book.get(case).unwrap();
        let history = case.history();
        let entries = history.iter().map(|(meta, body)| (meta, body.to_vec())).collect();
        let signed = case.posts().map(|post| (post.place, post.signed_by.is_some())).collect();
        assert!(history.set_aside().next().is_none() && case.unsent.is_empty());
        Seen { entries, signed, findings: history.findings().to_vec() }
    }

    /// The program is stopped in the middle of a round: the server has what was sent, and of what
    /// the round wrote here only this is left.
    fn sync_and_stop(&self, left: Left) {
        let copy = tempfile::tempdir().unwrap();
        copy_folder(self.folder.path(), copy.path());
        self.sync().unwrap();
        let back = |part: &str| {
            drop(fs::remove_dir_all(self.folder.path().join(part)));
            copy_folder(&copy.path().join(part), &self.folder.path().join(part));
        };
        match left {
            Left::Nothing => {
                ["cases", "outbox", "sent"].into_iter().for_each(back);
                put_back(copy.path(), self.folder.path(), "feed.toml");
                put_back(copy.path(), self.folder.path(), "team.toml");
            }
            Left::Notes => {
                ["cases", "outbox"].into_iter().for_each(back);
                put_back(copy.path(), self.folder.path(), "feed.toml");
            }
            Left::Items => back("outbox"),
        }
    }
}

/// What a stop in the middle of a round leaves of it.
#[derive(Clone, Copy, Debug)]
enum Left {
    /// Nothing at all.
    Nothing,
    /// The notes of what is to come back.
    Notes,
    /// Everything but that the outbox was emptied.
    Items,
}

fn put_back(from: &Path, to: &Path, name: &str) {
    drop(fs::remove_file(to.join(name)));
    drop(fs::copy(from.join(name), to.join(name)));
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// All that a desk shows of a case and that must be alike everywhere.
#[derive(PartialEq, Debug)]
struct Seen {
    entries: Vec<(EntryMeta, Vec<u8>)>,
    signed: Vec<(Option<u32>, bool)>,
    findings: Vec<Finding>,
}

#[derive(Clone, Debug)]
enum Step {
    Write { desk: usize, case: usize, count: usize },
    Reply { desk: usize, case: usize },
    Sync { desk: usize },
    Away { desk: usize },
    Stop { desk: usize, left: Left },
}

fn steps(desks: usize) -> impl Strategy<Value = Vec<Step>> {
    let left = prop_oneof![Just(Left::Nothing), Just(Left::Notes), Just(Left::Items)];
    let step = prop_oneof![
        4 => (0..desks, 0..CASES, 1..4_usize)
            .prop_map(|(desk, case, count)| Step::Write { desk, case, count }),
        1 => (0..desks, 0..CASES).prop_map(|(desk, case)| Step::Reply { desk, case }),
        3 => (0..desks).prop_map(|desk| Step::Sync { desk }),
        1 => (0..desks).prop_map(|desk| Step::Away { desk }),
        2 => (0..desks, left).prop_map(|(desk, left)| Step::Stop { desk, left }),
    ];
    prop::collection::vec(step, 1..24)
}

/// A server with these officers and some reports, which every desk has.
fn stage(desks: &[Desk]) -> (TestServer, Vec<CaseId>) {
    let folder = tempfile::tempdir().unwrap();
    make_organisation(folder.path(), &[], "127.0.0.1:0".parse().unwrap());
    for (place, desk) in desks.iter().enumerate() {
        let file = desk.public_file(&format!("Officier {place}"));
        fs::write(folder.path().join(format!("keys/{place}.toml")), file).unwrap();
    }
    let server = TestServer::over(folder, Vec::new(), fixed_clock());
    for _ in 0..CASES {
        assert_eq!(server.reporter().report(&[("story", "Iets.")]).1.status, 200);
    }
    for desk in desks {
        desk.serves(&server.url(""));
        desk.sync().unwrap();
    }
    let cases = desks[0].workplace().drawer.cases().unwrap();
    assert_eq!(cases.len(), CASES);
    (server, cases)
}

/// Plays the steps; gives what was written, by case.
fn play(
    desks: &[Desk],
    server: &TestServer,
    cases: &[CaseId],
    steps: &[Step],
) -> BTreeMap<CaseId, (Vec<Vec<u8>>, usize)> {
    let mut written: BTreeMap<_, _> = cases.iter().map(|case| (*case, (Vec::new(), 0))).collect();
    for (number, step) in steps.iter().enumerate() {
        match *step {
            Step::Write { desk, case, count } => {
                let words = |part| format!("{number}.{part} by {desk}");
                let words: Vec<String> = (0..count).map(words).collect();
                let (bodies, _) = written.get_mut(&cases[case]).unwrap();
                bodies.extend(words.iter().map(|words| words.clone().into_bytes()));
                desks[desk].write(cases[case], words);
            }
            Step::Reply { desk, case } => {
                desks[desk].reply(cases[case], &format!("{number} by {desk}"));
                let (_, replies) = written.get_mut(&cases[case]).unwrap();
                *replies += 1;
            }
            Step::Sync { desk } => drop(desks[desk].sync().unwrap()),
            Step::Away { desk } => {
                // Nothing listens on a port that nobody may use.
                desks[desk].serves("http://127.0.0.1:1");
                assert!(desks[desk].sync().is_err());
                desks[desk].serves(&server.url(""));
            }
            Step::Stop { desk, left } => desks[desk].sync_and_stop(left),
        }
    }
    written
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 60, ..ProptestConfig::default() })]
    #[test]
    fn desks_that_meet_at_last_have_the_same_case(steps in steps(3)) {
        let desks = [Desk::new(), Desk::new(), Desk::new()];
        let (server, cases) = stage(&desks);
        let written = play(&desks, &server, &cases, &steps);
        for desk in desks.iter().chain(&desks) {
            desk.sync().unwrap();
        }
        for (case, (mut bodies, replies)) in written {
            let seen: Vec<Seen> = desks.iter().map(|desk| desk.sees(case)).collect();
            prop_assert_eq!(&seen[0], &seen[1]);
            prop_assert_eq!(&seen[0], &seen[2]);
            prop_assert_eq!(&seen[0].findings, &Vec::new());
            let (of_replies, own): (Vec<_>, Vec<_>) =
                seen[0].entries.iter().partition(|(meta, _)| meta.item.is_some());
            let named = |(meta, body): &&(EntryMeta, Vec<u8>)| {
                meta.item.is_some_and(|item| match Event::decode(body) {
                    Some(Event::MessageSent(sent)) => sent.item == *item.as_bytes(),
                    _ => false,
                })
            };
            prop_assert!(of_replies.iter().all(named) && of_replies.len() == replies);
            let mut found: Vec<_> = own.iter().map(|(_, body)| body.clone()).collect();
            found.sort();
            bodies.sort();
            prop_assert_eq!(found, bodies);
            prop_assert_eq!(seen[0].signed.len(), replies);
            prop_assert!(seen[0].signed.iter().all(|(place, signed)| place.is_some() && *signed));
        }
    }
}

#[test]
fn several_in_one_go_keep_their_order_and_what_was_written_apart_shows_as_such() {
    let desks = [Desk::new(), Desk::new()];
    let (_server, cases) = stage(&desks);
    let words = |who: &str| (0..6).map(|number| format!("{who}{number}")).collect::<Vec<_>>();
    desks[0].write(cases[0], words("a"));
    desks[1].write(cases[0], words("b"));
    for desk in desks.iter().chain(&desks) {
        desk.sync().unwrap();
    }
    desks[0].write(cases[0], vec!["together".to_owned()]);
    let book = desks[0].book();
    let history = book.get(cases[0]).unwrap().history();
    let said: Vec<_> = history.iter().map(|(_, body)| String::from_utf8_lossy(body)).collect();
    for who in ["a", "b"] {
        let of: Vec<_> = said.iter().filter(|words| words.starts_with(who)).collect();
        assert_eq!(of, words(who).iter().collect::<Vec<_>>());
    }
    let metas: Vec<EntryMeta> = history.iter().map(|(meta, _)| meta).collect();
    let [apart @ .., together] = &metas[..] else { panic!("entries") };
    assert!(apart.iter().all(|meta| meta.is_concurrent && !meta.is_unsent));
    assert!(!together.is_concurrent && together.is_unsent);
    assert!(apart.iter().all(|meta| history.knew(together.hash, meta.hash)));
    assert!(!history.knew(metas[0].hash, together.hash));
}

#[test]
fn a_reporter_sees_nothing_of_what_officers_write_to_one_another() {
    let desks = [Desk::new(), Desk::new()];
    let (server, _) = stage(&desks);
    let (code, receipt) = server.reporter().report(&[("story", "Nog iets.")]);
    assert_eq!(receipt.status, 200);
    desks[0].sync().unwrap();
    let mut cases = desks[0].workplace().drawer.cases().unwrap();
    cases.retain(|case| desks[1].book().get(*case).is_none());
    let thread = || {
        let page = server.reporter().thread(&code).body;
        // A page carries a fresh name for what is sent from it.
        page.replace(&crate::server::hidden(&page, "once"), "")
    };
    let before = thread();
    desks[0].write(cases[0], vec!["Onder ons.".to_owned(), "x".repeat(20_000)]);
    desks[0].sync().unwrap();
    assert!(before == thread());
    // Neither is the case acknowledged by it.
    assert!(!before.contains(&veilig_melden::Language::Nl.load().status_acknowledged_reporter()));
    desks[0].reply(cases[0], "Wij lezen het.");
    desks[0].sync().unwrap();
    assert_eq!(thread().matches("Wij lezen het.").count(), 1);
}
