//! Clients, messages, transports, errors: an endpoint becomes a request, a response its outcome.
//!
//! | for | see |
//! |---|---|
//! | calling | [`Client`], [`Builder`], [`Network`], [`Call`]; `Client` and `BlockingClient` of each API are aliases |
//! | what comes back | [`Error`], [`Delivery`], [`Refusal`], [`Full`] |
//! | what broken rules mean | [`Policy`], [`Level`] |
//! | deviations | [`Observer`], [`Event`], [`Finding`], [`JsonLines`] |
//! | a transport of one's own | [`Transport`], [`BlockingTransport`], [`Limits`], [`TransportError`], [`Attempt`]; feature `conformance` |
//! | receiving requests, writing answers | [`Endpoint`], [`Received`], [`Info`] |
//! | generated code alone | [`Answer`], [`Incoming`], [`Outgoing`], [`Reply`], [`Authorization`] |
//!
//! The [guide](crate::guide) says how they go together.

mod adapter;
mod additions;
mod address;
mod answer;
mod api;
mod authorization;
mod budget;
mod builder;
mod call;
mod clock;
#[cfg(feature = "conformance")]
pub mod conformance;
mod endpoint;
mod error;
mod exchange;
mod incoming;
mod info;
mod json_lines;
mod message;
mod method;
mod network;
mod observer;
mod outgoing;
mod policy;
mod provider;
mod refusal;
mod reply;
mod request_id;
#[cfg(feature = "reqwest")]
mod reqwest;
mod retry;
mod server;
mod setup;
mod stored;
#[cfg(feature = "tracing")]
mod trace;
mod transport;
#[cfg(feature = "ureq")]
mod ureq;
#[cfg(feature = "ureq")]
mod watched;

use std::fmt;
use std::sync::Arc;

pub use bytes;
pub use http;

pub use self::adapter::Adapter;
pub use self::answer::Answer;
pub use self::api::{Api, NoSettings, Settings};
pub use self::authorization::{Authorization, Authorize, NoAuth};
pub use self::builder::Builder;
pub use self::call::Call;
pub use self::endpoint::{AsEndpoint, Endpoint, Received};
pub use self::error::{BuildError, Delivery, Error};
pub use self::exchange::Attempt;
use self::exchange::Course;
pub use self::incoming::Incoming;
pub use self::info::Info;
pub use self::json_lines::JsonLines;
pub use self::message::{Body, Request, Response};
pub use self::method::Method;
pub use self::network::Network;
pub use self::observer::{Event, Finding, Observer};
pub use self::outgoing::Outgoing;
pub use self::policy::{Level, Policy};
use self::provider::Credentials;
pub use self::refusal::Refusal;
pub use self::reply::Reply;
#[cfg(feature = "reqwest")]
pub use self::reqwest::Reqwest;
pub use self::server::Server;
pub use self::setup::Full;
use self::setup::Setup;
pub use self::transport::{BlockingTransport, Future, Limits, Transport, TransportError, TransportErrorKind};
#[cfg(feature = "ureq")]
pub use self::ureq::Ureq;

/// A client of one API, bound to one server and one set of credentials: asynchronous, or blocking over
/// `dyn BlockingTransport`. A clone shares everything.
///
/// [`builder`](Self::builder) starts one, [`send`](Self::send) sends a request, [`call`](Self::call) one with settings of
/// its own. The guide tells of [credentials](crate::guide::auth), [configuration](crate::guide::configuration),
/// [errors](crate::guide::errors) and [tests](crate::guide::testing).
pub struct Client<A: Api, T: ?Sized = dyn Transport> {
    setup: Arc<Setup<A>>,
    transport: Arc<T>,
}

impl<A: Api, T: ?Sized> Client<A, T> {
    /// Starts a client for a server and the credentials that are sent to it and to nobody else.
    pub fn builder(server: impl AsRef<str>, auth: A::Auth) -> Builder<A, T> {
        Builder::new(server.as_ref(), Credentials::Fixed(auth))
    }

    /// The same client with other credentials: it shares server, settings, observer, connections and what is left of the
    /// [retry budget](Builder::retry_budget). What the builder refuses to send over plain `http`, each call of it refuses.
    #[must_use]
    pub fn with_auth(&self, auth: A::Auth) -> Self {
        Self { setup: Arc::new(self.setup.with_auth(auth)), transport: Arc::clone(&self.transport) }
    }

    /// A call with settings of its own: headers, timeouts, retries and so on. Nothing is sent before [`Call::send`].
    pub fn call<E: Endpoint<Api = A>, M: AsEndpoint<E>>(&self, endpoint: M) -> Call<E, T, M> {
        Call::new(self.clone(), endpoint)
    }

    /// The request as it would be sent: validated, authorised, not sent. Where the credentials come from a provider,
    /// it is not asked and there are none in it.
    ///
    /// # Errors
    /// When the request breaks a rule or cannot be built.
    pub fn request<E: Endpoint<Api = A>>(&self, endpoint: &E) -> Result<Request, Error> {
        self.setup.request(endpoint, &self.setup.options, None)
    }

    /// The outcome of a response that came some other way than by this client.
    ///
    /// # Errors
    /// When the status is no success or the body cannot be decoded.
    pub fn response<E: Endpoint<Api = A>>(&self, response: Response) -> Result<Full<E::Output>, Error> {
        let course = Course { attempts: 0, idempotent: E::INFO.is_idempotent(), in_doubt: false };
        self.setup.response::<E>(response, course)
    }
}

impl<A: Api> Client<A> {
    /// Starts a client that asks for the credentials of each call, so that they can be renewed or depend on the
    /// endpoint. A call asks once, when its request is found valid and before it is sent; what it waits counts towards
    /// its [`deadline`](Builder::deadline). A failure is [`Error::Credentials`].
    ///
    /// The guide has [examples](crate::guide::auth#credentials-that-expire).
    pub fn builder_with_provider<P, F, R>(server: impl AsRef<str>, provider: P) -> Builder<A>
    where
        P: Fn(&'static Info) -> F + Send + Sync + 'static,
        F: std::future::Future<Output = Result<A::Auth, R>> + Send + 'static,
        R: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        Builder::new(server.as_ref(), Credentials::asked(provider))
    }

    /// Validates and encodes at once; the future sends and decodes, and needs neither client nor endpoint. What is sent
    /// by reference can be sent again.
    ///
    /// Dropping the future after its first poll leaves open whether the server acted, and nothing tells: let a task have
    /// it where that matters, or bound it by [`deadline`](Builder::deadline).
    ///
    /// # Errors
    /// See [`Error`]; [`Error::delivery`] tells whether the server may have acted.
    pub fn send<E: Endpoint<Api = A>>(
        &self,
        endpoint: impl AsEndpoint<E>,
    ) -> Future<'static, Result<E::Output, Error>> {
        self.call(endpoint).send()
    }
}

impl<A: Api> Client<A, dyn BlockingTransport> {
    /// Starts a client that asks for the credentials of each call, so that they can be renewed or depend on the
    /// endpoint. A call asks once, when its request is found valid and before it is sent; where that takes longer than
    /// its [`deadline`](Builder::deadline), it is not sent. A failure is [`Error::Credentials`].
    ///
    /// The guide has an [example](crate::guide::auth#credentials-that-expire).
    pub fn builder_with_provider<P, R>(server: impl AsRef<str>, provider: P) -> Builder<A, dyn BlockingTransport>
    where
        P: Fn(&'static Info) -> Result<A::Auth, R> + Send + Sync + 'static,
        R: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        Builder::new(server.as_ref(), Credentials::returned(provider))
    }

    /// Validates, sends, decodes. What is sent by reference can be sent again.
    ///
    /// # Errors
    /// See [`Error`]; [`Error::delivery`] tells whether the server may have acted.
    pub fn send<E: Endpoint<Api = A>>(&self, endpoint: impl AsEndpoint<E>) -> Result<E::Output, Error> {
        self.call(endpoint).send()
    }
}

impl<A: Api, T: ?Sized> Clone for Client<A, T> {
    fn clone(&self) -> Self {
        Self { setup: Arc::clone(&self.setup), transport: Arc::clone(&self.transport) }
    }
}

/// Shows the server, and nothing of the credentials.
impl<A: Api, T: ?Sized> fmt::Debug for Client<A, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("server", &self.setup.address.as_str()).finish_non_exhaustive()
    }
}
