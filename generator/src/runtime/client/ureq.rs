//! The blocking adapter over ureq, with rustls and ring.

use std::io::Read as _;
use std::sync::Arc;
use std::time::Duration;
use std::{error, fmt, io};

use http::{Method, Uri};
use rustls::crypto::ring::default_provider;
use ureq::config::{AutoHeaderValue, Config};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, TlsProvider, parse_pem};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{ConnectionDetails, Connector, DefaultConnector, NextTimeout, Transport};
use ureq::{Agent, Timeout};

use super::{
    BlockingTransport, Body, BuildError, Limits, Request, Response, TransportError, TransportErrorKind as Kind,
};

/// Carries requests over ureq: no redirects, no cookies, no decompression asked for, no proxy from the environment.
#[derive(Clone, Debug)]
pub struct Ureq(Agent);

impl Ureq {
    /// An agent of its own, with the certificates that the system trusts.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new() -> Result<Self, BuildError> {
        Self::trusting(&[])
    }

    /// An agent of its own that trusts these certificates (PEM); none of them, those that the system trusts.
    ///
    /// # Errors
    /// When TLS cannot be set up, or what is given is no certificate.
    pub fn trusting(roots: &[Vec<u8>]) -> Result<Self, BuildError> {
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .unversioned_rustls_crypto_provider(Arc::new(default_provider()))
            .root_certs(certificates(roots)?)
            .build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .timeout_connect(Some(Duration::from_secs(10)))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .accept_encoding(AutoHeaderValue::None)
            .allow_non_standard_methods(true)
            .proxy(None)
            .build();
        Ok(Self(Agent::with_parts(config, Telling(DefaultConnector::default()), Telling(DefaultResolver::default()))))
    }
}

fn certificates(roots: &[Vec<u8>]) -> Result<RootCerts, BuildError> {
    if roots.is_empty() {
        return Ok(RootCerts::PlatformVerifier);
    }
    let unusable = |error: ureq::Error| BuildError::Transport(error.to_string());
    let mut certificates: Vec<Certificate<'static>> = Vec::new();
    for item in roots.iter().flat_map(|pem| parse_pem(pem)) {
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
        let timeout = Some(limits.timeout);
        let anticipates_body = matches!(head.method, Method::POST | Method::PUT | Method::PATCH);
        let answer = if body.is_empty() && !anticipates_body {
            let request = http::Request::from_parts(head, ());
            self.0.run(self.0.configure_request(request).timeout_global(timeout).build())
        } else {
            let request = http::Request::from_parts(head, &*body);
            self.0.run(self.0.configure_request(request).timeout_global(timeout).build())
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

    fn connect(&self, details: &ConnectionDetails, chained: Option<In>) -> Result<Option<C::Out>, ureq::Error> {
        self.0.connect(details, chained).map_err(NotConnected::mark)
    }
}

impl<R: Resolver> Resolver for Telling<R> {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        self.0.resolve(uri, config, timeout).map_err(NotConnected::mark)
    }
}

#[derive(Debug)]
struct NotConnected(ureq::Error);

impl NotConnected {
    fn mark(error: ureq::Error) -> ureq::Error {
        ureq::Error::Other(Box::new(Self(error)))
    }
}

impl fmt::Display for NotConnected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl error::Error for NotConnected {}

fn failed(error: ureq::Error) -> TransportError {
    match error {
        ureq::Error::Other(inner) if inner.is::<NotConnected>() => TransportError::new(Kind::Connect, inner),
        ureq::Error::Timeout(Timeout::Resolve | Timeout::Connect) => TransportError::new(Kind::Connect, error),
        ureq::Error::Timeout(_) => TransportError::new(Kind::Timeout, error),
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => TransportError::new(Kind::Timeout, error),
        other => TransportError::new(Kind::Broken, other),
    }
}
