//! Makes the vectors. Only those that are missing are written: a released vector never changes.
//!
//! ```sh
//! cargo test --test it -- --ignored missing_vectors_are_written
//! ```

use super::{by_hand, case, folder, item, mailbox_keys, officer, read_table, render};
use std::{collections::BTreeMap, fs, io::Write};
use veilig_melden::{
    Language,
    core::{
        AttachmentId, Day, EntryId, ItemKind, OnceId, PublicNumber, Random, Readers, ReceiptCode,
        SealedItem, Team,
        attachment::{Attachment, AttachmentSealer, FileKey, Traces},
        entry::{Entry, Statement},
        envelope::{seal, seal_for_reporter},
        forms::FormUsed,
        officers::{fingerprint, signer_text},
        opening::Identity,
        questions::{Kind, QUESTIONS, Question},
        receipt::Kdf,
        report::{Answers, FormContext, Report, ReportForm},
        sealed_hash,
        signature::{self, RequestParts},
        thread::{Addition, Message, Status},
    },
};

#[test]
#[ignore = "writes files: only to add vectors of a new format version"]
fn missing_vectors_are_written() {
    let key = Identity::generate().to_secret_text();
    write_new("test-key.txt", &format!("{KEY_NOTE}{}\n", *key));
    write_new("receipt.toml", &receipts());
    write_new("signature.toml", &signatures());
    let (key, sealed) = attachment();
    write_items(envelopes(&key));
    // Entries name a report and a message that are written first.
    write_items(entries());
    write_new("entry.toml", &entry_table());
    write_new_bytes("v1/attachment.age", &sealed);
    write_new("v1/attachment.expected.txt", CONTENT);
}

fn write_items(items: Vec<(&'static str, SealedItem)>) {
    for (name, item) in items {
        write_new_bytes(&format!("v1/{name}.age"), item.as_bytes());
        let opened = officer().open(case(), &item).ok().unwrap();
        write_new(&format!("v1/{name}.expected.txt"), &render(&opened));
    }
}

/// What the sealed file holds.
const CONTENT: &str = "Verzonnen inhoud van een bestand.\nTweede regel.\n";

/// The sealed file, and its key.
fn attachment() -> (FileKey, Vec<u8>) {
    let key = FileKey::random(&Random::seeded(11));
    let mut sealer = AttachmentSealer::new(&key, Vec::new()).unwrap();
    sealer.write(CONTENT.as_bytes()).unwrap();
    let sealed = sealer.finish().unwrap();
    (key, sealed)
}

/// Two attachments; the first is the sealed file.
fn attachments(key: &FileKey) -> Vec<Attachment> {
    let random = Random::seeded(12);
    let text = Attachment {
        id: AttachmentId::random(&random),
        key: FileKey::parse(&key.to_hex()).unwrap(),
        name: "verklaring \"één\".txt".into(),
        kind: "text".to_owned(),
        bytes: CONTENT.len() as u64,
        traces: Traces::Kept,
    };
    let picture = Attachment {
        id: AttachmentId::random(&random),
        key: FileKey::random(&random),
        name: "IMG_0001.jpg".into(),
        kind: "jpeg".to_owned(),
        bytes: 2_345_678,
        traces: Traces::Removed,
    };
    vec![text, picture]
}

const KEY_NOTE: &str = "\
# TEST KEY. It opens the test vectors beside it and nothing else, and everybody has it.
# Never put it, or anything sealed to it, on a server.
";

fn write_new(name: &str, content: &str) {
    write_new_bytes(name, content.as_bytes());
}

fn write_new_bytes(name: &str, content: &[u8]) {
    let file = fs::File::create_new(folder().join(name));
    if let Ok(mut file) = file {
        file.write_all(content).unwrap();
    }
}

const WHO: [&str; 2] = ["Anna de Vries", "Bo Jansen"];

/// Anna, who has the test key, and Bo, whose key nobody has.
fn team() -> Team {
    let folder = tempfile::tempdir().unwrap();
    let recipients = [officer().recipient(), Identity::generate().recipient()];
    for (seed, (name, recipient)) in (1..).zip(WHO.iter().zip(recipients)) {
        let signer = ed25519_dalek::SigningKey::from_bytes(&[seed; 32]).verifying_key();
        let signer = signer_text(&signer);
        let text =
            format!("name = \"{name}\"\nrecipient = \"{recipient}\"\nsigner = \"{signer}\"\n");
        fs::write(folder.path().join(format!("{seed}.toml")), text).unwrap();
    }
    Team::read(folder.path()).unwrap()
}

fn form(fields: &[(&str, Vec<String>)], team: &Team) -> (Answers, Readers) {
    let plain = |values: &Vec<String>| values.iter().map(|value| value.as_str().into()).collect();
    let fields: BTreeMap<_, _> =
        fields.iter().map(|(key, values)| ((*key).to_owned(), plain(values))).collect();
    let form = ReportForm { fields, ..ReportForm::default() };
    let context = FormContext { team, locations: &[], form: FormUsed::Full };
    let checked = form.answers(&context).ok().unwrap();
    (checked.answers, team.readers_without(&checked.excluded).unwrap())
}

/// An answer to every question, chosen so that every question is asked.
fn every_answer(team: &Team) -> Vec<(&'static str, Vec<String>)> {
    let bo = team.officers().last().unwrap().id.to_string();
    let answer = |question: &Question| match (question.key, &question.kind) {
        ("role", _) => vec!["family".to_owned()],
        ("victim", _) => vec!["client".to_owned()],
        ("identity", _) => vec!["team_only".to_owned()],
        (_, Kind::Many(choices)) => choices.iter().map(|choice| choice.value.to_owned()).collect(),
        (_, Kind::One(choices) | Kind::Place(choices)) => vec![choices[0].value.to_owned()],
        (key, Kind::Line) => vec![format!("Verzonnen: {key}, é ß 🜁 \"\\")],
        (key, Kind::Paragraphs) => vec![format!("Verzonnen verhaal bij {key}.\n\nEn verder.")],
        (_, Kind::Officers) => vec![bo.clone()],
    };
    QUESTIONS.iter().map(|question| (question.key, answer(question))).collect()
}

fn report(answers_and_readers: (Answers, Readers), excluded: &[&str]) -> SealedItem {
    report_with(answers_and_readers, excluded, Vec::new())
}

fn report_with(
    (answers, readers): (Answers, Readers),
    excluded: &[&str],
    attachments: Vec<Attachment>,
) -> SealedItem {
    let receipts: toml::Table = read_table("receipt.toml");
    let report = Report {
        case: case(),
        number: PublicNumber::parse("M-48K2").unwrap(),
        day: Day::parse("2026-11-23").unwrap(),
        language: Language::Nl,
        mailbox: mailbox_keys(receipts["quick"].as_table().unwrap()).recipient(),
        readers: Report::list_readers(&readers),
        excluded: excluded.iter().map(|name| (*name).to_owned()).collect(),
        answers,
        form: FormUsed::Easy,
        attachments,
    };
    seal(&report, &readers).unwrap()
}

fn addition(text: Option<&str>, answers: Answers, readers: &Readers) -> SealedItem {
    addition_with(text, answers, readers, Vec::new())
}

fn addition_with(
    text: Option<&str>,
    answers: Answers,
    readers: &Readers,
    attachments: Vec<Attachment>,
) -> SealedItem {
    let day = Day::parse("2026-11-25").unwrap();
    let text = text.map(Into::into);
    let addition =
        Addition { case: case(), day, language: Language::En, text, answers, attachments };
    seal(&addition, readers).unwrap()
}

fn message(message: Message, readers: &Readers) -> SealedItem {
    let receipts: toml::Table = read_table("receipt.toml");
    let mailbox = mailbox_keys(receipts["quick"].as_table().unwrap()).recipient();
    seal_for_reporter(&message, &mailbox, readers).unwrap()
}

fn envelopes(key: &FileKey) -> Vec<(&'static str, SealedItem)> {
    let team = team();
    let everybody = team.readers_without(&[]).unwrap();
    let story = |text: &str| form(&[("story", vec![text.to_owned()])], &team);
    let full = form(&every_answer(&team), &team);
    assert_eq!(full.0.iter().count(), QUESTIONS.len() - 1, "all but the excluded officers");
    let bare = || Message {
        case: case(),
        day: Day::parse("2026-11-24").unwrap(),
        officer: WHO[0].to_owned(),
        status: Status::find("acknowledged"),
        text: None,
        next_news: None,
        silence_until: None,
    };
    let spoken = Message {
        status: Status::find("triage"),
        text: Some("Dank u wel.\nWij zoeken het uit.".into()),
        next_news: Day::parse("2026-12-01"),
        silence_until: Day::parse("2026-12-08"),
        ..bare()
    };
    let later = attachments(key).split_off(1);
    vec![
        ("report-attachments", report_with(story("Zie de bijlagen."), &[], attachments(key))),
        (
            "addition-attachments",
            addition_with(Some("A photo."), Answers::default(), &everybody, later),
        ),
        ("report-full", report(full, &WHO[1..])),
        ("report-story-only", report(story("Er is iets gebeurd."), &[])),
        ("report-easy", report(story("Iemand sloeg mij."), &[])),
        ("addition-text", addition(Some("I forgot this."), Answers::default(), &everybody)),
        ("addition-answers", addition(None, story("Nog eens, anders.").0, &everybody)),
        ("message-full", message(spoken, &everybody)),
        ("message-status-only", message(bare(), &everybody)),
    ]
}

fn receipts() -> String {
    let header = "# Receipt codes and what follows from them. `once` names the parts `once_first` and \"b\".\n";
    let one = |name: &str, seed: u64, costs: [u32; 3]| {
        let code = ReceiptCode::random(&Random::seeded(seed));
        let kdf = Kdf::random(&Random::seeded(seed + 1));
        let [memory_kib, passes, lanes] = costs;
        let start = format!(
            "code = \"{}\"\nsalt = \"{}\"\nmemory_kib = {memory_kib}\npasses = {passes}\nlanes = {lanes}\n\
             once_first = \"a\"\n",
            code.grouped().expose(),
            by_hand::hex(&kdf.salt),
        );
        let derived = by_hand::derive(&start.parse().unwrap());
        format!(
            "\n[{name}]\n{start}address = \"{}\"\nrecipient = \"{}\"\nonce = \"{}\"\nticket = \"{}\"\n",
            by_hand::hex(&derived.address),
            derived.recipient,
            by_hand::hex(&derived.once),
            by_hand::hex(&derived.ticket)
        )
    };
    format!("{header}{}{}", one("quick", 1, [64, 1, 1]), one("default", 3, [19 * 1024, 2, 1]))
}

fn signatures() -> String {
    let (path, body) = ("/api/officer/v1/cases/cacacacacacacacacacacacacacacaca/items", "a body");
    let parts = RequestParts { method: "POST", path, query: "try=1", body: body.as_bytes() };
    let key = ed25519_dalek::SigningKey::from_bytes(&[0x5e; 32]);
    let nonce = OnceId::from_bytes([0x0c; 16]);
    let headers = signature::sign(&parts, officer().officer(), &key, 1_795_000_000, nonce);
    let params = headers.input.strip_prefix("desk=").unwrap();
    format!(
        "# A signed request: RFC 9421 with Ed25519. The seed is a test key.\n\
         seed = \"{}\"\nmethod = \"POST\"\npath = \"{path}\"\nquery = \"try=1\"\nbody = \"{body}\"\n\
         created = 1795000000\nnonce = \"{nonce}\"\n\
         content_digest = \"{digest}\"\nsignature_input = '{}'\nsignature = \"{}\"\n\
         base = '''\n\"@method\": POST\n\"@path\": {path}\n\"@query\": ?try=1\n\
         \"content-digest\": {digest}\n\"@signature-params\": {params}'''\n",
        by_hand::hex(&key.to_bytes()),
        headers.input,
        headers.signature,
        digest = headers.digest,
    )
}

/// Two entries of the report and the message that lie there already.
fn entries() -> Vec<(&'static str, SealedItem)> {
    let [first, later] = signed_entries();
    let readers = team().readers_without(&[]).unwrap();
    vec![
        ("entry-first", seal(&first, &readers).unwrap()),
        ("entry-later", seal(&later, &readers).unwrap()),
    ]
}

fn signed_entries() -> [Entry; 2] {
    let first = Statement {
        case: case(),
        id: EntryId::from_bytes([0xe1; 16]),
        officer: officer().officer(),
        at_seconds: 1_795_000_000,
        report: sealed_hash(&item("report-full", ItemKind::Report)),
        parents: Vec::new(),
        item: None,
        body: b"Verzonnen: een eerste aantekening.".to_vec().into(),
        readers: None,
    };
    let first = first.sign(&entry_key());
    let later = Statement {
        id: EntryId::from_bytes([0xe2; 16]),
        at_seconds: 1_795_000_060,
        parents: vec![first.hash()],
        item: Some(sealed_hash(&item("message-full", ItemKind::Message))),
        body: b"\xa0".to_vec().into(),
        readers: None,
        ..*first.statement()
    };
    let later = later.sign(&entry_key());
    [first, later]
}

fn entry_key() -> ed25519_dalek::SigningKey {
    ed25519_dalek::SigningKey::from_bytes(&[0x5f; 32])
}

fn entry_table() -> String {
    let [first, later] = signed_entries();
    let key = entry_key();
    format!(
        "# The hashes of the entries in v1/, of the report they belong to, and their officer's\n\
         # fingerprint. The seed is a test key.\n\
         seed = \"{}\"\nreport = \"{}\"\nfirst = \"{}\"\nlater = \"{}\"\nfingerprint = \"{}\"\n",
        by_hand::hex(&key.to_bytes()),
        first.statement().report,
        first.hash(),
        later.hash(),
        fingerprint(&officer().recipient(), Some(&key.verifying_key())),
    )
}
