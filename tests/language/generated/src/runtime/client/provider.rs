//! Where the credentials of a client come from: given once, or asked for by each call.

use std::error::Error;
use std::future::{poll_fn, ready};
use std::task::{Context, Poll, Waker};

use super::clock::Deadline;
use super::{Api, Future, Info};

/// Whatever went wrong while credentials were asked for.
pub(super) type ProviderError = Box<dyn Error + Send + Sync>;

/// What a provider answers with. That of a blocking client waits before there is a future, so that the future is ready.
pub(super) type Asked<A> = Future<'static, Result<<A as Api>::Auth, ProviderError>>;

/// Gives the credentials of one call.
pub(super) type Provider<A> = Box<dyn Fn(&'static Info) -> Asked<A> + Send + Sync>;

/// The credentials of a client.
pub(super) enum Credentials<A: Api> {
    Fixed(A::Auth),
    Asked(Provider<A>),
}

impl<A: Api> Credentials<A> {
    /// Those that a future brings.
    pub(super) fn asked<F, R>(provider: impl Fn(&'static Info) -> F + Send + Sync + 'static) -> Self
    where
        F: std::future::Future<Output = Result<A::Auth, R>> + Send + 'static,
        R: Into<ProviderError>,
    {
        Self::Asked(Box::new(move |endpoint| {
            let asked = provider(endpoint);
            Box::pin(async move { asked.await.map_err(Into::into) })
        }))
    }

    /// Those that a function returns.
    pub(super) fn returned<R>(provider: impl Fn(&'static Info) -> Result<A::Auth, R> + Send + Sync + 'static) -> Self
    where
        R: Into<ProviderError>,
    {
        Self::Asked(Box::new(move |endpoint| Box::pin(ready(provider(endpoint).map_err(Into::into)))))
    }

    /// What is known without asking.
    pub(super) const fn fixed(&self) -> Option<&A::Auth> {
        if let Self::Fixed(auth) = self { Some(auth) } else { None }
    }
}

/// Waits for credentials, until a timer says that the deadline has passed.
pub(super) async fn wait<T>(
    mut asked: Future<'_, Result<T, ProviderError>>,
    deadline: Deadline,
    timer: Option<Future<'_, ()>>,
) -> Result<T, ProviderError> {
    let mut timer = timer;
    poll_fn(|context| {
        if let Poll::Ready(answer) = asked.as_mut().poll(context) {
            return Poll::Ready(answer);
        }
        if timer.as_mut().is_some_and(|timer| timer.as_mut().poll(context).is_ready()) {
            timer = None; // that of a test may return at once, which is no reason to give up
            if deadline.has_passed() {
                return Poll::Ready(Err(out_of_time()));
            }
        }
        Poll::Pending
    })
    .await
}

/// The credentials of a blocking provider.
pub(super) fn at_once<T>(mut asked: Future<'_, Result<T, ProviderError>>) -> Result<T, ProviderError> {
    match asked.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => Err("a blocking client has an asynchronous provider".into()),
    }
}

pub(super) fn out_of_time() -> ProviderError {
    "the deadline of the call passed before they came".into()
}
