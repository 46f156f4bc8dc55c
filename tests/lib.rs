//! What the end-to-end tests share: projects in folders of their own, with docwright run over them.

pub mod large;
pub mod project;
