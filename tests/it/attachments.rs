//! Attachments at rest: in the server's store, on their way to an officer, and on the officer's
//! disk. How they come in is tried with the form.

use crate::{
    browser::{Script, Tab},
    desk::{Officer, Opened as Desk, dutch, plain, server_of},
    filing::{Filed, Filing, Sent},
    html::Html,
    process::{ServerProcess, files_in, meldpunt, run},
    search::{Group, Search, find},
    server::{TestDesk, TestServer, agent, make_organisation},
};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc,
    time::Duration,
};
use veilig_melden::{
    core::{
        AttachmentId, CaseId, Clock, Random,
        attachment::{self, Attachment, MAX_ATTACHMENT_BYTES, padded},
        opening::Opened,
    },
    store::Store,
};

/// Anna reads everything; Chris is excluded.
const ANNA: usize = 0;
const CHRIS: usize = 2;

/// Bytes that no compression makes shorter, and that say where they are from.
fn content(length: usize) -> Vec<u8> {
    (0..length).map(|place| u8::try_from(place % 251).unwrap()).collect()
}

/// Lays a case into the store of a running server.
fn file<T>(server: &mut TestServer, work: impl FnOnce(&Filing) -> T) -> T {
    server.stop();
    let done = work(&Filing::open(server.folder.path()));
    server.restart();
    done
}

fn path_of(case: CaseId, id: AttachmentId) -> String {
    format!("cases/{case}/attachments/{id}")
}

fn stored_path(data: &Path, id: AttachmentId) -> PathBuf {
    data.join("attachments").join(id.to_string())
}

/// What follows the header of an age file, in bytes.
fn body_bytes(sealed: &[u8]) -> u64 {
    let mac = find(sealed, b"\n--- ").unwrap() + 1;
    (sealed.len() - mac - find(&sealed[mac..], b"\n").unwrap() - 1) as u64
}

#[test]
fn a_reader_gets_each_file_whole_and_its_length_shows_its_class_alone() {
    let mut server = TestServer::start();
    let sizes = [0, 1, 60_000, 65_528, 65_529, 1_000_000, 3_333_333];
    let files = sizes.map(|size| Sent::picture("IMG_1.jpg", &content(size)));
    let filed = file(&mut server, |filing| filing.report("Met beelden.", &[], &files));
    let report = server.desk(ANNA).reports().remove(0);
    assert_eq!(report.attachments.len(), sizes.len());
    for (attachment, size) in report.attachments.iter().zip(sizes) {
        let (status, sealed) =
            server.desk(ANNA).request("GET", &path_of(filed.case, attachment.id), b"");
        assert_eq!(status, 200);
        assert_eq!(sealed, fs::read(stored_path(&server.data(), attachment.id)).unwrap());
        let mut opened = Vec::new();
        attachment::open(attachment, &sealed[..], &mut opened).unwrap();
        assert!(opened == content(size), "{size}");
        // A nonce, the frame of its class, and a tag for each 64 KiB of it.
        let frame = padded(size as u64);
        assert_eq!(body_bytes(&sealed), 16 + frame + 16 * frame.div_ceil(64 * 1024), "{size}");
    }
}

/// Officers who fetch the largest file at once.
const FETCHING: usize = 8;
/// How much the server may grow by that, in bytes: less than two of those files.
const MOST_GROWTH_BYTES: u64 = 32 * 1024 * 1024;

#[test]
fn the_largest_file_comes_through_and_the_server_never_holds_it() {
    let folder = tempfile::tempdir().unwrap();
    let listen = "127.0.0.1:0".parse().unwrap();
    let officer = &make_organisation(folder.path(), &["Anna"], listen)[0];
    let largest = content(usize::try_from(MAX_ATTACHMENT_BYTES).unwrap());
    let filed = Filing::open(folder.path()).report(
        "Met een film.",
        &[],
        &[Sent::document("groot.pdf", &largest)],
    );
    let server = ServerProcess::start(&folder.path().join("meldpunt.toml"));
    let desk = TestDesk { base: server.base.clone(), officer, clock: Clock::System };
    let report = desk.reports().remove(0);
    let before = server.peak_bytes();
    let fetch = || {
        let head = desk.sign("GET", &path_of(filed.case, filed.files[0]), b"");
        let request = ureq::http::Request::from_parts(head, ());
        let mut answer = agent().run(request).unwrap();
        assert_eq!(answer.headers()["content-type"], "application/octet-stream");
        let length: u64 = answer.headers()["content-length"].to_str().unwrap().parse().unwrap();
        let mut sealed = Vec::new();
        let mut body = answer.body_mut().with_config().limit(u64::MAX).reader();
        body.read_to_end(&mut sealed).unwrap();
        assert_eq!(sealed.len() as u64, length);
        sealed
    };
    let all: Vec<_> = std::thread::scope(|scope| {
        let fetching: Vec<_> = (0..FETCHING).map(|_| scope.spawn(fetch)).collect();
        fetching.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let growth = server.peak_bytes() - before;
    assert!(growth < MOST_GROWTH_BYTES, "{growth} bytes for {FETCHING} at once");
    println!("{FETCHING} times {} bytes at once: {growth} bytes more", all[0].len());
    assert!(all.iter().all(|sealed| *sealed == all[0]));
    let mut opened = Vec::new();
    attachment::open(&report.attachments[0], &all[0][..], &mut opened).unwrap();
    assert!(opened == largest);
}

#[test]
fn nobody_else_gets_a_file_or_learns_that_there_is_one() {
    let mut server = TestServer::start();
    let chris = server.officers[CHRIS].id;
    let one = [Sent::picture("a.jpg", &content(9))];
    let (open, shut) = file(&mut server, |filing| {
        (filing.report("Voor iedereen.", &[], &one), filing.report("Zonder Chris.", &[chris], &one))
    });
    let ask = |place: usize, path: &str| server.desk(place).request("GET", path, b"");
    assert_eq!(ask(CHRIS, &path_of(open.case, open.files[0])).0, 200);
    assert_eq!(ask(ANNA, &path_of(shut.case, shut.files[0])).0, 200);
    let nothing = ask(CHRIS, &path_of(CaseId::from_bytes([9; 16]), open.files[0]));
    assert_eq!((nothing.0, nothing.1.len()), (404, 0));
    let unknown = AttachmentId::from_bytes([9; 16]);
    let wrong = [
        path_of(shut.case, shut.files[0]),
        path_of(shut.case, open.files[0]),
        path_of(shut.case, unknown),
        path_of(open.case, shut.files[0]),
        path_of(open.case, unknown),
        format!("cases/{}/attachments/..%2Fledger", open.case),
        format!("cases/{}/attachments/", open.case),
    ];
    for path in wrong {
        assert_eq!(ask(CHRIS, &path), nothing, "{path}");
    }
    // Without a good signature nobody gets anything.
    let mut head = server.desk(ANNA).sign("GET", &path_of(open.case, open.files[0]), b"");
    head.headers.remove("signature");
    let (head, body) = server.desk(ANNA).send(&head, b"");
    assert_eq!((head.status.as_u16(), body.len()), (401, 0));
}

/// An officer with a tool of her own, and a case: two files with the report, one later.
fn filed_case() -> (Officer, TestServer, Filed) {
    let anna = Officer::enrolled("Anna de Vries");
    let mut server = server_of(&[&anna]);
    let filed = file(&mut server, |filing| {
        let name = "../gpj.\u{202e}vakantie.jpg";
        let first = [Sent::picture(name, &content(1234)), Sent::document("bewijs", b"%PDF-1.7")];
        let mut filed = filing.report("Met bijlagen.", &[], &first);
        let sound = Sent { kind: "m4a", ..Sent::document("stem.m4a", &content(2_100_000)) };
        filing.add(&mut filed, "En dit nog.", &[sound]);
        filed
    });
    anna.done(&["sync"]);
    (anna, server, filed)
}

/// Every sealed attachment on the officer's disk.
fn on_desk(officer: &Officer) -> Vec<PathBuf> {
    let files = files_in(&officer.folder.path().join("cases")).into_iter();
    files.filter(|file| file.parent().unwrap().ends_with("attachments")).collect()
}

#[test]
fn the_tool_lists_and_saves_files_and_keeps_them_sealed() {
    let (anna, mut server, filed) = filed_case();
    let (number, texts) = (filed.number.to_string(), dutch());
    let listed = anna.done(&["attachments", &number]);
    let lines: Vec<_> = listed.lines().collect();
    assert_eq!(lines.len(), 3, "{listed}");
    let removed = texts.desk_file_traces_removed();
    let voice = texts.desk_file_traces_voice();
    let expected = [
        ["1. ../gpj.vakantie.jpg", "Afbeelding, 2 kB", &removed],
        ["2. bewijs", "Document, 1 kB", &texts.desk_file_traces_kept()],
        ["3. stem.m4a", "Geluid, 3 MB", &voice],
    ];
    for (line, words) in lines.iter().zip(expected) {
        assert!(words.iter().all(|word| line.contains(word)), "{line}");
    }
    let shown = anna.done(&["show", &number]);
    assert!(lines.iter().all(|line| shown.contains(line)), "{shown}");
    let english = anna.done(&["--language", "en", "attachments", &number]);
    assert!(english.contains("3. stem.m4a – Sound, 3 MB"), "{english}");
    assert!(on_desk(&anna).is_empty(), "nothing is fetched unasked");

    let scratch = tempfile::tempdir().unwrap();
    let to = scratch.path().join("stem.m4a");
    let save = ["save", &number, "3", "--to", to.to_str().unwrap()];
    let said = anna.done(&save);
    assert_eq!(said.trim_end(), plain(&texts.desk_file_saved(to.display().to_string())));
    assert!(fs::read(&to).unwrap() == content(2_100_000));
    let kept = on_desk(&anna);
    let sealed = fs::read(stored_path(&server.data(), filed.files[2])).unwrap();
    assert!(kept.len() == 1 && fs::read(&kept[0]).unwrap() == sealed);

    // What is there is not written over; what is here needs no server.
    fs::write(&to, "van een ander").unwrap();
    anna.stops(&save, &texts.desk_file_exists(to.display().to_string()));
    assert_eq!(fs::read(&to).unwrap(), b"van een ander");
    server.stop();
    fs::remove_file(&to).unwrap();
    anna.done(&save);
    let unfetched = ["save", &number, "1", "--to", to.to_str().unwrap()];
    anna.stops(&unfetched, &texts.desk_error_unreachable());
    for wrong in ["0", "4", "-", "een"] {
        let save = ["save", &number, "--to", "x", "--", wrong];
        anna.stops(&save, &texts.desk_error_no_file(wrong));
    }
    assert_eq!(on_desk(&anna).len(), 1);
}

#[test]
fn a_lost_and_a_damaged_file_are_named_and_the_rest_works() {
    let (anna, mut server, filed) = filed_case();
    let (number, texts) = (filed.number.to_string(), dutch());
    server.stop();
    let path = |place: usize| stored_path(&server.data(), filed.files[place]);
    fs::remove_file(path(0)).unwrap();
    let mut bytes = fs::read(path(2)).unwrap();
    bytes[1_000_000] ^= 1;
    fs::write(path(2), bytes).unwrap();
    let stray = AttachmentId::from_bytes([1; 16]);
    fs::write(stored_path(&server.data(), stray), b"stray").unwrap();
    fs::write(server.data().join(format!("attachments/waiting/{stray}")), b"half").unwrap();

    let check = run(&mut meldpunt(&["check"], &server.config_file()));
    assert_eq!(check.code, Some(1), "{}", check.stdout);
    let missing = plain(&texts.op_file_missing(filed.files[0].to_string()));
    let damaged = plain(&texts.op_file_damaged(filed.files[2].to_string()));
    let said = plain(&check.stderr);
    assert!(said.contains(&missing) && said.contains(&damaged), "{said}");
    assert!(said.contains(&plain(&texts.op_files_stray(1))), "{said}");
    let counted = [texts.op_files(3), texts.op_files_unfinished(1)].map(|text| plain(&text));
    assert!(counted.iter().all(|text| plain(&check.stdout).contains(text)), "{}", check.stdout);

    server.restart();
    let scratch = tempfile::tempdir().unwrap();
    let to = scratch.path().join("x");
    let save =
        |place: &str| ["save", &number, place, "--to", to.to_str().unwrap()].map(str::to_owned);
    let stops = |place: &str, sentence: &str| {
        let save = save(place);
        anna.stops(&save.each_ref().map(String::as_str), sentence);
    };
    stops("1", &texts.desk_error_lost_file());
    stops("3", &texts.desk_file_damaged());
    assert!(on_desk(&anna).is_empty() && !to.exists());
    anna.done(&save("2").each_ref().map(String::as_str));
    assert_eq!(fs::read(&to).unwrap(), b"%PDF-1.7");

    // One that goes bad on this computer is let go of and fetched again.
    let here = on_desk(&anna).remove(0);
    fs::write(&here, b"age-encryption.org/v1\n?").unwrap();
    fs::remove_file(&to).unwrap();
    stops("2", &texts.desk_file_damaged());
    anna.done(&save("2").each_ref().map(String::as_str));
    assert_eq!(fs::read(&to).unwrap(), b"%PDF-1.7");
}

#[test]
fn a_line_that_breaks_leaves_nothing_and_the_next_try_begins_again() {
    let (anna, server, filed) = filed_case();
    let (number, texts) = (filed.number.to_string(), dutch());
    let sealed = fs::read(stored_path(&server.data(), filed.files[2])).unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let to = scratch.path().join("x");
    let save = ["save", &number, "3", "--to", to.to_str().unwrap()];
    let another = fs::read(stored_path(&server.data(), filed.files[0])).unwrap();
    let cut = sealed[..sealed.len() / 2].to_vec();
    let answers = [
        (sealed.len(), cut.clone(), texts.desk_error_unreachable()),
        (cut.len(), cut, texts.desk_file_damaged()),
        (another.len(), another, texts.desk_file_damaged()),
        (4, b"ja!\n".to_vec(), texts.desk_file_damaged()),
    ];
    for (length, body, sentence) in answers {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        anna.serves(&format!("http://{}", listener.local_addr().unwrap()));
        let serving = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
            let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n");
            stream.write_all(&[head.as_bytes(), &body].concat()).unwrap();
        });
        anna.stops(&save, &sentence);
        serving.join().unwrap();
        assert!(on_desk(&anna).is_empty() && !to.exists());
    }
    anna.serves(&server.url(""));
    // What a kill in the middle leaves is swept, and is no file of the case.
    let folder = anna.folder.path().join(format!("cases/{}/attachments", filed.case));
    fs::write(folder.join(format!("{}.age.00.part", filed.files[2])), b"half").unwrap();
    anna.done(&save);
    assert_eq!(on_desk(&anna).len(), 1);
    assert!(fs::read(&to).unwrap() == content(2_100_000));
}

#[test]
fn the_desk_fetches_a_file_and_gives_it_out_on_an_explicit_choice_alone() {
    let (anna, _server, filed) = filed_case();
    let texts = dutch();
    let desk = Desk::open(&anna);
    let entered = desk.get(&desk.start, &[]);
    let cookie = entered.headers["set-cookie"].split(';').next().unwrap().to_owned();
    let ours = [("cookie", cookie.as_str()), ("origin", desk.base.as_str())];
    let case = format!("/cases/{}", filed.case);
    let place = |file: usize| format!("{case}/attachments/{}", filed.files[file]);
    let page = desk.get(&format!("{case}/report"), &ours);
    let shown = Html::parse(&page.body);
    assert_eq!(shown.all(".files li").len(), 3);
    assert_eq!(shown.all(".files button").len(), 3, "nothing is fetched unasked");
    let main = shown.text("main");
    for words in ["gpj.vakantie.jpg", &texts.desk_file_traces_removed(), "stem.m4a"] {
        assert!(main.contains(words), "{words}: {main}");
    }
    assert!(!page.body.contains('\u{202e}'));

    // Saving what is not here, and saving without the choice, saves nothing.
    let save = format!("{}/save", place(0));
    assert_eq!(desk.post(&save, &ours, "chosen=yes").headers["location"], place(0));
    assert!(desk.get(&place(0), &ours).body.contains(&texts.desk_file_not_here()));
    assert_eq!(desk.post(&save, &ours[..1], "chosen=yes").status, 403, "from elsewhere");
    let fetched = desk.post(&format!("{}/fetch", place(0)), &ours, "");
    assert_eq!((fetched.status, &fetched.headers["location"]), (303, &place(0)));
    let page = desk.get(&place(0), &ours);
    assert!(page.body.contains(&texts.desk_notice_fetched()), "{}", page.body);
    let page = Html::parse(&page.body);
    assert_eq!(page.all("input[type=checkbox][required]").len(), 1);
    assert!(page.all("img, iframe, object, embed").is_empty());
    for body in ["", "chosen", "x=1"] {
        assert_eq!(desk.post(&save, &ours, body).headers["location"], place(0), "{body}");
        let said = desk.get(&place(0), &ours).body;
        assert!(said.contains(&texts.desk_file_save_not_chosen()), "{said}");
    }

    let mut saved = agent()
        .post(format!("{}{save}", desk.base))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("cookie", &cookie)
        .header("origin", &desk.base)
        .send("chosen=yes")
        .unwrap();
    assert_eq!(saved.status(), 200);
    let header = |name: &str| saved.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-disposition"), "attachment; filename*=UTF-8''gpj.vakantie.jpg");
    assert_eq!(header("content-type"), "application/octet-stream");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(header("cache-control"), "no-store");
    assert!(saved.body_mut().read_to_vec().unwrap() == content(1234));

    // Now it is here: the list leads to it. A wrong place is no page.
    let shown = Html::parse(&desk.get(&format!("{case}/report"), &ours).body);
    assert_eq!((shown.all(".files button").len(), shown.all(".files a").len()), (2, 1));
    let wrong = [format!("{case}/attachments/{}", filed.case), format!("{case}/attachments/x")];
    for path in wrong {
        assert_eq!(desk.get(&path, &ours).status, 404);
    }
    assert_eq!(desk.get(&place(0), &[]).status, 403);
    let locked = desk.post("/lock", &ours, "");
    assert_eq!(locked.status, 303);
    let shut = desk.post(&save, &ours, "chosen=yes");
    assert!(shut.status == 200 && shut.body.contains(&texts.desk_unlock_help()));
}

#[test]
fn no_name_kind_or_word_of_a_file_lies_outside_its_envelope() {
    const WORDS: [&str; 4] =
        ["Kluut-vakantiefoto", "Kemphaan-in-beeld", "Tureluur-verklaring", "Watersnip-in-tekst"];
    let anna = Officer::enrolled("Anna de Vries");
    let mut server = server_of(&[&anna]);
    let inside = |word: &str| [word.as_bytes(), &content(70_000)].concat().repeat(3);
    let filed = file(&mut server, |filing| {
        let picture = Sent::picture(&format!("{}.jpg", WORDS[0]), &inside(WORDS[1]));
        let kind = "telling-kind-of-file";
        let mut filed = filing.report("Met een foto.", &[], &[Sent { kind, ..picture }]);
        let name = format!("{}.pdf", WORDS[2]);
        filing.add(&mut filed, "Later.", &[Sent::document(&name, &inside(WORDS[3]))]);
        filed
    });
    let mut search = Search::default();
    WORDS.iter().chain(&["telling-kind-of-file"]).for_each(|word| search.add(Group::Typed, word));
    anna.done(&["sync"]);
    let number = filed.number.to_string();
    let listed = anna.done(&["attachments", &number]);
    assert_eq!(search.find(listed.as_bytes()).len(), 2, "{listed}");
    let scratch = tempfile::tempdir().unwrap();
    for place in ["1", "2"] {
        let to = scratch.path().join(place);
        let said = anna.done(&["save", &number, place, "--to", to.to_str().unwrap()]);
        assert_eq!(search.find(said.as_bytes()), [].into());
        assert_eq!(search.find(&fs::read(to).unwrap()).len(), 1, "the search finds what is there");
    }
    assert_eq!(on_desk(&anna).len(), 2);
    server.stop();
    let check = run(&mut meldpunt(&["check"], &server.config_file()));
    assert_eq!(check.code, Some(0), "{}", check.stderr);
    for printed in [check.stdout, check.stderr] {
        assert_eq!(search.find(printed.as_bytes()), [].into(), "{printed}");
    }
    let folders = [server.folder.path(), anna.folder.path()];
    for file in folders.into_iter().flat_map(files_in) {
        let name = file.to_str().unwrap();
        assert_eq!(search.find(name.as_bytes()), [].into(), "{name}");
        assert_eq!(search.find(&fs::read(&file).unwrap()), [].into(), "{name}");
    }
}

/// How often the program that stores files is killed.
const ROUNDS: u64 = 12;
/// It is killed after at most this many stored cases …
const MOST_CASES: u64 = 6;
/// … and at most this much later, in microseconds: longer than storing one takes.
const MOST_MICROS: u64 = 60_000;
/// Says to the program of its own where to store.
const FOLDER: &str = "VEILIG_MELDEN_TEST_FOLDER";

#[test]
#[ignore = "runs as a program of its own, which another test kills"]
fn files_are_stored_until_somebody_kills_this() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).expect("the test that kills sets it"));
    let filing = Filing::open(&folder);
    let store = |names: &str| {
        for place in 0.. {
            let size = 20_000 * (place % 5 + 1);
            let files = [Sent::picture("a.jpg", &content(size)), Sent::document("b", b"b")];
            let filed = filing.report(&format!("{names} {place}"), &[], &files);
            println!("stored {}", filed.case);
        }
    };
    std::thread::scope(|scope| {
        for names in ["een", "twee"] {
            scope.spawn(move || store(names));
        }
    });
}

/// Runs that program until it has stored a few cases, and kills it; gives the cases it told of.
fn store_until_killed(folder: &Path, random: &Random) -> Vec<CaseId> {
    let draw = |end: u64| u64::from_le_bytes(random.bytes()) % end;
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture"])
        .arg("attachments::files_are_stored_until_somebody_kills_this")
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let (tell, told) = mpsc::channel();
    let reading = std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            let case = line.split_once("stored ").and_then(|(_, case)| CaseId::parse(case));
            // Nobody listens any more once the test is done.
            case.into_iter().for_each(|case| tell.send(case).unwrap_or_default());
        }
    });
    let mut stored = Vec::new();
    for _ in 0..=draw(MOST_CASES) {
        stored.push(told.recv().expect("the program stores cases until it is killed"));
    }
    stored.extend(told.recv_timeout(Duration::from_micros(draw(MOST_MICROS))).ok());
    child.kill().unwrap();
    child.wait().unwrap();
    reading.join().unwrap();
    stored.extend(told.try_iter());
    stored
}

#[test]
fn a_kill_at_any_moment_loses_no_file_of_an_acknowledged_report() {
    let folder = tempfile::tempdir().unwrap();
    let listen = "127.0.0.1:0".parse().unwrap();
    let anna = make_organisation(folder.path(), &["Anna"], listen).remove(0);
    let random = Random::seeded(1);
    let (mut stored, mut interrupted) = (Vec::new(), 0);
    for round in 0..ROUNDS {
        let before = stored.len();
        stored.extend(store_until_killed(folder.path(), &random));
        interrupted += Store::check(&folder.path().join("data")).unwrap().files.unfinished;
        let filing = Filing::open(folder.path());
        let store = filing.store();
        // What was stored before is looked at once more at the end.
        let from = if round + 1 == ROUNDS { 0 } else { before };
        for case in &stored[from..] {
            let item = store.items(*case).unwrap().remove(0).item;
            let Ok(Opened::Report(report)) = anna.identity.open(*case, &item) else {
                panic!("a report opens")
            };
            assert_eq!(report.attachments.len(), 2);
            report.attachments.iter().for_each(|attachment| expect_whole(store, *case, attachment));
        }
    }
    let lying = |folder: PathBuf| fs::read_dir(folder).unwrap().count() as u64;
    let attachments = folder.path().join("data/attachments");
    let found = Store::check(&folder.path().join("data")).unwrap();
    assert!(found.is_whole() && found.files.strays == 0 && found.files.unfinished == 0);
    assert_eq!(lying(attachments.join("waiting")), 0, "a start sweeps what was under way");
    assert_eq!(lying(attachments), found.files.named + 1);
    assert!(found.files.named >= 2 * stored.len() as u64);
    assert!(interrupted >= ROUNDS / 4, "{interrupted} files were under way");
}

fn expect_whole(store: &Store, case: CaseId, attachment: &Attachment) {
    let stored = store.attachment(case, attachment.id).unwrap().expect("the case has it");
    let mut opened = Vec::new();
    attachment::open(attachment, stored.file, &mut opened).unwrap();
    let expected = if attachment.kind == "pdf" { b"b".to_vec() } else { content(opened.len()) };
    assert!(opened == expected && opened.len() as u64 == attachment.bytes);
}

#[test]
fn an_officer_goes_through_the_pages_about_files_in_a_browser() {
    for (width, script) in [(1280, Script::On), (360, Script::Off)] {
        let (anna, _server, filed) = filed_case();
        let desk = Desk::open(&anna);
        let tab = Tab::open(width, script);
        tab.go(&format!("{}{}", desk.base, desk.start));
        tab.click(".cases h3 a");
        tab.click(".side nav a[href$='/report']");
        tab.until("#fetch-3");
        tab.look("desk-files");
        tab.click("#fetch-1");
        tab.until("input[name=chosen]");
        assert!(tab.text().contains(&dutch().desk_notice_fetched()));
        tab.look("desk-file-here");
        // A box that is not ticked is asked for by the browser, too.
        tab.click("main form button");
        tab.until("input[name=chosen]:invalid");
        tab.click("main .back");
        tab.click("#save-1");
        tab.until("input[name=chosen]");
        tab.go(&format!("{}/cases/{}/attachments/{}", desk.base, filed.case, filed.files[1]));
        tab.until("form[action$=fetch]");
        tab.look("desk-file-at-server");
    }
}
