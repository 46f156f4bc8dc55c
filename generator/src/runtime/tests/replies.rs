//! Responses as a server writes them from typed answers.

use http::StatusCode;

use super::sample::{PlaceOrder, Placed, Problem, RemoveOrder, Shop};
use crate::runtime::client::{Answer, Body, BuildError, Endpoint, Incoming, Info, Method, Outgoing, Reply, Response};
use crate::runtime::{Check, Undecodable, Validate};

/// An endpoint with a success by each kind of key, and with refusals that share a type under two media types.
#[derive(Debug)]
struct Keyed;

#[derive(Clone, Debug, PartialEq)]
enum KeyedResponse {
    Status201(Placed),
    Status2xx,
}

impl Validate for Keyed {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Validate for KeyedResponse {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Keyed {
    type Api = Shop;
    type Output = KeyedResponse;
    type Failure = Problem;

    const INFO: &Info = &documenting(&["200", "201", "2XX", "4XX", "404", "5XX"]);

    fn encode(&self, _: &mut Outgoing) {}

    fn read(_: &mut Incoming<'_>) -> Self {
        Self
    }

    fn decode(answer: &mut Answer<'_>) -> Result<KeyedResponse, Undecodable> {
        match answer.status_key(&["201", "2XX"]) {
            Some("201") => answer.media_types(&["text/json"]).json().map(KeyedResponse::Status201),
            _ => answer.none().map(|()| KeyedResponse::Status2xx),
        }
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Problem>, Undecodable> {
        match answer.status_key(&["4XX", "404", "5XX"]) {
            Some("4XX") => answer.media_types(&["application/json"]).json().map(Some),
            Some("5XX") => answer.media_types(&["application/problem+json"]).json().map(Some),
            _ => Ok(None),
        }
    }

    fn respond(output: &KeyedResponse, reply: &mut Reply) {
        match output {
            KeyedResponse::Status201(body) => reply.under(&["201"]).json(body).media_type("text/json"),
            KeyedResponse::Status2xx => reply.under(&["2XX"]),
        };
    }

    fn refuse(failure: &Problem, reply: &mut Reply) {
        reply.under(&["4XX", "5XX"]);
        match reply.status_key(&["4XX", "5XX"]) {
            Some("4XX") => reply.json(failure),
            _ => reply.json(failure).media_type("application/problem+json"),
        };
    }
}

const fn documenting(statuses: &'static [&'static str]) -> Info {
    Info {
        api: "shop",
        name: "keyed",
        method: Method::POST,
        path: "/keyed",
        statuses,
        media_types: &[],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    }
}

fn shown(response: &Response) -> (u16, Option<&str>, &str) {
    let media_type = response.headers().get("content-type").map(|value| value.to_str().unwrap());
    (response.status().as_u16(), media_type, str::from_utf8(response.body().bytes().unwrap()).unwrap())
}

fn problem() -> Problem {
    Problem { reason: Some("no".into()) }
}

#[test]
fn the_type_decides_the_status_and_else_the_first_exact_one_does() {
    let placed = Placed { id: Some(1) };
    let json = Some("application/json");
    assert_eq!(shown(&PlaceOrder::to_response(&placed).unwrap()), (200, json, r#"{"id":1}"#));
    assert_eq!(shown(&RemoveOrder::to_response(&()).unwrap()), (204, None, ""));
    let created = Keyed::to_response(&KeyedResponse::Status201(placed)).unwrap();
    assert_eq!(shown(&created), (201, Some("text/json"), r#"{"id":1}"#));
    let other = Keyed::to_response(&KeyedResponse::Status2xx).unwrap();
    assert_eq!(shown(&other), (202, None, ""), "200 and 201 have keys of their own");
}

#[test]
fn what_is_written_is_read_again_and_deviates_in_nothing() {
    for output in [KeyedResponse::Status201(Placed::default()), KeyedResponse::Status2xx] {
        assert_eq!(Keyed::from_response(&Keyed::to_response(&output).unwrap()), Ok((output, vec![])));
    }
    for status in [400, 499, 500, 503].map(|status| StatusCode::from_u16(status).unwrap()) {
        let written = Keyed::to_refusal(status, Some(&problem())).unwrap();
        assert_eq!(written.status(), status);
        assert_eq!(Keyed::from_refusal(&written), Ok((Some(problem()), vec![])));
    }
}

#[test]
fn a_body_goes_out_only_under_a_status_that_is_documented_to_have_it() {
    let refusal = |status: StatusCode| Keyed::to_refusal(status, Some(&problem())).map(drop);
    for status in [StatusCode::NOT_FOUND, StatusCode::FOUND, StatusCode::OK] {
        assert_eq!(refusal(status), Err(BuildError::Status(status)));
    }
    let ok = BuildError::Status(StatusCode::OK);
    assert_eq!(ok.to_string(), "an answer of this kind does not come with the status 200");
    assert_eq!(Keyed::to_refusal(StatusCode::OK, None).map(drop), Err(ok), "a success is no refusal");

    let bare = Keyed::to_refusal(StatusCode::NOT_FOUND, None).unwrap();
    assert_eq!(shown(&bare), (404, None, ""));
    assert_eq!(Keyed::from_refusal(&bare), Ok((None, vec![])));
    let undocumented = RemoveOrder::to_refusal(StatusCode::CONFLICT, Some(&())).unwrap();
    assert_eq!(shown(&undocumented), (409, None, ""));
}

#[test]
fn an_undocumented_success_gets_a_status_that_is_free() {
    let mut reply = Reply::success(PlaceOrder::INFO);
    reply.undocumented(&Body::from("x"));
    assert_eq!(shown(&reply.finish().unwrap()), (201, None, "x"));
    let mut reply = Reply::success(const { &documenting(&["200", "201", "202", "203"]) });
    reply.undocumented(&Body::from("x"));
    assert_eq!(shown(&reply.finish().unwrap()), (206, None, "x"), "204 and 205 have no body");
}
