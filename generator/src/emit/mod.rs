//! The Rust text of a plan.

mod package;

pub use crate::output::GeneratedFile;
