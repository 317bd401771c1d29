//! What `meldteam` can be asked to do, as clap reads it from the command line.
//!
//! Commands take it apart. It decides nothing; the sentences here are the program's `--help`.

use crate::{Language, manual::ManualCommand, terminal};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The officers' tool: opens, reads and answers reports on this computer.
#[derive(Parser)]
#[command(name = "meldteam", version)]
pub struct Arguments {
    /// What to do
    #[command(subcommand)]
    pub(super) command: Asked,
    /// Folder with keys and sealed items [default: meldteam in the user's data folder]
    #[arg(long, global = true)]
    pub(super) folder: Option<PathBuf>,
    /// nl or en [default: as the environment's LANG, otherwise nl]
    #[arg(long, global = true, value_parser = terminal::parse_language)]
    pub(super) language: Option<Language>,
    /// Read the passphrase from the first line of standard input
    #[arg(long, global = true)]
    pub(super) passphrase_stdin: bool,
}

/// Everything that it can be asked.
#[derive(Subcommand)]
pub(super) enum Asked {
    /// Work with the officer's folder.
    #[command(flatten)]
    Work(Command),
    /// About the program itself; needs no folder.
    #[command(flatten)]
    Manual(ManualCommand),
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Make your keys, and the public file for the server
    Init(InitArguments),
    /// Open the desk in the browser
    Open(OpenArguments),
    /// Fetch what is new, send what is waiting
    Sync,
    /// List the reports
    Inbox,
    /// List the team with the fingerprints of their keys
    Team,
    /// List what is late, due and new
    Today,
    /// Make an overview of a period that is over, and note that it was published
    Monitor(MonitorArguments),
    /// Show how a case stands: deadlines, open items, what keeps it open
    Case {
        /// The number, M-48K2
        number: String,
    },
    /// Mark an item of a checklist
    Tick(TickArguments),
    /// Leave a note for the other readers of a case
    Note {
        /// The number, M-48K2
        number: String,
        /// The note [default: standard input]
        #[arg(long)]
        text: Option<String>,
    },
    /// List when each closed case goes
    Retention,
    /// Destroy a closed case now, at the server and here; cannot be undone
    Destroy {
        /// The number, M-48K2
        number: String,
        /// The number again
        #[arg(long)]
        confirm: String,
    },
    /// Show one report with its messages
    Show {
        /// The number, M-48K2
        number: String,
    },
    /// List the attachments of a report
    Attachments {
        /// The number, M-48K2
        number: String,
    },
    /// Make a document of a case and save it, readable
    Document(DocumentArguments),
    /// Save one attachment, readable
    Save(SaveArguments),
    /// Answer the reporter
    Reply(ReplyArguments),
    /// Show or change who may read a report, or all of them
    Readers(ReadersArguments),
    /// Set the status
    Status {
        /// The number, M-48K2
        number: String,
        /// Key of the status
        key: String,
    },
}

#[derive(Args)]
pub(super) struct InitArguments {
    /// Your name, as reporters read it
    #[arg(long)]
    pub(super) name: String,
    /// Your role, as reporters read it
    #[arg(long)]
    pub(super) role: String,
    /// Your phone number, as reporters read it
    #[arg(long, default_value = "")]
    pub(super) phone: String,
    /// Your e-mail address, as reporters read it
    #[arg(long, default_value = "")]
    pub(super) email: String,
    /// You manage nobody
    #[arg(long)]
    pub(super) outside_line: bool,
    /// You are not employed by the organisation
    #[arg(long)]
    pub(super) external: bool,
    /// Where the server is, https://…
    #[arg(long)]
    pub(super) server: Option<String>,
}

#[derive(Args)]
pub(super) struct TickArguments {
    /// The number, M-48K2
    pub(super) number: String,
    /// Key of the item, as `case` lists it
    pub(super) item: String,
    /// What there is to say of it
    #[arg(long)]
    pub(super) note: Option<String>,
    /// It does not apply to this case
    #[arg(long, conflicts_with = "undo")]
    pub(super) not_needed: bool,
    /// Take an earlier mark back
    #[arg(long)]
    pub(super) undo: bool,
}

#[derive(Args)]
pub(super) struct ReadersArguments {
    /// The number, M-48K2
    pub(super) number: Option<String>,
    /// In every report that you may read
    #[arg(long)]
    pub(super) everywhere: bool,
    /// The name of who may read from now on
    #[arg(long)]
    pub(super) add: Option<String>,
    /// The name of who may not any more
    #[arg(long)]
    pub(super) remove: Option<String>,
    /// Why: joins, steps-back, leaves, key-lost, new-keys, recovery, other
    #[arg(long)]
    pub(super) why: Option<String>,
}

#[derive(Args)]
pub(super) struct MonitorArguments {
    /// The period: 2026-Q3, 2026-H2 or 2026
    #[arg(long)]
    pub(super) period: String,
    /// For whom: board, works-council, client-council or public
    #[arg(long = "for", default_value = "board")]
    pub(super) audience: String,
    /// html or csv
    #[arg(long, default_value = "html")]
    pub(super) format: String,
    /// The new file
    #[arg(long)]
    pub(super) to: PathBuf,
}

#[derive(Args)]
pub(super) struct OpenArguments {
    /// Port on this computer [default: a free one]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    pub(super) port: u16,
    /// Print the link only
    #[arg(long)]
    pub(super) no_browser: bool,
    /// Lock after this many minutes without use, 1 to 240
    #[arg(long, default_value_t = 15, value_parser = clap::value_parser!(u16).range(1..=240))]
    pub(super) lock_after_minutes: u16,
}

#[derive(Args)]
pub(super) struct DocumentArguments {
    /// The number of the case, M-48K2
    pub(super) number: String,
    /// Which: facts, igj_notice, igj_report, board, client_file, personnel_file, talk, feedback,
    /// police, evaluation or register
    pub(super) kind: String,
    /// The new file, .pdf, .docx or .txt: everybody who can read it can read what is in it
    #[arg(long)]
    pub(super) to: PathBuf,
    /// About whom a talk was: client-1, accused-1, witness-1 …
    #[arg(long)]
    pub(super) about: Option<String>,
    /// What becomes of real names that still stand in typed text
    #[arg(long, value_enum)]
    pub(super) names: Option<NamesArgument>,
    /// Somebody wrongly accused asked for the note in their own file
    #[arg(long)]
    pub(super) asked: bool,
}

/// What becomes of real names in typed text.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum NamesArgument {
    /// Pseudonyms take their place
    Replace,
    /// They stay: you looked, and they may
    Leave,
}

#[derive(Args)]
pub(super) struct SaveArguments {
    /// The number of the report, M-48K2
    pub(super) number: String,
    /// The number of the attachment in the list
    pub(super) attachment: String,
    /// The new file: everybody who can read it can read what is in it
    #[arg(long)]
    pub(super) to: PathBuf,
}

#[derive(Args)]
pub(super) struct ReplyArguments {
    /// The number, M-48K2
    pub(super) number: String,
    /// The message [default: standard input]
    #[arg(long)]
    pub(super) text: Option<String>,
    /// Key of the new status
    #[arg(long, default_value = "")]
    pub(super) status: String,
    /// The reporter hears more before this day, YYYY-MM-DD
    #[arg(long, default_value = "")]
    pub(super) next_news: String,
    /// Ask the reporter to be silent until this day, YYYY-MM-DD
    #[arg(long, default_value = "")]
    pub(super) silence_until: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_sound() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }
}
