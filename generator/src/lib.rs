//! docwright turns short YAML descriptions of documentation pages into a checked-in Rust crate: a typed client with
//! validators for each API.
//!
//! Data runs one way: [`yaml`] → [`spec`] → [`model`] → [`check`] and [`plan`], [`plan`] → [`emit`] → [`output`].
//! [`scaffold`] writes the specs that people begin with, [`format`](mod@format) brings them into the one canonical form.
//! [`lint`] asks what a reviewer would ask, and [`fix`] mends what is sure. [`diff`] compares models and plans of two times,
//! which [`revision`] reads; [`report`] writes what was found for reviews.

pub mod check;
pub mod command;
pub mod diagnostic;
pub mod diff;
mod disk;
pub mod emit;
pub mod fix;
pub mod format;
#[cfg(doc)]
#[doc(hidden)]
pub mod guide {
    //! Stands for the guide of a generated crate, which the documentation of the runtime links to.
    pub mod auth {}
    pub mod configuration {}
    pub mod deviations {}
    pub mod errors {}
    pub mod retries {}
    pub mod testing {}
    pub mod transports {}
    pub mod validation {}
}
pub mod lint;
pub mod model;
pub mod output;
mod parallel;
pub mod pipeline;
pub mod plan;
pub mod report;
pub mod revision;
pub mod runtime;
pub mod scaffold;
pub mod show;
pub mod spec;
mod watch;
pub mod yaml;
