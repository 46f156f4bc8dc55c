// Written by docwright from specs: change that, and run it again.

//! Retries: when a client tries again by itself.
//!
//! A client tries again only where the server cannot act twice:
//!
//! | what came | tried again |
//! |---|---|
//! | no connection: refused, host not found, TLS failed | always: nothing was sent |
//! | status 429, or 503 with `Retry-After` | always: the server refused before it acted |
//! | status 502, 504, or 503 without a time | if a repeat is harmless: a proxy may have lost the answer |
//! | a timeout or a broken connection after the request may have left | if a repeat is harmless |
//! | any other answer | never |
//!
//! A repeat is harmless where the documentation says so; where that is silent, if the method is
//! idempotent (RFC 9110, 9.2.2: all but `POST` and `PATCH`). [`Info::is_idempotent`] answers for an
//! endpoint. Or the caller promises it for a call:
//!
//! ```no_run
//! # #[cfg(all(feature = "default-api", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::default::{BlockingClient, ClientCall};
//!
//! /// The server drops what it has seen before.
//! fn send(client: &BlockingClient, request: ClientCall) {
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
//! - All retries of a client, its clones and [`with_auth`] come out of one [`retry_budget`]: 100 at
//!   first, one less with each retry, a tenth more with each success. Once it is used up, calls to a
//!   server that is down fail at their first attempt instead of asking it three times each.
//! - Attempts and waits together end at the [`deadline`]. A wait that would pass it is not begun;
//!   the last error is returned at once.
//!
//! An error tells of all that was tried: where one attempt may have reached the server, a later one
//! without a connection leaves [`delivery`] `Unknown`.
//!
//! # Instead of retries
//!
//! A queue of your own can do better, since it outlives the process. Set `retries(0)`, send by
//! reference, keep what failed with [`safe_to_resend`], and wait at least [`retry_after`]. The page
//! of [errors](super::errors) says which of them waiting does not help. A request is kept as JSON:
//!
//! ```no_run
//! # #[cfg(all(feature = "default-api", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::default::{BlockingClient, ClientCall};
//! use language_clients::runtime::client::{Endpoint as _, Error};
//!
//! /// Sends a request; what is to be sent again comes back as a line of the queue.
//! fn send(
//!     client: &BlockingClient,
//!     request: &ClientCall,
//! ) -> Result<Option<String>, Box<dyn std::error::Error>> {
//!     match client.call(request).retries(0).send() {
//!         // What is invalid now is invalid later.
//!         Err(error @ (Error::Invalid { .. } | Error::Build { .. })) => Err(error.into()),
//!         Err(error) if error.safe_to_resend() => Ok(Some(request.to_json(&Default::default())?)),
//!         outcome => outcome.map(|_| None).map_err(Into::into),
//!     }
//! }
//!
//! /// Reads a line of the queue.
//! fn read(line: &str) -> Result<ClientCall, Box<dyn std::error::Error>> {
//!     ClientCall::from_json(line)?.endpoint.ok_or_else(|| "a required part is missing".into())
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`Info::is_idempotent`]: crate::runtime::client::Info::is_idempotent
//! [`delivery`]: crate::runtime::client::Error::delivery
//! [`deadline`]: crate::runtime::client::Builder::deadline
//! [`retry_budget`]: crate::runtime::client::Builder::retry_budget
//! [`with_auth`]: crate::runtime::client::Client::with_auth
//! [`retries`]: crate::runtime::client::Builder::retries
//! [`retry_after`]: crate::runtime::client::Error::retry_after
//! [`safe_to_resend`]: crate::runtime::client::Error::safe_to_resend
