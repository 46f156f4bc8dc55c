//! What every generated endpoint stands on: values, rules, clients.
//!
//! | for | see |
//! |---|---|
//! | calling, and what comes back | [`client`] |
//! | values | [`Promised`], [`Field`], [`DateTime`], [`LocalDateTime`], [`Date`], [`EpochSeconds`], [`Email`], [`Uuid`], [`Uri`], [`JsonObject`], [`Secret`] |
//! | broken rules | [`Validate`], [`Violations`], [`Violation`], [`Rule`], [`RuleId`], [`Pointer`], [`Deviation`] |
//! | reading and writing JSON | [`from_json`], [`to_json`], [`Undecodable`] |
//! | generated code alone | all else |

pub mod client;
mod core;

pub use self::core::*;
#[allow(unused_imports, reason = "what is used depends on the specs and the features")]
pub(crate) use self::core::{
    closed_integer_enum, closed_text_enum, column, integer, integer_enum, integer_traits, list, map, text, text_enum,
    text_traits, union,
};
