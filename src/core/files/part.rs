//! One part of a picture file (a segment, a chunk, a header) while it comes in.
//!
//! The readers of JPEG, PNG and WebP collect small parts here before they look at them. It never
//! holds more than 16 KiB: of a longer part the beginning is kept and the rest is counted off.

/// Bytes of a part that are kept: 16 KiB. The largest that is needed whole is a JPEG's four
/// quantisation or eight Huffman tables, under 3 KiB; orientation and colours stand at the
/// beginning of theirs.
const KEPT_BYTES: usize = 16 * 1024;

/// A part that comes in piece by piece.
pub(super) struct Part {
    bytes: Vec<u8>,
    left: u64,
    is_whole: bool,
}

impl Part {
    /// A part of `length` bytes, none of which has come in yet.
    pub fn new(length: u64) -> Self {
        Self { bytes: Vec::new(), left: length, is_whole: true }
    }

    /// Takes what belongs to it from the front of `input`. Whether it is complete.
    pub fn fill(&mut self, input: &mut &[u8]) -> bool {
        let taken = take(input, self.left);
        self.left -= taken.len() as u64;
        let room = KEPT_BYTES - self.bytes.len();
        self.is_whole &= taken.len() <= room;
        self.bytes.extend_from_slice(&taken[..taken.len().min(room)]);
        self.left == 0
    }

    /// Its bytes, or the first 16 KiB of them.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// All its bytes. `None` when there are more than were kept.
    pub fn whole(&self) -> Option<&[u8]> {
        self.is_whole.then_some(&self.bytes)
    }
}

/// Takes at most `most` bytes from the front of `input`.
pub(super) fn take<'a>(input: &mut &'a [u8], most: u64) -> &'a [u8] {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let (taken, rest) = input.split_at(input.len().min(most));
    *input = rest;
    taken
}
