//! What the runtime does, apart from any generated crate.

#[cfg(feature = "client")]
mod additions;
mod bounds;
#[cfg(feature = "client")]
mod calls;
mod chains;
#[cfg(all(feature = "conformance", any(feature = "reqwest", feature = "ureq")))]
mod conformance;
#[cfg(feature = "client")]
mod credentials;
#[cfg(feature = "client")]
mod errors;
mod formats;
#[cfg(feature = "client")]
mod idempotency;
#[cfg(feature = "client")]
mod memory;
#[cfg(feature = "client")]
mod observers;
mod patterns;
mod pieces;
mod pointers;
#[cfg(feature = "client")]
mod queries;
#[cfg(feature = "client")]
mod replies;
#[cfg(feature = "client")]
mod retries;
#[cfg(feature = "client")]
mod sample;
#[cfg(feature = "client")]
mod settings;
mod shapes;
#[cfg(feature = "time")]
mod times;
#[cfg(feature = "tracing")]
mod traces;
mod values;
mod wires;
