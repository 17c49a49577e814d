//! Every setting, with its name, default, unit and help in one place.
//!
//! A setting is taken from the first that gives it: a flag, the environment (`BUONO_…`), the TOML
//! file, the default. A value that cannot be read stops the start; it never falls back silently.

mod check;
mod database;
mod print;
mod sources;
mod value;

use std::net::{Ipv4Addr, SocketAddr};
use std::ops::RangeInclusive;

use secrecy::SecretString;

use crate::domain::vendor::{Iban, Vendor};
use crate::http::{Proxies, Rate};

pub use database::Database;
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
    /// The secret that signs tokens (HS256): at least 32 random bytes.
    jwt_secret: Option<SecretString>;
    /// Who issues tokens: their `iss`.
    jwt_issuer: String = "buono";
    /// Whom tokens are for: their `aud`.
    jwt_audience: String = "buono";
    /// The keys of an external issuer (`RS256`, `ES256`, `EdDSA`). With one, we sign no tokens ourselves.
    jwks_url: Option<String>;
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
    /// The secret that Stripe signs its webhooks with.
    stripe_webhook_secret: Option<SecretString>;
    /// Another address of Stripe's API, for tests.
    stripe_api_base: Option<String>;
    /// Orders that are unpaid for this long expire.
    order_expiry_days: u32 = "14", unit "days", range 1..=365;
    /// Paid orders below this total are approved at once; 0: every order is approved by hand.
    auto_approve_below: i64 = "0", unit "minor units", range 0..=10_000_000_000;
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
    /// Where documents are kept: `file://…` or `s3://…`.
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
