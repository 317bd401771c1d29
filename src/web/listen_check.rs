//! What `meldpunt check` says about certificate and socket, beside what makes a start fail.
//!
//! [`check`](super::operator::check) calls it. It opens no port and changes nothing.

use super::{
    Config,
    listen::{SocketError, check_socket},
    operator::reason,
    poster::PublicAddress,
    tls::{Certificates, TlsConfig, TlsError, read_chain},
};
use crate::{Texts, core::Clock, terminal::Terminal};
use axum::http::Uri;
use std::{os::unix::fs::PermissionsExt, path::Path};
use tokio_rustls::rustls::{
    client::verify_server_name,
    pki_types::{CertificateDer, ServerName},
    server::ParsedCertificate,
};
use x509_cert::{Certificate, der::Decode};

/// A certificate that ends within so many days is warned about.
const SOON_DAYS: i64 = 14;

const DAY_SECONDS: i64 = 24 * 60 * 60;

/// Says what is wrong with certificate and socket. Whether a start would work.
pub fn check(terminal: &Terminal, config: &Config, clock: Clock) -> bool {
    let t = &terminal.texts;
    let tls = config.tls.as_ref().map(|files| check_tls(terminal, config, files, clock));
    let socket = config.server.socket.as_deref().map(|path| {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() else {
            return true;
        };
        match runtime.block_on(check_socket(path)) {
            // A server that runs is no fault of the settings.
            Ok(()) | Err(SocketError::InUse) => true,
            Err(error) => {
                terminal.complain(&socket_sentence(t, path, &error));
                false
            }
        }
    });
    tls.unwrap_or(true) && socket.unwrap_or(true)
}

fn check_tls(terminal: &Terminal, config: &Config, files: &TlsConfig, clock: Clock) -> bool {
    let t = &terminal.texts;
    let chain = match Certificates::read(files).and_then(|_| read_chain(&files.certificate)) {
        Ok(chain) => chain,
        Err(error) => {
            terminal.complain(&tls_sentence(t, &error));
            return false;
        }
    };
    let own = &chain[0];
    let ends_in = days_left(own, clock);
    match ends_in {
        Some(days) if days < 0 => terminal.complain(&t.op_tls_expired(shown(&files.certificate))),
        Some(days) if days <= SOON_DAYS => {
            terminal.complain(&t.op_tls_expires(days, shown(&files.certificate)));
        }
        _ => {}
    }
    if let Some(name) = public_name(config)
        && !is_for(own, &name)
    {
        terminal.complain(&t.op_tls_other_name(shown(&files.certificate), name));
    }
    if is_open(&files.key) {
        terminal.complain(&t.op_tls_key_open(shown(&files.key)));
    }
    let is_good = ends_in.is_none_or(|days| days >= 0);
    if is_good {
        terminal.say(&t.op_tls_good());
    }
    is_good
}

/// Whole days until the certificate ends; below zero when it has. `None` when it does not say.
fn days_left(certificate: &CertificateDer, clock: Clock) -> Option<i64> {
    let parsed = Certificate::from_der(certificate).ok()?;
    let ends = parsed.tbs_certificate.validity.not_after.to_unix_duration().as_secs();
    Some((i64::try_from(ends).ok()? - clock.seconds()).div_euclid(DAY_SECONDS))
}

/// The name in the public address, unless that is an onion service.
fn public_name(config: &Config) -> Option<String> {
    let address = config.server.public_address.as_deref()?;
    PublicAddress::parse(address)?;
    let uri: Uri = address.parse().ok()?;
    uri.host().filter(|host| !host.ends_with(".onion")).map(str::to_owned)
}

fn is_for(certificate: &CertificateDer, name: &str) -> bool {
    let (Ok(parsed), Ok(name)) =
        (ParsedCertificate::try_from(certificate), ServerName::try_from(name))
    else {
        return false;
    };
    verify_server_name(&parsed, &name).is_ok()
}

/// Whether others than its owner and their group may read the file.
fn is_open(file: &Path) -> bool {
    file.metadata().is_ok_and(|found| found.permissions().mode() & 0o004 != 0)
}

/// What is wrong with the files of `[tls]`, and the line to change.
pub(super) fn tls_sentence(t: &Texts, error: &TlsError) -> String {
    match error {
        TlsError::CertificateUnreadable { file, source } => {
            t.op_tls_certificate(shown(file), reason(t, source.kind()))
        }
        TlsError::KeyUnreadable { file, source } => {
            t.op_tls_key(shown(file), reason(t, source.kind()))
        }
        TlsError::NoCertificate { file } => t.op_tls_no_certificate(shown(file)),
        TlsError::NoKey { file } => t.op_tls_no_key(shown(file)),
        TlsError::LockedKey { file } => t.op_tls_locked_key(shown(file)),
        TlsError::OtherKey { key } => t.op_tls_other_key(shown(key)),
        TlsError::Unusable { file, source } => t.op_tls_unusable(shown(file), source.to_string()),
    }
}

/// What is wrong with the Unix socket, and the line to change.
pub(super) fn socket_sentence(t: &Texts, path: &Path, error: &SocketError) -> String {
    match error {
        SocketError::TooLong => t.op_socket_long(shown(path)),
        SocketError::OtherFile => t.op_socket_other_file(shown(path)),
        SocketError::InUse => t.op_socket_in_use(shown(path)),
        SocketError::Refused(source) => t.op_socket_refused(shown(path), reason(t, source.kind())),
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
