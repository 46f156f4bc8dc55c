//! Calls with a credential, from the builder to whatever comes back: nothing that can be printed on the way tells it.
//! Compiled once for each crate, since the runtime of each is its own.

use std::fmt::Debug;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use super::clients::runtime::client::http::StatusCode;
use super::clients::runtime::client::{
    Api, BlockingTransport, Body, Client, Endpoint, Error, Event, Full, Limits, Network, Request, Reqwest, Response,
    Transport, TransportError, TransportErrorKind, Ureq,
};
use crate::hosts::Hosts;
use crate::secret::{MARK, SECRET, is_told, silent};

/// Calls an endpoint; an error says what tells the secret.
type Told = Box<dyn Fn(&Hosts) -> Result<(), String>>;

/// A call of one endpoint with one credential.
pub struct Call {
    /// API and credential, as the specs name them.
    pub name: &'static str,
    /// Over canned answers and real connections.
    pub tells_nothing: Told,
}

impl Call {
    pub fn of<E>(name: &'static str, auth: <E::Api as Api>::Auth, endpoint: E) -> Self
    where
        E: Endpoint + Clone + Debug,
        E::Output: Debug,
        <E::Api as Api>::Auth: Clone,
    {
        let tells_nothing = move |hosts: &Hosts| {
            at_rest::<E>(&auth, &endpoint)?;
            over_canned_answers::<E>(&auth, &endpoint)?;
            over_connections::<E>(&auth, &endpoint, hosts)
        };
        Self { name, tells_nothing: Box::new(tells_nothing) }
    }
}

const SERVER: &str = "https://host.example/base";

/// What there is before anything is sent.
fn at_rest<E>(auth: &<E::Api as Api>::Auth, endpoint: &E) -> Result<(), String>
where
    E: Endpoint + Clone + Debug,
    <E::Api as Api>::Auth: Clone,
{
    silent("the credential", &shown!(auth))?;
    let builder = Client::<E::Api, dyn BlockingTransport>::builder(SERVER, auth.clone()).header("x-own", SECRET);
    silent("the builder", &shown!(&builder))?;
    let client = builder.build_over(Arc::new(Canned::nothing())).map_err(|error| error.to_string())?;
    silent("the client", &shown!(&client))?;
    let call = client.call::<E, _>(endpoint.clone()).header("x-more", SECRET).auth(auth.clone());
    silent("the call", &shown!(&call))?;
    let request = call.request().map_err(|error| error.to_string())?;
    silent("the request's headers and body", &[shown!(request.headers()), shown!(request.body())].concat())?;
    // A credential of the query is part of the address, whose `Debug` is that of the crate `http`.
    if !is_told(&request.uri().to_string()) {
        silent("the request", &shown!(&request))?;
    }
    let refused = Client::<E::Api, dyn BlockingTransport>::builder(format!("https://{MARK}:{MARK}@host"), auth.clone());
    silent("the builder of a refused address", &shown!(&refused))?;
    silent("the refusal of an address", &shown!(&refused.build_over(Arc::new(Canned::nothing())).err()))?;
    let network = Network::new().proxy(format!("http://kari:{MARK}@127.0.0.1:1")).trust(SECRET);
    silent("the network", &shown!(&network))?;
    let proxied = Client::<E::Api, dyn BlockingTransport>::builder(SERVER, auth.clone())
        .proxy(format!("ftp://kari:{MARK}@127.0.0.1"));
    silent("the refusal of a proxy", &shown!(&proxied.build().err()))
}

/// A transport without a network, which keeps what it was asked to send.
struct Canned {
    answer: fn() -> Result<Response, TransportError>,
    sent: Mutex<Vec<Request>>,
}

impl Canned {
    fn nothing() -> Self {
        Self::answering(|| Ok(Response::new(Body::default())))
    }

    const fn answering(answer: fn() -> Result<Response, TransportError>) -> Self {
        Self { answer, sent: Mutex::new(Vec::new()) }
    }
}

impl BlockingTransport for Canned {
    fn send(&self, request: Request, _: Limits) -> Result<Response, TransportError> {
        self.sent.lock().unwrap().push(request);
        (self.answer)()
    }
}

/// An answer that repeats the credential wherever a server can.
fn echo(status: StatusCode) -> Response {
    let mut response = Response::new(Body::from(format!("{SECRET} {{\"token\":\"{MARK}\"}}")));
    *response.status_mut() = status;
    for name in ["set-cookie", "authorization", "x-auth-token", "x-xsrf-token", "x-api-key", "session-id", "x-ticket"] {
        response.headers_mut().insert(name, SECRET.parse().expect("a header"));
    }
    response
}

fn over_canned_answers<E>(auth: &<E::Api as Api>::Auth, endpoint: &E) -> Result<(), String>
where
    E: Endpoint + Clone + Debug,
    E::Output: Debug,
    <E::Api as Api>::Auth: Clone,
{
    let answers: [fn() -> Result<Response, TransportError>; 6] = [
        || Ok(echo(StatusCode::OK)),
        || Ok(echo(StatusCode::UNAUTHORIZED)),
        || Ok(echo(StatusCode::UNPROCESSABLE_ENTITY)),
        || Ok(Response::new(Body::from("{}"))),
        || Err(TransportError::new(TransportErrorKind::Broken, "what the transport says")),
        || Err(TransportError::new(TransportErrorKind::Timeout, "what the transport says")),
    ];
    for answer in answers {
        let transport = Arc::new(Canned::answering(answer));
        let builder = Client::<E::Api, dyn BlockingTransport>::builder(SERVER, auth.clone()).retries(0);
        let shared: Arc<dyn BlockingTransport> = transport.clone();
        let heard: Arc<Mutex<Vec<String>>> = Arc::default();
        let observer = {
            let heard = Arc::clone(&heard);
            move |event: &Event<'_>| {
                heard.lock().unwrap_or_else(PoisonError::into_inner).extend(shown!(event));
                panic!("an observer that panics costs nothing");
            }
        };
        let client = builder.observer(observer).build_over(shared).map_err(|error| error.to_string())?;
        outcome("of a canned answer", client.call::<E, _>(endpoint).send_full())?;
        silent("an event", &heard.lock().unwrap_or_else(PoisonError::into_inner))?;
        let sent = transport.sent.lock().unwrap();
        let is_sent = |request: &Request| {
            let lines = request.headers().values().map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
            lines.chain([request.uri().to_string()]).any(|text| is_told(&text))
        };
        if sent.is_empty() || !sent.iter().all(is_sent) {
            return Err("the credential was not sent".to_owned());
        }
    }
    Ok(())
}

fn outcome<T: Debug>(of: &str, outcome: Result<Full<T>, Error>) -> Result<(), String> {
    match outcome {
        Ok(full) => silent(&format!("the answer {of}"), &shown!(&full)),
        Err(error) => {
            let mut printed = shown!(&error);
            // `{:#}` shows on request how the body begins, which is the server's to say.
            if error.refusal().is_some() {
                printed.retain(|text| *text != format!("{error:#}"));
            }
            silent(&format!("the error {of}"), &printed)
        }
    }
}

static UREQ: LazyLock<Arc<dyn BlockingTransport>> = LazyLock::new(|| Arc::new(Ureq::new().expect("an agent")));
static REQWEST: LazyLock<Arc<dyn Transport>> = LazyLock::new(|| Arc::new(Reqwest::new().expect("a client")));

/// Over both adapters, to hosts that fail in every way.
fn over_connections<E>(auth: &<E::Api as Api>::Auth, endpoint: &E, hosts: &Hosts) -> Result<(), String>
where
    E: Endpoint + Clone + Debug,
    E::Output: Debug,
    <E::Api as Api>::Auth: Clone,
{
    for (what, address) in hosts.all() {
        let builder = Client::<E::Api, dyn BlockingTransport>::builder(&address, auth.clone());
        let builder = builder.retries(0).timeout(TIMEOUT);
        let client = builder.build_over(Arc::clone(&*UREQ)).map_err(|error| error.to_string())?;
        outcome(&format!("of {what} over ureq"), client.call::<E, _>(endpoint).send_full())?;
        let builder = Client::<E::Api, dyn Transport>::builder(&address, auth.clone());
        let builder = builder.retries(0).timeout(TIMEOUT);
        let client = builder.build_over(Arc::clone(&*REQWEST)).map_err(|error| error.to_string())?;
        let answer = hosts.runtime.block_on(client.call::<E, _>(endpoint).send_full());
        outcome(&format!("of {what} over reqwest"), answer)?;
    }
    Ok(())
}

const TIMEOUT: Duration = Duration::from_millis(250);
