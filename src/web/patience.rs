//! How long the server waits for a client: for a body that comes in, and for an answer to go out.
//!
//! [`accept`](super::accept) puts both around each request. What counts is progress, not the whole: a
//! large file over a slow line takes as long as it takes. Only the time in which the server waits
//! for the client counts.

use super::seats::{Doing, Seat};
use axum::body::{Body, BodyDataStream, Bytes};
use futures_util::{StreamExt, stream};
use hyper::body::{Frame, SizeHint};
use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};
use tokio::time::{Instant, timeout};

/// So much of a body must come in each [`WINDOW`] of waiting, in bytes: a tenth of what the slowest
/// mobile network brings.
const LEAST_BYTES: usize = 32 * 1024;

/// The time in which it must come.
const WINDOW: Duration = Duration::from_secs(120);

/// Less than [`LEAST_BYTES`] came in a [`WINDOW`].
#[derive(Debug, thiserror::Error)]
#[error("the body comes too slowly")]
struct TooSlow;

/// A body that ends with an error when it comes too slowly, and says to the seat what is waited for.
pub fn paced(body: Body, seat: Arc<Seat>) -> Body {
    paced_in(WINDOW, body, seat)
}

fn paced_in(window: Duration, body: Body, seat: Arc<Seat>) -> Body {
    let (body, left, bytes) = (body.into_data_stream(), window, 0);
    let pace = Pace { body, seat, window, left, bytes };
    Body::from_stream(stream::unfold(pace, |mut pace| async {
        let piece = pace.next().await?;
        Some((piece, pace))
    }))
}

struct Pace {
    body: BodyDataStream,
    seat: Arc<Seat>,
    window: Duration,
    /// What is left of this window.
    left: Duration,
    /// What came in it.
    bytes: usize,
}

impl Pace {
    async fn next(&mut self) -> Option<Result<Bytes, axum::BoxError>> {
        self.seat.is(Doing::Receiving);
        let since = Instant::now();
        let came = timeout(self.left, self.body.next()).await;
        self.seat.is(Doing::Working);
        let Ok(came) = came else {
            self.left = Duration::ZERO;
            return Some(Err(TooSlow.into()));
        };
        let piece = match came? {
            Ok(piece) => piece,
            Err(error) => return Some(Err(error.into())),
        };
        self.left = self.left.saturating_sub(since.elapsed());
        self.bytes += piece.len();
        if self.bytes >= LEAST_BYTES {
            (self.left, self.bytes) = (self.window, 0);
        }
        Some(Ok(piece))
    }
}

/// An answer's body that says to the seat when it has gone out.
pub struct Sending {
    body: Body,
    _sent: Sent,
}

struct Sent(Arc<Seat>);

impl Sending {
    /// Around the body of an answer.
    pub fn new(body: Body, seat: Arc<Seat>) -> Self {
        Self { body, _sent: Sent(seat) }
    }
}

impl Drop for Sent {
    fn drop(&mut self) {
        self.0.is(Doing::Waiting);
    }
}

impl hyper::body::Body for Sending {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::{peer::Peer, seats::Seats};
    use std::convert::Infallible;

    const SHORT: Duration = Duration::from_secs(1);

    async fn through(body: Body) -> (usize, Result<(), axum::Error>) {
        let seat = Seats::new(1).take(Peer::LOCAL).await.unwrap();
        let mut pieces = paced_in(SHORT, body, Arc::new(seat)).into_data_stream();
        let mut bytes = 0;
        while let Some(piece) = pieces.next().await {
            match piece {
                Ok(piece) => bytes += piece.len(),
                Err(error) => return (bytes, Err(error)),
            }
        }
        (bytes, Ok(()))
    }

    #[tokio::test]
    async fn a_body_that_falls_silent_ends_with_an_error() {
        let begun = stream::iter([Ok::<_, Infallible>(vec![b'x'; 10])]);
        let (bytes, end) = through(Body::from_stream(begun.chain(stream::pending()))).await;
        assert_eq!(bytes, 10);
        assert!(end.is_err());
    }

    #[tokio::test]
    async fn a_body_that_drips_ends_with_an_error_however_often_it_drips() {
        let drips = stream::unfold((), |()| async {
            tokio::time::interval_at(Instant::now() + SHORT / 20, SHORT).tick().await;
            Some((Ok::<_, Infallible>(vec![b'x']), ()))
        });
        let (bytes, end) = through(Body::from_stream(drips)).await;
        assert!(bytes <= 40, "{bytes}");
        assert!(end.is_err());
    }

    #[tokio::test]
    async fn a_slow_body_that_keeps_coming_may_take_longer_than_the_window() {
        let slow = stream::unfold(0, |count| async move {
            tokio::time::interval_at(Instant::now() + SHORT / 4, SHORT).tick().await;
            (count < 8).then(|| (Ok::<_, Infallible>(vec![b'x'; LEAST_BYTES]), count + 1))
        });
        let (bytes, end) = through(Body::from_stream(slow)).await;
        assert_eq!(bytes, 8 * LEAST_BYTES);
        assert!(end.is_ok());
    }
}
