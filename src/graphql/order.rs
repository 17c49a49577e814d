//! An order, and what can be asked of it.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::claim::{OrderClaim, claim_of};
use super::context::{actor, clock, language};
use super::customer::{BillingDetails, Customer};
use super::document::DocumentRequest;
use super::enums::{OrderActionKind, OrderStatus};
use super::event::{OrderEventConnection, event_page};
use super::ids::NodeId;
use super::order_line::OrderLine;
use super::paper::{self, OrderDocumentFormat, OrderDocumentLink};
use super::payment::{Payment, PaymentMethodOption, Refund, method_options};
use super::scalars::{Date, DateTime, Money};
use super::screen::show;
use super::together::Together;
use super::tracking::OrderTracking;
use super::transfer::ReceivedTransfer;
use super::withdrawal::{WithdrawalRight, right_of};
use crate::actions::read::Shown;
use crate::domain::actions::actions;
use crate::domain::{order, text};

/// An order, from purchase order to delivery or withdrawal.
#[derive(Clone)]
pub struct Order(pub Arc<order::Order>, pub Arc<Together>);

impl Order {
    /// An order that was read alone.
    pub fn alone(order: impl Into<Arc<order::Order>>) -> Self {
        let order = order.into();
        let together = Together::of([order.as_ref()]);
        Self(order, together)
    }

    /// Orders that were read together: what hangs under them is read for all at once.
    pub fn list(orders: Vec<order::Order>) -> Vec<Self> {
        let together = Together::of(&orders);
        orders.into_iter().map(|order| Self(Arc::new(order), Arc::clone(&together))).collect()
    }
}

/// An order, from purchase order to delivery or withdrawal.
#[Object]
impl Order {
    /// The global id.
    pub async fn id(&self) -> ID {
        NodeId::Order(self.0.id).encode()
    }

    /// The number of the purchase order, made to be read out: `BO26-7K4Q9-MT2XA`.
    async fn number(&self) -> &str {
        self.0.number.as_str()
    }

    /// Where the order stands.
    async fn status(&self) -> OrderStatus {
        self.0.status.into()
    }

    /// The status in words.
    async fn status_label(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "A language, as BCP 47 names it. Default: the asking customer's, else en."
        )]
        language: Option<String>,
    ) -> Result<&str> {
        let language = self::language(ctx, language.as_deref()).await?;
        Ok(text::status(self.0.status, language))
    }

    /// When the order was placed.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// After this moment an unpaid order is expired and has to be placed again.
    async fn expires_at(&self) -> DateTime {
        DateTime(self.0.expires_at)
    }

    /// When the money was there.
    async fn paid_at(&self) -> Option<DateTime> {
        self.0.paid_at.map(DateTime)
    }

    /// When the last line was delivered.
    async fn delivered_at(&self) -> Option<DateTime> {
        self.0.delivered_at.map(DateTime)
    }

    /// When the order was over, refund included.
    async fn cancelled_at(&self) -> Option<DateTime> {
        self.0.cancelled_at.map(DateTime)
    }

    /// Whose order it is.
    async fn customer(&self, ctx: &Context<'_>) -> Result<Customer> {
        show(ctx, [Shown::Customer(self.0.customer_id)]);
        let people = Arc::clone(&self.1.people);
        Ok(Customer(people.customer(ctx, self.0.customer_id).await?, people))
    }

    /// Who is billed, as it was when the order was placed.
    async fn billing(&self) -> BillingDetails {
        BillingDetails::from(&self.0.billing)
    }

    /// The lines, in the order's sequence; at most 200.
    async fn lines(&self) -> Vec<OrderLine> {
        let line = |at| OrderLine { order: Arc::clone(&self.0), at };
        (0..self.0.lines.len()).map(line).collect()
    }

    /// The total without tax. The lines' nets add up to it.
    async fn net(&self) -> Money {
        Money(self.0.money(self.0.net))
    }

    /// The tax: total minus net.
    async fn tax(&self) -> Money {
        Money(self.0.money(self.0.tax))
    }

    /// What is to be paid, tax included: rounded once, half up, to the currency's minor unit.
    async fn total(&self) -> Money {
        Money(self.0.money(self.0.total))
    }

    /// All reductions together, without tax; already taken off `net`.
    async fn reduction(&self) -> Money {
        Money(self.0.money(self.0.reduction))
    }

    /// The four steps.
    async fn tracking(&self) -> OrderTracking {
        OrderTracking(self.clone())
    }

    /// The history, the newest entry first.
    #[graphql(
        complexity = "5 + first.or(last).unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn events(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many of the newest: 0 to 100, by default 20.")] first: Option<i32>,
        #[graphql(desc = "Only entries older than this cursor's.")] after: Option<String>,
        #[graphql(desc = "So many of the oldest: 0 to 100. Not together with `first`.")]
        last: Option<i32>,
        #[graphql(desc = "Only entries newer than this cursor's.")] before: Option<String>,
    ) -> Result<OrderEventConnection> {
        event_page(ctx, self, first, after, last, before).await
    }

    /// Every method of payment, eligible for this order or not, and why not.
    #[graphql(complexity = "10 + 6 * child_complexity")]
    async fn payment_methods(&self, ctx: &Context<'_>) -> Result<Vec<PaymentMethodOption>> {
        method_options(ctx, self).await
    }

    /// The payments that were tried, the oldest first.
    #[graphql(complexity = "5 + 2 * child_complexity")]
    async fn payments(&self, ctx: &Context<'_>) -> Result<Vec<Payment>> {
        let found = self.1.payments(ctx, self.0.id).await?;
        Ok(found.into_iter().map(Payment::new).collect())
    }

    /// The refunds, the oldest first.
    #[graphql(complexity = "5 + 2 * child_complexity")]
    async fn refunds(&self, ctx: &Context<'_>) -> Result<Vec<Refund>> {
        Ok(self.1.refunds(ctx, self.0.id).await?.into_iter().map(Refund).collect())
    }

    /// What has come by bank transfers, of an order that waits for the rest; zero otherwise, as what has
    /// come is a payment then.
    async fn amount_received(&self) -> Money {
        Money(self.0.money(self.0.received))
    }

    /// The bank transfers that were recorded for it, the oldest first.
    #[graphql(complexity = "5 + 2 * child_complexity")]
    async fn transfers(&self, ctx: &Context<'_>) -> Result<Vec<ReceivedTransfer>> {
        let all = self.1.transfers(ctx, self.0.id).await?;
        Ok(all.into_iter().map(ReceivedTransfer::from).collect())
    }

    /// What is still to be paid: nothing once the order is paid or over.
    async fn amount_due(&self) -> Money {
        Money(self.0.amount_due())
    }

    /// The last day to pay it, of an order whose customer pays later by agreement (`DEFERRED`): it goes
    /// on meanwhile. Null for all others.
    async fn invoice_due_on(&self) -> Option<Date> {
        self.0.due_on.map(Date)
    }

    /// The right of withdrawal as it stands, with the refund to the cent.
    #[graphql(complexity = "10 + child_complexity")]
    async fn withdrawal(&self, ctx: &Context<'_>) -> Result<WithdrawalRight> {
        WithdrawalRight::of(ctx, self.clone()).await
    }

    /// Documents that were asked for, the oldest request first.
    #[graphql(complexity = "5 + 2 * child_complexity")]
    async fn document_requests(&self, ctx: &Context<'_>) -> Result<Vec<DocumentRequest>> {
        let found = self.1.document_requests(ctx, self.0.id).await?;
        let together = |it| DocumentRequest(it, Arc::clone(&self.1));
        Ok(found.into_iter().map(together).collect())
    }

    /// What the customer can do with this order now, and why not otherwise. Always all seven.
    #[graphql(complexity = "10 + 7 * child_complexity")]
    async fn actions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The reasons' language, as BCP 47 names it. Default: the customer's.")]
        language: Option<String>,
    ) -> Result<Vec<OrderAction>> {
        let language = self::language(ctx, language.as_deref()).await?;
        let right = right_of(ctx, self).await?;
        let paying = self.1.payments(ctx, self.0.id).await?;
        let paying = paying.iter().any(|payment| payment.is_live() && !payment.gives_way());
        let asked = self.1.document_requests(ctx, self.0.id).await?;
        let open = asked.iter().any(|it| it.takes_more(self.0.status).is_ok());
        let all = actions(&self.0, &right, paying, open, clock(ctx).now());
        Ok(all
            .into_iter()
            .map(|action| OrderAction {
                kind: action.kind.into(),
                available: action.refusal.is_none(),
                reason: action.refusal.map(|it| text::refusal(it, language).to_owned()),
                until: action.until.map(DateTime),
            })
            .collect())
    }

    /// A link to the purchase order, good for at most five minutes and for this viewer: a browser
    /// opens it without a token.
    #[graphql(complexity = "5 + child_complexity")]
    async fn document(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "What it is to be written in.",
            default_with = "OrderDocumentFormat::Html"
        )]
        format: OrderDocumentFormat,
        #[graphql(
            desc = "A language, as BCP 47 names it. Default: the asking customer's, else en."
        )]
        language: Option<String>,
    ) -> Result<OrderDocumentLink> {
        let language = self::language(ctx, language.as_deref()).await?;
        paper::link(ctx, &self.0, format, language)
    }

    /// Who works on the order just now. For operators; null for everybody else.
    #[graphql(complexity = "5 + child_complexity")]
    async fn claim(&self, ctx: &Context<'_>) -> Result<Option<OrderClaim>> {
        claim_of(ctx, self).await
    }

    /// What operators wrote for each other, the oldest first. Empty for everybody else.
    #[graphql(complexity = "20 + child_complexity")]
    async fn internal_notes(&self, ctx: &Context<'_>) -> Result<Vec<InternalNote>> {
        use crate::domain::actor::Scope;
        if !actor(ctx)?.has(Scope::OrdersValidate) {
            return Ok(Vec::new());
        }
        let notes = self.1.internal_notes(ctx, self.0.id).await?;
        Ok(notes
            .into_iter()
            .map(|note| InternalNote {
                at: DateTime(note.at),
                operator: note.operator,
                text: note.text,
            })
            .collect())
    }
}

/// What an operator wrote for the other operators. Never shown to a customer.
#[derive(SimpleObject)]
pub struct InternalNote {
    /// When it was written.
    at: DateTime,
    /// Who wrote it.
    operator: String,
    /// What was written.
    text: String,
}

/// Something a customer can do with an order, or cannot now.
#[derive(SimpleObject)]
pub struct OrderAction {
    /// What.
    kind: OrderActionKind,
    /// Whether it can be done now.
    available: bool,
    /// Why not, in words that a person can act on; null when it is available.
    reason: Option<String>,
    /// Until when it can be done, where there is an end.
    until: Option<DateTime>,
}
