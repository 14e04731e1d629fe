//! Under which names the pages are answered, whether browsers come by HTTPS, and whose word on a visitor's address
//! counts.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;
use std::sync::Arc;

use axum::http::HeaderMap;
use axum::http::header::FORWARDED;

/// How the pages are reached.
///
/// Without a public address only this machine's own names are answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site(Arc<Inner>);

#[derive(Debug, PartialEq, Eq)]
struct Inner {
    public_url: Option<PublicUrl>,
    own_tls: bool,
    trusted_proxies: Vec<Network>,
}

/// The address that people use: a scheme, a name and perhaps a port, without a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    https: bool,
    /// In small letters, with the port where it is not the usual one.
    host: String,
}

/// Addresses that begin alike, such as `10.1.0.0/16`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    first: IpAddr,
    bits: u8,
}

/// What stands in a setting is no address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SiteError {
    /// Not a public address.
    #[error(
        "{0:?} is no public address; wanted a scheme and a name without a path, such as https://promises.example.com"
    )]
    PublicUrl(String),
    /// Not a network.
    #[error(
        "{0:?} is no network; wanted an address and how many of its bits count, such as 10.1.0.0/16"
    )]
    Network(String),
}

impl FromStr for PublicUrl {
    type Err = SiteError;

    fn from_str(text: &str) -> Result<Self, SiteError> {
        let wrong = || SiteError::PublicUrl(text.to_owned());
        let (scheme, rest) = text.split_once("://").ok_or_else(wrong)?;
        let (https, usual) = match scheme {
            "https" => (true, ":443"),
            "http" => (false, ":80"),
            _ => return Err(wrong()),
        };
        let host = rest.strip_suffix('/').unwrap_or(rest).to_ascii_lowercase();
        let host = host.strip_suffix(usual).unwrap_or(&host).to_owned();
        let (name, port) = split_port(&host).ok_or_else(wrong)?;
        let is_name = match name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
            None => !name.is_empty() && name.split('.').all(is_label),
        };
        let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
        if is_name && is_port { Ok(Self { https, host }) } else { Err(wrong()) }
    }
}

/// Whether a text is one part of a name: letters, digits, hyphens inside.
fn is_label(label: &str) -> bool {
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '-';
    !label.is_empty()
        && label.chars().all(inside)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", if self.https { "https" } else { "http" }, self.host)
    }
}

impl PublicUrl {
    /// Whether browsers come by HTTPS.
    pub fn is_https(&self) -> bool {
        self.https
    }
}

impl FromStr for Network {
    type Err = SiteError;

    fn from_str(text: &str) -> Result<Self, SiteError> {
        let wrong = || SiteError::Network(text.to_owned());
        let (first, bits) = match text.split_once('/') {
            Some((first, bits)) => (first, Some(bits.parse::<u8>().map_err(|_| wrong())?)),
            None => (text, None),
        };
        let first: IpAddr = first.parse().map_err(|_| wrong())?;
        let most = if first.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(most);
        if bits <= most { Ok(Self { first, bits }) } else { Err(wrong()) }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.first, self.bits)
    }
}

impl Network {
    /// Whether an address is one of them.
    pub fn holds(&self, address: IpAddr) -> bool {
        let begins_alike = |differing_bits: u32| differing_bits >= u32::from(self.bits);
        match (self.first, address.to_canonical()) {
            (IpAddr::V4(first), IpAddr::V4(other)) => {
                begins_alike((first.to_bits() ^ other.to_bits()).leading_zeros())
            }
            (IpAddr::V6(first), IpAddr::V6(other)) => {
                begins_alike((first.to_bits() ^ other.to_bits()).leading_zeros())
            }
            _ => false,
        }
    }
}

impl Default for Site {
    /// This machine's own names only, by plain HTTP.
    fn default() -> Self {
        Self::new(None, false, Vec::new())
    }
}

impl Site {
    /// A site; `own_tls` when the program itself speaks TLS.
    pub fn new(
        public_url: Option<PublicUrl>,
        own_tls: bool,
        trusted_proxies: Vec<Network>,
    ) -> Self {
        Self(Arc::new(Inner { public_url, own_tls, trusted_proxies }))
    }

    /// The address that people use, where one is set.
    pub fn public_url(&self) -> Option<&PublicUrl> {
        self.0.public_url.as_ref()
    }

    /// The origin of a page that was asked for under this `Host`, such as `https://promises.example.com`; `None` when
    /// the name is none of ours and must not be answered.
    pub fn origin(&self, host: &str) -> Option<String> {
        let host = host.to_ascii_lowercase();
        if let Some(url) = self.0.public_url.as_ref().filter(|url| url.host == host) {
            return Some(url.to_string());
        }
        let (name, port) = split_port(&host)?;
        let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok());
        let is_here = matches!(name, "localhost" | "127.0.0.1" | "[::1]") && is_port;
        let scheme = if self.0.own_tls { "https" } else { "http" };
        is_here.then(|| format!("{scheme}://{host}"))
    }

    /// Whether a browser that names this `Host` came by HTTPS, so that its cookies are `Secure` and `__Host-`.
    pub fn is_https(&self, host: &str) -> bool {
        self.origin(host).is_some_and(|origin| origin.starts_with("https://"))
    }

    /// The address of a page for whoever reads it elsewhere, as in a mail; `None` without a public address.
    pub fn link(&self, path: &str) -> Option<String> {
        self.0.public_url.as_ref().map(|url| format!("{url}{path}"))
    }

    /// Who is at the other end: the last address on the way here that is none of our own proxies.
    ///
    /// What a proxy says counts only when it is one of ours. Of `X-Forwarded-For` and `Forwarded` the former counts
    /// where both are there. What cannot be read ends the way at the proxy that said it.
    pub fn visitor(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut at = peer.to_canonical();
        let mut hops = forwarded_for(headers);
        while self.trusts(at) {
            let Some(Some(before)) = hops.pop() else { break };
            at = before.to_canonical();
        }
        at
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.trusted_proxies.iter().any(|network| network.holds(address))
    }
}

/// The name and the port of a host; `None` when a bracket is not closed.
fn split_port(host: &str) -> Option<(&str, Option<&str>)> {
    let name_ends = if host.starts_with('[') {
        host.find(']')? + 1
    } else {
        host.find(':').unwrap_or(host.len())
    };
    let (name, rest) = host.split_at(name_ends);
    if rest.is_empty() {
        return Some((name, None));
    }
    rest.strip_prefix(':').map(|port| (name, Some(port)))
}

/// The addresses that a request came by, the nearest last; `None` for what is no address.
fn forwarded_for(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let lists = headers.get_all("x-forwarded-for");
    if lists.iter().next().is_some() {
        let texts = lists.iter().map(|value| value.to_str().unwrap_or(""));
        return texts.flat_map(|text| text.split(',')).map(address).collect();
    }
    let texts = headers.get_all(FORWARDED).iter().map(|value| value.to_str().unwrap_or(""));
    let hops = texts.flat_map(|text| text.split(','));
    let of_hop = |hop: &str| {
        let pairs = hop.split(';').filter_map(|pair| pair.trim().split_once('='));
        let mut named = pairs.filter(|(name, _)| name.eq_ignore_ascii_case("for"));
        named.next().and_then(|(_, node)| address(node.trim_matches('"')))
    };
    hops.map(of_hop).collect()
}

/// An address, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    text.parse::<IpAddr>()
        .ok()
        .or_else(|| text.parse::<SocketAddr>().ok().map(|socket| socket.ip()))
        .or_else(bare)
}

/// Who sent a request, as far as can be told; in the extensions of every request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visitor(pub IpAddr);

impl Default for Visitor {
    /// Somebody on this machine.
    fn default() -> Self {
        Self(IpAddr::V4(Ipv4Addr::LOCALHOST))
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn site(url: &str, own_tls: bool, proxies: &[&str]) -> Site {
        let url = (!url.is_empty()).then(|| url.parse().unwrap());
        Site::new(url, own_tls, proxies.iter().map(|text| text.parse().unwrap()).collect())
    }

    #[test]
    fn a_public_address_is_a_scheme_and_a_name() {
        for (text, wanted) in [
            ("https://promises.example.com", "https://promises.example.com"),
            ("https://Promises.Example.com:443/", "https://promises.example.com"),
            ("http://intern:8080", "http://intern:8080"),
            ("http://[fd00::1]:8080", "http://[fd00::1]:8080"),
        ] {
            assert_eq!(text.parse::<PublicUrl>().unwrap().to_string(), wanted);
        }
        for text in [
            "promises.example.com",
            "ftp://promises.example.com",
            "https://",
            "https://a/b",
            "https://a?b",
            "https://a@b",
            "https://a:b",
            "https://a:0",
            "https://[fd00::1",
            "https://a b",
            "https://-a",
            "https://a..b",
            "https://a\r\nx: y",
        ] {
            assert!(text.parse::<PublicUrl>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn only_our_own_names_are_answered() {
        let check = |site: &Site, host: &str, wanted: Option<&str>| {
            assert_eq!(site.origin(host).as_deref(), wanted, "{host}");
        };
        let here = Site::default();
        check(&here, "localhost:4600", Some("http://localhost:4600"));
        check(&here, "[::1]:4600", Some("http://[::1]:4600"));
        check(&here, "127.0.0.1", Some("http://127.0.0.1"));
        for host in [
            "",
            "example.com",
            "localhost.example.com",
            "127.0.0.1.example.com",
            "localhost:",
            "localhost:x",
            "[::1",
            "[::1]x",
            "user@localhost",
        ] {
            check(&here, host, None);
        }
        let public = site("https://promises.example.com", false, &[]);
        check(&public, "promises.example.com", Some("https://promises.example.com"));
        check(&public, "PROMISES.example.com", Some("https://promises.example.com"));
        check(&public, "promises.example.com:4600", None);
        check(&public, "promises.example.com.evil.example", None);
        check(&public, "localhost:4600", Some("http://localhost:4600"));
        assert!(public.is_https("promises.example.com") && !public.is_https("localhost:4600"));
        let own = site("https://a.example:8443", true, &[]);
        assert!(own.is_https("a.example:8443") && own.is_https("localhost:8443"));
        assert_eq!(own.link("/c/x").as_deref(), Some("https://a.example:8443/c/x"));
        assert_eq!(here.link("/c/x"), None);
    }

    #[test]
    fn networks_hold_what_begins_alike() {
        let check = |network: &str, address: &str, wanted: bool| {
            let network: Network = network.parse().unwrap();
            assert_eq!(network.holds(address.parse().unwrap()), wanted, "{network} {address}");
        };
        check("10.1.0.0/16", "10.1.255.3", true);
        check("10.1.0.0/16", "10.2.0.1", false);
        check("10.1.0.0/16", "::ffff:10.1.0.1", true);
        check("0.0.0.0/0", "203.0.113.1", true);
        check("0.0.0.0/0", "2001:db8::1", false);
        check("127.0.0.1", "127.0.0.2", false);
        check("2001:db8::/32", "2001:db8:1::7", true);
        check("2001:db8::/32", "2001:db9::7", false);
        for text in ["", "10.1.0.0/33", "10.1/16", "a/8", "::1/129", "10.0.0.0/-1"] {
            assert!(text.parse::<Network>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_visitors_address_is_believed_from_our_own_proxies_only() {
        let site = site("", false, &["127.0.0.1/32", "10.0.0.0/8"]);
        let check = |peer: &str, pairs: &[(&'static str, &'static str)], wanted: &str| {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs {
                headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
            }
            let seen = site.visitor(peer.parse().unwrap(), &headers);
            assert_eq!(seen.to_string(), wanted, "{peer} {pairs:?}");
        };
        let xff = "x-forwarded-for";
        check("127.0.0.1", &[], "127.0.0.1");
        check("127.0.0.1", &[(xff, "203.0.113.7")], "203.0.113.7");
        check("127.0.0.1", &[(xff, "1.1.1.1, 203.0.113.7, 10.0.0.2")], "203.0.113.7");
        check("127.0.0.1", &[(xff, "1.1.1.1"), (xff, "203.0.113.7")], "203.0.113.7");
        check("127.0.0.1", &[(xff, "203.0.113.7, nonsense")], "127.0.0.1");
        check("127.0.0.1", &[(xff, "203.0.113.7:81")], "203.0.113.7");
        check("198.51.100.1", &[(xff, "203.0.113.7")], "198.51.100.1");
        check(
            "127.0.0.1",
            &[("forwarded", "for=1.1.1.1, for=203.0.113.7;proto=https")],
            "203.0.113.7",
        );
        check("127.0.0.1", &[("forwarded", "proto=https;For=\"[2001:db8::1]:80\"")], "2001:db8::1");
        check("127.0.0.1", &[("forwarded", "for=_hidden")], "127.0.0.1");
        check("127.0.0.1", &[("forwarded", "for=1.1.1.1"), (xff, "203.0.113.7")], "203.0.113.7");
        check("::ffff:127.0.0.1", &[(xff, "203.0.113.7")], "203.0.113.7");
    }
}
