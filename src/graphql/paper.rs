//! Links to documents that people open, print and keep.

use async_graphql::{Context, Enum, Result, SimpleObject};

use super::context::{actor, clock, forbidden, links};
use super::scalars::DateTime;
use crate::domain::actor::Scope;
use crate::domain::order::Order;
use crate::domain::text::Language;

/// What a document is written in.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderDocumentFormat {
    /// A page for the browser, that prints on A4.
    Html,
}

/// An address that a browser can open without a token.
#[derive(SimpleObject)]
pub struct OrderDocumentLink {
    /// The address. Whoever has it can read the document until it expires: it is not to be stored.
    url: String,
    /// When it stops to be good: in five minutes at most.
    expires_at: DateTime,
}

/// A link to the purchase order for whoever asks.
pub fn link(
    ctx: &Context<'_>,
    order: &Order,
    format: OrderDocumentFormat,
    language: Language,
) -> Result<OrderDocumentLink> {
    let ending = match format {
        OrderDocumentFormat::Html => "html",
    };
    let path = format!("/orders/{}/purchase-order.{ending}", order.number);
    let link = links(ctx).sign(&path, actor(ctx)?, language, clock(ctx).now());
    let link = link.ok_or_else(|| forbidden(Scope::OrdersRead))?;
    Ok(OrderDocumentLink { url: link.url, expires_at: DateTime(link.expires_at) })
}
