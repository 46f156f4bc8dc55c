//! Text of specs is never code: hostile texts in every place of the language that takes one.
//!
//! A place either refuses a text, with a message at that place, or what is generated is Rust and Markdown in which the
//! text is shown and is nothing else. Nothing of it steers the terminal of whoever runs docwright.

mod compiled;
mod hostile;
mod markdown;
mod places;
mod shell;
mod shown;
mod template;
mod terminal;

const DOCWRIGHT: &str = env!("CARGO_BIN_EXE_docwright-tested");
