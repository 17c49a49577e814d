//! What answers documents: a schema, whichever it is. The transport knows nothing of its types, so
//! that it can be tried with a schema made for that.

use async_graphql::{ObjectType, Request, Response, Schema, SubscriptionType};
use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, StreamExt};

use crate::graphql::error::coded_all;

/// An open set: the shop's own schema, and the one that the tests of the transport bring.
pub trait Answers: Send + Sync {
    fn execute(&self, request: Request) -> BoxFuture<'static, Response>;
    fn stream(&self, request: Request) -> BoxStream<'static, Response>;
}

impl<Q, M, S> Answers for Schema<Q, M, S>
where
    Q: ObjectType + 'static,
    M: ObjectType + 'static,
    S: SubscriptionType + 'static,
{
    fn execute(&self, request: Request) -> BoxFuture<'static, Response> {
        let schema = self.clone();
        async move { coded_all(schema.execute(request).await) }.boxed()
    }

    fn stream(&self, request: Request) -> BoxStream<'static, Response> {
        self.execute_stream(request).map(coded_all).boxed()
    }
}
