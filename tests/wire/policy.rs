//! What broken rules mean: all at once, and as the caller decides.

use std::sync::{Arc, Mutex};

use message_clients::omnidesk::{Auth, Client, CreateMessage, CreateMessageRequired, Id};
use message_clients::runtime::RuleId;
use message_clients::runtime::client::{Delivery, Error, Event, Finding, Level, Policy};

const SERVER: &str = "https://desk.example";

/// Breaks seven rules, three of them inferred.
fn broken() -> CreateMessage {
    CreateMessage::new(CreateMessageRequired { ticket_id: Id(1), type_: String::new(), message: "téxt".into() })
        .to_address(["a@example.nl", "nobody"])
        .cc_input("x")
        .send_at("text")
        .submit_status("closed")
}

fn violations(error: &Error) -> Vec<String> {
    error
        .violations()
        .unwrap()
        .iter()
        .map(|violation| format!("{} {}", violation.pointer, violation.rule.id()))
        .collect()
}

/// What a policy refuses, and what it warns of.
fn judged(policy: Policy) -> (Vec<String>, Vec<String>) {
    let warnings = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&warnings);
    let observer = move |event: &Event<'_>| {
        if let Finding::Sent(violation) = event.finding {
            heard.lock().unwrap().push(format!("{} {}", violation.pointer, violation.rule.id()));
        }
    };
    let client = Client::builder(SERVER, Auth::api_key("k")).policy(policy).observer(observer).build().unwrap();
    let refused = client.request(&broken()).err().map_or_else(Vec::new, |error| violations(&error));
    let warned = warnings.lock().unwrap().clone();
    (refused, warned)
}

#[test]
fn every_violation_is_reported_at_once_and_inferred_ones_warn() {
    let (refused, warned) = judged(Policy::new());
    assert_eq!(
        refused,
        [
            "/body/type min_length",
            "/body/type pattern",
            "/body/ccInput format",
            "/body/message min_length",
            "/body/sendAt pattern"
        ]
    );
    assert_eq!(warned, ["/body/toAddress/1 format", "/body/sendAt format"]);
}

#[test]
fn a_refused_request_says_what_was_found_and_what_is_allowed_and_names_no_person() {
    let client = Client::builder(SERVER, Auth::api_key("k")).build().unwrap();
    let error = client.request(&broken()).unwrap_err();
    assert_eq!(error.delivery(), Delivery::NotSent);
    let violations = error.violations().unwrap();
    assert_eq!(
        violations[3].to_string(),
        "/body/message: found 4 characters, allowed: at least 5 characters [min_length]"
    );
    assert_eq!(
        violations[2].to_string(),
        "/body/ccInput: found text of 1 character, allowed: text of format email [format]"
    );
    assert_eq!(format!("{:#}", violations[2]), "/body/ccInput: found \"x\", allowed: text of format email [format]");
    assert!(error.to_string().contains("omnidesk/create_message"), "{error}");
}

#[test]
fn levels_are_set_by_rule_by_place_and_by_both() {
    let (refused, warned) = judged(Policy::new().rule(RuleId::Pattern, Level::Warn).rule(RuleId::Format, Level::Off));
    assert_eq!(refused, ["/body/type min_length", "/body/message min_length"]);
    assert_eq!(warned, ["/body/type pattern", "/body/sendAt pattern"]);

    let (refused, warned) = judged(Policy::all(Level::Off).at("/body/toAddress", Level::Error));
    assert_eq!(
        (refused, warned),
        (vec!["/body/toAddress/1 format".to_owned()], vec![]),
        "a place covers what is below"
    );

    let policy = Policy::all(Level::Warn).rule_at(RuleId::Pattern, "/body/type", Level::Error);
    assert_eq!(judged(policy).0, ["/body/type pattern"]);
}

#[test]
fn a_call_adds_to_the_policy_of_its_client() {
    let policy = Policy::new().rule(RuleId::MinLength, Level::Off).rule(RuleId::Format, Level::Off);
    let client = Client::builder(SERVER, Auth::api_key("k")).policy(policy).build().unwrap();
    let call = client.call(broken()).policy(Policy::new().rule(RuleId::Pattern, Level::Off));
    assert!(call.request().is_ok());
    assert_eq!(violations(&client.request(&broken()).unwrap_err()), ["/body/type pattern", "/body/sendAt pattern"]);
}

#[test]
fn calendar_and_pattern_are_two_rules() {
    let message = |at: &str| {
        CreateMessage::new(CreateMessageRequired { ticket_id: Id(1), type_: "1".into(), message: "Hello".into() })
            .send_at(at)
    };
    let client = Client::builder(SERVER, Auth::api_key("k")).policy(Policy::all(Level::Error)).build().unwrap();
    assert!(client.request(&message("2024-02-29 23:59:59")).is_ok());
    for (at, rules) in [
        ("2024-99-01 10:00:00", &["/body/sendAt format"][..]),
        ("2023-02-29 10:00:00", &["/body/sendAt format"]),
        ("2024-05-01T10:00:00", &["/body/sendAt pattern", "/body/sendAt format"]),
        ("2024-05-01 10:00:00 ", &["/body/sendAt pattern", "/body/sendAt format"]),
    ] {
        assert_eq!(violations(&client.request(&message(at)).unwrap_err()), rules, "{at}");
    }
}

#[test]
fn a_comma_in_an_address_cannot_be_written() {
    let message =
        CreateMessage::new(CreateMessageRequired { ticket_id: Id(1), type_: "1".into(), message: "Hello".into() });
    let client = Client::builder(SERVER, Auth::api_key("k")).build().unwrap();
    let error = client.request(&message.to_address(["a@example.nl,b@example.nl"])).unwrap_err();
    assert!(violations(&error).contains(&"/body/toAddress/0 encode".to_owned()), "{error}");
}
