//! Makes the tokens of a customer useless, wherever they are.

use super::{Action, Policy, Stop, refuse};
use crate::domain::audit::Deed;
use crate::storage::{Tx, customers};

/// Tokens that were issued until the time of this change are not good any more.
pub struct RevokeTokens {
    pub reference: String,
}

/// There is no such customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unknown;

impl Action for RevokeTokens {
    type Done = ();
    type Refusal = Unknown;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<(), Stop<Unknown>> {
        if customers::revoke_tokens(tx, &self.reference).await? { Ok(()) } else { refuse(Unknown) }
    }

    /// It is done from the shell, by nobody who has a token.
    fn deed(&self, (): &()) -> Option<Deed> {
        None
    }
}
