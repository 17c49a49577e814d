//! The demo: the whole product on a database of its own, with a vendor, customers, some months of
//! orders, and a shop and operators that move new ones. All of it through the same actions as
//! everybody else's.

mod banner;
mod deeds;
mod past;
mod people;
mod shop;

use std::net::SocketAddr;
use std::path::PathBuf;

use secrecy::SecretString;
use uuid::Uuid;

use self::people::Cast;
use crate::app::{Shop, StartError, bind, connect, migration_failed, stop_on_signal};
use crate::clock::Clock;
use crate::config::{Settings, beside};
use crate::domain::actor::Reach;
use crate::domain::vendor::Iban;
use crate::storage::{Store, customers};

#[derive(Clone, Debug)]
pub struct DemoOptions {
    pub listen: SocketAddr,
    /// How much faster than life orders move; 0: nothing moves by itself.
    pub speed: f64,
    /// Where the database is kept; without it, in a folder that is removed at the end.
    pub keep: Option<PathBuf>,
    /// One JSON object instead of a banner.
    pub json: bool,
}

/// Where transfers to the vendor of the demo would go: an example that belongs to nobody.
const VENDOR_IBAN: &str = "IT60X0542811101000000123456";

/// Runs the demo until it is told to stop.
pub async fn run(options: DemoOptions, mut settings: Settings) -> Result<(), StartError> {
    settings.vendor_iban = settings.vendor_iban.or_else(|| Iban::parse(VENDOR_IBAN));
    let listener = bind(options.listen).await?;
    let address = listener.local_addr().map_err(|error| failure(&error))?;
    let url = settings.public_url_on(address);
    let folder = Folder::open(options.keep.clone())?;
    let store = connect(&folder.database_url()).await?;
    let Opened { shop, people, cast } = open(&settings, store, Clock::System, url.clone()).await?;
    banner::print(&options, &url, &people);

    let shop = shop.with_people(people).with_files_in(&beside(folder.database()))?;
    shop.start_jobs();
    stop_on_signal(&shop);
    if 0.0 < options.speed {
        let running = shop::run(shop.till.clone(), cast, options.speed, shop.app.shutdown.clone());
        shop.app.tracker.spawn(running);
    }
    shop.serve(listener).await.map_err(|error| failure(&error))
}

/// A demo that does not run yet.
pub struct Opened {
    pub shop: Shop,
    /// Names, each with a token.
    pub people: Vec<(String, String)>,
    cast: Cast,
}

/// Opens the demo on a database of its own: an empty one is filled with everything that has happened
/// until now, as the clock has it.
pub async fn open(
    settings: &Settings,
    store: Store,
    clock: Clock,
    url: String,
) -> Result<Opened, StartError> {
    store.migrate_up().await.map_err(|error| StartError::Failure(migration_failed(&error)))?;
    let known = customers::by_reference(store.read(), Reach::All, people::CUSTOMERS[0].reference);
    let is_new = known.await.map_err(|error| failure(&error))?.is_none();
    let shop = Shop::new(settings, secret(), store, clock, url);
    if is_new {
        eprintln!("Preparing the demo shop and its last months…");
        past::write(&shop, settings).await.map_err(|error| failure(&error))?;
    }
    let cast = people::cast(&shop.till).await.map_err(|error| failure(&error))?;
    let people = banner::tokens(&cast, &shop)?;
    Ok(Opened { shop, people, cast })
}

/// The folder of the database.
enum Folder {
    Kept(PathBuf),
    /// Removed when it is dropped.
    Temporary(tempfile::TempDir),
}

impl Folder {
    fn open(keep: Option<PathBuf>) -> Result<Self, StartError> {
        let Some(path) = keep else {
            let made = tempfile::Builder::new().prefix("buono-demo-").tempdir();
            return made.map(Self::Temporary).map_err(|error| {
                StartError::CannotReach(format!(
                    "No temporary folder can be made ({error}). Name one with --keep."
                ))
            });
        };
        std::fs::create_dir_all(&path).map_err(|error| {
            StartError::CannotReach(format!(
                "The folder {} cannot be made ({error}). Name another with --keep.",
                path.display()
            ))
        })?;
        Ok(Self::Kept(path))
    }

    fn database(&self) -> PathBuf {
        let path = match self {
            Self::Kept(path) => path.as_path(),
            Self::Temporary(folder) => folder.path(),
        };
        path.join("buono.db")
    }

    fn database_url(&self) -> String {
        format!("sqlite://{}", self.database().display())
    }
}

/// Every start signs with another secret: tokens of an earlier one are not good any more.
fn secret() -> SecretString {
    format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple()).into()
}

fn failure(error: &dyn std::fmt::Display) -> StartError {
    StartError::Failure(format!("The demo cannot go on: {error}."))
}
