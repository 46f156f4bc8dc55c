//! The workshop, endpoint by endpoint: methods, queries, bodies and credentials over the wire and back.

#![allow(deprecated, reason = "what is deprecated is sent as before")]

use language_clients::runtime::client::Endpoint as _;
use language_clients::runtime::client::http::StatusCode;
use language_clients::runtime::{JsonObject, Map, Validate as _, to_json};
use language_clients::workshop::create_order::Tuning;
use language_clients::workshop::list_orders::Order;
use language_clients::workshop::{
    Auth, BlockingClient, CreateOrder, CreateOrderRequired, CreateOrderResponse, CreateOrderServerOwned,
    CreateOrderWork, CreateOrderWorkRepair, DropPhoto, FindParts, ListOrders, OrderId, Problem, SendInvoice, State,
    TakeStock, Watch,
};

use crate::loopback::comes_back;

const TRACKER: &str = "0b5c7d1e-7f31-4c2f-9d3e-5a6b7c8d9e0f";

fn order() -> CreateOrder {
    CreateOrder::new(CreateOrderRequired { shop: "harbour".into(), customer: "ann@workshop.example".into() })
}

#[test]
fn lists_in_a_query() {
    let request = ListOrders::new("the harbour")
        .page_size(2)
        .state([State::New, State::InProgress])
        .ids([1, 2])
        .mechanics(["ann & bo", "ö"])
        .since("2026-01-31")
        .pretty(true)
        .if_none_match("\"1\"");
    let orders = vec![Order::new(OrderId(1)).state(State::Done).bicycle_null(), Order::new(OrderId(2)).bicycle("blue")];
    comes_back(|| Auth::counter("key"), &request, &orders);
    let account = || Auth::Partner { token: "token".into(), account: "account".into() };
    comes_back(account, &ListOrders::new("harbour"), &orders);
}

#[test]
fn every_kind_of_value_in_json() {
    let request = order()
        .work(CreateOrderWork::Repair(CreateOrderWorkRepair::default().parts(50)))
        .age(199)
        .serial(u64::MAX)
        .deposit(0.3)
        .pressure(9.5)
        .weight(12.5)
        .gears_null()
        .note("squeaks \u{1F6B2}")
        .frame("AB1234")
        .tag("1234")
        .origin()
        .colour("green")
        .manual("https://workshop.example/manual")
        .bought("2014-02-28")
        .wanted("2026-11-30 10:00:00")
        .dropped("2026-11-21T10:00:00+01:00")
        .stored(1_795_255_200)
        .tracker(TRACKER)
        .insured(true)
        .extra(vec![1, 2])
        .sketch(JsonObject::new().with("by", "bo"))
        .server_owned(CreateOrderServerOwned::default().received("2026-11-21T10:01:00Z"));
    comes_back(|| Auth::employee("ann", "secret"), &request, &CreateOrderResponse::new(OrderId(7)));
    let tuned = order().work(CreateOrderWork::Tuning(Tuning::default().gears(true)));
    comes_back(|| Auth::visitor("sid=1"), &tuned, &CreateOrderResponse::new(OrderId(8)));
}

#[test]
fn forms() {
    let invoice = SendInvoice::new("harbour", [1, 2])
        .copies(["ann@workshop.example"])
        .due("2026-12-01")
        .amount(12.5)
        .pretty(false);
    comes_back(|| Auth::link("key"), &invoice, &());
    let photo = DropPhoto::new(OrderId(1), "harbour").address("https://workshop.example/a.png").tags(["a", "b c"]);
    comes_back(|| Auth::counter("key"), &photo, &"kept".into());
}

#[test]
fn a_method_of_its_own_without_a_credential() {
    comes_back(Auth::none, &Watch::new("harbour"), &());
}

#[test]
fn a_refusal_keeps_what_its_page_does_not_name() {
    let problem = Problem::new(7).text("closed").other_fields(JsonObject::new().with("until", "9:00"));
    let response = Watch::to_refusal(StatusCode::CONFLICT, Some(&problem)).unwrap();
    assert_eq!(Watch::from_refusal(&response), Ok((Some(problem.clone()), vec![])));
    assert_eq!(to_json(&problem), r#"{"code":7,"text":"closed","until":"9:00"}"#);
}

#[test]
fn lists_and_maps_within_their_bounds() {
    let stock = TakeStock::new("harbour", ["a1", "b2"]).counts([("bells", 7), ("chains", 0)]);
    let all = Map::from_iter([("bells".to_owned(), 7), ("tubes".to_owned(), 12)]);
    comes_back(|| Auth::counter("key"), &stock, &all);

    let broken =
        TakeStock::new("harbour", ["a1", "a1", "b2", "cellar"]).counts([("bells", -1), ("Öl", 1), ("tubes", 1)]);
    let broken: Vec<String> =
        broken.violations().iter().map(|one| format!("{} {}", one.pointer, one.rule.id())).collect();
    let expected = [
        "/body/shelves max_items",
        "/body/shelves unique_items",
        "/body/shelves/3 max_length",
        "/body/counts max_properties",
        "/body/counts/bells minimum",
        "/body/counts/Öl keys",
    ];
    assert_eq!(broken, expected);
}

#[test]
fn a_secret_is_sent_and_told_to_nobody() {
    let request = order().pin("1234");
    comes_back(|| Auth::employee("ann", "secret"), &request, &CreateOrderResponse::new(OrderId(7)));

    let request = order().pin("s3cret");
    let broken = request.violations();
    let told: Vec<String> = broken.iter().map(|one| format!("{one} {one:#} {one:?}")).collect();
    let told = told.join(" ");
    assert!(told.contains("/body/pin") && told.contains("[pattern]"), "{told}");
    let told = format!("{told} {broken:?} {request:?}");
    assert!(!told.contains("s3c"), "{told}");
}

#[test]
fn nothing_that_breaks_a_bound_goes_out() {
    let request = order()
        .work(CreateOrderWork::Repair(CreateOrderWorkRepair::default().parts(51)))
        .age(200)
        .deposit(0.305)
        .pressure(9.6)
        .weight(f32::NAN)
        .note("\u{1F6B2}".repeat(11))
        .frame("AB12345")
        .tracker("none")
        .bought("2023-02-29");
    let client = BlockingClient::builder("https://workshop.example", Auth::visitor("sid=1")).build().unwrap();
    let error = client.request(&request).unwrap_err();
    let broken: Vec<String> =
        error.violations().unwrap().iter().map(|one| format!("{} {}", one.pointer, one.rule.id())).collect();
    let expected = [
        "/body/work/parts maximum",
        "/body/age exclusive_maximum",
        "/body/deposit multiple_of",
        "/body/pressure maximum",
        "/body/weight range",
        "/body/note max_length",
        "/body/frame max_length",
        "/body/frame pattern",
        "/body/bought format",
        "/body/tracker format",
    ];
    assert_eq!(broken, expected);
}

#[test]
fn a_body_where_servers_expect_none() {
    let request = FindParts::new("harbour").number("017").makers(["none"]);
    comes_back(|| Auth::counter("key"), &request, &vec!["bell".to_owned()]);
}
