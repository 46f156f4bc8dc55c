//! Tests of what is emitted.
