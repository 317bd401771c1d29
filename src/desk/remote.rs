//! The server, seen from the officer's side: one signed request at a time.
//!
//! Sync calls it. It trusts nothing that comes back: sizes, times, forms and codes are bounded or
//! checked, and a server that answers nonsense gives a sentence, never a panic.

use super::{KeyRing, folder::FolderError};
use crate::{
    Texts,
    core::{
        AttachmentId, CaseId, Clock, OnceId, Random, SealedItem,
        attachment::{MAX_ATTACHMENT_BYTES, padded},
        release::{Asked, EndingsPage, Release},
        signature::{CONTENT_DIGEST, MAX_SKEW_SECONDS, RequestParts, SIGNATURE, SIGNATURE_INPUT},
        wire::{
            self, Append, Appended, CaseHead, ChangeReaders, FeedPage, ItemName, MAX_PAGE_BYTES,
            MEDIA_TYPE, PREFIX, TeamPage,
        },
    },
};
use axum::http::Uri;
use std::{io::Read, sync::Arc, time::Duration};
use ureq::{Agent, Body, RequestBuilder, http::Response, typestate::WithoutBody};

/// The most that an answer may hold: a full page, one item more, and what CBOR adds.
const MAX_ANSWER_BYTES: u64 = 2 * MAX_PAGE_BYTES as u64;

/// The longest sealed file, in bytes: a full one and its padding, and more than age adds.
const MAX_FILE_BYTES: u64 = padded(MAX_ATTACHMENT_BYTES) + 64 * 1024;

/// How long fetching one file may take, in seconds.
const FILE_SECONDS: u64 = 15 * 60;

/// How long the server may take to be reached.
const CONNECT_SECONDS: u64 = 5;

/// How long one request may take in all.
const REQUEST_SECONDS: u64 = 60;

/// Where the server is, and how it is spoken to. Holds no keys.
pub struct Remote {
    agent: Agent,
    /// Scheme and authority, without a slash at the end.
    base: String,
    clock: Clock,
    random: Arc<Random>,
}

/// Why the server did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RemoteError {
    /// No server answers there.
    #[error("the server cannot be reached")]
    Unreachable,
    /// Something answers, but it cannot prove that it is that server.
    #[error("the server has no good certificate")]
    Untrusted,
    /// The server does not know this officer's key.
    #[error("the server does not know this key")]
    Stranger,
    /// The clocks of server and tool differ too much.
    #[error("the clocks differ too much")]
    Clock,
    /// There is no such case for this officer, or no such attachment in it.
    #[error("there is no such case")]
    UnknownCase,
    /// The server says that the case may not be destroyed yet.
    #[error("the case may not be destroyed yet")]
    NotReleased,
    /// The server no longer has the attachment as it was stored.
    #[error("the server has lost the attachment")]
    Lost,
    /// Something came to the case meanwhile.
    #[error("something came to the case meanwhile")]
    Moved,
    /// The server does not let these officers become readers.
    #[error("the server does not let them become readers")]
    Refused,
    /// The server asks to come back later.
    #[error("the server is busy")]
    Busy,
    /// The server says that it has trouble of its own.
    #[error("the server has trouble")]
    Trouble,
    /// What came back is not of the expected form, or too large.
    #[error("the server answers something unexpected")]
    Nonsense,
}

impl RemoteError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::Unreachable => texts.desk_error_unreachable(),
            Self::Untrusted => texts.desk_error_untrusted(),
            Self::Stranger => texts.desk_error_stranger(),
            Self::Clock => texts.desk_error_clock(MAX_SKEW_SECONDS / 60),
            Self::UnknownCase => texts.desk_error_unknown_case(),
            Self::NotReleased => texts.desk_keep_error_early(),
            Self::Lost => texts.desk_error_lost_file(),
            Self::Moved => texts.desk_error_moved(),
            Self::Refused => texts.desk_readers_excluded(),
            Self::Busy => texts.desk_error_busy(),
            Self::Trouble => texts.desk_error_trouble(),
            Self::Nonsense => texts.desk_error_nonsense(),
        }
    }
}

impl Remote {
    /// Speaks to the server at `address`: `https://…`, or `http://…` on this very computer.
    ///
    /// # Errors
    /// [`FolderError::Address`] for anything else.
    pub fn at(address: &str, clock: Clock, random: Arc<Random>) -> Result<Self, FolderError> {
        let uri: Uri = address.trim().parse().map_err(|_| FolderError::Address)?;
        let authority = uri.authority().ok_or(FolderError::Address)?;
        let loopback = matches!(uri.host(), Some("127.0.0.1" | "localhost" | "[::1]"));
        let scheme = match uri.scheme_str() {
            Some("https") => "https",
            Some("http") if loopback => "http",
            _ => return Err(FolderError::Address),
        };
        if !matches!(uri.path(), "" | "/") || uri.query().is_some() {
            return Err(FolderError::Address);
        }
        let base = format!("{scheme}://{authority}");
        Ok(Self { agent: agent(loopback), base, clock, random })
    }

    /// What comes after this item in this officer's feed; from the start without one, and when
    /// the server does not know it.
    ///
    /// # Errors
    /// [`RemoteError`].
    pub fn feed(&self, ring: &KeyRing, after: Option<ItemName>) -> Result<FeedPage, RemoteError> {
        let query = after.map(|name| format!("after={name}"));
        parse(&self.get(ring, "feed", &query.unwrap_or_default())?)
    }

    /// Everybody in the team.
    ///
    /// # Errors
    /// [`RemoteError`].
    pub fn team(&self, ring: &KeyRing) -> Result<TeamPage, RemoteError> {
        parse(&self.get(ring, "team", "")?)
    }

    /// Tells that an officer has read a case.
    ///
    /// # Errors
    /// [`RemoteError`].
    pub fn acknowledge(&self, ring: &KeyRing, case: CaseId) -> Result<CaseHead, RemoteError> {
        parse(&self.post(ring, &format!("cases/{case}/acknowledge"), &[])?)
    }

    /// Adds an item to a case; the same `once` again adds nothing. Gives its place in the case.
    ///
    /// # Errors
    /// [`RemoteError`].
    pub fn append(
        &self,
        ring: &KeyRing,
        case: CaseId,
        once: OnceId,
        item: &SealedItem,
    ) -> Result<u32, RemoteError> {
        let body = wire::to_bytes(&Append { once, item: item.clone() });
        let answer = self.post(ring, &format!("cases/{case}/items"), &body)?;
        Ok(parse::<Appended>(&answer)?.sequence)
    }

    /// What lies in a case from this place on.
    ///
    /// # Errors
    /// [`RemoteError`].
    pub fn items(&self, ring: &KeyRing, case: CaseId, from: u32) -> Result<FeedPage, RemoteError> {
        parse(&self.get(ring, &format!("cases/{case}/items"), &format!("from={from}"))?)
    }

    /// What the server knows of a case.
    ///
    /// # Errors
    /// [`RemoteError`].
    pub fn head(&self, ring: &KeyRing, case: CaseId) -> Result<CaseHead, RemoteError> {
        parse(&self.get(ring, &format!("cases/{case}"), "")?)
    }

    /// Changes who may read a case. Gives the place of the entry that says so.
    ///
    /// # Errors
    /// [`RemoteError`].
    pub fn change_readers(
        &self,
        ring: &KeyRing,
        case: CaseId,
        change: &ChangeReaders,
    ) -> Result<u32, RemoteError> {
        let answer = self.post(ring, &format!("cases/{case}/readers"), &wire::to_bytes(change))?;
        Ok(parse::<Appended>(&answer)?.sequence)
    }

    /// Tells from which day a case may be destroyed.
    ///
    /// # Errors
    /// [`RemoteError`].
    pub fn close(&self, ring: &KeyRing, case: CaseId, said: &Release) -> Result<(), RemoteError> {
        self.post(ring, &format!("cases/{case}/close"), &wire::to_bytes(said)).map(drop)
    }

    /// Tells that a case may not be destroyed any more.
    ///
    /// # Errors
    /// [`RemoteError`].
    pub fn reopen(&self, ring: &KeyRing, case: CaseId) -> Result<(), RemoteError> {
        self.post(ring, &format!("cases/{case}/reopen"), &[]).map(drop)
    }

    /// Has a case destroyed; one that is already stays so.
    ///
    /// # Errors
    /// [`RemoteError`].
    pub fn destroy(&self, ring: &KeyRing, case: CaseId, said: &Release) -> Result<(), RemoteError> {
        self.post(ring, &format!("cases/{case}/destroy"), &wire::to_bytes(said)).map(drop)
    }

    /// Where these cases stand.
    ///
    /// # Errors
    /// [`RemoteError`].
    pub fn endings(&self, ring: &KeyRing, cases: &[CaseId]) -> Result<EndingsPage, RemoteError> {
        let asked = Asked { cases: cases.to_vec() };
        parse(&self.post(ring, "endings", &wire::to_bytes(&asked))?)
    }

    /// A sealed file, to be read while it comes in. Read errors mean that the line broke.
    ///
    /// # Errors
    /// [`RemoteError`].
    pub fn attachment(
        &self,
        ring: &KeyRing,
        case: CaseId,
        id: AttachmentId,
    ) -> Result<impl Read + use<>, RemoteError> {
        let request = self.signed_get(ring, &format!("cases/{case}/attachments/{id}"), "");
        let patient = Duration::from_secs(FILE_SECONDS);
        let request = request.config().timeout_global(Some(patient)).build();
        let answer = self.accepted(request.call())?;
        Ok(answer.into_body().into_with_config().limit(MAX_FILE_BYTES).reader())
    }

    fn get(&self, ring: &KeyRing, path: &str, query: &str) -> Result<Vec<u8>, RemoteError> {
        self.answer(self.signed_get(ring, path, query).call())
    }

    fn signed_get(&self, ring: &KeyRing, path: &str, query: &str) -> RequestBuilder<WithoutBody> {
        let path = format!("{PREFIX}{path}");
        let parts = RequestParts { method: "GET", path: &path, query, body: &[] };
        let headers = ring.sign(&parts, self.clock.seconds(), &self.random);
        let mark = if query.is_empty() { "" } else { "?" };
        self.agent
            .get(format!("{}{path}{mark}{query}", self.base))
            .header(CONTENT_DIGEST, headers.digest)
            .header(SIGNATURE_INPUT, headers.input)
            .header(SIGNATURE, headers.signature)
    }

    fn post(&self, ring: &KeyRing, path: &str, body: &[u8]) -> Result<Vec<u8>, RemoteError> {
        let path = format!("{PREFIX}{path}");
        let parts = RequestParts { method: "POST", path: &path, query: "", body };
        let headers = ring.sign(&parts, self.clock.seconds(), &self.random);
        let request = self
            .agent
            .post(format!("{}{path}", self.base))
            .header(CONTENT_DIGEST, headers.digest)
            .header(SIGNATURE_INPUT, headers.input)
            .header(SIGNATURE, headers.signature)
            .content_type(MEDIA_TYPE);
        self.answer(request.send(body))
    }

    fn accepted(
        &self,
        answer: Result<Response<Body>, ureq::Error>,
    ) -> Result<Response<Body>, RemoteError> {
        let answer = answer.map_err(|error| kind_of(&error))?;
        match answer.status().as_u16() {
            200..=299 => Ok(answer),
            401 | 403 => Err(self.refused(&answer)),
            404 => Err(RemoteError::UnknownCase),
            409 => Err(RemoteError::Moved),
            412 => Err(RemoteError::NotReleased),
            410 => Err(RemoteError::Lost),
            422 => Err(RemoteError::Refused),
            429 => Err(RemoteError::Busy),
            500..=599 => Err(RemoteError::Trouble),
            _ => Err(RemoteError::Nonsense),
        }
    }

    fn answer(&self, answer: Result<Response<Body>, ureq::Error>) -> Result<Vec<u8>, RemoteError> {
        let mut answer = self.accepted(answer)?;
        let body = answer.body_mut().with_config().limit(MAX_ANSWER_BYTES);
        body.read_to_vec().map_err(|error| kind_of(&error))
    }

    /// A refusal is about the clock when the server's own `Date` is too far from ours.
    fn refused(&self, answer: &Response<Body>) -> RemoteError {
        let date = answer.headers().get("date").and_then(|date| date.to_str().ok());
        let theirs = date.and_then(|date| jiff::fmt::rfc2822::parse(date).ok());
        let skewed = theirs.is_some_and(|theirs| {
            let theirs = theirs.timestamp().as_second();
            theirs.abs_diff(self.clock.seconds()) > MAX_SKEW_SECONDS.unsigned_abs()
        });
        if skewed { RemoteError::Clock } else { RemoteError::Stranger }
    }
}

fn agent(loopback: bool) -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent("meldteam")
        .timeout_connect(Some(Duration::from_secs(CONNECT_SECONDS)))
        .timeout_global(Some(Duration::from_secs(REQUEST_SECONDS)));
    // A proxy of the organisation is used for the outside world, never for this computer.
    let config = if loopback { config.proxy(None) } else { config };
    config.build().into()
}

fn kind_of(error: &ureq::Error) -> RemoteError {
    match error {
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => RemoteError::Untrusted,
        ureq::Error::Http(_)
        | ureq::Error::Protocol(_)
        | ureq::Error::BodyExceedsLimit(_)
        | ureq::Error::LargeResponseHeader(..) => RemoteError::Nonsense,
        _ => RemoteError::Unreachable,
    }
}

fn parse<T: for<'b> minicbor::Decode<'b, ()>>(bytes: &[u8]) -> Result<T, RemoteError> {
    wire::from_bytes(bytes).ok_or(RemoteError::Nonsense)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_or_this_computer_is_spoken_to() {
        let at = |address: &str| {
            Remote::at(address, Clock::System, Arc::new(Random::seeded(1))).map(|it| it.base)
        };
        assert_eq!(at("https://meld.example/").unwrap(), "https://meld.example");
        assert_eq!(at("http://127.0.0.1:8080").unwrap(), "http://127.0.0.1:8080");
        let wrong =
            ["", "meld.example", "http://meld.example", "https://meld.example/pad", "ftp://x"];
        for address in wrong {
            assert_eq!(at(address).err(), Some(FolderError::Address), "{address}");
        }
    }
}
