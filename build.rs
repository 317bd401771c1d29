//! Turns `locales/<language>/*.ftl` into typed functions, one per text, and puts the Dutch texts
//! with "je" together.
//!
//! A text that is missing in one language has no function, so the page that needs it does not
//! compile: a missing translation fails the build, not the reader. A public Dutch text that says
//! "u" and has no counterpart in `locales/je.ftl` fails it here.

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};
use std::{collections::BTreeMap, error::Error, fs, path::Path, process::ExitCode};

/// The files of `locales/nl` that reporters read.
const PUBLIC: [&str; 6] = ["public", "form", "files", "status", "doors", "poster"];

/// How a polite text and a familiar one call the reader.
const POLITE: [&str; 3] = ["u", "uw", "uzelf"];
const FAMILIAR: [&str; 6] = ["je", "jij", "jou", "jouw", "jullie", "jezelf"];

fn main() -> ExitCode {
    let out = std::env::var("OUT_DIR").unwrap_or_default();
    if let Err(error) = write_je(Path::new(&out)) {
        eprintln!("locales/je.ftl: {error}");
        return ExitCode::FAILURE;
    }
    let options = BuildOptions::default()
        .with_default_language("nl")
        .with_prefix("")
        .with_lint_level(LintLevel::Strict)
        .with_output_file_path(&format!("{out}/texts.rs"))
        .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/texts.ftl")));
    build_from_locales_folder(options.without_format())
}

/// Writes `je.ftl`: every Dutch text, with its counterpart in "je" where it has one.
fn write_je(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut familiar = messages(&fs::read_to_string("locales/je.ftl")?)?;
    let mut together = String::new();
    let files = fs::read_dir("locales/nl")?.map(|entry| Ok(entry?.path()));
    let mut files = files.collect::<Result<Vec<_>, std::io::Error>>()?;
    files.sort();
    for path in files {
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let is_public = PUBLIC.contains(&name);
        for (key, polite) in messages(&fs::read_to_string(&path)?)? {
            let text = match familiar.remove(&key) {
                Some(_) if !is_public => return Err(format!("{key} is no public text").into()),
                Some(text) => {
                    check(&key, &polite, &text)?;
                    text
                }
                None if is_public && says(&polite, &POLITE) => {
                    return Err(format!("{key} is missing: {polite}").into());
                }
                None => polite,
            };
            together.push_str(&format!("{key} = {text}\n"));
        }
    }
    if let Some(key) = familiar.keys().next() {
        return Err(format!("{key} is not in locales/nl").into());
    }
    Ok(fs::write(out.join("je.ftl"), together)?)
}

/// The texts of a file by key; lines that go on with a text stay in it.
fn messages(file: &str) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut messages = BTreeMap::<String, String>::new();
    let mut last = String::new();
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.split_once(" =") {
            Some((key, text)) if !line.starts_with(' ') => {
                if messages.insert(key.to_owned(), text.trim_start().to_owned()).is_some() {
                    return Err(format!("{key} stands there twice").into());
                }
                last = key.to_owned();
            }
            _ => {
                let text = messages.get_mut(&last).ok_or_else(|| format!("no text: {line}"))?;
                text.push_str(&format!("\n{line}"));
            }
        }
    }
    Ok(messages)
}

/// Both say the same to the same variables, one with "u", the other with "je".
fn check(key: &str, polite: &str, familiar: &str) -> Result<(), Box<dyn Error>> {
    let variables = |text: &str| {
        let mut found: Vec<_> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next())
            .map(str::to_owned)
            .collect();
        found.sort();
        found
    };
    if says(polite, &FAMILIAR) || says(familiar, &POLITE) {
        return Err(format!("{key} mixes u and je").into());
    }
    if variables(polite) != variables(familiar) {
        return Err(format!("{key} has other variables than in locales/nl").into());
    }
    Ok(())
}

/// Whether one of these words stands in the text.
fn says(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    text.split(|symbol: char| !symbol.is_alphanumeric()).any(|word| words.contains(&word))
}
