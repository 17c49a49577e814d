//! Every setting, with its name, default, unit and help in one place.
//!
//! A setting is taken from the first that gives it: a flag, the environment (`BUONO_…`), the TOML
//! file, the default. A value that cannot be read stops the start; it never falls back silently.

mod check;
mod database;
mod folder;
mod print;
mod sources;
mod value;

use std::net::{Ipv4Addr, SocketAddr};
use std::ops::RangeInclusive;

use secrecy::{ExposeSecret, SecretString};

use crate::domain::vendor::{Iban, Vendor};
use crate::http::{Proxies, Rate};

pub use database::Database;
pub use folder::{beside, documents_folder};
pub use print::{default_file, settled_file};
pub(crate) use sources::suggestion;
pub use sources::{Loaded, Settled, Sources, load};
pub use value::{Environment, Origins, PaymentProvider};
use value::{Reader, Value};

/// The shortest secret that may sign tokens.
pub const JWT_SECRET_BYTES_MIN: usize = 32;

/// What `--help`, `config default` and error messages know about a setting.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The key in the file.
    pub name: &'static str,
    pub default: Option<&'static str>,
    /// What a number counts.
    pub unit: Option<&'static str>,
    /// What a number may be.
    pub range: Option<RangeInclusive<i64>>,
    pub help: &'static str,
    /// Its value is never shown.
    pub secret: bool,
}

impl Setting {
    /// The name of its environment variable.
    pub fn variable(&self) -> String {
        format!("BUONO_{}", self.name.to_ascii_uppercase())
    }

    pub fn find(name: &str) -> Option<&'static Self> {
        Settings::TABLE.iter().find(|setting| setting.name == name)
    }
}

/// Settings that cannot be used: every problem, each as a sentence that says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .problems.join("\n"))]
pub struct ConfigError {
    pub problems: Vec<String>,
}

/// Makes the struct, the table and the reader of one list, so that they cannot disagree.
macro_rules! settings {
    ($($(#[doc = $help:literal])+ $name:ident: $type:ty
        $(= $default:literal)? $(, unit $unit:literal)? $(, range $range:expr)?;)+) => {
        /// All settings, read and in range. Secrets do not show in `Debug`.
        #[derive(Clone, Debug)]
        pub struct Settings {
            $($(#[doc = $help])+ pub $name: $type,)+
        }

        impl Settings {
            /// Every setting, in the order in which `config default` shows them.
            pub const TABLE: &[Setting] = &[$(Setting {
                name: stringify!($name),
                default: first!($($default)?),
                unit: first!($($unit)?),
                range: first!($($range)?),
                help: concat!($($help,)+).trim_ascii(),
                secret: <$type as Value>::SECRET,
            },)+];

            fn read(reader: &mut Reader) -> Option<Self> {
                $(let $name = reader.read::<$type>(stringify!($name));)+
                Some(Self { $($name: $name?,)+ })
            }
        }
    };
}

macro_rules! first {
    () => {
        None
    };
    ($it:expr) => {
        Some($it)
    };
}

settings! {
    /// The address and port to listen on.
    listen: SocketAddr = "127.0.0.1:8080";
    /// The database: `sqlite://FILE`, or `postgres://USER:PASSWORD@HOST/NAME`.
    database_url: SecretString = "sqlite://buono.db";
    /// Where this runs. `production` refuses weak secrets and demo switches.
    env: Environment = "development";
    /// The address that people reach us at, for links; without one, the address we listen on.
    public_url: Option<String>;
    /// What is logged: a level, or levels by module (`info,sqlx=warn`).
    log: String = "info,sea_orm_migration=warn";
    /// How long a server that stops still answers new callers, for balancers to send no more.
    stop_notice_seconds: u32 = "1", unit "seconds", range 0..=25;
    /// Whether GraphiQL is served: `on` or `off`; without it, in development only.
    graphiql: Option<bool>;
    /// Whether the schema may be asked about (introspection): `on` or `off`; without it, in development only.
    introspection: Option<bool>;
    /// Origins of web pages that may use the API, separated by commas: `https://shop.example`. In development any port of `http://localhost` may, too.
    allowed_origins: Origins;
    /// Whether `/metrics` is served: `on` or `off`. It names no person, but how many orders there are.
    metrics: bool = "on";
    /// A collector of traces that speaks OTLP over HTTP: `http://collector:4318`; without one, none are sent.
    otlp_url: Option<String>;
    /// Whether callers are slowed down: `on` or `off` (off is for load and fault tests).
    rate_limits: bool = "on";
    /// How often one customer may ask.
    rate_customer: Rate = "20/s burst 60";
    /// How often one operator or service may ask.
    rate_staff: Rate = "100/s burst 300";
    /// How often one address may ask without a token.
    rate_anonymous: Rate = "10/s burst 30";
    /// How often one customer may try to pay.
    rate_pay: Rate = "5/min";
    /// How often one customer may withdraw.
    rate_withdraw: Rate = "3/min";
    /// How many bad tokens of one address are answered before it has to wait.
    rate_failed_authentication: Rate = "10/min";
    /// How many callers each rate remembers; those who did least are forgotten first.
    rate_callers_max: u32 = "100000", unit "callers", range 1_000..=10_000_000;
    /// Proxies whose `X-Forwarded-For` says who calls: addresses and networks, separated by commas.
    trusted_proxies: Proxies = "";
    /// How many connections may be open at once, WebSockets among them; more are closed as they come.
    connections: u32 = "20000", unit "connections", range 1..=1_000_000;
    /// How many connections one address may have open, or one network of IPv6.
    connections_per_address: u32 = "200", unit "connections", range 1..=1_000_000;
    /// How long the head of a request may take to arrive, and how long a new connection may say nothing.
    head_seconds: u32 = "10", unit "seconds", range 1..=120;
    /// How large the head of a request may be, with its address.
    head_kib: u32 = "64", unit "KiB", range 8..=256;
    /// How many headers a request may have.
    headers: u32 = "100", unit "headers", range 20..=1_000;
    /// How long a connection may stay open between two requests.
    idle_seconds: u32 = "75", unit "seconds", range 1..=3_600;
    /// How many requests may be open at once on one connection of HTTP/2.
    http2_streams: u32 = "100", unit "requests", range 1..=1_000;
    /// How large the body of a request may be.
    body_kib: u32 = "64", unit "KiB", range 1..=1_024;
    /// How long a body may take to arrive.
    body_seconds: u32 = "15", unit "seconds", range 1..=300;
    /// How large a document may be that a customer sends in.
    upload_kib: u32 = "10240", unit "KiB", range 1..=10_240;
    /// How long such a document may take to arrive.
    upload_seconds: u32 = "120", unit "seconds", range 5..=600;
    /// How many documents may be on their way at once; more are answered with 503.
    uploads: u32 = "64", unit "documents", range 1..=10_000;
    /// How many of these may be one customer's.
    uploads_per_customer: u32 = "5", unit "documents", range 1..=100;
    /// How many operations may run at once; more are answered with 503.
    requests: u32 = "512", unit "operations", range 1..=100_000;
    /// How long an answer over HTTP may take. What runs is not cancelled by it.
    request_seconds: u32 = "10", unit "seconds", range 1..=300;
    /// How long one write may take before the reader counts as gone.
    write_seconds: u32 = "10", unit "seconds", range 1..=120;
    /// How long requests and sockets may take to end when the server stops.
    drain_seconds: u32 = "30", unit "seconds", range 1..=600;
    /// How large the text of a document may be.
    document_kib: u32 = "16", unit "KiB", range 1..=64;
    /// How many words, numbers, strings and signs a document may have.
    document_tokens: u32 = "2000", unit "tokens", range 100..=10_000;
    /// How deep a document may nest brackets. Deeper, and reading it could end the process.
    document_nesting: u32 = "32", unit "brackets", range 8..=32;
    /// How many fields, spreads and inline fragments a document may have, with fragments spread.
    document_selections: u32 = "2000", unit "selections", range 100..=100_000;
    /// How deep fields may lie inside of fields.
    document_depth: u32 = "10", unit "levels", range 1..=15;
    /// The same for documents that only ask about the schema.
    document_introspection_depth: u32 = "15", unit "levels", range 13..=15;
    /// How many aliases a document may have.
    document_aliases: u32 = "15", unit "aliases", range 0..=1_000;
    /// How many directives a document may have.
    document_directives: u32 = "20", unit "directives", range 0..=1_000;
    /// How many fields an operation itself may have.
    document_root_fields: u32 = "10", unit "fields", range 1..=100;
    /// How many operations a document may have.
    document_operations: u32 = "20", unit "operations", range 1..=100;
    /// How many fields an answer may come to, with its pages as long as they can be.
    document_complexity: u32 = "20000", unit "fields", range 100..=1_000_000;
    /// How many items a list may have in a document or in its variables.
    list_items: u32 = "100", unit "items", range 1..=1_000;
    /// How large the variables of a document may be.
    variables_kib: u32 = "16", unit "KiB", range 1..=256;
    /// How large a message on a WebSocket may be.
    socket_message_kib: u32 = "64", unit "KiB", range 1..=1_024;
    /// How long the id of an operation on a WebSocket may be.
    socket_id_bytes: u32 = "64", unit "bytes", range 36..=1_024;
    /// How long a new WebSocket may take to say who it is.
    socket_init_seconds: u32 = "3", unit "seconds", range 1..=60;
    /// How long a WebSocket may take to part.
    socket_close_seconds: u32 = "1", unit "seconds", range 1..=30;
    /// How many WebSockets and streams of events one customer, operator or service may have open.
    sockets_per_caller: u32 = "10", unit "connections", range 1..=100_000;
    /// How many operations may run at once on one WebSocket.
    socket_operations: u32 = "20", unit "operations", range 1..=1_000;
    /// How many messages a second may come on one WebSocket.
    socket_messages_per_second: u32 = "20", unit "messages", range 1..=10_000;
    /// How many messages may come at once, before that rate applies.
    socket_messages_burst: u32 = "60", unit "messages", range 1..=100_000;
    /// How often a connection that is silent is asked whether it is still there.
    ping_seconds: u32 = "12", unit "seconds", range 1..=300;
    /// How long it may take to answer that.
    pong_seconds: u32 = "12", unit "seconds", range 1..=300;
    /// How long before its token expires the holder of a WebSocket is told.
    token_warning_seconds: u32 = "30", unit "seconds", range 0..=600;
    /// Over how long a server that stops spreads the closing of its WebSockets.
    stop_spread_seconds: u32 = "1", unit "seconds", range 0..=60;
    /// How long one statement may take on PostgreSQL; migrations and exports may take longer.
    statement_seconds: u32 = "5", unit "seconds", range 1..=300;
    /// How long a statement waits for what another transaction holds.
    lock_seconds: u32 = "2", unit "seconds", range 1..=60;
    /// How long a request waits for a connection to the database.
    pool_seconds: u32 = "2", unit "seconds", range 1..=60;
    /// The secret that signs tokens (HS256): at least 32 random bytes.
    jwt_secret: Option<SecretString>;
    /// Who issues tokens: their `iss`.
    jwt_issuer: String = "buono";
    /// Whom tokens are for: their `aud`.
    jwt_audience: String = "buono";
    /// The keys of an external issuer (`RS256`, `ES256`, `EdDSA`). With one, we sign no tokens ourselves.
    jwks_url: Option<String>;
    /// The identity provider that people sign in with on our pages (OIDC): its `issuer`. Needs `oidc_client_id` and `jwks_url`.
    oidc_issuer: Option<String>;
    /// What our pages are called there: a public client, with PKCE.
    oidc_client_id: Option<String>;
    /// What our pages ask for there, separated by spaces.
    oidc_scope: String = "openid";
    /// Who takes payments: `sandbox` or `stripe`.
    payments: PaymentProvider = "sandbox";
    /// How long a slow payment of the sandbox takes.
    sandbox_slow_seconds: u32 = "3", unit "seconds", range 0..=3_600;
    /// How long we wait for an answer of the payment provider.
    provider_timeout_seconds: u32 = "20", unit "seconds", range 1..=120;
    /// How long a payment or refund is left to whoever asks the provider about it; after that, another asks.
    payment_lease_seconds: u32 = "30", unit "seconds", range 2..=3_600;
    /// How long a payment waits for something that its customer has to do at the provider.
    payment_action_minutes: u32 = "60", unit "minutes", range 1..=1_440;
    /// Stripe's secret key.
    stripe_secret_key: Option<SecretString>;
    /// The secret that Stripe signs its webhooks with; several, separated by commas, while one is replaced.
    stripe_webhook_secret: Option<SecretString>;
    /// Another address of Stripe's API, for tests.
    stripe_api_base: Option<String>;
    /// Orders that are unpaid for this long expire.
    order_expiry_days: u32 = "14", unit "days", range 1..=365;
    /// Paid orders below this total are approved at once; 0: every order is approved by hand.
    auto_approve_below: i64 = "0", unit "minor units", range 0..=10_000_000_000;
    /// How long an operator's claim to an order lasts, unless it ends before.
    order_claim_minutes: u32 = "15", unit "minutes", range 1..=480;
    /// A refund is due within this time of a withdrawal.
    withdrawal_refund_within_days: u32 = "14", unit "days", range 1..=30;
    /// The vendor, as purchase orders and bank transfers name it.
    vendor_name: String = "Buono Hosting";
    /// The vendor's postal address on purchase orders. Its lines are separated by `;`.
    vendor_address: String = "Via Esempio 1; 20121 Milano; Italia";
    /// The vendor's VAT number, printed on purchase orders.
    vendor_vat_number: Option<String>;
    /// Where customers write to: printed on purchase orders, also for statements of withdrawal.
    vendor_email: String = "orders@buono.example";
    /// The account that bank transfers go to. Without one, purchase orders do not say where to pay.
    vendor_iban: Option<Iban>;
    /// Where the vendor's terms of sale can be read: `https://…`, printed on purchase orders.
    vendor_terms_url: Option<String>;
    /// NATS, which tells several processes of changes; without it there is one process.
    nats_url: Option<SecretString>;
    /// The server that sends mail: `smtp://…`.
    smtp_url: Option<SecretString>;
    /// The folder where customers' documents are kept: `file:///absolute/path`. Without it, beside a SQLite file; with PostgreSQL none are taken.
    storage_url: Option<SecretString>;
}

impl Settings {
    /// The address that people reach us at.
    pub fn public_url(&self) -> String {
        self.public_url_on(self.listen)
    }

    /// The address that people reach us at, when we listen on this one: the system chooses a port
    /// where the setting says 0, and nobody can open the address that stands for all of them.
    pub fn public_url_on(&self, mut listen: SocketAddr) -> String {
        if listen.ip().is_unspecified() {
            listen.set_ip(Ipv4Addr::LOCALHOST.into());
        }
        self.public_url.clone().unwrap_or_else(|| format!("http://{listen}"))
    }

    /// Who sells, as the purchase orders say.
    pub fn vendor(&self) -> Vendor {
        let lines = self.vendor_address.split([';', '\n']).map(str::trim);
        Vendor {
            name: self.vendor_name.clone(),
            address: lines.filter(|line| !line.is_empty()).map(str::to_owned).collect(),
            vat_number: self.vendor_vat_number.clone(),
            email: self.vendor_email.clone(),
            iban: self.vendor_iban.clone(),
            terms_url: self.vendor_terms_url.clone(),
        }
    }

    /// What Stripe may sign webhooks with: while a secret is replaced there are two.
    pub fn stripe_webhook_secrets(&self) -> Vec<SecretString> {
        let all = self.stripe_webhook_secret.as_ref().map_or("", ExposeSecret::expose_secret);
        all.split(',').map(str::trim).filter(|it| !it.is_empty()).map(Into::into).collect()
    }

    pub fn is_production(&self) -> bool {
        self.env == Environment::Production
    }

    /// Whether GraphiQL is served: unless told, to developers and not to the world.
    pub fn serves_graphiql(&self) -> bool {
        self.graphiql.unwrap_or(!self.is_production())
    }

    /// Whether the schema may be asked about: unless told, by developers and not by the world.
    pub fn allows_introspection(&self) -> bool {
        self.introspection.unwrap_or(!self.is_production())
    }

    /// The secret that signs our own tokens, or why there is none.
    pub fn signing_secret(&self) -> Result<&SecretString, ConfigError> {
        check::signing_secret(self).map_err(|problem| ConfigError { problems: vec![problem] })
    }

    /// Why the secret that signs tokens would not do in production.
    pub fn secret_weakness(&self) -> Option<String> {
        check::secret_problem(self.jwt_secret.as_ref(), true)
    }

    /// Checks what single values cannot show. Every problem is named at once.
    pub fn validate(&self) -> Result<(), ConfigError> {
        let problems = check::problems(self);
        if problems.is_empty() { Ok(()) } else { Err(ConfigError { problems }) }
    }
}

#[cfg(test)]
mod tests;
