//! Credentials that each call asks for, and calls that are spawned.

use std::convert::Infallible;
use std::future::pending;
use std::sync::Arc;
use std::time::{Duration, Instant};

use message_clients::omnidesk::{Auth, BlockingClient, Client};
use message_clients::runtime::client::{Delivery, Error};
use tokio::sync::Mutex;

use crate::samples::chatbot;
use crate::server::{Answer, Server};

#[tokio::test]
async fn a_token_is_renewed_by_one_call_for_all() {
    let server = Server::answering((0..3).map(|_| Answer::empty(200)));
    let kept = Arc::new(Mutex::new((0, 0)));
    let provider = move |_| {
        let kept = Arc::clone(&kept);
        async move {
            let mut token = kept.lock().await;
            if token.1 == 0 {
                tokio::time::sleep(Duration::from_millis(10)).await; // whoever issues tokens takes some time
                *token = (token.0 + 1, 2);
            }
            token.1 -= 1;
            Ok::<_, Infallible>(Auth::api_key(format!("token {}", token.0)))
        }
    };
    let client = Client::builder_with_provider(&server.url, provider).build().unwrap();
    let message = chatbot();
    let calls: Vec<_> = (0..3).map(|_| tokio::spawn(client.send(&message))).collect();
    drop((client, message));
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let mut keys: Vec<_> = (0..3).map(|_| server.request().header("apikey").unwrap().to_owned()).collect();
    keys.sort();
    assert_eq!(keys, ["token 1", "token 1", "token 2"]);
}

#[tokio::test]
async fn a_provider_that_never_answers_ends_with_the_deadline() {
    let server = Server::answering([Answer::empty(200)]);
    let client = Client::builder_with_provider(&server.url, |_| pending::<Result<Auth, Infallible>>());
    let client = client.deadline(Duration::from_millis(100)).build().unwrap();
    let start = Instant::now();
    let error = client.send(chatbot()).await.unwrap_err();
    assert!(matches!(error, Error::Credentials { .. }), "{error:?}");
    assert!(error.delivery() == Delivery::NotSent && start.elapsed() < Duration::from_secs(10));
    assert!(server.is_quiet());
}

#[test]
fn a_blocking_client_asks_as_well() {
    let server = Server::answering([Answer::empty(200)]);
    let client = BlockingClient::builder_with_provider(&server.url, |endpoint| {
        Ok::<_, Infallible>(Auth::api_key(endpoint.name))
    });
    client.build().unwrap().send(&chatbot()).unwrap();
    assert_eq!(server.request().header("apikey"), Some("create_chatbot_message"));
}
