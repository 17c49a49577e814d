//! Orders and the audit log for other programs: a page at a time, so that memory does not grow with
//! them.

mod audit;
mod csv;
mod jsonl;
mod record;

use std::collections::HashMap;
use std::io;

pub use self::audit::audit_log;
pub use self::csv::Csv;
pub use jsonl::Jsonl;
pub use record::{COLUMNS, harmless};
use record::{DocumentRecord, OrderRecord};

use crate::domain::actor::Reach;
use crate::domain::customer::Customer;
use crate::domain::ids::{CustomerId, DocumentRequestId, OrderId};
use crate::domain::order::Order;
use crate::storage::pages::{self, Filter, SortBy, Window};
use crate::storage::{StorageError, Store, customers, documents};

/// Orders that are held at a time.
pub const ORDERS_PER_PAGE: u64 = 500;

/// Why an export is not whole.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Output(#[from] io::Error),
}

/// A way to write orders down.
pub trait Sheet {
    /// What comes before the first order.
    fn begin(&mut self) -> io::Result<()>;
    fn order(&mut self, order: &OrderRecord) -> io::Result<()>;
    fn flush(&mut self) -> io::Result<()>;
}

/// Writes every order, the oldest first, and tells of every page. Answers how many there were.
pub async fn orders(
    store: &Store,
    page_orders: u64,
    mut sheet: impl Sheet,
    told: impl Fn(u64),
) -> Result<u64, Broken> {
    sheet.begin()?;
    let mut after = None;
    let mut count = 0;
    loop {
        let window = Window {
            sort: SortBy::CreatedAt,
            descending: false,
            after: after.take(),
            before: None,
            from_end: false,
            limit: page_orders,
        };
        // A page has one more than asked for where there are more.
        let mut page = pages::page(store.read(), Reach::All, &Filter::default(), window).await?;
        let is_last = u64::try_from(page.len()).is_ok_and(|orders| orders <= page_orders);
        if !is_last {
            page.pop();
        }
        let people = customers_of(store, &page).await?;
        let mut papers = documents_of(store, &page).await?;
        for order in &page {
            let documents = papers.remove(&order.id).unwrap_or_default();
            sheet.order(&OrderRecord::of(order, people.get(&order.customer_id), documents))?;
        }
        sheet.flush()?;
        let written = page.len() as u64;
        count += written;
        told(written);
        after = page.last().map(|order| SortBy::CreatedAt.key(order));
        if is_last {
            return Ok(count);
        }
    }
}

/// What has been sent in for them, the oldest first.
async fn documents_of(
    store: &Store,
    page: &[Order],
) -> Result<HashMap<OrderId, Vec<DocumentRecord>>, StorageError> {
    let ids: Vec<OrderId> = page.iter().map(|order| order.id).collect();
    let files = documents::files_of_orders(store.read(), &ids).await?;
    let requests = documents::of_orders(store.read(), &ids).await?;
    let requests: HashMap<DocumentRequestId, _> =
        requests.into_iter().map(|it| (it.id, it)).collect();
    let mut found: HashMap<OrderId, Vec<DocumentRecord>> = HashMap::new();
    for it in &files {
        let record = requests.get(&it.request_id).map(|request| DocumentRecord::of(request, it));
        found.entry(it.order_id).or_default().extend(record);
    }
    Ok(found)
}

async fn customers_of(
    store: &Store,
    page: &[Order],
) -> Result<HashMap<CustomerId, Customer>, StorageError> {
    let mut ids: Vec<CustomerId> = page.iter().map(|order| order.customer_id).collect();
    ids.sort_unstable_by_key(|id| id.0);
    ids.dedup();
    let people = customers::many(store.read(), Reach::All, &ids).await?;
    Ok(people.into_iter().map(|it| (it.id, it)).collect())
}
