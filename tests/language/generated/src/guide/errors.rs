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
//! | [`Credentials`]: the [provider](super::auth) gave none | `NotSent` | no | sign in; the provider's own error is the [`source`] |
//! | [`Transport`], [`Connect`]: no connection | `NotSent` | yes | send again later |
//! | [`Transport`], [`Timeout`] or [`Broken`] | `Unknown` | if a repeat is harmless | find out whether it arrived before you send again |
//! | [`Transport`], after the head of an answer | `Answered` | no | [`status`] says what the server decided |
//! | [`Status`] 429, or 503 with `Retry-After` | `Answered` | yes | send again after [`retry_after`] |
//! | [`Status`] 502, 504, other 503 | `Answered` | if a repeat is harmless | find out whether it arrived |
//! | [`Status`] of another server error | `Answered` | no | find out how far the server came |
//! | [`Status`], any other | `Answered` | no | read the refusal |
//! | [`Undecodable`]: a success of another kind | `Answered` | no | the message was sent: never send it again |
//!
//! ```
//! use language_clients::runtime::client::Error;
//!
//! enum Next {
//!     Correct,
//!     SignIn,
//!     SendAgain,
//!     FindOut,
//!     GiveUp,
//! }
//!
//! fn after(error: &Error) -> Next {
//!     let refuses = |status: u16| !matches!(status, 429 | 500..);
//!     match error {
//!         Error::Invalid { .. } | Error::Build { .. } => Next::Correct,
//!         Error::Credentials { .. } => Next::SignIn,
//!         Error::Status(refusal) if refuses(refusal.status.as_u16()) => Next::GiveUp,
//!         Error::Undecodable(..) => Next::GiveUp,
//!         _ if error.safe_to_resend() => Next::SendAgain,
//!         _ => Next::FindOut,
//!     }
//! }
//! ```
//!
//! [`safe_to_resend`] is true where sending again cannot make the server act twice. It says nothing
//! of whether it helps: what is invalid is invalid again, and where a repeat is harmless, so is the
//! repeat of what the server always refuses.
//!
//! [`attempts`] counts how often the request was tried, and [`delivery`] speaks of all attempts: no
//! connection at the third hides no doubt about the first. Where the last one was answered, that answer
//! is the server's word.
//!
//! # What the server said
//!
//! A refusal keeps status, headers and raw body. Where the documentation describes the body, it can
//! be read as a type:
//!
//! ```no_run
//! # #[cfg(all(feature = "default-api", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::default::{BlockingClient, ClientCall};
//!
//! fn send(client: &BlockingClient, request: ClientCall) {
//!     let Err(error) = client.send(request) else { return };
//!     if let Some(refusal) = error.refusal() {
//!         println!("{}", refusal.status);
//!         match refusal.read::<ClientCall>() {
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
//! # In a log
//!
//! `{error}` names API and endpoint and says why, with the status and what the server calls the
//! exchange in its own logs ([`request_id`]), without secrets and without the texts of people;
//! `{error:#}` adds the start of such texts and of a refusal's body, escaped and cut. The chain of
//! [`source`] never says anything twice, so that a logger may print all of it.
//!
//! ```text
//! shop/order: invalid request: /body/kind: found nothing, allowed: a value [required]
//! ```
//!
//! With the feature `tracing`, the crate of that name gets two events at the level of debug: `attempt`
//! for each attempt, with its number, and `outcome` for the call, with the count of `attempts`. Both
//! have `api`, `endpoint`, `method` and `server` (its host), `delivery` and `error` where there is one,
//! `attempt` the `status` too. No path with its arguments, no header and no body is in them. A call
//! that is refused before it is sent leaves no event.
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
//! [`Credentials`]: crate::runtime::client::Error::Credentials
//! [`attempts`]: crate::runtime::client::Error::attempts
//! [`request_id`]: crate::runtime::client::Error::request_id
//! [`retry_after`]: crate::runtime::client::Error::retry_after
//! [`safe_to_resend`]: crate::runtime::client::Error::safe_to_resend
//! [`source`]: std::error::Error::source
//! [`status`]: crate::runtime::client::Error::status
//! [`violations`]: crate::runtime::client::Error::violations
