//! Manual pages and shell completions, made from what a program's command line knows of itself.
//!
//! Both programs call it, for `completions` and `man`; packages are built with it. It holds nothing
//! of its own to say: the words are those of `--help`.

use crate::terminal::{self, Terminal};
use clap::{Command, Subcommand};
use clap_complete::Shell;
use clap_mangen::Man;
use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// The commands that both programs have about themselves.
#[derive(Subcommand)]
pub enum ManualCommand {
    /// Print a script that lets a shell complete this program's commands
    #[command(
        after_help = "Example, for meldpunt:\n  meldpunt completions bash > /etc/bash_completion.d/meldpunt"
    )]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Write the manual pages of this program into a folder
    #[command(after_help = "Example, for meldpunt:\n  meldpunt man /usr/local/share/man/man1")]
    Man {
        /// The folder; made when it is not there
        folder: PathBuf,
    },
}

impl ManualCommand {
    /// Does it for the program with this command line.
    pub fn run(self, program: Command, terminal: &Terminal) -> ExitCode {
        match self {
            Self::Completions { shell } => terminal::write(&completions(program, shell)),
            Self::Man { folder } => {
                if let Err(error) = write_pages(program, &folder) {
                    let why = terminal::reason(&terminal.texts, error.kind());
                    terminal
                        .complain(&terminal.texts.op_cannot_write(folder.to_string_lossy(), why));
                    return ExitCode::FAILURE;
                }
            }
        }
        ExitCode::SUCCESS
    }
}

/// The completions of a program for one shell, as the script that the shell reads.
fn completions(program: Command, shell: Shell) -> Vec<u8> {
    let name = program.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut { program }, name, &mut script);
    script
}

/// Writes a manual page for the program and one for each of its commands: `NAME.1`,
/// `NAME-COMMAND.1`. The folder is made; pages that are there are written anew.
fn write_pages(mut command: Command, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    command.build();
    let commands = command.get_subcommands().filter(|it| !it.is_hide_set()).cloned();
    let commands = commands.filter(|it| it.get_name() != "help").collect::<Vec<_>>();
    for page in [command].into_iter().chain(commands) {
        let name = page.get_display_name().unwrap_or(page.get_name()).to_owned();
        let mut text = Vec::new();
        Man::new(page).render(&mut text)?;
        fs::write(folder.join(name + ".1"), text)?;
    }
    Ok(())
}
