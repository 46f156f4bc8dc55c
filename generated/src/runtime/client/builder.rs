//! How a client is built.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use http::header::USER_AGENT;

use super::address::Address;
use super::budget::Budget;
use super::outgoing::header_value;
use super::provider::Credentials;
use super::setup::{Options, Setup};
use super::{Adapter, Api, BuildError, Client, Event, Network, Observer, Policy, Transport};

/// Builds a [`Client`]. The guide has a [table](crate::guide::configuration) of all that can be set.
#[must_use = "a builder is no client"]
pub struct Builder<A: Api, T: ?Sized = dyn Transport> {
    address: Result<Address, BuildError>,
    credentials: Credentials<A>,
    options: Options<A>,
    observer: Option<Observer>,
    user_agent: String,
    plain_http: bool,
    retry_budget: u32,
    /// The first header that cannot be set.
    header_error: Option<BuildError>,
    network: Network,
    transport: PhantomData<fn() -> Box<T>>,
}

impl<A: Api, T: ?Sized> Builder<A, T> {
    pub(super) fn new(server: &str, credentials: Credentials<A>) -> Self {
        Self {
            address: Address::parse(server),
            credentials,
            options: Options::new(),
            observer: None,
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")).to_owned(),
            plain_http: false,
            retry_budget: Budget::DEFAULT,
            header_error: None,
            network: Network::new(),
            transport: PhantomData,
        }
    }

    /// Settings of every call. Each goes out with the endpoints that document it, and is validated for them.
    pub fn settings(mut self, settings: A::Settings) -> Self {
        self.options.settings = settings;
        self
    }

    /// What broken rules mean; see [`Policy`]. A pointer of it that is none is an error when the client is built.
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

    /// How the client names itself (`User-Agent`). The default is this crate and its version.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = name.into();
        self
    }

    /// How long one attempt may take, from looking for the host to the last byte in. The default is 30 seconds.
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.options.limits.timeout = timeout;
        self
    }

    /// How long all attempts of a call and the waits between them may take together, from `send` on. The default is 2
    /// minutes. On a platform without a clock it bounds each wait by itself.
    pub const fn deadline(mut self, deadline: Duration) -> Self {
        self.options.deadline = deadline;
        self
    }

    /// How many bytes the body of a response may have. The default is 16 MiB. While JSON is read it takes more, at worst
    /// (nothing but digits and commas) some 40 bytes for each.
    pub const fn max_response(mut self, bytes: usize) -> Self {
        self.options.limits.max_response = bytes;
        self
    }

    /// How often a call is repeated at most, where the server cannot act twice by it. The default is 2.
    ///
    /// Repeated is what never had a connection, and what the server turned away: for coming too fast (429), or until a
    /// time that it names (503 with `Retry-After`). Where a repeat is
    /// [harmless](super::Info::is_idempotent), so is what may have been lost: broken connections, timeouts, 502 to 504.
    /// The waits are drawn at random below a bound that grows, unless the server asks for one. The guide says more under
    /// [retries](crate::guide::retries).
    pub const fn retries(mut self, retries: u32) -> Self {
        self.options.retries = retries;
        self
    }

    /// How many retries all calls of the client and of its clones may make together before the first success. The default
    /// is 100. Each retry takes one of them and each success gives a tenth of one back, up to where it began: a server
    /// that is down is not asked several times by every call.
    pub const fn retry_budget(mut self, retries: u32) -> Self {
        self.retry_budget = retries;
        self
    }

    /// Sets a header of every call that the documentation does not know, or overrides one; a call's own and credentials
    /// win over it. No `Debug` prints its value. What is no header, or frames the message, is an error when the client
    /// is built.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Err(error) = self.options.header(name, value) {
            self.header_error.get_or_insert(error);
        }
        self
    }

    /// Lets credentials go over plain `http` to other hosts than this one, where all on the way can read them.
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
    /// When the server's address is none to send credentials to, the proxy's is none, a header or a pointer of the policy
    /// is none, or TLS cannot be set up.
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
    /// When the server's address is none to send credentials to, a header or a pointer of the policy is none, or
    /// [`trust`](Self::trust) or [`proxy`](Self::proxy) was called: they set up the transport of [`build`](Self::build).
    pub fn build_over(self, transport: Arc<T>) -> Result<Client<A, T>, BuildError> {
        match self.network.first_set() {
            Some(method) => Err(BuildError::OwnTransport(method)),
            None => self.finish(transport),
        }
    }

    fn finish(self, transport: Arc<T>) -> Result<Client<A, T>, BuildError> {
        let mut address = self.address?;
        self.header_error.map_or(Ok(()), Err)?;
        if self.network.has_proxy() {
            address.expose();
        }
        self.options.policy.checked()?;
        let user_agent = header_value(self.user_agent).ok_or(BuildError::Header(USER_AGENT))?;
        let Self { credentials, options, observer, plain_http, .. } = self;
        let budget = Arc::new(Budget::of(self.retry_budget));
        let setup = Setup { address, credentials, options, observer, user_agent, plain_http, budget };
        setup.credentials.fixed().map_or(Ok(()), |auth| setup.guard(auth))?;
        Ok(Client { setup: Arc::new(setup), transport })
    }
}

/// Shows the server, unless its address is refused and may hold who knows what, and nothing of the credentials.
impl<A: Api, T: ?Sized> fmt::Debug for Builder<A, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let server = self.address.as_ref().map(Address::as_str);
        f.debug_struct("Builder").field("server", &server.unwrap_or("refused")).finish_non_exhaustive()
    }
}
