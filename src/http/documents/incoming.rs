//! The bytes of a file on their way in: looked at, counted and kept as they come.

use axum::body::{BodyDataStream, Bytes};
use axum::http::{HeaderMap, StatusCode, header, request::Parts};
use futures_util::StreamExt;
use sha2::{Digest, Sha256};
use tokio::time::{Instant, timeout_at};

use super::super::UploadLimits;
use super::super::failure::Failure;
use super::super::serve::Progress;
use crate::domain::document::{FileType, digits};
use crate::files::{Files, Writing};

/// A file that is where it is kept.
pub struct Arrived {
    pub file_type: FileType,
    pub size: usize,
    pub sha256: String,
}

pub struct Incoming<'a> {
    limits: UploadLimits,
    parts: &'a Parts,
    size: usize,
    digest: Sha256,
    /// The first bytes, until there are enough of them to tell what they are.
    head: Vec<u8>,
    file_type: Option<FileType>,
    writing: Option<Writing>,
}

impl<'a> Incoming<'a> {
    pub fn new(limits: UploadLimits, parts: &'a Parts) -> Self {
        let (digest, head) = (Sha256::new(), Vec::new());
        Self { limits, parts, size: 0, digest, head, file_type: None, writing: None }
    }

    /// Keeps what comes under this name. What does not come in full, or is refused, leaves nothing.
    pub async fn keep(
        mut self,
        content: &mut BodyDataStream,
        files: &Files,
        name: &str,
    ) -> Result<Arrived, Failure> {
        let read = self.read(content, files, name).await;
        let writing = self.writing.take();
        match (read, self.file_type, writing) {
            (Ok(()), Some(file_type), Some(writing)) => {
                writing.finish().await.map_err(|error| not_kept(&error))?;
                let sha256 = digits(&self.digest.finalize());
                Ok(Arrived { file_type, size: self.size, sha256 })
            }
            (read, _, writing) => {
                if let Some(writing) = writing
                    && let Err(error) = writing.give_up().await
                {
                    tracing::warn!(%error, "a file that did not come in full could not be removed");
                }
                Err(read.err().unwrap_or_else(not_a_document))
            }
        }
    }

    async fn read(
        &mut self,
        content: &mut BodyDataStream,
        files: &Files,
        name: &str,
    ) -> Result<(), Failure> {
        self.announced()?;
        let until = Instant::now() + self.limits.time;
        loop {
            let next = timeout_at(until, content.next()).await;
            match next.map_err(|_| too_slow(self.limits))? {
                Some(Ok(bytes)) => self.take(bytes, files, name).await?,
                Some(Err(_)) => {
                    return Err(Failure::bad_request("The document did not arrive in full."));
                }
                None if self.size == 0 => {
                    return Err(Failure::bad_request("There is nothing in this file."));
                }
                None if self.writing.is_none() => return self.begin(files, name).await,
                None => return Ok(()),
            }
        }
    }

    /// What the headers say is looked at before anything is read.
    fn announced(&self) -> Result<(), Failure> {
        let headers = &self.parts.headers;
        let length = text(headers, header::CONTENT_LENGTH).and_then(|it| it.parse::<usize>().ok());
        if length.is_some_and(|it| self.limits.bytes < it) {
            return Err(too_large(self.limits));
        }
        if text(headers, header::CONTENT_ENCODING).is_some_and(|it| it != "identity") {
            return Err(not_a_document());
        }
        Ok(())
    }

    async fn take(&mut self, bytes: Bytes, files: &Files, name: &str) -> Result<(), Failure> {
        if let Some(progress) = self.parts.extensions.get::<Progress>() {
            progress.made();
        }
        self.size += bytes.len();
        if self.limits.bytes < self.size {
            return Err(too_large(self.limits));
        }
        self.digest.update(&bytes);
        if let Some(writing) = &mut self.writing {
            return writing.put(bytes).await.map_err(|error| not_kept(&error));
        }
        self.head.extend_from_slice(&bytes);
        if self.head.len() < FileType::HEAD_BYTES {
            return Ok(());
        }
        self.begin(files, name).await
    }

    /// Nothing is written before it is known to be something that we keep.
    async fn begin(&mut self, files: &Files, name: &str) -> Result<(), Failure> {
        let file_type = FileType::of(&self.head).ok_or_else(not_a_document)?;
        if !says(&self.parts.headers, file_type) {
            let message = format!(
                "The bytes of this file are of the type `{}`, and its Content-Type says otherwise. \
                 Leave the header out, or correct it.",
                file_type.name()
            );
            return Err(unsupported(message));
        }
        let mut writing = files.write(name).await.map_err(|error| not_kept(&error))?;
        let put = writing.put(Bytes::from(std::mem::take(&mut self.head))).await;
        self.file_type = Some(file_type);
        self.writing = Some(writing);
        put.map_err(|error| not_kept(&error))
    }
}

/// Whether the sender says the same, or nothing in particular.
fn says(headers: &HeaderMap, file_type: FileType) -> bool {
    if headers.get(header::CONTENT_TYPE).is_none() {
        return true;
    }
    let said = text(headers, header::CONTENT_TYPE).unwrap_or_default();
    let said = said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    said == file_type.name()
        || said == "application/octet-stream"
        || (said == "image/jpg" && file_type == FileType::Jpeg)
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

fn too_large(limits: UploadLimits) -> Failure {
    let message = format!("The document is larger than {} KiB.", limits.bytes / 1024);
    Failure::new(StatusCode::PAYLOAD_TOO_LARGE, "PAYLOAD_TOO_LARGE", message)
}

fn too_slow(limits: UploadLimits) -> Failure {
    let message = format!("The document did not arrive within {} s.", limits.time.as_secs_f64());
    Failure::new(StatusCode::REQUEST_TIMEOUT, "REQUEST_TIMEOUT", message)
}

fn not_a_document() -> Failure {
    unsupported("Send a PDF, JPEG or PNG file as it is. What counts is its first bytes.".into())
}

fn unsupported(message: String) -> Failure {
    Failure::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", message)
}

fn not_kept(error: &object_store::Error) -> Failure {
    tracing::error!(%error, "a document could not be kept");
    Failure::internal()
}
