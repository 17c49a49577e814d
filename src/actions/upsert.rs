//! Writing customers, plans and vouchers: new, or as they are now.

use super::texts::{NAME_MAX, line};
use super::{Action, Policy, Problem, Stop, refuse};
use crate::domain::actor::{Actor, Reach};
use crate::domain::audit::{Deed, Verb};
use crate::domain::catalog::{Plan, Voucher};
use crate::domain::customer::{Billing, Customer, DEFERRED_DAYS};
use crate::domain::writing::{is_country, is_email, is_language_tag};
use crate::storage::catalog::Written;
use crate::storage::{StorageError, Tx, catalog, customers};

/// The longest reference of a customer, in characters.
pub const REFERENCE_MAX: usize = 64;
/// Lines of an address at most.
pub const ADDRESS_LINES_MAX: usize = 6;
/// The longest VAT number, in characters.
pub const VAT_NUMBER_MAX: usize = 32;

pub struct UpsertCustomer {
    pub actor: Actor,
    pub customer: Customer,
}

impl Action for UpsertCustomer {
    type Done = Customer;
    type Refusal = Vec<Problem>;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<Customer, Stop<Vec<Problem>>> {
        let problems = problems(&self.customer);
        if !problems.is_empty() {
            return refuse(problems);
        }
        let id = customers::upsert(tx, &trimmed(&self.customer)).await?;
        let customer = customers::find(tx.db(), Reach::Own(id), id).await?;
        Ok(customer.ok_or(StorageError::Stale)?)
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        Deed::of(&self.actor, Verb::CustomerUpsert, done.reference.as_str())
    }
}

/// What has to be put right before this customer can be written: everything at once.
pub fn problems(customer: &Customer) -> Vec<Problem> {
    let mut problems = Vec::new();
    let reference = &customer.reference;
    if !(1..=REFERENCE_MAX).contains(&reference.len())
        || !reference.bytes().all(|byte| byte.is_ascii_graphic())
    {
        let message = format!(
            "A reference has 1 to {REFERENCE_MAX} letters, digits or signs of ASCII, without spaces."
        );
        problems.push(Problem::invalid(&["reference"], message));
    }
    problems.extend(line(&["name"], "A name", &customer.name, NAME_MAX).err());
    problems.extend(bad_email(&["email"], &customer.email));
    problems.extend(bad_country(&["country"], &customer.country));
    if !is_language_tag(&customer.language) {
        let message = "A language is a tag as BCP 47 has it: it, or de-AT.";
        problems.push(Problem::invalid(&["language"], message));
    }
    problems.extend(bad_agreement(customer));
    problems.extend(billing_problems(customer));
    problems
}

fn bad_agreement(customer: &Customer) -> Option<Problem> {
    let days = customer.deferred_days?;
    let path = ["deferredDays"];
    if !DEFERRED_DAYS.contains(&days) {
        let message = "An agreement on paying later is for 30, 45 or 60 days.";
        return Some(Problem::invalid(&path, message));
    }
    let message = "Only public administrations and companies can agree on paying later.";
    (!customer.kind.may_defer()).then(|| Problem::invalid(&path, message))
}

/// What billing has in common with the account is looked at there: it may only be its default.
fn billing_problems(customer: &Customer) -> Vec<Problem> {
    let mut problems = Vec::new();
    let billing = &customer.billing;
    if billing.name != customer.name {
        problems.extend(line(&["billing", "name"], "A name", &billing.name, NAME_MAX).err());
    }
    if ADDRESS_LINES_MAX < billing.address.len() {
        let message = format!("An address has at most {ADDRESS_LINES_MAX} lines.");
        problems.push(Problem::invalid(&["billing", "address"], message));
    }
    for (at, text) in billing.address.iter().enumerate().take(ADDRESS_LINES_MAX) {
        let path = ["billing", "address", &at.to_string()];
        problems.extend(line(&path, "A line of an address", text, NAME_MAX).err());
    }
    if billing.country != customer.country {
        problems.extend(bad_country(&["billing", "country"], &billing.country));
    }
    if let Some(number) = &billing.vat_number {
        let path = ["billing", "vatNumber"];
        problems.extend(line(&path, "A VAT number", number, VAT_NUMBER_MAX).err());
    }
    if billing.email != customer.email {
        problems.extend(bad_email(&["billing", "email"], &billing.email));
    }
    problems
}

fn bad_email(path: &[&str], text: &str) -> Option<Problem> {
    let message = "This is not an e-mail address. Write it like anna@example.org.";
    (!is_email(text)).then(|| Problem::invalid(path, message))
}

fn bad_country(path: &[&str], text: &str) -> Option<Problem> {
    let message = "A country is two capital letters, as ISO 3166-1 has them: IT.";
    (!is_country(text)).then(|| Problem::invalid(path, message))
}

/// The customer as it is kept: without the spaces around what somebody typed.
fn trimmed(customer: &Customer) -> Customer {
    let trim = |text: &String| text.trim().to_owned();
    let billing = &customer.billing;
    Customer {
        name: trim(&customer.name),
        email: trim(&customer.email),
        billing: Billing {
            name: trim(&billing.name),
            address: billing.address.iter().map(trim).collect(),
            country: billing.country.clone(),
            vat_number: billing.vat_number.as_ref().map(trim),
            email: trim(&billing.email),
        },
        ..customer.clone()
    }
}

pub struct UpsertPlan {
    pub plan: Plan,
}

impl Action for UpsertPlan {
    type Done = Written;
    type Refusal = std::convert::Infallible;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<Written, Stop<Self::Refusal>> {
        Ok(catalog::upsert(tx, &self.plan).await?)
    }

    fn deed(&self, _: &Self::Done) -> Option<Deed> {
        None
    }
}

pub struct UpsertVoucher {
    pub voucher: Voucher,
}

impl Action for UpsertVoucher {
    type Done = ();
    type Refusal = std::convert::Infallible;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<(), Stop<Self::Refusal>> {
        Ok(catalog::upsert_voucher(tx, &self.voucher).await?)
    }

    fn deed(&self, (): &()) -> Option<Deed> {
        None
    }
}
