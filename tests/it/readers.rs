//! Readers of a case come and go, as stories: a real server and the built `meldteam`, or its own parts
//! where something must happen at a moment of our choosing.

use crate::{
    desk::{Officer, PASSPHRASE, dutch, plain, report, server_of},
    server::TestServer,
};
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    sync::Arc,
};
use veilig_melden::{
    core::{CaseId, Clock, OnceId, Plaintext, Random, wire::ChangeReaders},
    desk::{Casebook, FindingKind, KeyRing, Remote, RemoteError, Workplace},
};

const ANNA: &str = "Anna de Vries";
const BRAM: &str = "Bram Jansen";
const CHRIS: &str = "Chris Öztürk";

/// An officer's folder as the program sees it, unlocked.
struct Inside {
    workplace: Workplace,
    ring: KeyRing,
}

impl Inside {
    fn of(officer: &Officer) -> Self {
        let random = Arc::new(Random::from_system());
        let workplace = Workplace::open(officer.folder.path(), Clock::System, random).unwrap();
        let ring = workplace.unlock(&Plaintext::from(PASSPHRASE)).ok().unwrap();
        Self { workplace, ring }
    }

    fn book(&self) -> Casebook {
        self.workplace.casebook(&self.ring).unwrap()
    }

    fn remote(&self, server: &TestServer) -> Remote {
        Remote::at(&server.url(""), Clock::System, Arc::new(Random::from_system())).unwrap()
    }
}

/// The only case that an officer has.
fn only_case(officer: &Officer) -> CaseId {
    Inside::of(officer).book().iter().next().unwrap().id
}

/// Everything that an officer's desk finds wrong, in all cases.
fn found(officer: &Officer) -> Vec<FindingKind> {
    let book = Inside::of(officer).book();
    book.iter().flat_map(|case| case.history().findings()).map(|it| it.what).collect()
}

/// Puts another officer's key file on the server, which starts again.
fn hire(server: &mut TestServer, officer: &Officer) {
    let file = server.folder.path().join(format!("keys/new-{}.toml", officer.id()));
    fs::copy(&officer.public_file, file).unwrap();
    server.restart();
    officer.serves(&server.url(""));
}

/// Takes the key file at this place from the server, which starts again.
fn dismiss(server: &mut TestServer, place: usize) {
    fs::remove_file(server.folder.path().join(format!("keys/{place}.toml"))).unwrap();
    server.restart();
}

fn adds(server: &TestServer, code: &str, text: &str) {
    let thread = server.reporter().thread(code);
    let once = crate::server::hidden(&thread.body, "once");
    let fields = [("code", code), ("once", once.as_str()), ("message", text)];
    assert_eq!(server.reporter().post("/code", &fields).status, 200);
}

fn reads(officer: &Officer, number: &str, words: &[&str]) {
    officer.done(&["sync"]);
    let shown = officer.done(&["show", number]);
    words.iter().for_each(|word| assert!(shown.contains(word), "{word}: {shown}"));
    assert!(!shown.contains(&dutch().desk_findings()), "{shown}");
}

/// Nothing of a case at the server: not its head, its items, its feed or a way to write in it.
fn gets_nothing(officer: &Officer, server: &TestServer, case: CaseId) {
    let inside = Inside::of(officer);
    let remote = inside.remote(server);
    let unknown = |error: Option<RemoteError>| assert_eq!(error, Some(RemoteError::UnknownCase));
    unknown(remote.head(&inside.ring, case).err());
    unknown(remote.items(&inside.ring, case, 0).err());
    unknown(remote.acknowledge(&inside.ring, case).err());
    let feed = remote.feed(&inside.ring, None).unwrap();
    assert!(feed.entries.iter().all(|entry| entry.case != case));
}

#[test]
fn a_new_member_reads_an_old_case_and_can_check_the_words_of_who_has_left() {
    let [anna, bram, chris] = [ANNA, BRAM, CHRIS].map(Officer::enrolled);
    let mut server = server_of(&[&anna, &bram]);
    let (code, number) = report(&server, &[("story", "Het oude verhaal.")]);
    bram.done(&["sync"]);
    bram.done(&["reply", &number, "--text", "Bram heeft het gelezen."]);
    bram.done(&["note", &number, "--text", "Bram denkt mee."]);
    bram.done(&["sync"]);
    anna.done(&["sync"]);
    anna.done(&["readers", &number, "--remove", BRAM, "--why", "leaves"]);
    dismiss(&mut server, 1);
    hire(&mut server, &chris);
    chris.done(&["sync"]);
    assert_eq!(chris.done(&["inbox"]).trim(), plain(&dutch().desk_inbox_empty()));

    anna.done(&["sync"]);
    let said = anna.done(&["readers", &number, "--add", CHRIS]);
    assert_eq!(said.trim(), plain(&dutch().desk_readers_added(CHRIS)));
    reads(&chris, &number, &["Het oude verhaal.", "Bram heeft het gelezen.", CHRIS]);
    // Chris never met Bram, and yet knows that it was he who wrote.
    let case = only_case(&chris);
    let book = Inside::of(&chris).book();
    let history = book.get(case).unwrap().history();
    let by_bram = history.iter().filter(|(meta, _)| meta.officer == bram.id()).count();
    assert!(by_bram >= 2, "{by_bram}");
    assert_eq!((history.set_aside().count(), history.findings()), (0, &[][..]));
    // What comes from now on is for Chris, too, and Chris can answer.
    adds(&server, &code, "En later dit.");
    reads(&chris, &number, &["En later dit."]);
    chris.done(&["reply", &number, "--text", "Chris antwoordt."]);
    assert!(server.reporter().thread(&code).body.contains("Chris antwoordt."));
    reads(&anna, &number, &["Chris antwoordt."]);
    let readers = anna.done(&["readers", &number]);
    assert!(readers.contains(CHRIS) && !readers.contains(BRAM), "{readers}");
}

#[test]
fn an_officer_who_leaves_gets_nothing_more_of_any_case() {
    let [anna, bram] = [ANNA, BRAM].map(Officer::enrolled);
    let server = server_of(&[&anna, &bram]);
    let (code, number) = report(&server, &[("story", "Een.")]);
    let (_, other) = report(&server, &[("story", "Twee.")]);
    for officer in [&anna, &bram] {
        officer.done(&["sync"]);
    }
    let left = anna.run(&["readers", "--everywhere", "--remove", BRAM, "--why", "leaves"]);
    assert_eq!(left.code, Some(0), "{}", left.err);
    assert!(left.out.contains(&plain(&dutch().desk_readers_tally_done(2))), "{}", left.out);
    assert!(left.out.contains(&plain(&dutch().desk_readers_kept())), "{}", left.out);
    assert!(left.err.contains(&plain(&dutch().desk_readers_progress(2, 2))), "{}", left.err);
    adds(&server, &code, "Alleen voor Anna.");
    anna.done(&["reply", &other, "--text", "Ook zonder Bram."]);
    bram.done(&["sync"]);
    let kept = bram.done(&["show", &number]);
    assert!(kept.contains("Een.") && !kept.contains("Alleen voor Anna."), "{kept}");
    for case in Inside::of(&bram).book().iter().map(|case| case.id) {
        gets_nothing(&bram, &server, case);
    }
    reads(&anna, &number, &["Alleen voor Anna."]);
    // A new report does come: Bram is in the team until his key file goes.
    let (_, new) = report(&server, &[("story", "Drie.")]);
    reads(&bram, &new, &["Drie."]);
    // Once more changes nothing.
    let again = anna.run(&["readers", "--everywhere", "--remove", BRAM]);
    assert!(again.out.contains(&plain(&dutch().desk_readers_tally_done(1))), "{}", again.out);
    let nobody = plain(&dutch().desk_readers_nobody(BRAM));
    anna.stops(&["readers", "--everywhere", "--remove", BRAM], &nobody);
}

#[test]
fn who_steps_back_has_nothing_of_the_case_any_more() {
    let [anna, bram] = [ANNA, BRAM].map(Officer::enrolled);
    let server = server_of(&[&anna, &bram]);
    let (_, number) = report(&server, &[("story", "Over de buurman van Bram.")]);
    bram.done(&["sync"]);
    let case = only_case(&bram);
    bram.done(&["readers", &number, "--remove", BRAM, "--why", "steps-back"]);
    assert!(!bram.folder.path().join(format!("cases/{case}")).exists());
    assert_eq!(bram.done(&["inbox"]).trim(), plain(&dutch().desk_inbox_empty()));
    gets_nothing(&bram, &server, case);
    reads(&anna, &number, &["Over de buurman van Bram."]);
    // The last one who works cannot go: nobody would be left.
    let alone = anna.run(&["readers", &number, "--remove", ANNA, "--why", "steps-back"]);
    assert_eq!(alone.code, Some(1), "{}", alone.out);
    reads(&anna, &number, &["Over de buurman van Bram."]);
}

#[test]
fn whom_the_reporter_excluded_is_never_added_neither_by_a_desk_nor_by_the_server() {
    let [anna, bram] = [ANNA, BRAM].map(Officer::enrolled);
    let mut server = server_of(&[&anna, &bram]);
    let bram_id = bram.id().to_string();
    let (_, number) = report(&server, &[("story", "Niet voor Bram."), ("exclude", &bram_id)]);
    anna.done(&["sync"]);
    let never = plain(&dutch().desk_readers_excluded());
    anna.stops(&["readers", &number, "--add", BRAM], &never);
    let all = anna.done(&["readers", "--everywhere", "--add", BRAM]);
    assert!(all.contains(&plain(&dutch().desk_readers_tally_excluded(1))), "{all}");
    // A desk that asks all the same is refused by the server.
    let inside = Inside::of(&anna);
    let case = only_case(&anna);
    let entry = {
        let mut book = inside.book();
        let case = book.get_mut(case).unwrap();
        inside.workplace.keep_entry(&inside.ring, case, b"x".to_vec().into()).unwrap();
        inside.workplace.drawer.unsent().unwrap().pop().unwrap().item.unwrap()
    };
    let ask = |place, added| ChangeReaders {
        once: OnceId::random(&Random::from_system()),
        item: entry.clone(),
        place,
        added,
        removed: Vec::new(),
    };
    let remote = inside.remote(&server);
    let refused = remote.change_readers(&inside.ring, case, &ask(1, vec![bram.id()]));
    assert_eq!(refused, Err(RemoteError::Refused));
    let late = remote.change_readers(&inside.ring, case, &ask(0, Vec::new()));
    assert_eq!(late, Err(RemoteError::Moved));
    gets_nothing(&bram, &server, case);
    // Bram makes new keys, under his name written otherwise.
    let again = Officer::enrolled("bram  JANSEN");
    dismiss(&mut server, 1);
    hire(&mut server, &again);
    anna.done(&["sync"]);
    anna.stops(&["readers", &number, "--add", "bram  JANSEN"], &never);
    gets_nothing(&again, &server, case);
}

#[test]
fn two_officers_who_let_others_in_at_the_same_moment_both_succeed() {
    let [anna, bram, chris, dora] = [ANNA, BRAM, CHRIS, "Dora Smit"].map(Officer::enrolled);
    let mut server = server_of(&[&anna, &bram]);
    let numbers = ["Een.", "Twee.", "Drie."].map(|story| report(&server, &[("story", story)]).1);
    hire(&mut server, &chris);
    hire(&mut server, &dora);
    for officer in [&anna, &bram] {
        officer.done(&["sync"]);
    }
    std::thread::scope(|scope| {
        for (officer, name) in [(&anna, CHRIS), (&bram, "Dora Smit")] {
            scope.spawn(move || officer.done(&["readers", "--everywhere", "--add", name]));
        }
    });
    for officer in [&anna, &bram, &chris, &dora] {
        for (number, story) in numbers.iter().zip(["Een.", "Twee.", "Drie."]) {
            reads(officer, number, &[story]);
            let readers = officer.done(&["readers", number]);
            for name in [ANNA, BRAM, CHRIS, "Dora Smit"] {
                assert!(readers.contains(name), "{name}: {readers}");
            }
        }
        assert_eq!(found(officer), []);
    }
}

#[test]
fn a_change_in_many_cases_that_is_killed_is_whole_in_each_and_ends_when_it_is_done_again() {
    let [anna, chris] = [ANNA, CHRIS].map(Officer::enrolled);
    let mut server = server_of(&[&anna]);
    let stories: Vec<String> = (0..6).map(|number| format!("Verhaal {number}.")).collect();
    let numbers: Vec<String> =
        stories.iter().map(|story| report(&server, &[("story", story)]).1).collect();
    hire(&mut server, &chris);
    anna.done(&["sync"]);
    for stop_after in [1, 3] {
        let mut child = anna.command(&["readers", "--everywhere", "--add", CHRIS]).spawn().unwrap();
        writeln!(child.stdin.take().unwrap(), "{PASSPHRASE}").unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        assert_eq!(lines.take(stop_after).filter(Result::is_ok).count(), stop_after);
        child.kill().unwrap();
        child.wait().unwrap();
        // Each case is there whole, or not at all.
        chris.done(&["sync"]);
        let book = Inside::of(&chris).book();
        assert!(book.iter().all(|case| case.report().is_ok() && case.lists(chris.id())));
        assert_eq!(found(&chris), []);
    }
    anna.done(&["readers", "--everywhere", "--add", CHRIS]);
    for (number, story) in numbers.iter().zip(&stories) {
        reads(&chris, number, &[story]);
        reads(&anna, number, &[story]);
    }
}
