//! The blocking adapter over ureq, with rustls and ring.

use std::io::Read as _;
use std::sync::Arc;
use std::{fmt, io};

use http::Uri;
use rustls::crypto::ring::default_provider;
use ureq::config::{AutoHeaderValue, Config};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, TlsProvider, parse_pem};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{
    ConnectProxyConnector, ConnectionDetails, Connector, DefaultConnector, NextTimeout, RustlsConnector, TcpConnector,
    Transport,
};
use ureq::{Agent, AsSendBody, Error, Proxy, ProxyProtocol, Timeout};

use super::method::anticipates_body;
use super::network::{LONGEST_CONNECT, YEAR};
use super::watched::Watching;
use super::{
    BlockingTransport, Body, BuildError, Limits, Network, Request, Response, TransportError, TransportErrorKind as Kind,
};

/// Carries requests over ureq: no redirects, no cookies, no decompression asked for, no proxy from the environment. A
/// clone shares its connections.
///
/// Where another crate of the program turns on ureq's feature `cookies`, ureq keeps those that a server sets, and sends
/// them with all later calls over the transport and its clones, whatever their credentials are.
#[derive(Clone)]
pub struct Ureq(Agent);

impl Ureq {
    /// One with the defaults of [`Network`].
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new() -> Result<Self, BuildError> {
        Self::over(&Network::new())
    }

    /// One that reaches servers in this way, to be shared by clients of several APIs.
    ///
    /// # Errors
    /// When TLS cannot be set up, what is to be trusted is no certificate, or the proxy's address is none.
    pub fn over(network: &Network) -> Result<Self, BuildError> {
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .unversioned_rustls_crypto_provider(Arc::new(default_provider()))
            .root_certs(certificates(network)?)
            .build();
        let proxy = network.checked_proxy()?.map(Proxy::new).transpose().map_err(|_| BuildError::Proxy)?;
        let config = Agent::config_builder()
            .tls_config(tls)
            .timeout_global(Some(Limits::default().timeout))
            .timeout_connect(Some(LONGEST_CONNECT))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .accept_encoding(AutoHeaderValue::None)
            .proxy(proxy)
            .build();
        Ok(Self::prepare(config))
    }

    /// Tells of an agent of these settings whether it connected, and watches its connections.
    fn prepare(config: Config) -> Self {
        let resolver = Telling(DefaultResolver::default());
        if !is_usual(&config) {
            return Self(Agent::with_parts(config, Telling(DefaultConnector::default().chain(Watching)), resolver));
        }
        // ureq's own chain of connectors, with a place below TLS.
        let connector = ().chain(ConnectProxyConnector::default()).chain(TcpConnector::default()).chain(Watching);
        let connector = connector.chain(RustlsConnector::default()).chain(Watching);
        Self(Agent::with_parts(config, Telling(connector), resolver))
    }

    /// Sends with the settings that each request must have, whatever those of the agent are.
    fn run<B: AsSendBody>(
        &self,
        request: http::Request<B>,
        limits: Limits,
    ) -> Result<http::Response<ureq::Body>, Error> {
        if self.is_set_for(limits) {
            return self.0.run(request);
        }
        let request = self.0.configure_request(request).timeout_global(Some(limits.timeout.min(YEAR)));
        let request = request.max_redirects(0).max_redirects_will_error(false).http_status_as_error(false);
        self.0.run(request.allow_non_standard_methods(true).build())
    }

    /// Whether the agent has these settings itself, so that none need be made for the request.
    fn is_set_for(&self, limits: Limits) -> bool {
        let config = self.0.config();
        config.timeouts().global == Some(limits.timeout.min(YEAR))
            && config.max_redirects() == 0
            && !config.max_redirects_will_error()
            && !config.http_status_as_error()
            && config.allow_non_standard_methods()
    }
}

/// Whether connections are made as those of [`Ureq::over`]: TLS by rustls, and no SOCKS.
fn is_usual(config: &Config) -> bool {
    let is_http = |proxy: &Proxy| matches!(proxy.protocol(), ProxyProtocol::Http | ProxyProtocol::Https);
    config.tls_config().provider() == TlsProvider::Rustls && config.proxy().is_none_or(is_http)
}

/// An agent of the caller's as it is, so that its connections are shared. Redirects and errors for statuses are turned
/// off for each request. Its connections are not watched: over TLS, a second answer that comes at once with the first
/// may pass for that to the next request, and a body without a length that breaks off passes for whole. Whether a message was sent is less well known: what fails while connecting and is not surely
/// told from later failures counts as [`Timeout`](Kind::Timeout) or [`Broken`](Kind::Broken), whose delivery is
/// unknown; a `Config` in its place has no such limit.
#[cfg(feature = "ureq3")]
impl From<Agent> for Ureq {
    fn from(agent: Agent) -> Self {
        Self(agent)
    }
}

/// An agent with settings of the caller's. Redirects and errors for statuses are turned off, whatever they say of them.
#[cfg(feature = "ureq3")]
impl From<Config> for Ureq {
    fn from(config: Config) -> Self {
        Self::prepare(config)
    }
}

/// Shows nothing of the settings, since a proxy's address may hold a password.
impl fmt::Debug for Ureq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ureq").finish_non_exhaustive()
    }
}

fn certificates(network: &Network) -> Result<RootCerts, BuildError> {
    let mut roots = network.roots().peekable();
    if roots.peek().is_none() {
        return Ok(RootCerts::PlatformVerifier);
    }
    let unusable = |error: Error| BuildError::Transport(error.to_string());
    let mut certificates: Vec<Certificate<'static>> = Vec::new();
    for item in roots.flat_map(parse_pem) {
        if let PemItem::Certificate(certificate) = item.map_err(unusable)? {
            certificates.push(certificate);
        }
    }
    if certificates.is_empty() {
        return Err(BuildError::Transport("no certificate to trust".to_owned()));
    }
    Ok(RootCerts::new_with_certs(&certificates))
}

impl BlockingTransport for Ureq {
    fn send(&self, request: Request, limits: Limits) -> Result<Response, TransportError> {
        let (head, body) = request.into_parts();
        let body = body.into_bytes().unwrap_or_default();
        let answer = if body.is_empty() && !anticipates_body(&head.method) {
            self.run(http::Request::from_parts(head, ()), limits)
        } else {
            self.run(http::Request::from_parts(head, &*body), limits)
        };
        let answer = answer.map_err(failed)?;
        let status = answer.status();
        receive(answer, limits).map_err(|error| error.after(status))
    }

    fn reads_extensions(&self) -> bool {
        false
    }
}

/// How many bytes of an announced body are made room for before any came.
const ROOM: u64 = 64 << 10;

fn receive(answer: http::Response<ureq::Body>, limits: Limits) -> Result<Response, TransportError> {
    let too_large = || TransportError::new(Kind::TooLarge, format!("more than {} bytes", limits.max_response));
    let limit = u64::try_from(limits.max_response).unwrap_or(u64::MAX);
    let (head, mut body) = answer.into_parts();
    if body.content_length().is_some_and(|announced| announced > limit) {
        return Err(too_large());
    }
    let announced = body.content_length().map_or(0, |announced| announced.min(ROOM));
    let mut bytes = Vec::with_capacity(usize::try_from(announced).unwrap_or_default());
    let reader = body.as_reader().take(limit.saturating_add(1)).read_to_end(&mut bytes);
    reader.map_err(|error| failed(error.into()))?;
    if bytes.len() > limits.max_response {
        return Err(too_large());
    }
    Ok(Response::from_parts(head, Body::from(bytes)))
}

/// Looks up and connects as ureq does, and marks what fails meanwhile, TLS included: nothing was sent.
#[derive(Debug)]
struct Telling<C>(C);

impl<In: Transport, C: Connector<In>> Connector<In> for Telling<C> {
    type Out = C::Out;

    fn connect(&self, details: &ConnectionDetails, chained: Option<In>) -> Result<Option<C::Out>, Error> {
        // No request has settings of TLS of its own; said so, ureq sets up TLS once and not for each connection.
        let details = ConnectionDetails {
            uri: details.uri,
            addrs: details.addrs.clone(),
            config: details.config,
            request_level: false,
            resolver: details.resolver,
            now: details.now,
            timeout: details.timeout,
            current_time: Arc::clone(&details.current_time),
            run_connector: Arc::clone(&details.run_connector),
            register_shutdown: Arc::clone(&details.register_shutdown),
        };
        self.0.connect(&details, chained).map_err(NotConnected::mark)
    }
}

impl<R: Resolver> Resolver for Telling<R> {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        self.0.resolve(uri, config, timeout).map_err(NotConnected::mark)
    }
}

#[derive(Debug)]
struct NotConnected(Error);

impl NotConnected {
    fn mark(error: Error) -> Error {
        match error {
            Error::Other(inner) if inner.is::<Self>() => Error::Other(inner), // by the connection to a proxy
            error => Error::Other(Box::new(Self(error))),
        }
    }
}

impl fmt::Display for NotConnected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for NotConnected {}

fn failed(error: Error) -> TransportError {
    let kind = match &error {
        Error::Other(inner) if inner.is::<NotConnected>() => Kind::Connect,
        // An agent of the caller's marks nothing, but these come before anything is sent.
        Error::HostNotFound
        | Error::ConnectionFailed
        | Error::ConnectProxyFailed(_)
        | Error::Timeout(Timeout::Resolve | Timeout::Connect) => Kind::Connect,
        Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused || is_distrust(error) => Kind::Connect,
        Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => Kind::Timeout,
        Error::Timeout(_) => Kind::Timeout,
        _ => Kind::Broken,
    };
    match error {
        Error::Other(inner) => TransportError::new(kind, inner),
        Error::Io(error) => TransportError::new(kind, error),
        error => TransportError::new(kind, error),
    }
}

/// Whether a certificate was refused, which happens in the handshake alone.
fn is_distrust(error: &io::Error) -> bool {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    matches!(inner, Some(rustls::Error::InvalidCertificate(_)))
}
