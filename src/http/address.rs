//! From which address a request comes: the peer's, unless the peer is a proxy that we were told to trust.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap, HeaderName};
use ipnet::IpNet;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
/// A proxy in front of a proxy is common; a longer way than this was made up.
const HOPS_MAX: usize = 16;

/// Networks of proxies whose `X-Forwarded-For` we believe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(Vec<IpNet>);

impl Proxies {
    /// Reads addresses and networks, separated by commas. The error is what was expected.
    pub fn parse(text: &str) -> Result<Self, String> {
        let names = text.split(',').map(str::trim).filter(|it| !it.is_empty());
        let networks = names.map(|name| {
            let network = name.parse::<IpNet>().ok();
            network.or_else(|| name.parse::<IpAddr>().ok().map(IpNet::from))
        });
        let networks = networks.collect::<Option<Vec<_>>>();
        networks.map(Self).ok_or("addresses and networks, like 127.0.0.1, 10.0.0.0/8".into())
    }

    pub fn trust(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }

    /// The first address from the right that is not a proxy's. What stands left of it was written by
    /// whoever called, and could be anything.
    fn caller(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut caller = peer.to_canonical();
        let lines = headers.get_all(FORWARDED_FOR).iter().filter_map(|it| it.to_str().ok());
        let named = lines.flat_map(|line| line.split(',')).map(str::trim).collect::<Vec<_>>();
        for name in named.into_iter().rev().take(HOPS_MAX) {
            if !self.trust(caller) {
                break;
            }
            let Some(address) = address(name) else { break };
            caller = address;
        }
        caller
    }
}

/// From where the request with these headers comes.
pub fn caller(proxies: &Proxies, extensions: &Extensions, headers: &HeaderMap) -> IpAddr {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    proxies.caller(peer.unwrap_or(Ipv4Addr::UNSPECIFIED.into()), headers)
}

/// What shares one allowance: a machine with IPv6 has a whole network of addresses to call from.
pub fn neighbourhood(address: IpAddr) -> IpAddr {
    const HOST_BITS: u32 = 64;
    match address.to_canonical() {
        IpAddr::V6(it) => Ipv6Addr::from_bits(it.to_bits() >> HOST_BITS << HOST_BITS).into(),
        it @ IpAddr::V4(_) => it,
    }
}

/// Some proxies write the port as well.
fn address(name: &str) -> Option<IpAddr> {
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    let with_port = || name.parse::<SocketAddr>().ok().map(|it| it.ip());
    bare.parse::<IpAddr>().ok().or_else(with_port).map(|it| it.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(peer: &str, forwarded: &[&str]) -> String {
        let proxies = Proxies::parse("127.0.0.1, 10.0.0.0/8, fd00::/8").unwrap();
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED_FOR, line.parse().unwrap());
        }
        proxies.caller(peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn only_a_known_proxy_is_believed() {
        assert_eq!(caller("203.0.113.9", &["198.51.100.1"]), "203.0.113.9");
        assert_eq!(caller("127.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(caller("::ffff:127.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(caller("127.0.0.1", &[]), "127.0.0.1");
    }

    #[test]
    fn what_the_caller_wrote_is_left_of_what_proxies_wrote() {
        assert_eq!(caller("127.0.0.1", &["1.1.1.1, 198.51.100.1, 10.2.3.4"]), "198.51.100.1");
        assert_eq!(caller("127.0.0.1", &["1.1.1.1", "198.51.100.1", "10.2.3.4"]), "198.51.100.1");
        assert_eq!(caller("127.0.0.1", &["127.0.0.1, 10.1.1.1"]), "127.0.0.1");
    }

    #[test]
    fn what_is_no_address_ends_the_way() {
        assert_eq!(caller("127.0.0.1", &["198.51.100.1, unknown"]), "127.0.0.1");
        assert_eq!(caller("127.0.0.1", &["198.51.100.1, x, 10.0.0.1"]), "10.0.0.1");
        assert_eq!(caller("fd00::1", &["[2001:db8::7]:1234"]), "2001:db8::7");
        assert_eq!(caller("fd00::1", &["198.51.100.1:80"]), "198.51.100.1");
        let long = vec!["10.0.0.1"; 100].join(",");
        assert_eq!(caller("127.0.0.1", &[&format!("1.1.1.1,{long}")]), "10.0.0.1");
    }

    #[test]
    fn a_network_of_ipv6_counts_as_one_caller() {
        let shared = |text: &str| neighbourhood(text.parse().unwrap()).to_string();
        assert_eq!(shared("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(shared("::ffff:192.0.2.1"), "192.0.2.1");
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        assert_eq!(Proxies::parse(""), Ok(Proxies::default()));
        assert!(Proxies::parse("10.0.0.0/40").is_err());
        assert!(Proxies::parse("proxy.example").is_err());
    }
}
