//! What a document may be, and what is left of one that may not: nothing.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Bytes, HttpBody};
use buono::app::App;
use hyper::body::Frame;
use reqwest::Body;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::{Counter, JPEG, PDF, PNG, code, told};
use crate::raw_client::PATIENCE;
use crate::served::Served;
use crate::shop::Shop;

/// Of a shop in a test, so that a file over it is not a large one.
const MOST: usize = 64 * 1024;

async fn small(change: impl FnOnce(&mut App)) -> Counter {
    let limits = |app: &mut App| {
        app.limits.upload.bytes = MOST;
        change(app);
    };
    Counter::over(Served::built(Shop::open().await, limits).await)
}

fn file(size: usize) -> Vec<u8> {
    let mut bytes = PNG.to_vec();
    bytes.resize(size, b'.');
    bytes
}

/// A body whose length nobody is told.
struct Unannounced(Vec<u8>);

impl HttpBody for Unannounced {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let length = self.0.len().min(4096);
        let piece: Bytes = self.0.drain(..length).collect();
        Poll::Ready((!piece.is_empty()).then_some(Ok(Frame::data(piece))))
    }
}

fn message(body: &Value) -> &str {
    body["errors"][0]["message"].as_str().expect("a message")
}

#[tokio::test]
async fn a_document_is_as_large_as_the_limit_and_not_a_byte_more() {
    let counter = small(|_| ()).await;
    let anna = counter.shop().anna.clone();
    let (_, requests) = counter.asked(&["IDENTITY"]).await;
    for size in [MOST + 1, 3 * MOST] {
        // With its length in the head, and without.
        let announced = counter.put(&anna, &requests[0]).body(file(size));
        let pieces = Body::wrap(Unannounced(file(size)));
        let streamed = counter.put(&anna, &requests[0]).body(pieces);
        for request in [announced, streamed] {
            let (status, body) = told(request).await;
            assert_eq!((status, code(&body)), (413, "PAYLOAD_TOO_LARGE"));
            assert_eq!(message(&body), "The document is larger than 64 KiB.");
        }
    }
    assert_eq!(counter.kept().await, (Vec::new(), 0));
    counter.sent(&requests[0], &file(MOST)).await;
    counter.close().await;
}

#[tokio::test]
async fn a_document_of_the_largest_size_comes_back_byte_by_byte() {
    let counter = Counter::open().await;
    let (_, requests) = counter.asked(&["OTHER"]).await;
    let bytes: Vec<u8> =
        PDF.iter().copied().chain((0..=u8::MAX).cycle()).take(10 * 1024 * 1024).collect();
    let id = counter.sent(&requests[0], &bytes).await;
    let answer = counter.get(Some(&counter.shop().anna), &format!("/documents/{id}")).await;
    assert_eq!(answer.headers()["content-length"], "10485760");
    assert!(answer.bytes().await.expect("it comes in full") == bytes, "it is another file");
    counter.close().await;
}

#[tokio::test]
async fn what_a_file_is_say_its_first_bytes_and_nobody_else() {
    let counter = Counter::open().await;
    let anna = counter.shop().anna.clone();
    let (_, requests) = counter.asked(&["IDENTITY"]).await;
    let send = |bytes: &'static [u8], said: Option<&'static str>| {
        let request = counter.put(&anna, &requests[0]).body(bytes);
        told(match said {
            Some(said) => request.header("content-type", said),
            None => request,
        })
    };
    for (bytes, said) in [
        (b"<script>alert(1)</script>".as_slice(), None),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\">", Some("image/png")),
        (b"GIF89a and more", Some("image/gif")),
        (b"PK\x03\x04 and more", Some("application/pdf")),
        (b"  %PDF-1.7", Some("application/pdf")),
        (b"%PDF", None),
        (PNG, Some("image/jpeg")),
        (PDF, Some("text/html")),
        (JPEG, Some("multipart/form-data; boundary=x")),
        (JPEG, Some("")),
    ] {
        let (status, body) = send(bytes, said).await;
        assert_eq!((status, code(&body)), (415, "UNSUPPORTED_MEDIA_TYPE"), "{said:?}");
    }
    let coded = counter.put(&anna, &requests[0]).header("content-encoding", "gzip").body(PNG);
    assert_eq!(told(coded).await.0, 415);
    let (status, body) = send(b"", None).await;
    assert_eq!((status, code(&body)), (400, "BAD_REQUEST"));
    assert_eq!(counter.kept().await, (Vec::new(), 0));

    for (bytes, said) in [
        (PNG, Some("image/png")),
        (JPEG, Some("image/jpg")),
        (PDF, Some("Application/PDF; charset=binary")),
        (b"%PDF-", Some("application/octet-stream")),
    ] {
        assert_eq!(send(bytes, said).await.0, 201, "{said:?}");
    }
    counter.close().await;
}

#[tokio::test]
async fn a_request_takes_five_files() {
    let counter = Counter::open().await;
    let (number, requests) = counter.asked(&["IDENTITY"]).await;
    for at in 0..5 {
        counter.sent(&requests[0], &[PNG, &[at]].concat()).await;
    }
    let (status, body) = counter.send(&requests[0], PDF).await;
    assert_eq!((status, code(&body)), (409, "TOO_MANY_DOCUMENTS"));
    let again = counter.send(&requests[0], &[PNG, &[3]].concat()).await;
    assert_eq!(again.0, 200, "one of the five once more");
    let seen = counter.seen(&counter.shop().anna, &number).await;
    let files = seen["documentRequests"][0]["documents"].as_array().expect("a list");
    assert_eq!((files.len(), counter.kept().await.0.len()), (5, 5));
    counter.close().await;
}

/// The head of a request, and no more of its body than that.
async fn begin(counter: &Counter, request: &str, length: usize, begun: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(counter.server.address).await.expect("it listens");
    let token = counter.server.token(&counter.shop().anna);
    let head = format!(
        "PUT /documents/{request} HTTP/1.1\r\nhost: shop.test\r\nauthorization: Bearer {token}\r\n\
         content-length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.expect("it is sent");
    stream.write_all(begun).await.expect("it is sent");
    stream
}

/// Looks until it is so.
async fn until(counter: &Counter, is_so: impl Fn(&[String]) -> bool) {
    let look = async {
        while !is_so(&counter.kept().await.0) {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, look).await.expect("it comes to that");
}

#[tokio::test]
async fn a_connection_that_is_cut_leaves_nothing() {
    let counter = Counter::open().await;
    let (number, requests) = counter.asked(&["IDENTITY"]).await;
    let stream = begin(&counter, &requests[0], 1_000_000, &file(300_000)).await;
    until(&counter, |names| names.len() == 1).await;
    drop(stream);
    until(&counter, <[String]>::is_empty).await;
    assert_eq!(counter.kept().await, (Vec::new(), 0));
    let seen = counter.seen(&counter.shop().anna, &number).await;
    assert_eq!(seen["documentRequests"][0]["status"], "OPEN");
    // And she sends it again.
    counter.sent(&requests[0], &file(1_000_000)).await;
    assert_eq!(counter.kept().await.0.len(), 1);
    counter.close().await;
}

#[tokio::test]
async fn one_that_comes_too_slowly_is_ended() {
    let counter = small(|app| app.limits.upload.time = Duration::from_millis(50)).await;
    let (_, requests) = counter.asked(&["IDENTITY"]).await;
    let mut stream = begin(&counter, &requests[0], 1_000, PNG).await;
    let mut answer = Vec::new();
    let read = timeout(2 * PATIENCE, stream.read_to_end(&mut answer)).await;
    read.expect("it is answered").expect("it is read");
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains("REQUEST_TIMEOUT") && answer.contains("within 0.05 s"), "{answer}");
    assert_eq!(counter.kept().await, (Vec::new(), 0));
    counter.close().await;
}

#[tokio::test]
async fn so_many_of_one_customer_and_others_are_not_kept_out() {
    let counter = small(|app| app.limits.upload.per_customer = 1).await;
    let (_, requests) = counter.asked(&["IDENTITY"]).await;
    let first = begin(&counter, &requests[0], 1_000, PNG).await;
    until(&counter, |names| names.len() == 1).await;
    let (status, body) = counter.send(&requests[0], PDF).await;
    assert_eq!((status, code(&body)), (429, "TOO_MANY_CONNECTIONS"));
    // Bruno is kept from it only by its not being his.
    let (status, _) = told(counter.put(&counter.shop().bruno, &requests[0]).body(PDF)).await;
    assert_eq!(status, 404);
    drop(first);
    until(&counter, <[String]>::is_empty).await;
    counter.close().await;
}

#[tokio::test]
async fn so_many_at_once_and_the_next_is_told_to_come_back() {
    let counter = small(|app| app.limits.upload.at_once = 1).await;
    let (_, requests) = counter.asked(&["IDENTITY"]).await;
    let first = begin(&counter, &requests[0], 1_000, PNG).await;
    until(&counter, |names| names.len() == 1).await;
    let second = counter.put(&counter.shop().anna, &requests[0]).body(PDF);
    let response = second.send().await.expect("it answers");
    assert_eq!(response.status(), 503);
    assert!(response.headers().contains_key("retry-after"));
    drop(first);
    until(&counter, <[String]>::is_empty).await;
    let again = async { while counter.send(&requests[0], PDF).await.0 != 201 {} };
    timeout(PATIENCE, again).await.expect("the place is free");
    counter.close().await;
}
