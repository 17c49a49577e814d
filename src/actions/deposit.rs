//! What has come by bank transfers: it is held until it is all that is due, and pays the order then. What
//! the order has no use for goes back.

use super::Policy;
use super::settle::apply;
use crate::domain::ids::PaymentId;
use crate::domain::order::{By, Order};
use crate::domain::payment::{MethodKind, Payment, PaymentState};
use crate::payments::Outcome;
use crate::storage::{StorageError, Tx, payments};

/// A payment by transfer that its customer did not announce.
pub(super) async fn unannounced(
    tx: &Tx,
    order: &Order,
    amount: i64,
    surplus: bool,
) -> Result<Payment, StorageError> {
    let (id, key) = (PaymentId::new(tx.now), uuid::Uuid::new_v4().to_string());
    let amount = order.money(amount);
    let payment = Payment {
        state: PaymentState::Pending,
        surplus,
        ..Payment::begun(id, order, MethodKind::BankTransfer, amount, key, tx.now)
    };
    payments::insert(tx, &payment).await?;
    Ok(payment)
}

/// Makes a payment of what is held. The order is saved.
pub(super) async fn pay_with(
    (tx, policy): (&Tx, &Policy),
    order: &mut Order,
    payment: &mut Payment,
    by: By,
) -> Result<(), StorageError> {
    let reference = format!("transfer_{}", payment.id);
    let outcome = Outcome::Succeeded { reference, amount: payment.amount };
    apply(tx, policy, order, payment, Some(&outcome), by).await
}

/// Gives back what is held, if the order awaits no money any more. The order is saved if there was any.
pub(super) async fn give_back_held(
    (tx, policy): (&Tx, &Policy),
    order: &mut Order,
    by: By,
) -> Result<Option<Payment>, StorageError> {
    if order.received == 0 || order.awaits_money() {
        return Ok(None);
    }
    let mut payment = unannounced(tx, order, order.received, true).await?;
    pay_with((tx, policy), order, &mut payment, by).await?;
    Ok(Some(payment))
}
