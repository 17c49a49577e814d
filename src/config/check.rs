//! What single values cannot show: settings that do not go together, or not with production.

use std::collections::BTreeSet;
use std::net::IpAddr;

use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};

use super::{Database, JWT_SECRET_BYTES_MIN, PaymentProvider, Setting, Settings, documents_folder};

/// A secret with fewer different bytes was typed, not drawn.
const DIFFERENT_BYTES_MIN: usize = 10;

const HOW_TO_DRAW: &str = "Set BUONO_JWT_SECRET to what `openssl rand -base64 48` prints.";

/// Every problem, as a sentence each that says what to set.
pub(super) fn problems(settings: &Settings) -> Vec<String> {
    let mut problems = Vec::new();
    problems.extend(Database::parse(settings.database_url.expose_secret()).err());
    if settings.storage_url.is_some() {
        problems.extend(documents_folder(settings).err());
    }
    let urls = [
        ("BUONO_PUBLIC_URL", &settings.public_url),
        ("BUONO_STRIPE_API_BASE", &settings.stripe_api_base),
        ("BUONO_VENDOR_TERMS_URL", &settings.vendor_terms_url),
    ];
    for (variable, url) in urls {
        if url.as_ref().is_some_and(|it| !it.starts_with("http://") && !it.starts_with("https://"))
        {
            problems.push(format!("{variable} has to begin with https:// or http://."));
        }
    }
    problems.extend(settings.jwks_url.as_ref().and_then(|url| issuer_problem(url, settings)));
    problems.extend(sign_in_problems(settings));
    if settings.otlp_url.as_ref().is_some_and(|it| !it.starts_with("http://")) {
        problems.push(
            "BUONO_OTLP_URL has to begin with http://: send traces to a collector on this network."
                .into(),
        );
    }
    if settings.payments == PaymentProvider::Stripe {
        problems.extend(stripe_problems(settings));
    }
    if settings.payment_lease_seconds <= settings.provider_timeout_seconds {
        problems.push(
            "A payment would be asked about twice at once. Set BUONO_PAYMENT_LEASE_SECONDS above \
             BUONO_PROVIDER_TIMEOUT_SECONDS."
                .into(),
        );
    }
    if settings.jwt_secret.is_some() || (settings.is_production() && settings.jwks_url.is_none()) {
        problems.extend(secret_problem(settings.jwt_secret.as_ref(), settings.is_production()));
    }
    if settings.is_production() {
        problems.extend(demo_switches(settings));
    }
    problems
}

fn stripe_problems(settings: &Settings) -> Vec<String> {
    let key = settings.stripe_secret_key.as_ref().map_or("", ExposeSecret::expose_secret);
    let has_webhook_secret = !settings.stripe_webhook_secrets().is_empty();
    let given = [
        ("BUONO_STRIPE_SECRET_KEY", !key.is_empty()),
        ("BUONO_STRIPE_WEBHOOK_SECRET", has_webhook_secret),
    ];
    let missing = given.iter().filter(|(_, is_given)| !is_given);
    let mut problems: Vec<String> = missing
        .map(|(variable, _)| format!("Payments go through Stripe, so {variable} has to be set."))
        .collect();
    if key.starts_with("pk_") {
        problems.push(
            "BUONO_STRIPE_SECRET_KEY is a publishable key, which is for pages. Set it to the secret \
             key, which begins with sk_ or rk_."
                .into(),
        );
    }
    let is_test = key.starts_with("sk_test_") || key.starts_with("rk_test_");
    if is_test && settings.is_production() {
        problems.push(
            "BUONO_STRIPE_SECRET_KEY is a test key, which moves no money, and this is production. \
             Set it to the live key."
                .into(),
        );
    }
    problems
}

/// Whoever can change the keys on their way to us could sign in as anybody.
fn issuer_problem(url: &str, settings: &Settings) -> Option<String> {
    let what_to_do = in_the_open(url, settings)?;
    Some(format!(
        "BUONO_JWKS_URL has to begin with https://{what_to_do}. Set it to the address of the \
         issuer's keys, which its discovery document calls `jwks_uri`."
    ))
}

/// None for what others cannot listen to; else where that would be needed.
fn in_the_open(url: &str, settings: &Settings) -> Option<&'static str> {
    let url = Url::parse(url).ok().filter(has_plain_host);
    match url.as_ref().map_or("", Url::scheme) {
        "https" => None,
        "http" if url.as_ref().is_some_and(is_here) && !settings.is_production() => None,
        "http" if settings.is_production() => Some(" in production"),
        "http" => Some(" unless the issuer is on this machine"),
        _ => Some(""),
    }
}

/// People could sign in there, and their tokens be of no use here.
fn sign_in_problems(settings: &Settings) -> Vec<String> {
    let (issuer, client) = (settings.oidc_issuer.as_ref(), settings.oidc_client_id.as_ref());
    let mut problems = Vec::new();
    match (issuer, client) {
        (None, None) => return problems,
        (Some(_), None) => problems.push(
            "The pages have no name at the identity provider. Set BUONO_OIDC_CLIENT_ID to that of \
             the client that is registered there, or unset BUONO_OIDC_ISSUER."
                .into(),
        ),
        (None, Some(_)) => problems.push(
            "BUONO_OIDC_CLIENT_ID is set, but not at which identity provider. Set BUONO_OIDC_ISSUER, \
             too, or neither."
                .into(),
        ),
        (Some(_), Some(_)) => {}
    }
    if let Some(what_to_do) = issuer.and_then(|url| in_the_open(url, settings)) {
        problems.push(format!(
            "BUONO_OIDC_ISSUER has to begin with https://{what_to_do}. Set it to what the identity \
             provider's discovery document calls `issuer`."
        ));
    }
    if issuer.is_some() && settings.jwks_url.is_none() {
        problems.push(
            "Tokens of the identity provider could not be checked. Set BUONO_JWKS_URL to what its \
             discovery document calls `jwks_uri`, and BUONO_JWT_ISSUER to its `issuer`."
                .into(),
        );
    }
    problems
}

/// A host with other signs would say something else where addresses are listed.
fn has_plain_host(url: &Url) -> bool {
    let is_plain = |it: char| it.is_ascii_alphanumeric() || "-.:[]".contains(it);
    url.host_str().is_some_and(|host| host.chars().all(is_plain))
}

/// Whether it is on this machine.
fn is_here(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|it| it.is_loopback())
}

/// The secret that our own tokens are signed with, or why nothing is signed.
pub(super) fn signing_secret(settings: &Settings) -> Result<&SecretString, String> {
    if settings.jwks_url.is_some() {
        return Err("Tokens come from the external issuer of BUONO_JWKS_URL, so none are signed \
                    here. Ask that issuer for one."
            .into());
    }
    let secret = settings.jwt_secret.as_ref();
    match secret_problem(secret, settings.is_production()) {
        Some(problem) => Err(problem),
        None => Ok(secret.expect("a missing secret is a problem")),
    }
}

pub(super) fn secret_problem(secret: Option<&SecretString>, production: bool) -> Option<String> {
    let Some(secret) = secret else {
        return Some(format!("There is no secret to sign tokens with. {HOW_TO_DRAW}"));
    };
    let bytes = secret.expose_secret().as_bytes();
    if bytes.len() < JWT_SECRET_BYTES_MIN {
        return Some(format!(
            "The secret that signs tokens is shorter than {JWT_SECRET_BYTES_MIN} bytes. {HOW_TO_DRAW}"
        ));
    }
    let weak = bytes.iter().collect::<BTreeSet<_>>().len() < DIFFERENT_BYTES_MIN || repeats(bytes);
    (production && weak)
        .then(|| format!("The secret that signs tokens is easy to guess. {HOW_TO_DRAW}"))
}

/// The bytes are a shorter piece, again and again.
fn repeats(bytes: &[u8]) -> bool {
    (1..=bytes.len() / 2).any(|piece| bytes[piece..] == bytes[..bytes.len() - piece])
}

/// What would send tokens and orders in plain text through the world.
fn open_to_listeners(settings: &Settings) -> Vec<String> {
    let in_plain_text = |text: &str| {
        let rest = text.strip_prefix("http://")?;
        let is_here = Url::parse(text).is_ok_and(|url| is_here(&url));
        (!is_here).then(|| format!("https://{rest}"))
    };
    let mut problems = Vec::new();
    if let Some(better) = settings.public_url.as_deref().and_then(in_plain_text) {
        problems.push(format!(
            "Links would send orders over the network in plain text. Set BUONO_PUBLIC_URL={better}."
        ));
    }
    if let Some(better) = settings.allowed_origins.0.iter().find_map(|it| in_plain_text(it)) {
        problems.push(format!(
            "Anybody on the way could change a page that came over http. Write {better} in \
             BUONO_ALLOWED_ORIGINS."
        ));
    }
    problems
}

fn demo_switches(settings: &Settings) -> Vec<String> {
    let mut problems = open_to_listeners(settings);
    let vendor = [
        ("vendor_name", &settings.vendor_name),
        ("vendor_address", &settings.vendor_address),
        ("vendor_email", &settings.vendor_email),
    ];
    let example = |(name, value): &(&str, &String)| {
        Setting::find(name).and_then(|setting| setting.default) == Some(value.as_str())
    };
    if vendor.iter().any(example) {
        problems.push(
            "Purchase orders would name a vendor that does not exist. Set BUONO_VENDOR_NAME, \
             BUONO_VENDOR_ADDRESS and BUONO_VENDOR_EMAIL."
                .into(),
        );
    }
    if !settings.rate_limits {
        problems.push("Rate limits are off in production. Set BUONO_RATE_LIMITS=on.".into());
    }
    if settings.payments == PaymentProvider::Sandbox {
        problems.push(
            "The sandbox takes no real money, and this is production. Set BUONO_PAYMENTS=stripe."
                .into(),
        );
    }
    if settings.stripe_api_base.is_some() {
        problems.push(
            "Another address of Stripe's API is for tests. Unset BUONO_STRIPE_API_BASE in production."
                .into(),
        );
    }
    problems
}
