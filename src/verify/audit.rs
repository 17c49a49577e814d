//! The audit log: each row carries the hash of the one before.

use super::{PAGE, Run, Violation};
use crate::domain::audit::{Chain, Damage};
use crate::storage::{StorageError, audit};

const CHECK: &str = "audit";

pub(super) async fn check(run: &mut Run<'_>) -> Result<(), StorageError> {
    let mut chain = Chain::new(run.anchor);
    let mut last = 0;
    loop {
        let rows = audit::after(&run.db, last, PAGE).await?;
        let Some((newest, _)) = rows.last() else { break };
        last = *newest;
        for (id, row) in &rows {
            for damage in chain.next(row) {
                run.tell(&violation(*id, damage));
            }
        }
        let count = rows.len() as u64;
        run.report.audit_rows += count;
        run.listener.looked_at(count);
    }
    if !chain.passed_anchor {
        let anchor = run.anchor.unwrap_or_default();
        run.tell(&Violation {
            check: CHECK,
            subject: "audit log".into(),
            what: format!("no row has the hash {anchor}"),
            meaning: "rows were removed from its end, or all of it was written anew",
        });
    }
    run.report.audit_head = chain.head;
    Ok(())
}

fn violation(id: i64, damage: Damage) -> Violation {
    let (what, meaning) = match damage {
        Damage::Changed => {
            ("its hash is not that of what it says", "it was changed after it was written")
        }
        Damage::Unlinked => (
            "it does not follow the row before it",
            "a row between them was removed, or one of them was changed, put in or moved",
        ),
    };
    Violation { check: CHECK, subject: format!("audit row {id}"), what: what.into(), meaning }
}
