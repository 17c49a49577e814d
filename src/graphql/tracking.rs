//! The four steps that a customer follows.

use async_graphql::{Context, Object, Result};
use chrono::Utc;

use super::context::{clock, language};
use super::enums::{TrackingStepName, TrackingStepState};
use super::ids::place_cursor;
use super::order::Order;
use super::scalars::DateTime;
use crate::domain::text;
use crate::domain::tracking::{Situation, Step, steps};
use crate::live::follow::Place;

/// Where an order stands, in four steps.
pub struct OrderTracking(pub Order);

/// Where an order stands, in four steps.
#[Object]
impl OrderTracking {
    /// Exactly four, always VALIDATING, VALIDATED, DELIVERING, AVAILABLE.
    #[graphql(complexity = "4 * child_complexity")]
    async fn steps(&self) -> Vec<TrackingStep> {
        let step = |step| TrackingStep { step, order: self.0.clone() };
        steps(&self.0.0).into_iter().map(step).collect()
    }

    /// The sequence number of the newest entry of the order's history.
    async fn sequence(&self) -> i64 {
        self.0.0.sequence
    }

    /// Where `orderTracking(after:)` goes on from, without a gap.
    async fn cursor(&self) -> String {
        let order = &self.0.0;
        place_cursor(Place::Order { order: order.id, sequence: order.sequence })
    }

    /// When the next try at a line that failed is due: the only estimate there is so far.
    async fn estimated_delivery(&self) -> Option<DateTime> {
        let retries = self.0.0.lines.iter().filter(|line| line.delivered_at.is_none());
        retries.filter_map(|line| line.failure.as_ref()?.retry_at).max().map(DateTime)
    }
}

/// One of the four steps.
pub struct TrackingStep {
    step: Step,
    order: Order,
}

impl TrackingStep {
    /// When the next try at a line that failed is to come, for the step that it keeps up.
    fn next_try(&self, now: chrono::DateTime<Utc>) -> Option<chrono::DateTime<Utc>> {
        if self.step.situation != Situation::DeliveryTrouble {
            return None;
        }
        let lines = self.order.0.lines.iter().filter(|line| line.delivered_at.is_none());
        lines.filter_map(|line| line.failure.as_ref()?.retry_at).filter(|at| now < *at).min()
    }
}

/// One of the four steps.
#[Object]
impl TrackingStep {
    /// Which step.
    async fn name(&self) -> TrackingStepName {
        self.step.name.into()
    }

    /// How far it has come.
    async fn state(&self) -> TrackingStepState {
        self.step.state.into()
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
        Ok(text::step(self.step.name, language))
    }

    /// What happens next and what the customer can do, in plain words; where a delivery that failed is
    /// tried again, also when, by the customer's own clock. Null for steps to come.
    async fn hint(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "A language, as BCP 47 names it. Default: the asking customer's, else en."
        )]
        language: Option<String>,
    ) -> Result<Option<String>> {
        let language = self::language(ctx, language.as_deref()).await?;
        let hint = text::hint(self.step.situation, language);
        let Some(at) = self.next_try(clock(ctx).now()) else {
            return Ok((!hint.is_empty()).then(|| hint.to_owned()));
        };
        let Order(order, together) = &self.order;
        let customer = together.people.customer(ctx, order.customer_id).await?;
        let at = text::moment(at, customer.time_zone, language);
        Ok(Some(format!("{hint} {}", text::next_try(&at, language))))
    }

    /// When it began.
    async fn started_at(&self) -> Option<DateTime> {
        self.step.started_at.map(DateTime)
    }

    /// When it ended.
    async fn ended_at(&self) -> Option<DateTime> {
        self.step.ended_at.map(DateTime)
    }
}
