//! What answers documents: a schema, whichever it is. The transport knows nothing of its types, so
//! that it can be tried with a schema made for that.

use async_graphql::{ObjectType, Request, Response, Schema, SubscriptionType};
use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, StreamExt};

use crate::graphql::error::coded_within;

/// An open set: the shop's own schema, and the one that the tests of the transport bring. Errors name
/// the limit of what a document may select, which the schema enforces.
pub trait Answers: Send + Sync {
    fn execute(&self, request: Request, complexity_max: usize) -> BoxFuture<'static, Response>;
    fn stream(&self, request: Request, complexity_max: usize) -> BoxStream<'static, Response>;
}

impl<Q, M, S> Answers for Schema<Q, M, S>
where
    Q: ObjectType + 'static,
    M: ObjectType + 'static,
    S: SubscriptionType + 'static,
{
    fn execute(&self, request: Request, complexity_max: usize) -> BoxFuture<'static, Response> {
        let schema = self.clone();
        async move { coded_within(schema.execute(request).await, complexity_max) }.boxed()
    }

    fn stream(&self, request: Request, complexity_max: usize) -> BoxStream<'static, Response> {
        let coded = move |response| coded_within(response, complexity_max);
        self.execute_stream(request).map(coded).boxed()
    }
}
