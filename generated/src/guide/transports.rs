// Written by docwright from specs: change that, and run it again.

//! Transports: how requests travel.
//!
//! | feature | client | over | needs |
//! |---|---|---|---|
//! | `reqwest` | `Client`, asynchronous | reqwest, rustls with ring | a runtime of tokio with time enabled |
//! | `ureq` | `BlockingClient` | ureq, rustls with ring | nothing |
//! | none | both, by [`build_over`] | a transport of your own | |
//!
//! Both send once, follow no redirect, keep no cookie, ask for no compression and take no proxy
//! from the environment. Both pass on the same errors with the same word on delivery.
//!
//! # Certificates
//!
//! Servers are trusted as the system trusts them. [`trust`] names other roots instead, in PEM:
//!
//! ```no_run
//! # #[cfg(all(feature = "ninety_nine_digital", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use message_clients::ninety_nine_digital::{Auth, BlockingClient, PRODUCTION};
//!
//! let roots = std::fs::read("company.pem")?;
//! let client = BlockingClient::builder(PRODUCTION, Auth::api_key("key")).trust(roots).build()?;
//! # Ok(())
//! # }
//! ```
//!
//! # A transport of your own
//!
//! A [`Transport`] carries one request, a [`BlockingTransport`] blocks meanwhile. Either is a few
//! lines over whatever sends `http` messages. It must:
//!
//! - send the request once, follow no redirect, repeat nothing;
//! - keep to the [`Limits`];
//! - tell a connection that never stood ([`Connect`]) from one that broke, since a retry of the
//!   first is safe and of the second is not. In doubt, say [`Broken`];
//! - say the status where the head of an answer came before it went wrong
//!   ([`TransportError::after`]).
//!
//! Request and answer are [`http`] messages. The request carries in its extensions what it is:
//! `&'static` [`Info`] and the [`Attempt`], for logs and traces.
//!
//! # Without a transport
//!
//! `client.request(&endpoint)` is the request as it would be sent, `client.response::<E>(response)`
//! the outcome of an answer that came some other way. A gateway needs no client at all: [`Endpoint`] turns types into messages and back, in both
//! directions.
//!
//! | | write | read |
//! |---|---|---|
//! | request | [`to_request`] | [`from_request`] |
//! | success | [`to_response`] | [`from_response`] |
//! | refusal | [`to_refusal`] | [`from_refusal`] |
//!
//! [`Attempt`]: crate::runtime::client::Attempt
//! [`BlockingTransport`]: crate::runtime::client::BlockingTransport
//! [`Broken`]: crate::runtime::client::TransportErrorKind::Broken
//! [`Connect`]: crate::runtime::client::TransportErrorKind::Connect
//! [`Endpoint`]: crate::runtime::client::Endpoint
//! [`Info`]: crate::runtime::client::Info
//! [`Limits`]: crate::runtime::client::Limits
//! [`TransportError::after`]: crate::runtime::client::TransportError::after
//! [`Transport`]: crate::runtime::client::Transport
//! [`build_over`]: crate::runtime::client::Builder::build_over
//! [`from_refusal`]: crate::runtime::client::Endpoint::from_refusal
//! [`from_request`]: crate::runtime::client::Endpoint::from_request
//! [`from_response`]: crate::runtime::client::Endpoint::from_response
//! [`to_refusal`]: crate::runtime::client::Endpoint::to_refusal
//! [`to_request`]: crate::runtime::client::Endpoint::to_request
//! [`to_response`]: crate::runtime::client::Endpoint::to_response
//! [`http`]: crate::runtime::client::http
//! [`trust`]: crate::runtime::client::Builder::trust
