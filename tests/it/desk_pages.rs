//! The pages of the desk, as the built program serves them: casework through their forms, and
//! every page in a browser.

use crate::{
    browser::{Key, Script, Tab},
    desk::{Officer, Opened, PASSPHRASE, dutch, plain, report, server_of},
    html::{Html, text},
    server::{Response, TestServer},
};
use std::{fs, path::Path, sync::Arc};
use veilig_melden::{
    Language,
    core::{
        CaseId, Clock, Plaintext, PublicNumber, Random, Reader, Readers,
        envelope::seal,
        forms::FormUsed,
        report::{Answers, Report},
    },
    desk::{Drawer, KeyRing},
};

/// Typed by somebody who means harm, or who leaves no spaces.
const HOSTILE: &str = "<script>alert(1)</script><b>x</b>\" ' & {{ }} \u{202e}omgekeerd\u{202c} \
    ongelofelijklangwoordzonderspatiesongelofelijklangwoordzonderspatiesongelofelijklangwoordzonder";

/// A desk that was entered, with the cookie that it gave.
pub struct Visitor {
    desk: Opened,
    cookie: String,
}

impl Visitor {
    pub fn enter(officer: &Officer) -> Self {
        let desk = Opened::open(officer);
        let entered = desk.get(&desk.start, &[]);
        let cookie = entered.headers["set-cookie"].split(';').next().unwrap().to_owned();
        Self { desk, cookie }
    }

    pub fn get(&self, path: &str) -> Html {
        let page = self.desk.get(path, &[("cookie", &self.cookie)]);
        assert_eq!(page.status, 200, "{path}: {}", page.body);
        Html::parse(&page.body)
    }

    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", coded(name), coded(value)))
            .collect();
        let headers = [("cookie", self.cookie.as_str()), ("origin", &self.desk.base)];
        self.desk.post(path, &headers, &body.join("&"))
    }

    /// What a form of a page would send, with these fields in the place of its own.
    pub fn filled(&self, path: &str, form: &str, fields: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut sent = self.get(path).sent(&format!("form#{form}"));
        sent.retain(|(name, _)| fields.iter().all(|(field, _)| field != name));
        sent.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        sent
    }

    /// Sends a form of a page, and comes back to the page.
    pub fn send(&self, path: &str, form: &str, fields: &[(&str, &str)]) -> Html {
        let sent = self.filled(path, form, fields);
        let answer = self.post_all(path, &sent);
        assert_eq!(answer.status, 303, "{path} {form}: {}", answer.body);
        self.get(answer.headers["location"].split('#').next().unwrap())
    }

    pub fn post_all(&self, path: &str, fields: &[(String, String)]) -> Response {
        let fields: Vec<_> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        self.post(path, &fields)
    }

    /// The path of the only case.
    pub fn case(&self) -> String {
        let list = self.get("/cases?show=all");
        list.one("ul.cases h3 a").attr("href").unwrap().to_owned()
    }

    pub fn sync(&self) {
        assert_eq!(self.post("/sync", &[]).status, 303);
    }
}

fn coded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// Two officers, one case, both desks open and up to date.
fn two_desks() -> (TestServer, String, Visitor, Visitor) {
    let (anna, bram) = (Officer::enrolled("Anna de Vries"), Officer::enrolled("Bram Jansen"));
    let server = server_of(&[&anna, &bram]);
    report(&server, &[("story", "Zij riep."), ("kinds", "psych"), ("actor", "care")]);
    let (anna_desk, bram_desk) = (Visitor::enter(&anna), Visitor::enter(&bram));
    let path = anna_desk.case();
    assert_eq!(bram_desk.case(), path);
    // The folders are open in the programs, which hold them as long as the test needs them.
    std::mem::forget((anna, bram));
    (server, path, anna_desk, bram_desk)
}

fn one_desk() -> (TestServer, String, Visitor) {
    let (server, path, anna, _) = two_desks();
    (server, path, anna)
}

#[test]
fn triage_shuts_the_interviews_until_the_police_was_consulted() {
    let (_server, path, anna, bram) = two_desks();
    let (steps, triage) = (format!("{path}/steps"), format!("{path}/triage"));
    let texts = dutch();
    assert_eq!(anna.get(&steps).all("form#item-client_two").len(), 1);
    let before =
        anna.filled(&steps, "item-client_two", &[("mark", "done"), ("note", "Bewaar dit")]);
    let page = anna.send(&triage, "punishable", &[("answer", "doubt"), ("note", "Slaan")]);
    assert!(page.text("main").contains(&texts.casework_gate_reason()));
    let shut = anna.get(&steps);
    assert!(shut.all("form#item-client_two").is_empty());
    assert!(shut.text("#line-client_two").contains(&texts.casework_gate_shut()));
    let link = shut.one("#line-client_two a").attr("href");
    assert_eq!(link, Some(format!("{triage}#police").as_str()));
    assert_eq!(shut.all("form#item-client_confidant").len(), 1, "no step is locked");
    // A page that was open before the gate shut marks nothing.
    assert_eq!(anna.post_all(&steps, &before).status, 303);
    assert!(!anna.get(&path).text("main").contains("Bewaar dit"));

    let police =
        [("with", "Zedenrecherche"), ("agreements", "De politie praat eerst."), ("on", "")];
    let faulty = anna.send(&triage, "police", &police);
    assert!(faulty.text("#police-on-fault").contains(&texts.desk_fault_day()));
    assert_eq!(faulty.one("#police-with").attr("value"), Some("Zedenrecherche"));
    let today = Clock::System.today().iso();
    anna.send(&triage, "police", &[("on", &today)]);
    let page = anna.send(&steps, "item-client_two", &[("mark", "done"), ("note", "Samen")]);
    assert!(page.text("#line-client_two").contains("Samen"));
    // The colleague sees all of it, with the name of who did it.
    anna.sync();
    bram.sync();
    let page = bram.get(&steps);
    let line = page.text("#line-client_two");
    assert!(line.contains("Anna de Vries") && line.contains("Samen"), "{line}");
    assert!(bram.get(&triage).text("main").contains("Zedenrecherche"));
}

#[test]
fn the_same_form_twice_is_one_entry_and_survives_a_restart() {
    let (anna, bram) = (Officer::enrolled("Anna de Vries"), Officer::enrolled("Bram Jansen"));
    let server = server_of(&[&anna, &bram]);
    report(&server, &[("story", "Zij riep.")]);
    let desk = Visitor::enter(&anna);
    let path = desk.case();
    let form = desk.filled(&path, "note", &[("text", "Eenmalig gezegd")]);
    assert_eq!(desk.post_all(&path, &form).status, 303);
    assert_eq!(desk.post_all(&path, &form).status, 303);
    assert!(desk.get(&path).text("main").contains(&dutch().desk_notice_before()));
    let count = |desk: &Visitor| desk.get(&path).text("main").matches("Eenmalig gezegd").count();
    assert_eq!(count(&desk), 1);
    drop(desk);
    let desk = Visitor::enter(&anna);
    desk.post_all(&path, &form);
    assert_eq!(count(&desk), 1);
    assert_eq!(count(&Visitor::enter(&bram)), 1, "unlocking brings the desk up to date");
    // Changed after it was sent, it is something else, and no word of it is lost.
    let mut changed = form.clone();
    changed.iter_mut().filter(|(name, _)| name == "text").for_each(|(_, text)| {
        *text = "Anders gezegd".to_owned();
    });
    desk.post_all(&path, &changed);
    let main = desk.get(&path).text("main");
    assert!(main.contains("Anders gezegd") && main.contains("Eenmalig gezegd"));
}

#[test]
fn what_was_typed_before_the_lock_is_there_after_unlocking() {
    let (_server, path, anna) = one_desk();
    let typed = anna.filled(
        &path,
        "next",
        &[("what", HOSTILE), ("lies_with", "police"), ("name", "Wijkagent")],
    );
    assert_eq!(anna.post("/lock", &[]).status, 303);
    let locked = anna.post_all(&path, &typed);
    let page = Html::parse(&locked.body);
    assert!(page.text("main").contains(&dutch().desk_unlock_kept()));
    let mut unlock = page.sent("form[action='/unlock']");
    unlock.push(("passphrase".to_owned(), PASSPHRASE.to_owned()));
    let unlocked = anna.post_all("/unlock", &unlock);
    assert_eq!(
        (unlocked.status, unlocked.headers["location"].clone()),
        (303, format!("{path}#next"))
    );
    let page = anna.get(&path);
    assert_eq!(page.one("#next-what").attr("value"), Some(HOSTILE));
    assert_eq!(page.one("#next input[value='police']").attr("checked"), Some(""));
    // Nothing was recorded; sending it now does.
    assert!(page.text("main").contains(&dutch().desk_last_entries_none()));
    anna.send(&path, "next", &[]);
    assert!(anna.get(&path).text("main").contains("omgekeerd"));
}

#[test]
fn a_full_disk_loses_nothing_that_was_typed() {
    let (anna, bram) = (Officer::enrolled("Anna de Vries"), Officer::enrolled("Bram Jansen"));
    let server = server_of(&[&anna, &bram]);
    report(&server, &[("story", "Zij riep.")]);
    let desk = Visitor::enter(&anna);
    let path = desk.case();
    // A folder that is no folder: nothing can be written there, whoever runs this.
    let outbox = anna.folder.path().join("outbox");
    fs::remove_dir_all(&outbox).unwrap();
    fs::write(&outbox, "").unwrap();
    let page = desk.send(&path, "note", &[("text", "Niet kwijtraken")]);
    assert_eq!(text(page.one("#note-text")), "Niet kwijtraken");
    assert_eq!(page.all("main [role=alert]").len(), 1);
    fs::remove_file(&outbox).unwrap();
    fs::create_dir(&outbox).unwrap();
    desk.send(&path, "note", &[]);
    assert!(desk.get(&path).text("#entries ~ ol").contains("Niet kwijtraken"));
}

#[test]
fn two_officers_who_differ_see_both_sides_and_settle_it() {
    let (_server, path, anna, bram) = two_desks();
    let triage = format!("{path}/triage");
    anna.send(&triage, "safe", &[("answer", "yes"), ("note", "Zij is thuis")]);
    bram.send(&triage, "safe", &[("answer", "no"), ("note", "Hij is er nog")]);
    for desk in [&anna, &bram, &anna] {
        desk.sync();
    }
    for desk in [&anna, &bram] {
        let page = desk.get(&path);
        let main = page.text("main");
        assert!(main.contains("Zij is thuis") && main.contains("Hij is er nog"), "{main}");
        assert!(main.contains(&dutch().desk_differences()));
    }
    let page = anna.get(&path);
    let form = page.one("form[id^=settle-]").attr("id").unwrap().to_owned();
    let sides = page.all(&format!("#{form} label"));
    let no = sides.iter().find(|label| text(**label).contains("Hij is er nog")).unwrap();
    let field = no.child_elements().next().unwrap().attr("value").unwrap().to_owned();
    let unchosen = anna.send(&path, &form, &[]);
    assert!(unchosen.text("main").contains(&dutch().desk_fault_choice()));
    anna.send(&path, &form, &[("side", &field)]);
    anna.sync();
    bram.sync();
    for desk in [&anna, &bram] {
        let page = desk.get(&path);
        assert!(page.all("form[id^=settle-]").is_empty());
        assert!(page.text("#facts ~ dl").contains("Hij is er nog"));
        assert!(!page.text("#facts ~ dl").contains("Zij is thuis"));
    }
}

#[test]
fn an_example_fills_the_box_and_sends_nothing() {
    let (anna, bram) = (Officer::enrolled("Anna de Vries"), Officer::enrolled("Bram Jansen"));
    let server = server_of(&[&anna, &bram]);
    let (code, _) = report(&server, &[("story", "Zij riep.")]);
    let desk = Visitor::enter(&anna);
    let path = format!("{}/report", desk.case());
    let texts = dutch();
    let fill = [("text", "Getypt."), ("prompt", "saw"), ("beginning", "closing"), ("fill", "1")];
    let page = desk.send(&path, "message", &fill);
    let box_text = text(page.one("#message-text"));
    assert!(box_text.starts_with("Getypt. ") && box_text.ends_with(&texts.casework_prompt_saw()));
    assert!(!server.reporter().thread(&code).body.contains("Getypt."));
    // What an example leaves open is filled in first.
    let faulty = desk.send(&path, "message", &[]);
    assert!(faulty.text("#message-text-fault").contains(&texts.casework_message_unfilled()));
    let until = Clock::System.today().plus(10).iso();
    let last = [("text", "Klaar [denk ik]."), ("status", "triage"), ("silence_until", &until)];
    let sent = desk.send(&path, "message", &last);
    assert!(sent.text("main").contains(&texts.desk_notice_sent()));
    assert!(server.reporter().thread(&code).body.contains("Klaar [denk ik]."));
    let thread = sent.text("ol.thread");
    assert!(!thread.contains(&texts.desk_message_unsigned()), "{thread}");
    // The message stands in the history, with what it said of status and silence.
    let overview = desk.get(path.strip_suffix("/report").unwrap()).text("main");
    for words in [texts.casework_event_message_sent(), texts.casework_event_silence()] {
        assert!(overview.contains(&words), "{words}: {overview}");
    }
    assert!(overview.contains(&texts.casework_deadline_silence_review()));
}

#[test]
fn a_deadline_is_done_or_moved_with_its_reason_and_shows_rule_and_source() {
    let (_server, path, anna) = one_desk();
    let texts = dutch();
    let today = anna.get("/");
    let link = |page: &Html, words: &str| {
        let links = page.all(".tasks a");
        let found = links.iter().find(|link| text(**link).contains(words));
        found.and_then(|link| link.attr("href")).map(str::to_owned)
    };
    let safety = texts.casework_deadline_first_safety();
    let place = link(&today, &safety).expect("the safety of a new case is for today");
    assert_eq!(place, format!("{path}/triage#safe"));
    assert!(today.text("main").contains(&texts.casework_rule_first_safety()));
    anna.send(&format!("{path}/triage"), "safe", &[("answer", "yes")]);
    assert_eq!(link(&anna.get("/"), &safety), None, "what is done is not for today");

    let line = anna.get(&path).text("#due-igj_determine");
    for words in [texts.casework_rule_igj_determine(), plain(&texts.casework_source_leidraad(169))]
    {
        assert!(plain(&line).contains(&words), "{words}: {line}");
    }
    let later = Clock::System.today().plus(3).iso();
    let moved = [("change", "moved"), ("on", later.as_str())];
    let faulty = anna.send(&path, "deadline-igj_determine", &moved);
    assert!(
        faulty.text("#deadline-igj_determine-reason-fault").contains(&texts.desk_fault_reason())
    );
    let page = anna.send(&path, "deadline-igj_determine", &[("reason", "Spoed")]);
    assert!(page.text("#due-igj_determine").contains("Spoed"));
    let page = anna.send(&path, "deadline-igj_determine", &[("change", "done")]);
    assert!(page.text("#due-igj_determine").contains(&texts.casework_rule_igj_determine()));
}

#[test]
fn what_the_report_says_is_filled_in_and_only_changes_are_recorded() {
    let (_server, path, anna) = one_desk();
    let triage = format!("{path}/triage");
    let texts = dutch();
    let page = anna.get(&triage);
    assert_eq!(page.one("#structure-actor option[selected]").attr("value"), Some("staff"));
    assert!(page.text("#structure-actor-hint").contains(&texts.desk_from_report()));
    let same = anna.send(&triage, "structure", &[]);
    assert!(same.text("main").contains(&texts.desk_notice_unchanged()));
    assert!(anna.get(&path).text("main").contains(&texts.desk_last_entries_none()));
    let page = anna.send(&triage, "structure", &[("victim", "client"), ("actor", "board")]);
    let advice = page.text("#advice-title ~ ol");
    assert!(advice.contains(&texts.casework_route_external_officer()), "{advice}");
    assert!(page.all("#structure-actor-hint").is_empty());
    // Discrimination opens fields of its own.
    assert!(page.all("#structure-grounds-0").is_empty() && page.all("[name=grounds]").is_empty());
    let page = anna.send(&triage, "structure", &[("kinds", "discrimination")]);
    assert!(!page.all("[name=grounds]").is_empty());
    let faulty = anna.send(&triage, "structure", &[("first_day", "gisteren")]);
    assert!(faulty.text("#structure-first_day-fault").contains(&texts.desk_fault_day()));
}

#[test]
fn the_commands_say_what_the_pages_say() {
    let anna = Officer::enrolled("Anna de Vries");
    let server = server_of(&[&anna]);
    let (_, number) = report(&server, &[("story", "Zij riep.")]);
    anna.done(&["sync"]);
    let texts = dutch();
    let today = anna.done(&["today"]);
    assert!(
        today.contains(&number) && today.contains(&texts.casework_deadline_first_safety()),
        "{today}"
    );
    let case = anna.done(&["case", &number]);
    for words in ["signal_facts", &texts.casework_rule_ack(), &texts.desk_keeps_open()] {
        assert!(case.contains(words), "{words}: {case}");
    }
    anna.done(&["tick", &number, "signal_facts", "--note", "Gezien"]);
    assert!(!anna.done(&["case", &number]).contains("signal_facts"));
    anna.done(&["tick", &number, "signal_facts", "--undo"]);
    assert!(anna.done(&["case", &number]).contains("signal_facts"));
    anna.stops(&["tick", &number, "zomaar"], &texts.desk_error_item());
    anna.stops(&["note", &number, "--text", " "], &texts.desk_fault_text());
    anna.done(&["note", &number, "--text", "Een notitie"]);
    let desk = Visitor::enter(&anna);
    assert!(desk.get(&desk.case()).text("main").contains("Een notitie"));
}

/// Lays cases in an officer's folder, as sync would have left them.
fn lay(folder: &Path, count: usize) {
    let ring = KeyRing::unlock(folder, &Plaintext::from(PASSPHRASE)).ok().unwrap();
    let drawer = Drawer::open(folder).unwrap();
    let random = Arc::new(Random::seeded(7));
    let recipient = ring.recipient().parse().unwrap();
    let reader = Reader { id: ring.officer(), name: "Anna de Vries".to_owned(), recipient };
    let readers = Readers::new(vec![reader]).unwrap();
    for place in 0..count {
        let case = CaseId::random(&random);
        let report = Report {
            case,
            number: PublicNumber::random(&random),
            day: veilig_melden::core::Day::from_number(
                Clock::System.today().number() - u16::try_from(place).unwrap() % 40,
            ),
            language: Language::Nl,
            mailbox: ring.recipient().parse().unwrap(),
            readers: Report::list_readers(&readers),
            excluded: Vec::new(),
            answers: Answers::default(),
            form: FormUsed::Full,
            attachments: Vec::new(),
        };
        drawer.insert(case, 0, &seal(&report, &readers).unwrap()).unwrap();
    }
}

#[test]
fn many_cases_are_filtered_paged_and_found_by_number() {
    let anna = Officer::enrolled("Anna de Vries");
    lay(anna.folder.path(), 130);
    let desk = Visitor::enter(&anna);
    let (first, second) = (desk.get("/cases?show=all"), desk.get("/cases?show=all&page=2"));
    assert_eq!((first.all("ul.cases > li").len(), second.all("ul.cases > li").len()), (100, 30));
    assert!(second.text("main").contains("Zaak 101 tot en met 130 van 130."));
    assert_eq!(first.text("nav.filter [aria-current]"), "Alles 130");
    assert!(desk.get("/cases?show=closed").text("main").contains(&dutch().desk_list_empty()));
    let number = text(second.all("ul.cases h3 a")[0]);
    let found = desk.desk.get(&format!("/cases?number={number}"), &[("cookie", &desk.cookie)]);
    assert_eq!(found.status, 303);
    assert!(desk.get(&found.headers["location"]).text("h1").contains(&number));
    let wrong = desk.get("/cases?number=M-0000");
    assert!(wrong.text("#search-number-fault").contains(&dutch().desk_number_unknown()));
    let today = desk.get("/");
    assert!(today.all("#late ~ ul > li").len() <= 50);
    assert!(!today.all("a[href='/cases?show=late']").is_empty(), "the rest is a page away");
}

/// What a browser shows of a desk: every page, at this width.
fn look_at_every_page(tab: &Tab, base: &str, what: &str) {
    tab.go(&format!("{base}/"));
    tab.look(&format!("{what}-today"));
    tab.go(&format!("{base}/cases?show=all"));
    tab.look(&format!("{what}-list"));
    let case = tab.evaluate("document.querySelector('ul.cases h3 a')?.getAttribute('href') ?? ''");
    if case.is_empty() {
        return;
    }
    for page in ["", "/report", "/triage", "/steps"] {
        tab.go(&format!("{base}{case}{page}"));
        tab.look(&format!("{what}-case{}", page.replace('/', "-")));
        tab.evaluate("document.querySelectorAll('details').forEach(it => it.open = true); ''");
        tab.look(&format!("{what}-case{}-open", page.replace('/', "-")));
    }
}

fn entered(tab: &Tab, officer: &Officer) -> Opened {
    let desk = Opened::open(officer);
    tab.go(&format!("{}{}", desk.base, desk.start));
    tab.until("header nav");
    desk
}

#[test]
fn every_page_of_the_desk_is_clean_wide_and_narrow() {
    let (empty, one, many) =
        (Officer::enrolled("Anna"), Officer::enrolled("Anna de Vries"), Officer::enrolled("Anna"));
    let server = server_of(&[&one]);
    report(&server, &[("story", HOSTILE), ("kinds", "psych")]);
    lay(many.folder.path(), 130);
    // Something in every part of the page, typed by somebody who means harm.
    let desk = Visitor::enter(&one);
    let path = desk.case();
    for (page, form, field) in [
        ("", "note", "text"),
        ("", "next", "what"),
        ("/triage", "safe", "note"),
        ("/triage", "conflict", "note"),
        ("/steps", "item-signal_facts", "note"),
        ("/report", "no-word", "why"),
    ] {
        let more = [("answer", "no"), ("kind", "friend"), ("mark", "done"), (field, HOSTILE)];
        let page = desk.send(&format!("{path}{page}"), form, &more);
        assert!(page.all("main b, main script").is_empty(), "{form}");
        assert!(page.text("main").contains("<script>alert(1)</script>"), "{form}");
    }
    let late = [("step", "consulted"), ("with", HOSTILE), ("agreements", HOSTILE)];
    desk.send(&format!("{path}/triage"), "police", &late);
    drop(desk);
    for (what, officer) in [("empty", &empty), ("one", &one), ("many", &many)] {
        let mut tab = Tab::open(1280, Script::On);
        let desk = entered(&tab, officer);
        for width in [1280, 1920, 360] {
            tab.resize(width, 1.0);
            look_at_every_page(&tab, &desk.base, &format!("desk-{what}"));
        }
    }
}

#[test]
fn a_case_is_worked_with_a_keyboard_alone_and_without_script() {
    let anna = Officer::enrolled("Anna de Vries");
    let server = server_of(&[&anna]);
    report(&server, &[("story", "Zij riep.")]);
    let tab = Tab::open(1280, Script::Off);
    let _desk = entered(&tab, &anna);
    tab.tab_to(".tasks a[href$='/triage#safe']");
    tab.press(Key::Enter);
    tab.until("#safe");
    tab.tab_to("#safe [name=answer]");
    tab.press(Key::Space);
    tab.tab_to("#safe [name=note]");
    tab.write("Met toetsen gezegd");
    tab.press(Key::Enter);
    tab.until(".notice.good");
    assert!(tab.text().contains("Met toetsen gezegd"));
    tab.tab_to(".side nav a[href$='/steps']");
    tab.press(Key::Enter);
    tab.until("details.step");
    tab.tab_to("#step-report > summary");
    tab.press(Key::Enter);
    tab.tab_to("#item-report_safe [name=note]");
    tab.tab_to("#item-report_safe button[value=done]");
    tab.press(Key::Space);
    tab.until("#line-report_safe.done");
    tab.fits("steps");
}

#[test]
fn a_case_comes_out_of_a_printer_with_rules_and_sources() {
    let anna = Officer::enrolled("Anna de Vries");
    let server = server_of(&[&anna]);
    report(&server, &[("story", "Zij riep.")]);
    let mut tab = Tab::open(1280, Script::On);
    let desk = entered(&tab, &anna);
    tab.click(".cases h3 a");
    tab.until("#due-ack");
    tab.emulate("print", ("prefers-color-scheme", "light"));
    let texts = dutch();
    let printed = tab.text();
    for words in [texts.casework_rule_ack(), texts.casework_law_wbk()] {
        assert!(printed.contains(&words), "{words}");
    }
    assert!(!printed.contains(&texts.desk_lock()), "buttons are not printed");
    assert!(tab.pdf().starts_with(b"%PDF"));
    drop(desk);
}
