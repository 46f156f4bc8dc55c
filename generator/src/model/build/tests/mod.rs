//! Specs in, model and messages out.

mod diagnostics;
mod facts;
mod halves;
mod names;
mod parts;
mod real;
mod support;
mod types;
