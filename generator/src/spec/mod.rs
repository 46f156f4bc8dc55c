//! The language of specs: one key table, and a decoder that collects every error in one run.

pub mod block;
mod decode;
mod keys;
mod nearest;
mod scalar;
pub mod table;
mod type_expression;

pub use decode::decode;
pub use nearest::nearest;
pub use type_expression::{BaseType, BuiltIn, TypeExpression};
