//! The command line of `meldteam`: everything the desk does, without a browser.
//!
//! The binary calls [`run`]. It prints through the module `terminal` alone and logs nothing.

mod casework;
mod documents;
mod files;
mod keeping;
mod monitor;
mod readers;

pub use super::arguments::Arguments;
use super::{
    Casebook, ChangeError, Desk, DeskOptions, KeyRing, Workplace,
    act::{Act, said_with},
    arguments::{Asked, Command, InitArguments, OpenArguments, ReplyArguments},
    attachments::FileError,
    casebook::{Case, Waiting},
    casework::{choices::Word, terms::TermsError},
    compose::{ReplyFault, ReplyForm},
    enrol::{self, NewOfficer},
    file_line::FileLine,
    folder::{self, FolderError},
    keyring::{KeyRingError, MIN_PASSPHRASE_CHARS, WorkFactor},
    monitoring::export::ExportError,
    serve::DeskError,
    sync::{RemoteError, SyncError, Synced},
    terminal::{case_lines, first_line, inbox_line, open_browser, print, print_error, read_text},
    view::{CaseLine, CaseView, team_lines},
    workplace::KeepError,
};
use crate::{
    Language, Texts,
    core::{Clock, Plaintext, PublicNumber, Random},
    terminal::Terminal,
};
use clap::CommandFactory;
use documents::DocumentError;
use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
    time::Duration,
};
use tokio::net::TcpListener;

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
    Keep(#[from] KeepError),
    #[error(transparent)]
    Terms(#[from] TermsError),
    #[error(transparent)]
    Export(#[from] ExportError),
    #[error("no period")]
    Period,
    #[error("no such version")]
    Audience,
    #[error("no such kind of file")]
    Format,
    #[error("the report does not open")]
    Shut,
    #[error(transparent)]
    Document(#[from] DocumentError),
    #[error("no such item of a checklist")]
    Item,
    #[error("first the police")]
    PoliceFirst,
    #[error(transparent)]
    Change(#[from] ChangeError),
    #[error("nobody has this name")]
    Nobody(String),
    #[error("neither a report nor all of them")]
    WhichReaders,
    #[error("there is nothing to keep")]
    Empty,
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
    #[error("no such attachment")]
    NoFile(String),
    #[error(transparent)]
    File(#[from] FileError),
    #[error("nothing was destroyed")]
    NotDestroyed(String),
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
            Self::Keep(error) => error.sentence(texts),
            Self::Terms(error) => error.sentence(texts),
            Self::Change(error) => error.sentence(texts),
            Self::Nobody(name) => texts.desk_readers_nobody(name),
            Self::WhichReaders => texts.desk_readers_which(),
            Self::Export(error) => error.sentence(texts),
            Self::Period => texts.desk_monitor_no_period(),
            Self::Audience => texts.desk_monitor_no_audience(),
            Self::Format => texts.desk_monitor_no_format(),
            Self::Shut => texts.desk_reply_no_report(),
            Self::Document(error) => error.sentence(texts),
            Self::Item => texts.desk_error_item(),
            Self::PoliceFirst => texts.casework_gate_shut(),
            Self::Empty => texts.desk_fault_text(),
            Self::Faults(faults) => {
                let sentences: Vec<_> = faults.iter().map(|fault| fault.sentence(texts)).collect();
                sentences.join("\n")
            }
            Self::NoFolder => texts.desk_error_no_folder(),
            Self::NoPassphrase => texts.desk_error_no_passphrase(),
            Self::PassphrasesDiffer => texts.desk_error_passphrases_differ(),
            Self::Number => texts.desk_error_number(),
            Self::NoCase(number) => texts.desk_error_no_case(number.to_string()),
            Self::NoFile(number) => texts.desk_error_no_file(number),
            Self::File(error) => error.sentence(texts),
            Self::NotDestroyed(sentence) => sentence.clone(),
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
    let command = match command {
        Asked::Work(command) => command,
        Asked::Manual(manual) => {
            return manual.run(Arguments::command(), &Terminal::new(language));
        }
    };
    let from = if passphrase_stdin { PassphraseFrom::OnStdin } else { PassphraseFrom::OnTerminal };
    let session = folder
        .or_else(folder::default_folder)
        .ok_or(CommandError::NoFolder)
        .map(|folder| Session { folder, language, texts: &texts, from });
    let done = session.and_then(|session| session.run(command));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            print_error(&error.sentence(&texts));
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
enum PassphraseFrom {
    OnTerminal,
    OnStdin,
}

type Unlocked = (Workplace, KeyRing, Casebook);

/// One run of the program.
struct Session<'a> {
    folder: PathBuf,
    language: Language,
    texts: &'a Texts,
    from: PassphraseFrom,
}

impl Session<'_> {
    fn run(&self, command: Command) -> Result<(), CommandError> {
        match command {
            Command::Init(arguments) => self.init(arguments),
            Command::Open(arguments) => self.open(&arguments),
            Command::Sync => self.sync(),
            Command::Inbox => self.inbox(),
            Command::Team => self.team(),
            Command::Today => self.today(),
            Command::Monitor(arguments) => self.monitor(&arguments),
            Command::Case { number } => self.case(&number),
            Command::Tick(arguments) => self.tick(arguments),
            Command::Note { number, text } => self.note(&number, text),
            Command::Retention => self.retention(),
            Command::Destroy { number, confirm } => self.destroy(&number, &confirm),
            Command::Show { number } => self.show(&number),
            Command::Attachments { number } => self.attachments(&number),
            Command::Document(arguments) => self.document(&arguments),
            Command::Save(arguments) => self.save(&arguments),
            Command::Reply(arguments) => self.reply(arguments),
            Command::Readers(arguments) => self.readers(&arguments),
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
        Ok(print(&[self.texts.desk_init_done(public), self.texts.desk_init_keep()])?)
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
        // A terminal that was closed meanwhile is no reason to stop.
        drop(print(&[self.texts.desk_open_link(), link.clone(), self.texts.desk_open_stop()]));
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
        let ring = workplace.unlock(&self.passphrase()?)?;
        let synced = workplace.sync(&ring)?;
        print(&self.synced_lines(synced))?;
        Ok(print(&self.settle_endings(&workplace, &ring)?)?)
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
        let nothing = [self.texts.desk_inbox_empty()];
        Ok(print(if lines.is_empty() { &nothing } else { &lines })?)
    }

    fn team(&self) -> Result<(), CommandError> {
        let workplace = self.workplace()?;
        let ring = workplace.unlock(&self.passphrase()?)?;
        Ok(print(&team_lines(&workplace.drawer.team()?, &ring, self.texts))?)
    }

    fn show(&self, number: &str) -> Result<(), CommandError> {
        let (workplace, ring, book) = self.unlocked()?;
        let case = find(&book, number)?;
        let team = workplace.drawer.team()?;
        let files = FileLine::all(case, &workplace.drawer, self.texts);
        let view = CaseView::of(case, &team, ring.officer(), self.texts).with(files);
        Ok(print(&case_lines(&view, self.texts))?)
    }

    fn reply(&self, arguments: ReplyArguments) -> Result<(), CommandError> {
        let ReplyArguments { number, text, status, next_news, silence_until } = arguments;
        // Standard input is read after the passphrase, which may be its first line.
        let unlocked = self.unlocked()?;
        let text = text.map_or_else(read_text, Ok).map_err(|_| CommandError::Input)?;
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
        let id = find(&book, number)?.id;
        let case = book.get_mut(id).expect("it was found just now");
        let word = match case.waiting() {
            Waiting::FirstAnswer => Word::Received,
            Waiting::Answer | Waiting::Nothing => Word::Other,
        };
        let (once, events) = (workplace.new_entry_id(), said_with(form));
        workplace.keep_act(&ring, case, Act { once, message: Some((reply, word)), events })?;
        let synced = workplace.sync(&ring);
        book.refresh(&workplace.drawer, &ring)?;
        if book.get(id).is_some_and(|case| case.unsent.is_empty()) {
            return Ok(print(&[self.texts.desk_notice_sent()])?);
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
        if matches!(self.from, PassphraseFrom::OnTerminal) {
            let again = self.ask(&self.texts.desk_ask_passphrase_again())?;
            if first.expose() != again.expose() {
                return Err(CommandError::PassphrasesDiffer);
            }
        }
        Ok(first)
    }

    fn ask(&self, question: &str) -> Result<Plaintext, CommandError> {
        let typed = match self.from {
            PassphraseFrom::OnTerminal => rpassword::prompt_password(format!("{question} ")),
            PassphraseFrom::OnStdin => first_line(),
        };
        typed.map(Plaintext::from).map_err(|_| CommandError::NoPassphrase)
    }
}

fn find<'a>(book: &'a Casebook, number: &str) -> Result<&'a Case, CommandError> {
    let number = PublicNumber::parse(number).ok_or(CommandError::Number)?;
    book.find(number).ok_or(CommandError::NoCase(number))
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
    fn a_folder_without_a_key_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("nothing");
        let texts = Language::Nl.load();
        let session = Session {
            folder: missing.clone(),
            language: Language::Nl,
            texts: &texts,
            from: PassphraseFrom::OnStdin,
        };
        let error = session.run(Command::Inbox).err().unwrap();
        assert!(matches!(error, CommandError::KeyRing(KeyRingError::Missing)));
        assert!(!missing.exists());
    }
}
