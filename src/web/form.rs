//! Reads what a browser sent into a [`ReportForm`], as far as it came.
//!
//! The extractor [`Sent`] never refuses: whatever arrived is kept, so that the page can be shown
//! again with it. What did not go well is said beside it.

use super::{App, MAX_FORM_BYTES};
use crate::core::{Plaintext, report::ReportForm};
use axum::{
    body::{Body, HttpBody},
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::{HeaderMap, StatusCode, header},
};
use std::{convert::Infallible, future::poll_fn, pin::Pin, sync::Arc};

/// More parts than any form of ours has; what comes after is not read.
const MAX_PARTS: usize = 300;

/// What is received of a form that is too large, in bytes. A browser that is still sending reads
/// no answer, so a good deal more is taken in than is kept.
const MAX_RECEIVED_BYTES: usize = 8 * MAX_FORM_BYTES;

/// A form as far as it arrived.
pub struct Sent {
    /// What arrived.
    pub form: ReportForm,
    /// Why the rest did not.
    pub fault: Option<FormFault>,
}

/// Why a form did not arrive whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormFault {
    /// It broke off, or was no form at all.
    Cut,
    /// It is larger than any form of ours can be.
    TooLarge,
}

impl FromRequest<Arc<App>> for Sent {
    type Rejection = Infallible;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Infallible> {
        let (head, body) = request.into_parts();
        let mut form = ReportForm::default();
        let (mut bytes, received) = receive(body).await;
        // The parser gives up on a part without an end: whatever came gets one.
        let whole = match boundary(&head.headers) {
            Some(boundary) => close(&mut bytes, boundary),
            None => Err(FormFault::Cut),
        };
        let request = Request::from_parts(head, Body::from(bytes));
        let parsed = match Multipart::from_request(request, app).await {
            Ok(parts) => parse(parts, &mut form).await,
            Err(_) => Err(FormFault::Cut),
        };
        Ok(Self { form, fault: received.and(parsed).and(whole).err() })
    }
}

/// The first [`MAX_FORM_BYTES`] of a body, or as far as it came.
async fn receive(mut body: Body) -> (Vec<u8>, Result<(), FormFault>) {
    let (mut kept, mut received) = (Vec::new(), 0);
    while received <= MAX_RECEIVED_BYTES {
        match poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
            None => break,
            Some(Err(_)) => return (kept, Err(FormFault::Cut)),
            Some(Ok(frame)) => {
                let data = frame.into_data().unwrap_or_default();
                received += data.len();
                kept.extend_from_slice(&data[..data.len().min(MAX_FORM_BYTES - kept.len())]);
            }
        }
    }
    let whole = if received > MAX_FORM_BYTES { Err(FormFault::TooLarge) } else { Ok(()) };
    (kept, whole)
}

/// What stands between the parts. Source: RFC 2046, 5.1.1.
fn boundary(headers: &HeaderMap) -> Option<&str> {
    let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let (_, rest) = kind.split_once("boundary=")?;
    Some(rest.split(';').next().unwrap_or_default().trim().trim_matches('"'))
}

/// Ends the last part and the form, unless they end.
fn close(bytes: &mut Vec<u8>, boundary: &str) -> Result<(), FormFault> {
    let end = format!("\r\n--{boundary}--");
    if bytes.trim_ascii_end().ends_with(end.as_bytes()) {
        return Ok(());
    }
    let begun = (0..end.len()).rev().find(|length| bytes.ends_with(&end.as_bytes()[..*length]));
    bytes.truncate(bytes.len() - begun.unwrap_or_default());
    bytes.extend_from_slice(end.as_bytes());
    bytes.extend_from_slice(b"\r\n");
    Err(FormFault::Cut)
}

async fn parse(mut parts: Multipart, form: &mut ReportForm) -> Result<(), FormFault> {
    for _ in 0..MAX_PARTS {
        let Some(part) = parts.next_field().await.map_err(|e| fault_of(&e))? else {
            return Ok(());
        };
        let name = part.name().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.map_err(|e| fault_of(&e))?;
        keep(form, name, bytes.into());
    }
    Err(FormFault::TooLarge)
}

fn keep(form: &mut ReportForm, name: String, bytes: Vec<u8>) {
    let text = String::from_utf8(bytes).unwrap_or_else(|error| {
        form.unreadable.push(name.clone());
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    });
    form.fields.entry(name).or_default().push(Plaintext::from(text));
}

fn fault_of(error: &MultipartError) -> FormFault {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        FormFault::TooLarge
    } else {
        FormFault::Cut
    }
}
