//! Servers that mean no good: each call ends in the right error, in time and within memory, and credentials go nowhere
//! else.
//!
//! Most tests of this target run one after the other, since they measure what the whole process takes.

#[path = "../wire/adapter.rs"]
#[allow(dead_code, reason = "shared with another target, which uses more of it")]
mod adapter;
mod bodies;
mod case;
mod certificate;
mod contents;
mod early;
mod gauge;
mod heads;
#[allow(dead_code, reason = "shared with another target")]
mod host;
mod kept;
mod redirects;
