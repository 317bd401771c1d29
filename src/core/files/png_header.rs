//! What the header of a PNG says, and what may stand beside its pixels.
//!
//! The PNG reader asks it how many bytes the pixels unpack to and which chunks are needed to draw
//! them. It never sees a pixel.
//!
//! Source: <https://www.w3.org/TR/png-3/>.

use super::png::Name;

/// The largest chunk, width and height there may be. Source: section 7.1.
pub(super) const MAX_CHUNK_BYTES: u32 = i32::MAX as u32;

/// Gammas that a picture may say it has, in hundred-thousandths: 0.1 to 5.
const GAMMAS: std::ops::RangeInclusive<u32> = 10_000..=500_000;

/// What the header says.
#[derive(Clone, Copy)]
pub(super) struct Header {
    pub width: u32,
    pub height: u32,
    pub depth: u8,
    pub colour: u8,
    pub is_interlaced: bool,
}

impl Header {
    /// Source: section 11.2.1, with its table of what goes together.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let [_, _, _, _, _, _, _, _, depth, colour, 0, 0, interlaced @ 0..=1] = *bytes else {
            return None;
        };
        let depths: &[u8] = match colour {
            0 => &[1, 2, 4, 8, 16],
            3 => &[1, 2, 4, 8],
            2 | 4 | 6 => &[8, 16],
            _ => return None,
        };
        let (width, height) = (long(bytes, 0)?, long(bytes, 4)?);
        let is_size = |length| (1..=MAX_CHUNK_BYTES).contains(&length);
        let is_right = depths.contains(&depth) && is_size(width) && is_size(height);
        let is_interlaced = interlaced == 1;
        is_right.then_some(Self { width, height, depth, colour, is_interlaced })
    }

    /// Bytes that its pixels unpack to. Source: sections 7.2 and 8.1.
    pub fn unpacked_bytes(&self) -> u64 {
        const PASSES: [[u32; 4]; 7] = [
            [0, 8, 0, 8],
            [4, 8, 0, 8],
            [0, 4, 4, 8],
            [2, 4, 0, 4],
            [0, 2, 2, 4],
            [1, 2, 0, 2],
            [0, 1, 1, 2],
        ];
        let samples = [1, 1, 3, 1, 2, 1, 4][usize::from(self.colour)];
        let bits = samples * u64::from(self.depth);
        let pass = |width: u32, height: u32| match width {
            0 => 0,
            _ => u64::from(height) * (1 + (u64::from(width) * bits).div_ceil(8)),
        };
        if !self.is_interlaced {
            return pass(self.width, self.height);
        }
        let every = |length: u32, from: u32, step: u32| length.saturating_sub(from).div_ceil(step);
        let sizes = PASSES.map(|[left, right, top, down]| {
            pass(every(self.width, left, right), every(self.height, top, down))
        });
        sizes.iter().sum()
    }

    /// Whether a chunk is needed to draw this picture, and is what it should be. Source: sections
    /// 11.2.2, 11.3.1.1, 11.3.2 and 11.3.4.1.
    pub fn allows(&self, name: &Name, bytes: &[u8]) -> bool {
        let is_small = |length| bytes.len() == length;
        match name {
            b"PLTE" => bytes.len().is_multiple_of(3) && (3..=768).contains(&bytes.len()),
            b"tRNS" => match self.colour {
                0 => is_small(2),
                2 => is_small(6),
                3 => (1..=256).contains(&bytes.len()),
                _ => false,
            },
            b"gAMA" => is_small(4) && long(bytes, 0).is_some_and(|gamma| GAMMAS.contains(&gamma)),
            b"sRGB" => matches!(bytes, [0..=3]),
            b"cICP" => matches!(bytes, [_, _, 0, 0..=1]),
            b"acTL" => is_small(8),
            _ => false,
        }
    }
}

/// The number of four bytes that stands there.
pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}
