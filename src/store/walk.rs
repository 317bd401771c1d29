//! The walk over a ledger: reads every record once, from the first to the last.
//!
//! Opening, rebuilding and checking use it. It holds one record at a time, verifies each, finds
//! its way back after damage, and says where the damage was. It never writes.

use super::{
    StoreError,
    ledger::{NO_TIP, refused},
    record::{
        CHECK_BYTES, Check, FORMAT_VERSION, HEADER_BYTES, Header, MAGIC, Record, first_bytes,
    },
};
use sha2::{Digest, Sha256};
use std::{fs::File, os::unix::fs::FileExt};

/// Bytes looked through at a time when searching for the next record.
const SCAN_BYTES: usize = 64 * 1024;

/// The highest type number that this program knows.
const LAST_KIND: u8 = 7;

/// One verified record.
pub struct Found {
    /// Where it ends, in bytes.
    pub end: u64,
    /// Its number and check.
    pub tip: Tip,
    /// What it says.
    pub record: Record,
}

/// The last record of a ledger, or of the part that an index has taken in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Tip {
    /// Its number; 0 when there is no record.
    pub number: u64,
    /// Its check; zeros when there is no record.
    pub check: Check,
}

/// What a walk came upon.
pub struct Walked {
    /// Where the last verified record ends, in bytes; 0 when there is none.
    pub end: u64,
    /// The last verified record.
    pub tip: Tip,
    /// Where damage begins, in bytes, for each place with a verified record after it.
    pub damaged: Vec<u64>,
    /// Bytes before the end that are no record of ours.
    pub unread: u64,
}

/// Reads the first `length` bytes of a ledger and shows each verified record to `visit`.
///
/// # Errors
/// - [`StoreError::Ledger`]: the operating system cannot read the file.
/// - [`StoreError::OtherVersion`]: an intact record has a format or type that this program does
///   not know.
/// - Whatever `visit` answers.
pub fn walk(
    file: &File,
    length: u64,
    visit: impl FnMut(Found) -> Result<(), StoreError>,
) -> Result<Walked, StoreError> {
    walk_on(file, length, (0, NO_TIP), visit)
}

/// As [`walk`], after the record that ends at this position, in bytes, and is this one.
///
/// # Errors
/// As [`walk`].
pub fn walk_on(
    file: &File,
    length: u64,
    from: (u64, Tip),
    mut visit: impl FnMut(Found) -> Result<(), StoreError>,
) -> Result<Walked, StoreError> {
    frames_on(file, length, from, |frame| {
        let known = frame.version == FORMAT_VERSION && frame.kind <= LAST_KIND;
        if !known {
            let found = frame.version.max(FORMAT_VERSION + 1);
            return Err(StoreError::OtherVersion { found, known: FORMAT_VERSION });
        }
        match Record::decode(frame.kind, frame.body) {
            Some(record) => visit(Found { end: frame.end, tip: frame.tip, record })?,
            None => return Ok(Understood::No),
        }
        Ok(Understood::Yes)
    })
}

/// One intact record of any kind.
pub struct Frame<'a> {
    /// Where it ends, in bytes.
    pub end: u64,
    /// Its number and check.
    pub tip: Tip,
    /// Its type.
    pub kind: u8,
    /// The format of it and of its body.
    pub version: u8,
    /// Its body.
    pub body: &'a [u8],
}

/// Whether the body of a record says something.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Understood {
    /// It does.
    Yes,
    /// It counts as damaged.
    No,
}

/// Reads the first `length` bytes of a file of records, of whatever kinds, and shows each.
///
/// # Errors
/// As [`walk`], but for the kinds.
pub fn frames(
    file: &File,
    length: u64,
    visit: impl FnMut(&Frame) -> Result<Understood, StoreError>,
) -> Result<Walked, StoreError> {
    frames_on(file, length, (0, NO_TIP), visit)
}

fn frames_on(
    file: &File,
    length: u64,
    (mut at, tip): (u64, Tip),
    mut visit: impl FnMut(&Frame) -> Result<Understood, StoreError>,
) -> Result<Walked, StoreError> {
    let mut reader = Reader { file, length, buffer: Vec::new() };
    let mut walked = Walked { end: at, tip, damaged: Vec::new(), unread: 0 };
    while let Some(start) = reader.next_record(at, walked.tip.number)? {
        let header = reader.header();
        let tip = Tip { number: header.number, check: reader.check() };
        let follows = header.number == walked.tip.number + 1
            && header.link == first_bytes::<{ super::record::LINK_BYTES }>(&walked.tip.check);
        if start != walked.end || !follows {
            walked.damaged.push(walked.end);
        }
        walked.unread += start - walked.end;
        at = start + reader.buffer.len() as u64;
        let (kind, version, body) = (header.kind, header.version, reader.body());
        if visit(&Frame { end: at, tip, kind, version, body })? == Understood::No {
            walked.damaged.push(start);
            walked.unread += at - start;
        }
        (walked.end, walked.tip) = (at, tip);
    }
    Ok(walked)
}

struct Reader<'a> {
    file: &'a File,
    length: u64,
    /// The record that was read last, whole.
    buffer: Vec<u8>,
}

impl Reader<'_> {
    /// Reads the first intact record at or after `at` whose number is above `after`: an older
    /// number is a copy of what was read before, and no continuation. Gives where it starts.
    fn next_record(&mut self, at: u64, after: u64) -> Result<Option<u64>, StoreError> {
        if self.read_record(at, after)? {
            return Ok(Some(at));
        }
        let mut from = at + 1;
        let mut window = Vec::new();
        while from < self.length {
            let bytes = (self.length - from).min(SCAN_BYTES as u64);
            window.resize(usize::try_from(bytes).unwrap_or(SCAN_BYTES), 0);
            self.file.read_exact_at(&mut window, from).map_err(refused)?;
            for place in places_of_magic(&window) {
                let start = from + place as u64;
                if self.read_record(start, after)? {
                    return Ok(Some(start));
                }
            }
            // The next window overlaps this one by what a magic may have begun.
            let overlap = MAGIC.len() - 1;
            let step = window.len().saturating_sub(overlap).max(1);
            from += step as u64;
        }
        Ok(None)
    }

    /// Reads the record that begins at `start` into the buffer. `false` when none does, or when
    /// it is not intact; memory is taken only for a header that is whole, and then 1.1 MiB at
    /// most.
    fn read_record(&mut self, start: u64, after: u64) -> Result<bool, StoreError> {
        let left = self.length.saturating_sub(start);
        if left < (HEADER_BYTES + CHECK_BYTES) as u64 {
            return Ok(false);
        }
        let mut header = [0; HEADER_BYTES];
        self.file.read_exact_at(&mut header, start).map_err(refused)?;
        let Some(parsed) = Header::parse(&header) else {
            return Ok(false);
        };
        if parsed.number <= after || parsed.record_bytes() as u64 > left {
            return Ok(false);
        }
        self.buffer.resize(parsed.record_bytes(), 0);
        self.file.read_exact_at(&mut self.buffer, start).map_err(refused)?;
        let (content, check) = self.buffer.split_at(self.buffer.len() - CHECK_BYTES);
        Ok(Sha256::digest(content).as_slice() == check)
    }

    fn header(&self) -> Header {
        let bytes = first_bytes(&self.buffer);
        Header::parse(&bytes).expect("only an intact record stays in the buffer")
    }

    fn body(&self) -> &[u8] {
        &self.buffer[HEADER_BYTES..self.buffer.len() - CHECK_BYTES]
    }

    fn check(&self) -> Check {
        first_bytes(&self.buffer[self.buffer.len() - CHECK_BYTES..])
    }
}

fn places_of_magic(window: &[u8]) -> impl Iterator<Item = usize> {
    window.windows(MAGIC.len()).enumerate().filter(|(_, bytes)| *bytes == MAGIC).map(|(at, _)| at)
}
