//! What the runtime does, apart from any generated crate.

#[cfg(feature = "client")]
mod calls;
mod formats;
#[cfg(feature = "client")]
mod observers;
mod patterns;
mod pointers;
#[cfg(feature = "client")]
mod sample;
#[cfg(feature = "time")]
mod times;
mod values;
mod wires;
