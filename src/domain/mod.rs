//! DECIDES. The rules of the trade: pure, without async, IO or a clock, and without anything else of this crate.

/// A closed set whose members have a stored name: the same in the database and in the API.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $enum:ident { $($(#[$doc:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $enum { $($(#[$doc])* $variant,)* }

        impl $enum {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.name() == name)
            }
        }
    };
}

pub mod actions;
pub mod actor;
pub mod attempts;
pub mod audit;
pub mod balance;
pub mod catalog;
pub mod claim;
pub mod country;
pub mod customer;
pub mod document;
pub mod history;
pub mod ids;
pub mod money;
pub mod number;
pub mod order;
pub mod payment;
pub mod pricing;
pub mod refund;
pub mod retold;
#[cfg(test)]
pub mod samples;
pub mod status;
pub mod text;
pub mod tracking;
pub mod transfer;
pub mod vendor;
pub mod withdrawal;
pub mod writing;
