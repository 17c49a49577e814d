//! A schema made to try the transport with: it counts, fails, divides by zero and floods.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use async_graphql::{Context, Object, Subscription};
use futures_util::{Stream, stream};

use buono::auth::Viewer;

pub type Schema = async_graphql::Schema<Query, Mutation, Subscription>;

#[derive(Default)]
struct Counter(AtomicU32);

pub struct Query;
pub struct Mutation;
pub struct Subscription;

/// The whole toy.
pub fn schema() -> Schema {
    async_graphql::Schema::build(Query, Mutation, Subscription)
        .data(Arc::new(Counter::default()))
        .finish()
}

#[Object]
impl Query {
    async fn viewer(&self, ctx: &Context<'_>) -> String {
        let viewer = ctx.data_unchecked::<Viewer>();
        viewer.0.as_ref().map_or_else(|| "nobody".to_owned(), |actor| actor.name().to_owned())
    }

    async fn bumps(&self, ctx: &Context<'_>) -> u32 {
        ctx.data_unchecked::<Arc<Counter>>().0.load(Ordering::SeqCst)
    }

    async fn echo(&self, text: String) -> String {
        text
    }

    async fn fails(&self) -> async_graphql::Result<String> {
        std::future::ready(Err("it failed".into())).await
    }

    async fn divides(&self, by: u32) -> u32 {
        10 / by
    }
}

#[Object]
impl Mutation {
    async fn bump(&self, ctx: &Context<'_>, after_ms: u32) -> u32 {
        tokio::time::sleep(Duration::from_millis(after_ms.into())).await;
        ctx.data_unchecked::<Arc<Counter>>().0.fetch_add(1, Ordering::SeqCst) + 1
    }
}

#[Subscription]
impl Subscription {
    async fn count(&self, to: u32) -> impl Stream<Item = u32> {
        stream::iter(1..=to)
    }

    async fn ticks(&self, every_ms: u32) -> impl Stream<Item = u32> {
        stream::unfold(0, move |at| async move {
            tokio::time::sleep(Duration::from_millis(every_ms.into())).await;
            Some((at, at + 1))
        })
    }

    async fn flood(&self) -> impl Stream<Item = String> {
        stream::repeat("x".repeat(60_000))
    }

    async fn refuses(&self) -> async_graphql::Result<impl Stream<Item = u32>> {
        std::future::ready(Err::<stream::Empty<u32>, _>("not for you".into())).await
    }
}
