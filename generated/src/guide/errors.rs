// Written by docwright from specs: change that, and run it again.

//! Errors: what went wrong, whether the message arrived, and what is to be done.
//!
//! Every call ends in one [`Error`]. The first question is not what happened, but whether the
//! server may have acted; [`Error::delivery`] answers it.
//!
//! | error | [`delivery`] | retried by the client | what to do |
//! |---|---|---|---|
//! | [`Invalid`]: the request breaks rules | `NotSent` | no | correct it; [`violations`] lists all |
//! | [`Build`]: it cannot be written | `NotSent` | no | correct settings, address or credentials |
//! | `Credentials`: the [provider](super::auth) gave none | `NotSent` | no | see its `source()` |
//! | [`Transport`], [`Connect`]: no connection | `NotSent` | yes | send again later |
//! | [`Transport`], [`Timeout`] or [`Broken`] | `Unknown` | if a repeat is harmless | find out whether it arrived before you send again |
//! | [`Transport`], after the head of an answer | `Answered` | no | [`status`] says what the server decided |
//! | [`Status`] 429, or 503 with `Retry-After` | `Answered` | yes | send again after [`retry_after`] |
//! | [`Status`] 502, 504, other 503 | `Answered` | if a repeat is harmless | find out whether it arrived |
//! | [`Status`], any other | `Answered` | no | read the refusal |
//! | [`Undecodable`]: a success of another kind | `Answered` | no | the message was sent: never send it again |
//!
//! ```
//! use message_clients::runtime::client::{Delivery, Error};
//!
//! enum Next {
//!     Correct,
//!     SendAgain,
//!     AskAPerson,
//!     GiveUp,
//! }
//!
//! fn after(error: &Error) -> Next {
//!     match error {
//!         Error::Invalid { .. } | Error::Build { .. } => Next::Correct,
//!         _ if error.safe_to_resend() => Next::SendAgain,
//!         _ if error.delivery() == Delivery::Unknown => Next::AskAPerson,
//!         _ => Next::GiveUp,
//!     }
//! }
//! ```
//!
//! [`safe_to_resend`] is true where sending again cannot make the server act twice. It says nothing
//! of whether it helps: what is invalid is invalid again.
//!
//! # What the server said
//!
//! A refusal keeps status, headers and raw body. Where the documentation describes the body, it can
//! be read as a type:
//!
//! ```no_run
//! # #[cfg(all(feature = "ninety_nine_digital", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use message_clients::ninety_nine_digital::{BlockingClient, CreateMessage};
//!
//! fn send(client: &BlockingClient, request: CreateMessage) {
//!     let Err(error) = client.send(request) else { return };
//!     if let Some(refusal) = error.refusal() {
//!         println!("{}", refusal.status);
//!         match refusal.read::<CreateMessage>() {
//!             Ok(Some(documented)) => println!("{documented:?}"),
//!             Ok(None) => println!("nothing is documented for this status"),
//!             Err(undecodable) => println!("{undecodable}"),
//!         }
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! An error also tells how often the request was sent (`attempts()`), and what the server calls the
//! exchange in its own logs (`request_id()`).
//!
//! # In a log
//!
//! `Display` names API and endpoint and says why, without secrets and without the texts of people;
//! `{:#}` adds the start of such texts, escaped and cut. The chain of [`source`] never says
//! anything twice, so that a logger may print all of it.
//!
//! ```text
//! shop/order: invalid request: /body/kind: found nothing, allowed: a value [required]
//! ```
//!
//! # A future that is dropped
//!
//! Whoever drops the future of `send` after its first poll does not learn whether the server acted:
//! treat it as `Unknown`. Prefer a [`deadline`] to a timeout around the call.
//!
//! [`Broken`]: crate::runtime::client::TransportErrorKind::Broken
//! [`Build`]: crate::runtime::client::Error::Build
//! [`Connect`]: crate::runtime::client::TransportErrorKind::Connect
//! [`Error::delivery`]: crate::runtime::client::Error::delivery
//! [`Error`]: crate::runtime::client::Error
//! [`Invalid`]: crate::runtime::client::Error::Invalid
//! [`Status`]: crate::runtime::client::Error::Status
//! [`Timeout`]: crate::runtime::client::TransportErrorKind::Timeout
//! [`Transport`]: crate::runtime::client::Error::Transport
//! [`Undecodable`]: crate::runtime::client::Error::Undecodable
//! [`deadline`]: crate::runtime::client::Builder::deadline
//! [`delivery`]: crate::runtime::client::Delivery
//! [`retry_after`]: crate::runtime::client::Error::retry_after
//! [`safe_to_resend`]: crate::runtime::client::Error::safe_to_resend
//! [`source`]: std::error::Error::source
//! [`status`]: crate::runtime::client::Error::status
//! [`violations`]: crate::runtime::client::Error::violations
