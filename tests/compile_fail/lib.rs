//! What must not compile with the generated crate: see `cases/`.
