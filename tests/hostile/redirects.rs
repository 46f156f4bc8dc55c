//! Redirects are answers: whatever a server points to, nothing goes there, credentials least of all.

use language_clients::runtime::client as language;
use language_clients::workshop::{self, SendInvoice, Workshop};
use message_clients::runtime::client::{Api, Delivery, Endpoint};
use message_clients::superoffice::{AddChatSessionMessage, Auth};
use message_clients::{omnidesk, pland};

use crate::adapter::{Adapter, RUNTIME, builder, in_both};
use crate::certificate::root;
use crate::gauge;
use crate::host::{Host, Peer, SCHEMES, Scheme};

in_both!(no_way_is_followed, no_credential_goes_elsewhere);

const STATUSES: [u16; 5] = [301, 302, 303, 307, 308];

/// What a server writes as `location`, to point to another.
type Location = fn(&Host) -> String;

/// Where a server points to.
const WAYS: [(&str, Location); 15] = [
    ("to a path of its own", |_| "/elsewhere".to_owned()),
    ("to a name beside", |_| "elsewhere".to_owned()),
    ("to a query", |_| "?again=1".to_owned()),
    ("to nothing", |_| String::new()),
    ("to a fragment", |_| "#here".to_owned()),
    ("to another port", |elsewhere| format!("{}/elsewhere", elsewhere.url)),
    ("to another host", |elsewhere| format!("http://localhost:{}/elsewhere", elsewhere.port())),
    ("from https to http", |elsewhere| format!("http://127.0.0.1:{}/", elsewhere.port())),
    ("without a scheme", |elsewhere| format!("//127.0.0.1:{}/elsewhere", elsewhere.port())),
    ("with credentials", |elsewhere| format!("http://user:word@127.0.0.1:{}/", elsewhere.port())),
    ("with a host before @", |elsewhere| format!("http://desk.example@127.0.0.1:{}/", elsewhere.port())),
    ("with backslashes", |elsewhere| format!("\\\\127.0.0.1:{}\\", elsewhere.port())),
    ("to a file", |_| "file:///etc/passwd".to_owned()),
    ("to what is no address", |_| "http://[::1/%zz \u{e9}".to_owned()),
    ("to data", |_| "data:application/json,{}".to_owned()),
];

/// A redirect with a body, which points elsewhere in other ways besides.
fn redirect(status: u16, location: &str, elsewhere: &Host) -> Vec<u8> {
    let url = &elsewhere.url;
    let body = "{\"ChatMessageId\":1}";
    let head = format!(
        "HTTP/1.1 {status} Elsewhere\r\nlocation: {location}\r\nlocation: {url}\r\nrefresh: 0; url={url}\r\n\
         content-location: {url}\r\nlink: <{url}>; rel=canonical\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body.as_bytes()].concat()
}

/// A server that answers every request so.
fn always(scheme: Scheme, answer: Vec<u8>) -> Host {
    Host::start(scheme, move |peer: &mut Peer| {
        loop {
            peer.answer(&answer)?;
        }
    })
}

/// Where nobody should go.
fn elsewhere() -> Host {
    always(Scheme::Http, b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}".to_vec())
}

/// Sends to a server that answers with a redirect: it is the outcome, and nothing else came of it.
fn sent<T: Adapter, E: Endpoint>(scheme: Scheme, auth: <E::Api as Api>::Auth, endpoint: E, status: u16, way: usize) {
    let elsewhere = elsewhere();
    let (name, location) = WAYS[way];
    let host = always(scheme, redirect(status, &location(&elsewhere), &elsewhere));
    let client = builder::<T, E::Api>(&host.url, auth).trust(root()).build().expect("a client");
    let error = T::send(client.call(endpoint).idempotent()).map(|_| ()).expect_err(name);
    let found = (error.status().map(|status| status.as_u16()), error.delivery(), error.attempts());
    assert_eq!(found, (Some(status), Delivery::Answered, 1), "{status} {name}: {error:?}");
    assert_eq!((host.arrived().len(), host.connections()), (1, 1), "{status} {name}");
    assert_eq!(elsewhere.connections(), 0, "{status} {name}");
}

fn no_way_is_followed<T: Adapter>() {
    let _together = gauge::together();
    for scheme in SCHEMES {
        for status in STATUSES {
            for way in 0..WAYS.len() {
                let message = AddChatSessionMessage::new(1).message("Hello");
                sent::<T, _>(scheme, Auth::bearer("t"), message, status, way);
            }
        }
    }
}

fn no_credential_goes_elsewhere<T: Adapter>() {
    let _together = gauge::together();
    let another_port = 5;
    for (index, scheme) in SCHEMES.into_iter().cycle().take(STATUSES.len()).enumerate() {
        let status = STATUSES[index];
        let session = Auth::Session { xsrf_token: "x".into(), cookies: "sid=1".into() };
        let pair = Auth::AppTicket { ticket: "t".into(), app_token: "a".into() };
        for auth in [Auth::basic("u", "p"), Auth::bearer("t"), Auth::Ticket("t".into()), pair, session] {
            sent::<T, _>(scheme, auth, AddChatSessionMessage::new(1), status, another_port);
        }
        for auth in [pland::Auth::api_key("k"), pland::Auth::jwt("j")] {
            sent::<T, _>(scheme, auth, pland::SendNote::new("1"), status, another_port);
        }
        let [message, subject, from] = ["text", "text", "text"].map(Into::into);
        let required = omnidesk::CreateChatbotMessageRequired { brand_id: omnidesk::Id(1), message, subject, from };
        let form = omnidesk::CreateChatbotMessage::new(required);
        sent::<T, _>(scheme, omnidesk::Auth::api_key("k"), form, status, another_port);
    }
}

/// The same of a credential in the query, which an address to compare with, or a `Referer`, would hand on.
#[test]
fn no_query_goes_elsewhere() {
    let _together = gauge::together();
    for scheme in SCHEMES {
        for status in STATUSES {
            let auth = workshop::Auth::link("k");
            let elsewhere = elsewhere();
            let host = always(scheme, redirect(status, &format!("{}/x", elsewhere.url), &elsewhere));
            let blocking =
                language::Client::<Workshop, dyn language::BlockingTransport>::builder(&host.url, auth.clone());
            let blocking = blocking.trust(root()).build().expect("a client");
            let outcome = blocking.send(SendInvoice::new("harbour", [1, 2])).expect_err("a redirect");
            assert_eq!(outcome.status().map(|status| status.as_u16()), Some(status));
            let asynchronous =
                language::Client::<Workshop>::builder(&host.url, auth).trust(root()).build().expect("a client");
            let outcome =
                RUNTIME.block_on(asynchronous.send(SendInvoice::new("harbour", [1, 2]))).expect_err("a redirect");
            assert_eq!(outcome.status().map(|status| status.as_u16()), Some(status));
            assert_eq!((host.arrived().len(), elsewhere.connections()), (2, 0), "{status}");
            assert!(host.arrived().iter().all(|arrived| arrived.header("referer").is_none()));
        }
    }
}
