//! Writing customers, plans and vouchers: new, or as they are now.

use super::{Action, Policy, Problem, Stop, refuse};
use crate::domain::actor::Reach;
use crate::domain::catalog::{Plan, Voucher};
use crate::domain::customer::Customer;
use crate::storage::catalog::Written;
use crate::storage::{StorageError, Tx, catalog, customers};

/// The longest reference of a customer, in characters.
pub const REFERENCE_MAX: usize = 64;
/// The longest name or line of an address, in characters.
pub const LINE_MAX: usize = 200;
/// Lines of an address at most.
pub const ADDRESS_LINES_MAX: usize = 6;
/// The longest language tag, in bytes: RFC 5646 asks for no more.
pub const LANGUAGE_BYTES_MAX: usize = 35;

pub struct UpsertCustomer {
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
        let id = customers::upsert(tx, &self.customer).await?;
        let customer = customers::find(tx.db(), Reach::Own(id), id).await?;
        Ok(customer.ok_or(StorageError::Stale)?)
    }
}

fn problems(customer: &Customer) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut check = |holds: bool, path: &[&str], message: String| {
        if !holds {
            problems.push(Problem::invalid(path, message));
        }
    };
    let short = |text: &str, most: usize| (1..=most).contains(&text.chars().count());
    let billing = &customer.billing;
    check(
        short(&customer.reference, REFERENCE_MAX)
            && customer.reference.bytes().all(|byte| byte.is_ascii_graphic()),
        &["reference"],
        format!("A reference has 1 to {REFERENCE_MAX} letters, digits or signs, without spaces."),
    );
    check(
        short(&customer.name, LINE_MAX),
        &["name"],
        format!("A name has 1 to {LINE_MAX} characters."),
    );
    check(is_email(&customer.email), &["email"], "This is not an e-mail address.".into());
    check(
        is_country(&customer.country),
        &["country"],
        "A country is two capital letters, as ISO 3166-1 has them: IT.".into(),
    );
    check(
        is_language(&customer.language),
        &["language"],
        "A language is written as BCP 47 has it: it, or de-AT.".into(),
    );
    check(
        short(&billing.name, LINE_MAX),
        &["billing", "name"],
        format!("A name has 1 to {LINE_MAX} characters."),
    );
    check(
        billing.address.len() <= ADDRESS_LINES_MAX
            && billing.address.iter().all(|line| short(line, LINE_MAX)),
        &["billing", "address"],
        format!("An address has at most {ADDRESS_LINES_MAX} lines of 1 to {LINE_MAX} characters."),
    );
    check(
        is_country(&billing.country),
        &["billing", "country"],
        "A country is two capital letters, as ISO 3166-1 has them: IT.".into(),
    );
    check(is_email(&billing.email), &["billing", "email"], "This is not an e-mail address.".into());
    problems
}

/// Has the shape of an address: whether it exists is found out by writing to it.
pub fn is_email(text: &str) -> bool {
    let text = text.trim();
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let plain = |part: &str| {
        !part.is_empty() && !part.chars().any(|it| it.is_whitespace() || it.is_control())
    };
    text.len() <= 254 && local.len() <= 64 && plain(local) && plain(host) && host.contains('.')
}

/// Has the shape of a language tag: letters first, then parts of letters and digits.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    text.len() <= LANGUAGE_BYTES_MAX
        && (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts
            .all(|it| (1..=8).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_alphanumeric()))
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
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
}
