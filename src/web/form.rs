//! Reads what a browser sent into a [`ReportForm`] and [`Files`], as far as it came.
//!
//! The extractor [`Sent`] never refuses: whatever arrived is kept, so that the page can be shown
//! again with it. What did not go well is said beside it. Text is kept up to a limit; files go
//! on into the store, sealed, while they come in.

use super::{
    App, MAX_FORM_BYTES,
    files::Files,
    incoming::{BodyEnd, Watch, discard, with_end},
    limits::Client,
};
use crate::core::{Plaintext, report::ReportForm};
use axum::{
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::Field},
    http::{HeaderMap, header},
};
use std::{convert::Infallible, sync::Arc};

/// More parts than any form of ours has; what comes after is not kept.
const MAX_PARTS: usize = 300;

/// A form as far as it arrived.
pub struct Sent {
    /// What arrived.
    pub form: ReportForm,
    /// Who sent it, as far as that can be told.
    pub client: Client,
    /// The files that came along, now or with an earlier sending.
    pub files: Files,
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
        let (form, client) = (ReportForm::default(), app.client(&head));
        let mut sent = Self { form, client, files: Files::new(app, client), fault: None };
        let Some(boundary) = boundary(&head.headers).map(str::to_owned) else {
            discard(body).await;
            return Ok(Self { fault: Some(FormFault::Cut), ..sent });
        };
        let (body, watch) = with_end(body, &boundary);
        let mut request = Request::from_parts(head, body);
        // What is received has its own limit, and so has what is kept.
        DefaultBodyLimit::disable().apply(&mut request);
        let parsed = match Multipart::from_request(request, app).await {
            Ok(parts) => sent.parse(app, parts, &watch).await,
            Err(_) => Err(FormFault::Cut),
        };
        sent.files.take_kept(app, &mut sent.form);
        let end = watch.end().unwrap_or(BodyEnd::Cut);
        if matches!(end, BodyEnd::Cut | BodyEnd::Broken) {
            sent.files.lose_fresh();
        }
        let fault = parsed.and(end.fault()).err();
        // Too many files are said by name, and all text came before them.
        let is_said = parsed.is_ok() && end == BodyEnd::TooLarge && !sent.files.refused.is_empty();
        sent.fault = fault.filter(|_| !is_said);
        Ok(sent)
    }
}

/// What stands between the parts. Source: RFC 2046, 5.1.1.
fn boundary(headers: &HeaderMap) -> Option<&str> {
    let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let (_, rest) = kind.split_once("boundary=")?;
    Some(rest.split(';').next().unwrap_or_default().trim().trim_matches('"'))
}

impl Sent {
    /// Takes part after part. What is too much is read and not kept: the browser is still sending,
    /// and reads no answer before it is done.
    async fn parse(
        &mut self,
        app: &App,
        mut parts: Multipart,
        watch: &Watch,
    ) -> Result<(), FormFault> {
        let (mut room, mut outcome) = (MAX_FORM_BYTES, Ok(()));
        let mut number = 0;
        while let Some(part) = parts.next_field().await.map_err(|_| FormFault::Cut)? {
            watch.moves_on();
            number += 1;
            if number > MAX_PARTS {
                outcome = Err(FormFault::TooLarge);
                skip(part, watch).await?;
            } else if part.file_name().is_some() {
                self.files.take_kept(app, &mut self.form);
                self.files.receive(app, &self.form, part, watch).await?;
            } else if !self.keep(part, &mut room, watch).await? {
                outcome = Err(FormFault::TooLarge);
            }
        }
        outcome
    }

    /// Keeps a part with text, as far as there is room. Whether all of it was kept.
    async fn keep(
        &mut self,
        mut part: Field<'_>,
        room: &mut usize,
        watch: &Watch,
    ) -> Result<bool, FormFault> {
        let name = part.name().unwrap_or_default().to_owned();
        let mut fits = name.len() <= *room;
        *room = room.saturating_sub(name.len());
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(|_| FormFault::Cut)? {
            watch.moves_on();
            fits &= chunk.len() <= *room;
            let kept = &chunk[..chunk.len().min(*room)];
            bytes.extend_from_slice(kept);
            *room -= kept.len();
        }
        if fits || !bytes.is_empty() {
            let text = String::from_utf8(bytes).unwrap_or_else(|error| {
                self.form.unreadable.push(name.clone());
                String::from_utf8_lossy(error.as_bytes()).into_owned()
            });
            self.form.fields.entry(name).or_default().push(Plaintext::from(text));
        }
        Ok(fits)
    }
}

async fn skip(mut part: Field<'_>, watch: &Watch) -> Result<(), FormFault> {
    while part.chunk().await.map_err(|_| FormFault::Cut)?.is_some() {
        watch.moves_on();
    }
    Ok(())
}
