//! Anything with a global id, within the viewer's reach.

use std::sync::Arc;

use async_graphql::{Context, ID, Interface, Result};

use super::catalog::Plan;
use super::context::{actor, reads, reads_customers, store};
use super::customer::Customer;
use super::document::DocumentRequest;
use super::error::broken;
use super::event::OrderEvent;
use super::ids::NodeId;
use super::order::{Order, OrderLine};
use super::payment::{Payment, PaymentMean, Refund};
use super::withdrawal::Withdrawal;
use crate::domain::actor::Reach;
use crate::storage::{
    StorageError, catalog, customers, documents, history, means, orders, payments, refunds,
    withdrawals,
};

/// Anything with a global id (Relay's global object identification).
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "The global id: opaque, and good for ever."))]
pub enum Node {
    Customer(Customer),
    Order(Order),
    OrderLine(OrderLine),
    OrderEvent(OrderEvent),
    PaymentMean(PaymentMean),
    Payment(Payment),
    Refund(Refund),
    Withdrawal(Withdrawal),
    DocumentRequest(DocumentRequest),
    Plan(Plan),
}

/// The object of an id: null both when there is none and when it is out of reach. Plans are for
/// everybody, as the catalog is.
pub async fn find(ctx: &Context<'_>, id: &ID) -> Result<Option<Node>> {
    let id = NodeId::decode(id);
    if let Ok(NodeId::Plan(id)) = id {
        let found = catalog::many(store(ctx).read(), &[id]).await;
        return Ok(found.map_err(|error| broken(&error))?.pop().map(|it| Node::Plan(Plan(it))));
    }
    // Who asks comes first: nobody is told even whether an id is one of ours.
    actor(ctx)?;
    let id = id?;
    let reach = match id {
        NodeId::Customer(_) | NodeId::PaymentMean(_) => reads_customers(ctx)?,
        _ => reads(ctx)?,
    };
    within(ctx, reach, id).await.map_err(|error| broken(&error))
}

async fn within(ctx: &Context<'_>, reach: Reach, id: NodeId) -> Result<Option<Node>, StorageError> {
    let db = store(ctx).read();
    Ok(match id {
        NodeId::Customer(id) => {
            customers::find(db, reach, id).await?.map(|it| Node::Customer(Customer(Arc::new(it))))
        }
        NodeId::Order(id) => {
            let found = orders::many(db, reach, &[id]).await?.pop();
            found.map(|it| Node::Order(Order(Arc::new(it))))
        }
        NodeId::OrderLine(order, id) => {
            let found = orders::many(db, reach, &[order]).await?.pop();
            found.and_then(|order| {
                let at = order.lines.iter().position(|line| line.id == id)?;
                Some(Node::OrderLine(OrderLine { order: Arc::new(order), at }))
            })
        }
        NodeId::OrderEvent(order, sequence) => history::find(db, reach, order, sequence)
            .await?
            .map(|it| Node::OrderEvent(OrderEvent(it))),
        NodeId::PaymentMean(id) => {
            means::find(db, reach, id).await?.map(|it| Node::PaymentMean(PaymentMean(it)))
        }
        NodeId::Payment(id) => {
            payments::find(db, reach, id).await?.map(|it| Node::Payment(Payment::new(it)))
        }
        NodeId::Refund(id) => {
            refunds::find(db, reach, id).await?.map(|it| Node::Refund(Refund(it)))
        }
        NodeId::Withdrawal(id) => match withdrawals::find(db, reach, id).await? {
            None => None,
            Some(withdrawal) => {
                let order = orders::many(db, reach, &[withdrawal.order_id]).await?.pop();
                order.map(|it| Node::Withdrawal(Withdrawal { order: Arc::new(it), withdrawal }))
            }
        },
        NodeId::DocumentRequest(id) => documents::find(db, reach, id)
            .await?
            .map(|it| Node::DocumentRequest(DocumentRequest(it))),
        NodeId::Plan(_) => None,
    })
}
