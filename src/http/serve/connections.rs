//! How many connections there are, in all and of each address.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::http::ConnectionLimits;
use crate::http::address::neighbourhood;
use crate::telemetry::metrics::Open;

/// What goes wrong for many is said once in this time.
const SAY_EVERY: Duration = Duration::from_mins(1);

/// All connections that are open, WebSockets among them.
pub struct Connections {
    most: usize,
    most_of_address: usize,
    open: Mutex<Counts>,
    pub complaints: Seldom,
}

#[derive(Default)]
struct Counts {
    all: usize,
    /// Bounded by the number of all.
    by_address: HashMap<IpAddr, usize>,
}

/// One connection's place; given back when it is dropped.
pub struct Place {
    connections: Arc<Connections>,
    address: Option<IpAddr>,
    _open: Open,
}

/// Why there is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Full {
    #[error("{0} are open, the most there may be (BUONO_CONNECTIONS)")]
    All(usize),
    #[error("{0} of one address are open, the most it may have (BUONO_CONNECTIONS_PER_ADDRESS)")]
    Address(usize),
}

impl Full {
    /// A label for the metrics.
    pub fn name(self) -> &'static str {
        match self {
            Self::All(_) => "all",
            Self::Address(_) => "address",
        }
    }
}

impl Connections {
    pub fn new(limits: &ConnectionLimits) -> Arc<Self> {
        Arc::new(Self {
            most: limits.all,
            most_of_address: limits.per_address,
            open: Mutex::default(),
            complaints: Seldom::default(),
        })
    }

    /// A place for one more connection. One without an address counts only among all.
    pub fn admit(self: &Arc<Self>, address: Option<IpAddr>) -> Result<Place, Full> {
        let address = address.map(neighbourhood);
        let mut open = self.open.lock().expect("no holder of this lock can panic");
        if self.most <= open.all {
            return Err(Full::All(self.most));
        }
        if let Some(address) = address {
            let count = open.by_address.entry(address).or_default();
            if self.most_of_address <= *count {
                return Err(Full::Address(self.most_of_address));
            }
            *count += 1;
        }
        open.all += 1;
        Ok(Place { connections: Arc::clone(self), address, _open: Open::connections() })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.connections.open.lock().expect("no holder of this lock can panic");
        open.all -= 1;
        let Some(address) = self.address else { return };
        if let Some(count) = open.by_address.get_mut(&address) {
            *count -= 1;
            if *count == 0 {
                open.by_address.remove(&address);
            }
        }
    }
}

/// Says when it is time to say something again.
#[derive(Default)]
pub struct Seldom(Mutex<Option<Instant>>);

impl Seldom {
    /// Whether it is time; if so, this counts as the last time.
    pub fn is_due(&self) -> bool {
        let mut last = self.0.lock().expect("no holder of this lock can panic");
        let due = last.is_none_or(|at| SAY_EVERY <= at.elapsed());
        if due {
            *last = Some(Instant::now());
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connections(all: usize, per_address: usize) -> Arc<Connections> {
        Connections::new(&ConnectionLimits { all, per_address, ..ConnectionLimits::default() })
    }

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn an_address_has_its_share_and_gives_it_back() {
        let connections = connections(10, 2);
        let anna = Some(address("192.0.2.1"));
        let first = connections.admit(anna).unwrap();
        let _second = connections.admit(Some(address("::ffff:192.0.2.1"))).unwrap();
        assert_eq!(connections.admit(anna).err(), Some(Full::Address(2)));
        assert!(connections.admit(Some(address("192.0.2.2"))).is_ok());
        drop(first);
        assert!(connections.admit(anna).is_ok());
    }

    #[test]
    fn a_network_of_ipv6_counts_as_one_address() {
        let connections = connections(10, 1);
        let _first = connections.admit(Some(address("2001:db8:1:2:3:4:5:6"))).unwrap();
        assert!(connections.admit(Some(address("2001:db8:1:2::1"))).is_err());
        assert!(connections.admit(Some(address("2001:db8:1:3::1"))).is_ok());
    }

    #[test]
    fn all_are_limited_too_and_nothing_is_kept_of_those_who_left() {
        let connections = connections(2, 1);
        let proxied = [connections.admit(None).unwrap(), connections.admit(None).unwrap()];
        assert_eq!(connections.admit(Some(address("192.0.2.1"))).err(), Some(Full::All(2)));
        drop(proxied);
        drop(connections.admit(Some(address("192.0.2.1"))).unwrap());
        let open = connections.open.lock().unwrap();
        assert_eq!((open.all, open.by_address.len()), (0, 0));
    }
}
