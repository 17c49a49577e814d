//! The ledger as a whole: as much on one side as on the other, and nothing that belongs to nothing.

use std::collections::{BTreeMap, HashSet};

use uuid::Uuid;

use super::{PAGE, Run, Violation};
use crate::storage::{StorageError, ledger};

const CHECK: &str = "ledger";

pub(super) async fn check(run: &mut Run<'_>) -> Result<(), StorageError> {
    let mut last = 0;
    // Wider than the amounts, lest the sums overflow: debits and credits of each currency.
    let mut sums: BTreeMap<String, (i128, i128)> = BTreeMap::new();
    loop {
        let rows = ledger::after(&run.db, last, PAGE).await?;
        let Some(newest) = rows.last() else { break };
        last = newest.id;
        let sources: HashSet<Uuid> = rows.iter().map(|row| row.source).collect();
        let sources: Vec<Uuid> = sources.into_iter().collect();
        let known: HashSet<Uuid> = ledger::known(&run.db, &sources).await?.into_iter().collect();
        for row in &rows {
            if !known.contains(&row.source) {
                run.tell(&Violation {
                    check: CHECK,
                    subject: format!("ledger row {}", row.id),
                    what: "it books a payment, a refund, a credit or a transfer that is not there"
                        .into(),
                    meaning: "what it books was removed, or the row was put in",
                });
            }
            let (debit, credit) = sums.entry(row.currency.clone()).or_default();
            *if row.is_debit { debit } else { credit } += i128::from(row.amount);
        }
        let count = rows.len() as u64;
        run.report.ledger_rows += count;
        run.listener.looked_at(count);
    }
    for (currency, (debit, credit)) in
        sums.into_iter().filter(|(_, (debit, credit))| debit != credit)
    {
        run.tell(&Violation {
            check: CHECK,
            subject: format!("ledger in {currency}"),
            what: format!("its debits are {debit} and its credits {credit}, in minor units"),
            meaning: "rows were removed, changed or put in",
        });
    }
    Ok(())
}
