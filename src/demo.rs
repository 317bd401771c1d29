//! `meldpunt demo`: a made-up organisation that works for real, in a folder that goes away.
//!
//! Two officers are enrolled, the server and one officer's desk are started on loopback, and the
//! terminal says what to try. Nothing here is simulated: it is the server and the desk themselves.

use crate::{
    Language, Texts,
    core::{Clock, Plaintext, Random, ids::OnceId},
    desk::{
        Desk, DeskError, DeskOptions,
        enrol::{NewOfficer, enrol},
        keyring::{KeyRingError, WorkFactor},
    },
    terminal::Terminal,
    web::{
        self, Config, ConfigError, ServeError, Surroundings,
        config::{
            DoorsConfig, OrganisationConfig, OwnDoor, PrivacyConfig, ReportingConfig, ServerConfig,
            StorageConfig,
        },
        operator,
    },
};
use std::{
    collections::BTreeMap,
    fs, io,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::Duration,
};
use tokio::{net::TcpListener, sync::watch};

/// The passphrase of every officer in the demo.
pub const PASSPHRASE: &str = "fiets lamp wolk brood";

/// Less stretching than for real keys: the passphrase is on the screen anyway.
const WORK: WorkFactor = WorkFactor::LogN(14);

/// The desk locks after this long without a request.
const IDLE: Duration = Duration::from_secs(15 * 60);

/// Why the demo does not start or stops.
#[derive(Debug, thiserror::Error)]
enum DemoError {
    #[error("{folder}: {source}")]
    Folder { folder: PathBuf, source: io::Error },
    #[error(transparent)]
    Keys(#[from] KeyRingError),
    #[error(transparent)]
    Settings(#[from] ConfigError),
    #[error(transparent)]
    Server(#[from] ServeError),
    #[error(transparent)]
    Desk(#[from] DeskError),
}

impl DemoError {
    fn sentence(&self, t: &Texts) -> String {
        match self {
            Self::Folder { folder, source } => {
                t.op_cannot_write(folder.to_string_lossy(), source.to_string())
            }
            Self::Keys(error) => error.sentence(t),
            Self::Settings(error) => operator::config_sentence(t, error),
            Self::Server(error) => operator::serve_sentence(t, error),
            Self::Desk(error) => error.sentence(t),
        }
    }
}

/// A folder that goes away with its owner.
struct DemoFolder(PathBuf);

impl DemoFolder {
    fn make(parent: &Path, random: &Random) -> Result<Self, DemoError> {
        let folder = parent.join(format!("veilig-melden-demo-{}", OnceId::random(random)));
        match fs::create_dir(&folder) {
            Ok(()) => Ok(Self(folder)),
            Err(source) => Err(DemoError::Folder { folder, source }),
        }
    }
}

impl Drop for DemoFolder {
    fn drop(&mut self) {
        // What cannot be removed holds sealed items of a made-up organisation.
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Runs the demo until Ctrl-C: the reporting point on the first port, the desk on the second.
pub fn run(terminal: &Terminal, language: Language, parent: &Path, ports: [u16; 2]) -> ExitCode {
    match play(terminal, language, parent, ports) {
        Ok(()) => {
            terminal.say(&terminal.texts.demo_removed());
            ExitCode::SUCCESS
        }
        Err(error) => {
            terminal.complain(&error.sentence(&terminal.texts));
            ExitCode::FAILURE
        }
    }
}

fn play(
    terminal: &Terminal,
    language: Language,
    parent: &Path,
    ports: [u16; 2],
) -> Result<(), DemoError> {
    let random = Arc::new(Random::from_system());
    let runtime = tokio::runtime::Runtime::new().map_err(ServeError::Serving)?;
    let addresses = ports.map(|port| SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    // Ports first: a busy one leaves nothing behind.
    let public = runtime.block_on(web::listen(addresses[0]))?;
    let private = runtime.block_on(web::listen(addresses[1]))?;
    let folder = DemoFolder::make(parent, &random)?;
    let address = public.local_addr().map_err(ServeError::Serving)?;
    let anna = make_organisation(&folder.0, address, &random)?;
    let (app, _) = web::open(settings(&folder.0, address), Surroundings::system())?;
    let _inside = runtime.enter();
    let desk = Desk::at(DeskOptions {
        folder: anna,
        clock: Clock::System,
        random,
        language,
        idle: IDLE,
        listener: private,
    })?;
    // From here on a stop is heard, so that nothing is left behind by whoever stops it at once.
    let told = web::stopped();
    greet(terminal, address, &desk.link(), &folder.0);
    runtime.block_on(serve_both(app, public, desk, told))
}

/// Serves the reporting point and the desk until the program is told to stop.
async fn serve_both(
    app: Arc<web::App>,
    public: TcpListener,
    desk: Desk,
    told: impl Future<Output = ()> + Send + 'static,
) -> Result<(), DemoError> {
    let (stop, stopped) = watch::channel(());
    tokio::spawn(async move {
        told.await;
        drop(stop);
    });
    let until_stopped = |mut stopped: watch::Receiver<()>| async move {
        // An error says that the sender is gone, which is the sign to stop.
        drop(stopped.changed().await);
    };
    let serving = web::serve(app, public, until_stopped(stopped.clone()));
    let ((), desk) = tokio::join!(serving, desk.serve(until_stopped(stopped)));
    Ok(desk.map_err(ServeError::Serving)?)
}

/// Enrols two officers, one outside the line; gives the folder of that one.
fn make_organisation(
    folder: &Path,
    server: SocketAddr,
    random: &Arc<Random>,
) -> Result<PathBuf, DemoError> {
    let keys = folder.join("keys");
    fs::create_dir(&keys).map_err(|source| DemoError::Folder { folder: keys.clone(), source })?;
    let people = [
        ("Anna de Vries", "Aandachtsfunctionaris", "0591-123456", "a.devries", true),
        ("Bram Jansen", "Teamleider zorg", "0591-654321", "b.jansen", false),
    ];
    for (name, role, phone, mailbox, outside_line) in people {
        let home = folder.join(mailbox);
        let officer = NewOfficer {
            name: name.to_owned(),
            role: role.to_owned(),
            phone: phone.to_owned(),
            email: format!("{mailbox}@voorbeeldzorg.example"),
            outside_line,
            external: false,
            server: Some(format!("http://{server}")),
        };
        let enrolled = enrol(&home, &officer, &Plaintext::from(PASSPHRASE), (random, WORK))?;
        let public = keys.join(format!("{mailbox}.toml"));
        fs::copy(enrolled.public_file, &public)
            .map_err(|source| DemoError::Folder { folder: public, source })?;
    }
    Ok(folder.join("a.devries"))
}

fn settings(folder: &Path, listen: SocketAddr) -> Config {
    Config {
        organisation: OrganisationConfig {
            name: "Zorggroep Voorbeeld".to_owned(),
            locations: ["De Linde", "De Beuk", "Thuiszorg Noord"].map(str::to_owned).to_vec(),
            ..OrganisationConfig::default()
        },
        server: ServerConfig::at(listen),
        tls: None,
        storage: StorageConfig {
            data: folder.join("data"),
            keys: folder.join("keys"),
            ..StorageConfig::default()
        },
        reporting: ReportingConfig {
            languages: ["nl", "en", "ar", "pl"].map(str::to_owned).to_vec(),
            ..ReportingConfig::default()
        },
        doors: DoorsConfig {
            confidant: Some(OwnDoor {
                name: "Chris Öztürk".to_owned(),
                phone: "0591-222333".to_owned(),
                email: "vertrouwenspersoon@voorbeeldzorg.example".to_owned(),
            }),
            ..DoorsConfig::default()
        },
        privacy: PrivacyConfig {
            address: "Voorbeeldstraat 1, 7811 AA Emmen".to_owned(),
            officer: "fg@voorbeeldzorg.example".to_owned(),
        },
        texts: BTreeMap::new(),
    }
}

fn greet(terminal: &Terminal, public: SocketAddr, link: &str, folder: &Path) {
    let t = &terminal.texts;
    for line in [
        t.demo_heading(),
        String::new(),
        t.demo_public(format!("http://{public}/")),
        t.demo_desk(link),
        t.demo_passphrase(PASSPHRASE),
        String::new(),
        t.demo_try(),
        t.demo_try_exclude(),
        t.demo_folder(folder.to_string_lossy()),
    ] {
        terminal.say(&line);
    }
}
