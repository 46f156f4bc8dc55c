//! The language of specs: one key table, and a decoder that collects every error in one run.

pub mod block;
pub mod table;
mod type_expression;

pub use type_expression::{BaseType, BuiltIn, TypeExpression};
