//! `meldpunt`: the public server.

use clap::{CommandFactory, Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};
use veilig_melden::{
    Language,
    manual::ManualCommand,
    terminal::{self, Terminal},
    web::{
        self, backup, operator,
        poster::{self, PosterOptions},
    },
};
use zeroizing_alloc::ZeroAlloc;

/// Freed memory is wiped, so that no copy of a report stays behind in it.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

/// Takes reports, keeps them sealed, and carries sealed messages both ways.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Language of what this program says: nl or en. A poster can be in ar or pl too.
    #[arg(long, global = true)]
    language: Option<Language>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write a commented meldpunt.toml and make the folders.
    Init {
        /// Where.
        #[arg(default_value = ".")]
        folder: PathBuf,
        /// The organisation's name, as reporters read it.
        #[arg(long, default_value = "")]
        name: String,
    },
    /// Say what is wrong with settings, keys and store. Changes nothing.
    Check {
        /// The settings.
        #[arg(long, default_value = operator::CONFIG_FILE)]
        config: PathBuf,
    },
    /// Run the server.
    Serve {
        /// The settings.
        #[arg(long, default_value = operator::CONFIG_FILE)]
        config: PathBuf,
    },
    /// Write everything that is stored, sealed, into one file. The server may run.
    Export {
        /// The file to write, or a folder to write it in; one that exists is left alone.
        to: PathBuf,
        /// The settings.
        #[arg(long, default_value = operator::CONFIG_FILE)]
        config: PathBuf,
    },
    /// Restore an export into the data folder of the settings, which holds no store yet.
    Import {
        /// The export.
        from: PathBuf,
        /// The settings.
        #[arg(long, default_value = operator::CONFIG_FILE)]
        config: PathBuf,
    },
    /// Take what was destroyed out of the store now. A running server does it every night.
    Compact {
        /// The settings.
        #[arg(long, default_value = operator::CONFIG_FILE)]
        config: PathBuf,
    },
    /// Write a poster with the address and who reads: one A4 page, for a browser to print.
    Poster {
        /// The settings.
        #[arg(long, default_value = operator::CONFIG_FILE)]
        config: PathBuf,
        /// The address under which reporters find the server; goes before the one in the settings.
        #[arg(long)]
        address: Option<String>,
        /// The file to write; one that exists is left alone.
        #[arg(long, default_value = "poster.html")]
        output: PathBuf,
    },
    /// Run a made-up organisation with a reporting point and an officer's desk.
    #[cfg(feature = "officer")]
    Demo {
        /// The port of the reporting point.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The port of the officer's desk.
        #[arg(long, default_value_t = 8081)]
        desk_port: u16,
        /// The folder in which the demo makes its own; by default the system's temporary folder.
        #[arg(long)]
        folder: Option<PathBuf>,
    },
    #[command(flatten)]
    Manual(ManualCommand),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let language = terminal::language(arguments.language);
    let terminal = Terminal::new(language);
    match arguments.command {
        Command::Init { folder, name } => operator::init(&terminal, language, &folder, &name),
        Command::Check { config } => operator::check(&terminal, &config),
        Command::Serve { config } => web::run(&terminal, &config),
        Command::Export { to, config } => backup::export(&terminal, &config, &to),
        Command::Import { from, config } => backup::import(&terminal, &config, &from),
        Command::Compact { config } => backup::compact(&terminal, &config),
        Command::Poster { config, address, output } => {
            let language = arguments.language.unwrap_or(language);
            poster::write(&terminal, language, &PosterOptions { config, address, output })
        }
        Command::Manual(command) => command.run(Arguments::command(), &terminal),
        #[cfg(feature = "officer")]
        Command::Demo { port, desk_port, folder } => {
            let parent = folder.unwrap_or_else(std::env::temp_dir);
            veilig_melden::demo::run(&terminal, language, &parent, [port, desk_port])
        }
    }
}
