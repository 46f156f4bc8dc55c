//! The asynchronous adapter over reqwest, with rustls and ring.

use std::sync::Arc;
use std::time::Duration;

use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Method};
use reqwest::redirect::Policy;
use rustls::crypto::ring::default_provider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt as _;

use super::{
    Body, BuildError, Future, Limits, Request, Response, Transport, TransportError, TransportErrorKind as Kind,
};

/// Carries requests over reqwest: no redirects, no cookies, no decompression, no proxy from the environment. It runs
/// within tokio, with time enabled.
#[derive(Clone, Debug)]
pub struct Reqwest(reqwest::Client);

impl Reqwest {
    /// A client of its own, with the certificates that the system trusts.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new() -> Result<Self, BuildError> {
        Self::trusting(&[])
    }

    /// A client of its own that trusts these certificates (PEM); none of them, those that the system trusts.
    ///
    /// # Errors
    /// When TLS cannot be set up, or what is given is no certificate.
    pub fn trusting(roots: &[Vec<u8>]) -> Result<Self, BuildError> {
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls(roots)?)
            .connect_timeout(Duration::from_secs(10))
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
            .no_proxy()
            .build();
        client.map(Self).map_err(unusable)
    }
}

fn tls(roots: &[Vec<u8>]) -> Result<ClientConfig, BuildError> {
    let builder = ClientConfig::builder_with_provider(Arc::new(default_provider()));
    let builder = builder.with_safe_default_protocol_versions().map_err(unusable)?;
    if roots.is_empty() {
        return Ok(builder.with_platform_verifier().map_err(unusable)?.with_no_client_auth());
    }
    let mut store = RootCertStore::empty();
    for certificate in roots.iter().flat_map(|pem| CertificateDer::pem_slice_iter(pem)) {
        store.add(certificate.map_err(unusable)?).map_err(unusable)?;
    }
    if store.is_empty() {
        return Err(BuildError::Transport("no certificate to trust".to_owned()));
    }
    Ok(builder.with_root_certificates(store).with_no_client_auth())
}

fn unusable(error: impl std::fmt::Display) -> BuildError {
    BuildError::Transport(error.to_string())
}

impl Transport for Reqwest {
    fn send(&self, request: Request, limits: Limits) -> Future<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let request = request.map(|body| body.into_bytes().unwrap_or_default());
            let mut request = reqwest::Request::try_from(request).map_err(failed)?;
            *request.timeout_mut() = Some(limits.timeout);
            announce_empty(&mut request);
            let answer = self.0.execute(request).await.map_err(failed)?;
            let status = answer.status();
            receive(answer, limits).await.map_err(|error| error.after(status))
        })
    }

    fn sleep(&self, delay: Duration) -> Future<'_, ()> {
        Box::pin(tokio::time::sleep(delay))
    }

    fn reads_extensions(&self) -> bool {
        false
    }
}

/// Says that a body is empty where one is expected (RFC 9110, 8.6); some servers refuse the request else.
fn announce_empty(request: &mut reqwest::Request) {
    let anticipates_body = matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH);
    let is_empty = request.body().and_then(reqwest::Body::as_bytes).is_none_or(<[u8]>::is_empty);
    if anticipates_body && is_empty {
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
}

async fn receive(mut answer: reqwest::Response, limits: Limits) -> Result<Response, TransportError> {
    let too_large = || TransportError::new(Kind::TooLarge, format!("more than {} bytes", limits.max_response));
    let announced = answer.content_length().unwrap_or_default();
    if usize::try_from(announced).map_or(true, |announced| announced > limits.max_response) {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(failed)? {
        if chunk.len() > limits.max_response.saturating_sub(bytes.len()) {
            return Err(too_large());
        }
        bytes.extend_from_slice(&chunk);
    }
    let mut response = Response::new(Body::from(bytes));
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
