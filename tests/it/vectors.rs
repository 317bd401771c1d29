//! What was once written must open for ever: envelopes, receipt codes and signatures of released
//! versions, kept as files under `tests/vectors/`. Each is read twice: with the program's own
//! code, and by hand as `docs/envelope.md` and `docs/receipt.md` describe, with none of its types.

mod by_hand;
mod making;

use minicbor::Decoder;
use std::{fs, path::PathBuf};
use veilig_melden::core::{
    CaseId, EntryHash, ItemKind, Kdf, KdfParams, MailboxKeys, OnceId, ReceiptCode, SealedItem,
    attachment::{self, Attachment, Traces},
    entry::{Entry, Statement},
    forms::FormUsed,
    officers::fingerprint,
    opening::{Identity, OpenError, Opened},
    report::Answers,
    sealed_hash,
    signature::{self, RequestParts, SignatureHeaders},
};
use veilig_melden::store::Store;

/// Every envelope of format version 1, with its kind.
const ENVELOPES: &[(&str, ItemKind)] = &[
    ("report-full", ItemKind::Report),
    ("report-story-only", ItemKind::Report),
    ("report-easy", ItemKind::Report),
    ("addition-text", ItemKind::Addition),
    ("addition-answers", ItemKind::Addition),
    ("report-attachments", ItemKind::Report),
    ("addition-attachments", ItemKind::Addition),
    ("message-full", ItemKind::Message),
    ("message-status-only", ItemKind::Message),
    ("entry-first", ItemKind::Entry),
    ("entry-later", ItemKind::Entry),
];

fn case() -> CaseId {
    CaseId::from_bytes([0xca; 16])
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors"))
}

fn read(name: &str) -> Vec<u8> {
    let path = folder().join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read_text(name: &str) -> String {
    String::from_utf8(read(name)).unwrap()
}

fn read_table(name: &str) -> toml::Table {
    read_text(name).parse().unwrap()
}

fn text<'a>(table: &'a toml::Table, key: &str) -> &'a str {
    table[key].as_str().unwrap()
}

fn number(table: &toml::Table, key: &str) -> i64 {
    table[key].as_integer().unwrap()
}

/// The key that every envelope here is sealed to, `AGE-SECRET-KEY-1…`.
fn test_key() -> String {
    let file = read_text("test-key.txt");
    file.lines().find(|line| line.starts_with("AGE-SECRET-KEY-1")).unwrap().to_owned()
}

fn officer() -> Identity {
    Identity::parse(&test_key()).unwrap()
}

fn item(name: &str, kind: ItemKind) -> SealedItem {
    SealedItem::from_bytes(kind, read(&format!("v1/{name}.age"))).unwrap()
}

fn mailbox_keys(table: &toml::Table) -> MailboxKeys {
    let cost = |key| u32::try_from(number(table, key)).unwrap();
    let params =
        KdfParams { memory_kib: cost("memory_kib"), passes: cost("passes"), lanes: cost("lanes") };
    let kdf = Kdf { salt: by_hand::unhex(text(table, "salt")).try_into().unwrap(), params };
    ReceiptCode::parse(text(table, "code")).ok().unwrap().mailbox_keys(&kdf).unwrap()
}

/// What an opened item holds, as the expected files have it.
fn render(opened: &Opened) -> String {
    let optional = |value: Option<String>| value.unwrap_or_else(|| "none".to_owned());
    let quoted = |text: &str| format!("{text:?}");
    match opened {
        Opened::Report(report) => {
            let readers = report.readers.iter().map(|(id, name)| format!("[{id}, {name:?}]"));
            format!(
                "case: {}\nnumber: \"{}\"\nday: {}\nlanguage: \"{}\"\nmailbox: \"{}\"\n\
                 readers: [{}]\nexcluded: {:?}\nanswers:{}\n{}{}",
                report.case,
                report.number,
                report.day.number(),
                report.language,
                report.mailbox,
                readers.collect::<Vec<_>>().join(", "),
                report.excluded,
                render_answers(&report.answers),
                match report.form {
                    // The first reports name neither their form nor attachments.
                    FormUsed::Full if report.attachments.is_empty() => String::new(),
                    form => format!("form: {:?}\n", form.key()),
                },
                match report.form {
                    FormUsed::Easy if report.attachments.is_empty() =>
                        "attachments: []\n".to_owned(),
                    _ => render_attachments(&report.attachments),
                }
            )
        }
        Opened::Addition(addition) => format!(
            "case: {}\nday: {}\nlanguage: \"{}\"\ntext: {}\nanswers:{}\n{}",
            addition.case,
            addition.day.number(),
            addition.language,
            optional(addition.text.as_ref().map(|text| quoted(text.expose()))),
            render_answers(&addition.answers),
            render_attachments(&addition.attachments)
        ),
        Opened::Message(message) => format!(
            "case: {}\nday: {}\nofficer: {:?}\nstatus: {}\ntext: {}\nnext_news: {}\n\
             silence_until: {}\n",
            message.case,
            message.day.number(),
            message.officer,
            optional(message.status.map(|status| quoted(status.key))),
            optional(message.text.as_ref().map(|text| quoted(text.expose()))),
            optional(message.next_news.map(|day| day.number().to_string())),
            optional(message.silence_until.map(|day| day.number().to_string()))
        ),
        Opened::Entry(entry) => render_entry(entry),
        Opened::Handover(handover) => {
            // The keys themselves open items, and are nothing to print.
            let items: Vec<_> = handover.keys.keys().map(ToString::to_string).collect();
            format!("case: {}\nitems: [{}]\n", handover.case, items.join(", "))
        }
    }
}

fn render_entry(entry: &Entry) -> String {
    let statement = entry.statement();
    let parents: Vec<_> = statement.parents.iter().map(EntryHash::to_string).collect();
    format!(
        "signed:\n  case: {}\n  id: {}\n  officer: {}\n  at: {}\n  report: {}\n  parents: [{}]\n  \
         item: {}\n  body: {}\nsignature: {}\n",
        statement.case,
        statement.id,
        statement.officer,
        statement.at_seconds,
        statement.report,
        parents.join(", "),
        statement.item.map_or_else(|| "none".to_owned(), |item| item.to_string()),
        by_hand::hex(statement.body.expose()),
        by_hand::hex(entry.signature()),
    )
}

fn render_answers(answers: &Answers) -> String {
    let line = |(key, answer): (&str, &veilig_melden::core::report::Answer)| {
        let values: Vec<_> = answer.values().iter().map(|value| value.expose()).collect();
        match (answer, values.as_slice()) {
            (veilig_melden::core::report::Answer::One(_), [value]) => {
                format!("\n  {key}: {value:?}")
            }
            (_, values) => format!("\n  {key}: {values:?}"),
        }
    };
    answers.iter().map(line).collect()
}

/// The first envelopes have no attachments, not even none.
fn render_attachments(attachments: &[Attachment]) -> String {
    let one = |attachment: &Attachment| {
        let Attachment { id, key, name, kind, bytes, traces } = attachment;
        let traces = if *traces == Traces::Removed { "removed" } else { "kept" };
        let (key, name) = (key.to_hex(), name.expose());
        format!(
            "{{id: {id}, key: {}, name: {name:?}, kind: {kind:?}, bytes: {bytes}, traces: {traces:?}}}",
            *key
        )
    };
    let all: Vec<_> = attachments.iter().map(one).collect();
    if all.is_empty() { String::new() } else { format!("attachments: [{}]\n", all.join(", ")) }
}

#[test]
fn every_envelope_opens_for_ever() {
    for (name, kind) in ENVELOPES {
        let opened = officer().open(case(), &item(name, *kind)).ok();
        let opened = opened.unwrap_or_else(|| panic!("{name} does not open"));
        assert_eq!(render(&opened), read_text(&format!("v1/{name}.expected.txt")), "{name}");
    }
}

#[test]
fn every_envelope_opens_by_hand_with_the_age_crate_alone() {
    for (name, kind) in ENVELOPES {
        let file = read(&format!("v1/{name}.age"));
        let frame = by_hand::unseal(&file, &test_key());
        let payload = by_hand::payload(&frame, kind.number());
        let mut decoder = Decoder::new(payload);
        let found = by_hand::map(&mut decoder, "");
        assert_eq!(decoder.position(), payload.len(), "{name}");
        let found = format!("{}\n", found.trim_start());
        assert_eq!(found, read_text(&format!("v1/{name}.expected.txt")), "{name}");
    }
}

#[test]
fn the_receipt_code_opens_the_messages_and_nothing_else() {
    let keys = mailbox_keys(read_table("receipt.toml")["quick"].as_table().unwrap());
    for (name, kind) in ENVELOPES {
        let opened = keys.open(case(), &item(name, *kind));
        if *kind == ItemKind::Message {
            let opened = Opened::Message(opened.ok().unwrap());
            assert_eq!(render(&opened), read_text(&format!("v1/{name}.expected.txt")), "{name}");
        } else {
            assert_eq!(opened.err(), Some(OpenError::NotForThisKey), "{name}");
        }
    }
}

#[test]
fn damaged_envelopes_are_refused() {
    for (name, kind) in ENVELOPES {
        let whole = read(&format!("v1/{name}.age"));
        let open = |bytes: Vec<u8>| {
            let item = SealedItem::from_bytes(*kind, bytes)?;
            Some(officer().open(case(), &item).err())
        };
        assert_eq!(open(whole.clone()), Some(None), "{name}");
        for place in [25, whole.len() / 2, whole.len() - 1] {
            let mut bytes = whole.clone();
            bytes[place] ^= 0x80;
            assert_eq!(open(bytes), Some(Some(OpenError::Damaged)), "{name}, byte {place}");
        }
        for length in [25, whole.len() / 2, whole.len() - 1] {
            let cut = whole[..length].to_vec();
            assert_eq!(open(cut), Some(Some(OpenError::Damaged)), "{name} cut to {length}");
        }
        assert_eq!(open([&whole[..], b"more"].concat()), Some(Some(OpenError::Damaged)), "{name}");
        assert_eq!(open(whole[1..].to_vec()), None, "{name}");
    }
}

#[test]
fn a_receipt_code_gives_the_same_keys_for_ever() {
    for (name, vector) in &read_table("receipt.toml") {
        let vector = vector.as_table().unwrap();
        let keys = mailbox_keys(vector);
        let once = keys.once(&[text(vector, "once_first").as_bytes(), b"b"]);
        assert_eq!(by_hand::hex(&keys.address.0), text(vector, "address"), "{name}");
        assert_eq!(keys.recipient().to_string(), text(vector, "recipient"), "{name}");
        assert_eq!(once.to_string(), text(vector, "once"), "{name}");
    }
}

#[test]
fn a_receipt_code_gives_the_same_keys_by_hand() {
    for (name, vector) in &read_table("receipt.toml") {
        let vector = vector.as_table().unwrap();
        let derived = by_hand::derive(vector);
        assert_eq!(by_hand::hex(&derived.address), text(vector, "address"), "{name}");
        assert_eq!(derived.recipient, text(vector, "recipient"), "{name}");
        assert_eq!(by_hand::hex(&derived.once), text(vector, "once"), "{name}");
        assert_eq!(by_hand::hex(&derived.ticket), text(vector, "ticket"), "{name}");
        let code = ReceiptCode::parse(text(vector, "code")).ok().unwrap();
        let salt = by_hand::unhex(text(vector, "salt")).try_into().unwrap();
        let kdf = Kdf { salt, params: KdfParams::default() };
        assert!(code.dayless_ticket(&kdf).matches(text(vector, "ticket")), "{name}");
    }
}

#[test]
fn a_signature_is_the_same_for_ever() {
    let vector = read_table("signature.toml");
    let seed: [u8; 32] = by_hand::unhex(text(&vector, "seed")).try_into().unwrap();
    let key = ed25519_dalek::SigningKey::from_bytes(&seed);
    let parts = RequestParts {
        method: text(&vector, "method"),
        path: text(&vector, "path"),
        query: text(&vector, "query"),
        body: text(&vector, "body").as_bytes(),
    };
    let officer = officer().officer();
    let nonce = OnceId::parse(text(&vector, "nonce")).unwrap();
    let created = number(&vector, "created");
    let headers = signature::sign(&parts, officer, &key, created, nonce);
    assert_eq!(headers.digest, text(&vector, "content_digest"));
    assert_eq!(headers.input, text(&vector, "signature_input"));
    assert_eq!(headers.signature, text(&vector, "signature"));
    let verified = signature::verify(&parts, &headers, created, |_| Some(key.verifying_key()));
    assert_eq!(verified.unwrap().officer, officer);
}

#[test]
fn a_signature_fits_its_base_by_hand() {
    let vector = read_table("signature.toml");
    let SignatureHeaders { digest, input, signature } = by_hand::headers(&vector);
    let base = format!(
        "\"@method\": {}\n\"@path\": {}\n\"@query\": ?{}\n\"content-digest\": {digest}\n\
         \"@signature-params\": {}",
        text(&vector, "method"),
        text(&vector, "path"),
        text(&vector, "query"),
        input.strip_prefix("desk=").unwrap()
    );
    assert_eq!(base, text(&vector, "base"));
    assert_eq!(digest, by_hand::content_digest(text(&vector, "body")));
    assert!(by_hand::signature_fits(&vector, &base, &signature));
    assert!(!by_hand::signature_fits(&vector, &base.replace("POST", "GET"), &signature));
}

#[test]
fn the_drawings_in_the_documents_are_the_vectors() {
    let page = include_str!("../../docs/envelope.md");
    let drawings: Vec<&str> = page.split("```hex\n").skip(1).collect();
    let names = ["message-status-only", "entry-later"];
    assert_eq!(drawings.len(), names.len());
    for (drawing, name) in drawings.into_iter().zip(names) {
        let drawing = drawing.split("```").next().unwrap();
        let digits = drawing.lines().filter_map(|line| line.split(';').next());
        let drawn = by_hand::unhex(&digits.collect::<String>().replace(' ', ""));
        let frame = by_hand::unseal(&read(&format!("v1/{name}.age")), &test_key());
        assert_eq!(by_hand::hex(&frame[..drawn.len()]), by_hand::hex(&drawn), "{name}");
        assert!(frame[drawn.len()..].iter().all(|byte| *byte == 0) && frame.len() == 4096);
    }
}

fn entry(name: &str) -> Entry {
    let Ok(Opened::Entry(entry)) = officer().open(case(), &item(name, ItemKind::Entry)) else {
        panic!("{name} is no entry")
    };
    entry
}

#[test]
fn entries_are_signed_and_chained_the_same_for_ever() {
    let vector = read_table("entry.toml");
    let seed: [u8; 32] = by_hand::unhex(text(&vector, "seed")).try_into().unwrap();
    let key = ed25519_dalek::SigningKey::from_bytes(&seed).verifying_key();
    let (first, later) = (entry("entry-first"), entry("entry-later"));
    assert!(first.fits(&key) && later.fits(&key));
    assert_eq!(first.hash().to_string(), text(&vector, "first"));
    assert_eq!(later.hash().to_string(), text(&vector, "later"));
    let report = sealed_hash(&item("report-full", ItemKind::Report));
    assert_eq!(report.to_string(), text(&vector, "report"));
    let message = sealed_hash(&item("message-full", ItemKind::Message));
    assert!(first.statement().report == report && first.statement().parents.is_empty());
    assert!(later.statement().parents.contains(&first.hash()));
    assert_eq!(later.statement().item, Some(message));
    let again = Statement {
        body: first.statement().body.expose().to_vec().into(),
        parents: Vec::new(),
        readers: None,
        ..*first.statement()
    };
    let again = again.sign(&ed25519_dalek::SigningKey::from_bytes(&seed));
    assert_eq!(again.hash(), first.hash());
}

#[test]
fn entries_are_signed_and_chained_by_hand() {
    let vector = read_table("entry.toml");
    for (name, key) in [("entry-first", "first"), ("entry-later", "later")] {
        let frame = by_hand::unseal(&read(&format!("v1/{name}.age")), &test_key());
        let payload = by_hand::payload(&frame, ItemKind::Entry.number());
        let (hash, fits) = by_hand::entry(payload, &vector);
        assert_eq!((hash.as_str(), fits), (text(&vector, key), true), "{name}");
    }
    let report = by_hand::item_hash(1, &read("v1/report-full.age"));
    assert_eq!(report, text(&vector, "report"));
}

#[test]
fn a_fingerprint_is_the_same_for_ever_and_by_hand() {
    let vector = read_table("entry.toml");
    let seed: [u8; 32] = by_hand::unhex(text(&vector, "seed")).try_into().unwrap();
    let key = ed25519_dalek::SigningKey::from_bytes(&seed).verifying_key();
    let recipient = officer().recipient();
    assert_eq!(fingerprint(&recipient, Some(&key)), text(&vector, "fingerprint"));
    let by_hand = by_hand::fingerprint(&recipient.to_string(), key.as_bytes());
    assert_eq!(by_hand, text(&vector, "fingerprint"));
}

/// The report whose first attachment is `attachment.age`.
fn report_with_attachments() -> Box<veilig_melden::core::report::Report> {
    let opened = officer().open(case(), &item("report-attachments", ItemKind::Report));
    let Ok(Opened::Report(report)) = opened else { panic!("a report opens") };
    report
}

#[test]
fn an_attachment_opens_for_ever() {
    let report = report_with_attachments();
    let (attachment, other) = (&report.attachments[0], &report.attachments[1]);
    let (sealed, mut opened) = (read("v1/attachment.age"), Vec::new());
    attachment::open(attachment, &sealed[..], &mut opened).unwrap();
    assert_eq!(opened, read("v1/attachment.expected.txt"));
    let wrong = attachment::open(other, &sealed[..], &mut Vec::new());
    assert_eq!(wrong, Err(OpenError::NotForThisKey));
    assert_eq!(
        officer().open(case(), &item("attachment", ItemKind::Report)).err(),
        Some(OpenError::NotForThisKey)
    );
}

#[test]
fn an_attachment_opens_by_hand_as_the_documents_say() {
    // The key stands in the report, in hexadecimal digits once that is opened by hand.
    let frame = by_hand::unseal(&read("v1/report-attachments.age"), &test_key());
    let payload = by_hand::payload(&frame, ItemKind::Report.number());
    let fields = by_hand::map(&mut Decoder::new(payload), "");
    let key = fields.split_once(", key: ").unwrap().1.split_once(',').unwrap().0;
    let bytes = fields.split_once(", bytes: ").unwrap().1.split_once(',').unwrap().0;
    let identity = by_hand::age_key(&by_hand::unhex(key));
    let frame = by_hand::unseal(&read("v1/attachment.age"), &identity);
    let bytes: usize = bytes.parse().unwrap();
    let (content, rest) = frame.split_at(bytes);
    assert_eq!(content, read("v1/attachment.expected.txt"));
    let (padding, length) = rest.split_last_chunk::<8>().unwrap();
    assert!(padding.iter().all(|byte| *byte == 0));
    assert_eq!(u64::from_be_bytes(*length), bytes as u64);
    assert_eq!(frame.len() as u64, by_hand::padme(bytes as u64 + 8));
    // The commands on the page are about this very file.
    let page = include_str!("../../docs/envelope.md");
    let command = format!("head -c {bytes}");
    let end = &identity[identity.len() - 7..];
    for words in [key, end, &command, "v1/attachment.age"] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn the_classes_on_the_page_are_those_of_the_program() {
    let page = include_str!("../../docs/envelope.md");
    let table = page.split("| content and length, bytes | frame |").nth(1).unwrap();
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let number = |cell: &str| cell.trim().replace(',', "").parse::<u64>().unwrap();
    let mut count = 0;
    for row in rows {
        let cells: Vec<_> = row.split('|').collect();
        let (length, frame) = (number(cells[1]), number(cells[2]));
        assert_eq!(
            (attachment::padded(length - 8), by_hand::padme(length)),
            (frame, frame),
            "{row}"
        );
        count += 1;
    }
    assert!(count >= 5);
}

#[test]
fn a_ledger_from_before_there_were_attachments_opens() {
    let expected = read_table("v1/ledger.toml");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("ledger"), read("v1/ledger")).unwrap();
    for round in ["rebuilt", "reopened"] {
        let no_kdf = || panic!("the ledger has one");
        let (store, recovery) = Store::open(folder.path(), no_kdf).unwrap();
        assert_eq!(recovery.rebuilt, round == "rebuilt");
        assert!(recovery.is_whole() && recovery.cut_bytes == 0 && recovery.files.named == 0);
        let code = ReceiptCode::parse(text(&expected, "code")).ok().unwrap();
        let keys = code.mailbox_keys(store.kdf()).unwrap();
        let case = store.find(&keys.address).unwrap().expect("the code leads to its case");
        assert_eq!(store.head(case).unwrap().unwrap().number, text(&expected, "number"));
        let items = store.items(case).unwrap();
        let open = |place: usize| officer().open(case, &items[place].item).ok().unwrap();
        let (Opened::Report(report), Opened::Addition(addition)) = (open(0), open(1)) else {
            panic!("a report and an addition")
        };
        let story = report.answers.get("story").unwrap().values()[0].expose();
        assert_eq!(story, text(&expected, "story"));
        assert_eq!(addition.text.unwrap().expose(), text(&expected, "message"));
        assert!(items.len() == 2 && report.attachments.is_empty());
    }
}
