//! The poster that `meldpunt poster` writes.

use super::dutch;
use crate::{html::Html, server::make_organisation};
use std::{
    fs,
    path::Path,
    process::{Command, Output},
};
use tempfile::TempDir;
use veilig_melden::{Language, Texts};

const ADDRESS: &str = "https://meld.voorbeeldzorg.example";

fn organisation(names: &[&'static str], more: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    make_organisation(folder.path(), names, "127.0.0.1:0".parse().unwrap());
    let file = folder.path().join("meldpunt.toml");
    let settings = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{settings}{more}")).unwrap();
    folder
}

fn run(folder: &Path, language: Language, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_meldpunt"))
        .args(["--language", &language, "poster"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

/// Asserts that no poster is written, and that this is said.
fn assert_refused(folder: &Path, arguments: &[&str], sentence: &str) {
    let output = run(folder, Language::Nl, arguments);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stderr).unwrap().trim_end(), plain(sentence));
}

fn plain(sentence: &str) -> String {
    sentence.replace(['\u{2068}', '\u{2069}'], "")
}

fn poster(folder: &Path, language: Language, arguments: &[&str]) -> Html {
    let output = run(folder, language, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
    let page = fs::read_to_string(folder.join("poster.html")).unwrap();
    fs::remove_file(folder.join("poster.html")).unwrap();
    Html::parse(&page)
}

#[test]
fn a_poster_says_where_to_go_and_who_reads() {
    let public = format!("public_address = \"{ADDRESS}/\"\n");
    let folder = organisation(&["Anna de Vries", "Bram Jansen"], &public);
    for (language, address) in [
        (Language::Nl, "meld.voorbeeldzorg.example"),
        (Language::En, "meld.voorbeeldzorg.example/en"),
    ] {
        let (page, texts) = (poster(folder.path(), language, &[]), language.load());
        assert_eq!(page.one("html").attr("lang"), Some(&*language));
        assert_eq!(page.text(".organisation"), "Zorggroep De Linde");
        assert_eq!(page.text("h1"), texts.start_heading());
        assert_eq!(page.text(".address"), address);
        assert!(page.one("svg path").attr("d").unwrap().starts_with("M0 0h1v1h-1z"));
        assert!(page.text("ul").contains("Anna de Vries"), "{}", page.text("ul"));
        assert!(page.text("ul").contains("Bram Jansen"), "{}", page.text("ul"));
        assert!(page.text("ul").contains("0591-123456"), "{}", page.text("ul"));
        assert!(page.text(".danger").contains("112"));
        let other = if language == Language::Nl { Language::En } else { Language::Nl };
        assert_eq!(page.text(".other"), other.load().poster_other_language());
        assert!(page.all("script, link, img, [src], [href]").is_empty());
    }
}

#[test]
fn a_poster_speaks_the_tone_and_the_languages_of_the_settings() {
    let more = "[reporting]\ntone = \"je\"\nlanguages = [\"nl\"]\n";
    let folder = organisation(&["Anna de Vries"], more);
    let page = poster(folder.path(), Language::Nl, &["--address", ADDRESS]);
    assert!(page.text(".what").contains("Je mag anoniem blijven."));
    assert!(page.all(".other").is_empty());
    // There is no English page to lead to.
    let page = poster(folder.path(), Language::En, &["--address", ADDRESS]);
    assert_eq!(page.text(".address"), "meld.voorbeeldzorg.example");
}

#[test]
fn a_poster_in_arabic_runs_from_right_to_left_and_says_that_nobody_checked_it() {
    let more = "[reporting]\nlanguages = [\"nl\", \"ar\"]\n";
    let folder = organisation(&["Anna de Vries"], more);
    let page = poster(folder.path(), Language::Ar, &["--address", ADDRESS]);
    let (html, texts) = (page.one("html"), Language::Ar.load());
    assert_eq!((html.attr("lang"), html.attr("dir")), (Some("ar"), Some("rtl")));
    assert_eq!(page.text(".address"), "meld.voorbeeldzorg.example/ar");
    assert_eq!(page.one(".address").attr("dir"), Some("ltr"));
    assert_eq!(page.text(".other span[lang=nl]"), dutch().poster_other_language());
    assert!(page.text(".unchecked").starts_with(&texts.language_unchecked()));
    let dutch_page = poster(folder.path(), Language::Nl, &["--address", ADDRESS]);
    assert!(dutch_page.all(".unchecked").is_empty());
    assert_eq!(dutch_page.text(".other span[lang=ar]"), texts.poster_other_language());
}

#[test]
fn without_a_good_address_there_is_no_poster() {
    let (folder, texts): (_, Texts) = (organisation(&["Anna de Vries"], ""), dutch());
    assert_refused(folder.path(), &[], &texts.op_poster_no_address());
    for bad in ["meld.example.nl", "http://meld.example.nl"] {
        assert_refused(folder.path(), &["--address", bad], &texts.op_config_address(bad));
    }
    assert!(!folder.path().join("poster.html").exists());
}

#[test]
fn a_file_that_exists_is_left_alone() {
    let folder = organisation(&["Anna de Vries"], "");
    fs::write(folder.path().join("mine.html"), "mine").unwrap();
    let sentence = dutch().op_poster_exists("mine.html");
    assert_refused(folder.path(), &["--address", ADDRESS, "--output", "mine.html"], &sentence);
    assert_eq!(fs::read_to_string(folder.path().join("mine.html")).unwrap(), "mine");
}

#[test]
fn a_name_with_special_characters_is_shown_as_it_is() {
    const NAME: &str = "Anna <b>\"&'</b> {{ de }} Vries";
    let folder = organisation(&[NAME], "");
    let page = poster(folder.path(), Language::Nl, &["--address", ADDRESS]);
    assert_eq!(page.text("li strong"), NAME);
    assert!(page.all("b").is_empty());
}
