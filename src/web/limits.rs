//! The limit on tries at a code, per client.
//!
//! A client is a salted hash of the address that a trusted proxy names; it lives in memory and the
//! salt goes with the day. Without such a header there is no telling clients apart, and the
//! semaphore around Argon2id is the only bound. Nobody who was given a form is ever refused here:
//! only the page that takes a code asks.

use super::App;
use crate::core::{Day, Random};
use axum::http::HeaderMap;
use governor::{
    DefaultKeyedRateLimiter, Quota,
    clock::{Clock, DefaultClock},
};
use sha2::{Digest, Sha256};
use std::{
    net::IpAddr,
    num::NonZeroU32,
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// Tries that a client has at once: a whole care home may sit behind one address.
pub const BURST: u32 = 40;

/// One more try comes back after this long.
const PERIOD: Duration = Duration::from_secs(15);

/// Clients that are remembered before those with all their tries back are let go.
const MANY_CLIENTS: usize = 10_000;

/// Too many tries: wait this long, in whole seconds, before the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// Seconds, at least 1.
    pub seconds: u64,
}

/// The tries of today's clients.
#[derive(Default)]
pub struct CodeTries(Mutex<Option<Today>>);

struct Today {
    day: Day,
    salt: [u8; 32],
    clients: DefaultKeyedRateLimiter<[u8; 16]>,
}

impl Today {
    fn begin(day: Day, random: &Random) -> Self {
        let burst = NonZeroU32::new(BURST).expect("the burst is not zero");
        let quota = Quota::with_period(PERIOD).expect("the period is not zero").allow_burst(burst);
        Self { day, salt: random.bytes(), clients: DefaultKeyedRateLimiter::keyed(quota) }
    }

    fn take(&self, address: IpAddr) -> Result<(), Wait> {
        if self.clients.len() > MANY_CLIENTS {
            self.clients.retain_recent();
            self.clients.shrink_to_fit();
        }
        self.clients.check_key(&self.client(address)).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            Wait { seconds: wait.as_secs() + 1 }
        })
    }

    /// The salted hash that stands for an address; of an IPv6 address for its /64, which is what
    /// one household or house has.
    fn client(&self, address: IpAddr) -> [u8; 16] {
        let mut hash = Sha256::new_with_prefix(self.salt);
        match address.to_canonical() {
            IpAddr::V4(four) => hash.update(four.octets()),
            IpAddr::V6(six) => hash.update(&six.octets()[..8]),
        }
        let mut client = [0; 16];
        client.copy_from_slice(&hash.finalize()[..16]);
        client
    }
}

impl CodeTries {
    /// Takes one try from the client that sent these headers.
    ///
    /// # Errors
    /// [`Wait`] when the client has none left.
    pub fn take(&self, app: &App, headers: &HeaderMap) -> Result<(), Wait> {
        let Some(address) = client_address(app, headers) else { return Ok(()) };
        let day = app.clock.today();
        let mut today = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let begin = || Today::begin(day, &app.random);
        let current = today.take().filter(|today| today.day == day).unwrap_or_else(begin);
        let taken = current.take(address);
        *today = Some(current);
        taken
    }
}

/// The client's address, as the header says that the settings trust. `None` without that setting,
/// and when the header is not there or no address.
fn client_address(app: &App, headers: &HeaderMap) -> Option<IpAddr> {
    let name = app.config.server.client_address_header.as_deref()?;
    headers.get(name)?.to_str().ok()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_runs_out_and_another_does_not() {
        let today = Today::begin(Day::from_number(1), &Random::seeded(1));
        let [one, neighbour, other] =
            ["2001:db8::1", "2001:db8::2", "2001:db8:1::1"].map(|address| address.parse().unwrap());
        for _ in 0..BURST {
            assert_eq!(today.take(one), Ok(()));
        }
        assert!(today.take(one).is_err_and(|wait| (1..=16).contains(&wait.seconds)));
        assert!(today.take(neighbour).is_err());
        assert_eq!(today.take(other), Ok(()));
    }

    #[test]
    fn an_address_is_another_client_on_another_day() {
        let random = Random::seeded(1);
        let days = [1, 2].map(|day| Today::begin(Day::from_number(day), &random));
        let address = "192.0.2.1".parse().unwrap();
        assert_ne!(days[0].client(address), days[1].client(address));
    }
}
