// Written by docwright from specs: change that, and run it again.

//! Testing: code that uses this crate, without a network.
//!
//! # A fake server in memory
//!
//! A client takes any transport. One that answers from memory needs no feature of this crate, and
//! sees what would have been sent:
//!
//! ```no_run
//! # #[cfg(feature = "default-api")]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use std::sync::Arc;
//! use language_clients::default::{Auth, BlockingClient, ClientCall};
//! use language_clients::runtime::client::{
//!     BlockingTransport, Limits, Request as Message, Response, TransportError,
//! };
//!
//! struct Fake(&'static str);
//!
//! impl BlockingTransport for Fake {
//!     fn send(&self, sent: Message, _: Limits) -> Result<Response, TransportError> {
//!         println!("{} {}", sent.method(), sent.uri());
//!         Ok(Response::new(self.0.into()))
//!     }
//! }
//!
//! let client = BlockingClient::builder("https://server.test", Auth::none_at_all("key"))
//!     .build_over(Arc::new(Fake("{}")))?;
//! # Ok(())
//! # }
//! ```
//!
//! The fake can do better than look at bytes: [`Endpoint::from_request`] reads the request back as
//! the type that was sent, with every rule that it breaks.
//!
//! ```no_run
//! # #[cfg(feature = "default-api")]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::default::ClientCall;
//! use language_clients::runtime::client::{Endpoint as _, Request as Message};
//!
//! fn received(sent: &Message) -> Option<ClientCall> {
//!     let received = ClientCall::from_request(sent).ok()?;
//!     assert!(received.violations.is_empty(), "{}", received.violations);
//!     received.endpoint
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # A server that answers and fails
//!
//! What goes wrong is an answer too. [`Endpoint::to_response`] and [`Endpoint::to_refusal`] write the
//! documented bodies from their types. Return a [`TransportError`] of the kind to be tested, or an
//! answer with the status:
//!
//! ```
//! use language_clients::runtime::client::{Delivery, TransportError, TransportErrorKind};
//!
//! let lost = TransportError::new(TransportErrorKind::Broken, "the cable was cut");
//! assert_eq!(lost.delivery(), Delivery::Unknown);
//! ```
//!
//! A blocking transport may override `sleep`, so that a test of retries does not wait.
//!
//! # A server on loopback
//!
//! The programs in `examples/` call each endpoint over loopback. Their `stand_in` is a server of
//! fewer than a hundred lines that hands each request to a closure and sends what it returns: take it
//! where sockets matter.
//!
//! # A message without a client
//!
//! `client.request(&endpoint)` builds what would be sent and sends nothing.
//! [`Endpoint::from_response`] reads a recorded answer and lists where it differs from the
//! documentation. [`to_json`](crate::runtime::to_json) and [`from_json`](crate::runtime::from_json)
//! write and read each type by itself.
//!
//! [`Endpoint::from_request`]: crate::runtime::client::Endpoint::from_request
//! [`Endpoint::from_response`]: crate::runtime::client::Endpoint::from_response
//! [`Endpoint::to_refusal`]: crate::runtime::client::Endpoint::to_refusal
//! [`Endpoint::to_response`]: crate::runtime::client::Endpoint::to_response
//! [`TransportError`]: crate::runtime::client::TransportError
