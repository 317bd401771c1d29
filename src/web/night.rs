//! What the server does by itself once a day: closed cases whose day has come are destroyed, and the
//! ledger lets go of what was destroyed. Nothing else ever expires.
//!
//! [`super::serve`] runs it beside the pages. The day comes from the clock that everything else has.

use super::App;
use crate::{
    core::Day,
    store::{Rewritten, Store, StoreError},
};
use std::{convert::Infallible, sync::Arc, time::Duration};

/// How often it looks whether a new day has begun, in seconds.
const LOOK_SECONDS: u64 = 10 * 60;

/// Does it now, and after the beginning of each day.
pub async fn keep(app: &Arc<App>) -> Infallible {
    let mut rounds = tokio::time::interval(Duration::from_secs(LOOK_SECONDS));
    let mut done = None;
    loop {
        rounds.tick().await;
        let today = app.clock.today();
        if done == Some(today) {
            continue;
        }
        done = Some(today);
        if let Err(error) = tidy(&app.store, today).await {
            tracing::error!(%error, "what was destroyed is still in the ledger until tomorrow");
        }
    }
}

async fn tidy(store: &Store, today: Day) -> Result<(), StoreError> {
    let destroyed = destroy_due(store, today).await?;
    if destroyed > 0 {
        tracing::info!(cases = destroyed, "cases whose day had come were destroyed");
    }
    if store.has_remains(today)? {
        let store = store.clone();
        // A stop waits until it is over.
        let rewriting = tokio::task::spawn_blocking(move || store.rewrite(today));
        let Rewritten { bytes_before, bytes_after, .. } =
            rewriting.await.map_err(|_| StoreError::Closed)??;
        tracing::info!(bytes_before, bytes_after, "the ledger was rewritten");
    }
    Ok(())
}

/// Destroys the cases whose day has come; tells how many.
///
/// # Errors
/// As [`Store::destroy`]; some may be destroyed.
pub async fn destroy_due(store: &Store, today: Day) -> Result<usize, StoreError> {
    let mut destroyed = 0;
    for (case, release) in store.due(today)? {
        match store.destroy(case, release, today).await {
            Ok(()) => destroyed += 1,
            // An officer held it just now.
            Err(StoreError::NotReleased | StoreError::UnknownCase) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(destroyed)
}
