//! Nothing that can be printed prints a secret.

use std::error::Error as _;
use std::fmt::Debug;
use std::time::Duration;

use message_clients::superoffice::{AddChatSessionMessage, Auth, Superoffice};

use crate::adapter::{Adapter, builder, in_both};
use crate::server::{Answer, Server};

in_both!(whatever_happens_no_secret_shows, an_error_of_the_connection_names_no_secret_and_says_nothing_twice,);

const SECRETS: [&str; 5] = ["c2VjcmV0", "s3cret", "sid=hidden", "x5rf", "appt0ken"];

fn credentials() -> [Auth; 5] {
    [
        Auth::basic("kari", "s3cret"),
        Auth::bearer("s3cret"),
        Auth::ticket("7T:s3cret"),
        Auth::AppTicket { ticket: "7T:s3cret".into(), app_token: "appt0ken".into() },
        Auth::Session { xsrf_token: "x5rf".into(), cookies: "sid=hidden".into() },
    ]
}

#[track_caller]
fn is_silent(what: &impl Debug) {
    let text = format!("{what:?} {what:#?}");
    assert!(!text.is_empty());
    for secret in SECRETS {
        assert!(!text.contains(secret), "{text}");
    }
    assert!(!text.contains("a2FyaTpzM2NyZXQ="), "user and password in Base64: {text}");
}

fn whatever_happens_no_secret_shows<T: Adapter>() {
    for auth in credentials() {
        is_silent(&auth);
        let answer = Answer::new(401, &[("set-cookie", "sid=hidden"), ("www-authenticate", "Basic")], "{}");
        let server = Server::answering([answer]);
        let builder = builder::<T, Superoffice>(&server.url, auth);
        is_silent(&builder);
        let client = builder.build().unwrap();
        is_silent(&client);
        let call = client.call(AddChatSessionMessage::new(1));
        is_silent(&call);
        is_silent(&client.request(&AddChatSessionMessage::new(1)).unwrap());
        let error = T::send(call).unwrap_err();
        assert!(error.refusal().unwrap().headers.contains_key("set-cookie"));
        is_silent(&error);
        is_silent(&error.to_string());
    }
}

fn an_error_of_the_connection_names_no_secret_and_says_nothing_twice<T: Adapter>() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let babble = Answer::Bytes(b"What?\r\n\r\n".to_vec());
    let half = Answer::Bytes(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{".to_vec());
    let servers: Vec<_> =
        [Answer::Closed, Answer::Silence, babble, half, Answer::json(200, r#""more than is allowed""#)]
            .map(|answer| Server::answering([answer]))
            .into();
    let nowhere = [format!("http://{nobody}"), format!("https://{nobody}"), "https://no-such-host.invalid".to_owned()];
    for address in servers.iter().map(|server| server.url.clone()).chain(nowhere) {
        let builder = builder::<T, Superoffice>(&address, Auth::bearer("s3cret")).max_response(10).retries(0);
        let client = builder.timeout(Duration::from_millis(500)).build().unwrap();
        let error = T::send(client.call(AddChatSessionMessage::new(1))).unwrap_err();
        is_silent(&error);
        let (mut text, mut source) = (error.to_string(), error.source());
        while let Some(cause) = source {
            is_silent(&cause.to_string());
            assert!(!text.contains(&cause.to_string()), "{text}: {cause}");
            text = cause.to_string();
            source = cause.source();
        }
    }
}
