//! Settings: each goes with the endpoints that document it, and with no other.

use super::memory::memory;
use crate::runtime::client::{
    self, Answer, Api, Authorization, Authorize, BlockingTransport, Client, Endpoint, Incoming, Info, Method, Outgoing,
    Reply,
};
use crate::runtime::{Check, Object, Undecodable, Validate};

#[derive(Debug)]
struct Desk;

impl Api for Desk {
    type Auth = Nobody;
    type Settings = Settings;
}

#[derive(Clone, Debug)]
struct Nobody;

impl Authorize for Nobody {
    fn authorize(&self, _: &mut Authorization<'_>) {}

    fn is_secret(&self) -> bool {
        false
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Settings {
    language: Option<String>,
    trace: Option<i64>,
}

impl Validate for Settings {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("X-Language", &self.language).max_length(2);
        check.at("X-Trace", &self.trace).int32();
    }
}

impl client::Settings for Settings {
    fn encode(&self, to: &mut Outgoing) {
        to.header("x-language", &self.language).header("x-trace", &self.trace);
    }

    fn decode(headers: &mut Object<'_>) -> Self {
        Self { language: headers.take("X-Language"), trace: headers.take("X-Trace") }
    }

    fn or(self, base: Self) -> Self {
        Self { language: self.language.or(base.language), trace: self.trace.or(base.trace) }
    }
}

/// An endpoint with a header of its own, which includes the part with the settings or does not.
#[derive(Debug, PartialEq)]
struct Ask<const INCLUDES: bool> {
    trace: Option<i64>,
}

impl<const INCLUDES: bool> Validate for Ask<INCLUDES> {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl<const INCLUDES: bool> Endpoint for Ask<INCLUDES> {
    type Api = Desk;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "desk",
        name: "ask",
        method: Method::GET,
        path: "/ask",
        statuses: &["200"],
        media_types: &[],
        auth: &[],
        permissions: &[],
        settings: if INCLUDES { &["X-Language"] } else { &[] },
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.header("x-trace", &self.trace);
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self { trace: from.headers.take("X-Trace") }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<(), Undecodable> {
        answer.none()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond((): &(), _: &mut Reply) {}

    fn refuse((): &(), _: &mut Reply) {}
}

fn desk(settings: &Settings) -> Client<Desk, dyn BlockingTransport> {
    let builder = Client::<_, dyn BlockingTransport>::builder("https://desk.example", Nobody);
    builder.settings(settings.clone()).build_over(memory([])).unwrap()
}

#[test]
fn a_setting_goes_out_with_the_endpoints_that_document_it() {
    let settings = Settings { language: Some("en".into()), trace: Some(1) };
    let with = desk(&settings).request(&Ask::<true> { trace: Some(7) }).unwrap();
    assert_eq!(with.headers()["x-language"], "en");
    assert_eq!(with.headers().get_all("x-trace").iter().collect::<Vec<_>>(), ["7"], "the endpoint's own alone");
    let without = desk(&settings).request(&Ask::<false> { trace: None }).unwrap();
    assert_eq!((without.headers().get("x-language"), without.headers().get("x-trace")), (None, None));
}

#[test]
fn a_setting_is_validated_where_it_goes_out() {
    let settings = Settings { language: Some("english".into()), trace: Some(i64::MAX) };
    let error = desk(&settings).request(&Ask::<true> { trace: None }).unwrap_err();
    let broken: Vec<_> = error.violations().unwrap().iter().map(|broken| broken.pointer.to_string()).collect();
    assert_eq!(broken, ["/headers/X-Language"]);
    assert!(desk(&settings).request(&Ask::<false> { trace: None }).is_ok());
}

#[test]
fn a_server_reads_a_setting_where_it_is_documented() {
    let request = http::Request::get("/ask").header("x-language", "english").header("x-trace", "7");
    let request = request.body("".into()).unwrap();
    let with = Ask::<true>::from_request(&request).unwrap();
    assert_eq!(with.settings, Settings { language: Some("english".into()), trace: None });
    assert_eq!((with.endpoint, with.violations.len()), (Some(Ask { trace: Some(7) }), 1));
    let without = Ask::<false>::from_request(&request).unwrap();
    assert_eq!((without.settings, without.violations.len()), (Settings::default(), 0));
}
