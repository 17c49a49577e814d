//! An issuer's public keys, as it publishes them: a JSON Web Key Set. What a key may verify is
//! decided here, by its type and its curve, and never by a token.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, DecodingKey};
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Keys of a set that are looked at. An issuer has one or two, and some more while it changes them.
pub const KEYS_MAX: usize = 64;
/// An RSA key that is shorter can be broken.
pub const RSA_BITS_MIN: usize = 2048;
/// An RSA key that is longer takes too much of our time.
pub const RSA_BITS_MAX: usize = 8192;
/// The length of a coordinate on P-256, and of an Ed25519 key.
const CURVE_BYTES: usize = 32;

/// What tells a key from any other, whatever it is called: a piece of its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyId([u8; 8]);

/// A key, with the one algorithm that it is for.
pub struct Key {
    pub id: KeyId,
    pub algorithm: Algorithm,
    pub public: DecodingKey,
    kid: Option<String>,
}

/// The keys that can be used, and why others cannot.
#[derive(Default)]
pub struct KeySet {
    keys: Vec<Key>,
    pub skipped: Vec<String>,
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the answer is not a JSON Web Key Set")]
pub struct NotAKeySet;

#[derive(Deserialize)]
struct Document {
    keys: Vec<Value>,
}

/// One key as it is published. Members of a private key are there to be refused.
#[derive(Deserialize)]
struct Jwk {
    kty: String,
    #[serde(rename = "use")]
    usage: Option<String>,
    key_ops: Option<Vec<String>>,
    alg: Option<String>,
    kid: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
    d: Option<Value>,
}

impl KeySet {
    /// Reads a set. A key that cannot be used, or not by us, is skipped: the others still count.
    pub fn parse(text: &[u8]) -> Result<Self, NotAKeySet> {
        let document: Document = serde_json::from_slice(text).map_err(|_| NotAKeySet)?;
        let mut set = Self::default();
        for (at, value) in document.keys.into_iter().take(KEYS_MAX).enumerate() {
            let read = serde_json::from_value(value).map_err(|_| "it is no JSON Web Key");
            match read.and_then(Jwk::key) {
                Ok(key) if set.has_named(&key) => {
                    set.skipped.push(format!("key {at}: another has the same `kid`"));
                }
                Ok(key) => set.keys.push(key),
                Err(why) => set.skipped.push(format!("key {at}: {why}")),
            }
        }
        Ok(set)
    }

    fn has_named(&self, key: &Key) -> bool {
        let is_same = |it: &Key| it.kid == key.kid && it.algorithm == key.algorithm;
        key.kid.is_some() && self.keys.iter().any(is_same)
    }

    pub fn len(&self) -> usize {
        self.keys.len()
    }

    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The key with this name for this algorithm. A token may go without a name only where there is
    /// one key that it can mean.
    pub fn find(&self, kid: Option<&str>, algorithm: Algorithm) -> Option<&Key> {
        let mut fitting = self.keys.iter().filter(|key| {
            key.algorithm == algorithm && (kid.is_none() || key.kid.as_deref() == kid)
        });
        let first = fitting.next();
        first.filter(|_| fitting.next().is_none())
    }

    pub fn holds(&self, id: KeyId) -> bool {
        self.keys.iter().any(|key| key.id == id)
    }

    /// Whether both have the same keys.
    pub fn is_like(&self, other: &Self) -> bool {
        self.len() == other.len() && self.keys.iter().all(|key| other.holds(key.id))
    }
}

impl Jwk {
    fn key(self) -> Result<Key, &'static str> {
        if self.usage.as_ref().is_some_and(|it| it != "sig") {
            return Err("it is not for signatures");
        }
        if self.key_ops.as_ref().is_some_and(|all| !all.iter().any(|it| it == "verify")) {
            return Err("it is not for verifying");
        }
        if self.d.is_some() {
            return Err("it is a private key, and everybody can read it");
        }
        let (algorithm, public, material) = match (self.kty.as_str(), self.crv.as_deref()) {
            ("RSA", _) => self.rsa()?,
            ("EC", Some("P-256")) => {
                let (x, y) = (coordinate(self.x.as_ref())?, coordinate(self.y.as_ref())?);
                let point = [&[4], &x[..], &y[..]].concat();
                (Algorithm::ES256, DecodingKey::from_ec_der(&point), point)
            }
            ("OKP", Some("Ed25519")) => {
                let point = coordinate(self.x.as_ref())?;
                (Algorithm::EdDSA, DecodingKey::from_ed_der(&point), point)
            }
            _ => return Err("its type or curve is not one of RSA, P-256 and Ed25519"),
        };
        let is_allowed = match (self.alg.as_deref(), algorithm) {
            (None, _)
            | (Some("RS256"), Algorithm::RS256)
            | (Some("ES256"), Algorithm::ES256)
            | (Some("EdDSA" | "Ed25519"), Algorithm::EdDSA) => true,
            (Some(_), _) => false,
        };
        if !is_allowed {
            return Err("its algorithm is not one of RS256, ES256 and EdDSA");
        }
        let hash = Sha256::digest(&material);
        let mut id = [0; 8];
        id.copy_from_slice(&hash[..8]);
        Ok(Key { id: KeyId(id), algorithm, public, kid: self.kid })
    }

    fn rsa(&self) -> Result<(Algorithm, DecodingKey, Vec<u8>), &'static str> {
        let modulus = bytes(self.n.as_ref())?;
        let exponent = bytes(self.e.as_ref())?;
        let leading = modulus.iter().take_while(|byte| **byte == 0).count();
        let modulus = &modulus[leading..];
        let bits = modulus.first().map_or(0, |it| modulus.len() * 8 - it.leading_zeros() as usize);
        if bits < RSA_BITS_MIN {
            return Err("it has less than 2048 bits");
        }
        if RSA_BITS_MAX < bits {
            return Err("it has more than 8192 bits");
        }
        let key = DecodingKey::from_rsa_raw_components(modulus, &exponent);
        Ok((Algorithm::RS256, key, [modulus, &exponent].concat()))
    }
}

fn coordinate(text: Option<&String>) -> Result<Vec<u8>, &'static str> {
    let found = bytes(text)?;
    if found.len() == CURVE_BYTES { Ok(found) } else { Err("a coordinate is not of 32 bytes") }
}

fn bytes(text: Option<&String>) -> Result<Vec<u8>, &'static str> {
    let text = text.ok_or("a part of it is missing")?;
    URL_SAFE_NO_PAD.decode(text).map_err(|_| "a part of it is not base64")
}

#[cfg(test)]
mod tests;
