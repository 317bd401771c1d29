//! The command line of `meldteam`: what it takes, and what it prints.
//!
//! The binary calls [`run`]. This is the one file of the desk that writes to a terminal; what a
//! reporter typed goes there without control characters.

use super::{
    Casebook, Desk, DeskOptions, KeyRing, Workplace,
    casebook::Case,
    compose::{ReplyFault, ReplyForm},
    enrol::{self, NewOfficer},
    folder::{self, FolderError},
    keyring::{KeyRingError, MIN_PASSPHRASE_CHARS, WorkFactor},
    serve::DeskError,
    sync::{RemoteError, SyncError, Synced},
    view::{AnswerView, CaseLine, CaseView, ItemView, without_marks},
    workplace::ReplyError,
};
use crate::{
    Language, Texts,
    core::{Clock, Plaintext, PublicNumber, Random, report::tidy},
};
use clap::{Args, Parser, Subcommand};
use std::{
    io::{self, BufRead, IsTerminal, Read, Write},
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    process::{Command as Process, ExitCode, Stdio},
    sync::Arc,
    time::Duration,
};
use tokio::net::TcpListener;

/// The officers' tool: opens, reads and answers reports on this computer.
#[derive(Parser)]
#[command(name = "meldteam", version)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Folder with keys and sealed items [default: meldteam in the user's data folder]
    #[arg(long, global = true)]
    folder: Option<PathBuf>,
    /// nl or en [default: as the environment's LANG, otherwise nl]
    #[arg(long, global = true)]
    language: Option<Language>,
    /// Read the passphrase from the first line of standard input
    #[arg(long, global = true)]
    passphrase_stdin: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Make your keys, and the public file for the server
    Init(InitArguments),
    /// Open the desk in the browser
    Open(OpenArguments),
    /// Fetch what is new, send what is waiting
    Sync,
    /// List the reports
    Inbox,
    /// Show one report with its messages
    Show {
        /// The number, M-48K2
        number: String,
    },
    /// Answer the reporter
    Reply(ReplyArguments),
    /// Set the status
    Status {
        /// The number, M-48K2
        number: String,
        /// Key of the status
        key: String,
    },
}

#[derive(Args)]
struct InitArguments {
    /// Your name, as reporters read it
    #[arg(long)]
    name: String,
    /// Your role, as reporters read it
    #[arg(long)]
    role: String,
    /// Your phone number, as reporters read it
    #[arg(long, default_value = "")]
    phone: String,
    /// Your e-mail address, as reporters read it
    #[arg(long, default_value = "")]
    email: String,
    /// You manage nobody
    #[arg(long)]
    outside_line: bool,
    /// You are not employed by the organisation
    #[arg(long)]
    external: bool,
    /// Where the server is, https://…
    #[arg(long)]
    server: Option<String>,
}

#[derive(Args)]
struct OpenArguments {
    /// Port on this computer [default: a free one]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    port: u16,
    /// Print the link only
    #[arg(long)]
    no_browser: bool,
    /// Lock after this many minutes without use, 1 to 240
    #[arg(long, default_value_t = 15, value_parser = clap::value_parser!(u16).range(1..=240))]
    lock_after_minutes: u16,
}

#[derive(Args)]
struct ReplyArguments {
    /// The number, M-48K2
    number: String,
    /// The message [default: standard input]
    #[arg(long)]
    text: Option<String>,
    /// Key of the new status
    #[arg(long, default_value = "")]
    status: String,
    /// The reporter hears more before this day, YYYY-MM-DD
    #[arg(long, default_value = "")]
    next_news: String,
    /// Ask the reporter to be silent until this day, YYYY-MM-DD
    #[arg(long, default_value = "")]
    silence_until: String,
}

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
enum CommandError {
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error(transparent)]
    KeyRing(#[from] KeyRingError),
    #[error(transparent)]
    Sync(#[from] SyncError),
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Reply(#[from] ReplyError),
    #[error("the reply has {} faults", .0.len())]
    Faults(Vec<ReplyFault>),
    #[error("no data folder")]
    NoFolder,
    #[error("no passphrase")]
    NoPassphrase,
    #[error("the passphrases differ")]
    PassphrasesDiffer,
    #[error("no number of a report")]
    Number,
    #[error("no such report")]
    NoCase(PublicNumber),
    #[error("the input cannot be read")]
    Input,
    #[error("the output cannot be written")]
    Output(#[from] io::Error),
}

impl CommandError {
    fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::Folder(error) => error.sentence(texts),
            Self::KeyRing(error) => error.sentence(texts),
            Self::Sync(error) => error.sentence(texts),
            Self::Desk(error) => error.sentence(texts),
            Self::Reply(error) => error.sentence(texts),
            Self::Faults(faults) => {
                let sentences: Vec<_> = faults.iter().map(|fault| fault.sentence(texts)).collect();
                sentences.join("\n")
            }
            Self::NoFolder => texts.desk_error_no_folder(),
            Self::NoPassphrase => texts.desk_error_no_passphrase(),
            Self::PassphrasesDiffer => texts.desk_error_passphrases_differ(),
            Self::Number => texts.desk_error_number(),
            Self::NoCase(number) => texts.desk_error_no_case(number.to_string()),
            Self::Input => texts.desk_error_input(),
            Self::Output(_) => texts.desk_error_output(),
        }
    }
}

/// Runs one command. Prints what went wrong as a sentence, and gives the exit code.
pub fn run(arguments: Arguments) -> ExitCode {
    let language = arguments.language.unwrap_or_else(language_of_environment);
    let texts = language.load();
    let Arguments { command, folder, passphrase_stdin, .. } = arguments;
    let from = if passphrase_stdin { Asked::OnStdin } else { Asked::OnTerminal };
    let session = folder
        .or_else(folder::default_folder)
        .ok_or(CommandError::NoFolder)
        .map(|folder| Session { folder, language, texts: &texts, from });
    let done = session.and_then(|session| session.run(command));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // There is nowhere left to say that standard error cannot be written.
            drop(writeln!(io::stderr(), "{}", plain(&error.sentence(&texts))));
            ExitCode::FAILURE
        }
    }
}

fn language_of_environment() -> Language {
    let english = std::env::var("LANG").is_ok_and(|lang| lang.starts_with("en"));
    if english { Language::En } else { Language::Nl }
}

/// Where the passphrase comes from.
#[derive(Clone, Copy)]
enum Asked {
    OnTerminal,
    OnStdin,
}

type Unlocked = (Workplace, KeyRing, Casebook);

/// One run of the program.
struct Session<'a> {
    folder: PathBuf,
    language: Language,
    texts: &'a Texts,
    from: Asked,
}

impl Session<'_> {
    fn run(&self, command: Command) -> Result<(), CommandError> {
        match command {
            Command::Init(arguments) => self.init(arguments),
            Command::Open(arguments) => self.open(&arguments),
            Command::Sync => self.sync(),
            Command::Inbox => self.inbox(),
            Command::Show { number } => self.show(&number),
            Command::Reply(arguments) => self.reply(arguments),
            Command::Status { number, key } => self.set_status(&number, key),
        }
    }

    fn init(&self, arguments: InitArguments) -> Result<(), CommandError> {
        if self.folder.join(folder::KEY_FILE).exists() {
            let file = self.folder.join(folder::KEY_FILE).display().to_string();
            let kind = io::ErrorKind::AlreadyExists;
            return Err(FolderError::Io { file, kind }.into());
        }
        let passphrase = self.new_passphrase()?;
        let officer = NewOfficer {
            name: arguments.name,
            role: arguments.role,
            phone: arguments.phone,
            email: arguments.email,
            outside_line: arguments.outside_line,
            external: arguments.external,
            server: arguments.server,
        };
        let making = (&Arc::new(Random::from_system()), WorkFactor::AboutOneSecond);
        let enrolled = enrol::enrol(&self.folder, &officer, &passphrase, making)?;
        let public = enrolled.public_file.display().to_string();
        print(&[self.texts.desk_init_done(public), self.texts.desk_init_keep()])
    }

    fn open(&self, arguments: &OpenArguments) -> Result<(), CommandError> {
        self.expect_key()?;
        let runtime = tokio::runtime::Runtime::new()?;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, arguments.port));
        let listener = runtime
            .block_on(TcpListener::bind(address))
            .map_err(|error| DeskError::Listen(error.kind()))?;
        let desk = Desk::at(DeskOptions {
            folder: self.folder.clone(),
            clock: Clock::System,
            random: Arc::new(Random::from_system()),
            language: self.language,
            idle: Duration::from_secs(u64::from(arguments.lock_after_minutes) * 60),
            listener,
        })?;
        desk.unlock(&self.passphrase()?)?;
        let link = desk.link();
        print(&[self.texts.desk_open_link(), link.clone(), self.texts.desk_open_stop()])?;
        if !arguments.no_browser {
            open_browser(&link);
        }
        let served = runtime.block_on(desk.serve(interrupted()));
        // A round with the server that is still going on has nothing to lose.
        runtime.shutdown_background();
        Ok(served?)
    }

    fn sync(&self) -> Result<(), CommandError> {
        let workplace = self.workplace()?;
        let synced = workplace.sync(&workplace.unlock(&self.passphrase()?)?)?;
        print(&self.synced_lines(synced))
    }

    fn synced_lines(&self, synced: Synced) -> Vec<String> {
        let mut lines = vec![self.texts.desk_notice_synced(synced.fetched as u64)];
        if synced.refused > 0 {
            lines.push(self.texts.desk_notice_refused(synced.refused as u64));
        }
        if synced.changed > 0 {
            lines.push(self.texts.desk_notice_changed(synced.changed as u64));
        }
        lines
    }

    fn inbox(&self) -> Result<(), CommandError> {
        let (_, _, book) = self.unlocked()?;
        let lines: Vec<String> =
            book.iter().map(|case| inbox_line(&CaseLine::of(case, self.texts))).collect();
        if lines.is_empty() { print(&[self.texts.desk_inbox_empty()]) } else { print(&lines) }
    }

    fn show(&self, number: &str) -> Result<(), CommandError> {
        let (workplace, ring, book) = self.unlocked()?;
        let case = find(&book, number)?;
        let team = workplace.drawer.team()?;
        let view = CaseView::of(case, &team, ring.officer(), self.texts);
        print(&case_lines(&view, self.texts))
    }

    fn reply(&self, arguments: ReplyArguments) -> Result<(), CommandError> {
        let ReplyArguments { number, text, status, next_news, silence_until } = arguments;
        // Standard input is read after the passphrase, which may be its first line.
        let unlocked = self.unlocked()?;
        let text = text.map_or_else(read_text, Ok)?;
        self.send(
            unlocked,
            &number,
            &ReplyForm { text: text.into(), status, next_news, silence_until },
        )
    }

    fn set_status(&self, number: &str, status: String) -> Result<(), CommandError> {
        let form = ReplyForm { status, ..ReplyForm::default() };
        self.send(self.unlocked()?, number, &form)
    }

    fn send(
        &self,
        (workplace, ring, mut book): Unlocked,
        number: &str,
        form: &ReplyForm,
    ) -> Result<(), CommandError> {
        let reply = form.parse(workplace.today()).map_err(CommandError::Faults)?;
        let case = find(&book, number)?;
        let id = case.id;
        workplace.keep_reply(&ring, case, reply)?;
        let synced = workplace.sync(&ring);
        book.refresh(&workplace.drawer, &ring)?;
        if book.get(id).is_some_and(|case| case.unsent.is_empty()) {
            return print(&[self.texts.desk_notice_sent()]);
        }
        print(&[self.texts.desk_notice_unsent()])?;
        Err(synced.err().unwrap_or(SyncError::Remote(RemoteError::UnknownCase)).into())
    }

    /// A folder without a key is left as it is: it may be a slip of the pen.
    fn expect_key(&self) -> Result<(), CommandError> {
        let there = self.folder.join(folder::KEY_FILE).exists();
        if there { Ok(()) } else { Err(KeyRingError::Missing.into()) }
    }

    fn workplace(&self) -> Result<Workplace, CommandError> {
        self.expect_key()?;
        let random = Arc::new(Random::from_system());
        Ok(Workplace::open(&self.folder, Clock::System, random)?)
    }

    fn unlocked(&self) -> Result<Unlocked, CommandError> {
        let workplace = self.workplace()?;
        let ring = workplace.unlock(&self.passphrase()?)?;
        let book = workplace.casebook(&ring)?;
        Ok((workplace, ring, book))
    }

    fn passphrase(&self) -> Result<Plaintext, CommandError> {
        self.ask(&self.texts.desk_ask_passphrase())
    }

    fn new_passphrase(&self) -> Result<Plaintext, CommandError> {
        let first = self.ask(&self.texts.desk_ask_passphrase_new())?;
        if first.chars() < MIN_PASSPHRASE_CHARS {
            return Err(KeyRingError::ShortPassphrase.into());
        }
        if matches!(self.from, Asked::OnTerminal) {
            let again = self.ask(&self.texts.desk_ask_passphrase_again())?;
            if first.expose() != again.expose() {
                return Err(CommandError::PassphrasesDiffer);
            }
        }
        Ok(first)
    }

    fn ask(&self, question: &str) -> Result<Plaintext, CommandError> {
        let typed = match self.from {
            Asked::OnTerminal => rpassword::prompt_password(format!("{question} ")),
            Asked::OnStdin => first_line(),
        };
        typed.map(Plaintext::from).map_err(|_| CommandError::NoPassphrase)
    }
}

/// The first line of standard input; what follows is left for the message.
fn first_line() -> io::Result<String> {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    line.truncate(line.trim_end_matches(['\r', '\n']).len());
    Ok(line)
}

/// The rest of standard input, unless that is a terminal where nothing was announced.
fn read_text() -> Result<String, CommandError> {
    let mut text = String::new();
    if !io::stdin().is_terminal() {
        io::stdin().lock().read_to_string(&mut text).map_err(|_| CommandError::Input)?;
    }
    Ok(text)
}

fn find<'a>(book: &'a Casebook, number: &str) -> Result<&'a Case, CommandError> {
    let number = PublicNumber::parse(number).ok_or(CommandError::Number)?;
    book.find(number).ok_or(CommandError::NoCase(number))
}

fn inbox_line(line: &CaseLine) -> String {
    let CaseLine { number, day, status, kinds, mark, unsent, shut, .. } = line;
    let fields = [number, day, status, kinds, mark, unsent, shut];
    let fields: Vec<&str> =
        fields.into_iter().map(String::as_str).filter(|field| !field.is_empty()).collect();
    fields.join("  ")
}

fn case_lines(view: &CaseView, texts: &Texts) -> Vec<String> {
    let line = &view.line;
    let mut lines = vec![texts.desk_case_title(&line.number)];
    if !line.shut.is_empty() {
        lines.push(line.shut.clone());
    }
    let facts = [
        (texts.desk_status_label(), &line.status),
        (texts.desk_day_label(), &line.day),
        (texts.desk_language_label(), &line.language),
        (texts.desk_reporter_label(), &view.reporter),
        (texts.desk_excluded_label(), &line.excluded),
    ];
    let facts = facts.into_iter().filter(|(_, fact)| !fact.is_empty());
    lines.extend(facts.map(|(label, fact)| format!("{label}: {fact}")));
    if !view.strangers.is_empty() {
        lines.push(texts.desk_strangers(&view.strangers));
    }
    lines.push(format!("\n{}", texts.desk_readers()));
    lines.extend(view.readers.iter().map(|reader| match reader.note.as_str() {
        "" => reader.name.clone(),
        note => format!("{} ({note})", reader.name),
    }));
    lines.extend(answer_lines(&view.answers));
    view.thread.iter().for_each(|item| lines.extend(item_lines(item, texts)));
    lines
}

fn answer_lines(answers: &[AnswerView]) -> Vec<String> {
    let answer =
        |answer: &AnswerView| format!("\n{}\n{}", answer.question, answer.values.join("\n"));
    answers.iter().map(answer).collect()
}

fn item_lines(item: &ItemView, texts: &Texts) -> Vec<String> {
    let unsent = if item.unsent { texts.desk_unsent() } else { String::new() };
    let mut lines = vec![format!("\n--- {} {} {unsent}", item.who, item.day)];
    lines.extend(item.text.map(str::to_owned));
    lines.extend(answer_lines(&item.answers));
    lines.extend(item.facts.iter().cloned());
    lines.extend((!item.shut.is_empty()).then(|| item.shut.clone()));
    lines
}

fn print(lines: &[String]) -> Result<(), CommandError> {
    let mut out = io::stdout().lock();
    for line in lines {
        writeln!(out, "{}", plain(line))?;
    }
    Ok(out.flush()?)
}

/// Without control characters, which could steer a terminal, and without the marks that keep text
/// of two directions apart, which terminals show as boxes. Line ends at its beginning stay.
fn plain(text: &str) -> String {
    let start = if text.starts_with('\n') { "\n" } else { "" };
    let tidied = tidy(text);
    format!("{start}{}", without_marks(tidied.expose()))
}

/// Tries to show the link; when it fails, the printed link is still there.
fn open_browser(link: &str) {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "windows") {
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let quiet = || Stdio::null();
    let mut process = Process::new(program);
    process.args(before).arg(link).stdin(quiet()).stdout(quiet()).stderr(quiet());
    drop(process.spawn());
}

async fn interrupted() {
    // Without a signal handler the desk is stopped by the signal itself.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_sound() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_folder_without_a_key_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("nothing");
        let texts = Language::Nl.load();
        let session = Session {
            folder: missing.clone(),
            language: Language::Nl,
            texts: &texts,
            from: Asked::OnStdin,
        };
        let error = session.run(Command::Inbox).err().unwrap();
        assert!(matches!(error, CommandError::KeyRing(KeyRingError::Missing)));
        assert!(!missing.exists());
    }

    #[test]
    fn what_is_printed_cannot_steer_a_terminal() {
        assert_eq!(plain("\n\u{1b}[2Ja\u{2068}b\u{2069}\r\nc"), "\n[2Jab\nc");
    }
}
