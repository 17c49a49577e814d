//! The audit log as a JSON object a line, with its hashes, for whoever checks or keeps it elsewhere.

use std::io::Write;

use chrono::SecondsFormat;
use serde_json::json;

use super::Broken;
use crate::storage::{Store, audit};

/// Rows that are held at a time.
pub const ROWS_PER_PAGE: u64 = 1_000;

/// Writes every row, the oldest first, and tells of every page. Answers how many there were.
pub async fn audit_log(
    store: &Store,
    mut out: impl Write,
    told: impl Fn(u64),
) -> Result<u64, Broken> {
    let (mut last, mut count) = (0, 0);
    loop {
        let rows = audit::after(store.read(), last, ROWS_PER_PAGE).await?;
        let Some((newest, _)) = rows.last() else { break };
        last = *newest;
        for (id, row) in &rows {
            let line = json!({
                "id": id,
                "at": row.at.to_rfc3339_opts(SecondsFormat::Micros, true),
                "actorKind": row.actor_kind,
                "actor": row.actor,
                "action": row.action,
                "subject": row.subject,
                "detail": row.detail,
                "previousHash": row.previous_hash,
                "hash": row.hash,
            });
            writeln!(out, "{line}")?;
        }
        out.flush()?;
        let written = rows.len() as u64;
        count += written;
        told(written);
    }
    Ok(count)
}
