//! Turns: how people come in while something asks more than all together may.
//!
//! Whoever is over a limit gets a [`Turn`], and comes in with it once: at once with the answer to a
//! small sum, which the page's script works out, or without it after [`WAIT`]. A turn is a number, a
//! moment and a seal; it says nothing of who has it, and nothing is kept but one bit for each turn
//! of late. Sums get larger while many are answered, so that a machine that does nothing else comes
//! in about as often as people do. The seal's key lasts as long as the server runs: after a restart
//! a turn is no turn, and a new one is given.

use super::pace::Pace;
use crate::core::Random;
use governor::{
    Quota, RateLimiter,
    middleware::NoOpMiddleware,
    nanos::Nanos,
    state::{InMemoryState, NotKeyed},
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::{
    num::NonZeroU32,
    sync::{Mutex, PoisonError},
    time::Duration,
};
use subtle::ConstantTimeEq;

/// Waiting so long is enough.
pub const WAIT: Duration = Duration::from_secs(10);

/// A turn is good for so long.
const GOOD_FOR: Duration = Duration::from_secs(15 * 60);

/// Sums in each task: a few small ones take about as long for everybody, one large one does not.
pub const SUMS: u32 = 8;

/// Zero bits that an answer's hash begins with, at first: 16,384 tries on average.
const FIRST_BITS: u32 = 14;

/// The sums get this many times twice as large at most.
const MOST_DOUBLED: u8 = 5;

/// Answered tasks are counted over so long.
const ROUND: Duration = Duration::from_secs(10);

/// More answered tasks than this in one round, and the next ones are twice as large; fewer than half
/// of it, and they are half as large.
const MANY_ANSWERED: u32 = 40;

/// Those who waited come in so many at once, and then one each time that this has passed.
const WAITED_AT_ONCE: u32 = 40;
const THEN_EACH: Duration = Duration::from_millis(500);

/// Turns whose use is remembered; older ones are not good any more.
const REMEMBERED: u64 = 1 << 20;

/// What separates the parts of a turn that is shown, and no hexadecimal digit.
pub const SEPARATOR: char = '.';

/// A place in the wait.
pub struct Turn {
    number: u64,
    /// Seconds since the server started.
    since: u32,
    /// How often the sums were doubled.
    doubled: u8,
    seal: [u8; 16],
}

/// What a page says of a turn.
pub struct Waiting {
    /// The turn as the page carries it.
    pub text: String,
    /// Waiting for so many seconds is enough; at least 1.
    pub seconds: u64,
    /// What the answers are sought for, in hexadecimal digits.
    pub seed: String,
    /// Zero bits that each answer's hash begins with.
    pub bits: u32,
}

/// The turns of this server.
pub struct Turns {
    key: [u8; 32],
    pace: Pace,
    waited: RateLimiter<NotKeyed, InMemoryState, Pace, NoOpMiddleware<Nanos>>,
    given: Mutex<Given>,
}

struct Given {
    next: u64,
    /// A bit for each of the last turns: whether somebody came in with it.
    used: Box<[u64]>,
    round: u64,
    answered: u32,
    doubled: u8,
}

impl Turns {
    /// None was given yet.
    pub fn new(random: &Random, pace: Pace) -> Self {
        let at_once = NonZeroU32::new(WAITED_AT_ONCE).expect("it is not zero");
        let quota = Quota::with_period(THEN_EACH).expect("it is not zero").allow_burst(at_once);
        let used = vec![0; (REMEMBERED / 64) as usize].into_boxed_slice();
        Self {
            key: random.bytes(),
            waited: RateLimiter::direct_with_clock(quota, pace.clone()),
            given: Mutex::new(Given { next: 0, used, round: 0, answered: 0, doubled: 0 }),
            pace,
        }
    }

    /// Comes in with what a page carried: a turn, and perhaps the answers to its sums.
    ///
    /// # Errors
    /// [`Waiting`]: how long yet, with this turn, or with a new one when this is none or was used.
    pub fn take(&self, shown: &str) -> Result<(), Waiting> {
        let Some((turn, answers)) = self.parse(shown) else { return Err(self.give()) };
        let age = self.seconds().saturating_sub(turn.since.into());
        let has_answered = turn.is_answered(answers);
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        if age > GOOD_FOR.as_secs() || !given.is_unused(turn.number) {
            drop(given);
            return Err(self.give());
        }
        let left = WAIT.as_secs().saturating_sub(age);
        if has_answered {
            given.note_answered(self.round());
        } else if left > 0 {
            return Err(turn.waiting(left));
        } else if self.waited.check().is_err() {
            // Too many waited: another round, with the same turn.
            return Err(turn.waiting(WAIT.as_secs()));
        }
        given.use_up(turn.number);
        Ok(())
    }

    /// A new turn.
    pub fn give(&self) -> Waiting {
        let (round, since) = (self.round(), self.seconds());
        let since = u32::try_from(since).unwrap_or(u32::MAX);
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        given.begin(round);
        let (number, doubled) = (given.next, given.doubled);
        given.next += 1;
        given.forget_before(number);
        drop(given);
        Turn { number, since, doubled, seal: self.seal(number, since, doubled) }
            .waiting(WAIT.as_secs())
    }

    fn seconds(&self) -> u64 {
        self.pace.passed().as_secs()
    }

    fn round(&self) -> u64 {
        self.seconds() / ROUND.as_secs()
    }

    fn seal(&self, number: u64, since: u32, doubled: u8) -> [u8; 16] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("HMAC takes any key length");
        mac.update(&number.to_be_bytes());
        mac.update(&since.to_be_bytes());
        mac.update(&[doubled]);
        let mut seal = [0; 16];
        seal.copy_from_slice(&mac.finalize().into_bytes()[..16]);
        seal
    }

    /// The turn in what a page carried, if it is one of ours, and the answers behind it.
    fn parse<'a>(&self, shown: &'a str) -> Option<(Turn, &'a str)> {
        let (head, answers) = shown.split_at_checked(Turn::DIGITS)?;
        let (number, rest) = head.split_at_checked(16)?;
        let (since, rest) = rest.split_at_checked(8)?;
        let (doubled, seal) = rest.split_at_checked(2)?;
        let number = u64::from_str_radix(number, 16).ok()?;
        let since = u32::from_str_radix(since, 16).ok()?;
        let doubled = u8::from_str_radix(doubled, 16).ok()?;
        let seal = u128::from_str_radix(seal, 16).ok()?.to_be_bytes();
        let is_ours: bool = self.seal(number, since, doubled).ct_eq(&seal).into();
        is_ours.then_some((Turn { number, since, doubled, seal }, answers))
    }
}

impl Turn {
    /// Hexadecimal digits of a turn: 8 bytes number, 4 bytes moment, 1 byte size, 16 bytes seal.
    const DIGITS: usize = 2 * (8 + 4 + 1 + 16);

    fn waiting(&self, seconds: u64) -> Waiting {
        let Self { number, since, doubled, .. } = self;
        let seed = format!("{:032x}", u128::from_be_bytes(self.seal));
        let text = format!("{number:016x}{since:08x}{doubled:02x}{seed}");
        Waiting { text, seconds, seed, bits: self.bits() }
    }

    fn bits(&self) -> u32 {
        FIRST_BITS + u32::from(self.doubled)
    }

    /// Whether every sum has its answer: `.` and a number, [`SUMS`] times.
    fn is_answered(&self, answers: &str) -> bool {
        let Some(answers) = answers.strip_prefix(SEPARATOR) else { return false };
        let mut answers = answers.split(SEPARATOR);
        let fits = |sum| {
            let answer = answers.next().and_then(|answer| answer.parse().ok());
            answer.is_some_and(|answer| zeros(&self.seal, sum, answer) >= self.bits())
        };
        (0..SUMS).all(fits) && answers.next().is_none()
    }
}

/// Zero bits at the beginning of SHA-256 over seed, sum and answer: 24 bytes. The page's script,
/// `static/turn.js`, computes the same.
fn zeros(seed: &[u8; 16], sum: u32, answer: u32) -> u32 {
    let hash = Sha256::new_with_prefix(seed)
        .chain_update(sum.to_be_bytes())
        .chain_update(answer.to_be_bytes())
        .finalize();
    u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]).leading_zeros()
}

impl Given {
    fn slot(number: u64) -> (usize, u64) {
        let place = number % REMEMBERED;
        ((place / 64) as usize, 1 << (place % 64))
    }

    fn is_unused(&self, number: u64) -> bool {
        let (word, bit) = Self::slot(number);
        number + REMEMBERED > self.next && self.used[word] & bit == 0
    }

    fn use_up(&mut self, number: u64) {
        let (word, bit) = Self::slot(number);
        self.used[word] |= bit;
    }

    /// The turn with this number takes the place of one of long ago.
    fn forget_before(&mut self, number: u64) {
        let (word, bit) = Self::slot(number);
        self.used[word] &= !bit;
    }

    /// Begins the round that this is, if it is not begun yet.
    fn begin(&mut self, round: u64) {
        let passed = round - self.round.min(round);
        if passed == 0 {
            return;
        }
        if self.answered > MANY_ANSWERED {
            self.doubled = (self.doubled + 1).min(MOST_DOUBLED);
        } else if self.answered < MANY_ANSWERED / 2 {
            self.doubled = self.doubled.saturating_sub(u8::try_from(passed).unwrap_or(u8::MAX));
        }
        (self.round, self.answered) = (round, 0);
    }

    fn note_answered(&mut self, round: u64) {
        self.begin(round);
        self.answered += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use governor::clock::FakeRelativeClock;

    fn turns() -> (Turns, FakeRelativeClock) {
        let clock = FakeRelativeClock::default();
        (Turns::new(&Random::seeded(1), Pace::Set(clock.clone())), clock)
    }

    /// The turn with the answers to its sums.
    fn answered(waiting: &Waiting) -> String {
        let seed = u128::from_str_radix(&waiting.seed, 16).unwrap().to_be_bytes();
        let answer = |sum| (0..).find(|answer| zeros(&seed, sum, *answer) >= waiting.bits).unwrap();
        let answers = (0..SUMS).map(|sum| format!(".{}", answer(sum)));
        format!("{}{}", waiting.text, answers.collect::<String>())
    }

    #[test]
    fn waiting_is_enough_and_one_turn_lets_in_once() {
        let (turns, clock) = turns();
        let turn = turns.give();
        assert_eq!(turn.seconds, 10);
        clock.advance(Duration::from_secs(4));
        let early = turns.take(&turn.text).err().unwrap();
        assert!(early.seconds == 6 && early.text == turn.text);
        clock.advance(Duration::from_secs(6));
        assert!(turns.take(&turn.text).is_ok());
        let again = turns.take(&turn.text).err().unwrap();
        assert!(again.text != turn.text && again.seconds == 10);
    }

    #[test]
    fn the_answers_let_in_at_once_and_nothing_like_them_does() {
        let (turns, _) = turns();
        let turn = turns.give();
        let right = answered(&turn);
        let other = answered(&turns.give());
        let borrowed = format!("{}{}", turn.text, &other[Turn::DIGITS..]);
        let short = right.rsplit_once('.').unwrap().0;
        let wrong = [&borrowed, short, &format!("{right}.1"), &format!("{}.x", turn.text)];
        for wrong in wrong {
            assert!(turns.take(wrong).err().unwrap().text == turn.text);
        }
        assert!(turns.take(&right).is_ok());
        assert!(turns.take(&right).is_err());
    }

    #[test]
    fn what_is_no_turn_gets_one() {
        let (turns, clock) = turns();
        let turn = turns.give().text;
        let elsewhere = Turns::new(&Random::seeded(2), Pace::Set(clock.clone())).give().text;
        let other = if turn.ends_with('0') { '1' } else { '0' };
        let changed = format!("{}{other}", &turn[..turn.len() - 1]);
        clock.advance(WAIT);
        for none in ["", "é", &"é".repeat(40), &"z".repeat(58), &elsewhere, &changed] {
            assert!(turns.take(none).err().unwrap().seconds == 10, "{none}");
        }
        clock.advance(GOOD_FOR);
        assert!(turns.take(&turn).err().unwrap().text != turn);
    }

    #[test]
    fn of_those_who_only_wait_not_all_come_in_at_once_and_sums_still_do() {
        let (turns, clock) = turns();
        let waiting: Vec<_> = (0..60).map(|_| turns.give()).collect();
        clock.advance(WAIT);
        let came = waiting.iter().filter(|turn| turns.take(&turn.text).is_ok()).count();
        assert_eq!(came, 40);
        assert!(turns.take(&answered(&waiting[59])).is_ok());
        // Who is left comes in with the same turn later.
        clock.advance(WAIT);
        assert!(turns.take(&waiting[58].text).is_ok());
    }

    #[test]
    fn sums_grow_while_many_are_answered_and_shrink_again() {
        let (turns, clock) = turns();
        let bits = || turns.give().bits;
        assert_eq!(bits(), FIRST_BITS);
        for round in 1..=7 {
            let mut given = turns.given.lock().unwrap();
            (0..=MANY_ANSWERED).for_each(|_| given.note_answered(round - 1));
            drop(given);
            clock.advance(ROUND);
            let doubled = u32::try_from(round).unwrap().min(MOST_DOUBLED.into());
            assert_eq!(bits(), FIRST_BITS + doubled);
        }
        clock.advance(ROUND * 3);
        assert_eq!(bits(), FIRST_BITS + u32::from(MOST_DOUBLED) - 3);
        clock.advance(ROUND * 1000);
        assert_eq!(bits(), FIRST_BITS);
    }

    #[test]
    fn a_turn_of_long_ago_is_no_turn_and_its_place_is_free() {
        let (turns, clock) = turns();
        let first = turns.give();
        clock.advance(WAIT);
        assert!(turns.take(&first.text).is_ok());
        let mut given = turns.given.lock().unwrap();
        given.next = REMEMBERED;
        drop(given);
        assert!(turns.take(&first.text).is_err());
        let second = turns.give();
        clock.advance(WAIT);
        assert!(turns.take(&second.text).is_ok());
    }
}
