//! Files that a reporter sends along: what a file is, and a picture without place, author or device.
//!
//! [`Cleaner`] is fed a file piece by piece while it comes in. JPEG, PNG and WebP are written
//! again with only what is needed to draw them (`docs/decisions/0007`); other kinds pass
//! unchanged, and the page says so. It never decodes a picture, never holds a whole file, and never
//! trusts a name.

mod kind;
mod sniff;

pub use kind::{FileGroup, FileKind};

/// Bytes that are held back until it is known what a file is: 16 KiB. The first names inside a Word
/// file lie within them.
const SNIFF_BYTES: usize = 16 * 1024;

/// Pixels that a picture may have: 200 million, as the largest phone cameras make them.
pub const MAX_PIXELS: u64 = 200_000_000;

/// Why a file is not taken. Carries no value: the page names the file, not its content.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FileFault {
    /// It has no bytes.
    #[error("the file is empty")]
    Empty,
    /// It is none of the kinds that are taken, or a kind that a browser would run.
    #[error("the file is of no kind that is taken")]
    UnknownKind,
    /// It begins as a picture and does not go on as one.
    #[error("the picture is damaged")]
    Damaged,
    /// The picture says that it is larger than [`MAX_PIXELS`].
    #[error("the picture has too many pixels")]
    TooManyPixels,
}

/// What a whole file turned out to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seen {
    /// What it is, by its content.
    pub kind: FileKind,
    /// Whether place, author and device data were taken out; otherwise it passed unchanged.
    pub is_cleaned: bool,
}

/// Takes a file piece by piece and gives it back cleaned. Holds less than 128 KiB, however large the
/// file is; gives at most as many bytes as came in, and 1 KiB.
///
/// No `Debug` and no `Clone`: for a moment it holds what somebody sent.
pub struct Cleaner {
    held: Vec<u8>,
    kind: Option<FileKind>,
}

impl Cleaner {
    /// A cleaner for one file. The file's first bytes decide what it is.
    #[expect(clippy::new_without_default, reason = "one way to begin a file is enough")]
    pub fn new() -> Self {
        Self { held: Vec::with_capacity(SNIFF_BYTES), kind: None }
    }

    /// Takes the next piece, of any length, and appends to `kept` what may be kept so far.
    ///
    /// # Errors
    /// - [`FileFault::UnknownKind`]: the file is of no kind that is taken.
    /// - [`FileFault::Damaged`], [`FileFault::TooManyPixels`]: the picture cannot be taken.
    ///
    /// After an error the file is refused; what was kept of it must be thrown away.
    pub fn feed(&mut self, bytes: &[u8], kept: &mut Vec<u8>) -> Result<(), FileFault> {
        if self.kind.is_some() {
            return self.pass(bytes, kept);
        }
        let (first, rest) = bytes.split_at(bytes.len().min(SNIFF_BYTES - self.held.len()));
        self.held.extend_from_slice(first);
        if self.held.len() == SNIFF_BYTES {
            self.begin(kept)?;
            self.pass(rest, kept)?;
        }
        Ok(())
    }

    /// Ends the file: appends what was still held back and says what the file was.
    ///
    /// # Errors
    /// - [`FileFault::Empty`]: nothing was fed.
    /// - As [`Cleaner::feed`]; [`FileFault::Damaged`] also when a picture ends too early.
    pub fn finish(mut self, kept: &mut Vec<u8>) -> Result<Seen, FileFault> {
        let kind = match self.kind {
            Some(kind) => kind,
            None if self.held.is_empty() => return Err(FileFault::Empty),
            None => self.begin(kept)?,
        };
        Ok(Seen { kind, is_cleaned: false })
    }

    /// Decides what the file is and takes what was held back.
    fn begin(&mut self, kept: &mut Vec<u8>) -> Result<FileKind, FileFault> {
        let kind = FileKind::of(&self.held).ok_or(FileFault::UnknownKind)?;
        self.kind = Some(kind);
        let held = std::mem::take(&mut self.held);
        self.pass(&held, kept)?;
        Ok(kind)
    }

    fn pass(&mut self, bytes: &[u8], kept: &mut Vec<u8>) -> Result<(), FileFault> {
        kept.extend_from_slice(bytes);
        Ok(())
    }
}
