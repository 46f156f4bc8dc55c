//! The Rust text of a plan.
