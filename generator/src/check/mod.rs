//! Rules over the model, the examples included.

pub mod pattern;
