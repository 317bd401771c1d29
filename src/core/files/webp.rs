//! A WebP, written again with only what is needed to draw it.
//!
//! [`Cleaner`](super::Cleaner) feeds it. Canvas, animation and coded pictures are kept; orientation
//! and colours are written in words of our own. The size of the whole stands in front, where a stream
//! cannot go back to, so what is left out becomes a chunk of zeros of the same length; readers skip
//! chunks that they do not know.
//!
//! Source: RFC 9649.

use super::{
    FileFault, MAX_PIXELS,
    colour::ColourSpace,
    orientation::{EXIF_MARK, Orientation},
    part::{Part, take},
};

/// The name of the chunk of zeros that stands where something was left out.
const FILLER: &Name = b"JUNK";

/// Bytes of a chunk's name and length.
const HEAD_BYTES: u32 = 8;

/// Bytes of a profile or of EXIF that are looked at: as many as a part keeps.
const LOOKED_AT_BYTES: u32 = 16 * 1024;

/// Bytes of an EXIF chunk of our own.
const OWN_EXIF_BYTES: u32 = 26;

/// Bytes of a coded picture that say what it is and how large.
const PICTURE_HEAD_BYTES: u32 = 10;

/// Bytes before the chunks of one picture of an animation.
const FRAME_HEAD_BYTES: u32 = 16;

// What the first byte of the canvas chunk says that there is. Source: RFC 9649, 2.7.
const HAS_ANIMATION: u8 = 0x02;
const HAS_EXIF: u8 = 0x08;
const HAS_TRANSPARENCY: u8 = 0x10;
const HAS_PROFILE: u8 = 0x20;

/// Four letters that say what a chunk is.
type Name = [u8; 4];

/// Where in the file the next byte stands.
enum Place {
    /// In the twelve bytes that every WebP begins with.
    Start(Part),
    /// In name and length of a chunk.
    Head(Part),
    /// In a chunk that is looked at before it is written.
    Body(Chunk, Part),
    /// In a chunk that is kept, so many bytes before its end.
    Kept(u32),
    /// In what is left out, so many bytes before its end.
    LeftOut(u32),
    /// In the zero behind a kept chunk of odd length.
    Pad,
    End,
}

/// A chunk by its head.
#[derive(Clone, Copy)]
struct Chunk {
    name: Name,
    length: u32,
    /// The length with the zero behind an odd one.
    padded: u32,
}

/// A WebP while it comes in.
pub(super) struct WebP {
    place: Place,
    /// Bytes of the whole behind the present chunk.
    left: u32,
    /// Bytes of the present picture of an animation behind the present chunk.
    frame_left: u32,
    /// The canvas chunk, until it is known whether a profile of ours follows it.
    held: Option<[u8; 10]>,
    /// What the canvas says that there is; nothing for a file that is a coded picture alone.
    has: u8,
    /// Names of chunks that were kept; of an animation's pictures, those of the present one.
    written: Vec<Name>,
    has_picture: bool,
    is_padded: bool,
}

impl WebP {
    pub fn new() -> Self {
        Self {
            place: Place::Start(Part::new(12)),
            left: 0,
            frame_left: 0,
            held: None,
            has: 0,
            written: Vec::new(),
            has_picture: false,
            is_padded: false,
        }
    }

    pub fn feed(&mut self, mut bytes: &[u8], kept: &mut Vec<u8>) -> Result<(), FileFault> {
        while !bytes.is_empty() {
            let is_full = match &mut self.place {
                Place::Start(part) | Place::Head(part) | Place::Body(_, part) => {
                    part.fill(&mut bytes)
                }
                Place::Kept(left) => {
                    let taken = take(&mut bytes, u64::from(*left));
                    kept.extend_from_slice(taken);
                    *left -= length_of(taken);
                    *left == 0
                }
                Place::LeftOut(left) => {
                    let taken = take(&mut bytes, u64::from(*left));
                    kept.resize(kept.len() + taken.len(), 0);
                    *left -= length_of(taken);
                    *left == 0
                }
                Place::Pad => {
                    bytes = &bytes[1..];
                    kept.push(0);
                    true
                }
                Place::End => return Ok(()),
            };
            if is_full {
                self.end_part(kept)?;
            }
        }
        Ok(())
    }

    /// Ends the file. One that is shorter than it says cannot be kept: its size stands in front.
    pub fn finish(self) -> Result<(), FileFault> {
        match self.place {
            Place::End if self.has_picture => Ok(()),
            _ => Err(FileFault::Damaged),
        }
    }

    fn end_part(&mut self, kept: &mut Vec<u8>) -> Result<(), FileFault> {
        self.place = match std::mem::replace(&mut self.place, Place::End) {
            Place::Start(part) => {
                // The four letters behind the size belong to it.
                self.left = long(part.bytes(), 4).saturating_sub(4);
                kept.extend_from_slice(part.bytes());
                self.next()
            }
            Place::Head(part) => self.head(part.bytes(), kept)?,
            Place::Body(chunk, part) => self.body(chunk, &part, kept)?,
            Place::Kept(_) if self.is_padded => Place::Pad,
            _ => self.next(),
        };
        Ok(())
    }

    /// What comes behind a chunk: another one, the end, or too few bytes to be one.
    fn next(&mut self) -> Place {
        let left = self.room();
        match *left {
            0 => Place::End,
            few @ 1..HEAD_BYTES => {
                *left = 0;
                Place::LeftOut(few)
            }
            _ => Place::Head(Part::new(u64::from(HEAD_BYTES))),
        }
    }

    /// Bytes that are left of the present picture of an animation, or else of the whole.
    fn room(&mut self) -> &mut u32 {
        if self.frame_left > 0 { &mut self.frame_left } else { &mut self.left }
    }

    /// Begins a chunk.
    fn head(&mut self, head: &[u8], kept: &mut Vec<u8>) -> Result<Place, FileFault> {
        let name: Name = *head.first_chunk().ok_or(FileFault::Damaged)?;
        let in_frame = self.frame_left > 0;
        let chunk = self.reserve(name, long(head, 4))?;
        if name != *b"ICCP" {
            self.write_canvas(kept);
        }
        let looked_at = match &name {
            b"VP8X" if self.written.is_empty() && chunk.length == 10 => chunk.padded,
            b"VP8 " | b"VP8L" if self.takes_picture(in_frame) => {
                chunk.length.min(PICTURE_HEAD_BYTES)
            }
            _ if self.written.is_empty() => return Err(FileFault::Damaged),
            b"ALPH" if self.takes_picture(in_frame) && self.is_new(HAS_TRANSPARENCY, &name) => {
                return Ok(self.keep(chunk, &[], kept));
            }
            b"ICCP" if self.held.is_some() => chunk.padded.min(LOOKED_AT_BYTES),
            b"ANIM" if chunk.length == 6 && !in_frame && self.is_new(HAS_ANIMATION, &name) => 6,
            b"ANMF" if chunk.length > FRAME_HEAD_BYTES && !in_frame && self.is_animated() => {
                FRAME_HEAD_BYTES
            }
            b"EXIF"
                if chunk.length >= OWN_EXIF_BYTES && !in_frame && self.is_new(HAS_EXIF, &name) =>
            {
                chunk.padded.min(LOOKED_AT_BYTES)
            }
            _ => {
                write_head(FILLER, chunk.padded, kept);
                return Ok(self.leave_out(chunk.padded));
            }
        };
        match looked_at {
            0 => Err(FileFault::Damaged),
            _ => Ok(Place::Body(chunk, Part::new(u64::from(looked_at)))),
        }
    }

    /// Writes a chunk that was looked at, or what stands for it.
    fn body(&mut self, chunk: Chunk, part: &Part, kept: &mut Vec<u8>) -> Result<Place, FileFault> {
        let bytes = part.bytes();
        let rest = chunk.padded - u32::try_from(bytes.len()).unwrap_or(chunk.padded);
        let is_sound = match &chunk.name {
            b"VP8X" => self.read_canvas(bytes)?,
            b"ICCP" => {
                self.write_profile(chunk, bytes, kept);
                true
            }
            b"EXIF" => {
                let tiff = bytes.strip_prefix(EXIF_MARK).unwrap_or(bytes);
                let found = Orientation::read(tiff).unwrap_or(Orientation::UPRIGHT);
                write_head(&chunk.name, chunk.length, kept);
                write_filled(&found.tiff(), bytes.len(), kept);
                true
            }
            b"ANMF" => {
                self.written.retain(|name| matches!(name, b"VP8X" | b"ANIM" | b"EXIF"));
                self.frame_left = rest;
                write_head(&chunk.name, chunk.length, kept);
                kept.extend_from_slice(&bytes[..bytes.len() - 1]);
                // Only two bits of the last byte say anything.
                kept.extend(bytes.last().map(|flags| flags & 0x03));
                self.written.push(chunk.name);
                return Ok(self.next());
            }
            b"ANIM" => {
                self.written.push(chunk.name);
                return Ok(self.keep(chunk, bytes, kept));
            }
            name => {
                check_picture(name, bytes)?;
                self.has_picture = true;
                return Ok(self.keep(chunk, bytes, kept));
            }
        };
        if !is_sound {
            return Err(FileFault::Damaged);
        }
        self.written.push(chunk.name);
        Ok(self.leave_out(rest))
    }

    /// Takes a chunk out of what is left of the picture of an animation, or of the whole.
    fn reserve(&mut self, name: Name, length: u32) -> Result<Chunk, FileFault> {
        let left = self.room();
        let room = left.checked_sub(HEAD_BYTES).ok_or(FileFault::Damaged)?;
        // The zero behind the very last chunk is missing from some files.
        let padded = length.saturating_add(length & 1).min(room.max(length));
        *left = room.checked_sub(padded).ok_or(FileFault::Damaged)?;
        Ok(Chunk { name, length, padded })
    }

    fn is_animated(&self) -> bool {
        self.has & HAS_ANIMATION != 0
    }

    /// Whether the canvas announces this chunk, and it has not come yet.
    fn is_new(&self, announced: u8, name: &Name) -> bool {
        self.has & announced != 0 && !self.written.contains(name)
    }

    /// Whether a coded picture may come here: once, or once for each picture of an animation.
    fn takes_picture(&self, in_frame: bool) -> bool {
        let has_one = self.written.iter().any(|name| matches!(name, b"VP8 " | b"VP8L"));
        in_frame == self.is_animated() && !has_one
    }

    /// Writes a chunk as it came: now its beginning, then what follows.
    fn keep(&mut self, chunk: Chunk, bytes: &[u8], kept: &mut Vec<u8>) -> Place {
        self.written.push(chunk.name);
        self.is_padded = chunk.padded > chunk.length;
        write_head(&chunk.name, chunk.length, kept);
        kept.extend_from_slice(bytes);
        match chunk.length.saturating_sub(length_of(bytes)) {
            0 if self.is_padded => Place::Pad,
            0 => self.next(),
            left => Place::Kept(left),
        }
    }

    fn leave_out(&mut self, bytes: u32) -> Place {
        match bytes {
            0 => self.next(),
            _ => Place::LeftOut(bytes),
        }
    }

    /// Source: RFC 9649, 2.7.
    fn read_canvas(&mut self, bytes: &[u8]) -> Result<bool, FileFault> {
        let known = HAS_ANIMATION | HAS_EXIF | HAS_TRANSPARENCY;
        let Some(canvas) = bytes.first_chunk::<10>() else {
            return Ok(false);
        };
        let side = |at: usize| u64::from(long(&[&canvas[at..at + 3], &[0]].concat(), 0)) + 1;
        if side(4) * side(7) > MAX_PIXELS {
            return Err(FileFault::TooManyPixels);
        }
        self.has = canvas[0] & known;
        let mut own = *canvas;
        own[..4].copy_from_slice(&[self.has, 0, 0, 0]);
        self.held = Some(own);
        Ok(true)
    }

    fn write_canvas(&mut self, kept: &mut Vec<u8>) {
        if let Some(canvas) = self.held.take() {
            write_head(b"VP8X", length_of(&canvas), kept);
            kept.extend(canvas);
        }
    }

    /// Writes canvas and profile; `bytes` is what was looked at of the profile that came.
    fn write_profile(&mut self, chunk: Chunk, bytes: &[u8], kept: &mut Vec<u8>) {
        let own = ColourSpace::read(bytes).map(ColourSpace::profile);
        let fits = |own: &Vec<u8>| {
            own.len() + HEAD_BYTES as usize <= bytes.len() || length_of(own) == chunk.padded
        };
        let (Some(own), Some(canvas)) = (own.filter(fits), &mut self.held) else {
            self.write_canvas(kept);
            write_head(FILLER, chunk.padded, kept);
            return write_filled(&[], bytes.len(), kept);
        };
        canvas[0] |= HAS_PROFILE;
        self.write_canvas(kept);
        write_head(&chunk.name, length_of(&own), kept);
        kept.extend_from_slice(&own);
        if own.len() < bytes.len() {
            write_head(FILLER, chunk.padded - length_of(&own) - HEAD_BYTES, kept);
            write_filled(&[], bytes.len() - own.len() - HEAD_BYTES as usize, kept);
        }
    }
}

/// Checks that a coded picture begins as one, and how large it is. Sources: RFC 6386, 9.1; RFC 9649,
/// 3.4.
fn check_picture(name: &Name, bytes: &[u8]) -> Result<(), FileFault> {
    let (width, height) = match (name, bytes) {
        (b"VP8 ", [first, _, _, 0x9d, 0x01, 0x2a, rest @ ..]) if first & 1 == 0 => {
            let sides = long(rest, 0);
            (sides & 0x3fff, sides >> 16 & 0x3fff)
        }
        (b"VP8L", [0x2f, rest @ ..]) if rest.len() >= 4 && long(rest, 0) >> 29 == 0 => {
            let sides = long(rest, 0);
            ((sides & 0x3fff) + 1, (sides >> 14 & 0x3fff) + 1)
        }
        _ => return Err(FileFault::Damaged),
    };
    match u64::from(width) * u64::from(height) {
        0 => Err(FileFault::Damaged),
        1..=MAX_PIXELS => Ok(()),
        _ => Err(FileFault::TooManyPixels),
    }
}

fn write_head(name: &Name, length: u32, kept: &mut Vec<u8>) {
    kept.extend_from_slice(name);
    kept.extend(length.to_le_bytes());
}

/// Writes `bytes` and zeros behind them, `length` bytes together.
fn write_filled(bytes: &[u8], length: usize, kept: &mut Vec<u8>) {
    kept.extend_from_slice(bytes);
    kept.resize(kept.len() + length.saturating_sub(bytes.len()), 0);
}

fn length_of(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).expect("no more than a chunk holds")
}

fn long(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |four| u32::from_le_bytes(*four))
}
