//! What stands around every response: headers that forbid, and the log.
//!
//! The log has a line for a fault of the server alone: route pattern and status. A request that
//! went well leaves no trace, because the moment of a line would be the hour of a report.

use super::App;
use crate::core::browser;
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Uri, header},
    middleware::Next,
    response::Response,
};
use std::sync::Arc;

/// Our stylesheets, our one script and our pictures, nothing from elsewhere, no frame, forms and the
/// script's files to ourselves alone; the script cannot turn text into markup.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
     connect-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
     require-trusted-types-for 'script'; trusted-types 'none'";

/// For two years. Source: RFC 6797, 6.1.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=63072000");

/// Where the same page is as an onion service. Source: the Tor Project, "Onion-Location".
const ONION_LOCATION: HeaderName = HeaderName::from_static("onion-location");

/// Adds the headers.
pub async fn add(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in browser::HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    headers
        .insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_SECURITY_POLICY));
    response
}

/// Adds what holds where TLS is ours: never come back without it.
pub fn add_over_tls<B>(response: &mut axum::http::Response<B>) {
    response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, HSTS);
}

/// Tells the Tor Browser where a page is as an onion service, where there is one.
pub async fn offer_onion(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let address = app.config.server.onion_address.as_deref();
    let address = address.filter(|_| !comes_by_onion(request.headers(), request.uri()));
    let there = address.and_then(|address| {
        HeaderValue::try_from(format!("{address}{}", request.uri().path())).ok()
    });
    let is_get = request.method().is_safe();
    let mut response = next.run(request).await;
    if let Some(there) = there
        && is_get
        && response.status().is_success()
    {
        response.headers_mut().insert(ONION_LOCATION, there);
    }
    response
}

fn comes_by_onion(headers: &HeaderMap, uri: &Uri) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let host = uri.host().or(host).unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    name.to_ascii_lowercase().ends_with(".onion")
}

/// Logs faults of the server.
pub async fn log_faults(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    if response.status().is_server_error() {
        let route = route.as_ref().map_or("unmatched", MatchedPath::as_str);
        tracing::warn!(route, status = response.status().as_u16(), "a request failed");
    }
    response
}
