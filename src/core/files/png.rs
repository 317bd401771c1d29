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
    png_header::{Header, MAX_CHUNK_BYTES, long},
};
use crc32fast::Hasher;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Bytes that all pixels of a picture may unpack to, those of an animation together: 400 million,
/// which is 100 million pixels with transparency. Larger pictures are photos, and come as JPEG.
const MAX_UNPACKED_BYTES: u64 = 400_000_000;

/// Packed pixels in one chunk of ours.
const CHUNK_BYTES: usize = 16 * 1024;

/// Four letters that say what a chunk is.
pub(super) type Name = [u8; 4];

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
