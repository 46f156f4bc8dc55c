//! One call with settings of its own.

use std::fmt;
use std::future::ready;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use super::exchange::Exchange;
use super::setup::Options;
use super::{
    Api, AsEndpoint, BlockingTransport, BuildError, Client, Endpoint, Error, Full, Future, Policy, Request,
    Settings as _, Transport, provider,
};
use crate::runtime::Json;

/// One call of an endpoint, with settings of its own that override the client's. `M` is the request, by value or by
/// reference. The guide has a [table](crate::guide::configuration) of all that can be set.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<E: Endpoint, T: ?Sized = dyn Transport, M = E> {
    client: Client<E::Api, T>,
    endpoint: M,
    options: Options<E::Api>,
    auth: Option<<E::Api as Api>::Auth>,
    idempotent: bool,
    /// The first of the settings that cannot be.
    error: Option<BuildError>,
}

impl<E: Endpoint, T: ?Sized, M: AsEndpoint<E>> Call<E, T, M> {
    pub(super) fn new(client: Client<E::Api, T>, endpoint: M) -> Self {
        let options = client.setup.options.clone();
        Self { client, endpoint, options, auth: None, idempotent: false, error: None }
    }

    /// Adds to the client's settings, or overrides them. Those that the endpoint does not document do not go out.
    pub fn settings(mut self, settings: <E::Api as Api>::Settings) -> Self {
        self.options.settings = settings.or(std::mem::take(&mut self.options.settings));
        self
    }

    /// Adds to the client's policy, or overrides it.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.options.policy = policy.or(std::mem::take(&mut self.options.policy));
        self
    }

    /// Sends other credentials than the client's, whose provider is not asked then. Secrets that would go over plain
    /// `http` to another host are an error when the call is sent.
    pub fn auth(mut self, auth: <E::Api as Api>::Auth) -> Self {
        self.auth = Some(auth);
        self
    }

    /// Sets a header that the documentation does not know, or overrides one, the client's included; credentials win
    /// over it. No `Debug` prints its value. What is no header, or frames the message, is an error when the call is sent.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Err(error) = self.options.header(name, value) {
            self.error.get_or_insert(error);
        }
        self
    }

    /// Sends the body under another media type that the documentation lists, see
    /// [`Info::media_types`](super::Info::media_types). One that it does not list is an error when the call is sent.
    pub fn media_type(mut self, media_type: &str) -> Self {
        let documented = E::INFO.media_types;
        match documented.iter().position(|listed| listed.eq_ignore_ascii_case(media_type)) {
            Some(0) => self.options.additions.media_type = None,
            Some(at) => self.options.additions.media_type = documented.get(at).copied(),
            None => {
                self.error.get_or_insert_with(|| BuildError::MediaType { chosen: media_type.to_owned(), documented });
            }
        }
        self
    }

    /// Adds a field that the documentation does not know to a body that is a JSON object or a form: any JSON value, of
    /// which a form takes texts as they are, an item of a list each, and all else as JSON writes it. Nothing validates
    /// it. One that the endpoint writes itself, and a body without fields, are errors when the call is sent.
    ///
    /// Of two calls with one name, the later holds.
    pub fn extra_field(mut self, name: impl Into<String>, value: impl Into<Json>) -> Self {
        self.options.additions.fields.insert(name, value);
        self
    }

    /// How long one attempt may take, in place of the client's [`timeout`](super::Builder::timeout).
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.options.limits.timeout = timeout;
        self
    }

    /// How long all attempts and the waits between them may take together, in place of the client's
    /// [`deadline`](super::Builder::deadline).
    pub const fn deadline(mut self, deadline: Duration) -> Self {
        self.options.deadline = deadline;
        self
    }

    /// How often the call is repeated at most, in place of the client's [`retries`](super::Builder::retries).
    pub const fn retries(mut self, retries: u32) -> Self {
        self.options.retries = retries;
        self
    }

    /// How many bytes the body of a response may have.
    pub const fn max_response(mut self, bytes: usize) -> Self {
        self.options.limits.max_response = bytes;
        self
    }

    /// Promises that the server acts once however often it is asked, whatever
    /// [`Info::is_idempotent`](super::Info::is_idempotent) says, so that a retry is safe.
    pub const fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// The request as it would be sent: validated, authorised, not sent. Where the client's credentials come from a
    /// provider, it is not asked and there are none in it.
    ///
    /// # Errors
    /// When the request breaks a rule or cannot be built.
    pub fn request(&self) -> Result<Request, Error> {
        if let Some(error) = &self.error {
            return Err(Error::Build { endpoint: E::INFO, error: error.clone() });
        }
        self.client.setup.request(self.endpoint.as_endpoint(), &self.options, self.auth.as_ref())
    }

    fn start(self) -> Result<(Exchange<E>, Arc<T>), Error> {
        let request = self.request()?;
        let Client { setup, transport } = self.client;
        let is_authorized = self.auth.is_some();
        Ok((Exchange::new(setup, request, is_authorized, &self.options, self.idempotent), transport))
    }
}

impl<E: Endpoint, M: AsEndpoint<E>> Call<E, dyn Transport, M> {
    /// The typed body. Validates and encodes at once; the future sends and decodes, and needs neither client nor
    /// endpoint. Dropping it after its first poll leaves open whether the server acted, and nothing tells.
    ///
    /// # Errors
    /// See [`Error`]; [`Error::delivery`] tells whether the server may have acted.
    pub fn send(self) -> Future<'static, Result<E::Output, Error>> {
        self.drive(|full| full.output)
    }

    /// The typed body with status, headers, raw body and deviations. The future is that of [`send`](Self::send).
    ///
    /// # Errors
    /// See [`Error`]; [`Error::delivery`] tells whether the server may have acted.
    pub fn send_full(self) -> Future<'static, Result<Full<E::Output>, Error>> {
        self.drive(|full| full)
    }

    fn drive<R: Send + 'static>(self, finish: fn(Full<E::Output>) -> R) -> Future<'static, Result<R, Error>> {
        // What a block captures it uses in place; the arguments of an `async fn` would be held twice.
        let (mut exchange, transport) = match self.start() {
            Ok(started) => started,
            Err(error) => return Box::pin(ready(Err(error))),
        };
        Box::pin(async move {
            if let Some(asked) = exchange.ask() {
                let deadline = exchange.deadline();
                let timer = deadline.left().map(|left| transport.sleep(left));
                let asked = provider::wait(asked, deadline, timer).await;
                exchange.authorize(asked)?;
            }
            loop {
                let (request, limits) = exchange.attempt(transport.reads_extensions());
                let answer = transport.send(request, limits).await;
                let delay = match exchange.next(answer) {
                    ControlFlow::Continue(delay) => delay,
                    ControlFlow::Break(outcome) => return outcome.map(finish),
                };
                transport.sleep(delay).await;
            }
        })
    }
}

impl<E: Endpoint, M: AsEndpoint<E>> Call<E, dyn BlockingTransport, M> {
    /// The typed body.
    ///
    /// # Errors
    /// See [`Error`]; [`Error::delivery`] tells whether the server may have acted.
    pub fn send(self) -> Result<E::Output, Error> {
        self.send_full().map(|full| full.output)
    }

    /// The typed body with status, headers, raw body and deviations.
    ///
    /// # Errors
    /// See [`Error`]; [`Error::delivery`] tells whether the server may have acted.
    pub fn send_full(self) -> Result<Full<E::Output>, Error> {
        let (mut exchange, transport) = self.start()?;
        if let Some(asked) = exchange.ask() {
            exchange.authorize(provider::at_once(asked))?;
        }
        loop {
            let (request, limits) = exchange.attempt(transport.reads_extensions());
            let answer = transport.send(request, limits);
            match exchange.next(answer) {
                ControlFlow::Continue(delay) => transport.sleep(delay),
                ControlFlow::Break(outcome) => return outcome,
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
