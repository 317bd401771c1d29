//! Turns `locales/<language>/*.ftl` into typed functions, one per text, and puts the Dutch texts
//! with "je" together.
//!
//! A text that is missing in one language fails the build here, not the reader. Languages that
//! reporters read and officers do not have the public texts alone: for the others the Dutch text
//! stands in, and the desk is never set to such a language. A public Dutch text that says "u" and
//! has no counterpart in `locales/je.ftl` fails the build too.

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};
use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// The languages that officers and administrators read: every text is in them.
const OFFICE: [&str; 2] = ["nl", "en"];

/// What the names of files begin with that only they read. Every other file is public.
const OFFICE_FILES: [&str; 4] = ["casework", "desk", "entries", "operator"];

/// How a polite text and a familiar one call the reader.
const POLITE: [&str; 3] = ["u", "uw", "uzelf"];
const FAMILIAR: [&str; 6] = ["je", "jij", "jou", "jouw", "jullie", "jezelf"];

type Done<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    let written = write_je(&out)
        .map_err(|error| format!("locales/je.ftl: {error}"))
        .and_then(|()| complete(&out).map_err(|error| error.to_string()));
    if let Err(error) = written {
        eprintln!("{error}");
        return ExitCode::FAILURE;
    }
    let path = |name: &str| out.join(name).to_string_lossy().into_owned();
    let options = BuildOptions::default()
        .with_default_language("nl")
        .with_prefix("")
        .with_lint_level(LintLevel::Strict)
        .with_locales_folder(&path("locales"))
        .with_output_file_path(&path("texts.rs"))
        .with_ftl_output(FtlOutputOptions::single_file(&path("texts.ftl")));
    build_from_locales_folder(options.without_format())
}

/// Puts every language together in `OUT_DIR/locales`, with the files of `locales/nl`: its own, or
/// the Dutch one where only officers and administrators read it.
fn complete(out: &Path) -> Done<()> {
    let dutch = files("locales/nl")?;
    for folder in sorted("locales")?.into_iter().filter(|path| path.is_dir()) {
        let language = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let own = files(&folder)?;
        if let Some(name) = own.keys().find(|name| !dutch.contains_key(*name)) {
            return Err(format!("{}/{name}.ftl is not in locales/nl", folder.display()).into());
        }
        let target = out.join("locales").join(language);
        fs::create_dir_all(&target)?;
        for gone in files(&target)?.keys().filter(|name| !dutch.contains_key(*name)) {
            fs::remove_file(target.join(format!("{gone}.ftl")))?;
        }
        for (name, dutch) in &dutch {
            let stands_in = !is_public(name) && !OFFICE.contains(&language);
            // Comments say the types of variables, and may do so in Dutch alone.
            let text = if stands_in { Some(uncommented(dutch)) } else { own.get(name).cloned() };
            let place = format!("{}/{name}.ftl", folder.display());
            let text = text.ok_or_else(|| format!("{place} is missing"))?;
            same_texts(dutch, &text).map_err(|error| format!("{place}: {error}"))?;
            write(&target.join(format!("{name}.ftl")), &text)?;
        }
    }
    Ok(())
}

fn uncommented(file: &str) -> String {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| format!("{line}\n")).collect()
}

/// Writes what differs alone: cargo looks at the time of these files.
fn write(path: &Path, text: &str) -> Done<()> {
    let is_there = fs::read(path).is_ok_and(|found| found == text.as_bytes());
    if is_there { Ok(()) } else { Ok(fs::write(path, text)?) }
}

/// Whether reporters read the texts of this file.
fn is_public(name: &str) -> bool {
    !OFFICE_FILES.contains(&name.split('-').next().unwrap_or_default())
}

/// What lies in a folder, in the order of its names.
fn sorted(folder: impl AsRef<Path>) -> Done<Vec<PathBuf>> {
    let found = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut found = found.collect::<Result<Vec<_>, std::io::Error>>()?;
    found.sort();
    Ok(found)
}

/// The files of a language by name, without `.ftl`.
fn files(folder: impl AsRef<Path>) -> Done<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for path in sorted(folder)? {
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        files.insert(name.to_owned(), fs::read_to_string(&path)?);
    }
    Ok(files)
}

/// Both files have the same texts, and each text the same variables.
fn same_texts(dutch: &str, other: &str) -> Done<()> {
    let (dutch, mut other) = (messages(dutch)?, messages(other)?);
    for (key, text) in &dutch {
        let translation = other.remove(key).ok_or_else(|| format!("{key} is missing"))?;
        if translation.is_empty() {
            return Err(format!("{key} is empty").into());
        }
        if variables(text) != variables(&translation) {
            return Err(format!("{key} has other variables than in locales/nl").into());
        }
    }
    match other.keys().next() {
        Some(key) => Err(format!("{key} is not in locales/nl").into()),
        None => Ok(()),
    }
}

/// Writes `je.ftl`: every Dutch text, with its counterpart in "je" where it has one.
fn write_je(out: &Path) -> Done<()> {
    let mut familiar = messages(&fs::read_to_string("locales/je.ftl")?)?;
    let mut together = String::new();
    for (name, file) in files("locales/nl")? {
        for (key, polite) in messages(&file)? {
            let text = match familiar.remove(&key) {
                Some(_) if !is_public(&name) => {
                    return Err(format!("{key} is no public text").into());
                }
                Some(text) => {
                    check(&key, &polite, &text)?;
                    text
                }
                None if is_public(&name) && says(&polite, &POLITE) => {
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
fn messages(file: &str) -> Done<BTreeMap<String, String>> {
    let mut messages = BTreeMap::<String, String>::new();
    let mut last = String::new();
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.split_once(" =") {
            Some((key, text)) if !line.starts_with([' ', '}']) => {
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
fn check(key: &str, polite: &str, familiar: &str) -> Done<()> {
    if says(polite, &FAMILIAR) || says(familiar, &POLITE) {
        return Err(format!("{key} mixes u and je").into());
    }
    if variables(polite) != variables(familiar) {
        return Err(format!("{key} has other variables than in locales/nl").into());
    }
    Ok(())
}

/// The variables of a text, each once: another language may need one in more places.
fn variables(text: &str) -> BTreeSet<&str> {
    let names = text.split('$').skip(1);
    let is_name = |symbol: char| symbol.is_ascii_alphanumeric() || symbol == '_';
    names.map(|rest| rest.split(|symbol| !is_name(symbol)).next().unwrap_or_default()).collect()
}

/// Whether one of these words stands in the text.
fn says(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    text.split(|symbol: char| !symbol.is_alphanumeric()).any(|word| words.contains(&word))
}
