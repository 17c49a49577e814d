//! Customers who pay by transfer, and the operator at the bank's window who records what comes, in parts,
//! and pays out what is to go back. Both repeat with the same key what was not answered.

use super::clients::{Client, LOOKS_MAX, Wrong, answered};
use super::diary::Told;

/// What comes first.
const PART: &str = "2.00";
/// As the bank calls it.
type Reference = String;

impl Client {
    /// Pays with two transfers, of which the second may be the rest or more.
    pub(super) async fn pay_by_transfer(
        &mut self,
        number: &str,
        name: &str,
        wrong: &mut Wrong,
    ) -> Option<()> {
        let desk = self.desk.clone()?;
        if self.dice.percent(70) {
            let key = format!("announce-{name}");
            if let Err(errors) = answered!(self.caller, pay_by(self, number, "BANK_TRANSFER", &key))
            {
                wrong.push(format!("{number} could not be announced with {key}: {errors}"));
                return Some(());
            }
        }
        let (state, due) = self.record(number, PART, format!("{name}-part"), wrong).await?;
        if state != "PENDING" {
            wrong.push(format!("a part of {number} made it {state}"));
        }
        let more = format!("1{due}");
        let amount = if self.dice.percent(30) { &more } else { &due };
        let (state, due) = self.record(number, amount, format!("{name}-rest"), wrong).await?;
        if (&*state, &*due) != ("SUCCEEDED", "0.00") {
            wrong.push(format!("{number} is {state}, and {due} is due"));
        }
        if self.dice.percent(50) {
            let key = format!("withdraw-{name}");
            if answered!(self.caller, withdraw(self, number, &key)).is_ok() {
                self.diary.write(&Told::Withdrawn { number: number.to_owned() });
            }
        }
        // Whatever goes back: of a withdrawal, and of what was too much.
        for refund in answered!(desk, refunds(self, number)) {
            let key = format!("out-{refund}");
            match answered!(desk, pay_out(self, &refund, &key)) {
                Ok(()) => {
                    let number = number.to_owned();
                    self.diary.write(&Told::PaidOut { number, reference: key.clone() });
                }
                Err(errors) => wrong.push(format!("{number} could not be paid out: {errors}")),
            }
        }
        Some(())
    }

    /// Records a transfer, sometimes more than once: how the payment then stands, and what is due.
    async fn record(
        &mut self,
        number: &str,
        amount: &str,
        reference: Reference,
        wrong: &mut Wrong,
    ) -> Option<(String, String)> {
        let desk = self.desk.clone()?;
        let mut known = None;
        for _ in 0..LOOKS_MAX {
            let recorded = match answered!(desk, record(self, number, amount, &reference)) {
                Ok(recorded) => recorded,
                Err(errors) => {
                    wrong.push(format!("{reference} of {number} could not be recorded: {errors}"));
                    return None;
                }
            };
            let told = Told::Recorded { number: number.to_owned(), reference: reference.clone() };
            self.diary.write(&told);
            if known.as_ref().is_some_and(|before| *before != recorded) {
                wrong.push(format!("{reference} was {known:?}, and then {recorded:?}"));
            }
            known = Some(recorded);
            if self.dice.percent(70) {
                break;
            }
        }
        known
    }
}
