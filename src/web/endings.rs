//! How cases end, between the officers' tool and the server.
//!
//! Closing with a day, opening again, destroying, and where cases stand. Each may be asked again
//! without harm. An officer who may not read a case learns nothing of it; of a destroyed one learns
//! only who knows its id.

use super::{
    App,
    officers::{Refusal, cbor, readable},
};
use crate::{
    core::{
        CaseId, OfficerId,
        release::{Asked, CaseEnding, EndingsPage, MAX_ASKED, Release, ReleaseKind},
        wire,
    },
    store::{Ending, StoreError},
};
use axum::{
    body::Bytes,
    extract::{Extension, Path, State},
    http::StatusCode,
    response::Response,
};
use std::sync::Arc;

/// `POST cases/ID/close`: from a day on it may be destroyed.
pub async fn close(
    State(app): State<Arc<App>>,
    Extension(officer): Extension<OfficerId>,
    Path(case): Path<String>,
    body: Bytes,
) -> Result<StatusCode, Refusal> {
    let head = readable(&app, officer, &case)?;
    let release = signed(&app, head.case, &body).filter(|it| it.kind == ReleaseKind::Closed);
    app.store.release(head.case, Some(release.ok_or(Refusal::Nonsense)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST cases/ID/reopen`: it may not be destroyed any more.
pub async fn reopen(
    State(app): State<Arc<App>>,
    Extension(officer): Extension<OfficerId>,
    Path(case): Path<String>,
) -> Result<StatusCode, Refusal> {
    let head = readable(&app, officer, &case)?;
    app.store.release(head.case, None).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST cases/ID/destroy`: at once, or because its day has come.
pub async fn destroy(
    State(app): State<Arc<App>>,
    Extension(officer): Extension<OfficerId>,
    Path(case): Path<String>,
    body: Bytes,
) -> Result<StatusCode, Refusal> {
    let id = CaseId::parse(&case).ok_or(Refusal::Unknown)?;
    let known = app.store.ending(id)?;
    if !matches!(known, Some(Ending::Destroyed(..))) {
        readable(&app, officer, &case)?;
    }
    let release = signed(&app, id, &body).ok_or(Refusal::Nonsense)?;
    let today = app.clock.today();
    if release.kind == ReleaseKind::Closed && release.day <= today {
        // What was destroyed on its day came back with an older copy of the data.
        app.store.release(id, Some(release)).await.or_else(|error| match error {
            StoreError::UnknownCase => Ok(()),
            other => Err(other),
        })?;
    }
    app.store.destroy(id, release, today).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST endings`: where these cases stand.
pub async fn endings(
    State(app): State<Arc<App>>,
    Extension(officer): Extension<OfficerId>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let Asked { cases } = wire::from_bytes(&body).ok_or(Refusal::Nonsense)?;
    if cases.len() > MAX_ASKED {
        return Err(Refusal::TooLarge);
    }
    let mut endings = Vec::new();
    for case in cases {
        let ending = match app.store.ending(case)? {
            Some(Ending::Destroyed(day, release)) => {
                CaseEnding { case, destroyed_on: Some(day), release: Some(release) }
            }
            Some(Ending::Kept(release)) if reads(&app, officer, case)? => {
                CaseEnding { case, destroyed_on: None, release }
            }
            _ => continue,
        };
        endings.push(ending);
    }
    Ok(cbor(&EndingsPage { endings }))
}

fn reads(app: &App, officer: OfficerId, case: CaseId) -> Result<bool, StoreError> {
    Ok(app.store.head(case)?.is_some_and(|head| head.readers.contains(&officer)))
}

/// The release in a body, when an officer of the team said it of this case.
fn signed(app: &App, case: CaseId, body: &[u8]) -> Option<Release> {
    let release: Release = wire::from_bytes(body)?;
    let signer = app.team.find(&release.officer)?.signer.as_ref()?;
    release.is_of(case, signer).then_some(release)
}
