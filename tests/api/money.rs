//! The money: what providers, customers and time can do to it, and that it stays right.

mod balance;
mod contradicted;
mod counter;
mod damage;
mod deferred;
mod desk;
mod expiring;
mod forgotten;
mod history;
mod listed;
mod model;
mod paying;
mod payouts;
mod provider;
mod races;
mod returning;
mod transfers;
