//! The randomness that codes, numbers and ids are drawn from.
//!
//! Handed to whoever needs it, so that a test can seed it. The age crate draws its own keys from
//! the operating system and is not steered by this.

use rand::{Rng, SeedableRng, rngs::StdRng, rngs::SysRng};
use std::sync::{Mutex, PoisonError};

/// A cryptographic generator behind a lock; cheap to share, never printed.
pub struct Random(Mutex<StdRng>);

impl Random {
    /// Seeded by the operating system.
    ///
    /// # Panics
    /// When the operating system cannot give randomness: nothing safe can be done then.
    pub fn from_system() -> Self {
        let rng = StdRng::try_from_rng(&mut SysRng).expect("the operating system gives randomness");
        Self(Mutex::new(rng))
    }

    /// The same sequence each time, for tests.
    pub fn seeded(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }

    /// `N` fresh random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }
}
