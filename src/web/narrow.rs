//! Connections that are read a little at a time.
//!
//! [`accept`](super::accept) reads through it. The HTTP library doubles what it reads at once each
//! time that a read was full, up to 400 KiB for each connection that sends a file; a read that is
//! never full keeps it at the 8 KiB that it begins with.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};

/// What one read gives at most, in bytes: less than the library's first buffer holds.
const READ_BYTES: usize = 8 * 1024 - 1;

/// One of these connections.
pub struct NarrowStream(pub TcpStream);

impl AsyncRead for NarrowStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let mut part =
            ReadBuf::new(buffer.initialize_unfilled_to(buffer.remaining().min(READ_BYTES)));
        let read = Pin::new(&mut self.0).poll_read(context, &mut part);
        let filled = part.filled().len();
        buffer.advance(filled);
        read
    }
}

impl AsyncWrite for NarrowStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write_vectored(context, parts)
    }

    fn is_write_vectored(&self) -> bool {
        self.0.is_write_vectored()
    }
}
