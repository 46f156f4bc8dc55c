//! One call with settings of its own.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{CONTENT_TYPE, HeaderName};

use super::authorization::sensitive;
use super::exchange::{Exchange, Next};
use super::setup::Options;
use super::{
    Api, AsEndpoint, BlockingTransport, BuildError, Client, Endpoint, Error, Full, Future, Policy, Request,
    Settings as _, Transport,
};
use crate::runtime::core::is_framing_header;

/// One call of an endpoint, held by value or as `M` says; its settings override the client's.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<E: Endpoint, T: ?Sized = dyn Transport, M = E> {
    client: Client<E::Api, T>,
    endpoint: M,
    options: Options<E::Api>,
    auth: Option<<E::Api as Api>::Auth>,
    idempotent: bool,
    error: Option<BuildError>,
}

impl<E: Endpoint, T: ?Sized, M: AsEndpoint<E>> Call<E, T, M> {
    pub(super) fn new(client: Client<E::Api, T>, endpoint: M) -> Self {
        let options = client.setup.options.clone();
        Self { client, endpoint, options, auth: None, idempotent: false, error: None }
    }

    /// Adds to the client's settings, or overrides them.
    pub fn settings(mut self, settings: <E::Api as Api>::Settings) -> Self {
        self.options.settings = settings.or(std::mem::take(&mut self.options.settings));
        self
    }

    /// Adds to the client's policy, or overrides it.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.options.policy = policy.or(std::mem::take(&mut self.options.policy));
        self
    }

    /// Sends other credentials than the client's. Secrets that would go over plain `http` to another host are an error
    /// when the call is sent.
    pub fn auth(mut self, auth: <E::Api as Api>::Auth) -> Self {
        self.auth = Some(auth);
        self
    }

    /// Sets a header that the documentation does not know, or overrides one; credentials win over it. No `Debug` prints
    /// its value. What is no header, or frames the message, is an error when the call is sent.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let is_reserved = |name: &HeaderName| *name == CONTENT_TYPE || is_framing_header(name.as_str());
        match HeaderName::try_from(name) {
            Err(_) => self.error = Some(BuildError::HeaderName(name.to_owned())),
            Ok(name) if is_reserved(&name) => self.error = Some(BuildError::ReservedHeader(name)),
            Ok(name) => match sensitive(value) {
                Some(value) => drop(self.options.headers.insert(name, value)),
                None => self.error = Some(BuildError::Header(name)),
            },
        }
        self
    }

    /// How long one attempt may take.
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.options.limits.timeout = timeout;
        self
    }

    /// How long all attempts and the waits between them may take together.
    pub const fn deadline(mut self, deadline: Duration) -> Self {
        self.options.deadline = deadline;
        self
    }

    /// How often the call is repeated where that cannot send it twice.
    pub const fn retries(mut self, retries: u32) -> Self {
        self.options.retries = retries;
        self
    }

    /// How many bytes a response may have.
    pub const fn max_response(mut self, bytes: usize) -> Self {
        self.options.limits.max_response = bytes;
        self
    }

    /// Promises that the server acts once however often it is asked, so that a retry is safe.
    pub const fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// The request as it would be sent: validated, authorised, not sent.
    ///
    /// # Errors
    /// When the endpoint breaks a rule or cannot be built.
    pub fn request(&self) -> Result<Request, Error> {
        if let Some(error) = &self.error {
            return Err(Error::Build { endpoint: E::INFO, error: error.clone() });
        }
        self.client.setup.request(self.endpoint.as_endpoint(), &self.options, self.auth.as_ref())
    }

    fn start(self) -> Result<(Exchange<E>, Arc<T>), Error> {
        let request = self.request()?;
        Ok((Exchange::new(self.client.setup, request, &self.options, self.idempotent), self.client.transport))
    }
}

impl<E: Endpoint, M: AsEndpoint<E>> Call<E, dyn Transport, M> {
    /// The typed body. Validates and encodes at once; the future sends and decodes, and needs no client.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn send(self) -> Future<'static, Result<E::Output, Error>> {
        let started = self.start();
        Box::pin(async move { drive(started).await.map(|full| full.output) })
    }

    /// The typed body with status, headers, raw body and deviations.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn send_full(self) -> Future<'static, Result<Full<E::Output>, Error>> {
        Box::pin(drive(self.start()))
    }
}

async fn drive<E: Endpoint>(
    started: Result<(Exchange<E>, Arc<dyn Transport>), Error>,
) -> Result<Full<E::Output>, Error> {
    let (mut exchange, transport) = started?;
    loop {
        let (request, limits) = exchange.attempt(transport.reads_extensions());
        let answer = transport.send(request, limits).await;
        let delay = match exchange.next(answer) {
            Next::Wait(delay) => delay,
            Next::Done(outcome) => return outcome,
        };
        transport.sleep(delay).await;
    }
}

impl<E: Endpoint, M: AsEndpoint<E>> Call<E, dyn BlockingTransport, M> {
    /// The typed body.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn send(self) -> Result<E::Output, Error> {
        self.send_full().map(|full| full.output)
    }

    /// The typed body with status, headers, raw body and deviations.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn send_full(self) -> Result<Full<E::Output>, Error> {
        let (mut exchange, transport) = self.start()?;
        loop {
            let (request, limits) = exchange.attempt(transport.reads_extensions());
            let answer = transport.send(request, limits);
            match exchange.next(answer) {
                Next::Wait(delay) => transport.sleep(delay),
                Next::Done(outcome) => return outcome,
            }
        }
    }
}

/// Shows endpoint and server, and nothing of the credentials.
impl<E: Endpoint, T: ?Sized, M> fmt::Debug for Call<E, T, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("endpoint", &E::INFO).field("client", &self.client).finish_non_exhaustive()
    }
}
