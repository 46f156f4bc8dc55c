//! Whose credentials go where, and that they show nowhere.

use super::memory::{builder, client, memory, order};
use super::sample::{Key, Shop};
use crate::runtime::client::{BlockingTransport, BuildError, Client, Error, Request};

#[test]
fn nothing_that_is_printed_holds_a_secret() {
    let client = client(&memory([]));
    for shown in [format!("{client:?}"), format!("{:?}", builder("https://x")), format!("{:?}", client.call(order()))] {
        assert!(shown.contains("https://") && !shown.contains("secret-key"), "{shown}");
    }
}

#[test]
fn a_call_has_its_own_credentials_and_a_client_may_get_others() {
    let transport = memory([]);
    let client = client(&transport);
    let key = |request: Request| request.headers()["x-key"].to_str().unwrap().to_owned();
    assert_eq!(key(client.call(order()).auth(Key("other".into())).request().unwrap()), "Key other");
    assert_eq!(key(client.with_auth(Key("third".into())).request(&order()).unwrap()), "Key third");
    assert_eq!(key(client.call(order()).header("x-key", "mine").request().unwrap()), "Key secret-key");
    for (name, value) in [("a b", "x"), ("x-a", "x\r\ny: z"), ("host", "evil.example"), ("Content-Length", "0")] {
        let error = client.call(order()).header(name, value).request().unwrap_err();
        assert!(matches!(error, Error::Build { .. }), "{error}");
    }
}

#[test]
fn other_credentials_are_no_way_around_https() {
    let exposed = Client::<Shop, dyn BlockingTransport>::builder("http://shop.example", Key(String::new().into()));
    let exposed = exposed.build_over(memory([])).unwrap();
    assert!(exposed.request(&order()).is_ok());
    let secret = || Key("secret-key".into());
    for error in [
        exposed.with_auth(secret()).request(&order()).unwrap_err(),
        exposed.call(order()).auth(secret()).request().unwrap_err(),
    ] {
        assert!(matches!(error, Error::Build { error: BuildError::PlainHttp, .. }), "{error}");
    }
    let near = builder("http://localhost").build_over(memory([])).unwrap();
    assert!(near.with_auth(secret()).request(&order()).is_ok());
    let allowed = builder("http://shop.example").allow_plain_http().build_over(memory([])).unwrap();
    assert!(allowed.with_auth(secret()).call(order()).auth(secret()).request().is_ok());
}
