//! What stands around every response: headers that forbid, and the log.
//!
//! The log has a line for a fault of the server alone: route pattern and status. A request that
//! went well leaves no trace, because the moment of a line would be the hour of a report.

use super::admission::RetryAfter;
use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// Our stylesheets, our one script and our pictures, nothing from elsewhere, no frame, forms and the
/// script's files to ourselves alone; the script cannot turn text into markup.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
     connect-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
     require-trusted-types-for 'script'; trusted-types 'none'";

const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::CACHE_CONTROL, "no-store"),
    // Other sites get no referrer. Our own forms keep their Origin, which older browsers drop
    // under `no-referrer` and which the cross-site check needs.
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    ),
];

/// Adds the headers.
pub async fn add(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Logs faults of the server.
pub async fn log_faults(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    // A page that waits in a flood is no fault, and a flood is not to fill the log.
    let waits = response.extensions().get::<RetryAfter>().is_some();
    if response.status().is_server_error() && !waits {
        let route = route.as_ref().map_or("unmatched", MatchedPath::as_str);
        tracing::warn!(route, status = response.status().as_u16(), "a request failed");
    }
    response
}
