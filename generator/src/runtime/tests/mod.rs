//! What the runtime does, apart from any generated crate.

#[cfg(feature = "client")]
mod calls;
#[cfg(feature = "conformance")]
mod conformance;
mod formats;
mod patterns;
mod pointers;
#[cfg(feature = "client")]
mod sample;
#[cfg(feature = "time")]
mod times;
mod values;
mod wires;
