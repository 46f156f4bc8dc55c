//! Both adapters behind one trait, so that each case is written once.

use std::sync::LazyLock;

use message_clients::runtime::Deviation;
use message_clients::runtime::client::{
    self, Api, BlockingTransport, Builder, Call, Client, Endpoint, Error, Full, Transport,
};

/// One of the two ways to send.
pub trait Adapter {
    /// What carries its requests.
    type Transport: client::Adapter + ?Sized;

    /// Sends a call and waits for its outcome.
    fn send<E: Endpoint>(call: Call<E, Self::Transport>) -> Result<Full<E::Output>, Error>;
}

/// Asynchronous, over reqwest.
pub struct OverReqwest;

/// Blocking, over ureq.
pub struct OverUreq;

/// Where all that is asynchronous runs.
pub static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime of tokio")
});

impl Adapter for OverReqwest {
    type Transport = dyn Transport;

    fn send<E: Endpoint>(call: Call<E, Self::Transport>) -> Result<Full<E::Output>, Error> {
        RUNTIME.block_on(call.send_full())
    }
}

impl Adapter for OverUreq {
    type Transport = dyn BlockingTransport;

    fn send<E: Endpoint>(call: Call<E, Self::Transport>) -> Result<Full<E::Output>, Error> {
        call.send_full()
    }
}

/// The builder of a client of an API.
pub fn builder<T: Adapter, A: Api>(server: &str, auth: A::Auth) -> Builder<A, T::Transport> {
    Client::<A, T::Transport>::builder(server, auth)
}

/// A client with nothing set.
pub fn client<T: Adapter, A: Api>(server: &str, auth: A::Auth) -> Client<A, T::Transport> {
    builder::<T, A>(server, auth).build().expect("a client")
}

/// Sends to a server with nothing set.
pub fn send<T: Adapter, E: Endpoint>(
    server: &str,
    auth: <E::Api as Api>::Auth,
    endpoint: E,
) -> Result<Full<E::Output>, Error> {
    T::send(client::<T, E::Api>(server, auth).call(endpoint))
}

/// The place and the rule of each deviation, or its words where it breaks no rule.
pub fn broken(deviations: &[Deviation]) -> Vec<String> {
    let words = |deviation: &Deviation| match deviation {
        Deviation::Broken(violation) => format!("{} {}", violation.pointer, violation.rule.id()),
        other => other.to_string(),
    };
    deviations.iter().map(words).collect()
}

/// A test of each case in both adapters.
macro_rules! in_both {
    ($($case:ident),+ $(,)?) => {
        mod over_reqwest {
            $(#[test] fn $case() { super::$case::<crate::adapter::OverReqwest>(); })+
        }
        mod over_ureq {
            $(#[test] fn $case() { super::$case::<crate::adapter::OverUreq>(); })+
        }
    };
}

pub(crate) use in_both;
