//! Who is asking. Made once per request, before a document is parsed, and never guessed again.

use std::fmt;

use super::ids::CustomerId;

/// What an operator or a service may do. Customers have none: they may act on what is theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    OrdersRead,
    OrdersPlace,
    OrdersValidate,
    OrdersDeliver,
    PaymentsWrite,
    RefundsWrite,
    DocumentsRead,
    CustomersWrite,
}

impl Scope {
    pub const ALL: [Self; 8] = [
        Self::OrdersRead,
        Self::OrdersPlace,
        Self::OrdersValidate,
        Self::OrdersDeliver,
        Self::PaymentsWrite,
        Self::RefundsWrite,
        Self::DocumentsRead,
        Self::CustomersWrite,
    ];

    /// The name in a token's `scope` claim.
    pub fn name(self) -> &'static str {
        match self {
            Self::OrdersRead => "orders:read",
            Self::OrdersPlace => "orders:place",
            Self::OrdersValidate => "orders:validate",
            Self::OrdersDeliver => "orders:deliver",
            Self::PaymentsWrite => "payments:write",
            Self::RefundsWrite => "refunds:write",
            Self::DocumentsRead => "documents:read",
            Self::CustomersWrite => "customers:write",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The one who asks, as the token says and the database confirms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    Customer {
        id: CustomerId,
        reference: String,
    },
    Operator {
        name: String,
        scopes: Vec<Scope>,
    },
    Service {
        name: String,
        scopes: Vec<Scope>,
    },
    /// Buono's own jobs.
    System,
}

named! {
    /// The kind of actor that an entry of the history names.
    pub enum ActorKind {
        Customer = "CUSTOMER",
        Operator = "OPERATOR",
        Service = "SERVICE",
        System = "SYSTEM",
    }
}

/// Whose orders a statement may touch. Every query on customers' data takes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// One customer's own.
    Own(CustomerId),
    /// Everybody's: operators and services with a scope, and the system.
    All,
    /// Nobody's: whoever may not read orders at all.
    Nothing,
}

impl Actor {
    pub fn kind(&self) -> ActorKind {
        match self {
            Self::Customer { .. } => ActorKind::Customer,
            Self::Operator { .. } => ActorKind::Operator,
            Self::Service { .. } => ActorKind::Service,
            Self::System => ActorKind::System,
        }
    }

    pub fn has(&self, scope: Scope) -> bool {
        match self {
            Self::Customer { .. } => false,
            Self::Operator { scopes, .. } | Self::Service { scopes, .. } => scopes.contains(&scope),
            Self::System => true,
        }
    }

    pub fn customer_id(&self) -> Option<CustomerId> {
        match self {
            Self::Customer { id, .. } => Some(*id),
            _ => None,
        }
    }

    /// What this actor may do to orders: a customer to their own, whoever holds `scope` to all.
    pub fn reach(&self, scope: Scope) -> Reach {
        match self {
            Self::Customer { id, .. } => Reach::Own(*id),
            _ if self.has(scope) => Reach::All,
            _ => Reach::Nothing,
        }
    }

    /// Which orders this actor may read. Whoever may work on orders may also see them.
    pub fn reads(&self) -> Reach {
        const READERS: [Scope; 4] =
            [Scope::OrdersRead, Scope::OrdersValidate, Scope::OrdersDeliver, Scope::OrdersPlace];
        match self {
            Self::Customer { id, .. } => Reach::Own(*id),
            _ if READERS.into_iter().any(|scope| self.has(scope)) => Reach::All,
            _ => Reach::Nothing,
        }
    }

    /// An operator who does something with orders or their money, and does not only read.
    pub fn works_on_orders(&self) -> bool {
        const WORK: [Scope; 4] = [
            Scope::OrdersValidate,
            Scope::OrdersDeliver,
            Scope::PaymentsWrite,
            Scope::RefundsWrite,
        ];
        matches!(self, Self::Operator { .. }) && WORK.into_iter().any(|scope| self.has(scope))
    }

    pub fn scopes(&self) -> &[Scope] {
        match self {
            Self::Operator { scopes, .. } | Self::Service { scopes, .. } => scopes,
            Self::Customer { .. } | Self::System => &[],
        }
    }

    /// Whether both are the same customer, operator or service, whatever each may do.
    pub fn is(&self, other: &Self) -> bool {
        self.customer_id() == other.customer_id() && self.account() == other.account()
    }

    /// What no other actor is called: names of one kind may be those of another.
    pub fn account(&self) -> String {
        format!("{} {}", self.kind().name(), self.name())
    }

    /// The name that the audit log keeps.
    pub fn name(&self) -> &str {
        match self {
            Self::Customer { reference, .. } => reference,
            Self::Operator { name, .. } | Self::Service { name, .. } => name,
            Self::System => "system",
        }
    }
}
