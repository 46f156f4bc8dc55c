//! Redirects are answers, not ways: nothing is sent where a server points to.

use message_clients::omnidesk::Auth;

use crate::adapter::{Adapter, in_both, send};
use crate::samples::chatbot;
use crate::server::{Answer, Server};

in_both!(none_is_followed);

fn none_is_followed<T: Adapter>() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Server::answering([Answer::empty(200)]);
        for location in
            [format!("{}/api/v2/message/chatbot", elsewhere.url), "/other".to_owned(), "//127.0.0.1/x".to_owned()]
        {
            let server = Server::answering([Answer::new(status, &[("location", &location)], ""), Answer::empty(200)]);
            let error = send::<T, _>(&server.url, Auth::api_key("secret"), chatbot()).unwrap_err();
            let refusal = error.refusal().unwrap();
            assert_eq!(
                (refusal.status.as_u16(), refusal.headers["location"].to_str().unwrap()),
                (status, location.as_str())
            );
            server.request();
            assert!(server.is_quiet(), "{status} to {location} was followed");
        }
        assert!(elsewhere.is_quiet(), "{status} sent credentials elsewhere");
    }
}
