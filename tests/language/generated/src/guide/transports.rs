// Written by docwright from specs: change that, and run it again.

//! Transports: how requests travel.
//!
//! | feature | client | over | needs |
//! |---|---|---|---|
//! | `reqwest` | `Client`, asynchronous | reqwest, rustls with ring | a runtime of tokio with I/O and time enabled |
//! | `ureq` | `BlockingClient` | ureq, rustls with ring | nothing |
//! | none | both, by [`build_over`] | a transport of your own | |
//!
//! Both send once, follow no redirect, keep no cookie, ask for no compression and take no proxy
//! from the environment. Both pass on the same errors with the same word on delivery.
//!
//! # Certificates and proxies
//!
//! Servers are trusted as the system trusts them; [`trust`] names other roots instead, in PEM. No proxy
//! is asked; [`proxy`] names one. A server of `https` is reached through a tunnel, in which the proxy
//! sees host and port alone.
//!
//! ```no_run
//! # #[cfg(all(feature = "default-api", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::default::{Auth, BlockingClient, DEFAULT};
//!
//! let client = BlockingClient::builder(DEFAULT, Auth::none_at_all("key"))
//!     .trust(std::fs::read("company.pem")?)
//!     .proxy("http://user:password@proxy.example:3128")
//!     .build()?;
//! # Ok(())
//! # }
//! ```
//!
//! Both set up the transport of [`build`]; beside [`build_over`] they are an error, not ignored. A
//! [`Network`] holds the same for a transport that clients of several APIs share.
//!
//! # A reqwest or ureq client of your own
//!
//! The feature `reqwest013` makes a transport of your own `reqwest::Client` or `ClientBuilder`
//! (`Reqwest::from`, `Reqwest::try_from`), `ureq3` one of a `ureq::Agent` or `Config` (`Ureq::from`);
//! [`build_over`] takes it. The features are named for the versions, since yours must be the same. Give
//! builder or configuration rather than a finished client: of that nobody can tell whether it follows
//! redirects.
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
//! The feature `conformance` tests all of it, against servers on loopback that refuse, hang, break off
//! and lie. The error is a list of each case in which a transport departs from what clients rely on:
//!
//! ```no_run
//! # #[cfg(feature = "conformance")]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::runtime::client::BlockingTransport;
//! use language_clients::runtime::client::conformance::{self, Departures};
//!
//! fn conforms(transport: &impl BlockingTransport) -> Result<(), Departures> {
//!     conformance::check(|request, limits| transport.send(request, limits))
//! }
//! # Ok(())
//! # }
//! ```
//!
//! An asynchronous one is given as a closure that waits:
//! `|request, limits| runtime.block_on(transport.send(request, limits))`.
//!
//! Request and answer are [`http`] messages. The request carries in its extensions what it is:
//! `&'static` [`Info`] and the [`Attempt`], for logs and traces.
//!
//! # Without a transport
//!
//! Without `reqwest` and `ureq` the crate does no input or output, and builds for
//! `wasm32-unknown-unknown` as well. There it has no clock: a deadline bounds each wait by itself, and
//! a `Retry-After` that is a date says nothing.
//!
//! `client.request(&endpoint)` is the request as it would be sent, `client.response::<E>(response)`
//! the outcome of an answer that came some other way. A gateway needs no client at all:
//! [`Endpoint`] turns types into messages and back, in both directions.
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
//! [`Network`]: crate::runtime::client::Network
//! [`build`]: crate::runtime::client::Builder::build
//! [`proxy`]: crate::runtime::client::Builder::proxy
//! [`build_over`]: crate::runtime::client::Builder::build_over
//! [`from_refusal`]: crate::runtime::client::Endpoint::from_refusal
//! [`from_request`]: crate::runtime::client::Endpoint::from_request
//! [`from_response`]: crate::runtime::client::Endpoint::from_response
//! [`to_refusal`]: crate::runtime::client::Endpoint::to_refusal
//! [`to_request`]: crate::runtime::client::Endpoint::to_request
//! [`to_response`]: crate::runtime::client::Endpoint::to_response
//! [`http`]: crate::runtime::client::http
//! [`trust`]: crate::runtime::client::Builder::trust
