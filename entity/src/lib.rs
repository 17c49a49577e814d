//! The tables: columns only, one file each. The rules are in the migrations' constraints and in
//! Buono's `domain`; rows become domain values in its `storage`.

pub mod audit;
pub mod balance;
pub mod credit;
pub mod customer;
pub mod document;
pub mod document_request;
pub mod gateway_event;
pub mod internal_note;
pub mod ledger_entry;
pub mod order_claim;
pub mod order_event;
pub mod order_line;
pub mod orders;
pub mod outbox;
pub mod payment;
pub mod payment_mean;
pub mod plan;
pub mod plan_price;
pub mod refund;
pub mod transfer;
pub mod voucher;
pub mod withdrawal;
pub mod withdrawal_line;
