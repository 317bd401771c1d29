//! The packed pixels of a PNG, followed to their end and thrown away.
//!
//! A PNG's header says how many bytes its pixels unpack to. This reads along, in a window of 32
//! KiB, so that the PNG reader knows where the pixels end: nothing hides behind them, and a bomb
//! ends at the size that was announced. Nothing that is unpacked is kept.
//!
//! Source: RFC 1950.

use super::FileFault;
use miniz_oxide::inflate::{
    TINFLStatus,
    core::{DecompressorOxide, TINFL_LZ_DICT_SIZE, decompress, inflate_flags},
};

/// How the packed pixels are read: with header, checksum, and more to come.
const FLAGS: u32 = inflate_flags::TINFL_FLAG_PARSE_ZLIB_HEADER
    | inflate_flags::TINFL_FLAG_COMPUTE_ADLER32
    | inflate_flags::TINFL_FLAG_HAS_MORE_INPUT;

/// Packed pixels while they come in.
pub(super) struct Pixels {
    unpacker: Box<DecompressorOxide>,
    window: Vec<u8>,
    at: usize,
    left: u64,
    is_done: bool,
}

impl Pixels {
    /// None yet.
    pub fn new() -> Self {
        let window = vec![0; TINFL_LZ_DICT_SIZE];
        Self { unpacker: Box::default(), window, at: 0, left: 0, is_done: false }
    }

    /// Expects pixels that unpack to `length` bytes exactly.
    pub fn expect(&mut self, length: u64) {
        self.unpacker.init();
        (self.at, self.left, self.is_done) = (0, length, false);
    }

    /// Whether the end has come in.
    pub fn is_done(&self) -> bool {
        self.is_done
    }

    /// Reads on. How many bytes of `packed` belong to the pixels: all, or those before their end.
    pub fn follow(&mut self, packed: &[u8]) -> Result<usize, FileFault> {
        let mut used = 0;
        while !self.is_done {
            let input = &packed[used..];
            let (status, read, unpacked) =
                decompress(&mut self.unpacker, input, &mut self.window, self.at, FLAGS);
            used += read;
            self.at = (self.at + unpacked) % TINFL_LZ_DICT_SIZE;
            self.left = self.left.checked_sub(unpacked as u64).ok_or(FileFault::Damaged)?;
            match status {
                TINFLStatus::Done if self.left == 0 => self.is_done = true,
                TINFLStatus::HasMoreOutput => {}
                TINFLStatus::NeedsMoreInput => break,
                _ => return Err(FileFault::Damaged),
            }
        }
        Ok(used)
    }
}

/// Unpacks something small, such as a colour profile: its first 16 KiB.
pub(super) fn unpack(packed: &[u8]) -> Vec<u8> {
    let mut unpacked = vec![0; 16 * 1024];
    let flags = inflate_flags::TINFL_FLAG_PARSE_ZLIB_HEADER
        | inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (_, _, length) = decompress(&mut Box::default(), packed, &mut unpacked, 0, flags);
    unpacked.truncate(length);
    unpacked
}

/// Packs something small without making it smaller. Source: RFC 1950, and RFC 1951, 3.2.4.
pub(super) fn stored(bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).expect("a profile of our own is small");
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in bytes {
        low = (low + u32::from(*byte)) % 65_521;
        high = (high + low) % 65_521;
    }
    let mut packed = vec![0x78, 0x01, 0x01];
    packed.extend(length.to_le_bytes());
    packed.extend((!length).to_le_bytes());
    packed.extend_from_slice(bytes);
    packed.extend((high << 16 | low).to_be_bytes());
    packed
}
