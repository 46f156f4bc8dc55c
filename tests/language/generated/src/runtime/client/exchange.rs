//! One call from request to outcome, without I/O: the clients only ask, send and wait.

use std::marker::PhantomData;
use std::mem;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use super::clock::Deadline;
use super::provider::{self, Asked, Credentials, ProviderError};
use super::setup::{Options, Setup};
use super::{Api, Delivery, Endpoint, Error, Full, Limits, Request, Response, TransportError, retry};

/// The count of an attempt, from 1 on. Each request that a transport sends carries it in its extensions, if the
/// transport [reads them](super::Transport::reads_extensions).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Attempt(pub u32);

/// How a call went so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course {
    /// How many attempts there were.
    pub(super) attempts: u32,
    /// Whether asking twice does no harm, by the documentation or by the caller's word.
    pub(super) idempotent: bool,
    /// Whether the server may have acted upon an attempt that was repeated.
    pub(super) in_doubt: bool,
}

/// One call.
pub(super) struct Exchange<E: Endpoint> {
    setup: Arc<Setup<E::Api>>,
    request: Request,
    is_authorized: bool,
    limits: Limits,
    retries: u32,
    course: Course,
    deadline: Deadline,
    endpoint: PhantomData<fn() -> E>,
}

/// What comes next: the outcome, or a retry after a wait.
pub(super) type Next<T> = ControlFlow<Result<Full<T>, Error>, Duration>;

impl<E: Endpoint> Exchange<E> {
    pub(super) fn new(
        setup: Arc<Setup<E::Api>>,
        request: Request,
        is_authorized: bool,
        options: &Options<E::Api>,
        idempotent: bool,
    ) -> Self {
        Self {
            setup,
            request,
            is_authorized,
            limits: options.limits,
            retries: options.retries,
            course: Course { attempts: 0, idempotent: idempotent || E::INFO.is_idempotent(), in_doubt: false },
            deadline: Deadline::after(options.deadline),
            endpoint: PhantomData,
        }
    }

    /// Asks for credentials, where they come from a provider.
    pub(super) fn ask(&self) -> Option<Asked<E::Api>> {
        match &self.setup.credentials {
            Credentials::Asked(provider) if !self.is_authorized && !E::INFO.is_free() => Some(provider(E::INFO)),
            Credentials::Asked(_) | Credentials::Fixed(_) => None,
        }
    }

    pub(super) const fn deadline(&self) -> Deadline {
        self.deadline
    }

    /// Adds the credentials that were asked for.
    pub(super) fn authorize(&mut self, asked: Result<<E::Api as Api>::Auth, ProviderError>) -> Result<(), Error> {
        let in_time =
            asked.and_then(|auth| if self.deadline.has_passed() { Err(provider::out_of_time()) } else { Ok(auth) });
        let auth = in_time.map_err(|source| Error::Credentials { endpoint: E::INFO, source })?;
        let authorized = self.setup.authorize(E::INFO, &mut self.request, &auth);
        authorized.map_err(|error| Error::Build { endpoint: E::INFO, error })
    }

    /// The request of the next attempt, and its bounds.
    pub(super) fn attempt(&mut self, with_extensions: bool) -> (Request, Limits) {
        self.course.attempts += 1;
        let is_last = self.course.attempts > self.retries;
        let mut request = if is_last { mem::take(&mut self.request) } else { self.request.clone() };
        if with_extensions {
            request.extensions_mut().insert(E::INFO);
            request.extensions_mut().insert(Attempt(self.course.attempts));
        }
        let timeout = self.deadline.left().map_or(self.limits.timeout, |left| left.min(self.limits.timeout));
        (request, Limits { timeout, ..self.limits })
    }

    pub(super) fn next(&mut self, answer: Result<Response, TransportError>) -> Next<E::Output> {
        #[cfg(feature = "tracing")]
        super::trace::attempt(E::INFO, self.setup.address.host(), self.course.attempts, &answer);
        if self.course.attempts <= self.retries
            && let Some(delay) = self.delay(&answer)
            && self.deadline.allows(delay)
            && self.setup.budget.take()
        {
            self.course.in_doubt |= may_have_acted(&answer);
            return ControlFlow::Continue(delay);
        }
        let outcome = self.outcome(answer);
        #[cfg(feature = "tracing")]
        super::trace::outcome(E::INFO, self.setup.address.host(), self.course.attempts, &outcome);
        ControlFlow::Break(outcome)
    }

    fn outcome(&self, answer: Result<Response, TransportError>) -> Result<Full<E::Output>, Error> {
        match answer {
            Ok(response) => {
                if response.status().is_success() {
                    self.setup.budget.give_back();
                }
                self.setup.response::<E>(response, self.course)
            }
            Err(error) => Err(Error::Transport {
                endpoint: E::INFO,
                attempts: self.course.attempts,
                idempotent: self.course.idempotent,
                delivery: match error.delivery() {
                    Delivery::NotSent if self.course.in_doubt => Delivery::Unknown,
                    delivery => delivery,
                },
                error,
            }),
        }
    }

    /// How long to wait for a retry that cannot send the message twice; nothing where there is none.
    fn delay(&self, answer: &Result<Response, TransportError>) -> Option<Duration> {
        let (again, asked) = match answer {
            Err(error) => match error.delivery() {
                Delivery::NotSent => (true, None),
                Delivery::Unknown => (self.course.idempotent, None),
                Delivery::Answered => (false, None),
            },
            Ok(response) => {
                let (status, headers) = (response.status(), response.headers());
                let harmless = self.course.idempotent || retry::is_turned_away(status, headers);
                (harmless && retry::may_pass(status), retry::asked(headers))
            }
        };
        again.then(|| asked.unwrap_or_else(|| retry::backoff(self.course.attempts)))
    }
}

/// Whether the server may have acted, though the answer is no success.
fn may_have_acted(answer: &Result<Response, TransportError>) -> bool {
    match answer {
        Ok(response) => !retry::is_turned_away(response.status(), response.headers()),
        Err(error) => error.delivery() != Delivery::NotSent,
    }
}
