//! Which way up a picture is: the one number of EXIF that is needed to draw it.
//!
//! The readers of JPEG, PNG and WebP hand over the EXIF that they find and write back one of our
//! own that holds this number alone. Nothing else of EXIF is looked at: neither place, maker's
//! notes, thumbnail nor any further directory.

/// Which way up: 1 (as stored) to 8, as EXIF numbers them.
/// Source: Exif 2.32 (CIPA DC-008), 4.6.4, tag 0x0112.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Orientation(u8);

/// What precedes the TIFF part in a JPEG, and in some WebP files.
pub(super) const EXIF_MARK: &[u8] = b"Exif\0\0";

/// The tag's number.
const TAG: u16 = 0x0112;

/// The type of a whole number of two bytes.
const SHORT: u16 = 3;

impl Orientation {
    /// As stored.
    pub const UPRIGHT: Self = Self(1);

    /// Reads it from the TIFF part of EXIF, from its first directory alone. `None` when it says
    /// nothing, or nothing that can be.
    pub fn read(tiff: &[u8]) -> Option<Self> {
        let read: fn([u8; 2]) -> u16 = match tiff.get(..4)? {
            b"II*\0" => u16::from_le_bytes,
            b"MM\0*" => u16::from_be_bytes,
            _ => return None,
        };
        let short = |at: usize| Some(read(*tiff.get(at..)?.first_chunk()?));
        let (high, low) = if tiff[0] == b'I' { (6, 4) } else { (4, 6) };
        let first = usize::from(short(high)?) << 16 | usize::from(short(low)?);
        let count = usize::from(short(first)?);
        let entries = (0..count).map(|entry| first + 2 + 12 * entry);
        let entry =
            entries.take_while(|at| at + 12 <= tiff.len()).find(|at| short(*at) == Some(TAG))?;
        if short(entry + 2)? != SHORT {
            return None;
        }
        let value = u8::try_from(short(entry + 8)?).ok()?;
        (1..=8).contains(&value).then_some(Self(value))
    }

    /// Whether the picture is drawn otherwise than it is stored.
    pub fn turns(self) -> bool {
        self != Self::UPRIGHT
    }

    /// A TIFF part of our own, 26 bytes: one directory with one entry.
    pub fn tiff(self) -> [u8; 26] {
        let mut tiff = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
        tiff[19] = self.0;
        tiff
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for value in 1..=8 {
            assert_eq!(Orientation::read(&Orientation(value).tiff()), Some(Orientation(value)));
        }
    }

    #[test]
    fn both_byte_orders_are_read() {
        let little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(Orientation::read(little), Some(Orientation(6)));
    }

    #[test]
    fn what_cannot_be_is_not_read() {
        let good = Orientation(6).tiff();
        for cut in 0..20 {
            assert_eq!(Orientation::read(&good[..cut]), None, "{cut}");
        }
        for (at, value) in [(1, b'I'), (3, 0), (5, 9), (13, 4), (18, 1), (19, 0), (19, 9)] {
            let mut bad = good;
            bad[at] = value;
            assert_eq!(Orientation::read(&bad), None, "{at}");
        }
    }
}
