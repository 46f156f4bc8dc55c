//! Values that are made in Rust, by `new`, setters and conversions, survive being written and read.
//!
//! These do not, each for a reason that its documentation says:
//!
//! - a number of Rust that is none of JSON (`NaN`, infinite): it is written as `null`, and the validator refuses it;
//! - the value that stands for none (`Field::Value(0)` where `0` means none) is read as `Field::Null`;
//! - in forms, queries and headers an empty list that repeats its name (nothing is written, so nothing is there), and what
//!   the rule `encode` names: an item with a comma in a list that commas join, an empty text where that means null;
//! - a field among the `other_fields` of an object that has the name of a listed one: it is read as the listed one;
//! - `Some(Json::Null)` in a field of any JSON that is not said to be nullable: null is read as absent there, and told;
//! - JSON deeper than 127 lists and objects in each other, of which a request that is kept is one.

use language_clients::default::client::ClientCall;
use language_clients::default::server::{Numbers, Words};
use language_clients::runtime::{
    Date, DateTime, Email, EpochSeconds, Field, Json, JsonObject, LocalDateTime, Map, Secret, Uri, Uuid, Validate as _,
    from_json, to_json,
};
use language_clients::workshop::create_order::{
    CreateOrder, CreateOrderRequired, CreateOrderResponse, CreateOrderWork, Tuning,
};
use language_clients::workshop::list_orders::Order;
use language_clients::workshop::{OrderId, State};
use message_clients::omnidesk::{CreateMessage, CreateMessageRequired};
use message_clients::pland::{SendNote, SendNoteType};
use message_clients::superoffice::{AddChatSessionMessage, LanguageCode};
use proptest::prelude::{Strategy, any};
use proptest::strategy::BoxedStrategy;

use crate::language::laws::{returns, survives};
use crate::message::laws;
use crate::run::{cases, conclude, over};
use crate::values::text;

const USUAL: u32 = 256;

fn texts() -> BoxedStrategy<String> {
    text(&[])
}

#[test]
fn scalars_return() {
    let cases = cases(USUAL);
    let numbers = any::<u64>().prop_map(f64::from_bits);
    let floats = any::<u32>().prop_map(f32::from_bits);
    conclude([
        over(
            "f64",
            cases,
            &numbers,
            |number| {
                if number.is_finite() { returns(number) } else { is_null(&to_json(number)) }
            },
        ),
        over(
            "f32",
            cases,
            &floats,
            |number| {
                if number.is_finite() { returns(number) } else { is_null(&to_json(number)) }
            },
        ),
        over("i64", cases, &any::<i64>(), returns),
        over("u64", cases, &any::<u64>(), returns),
        over("bool", cases, &any::<bool>(), returns),
        over("String", cases, &texts(), returns),
        over("Secret", cases, &texts(), |text| returns(&Secret::from(text.as_str()))),
        over("Email", cases, &texts(), |text| returns(&Email::from(text.as_str()))),
        over("Uuid", cases, &texts(), |text| returns(&Uuid::from(text.as_str()))),
        over("Uri", cases, &texts(), |text| returns(&Uri::from(text.as_str()))),
        over("Date", cases, &texts(), |text| returns(&Date::from(text.as_str()))),
        over("DateTime", cases, &texts(), |text| returns(&DateTime::from(text.as_str()))),
        over("LocalDateTime", cases, &texts(), |text| returns(&LocalDateTime::from(text.as_str()))),
        over("EpochSeconds", cases, &any::<i64>(), |number| returns(&EpochSeconds(*number))),
        over("OrderId", cases, &any::<i64>(), |number| returns(&OrderId(*number))),
        over("Words", cases, &texts(), |text| returns(&Words::from(text.as_str()))),
        over("State", cases, &texts(), |text| returns(&State::from(text.as_str()))),
        over("Numbers", cases, &any::<i64>(), |number| returns(&Numbers::from(*number))),
        over("Vec<Option<String>>", cases, &proptest::collection::vec(proptest::option::of(texts()), 0..4), returns),
        over("Map<Vec<f64>>", cases, &maps(), returns),
    ]);
}

fn maps() -> impl Strategy<Value = Map<Vec<f64>>> {
    let finite = any::<u64>().prop_map(f64::from_bits).prop_filter("finite", |number| number.is_finite());
    proptest::collection::btree_map(texts(), proptest::collection::vec(finite, 0..3), 0..4)
}

fn is_null(json: &str) -> Result<(), String> {
    if json == "null" { Ok(()) } else { Err(json.to_owned()) }
}

#[test]
fn a_listed_value_never_hides_among_those_that_are_not() {
    for text in Words::LISTED {
        let read = from_json::<Words>(&to_json(text)).unwrap().0;
        assert_eq!(read, Words::from(*text));
        assert!(!format!("{read:?}").contains("Unlisted"), "{text}");
    }
    for number in Numbers::LISTED {
        assert!(!format!("{:?}", Numbers::from(*number)).contains("Unlisted"), "{number}");
    }
}

#[derive(Clone, Debug)]
struct Parts {
    texts: Vec<String>,
    numbers: (u64, u64, u32, i64, i64),
    flag: Option<bool>,
    json: Json,
    map: Map<String>,
}

fn parts() -> impl Strategy<Value = Parts> {
    let json = crate::values::anything();
    let map = proptest::collection::btree_map(texts(), texts(), 0..3);
    let numbers = (any::<u64>(), any::<u64>(), any::<u32>(), any::<i64>(), any::<i64>());
    (proptest::collection::vec(texts(), 6), numbers, any::<Option<bool>>(), json, map)
        .prop_map(|(texts, numbers, flag, json, map)| Parts { texts, numbers, flag, json, map })
}

/// A request with a field of every kind.
fn order(parts: &Parts) -> CreateOrder {
    let [customer, note, pin, other, shop, date] = parts.texts.as_slice() else { panic!("six texts") };
    let shop = format!("shop {shop}"); // neither empty nor dots
    let mut order = CreateOrder::new(CreateOrderRequired { shop, customer: customer.as_str().into() });
    let (serial, deposit, weight, age, stored) = parts.numbers;
    let (deposit, weight) = (f64::from_bits(deposit), f32::from_bits(weight));
    order = order.serial(serial).age(age).stored(stored).note(note).pin(pin.as_str());
    order.extra = Some(parts.json.clone()).filter(|json| !json.is_null());
    order.deposit = Some(deposit).filter(|number| number.is_finite());
    order.weight = Some(weight).filter(|number| number.is_finite());
    order = match parts.flag {
        None => order,
        Some(true) => order.gears_null().insured(true),
        Some(false) => order.gears(age | 1).insured(false),
    };
    order = match parts.flag {
        None => order.work(CreateOrderWork::Inspection(JsonObject::new().with("what", parts.json.clone()))),
        Some(flag) => order.work(CreateOrderWork::Tuning(Tuning::default().gears(flag))),
    };
    order
        .labels(parts.map.clone())
        .accessories([note, other])
        .bought(date.as_str())
        .sketch(JsonObject::new().with(other, date.as_str()))
}

#[test]
fn a_request_survives() {
    conclude([
        over("CreateOrder", cases(USUAL), &parts(), |parts| survives(&order(parts))),
        over("ClientCall", cases(USUAL), &parts(), |parts| {
            let [one, other, third, ..] = parts.texts.as_slice() else { panic!("six texts") };
            // In a header visible ASCII alone can stand, and no comma within an item.
            let visible = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
            let null = parts.flag.map(|_| other.clone());
            let object = JsonObject::new().with(one, parts.json.clone());
            let path = format!("path {one}");
            let call =
                ClientCall::new(path, [parts.numbers.3, 7], ["x".to_owned() + &visible(other)], null, object, third);
            let call = if let Some(flag) = parts.flag { call.not(flag).value(one) } else { call.value_null() };
            survives(&call)
        }),
    ]);
}

#[test]
fn requests_of_message_clients_survive() {
    let texts = || proptest::collection::vec(texts(), 3);
    conclude([
        over("LanguageCode", cases(USUAL), &texts(), |texts| laws::returns(&LanguageCode::from(texts[0].as_str()))),
        over("SendNote", cases(USUAL), &texts(), |texts| {
            let id = format!("id {}", texts[0]); // neither empty nor dots
            laws::survives(&SendNote::new(id).type_(SendNoteType::from(texts[1].as_str())))
        }),
        over("AddChatSessionMessage", cases(USUAL), &texts(), |texts| {
            laws::survives(&AddChatSessionMessage::new(7).message(&texts[0]).author(&texts[1]))
        }),
        over("CreateMessage", cases(USUAL), &texts(), |texts| {
            let (type_, message) = (texts[0].clone(), texts[1].clone());
            laws::survives(&CreateMessage::new(CreateMessageRequired { ticket_id: 7.into(), type_, message }))
        }),
    ]);
}

#[test]
fn absent_null_and_a_value_are_three_things() {
    for bicycle in [Field::Absent, Field::Null, Field::Value("blue".to_owned()), Field::Value(String::new())] {
        let mut order = Order::new(OrderId(1));
        order.bicycle = bicycle.clone();
        assert_eq!(returns(&order), Ok(()), "{bicycle:?}");
        assert_eq!(to_json(&order).contains("bicycle"), bicycle != Field::Absent);
    }
}

#[test]
fn an_answer_that_lacks_what_it_promises_stays_so() {
    let (lacking, told) = from_json::<CreateOrderResponse>("{}").unwrap();
    assert_eq!(told.len(), 1);
    assert!(lacking.id.is_err());
    assert_eq!(to_json(&lacking), "{}");
}

#[test]
fn what_cannot_be_written_is_refused_before_it_is_sent() {
    let mut order = CreateOrder::new(CreateOrderRequired { shop: "harbour".into(), customer: "a@example.nl".into() });
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        order.deposit = Some(number);
        assert!(order.violations().iter().any(|violation| violation.pointer == "/body/deposit"), "{number}");
    }
    order.deposit = None;
    for number in [f32::NAN, f32::INFINITY] {
        order.weight = Some(number);
        assert!(order.violations().iter().any(|violation| violation.pointer == "/body/weight"), "{number}");
    }
}
