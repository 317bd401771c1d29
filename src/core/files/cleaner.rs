//! The cleaner: takes a file piece by piece and gives it back without what it says beside its
//! picture.
//!
//! The upload of a form feeds it; what it gives goes on to be sealed. The first bytes decide which
//! format goes on with it. It holds no file whole, and never gives a byte of a picture that no
//! rule lets through.

use super::{FileKind, jpeg::Jpeg, png::Png, webp::WebP};

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
    /// The picture says that it is larger than [`MAX_PIXELS`], or unpacks to more than a picture
    /// may.
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

/// Takes a file piece by piece and gives it back cleaned. Holds less than 128 KiB however large the
/// file is, and gives at most 1 KiB more than came in and one part in a thousand.
///
/// No `Debug` and no `Clone`: for a moment it holds what somebody sent.
///
/// ```
/// # use veilig_melden::core::files::{Cleaner, FileKind};
/// let mut kept = Vec::new();
/// let mut cleaner = Cleaner::new();
/// cleaner.feed(b"a few wo", &mut kept)?;
/// cleaner.feed(b"rds", &mut kept)?;
/// let seen = cleaner.finish(&mut kept)?;
/// assert_eq!((seen.kind, kept.as_slice()), (FileKind::Text, b"a few words".as_slice()));
/// # Ok::<(), veilig_melden::core::files::FileFault>(())
/// ```
pub struct Cleaner {
    held: Vec<u8>,
    way: Way,
}

/// How a file is written again.
enum Way {
    Undecided,
    Jpeg(Jpeg),
    Png(Png),
    WebP(WebP),
    Unchanged(FileKind),
}

impl Way {
    fn of(kind: FileKind) -> Self {
        match kind {
            FileKind::Jpeg => Self::Jpeg(Jpeg::new()),
            FileKind::Png => Self::Png(Png::new()),
            FileKind::WebP => Self::WebP(WebP::new()),
            other => Self::Unchanged(other),
        }
    }
}

impl Cleaner {
    /// A cleaner for one file. The file's first bytes decide what it is.
    #[expect(clippy::new_without_default, reason = "one way to begin a file is enough")]
    pub fn new() -> Self {
        Self { held: Vec::new(), way: Way::Undecided }
    }

    /// Takes the next piece, of any length, and appends to `kept` what may be kept so far.
    ///
    /// # Errors
    /// - [`FileFault::UnknownKind`]: the file is of no kind that is taken.
    /// - [`FileFault::Damaged`], [`FileFault::TooManyPixels`]: the picture cannot be taken.
    ///
    /// After an error the file is refused; what was kept of it must be thrown away.
    pub fn feed(&mut self, bytes: &[u8], kept: &mut Vec<u8>) -> Result<(), FileFault> {
        if !matches!(self.way, Way::Undecided) {
            return self.pass(bytes, kept);
        }
        let (first, rest) = bytes.split_at(bytes.len().min(SNIFF_BYTES - self.held.len()));
        self.held.extend_from_slice(first);
        if self.held.len() == SNIFF_BYTES {
            self.decide(kept)?;
            self.pass(rest, kept)?;
        }
        Ok(())
    }

    /// Ends the file: appends what was still held back and says what the file was.
    ///
    /// # Errors
    /// - [`FileFault::Empty`]: nothing was fed.
    /// - As [`Cleaner::feed`]; [`FileFault::Damaged`] also when a picture ends before it draws.
    pub fn finish(mut self, kept: &mut Vec<u8>) -> Result<Seen, FileFault> {
        if matches!(self.way, Way::Undecided) {
            if self.held.is_empty() {
                return Err(FileFault::Empty);
            }
            self.decide(kept)?;
        }
        let kind = match self.way {
            Way::Jpeg(jpeg) => jpeg.finish(kept).map(|()| FileKind::Jpeg)?,
            Way::Png(png) => png.finish(kept).map(|()| FileKind::Png)?,
            Way::WebP(webp) => webp.finish().map(|()| FileKind::WebP)?,
            Way::Unchanged(kind) => kind,
            Way::Undecided => return Err(FileFault::UnknownKind),
        };
        Ok(Seen { kind, is_cleaned: kind.is_cleaned() })
    }

    /// Decides what the file is and takes what was held back.
    fn decide(&mut self, kept: &mut Vec<u8>) -> Result<(), FileFault> {
        let kind = FileKind::of(&self.held).ok_or(FileFault::UnknownKind)?;
        self.way = Way::of(kind);
        let held = std::mem::take(&mut self.held);
        self.pass(&held, kept)
    }

    fn pass(&mut self, bytes: &[u8], kept: &mut Vec<u8>) -> Result<(), FileFault> {
        match &mut self.way {
            Way::Jpeg(jpeg) => jpeg.feed(bytes, kept),
            Way::Png(png) => png.feed(bytes, kept),
            Way::WebP(webp) => webp.feed(bytes, kept),
            Way::Unchanged(_) => {
                kept.extend_from_slice(bytes);
                Ok(())
            }
            Way::Undecided => Err(FileFault::UnknownKind),
        }
    }
}
