//! The endpoints of the officers' tool.
//!
//! Every request is signed; there are no sessions. An officer sees the cases that were sealed to
//! that officer, and of all others not even that they exist. See [`crate::core::wire`] for what
//! goes to and fro.

use super::{App, admission::RetryAfter, endings, limits::Wait};
use crate::{
    core::{
        AttachmentId, CaseId, ItemKind, Officer, OfficerId, OnceId,
        signature::{self, RequestParts, SignatureHeaders},
        wire::{self, Append, Appended, CaseHead, ChangeReaders, ItemName, TeamMember, TeamPage},
    },
    store::{NewItem, NewReaders, StoreError, StoredFile},
};
use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{Extension, OriginalUri, Path, Query, Request, State, rejection::QueryRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use minicbor::Encode;
use serde::Deserialize;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::fs::File;
use tokio_util::io::ReaderStream;

/// The largest body, in bytes: the largest item and what stands around it.
const MAX_BODY_BYTES: usize = crate::core::envelope::LARGEST_CLASS_BYTES + 64 * 1024;

/// How much of an attachment is read at a time, in bytes.
const PART_BYTES: usize = 64 * 1024;

/// Nonces of the last minutes: no signed request is accepted twice. Bounded by what officers,
/// who hold keys, can send in ten minutes.
#[derive(Default)]
pub struct Nonces(Mutex<HashMap<OnceId, i64>>);

impl Nonces {
    /// Remembers a nonce. `false` when it came before.
    fn is_new(&self, nonce: OnceId, now_seconds: i64) -> bool {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.retain(|_, at| now_seconds - *at <= 2 * signature::MAX_SKEW_SECONDS);
        seen.insert(nonce, now_seconds).is_none()
    }
}

/// Why an officer's request is refused. Each is a status code and nothing else.
pub(super) enum Refusal {
    /// The signature is not accepted, or this very request came before.
    Signature,
    /// No such case, or not for this officer: the same answer.
    Unknown,
    /// The case names this attachment, but its file is not as it was stored.
    Lost,
    /// Something came to the case that whoever changes its readers did not know of.
    Moved,
    /// Who was to be added is none of the team, or was excluded, or nobody would be left.
    Readers,
    /// Query or body are no such request.
    Nonsense,
    /// The body is too large.
    TooLarge,
    /// This officer's tool asks more than any desk does.
    TooOften(Wait),
    /// The case may not be destroyed now.
    NotReleased,
    /// The store cannot do it.
    Store(StoreError),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::UnknownCase => Self::Unknown,
            StoreError::Moved => Self::Moved,
            StoreError::Excluded => Self::Readers,
            StoreError::NotReleased => Self::NotReleased,
            StoreError::MissingAttachment | StoreError::DamagedAttachment => Self::Lost,
            other => Self::Store(other),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = match self {
            Self::Signature => StatusCode::UNAUTHORIZED,
            Self::Unknown => StatusCode::NOT_FOUND,
            Self::Lost => {
                tracing::error!("an attachment is not as it was stored");
                StatusCode::GONE
            }
            Self::Moved => StatusCode::CONFLICT,
            Self::Readers => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Nonsense => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooOften(Wait { seconds, .. }) => {
                let status = StatusCode::TOO_MANY_REQUESTS;
                return (status, RetryAfter { seconds }, ()).into_response();
            }
            Self::NotReleased => StatusCode::PRECONDITION_FAILED,
            Self::Store(error) => {
                tracing::error!(%error, "an officer's request failed");
                StatusCode::SERVICE_UNAVAILABLE
            }
        };
        status.into_response()
    }
}

/// The endpoints, each behind the check of its signature.
pub fn routes(app: &Arc<App>) -> Router<Arc<App>> {
    Router::new()
        .route("/feed", get(feed))
        .route("/team", get(team))
        .route("/cases/{case}", get(head))
        .route("/cases/{case}/items", get(items).post(append))
        .route("/cases/{case}/readers", post(change_readers))
        .route("/cases/{case}/acknowledge", post(acknowledge))
        .route("/cases/{case}/close", post(endings::close))
        .route("/cases/{case}/reopen", post(endings::reopen))
        .route("/cases/{case}/destroy", post(endings::destroy))
        .route("/endings", post(endings::endings))
        .route("/cases/{case}/attachments/{attachment}", get(attachment))
        .fallback(async || Refusal::Unknown)
        .layer(from_fn_with_state(app.clone(), check_signature))
}

/// Lets signed requests of officers through, and says to the handler who signed.
async fn check_signature(
    State(app): State<Arc<App>>,
    OriginalUri(uri): OriginalUri,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let (mut head, body) = request.into_parts();
    let parts = RequestParts {
        method: head.method.as_str(),
        path: uri.path(),
        query: uri.query().unwrap_or_default(),
        body: b"",
    };
    let headers = signature_headers(&head.headers).ok_or(Refusal::Signature)?;
    let now = app.clock.seconds();
    let signer = |id: &OfficerId| app.team.find(id).and_then(|officer| officer.signer);
    // Before the body is read: who has no key costs a look at a few lines, however many they are.
    let by =
        signature::verify_head(&parts, &headers, now, signer).map_err(|_| Refusal::Signature)?;
    app.limits.request(by.officer).map_err(Refusal::TooOften)?;
    let body = to_bytes(body, MAX_BODY_BYTES).await.map_err(|_| Refusal::TooLarge)?;
    if !headers.fit(&body) || !app.nonces.is_new(by.nonce, now) {
        return Err(Refusal::Signature);
    }
    head.extensions.insert(by.officer);
    Ok(next.run(Request::from_parts(head, body.into())).await)
}

fn signature_headers(headers: &HeaderMap) -> Option<SignatureHeaders> {
    let value = |name: &str| Some(headers.get(name)?.to_str().ok()?.to_owned());
    Some(SignatureHeaders {
        digest: value(signature::CONTENT_DIGEST)?,
        input: value(signature::SIGNATURE_INPUT)?,
        signature: value(signature::SIGNATURE)?,
    })
}

pub(super) fn cbor<T: Encode<()>>(value: &T) -> Response {
    ([(header::CONTENT_TYPE, wire::MEDIA_TYPE)], wire::to_bytes(value)).into_response()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct After {
    after: Option<String>,
}

/// `GET feed`, `GET feed?after=CASE.SEQUENCE.CHECK`
async fn feed(
    State(app): State<Arc<App>>,
    Extension(officer): Extension<OfficerId>,
    after: Result<Query<After>, QueryRejection>,
) -> Result<Response, Refusal> {
    let Query(After { after }) = after.map_err(|_| Refusal::Nonsense)?;
    let parse = |name: String| ItemName::parse(&name).ok_or(Refusal::Nonsense);
    let after = after.map(parse).transpose()?;
    Ok(cbor(&app.store.feed(officer, after)?))
}

/// `GET cases/ID`
async fn head(
    State(app): State<Arc<App>>,
    Extension(officer): Extension<OfficerId>,
    Path(case): Path<String>,
) -> Result<Response, Refusal> {
    Ok(cbor(&readable(&app, officer, &case)?))
}

/// `POST cases/ID/items`
async fn append(
    State(app): State<Arc<App>>,
    Extension(officer): Extension<OfficerId>,
    Path(case): Path<String>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let head = readable(&app, officer, &case)?;
    let Append { once, item } = wire::from_bytes(&body).ok_or(Refusal::Nonsense)?;
    if item.kind().is_from_reporter() {
        return Err(Refusal::Nonsense);
    }
    let new =
        NewItem { case: head.case, day: app.clock.today(), once, item, attachments: Vec::new() };
    let sequence = app.store.append(new).await?;
    Ok(cbor(&Appended { sequence }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FromPlace {
    from: u32,
}

/// `GET cases/ID/items?from=SEQUENCE`
async fn items(
    State(app): State<Arc<App>>,
    Extension(officer): Extension<OfficerId>,
    Path(case): Path<String>,
    from: Result<Query<FromPlace>, QueryRejection>,
) -> Result<Response, Refusal> {
    let Query(FromPlace { from }) = from.map_err(|_| Refusal::Nonsense)?;
    let head = readable(&app, officer, &case)?;
    Ok(cbor(&app.store.items_from(head.case, from)?))
}

/// `POST cases/ID/readers`
async fn change_readers(
    State(app): State<Arc<App>>,
    Extension(officer): Extension<OfficerId>,
    Path(case): Path<String>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let head = readable(&app, officer, &case)?;
    let ChangeReaders { once, item, place, added, removed } =
        wire::from_bytes(&body).ok_or(Refusal::Nonsense)?;
    let attachments = Vec::new();
    let item = NewItem { case: head.case, day: app.clock.today(), once, item, attachments };
    let change = NewReaders { item, place, added, removed };
    if change.item.item.kind() != ItemKind::Entry || !is_allowed(&app, &change, &head) {
        return Err(Refusal::Readers);
    }
    Ok(cbor(&Appended { sequence: app.store.change_readers(change).await? }))
}

/// Whether only members of the team are added, and somebody who works is left. Whom the reporter
/// excluded the store knows.
fn is_allowed(app: &App, change: &NewReaders, head: &CaseHead) -> bool {
    let known = change.added.iter().all(|id| app.team.find(id).is_some());
    known && app.team.readers(&change.after(&head.readers)).is_some()
}

/// `POST cases/ID/acknowledge`
async fn acknowledge(
    State(app): State<Arc<App>>,
    Extension(officer): Extension<OfficerId>,
    Path(case): Path<String>,
) -> Result<Response, Refusal> {
    let head = readable(&app, officer, &case)?;
    Ok(cbor(&app.store.acknowledge(head.case, app.clock.today()).await?))
}

/// `GET cases/ID/attachments/ID`: read from disk while it goes out.
async fn attachment(
    State(app): State<Arc<App>>,
    Extension(officer): Extension<OfficerId>,
    Path((case, attachment)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let head = readable(&app, officer, &case)?;
    let id = AttachmentId::parse(&attachment).ok_or(Refusal::Unknown)?;
    let StoredFile { file, bytes } =
        app.store.attachment(head.case, id)?.ok_or(Refusal::Unknown)?;
    let parts = ReaderStream::with_capacity(File::from_std(file), PART_BYTES);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(wire::SEALED_FILE_TYPE)),
        (header::CONTENT_LENGTH, HeaderValue::from(bytes)),
    ];
    Ok((headers, Body::from_stream(parts)).into_response())
}

/// The head of a case that this officer may read.
pub(super) fn readable(app: &App, officer: OfficerId, case: &str) -> Result<CaseHead, Refusal> {
    let case = CaseId::parse(case).ok_or(Refusal::Unknown)?;
    let head = app.store.head(case)?.ok_or(Refusal::Unknown)?;
    if head.readers.contains(&officer) { Ok(head) } else { Err(Refusal::Unknown) }
}

/// `GET team`: everyone's public keys, so that a reply can be sealed to a case's other readers, and
/// the entries of each checked.
async fn team(State(app): State<Arc<App>>) -> Response {
    let member = |officer: &Officer| TeamMember {
        id: officer.id,
        name: officer.file.name.clone(),
        recipient: officer.recipient.to_string(),
        signer: officer.file.signer.clone(),
    };
    cbor(&TeamPage { members: app.team.iter().map(member).collect() })
}
