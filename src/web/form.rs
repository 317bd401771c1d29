//! Reads what a browser sent into a [`ReportForm`], as far as it came.
//!
//! The extractor [`Sent`] never refuses: whatever arrived is kept, so that the page can be shown
//! again with it. What did not go well is said beside it.

use super::App;
use crate::core::{Plaintext, report::ReportForm};
use axum::{
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::StatusCode,
};
use std::{convert::Infallible, sync::Arc};

/// More parts than any form of ours has; what comes after is not read.
const MAX_PARTS: usize = 300;

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
        let mut form = ReportForm::default();
        let fault = match Multipart::from_request(request, app).await {
            Ok(parts) => read(parts, &mut form).await.err(),
            Err(_) => Some(FormFault::Cut),
        };
        Ok(Self { form, fault })
    }
}

async fn read(mut parts: Multipart, form: &mut ReportForm) -> Result<(), FormFault> {
    for _ in 0..MAX_PARTS {
        let Some(mut part) = parts.next_field().await.map_err(|e| fault_of(&e))? else {
            return Ok(());
        };
        let name = part.name().unwrap_or_default().to_owned();
        let mut bytes = Vec::new();
        let end = loop {
            match part.chunk().await {
                Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
                Ok(None) => break Ok(()),
                Err(error) => break Err(fault_of(&error)),
            }
        };
        keep(form, name, bytes);
        end?;
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
