//! What must not be built is not: addresses, path segments, headers.

use message_clients::runtime::client::{BuildError, Error};
use message_clients::{omnidesk, pland, superoffice};

use crate::samples::chatbot;

fn omnidesk(address: &str) -> Result<omnidesk::Client, BuildError> {
    omnidesk::Client::builder(address, omnidesk::Auth::api_key("k")).build()
}

#[test]
fn an_address_is_an_origin_and_a_path() {
    for address in [
        "desk.example",
        "",
        "//desk.example",
        "ftp://desk.example",
        "https://",
        "https://u:p@desk.example",
        "https://desk.example@evil.example",
        "https://desk.example/?a=1",
        "https://desk.example/#x",
        "https://desk.example#x",
        "https://desk.example/a/../b",
        "https://desk.example/a/%2E%2e/b",
        "https://desk.example/a b",
        "https://desk.example/\r\nx: y",
        "https://desk.example\\evil.example",
    ] {
        assert!(matches!(omnidesk(address), Err(BuildError::Address)), "{address:?}");
    }
    for address in
        ["https://desk.example", "https://desk.example/", "https://desk.example:8443/base/", "https://[::1]:1/x"]
    {
        let request = omnidesk(address).unwrap().request(&chatbot()).unwrap();
        assert_eq!(request.uri().to_string(), format!("{}/api/v2/message/chatbot", address.trim_end_matches('/')));
    }
}

#[test]
fn credentials_go_over_plain_http_to_this_machine_alone() {
    for address in
        ["http://desk.example", "http://127.0.0.1.evil.example", "http://localhost.evil.example", "http://10.0.0.1"]
    {
        assert!(matches!(omnidesk(address), Err(BuildError::PlainHttp)), "{address}");
        let asked = omnidesk::Client::builder(address, omnidesk::Auth::api_key("k")).allow_plain_http();
        assert!(asked.build().is_ok(), "{address}");
    }
    for address in ["http://localhost:1", "http://127.0.0.1", "http://127.1.2.3", "http://[::1]"] {
        assert!(omnidesk(address).is_ok(), "{address}");
    }
}

#[test]
fn a_path_argument_stays_one_segment() {
    let client = pland::Client::builder(pland::PRODUCTION, pland::Auth::api_key("k")).build().unwrap();
    for id in ["", ".", ".."] {
        assert!(
            matches!(
                client.request(&pland::SendNote::new(id)),
                Err(Error::Build { error: BuildError::PathArgument("id"), .. })
            ),
            "{id:?}"
        );
    }
    for (id, segment) in [
        ("a/../b?é", "a%2F..%2Fb%3F%C3%A9"),
        ("%2e%2e", "%252e%252e"),
        ("#;\\ ", "%23%3B%5C%20"),
        ("...", "..."),
        ("a\r\nx: y", "a%0D%0Ax%3A%20y"),
        ("{id}", "%7Bid%7D"),
    ] {
        let uri = client.request(&pland::SendNote::new(id)).unwrap().uri().to_string();
        assert_eq!(uri, format!("https://cloud-api.pland.app/v2/chat/v2/{segment}/sendNote"));
    }
}

#[test]
fn no_header_can_be_smuggled_in() {
    for text in ["k\r\nhost: evil.example", "k\nx: y", "k\0", "\u{7f}"] {
        let client = omnidesk::Client::builder("https://x", omnidesk::Auth::api_key(text)).build().unwrap();
        let error = client.request(&chatbot()).unwrap_err();
        assert!(
            matches!(&error, Error::Build { error: BuildError::Header(name), .. } if name == "apikey"),
            "{error:?}"
        );
        assert!(!format!("{error} {error:?}").contains("evil"), "{error:?}");

        let settings = superoffice::Settings::default().so_time_zone(text);
        let client = superoffice::Client::builder("https://x", superoffice::Auth::bearer("t"))
            .settings(settings)
            .build()
            .unwrap();
        let error = client.request(&superoffice::AddChatSessionMessage::new(1)).unwrap_err();
        assert!(
            matches!(&error, Error::Build { error: BuildError::Header(name), .. } if name == "so-timezone"),
            "{error:?}"
        );
    }
    let client = superoffice::Client::builder("https://x", superoffice::Auth::basic("a:b", "c")).build().unwrap();
    let error = client.request(&superoffice::AddChatSessionMessage::new(1)).unwrap_err();
    assert!(matches!(error, Error::Build { error: BuildError::UserName, .. }), "{error:?}");
}
