//! Never sent twice: servers that drop the connection at every stage of an exchange. No message is acted upon twice unless
//! the caller allowed it, and `delivery()` tells the truth.

#[path = "../wire/adapter.rs"]
#[allow(dead_code, reason = "shared with another target, which uses more of it")]
mod adapter;
#[path = "../hostile/certificate.rs"]
mod certificate;
#[path = "../hostile/host.rs"]
#[allow(dead_code, reason = "shared with another target, which uses more of it")]
mod host;
mod many;
mod stages;
