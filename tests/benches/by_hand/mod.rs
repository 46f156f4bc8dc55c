//! What somebody would write who needs this one message and no other, with care for speed.

pub mod request;
pub mod validate;
