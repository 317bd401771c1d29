//! One file from the network into the store: cleaned and sealed while it comes in, in constant
//! memory.
//!
//! [`Files`](super::files::Files) calls it for each part with a file. What arrived is given to a
//! blocking thread a batch at a time, and no more is read before that batch is on its way to the
//! disk. A file that stops halfway, for whatever reason, leaves nothing.

use super::{
    App,
    files::{Allowed, KeptFile, WhyRefused},
    incoming::{BodyEnd, Watch},
};
use crate::{
    core::{
        AttachmentId,
        attachment::{Attachment, FileKey, Traces},
        files::{Cleaner, FileFault},
        stack::wiped,
    },
    store::{AttachmentWriter, Store},
};
use axum::{body::Bytes, extract::multipart::Field};
use sha2::{Digest, Sha256};
use std::time::Duration;
use tokio::{task::spawn_blocking, time::timeout};
use zeroize::Zeroizing;

/// This many files are cleaned and sealed at once; the others wait on the line.
pub const MAX_UPLOADING: usize = 32;

/// Bytes that are gathered before they go to a blocking thread.
const BATCH_BYTES: usize = 64 * 1024;

/// A line on which nothing comes for so long is taken as broken.
const PATIENCE: Duration = Duration::from_secs(120);

/// Why a file did not come in.
pub enum Stopped {
    /// It is not taken; the form goes on after it.
    Refused(WhyRefused),
    /// The form ends here.
    Cut,
}

impl From<WhyRefused> for Stopped {
    fn from(why: WhyRefused) -> Self {
        Self::Refused(why)
    }
}

/// Takes in one part. All of it is read, also when it is not taken.
///
/// # Errors
/// [`Stopped`]; nothing of the file is left then.
pub async fn receive(
    app: &App,
    part: &mut Field<'_>,
    name: &str,
    (watch, allowed): (&Watch, Allowed),
) -> Result<KeptFile, Stopped> {
    let mut batch = Zeroizing::new(Vec::new());
    let mut permit = None;
    let mut file = Ok(None);
    let mut received = 0;
    while let Some(chunk) = next(part, watch).await? {
        received += chunk.len() as u64;
        if received > allowed.bytes && file.is_ok() {
            // What was written of it goes here.
            file = Err(allowed.beyond);
        }
        if file.is_err() {
            continue;
        }
        if permit.is_none() {
            if app.limits.file(allowed.client).is_err() {
                file = Err(WhyRefused::NoRoom);
                continue;
            }
            permit = app.uploading.acquire().await.ok();
            batch.reserve_exact(BATCH_BYTES);
        }
        if batch.len() + chunk.len() > BATCH_BYTES {
            file = give(app, file, &mut batch).await;
        }
        batch.extend_from_slice(&chunk);
    }
    match watch.end() {
        Some(BodyEnd::Cut | BodyEnd::Broken) => return Err(Stopped::Cut),
        Some(BodyEnd::TooLarge) => return Err(WhyRefused::TooMuch.into()),
        Some(BodyEnd::Whole) | None => {}
    }
    if received == 0 {
        return Err(WhyRefused::Fault(FileFault::Empty).into());
    }
    let sealing = give(app, file, &mut batch).await?.ok_or(WhyRefused::NotStored)?;
    let name = name.to_owned();
    Ok(on_a_blocking_thread(app, || sealing.finish(name)).await?)
}

/// The next piece of a part. `None` at its end.
async fn next(part: &mut Field<'_>, watch: &Watch) -> Result<Option<Bytes>, Stopped> {
    let chunk = timeout(PATIENCE, part.chunk()).await.map_err(|_| Stopped::Cut)?;
    watch.moves_on();
    chunk.map_err(|_| Stopped::Cut)
}

/// Gives a batch to the file, which begins with its first one.
async fn give(
    app: &App,
    file: Result<Option<Box<Sealing>>, WhyRefused>,
    batch: &mut Zeroizing<Vec<u8>>,
) -> Result<Option<Box<Sealing>>, WhyRefused> {
    let begun = file?;
    let mut full = std::mem::take(batch);
    let (store, random) = (app.store.clone(), &app.random);
    let (id, key) = (AttachmentId::random(random), FileKey::random(random));
    let (sealing, empty) = on_a_blocking_thread(app, move || {
        let mut sealing = match begun {
            Some(sealing) => sealing,
            None => Sealing::begin(&store, id, key)?,
        };
        sealing.take(&full)?;
        full.clear();
        Ok((sealing, full))
    })
    .await?;
    *batch = empty;
    Ok(Some(sealing))
}

/// Works on as many files at a time as there are cores: more threads would take memory, not time.
async fn on_a_blocking_thread<T: Send + 'static>(
    app: &App,
    work: impl FnOnce() -> Result<T, WhyRefused> + Send + 'static,
) -> Result<T, WhyRefused> {
    let _permit = app.sealing.acquire().await.map_err(|_| WhyRefused::NotStored)?;
    spawn_blocking(|| wiped(work)).await.unwrap_or(Err(WhyRefused::NotStored))
}

/// A file on its way to the disk. Dropped before it is finished, it leaves nothing. It goes from
/// thread to thread in a box: the last block of what came in lies in it, and moving it would leave
/// that on every stack on the way.
struct Sealing {
    id: AttachmentId,
    key: FileKey,
    cleaner: Cleaner,
    writer: AttachmentWriter,
    arrived: Sha256,
    /// What the cleaner gives back, until it is written.
    clean: Zeroizing<Vec<u8>>,
    bytes: u64,
}

impl Sealing {
    fn begin(store: &Store, id: AttachmentId, key: FileKey) -> Result<Box<Self>, WhyRefused> {
        let writer = store.begin_attachment(id, &key)?;
        let (cleaner, arrived) = (Cleaner::new(), Sha256::new());
        let clean = Zeroizing::new(Vec::new());
        Ok(Box::new(Self { id, key, cleaner, writer, arrived, clean, bytes: 0 }))
    }

    fn take(&mut self, content: &[u8]) -> Result<(), WhyRefused> {
        self.arrived.update(content);
        self.cleaner.feed(content, &mut self.clean).map_err(WhyRefused::Fault)?;
        self.write()
    }

    fn write(&mut self) -> Result<(), WhyRefused> {
        self.writer.write(&self.clean)?;
        self.bytes += self.clean.len() as u64;
        self.clean.clear();
        Ok(())
    }

    fn finish(mut self: Box<Self>, name: String) -> Result<KeptFile, WhyRefused> {
        let cleaner = std::mem::replace(&mut self.cleaner, Cleaner::new());
        let seen = cleaner.finish(&mut self.clean).map_err(WhyRefused::Fault)?;
        if !seen.kind.agrees_with_name(&name) {
            return Err(WhyRefused::OtherThanItsName);
        }
        self.write()?;
        let Self { id, key, writer, arrived, bytes, .. } = *self;
        writer.finish()?;
        let (name, kind) = (name.into(), seen.kind.key().to_owned());
        let traces = if seen.is_cleaned { Traces::Removed } else { Traces::Kept };
        let attachment = Attachment { id, key, name, kind, bytes, traces };
        Ok(KeptFile { attachment, digest: arrived.finalize().into() })
    }
}
