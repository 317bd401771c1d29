//! A JPEG, written again with only what is needed to draw it.
//!
//! [`Cleaner`](super::Cleaner) feeds it. Tables, frame and scans are checked to their exact length
//! and kept; of all other segments orientation, colours and the way of coding colour are written in
//! words of our own. It ends where the picture ends: what follows (films, second pictures) never
//! gets through.
//!
//! Source: ITU-T T.81, Annex B.

use super::{
    FileFault, MAX_PIXELS,
    colour::ColourSpace,
    orientation::{EXIF_MARK, Orientation},
    part::Part,
};

const START_OF_PICTURE: u8 = 0xd8;
const END_OF_PICTURE: u8 = 0xd9;
const START_OF_SCAN: u8 = 0xda;
const JFIF: u8 = 0xe0;
const EXIF: u8 = 0xe1;
const PROFILE: u8 = 0xe2;
const ADOBE: u8 = 0xee;

/// What precedes a colour profile in its first segment, of one or of more. Source: ICC.1:2022, B.4.
const PROFILE_MARK: &[u8] = b"ICC_PROFILE\0\x01";

/// Where in the file the next byte stands.
enum Place {
    /// In the two bytes that every JPEG begins with.
    Start(Part),
    /// Outside segments and scans.
    Between,
    /// Behind an 0xff.
    Marker,
    /// In the two bytes that say how long a segment is.
    Length(u8, Part),
    /// In a segment.
    Segment(u8, Part),
    /// In the coded picture.
    Scan,
    /// Behind an 0xff in the coded picture.
    ScanMarker,
    /// Behind the picture.
    End,
}

/// A JPEG while it comes in.
pub(super) struct Jpeg {
    place: Place,
    /// Segments of our own that were written: at most one of each, and only before the frame.
    own: Vec<u8>,
    has_frame: bool,
    has_restarts: bool,
    has_scan: bool,
}

impl Jpeg {
    pub fn new() -> Self {
        let place = Place::Start(Part::new(2));
        Self { place, own: Vec::new(), has_frame: false, has_restarts: false, has_scan: false }
    }

    pub fn feed(&mut self, mut bytes: &[u8], kept: &mut Vec<u8>) -> Result<(), FileFault> {
        while let [next, rest @ ..] = bytes {
            match &mut self.place {
                Place::Between => {
                    if up_to_marker(&mut bytes).1 {
                        self.place = Place::Marker;
                    }
                }
                Place::Scan => self.scan(&mut bytes, kept),
                Place::Start(part) | Place::Length(_, part) | Place::Segment(_, part) => {
                    if part.fill(&mut bytes) {
                        self.end_part(kept)?;
                    }
                }
                Place::Marker => {
                    bytes = rest;
                    self.marker(*next, kept)?;
                }
                Place::ScanMarker => {
                    bytes = rest;
                    self.scan_marker(*next, kept)?;
                }
                Place::End => return Ok(()),
            }
        }
        Ok(())
    }

    /// Ends the file. A picture that was cut off in the middle draws as far as it goes, and is
    /// given its end.
    pub fn finish(self, kept: &mut Vec<u8>) -> Result<(), FileFault> {
        match self.place {
            Place::End => Ok(()),
            _ if self.has_scan => {
                kept.extend([0xff, END_OF_PICTURE]);
                Ok(())
            }
            _ => Err(FileFault::Damaged),
        }
    }

    fn scan(&mut self, bytes: &mut &[u8], kept: &mut Vec<u8>) {
        let (coded, is_marker) = up_to_marker(bytes);
        self.has_scan |= !coded.is_empty();
        kept.extend_from_slice(coded);
        if is_marker {
            self.place = Place::ScanMarker;
        }
    }

    /// What follows an 0xff in a scan: a zero makes it a byte of the scan, a restart goes on with
    /// it, anything else ends it. Source: B.1.1.5.
    fn scan_marker(&mut self, marker: u8, kept: &mut Vec<u8>) -> Result<(), FileFault> {
        match marker {
            0xd0..=0xd7 if !self.has_restarts => Err(FileFault::Damaged),
            0x00 | 0xd0..=0xd7 => {
                kept.extend([0xff, marker]);
                self.place = Place::Scan;
                Ok(())
            }
            0xff => Ok(()),
            _ => self.marker(marker, kept),
        }
    }

    /// What follows an 0xff outside a scan. Source: B.1.1.2 and B.1.1.3.
    fn marker(&mut self, marker: u8, kept: &mut Vec<u8>) -> Result<(), FileFault> {
        self.place = match marker {
            0xff => Place::Marker,
            0x00..=0x01 | 0xd0..=0xd7 => Place::Between,
            END_OF_PICTURE if self.has_scan => {
                kept.extend([0xff, END_OF_PICTURE]);
                Place::End
            }
            START_OF_PICTURE | END_OF_PICTURE => return Err(FileFault::Damaged),
            _ => Place::Length(marker, Part::new(2)),
        };
        Ok(())
    }

    fn end_part(&mut self, kept: &mut Vec<u8>) -> Result<(), FileFault> {
        match std::mem::replace(&mut self.place, Place::Between) {
            Place::Length(marker, part) => {
                let length = u64::from(short(part.bytes(), 0)).checked_sub(2);
                let part = Part::new(length.ok_or(FileFault::Damaged)?);
                self.place = Place::Segment(marker, part);
                if length == Some(0) {
                    return self.end_part(kept);
                }
            }
            Place::Segment(marker, part) => return self.segment(marker, &part, kept),
            _ => kept.extend([0xff, START_OF_PICTURE]),
        }
        Ok(())
    }

    /// Keeps a segment that draws, writes one of ours for one that says how to draw, drops others.
    fn segment(&mut self, marker: u8, part: &Part, kept: &mut Vec<u8>) -> Result<(), FileFault> {
        let bytes = part.bytes();
        match marker {
            JFIF | EXIF | PROFILE | ADOBE => {
                self.replace(marker, bytes, kept);
                return Ok(());
            }
            0xe0..=0xfe => return Ok(()),
            _ => {}
        }
        let bytes = part.whole().ok_or(FileFault::Damaged)?;
        let is_exact = match marker {
            0xc0..=0xc2 | 0xc9 | 0xca if !self.has_frame => {
                self.has_frame = true;
                is_frame(bytes)?
            }
            0xc4 => are_huffman_tables(bytes),
            0xcc => are_arithmetic_conditions(bytes),
            0xdb => are_quantisation_tables(bytes),
            0xdd => {
                self.has_restarts = bytes != [0, 0];
                bytes.len() == 2
            }
            0xdc => bytes.len() == 2,
            START_OF_SCAN => self.has_frame && is_scan(bytes),
            _ => false,
        };
        if !is_exact {
            return Err(FileFault::Damaged);
        }
        write(marker, bytes, kept);
        if marker == START_OF_SCAN {
            self.place = Place::Scan;
        }
        Ok(())
    }

    /// Writes a segment of our own for one that tells orientation, colours or their coding.
    fn replace(&mut self, marker: u8, bytes: &[u8], kept: &mut Vec<u8>) {
        // Version 1.1, square points, no thumbnail.
        const OWN_JFIF: &[u8] = b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0";
        let own = match marker {
            JFIF if bytes.starts_with(b"JFIF\0") => OWN_JFIF.to_vec(),
            EXIF => own_exif(bytes).unwrap_or_default(),
            PROFILE => own_profile(bytes).unwrap_or_default(),
            ADOBE => own_adobe(bytes).unwrap_or_default(),
            _ => return,
        };
        if !own.is_empty() && !self.has_frame && !self.own.contains(&marker) {
            self.own.push(marker);
            write(marker, &own, kept);
        }
    }
}

fn own_exif(bytes: &[u8]) -> Option<Vec<u8>> {
    let found = Orientation::read(bytes.strip_prefix(EXIF_MARK)?)?;
    found.turns().then(|| [EXIF_MARK, &found.tiff()].concat())
}

/// A profile in several segments is known by the first, where its table of tags stands.
fn own_profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let [_count, profile @ ..] = bytes.strip_prefix(PROFILE_MARK)? else {
        return None;
    };
    Some([PROFILE_MARK, &[1], &ColourSpace::read(profile)?.profile()].concat())
}

/// How colours are coded: 0 RGB or CMYK, 1 YCbCr, 2 YCCK. Source: Adobe Technical Note 5116, 18.
fn own_adobe(bytes: &[u8]) -> Option<Vec<u8>> {
    let coding = *bytes.strip_prefix(b"Adobe")?.get(6)?;
    (coding <= 2).then(|| [b"Adobe\0\x64\0\0\0\0".as_slice(), &[coding]].concat())
}

/// Source: B.2.2.
fn is_frame(bytes: &[u8]) -> Result<bool, FileFault> {
    let [_precision, _, _, _, _, count @ 1..=4, parts @ ..] = bytes else {
        return Err(FileFault::Damaged);
    };
    let (height, width) = (u64::from(short(bytes, 1)), u64::from(short(bytes, 3)));
    if height * width > MAX_PIXELS {
        return Err(FileFault::TooManyPixels);
    }
    Ok(width > 0 && parts.len() == 3 * usize::from(*count))
}

/// Source: B.2.3.
fn is_scan(bytes: &[u8]) -> bool {
    matches!(bytes, [count @ 1..=4, rest @ ..] if rest.len() == 2 * usize::from(*count) + 3)
}

/// Source: B.2.4.1.
fn are_quantisation_tables(bytes: &[u8]) -> bool {
    are_all(bytes, |first, _| match first {
        0x00..=0x03 => Some(64),
        0x10..=0x13 => Some(128),
        _ => None,
    })
}

/// Source: B.2.4.2.
fn are_huffman_tables(bytes: &[u8]) -> bool {
    are_all(bytes, |first, rest| {
        let values = rest.get(..16)?.iter().map(|count| usize::from(*count)).sum::<usize>();
        (first & 0xec == 0 && values <= 256).then_some(16 + values)
    })
}

/// Source: B.2.4.3.
fn are_arithmetic_conditions(bytes: &[u8]) -> bool {
    are_all(bytes, |first, _| (first & 0xec == 0).then_some(1))
}

/// Whether the segment is one or more tables and nothing behind them. `length` says how long a table is
/// behind its first byte.
fn are_all(mut bytes: &[u8], length: fn(u8, &[u8]) -> Option<usize>) -> bool {
    let is_empty = bytes.is_empty();
    while let [first, rest @ ..] = bytes {
        match length(*first, rest).and_then(|length| rest.get(length..)) {
            Some(rest) => bytes = rest,
            None => return false,
        }
    }
    !is_empty
}

/// Takes the bytes before the next 0xff, and that byte too. Whether there was one.
fn up_to_marker<'a>(bytes: &mut &'a [u8]) -> (&'a [u8], bool) {
    let all = *bytes;
    let at = all.iter().position(|byte| *byte == 0xff);
    let (before, rest) = all.split_at(at.unwrap_or(all.len()));
    *bytes = rest.get(1..).unwrap_or_default();
    (before, at.is_some())
}

/// Marker, length, content.
fn write(marker: u8, content: &[u8], kept: &mut Vec<u8>) {
    let length = u16::try_from(content.len() + 2);
    let length = length.expect("it came from a segment, or is small and ours");
    kept.extend([0xff, marker]);
    kept.extend(length.to_be_bytes());
    kept.extend_from_slice(content);
}

fn short(bytes: &[u8], at: usize) -> u16 {
    bytes[at..].first_chunk().map_or(0, |two| u16::from_be_bytes(*two))
}
