// Written by docwright from specs: change that, and run it again.

//! Credentials: how they are given, and where they go.
//!
//! A client is built for one server and one set of credentials:
//!
//! ```no_run
//! # #[cfg(all(feature = "default-api", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::default::{Auth, BlockingClient, DEFAULT};
//!
//! let client = BlockingClient::builder(DEFAULT, Auth::none_at_all("key")).build()?;
//! # Ok(())
//! # }
//! ```
//!
//! Each API has its own `Auth`, with a variant for each kind of credentials that its documentation
//! names. Where it names none, `Auth::none()` is the only one. A variant that holds two secrets has
//! named fields and no constructor, so that nobody swaps them.
//!
//! [`Info::auth`] lists what an endpoint takes, `none` being a call without credentials. Where that is
//! not all of `Auth`, another kind is refused before anything is sent ([`BuildError::Credential`]); an
//! endpoint that takes calls without is called without. Where one does, there is `Auth::none()`.
//!
//! # Another caller
//!
//! | you want | you write |
//! |---|---|
//! | other credentials for one call | `client.call(request).auth(other).send()` |
//! | a client for another caller, over the same connections | `client.with_auth(other)` |
//! | credentials that each call asks for, such as a token that is renewed | `Client::builder_with_provider(server, provider)`, see [below](#credentials-that-expire) |
//!
//! ```no_run
//! # #[cfg(all(feature = "default-api", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::default::{Auth, BlockingClient, ClientCall};
//!
//! /// One client serves many tenants, each with credentials of its own.
//! fn send_for(client: &BlockingClient, tenant: Auth, request: ClientCall) {
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
//! `builder_with_provider` takes a function in place of credentials. Each call asks it once, when its
//! request is found valid, before the first attempt and within the deadline. If it fails, nothing is
//! sent and the call ends in [`Error::Credentials`]. It is told the endpoint's [`Info`].
//!
//! What it gives can be kept, and renewed a little before it ends:
//!
//! ```no_run
//! # #[cfg(all(feature = "default-api", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use std::sync::{Mutex, PoisonError};
//! use std::time::{Duration, Instant};
//! use language_clients::default::{Auth, BlockingClient, DEFAULT};
//!
//! /// Credentials, and how long they hold.
//! fn renew() -> std::io::Result<(Auth, Duration)> {
//!     Ok((Auth::none_at_all("key"), Duration::from_secs(3600)))
//! }
//!
//! let kept: Mutex<Option<(Auth, Instant)>> = Mutex::new(None);
//! let client = BlockingClient::builder_with_provider(DEFAULT, move |_| {
//!     let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
//!     let now = Instant::now();
//!     match &*kept {
//!         Some((auth, end)) if now + Duration::from_secs(60) < *end => Ok(auth.clone()),
//!         _ => {
//!             let (auth, lasting) = renew()?;
//!             *kept = Some((auth.clone(), now + lasting));
//!             Ok::<_, std::io::Error>(auth)
//!         }
//!     }
//! })
//! .build()?;
//! # Ok(())
//! # }
//! ```
//!
//! That of the asynchronous client returns a future, and keeps credentials in a lock that can be held
//! while it waits, such as tokio's `Mutex`:
//!
//! ```no_run
//! # #[cfg(all(feature = "default-api", feature = "reqwest"))]
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::default::{Auth, Client, DEFAULT};
//!
//! async fn renew() -> std::io::Result<Auth> {
//!     Ok(Auth::none_at_all("key"))
//! }
//!
//! let client = Client::builder_with_provider(DEFAULT, |_| renew()).build()?;
//! # Ok(())
//! # }
//! ```
//!
//! A server that refuses what was kept (401) is not asked again with other credentials: forget what is
//! kept, and call again.
//!
//! # Where they go
//!
//! - To the origin (scheme, host and port) that the client was built for, and nowhere else:
//!   redirects are not followed.
//! - Never over plain `http` to another machine: [`build`] and each call answer
//!   [`BuildError::PlainHttp`]. A server on this machine (`localhost`,
//!   `127.0.0.0/8`, `::1`) is fine, unless a proxy lies between; [`allow_plain_http`] is for a network
//!   that you trust.
//! - Into no text: no `Debug`, `Display` or error of this crate prints them, and the headers that
//!   carry them are marked as sensitive for whoever prints a request. [`Secret::expose`] is the
//!   only way to read one again. What [`header`] sets is marked in the same way. A credential that goes
//!   in the query is part of the request's address, which cannot be marked: print none of
//!   [`Client::request`], and none in a transport of your own. ureq writes what it sends, credentials
//!   included, into its own log at the level of trace: keep that level off where logs are kept.
//! - What a server sends is its own to say. Headers of an answer whose names speak of credentials, such
//!   as `Set-Cookie` and `X-Auth-Token`, are marked too, and bodies are shown by their length. Only
//!   `{:#}` of an error shows how a body begins, where a server may repeat what it was sent.
//!
//! # Credentials of an own kind
//!
//! A gateway may want a signature that the API's documentation does not know. Sign in the
//! [transport](super::transports): it sees the finished request, method, path, headers and body.
//!
//! [`BuildError::Credential`]: crate::runtime::client::BuildError::Credential
//! [`BuildError::PlainHttp`]: crate::runtime::client::BuildError::PlainHttp
//! [`Client::request`]: crate::runtime::client::Client::request
//! [`Error::Credentials`]: crate::runtime::client::Error::Credentials
//! [`Info::auth`]: crate::runtime::client::Info::auth
//! [`Info`]: crate::runtime::client::Info
//! [`Secret::expose`]: crate::runtime::Secret::expose
//! [`allow_plain_http`]: crate::runtime::client::Builder::allow_plain_http
//! [`build`]: crate::runtime::client::Builder::build
//! [`header`]: crate::runtime::client::Call::header
