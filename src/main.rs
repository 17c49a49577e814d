//! The `buono` program.

fn main() {}
