//! ANSWERS. The schema: by feature, each file with its types; failures become messages in `error`.

pub mod balance;
pub mod breaking;
pub mod catalog;
pub mod claim;
pub mod context;
pub mod customer;
pub mod document;
pub mod document_mutation;
pub mod enums;
pub mod error;
pub mod event;
pub mod funds_mutation;
pub mod ids;
pub mod mean_mutation;
pub mod money_list;
pub mod money_mutation;
pub mod mutation;
pub mod node;
pub mod operator_mutation;
pub mod order;
pub mod order_line;
pub mod order_list;
pub mod paging;
pub mod paper;
pub mod pay_payload;
pub mod payment;
pub mod query;
pub mod scalars;
pub mod screen;
pub mod subscription;
pub mod together;
pub mod tracking;
pub mod transfer;
pub mod user_error;
mod user_error_types;
pub mod withdrawal;

use async_graphql::{MergedObject, SchemaBuilder};

use crate::actions::charge::Till;
use crate::auth::links::Links;
use crate::domain::vendor::Vendor;

/// The deepest selection; the standard introspection query goes to 13.
pub const DEPTH_MAX: usize = 15;
/// The most that one document may select, in fields, each as often as its list may repeat it, unless
/// the settings say otherwise.
pub const COMPLEXITY_MAX: usize = 20_000;

/// The mutation that pays, and the one that withdraws: each has a rate of its own.
pub const PAYS: &str = "orderPay";
pub const WITHDRAWS: &str = "orderWithdraw";

/// Mutations that move money: a document may ask for one of them.
pub const MOVES_MONEY: &[&str] = &[
    PAYS,
    WITHDRAWS,
    "orderRefuse",
    "paymentRecord",
    "paymentSettle",
    "refundSettle",
    "refundRetry",
    "refundRecord",
    "customerCredit",
];

/// What can be changed. Whatever moves money takes an idempotency key: the same key and input give
/// the same answer for ever.
#[derive(MergedObject, Default)]
pub struct Mutation(
    mutation::CustomerMutation,
    mean_mutation::MeanMutation,
    operator_mutation::OperatorMutation,
    document_mutation::DocumentMutation,
    money_mutation::MoneyMutation,
    funds_mutation::FundsMutation,
);

pub type Schema = async_graphql::Schema<query::Query, Mutation, subscription::Subscription>;

fn builder(
    complexity_max: usize,
) -> SchemaBuilder<query::Query, Mutation, subscription::Subscription> {
    async_graphql::Schema::build(query::Query, Mutation::default(), subscription::Subscription)
        .register_output_type::<user_error::UserError>()
        .limit_depth(DEPTH_MAX)
        .limit_complexity(complexity_max)
}

/// The schema over a shop. Links to its documents are signed with `links`; `vendor` is who is paid.
pub fn schema(till: Till, links: Links, vendor: Vendor) -> Schema {
    schema_within(till, links, vendor, COMPLEXITY_MAX)
}

/// The same with another limit of what one document may select.
pub fn schema_within(till: Till, links: Links, vendor: Vendor, complexity_max: usize) -> Schema {
    builder(complexity_max).data(till).data(links).data(vendor).finish()
}

/// The schema over nothing: for its text and its introspection.
pub fn bare() -> Schema {
    builder(COMPLEXITY_MAX).finish()
}

/// The schema as text, the same at every call: `schema.graphql`.
pub fn sdl() -> String {
    let options = async_graphql::SDLExportOptions::new().sorted_fields().sorted_enum_items();
    bare().sdl_with_options(options.sorted_arguments().include_specified_by())
}
