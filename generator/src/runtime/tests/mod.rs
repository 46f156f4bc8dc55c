//! What the runtime does, apart from any generated crate.
