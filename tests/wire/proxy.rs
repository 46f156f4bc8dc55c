//! A proxy between client and server.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use message_clients::omnidesk::{Auth, Omnidesk};
use message_clients::runtime::client::{BuildError, Delivery, Error, TransportErrorKind};

use crate::adapter::{Adapter, builder, in_both};
use crate::samples::chatbot;
use crate::tls;

in_both!(
    a_server_of_https_is_reached_through_a_tunnel,
    a_proxy_that_refuses_or_is_not_there_means_that_nothing_was_sent,
    what_is_no_proxy_is_refused,
    plain_http_to_this_host_is_not_plain_to_this_host_behind_a_proxy,
);

/// Reads a head, and nothing behind it.
fn head(stream: &mut TcpStream) -> io::Result<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        head.extend(byte);
    }
    Ok(String::from_utf8(head).expect("a head of ASCII"))
}

/// A proxy for one connection: its address without a scheme, and what it is asked for.
fn proxy(answer: &'static str) -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (sender, asked) = channel();
    thread::spawn(move || {
        let (mut client, _) = listener.accept()?;
        let head = head(&mut client)?;
        let target = head.split(' ').nth(1).unwrap_or_default().to_owned();
        _ = sender.send(head);
        client.write_all(answer.as_bytes())?;
        if answer.contains(" 200 ") {
            let mut server = TcpStream::connect(target)?;
            let (mut from, mut to) = (client.try_clone()?, server.try_clone()?);
            thread::spawn(move || io::copy(&mut from, &mut to).and_then(|_| to.shutdown(Shutdown::Write)));
            io::copy(&mut server, &mut client)?;
        }
        io::Result::Ok(())
    });
    (address, asked)
}

fn a_server_of_https_is_reached_through_a_tunnel<T: Adapter>() {
    let (server, root) = tls::server();
    let (proxy, asked) = proxy("HTTP/1.1 200 Connected\r\n\r\n");
    let builder = builder::<T, Omnidesk>(&server.url, Auth::api_key("k3y")).trust(root.as_bytes());
    let builder = builder.proxy(format!("http://us%65r:p%40ss@{proxy}"));
    assert!(!format!("{builder:?}").contains("p%40ss"), "{builder:?}");
    T::send(builder.build().unwrap().call(chatbot())).unwrap();

    let head = asked.recv_timeout(Duration::from_secs(10)).unwrap();
    let place = server.url.trim_start_matches("https://");
    assert!(head.starts_with(&format!("CONNECT {place} HTTP/1.1\r\n")), "{head}");
    assert!(head.to_ascii_lowercase().contains("proxy-authorization: basic dxnlcjpwqhnz\r\n"), "user:p@ss: {head}");
    assert!(!head.contains("k3y"), "{head}");
    let request = server.request();
    assert_eq!((request.header("apikey"), request.header("proxy-authorization")), (Some("k3y"), None));
}

fn a_proxy_that_refuses_or_is_not_there_means_that_nothing_was_sent<T: Adapter>() {
    let (refusing, _asked) = proxy("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n");
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    for proxy in [refusing, nobody] {
        let builder = builder::<T, Omnidesk>("https://desk.example", Auth::api_key("k3y")).retries(0);
        let client = builder.proxy(format!("http://user:s3cret@{proxy}")).build().unwrap();
        let error = T::send(client.call(chatbot())).unwrap_err();
        assert_eq!(error.delivery(), Delivery::NotSent, "{error:?}");
        for secret in ["s3cret", "k3y", "dXNlcjpzM2NyZXQ="] {
            assert!(!format!("{client:?} {error:?} {error:#}").contains(secret), "{error:?}");
        }
        let Error::Transport { error, .. } = error else { panic!("{error:?}") };
        assert_eq!(error.kind, TransportErrorKind::Connect);
    }
}

fn what_is_no_proxy_is_refused<T: Adapter>() {
    let build = |proxy: &str| builder::<T, Omnidesk>("https://desk.example", Auth::api_key("k")).proxy(proxy).build();
    for address in [
        "",
        "proxy",
        "proxy:80",
        "https://proxy",
        "socks5://proxy",
        "http://",
        "http://user:s3cret@",
        "http://proxy:x",
        "http://proxy:99999",
        "http://proxy/path",
        "http://proxy?a=s3cret",
        "http://proxy#a",
        "http://pro xy",
    ] {
        let error = build(address).unwrap_err();
        assert_eq!(error, BuildError::Proxy, "{address}");
        assert!(!format!("{error:?} {error}").contains("s3cret"));
    }
    for address in
        ["http://proxy", "http://proxy:3128/", "http://[::1]:3128", "http://user@proxy", "http://u:p@proxy:1"]
    {
        assert!(build(address).is_ok(), "{address}");
    }
}

fn plain_http_to_this_host_is_not_plain_to_this_host_behind_a_proxy<T: Adapter>() {
    let build = || builder::<T, Omnidesk>("http://localhost:1", Auth::api_key("k"));
    assert!(build().build().is_ok());
    assert_eq!(build().proxy("http://proxy").build().err(), Some(BuildError::PlainHttp));
    assert!(build().proxy("http://proxy").allow_plain_http().build().is_ok());
}
