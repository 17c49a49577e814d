//! Where a bank transfer goes, for whoever is going to make one; and those that have arrived.

use async_graphql::SimpleObject;

use super::scalars::{DateTime, Money};
use crate::domain::order::Order;
use crate::domain::transfer::Transfer;
use crate::domain::vendor::Vendor;
use crate::paper::transfer_code;

/// A bank transfer as the customer has to make it: of exactly this amount, with exactly this reference.
#[derive(SimpleObject)]
pub struct BankTransfer {
    /// Who gets the money.
    payee: String,
    /// The account, as ISO 13616 prints it: in groups of four.
    iban: String,
    /// How much.
    amount: Money,
    /// What it is for: the order's number.
    reference: String,
    /// What a banking app reads all of it from; null where its guideline has no code.
    qr_code: Option<QrCode>,
}

/// A QR code for a SEPA credit transfer (EPC069-12, version 2), to be drawn as an SVG.
#[derive(SimpleObject)]
pub struct QrCode {
    /// Width and height of the drawing in modules, the white border of four included.
    size: usize,
    /// The dark modules, as the path of an SVG: a square of one unit each.
    path: String,
}

/// A bank transfer that has arrived for an order.
#[derive(SimpleObject)]
pub struct ReceivedTransfer {
    /// What the bank calls it.
    reference: String,
    /// How much has arrived.
    amount: Money,
    /// When it arrived.
    received_at: DateTime,
}

impl From<Transfer> for ReceivedTransfer {
    fn from(it: Transfer) -> Self {
        Self {
            reference: it.reference,
            amount: Money(it.amount),
            received_at: DateTime(it.received_at),
        }
    }
}

/// `None` where nothing is due, and where the vendor has no account for transfers.
pub fn transfer(order: &Order, vendor: &Vendor) -> Option<BankTransfer> {
    let amount = order.amount_due();
    let iban = vendor.iban.as_ref().filter(|_| 0 < amount.minor)?;
    let reference = order.number.as_str();
    let code = transfer_code(vendor, amount, reference);
    Some(BankTransfer {
        payee: vendor.name.clone(),
        iban: iban.to_string(),
        amount: Money(amount),
        reference: reference.to_owned(),
        qr_code: code.map(|it| QrCode { size: it.size, path: it.path }),
    })
}
