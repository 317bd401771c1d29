//! Files that a reporter sends along: what a file is, and a picture without place, author or device.
//!
//! [`FileKind`] tells server and desk what a file is; the server feeds each file to a [`Cleaner`]
//! while it comes in. JPEG, PNG and WebP are written again with only what is needed to draw them
//! (`docs/decisions/0007`); other kinds pass unchanged, and the page says so. Nothing here decodes a
//! picture, holds a whole file, or trusts a name.

#[cfg(feature = "server")]
mod cleaner;
#[cfg(feature = "server")]
mod colour;
#[cfg(feature = "server")]
mod jpeg;
mod kind;
#[cfg(feature = "server")]
mod orientation;
#[cfg(feature = "server")]
mod part;
#[cfg(feature = "server")]
mod pixels;
#[cfg(feature = "server")]
mod png;
#[cfg(feature = "server")]
mod png_header;
mod sniff;
#[cfg(feature = "server")]
mod webp;

#[cfg(feature = "server")]
pub use cleaner::{Cleaner, FileFault, MAX_PIXELS, Seen};
#[cfg(all(test, feature = "server"))]
mod tests;

pub use kind::{FileGroup, FileKind};
