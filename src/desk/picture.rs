//! A reporter's picture, drawn anew: what a browser gets was made here, from its pixels alone.
//!
//! The desk calls [`draw`] on a thread that may take its time, and keeps the result
//! in a [`Gallery`] while it is unlocked. The file itself never reaches a browser this way,
//! and nothing is written to disk.

use crate::{
    Texts,
    core::{AttachmentId, files::FileKind},
};
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage,
    codecs::jpeg::JpegEncoder, imageops::FilterType, metadata::Orientation,
};
use std::{collections::VecDeque, io::Cursor, panic, sync::Arc};
use zeroize::Zeroizing;

/// The most pixels that are drawn: 50 million, as many phones make them. All limits together keep
/// the memory for one picture under about 500 MB; one is drawn at a time.
const MAX_PIXELS: u64 = 50_000_000;

/// The most pixels along one side.
const MAX_SIDE: u32 = 30_000;

/// The most that the pixels may take when they are unpacked, in bytes: all of them, at eight each.
const MAX_UNPACKED_BYTES: u64 = 8 * MAX_PIXELS;

/// What is shown is at most this wide, in pixels; larger pictures are drawn smaller.
const SHOWN_WIDTH: u32 = 1600;

/// What is shown is at most this high, in pixels: several screens of a telephone below each other.
const SHOWN_HEIGHT: u32 = 4800;

/// Of 100: letters on a photographed page stay sharp.
const QUALITY: u8 = 88;

/// Drawn pictures that are kept while the desk is unlocked; older ones are drawn again.
const MAX_KEPT: usize = 24;

/// A picture of ours: a JPEG with nothing but pixels. No `Debug`.
pub struct Drawn {
    /// The JPEG.
    pub jpeg: Zeroizing<Vec<u8>>,
}

/// Why a picture is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DrawError {
    /// It is of a kind that is not drawn here.
    #[error("pictures of this kind are not drawn")]
    Kind,
    /// It says that it is larger than what is drawn here.
    #[error("the picture is too large")]
    TooLarge,
    /// It begins as a picture and does not go on as one.
    #[error("the picture is broken")]
    Broken,
}

impl DrawError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(self, texts: &Texts) -> String {
        match self {
            Self::Kind => texts.desk_picture_kind(),
            Self::TooLarge => texts.desk_picture_too_large(),
            Self::Broken => texts.desk_picture_broken(),
        }
    }
}

impl From<ImageError> for DrawError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooLarge,
            ImageError::Unsupported(_) => Self::Kind,
            _ => Self::Broken,
        }
    }
}

/// Draws a picture anew: upright, on white, no larger than is shown. Of one that moves the first
/// picture is drawn. Takes as long as its pixels do.
///
/// # Errors
/// - [`DrawError::Kind`]: it is no picture of a kind that is drawn.
/// - [`DrawError::TooLarge`]: it has, or says that it has, too many pixels.
/// - [`DrawError::Broken`]: its pixels cannot be read.
///
/// # Security
/// The content is a stranger's. Its size is checked before room for its pixels is asked for, and
/// should a decoder break its own rules, that ends this one picture.
pub fn draw(content: &[u8], kind: FileKind) -> Result<Drawn, DrawError> {
    let format = format(kind).ok_or(DrawError::Kind)?;
    let drawn = panic::catch_unwind(|| {
        let (picture, orientation) = read(content, format)?;
        write(&upright(picture, orientation))
    });
    drawn.unwrap_or(Err(DrawError::Broken))
}

/// Whether pictures of this kind are drawn here.
pub fn is_drawn(kind: FileKind) -> bool {
    format(kind).is_some()
}

fn format(kind: FileKind) -> Option<ImageFormat> {
    match kind {
        FileKind::Jpeg => Some(ImageFormat::Jpeg),
        FileKind::Png => Some(ImageFormat::Png),
        FileKind::WebP => Some(ImageFormat::WebP),
        FileKind::Gif => Some(ImageFormat::Gif),
        _ => None,
    }
}

fn read(content: &[u8], format: ImageFormat) -> Result<(DynamicImage, Orientation), DrawError> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_UNPACKED_BYTES);
    // The kind is known: nothing is guessed from the content.
    let mut reader = ImageReader::with_format(Cursor::new(content), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MAX_PIXELS || decoder.total_bytes() > MAX_UNPACKED_BYTES {
        return Err(DrawError::TooLarge);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder)?, orientation))
}

/// As small as it is shown, and the right way up.
fn upright(picture: DynamicImage, orientation: Orientation) -> RgbImage {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    let lies = matches!(orientation, Rotate90 | Rotate90FlipH | Rotate270 | Rotate270FlipH);
    let (most_wide, most_high) =
        if lies { (SHOWN_HEIGHT, SHOWN_WIDTH) } else { (SHOWN_WIDTH, SHOWN_HEIGHT) };
    let mut small = on_white(&shrunk(picture, most_wide, most_high));
    small.apply_orientation(orientation);
    small.into_rgb8()
}

fn shrunk(picture: DynamicImage, most_wide: u32, most_high: u32) -> DynamicImage {
    let (width, height) = (picture.width(), picture.height());
    if width <= most_wide && height <= most_high {
        return picture;
    }
    // First by a whole number, in little memory; then evenly by what remains, which is less than
    // twice.
    let by = (width / most_wide).max(height / most_high);
    let nearly = match by {
        ..=1 => picture,
        _ => picture.thumbnail_exact((width / by).max(1), (height / by).max(1)),
    };
    nearly.resize(most_wide, most_high, FilterType::Triangle)
}

/// What shows through is white, as the page is.
fn on_white(picture: &DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return DynamicImage::from(picture.to_rgb8());
    }
    let seen = picture.to_rgba8();
    let white = |part: u8, alpha: u8| {
        let mixed = u32::from(part) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
        u8::try_from(mixed / 255).unwrap_or(u8::MAX)
    };
    let mut opaque = RgbImage::new(seen.width(), seen.height());
    for (to, from) in opaque.pixels_mut().zip(seen.pixels()) {
        let [red, green, blue, alpha] = from.0;
        *to = Rgb([white(red, alpha), white(green, alpha), white(blue, alpha)]);
    }
    opaque.into()
}

fn write(picture: &RgbImage) -> Result<Drawn, DrawError> {
    let mut jpeg = Zeroizing::new(Vec::new());
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut *jpeg, QUALITY))?;
    Ok(Drawn { jpeg })
}

/// What was drawn since the desk was unlocked, in memory. No `Debug`.
#[derive(Default)]
pub struct Gallery {
    kept: VecDeque<(AttachmentId, Result<Arc<Drawn>, DrawError>)>,
}

impl Gallery {
    /// What became of a picture, when it was drawn not long ago.
    pub fn get(&self, id: AttachmentId) -> Option<Result<Arc<Drawn>, DrawError>> {
        let (_, drawn) = self.kept.iter().find(|(kept, _)| *kept == id)?;
        Some(drawn.clone())
    }

    /// Keeps what became of a picture. The oldest goes when there are many.
    pub fn insert(&mut self, id: AttachmentId, drawn: Result<Arc<Drawn>, DrawError>) {
        self.kept.retain(|(kept, _)| *kept != id);
        self.kept.push_back((id, drawn));
        if self.kept.len() > MAX_KEPT {
            self.kept.pop_front();
        }
    }
}

#[cfg(test)]
mod tests;
