//! How much of a file is read.

/// The size of a file at most, in bytes.
pub(super) const MAX_BYTES: usize = 1 << 20;
/// Collections within collections at most.
pub(super) const MAX_DEPTH: usize = 64;
/// Keys, scalars and collections of a file at most.
pub(super) const MAX_NODES: usize = 100_000;
/// Refused things that are told of one file.
pub(super) const MAX_REFUSALS: usize = 100;
