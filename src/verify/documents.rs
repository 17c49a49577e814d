//! Documents that customers have sent in: each row has its file, with the bytes that came.

use sha2::{Digest, Sha256};

use super::{Kept, PAGE, Run, Violation};
use crate::domain::document::{Document, digits};
use crate::storage::{StorageError, documents};

pub(super) async fn check(run: &mut Run<'_>) -> Result<(), StorageError> {
    let mut last = None;
    loop {
        let page = documents::files_after(&run.db, last, PAGE).await?;
        let Some(newest) = page.last() else { return Ok(()) };
        last = Some(newest.id);
        for document in &page {
            if let Some(what) = trouble(run.kept, document).await {
                run.tell(&Violation {
                    check: "documents",
                    subject: format!("document {}", document.id),
                    what,
                    meaning: "nobody can read what the customer has sent in",
                });
            }
            run.report.documents += 1;
            run.listener.looked_at(1);
        }
    }
}

/// What is wrong with its file.
async fn trouble(kept: Kept<'_>, document: &Document) -> Option<String> {
    let name = &document.stored_as;
    let files = match kept {
        Kept::Unasked => return None,
        Kept::Nowhere => return Some(format!("its file {name} is not there: there is no folder")),
        Kept::In(files) => files,
    };
    let bytes = match files.read(name).await {
        Ok(Some(reading)) => reading.whole().await,
        Ok(None) => return Some(format!("its file {name} is not there")),
        Err(error) => Err(error),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => return Some(format!("its file {name} cannot be read: {error}")),
    };
    let (found, size) = (i64::try_from(bytes.len()).unwrap_or(i64::MAX), document.size);
    if found != size {
        return Some(format!("its file {name} has {found} bytes instead of {size}"));
    }
    (digits(&Sha256::digest(&bytes)) != document.sha256)
        .then(|| format!("its file {name} has other bytes than those that came"))
}
