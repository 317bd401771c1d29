//! How often something may be asked: by one client, and by all together.
//!
//! Handlers ask [`Limits`] before they spend anything. A client is a place in a table that follows
//! from its address and a salt of the day: it lives in memory alone, many addresses share one
//! place, and however many clients come, there are no more places. Where all clients look alike,
//! what all together may ask counts alone. Nobody who was given a form is refused for what others
//! do: the form itself says that it may be sent, and only how often that one form is sent counts.

use super::pace::Pace;
use crate::core::{Day, OfficerId, Random, ReceiptCode};
use governor::{
    Quota, RateLimiter,
    clock::Clock,
    middleware::NoOpMiddleware,
    nanos::Nanos,
    state::{InMemoryState, NotKeyed, keyed::DashMapStateStore},
};
use sha2::{Digest, Sha256};
use std::{
    net::IpAddr,
    num::NonZeroU32,
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// A whole training course may open the form behind one address, and look at it twice.
const FORMS_OF_ONE: Allowance = Allowance { at_once: 120, then: Duration::from_secs(5) };
const FORMS_OF_ALL: Allowance = Allowance { at_once: 600, then: Duration::from_secs(1) };
/// Tries at a code, each of which may cost an Argon2id.
const CODES_OF_ONE: Allowance = Allowance { at_once: 40, then: Duration::from_secs(15) };
const CODES_OF_ALL: Allowance = Allowance { at_once: 300, then: Duration::from_millis(200) };
/// Files: twenty to a form.
const FILES_OF_ONE: Allowance = Allowance { at_once: 400, then: Duration::from_secs(3) };
const FILES_OF_ALL: Allowance = Allowance { at_once: 1000, then: Duration::from_millis(500) };
/// The same form, or messages under one code: nobody types so fast.
const SENDINGS: Allowance = Allowance { at_once: 30, then: Duration::from_secs(5) };
/// Signed requests of one officer: a desk that fetches everything anew stays below.
const REQUESTS: Allowance = Allowance { at_once: 3000, then: Duration::from_millis(20) };

/// So many at once, and then one more each time that this has passed.
struct Allowance {
    at_once: u32,
    then: Duration,
}

impl Allowance {
    fn quota(&self) -> Quota {
        let at_once = NonZeroU32::new(self.at_once).expect("an allowance is not zero");
        Quota::with_period(self.then).expect("a period is not zero").allow_burst(at_once)
    }
}

/// Too often: what is left is to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// Until there is one more, in whole seconds; at least 1.
    pub seconds: u64,
    /// Whose allowance is used up.
    pub whose: Whose,
}

/// Whose allowance is used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// This client's, or this form's.
    One,
    /// That of all together.
    All,
}

/// Who asks, as far as that can be told. An address goes in and does not come out again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Client {
    /// Behind Tor, a Unix socket or a proxy that does not say: all look alike.
    Alike,
    /// Somebody at this place of the table.
    At(Place),
}

/// A place in a table of 65,536.
type Place = u16;

/// What one at a time may ask, by place.
type Each = RateLimiter<Place, DashMapStateStore<Place>, Pace, NoOpMiddleware<Nanos>>;
/// What all together may ask.
type All = RateLimiter<NotKeyed, InMemoryState, Pace, NoOpMiddleware<Nanos>>;

/// How often each thing was asked of late.
pub struct Limits {
    pace: Pace,
    salt: Mutex<Option<Salt>>,
    forms: Shared,
    codes: Shared,
    files: Shared,
    sendings: Each,
    requests: Each,
    /// Where forms and officers have their places: drawn when the server starts.
    own: [u8; 32],
}

struct Salt {
    day: Day,
    bytes: [u8; 32],
}

/// An allowance of one, and of all.
struct Shared {
    one: Each,
    all: All,
}

impl Shared {
    fn new([one, all]: [Allowance; 2], pace: &Pace) -> Self {
        Self {
            one: each(&one, pace),
            all: RateLimiter::direct_with_clock(all.quota(), pace.clone()),
        }
    }

    fn take(&self, client: Client, pace: &Pace) -> Result<(), Wait> {
        if let Client::At(place) = client {
            take(&self.one, place, pace)?;
        }
        self.all.check().map_err(|until| wait(until.wait_time_from(pace.now()), Whose::All))
    }
}

fn each(allowance: &Allowance, pace: &Pace) -> Each {
    RateLimiter::new(allowance.quota(), DashMapStateStore::default(), pace.clone())
}

fn take(each: &Each, place: Place, pace: &Pace) -> Result<(), Wait> {
    let taken = each.check_key(&place);
    taken.map_err(|until| wait(until.wait_time_from(pace.now()), Whose::One))
}

fn wait(time: Duration, whose: Whose) -> Wait {
    Wait { seconds: time.as_secs_f64().ceil().max(1.0) as u64, whose }
}

impl Limits {
    /// Nothing was asked yet.
    pub fn new(random: &Random, pace: Pace) -> Self {
        Self {
            forms: Shared::new([FORMS_OF_ONE, FORMS_OF_ALL], &pace),
            codes: Shared::new([CODES_OF_ONE, CODES_OF_ALL], &pace),
            files: Shared::new([FILES_OF_ONE, FILES_OF_ALL], &pace),
            sendings: each(&SENDINGS, &pace),
            requests: each(&REQUESTS, &pace),
            salt: Mutex::default(),
            own: random.bytes(),
            pace,
        }
    }

    /// The client at this address, today; of an IPv6 address its /64, which is what one household
    /// or house has.
    pub fn client(&self, address: Option<IpAddr>, (day, random): (Day, &Random)) -> Client {
        let Some(address) = address else { return Client::Alike };
        let mut salt = self.salt.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = || Salt { day, bytes: random.bytes() };
        let current = salt.take().filter(|salt| salt.day == day).unwrap_or_else(fresh);
        let client = match address.to_canonical() {
            IpAddr::V4(four) => place(&current.bytes, &four.octets()),
            IpAddr::V6(six) => place(&current.bytes, &six.octets()[..8]),
        };
        *salt = Some(current);
        Client::At(client)
    }

    /// Takes a blank form.
    ///
    /// # Errors
    /// [`Wait`].
    pub fn form(&self, client: Client) -> Result<(), Wait> {
        self.forms.take(client, &self.pace)
    }

    /// Takes a try at a code.
    ///
    /// # Errors
    /// [`Wait`].
    pub fn code(&self, client: Client) -> Result<(), Wait> {
        self.codes.take(client, &self.pace)
    }

    /// Takes a file.
    ///
    /// # Errors
    /// [`Wait`].
    pub fn file(&self, client: Client) -> Result<(), Wait> {
        self.files.take(client, &self.pace)
    }

    /// Takes a sending of the form, or from the thread, with this code.
    ///
    /// # Errors
    /// [`Wait`].
    pub fn sending(&self, code: &ReceiptCode) -> Result<(), Wait> {
        let place = place(&self.own, code.grouped().expose().as_bytes());
        take(&self.sendings, place, &self.pace)
    }

    /// Takes a signed request of this officer.
    ///
    /// # Errors
    /// [`Wait`].
    pub fn request(&self, officer: OfficerId) -> Result<(), Wait> {
        take(&self.requests, place(&self.own, officer.as_bytes()), &self.pace)
    }
}

/// Where something has its place. Without the salt nobody can tell who shares one.
fn place(salt: &[u8; 32], name: &[u8]) -> Place {
    let hash = Sha256::new_with_prefix(salt).chain_update(name).finalize();
    Place::from_be_bytes([hash[0], hash[1]])
}

#[cfg(test)]
mod tests {
    use super::*;
    use governor::clock::FakeRelativeClock;

    const TODAY: u16 = 20_000;

    fn limits() -> (Limits, FakeRelativeClock, Random) {
        let (random, clock) = (Random::seeded(1), FakeRelativeClock::default());
        (Limits::new(&random, Pace::Set(clock.clone())), clock, random)
    }

    fn at(limits: &Limits, address: &str, (day, random): (u16, &Random)) -> Client {
        limits.client(Some(address.parse().unwrap()), (Day::from_number(day), random))
    }

    #[test]
    fn a_client_runs_out_of_tries_and_gets_one_back_and_another_is_not_touched() {
        let (limits, clock, random) = limits();
        let addresses = ["2001:db8::1", "2001:db8::2", "2001:db8:1::1"];
        let [one, neighbour, other] = addresses.map(|it| at(&limits, it, (TODAY, &random)));
        assert_eq!(one, neighbour);
        for _ in 0..40 {
            assert_eq!(limits.code(one), Ok(()));
        }
        let refused = limits.code(one).unwrap_err();
        assert_eq!(refused, Wait { seconds: 15, whose: Whose::One });
        assert_eq!(limits.code(other), Ok(()));
        clock.advance(Duration::from_secs(15));
        assert_eq!(limits.code(one), Ok(()));
        assert!(limits.code(one).is_err());
    }

    #[test]
    fn all_alike_share_what_all_may_ask_and_each_thing_counts_apart() {
        let (limits, _, random) = limits();
        while limits.form(Client::Alike).is_ok() {}
        let refused = limits.form(Client::Alike).unwrap_err();
        assert_eq!(refused, Wait { seconds: 1, whose: Whose::All });
        let somebody = at(&limits, "192.0.2.1", (TODAY, &random));
        assert_eq!(limits.form(somebody).unwrap_err().whose, Whose::All);
        assert!(limits.code(Client::Alike).is_ok() && limits.file(Client::Alike).is_ok());
    }

    #[test]
    fn a_form_is_sent_thirty_times_and_another_form_is_not_touched() {
        let (limits, _, random) = limits();
        let [one, other] = [(); 2].map(|()| ReceiptCode::random(&random));
        for _ in 0..30 {
            assert_eq!(limits.sending(&one), Ok(()));
        }
        assert_eq!(limits.sending(&one), Err(Wait { seconds: 5, whose: Whose::One }));
        assert_eq!(limits.sending(&other), Ok(()));
    }

    #[test]
    fn an_address_has_another_place_on_another_day() {
        let (limits, _, random) = limits();
        let places: Vec<_> =
            (TODAY..TODAY + 5).map(|day| at(&limits, "192.0.2.1", (day, &random))).collect();
        assert!(places.windows(2).all(|two| two[0] != two[1]), "{places:?}");
        assert_eq!(at(&limits, "192.0.2.1", (TODAY + 4, &random)), places[4]);
        assert_eq!(at(&limits, "::ffff:192.0.2.1", (TODAY + 4, &random)), places[4]);
    }

    #[test]
    fn however_many_clients_come_there_are_no_more_places() {
        let (limits, _, random) = limits();
        for number in 0..200_000_u32 {
            let client =
                at(&limits, &std::net::Ipv4Addr::from(number).to_string(), (TODAY, &random));
            let Client::At(place) = client else { unreachable!("it has an address") };
            let _ = take(&limits.codes.one, place, &limits.pace);
        }
        assert!(limits.codes.one.len() <= usize::from(Place::MAX) + 1);
    }
}
