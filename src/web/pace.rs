//! How time passes for limits and turns: a clock that only goes forward, and knows no hour.
//!
//! Handed to whatever counts, so that a test can set it.

#[cfg(test)]
use governor::clock::FakeRelativeClock;
use governor::{clock::Clock, nanos::Nanos};
use std::time::{Duration, Instant};

/// Time since some moment that says nothing.
#[derive(Clone, Debug)]
pub enum Pace {
    /// The machine's, since the server started.
    Real(Instant),
    /// A test's.
    #[cfg(test)]
    Set(FakeRelativeClock),
}

impl Pace {
    /// The machine's, from now on.
    pub fn begin() -> Self {
        Self::Real(Instant::now())
    }

    /// Time since it began.
    pub fn passed(&self) -> Duration {
        self.now().into()
    }
}

impl Clock for Pace {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        match self {
            Self::Real(start) => start.elapsed().into(),
            #[cfg(test)]
            Self::Set(clock) => clock.now(),
        }
    }
}
