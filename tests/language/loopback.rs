//! Over real sockets in both adapters: what a client sends is what a server reads, and the other way round.

use std::fmt::Debug;
use std::sync::mpsc::channel;

use language_clients::runtime::client::{Api, BlockingTransport, Client, Endpoint};

use crate::stand_in::StandIn;

/// Sends a request over ureq and over reqwest; what the server read, and what the client read, is what was written.
pub fn comes_back<E>(auth: impl Fn() -> <E::Api as Api>::Auth, request: &E, answer: &E::Output)
where
    E: Endpoint<Output: Clone + PartialEq + Debug + Send> + Clone + PartialEq + Debug + Send,
{
    let (sender, received) = channel();
    let output = answer.clone();
    let server = StandIn::start(move |request| {
        let read = E::from_request(request)?;
        sender.send((read.endpoint, read.violations.len()))?;
        Ok(E::to_response(&output)?)
    })
    .unwrap();

    let blocking = Client::<E::Api, dyn BlockingTransport>::builder(server.address(), auth()).build().unwrap();
    let full = blocking.call(request.clone()).send_full().unwrap();
    assert_eq!((&full.output, full.deviations), (answer, vec![]));
    assert_eq!(received.recv().unwrap(), (Some(request.clone()), 0));

    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let asynchronous = Client::<E::Api>::builder(server.address(), auth()).build().unwrap();
    let full = runtime.block_on(asynchronous.call(request.clone()).send_full()).unwrap();
    assert_eq!((&full.output, full.deviations), (answer, vec![]));
    assert_eq!(received.recv().unwrap(), (Some(request.clone()), 0));
}
