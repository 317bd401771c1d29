//! What the person who runs the server does and reads: `init`, `check`, and a sentence for every
//! fault.

use super::{
    Config, ConfigError, ServeError,
    listen_check::{self, socket_sentence, tls_sentence},
};
use crate::{
    Language, Texts,
    core::{
        Clock, Team,
        officers::{OfficerError, SameWhat, TeamError, TeamWarning},
    },
    sandbox::{
        self, Needs, Wall,
        tries::{Tries, Try},
    },
    store::{Recovery, Store, StoreError},
    terminal::Terminal,
};
use std::{
    fs::{DirBuilder, OpenOptions},
    io::{ErrorKind, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::Path,
    process::ExitCode,
};

pub(super) use crate::terminal::reason;

/// The name of the settings file that `init` writes.
pub const CONFIG_FILE: &str = "meldpunt.toml";

/// Writes a commented configuration and the folders.
pub fn init(terminal: &Terminal, language: Language, folder: &Path, name: &str) -> ExitCode {
    let t = &terminal.texts;
    let file = folder.join(CONFIG_FILE);
    let text = match language {
        Language::En => include_str!("../../templates/meldpunt/config.en.toml"),
        _ => include_str!("../../templates/meldpunt/config.nl.toml"),
    };
    let text = text.replace("{{name}}", &toml::Value::from(name).to_string());
    let folders = [(folder.to_owned(), 0o755), (folder.join("keys"), 0o755)];
    for (path, mode) in folders.into_iter().chain([(folder.join("data"), 0o700)]) {
        let made = DirBuilder::new().recursive(true).mode(mode).create(&path);
        if let Err(error) = made {
            terminal.complain(&t.op_cannot_write(path.to_string_lossy(), reason(t, error.kind())));
            return ExitCode::FAILURE;
        }
    }
    match write_new(&file, &text) {
        Ok(()) => {
            terminal.say(&t.op_init_done(folder.to_string_lossy()));
            terminal.say(&t.op_init_next());
            ExitCode::SUCCESS
        }
        Err(ErrorKind::AlreadyExists) => {
            terminal.complain(&t.op_init_exists(file.to_string_lossy()));
            ExitCode::FAILURE
        }
        Err(kind) => {
            terminal.complain(&t.op_cannot_write(file.to_string_lossy(), reason(t, kind)));
            ExitCode::FAILURE
        }
    }
}

/// Writes a file that everybody may read and that does not exist yet.
pub(super) fn write_new(file: &Path, text: &str) -> Result<(), ErrorKind> {
    let open = OpenOptions::new().write(true).create_new(true).mode(0o644).open(file);
    open.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| error.kind())
}

/// Says what is wrong with settings, keys and store, and changes nothing.
pub fn check(terminal: &Terminal, file: &Path) -> ExitCode {
    let t = &terminal.texts;
    let config = match Config::read(file) {
        Ok(config) => config,
        Err(error) => {
            terminal.complain(&config_sentence(t, &error));
            return ExitCode::FAILURE;
        }
    };
    terminal.say(&t.op_config_good());
    let keys = check_keys(terminal, &config.storage.keys);
    let store = check_store(terminal, &config.storage.data);
    let listening = listen_check::check(terminal, &config, Clock::System);
    // Last: from here on nothing else can be looked at.
    if keys && store && listening && check_sandbox(terminal, &config.needs()) {
        terminal.say(&t.op_check_good());
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn check_keys(terminal: &Terminal, folder: &Path) -> bool {
    let t = &terminal.texts;
    match Team::read(folder) {
        Ok(team) => {
            terminal.say(&t.op_team_good(team.officers().count()));
            warn(terminal, &team);
            true
        }
        Err(error) => {
            terminal.complain(&team_sentence(t, &error));
            false
        }
    }
}

/// What is allowed but not wise about a team.
pub fn warn(terminal: &Terminal, team: &Team) {
    let t = &terminal.texts;
    for warning in team.warnings() {
        terminal.complain(&match warning {
            TeamWarning::Alone => t.op_team_warn_alone(),
            TeamWarning::NobodyOutsideLine => t.op_team_warn_line(),
        });
    }
}

fn check_store(terminal: &Terminal, folder: &Path) -> bool {
    let t = &terminal.texts;
    if !folder.join("ledger").exists() {
        terminal.say(&t.op_store_new());
        return true;
    }
    match Store::check(folder) {
        Ok(recovery) => {
            report(terminal, &recovery, Found::ByCheck);
            if recovery.is_whole() {
                terminal.say(&t.op_store_good());
            }
            if recovery.destroyed > 0 {
                terminal.say(&t.op_store_destroyed(recovery.destroyed));
            }
            terminal.say(&t.op_files(recovery.files.named));
            if recovery.files.unfinished > 0 {
                terminal.say(&t.op_files_unfinished(recovery.files.unfinished));
            }
            if recovery.files.strays > 0 {
                terminal.complain(&t.op_files_stray(recovery.files.strays));
            }
            recovery.is_whole()
        }
        Err(error) => {
            terminal.complain(&store_sentence(t, &error));
            false
        }
    }
}

/// Enters the sandbox and tries what it forbids. What this system does not have is said, and is no
/// fault.
fn check_sandbox(terminal: &Terminal, needs: &Needs) -> bool {
    let t = &terminal.texts;
    let Ok(tries) = Tries::prepare() else {
        terminal.complain(&t.op_sandbox_untried());
        return true;
    };
    let missing = sandbox::enter(needs);
    report_walls(terminal, &missing);
    let leaks = tries.run().into_iter().filter(|what| !missing.contains(&what.wall()));
    let leaks: Vec<Try> = leaks.collect();
    for leak in &leaks {
        terminal.complain(&match leak {
            Try::Read => t.op_sandbox_leak_read(),
            Try::Write => t.op_sandbox_leak_write(),
            Try::Connect => t.op_sandbox_leak_connect(),
            Try::Execute => t.op_sandbox_leak_execute(),
            Try::Memory => t.op_sandbox_leak_memory(),
        });
    }
    if missing.is_empty() && leaks.is_empty() {
        terminal.say(&t.op_sandbox_good());
    }
    leaks.is_empty()
}

/// Says which walls of the sandbox this system does not have.
pub fn report_walls(terminal: &Terminal, missing: &[Wall]) {
    let t = &terminal.texts;
    for wall in missing {
        terminal.complain(&match wall {
            Wall::Memory => t.op_sandbox_no_memory(),
            Wall::Folders => t.op_sandbox_no_folders(),
            Wall::Calls => t.op_sandbox_no_calls(),
        });
    }
}

/// How the state of the store was found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// By opening it, which mended what could be mended.
    AtStart,
    /// By looking, which changed nothing.
    ByCheck,
}

/// Says what opening or checking the store found.
pub fn report(terminal: &Terminal, recovery: &Recovery, found: Found) {
    let t = &terminal.texts;
    if recovery.created {
        terminal.say(&t.op_store_created());
    }
    if recovery.rebuilt {
        terminal.complain(&match found {
            Found::AtStart => t.op_store_rebuilt(),
            Found::ByCheck => t.op_store_will_rebuild(),
        });
    }
    if recovery.cut_bytes > 0 {
        terminal.complain(&match found {
            Found::AtStart => t.op_store_cut(recovery.cut_bytes),
            Found::ByCheck => t.op_store_will_cut(recovery.cut_bytes),
        });
    }
    for position in &recovery.damaged {
        terminal.complain(&t.op_store_damaged(*position));
    }
    for id in &recovery.files.missing {
        terminal.complain(&t.op_file_missing(id.to_string()));
    }
    for id in &recovery.files.damaged {
        terminal.complain(&t.op_file_damaged(id.to_string()));
    }
}

/// What is wrong with the settings, and what to do now.
pub fn config_sentence(t: &Texts, error: &ConfigError) -> String {
    match error {
        ConfigError::Unreadable { file, source } => {
            t.op_config_unreadable(file.to_string_lossy(), reason(t, source.kind()))
        }
        ConfigError::Toml { file, line, message } => {
            t.op_config_toml(file.to_string_lossy(), *line, message)
        }
        ConfigError::NoName => t.op_config_no_name(),
        ConfigError::Languages => t.op_config_languages(),
        ConfigError::PublicAddress { address } => t.op_config_address(address),
        ConfigError::NoListener => t.op_config_no_listener(),
        ConfigError::OnionAddress { address } => t.op_config_onion(address),
        ConfigError::NotLoopback { address } => t.op_config_not_loopback(address.to_string()),
    }
}

/// Why the server does not start, and what to do now.
pub fn serve_sentence(t: &Texts, error: &ServeError) -> String {
    match error {
        ServeError::Team(error) => team_sentence(t, error),
        ServeError::Store { source, .. } => store_sentence(t, source),
        ServeError::Listen { address, source } => {
            t.op_listen(address.to_string(), reason(t, source.kind()))
        }
        ServeError::Socket { path, source } => socket_sentence(t, path, source),
        ServeError::Tls(error) => tls_sentence(t, error),
        ServeError::Serving(source) => t.op_serving(reason(t, source.kind())),
    }
}

/// What is wrong with the officers' key files, and what to do now.
pub(super) fn team_sentence(t: &Texts, error: &TeamError) -> String {
    match error {
        TeamError::Folder { folder, source } => {
            t.op_team_folder(folder.to_string_lossy(), reason(t, source.kind()))
        }
        TeamError::Nobody { folder } => t.op_team_nobody(folder.to_string_lossy()),
        TeamError::File { file, why: OfficerError::PrivateKey } => t.op_team_private(file),
        TeamError::File { file, why } => t.op_team_file(file, key_reason(t, why)),
        TeamError::Same { first, second, what: SameWhat::Name } => {
            t.op_team_same_name(first, second)
        }
        TeamError::Same { first, second, .. } => t.op_team_same_key(first, second),
    }
}

pub(super) fn store_sentence(t: &Texts, error: &StoreError) -> String {
    match error {
        StoreError::Locked => t.op_store_locked(),
        StoreError::OtherVersion { found, known } => t.op_store_version(*found, *known),
        StoreError::NotALedger => t.op_store_not_a_ledger(),
        StoreError::Full => t.op_store_full(),
        StoreError::Damaged => t.op_store_cannot_rewrite(),
        StoreError::Ledger(kind) | StoreError::File(kind) => t.op_store_other(reason(t, *kind)),
        other => t.op_store_other(other.to_string()),
    }
}

/// What is wrong with one key file, as a part of a sentence.
fn key_reason(t: &Texts, error: &OfficerError) -> String {
    match error {
        OfficerError::Unreadable(source) => t.op_key_unreadable(reason(t, source.kind())),
        OfficerError::Toml { line } => t.op_key_toml(*line),
        OfficerError::NoName => t.op_key_no_name(),
        OfficerError::Recipient => t.op_key_recipient(),
        OfficerError::Signer => t.op_key_signer(),
        OfficerError::PrivateKey => error.to_string(),
    }
}
