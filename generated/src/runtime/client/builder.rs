//! How a client is built.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

use super::address::Address;
use super::setup::{Options, Setup};
use super::{Adapter, Api, BuildError, Client, Event, Network, Observer, Policy, Transport};

/// Builds a [`Client`]. The guide has a [table](crate::guide::configuration) of all that can be set.
#[must_use = "a builder is no client"]
pub struct Builder<A: Api, T: ?Sized = dyn Transport> {
    server: String,
    auth: A::Auth,
    options: Options<A>,
    observer: Option<Observer>,
    user_agent: String,
    plain_http: bool,
    network: Network,
    transport: PhantomData<fn() -> Box<T>>,
}

impl<A: Api, T: ?Sized> Builder<A, T> {
    pub(super) fn new(server: &str, auth: A::Auth) -> Self {
        Self {
            server: server.to_owned(),
            auth,
            options: Options::new(),
            observer: None,
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")).to_owned(),
            plain_http: false,
            network: Network::new(),
            transport: PhantomData,
        }
    }

    /// Settings of every call. Each goes out with the endpoints that document it, and is validated for them.
    pub fn settings(mut self, settings: A::Settings) -> Self {
        self.options.settings = settings;
        self
    }

    /// What broken rules mean.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.options.policy = policy;
        self
    }

    /// Who hears of deviations and warnings. See [`Observer`] for what it may do.
    pub fn observer(self, observer: impl Fn(&Event<'_>) + Send + Sync + 'static) -> Self {
        self.shared_observer(Arc::new(observer))
    }

    /// Who hears of deviations and warnings, shared with others.
    pub fn shared_observer(mut self, observer: Observer) -> Self {
        self.observer = Some(observer);
        self
    }

    /// How the client names itself (`User-Agent`); this crate and its version unless set.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = name.into();
        self
    }

    /// How long one attempt may take; 30 seconds unless set.
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.options.limits.timeout = timeout;
        self
    }

    /// How long all attempts of a call and the waits between them may take together; 2 minutes unless set.
    pub const fn deadline(mut self, deadline: Duration) -> Self {
        self.options.deadline = deadline;
        self
    }

    /// How many bytes a response may have; 16 MiB unless set.
    pub const fn max_response(mut self, bytes: usize) -> Self {
        self.options.limits.max_response = bytes;
        self
    }

    /// How often a call is repeated where that cannot send it twice; 2 unless set.
    pub const fn retries(mut self, retries: u32) -> Self {
        self.options.retries = retries;
        self
    }

    /// Sends credentials over plain `http` to other hosts than this one.
    pub const fn allow_plain_http(mut self) -> Self {
        self.plain_http = true;
        self
    }

    /// Trusts these certificates (PEM, one or more) in place of those that the system trusts; several calls add up.
    pub fn trust(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.network = self.network.trust(pem);
        self
    }

    /// Asks this proxy for each connection: `http://[user:password@]host[:port]`. See [`Network::proxy`]. Over plain
    /// `http`, credentials could be read on the way to it, even if the server is this host.
    pub fn proxy(mut self, address: impl Into<String>) -> Self {
        self.network = self.network.proxy(address);
        self
    }

    /// Builds the client over the adapter of the feature: `reqwest` for an asynchronous, `ureq` for a blocking one.
    ///
    /// # Errors
    /// When the server's address is none to send credentials to, the proxy's is none, or TLS cannot be set up.
    pub fn build(self) -> Result<Client<A, T>, BuildError>
    where
        T: Adapter,
    {
        let transport = T::over(&self.network)?;
        self.finish(transport)
    }

    /// Builds the client over any transport, such as one that clients of several APIs share.
    ///
    /// # Errors
    /// When the server's address is none to send credentials to, or [`trust`](Self::trust) or [`proxy`](Self::proxy)
    /// was called: they set up the transport of [`build`](Self::build).
    pub fn build_over(self, transport: Arc<T>) -> Result<Client<A, T>, BuildError> {
        match self.network.first_set() {
            Some(method) => Err(BuildError::OwnTransport(method)),
            None => self.finish(transport),
        }
    }

    fn finish(self, transport: Arc<T>) -> Result<Client<A, T>, BuildError> {
        let mut address = Address::parse(&self.server)?;
        if self.network.has_proxy() {
            address.expose();
        }
        self.options.policy.checked()?;
        let user_agent = HeaderValue::try_from(self.user_agent);
        let user_agent = user_agent.map_err(|_| BuildError::Header(http::header::USER_AGENT))?;
        let Self { auth, options, observer, plain_http, .. } = self;
        let setup = Setup { address, auth: Arc::new(auth), options, observer, user_agent, plain_http };
        setup.guard(&setup.auth)?;
        Ok(Client { setup: Arc::new(setup), transport })
    }
}

/// Shows the server, and nothing of the credentials.
impl<A: Api, T: ?Sized> fmt::Debug for Builder<A, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder").field("server", &self.server).finish_non_exhaustive()
    }
}
