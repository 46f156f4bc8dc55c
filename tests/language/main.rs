//! Made-up APIs that hold whatever the language can say: a crate of its own, generated, compiled and called on loopback.

mod coverage;
mod current;
mod loopback;
mod names;
#[path = "generated/examples/stand_in/mod.rs"]
mod stand_in;
mod vendors;
mod workshop;
