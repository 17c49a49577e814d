//! What every resolver has at hand: the shop, who asks, and what was read already.

use std::sync::Arc;

use async_graphql::{Context, Error, Result};
use tokio::sync::OnceCell;

use super::error::{Code, coded};
use super::screen::Screen;
use super::together::People;
use crate::actions::charge::Till;
use crate::auth::Viewer;
use crate::auth::links::Links;
use crate::clock::Clock;
use crate::domain::actor::{Actor, Reach, Scope};
use crate::domain::customer::Customer;
use crate::domain::ids::CustomerId;
use crate::domain::text::Language;
use crate::domain::vendor::Vendor;
use crate::live::Hub;
use crate::storage::Store;

pub fn till<'a>(ctx: &Context<'a>) -> &'a Till {
    ctx.data_unchecked::<Till>()
}

pub fn store<'a>(ctx: &Context<'a>) -> &'a Store {
    &till(ctx).changes.store
}

pub fn clock<'a>(ctx: &Context<'a>) -> &'a Clock {
    &till(ctx).changes.clock
}

pub fn hub<'a>(ctx: &Context<'a>) -> &'a Hub {
    &till(ctx).changes.hub
}

pub fn links<'a>(ctx: &Context<'a>) -> &'a Links {
    ctx.data_unchecked::<Links>()
}

pub fn vendor<'a>(ctx: &Context<'a>) -> &'a Vendor {
    ctx.data_unchecked::<Vendor>()
}

/// Who asks, if anybody.
pub fn viewer<'a>(ctx: &Context<'a>) -> Option<&'a Actor> {
    ctx.data_opt::<Viewer>().and_then(|viewer| viewer.0.as_ref())
}

/// Who asks, or the error that says that somebody has to.
pub fn actor<'a>(ctx: &Context<'a>) -> Result<&'a Actor> {
    viewer(ctx).ok_or_else(|| {
        coded(Code::Unauthenticated, "Say who is asking: send `Authorization: Bearer <token>`.")
    })
}

/// The actor, if it has the scope.
pub fn with_scope<'a>(ctx: &Context<'a>, scope: Scope) -> Result<&'a Actor> {
    let actor = actor(ctx)?;
    if actor.has(scope) { Ok(actor) } else { Err(forbidden(scope)) }
}

/// A customer, or whoever has the scope to act for one.
pub fn customer_or<'a>(ctx: &Context<'a>, scope: Scope) -> Result<&'a Actor> {
    let actor = actor(ctx)?;
    if actor.customer_id().is_some() || actor.has(scope) {
        Ok(actor)
    } else {
        Err(forbidden(scope))
    }
}

/// A customer, who acts on what is their own.
pub fn customer_only(ctx: &Context<'_>) -> Result<CustomerId> {
    actor(ctx)?
        .customer_id()
        .ok_or_else(|| coded(Code::Forbidden, "Only a customer can do this, for themselves."))
}

/// Whose orders may be read.
pub fn reads(ctx: &Context<'_>) -> Result<Reach> {
    match actor(ctx)?.reads() {
        Reach::Nothing => Err(forbidden(Scope::OrdersRead)),
        reach => Ok(reach),
    }
}

/// Whose accounts may be read: whoever may read orders sees whose they are.
pub fn reads_customers(ctx: &Context<'_>) -> Result<Reach> {
    let actor = actor(ctx)?;
    match (actor.reach(Scope::CustomersWrite), actor.reads()) {
        (Reach::Nothing, Reach::Nothing) => Err(forbidden(Scope::CustomersWrite)),
        (Reach::Nothing, reach) | (reach, _) => Ok(reach),
    }
}

pub fn forbidden(scope: Scope) -> Error {
    coded(
        Code::Forbidden,
        format!("This needs the scope `{scope}`, which the token does not have."),
    )
}

/// The customer who asks.
pub async fn asking_customer(ctx: &Context<'_>, id: CustomerId) -> Result<Arc<Customer>> {
    People::of([id]).customer(ctx, id).await
}

/// What a request finds out once, for as long as it lasts. The transport gives each an empty one.
#[derive(Default)]
pub struct Memory {
    language: OnceCell<Language>,
    /// What is shown to an operator.
    pub screen: Option<Arc<Screen>>,
}

impl Memory {
    pub fn showing_on(screen: Option<Arc<Screen>>) -> Self {
        Self { screen, ..Self::default() }
    }
}

/// The language to answer in: the one asked for, else that of the customer who asks, else English.
pub async fn language(ctx: &Context<'_>, wanted: Option<&str>) -> Result<Language> {
    if let Some(wanted) = wanted {
        return Ok(Language::best(wanted));
    }
    let Some(id) = viewer(ctx).and_then(Actor::customer_id) else { return Ok(Language::En) };
    let read = async || Ok(Language::best(&asking_customer(ctx, id).await?.language));
    match ctx.data_opt::<Memory>() {
        Some(memory) => memory.language.get_or_try_init(read).await.copied(),
        None => read().await,
    }
}
