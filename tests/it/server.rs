//! The fixture that every part uses: a real server on loopback, with a made-up team, a fixed day
//! and seeded randomness, in a folder of its own.

use ed25519_dalek::SigningKey;
use std::{
    collections::BTreeMap,
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use tokio::{runtime::Runtime, sync::oneshot, task::JoinHandle};
use ureq::http;
use veilig_melden::{
    core::{
        CaseId, Clock, Day, OfficerFile, OfficerId, OnceId, Random, SealedItem,
        officers::signer_text,
        opening::{Identity, Opened},
        report::Report,
        signature::{self, RequestParts},
        thread::Addition,
        wire::{self, Append, Appended, CaseHead, FeedEntry, FeedPage, ItemName},
    },
    store::StoreError,
    web::{self, Config, Surroundings},
};

/// The day on which every test plays.
pub const TODAY: &str = "2026-11-23";

/// Settings for a server that speaks every language.
pub const EVERY_LANGUAGE: &str = "[reporting]\nlanguages = [\"nl\", \"en\", \"ar\", \"pl\"]\n";

/// One officer of the made-up team, with both private keys.
pub struct TestOfficer {
    pub id: OfficerId,
    pub name: &'static str,
    pub identity: Identity,
    pub signer: SigningKey,
}

/// A running server.
pub struct TestServer {
    pub folder: TempDir,
    pub officers: Vec<TestOfficer>,
    pub address: SocketAddr,
    runtime: Runtime,
    running: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
    starts: u64,
    clock: Clock,
}

impl TestServer {
    /// A server with three officers: Anna, Bram and Chris.
    pub fn start() -> Self {
        Self::start_with("")
    }

    /// As [`Self::start`], with more in its settings.
    pub fn start_with(more: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let names = ["Anna de Vries", "Bram Jansen", "Chris Öztürk"];
        let officers = make_organisation(folder.path(), &names, "127.0.0.1:0".parse().unwrap());
        let file = folder.path().join("meldpunt.toml");
        let settings = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("{settings}{more}")).unwrap();
        Self::over(folder, officers, fixed_clock())
    }

    /// A server over an organisation that lies in `folder` already.
    pub fn over(folder: TempDir, officers: Vec<TestOfficer>, clock: Clock) -> Self {
        let runtime = Runtime::new().unwrap();
        let address = "127.0.0.1:0".parse().unwrap();
        let (running, starts) = (None, 0);
        let mut server = Self { folder, officers, address, runtime, running, starts, clock };
        server.begin();
        server
    }

    fn begin(&mut self) {
        self.starts += 1;
        // A thread of the server before may be letting go of the store yet.
        let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
        let (app, _) = loop {
            let config = Config::read(&self.config_file()).unwrap();
            let random = Random::seeded(self.starts);
            match web::open(config, Surroundings { clock: self.clock, random }) {
                Err(web::ServeError::Store { source: StoreError::Locked, .. })
                    if std::time::Instant::now() < until =>
                {
                    std::thread::yield_now();
                }
                opened => break opened.unwrap(),
            }
        };
        let (stop, stopped) = oneshot::channel();
        let listener = self.runtime.block_on(web::listen(self.address)).unwrap();
        self.address = listener.local_addr().unwrap();
        let serving = self.runtime.spawn(async move {
            let stopped = async { drop(stopped.await) };
            web::serve(app, listener, stopped).await;
        });
        self.running = Some((stop, serving));
    }

    /// Goes on another day: stops, and starts again with the clock standing there.
    pub fn on(&mut self, day: &str) {
        self.clock = Clock::Fixed(Day::parse(day).unwrap());
        self.restart();
    }

    /// Stops, so that the folder can be looked at or damaged.
    pub fn stop(&mut self) {
        let Some((stop, serving)) = self.running.take() else { return };
        stop.send(()).expect("the server waits for this");
        self.runtime.block_on(serving).unwrap();
    }

    /// Stops, and starts again on the same folder and port.
    pub fn restart(&mut self) {
        self.stop();
        self.begin();
    }

    pub fn config_file(&self) -> PathBuf {
        self.folder.path().join("meldpunt.toml")
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// A reporter at this server.
    pub fn reporter(&self) -> Browser {
        Browser { base: format!("http://{}", self.address), agent: agent() }
    }

    /// The desk of the officer at this place.
    pub fn desk(&self, place: usize) -> TestDesk<'_> {
        self.desk_of(&self.officers[place])
    }

    /// The desk of somebody.
    pub fn desk_of<'a>(&self, officer: &'a TestOfficer) -> TestDesk<'a> {
        let base = format!("http://{}", self.address);
        TestDesk { base, officer, clock: self.clock }
    }
}

/// The clock that stands still at [`TODAY`].
pub fn fixed_clock() -> Clock {
    Clock::Fixed(Day::parse(TODAY).unwrap())
}

/// Writes settings and key files for an organisation with these officers.
pub fn make_organisation(
    folder: &Path,
    names: &[&'static str],
    listen: SocketAddr,
) -> Vec<TestOfficer> {
    fs::create_dir_all(folder.join("keys")).unwrap();
    let config = format!(
        "[organisation]\nname = \"Zorggroep De Linde\"\nlocations = [\"De Linde\", \"Thuiszorg Noord\"]\n\
         [server]\nlisten = \"{listen}\"\n"
    );
    fs::write(folder.join("meldpunt.toml"), config).unwrap();
    let officers: Vec<_> = (1u8..).zip(names).map(|(seed, name)| officer(seed, name)).collect();
    for (place, officer) in officers.iter().enumerate() {
        let file = OfficerFile {
            name: officer.name.to_owned(),
            role: "Aandachtsfunctionaris".to_owned(),
            phone: "0591-123456".to_owned(),
            email: "meldteam@voorbeeldzorg.example".to_owned(),
            outside_line: place == 0,
            external: place == 2,
            recovery: false,
            recipient: officer.identity.recipient().to_string(),
            signer: Some(signer_text(&officer.signer.verifying_key())),
        };
        let text = toml::to_string(&file).unwrap();
        fs::write(folder.join(format!("keys/{place}.toml")), text).unwrap();
    }
    officers
}

fn officer(seed: u8, name: &'static str) -> TestOfficer {
    let identity = Identity::generate();
    let signer = SigningKey::from_bytes(&[seed; 32]);
    TestOfficer { id: identity.officer(), name, identity, signer }
}

pub fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(std::time::Duration::from_secs(60)))
        .build()
        .into()
}

/// As [`agent`], trusting this certificate alone.
pub fn agent_trusting(certificate: &[u8]) -> ureq::Agent {
    let roots = [ureq::tls::Certificate::from_der(certificate).to_owned()];
    let roots = ureq::tls::RootCerts::new_with_certs(&roots);
    let tls = ureq::tls::TlsConfig::builder().root_certs(roots).build();
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(std::time::Duration::from_secs(60)))
        .tls_config(tls)
        .build()
        .into()
}

/// What a browser without script does: it gets pages and posts their forms.
pub struct Browser {
    pub base: String,
    agent: ureq::Agent,
}

/// A page, and the response it came in.
pub struct Response {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

impl Browser {
    pub fn at(base: String) -> Self {
        Self::with(base, agent())
    }

    /// With an agent of its own.
    pub fn with(base: String, agent: ureq::Agent) -> Self {
        Self { base, agent }
    }

    pub fn get(&self, path: &str) -> Response {
        self.try_get(path).unwrap()
    }

    pub fn try_get(&self, path: &str) -> Result<Response, ureq::Error> {
        self.agent.get(format!("{}{path}", self.base)).call().and_then(read)
    }

    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        self.try_post(path, fields).unwrap()
    }

    /// Posts a form as browsers do.
    pub fn try_post(&self, path: &str, fields: &[(&str, &str)]) -> Result<Response, ureq::Error> {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
        self.post_body(path, multipart(&fields))
    }

    /// Posts a body that says it is a form.
    pub fn post_body(&self, path: &str, body: Vec<u8>) -> Result<Response, ureq::Error> {
        self.agent
            .post(format!("{}{path}", self.base))
            .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
            .header("sec-fetch-site", "same-origin")
            .send(&body[..])
            .and_then(read)
    }

    /// Gets a blank form and returns its hidden fields: code and ticket.
    pub fn blank_form(&self) -> (String, String) {
        let page = self.get("/melden");
        (hidden(&page.body, "code"), hidden(&page.body, "ticket"))
    }

    /// Fills in and sends a blank form; returns code and receipt page.
    pub fn report(&self, fields: &[(&str, &str)]) -> (String, Response) {
        let (code, ticket) = self.blank_form();
        let mut all = vec![("code", code.as_str()), ("ticket", ticket.as_str())];
        all.extend(fields);
        let receipt = self.post("/melden", &all);
        (code, receipt)
    }

    /// Opens the thread that belongs to a code.
    pub fn thread(&self, code: &str) -> Response {
        self.post("/code", &[("code", code)])
    }
}

pub const BOUNDARY: &str = "grens-van-de-proef";

/// A form's body.
pub fn multipart(fields: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let head =
            format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.extend(head.bytes());
        body.extend(*value);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

pub fn read(mut response: http::Response<ureq::Body>) -> Result<Response, ureq::Error> {
    let headers = response.headers().iter();
    let headers = headers
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    Ok(Response {
        status: response.status().as_u16(),
        headers,
        body: response.body_mut().read_to_string()?,
    })
}

/// The value of a hidden field on a page.
pub fn hidden(page: &str, name: &str) -> String {
    let start = format!("<input type=\"hidden\" name=\"{name}\" value=\"");
    let rest = page.split_once(&start).unwrap_or_else(|| panic!("no field {name}")).1;
    rest.split_once('"').unwrap().0.to_owned()
}

/// The public number on a page: `M-48K2`.
pub fn public_number(page: &str) -> String {
    // Behind the mark that keeps text directions apart: a receipt code may hold `M-` too.
    let (_, number) = page.split_once("\u{2068}M-").expect("a public number");
    format!("M-{}", &number[..4])
}

/// What the officers' tool does, one signed request at a time.
pub struct TestDesk<'a> {
    pub base: String,
    pub officer: &'a TestOfficer,
    /// The server's clock: requests carry their time.
    pub clock: Clock,
}

impl TestDesk<'_> {
    /// A signed request; gives status and body.
    pub fn request(&self, method: &str, path: &str, body: &[u8]) -> (u16, Vec<u8>) {
        let (head, body) = self.send(&self.sign(method, path, body), body);
        (head.status.as_u16(), body)
    }

    /// The signed head of a request, to be sent as it is or changed.
    pub fn sign(&self, method: &str, path: &str, body: &[u8]) -> http::request::Parts {
        self.sign_at(self.clock.seconds(), (method, path), body)
    }

    /// As [`Self::sign`], with a clock that shows another time.
    pub fn sign_at(
        &self,
        now_seconds: i64,
        (method, path): (&str, &str),
        body: &[u8],
    ) -> http::request::Parts {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let path = format!("{}{path}", wire::PREFIX);
        let parts = RequestParts { method, path: &path, query, body };
        let nonce = OnceId::random(&Random::from_system());
        let signer = &self.officer.signer;
        let headers = signature::sign(&parts, self.officer.id, signer, now_seconds, nonce);
        let target = match query {
            "" => format!("{}{path}", self.base),
            query => format!("{}{path}?{query}", self.base),
        };
        let request = http::Request::builder()
            .method(method)
            .uri(target)
            .header(signature::CONTENT_DIGEST, headers.digest)
            .header(signature::SIGNATURE_INPUT, headers.input)
            .header(signature::SIGNATURE, headers.signature);
        request.body(()).unwrap().into_parts().0
    }

    /// Sends a request; gives the head of the answer, and its body.
    pub fn send(
        &self,
        head: &http::request::Parts,
        body: &[u8],
    ) -> (http::response::Parts, Vec<u8>) {
        let request = http::Request::from_parts(head.clone(), body.to_vec());
        let (head, mut body) = agent().run(request).unwrap().into_parts();
        (head, body.with_config().limit(8 << 20).read_to_vec().unwrap())
    }

    /// Everything in this officer's feed.
    pub fn feed(&self) -> Vec<FeedEntry> {
        self.feed_after(None)
    }

    /// Everything in this officer's feed after an item.
    pub fn feed_after(&self, item: Option<ItemName>) -> Vec<FeedEntry> {
        let mut entries: Vec<FeedEntry> = Vec::new();
        loop {
            let last = entries.last().map(|it| ItemName::of(it.case, it.sequence, &it.item));
            let path = last.or(item).map_or("feed".to_owned(), |name| format!("feed?after={name}"));
            let (status, body) = self.request("GET", &path, b"");
            assert_eq!(status, 200);
            let page: FeedPage = wire::from_bytes(&body).unwrap();
            entries.extend(page.entries);
            if !page.more {
                return entries;
            }
        }
    }

    /// Every report in the feed, opened.
    pub fn reports(&self) -> Vec<Report> {
        let opened = self.opened().into_iter();
        opened
            .filter_map(|item| if let Opened::Report(r) = item { Some(*r) } else { None })
            .collect()
    }

    /// Every addition in the feed, opened.
    pub fn additions(&self) -> Vec<Addition> {
        let opened = self.opened().into_iter();
        opened
            .filter_map(|item| if let Opened::Addition(a) = item { Some(a) } else { None })
            .collect()
    }

    fn opened(&self) -> Vec<Opened> {
        let open = |entry: FeedEntry| self.officer.identity.open(entry.case, &entry.item).unwrap();
        self.feed().into_iter().map(open).collect()
    }

    pub fn head(&self, case: CaseId) -> CaseHead {
        let (status, body) = self.request("GET", &format!("cases/{case}"), b"");
        assert_eq!(status, 200);
        wire::from_bytes(&body).unwrap()
    }

    /// Adds an item; gives the status.
    pub fn append(&self, case: CaseId, once: OnceId, item: SealedItem) -> (u16, Option<Appended>) {
        let body = wire::to_bytes(&Append { once, item });
        let (status, body) = self.request("POST", &format!("cases/{case}/items"), &body);
        (status, wire::from_bytes(&body))
    }

    pub fn acknowledge(&self, case: CaseId) -> u16 {
        self.request("POST", &format!("cases/{case}/acknowledge"), b"").0
    }
}
