//! Links to documents, for whoever cannot send a token: a browser that opens an address. Each is
//! signed for one document, one reader and one language, and is good for five minutes.
//!
//! The signature covers path and query as they are written, so that nothing in a link can be changed.
//! A link never reaches further than its reader did when it was made.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;
use uuid::Uuid;

use crate::domain::actor::{Actor, Reach, Scope};
use crate::domain::ids::CustomerId;
use crate::domain::text::Language;

/// How long a link is good.
pub const LINK_LIFE: TimeDelta = TimeDelta::minutes(5);
/// A longer query is no link of ours, and is not looked at.
pub const QUERY_BYTES_MAX: usize = 1024;

/// Keeps the key of links apart from that of tokens: neither can be used as the other.
const PURPOSE: &[u8] = b"Buono, links to documents, version 1";
const SIGNATURE: &str = "&signature=";

/// Makes links, and reads them.
#[derive(Clone)]
pub struct Links {
    key: [u8; 32],
    public_url: String,
}

/// An address to open, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub url: String,
    pub expires_at: DateTime<Utc>,
}

/// What a good link allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub reader: Reader,
    pub language: Language,
}

/// Whom a link was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reader {
    Customer(CustomerId),
    Operator(String),
    Service(String),
}

impl Links {
    /// `public_url` is where people reach this server.
    pub fn new(secret: &SecretString, public_url: &str) -> Self {
        let key = hmac(secret.expose_secret().as_bytes()).chain_update(PURPOSE);
        Self {
            key: key.finalize().into_bytes().into(),
            public_url: public_url.trim_end_matches('/').to_owned(),
        }
    }

    /// The address of `path`, which is of use with a token only.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }

    /// A link to the document at `path`. `None` for whoever may not read orders.
    pub fn sign(
        &self,
        path: &str,
        actor: &Actor,
        language: Language,
        now: DateTime<Utc>,
    ) -> Option<Link> {
        let reader = Reader::of(actor)?;
        let expires_at = (now + LINK_LIFE).trunc_subsecs(0);
        let query = format!(
            "language={}&reader={}&expires={}",
            language.code(),
            URL_SAFE_NO_PAD.encode(reader.written()),
            expires_at.timestamp()
        );
        let signature = URL_SAFE_NO_PAD.encode(self.mac(path, &query).finalize().into_bytes());
        let url = format!("{}{path}?{query}{SIGNATURE}{signature}", self.public_url);
        Some(Link { url, expires_at })
    }

    /// What the link allows, if it is ours and still good.
    pub fn read(&self, path: &str, query: &str, now: DateTime<Utc>) -> Option<Grant> {
        if QUERY_BYTES_MAX < query.len() {
            return None;
        }
        let (signed, signature) = query.rsplit_once(SIGNATURE)?;
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        // Compares in constant time.
        self.mac(path, signed).verify_slice(&signature).ok()?;
        let mut parts = signed.split('&');
        let language = parts.next()?.strip_prefix("language=")?;
        let reader = URL_SAFE_NO_PAD.decode(parts.next()?.strip_prefix("reader=")?).ok()?;
        let expires: i64 = parts.next()?.strip_prefix("expires=")?.parse().ok()?;
        if DateTime::from_timestamp(expires, 0)? <= now {
            return None;
        }
        let reader = Reader::parse(&String::from_utf8(reader).ok()?)?;
        Some(Grant { reader, language: Language::known(language)? })
    }

    fn mac(&self, path: &str, query: &str) -> Hmac<Sha256> {
        hmac(&self.key).chain_update(path).chain_update("?").chain_update(query)
    }
}

/// Whether an address is meant as a link, good or not.
pub fn is_link(query: &str) -> bool {
    query.contains("signature=")
}

fn hmac(key: &[u8]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes keys of any length")
}

impl Reader {
    /// `None` for whoever may not read orders.
    pub fn of(actor: &Actor) -> Option<Self> {
        if actor.reads() == Reach::Nothing {
            return None;
        }
        match actor {
            Actor::Customer { id, .. } => Some(Self::Customer(*id)),
            Actor::Operator { name, .. } => Some(Self::Operator(name.clone())),
            Actor::Service { name, .. } => Some(Self::Service(name.clone())),
            Actor::System => None,
        }
    }

    /// Who may read a document that a customer has sent in; nothing but that is asked of a token.
    pub fn of_documents(actor: &Actor) -> Option<Self> {
        match actor {
            Actor::Customer { id, .. } => Some(Self::Customer(*id)),
            Actor::Operator { name, .. } if actor.has(Scope::DocumentsRead) => {
                Some(Self::Operator(name.clone()))
            }
            _ => None,
        }
    }

    /// Whose orders the reader may read.
    pub fn reads(&self) -> Reach {
        match self {
            Self::Customer(id) => Reach::Own(*id),
            Self::Operator(_) | Self::Service(_) => Reach::All,
        }
    }

    fn written(&self) -> String {
        match self {
            Self::Customer(id) => format!("customer:{id}"),
            Self::Operator(name) => format!("operator:{name}"),
            Self::Service(name) => format!("service:{name}"),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        match text.split_once(':')? {
            ("customer", id) => Some(Self::Customer(CustomerId(Uuid::parse_str(id).ok()?))),
            ("operator", name) => Some(Self::Operator(name.to_owned())),
            ("service", name) => Some(Self::Service(name.to_owned())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATH: &str = "/orders/BO26-7K4Q9-MT2XA/purchase-order.html";

    fn now() -> DateTime<Utc> {
        "2026-11-09T11:00:00.250Z".parse().expect("a time")
    }

    fn links() -> Links {
        Links::new(&"a secret of thirty-two bytes, or more".into(), "https://shop.test/")
    }

    fn anna() -> Actor {
        Actor::Customer { id: CustomerId(Uuid::from_u128(8)), reference: "anna".into() }
    }

    fn signed() -> (String, String) {
        let link = links().sign(PATH, &anna(), Language::It, now()).expect("a customer reads");
        let rest = link.url.strip_prefix("https://shop.test").expect("the address is ours");
        let (path, query) = rest.split_once('?').expect("there is a query");
        (path.to_owned(), query.to_owned())
    }

    #[test]
    fn a_link_says_who_may_read_what_in_which_language() {
        let (path, query) = signed();
        assert_eq!(path, PATH);
        let grant = links().read(&path, &query, now()).expect("it is good");
        assert_eq!(grant.reader.reads(), Reach::Own(CustomerId(Uuid::from_u128(8))));
        assert_eq!(grant.language, Language::It);
    }

    #[test]
    fn it_is_good_for_five_minutes_and_not_a_moment_more() {
        let link = links().sign(PATH, &anna(), Language::It, now()).expect("a customer reads");
        assert!(link.expires_at - now() <= LINK_LIFE);
        let (path, query) = signed();
        let at = |at| links().read(&path, &query, at).is_some();
        assert!(at(link.expires_at - TimeDelta::milliseconds(1)));
        assert!(!at(link.expires_at));
    }

    #[test]
    fn no_character_of_it_can_be_changed_added_or_left_out() {
        let (path, query) = signed();
        let good = |path: &str, query: &str| links().read(path, query, now()).is_some();
        assert!(good(&path, &query));
        for at in 0..query.len() {
            for other in ["a", "A", "0", "&", "=", "%41", "", "~"] {
                let changed = format!("{}{other}{}", &query[..at], &query[at + 1..]);
                assert!(changed == query || !good(&path, &changed), "{changed}");
                let added = format!("{}{other}{}", &query[..at], &query[at..]);
                assert!(added == query || !good(&path, &added), "{added}");
            }
        }
        assert!(!good(&path, &format!("{query}&language=fr")));
        assert!(!good(&path, &format!("{query}=")));
        assert!(!good(&path.to_lowercase(), &query));
        assert!(!good("/orders/BO26-7K4Q9-MT2XA/purchase-order", &query));
    }

    #[test]
    fn another_secret_signs_other_links_and_a_token_is_no_link() {
        let (path, query) = signed();
        let other = Links::new(&"another secret of thirty-two bytes".into(), "https://shop.test");
        assert_eq!(other.read(&path, &query, now()), None);
        // Signed with the secret itself, instead of the key that is made of it for links.
        let secret = b"a secret of thirty-two bytes, or more";
        let (signed, _) = query.rsplit_once(SIGNATURE).expect("it is signed");
        let mac = hmac(secret).chain_update(format!("{path}?{signed}")).finalize();
        let forged = format!("{signed}{SIGNATURE}{}", URL_SAFE_NO_PAD.encode(mac.into_bytes()));
        assert_eq!(links().read(&path, &forged, now()), None);
    }

    #[test]
    fn whoever_reads_no_orders_gets_no_link() {
        let scoped = |scopes| Actor::Operator { name: "marco".into(), scopes };
        let link = |actor: &Actor| links().sign(PATH, actor, Language::En, now());
        assert_eq!(link(&scoped(vec![Scope::RefundsWrite])), None);
        assert!(link(&scoped(vec![Scope::OrdersRead])).is_some());
        assert_eq!(link(&Actor::System), None);
    }
}
