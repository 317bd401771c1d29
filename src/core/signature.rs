//! Signatures on officers' requests: HTTP Message Signatures with Ed25519.
//!
//! The officers' tool signs method, path, query, body digest, time and a nonce; the server checks
//! them. There are no sessions and no tokens. Only the one form that our tool writes is accepted,
//! so there is little to parse. The server remembers each nonce for twice [`MAX_SKEW_SECONDS`]: a
//! clock that is ahead makes a signature good for that long.
//!
//! Source: RFC 9421 (sections 2.5 and 3.3.6), RFC 9530 (Content-Digest).

use super::ids::{OfficerId, OnceId};
use base64::{Engine, prelude::BASE64_STANDARD};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

/// How far the two clocks may differ, in seconds, either way.
pub const MAX_SKEW_SECONDS: i64 = 300;

/// The name of the header with the digest.
pub const CONTENT_DIGEST: &str = "content-digest";
/// The name of the header with what is signed.
pub const SIGNATURE_INPUT: &str = "signature-input";
/// The name of the header with the signature.
pub const SIGNATURE: &str = "signature";

const COMPONENTS: &str = r#"("@method" "@path" "@query" "content-digest")"#;

/// What of a request is signed.
pub struct RequestParts<'a> {
    /// `GET` or `POST`.
    pub method: &'a str,
    /// From the first slash to before the question mark.
    pub path: &'a str,
    /// Without the question mark; empty when there is none.
    pub query: &'a str,
    /// The body; empty when there is none.
    pub body: &'a [u8],
}

/// The values of the three headers.
pub struct SignatureHeaders {
    /// For [`CONTENT_DIGEST`].
    pub digest: String,
    /// For [`SIGNATURE_INPUT`].
    pub input: String,
    /// For [`SIGNATURE`].
    pub signature: String,
}

impl SignatureHeaders {
    /// Whether this is the body whose digest was signed.
    pub fn fit(&self, body: &[u8]) -> bool {
        self.digest == content_digest(body)
    }
}

/// Who signed, and the nonce that must not come again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedBy {
    /// The officer.
    pub officer: OfficerId,
    /// The nonce.
    pub nonce: OnceId,
}

/// Why a signature is not accepted. Carries nothing of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// A header is not of the form that our tool writes.
    #[error("the signature headers are not of the expected form")]
    Malformed,
    /// The body is not what was signed.
    #[error("the body does not fit its digest")]
    Digest,
    /// The two clocks differ by more than [`MAX_SKEW_SECONDS`].
    #[error("the time of signing is too far from the server's clock")]
    Clock,
    /// No officer has this key.
    #[error("no officer has this key")]
    Stranger,
    /// The signature does not fit.
    #[error("the signature does not fit")]
    Wrong,
}

/// Signs a request.
pub fn sign(
    parts: &RequestParts,
    officer: OfficerId,
    key: &SigningKey,
    now_seconds: i64,
    nonce: OnceId,
) -> SignatureHeaders {
    let digest = content_digest(parts.body);
    let params = format!(
        r#"{COMPONENTS};created={now_seconds};nonce="{nonce}";keyid="{officer}";alg="ed25519""#
    );
    let signature = key.sign(base(parts, &digest, &params).as_bytes());
    SignatureHeaders {
        input: format!("desk={params}"),
        signature: format!("desk=:{}:", BASE64_STANDARD.encode(signature.to_bytes())),
        digest,
    }
}

/// Checks a whole request against the key that `key_of` gives for its signer.
///
/// # Errors
/// [`SignatureError`].
pub fn verify(
    parts: &RequestParts,
    headers: &SignatureHeaders,
    now_seconds: i64,
    key_of: impl FnOnce(&OfficerId) -> Option<VerifyingKey>,
) -> Result<SignedBy, SignatureError> {
    let by = verify_head(parts, headers, now_seconds, key_of)?;
    if headers.fit(parts.body) { Ok(by) } else { Err(SignatureError::Digest) }
}

/// Checks what is signed of a request before its body is read, which is not looked at: the digest
/// is signed, and [`SignatureHeaders::fit`] says whether the body is the one that it names.
///
/// # Errors
/// [`SignatureError`], but for [`SignatureError::Digest`].
pub fn verify_head(
    parts: &RequestParts,
    headers: &SignatureHeaders,
    now_seconds: i64,
    key_of: impl FnOnce(&OfficerId) -> Option<VerifyingKey>,
) -> Result<SignedBy, SignatureError> {
    let params = headers.input.strip_prefix("desk=").ok_or(SignatureError::Malformed)?;
    let (created, by) = parse_params(params).ok_or(SignatureError::Malformed)?;
    let signature = parse_signature(&headers.signature).ok_or(SignatureError::Malformed)?;
    let key = key_of(&by.officer).ok_or(SignatureError::Stranger)?;
    key.verify_strict(base(parts, &headers.digest, params).as_bytes(), &signature)
        .map_err(|_| SignatureError::Wrong)?;
    if created.abs_diff(now_seconds) > MAX_SKEW_SECONDS.unsigned_abs() {
        return Err(SignatureError::Clock);
    }
    Ok(by)
}

fn content_digest(body: &[u8]) -> String {
    format!("sha-256=:{}:", BASE64_STANDARD.encode(Sha256::digest(body)))
}

/// The signature base: one line per component, then the parameters. Source: RFC 9421, 2.5.
fn base(parts: &RequestParts, digest: &str, params: &str) -> String {
    let RequestParts { method, path, query, .. } = parts;
    format!(
        "\"@method\": {method}\n\"@path\": {path}\n\"@query\": ?{query}\n\
         \"content-digest\": {digest}\n\"@signature-params\": {params}"
    )
}

fn parse_params(params: &str) -> Option<(i64, SignedBy)> {
    let rest = params.strip_prefix(COMPONENTS)?.strip_prefix(";created=")?;
    let (created, rest) = rest.split_once(";nonce=\"")?;
    let (nonce, rest) = rest.split_once("\";keyid=\"")?;
    let officer = rest.strip_suffix("\";alg=\"ed25519\"")?;
    let by = SignedBy { officer: OfficerId::parse(officer)?, nonce: OnceId::parse(nonce)? };
    Some((created.parse().ok()?, by))
}

fn parse_signature(header: &str) -> Option<Signature> {
    let text = header.strip_prefix("desk=:")?.strip_suffix(':')?;
    Signature::from_slice(&BASE64_STANDARD.decode(text).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_800_000_000;

    fn parts<'a>() -> RequestParts<'a> {
        RequestParts { method: "POST", path: "/a", query: "after=1", body: b"body" }
    }

    fn key() -> SigningKey {
        SigningKey::from_bytes(&[3; 32])
    }

    fn signed() -> SignatureHeaders {
        let officer = OfficerId::from_bytes([1; 16]);
        sign(&parts(), officer, &key(), NOW, OnceId::from_bytes([2; 16]))
    }

    fn check(parts: &RequestParts, headers: &SignatureHeaders, now: i64) -> Option<SignatureError> {
        verify(parts, headers, now, |_| Some(key().verifying_key())).err()
    }

    #[test]
    fn a_signed_request_is_accepted_within_the_skew() {
        assert_eq!(check(&parts(), &signed(), NOW), None);
        assert_eq!(check(&parts(), &signed(), NOW - MAX_SKEW_SECONDS), None);
        assert_eq!(check(&parts(), &signed(), NOW + 301), Some(SignatureError::Clock));
    }

    #[test]
    fn every_changed_part_is_refused() {
        let headers = signed();
        let changed = |parts: RequestParts| check(&parts, &headers, NOW);
        assert_eq!(changed(RequestParts { method: "GET", ..parts() }), Some(SignatureError::Wrong));
        assert_eq!(changed(RequestParts { path: "/b", ..parts() }), Some(SignatureError::Wrong));
        assert_eq!(changed(RequestParts { query: "", ..parts() }), Some(SignatureError::Wrong));
        assert_eq!(changed(RequestParts { body: b"", ..parts() }), Some(SignatureError::Digest));
        let later = headers.input.replace("created=18", "created=19");
        let headers = SignatureHeaders { input: later, ..signed() };
        assert_eq!(check(&parts(), &headers, NOW), Some(SignatureError::Wrong));
    }

    #[test]
    fn strangers_and_nonsense_are_refused() {
        let stranger = verify(&parts(), &signed(), NOW, |_| None);
        assert_eq!(stranger.err(), Some(SignatureError::Stranger));
        for input in ["", "desk=", "desk=();created=1", "other=x"] {
            let headers = SignatureHeaders { input: input.into(), ..signed() };
            assert_eq!(check(&parts(), &headers, NOW), Some(SignatureError::Malformed));
        }
    }
}
