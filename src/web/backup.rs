//! `meldpunt export`, `import` and `compact`: what the administrator does with everything sealed.
//!
//! An export may be made while the server runs; the other two want it stopped. Nothing here opens
//! anything.

use super::{
    Config, night,
    operator::{Found, config_sentence, report, store_sentence},
};
use crate::{
    Texts,
    core::{Clock, Day, Kdf, Random},
    store::{self, Rewritten, Store, StoreError},
    terminal::Terminal,
};
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// `meldpunt export`: everything into a new file; into a folder under the name of the day.
pub fn export(terminal: &Terminal, config: &Path, to: &Path) -> ExitCode {
    with_data(terminal, config, |data| {
        let t = &terminal.texts;
        let today = Clock::System.today();
        let to = if to.is_dir() { to.join(file_name(today)) } else { to.to_owned() };
        let file = to.display().to_string();
        if !data.join("ledger").exists() {
            return Err(t.op_export_none());
        }
        let exported = store::export(data, &to, today).map_err(|error| match error {
            StoreError::Ledger(ErrorKind::AlreadyExists) => t.op_export_exists(&file),
            other => store_sentence(t, &other),
        })?;
        for position in &exported.damaged {
            terminal.complain(&t.op_export_source_damaged(*position));
        }
        for id in &exported.lost {
            terminal.complain(&t.op_export_file_lost(id.to_string()));
        }
        let read = store::verify(&to).map_err(|error| store_sentence(t, &error))?;
        if read.is_cut || (exported.is_whole() && !read.is_whole()) {
            return Err(t.op_export_bad(file));
        }
        terminal.say(&t.op_export_done(file, exported.cases, exported.files, exported.bytes));
        Ok(if exported.is_whole() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    })
}

fn file_name(today: Day) -> String {
    format!("meldpunt-{}.export", today.iso())
}

/// `meldpunt import`: a data folder out of an export.
pub fn import(terminal: &Terminal, config: &Path, from: &Path) -> ExitCode {
    with_data(terminal, config, |data| {
        let t = &terminal.texts;
        let imported = store::import(from, data).map_err(|error| match error {
            StoreError::Ledger(ErrorKind::AlreadyExists) => t.op_import_not_empty(),
            StoreError::NotALedger => t.op_import_none(),
            other => store_sentence(t, &other),
        })?;
        for position in &imported.damaged {
            terminal.complain(&t.op_import_damaged(*position));
        }
        if imported.is_cut {
            terminal.complain(&t.op_import_cut());
        }
        let found = Store::check(data).map_err(|error| store_sentence(t, &error))?;
        let files = &found.files;
        for id in files.missing.iter().chain(&files.damaged) {
            terminal.complain(&t.op_export_file_lost(id.to_string()));
        }
        terminal.say(&t.op_import_done(imported.records));
        let is_whole = imported.is_whole() && found.is_whole();
        Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    })
}

/// `meldpunt compact`: what the server does at night, by hand.
pub fn compact(terminal: &Terminal, config: &Path) -> ExitCode {
    with_data(terminal, config, |data| {
        let t = &terminal.texts;
        if !data.join("ledger").exists() {
            return Err(t.op_compact_none());
        }
        let sentence = |error: StoreError| match error {
            StoreError::Locked => t.op_compact_locked(),
            other => store_sentence(t, &other),
        };
        let kdf = || Kdf::random(&Random::from_system());
        let (store, recovery) = Store::open(data, kdf).map_err(sentence)?;
        report(terminal, &recovery, Found::AtStart);
        let today = Clock::System.today();
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        let runtime = runtime.map_err(|error| error.to_string())?;
        runtime.block_on(night::destroy_due(&store, today)).map_err(sentence)?;
        if !store.has_remains(today).map_err(sentence)? {
            terminal.say(&t.op_compact_none());
            return Ok(ExitCode::SUCCESS);
        }
        let Rewritten { cases, bytes_before, bytes_after } =
            store.rewrite(today).map_err(sentence)?;
        terminal.say(&t.op_compact_done(cases, bytes_before, bytes_after));
        Ok(ExitCode::SUCCESS)
    })
}

/// Does something with the data folder of these settings; says what is wrong otherwise.
fn with_data(
    terminal: &Terminal,
    config: &Path,
    work: impl FnOnce(&Path) -> Result<ExitCode, String>,
) -> ExitCode {
    let t: &Texts = &terminal.texts;
    let data: Result<PathBuf, String> = Config::read(config)
        .map(|config| config.storage.data)
        .map_err(|error| config_sentence(t, &error));
    data.and_then(|data| work(&data)).unwrap_or_else(|sentence| {
        terminal.complain(&sentence);
        ExitCode::FAILURE
    })
}
