//! The body of a form as it comes in, piece by piece, with an end that the parser can rely on.
//!
//! [`Sent`](super::form::Sent) reads every form through it. A parser gives up on a part without an
//! end, so whatever came gets one, and [`Watch`] tells how the body really ended. Nothing here is
//! kept beyond a few pieces, however much comes.

use super::form::FormFault;
use crate::core::attachment::MAX_ATTACHMENTS_BYTES;
use axum::body::{Body, BodyDataStream, Bytes};
use futures_util::{StreamExt, stream};
use std::{
    convert::Infallible,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
};

/// The most that is received of one form, in bytes. A browser that is still sending reads no
/// answer, so a good deal more is taken in than may be kept.
pub const MAX_RECEIVED_BYTES: u64 = 2 * MAX_ATTACHMENTS_BYTES;

/// The parser is given this much at a time, in bytes.
const PIECE_BYTES: usize = 16 * 1024;

/// What the parser may hold without giving anything back, in bytes: more than the heads of a part
/// of any browser.
const MAX_HELD_BYTES: usize = 64 * 1024;

/// White space that may follow the end of a form, in bytes.
const SLACK_BYTES: usize = 64;

/// How a body ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BodyEnd {
    /// With the end of the form.
    Whole,
    /// In the middle of the form; the line still stands.
    Cut,
    /// In the middle, with the line.
    Broken,
    /// After [`MAX_RECEIVED_BYTES`]; the rest was not read.
    TooLarge,
}

impl BodyEnd {
    /// What it means for a form.
    pub fn fault(self) -> Result<(), FormFault> {
        match self {
            Self::Whole => Ok(()),
            Self::Cut | Self::Broken => Err(FormFault::Cut),
            Self::TooLarge => Err(FormFault::TooLarge),
        }
    }
}

/// What is known of a body while it is read.
#[derive(Clone, Default)]
pub struct Watch(Arc<Watched>);

#[derive(Default)]
struct Watched {
    end: OnceLock<BodyEnd>,
    held: AtomicUsize,
}

impl Watch {
    /// How the body ended; `None` while it has not.
    pub fn end(&self) -> Option<BodyEnd> {
        self.0.end.get().copied()
    }

    /// The parser gave something back: it does not hold on to what it was given.
    pub fn moves_on(&self) {
        self.0.held.store(0, Ordering::Relaxed);
    }

    /// Notes what the parser is given. Whether it may have it.
    fn gives(&self, bytes: usize) -> bool {
        self.0.held.fetch_add(bytes, Ordering::Relaxed) + bytes <= MAX_HELD_BYTES
    }
}

/// A body whose parts are divided by `boundary`, with an end in any case.
pub fn with_end(body: Body, boundary: &str) -> (Body, Watch) {
    let watch = Watch::default();
    let reader = Reader {
        body: body.into_data_stream(),
        frame: Bytes::new(),
        tail: Vec::new(),
        end: format!("\r\n--{boundary}--").into_bytes(),
        received: 0,
        watch: watch.clone(),
    };
    let pieces = stream::unfold(reader, |mut reader| async {
        let piece = reader.next().await?;
        Some((Ok::<_, Infallible>(piece), reader))
    });
    (Body::from_stream(pieces), watch)
}

/// Reads a body to its end and keeps nothing of it.
pub async fn discard(body: Body) {
    let mut body = body.into_data_stream();
    let mut received = 0;
    while let Some(Ok(frame)) = body.next().await {
        received += frame.len() as u64;
        if received > MAX_RECEIVED_BYTES {
            break;
        }
    }
}

struct Reader {
    body: BodyDataStream,
    /// What came and was not given yet.
    frame: Bytes,
    /// The last that came, kept back: it may be the end of the form, or the beginning of that.
    tail: Vec<u8>,
    /// What ends a form. Source: RFC 2046, 5.1.1.
    end: Vec<u8>,
    received: u64,
    watch: Watch,
}

impl Reader {
    async fn next(&mut self) -> Option<Bytes> {
        if self.received > 0 {
            // The parser takes in whatever is ready: this lets it work on each piece first, and
            // on the last one before it hears that there is no more.
            tokio::task::yield_now().await;
        }
        if self.watch.end().is_some() {
            return None;
        }
        loop {
            while self.frame.is_empty() {
                match self.body.next().await {
                    Some(Ok(frame)) => self.frame = frame,
                    Some(Err(_)) => return Some(self.close(BodyEnd::Broken)),
                    None => return Some(self.close(BodyEnd::Whole)),
                }
            }
            let piece = self.frame.split_to(self.frame.len().min(PIECE_BYTES));
            self.received += piece.len() as u64;
            if self.received > MAX_RECEIVED_BYTES {
                return Some(self.close(BodyEnd::TooLarge));
            }
            if !self.watch.gives(piece.len()) {
                return Some(self.close(BodyEnd::Cut));
            }
            self.tail.extend_from_slice(&piece);
            let sure = self.tail.len().saturating_sub(self.end.len() + SLACK_BYTES);
            if sure > 0 {
                let rest = self.tail.split_off(sure);
                return Some(std::mem::replace(&mut self.tail, rest).into());
            }
        }
    }

    /// Ends the last part and the form, unless they end.
    fn close(&mut self, end: BodyEnd) -> Bytes {
        let mut last = std::mem::take(&mut self.tail);
        let is_ended = last.trim_ascii_end().ends_with(&self.end);
        let end = if end == BodyEnd::Whole && !is_ended { BodyEnd::Cut } else { end };
        if !is_ended {
            let begun = |length: &usize| last.ends_with(&self.end[..*length]);
            let begun = (0..self.end.len()).rev().find(begun).unwrap_or_default();
            last.truncate(last.len() - begun);
            last.extend_from_slice(&self.end);
            last.extend_from_slice(b"\r\n");
        }
        self.watch.0.end.get_or_init(|| end);
        last.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &[u8] = b"--b\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--\r\n";

    /// What comes out of a body that comes in pieces of this many bytes, and how it ended.
    async fn through(body: &[u8], bytes: usize) -> (Vec<u8>, BodyEnd) {
        let pieces: Vec<_> =
            body.chunks(bytes).map(|piece| Ok::<_, Infallible>(piece.to_vec())).collect();
        let (body, watch) = with_end(Body::from_stream(stream::iter(pieces)), "b");
        let mut out = Vec::new();
        let mut body = body.into_data_stream();
        while let Some(piece) = body.next().await {
            watch.moves_on();
            out.extend_from_slice(&piece.unwrap());
        }
        (out, watch.end().unwrap())
    }

    #[tokio::test]
    async fn a_whole_form_passes_unchanged_in_pieces_of_any_length() {
        for bytes in 1..=FORM.len() {
            assert_eq!(through(FORM, bytes).await, (FORM.to_vec(), BodyEnd::Whole));
        }
    }

    #[tokio::test]
    async fn a_form_cut_anywhere_gets_an_end_and_is_known_as_cut() {
        for length in 0..FORM.len() - 2 {
            for bytes in [1, 7, 100] {
                let (out, end) = through(&FORM[..length], bytes).await;
                assert_eq!(end, BodyEnd::Cut, "{length}");
                assert!(out.ends_with(b"\r\n--b--\r\n"), "{length}");
                assert!(out.len() <= length + 9, "{length}");
            }
        }
    }

    #[tokio::test]
    async fn what_the_parser_only_holds_is_cut() {
        let endless = stream::repeat_with(|| Ok::<_, Infallible>(vec![b'x'; 10_000]));
        let (body, watch) = with_end(Body::from_stream(endless), "b");
        let held: usize = body
            .into_data_stream()
            .map(|piece| piece.unwrap().len())
            .fold(0, |sum, length| async move { sum + length })
            .await;
        assert!(held <= MAX_HELD_BYTES + PIECE_BYTES, "{held}");
        assert_eq!(watch.end(), Some(BodyEnd::Cut));
    }
}
