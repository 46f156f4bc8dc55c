//! What people, disks and other runs do to the output folder: a clear message, nothing half-written, nothing of others lost.
//!
//! docwright runs as a process, and whole trees are compared before and after, with what lies outside of the project.
#![cfg(unix)]

mod full;
mod interrupted;
mod obstacles;
mod places;
mod protected;
mod random;
mod records;
mod scene;
mod streams;
mod together;

const DOCWRIGHT: &str = env!("CARGO_BIN_EXE_docwright-tested");
