//! Connections that are read a little at a time, and whose other end must read too.
//!
//! [`accept`](super::accept) reads through it. The HTTP library doubles what it reads at once each
//! time that a read was full, up to 400 KiB for each connection that sends a file; a read that is
//! never full keeps it at the 8 KiB that it begins with.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Instant, Sleep, sleep_until},
};

/// What one read gives at most, in bytes: less than the library's first buffer holds.
const READ_BYTES: usize = 8 * 1024 - 1;

/// A client that takes nothing of an answer for so long is let go.
const STUCK: Duration = Duration::from_secs(60);

/// One of these connections.
pub struct NarrowStream<S> {
    stream: S,
    /// Until when the client must take something.
    stuck: Option<Pin<Box<Sleep>>>,
}

impl<S> NarrowStream<S> {
    /// Around a connection.
    pub fn new(stream: S) -> Self {
        Self { stream, stuck: None }
    }

    /// What a write came to, or that the client is stuck.
    fn watch<T>(
        &mut self,
        context: &mut Context<'_>,
        write: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if write.is_ready() {
            self.stuck = None;
            return write;
        }
        let until = || Box::pin(sleep_until(Instant::now() + STUCK));
        ready!(self.stuck.get_or_insert_with(until).as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for NarrowStream<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let mut part =
            ReadBuf::new(buffer.initialize_unfilled_to(buffer.remaining().min(READ_BYTES)));
        let read = Pin::new(&mut self.stream).poll_read(context, &mut part);
        let filled = part.filled().len();
        buffer.advance(filled);
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for NarrowStream<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let write = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.watch(context, write)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flush = Pin::new(&mut self.stream).poll_flush(context);
        self.watch(context, flush)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let shutdown = Pin::new(&mut self.stream).poll_shutdown(context);
        self.watch(context, shutdown)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let write = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.watch(context, write)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
