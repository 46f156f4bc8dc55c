//! Every type of the runtime, as the list of the public API has it, with the credential wherever it can come: none prints it.
//!
//! What callers, servers and specs say is theirs, and is printed: names, addresses, values of free-form JSON, texts that no
//! spec calls a secret. The types of the APIs are walked by the laws, with random values.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

use docwright_tests::project::repository;
use message_clients::runtime::client::conformance::{self, Departures};
use message_clients::runtime::client::http::StatusCode;
use message_clients::runtime::client::{
    Answer, Api, Attempt, Authorization, Authorize, BlockingTransport, Body, BuildError, Client, Endpoint, Error,
    Event, Finding, Incoming, Info, JsonLines, Level, Limits, Method, Network, NoAuth, NoSettings, Outgoing, Policy,
    Reply, Request, Reqwest, Response, Server, TransportError, TransportErrorKind, Ureq,
};
use message_clients::runtime::{
    Check, Date, DateTime, Deviation, Email, EpochSeconds, Field, JsonObject, LocalDateTime, Malformed, Missing, Node,
    Object, ObjectWriter, Pattern, Pointer, Promised, Reader, Record, RuleId, Secret, Section, Undecodable, Uri,
    Validate, Value, Writer, from_json, to_json,
};
use message_clients::superoffice::{AddChatSessionMessage, Superoffice};

use crate::secret::{SECRET, silent};

thread_local! {
    /// What was printed of each type by the code that the runtime calls.
    static SEEN: RefCell<BTreeMap<&'static str, Vec<String>>> = const { RefCell::new(BTreeMap::new()) };
}

fn see(of: &'static str, printed: Vec<String>) {
    SEEN.with_borrow_mut(|seen| seen.entry(of).or_default().extend(printed));
}

fn secret() -> Secret {
    SECRET.into()
}

/// A value of somebody's own, which looks at what it is given.
#[derive(Clone, Debug, PartialEq)]
struct Looking(Secret);

impl Value for Looking {
    fn read(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        see("runtime::Node", shown!(&node));
        see("runtime::Reader", shown!(&*at));
        if let Node::Object(fields) = &node {
            see("runtime::Fields", shown!(fields));
        }
        Secret::read(node, at).map(Self)
    }

    fn write(&self, to: &mut Writer<'_>) {
        self.0.write(to);
        see("runtime::Writer", shown!(&*to));
        see("runtime::WireText", shown!(&self.0.text()));
    }

    fn stand_in() -> Self {
        Self(Secret::stand_in())
    }
}

/// An object of somebody's own.
struct LookingObject;

impl Record for LookingObject {
    fn read(object: &mut Object<'_>) -> Self {
        see("runtime::Object", shown!(&*object));
        object.take::<Option<Looking>>("pin");
        object.take::<Option<Looking>>("more");
        let promised = object.take::<Promised<Looking>>("gone");
        let missing: Missing = promised.expect_err("nobody sends it");
        see("runtime::Missing", shown!(&missing));
        Self
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("pin", &secret());
        see("runtime::ObjectWriter", shown!(&*object));
    }
}

/// An endpoint of somebody's own, at the place of another.
#[derive(Clone, Debug)]
struct LookingEndpoint;

impl Validate for LookingEndpoint {
    fn validate(&self, check: &mut Check<'_>) {
        see("runtime::Check", shown!(&*check));
        let (pin, pins) = (secret(), vec![secret()]);
        let probe = check.at("pin", &pin).secret().max_length(1);
        see("runtime::Probe", shown!(&probe));
        let each = check.each("pins", &pins).secret().max_length(1);
        see("runtime::Each", shown!(&each));
        let properties = check.object(|object| _ = object.put("pin", &secret()));
        see("runtime::Properties", shown!(&properties.max_properties(0)));
    }
}

impl Endpoint for LookingEndpoint {
    type Api = Superoffice;
    type Output = ();
    type Failure = ();

    const INFO: &'static Info = AddChatSessionMessage::INFO;

    fn encode(&self, to: &mut Outgoing) {
        to.path("chatSessionId", &1_i64).header("x-pin", &secret()).header("x-pins", &vec![secret()]);
        to.query(|query| {
            query.put("pin", &secret());
            see("runtime::Pairs", shown!(&*query));
            see("runtime::Form", shown!(&*query));
        });
        to.form(|form| {
            form.put("pin", &secret());
            see("runtime::Multipart", shown!(&*form));
        });
        see("runtime::client::Outgoing", shown!(&*to));
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        see("runtime::client::Incoming", shown!(&*from));
        Self
    }

    fn decode(answer: &mut Answer<'_>) -> Result<(), Undecodable> {
        see("runtime::client::Answer", shown!(&*answer));
        answer.ignored()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond((): &(), reply: &mut Reply) {
        reply.json(&secret());
        see("runtime::client::Reply", shown!(&*reply));
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// Credentials of somebody's own, for an API of their own.
#[derive(Clone, Debug)]
struct LookingAuth(Secret);

impl Authorize for LookingAuth {
    fn authorize(&self, to: &mut Authorization<'_>) {
        to.secret("x-key", "", &self.0).basic("kari", &self.0).query("key", &self.0);
        see("runtime::client::Authorization", shown!(&*to));
    }
}

/// Answers everything with the credential.
struct Echo;

impl BlockingTransport for Echo {
    fn send(&self, request: Request, _: Limits) -> Result<Response, TransportError> {
        see("http::HeaderMap", shown!(request.headers()));
        let mut response = Response::new(SECRET.into());
        response.headers_mut().insert("set-cookie", SECRET.parse().expect("a header"));
        Ok(response)
    }
}

/// What is printed of the types that only the runtime makes.
fn by_the_runtime() {
    _ = from_json::<Looking>(&format!("{SECRET:?}"));
    _ = from_json::<Looking>(&format!("{{\"pin\": {SECRET:?}, \"deep\": [[{SECRET:?}]]}}"));
    _ = from_json::<LookingObject>(&format!("{{\"pin\": {SECRET:?}, \"more\": {{\"pin\": {SECRET:?}}}}}"));
    _ = (to_json(&Looking(secret())), to_json(&LookingObject));
    let request = LookingEndpoint.to_request("https://host.example", &<Superoffice as Api>::Settings::default());
    let request = request.expect("a request");
    assert_eq!(request.headers()["x-pin"].as_bytes(), SECRET.as_bytes());
    see("http::HeaderMap", [shown!(request.headers()), shown!(request.body())].concat());
    let received = LookingEndpoint::from_request(&request).expect("what was sent");
    see("runtime::client::Received", shown!(&received));
    see("runtime::client::Reply", shown!(&LookingEndpoint::to_response(&()).expect("an answer")));
    let violations = LookingEndpoint.violations();
    assert!(violations.len() > 2);
    see("runtime::Violations", shown!(&violations));
    for violation in &violations {
        see("runtime::Violation", shown!(violation));
        see("runtime::Rule", shown!(&violation.rule));
        see("runtime::Found", shown!(&violation.found));
        see("runtime::Deviation", shown!(&Deviation::Broken(violation.clone())));
        see("runtime::client::Finding", shown!(&Finding::Sent(violation)));
    }
    let heard = |event: &Event<'_>| see("runtime::client::Event", shown!(event));
    let builder = Client::<Superoffice, dyn BlockingTransport>::builder(
        "https://host.example",
        message_clients::superoffice::Auth::bearer(SECRET),
    );
    let builder = builder.observer(heard).policy(Policy::all(Level::Warn)).header("x-own", SECRET);
    see("runtime::client::Builder", shown!(&builder));
    let client = builder.build_over(Arc::new(Echo)).expect("a client");
    see("runtime::client::Client", shown!(&client));
    see("runtime::client::Call", shown!(&client.call(LookingEndpoint)));
    see("runtime::client::Full", shown!(&client.call(LookingEndpoint).send_full().expect("an answer")));
    let error = client.send(AddChatSessionMessage::new(1)).expect_err("no JSON");
    see("runtime::client::Refusal", shown!(error.refusal().expect("the answer")));
    see("runtime::client::Error", vec![format!("{error:?} {error:#?} {error}")]);
    let strict = Client::<Superoffice, dyn BlockingTransport>::builder(
        "https://host.example",
        message_clients::superoffice::Auth::bearer(SECRET),
    );
    let strict = strict.build_over(Arc::new(Echo)).expect("a client");
    let error: Error = strict.send(LookingEndpoint).expect_err("it breaks rules");
    assert!(error.violations().is_some());
    see("runtime::client::Error", shown!(&error));
    own_credentials();
}

/// An API of somebody's own, with credentials that look at what they are added to.
struct Own;

impl Api for Own {
    type Auth = LookingAuth;
    type Settings = NoSettings;
}

#[derive(Clone, Debug)]
struct OwnEndpoint;

impl Validate for OwnEndpoint {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for OwnEndpoint {
    type Api = Own;
    type Output = ();
    type Failure = ();

    const INFO: &'static Info = AddChatSessionMessage::INFO;

    fn encode(&self, to: &mut Outgoing) {
        to.path("chatSessionId", &1_i64);
    }

    fn read(_: &mut Incoming<'_>) -> Self {
        Self
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

fn own_credentials() {
    let builder = Client::<Own, dyn BlockingTransport>::builder("https://host.example", LookingAuth(secret()));
    let client = builder.build_over(Arc::new(Echo)).expect("a client");
    client.send(OwnEndpoint).expect("an answer");
}

/// What is printed of the types that anybody can make.
fn by_hand() {
    let network = Network::new().proxy(format!("http://kari:{SECRET}@127.0.0.1:1")).trust(SECRET);
    see("runtime::client::Network", shown!(&network));
    see("runtime::client::BuildError", shown!(&Ureq::over(&network).err()));
    see("runtime::client::BuildError", shown!(&Reqwest::over(&network).err()));
    see("runtime::client::BuildError", shown!(&BuildError::Proxy));
    see("runtime::client::Ureq", shown!(&Ureq::new().expect("an agent")));
    see("runtime::client::Reqwest", shown!(&Reqwest::new().expect("a client")));
    see("runtime::client::Body", shown!(&Body::from(SECRET)));
    see("runtime::client::JsonLines", shown!(&JsonLines::new(std::io::sink())));
    see("runtime::Secret", shown!(&secret()));
    see("runtime::Field", shown!(&Field::Value(secret())));
    see(
        "runtime::client::TransportError",
        shown!(&TransportError::new(TransportErrorKind::Broken, "why").after(StatusCode::OK)),
    );
    // What these hold comes from a spec, or says how, how many or when.
    see("runtime::client::Info", shown!(AddChatSessionMessage::INFO));
    see("http::Method", shown!(&Method::POST));
    see("runtime::client::Limits", shown!(&Limits::default()));
    see("runtime::client::NoAuth", shown!(&NoAuth::none()));
    see("runtime::client::NoSettings", shown!(&NoSettings::default()));
    see("runtime::client::Policy", shown!(&Policy::new().rule_at(RuleId::Pattern, "/body/pin", Level::Warn)));
    see("runtime::client::Level", shown!(&Level::Warn));
    see("runtime::client::Delivery", shown!(&TransportError::new(TransportErrorKind::Broken, "why").delivery()));
    see("runtime::client::TransportErrorKind", shown!(&TransportErrorKind::Broken));
    let server: Server = message_clients::superoffice::online("online", "Cust1").expect("a server");
    see("runtime::client::Server", shown!(&server));
    see("runtime::Section", shown!(&Section::Body));
    see("runtime::RuleId", shown!(&RuleId::Pattern));
    see("runtime::Pointer", shown!(&Pointer::section(Section::Body).key("pin")));
    see("runtime::Undecodable", shown!(&Undecodable::NotJson));
    see("runtime::EpochSeconds", shown!(&EpochSeconds(7)));
    let malformed: Malformed = Email::checked(SECRET).expect_err("no address");
    see("runtime::Malformed", shown!(&malformed));
    let pattern: &Pattern<'_> = &message_clients::pland::OBJECT_ID;
    see("runtime::Pattern", shown!(pattern));
    conformance();
}

/// A transport that breaks every promise, and tells the credential in its own words.
fn conformance() {
    let departures: Departures = conformance::check(|_, _| {
        let mut response = Response::new(SECRET.into());
        response.headers_mut().insert("set-cookie", SECRET.parse().expect("a header"));
        Ok(response)
    })
    .expect_err("no transport at all");
    see("runtime::client::conformance::Departures", shown!(&departures));
    for departure in &departures.list {
        see("runtime::client::conformance::Departure", shown!(departure));
    }
}

/// Types whose whole value is what somebody says: a spec, a caller or a server. What they hold they print.
const SAID: [&str; 13] = [
    "runtime::Bound",
    "runtime::Constant",
    "runtime::Date",
    "runtime::DateTime",
    "runtime::Email",
    "runtime::Excerpt",
    "runtime::JsonObject",
    "runtime::KeyRule",
    "runtime::Kind",
    "runtime::LengthUnit",
    "runtime::LocalDateTime",
    "runtime::Uri",
    "runtime::Uuid",
];

/// That they can be made and printed at all.
fn said() -> Vec<String> {
    [
        shown!(&Date::from("2024-02-29")),
        shown!(&DateTime::from("2024-02-29T10:00:00Z")),
        shown!(&LocalDateTime::from("2024-02-29 10:00:00")),
        shown!(&Uri::from("https://example.nl")),
        shown!(&JsonObject::new().with("a", "b")),
    ]
    .concat()
}

/// The structs and enums of the runtime that the list of the public API has.
fn listed() -> BTreeSet<String> {
    let list = fs::read_to_string(repository().join("tests/public_api/message-clients.txt")).unwrap();
    let name = |line: &str| {
        let rest = line.trim_start_matches(|character: char| character != 'p').strip_prefix("pub ")?;
        let rest = rest.strip_prefix("struct ").or_else(|| rest.strip_prefix("enum "))?;
        let end = rest.find(['(', '<', ' ', '{']).unwrap_or(rest.len());
        rest.starts_with("runtime::").then(|| rest[..end].to_owned())
    };
    list.lines().filter(|line| !line.starts_with(' ')).filter_map(name).collect()
}

#[test]
fn no_type_of_the_runtime_prints_a_credential() {
    by_the_runtime();
    by_hand();
    see("runtime::client::Attempt", shown!(&None::<Attempt>));
    assert!(said().iter().all(|text| !text.is_empty()));
    let seen = SEEN.with_borrow(Clone::clone);
    let known: BTreeSet<String> = seen.keys().copied().chain(SAID).map(str::to_owned).collect();
    let listed = listed();
    assert!(listed.len() > 60, "{listed:?}");
    let missing: Vec<_> = listed.difference(&known).collect();
    assert_eq!(missing, Vec::<&String>::new(), "types without a sample");
    let gone: Vec<_> = known.difference(&listed).filter(|name| name.starts_with("runtime::")).collect();
    assert_eq!(gone, Vec::<&String>::new(), "samples of no type");
    crate::run::conclude(seen.iter().map(|(of, printed)| silent(of, printed)));
}

/// The types that have no `Debug` on purpose are passed by reference alone.
#[test]
fn what_prints_nothing_is_known() {
    by_the_runtime();
    let seen = SEEN.with_borrow(Clone::clone);
    let silent: Vec<&str> = seen.iter().filter(|(_, printed)| printed.is_empty()).map(|(of, _)| *of).collect();
    let known = [
        "runtime::Check",
        "runtime::Each",
        "runtime::Object",
        "runtime::Probe",
        "runtime::Properties",
        "runtime::Reader",
        "runtime::client::Answer",
        "runtime::client::Incoming",
    ];
    assert_eq!(silent, known);
}
