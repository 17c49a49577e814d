//! The vendor's identity provider, as the pages are told of it: they sign people in there themselves,
//! and what they get there comes to us as any other token of an external issuer.

use axum::http::HeaderValue;
use reqwest::Url;
use serde_json::{Value, json};

use crate::config::Settings;

/// Where people sign in, and as what the pages are known there.
#[derive(Clone, Debug)]
pub struct Provider {
    issuer: String,
    client_id: String,
    scope: String,
    /// What a browser may be sent to for it: its host is of letters, digits and `-.:[]`.
    origin: String,
}

impl Provider {
    /// None without the settings, or with such as are refused at the start.
    pub fn of(settings: &Settings) -> Option<Self> {
        let issuer = settings.oidc_issuer.clone()?;
        let origin = Url::parse(&issuer).ok().filter(Url::has_host)?.origin();
        Some(Self {
            client_id: settings.oidc_client_id.clone()?,
            scope: settings.oidc_scope.clone(),
            origin: origin.ascii_serialization(),
            issuer,
        })
    }

    /// Nothing of it is secret: a page's client has no secret.
    pub fn told(&self) -> Value {
        json!({ "issuer": self.issuer, "clientId": self.client_id, "scope": self.scope })
    }

    /// The policy of our pages, with this one place to ask besides.
    pub fn policy(&self, policy: &str) -> HeaderValue {
        let policy = format!("{policy}; connect-src 'self' {}", self.origin);
        HeaderValue::try_from(policy).expect("an origin is of visible ASCII")
    }
}
