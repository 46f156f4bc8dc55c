//! What the end-to-end tests share: projects in folders of their own, with docwright run over them.

pub mod large;
pub mod project;

/// The Rust that the documents show; it is compiled.
#[cfg(doctest)]
mod documents {
    #[doc = include_str!("../README.md")]
    struct Readme;
    #[doc = include_str!("../docs/crate.md")]
    struct Crate;
}
