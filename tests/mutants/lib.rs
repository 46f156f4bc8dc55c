//! What is done to specs, and what must hold then: see `main.rs`.
