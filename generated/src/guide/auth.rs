// Written by docwright from specs: change that, and run it again.

//! Credentials: how they are given, and where they go.
//!
//! A client is built for one server and one set of credentials:
//!
//! ```no_run
//! # #[cfg(all(feature = "ninety_nine_digital", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use message_clients::ninety_nine_digital::{Auth, BlockingClient, PRODUCTION};
//!
//! let client = BlockingClient::builder(PRODUCTION, Auth::api_key("key")).build()?;
//! # Ok(())
//! # }
//! ```
//!
//! Each API has its own `Auth`, with a variant for each kind of credentials that its documentation
//! names. Where it names none, `Auth::none()` is the only one. A variant that holds two secrets has
//! named fields and no constructor, so that nobody swaps them.
//!
//! # Another caller
//!
//! | you want | you write |
//! |---|---|
//! | other credentials for one call | `client.call(request).auth(other).send()` |
//! | a client for another caller, over the same connections | `client.with_auth(other)` |
//!
//! ```no_run
//! # #[cfg(all(feature = "ninety_nine_digital", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use message_clients::ninety_nine_digital::{Auth, BlockingClient, CreateMessage};
//!
//! /// One client serves many tenants, each with credentials of its own.
//! fn send_for(client: &BlockingClient, tenant: Auth, request: CreateMessage) {
//!     match client.call(request).auth(tenant).send() {
//!         Ok(_) => println!("sent"),
//!         Err(error) => println!("{error}"),
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Credentials that expire
//!
//! `Client::builder_with_provider` takes a function in place of credentials: it is asked once for each
//! call, before the first attempt and within the deadline. If it fails, nothing is sent.
//!
//! # Where they go
//!
//! - To the origin (scheme, host and port) that the client was built for, and nowhere else:
//!   redirects are not followed.
//! - Never over plain `http` to another machine: [`build`] and each call answer
//!   [`BuildError::PlainHttp`]. A server on this machine (`localhost`, `127.0.0.0/8`, `::1`) is
//!   fine; [`allow_plain_http`] is for a network that you trust.
//! - Into no text: no `Debug`, `Display` or error of this crate prints them, and the headers that
//!   carry them are marked as sensitive for whoever prints a request. [`Secret::expose`] is the
//!   only way to read one again.
//!
//! # Credentials of an own kind
//!
//! A gateway may want a signature that the API's documentation does not know. Sign in the
//! [transport](super::transports): it sees the finished request, method, path, headers and body.
//!
//! [`BuildError::PlainHttp`]: crate::runtime::client::BuildError::PlainHttp
//! [`Secret::expose`]: crate::runtime::Secret::expose
//! [`allow_plain_http`]: crate::runtime::client::Builder::allow_plain_http
//! [`build`]: crate::runtime::client::Builder::build
