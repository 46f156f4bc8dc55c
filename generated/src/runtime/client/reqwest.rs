//! The asynchronous adapter over reqwest, with rustls and ring.

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::HeaderValue;
use http::header::CONTENT_LENGTH;
use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, Proxy};
use rustls::crypto::ring::default_provider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt as _;
use tokio::runtime::Handle;
use tokio::task::yield_now;
use tokio::time::{Instant, timeout_at};
use tower_layer::Layer;
use tower_service::Service;

use super::method::anticipates_body;
use super::network::{LONGEST_CONNECT, YEAR};
use super::{
    BuildError, Future, Limits, Network, Request, Response, Transport, TransportError, TransportErrorKind as Kind,
};

/// An attempt that may take as long outlasts connecting, even where that begins late since a kept connection was closed.
const ROOMY: Duration = Duration::from_secs(20);

/// Carries requests over reqwest: no redirects, no cookies, no decompression, no proxy from the environment. It runs
/// within tokio, with I/O and time enabled; outside of tokio each call fails to connect. A clone shares its connections.
/// Attempts of less than 20 seconds have connections of their own, unless a client or builder of the caller's is used.
#[derive(Clone)]
pub struct Reqwest {
    /// For attempts that outlast connecting, which it bounds by itself.
    roomy: Client,
    /// For those that may end while it connects. reqwest copies the layer that tells so several times a call, so that
    /// the others do without.
    tight: Client,
}

impl Reqwest {
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
        let tls = tls(network)?;
        let proxy = network.checked_proxy()?.map(Proxy::all).transpose().map_err(|_| BuildError::Proxy)?;
        let builder = || {
            let builder = Client::builder().tls_backend_preconfigured(tls.clone()).no_proxy();
            if let Some(proxy) = &proxy { builder.proxy(proxy.clone()) } else { builder }
        };
        Ok(Self {
            roomy: build(builder().connect_timeout(LONGEST_CONNECT))?,
            tight: build(builder().connector_layer(Punctual))?,
        })
    }

    /// The client for attempts of this length.
    fn client(&self, timeout: Duration) -> &Client {
        if timeout < ROOMY { &self.tight } else { &self.roomy }
    }
}

/// Adds what a transport must hold to what a builder says otherwise.
fn build(builder: ClientBuilder) -> Result<Client, BuildError> {
    let client = builder
        .redirect(Policy::none())
        // The bound spares a copy of each request, which reqwest keeps for as long as there may be a retry.
        .retry(reqwest::retry::never().max_retries_per_request(0))
        .referer(false)
        .no_gzip()
        .no_brotli()
        .no_zstd()
        .no_deflate()
        .build();
    client.map_err(unusable)
}

/// A client of the caller's as it is, so that its connections are shared. What this crate promises holds if it follows
/// no redirects (`redirect::Policy::none()`), retries nothing (`retry::never()`), and keeps no cookies; that reqwest
/// does not tell. An attempt that runs out of time while it still connects counts as [`Timeout`](Kind::Timeout), whose
/// delivery is unknown, and not as [`Connect`](Kind::Connect); a `ClientBuilder` in its place has none of these limits.
#[cfg(feature = "reqwest013")]
impl From<Client> for Reqwest {
    fn from(client: Client) -> Self {
        Self { roomy: client.clone(), tight: client }
    }
}

/// A client with settings of the caller's. Redirects, retries, `Referer` and decompression are turned off, whatever the
/// builder says of them. This crate enables reqwest without a provider of cryptography: without `tls_backend_preconfigured`
/// or a provider that is installed for the whole process, reqwest panics.
#[cfg(feature = "reqwest013")]
impl TryFrom<ClientBuilder> for Reqwest {
    type Error = BuildError;

    fn try_from(builder: ClientBuilder) -> Result<Self, BuildError> {
        build(builder.connector_layer(Punctual)).map(Self::from)
    }
}

/// Shows nothing of the settings, since a proxy's address may hold a password.
impl fmt::Debug for Reqwest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reqwest").finish_non_exhaustive()
    }
}

fn tls(network: &Network) -> Result<ClientConfig, BuildError> {
    let builder = ClientConfig::builder_with_provider(Arc::new(default_provider()));
    let builder = builder.with_safe_default_protocol_versions().map_err(unusable)?;
    let mut roots = network.roots().peekable();
    if roots.peek().is_none() {
        return Ok(builder.with_platform_verifier().map_err(unusable)?.with_no_client_auth());
    }
    let mut store = RootCertStore::empty();
    for certificate in roots.flat_map(CertificateDer::pem_slice_iter) {
        store.add(certificate.map_err(unusable)?).map_err(unusable)?;
    }
    if store.is_empty() {
        return Err(BuildError::Transport("no certificate to trust".to_owned()));
    }
    Ok(builder.with_root_certificates(store).with_no_client_auth())
}

fn unusable(error: impl fmt::Display) -> BuildError {
    BuildError::Transport(error.to_string())
}

impl Transport for Reqwest {
    fn send(&self, request: Request, limits: Limits) -> Future<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            // tokio panics where there is none.
            Handle::try_current().map_err(|error| TransportError::new(Kind::Connect, error))?;
            let end = Instant::now() + limits.timeout.min(YEAR);
            let request = request.map(|body| body.into_bytes().unwrap_or_default());
            let mut request = reqwest::Request::try_from(request).map_err(failed)?;
            announce_empty(&mut request);
            // Lets tokio look at the sockets. In a runtime that slept since the last call, a kept connection would else
            // pass for quiet that the server has closed, or said more on than it was asked; that would be read as the
            // answer to this request.
            yield_now().await;
            let answering = END.scope(end, self.client(limits.timeout).execute(request));
            let answer = timeout_at(end, answering).await.map_err(late)?.map_err(failed)?;
            let status = answer.status();
            let received = timeout_at(end, receive(answer, limits)).await.unwrap_or_else(|elapsed| Err(late(elapsed)));
            received.map_err(|error| error.after(status))
        })
    }

    fn sleep(&self, delay: Duration) -> Future<'_, ()> {
        match Handle::try_current() {
            Ok(_) => Box::pin(tokio::time::sleep(delay)),
            Err(_) => Box::pin(std::future::ready(())),
        }
    }

    fn reads_extensions(&self) -> bool {
        false
    }
}

/// Says that a body is empty where one is expected.
fn announce_empty(request: &mut reqwest::Request) {
    let is_empty = request.body().and_then(reqwest::Body::as_bytes).is_none_or(<[u8]>::is_empty);
    if anticipates_body(request.method()) && is_empty {
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
}

async fn receive(mut answer: reqwest::Response, limits: Limits) -> Result<Response, TransportError> {
    let too_large = || TransportError::new(Kind::TooLarge, format!("more than {} bytes", limits.max_response));
    let announced = answer.content_length().unwrap_or_default();
    if usize::try_from(announced).map_or(true, |announced| announced > limits.max_response) {
        return Err(too_large());
    }
    // A body that came at once is not copied.
    let (mut first, mut bytes) = (Bytes::new(), Vec::new());
    while let Some(chunk) = answer.chunk().await.map_err(failed)? {
        if chunk.len() > limits.max_response.saturating_sub(first.len().max(bytes.len())) {
            return Err(too_large());
        }
        if first.is_empty() {
            first = chunk;
            continue;
        }
        if bytes.is_empty() {
            bytes.extend_from_slice(&first);
        }
        bytes.extend_from_slice(&chunk);
    }
    let mut response = Response::new(if bytes.is_empty() { first.into() } else { bytes.into() });
    *response.status_mut() = answer.status();
    *response.headers_mut() = std::mem::take(answer.headers_mut());
    Ok(response)
}

fn failed(error: reqwest::Error) -> TransportError {
    let kind = if error.is_connect() {
        Kind::Connect
    } else if error.is_timeout() {
        Kind::Timeout
    } else {
        Kind::Broken
    };
    TransportError::new(kind, error.without_url())
}

fn late(elapsed: tokio::time::error::Elapsed) -> TransportError {
    TransportError::new(Kind::Timeout, elapsed)
}

tokio::task_local! {
    /// When the attempt ends that a connection is made for.
    static END: Instant;
}

/// Ends connecting with the attempt that asked for it. An attempt that ends by this error is known to have sent
/// nothing; one that ends by the bound around the whole of it may have.
#[derive(Clone, Copy)]
struct Punctual;

impl<S> Layer<S> for Punctual {
    type Service = PunctualConnector<S>;

    fn layer(&self, inner: S) -> PunctualConnector<S> {
        PunctualConnector(inner)
    }
}

#[derive(Clone)]
struct PunctualConnector<S>(S);

impl<S, To> Service<To> for PunctualConnector<S>
where
    S: Service<To, Error = Box<dyn Error + Send + Sync>>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn std::future::Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, to: To) -> Self::Future {
        // The future may outlive the attempt, in a task of its own.
        let latest = Instant::now() + LONGEST_CONNECT;
        let end = END.try_with(|end| latest.min(*end)).unwrap_or(latest);
        let connecting = self.0.call(to);
        Box::pin(async move { timeout_at(end, connecting).await? })
    }
}
