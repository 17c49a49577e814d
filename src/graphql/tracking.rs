//! The four steps that a customer follows.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};

use super::context::language;
use super::enums::{TrackingStepName, TrackingStepState};
use super::ids::place_cursor;
use super::scalars::DateTime;
use crate::domain::order::Order;
use crate::domain::text;
use crate::domain::tracking::{Step, steps};
use crate::live::follow::Place;

/// Where an order stands, in four steps.
pub struct OrderTracking(pub Arc<Order>);

/// Where an order stands, in four steps.
#[Object]
impl OrderTracking {
    /// Exactly four, always VALIDATING, VALIDATED, DELIVERING, AVAILABLE.
    #[graphql(complexity = "4 * child_complexity")]
    async fn steps(&self) -> Vec<TrackingStep> {
        steps(&self.0).into_iter().map(TrackingStep).collect()
    }

    /// The sequence number of the newest entry of the order's history.
    async fn sequence(&self) -> i64 {
        self.0.sequence
    }

    /// Where `orderTracking(after:)` goes on from, without a gap.
    async fn cursor(&self) -> String {
        place_cursor(Place::Order { order: self.0.id, sequence: self.0.sequence })
    }

    /// When the next try at a line that failed is due: the only estimate there is so far.
    async fn estimated_delivery(&self) -> Option<DateTime> {
        let retries = self.0.lines.iter().filter(|line| line.delivered_at.is_none());
        retries.filter_map(|line| line.failure.as_ref()?.retry_at).max().map(DateTime)
    }
}

/// One of the four steps.
pub struct TrackingStep(Step);

/// One of the four steps.
#[Object]
impl TrackingStep {
    /// Which step.
    async fn name(&self) -> TrackingStepName {
        self.0.name.into()
    }

    /// How far it has come.
    async fn state(&self) -> TrackingStepState {
        self.0.state.into()
    }

    /// The step in words.
    async fn label(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "A language, as BCP 47 names it. Default: the asking customer's, else en."
        )]
        language: Option<String>,
    ) -> Result<&str> {
        let language = self::language(ctx, language.as_deref()).await?;
        Ok(text::step(self.0.name, language))
    }

    /// What happens next and what the customer can do, in plain words. Null for steps to come.
    async fn hint(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "A language, as BCP 47 names it. Default: the asking customer's, else en."
        )]
        language: Option<String>,
    ) -> Result<Option<&str>> {
        let language = self::language(ctx, language.as_deref()).await?;
        let hint = text::hint(self.0.situation, language);
        Ok((!hint.is_empty()).then_some(hint))
    }

    /// When it began.
    async fn started_at(&self) -> Option<DateTime> {
        self.0.started_at.map(DateTime)
    }

    /// When it ended.
    async fn ended_at(&self) -> Option<DateTime> {
        self.0.ended_at.map(DateTime)
    }
}
