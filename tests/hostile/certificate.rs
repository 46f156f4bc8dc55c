//! The certificate of the servers, and who signed it.

use std::sync::{Arc, LazyLock};

use rcgen::{CertificateParams, CertifiedIssuer, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

/// Who signed the certificate of the servers, as PEM, and their settings.
static TLS: LazyLock<(String, Arc<ServerConfig>)> = LazyLock::new(|| {
    let mut authority = CertificateParams::new([]).unwrap();
    authority.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let names = ["127.0.0.1".to_owned(), "localhost".to_owned()];
    let certificate: CertificateDer<'static> =
        CertificateParams::new(names).unwrap().signed_by(&key, &authority).unwrap().der().clone();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    (authority.pem(), Arc::new(config))
});

/// The root to trust, as PEM.
pub fn root() -> &'static [u8] {
    TLS.0.as_bytes()
}

/// What a server speaks TLS by.
pub fn config() -> Arc<ServerConfig> {
    Arc::clone(&TLS.1)
}
