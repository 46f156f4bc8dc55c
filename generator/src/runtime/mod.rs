//! What every generated endpoint stands on: one set of files, tested here and carried as they are into generated crates.
//!
//! This file and `tests` are docwright's own; a generated crate has a `mod.rs` of its own, in which `client` needs no
//! feature.

#[cfg(feature = "client")]
pub mod client;
mod core;
#[cfg(test)]
mod tests;

pub use self::core::*;
#[allow(unused_imports, reason = "emitted code uses them")]
pub(crate) use self::core::{
    closed_integer_enum, closed_text_enum, column, integer, integer_enum, integer_traits, list, map, text, text_enum,
    text_traits, union,
};
