//! What a call adds to its request: fields that the documentation does not know, another media type.

use super::memory::{client, memory};
use super::sample::{PlaceOrder, RemoveOrder, Shop};
use crate::runtime::client::{
    Answer, BlockingTransport, BuildError, Call, Endpoint, Error, Incoming, Info, NoSettings, Outgoing, Reply, Request,
};
use crate::runtime::core::parts;
use crate::runtime::{Check, Form, Json, JsonObject, Texts, Undecodable, Validate};

/// Sends a form: pairs, or a part each.
#[derive(Debug)]
struct Upload<const PAIRS: bool>(Vec<String>);

impl<const PAIRS: bool> Upload<PAIRS> {
    fn put<T: Texts>(&self, body: &mut Form<T>) {
        body.put_brackets("names", &self.0).put("a\"b", &String::from("\r\nc"));
    }
}

impl<const PAIRS: bool> Validate for Upload<PAIRS> {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl<const PAIRS: bool> Endpoint for Upload<PAIRS> {
    type Api = Shop;
    type Output = ();
    type Failure = ();

    const INFO: &Info = RemoveOrder::INFO;

    fn encode(&self, to: &mut Outgoing) {
        if PAIRS {
            to.urlencoded(|body| self.put(body));
        } else {
            to.form(|body| self.put(body));
        }
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self(from.body.take_brackets("names"))
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

type Blocking<E> = Call<E, dyn BlockingTransport>;

fn call<E: Endpoint<Api = Shop>>(endpoint: E) -> Blocking<E> {
    client(&memory([])).call(endpoint)
}

fn order() -> PlaceOrder {
    PlaceOrder { note: Some("a@b".into()), ..PlaceOrder::new("a") }
}

fn body(request: &Request) -> &str {
    str::from_utf8(request.body().bytes().unwrap()).unwrap()
}

fn refused<E: Endpoint<Api = Shop>>(call: &Blocking<E>) -> BuildError {
    match call.request() {
        Err(Error::Build { error, .. }) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_extra_field_stands_behind_those_of_the_endpoint() {
    let call_ = call(order()).extra_field("more", JsonObject::from([("a\"", Json::Null)])).extra_field("most", [1, 2]);
    assert_eq!(body(&call_.request().unwrap()), r#"{"note":"a@b","more":{"a\"":null},"most":[1,2]}"#);
    let alone = call(PlaceOrder::new("a")).extra_field("more", 1).extra_field("more", 2);
    assert_eq!(body(&alone.request().unwrap()), r#"{"more":2}"#, "the later holds");
}

#[test]
fn an_extra_field_is_a_part_of_a_form() {
    let upload = call(Upload::<false>(vec!["x".into(), "y".into()]))
        .extra_field("list", vec![Json::from(1), "2".into()])
        .extra_field("null", Json::Null)
        .extra_field("object", JsonObject::from([("a", true.into())]))
        .extra_field("text", "a\r\n--b");
    let request = upload.request().unwrap();
    let media_type = request.headers()["content-type"].to_str().unwrap();
    let read = parts(media_type, request.body().bytes().unwrap()).unwrap();
    let read: Vec<_> = read.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(
        read,
        [
            ("names[]", "x"),
            ("names[]", "y"),
            ("a\"b", "\r\nc"),
            ("list", "1"),
            ("list", "2"),
            ("null", ""),
            ("object", r#"{"a":true}"#),
            ("text", "a\r\n--b")
        ]
    );
}

#[test]
fn an_extra_field_is_a_pair_of_a_form_and_all_of_it_is_kept() {
    let upload = || Upload::<true>(vec!["x".into(), "y z".into()]);
    let request = call(upload()).extra_field("list", vec![Json::from(1), "2".into()]).request().unwrap();
    assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
    let written = "names%5B%5D=x&names%5B%5D=y+z&a%22b=%0D%0Ac";
    assert_eq!(body(&request), format!("{written}&list=1&list=2"));

    let sent = upload().to_request("https://localhost/shops/a/orders/1", &NoSettings).unwrap();
    assert_eq!(body(&sent), written);
    let kept = Upload::<true>::from_json(&upload().to_json(&NoSettings).unwrap()).unwrap();
    assert_eq!(kept.endpoint.unwrap().0, upload().0);
}

#[test]
fn a_field_is_never_sent_twice_and_never_without_a_place() {
    let twice = refused(&call(order()).extra_field("note", 1));
    assert_eq!(twice.to_string(), r#"the extra field "note" is one that the endpoint writes itself"#);
    assert_eq!(
        refused(&call(Upload::<false>(vec!["x".into()])).extra_field("names[]", "y")),
        BuildError::FieldTwice("names[]".into())
    );
    assert_eq!(
        refused(&call(Upload::<true>(vec!["x".into()])).extra_field("names[]", "y")),
        BuildError::FieldTwice("names[]".into())
    );
    for body in [None, Some(vec![1])] {
        assert_eq!(refused(&call(RemoveOrder { body }).extra_field("more", 1)), BuildError::NoFields);
    }
}

#[test]
fn a_media_type_is_one_of_those_that_are_documented() {
    let sent = |call: Blocking<PlaceOrder>| call.request().unwrap().headers()["content-type"].clone();
    assert_eq!(sent(call(order())), "application/json");
    assert_eq!(sent(call(order()).media_type("Text/JSON")), "text/json");
    assert_eq!(sent(call(order()).media_type("text/json").media_type("application/json")), "application/json");
    assert_eq!(
        refused(&call(order()).media_type("text/xml\n")).to_string(),
        r#"media type "text/xml\n" is not documented, but application/json, text/json is"#
    );
    let without_body = call(RemoveOrder { body: None }).media_type("application/json").request().unwrap();
    assert_eq!(without_body.headers().get("content-type"), None);
}
