//! Every generated type over random values: what is written is read again, nothing is lost without a word, and both judges
//! say the same. And every type that can be printed: none prints a credential.
//!
//! `PROPTEST_CASES=2000 cargo test -p docwright-tests --test types` tries more values than the usual run.

#![allow(
    clippy::duplicate_mod,
    reason = "the laws are compiled for each generated crate, since the runtime of each is its own"
)]

/// The table of types, each with the laws over it.
macro_rules! types {
    ($($path:path),+ $(,)?) => {
        vec![$(Type {
            path: stringify!($path).replace(' ', ""),
            keeps: |json| laws::keeps::<$path>(json, |value| hashed!(value), |value| shown!(value)),
        }),+]
    };
}

#[macro_use]
mod seen;

mod hosts;
mod language;
mod made;
mod message;
mod messages;
mod printed;
mod run;
mod secret;
mod shape;
mod surviving;
mod telling;
mod values;
mod verdict;
