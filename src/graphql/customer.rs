//! Customers, and who is asking.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject, Union};

use super::balance::Balance;
use super::context::reads;
use super::enums::AccountKind;
use super::ids::NodeId;
use super::order_list::{OrderConnection, OrderFilter, OrderOrder, order_page};
use super::paging::Paging;
use super::payment::PaymentMean;
use super::together::People;
use crate::domain::actor::Reach;
use crate::domain::customer;

/// A customer's account with the vendor.
#[derive(Clone)]
pub struct Customer(pub Arc<customer::Customer>, pub Arc<People>);

impl Customer {
    /// A customer who was read alone.
    pub fn alone(customer: impl Into<Arc<customer::Customer>>) -> Self {
        let customer = customer.into();
        let people = People::of([customer.id]);
        Self(customer, people)
    }

    /// Customers who were read together: what hangs under them is read for all at once.
    pub fn list(customers: Vec<customer::Customer>) -> Vec<Self> {
        let people = People::of(customers.iter().map(|it| it.id));
        customers.into_iter().map(|it| Self(Arc::new(it), Arc::clone(&people))).collect()
    }
}

/// A customer's account with the vendor.
#[Object]
impl Customer {
    /// The global id.
    pub async fn id(&self) -> ID {
        NodeId::Customer(self.0.id).encode()
    }

    /// The vendor's own name for the account: the `sub` of its tokens.
    async fn reference(&self) -> &str {
        &self.0.reference
    }

    /// The kind of the account: it decides on methods of payment, and on the right of withdrawal.
    async fn kind(&self) -> AccountKind {
        self.0.kind.into()
    }

    /// The name of the person or organisation.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Where mails go.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// The country of the account, as ISO 3166-1 alpha-2 has it: `IT`.
    async fn country(&self) -> &str {
        &self.0.country
    }

    /// The language of texts and mails, as BCP 47 has it: `it`.
    async fn language(&self) -> &str {
        &self.0.language
    }

    /// The time zone that days are counted in, as IANA names it: `Europe/Rome`.
    async fn time_zone(&self) -> &str {
        self.0.time_zone.name()
    }

    /// Who is billed for orders from now on.
    async fn billing(&self) -> BillingDetails {
        BillingDetails::from(&self.0.billing)
    }

    /// Within how many days after ordering invoices are to be paid: the agreement on paying later
    /// (`DEFERRED`), if there is one.
    async fn deferred_days(&self) -> Option<i32> {
        self.0.deferred_days
    }

    /// Registered means of payment that were not removed, the oldest first; at most 20.
    async fn payment_means(&self, ctx: &Context<'_>) -> Result<Vec<PaymentMean>> {
        Ok(self.1.means(ctx, self.0.id).await?.into_iter().map(PaymentMean).collect())
    }

    /// What the customer has with the vendor in advance, in each currency: empty as long as nothing was
    /// put there.
    #[graphql(complexity = "5 + 2 * child_complexity")]
    async fn balances(&self, ctx: &Context<'_>) -> Result<Vec<Balance>> {
        let all = self.1.balances(ctx, self.0.id).await?;
        Ok(all.into_iter().map(|it| Balance(it, Arc::clone(&self.1))).collect())
    }

    /// The customer's orders, the newest first unless `orderBy` says otherwise. Operators and
    /// services need a scope on orders.
    #[graphql(
        complexity = "5 + first.or(last).unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    #[expect(clippy::too_many_arguments, reason = "Relay's connections take these")]
    async fn orders(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start: 0 to 100, by default 20.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end: 0 to 100. Not together with `first`.")]
        last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only orders that fit all of this.")] filter: Option<OrderFilter>,
        #[graphql(desc = "What to sort by: by default the newest first.")] order_by: Option<
            OrderOrder,
        >,
    ) -> Result<OrderConnection> {
        let paging = Paging::new(first, after, last, before)?;
        // Whoever may write accounts may not read orders by that alone.
        let reach = match reads(ctx)? {
            Reach::All => Reach::Own(self.0.id),
            own => own,
        };
        order_page(ctx, reach, paging, filter, order_by).await
    }
}

/// Who is billed. On an order: as it was on the day the order was placed.
#[derive(SimpleObject)]
pub struct BillingDetails {
    /// The name of the person or organisation.
    name: String,
    /// The address, a line each; at most six lines.
    address: Vec<String>,
    /// The country, as ISO 3166-1 alpha-2 has it: `IT`.
    country: String,
    /// The VAT number, if there is one.
    vat_number: Option<String>,
    /// Where bills go.
    email: String,
}

impl From<&customer::Billing> for BillingDetails {
    fn from(billing: &customer::Billing) -> Self {
        let it = billing.clone();
        let (vat_number, email) = (it.vat_number, it.email);
        Self { name: it.name, address: it.address, country: it.country, vat_number, email }
    }
}

/// A member of the vendor's staff.
#[derive(SimpleObject)]
pub struct Operator {
    /// An id that names the operator: not a node.
    pub id: ID,
    /// The name in the token.
    pub name: String,
    /// What the token allows: `orders:read`, `orders:validate` and so on.
    pub scopes: Vec<String>,
}

/// A system of the vendor: its shop, or its provisioning.
#[derive(SimpleObject)]
pub struct Service {
    /// An id that names the service: not a node.
    pub id: ID,
    /// The name in the token.
    pub name: String,
    /// What the token allows: `orders:place`, `orders:deliver` and so on.
    pub scopes: Vec<String>,
}

/// Who is asking.
#[derive(Union)]
pub enum Viewer {
    Customer(Customer),
    Operator(Operator),
    Service(Service),
}
