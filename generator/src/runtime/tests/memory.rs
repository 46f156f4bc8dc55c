//! A transport that answers from memory, and clients over it.

use std::future::ready;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use http::StatusCode;

use super::sample::{Key, PlaceOrder, Shop};
use crate::runtime::client::{
    BlockingTransport, Builder, Client, Future, Limits, Request, Response, Transport, TransportError,
    TransportErrorKind,
};

pub type Blocking = Client<Shop, dyn BlockingTransport>;

/// Answers in order, and keeps what it was sent and how long it was to wait.
#[derive(Default)]
pub struct Memory {
    pub answers: Mutex<Vec<Result<Response, TransportError>>>,
    pub sent: Mutex<Vec<(Request, Limits)>>,
    pub waits: Mutex<Vec<Duration>>,
}

impl BlockingTransport for Memory {
    fn send(&self, request: Request, limits: Limits) -> Result<Response, TransportError> {
        self.sent.lock().unwrap().push((request, limits));
        self.answers.lock().unwrap().remove(0)
    }

    fn sleep(&self, delay: Duration) {
        self.waits.lock().unwrap().push(delay);
    }
}

impl Transport for Memory {
    fn send(&self, request: Request, limits: Limits) -> Future<'_, Result<Response, TransportError>> {
        Box::pin(ready(BlockingTransport::send(self, request, limits)))
    }

    fn sleep(&self, delay: Duration) -> Future<'_, ()> {
        BlockingTransport::sleep(self, delay);
        Box::pin(ready(()))
    }
}

/// The outcome of a future that is ready once it was polled a few times.
pub fn outcome<F: std::future::Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    for _ in 0..9 {
        if let Poll::Ready(outcome) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return outcome;
        }
    }
    panic!("it waits for something");
}

pub fn memory(answers: impl IntoIterator<Item = Result<Response, TransportError>>) -> Arc<Memory> {
    Arc::new(Memory { answers: Mutex::new(answers.into_iter().collect()), ..Memory::default() })
}

pub fn answer(status: u16, body: &str) -> Response {
    let mut response = Response::new(body.to_owned().into());
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    response
}

pub fn broken(kind: TransportErrorKind) -> TransportError {
    TransportError::new(kind, "so it went")
}

pub fn builder(server: &str) -> Builder<Shop, dyn BlockingTransport> {
    Client::builder(server, Key("secret-key".into()))
}

pub fn client(transport: &Arc<Memory>) -> Blocking {
    builder("https://shop.example/v2/").build_over(Arc::<Memory>::clone(transport)).unwrap()
}

pub fn order() -> PlaceOrder {
    PlaceOrder::new("a b")
}
