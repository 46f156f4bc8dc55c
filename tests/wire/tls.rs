//! TLS by rustls with ring, in both adapters.

use std::io;
use std::net::TcpStream;
use std::sync::Arc;

use message_clients::omnidesk::{Auth, Omnidesk};
use message_clients::runtime::client::{Delivery, Error};
use rcgen::{CertificateParams, CertifiedIssuer, KeyPair};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::adapter::{Adapter, builder, in_both};
use crate::samples::chatbot;
use crate::server::{Answer, Server};

in_both!(a_root_of_one_s_own_is_trusted_where_it_is_named);

/// A server behind a certificate for `localhost`, and the root that signed it, as PEM.
pub fn server() -> (Server, String) {
    let mut authority = CertificateParams::new([]).unwrap();
    authority.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new(["localhost".to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap();
    let config = Arc::new(config);
    let accept = move |mut stream: TcpStream| {
        let mut connection = ServerConnection::new(Arc::clone(&config)).map_err(io::Error::other)?;
        while connection.is_handshaking() {
            connection.complete_io(&mut stream)?;
        }
        Ok(StreamOwned::new(connection, stream))
    };
    (Server::over("https", [Answer::empty(200), Answer::empty(200)], accept), authority.pem())
}

fn a_root_of_one_s_own_is_trusted_where_it_is_named<T: Adapter>() {
    let (server, root) = server();
    let stranger = builder::<T, Omnidesk>(&server.url, Auth::api_key("k")).retries(0);
    let error = T::send(stranger.build().unwrap().call(chatbot())).unwrap_err();
    assert!(matches!(error, Error::Transport { .. }), "{error:?}");
    assert_eq!(error.delivery(), Delivery::NotSent, "{error:?}");

    let friend = builder::<T, Omnidesk>(&server.url, Auth::api_key("k")).trust(root.as_bytes());
    T::send(friend.build().unwrap().call(chatbot())).unwrap();
    let request = server.request();
    assert_eq!((request.line.as_str(), request.header("apikey")), ("POST /api/v2/message/chatbot HTTP/1.1", Some("k")));
    assert_eq!(request.parts().len(), 4);
}
