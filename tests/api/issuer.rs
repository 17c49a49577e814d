//! An external issuer to test with: it has keys, signs with them, and publishes them, well or badly.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, EncodingKey};
use rcgen::{KeyPair, SignatureAlgorithm};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::{ServerConfig, pki_types::PrivateKeyDer};
use tokio_util::task::TaskTracker;

/// A pair of keys with a name.
pub struct Pair {
    pub algorithm: Algorithm,
    pub key: EncodingKey,
    pub public_pem: String,
    /// The public key, as it is published.
    pub jwk: Value,
}

impl Pair {
    pub fn rsa(kid: &str) -> Self {
        let (pair, algorithm) = (made(&rcgen::PKCS_RSA_SHA256), Algorithm::RS256);
        let key = EncodingKey::from_rsa_pem(pair.serialize_pem().as_bytes()).expect("a key");
        let jwk = Jwk::from_encoding_key(&key, algorithm).expect("a key");
        let jwk = serde_json::to_value(jwk).expect("JSON");
        Self::named(kid, algorithm, key, &pair, jwk)
    }

    pub fn ec(kid: &str) -> Self {
        let pair = made(&rcgen::PKCS_ECDSA_P256_SHA256);
        let (x, y) = pair.public_key_raw()[1..].split_at(32);
        let jwk = json!({ "kty": "EC", "crv": "P-256", "x": base64(x), "y": base64(y) });
        let key = EncodingKey::from_ec_der(&pair.serialize_der());
        Self::named(kid, Algorithm::ES256, key, &pair, jwk)
    }

    pub fn ed(kid: &str) -> Self {
        let pair = made(&rcgen::PKCS_ED25519);
        let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": base64(pair.public_key_raw()) });
        let key = EncodingKey::from_ed_der(&pair.serialize_der());
        Self::named(kid, Algorithm::EdDSA, key, &pair, jwk)
    }

    fn named(
        kid: &str,
        algorithm: Algorithm,
        key: EncodingKey,
        pair: &KeyPair,
        mut jwk: Value,
    ) -> Self {
        jwk["kid"] = json!(kid);
        jwk["use"] = json!("sig");
        Self { algorithm, key, public_pem: pair.public_key_pem(), jwk }
    }

    pub fn kid(&self) -> &str {
        self.jwk["kid"].as_str().expect("it has a name")
    }

    /// The header of its tokens.
    pub fn header(&self) -> Value {
        json!({ "alg": format!("{:?}", self.algorithm), "typ": "JWT", "kid": self.kid() })
    }

    /// A token with these claims.
    pub fn token(&self, claims: &Value) -> String {
        signed(&self.header().to_string(), &claims.to_string(), &self.key, self.algorithm)
    }
}

fn made(algorithm: &'static SignatureAlgorithm) -> KeyPair {
    KeyPair::generate_for(algorithm).expect("a pair of keys")
}

pub fn base64(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A token of texts that are taken as they are, even where they are nonsense.
pub fn signed(header: &str, payload: &str, key: &EncodingKey, algorithm: Algorithm) -> String {
    let message = format!("{}.{}", base64(header), base64(payload));
    let signature = jsonwebtoken::crypto::sign(message.as_bytes(), key, algorithm);
    format!("{message}.{}", signature.expect("it is signed"))
}

/// What a good token of a customer says.
pub fn claims(reference: &str, now: DateTime<Utc>) -> Value {
    json!({ "iss": "buono", "aud": "buono", "sub": reference, "role": "customer",
        "iat": now.timestamp(), "exp": now.timestamp() + 600 })
}

/// How the issuer answers.
#[derive(Clone, Debug)]
pub enum Manner {
    Well,
    /// Only once it is told to.
    Late,
    Huge,
    Broken,
    Failing,
    /// To another address, where the keys are.
    Elsewhere,
}

struct Inside {
    keys: Mutex<Vec<Value>>,
    manner: Mutex<Manner>,
    fetches: AtomicUsize,
    told: Notify,
}

/// It publishes its keys until the test has ended.
#[derive(Clone)]
pub struct Issuer {
    address: SocketAddr,
    scheme: &'static str,
    inside: Arc<Inside>,
}

impl Issuer {
    /// Without TLS, on this machine.
    pub async fn publishing(keys: &[&Pair]) -> Self {
        let (issuer, listener, routes) = Self::at("http", keys).await;
        TaskTracker::new().spawn(async move { axum::serve(listener, routes).await });
        issuer
    }

    /// Over https, and the certificate to trust, as PEM.
    pub async fn over_tls(keys: &[&Pair]) -> (Self, String) {
        let (issuer, listener, routes) = Self::at("https", keys).await;
        let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("it is made");
        let key = PrivateKeyDer::Pkcs8(own.signing_key.serialize_der().into());
        let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("there are versions")
            .with_no_client_auth()
            .with_single_cert(vec![own.cert.der().clone()], key)
            .expect("the key is the certificate's");
        let acceptor = TlsAcceptor::from(Arc::new(config));
        TaskTracker::new().spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, routes) = (acceptor.clone(), routes.clone());
                TaskTracker::new().spawn(async move {
                    // Whoever does not trust the certificate is gone again.
                    let Ok(stream) = acceptor.accept(stream).await else { return };
                    let service = TowerToHyperService::new(routes);
                    let serving = Builder::new(TokioExecutor::new());
                    let _ = serving.serve_connection(TokioIo::new(stream), service).await;
                });
            }
        });
        (issuer, own.cert.pem())
    }

    async fn at(scheme: &'static str, keys: &[&Pair]) -> (Self, TcpListener, Router) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("some port is free");
        let address = listener.local_addr().expect("it listens");
        let inside = Arc::new(Inside {
            keys: Mutex::default(),
            manner: Mutex::new(Manner::Well),
            fetches: AtomicUsize::new(0),
            told: Notify::new(),
        });
        let issuer = Self { address, scheme, inside };
        issuer.publish(keys);
        let routes = Router::new()
            .route("/keys", get(asked))
            .route("/elsewhere", get(keys_as_they_are))
            .with_state(issuer.clone());
        (issuer, listener, routes)
    }

    pub fn url(&self) -> String {
        format!("{}://localhost:{}/keys", self.scheme, self.address.port())
    }

    /// From now on, these are its keys.
    pub fn publish(&self, keys: &[&Pair]) {
        self.publish_raw(keys.iter().map(|pair| pair.jwk.clone()).collect());
    }

    pub fn publish_raw(&self, keys: Vec<Value>) {
        *self.inside.keys.lock().expect("nobody panics with it") = keys;
    }

    pub fn answer(&self, manner: Manner) {
        *self.inside.manner.lock().expect("nobody panics with it") = manner;
    }

    /// Lets those go on who wait for an answer that is late.
    pub fn tell(&self) {
        self.answer(Manner::Well);
        self.inside.told.notify_waiters();
    }

    /// How often it was asked.
    pub fn fetches(&self) -> usize {
        self.inside.fetches.load(Ordering::SeqCst)
    }
}

async fn asked(State(issuer): State<Issuer>) -> Response {
    let inside = Arc::clone(&issuer.inside);
    let told = inside.told.notified();
    issuer.inside.fetches.fetch_add(1, Ordering::SeqCst);
    let manner = issuer.inside.manner.lock().expect("nobody panics with it").clone();
    match manner {
        Manner::Well => keys_as_they_are(State(issuer)).await,
        Manner::Late => {
            told.await;
            keys_as_they_are(State(issuer)).await
        }
        Manner::Huge => {
            let mut set = json!({ "keys": *issuer.inside.keys.lock().expect("as above") });
            set["padding"] = json!("x".repeat(300 * 1024));
            set.to_string().into_response()
        }
        Manner::Broken => r#"{"keys": ["#.into_response(),
        Manner::Failing => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Manner::Elsewhere => Redirect::temporary("/elsewhere").into_response(),
    }
}

async fn keys_as_they_are(State(issuer): State<Issuer>) -> Response {
    let set = json!({ "keys": *issuer.inside.keys.lock().expect("nobody panics with it") });
    ([(header::CONTENT_TYPE, "application/jwk-set+json")], set.to_string()).into_response()
}
