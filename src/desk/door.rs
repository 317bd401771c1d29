//! The desk's door: who may come in, and what every answer carries.
//!
//! The desk's router asks it about each request before anything else happens. Only the browser
//! that opened the one-time link comes in; another program or web page on the same computer does
//! not, whatever name it calls the desk by.

use crate::core::{Random, browser};
use axum::http::{
    HeaderMap, HeaderName, HeaderValue, Method,
    header::{COOKIE, HOST, ORIGIN},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use std::sync::{Mutex, PoisonError};
use subtle::ConstantTimeEq;

/// The desk's pages run no script at all.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
     form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
     require-trusted-types-for 'script'; trusted-types 'none'";

/// What every answer carries. The referrer stays within the desk: with none at all, browsers send
/// `Origin: null` with our own forms, which could then not be told from a stranger's.
pub(super) fn headers() -> impl Iterator<Item = (HeaderName, HeaderValue)> {
    let policy = ("content-security-policy", CONTENT_SECURITY_POLICY);
    browser::HEADERS
        .into_iter()
        .chain([policy])
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
}

/// The door of one desk. No `Debug`.
pub(super) struct Door {
    port: u16,
    link: Mutex<Option<String>>,
    session: String,
}

/// Why a request stays outside.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Refusal {
    /// It was sent to another name than ours.
    Host,
    /// It comes from another site.
    Origin,
    /// It has not come through the one-time link.
    Session,
}

impl Door {
    pub(super) fn new(port: u16, random: &Random) -> Self {
        let secret = || BASE64_URL_SAFE_NO_PAD.encode(random.bytes::<32>());
        Self { port, link: Mutex::new(Some(secret())), session: secret() }
    }

    /// The one-time link; `None` once it was used.
    pub(super) fn link(&self) -> Option<String> {
        let link = self.link.lock().unwrap_or_else(PoisonError::into_inner);
        link.as_ref().map(|token| format!("http://127.0.0.1:{}/start/{token}", self.port))
    }

    /// Uses the one-time link up. Gives the cookie to set when the token is right.
    pub(super) fn enter(&self, token: &str) -> Option<String> {
        let mut link = self.link.lock().unwrap_or_else(PoisonError::into_inner);
        link.take_if(|known| same(known, token))?;
        let (name, session) = (self.cookie_name(), &self.session);
        Some(format!("{name}={session}; HttpOnly; SameSite=Strict; Path=/"))
    }

    /// Whether the request is meant for us and comes from us.
    ///
    /// # Errors
    /// [`Refusal::Host`] or [`Refusal::Origin`].
    pub(super) fn check_source(&self, method: &Method, headers: &HeaderMap) -> Result<(), Refusal> {
        let names = ["127.0.0.1", "localhost"].map(|name| format!("{name}:{}", self.port));
        let host = only(headers, &HOST).ok_or(Refusal::Host)?;
        if !names.iter().any(|name| name == host) {
            return Err(Refusal::Host);
        }
        let ours = format!("http://{host}");
        let safe = matches!(*method, Method::GET | Method::HEAD);
        if !safe && only(headers, &ORIGIN) != Some(&ours) {
            return Err(Refusal::Origin);
        }
        Ok(())
    }

    /// Whether the request carries the cookie that the link gave.
    ///
    /// # Errors
    /// [`Refusal::Session`].
    pub(super) fn check_session(&self, headers: &HeaderMap) -> Result<(), Refusal> {
        let name = self.cookie_name();
        let cookies = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let ours = cookies
            .flat_map(|line| line.split(';'))
            .filter_map(|cookie| cookie.trim().split_once('='))
            .any(|(key, value)| key == name && same(value, &self.session));
        if ours { Ok(()) } else { Err(Refusal::Session) }
    }

    /// Cookies do not know ports: the port in the name keeps two desks apart.
    fn cookie_name(&self) -> String {
        format!("meldteam-{}", self.port)
    }
}

/// The value of a header that occurs once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?.to_str().ok();
    if values.next().is_some() { None } else { first }
}

/// Compares in constant time.
fn same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}
