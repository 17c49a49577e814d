//! From parameters to an answer: the same path for HTTP and for WebSocket, with the same checks.

use std::time::Instant;

use async_graphql::{
    Name, Request, Response, ServerError, Value as GraphQLValue, Variables,
    parser::types::{ExecutableDocument, OperationDefinition, OperationType},
};
use serde_json::{Map, Value, json};
use tracing::Instrument;

use super::{
    Http,
    audience::Audience,
    failure::{Failure, count, error, with_code},
    guard::{self, DocumentLimits},
    rates::Purpose,
    sequence::Sequence,
};
use crate::{
    auth::Viewer,
    domain::actor::Actor,
    graphql::context::Memory,
    telemetry::metrics::{self, Ended},
};

/// The four parameters of a GraphQL request, with the types they have to have.
#[derive(Debug)]
pub struct Params {
    pub query: String,
    pub operation_name: Option<String>,
    pub variables: Map<String, Value>,
}

/// A request that parses, and what it is going to do.
pub struct Prepared {
    pub request: Request,
    pub kind: OperationType,
    /// What the document calls it.
    pub name: Option<String>,
    /// What it is for, as far as rates differ.
    pub purpose: Purpose,
    viewer: Viewer,
    /// How the fields of its answers follow each other.
    pub sequence: Sequence,
    /// Whose reading is written down.
    pub audience: Option<Audience>,
}

impl Params {
    /// Reads the parameters of a JSON body or of a `subscribe` message; `Err` is a plain sentence.
    pub fn read(body: Value) -> Result<Self, String> {
        let mut body = match body {
            Value::Object(body) => body,
            Value::Array(_) => {
                return Err("Batches are not supported. Send one request at a time.".into());
            }
            _ => return Err("The request has to be a JSON object.".into()),
        };
        let query = match body.remove("query") {
            Some(Value::String(query)) => query,
            Some(_) => return Err("`query` has to be a string.".into()),
            None => return Err("`query` is missing.".into()),
        };
        let operation_name = match body.remove("operationName") {
            None | Some(Value::Null) => None,
            Some(Value::String(name)) => Some(name).filter(|name| !name.is_empty()),
            Some(_) => return Err("`operationName` has to be a string or null.".into()),
        };
        let variables = map(&mut body, "variables")?;
        // Nothing reads them yet, but what is broken should not pass.
        map(&mut body, "extensions")?;
        Ok(Self { query, operation_name, variables })
    }

    /// Parses the document and finds its operation; what fails here never ran.
    pub fn prepare(
        self,
        viewer: Viewer,
        limits: &DocumentLimits,
    ) -> Result<Prepared, Vec<ServerError>> {
        guard::variables(&self.variables, limits).map_err(|error| vec![error])?;
        let document = guard::read(&self.query, limits).map_err(|error| vec![error])?;
        let (name, operation) = operation(&document, self.operation_name.as_deref())
            .map_err(|message| vec![error("GRAPHQL_VALIDATION_FAILED", message)])?;
        let missing = missing_variables(operation, &self.variables);
        if !missing.is_empty() {
            return Err(missing);
        }
        let (kind, name) = (operation.ty, name.map(ToString::to_string));
        let purpose = Purpose::of(&document, operation);
        let sequence = Sequence::of(&document, operation);
        let audience = Audience::of(&viewer);
        let memory = Memory::showing_on(audience.as_ref().map(Audience::screen));
        let mut request = Request::new(self.query)
            .variables(Variables::from_json(Value::Object(self.variables)))
            .data(viewer.clone())
            .data(memory);
        request.operation_name = self.operation_name;
        // A copy has no room to spare, as lists have that grew: a subscription keeps it for hours.
        let is_kept = kind == OperationType::Subscription;
        request.set_parsed_query(if is_kept { document.clone() } else { document });
        Ok(Prepared { request, kind, name, purpose, viewer, sequence, audience })
    }
}

impl Prepared {
    /// Who asks.
    pub fn actor(&self) -> Option<&Actor> {
        self.viewer.0.as_ref()
    }
}

/// Runs a query or a mutation to its end, whether or not anybody still waits for the answer:
/// a client that hangs up must not leave a change half done.
pub async fn execute(http: &Http, prepared: Prepared) -> Response {
    let place = match http.places.take() {
        Ok(place) => place,
        Err(busy) => return Response::from_errors(vec![busy.into()]),
    };
    let Prepared { request, kind, name, sequence, audience, .. } = prepared;
    let begun = Instant::now();
    let answer = http.schema.execute(request, http.app.limits.document.complexity);
    let till = http.till.clone();
    let run = async move {
        let answer = answer.await;
        let answer = match audience {
            Some(audience) => audience.written(&till, answer).await,
            None => answer,
        };
        place.give_back();
        answer
    };
    let run = http.app.tracker.spawn(run.in_current_span());
    let mut response = run.await.unwrap_or_else(|err| {
        tracing::error!(error = %err, "An operation did not end well");
        broken()
    });
    sequence.arrange(&mut response.data);
    let ended = match &response {
        refused if never_ran(refused) => Ended::Refused,
        failed if !failed.errors.is_empty() => Ended::WithErrors,
        _ => Ended::Well,
    };
    metrics::operation(name.as_deref(), kind_name(kind), ended, Some(begun.elapsed()));
    response
}

pub fn kind_name(kind: OperationType) -> &'static str {
    match kind {
        OperationType::Query => "query",
        OperationType::Mutation => "mutation",
        OperationType::Subscription => "subscription",
    }
}

/// The answer when something on our side broke.
pub fn broken() -> Response {
    Response::from_errors(Failure::internal().errors)
}

/// Whether the answer is about the request, rather than about what came of it.
pub fn never_ran(response: &Response) -> bool {
    response.data == GraphQLValue::Null
        && !response.errors.is_empty()
        && response.errors.iter().all(|error| error.path.is_empty())
}

/// The errors of a request that never ran: not all of them, when there are many.
pub fn refusals(response: Response) -> Vec<ServerError> {
    guard::shorten(response.errors)
}

/// The JSON of an answer that has data. Without a JSON value in between: that would sort the fields.
pub fn body(response: &Response) -> String {
    count(&response.errors);
    serde_json::to_string(response).unwrap_or_else(|err| {
        tracing::error!(error = %err, "An answer could not be written");
        json!({ "errors": Failure::internal().errors }).to_string()
    })
}

fn map(body: &mut Map<String, Value>, name: &str) -> Result<Map<String, Value>, String> {
    match body.remove(name) {
        None | Some(Value::Null) => Ok(Map::new()),
        Some(Value::Object(map)) => Ok(map),
        Some(_) => Err(format!("`{name}` has to be an object or null.")),
    }
}

fn operation<'a>(
    document: &'a ExecutableDocument,
    name: Option<&str>,
) -> Result<(Option<&'a Name>, &'a OperationDefinition), String> {
    let mut all = document.operations.iter();
    match name {
        Some(name) => all
            .find(|(found, _)| found.is_some_and(|found| found.as_str() == name))
            .map(|(found, operation)| (found, &operation.node))
            .ok_or_else(|| format!("The document has no operation named `{name}`.")),
        None => match (all.next(), all.next()) {
            (Some((found, operation)), None) => Ok((found, &operation.node)),
            (None, _) => Err("The document has no operation.".into()),
            _ => Err("The document has several operations. Say which in `operationName`.".into()),
        },
    }
}

/// The library lets `null` pass for a variable that must have a value, as long as nothing uses it.
fn missing_variables(
    operation: &OperationDefinition,
    values: &Map<String, Value>,
) -> Vec<ServerError> {
    let definitions = operation.variable_definitions.iter().map(|definition| &definition.node);
    definitions
        .filter(|definition| !definition.var_type.node.nullable)
        .filter(|definition| match values.get(definition.name.node.as_str()) {
            None => definition.default_value.is_none(),
            Some(value) => value.is_null(),
        })
        .map(|definition| {
            let message = format!("The variable `${}` needs a value.", definition.name.node);
            let error = ServerError::new(message, Some(definition.name.pos));
            with_code(error, "GRAPHQL_VALIDATION_FAILED")
        })
        .collect()
}
