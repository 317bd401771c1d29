//! QR images, made here so that what is in them goes to nobody else.
//!
//! The receipt shows one of its code, the poster one of its address. Nothing here keeps what it
//! drew.

use fast_qr::{ECL, QRBuilder};
use std::fmt::Write;

/// A QR image as the path of an SVG: one square per dark module.
pub struct QrView {
    /// Modules along one side.
    pub size: usize,
    /// The path, in modules.
    pub path: String,
}

impl QrView {
    /// The image of a short text: a receipt code, or an address of at most
    /// [`MAX_ADDRESS`](super::poster::MAX_ADDRESS) characters.
    pub fn of(text: &str) -> Self {
        let code = QRBuilder::new(text).ecl(ECL::M).build().expect("short texts fit in a QR");
        let mut path = String::new();
        for row in 0..code.size {
            for column in 0..code.size {
                if code[row][column].value() {
                    write!(path, "M{column} {row}h1v1h-1z").expect("writing to memory cannot fail");
                }
            }
        }
        Self { size: code.size, path }
    }
}
