//! What a change of specs does: old and new specs are paired, compared and judged, by what they say and by the crate that
//! would be generated of them.

mod change;
mod detect;
mod pair;
mod rule;

pub use rule::{RULES, Rule};
