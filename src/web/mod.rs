//! The public server: pages for reporters, endpoints for the officers' tool.
//!
//! `bin/meldpunt.rs` and the demo call [`serve`]; tests call [`router`]. Nothing here can open a
//! report, and nothing here keeps state between requests but the store, the public keys, the
//! nonces of officers' requests, and how often things were asked of late.

mod accept;
mod admission;
pub mod backup;
pub mod config;
mod doors;
mod endings;
mod file_view;
mod files;
mod form;
mod form_view;
mod forms;
mod headers;
mod incoming;
mod languages;
mod limits;
mod listen;
mod listen_check;
mod log;
mod message;
mod more;
mod narrow;
mod night;
mod officers;
pub mod operator;
mod pace;
mod page;
mod patience;
mod peer;
pub mod poster;
mod qr;
mod receipt;
mod report;
mod seats;
mod serve;
mod start;
mod style;
mod thread;
pub mod tls;
mod turns;
mod uploads;

pub use config::{Config, ConfigError};
pub use listen::{Listeners, listen};
pub use peer::Peer;
pub use serve::{ServeError, open, run, serve, stopped};

use crate::{
    Language, Texts,
    core::{
        Clock, MailboxKeys, Random, ReceiptCode, Team, forms::FormUsed, receipt::StretchingMemory,
        report::FormContext, stack::wiped,
    },
    store::Store,
};
use axum::{
    Extension, Router,
    middleware::{from_fn, from_fn_with_state},
    routing::{get, post},
};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;
use tower_http::csrf::CsrfLayer;

/// The largest form without its files, in bytes: every field full, in the longest characters, fits
/// twice. What a larger one holds beyond this is not kept.
pub const MAX_FORM_BYTES: usize = 512 * 1024;

/// Argon2id runs for this many requests at once at most; the others wait. 4 · 19 MiB of memory.
const MAX_STRETCHING: usize = 4;

/// What the handlers share.
pub struct App {
    store: Store,
    team: Team,
    config: Config,
    clock: Clock,
    random: Random,
    stretching: Semaphore,
    guessing: Semaphore,
    stretching_memory: Arc<Mutex<Vec<StretchingMemory>>>,
    uploading: Semaphore,
    sealing: Semaphore,
    nonces: officers::Nonces,
    limits: limits::Limits,
    turns: turns::Turns,
    texts: Vec<(Language, Texts)>,
}

/// Clock and randomness: the machine's, or a test's.
pub struct Surroundings {
    /// Where today comes from.
    pub clock: Clock,
    /// Where codes, numbers and ids come from.
    pub random: Random,
}

impl Surroundings {
    /// The machine's own.
    pub fn system() -> Self {
        Self { clock: Clock::System, random: Random::from_system() }
    }
}

impl App {
    /// Puts together what the handlers share.
    pub fn new(config: Config, team: Team, store: Store, surroundings: Surroundings) -> Arc<Self> {
        let Surroundings { clock, random } = surroundings;
        let texts = languages::texts(config.reporting.tone.dutch());
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let pace = pace::Pace::begin();
        Arc::new(Self {
            limits: limits::Limits::new(&random, pace.clone()),
            turns: turns::Turns::new(&random, pace),
            store,
            team,
            config,
            clock,
            random,
            stretching: Semaphore::new(cores.min(MAX_STRETCHING)),
            guessing: Semaphore::new(cores.min(MAX_STRETCHING).div_ceil(2)),
            stretching_memory: Arc::default(),
            uploading: Semaphore::new(uploads::MAX_UPLOADING),
            sealing: Semaphore::new(cores),
            nonces: officers::Nonces::default(),
            texts,
        })
    }

    fn texts(&self, language: Language) -> &Texts {
        let found = self.texts.iter().find(|(known, _)| *known == language);
        &found.expect("a test holds that every language is loaded").1
    }

    fn form_context(&self, form: FormUsed) -> FormContext<'_> {
        let locations = &self.config.organisation.locations;
        FormContext { team: &self.team, locations, form }
    }

    /// As [`Self::mailbox_keys`], for a code that somebody typed: these wait for one another first,
    /// so that whoever tries codes holds no report up.
    async fn mailbox_keys_of_try(&self, code: ReceiptCode) -> Option<(ReceiptCode, MailboxKeys)> {
        let _permit = self.guessing.acquire().await.ok()?;
        self.mailbox_keys(code).await
    }

    /// The code again, with the keys that follow from it: derived on a blocking thread, a few at
    /// a time. `None` when they cannot be: too little memory.
    async fn mailbox_keys(&self, code: ReceiptCode) -> Option<(ReceiptCode, MailboxKeys)> {
        let _permit = self.stretching.acquire().await.ok()?;
        let kdf = self.store.kdf().clone();
        let unused = self.stretching_memory.clone();
        let derive = move || {
            let lock = || unused.lock().unwrap_or_else(PoisonError::into_inner);
            let taken = lock().pop();
            let mut memory = taken.unwrap_or_default();
            let keys = code.mailbox_keys_in(&mut memory, &kdf).ok();
            lock().push(memory);
            Some((keys?, code))
        };
        let (keys, code) = tokio::task::spawn_blocking(|| wiped(derive)).await.ok()??;
        Some((code, keys))
    }
}

/// Every route, for a server of ours or for a test.
pub fn router(app: Arc<App>) -> Router {
    let pages = languages::spoken(&app).fold(Router::new(), |pages, spoken| {
        let language = spoken.language;
        match spoken.base {
            "" => pages.merge(public(language)),
            // With and without a slash at the end of the first.
            base => pages
                .nest(base, public(language))
                .route(&format!("{base}/"), get(start::start).layer(Extension(language))),
        }
    });
    pages
        .route("/style.css", get(style::stylesheet))
        .route("/thread.css", get(style::thread))
        .route("/easy.css", get(style::easy))
        .route("/pictures.svg", get(style::pictures))
        .route("/turn.js", get(style::turn))
        .fallback(page::not_found)
        .method_not_allowed_fallback(page::wrong_method)
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(app.clone(), page::explain_cross_site))
        .layer(from_fn_with_state(app.clone(), headers::offer_onion))
        .nest("/api/officer/v1", officers::routes(&app))
        .layer(from_fn(headers::add))
        .layer(from_fn(headers::log_faults))
        .with_state(app)
}

/// The pages in one language.
fn public(language: Language) -> Router<Arc<App>> {
    let forms = FormUsed::ALL.into_iter().fold(Router::new(), |routes, form| {
        let pages = get(report::blank).post(report::send);
        routes.route(form.path(), pages.layer(Extension(form)))
    });
    forms
        .route("/", get(start::start))
        .route("/meldpunt.js", get(style::script))
        .route("/team", get(start::team))
        .route("/hulp", get(start::help))
        .route("/privacy", get(start::privacy))
        .route("/toegankelijkheid", get(start::accessibility))
        .route("/bestanden", post(file_view::send_ahead))
        .route("/notitie", post(receipt::note))
        .route("/afspraak.ics", get(receipt::reminder))
        .route("/code", get(thread::ask).post(thread::open))
        .route("/bericht", post(message::write))
        .route("/aanvullen", post(more::tell))
        .route("/intrekken", post(more::withdraw))
        .layer(Extension(language))
}
