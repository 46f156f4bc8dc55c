//! What was found, in the formats of those who review it: each is read by another program than the one that wrote it.

mod annotations;
mod browser;
mod comment;
mod fixture;
mod hostile;
mod json;
mod markup;
mod page;
mod sarif;
mod shown;
mod size;

const DOCWRIGHT: &str = env!("CARGO_BIN_EXE_docwright-tested");
