//! Who is at the other end of a connection, as far as it tells clients apart.
//!
//! [`accept`](super::accept) puts a [`Peer`] into each request's extensions; what counts per
//! client may read it; nothing does yet. It is never written down: no log, no store.

use std::net::{IpAddr, SocketAddr};

/// The other end of the connection that a request came over.
///
/// In a handler: `Extension(peer): Extension<Peer>`. It has no Debug: an address is not for a log.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Peer(Option<IpAddr>);

impl Peer {
    /// A proxy or Tor on this machine: all clients look alike.
    pub const LOCAL: Self = Self(None);

    /// The peer at this address. One on loopback is a proxy or Tor on this machine.
    pub fn at(address: SocketAddr) -> Self {
        let address = address.ip().to_canonical();
        Self((!address.is_loopback()).then_some(address))
    }

    /// The client's own address. `None` where a proxy, Tor or a Unix socket stands between: clients
    /// are then told apart by the header that the settings trust, or not at all.
    pub fn address(self) -> Option<IpAddr> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: &str) -> Option<IpAddr> {
        Peer::at(address.parse().unwrap()).address()
    }

    #[test]
    fn loopback_is_nobody_in_particular() {
        for local in ["127.0.0.1:1", "127.3.2.1:1", "[::1]:1", "[::ffff:127.0.0.1]:1"] {
            assert!(at(local).is_none(), "{local}");
        }
    }

    #[test]
    fn one_address_in_two_spellings_is_one_peer() {
        assert_eq!(at("192.0.2.1:1"), at("[::ffff:192.0.2.1]:2"));
        assert!(at("192.0.2.1:1").is_some());
    }
}
