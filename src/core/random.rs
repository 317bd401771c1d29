//! The randomness that codes, numbers and ids are drawn from.
//!
//! Handed to whoever needs it, so that a test can seed it. The age crate draws its own keys from
//! the operating system and is not steered by this.

use rand::{Rng, SeedableRng, TryRng, rngs::StdRng, rngs::SysRng};
use std::sync::{Mutex, PoisonError};

/// Where random bytes come from; cheap to share, never printed.
pub struct Random(Source);

/// The operating system is asked each time: a generator of our own would keep a state from which
/// whoever reads the process's memory could work out every receipt code it ever gave out, and a
/// copied virtual machine would give the same codes twice.
enum Source {
    System,
    Seeded(Box<Mutex<StdRng>>),
}

impl Random {
    /// Drawn from the operating system.
    pub fn from_system() -> Self {
        Self(Source::System)
    }

    /// The same sequence each time, for tests.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(Box::new(Mutex::new(StdRng::seed_from_u64(seed)))))
    }

    /// `N` fresh random bytes.
    ///
    /// # Panics
    /// When the operating system cannot give randomness: nothing safe can be done then.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match &self.0 {
            Source::System => {
                SysRng.try_fill_bytes(&mut bytes).expect("the operating system gives randomness");
            }
            Source::Seeded(rng) => {
                rng.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
            }
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_source_keeps_nothing_that_gives_earlier_codes_back() {
        let random = Random::from_system();
        assert!(random.bytes::<32>() != random.bytes::<32>());
        assert!(matches!(random.0, Source::System));
    }

    #[test]
    fn a_seed_gives_one_sequence() {
        let bytes = |seed| Random::seeded(seed).bytes::<32>();
        assert!(bytes(1) == bytes(1) && bytes(1) != bytes(2));
    }
}
