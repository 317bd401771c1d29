use super::*;
use crate::desk::{
    casework::{
        choices::{Audited, FactSource},
        event::{Assessment, Causes, Closed, Decision, Fact, Person, PoliceContact},
        judgement::{CauseMethod, DecisionKind, Nature, PoliceStep, Risk, Seriousness},
        tests::{Story, answered, field, marked, pseudonym, text, who},
        triage::{Punishable, YesNo},
    },
    paper::Format,
};
use std::{fs, path::PathBuf, process::Command};

const DAY: &str = "2026-11-24";

/// A name of each, of one word that stands nowhere else, and who it is.
const REPORTER: &str = "Meldermans";
const CLIENT: &str = "Clientstra";
const ACCUSED: &str = "Betrokkema";
const WITNESS: &str = "Getuigendijk";
const OFFICER: &str = "Officierman";
const BOARD: &str = "Bestuurstra";
const ALL: [&str; 6] = [REPORTER, CLIENT, ACCUSED, WITNESS, OFFICER, BOARD];

/// What somebody types who names everybody.
fn typed(begin: &str) -> Plaintext {
    text(&format!("{begin}: {}.", ALL.join(" en ")))
}

fn person(of: &str, name: &str, function: &str) -> Event {
    Event::Person(Person {
        pseudonym: pseudonym(of),
        name: Some(text(name)),
        function: Some(text(function)),
        contact: None,
    })
}

fn fact(who: &str, source: FactSource, words: Plaintext) -> Event {
    let when = text("2026-11-20 14.30 uur");
    let (who, about) = (Some(pseudonym(who)), vec![pseudonym("accused-1")]);
    Event::Fact(Fact { when, who, words, source, about, interpretation: Some(text("OORDEEL")) })
}

fn decision(kind: DecisionKind, reasons: Plaintext) -> Event {
    Event::Decided(Decision {
        kind,
        outcome: YesNo::Yes,
        criteria: Vec::new(),
        reasons,
        decided_by: who(BOARD),
        on: Day::parse(DAY).unwrap(),
        consulted: None,
    })
}

/// A case in which somebody typed every name into every text, from beginning to end.
fn story(outcome: Outcome) -> Story {
    let mut story = Story::new();
    let (when, with) = (Day::parse(DAY).unwrap(), typed("Wijkagent"));
    let events = vec![
        person("reporter-1", REPORTER, "collega"),
        person("client-1", CLIENT, "cliënt"),
        person("accused-1", ACCUSED, "verpleegkundige"),
        person("witness-1", WITNESS, "schoonmaker"),
        Event::Safe(answered(YesNo::Yes)),
        Event::Punishable(answered(Punishable::Doubt)),
        fact("reporter-1", FactSource::Observed, typed("Gezien")),
        fact("client-1", FactSource::Literal, typed("Ik zei")),
        fact("witness-1", FactSource::Hearsay, typed("Gehoord")),
        fact("witness-1", FactSource::Interpretation, text("VERMOEDEN")),
        field("location", &[&format!("Kamer van {CLIENT}")]),
        field("harm", &["some"]),
        marked("report_acknowledged", Mark::Done),
        marked("client_what", Mark::Done),
        marked("hearing_both_sides", Mark::Done),
        Event::Police(PoliceContact {
            step: PoliceStep::Consulted,
            with,
            on: when,
            agreements: typed("Wij wachten"),
        }),
        decision(DecisionKind::Igj, typed("Melden")),
        decision(DecisionKind::Measure, typed("Schorsen")),
        Event::Assessed(Assessment {
            nature: vec![Nature::Physical],
            seriousness: Seriousness::Moderate,
            risk: Risk::Low,
            why: typed("Omdat"),
            investigator: who(OFFICER),
            assessor: who(BOARD),
        }),
        Event::Causes(Causes {
            person: Some(typed("Werkdruk")),
            team: Some(typed("Team")),
            organisation: Some(typed("Rooster")),
            method: CauseMethod::Prisma,
        }),
        Event::Closed(Closed { outcome, reason: typed("Klaar") }),
    ];
    events.into_iter().for_each(|event| {
        story.says(1, DAY, event);
    });
    story
}

fn make_of(story: &Story, wish: Wish) -> Result<Made, Refusal> {
    let texts = Language::Nl.load();
    let file = story.file();
    let source = Source {
        t: &texts,
        language: Language::Nl,
        today: Day::parse("2026-11-27").unwrap(),
        file: &file,
        own: vec![REPORTER],
        readers: vec![OFFICER],
        status: Status::find("closed").unwrap(),
    };
    make(&source, wish)
}

fn wish(kind: DocumentKind, names: NamesLeft) -> Wish {
    Wish { kind, about: Some(pseudonym("witness-1")), names, asked: Asked::No }
}

/// Which names a document may hold when nothing is replaced: casework C.6, row by row.
fn allowed(kind: DocumentKind) -> &'static [&'static str] {
    match kind {
        DocumentKind::Facts
        | DocumentKind::IgjNotice
        | DocumentKind::IgjReport
        | DocumentKind::Board
        | DocumentKind::Police => &[CLIENT, ACCUSED, WITNESS, OFFICER, BOARD],
        DocumentKind::ClientFile => &[CLIENT],
        DocumentKind::PersonnelFile => &[ACCUSED, OFFICER, BOARD],
        DocumentKind::Talk => &[WITNESS, OFFICER, BOARD],
        DocumentKind::Feedback | DocumentKind::Evaluation | DocumentKind::Register => &[],
    }
}

/// All that a file says: its bytes, what is packed in it, and what another program reads in it.
fn all_of(format: Format, bytes: &[u8]) -> String {
    let mut all = String::from_utf8_lossy(bytes).into_owned();
    if format == Format::Pdf {
        let packed = bytes.windows(7).enumerate().filter(|(_, it)| *it == b"stream\n");
        for (at, _) in packed {
            let inner = miniz_oxide::inflate::decompress_to_vec_zlib(&bytes[at + 7..]);
            all.push_str(&String::from_utf8_lossy(&inner.unwrap_or_default()));
        }
        // Titles and other strings of a PDF may be UTF-16.
        all.push_str(&all.replace('\0', ""));
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("document.pdf");
        fs::write(&file, bytes).unwrap();
        let read =
            Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(&file).arg("-").output().unwrap();
        assert!(read.status.success());
        let read = String::from_utf8(read.stdout).unwrap();
        assert!(read.contains("vertrouwelijk"));
        // A line may end within a word of a narrow column.
        all.push_str(&read.replace(['\n', ' ', '\u{c}'], ""));
    }
    all
}

#[test]
fn each_document_names_only_whom_it_may_name_in_every_kind_of_file() {
    let story = story(Outcome::Mistreatment);
    for kind in DocumentKind::ALL {
        let left = make_of(&story, wish(*kind, NamesLeft::Left)).unwrap();
        let replaced = make_of(&story, wish(*kind, NamesLeft::Replaced)).unwrap();
        assert!(replaced.left.is_empty(), "{kind:?}");
        for format in Format::ALL {
            let all = all_of(format, &left.paper.file(format).unwrap());
            for name in ALL {
                let may = allowed(*kind).contains(&name);
                assert!(may || !all.contains(name), "{kind:?} {format:?} holds {name}");
            }
            let all = all_of(format, &replaced.paper.file(format).unwrap());
            for name in [REPORTER, CLIENT, ACCUSED, WITNESS] {
                assert!(!all.contains(name), "{kind:?} {format:?} still holds {name}");
            }
            assert!(!all.contains("OORDEEL") && !all.contains("VERMOEDEN"), "{kind:?} judges");
        }
    }
}

#[test]
fn names_that_may_stand_are_told_of_until_somebody_chooses() {
    let story = story(Outcome::Mistreatment);
    let left = |kind| make_of(&story, wish(kind, NamesLeft::Left)).unwrap().left;
    let of = |all: &[&str]| all.iter().map(|it| pseudonym(it)).collect::<Vec<_>>();
    assert_eq!(left(DocumentKind::Facts), of(&["client-1", "accused-1", "witness-1"]));
    assert_eq!(left(DocumentKind::ClientFile), of(&["client-1"]));
    assert_eq!(left(DocumentKind::PersonnelFile), of(&["accused-1"]));
    assert_eq!(left(DocumentKind::Talk), of(&["witness-1"]));
    for kind in [DocumentKind::Feedback, DocumentKind::Evaluation, DocumentKind::Register] {
        assert!(left(kind).is_empty(), "{kind:?}");
    }
}

#[test]
fn the_personnel_file_waits_for_hearing_and_conclusion_and_for_a_wish_of_the_wrongly_accused() {
    let wish = wish(DocumentKind::PersonnelFile, NamesLeft::Replaced);
    let refusal = |story: &Story, wish| make_of(story, wish).err();
    let mut early = Story::new();
    assert_eq!(refusal(&early, wish), Some(Refusal::TooEarly));
    early.says(1, DAY, field("outcome", &["bevestigd_ggo"]));
    assert_eq!(refusal(&early, wish), Some(Refusal::TooEarly));
    early.says(1, DAY, marked("hearing_both_sides", Mark::Done));
    assert_eq!(refusal(&early, wish), None);
    let wrongly = story(Outcome::WronglyAccused);
    assert_eq!(refusal(&wrongly, wish), Some(Refusal::WronglyAccused));
    assert_eq!(refusal(&wrongly, Wish { asked: Asked::ByThePerson, ..wish }), None);
}

#[test]
fn a_talk_is_about_somebody_of_the_case_and_never_about_the_reporter() {
    let story = story(Outcome::Mistreatment);
    for about in [None, Some("reporter-1"), Some("client-9")] {
        let about = about.map(pseudonym);
        let wish = Wish { about, ..wish(DocumentKind::Talk, NamesLeft::Left) };
        assert_eq!(make_of(&story, wish).err(), Some(Refusal::NobodyChosen));
    }
}

#[test]
fn a_case_without_anything_becomes_every_document_with_blanks() {
    let mut story = Story::new();
    story.says(1, DAY, person("witness-1", WITNESS, "schoonmaker"));
    for kind in DocumentKind::ALL.iter().filter(|kind| **kind != DocumentKind::PersonnelFile) {
        let made = make_of(&story, wish(*kind, NamesLeft::Replaced)).unwrap();
        assert!(made.paper.text().contains("[nog invullen]"), "{kind:?}");
        made.paper.file(Format::Pdf).unwrap();
    }
}

#[test]
fn what_was_made_is_kept_under_a_key_of_its_own() {
    for kind in DocumentKind::ALL {
        let event = Event::Audit(Audited::Document(*kind));
        let read = Event::decode(&event.encode());
        assert!(matches!(read, Some(Event::Audit(Audited::Document(it))) if it == *kind));
    }
}

/// The words of every document stand still. When they are meant to change, the new ones lie in
/// `target/documents` after a run that failed.
#[test]
fn the_words_of_every_document_are_those_on_record() {
    let story = story(Outcome::Mistreatment);
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let (record, new) = (root.join("tests/documents"), root.join("target/documents"));
    fs::create_dir_all(&new).unwrap();
    let mut differ = Vec::new();
    for kind in DocumentKind::ALL {
        let text = make_of(&story, wish(*kind, NamesLeft::Replaced)).unwrap().paper.text();
        let name = format!("{}.txt", kind.key());
        fs::write(new.join(&name), &text).unwrap();
        if fs::read_to_string(record.join(&name)).unwrap_or_default() != text {
            differ.push(name);
        }
    }
    assert!(differ.is_empty(), "{differ:?} differ from tests/documents");
}
