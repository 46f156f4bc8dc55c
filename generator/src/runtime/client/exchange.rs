//! One call from request to outcome, without I/O: the clients only send and wait.

use std::marker::PhantomData;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::setup::{Options, Setup};
use super::{Delivery, Endpoint, Error, Full, Limits, Request, Response, TransportError, retry};

/// The count of an attempt, from 1 on. Each request that a transport sends carries it in its extensions, if the
/// transport [reads them](super::Transport::reads_extensions).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Attempt(pub u32);

/// One call.
pub(super) struct Exchange<E: Endpoint> {
    setup: Arc<Setup<E::Api>>,
    request: Request,
    limits: Limits,
    retries: u32,
    idempotent: bool,
    attempt: u32,
    /// When the time of all attempts together is over; nothing where that lies beyond what clocks can tell.
    end: Option<Instant>,
    endpoint: PhantomData<fn() -> E>,
}

/// What comes next.
#[allow(clippy::large_enum_variant, reason = "it is taken apart at once")]
pub(super) enum Next<T> {
    Wait(Duration),
    Done(Result<Full<T>, Error>),
}

impl<E: Endpoint> Exchange<E> {
    pub(super) fn new(
        setup: Arc<Setup<E::Api>>,
        request: Request,
        options: &Options<E::Api>,
        idempotent: bool,
    ) -> Self {
        Self {
            setup,
            request,
            limits: options.limits,
            retries: options.retries,
            idempotent: idempotent || E::INFO.is_idempotent(),
            attempt: 0,
            end: Instant::now().checked_add(options.deadline),
            endpoint: PhantomData,
        }
    }

    /// The request of the next attempt, and its bounds.
    pub(super) fn attempt(&mut self, with_extensions: bool) -> (Request, Limits) {
        self.attempt += 1;
        let mut request = self.request.clone();
        if with_extensions {
            request.extensions_mut().insert(E::INFO);
            request.extensions_mut().insert(Attempt(self.attempt));
        }
        (request, Limits { timeout: self.limits.timeout.min(self.left()), ..self.limits })
    }

    pub(super) fn next(&mut self, answer: Result<Response, TransportError>) -> Next<E::Output> {
        if self.attempt <= self.retries
            && let Some(delay) = self.delay(&answer)
            && delay < self.left()
        {
            return Next::Wait(delay);
        }
        Next::Done(match answer {
            Ok(response) => self.setup.response::<E>(response),
            Err(error) => Err(Error::Transport { endpoint: E::INFO, error }),
        })
    }

    fn left(&self) -> Duration {
        self.end.map_or(Duration::MAX, |end| end.saturating_duration_since(Instant::now()))
    }

    /// How long to wait for a retry that cannot send the message twice; nothing where there is none.
    fn delay(&self, answer: &Result<Response, TransportError>) -> Option<Duration> {
        let (again, asked) = match answer {
            Err(error) => match error.delivery() {
                Delivery::NotSent => (true, None),
                Delivery::Unknown => (self.idempotent, None),
                Delivery::Answered => (false, None),
            },
            Ok(response) => match response.status().as_u16() {
                429 => (true, retry::asked(response.headers())), // refused before the server acted
                502..=504 => (self.idempotent, retry::asked(response.headers())),
                _ => (false, None),
            },
        };
        again.then(|| asked.unwrap_or_else(|| retry::backoff(self.attempt)))
    }
}
