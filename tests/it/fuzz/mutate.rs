//! Changes inputs at random, from a seed.

use rand::{RngExt, SeedableRng, rngs::StdRng};

/// The longest input that is made, in bytes.
const MAX_BYTES: usize = 256 * 1024;

/// Changes to one input at most.
const MAX_CHANGES: u32 = 6;

/// Numbers at which reading code goes wrong.
const EDGES: [u64; 10] =
    [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0xffff_ffff, u64::MAX];

/// Words that mean something to one of the formats.
const WORDS: [&[u8]; 14] = [
    b"\r\n",
    b"\r\n\r\n--grens-van-de-proef\r\n",
    b"--grens-van-de-proef--",
    b"content-disposition: form-data; name=\"story\"",
    b"; filename=\"",
    b"\0",
    b"\xff\xfe",
    "\u{202e}\u{200d}".as_bytes(),
    b"AGE-SECRET-KEY-1",
    b"Exif\0\0MM\0*",
    b"\xff\xd8\xff\xda",
    b"IHDR",
    b"VP8X",
    b"\x9f\xbf\x7f\x5f\xff",
];

/// Makes inputs out of others.
pub struct Mutator(StdRng);

impl Mutator {
    pub fn new(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// One of the seeds, changed.
    pub fn change(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut input = seeds[self.0.random_range(0..seeds.len())].clone();
        for _ in 0..self.0.random_range(1..=MAX_CHANGES) {
            self.change_once(&mut input, seeds);
            input.truncate(MAX_BYTES);
        }
        input
    }

    fn change_once(&mut self, input: &mut Vec<u8>, seeds: &[Vec<u8>]) {
        let (at, length) = self.range(input.len());
        match self.0.random_range(0..9) {
            0 if length > 0 => input[at] ^= 1 << self.0.random_range(0..8),
            1 if length > 0 => input[at] = self.0.random(),
            2 => drop(input.drain(at..at + length)),
            3 => {
                let copy = input[at..at + length].to_vec();
                self.insert(input, &copy);
            }
            4 => {
                let mut noise = vec![0; self.0.random_range(1..40)];
                self.0.fill(&mut noise[..]);
                self.insert(input, &noise);
            }
            5 => {
                let word = WORDS[self.0.random_range(0..WORDS.len())];
                self.insert(input, word);
            }
            6 => self.put_edge(input, at),
            7 => input.truncate(at),
            _ => {
                let other = &seeds[self.0.random_range(0..seeds.len())];
                let (from, length) = self.range(other.len());
                self.insert(input, &other[from..from + length]);
            }
        }
    }

    /// Where a piece begins and how long it is, in something of this length; short ones are likely.
    fn range(&mut self, length: usize) -> (usize, usize) {
        let at = self.0.random_range(0..=length);
        let most = if self.0.random() { 16 } else { length };
        (at, self.0.random_range(0..=most.min(length - at)))
    }

    fn insert(&mut self, input: &mut Vec<u8>, piece: &[u8]) {
        let at = self.0.random_range(0..=input.len());
        drop(input.splice(at..at, piece.iter().copied()));
    }

    /// Writes a number over what is there, in one of its widths and orders.
    fn put_edge(&mut self, input: &mut [u8], at: usize) {
        let edge = EDGES[self.0.random_range(0..EDGES.len())];
        let width = [1, 2, 4, 8][self.0.random_range(0..4_usize)];
        let (big, little) = (edge.to_be_bytes(), edge.to_le_bytes());
        let bytes = if self.0.random() { &big[8 - width..] } else { &little[..width] };
        for (place, byte) in input[at..].iter_mut().zip(bytes) {
            *place = *byte;
        }
    }
}
