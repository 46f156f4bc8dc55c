//! A transport of one's own, over hyper: each request has a connection of its own, so that it is always known whether
//! one stood before the time was over.
//!
//! `cargo run -p docwright-tests --example over_hyper -- https://account.omnidesk.ru KEY`

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, HOST};
use http::uri::PathAndQuery;
use http::{HeaderValue, Method, Uri};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::{Body as _, Incoming};
use hyper::client::conn::http1::handshake;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use message_clients::omnidesk::{Auth, Client, CreateChatbotMessage, CreateChatbotMessageRequired, Id};
use message_clients::runtime::client::{
    Future, Limits, Request, Response, Transport, TransportError, TransportErrorKind,
};
use tokio::time::{Instant, timeout_at};
use tower_service::Service as _;

/// Clocks cannot tell all that a caller may ask for.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 60 * 60);

struct Hyper(HttpsConnector<HttpConnector>);

impl Hyper {
    fn new() -> Self {
        Self(HttpsConnectorBuilder::new().with_platform_verifier().https_or_http().enable_http1().build())
    }
}

impl Transport for Hyper {
    fn send(&self, request: Request, limits: Limits) -> Future<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let end = Instant::now() + limits.timeout.min(LONGEST);
            let connecting = self.0.clone().call(request.uri().clone());
            let connection = timeout_at(end, connecting).await.map_err(not_connected)?.map_err(not_connected)?;
            let (mut sender, connection) = handshake(connection).await.map_err(broken)?;
            tokio::spawn(connection);

            let request = to_origin(request);
            let answer = timeout_at(end, sender.send_request(request)).await.map_err(late)?.map_err(broken)?;
            let (head, body) = answer.into_parts();
            let body = timeout_at(end, receive(body, limits.max_response)).await.map_err(late).and_then(|body| body);
            let body = body.map_err(|error| error.after(head.status))?;
            Ok(Response::from_parts(head, body.into()))
        })
    }

    fn sleep(&self, delay: Duration) -> Future<'_, ()> {
        Box::pin(tokio::time::sleep(delay))
    }
}

/// Names the host in a header and the path alone in the first line, as an origin server expects it, and the length of
/// a body that is empty, as some servers do.
fn to_origin(request: Request) -> http::Request<Full<Bytes>> {
    let mut request = request.map(|body| body.into_bytes().unwrap_or_default());
    let host = request.uri().authority().and_then(|host| HeaderValue::try_from(host.as_str()).ok());
    request.headers_mut().extend(host.map(|host| (HOST, host)));
    if matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH) {
        let length = request.body().len();
        request.headers_mut().insert(CONTENT_LENGTH, length.into());
    }
    let path = request.uri().path_and_query().cloned().unwrap_or_else(|| PathAndQuery::from_static("/"));
    *request.uri_mut() = Uri::from(path);
    request.map(Full::new)
}

async fn receive(body: Incoming, most: usize) -> Result<Bytes, TransportError> {
    if body.size_hint().lower() > most as u64 {
        return Err(too_large("a length beyond the bound"));
    }
    match Limited::new(body, most).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(too_large(error)),
        Err(error) => Err(broken(error)),
    }
}

fn too_large(error: impl Into<Box<dyn Error + Send + Sync>>) -> TransportError {
    TransportError::new(TransportErrorKind::TooLarge, error)
}

fn not_connected(error: impl Into<Box<dyn Error + Send + Sync>>) -> TransportError {
    TransportError::new(TransportErrorKind::Connect, error)
}

fn late(error: tokio::time::error::Elapsed) -> TransportError {
    TransportError::new(TransportErrorKind::Timeout, error)
}

fn broken(error: impl Into<Box<dyn Error + Send + Sync>>) -> TransportError {
    TransportError::new(TransportErrorKind::Broken, error)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(server), Some(key)) = (arguments.next(), arguments.next()) else {
        return Err("over_hyper SERVER KEY".into());
    };
    let client = Client::builder(server, Auth::api_key(key)).build_over(Arc::new(Hyper::new()))?;
    let [message, subject, from] = ["We called back", "Your call", "bot"].map(Into::into);
    let message = CreateChatbotMessageRequired { brand_id: Id(1), message, subject, from };
    client.send(CreateChatbotMessage::new(message)).await?;
    Ok(())
}

#[cfg(test)]
#[test]
fn it_passes_the_suite() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let transport = Hyper::new();
    message_clients::runtime::client::conformance::check(|request, limits| {
        runtime.block_on(transport.send(request, limits))
    })
    .unwrap();
}
