//! How many connections there are at once, and which of them give way when there are too many.
//!
//! [`accept`](super::accept) takes a [`Seat`] for each connection. When all seats are taken, the
//! connection that has waited longest without a request gives its seat to the next; a request that
//! the server works on never does. No client of its own address has more than a quarter of them.

use super::peer::Peer;
use std::{
    collections::BTreeMap,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{
    sync::Notify,
    time::{Instant, timeout},
};
use tokio_util::sync::CancellationToken;

/// When all seats are taken, a body on which nothing came for so long gives way.
const SILENT: Duration = Duration::from_secs(10);

/// The seats are looked at so often while somebody waits for one.
const LOOK: Duration = Duration::from_secs(1);

/// One client of its own address may have one seat in so many.
const SHARE: usize = 4;

/// What a connection is at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// No whole request has come, or the last one is answered.
    Waiting,
    /// The server waits for more of a body.
    Receiving,
    /// The client waits for the server.
    Working,
}

/// The seats of a server.
#[derive(Clone)]
pub struct Seats(Arc<Shared>);

struct Shared {
    most: usize,
    table: Mutex<Table>,
    freed: Notify,
}

#[derive(Default)]
struct Table {
    next: u64,
    taken: BTreeMap<u64, Taken>,
}

struct Taken {
    client: Option<IpAddr>,
    doing: Doing,
    since: Instant,
    given_away: CancellationToken,
}

/// Whether somebody can sit down.
enum Found {
    Seat(Seat),
    /// This client has its share, and each of them is in use.
    Enough,
    Full,
}

/// A connection's seat. Dropped, it is free.
pub struct Seat {
    id: u64,
    seats: Seats,
    given_away: CancellationToken,
}

impl Seats {
    /// So many seats, at least one.
    pub fn new(most: usize) -> Self {
        let (table, freed) = (Mutex::default(), Notify::new());
        Self(Arc::new(Shared { most: most.max(1), table, freed }))
    }

    /// A seat for a new connection, once there is one. `None` when its client has enough of them.
    pub async fn take(&self, peer: Peer) -> Option<Seat> {
        loop {
            match self.try_take(peer) {
                Found::Seat(seat) => return Some(seat),
                Found::Enough => return None,
                // Looks again when one is free, and now and then for one that fell silent.
                Found::Full => drop(timeout(LOOK, self.0.freed.notified()).await),
            }
        }
    }

    fn try_take(&self, peer: Peer) -> Found {
        let mut table = self.table();
        let client = peer.address().map(network);
        if client.is_some() && table.of(client) >= self.0.most.div_ceil(SHARE) {
            let Some(id) = table.longest(|taken| taken.client == client) else {
                return Found::Enough;
            };
            table.give_away(id);
        }
        if table.taken.len() >= self.0.most {
            let Some(id) = table.longest(|_| true).or_else(|| table.silent()) else {
                return Found::Full;
            };
            table.give_away(id);
        }
        let (id, given_away) = (table.next, CancellationToken::new());
        table.next += 1;
        let (doing, since) = (Doing::Waiting, Instant::now());
        let taken = Taken { client, doing, since, given_away: given_away.clone() };
        table.taken.insert(id, taken);
        Found::Seat(Seat { id, seats: self.clone(), given_away })
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.0.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    fn of(&self, client: Option<IpAddr>) -> usize {
        self.taken.values().filter(|taken| taken.client == client).count()
    }

    /// Who has waited longest without a request, among these.
    fn longest(&self, among: impl Fn(&Taken) -> bool) -> Option<u64> {
        let waiting = self.taken.iter().filter(|(_, taken)| taken.doing == Doing::Waiting);
        let waiting = waiting.filter(|(_, taken)| among(taken));
        waiting.min_by_key(|(_, taken)| taken.since).map(|(id, _)| *id)
    }

    /// Whose body has been silent longest, and long enough.
    fn silent(&self) -> Option<u64> {
        let receiving = self.taken.iter().filter(|(_, taken)| taken.doing == Doing::Receiving);
        let longest = receiving.min_by_key(|(_, taken)| taken.since);
        longest.filter(|(_, taken)| taken.since.elapsed() >= SILENT).map(|(id, _)| *id)
    }

    fn give_away(&mut self, id: u64) {
        if let Some(taken) = self.taken.remove(&id) {
            taken.given_away.cancel();
        }
    }
}

/// What counts as one client: of IPv6 the /64, which is what one house has.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            [a, b, c, d, 0, 0, 0, 0].into()
        }
    }
}

impl Seat {
    /// Notes what the connection is at from now on.
    pub fn is(&self, doing: Doing) {
        if let Some(taken) = self.seats.table().taken.get_mut(&self.id) {
            (taken.doing, taken.since) = (doing, Instant::now());
        }
    }

    /// Whether no request is under way.
    pub fn is_waiting(&self) -> bool {
        let table = self.seats.table();
        table.taken.get(&self.id).is_none_or(|taken| taken.doing == Doing::Waiting)
    }

    /// Comes when somebody else got the seat: the connection ends now.
    pub async fn given_away(&self) {
        self.given_away.cancelled().await;
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.seats.table().taken.remove(&self.id);
        self.seats.0.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: &str) -> Peer {
        Peer::at(format!("{address}:1").parse().unwrap())
    }

    fn seat(seats: &Seats, peer: Peer) -> Option<Seat> {
        match seats.try_take(peer) {
            Found::Seat(seat) => Some(seat),
            Found::Enough | Found::Full => None,
        }
    }

    #[test]
    fn who_waited_longest_gives_way_and_who_is_served_never_does() {
        let seats = Seats::new(3);
        let [first, second, third] = [(); 3].map(|()| seat(&seats, Peer::LOCAL).unwrap());
        first.is(Doing::Working);
        let fourth = seat(&seats, Peer::LOCAL).unwrap();
        assert!(second.given_away.is_cancelled());
        assert!(![&first, &third, &fourth].iter().any(|seat| seat.given_away.is_cancelled()));
        third.is(Doing::Working);
        fourth.is(Doing::Receiving);
        assert!(seat(&seats, Peer::LOCAL).is_none(), "all are in use");
        drop(first);
        assert!(seat(&seats, Peer::LOCAL).is_some());
        // Who gave way long ago takes nobody's seat along.
        drop(second);
        assert_eq!(seats.table().taken.len(), 3);
    }

    #[test]
    fn one_address_has_a_quarter_and_loopback_all() {
        let seats = Seats::new(8);
        let [one, two] = [(); 2].map(|()| seat(&seats, at("192.0.2.1")).unwrap());
        let other = seat(&seats, at("192.0.2.2")).unwrap();
        let third = seat(&seats, at("192.0.2.1")).unwrap();
        assert!(one.given_away.is_cancelled() && !two.given_away.is_cancelled());
        for seat in [&two, &third] {
            seat.is(Doing::Working);
        }
        assert!(seat(&seats, at("192.0.2.1")).is_none(), "it has its share");
        assert!(!other.given_away.is_cancelled());
        let local: Vec<_> = (0..5).map(|_| seat(&seats, Peer::LOCAL).unwrap()).collect();
        assert!(!local.iter().any(|seat| seat.given_away.is_cancelled()));
    }

    #[test]
    fn neighbours_in_one_house_are_one_client() {
        let seats = Seats::new(4);
        let first = seat(&seats, at("[2001:db8::1]")).unwrap();
        let second = seat(&seats, at("[2001:db8::2]")).unwrap();
        assert!(first.given_away.is_cancelled() && !second.given_away.is_cancelled());
    }
}
