// Written by docwright from specs: change that, and run it again.

//! Retries: when a client tries again by itself.
//!
//! A client tries again only where the server cannot act twice:
//!
//! | what came | tried again |
//! |---|---|
//! | no connection: refused, host not found, TLS failed | always: nothing was sent |
//! | status 429, or 503 with `Retry-After` | always: the server turned it away |
//! | status 502, 504, 503 without `Retry-After` | if a repeat is harmless |
//! | a timeout or a broken connection after the request may have left | if a repeat is harmless |
//! | any other answer | never |
//!
//! A repeat is harmless where the method is idempotent by RFC 9110 (all but `POST` and `PATCH`), or
//! where the caller promises it for a call:
//!
//! ```no_run
//! # #[cfg(all(feature = "ninety_nine_digital", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use message_clients::ninety_nine_digital::{BlockingClient, CreateMessage};
//!
//! /// The server drops what it has seen before.
//! fn send(client: &BlockingClient, request: CreateMessage) {
//!     let sent = client.call(request).idempotent().retries(5).send();
//!     println!("{}", sent.is_ok());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # How long
//!
//! - Two retries beyond the first attempt, unless [`retries`] says otherwise; `retries(0)` turns
//!   them off.
//! - The wait is what the server asks for in `Retry-After`, in seconds or as a date. Else it is
//!   drawn at random between nothing and a bound that doubles from 0.4 to 12.8 seconds ("full
//!   jitter").
//! - All calls of a client and its clones share a budget (`retry_budget`): 100 retries, of which each
//!   takes one and each success gives a tenth of one back. A server that is down is not asked several
//!   times by every call.
//! - Attempts and waits together end at the [`deadline`]. A wait that would pass it is not begun;
//!   the last error is returned at once.
//!
//! # Instead of retries
//!
//! A queue of your own can do better, since it outlives the process. Set `retries(0)`, keep what
//! failed with [`safe_to_resend`], and wait at least [`retry_after`].
//!
//! [`deadline`]: crate::runtime::client::Builder::deadline
//! [`retries`]: crate::runtime::client::Builder::retries
//! [`retry_after`]: crate::runtime::client::Error::retry_after
//! [`safe_to_resend`]: crate::runtime::client::Error::safe_to_resend
