//! The money: what providers, customers and time can do to it, and that it stays right.

mod counter;
mod damage;
mod desk;
mod history;
mod model;
mod paying;
mod provider;
mod races;
mod returning;
