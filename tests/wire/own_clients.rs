//! Clients of the caller's: their settings hold, and what this crate promises holds as well.

use std::sync::{Arc, Once};

use http::HeaderMap;
use message_clients::omnidesk::{Auth, BlockingClient, Client};
use message_clients::runtime::client::conformance::check;
use message_clients::runtime::client::{BlockingTransport, BuildError, Error, Full, Network, Reqwest, Transport, Ureq};

use crate::adapter::{Adapter as _, OverReqwest, OverUreq, RUNTIME};
use crate::samples::chatbot;
use crate::server::{Answer, Server};

/// A redirect, then what following it would lead to.
fn server() -> Server {
    Server::answering([Answer::new(303, &[("location", "/elsewhere")], ""), Answer::empty(200)])
}

/// One request came, as the caller's own client names itself, and the redirect is the answer.
fn is_answered(server: &Server, outcome: Result<Full<()>, Error>) {
    let status = outcome.err().and_then(|error| error.status());
    assert_eq!(status.map(|status| status.as_u16()), Some(303));
    assert_eq!(server.request().header("x-own"), Some("1"));
    assert!(server.is_quiet());
}

fn reqwest_builder() -> reqwest::ClientBuilder {
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| {
        _ = rustls::crypto::ring::default_provider().install_default();
    });
    let headers = HeaderMap::from_iter([("x-own".parse().unwrap(), "1".parse().unwrap())]);
    reqwest::Client::builder().default_headers(headers).no_proxy()
}

fn over_reqwest(transport: Reqwest) {
    let server = server();
    let client = Client::builder(&server.url, Auth::api_key("k")).build_over(Arc::new(transport)).unwrap();
    is_answered(&server, OverReqwest::send(client.call(chatbot())));
}

#[test]
fn a_client_of_reqwest_is_used_as_it_is() {
    let builder = reqwest_builder().redirect(reqwest::redirect::Policy::none());
    over_reqwest(Reqwest::from(builder.build().unwrap()));
}

#[test]
fn a_builder_of_reqwest_cannot_turn_on_what_would_send_twice() {
    let builder = || reqwest_builder().redirect(reqwest::redirect::Policy::limited(5));
    over_reqwest(Reqwest::try_from(builder()).unwrap());
    let transport = Reqwest::try_from(builder()).unwrap();
    check(|request, limits| RUNTIME.block_on(transport.send(request, limits))).unwrap();
}

/// Adds a header, and sends as ureq does otherwise.
fn ureq_config() -> ureq::config::Config {
    let own = |mut request: http::Request<ureq::SendBody>, next: ureq::middleware::MiddlewareNext| {
        request.headers_mut().insert("x-own", "1".parse().unwrap());
        next.handle(request)
    };
    ureq::Agent::config_builder().middleware(own).proxy(None).build()
}

fn over_ureq(transport: Ureq) {
    let server = server();
    let client = BlockingClient::builder(&server.url, Auth::api_key("k")).build_over(Arc::new(transport)).unwrap();
    is_answered(&server, OverUreq::send(client.call(chatbot())));
}

#[test]
fn an_agent_of_ureq_follows_nothing_whatever_it_is_set_to() {
    over_ureq(Ureq::from(ureq_config().new_agent()));
}

#[test]
fn settings_of_ureq_hold_and_the_suite_passes_over_them() {
    over_ureq(Ureq::from(ureq_config()));
    let transport = Ureq::from(ureq_config());
    check(|request, limits| transport.send(request, limits)).unwrap();
}

#[test]
fn what_a_builder_is_told_of_the_network_is_not_dropped_in_silence() {
    let builder = || Client::builder("https://desk.example", Auth::api_key("k"));
    let transport: Arc<dyn Transport> = Arc::new(Reqwest::over(&Network::new().proxy("http://proxy")).unwrap());
    let over = |builder: message_clients::runtime::client::Builder<_>| builder.build_over(Arc::clone(&transport)).err();
    assert_eq!(over(builder().trust("x")), Some(BuildError::OwnTransport("trust")));
    assert_eq!(over(builder().proxy("http://proxy")), Some(BuildError::OwnTransport("proxy")));
    assert_eq!(over(builder()), None);
    let network = Network::new().proxy("http://u:s3cret@proxy");
    let shown = format!("{network:?} {:?} {:?}", Reqwest::over(&network), Ureq::over(&network));
    assert!(!shown.contains("s3cret") && shown.contains("Reqwest") && shown.contains("Ureq"), "{shown}");
}
