//! What the person who runs the server reads when settings, keys or store are wrong.

use super::dutch;
use crate::server::{TestServer, fixed_clock, make_organisation};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;
use veilig_melden::{Language, core::opening::Identity};

/// An organisation with two officers, on disk.
fn organisation() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    make_organisation(
        folder.path(),
        &["Anna de Vries", "Bram Jansen"],
        "127.0.0.1:0".parse().unwrap(),
    );
    folder
}

fn run(folder: &Path, command: &str, language: &str) -> Output {
    // A server that starts although it should not is stopped after a while.
    Command::new("timeout")
        .args(["60", env!("CARGO_BIN_EXE_meldpunt"), "--language", language, command, "--config"])
        .arg(folder.join("meldpunt.toml"))
        .output()
        .unwrap()
}

fn plain(sentence: &str) -> String {
    sentence.replace(['\u{2068}', '\u{2069}'], "")
}

/// Asserts that both `check` and `serve` stop with this sentence.
fn assert_stops(folder: &Path, sentence: &str) {
    for command in ["check", "serve"] {
        let output = run(folder, command, "nl");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.trim_end(), plain(sentence), "{command}");
        assert_eq!(output.status.code(), Some(1), "{command}");
    }
}

fn key_file(folder: &Path, name: &str) -> PathBuf {
    folder.join("keys").join(name)
}

/// Changes the text of one key file.
fn change(folder: &Path, name: &str, from: &str, to: &str) {
    let file = key_file(folder, name);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(from));
    fs::write(file, text.replace(from, to)).unwrap();
}

/// The value of a key in a key file, with its quotes.
fn value(folder: &Path, name: &str, key: &str) -> String {
    let text = fs::read_to_string(key_file(folder, name)).unwrap();
    let line = text.lines().find(|line| line.starts_with(key)).unwrap().to_owned();
    line.split_once(" = ").unwrap().1.to_owned()
}

#[test]
fn what_is_in_order_is_said_in_both_languages() {
    let folder = organisation();
    for language in [Language::Nl, Language::En] {
        let output = run(folder.path(), "check", language.as_ref());
        assert_eq!(output.status.code(), Some(0));
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains(&language.load().op_check_good()), "{said}");
        assert!(output.stderr.is_empty());
    }
}

#[test]
fn two_key_files_with_one_key_or_one_name_are_named() {
    let texts = dutch();
    for (key, sentence) in [
        ("recipient", texts.op_team_same_key("0.toml", "1.toml")),
        ("signer", texts.op_team_same_key("0.toml", "1.toml")),
        ("name", texts.op_team_same_name("0.toml", "1.toml")),
    ] {
        let folder = organisation();
        let [first, second] = ["0.toml", "1.toml"].map(|file| value(folder.path(), file, key));
        change(folder.path(), "1.toml", &second, &first);
        assert_stops(folder.path(), &sentence);
    }
}

#[test]
fn a_private_key_in_the_folder_is_named_and_not_repeated() {
    // Put together here, so that the search for private keys in the repository finds none.
    let secret = format!(
        "AGE-SECRET-KEY-{}",
        "1QQPQYRXPQYRXPQYRXPQYRXPQYRXPQYRXPQYRXPQYRXPQYRXPQYRXPQYRXPQ"
    );
    let pem = format!("-----BEGIN OPENSSH {} KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n", "PRIVATE");
    let wrapped = "age-encryption.org/v1\n-> scrypt AAAA 18\n";
    let files = [
        ("2.toml", secret.clone()),
        ("2.toml", format!("name = \"Anna\"\nrecipient = \"{}\"\n", secret.to_lowercase())),
        ("anna.txt", secret.clone()),
        ("id_ed25519", pem),
        ("officer.key", wrapped.to_owned()),
    ];
    for (name, content) in files {
        let folder = organisation();
        fs::write(key_file(folder.path(), name), content).unwrap();
        assert_stops(folder.path(), &dutch().op_team_private(name));
    }
}

#[test]
fn a_file_that_is_no_key_file_is_named_with_what_is_wrong() {
    let texts = dutch();
    let good = Identity::generate().recipient().to_string();
    let recipient = format!("recipient = \"{good}\"\n");
    let wrong = [
        ("\u{1}\u{2}?? nonsense".to_owned(), texts.op_key_toml(1)),
        ("name = \"X\"\nnaam = \"X\"\n".to_owned(), texts.op_key_toml(2)),
        ("name = \"X\"\nname = \"Y\"\n".to_owned(), texts.op_key_toml(2)),
        (String::new(), texts.op_key_no_name()),
        (format!("name = \" \"\n{recipient}"), texts.op_key_no_name()),
        ("name = \"X\"\nrecipient = \"age1xyz\"\n".to_owned(), texts.op_key_recipient()),
        (format!("name = \"X\"\n{recipient}"), texts.op_key_signer()),
        (format!("name = \"X\"\n{recipient}signer = \"ed25519:AAAA\"\n"), texts.op_key_signer()),
    ];
    for (content, why) in wrong {
        let folder = organisation();
        fs::write(key_file(folder.path(), "2.toml"), content).unwrap();
        assert_stops(folder.path(), &texts.op_team_file("2.toml", why));
    }
    let folder = organisation();
    fs::write(key_file(folder.path(), "2.toml"), b"name = \"\xff\"").unwrap();
    let output = run(folder.path(), "check", "nl");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8(output.stderr).unwrap().starts_with("2.toml is geen goed sleutelbestand")
    );
}

#[test]
fn no_officer_and_no_folder_are_said() {
    let texts = dutch();
    let folder = organisation();
    let keys = folder.path().join("keys");
    for name in ["0.toml", "1.toml"] {
        fs::remove_file(keys.join(name)).unwrap();
    }
    assert_stops(folder.path(), &texts.op_team_nobody(keys.to_string_lossy()));
    fs::remove_dir(&keys).unwrap();
    assert_stops(
        folder.path(),
        &texts.op_team_folder(keys.to_string_lossy(), texts.op_why_missing()),
    );
}

#[test]
fn wrong_settings_are_named_with_their_line() {
    let texts = dutch();
    let folder = organisation();
    let file = folder.path().join("meldpunt.toml");
    let good = fs::read_to_string(&file).unwrap();
    let said = |text: &str| {
        fs::write(&file, text).unwrap();
        let [check, serve] = ["check", "serve"].map(|command| run(folder.path(), command, "nl"));
        assert_eq!((check.status.code(), serve.status.code()), (Some(1), Some(1)));
        assert_eq!(check.stderr, serve.stderr);
        String::from_utf8(check.stderr).unwrap()
    };
    for (text, line, word) in [
        (format!("{good}lissten = 1\n"), 6, "lissten"),
        (good.replace("[server]", "[sever]"), 4, "sever"),
        (good.replace("name = ", "name "), 2, ""),
        (good.replace("127.0.0.1:0", "thuis"), 5, ""),
        ("\u{0}".to_owned(), 1, ""),
    ] {
        let said = said(&text);
        let start = plain(&texts.op_config_toml(file.to_string_lossy(), line, ""));
        assert!(said.starts_with(start.trim_end()), "{said}");
        assert!(said.contains(word), "{said}");
    }
    let open = good.replace("127.0.0.1:0", "0.0.0.0:80");
    assert_eq!(said(&open).trim_end(), plain(&texts.op_config_not_loopback("0.0.0.0:80")));
    let nameless = good.replace("Zorggroep De Linde", " ");
    assert_eq!(said(&nameless).trim_end(), texts.op_config_no_name());
    fs::remove_file(&file).unwrap();
    let missing = texts.op_config_unreadable(file.to_string_lossy(), texts.op_why_missing());
    assert_stops(folder.path(), &missing);
}

#[test]
fn a_store_of_another_version_or_kind_is_refused_and_left_alone() {
    let texts = dutch();
    let mut server = TestServer::start();
    assert_eq!(server.reporter().report(&[("story", "Iets.")]).1.status, 200);
    server.stop();
    let ledger = server.data().join("ledger");
    let good = fs::read(&ledger).unwrap();
    let mut newer = good.clone();
    let length = usize::try_from(u32::from_be_bytes(newer[4..8].try_into().unwrap())).unwrap();
    newer[9] = 2;
    newer[10..12].fill(0);
    let check = Sha256::digest(&newer[..36]);
    newer[10..12].copy_from_slice(&check[..2]);
    let check = Sha256::digest(&newer[..36 + length]);
    newer[36 + length..68 + length].copy_from_slice(&check);
    let foreign = b"Dit is een brief, en geen opslag van meldpunt.".repeat(20);
    for (bytes, sentence) in
        [(newer, texts.op_store_version(2, 1)), (foreign, texts.op_store_not_a_ledger())]
    {
        fs::write(&ledger, &bytes).unwrap();
        assert_stops(server.folder.path(), &sentence);
        assert_eq!(fs::read(&ledger).unwrap(), bytes);
    }
    fs::write(&ledger, good).unwrap();
    server.restart();
    assert_eq!(server.desk(0).reports().len(), 1);
}

#[test]
fn a_second_server_on_one_folder_or_port_says_so() {
    let texts = dutch();
    let server = TestServer::start();
    let output = run(server.folder.path(), "serve", "nl");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stderr).unwrap().trim_end(), texts.op_store_locked());

    let folder = tempfile::tempdir().unwrap();
    make_organisation(folder.path(), &["Anna", "Bo"], server.address);
    let output = run(folder.path(), "serve", "nl");
    assert_eq!(output.status.code(), Some(1));
    let taken = texts.op_listen(server.address.to_string(), texts.op_why_in_use());
    assert!(String::from_utf8(output.stderr).unwrap().contains(&plain(&taken)));
    assert_eq!(server.reporter().get("/").status, 200);
}

#[test]
fn special_characters_in_names_are_shown_as_they_are() {
    const NAME: &str = "Anna <b>\"&'</b> {{ de }} Vries";
    let folder = tempfile::tempdir().unwrap();
    let officers = make_organisation(folder.path(), &[NAME, "Bo"], "127.0.0.1:0".parse().unwrap());
    let config = r#"[organisation]
name = "Zorg <i>&\"'</i> & co"
locations = ["De <Linde> & \"Eik\"'"]
leave_to = "https://weer.example/?a=1&b=\"<x>"
[server]
listen = "127.0.0.1:0"
"#;
    fs::write(folder.path().join("meldpunt.toml"), config).unwrap();
    let server = TestServer::over(folder, officers, fixed_clock());
    let form = server.reporter().get("/melden").body;
    let page = crate::html::Html::parse(&form);
    assert_eq!(page.text(".organisation"), "Zorg <i>&\"'</i> & co");
    assert_eq!(page.one(".leave a").attr("href"), Some("https://weer.example/?a=1&b=\"<x>"));
    assert_eq!(
        page.one("#where option:nth-child(2)").attr("value"),
        Some("at:De <Linde> & \"Eik\"'")
    );
    assert!(page.text("#q-exclude").contains(NAME));
    assert!(page.all("b, i, linde").is_empty());
    let where_ = ("where", "at:De <Linde> & \"Eik\"'");
    assert_eq!(server.reporter().report(&[("story", "Iets."), where_]).1.status, 200);
    assert!(server.desk(0).reports()[0].answers.has("where", where_.1));
    let team = crate::html::Html::parse(&server.reporter().get("/team").body);
    assert!(team.text("main").contains(NAME) && team.all("b").is_empty());
}
