//! The query of a request: as it is written, as a server reads it, and with a credential behind it.

use super::memory::memory;
use super::sample::PlaceOrder;
use crate::runtime::client::{
    Answer, Api, Authorization, Authorize, BlockingTransport, BuildError, Client, Endpoint, Error, Incoming, Info,
    Method, NoSettings, Outgoing, Reply, Request,
};
use crate::runtime::{Check, Field, Secret, Undecodable, Validate};

#[derive(Debug)]
struct Library;

impl Api for Library {
    type Auth = Key;
    type Settings = NoSettings;
}

#[derive(Clone, Debug)]
struct Key(Secret);

impl Authorize for Key {
    fn authorize(&self, to: &mut Authorization<'_>) {
        to.query("api key", &self.0);
        assert!(!format!("{to:?}").contains("s3cret"));
    }
}

/// Looks for books: `GET /books`.
#[derive(Clone, Debug, Default, PartialEq)]
struct Search {
    text: String,
    shelves: Vec<i64>,
    authors: Vec<String>,
    fields: Option<Vec<String>>,
    lent: Option<bool>,
    series: Field<String>,
    year: Field<i64>,
}

impl Validate for Search {
    fn validate(&self, check: &mut Check<'_>) {
        check.query().at("text", &self.text).min_length(2);
        check.query().each("fields", &self.fields).no_comma();
    }
}

impl Endpoint for Search {
    type Api = Library;
    type Output = ();
    type Failure = ();

    const INFO: &Info =
        &Info { api: "library", name: "search", method: Method::GET, path: "/books", ..*PlaceOrder::INFO };

    fn encode(&self, to: &mut Outgoing) {
        to.query(|query| {
            query
                .put("text", &self.text)
                .put_brackets("shelves", &self.shelves)
                .put_repeat("authors", &self.authors)
                .put_comma("fields", &self.fields)
                .put("lent", &self.lent)
                .put("series", &self.series)
                .put_or("year", &self.year, &"none");
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            text: from.query.take("text"),
            shelves: from.query.take_brackets("shelves"),
            authors: from.query.take_repeat("authors"),
            fields: from.query.take_comma("fields"),
            lent: from.query.take("lent"),
            series: from.query.take("series"),
            year: from.query.take_or("year", &"none"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<(), Undecodable> {
        answer.ignored()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond((): &(), _: &mut Reply) {}

    fn refuse((): &(), _: &mut Reply) {}
}

fn full() -> Search {
    Search {
        text: "a&b=c d+ø".into(),
        shelves: vec![1, 2],
        authors: vec!["Sigrid".into(), String::new()],
        fields: Some(vec!["title".into(), "year".into()]),
        lent: Some(false),
        series: Field::Null,
        year: Field::Null,
    }
}

fn client() -> Client<Library, dyn BlockingTransport> {
    Client::<Library, dyn BlockingTransport>::builder("https://books.example/v1", Key("s3cret &".into()))
        .build_over(memory([]))
        .unwrap()
}

fn get(target: &str) -> Request {
    http::Request::builder().uri(target).body(Vec::new().into()).unwrap()
}

#[test]
fn a_query_is_written_to_the_byte() {
    let request = full().to_request("https://books.example/v1", &NoSettings).unwrap();
    let query = "text=a%26b%3Dc+d%2B%C3%B8&shelves%5B%5D=1&shelves%5B%5D=2&authors=Sigrid&authors=\
                 &fields=title%2Cyear&lent=false&series=&year=none";
    assert_eq!(request.uri().to_string(), format!("https://books.example/v1/books?{query}"));
    assert_eq!(Search::from_request(&request).unwrap().endpoint, Some(full()));
}

#[test]
fn a_server_reads_what_others_write_and_leaves_what_it_does_not_know() {
    let received = Search::from_request(&get("/books?lent=true&authors=%E2%82%AC+1&x=1&text=ab&fields=&&")).unwrap();
    assert!(received.violations.is_empty(), "{}", received.violations);
    let expected = Search {
        text: "ab".into(),
        authors: vec!["€ 1".into()],
        fields: Some(Vec::new()),
        lent: Some(true),
        ..Search::default()
    };
    assert_eq!(received.endpoint, Some(expected));

    let received = Search::from_request(&get("/books?shelves[]=x&lent=2")).unwrap();
    let broken: Vec<_> = received.violations.iter().map(ToString::to_string).collect();
    assert!(broken[0].contains("/query_parameters/text"), "{broken:?}");
    assert!(broken.iter().any(|broken| broken.contains("/query_parameters/shelves/0")), "{broken:?}");
    assert_eq!((received.endpoint, broken.len()), (None, 3), "the text is missing");
}

#[test]
fn a_request_with_a_query_is_kept_as_json() {
    let json = full().to_json(&NoSettings).unwrap();
    assert!(json.contains(r#""query_parameters":{"authors":["Sigrid",""],"#), "{json}");
    assert_eq!(Search::from_json(&json).unwrap().endpoint, Some(full()));
}

#[test]
fn what_breaks_a_rule_is_told_by_its_parameter() {
    let error = client().request(&Search { fields: Some(vec!["a,b".into()]), ..Search::default() }).unwrap_err();
    let pointers: Vec<_> = error.violations().unwrap().iter().map(|broken| broken.pointer.to_string()).collect();
    assert_eq!(pointers, ["/query_parameters/text", "/query_parameters/fields/0"]);
}

#[test]
fn a_credential_stands_behind_the_parameters_and_prints_in_no_error() {
    let request = client().request(&Search { text: "ab".into(), ..Search::default() }).unwrap();
    assert_eq!(request.uri().path_and_query().unwrap(), "/v1/books?text=ab&api+key=s3cret+%26");
    assert_eq!(Search::from_request(&request).unwrap().violations.len(), 0);

    let long = Search { text: "x".repeat(70_000), ..Search::default() };
    let error = client().request(&long).unwrap_err();
    assert!(matches!(&error, Error::Build { error: BuildError::TooLong, .. }), "{error}");
    let just_too_long = Search { text: "x".repeat(65_510), ..Search::default() };
    let error = client().request(&just_too_long).unwrap_err();
    assert!(matches!(&error, Error::Build { error: BuildError::TooLong, .. }), "{error}");
    assert!(!format!("{error} {error:#} {error:?}").contains("s3cret"));
}

/// What goes wrong on the way shows nothing of the address, in which a secret stands.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
fn errors_show_no_secret(
    send: impl Fn(
        Request,
        crate::runtime::client::Limits,
    ) -> Result<http::StatusCode, crate::runtime::client::TransportError>,
) {
    use std::error::Error as _;
    use std::io::Write as _;
    use std::net::TcpListener;

    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let babbler = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for connection in listener.incoming() {
            _ = connection.and_then(|mut connection| connection.write_all(b"What?\r\n\r\n"));
        }
    });
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for origin in [format!("http://{nobody}"), format!("http://{babbler}"), format!("https://{babbler}")] {
        let error = send(get(&format!("{origin}/books?api_key=s3cret")), crate::runtime::client::Limits::default());
        let error = error.unwrap_err();
        let mut told = format!("{error} {error:#} {error:?}");
        let mut source = error.source();
        while let Some(cause) = source {
            told = format!("{told} {cause} {cause:?}");
            source = cause.source();
        }
        assert!(!told.contains("s3cret"), "{told}");
    }
}

#[cfg(feature = "ureq")]
#[test]
fn errors_of_ureq_show_no_secret() {
    let transport = crate::runtime::client::Ureq::new().unwrap();
    errors_show_no_secret(|request, limits| transport.send(request, limits).map(|answer| answer.status()));
}

#[cfg(feature = "reqwest")]
#[test]
fn errors_of_reqwest_show_no_secret() {
    use crate::runtime::client::{Reqwest, Transport as _};

    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let transport = Reqwest::new().unwrap();
    errors_show_no_secret(|request, limits| {
        runtime.block_on(transport.send(request, limits)).map(|answer| answer.status())
    });
}
