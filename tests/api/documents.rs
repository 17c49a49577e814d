//! Documents that were asked for: sent in, read, and reviewed, from outside.

mod keeping;
mod limits;
mod racing;
mod reading;
mod reviewing;
mod sending;
mod sweeping;

use buono::actions::Stop;
use buono::actions::receive_document::{ReceiveDocument, ReceiveRefusal, Received};
use buono::domain::actor::{Actor, Reach};
use buono::domain::document::{Document, FileType};
use buono::domain::ids::DocumentId;
use buono::graphql::ids::NodeId;
use buono::storage::documents;
use reqwest::{Client, RequestBuilder, Response};
use serde_json::{Value, json};

use crate::served::Served;
use crate::shop::Shop;

/// The smallest that is taken for what it says.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\nand what is in it";
pub const PDF: &[u8] = b"%PDF-1.7\nand what is in it";
pub const JPEG: &[u8] = b"\xff\xd8\xff\xe0and what is in it";

/// A shop that listens, and where one is asked for documents.
pub struct Counter {
    pub server: Served,
    http: Client,
}

impl Counter {
    pub async fn open() -> Self {
        Self::over(Served::over(Shop::open().await).await)
    }

    pub async fn open_on_postgres() -> Self {
        Self::over(Served::over(Shop::open_on_postgres().await).await)
    }

    pub fn over(server: Served) -> Self {
        Self { server, http: Client::new() }
    }

    pub fn shop(&self) -> &Shop {
        &self.server.shop
    }

    /// An order of anna's, and the global ids of what she is asked for.
    pub async fn asked(&self, kinds: &[&str]) -> (String, Vec<String>) {
        asked(self.shop(), kinds).await
    }

    pub fn put(&self, actor: &Actor, request: &str) -> RequestBuilder {
        let url = format!("http://{}/documents/{request}", self.server.address);
        self.http.put(url).bearer_auth(self.server.token(actor))
    }

    /// Anna sends a file, and is answered.
    pub async fn send(&self, request: &str, bytes: &[u8]) -> (u16, Value) {
        told(self.put(&self.shop().anna, request).body(bytes.to_vec())).await
    }

    /// The id of a file that anna sends, and that is new.
    pub async fn sent(&self, request: &str, bytes: &[u8]) -> String {
        let (status, body) = self.send(request, bytes).await;
        assert_eq!(status, 201, "{body}");
        body["id"].as_str().expect("an id").to_owned()
    }

    pub async fn get(&self, actor: Option<&Actor>, path: &str) -> Response {
        let request = self.http.get(format!("http://{}{path}", self.server.address));
        let request = match actor {
            Some(actor) => request.bearer_auth(self.server.token(actor)),
            None => request,
        };
        request.send().await.expect("it answers")
    }

    /// What anna, or another, sees of her requests.
    pub async fn seen(&self, actor: &Actor, number: &str) -> Value {
        let document = "query($number: String!) { order(number: $number) { status \
             actions(language: \"en\") { kind available reason } \
             documentRequests { id kind status message dueAt uploadUrl \
             documents { id fileName contentType size uploadedAt downloadUrl } } \
             events(first: 3) { nodes { kind detail } } } }";
        let data = self.shop().data(actor, document, json!({ "number": number })).await;
        data["order"].clone()
    }

    /// The files there are, and how many rows name one.
    pub async fn kept(&self) -> (Vec<String>, usize) {
        kept(self.shop()).await
    }

    /// What anna is asked for by this id, as it is now.
    pub async fn request(&self, number: &str, id: &str) -> Value {
        let seen = self.seen(&self.shop().anna, number).await;
        let all = seen["documentRequests"].as_array().expect("a list").clone();
        all.into_iter().find(|it| it["id"] == id).expect("it is one of them")
    }

    pub async fn review(&self, actor: &Actor, input: Value) -> Value {
        let document = "mutation($input: DocumentReviewInput!) { documentReview(input: $input) { \
             order { status } errors { __typename ... on UserError { message path } } } }";
        self.shop().ask(Some(actor), document, json!({ "input": input })).await
    }

    pub async fn close(self) {
        self.server.stop().await;
    }
}

/// An order of anna's, paid, and the global ids of what she is asked for.
pub async fn asked(shop: &Shop, kinds: &[&str]) -> (String, Vec<String>) {
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    let key = uuid::Uuid::new_v4().to_string();
    let placed = shop.place(&shop.anna, "vps-starter", &key).await;
    let number = placed["order"]["number"].as_str().expect("a number").to_owned();
    shop.pay(&shop.anna, &number, &key).await;
    let document = "mutation($input: OrderRequestDocumentsInput!) { \
         orderRequestDocuments(input: $input) { order { documentRequests { id kind } } \
         errors { __typename } } }";
    let wanted: Vec<Value> = kinds.iter().map(|kind| json!({ "kind": kind })).collect();
    let input = json!({ "number": number, "documents": wanted });
    let data = shop.data(&shop.marco, document, json!({ "input": input })).await;
    let requests = &data["orderRequestDocuments"]["order"]["documentRequests"];
    let requests = requests.as_array().expect("a list");
    let asked: Vec<&Value> = requests.iter().map(|it| &it["kind"]).collect();
    assert_eq!(asked, kinds, "as they were asked for");
    let id = |request: &Value| request["id"].as_str().expect("an id").to_owned();
    (number, requests.iter().map(id).collect())
}

/// The global id of a file that has come for the request, without a server.
pub async fn received(shop: &Shop, actor: &Actor, request: &str, name: &str) -> String {
    let id = DocumentId::new(shop.clock.now());
    receive(shop, actor, request, (id, name)).await.expect("it is taken");
    NodeId::Document(id).encode().to_string()
}

/// Writes down a file that nobody has kept.
pub async fn receive(
    shop: &Shop,
    actor: &Actor,
    request: &str,
    (id, name): (DocumentId, &str),
) -> Result<Received, Stop<ReceiveRefusal>> {
    let Ok(NodeId::DocumentRequest(request_id)) = NodeId::decode(request) else {
        panic!("{request} is no request")
    };
    let customer = actor.customer_id().expect("a customer sends");
    let db = shop.till.changes.store.read();
    let found = documents::find(db, Reach::Own(customer), request_id).await.expect("it is read");
    let document = Document {
        id,
        request_id,
        order_id: found.expect("it is theirs").order_id,
        file_name: name.into(),
        file_type: FileType::Png,
        size: 24,
        sha256: format!("of {id}"),
        stored_as: id.to_string(),
        uploaded_at: shop.clock.now(),
    };
    let action = ReceiveDocument { customer, reference: actor.name().into(), document };
    shop.till.changes.make(&action).await
}

pub async fn kept(shop: &Shop) -> (Vec<String>, usize) {
    let rows = documents::files_after(shop.till.changes.store.read(), None, 100).await;
    let names = shop.files.names().await.expect("they are listed");
    (names, rows.expect("they are read").len())
}

/// The status and the JSON of an answer.
pub async fn told(request: RequestBuilder) -> (u16, Value) {
    let response = request.send().await.expect("it answers");
    let status = response.status().as_u16();
    (status, response.json().await.expect("every answer is JSON"))
}

/// The code of the one error.
pub fn code(body: &Value) -> &str {
    body["errors"][0]["extensions"]["code"].as_str().expect("a code")
}

/// The path and query of an address of the shop.
pub fn path(url: &Value) -> &str {
    url.as_str().and_then(|it| it.strip_prefix("http://shop.test")).expect("it is of this shop")
}
