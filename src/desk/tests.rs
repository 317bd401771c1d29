//! The desk through its front door: a real loopback socket, a browser's requests, and a server
//! that answers what it should not.
//!
//! Tests alone; the real server comes in the integration tests.

use super::{
    Desk, DeskOptions, Drawer, KeyRing, Remote,
    drawer::FeedMark,
    enrol::{self, NewOfficer},
    folder::{KEY_FILE, SETTINGS_FILE},
    keyring::{WorkFactor, tests_ring},
    room::Room,
    sample::Sample,
    sync::{self, RemoteError, SyncError},
};
use crate::{
    Language,
    core::{
        CaseId, Day, ItemKind, OnceId, Random, SealedItem,
        wire::{self, Append, Appended, CaseHead, FeedEntry, FeedPage, ItemName},
    },
};
use axum::{
    Router,
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    routing::{get, post},
};
use std::{
    collections::HashMap,
    fs,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};
use ureq::{Agent, Body, http::Response};

const PASSPHRASE: &str = "vijf losse woorden";

/// What the fake server has and was sent.
#[derive(Default)]
pub(super) struct FakeState {
    pub feed: Vec<(CaseId, u32, SealedItem)>,
    /// The team, when it is another one than the sample's.
    pub team: Option<Vec<u8>>,
    /// What it does with what it is to take.
    pub taking: Taking,
    acknowledged: Vec<CaseId>,
    appended: Vec<OnceId>,
}

/// What a server does with an item that it says to have taken.
#[derive(Default)]
pub(super) enum Taking {
    /// Keeps it.
    #[default]
    Honest,
    /// Keeps nothing.
    Nothing,
    /// Keeps this one in its place.
    Another(SealedItem),
}

/// A server on loopback, running until it is dropped.
pub(super) struct Fake {
    pub address: String,
    task: JoinHandle<()>,
}

impl Drop for Fake {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Fake {
    async fn start(router: Router) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, task }
    }

    /// Answers everything with this.
    async fn saying(status: StatusCode, body: Vec<u8>) -> Self {
        let answer = (status, body);
        Self::start(Router::new().fallback(move || async { answer })).await
    }

    /// A server that works, for the sample team.
    pub async fn working(state: Arc<Mutex<FakeState>>) -> Self {
        let router = Router::new()
            .route("/api/officer/v1/team", get(known_team))
            .route("/api/officer/v1/feed", get(feed))
            .route("/api/officer/v1/cases/{id}/items", post(append))
            .route("/api/officer/v1/cases/{id}/acknowledge", post(acknowledge));
        Self::start(router.with_state(state)).await
    }
}

type FakeShared = State<Arc<Mutex<FakeState>>>;

fn team() -> Vec<u8> {
    wire::to_bytes(&Sample::new(&["An", "Bo"]).team_page())
}

async fn known_team(State(state): FakeShared) -> Vec<u8> {
    state.lock().unwrap().team.clone().unwrap_or_else(team)
}

async fn feed(
    State(state): FakeShared,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Vec<u8> {
    assert!(headers.contains_key("signature") && headers.contains_key("content-digest"));
    let state = state.lock().unwrap();
    let after = query.get("after").map(|name| ItemName::parse(name).unwrap());
    let known = |(case, sequence, item): &(CaseId, u32, SealedItem)| {
        after == Some(ItemName::of(*case, *sequence, item))
    };
    let skip = state.feed.iter().position(known).map_or(0, |place| place + 1);
    let entry = |(case, sequence, item): &(CaseId, u32, SealedItem)| FeedEntry {
        case: *case,
        sequence: *sequence,
        day: Sample::clock().today(),
        item: item.clone(),
    };
    // One item a page, so that following is tested too.
    let mut rest = state.feed.iter().skip(skip).map(entry);
    let entries: Vec<FeedEntry> = rest.next().into_iter().collect();
    wire::to_bytes(&FeedPage { entries, more: rest.next().is_some() })
}

async fn append(
    State(state): FakeShared,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Vec<u8>, StatusCode> {
    let case = CaseId::parse(&id).unwrap();
    let Append { once, item } = wire::from_bytes(&body).unwrap();
    let mut state = state.lock().unwrap();
    let places = state.feed.iter().filter(|(known, ..)| *known == case).count();
    if places == 0 {
        return Err(StatusCode::NOT_FOUND);
    }
    let sequence = u32::try_from(places).unwrap();
    state.appended.push(once);
    match std::mem::take(&mut state.taking) {
        Taking::Honest => state.feed.push((case, sequence, item)),
        Taking::Nothing => {}
        Taking::Another(other) => state.feed.push((case, sequence, other)),
    }
    Ok(wire::to_bytes(&Appended { sequence }))
}

async fn acknowledge(
    State(state): FakeShared,
    Path(id): Path<String>,
) -> Result<Vec<u8>, StatusCode> {
    let case = CaseId::parse(&id).unwrap();
    let mut state = state.lock().unwrap();
    if !state.feed.iter().any(|(known, ..)| *known == case) {
        return Err(StatusCode::NOT_FOUND);
    }
    state.acknowledged.push(case);
    let head = CaseHead {
        case,
        number: Sample::number(1).to_string(),
        day: Sample::clock().today(),
        readers: Vec::new(),
        acknowledged_on: Some(Sample::clock().today()),
        items: 1,
    };
    Ok(wire::to_bytes(&head))
}

pub(super) fn with_reports(numbers: &[u8]) -> Arc<Mutex<FakeState>> {
    let sample = Sample::new(&["An", "Bo"]);
    let report = |number: &u8| (Sample::case(*number), 0, sample.report(*number, "MARKERSTORY"));
    let feed = numbers.iter().map(report).collect();
    Arc::new(Mutex::new(FakeState { feed, ..FakeState::default() }))
}

/// One round of the first sample officer with whatever is at `address`.
async fn sync_with(address: &str, folder: &std::path::Path) -> Result<sync::Synced, SyncError> {
    let (address, folder) = (address.to_owned(), folder.to_owned());
    let round = move || {
        let random = Arc::new(Random::seeded(1));
        let remote = Remote::at(&address, Sample::clock(), random)?;
        let drawer = Drawer::open(&folder)?;
        sync::run(&remote, &drawer, &tests_ring(1), Sample::clock().today())
    };
    tokio::task::spawn_blocking(round).await.unwrap()
}

#[tokio::test]
async fn a_round_fetches_everything_once_and_follows_the_feed() {
    let state = with_reports(&[1, 2]);
    let fake = Fake::working(state.clone()).await;
    let folder = tempfile::tempdir().unwrap();
    let first = sync_with(&fake.address, folder.path()).await.unwrap();
    assert_eq!(first.fetched, 2);
    let again = sync_with(&fake.address, folder.path()).await.unwrap();
    assert_eq!(again, sync::Synced::default());
    let mark = Drawer::open(folder.path()).unwrap().feed_mark().unwrap();
    let last = state.lock().unwrap().feed[1].2.clone();
    let after = Some(ItemName::of(Sample::case(2), 0, &last));
    assert_eq!(mark, FeedMark { after, synced_on: Some(Sample::clock().today()) });
}

#[tokio::test]
async fn a_mark_that_the_server_does_not_know_fetches_from_the_start_and_doubles_nothing() {
    let state = with_reports(&[1, 2]);
    let fake = Fake::working(state.clone()).await;
    let folder = tempfile::tempdir().unwrap();
    sync_with(&fake.address, folder.path()).await.unwrap();
    // The server loses the last item, and another comes in.
    let sample = Sample::new(&["An", "Bo"]);
    state.lock().unwrap().feed[1] = (Sample::case(3), 0, sample.report(3, "new"));
    let fetched = sync::Synced { fetched: 1, ..sync::Synced::default() };
    assert_eq!(sync_with(&fake.address, folder.path()).await.unwrap(), fetched);
    fs::write(folder.path().join("feed.toml"), "cursor = \"2\"\n").unwrap();
    let again = sync_with(&fake.address, folder.path()).await.unwrap();
    assert_eq!(again, sync::Synced::default(), "an equal item has not changed");
    state.lock().unwrap().feed[0].2 = sample.report(1, "another");
    fs::remove_file(folder.path().join("feed.toml")).unwrap();
    let changed = sync::Synced { changed: 1, ..sync::Synced::default() };
    assert_eq!(sync_with(&fake.address, folder.path()).await.unwrap(), changed);
}

#[tokio::test]
async fn a_server_that_answers_nonsense_gets_a_sentence() {
    let no_team = wire::to_bytes(&wire::TeamPage { members: Vec::new() });
    let huge = vec![0x58; 5 * 1024 * 1024];
    let cases = [
        (StatusCode::OK, b"<html>hello</html>".to_vec(), RemoteError::Nonsense),
        (StatusCode::OK, Vec::new(), RemoteError::Nonsense),
        (StatusCode::OK, huge, RemoteError::Nonsense),
        (StatusCode::OK, no_team, RemoteError::Nonsense),
        (StatusCode::NOT_FOUND, Vec::new(), RemoteError::Nonsense),
        (StatusCode::FOUND, Vec::new(), RemoteError::Nonsense),
        (StatusCode::TOO_MANY_REQUESTS, Vec::new(), RemoteError::Busy),
        (StatusCode::BAD_GATEWAY, Vec::new(), RemoteError::Trouble),
    ];
    let texts = Language::Nl.load();
    for (status, body, expected) in cases {
        let fake = Fake::saying(status, body).await;
        let folder = tempfile::tempdir().unwrap();
        let error = sync_with(&fake.address, folder.path()).await.unwrap_err();
        assert_eq!(error, SyncError::Remote(expected), "{status}");
        assert!(!error.sentence(&texts).is_empty());
        assert_eq!(Drawer::open(folder.path()).unwrap().feed_mark().unwrap(), FeedMark::default());
    }
}

#[tokio::test]
async fn a_refused_signature_is_told_from_a_wrong_clock() {
    // The fixed clock of the samples lies far from that of the machine, whose date the server
    // gives; a header of our own stands in for it.
    for (date, expected) in [
        ("Mon, 23 Nov 2026 12:01:00 GMT", RemoteError::Stranger),
        ("Mon, 23 Nov 2026 13:00:00 GMT", RemoteError::Clock),
        ("gisteren", RemoteError::Stranger),
    ] {
        let answer = move || async move { (StatusCode::UNAUTHORIZED, [(header::DATE, date)]) };
        let fake = Fake::start(Router::new().fallback(answer)).await;
        let folder = tempfile::tempdir().unwrap();
        let error = sync_with(&fake.address, folder.path()).await.unwrap_err();
        assert_eq!(error, SyncError::Remote(expected), "{date}");
    }
}

#[tokio::test]
async fn a_server_that_is_away_or_goes_round_in_circles_stops_the_round() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let folder = tempfile::tempdir().unwrap();
    let error = sync_with(&address, folder.path()).await.unwrap_err();
    assert_eq!(error, SyncError::Remote(RemoteError::Unreachable));
    let endless = || async { wire::to_bytes(&FeedPage { entries: Vec::new(), more: true }) };
    let router = Router::new()
        .route("/api/officer/v1/team", get(|| async { team() }))
        .route("/api/officer/v1/feed", get(endless));
    let fake = Fake::start(router).await;
    let error = sync_with(&fake.address, folder.path()).await.unwrap_err();
    assert_eq!(error, SyncError::Remote(RemoteError::Nonsense));
    let item = Sample::new(&["An", "Bo"]).report(1, "again");
    let entry =
        FeedEntry { case: Sample::case(1), sequence: 0, day: Sample::clock().today(), item };
    let circle = wire::to_bytes(&FeedPage { entries: vec![entry], more: true });
    let router = Router::new()
        .route("/api/officer/v1/team", get(|| async { team() }))
        .route("/api/officer/v1/feed", get(move || async { circle }));
    let fake = Fake::start(router).await;
    let error = sync_with(&fake.address, folder.path()).await.unwrap_err();
    assert_eq!(error, SyncError::Remote(RemoteError::Nonsense));
}

#[tokio::test]
async fn one_reply_that_is_refused_does_not_hold_up_another() {
    let state = with_reports(&[1]);
    let fake = Fake::working(state.clone()).await;
    let folder = tempfile::tempdir().unwrap();
    let sample = Sample::new(&["An", "Bo"]);
    let drawer = Drawer::open(folder.path()).unwrap();
    for number in [7, 1] {
        let once = OnceId::from_bytes([number; 16]);
        let item = sample.message(number, "hello");
        drawer.put_unsent(Sample::case(number), &[(once, item)]).unwrap();
    }
    let synced = sync_with(&fake.address, folder.path()).await.unwrap();
    assert_eq!((synced.sent, synced.refused), (1, 1));
    let unsent = drawer.unsent().unwrap();
    assert_eq!((unsent.len(), unsent[0].case), (1, Sample::case(7)));
    let state = state.lock().unwrap();
    assert_eq!(state.acknowledged, [Sample::case(1)]);
    assert_eq!(state.appended, [OnceId::from_bytes([1; 16])]);
}

/// A desk that is served, with the keys of the first sample officer.
struct TestDesk {
    base: String,
    link: String,
    room: Arc<Room>,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
    folder: tempfile::TempDir,
}

impl TestDesk {
    async fn start(server: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        tests_ring(1).write(folder.path(), &PASSPHRASE.into(), WorkFactor::LogN(1)).unwrap();
        if let Some(server) = server {
            let text = format!("server = \"{server}\"\n");
            fs::write(folder.path().join(SETTINGS_FILE), text).unwrap();
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let desk = Desk::at(DeskOptions {
            folder: folder.path().to_owned(),
            clock: Sample::clock(),
            random: Arc::new(Random::seeded(1)),
            language: Language::Nl,
            idle: Duration::from_secs(900),
            listener,
        });
        let desk = desk.ok().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let (link, room) = (desk.link(), desk.room());
        let task = tokio::spawn(async move {
            desk.serve(async move { drop(stopped.await) }).await.unwrap();
        });
        Self { base: format!("http://{address}"), link, room, stop: Some(stop), task, folder }
    }

    /// A browser that has come through the link.
    async fn browser(&self) -> Browser {
        let mut browser = Browser::new(&self.base);
        let link = self.link.replacen(&self.base, "", 1);
        let (status, headers, _) = browser.get(&link).await;
        assert_eq!(status, 200);
        let cookie = headers["set-cookie"].to_str().unwrap();
        assert!(cookie.ends_with("; HttpOnly; SameSite=Strict; Path=/"));
        browser.cookie = cookie.split(';').next().map(str::to_owned);
        browser
    }

    async fn unlocked(&self) -> Browser {
        let browser = self.browser().await;
        let (status, ..) = browser.post("/unlock", &[("passphrase", PASSPHRASE)]).await;
        assert_eq!(status, 303);
        browser
    }

    async fn stop(mut self) {
        self.stop.take().unwrap().send(()).unwrap();
        self.task.await.unwrap();
    }
}

type Answer = (u16, HeaderMap, String);

/// The form of a message, under a name of its own.
fn message<'a>(once: u8, fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    const NAMES: [&str; 2] =
        ["00000000000000000000000000000000", "11111111111111111111111111111111"];
    let ours = [("form", "message"), ("once", NAMES[usize::from(once)]), ("word", "other")];
    [&ours[..], fields].concat()
}

/// What a browser would send; nothing is followed by itself.
#[derive(Clone)]
struct Browser {
    base: String,
    cookie: Option<String>,
    host: Option<String>,
    origin: Option<String>,
}

impl Browser {
    fn new(base: &str) -> Self {
        Self { base: base.into(), cookie: None, host: None, origin: Some(base.into()) }
    }

    async fn get(&self, path: &str) -> Answer {
        let (browser, path) = (self.clone(), path.to_owned());
        tokio::task::spawn_blocking(move || {
            let request = agent().get(format!("{}{path}", browser.base));
            answer(browser.dress(request).call().unwrap())
        })
        .await
        .unwrap()
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let (browser, path) = (self.clone(), path.to_owned());
        let fields: Vec<(String, String)> =
            fields.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect();
        tokio::task::spawn_blocking(move || {
            let request = browser.dress(agent().post(format!("{}{path}", browser.base)));
            let request = match &browser.origin {
                Some(origin) => request.header("origin", origin),
                None => request,
            };
            answer(request.send_form(fields).unwrap())
        })
        .await
        .unwrap()
    }

    fn dress<B>(&self, request: ureq::RequestBuilder<B>) -> ureq::RequestBuilder<B> {
        let request = match &self.cookie {
            Some(cookie) => request.header("cookie", cookie),
            None => request,
        };
        match &self.host {
            Some(host) => request.header("host", host),
            None => request,
        }
    }
}

fn agent() -> Agent {
    let config = Agent::config_builder().http_status_as_error(false).max_redirects(0);
    config.max_redirects_will_error(false).proxy(None).build().into()
}

fn answer(mut response: Response<Body>) -> Answer {
    let headers = response.headers().clone();
    let body = response.body_mut().read_to_string().unwrap();
    (response.status().as_u16(), headers, body)
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_browser_with_the_link_comes_in() {
    let desk = TestDesk::start(None).await;
    let stranger = Browser::new(&desk.base);
    for path in ["/", "/cases/x", "/start/guess", "/nowhere"] {
        assert_eq!(stranger.get(path).await.0, 403, "{path}");
    }
    let browser = desk.browser().await;
    assert_eq!(browser.get("/").await.0, 200);
    let link = desk.link.replacen(&desk.base, "", 1);
    let (status, headers, page) = stranger.get(&link).await;
    assert_eq!((status, headers.contains_key("set-cookie")), (403, false));
    assert!(page.contains("al gebruikt"));
    let forged = Browser { cookie: browser.cookie.map(|it| it.to_lowercase()), ..stranger };
    assert_eq!(forged.get("/").await.0, 403);
    desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_host_or_origin_is_refused() {
    let desk = TestDesk::start(None).await;
    let browser = desk.browser().await;
    let port = desk.base.rsplit(':').next().unwrap();
    for host in ["meld.example", "127.0.0.1", &format!("127.0.0.1.example:{port}")] {
        let rebound = Browser { host: Some((*host).to_owned()), ..browser.clone() };
        assert_eq!(rebound.get("/").await.0, 421, "{host}");
    }
    let local = Browser { host: Some(format!("localhost:{port}")), ..browser.clone() };
    assert_eq!(local.get("/").await.0, 200);
    for origin in [None, Some("null"), Some("http://evil.example"), Some("http://127.0.0.1:1")] {
        let foreign = Browser { origin: origin.map(str::to_owned), ..browser.clone() };
        let (status, ..) = foreign.post("/unlock", &[("passphrase", PASSPHRASE)]).await;
        assert_eq!(status, 403, "{origin:?}");
    }
    assert!(browser.get("/").await.2.contains("Wachtwoordzin"));
    desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_headers_and_no_page_has_a_script() {
    let desk = TestDesk::start(None).await;
    let browser = desk.unlocked().await;
    for path in ["/", "/nowhere", "/static/desk.css", "/start/guess"] {
        let (_, headers, body) = browser.get(path).await;
        assert!(
            headers["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'")
        );
        assert_eq!(headers["cache-control"], "no-store");
        assert_eq!(headers["referrer-policy"], "same-origin");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert!(!body.contains("<script") && !body.contains("style=\""), "{path}");
    }
    desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_is_read_and_answered_and_the_answer_reaches_the_server() {
    let state = with_reports(&[1]);
    let fake = Fake::working(state.clone()).await;
    let desk = TestDesk::start(Some(&fake.address)).await;
    let browser = desk.unlocked().await;
    let path = format!("/cases/{}", Sample::case(1));
    let (_, _, inbox) = browser.get("/").await;
    assert!(inbox.contains(&path) && inbox.contains(&Sample::number(1).to_string()));
    assert!(!inbox.contains("MARKERSTORY"));
    assert_eq!(browser.get(&path).await.0, 200);
    let path = format!("{path}/report");
    let (_, _, page) = browser.get(&path).await;
    assert!(page.contains("MARKERSTORY") && page.contains("Ontvangst bevestigen"));
    assert!(page.contains("Wij hebben uw melding gelezen"));
    let fields = [("text", "Dank u <b>"), ("status", "acknowledged"), ("next_news", "2026-12-01")];
    assert_eq!(browser.post(&path, &message(1, &fields)).await.0, 303);
    let (_, _, page) = browser.get(&path).await;
    assert!(page.contains("is verstuurd") && page.contains("Dank u &#60;b&#62;"));
    assert!(!browser.get(&path).await.2.contains("is verstuurd"), "a notice is said once");
    let state = state.lock().unwrap();
    assert_eq!(state.acknowledged, [Sample::case(1)]);
    assert_eq!(state.feed[1].2.kind(), ItemKind::Entry);
    let sent = Sample::mailbox_keys(1).open(Sample::case(1), &state.feed[2].2).unwrap();
    assert_eq!((sent.officer.as_str(), sent.status.unwrap().key), ("An", "acknowledged"));
    assert_eq!(sent.next_news, Day::parse("2026-12-01"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_faulty_reply_keeps_its_text_and_an_unsent_one_shows() {
    let fake = Fake::working(with_reports(&[1])).await;
    let desk = TestDesk::start(Some(&fake.address)).await;
    let browser = desk.unlocked().await;
    let path = format!("/cases/{}/report", Sample::case(1));
    let faulty = [("text", "lang getypt"), ("next_news", "2020-01-01")];
    assert_eq!(browser.post(&path, &message(1, &faulty)).await.0, 303);
    let (_, _, page) = browser.get(&path).await;
    assert!(page.contains("lang getypt</textarea>"));
    assert!(page.contains("id=\"message-next_news-fault\""));
    drop(fake);
    let (_, _, page) = {
        browser.post(&path, &message(1, &[("text", "lang getypt")])).await;
        browser.get(&path).await
    };
    assert!(page.contains("nog niet verstuurd") && page.contains("Nog niet verstuurd"));
    assert_eq!(fs::read_dir(desk.folder.path().join("outbox")).unwrap().count(), 2);
    assert!(browser.get("/").await.2.contains("niet te bereiken"));
    desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_idle_desk_locks_and_a_typed_reply_survives_it() {
    let fake = Fake::working(with_reports(&[1])).await;
    let desk = TestDesk::start(Some(&fake.address)).await;
    let browser = desk.unlocked().await;
    let path = format!("/cases/{}/report", Sample::case(1));
    desk.room.lock_if_idle_after(Duration::from_secs(899));
    assert!(browser.get(&path).await.2.contains("MARKERSTORY"));
    desk.room.lock_if_idle_after(Duration::from_secs(901));
    assert!(desk.room.with_opened(|_| ()).is_none(), "keys and cases are gone");
    let (_, _, page) = browser.post(&path, &message(1, &[("text", "half af")])).await;
    assert!(page.contains("Wachtwoordzin") && page.contains("value=\"half af\""));
    let kept = [("next", path.as_str()), ("kept-form", "message"), ("kept-text", "half af")];
    let unlock = |passphrase| [&[("passphrase", passphrase)], &kept[..]].concat();
    let (_, _, page) = browser.post("/unlock", &unlock("niet de goede zin")).await;
    assert!(page.contains("klopt niet") && page.contains("value=\"half af\""));
    let (status, headers, _) = browser.post("/unlock", &unlock(PASSPHRASE)).await;
    let place = format!("{path}#message");
    assert_eq!((status, headers["location"].to_str().unwrap()), (303, place.as_str()));
    let (_, _, page) = browser.get(&path).await;
    assert!(page.contains("half af</textarea>"));
    desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_says_how_far_it_is_and_can_be_stopped_without_harm() {
    let fake = Fake::working(with_reports(&[1])).await;
    let desk = TestDesk::start(Some(&fake.address)).await;
    let browser = desk.unlocked().await;
    desk.room.hold_opening(3120, 10_000);
    let (_, _, page) = browser.get("/").await;
    assert!(page.contains("3.120 van 10.000 geopend."));
    assert!(page.contains("http-equiv=\"refresh\"") && page.contains("/opening/stop"));
    // What is typed meanwhile is kept for its page.
    let path = format!("/cases/{}/report", Sample::case(1));
    assert_eq!(browser.post(&path, &message(1, &[("text", "half af")])).await.0, 303);
    assert_eq!(browser.post("/opening/stop", &[]).await.0, 303);
    assert!(desk.room.end_opening(), "it was told to stop");
    let (_, _, page) = browser.get("/").await;
    assert!(page.contains("3.120 van 10.000") && !page.contains("http-equiv"));
    assert_eq!(browser.post("/opening/go-on", &[]).await.0, 303);
    let (_, _, page) = browser.get("/").await;
    assert!(!page.contains("3.120") && page.contains(&Sample::number(1).to_string()));
    assert!(browser.get(&path).await.2.contains("half af</textarea>"));
    // Locking while it opens leaves nothing behind.
    desk.room.hold_opening(1, 2);
    assert_eq!(browser.post("/lock", &[]).await.0, 303);
    assert!(browser.get("/").await.2.contains("Wachtwoordzin"));
    desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lock_button_locks_and_unlocking_leads_nowhere_else() {
    let desk = TestDesk::start(None).await;
    let browser = desk.unlocked().await;
    assert!(browser.get("/").await.2.contains("nog geen meldingen"));
    assert_eq!(browser.post("/lock", &[]).await.0, 303);
    assert!(desk.room.with_opened(|_| ()).is_none());
    let elsewhere = [("passphrase", PASSPHRASE), ("next", "//evil.example/cases/1")];
    let (_, headers, _) = browser.post("/unlock", &elsewhere).await;
    assert_eq!(headers["location"], "/");
    assert_eq!(browser.post("/unlock", &[("wrong", "field")]).await.0, 400);
    desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_among_the_readers_shows() {
    let sample = Sample::new(&["An", "Bo", "Cas"]);
    let feed = vec![(Sample::case(1), 0, sample.report(1, "x"))];
    let fake =
        Fake::working(Arc::new(Mutex::new(FakeState { feed, ..FakeState::default() }))).await;
    let desk = TestDesk::start(Some(&fake.address)).await;
    let browser = desk.unlocked().await;
    let (_, _, page) = browser.get(&format!("/cases/{}", Sample::case(1))).await;
    assert!(page.contains("niet (meer) in het meldteam") && page.contains("Cas"));
    desk.stop().await;
}

#[tokio::test]
async fn an_enrolled_officer_has_a_desk_and_a_lan_address_has_none() {
    let folder = tempfile::tempdir().unwrap();
    let officer = NewOfficer { name: "Anna".into(), ..NewOfficer::default() };
    let random = Arc::new(Random::seeded(1));
    let making = (&random, WorkFactor::LogN(1));
    enrol::enrol(folder.path(), &officer, &PASSPHRASE.into(), making).ok().unwrap();
    assert!(folder.path().join(KEY_FILE).exists());
    assert!(KeyRing::unlock(folder.path(), &PASSPHRASE.into()).is_ok());
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0))).await.unwrap();
    let desk = Desk::at(DeskOptions {
        folder: folder.path().to_owned(),
        clock: Sample::clock(),
        random,
        language: Language::En,
        idle: Duration::from_secs(1),
        listener,
    });
    assert!(matches!(desk.err(), Some(super::serve::DeskError::NotLoopback)));
}
