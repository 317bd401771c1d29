//! A PNG, written again with only what is needed to draw it.
//!
//! [`Cleaner`](super::Cleaner) feeds it. Header, palette, transparency, animation and pixels are
//! checked and kept, with checksums of our own; orientation and colours are written in words of our
//! own. Texts, times, private chunks, and what hides behind the pixels or the end never get through.
//!
//! Source: <https://www.w3.org/TR/png-3/>, sections 5 and 11.

use super::{
    FileFault, MAX_PIXELS,
    colour::ColourSpace,
    orientation::Orientation,
    part::{Part, take},
    pixels::{self, Pixels},
};
use crc32fast::Hasher;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Bytes that all pixels of a picture may unpack to, those of an animation together: 400 million,
/// which is 100 million pixels with transparency. Larger pictures are photos, and come as JPEG.
const MAX_UNPACKED_BYTES: u64 = 400_000_000;

/// Packed pixels in one chunk of ours.
const CHUNK_BYTES: usize = 16 * 1024;

/// The largest chunk, width and height there may be. Source: section 7.1.
const MAX_CHUNK_BYTES: u32 = i32::MAX as u32;

/// Gammas that a picture may say it has, in hundred-thousandths: 0.1 to 5.
const GAMMAS: std::ops::RangeInclusive<u32> = 10_000..=500_000;

/// Four letters that say what a chunk is.
type Name = [u8; 4];

/// Where in the file the next byte stands.
enum Place {
    Start(Part),
    /// In length and name of a chunk.
    Head(Part),
    /// In a chunk.
    Body(Name, Part),
    /// In the number before packed pixels of an animation, and how many bytes of those follow.
    Number(u32, Part),
    /// In packed pixels, so many bytes before the end of their chunk.
    Packed(u32),
    /// In a chunk's checksum.
    Check(Name, Part, Part),
    End,
}

/// What the header says.
#[derive(Clone, Copy)]
struct Header {
    width: u32,
    height: u32,
    depth: u8,
    colour: u8,
    is_interlaced: bool,
}

/// A PNG while it comes in.
pub(super) struct Png {
    place: Place,
    check: Hasher,
    header: Option<Header>,
    /// Names of chunks that were written; most may stand there once.
    written: Vec<Name>,
    /// Where the pixels that come now belong: `IDAT`, or `fdAT` of an animation's later pictures.
    target: Name,
    pixels: Pixels,
    packed: Vec<u8>,
    has_pixels: bool,
    /// Bytes that pixels may still unpack to.
    budget: u64,
    /// Number of the next piece of an animation.
    sequence: u32,
}

impl Png {
    pub fn new() -> Self {
        Self {
            place: Place::Start(Part::new(SIGNATURE.len() as u64)),
            check: Hasher::new(),
            header: None,
            written: Vec::new(),
            target: *b"IDAT",
            pixels: Pixels::new(),
            packed: Vec::new(),
            has_pixels: false,
            budget: MAX_UNPACKED_BYTES,
            sequence: 0,
        }
    }

    pub fn feed(&mut self, mut bytes: &[u8], kept: &mut Vec<u8>) -> Result<(), FileFault> {
        while !bytes.is_empty() {
            let before = bytes;
            let is_full = match &mut self.place {
                Place::Start(part) | Place::Head(part) | Place::Check(_, _, part) => {
                    part.fill(&mut bytes)
                }
                Place::Body(_, part) | Place::Number(_, part) => {
                    let is_full = part.fill(&mut bytes);
                    self.check.update(&before[..before.len() - bytes.len()]);
                    is_full
                }
                Place::Packed(_) => self.packed(&mut bytes, kept)?,
                Place::End => return Ok(()),
            };
            if is_full {
                self.end_part(kept)?;
            }
        }
        Ok(())
    }

    /// Ends the file. A picture that was cut off among its pixels draws as far as it goes, and is
    /// given its end.
    pub fn finish(mut self, kept: &mut Vec<u8>) -> Result<(), FileFault> {
        match self.place {
            Place::End => Ok(()),
            _ if self.has_pixels => {
                self.write(b"IEND", &[], kept);
                Ok(())
            }
            _ => Err(FileFault::Damaged),
        }
    }

    /// Takes packed pixels, as far as they are pixels. Whether their chunk is complete.
    fn packed(&mut self, bytes: &mut &[u8], kept: &mut Vec<u8>) -> Result<bool, FileFault> {
        let Place::Packed(left) = &mut self.place else {
            return Ok(true);
        };
        let room = CHUNK_BYTES - self.packed.len();
        let taken = take(bytes, u64::from(*left).min(room as u64));
        *left -= u32::try_from(taken.len()).expect("no more than was left");
        let is_full = *left == 0;
        self.check.update(taken);
        let used = self.pixels.follow(taken)?;
        self.has_pixels |= used > 0;
        self.packed.extend_from_slice(&taken[..used]);
        if self.packed.len() == CHUNK_BYTES {
            self.flush(kept);
        }
        Ok(is_full)
    }

    fn end_part(&mut self, kept: &mut Vec<u8>) -> Result<(), FileFault> {
        self.place = match std::mem::replace(&mut self.place, Place::End) {
            Place::Start(_) => {
                kept.extend_from_slice(SIGNATURE);
                Place::Head(Part::new(8))
            }
            Place::Head(part) => self.head(part.bytes())?,
            Place::Body(name, part) => Place::Check(name, part, Part::new(4)),
            Place::Number(0, _) => Place::Check(*b"fdAT", Part::new(0), Part::new(4)),
            Place::Number(left, _) => Place::Packed(left),
            Place::Packed(_) => Place::Check(self.target, Part::new(0), Part::new(4)),
            Place::Check(name, body, part) => {
                let is_right = part.bytes() == self.check.clone().finalize().to_be_bytes();
                self.checked(name, is_right.then_some(&body), kept)?
            }
            Place::End => Place::End,
        };
        Ok(())
    }

    /// Begins a chunk.
    fn head(&mut self, head: &[u8]) -> Result<Place, FileFault> {
        let (Some(length), Some(name)) = (long(head, 0), head.last_chunk::<4>()) else {
            return Err(FileFault::Damaged);
        };
        let begins = self.header.is_some() != (name == b"IHDR");
        if length > MAX_CHUNK_BYTES || !begins {
            return Err(FileFault::Damaged);
        }
        self.check.reset();
        self.check.update(name);
        Ok(match name {
            b"fdAT" if self.target == *name && length >= 4 => {
                Place::Number(length - 4, Part::new(4))
            }
            b"IDAT" if self.target == *name && length > 0 => Place::Packed(length),
            _ if length > 0 => Place::Body(*name, Part::new(u64::from(length))),
            _ => Place::Check(*name, Part::new(0), Part::new(4)),
        })
    }

    /// Ends a chunk; `None` is one whose checksum is wrong. What is not needed to draw may be damaged:
    /// it is left out.
    fn checked(
        &mut self,
        name: Name,
        body: Option<&Part>,
        kept: &mut Vec<u8>,
    ) -> Result<Place, FileFault> {
        match body {
            Some(body) => self.chunk(name, body, kept)?,
            None if name[0].is_ascii_lowercase() && name != *b"fdAT" => {}
            None => return Err(FileFault::Damaged),
        }
        Ok(match &name {
            b"IEND" => Place::End,
            _ => Place::Head(Part::new(8)),
        })
    }

    /// Keeps a chunk that draws, writes one of ours for one that says how to draw, drops others.
    fn chunk(&mut self, name: Name, body: &Part, kept: &mut Vec<u8>) -> Result<(), FileFault> {
        let bytes = body.bytes();
        match &name {
            b"IHDR" => return self.begin(bytes, kept),
            b"fcTL" if self.written.contains(b"acTL") => return self.picture(bytes, kept),
            b"IEND" if self.pixels.is_done() => {
                self.write(&name, &[], kept);
                return Ok(());
            }
            b"IEND" => return Err(FileFault::Damaged),
            _ if self.written.contains(&name) => return Ok(()),
            b"eXIf" => {
                if let Some(turned) = Orientation::read(bytes).filter(|found| found.turns()) {
                    self.write(&name, &turned.tiff(), kept);
                }
                return Ok(());
            }
            _ if self.has_pixels => return Ok(()),
            b"iCCP" => {
                if let Some(profile) = own_profile(bytes) {
                    self.write(&name, &profile, kept);
                }
                return Ok(());
            }
            _ => {}
        }
        let draws = self.header.is_some_and(|header| header.allows(&name, bytes));
        if draws && body.whole().is_some() {
            self.write(&name, bytes, kept);
        } else if name == *b"PLTE" {
            return Err(FileFault::Damaged);
        }
        Ok(())
    }

    /// Reads the header and expects its pixels.
    fn begin(&mut self, bytes: &[u8], kept: &mut Vec<u8>) -> Result<(), FileFault> {
        let header = Header::read(bytes).ok_or(FileFault::Damaged)?;
        if u64::from(header.width) * u64::from(header.height) > MAX_PIXELS {
            return Err(FileFault::TooManyPixels);
        }
        self.expect(header)?;
        self.header = Some(header);
        self.write(b"IHDR", bytes, kept);
        Ok(())
    }

    /// Begins a picture of an animation. The first may be the one that stands there without
    /// animation.
    fn picture(&mut self, bytes: &[u8], kept: &mut Vec<u8>) -> Result<(), FileFault> {
        let (Some(whole), 26) = (self.header, bytes.len()) else {
            return Err(FileFault::Damaged);
        };
        let numbers = [4, 8, 12, 16].map(|at| long(bytes, at).unwrap_or_default());
        let [width, height, left, top] = numbers;
        let fits = |from: u32, length: u32, all: u32| {
            length > 0 && from.checked_add(length).is_some_and(|end| end <= all)
        };
        let is_inside = fits(left, width, whole.width) && fits(top, height, whole.height);
        let is_known = bytes[24] <= 2 && bytes[25] <= 1;
        if !is_inside || !is_known || (self.has_pixels && !self.pixels.is_done()) {
            return Err(FileFault::Damaged);
        }
        if self.has_pixels {
            self.flush(kept);
            self.expect(Header { width, height, ..whole })?;
            self.target = *b"fdAT";
        } else if (width, height) != (whole.width, whole.height) {
            return Err(FileFault::Damaged);
        }
        let own = [&self.next_number(), &bytes[4..]].concat();
        self.write(b"fcTL", &own, kept);
        Ok(())
    }

    /// Expects pixels as the header says.
    fn expect(&mut self, header: Header) -> Result<(), FileFault> {
        let length = header.unpacked_bytes();
        self.budget = self.budget.checked_sub(length).ok_or(FileFault::TooManyPixels)?;
        self.pixels.expect(length);
        Ok(())
    }

    fn next_number(&mut self) -> [u8; 4] {
        self.sequence += 1;
        (self.sequence - 1).to_be_bytes()
    }

    fn write(&mut self, name: &Name, body: &[u8], kept: &mut Vec<u8>) {
        self.flush(kept);
        self.written.push(*name);
        write(name, &[body], kept);
    }

    /// Writes the pixels that have come in as a chunk.
    fn flush(&mut self, kept: &mut Vec<u8>) {
        if self.packed.is_empty() {
            return;
        }
        if self.target == *b"fdAT" {
            let number = self.next_number();
            write(&self.target, &[&number, &self.packed], kept);
        } else {
            write(&self.target, &[&self.packed], kept);
        }
        self.packed.clear();
    }
}

impl Header {
    /// Source: section 11.2.1, with its table of what goes together.
    fn read(bytes: &[u8]) -> Option<Self> {
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
    fn unpacked_bytes(&self) -> u64 {
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
    fn allows(&self, name: &Name, bytes: &[u8]) -> bool {
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

/// A chunk with a profile of our own for the one in these bytes: name, end of name, method, packed
/// profile. Source: section 11.3.2.3.
fn own_profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let end = bytes.iter().take(80).position(|byte| *byte == 0)?;
    let [0, 0, packed @ ..] = &bytes[end..] else {
        return None;
    };
    let space = ColourSpace::read(&pixels::unpack(packed))?;
    let profile = pixels::stored(&space.profile());
    Some([space.name().as_bytes(), &[0, 0], &profile].concat())
}

/// Length, name, body, checksum.
fn write(name: &Name, body: &[&[u8]], kept: &mut Vec<u8>) {
    let length = body.iter().map(|part| part.len()).sum::<usize>();
    let length = u32::try_from(length).expect("no chunk of ours is larger than 16 KiB and 4 bytes");
    let mut check = Hasher::new();
    kept.extend(length.to_be_bytes());
    for part in [name.as_slice()].iter().chain(body) {
        check.update(part);
        kept.extend_from_slice(part);
    }
    kept.extend(check.finalize().to_be_bytes());
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}
