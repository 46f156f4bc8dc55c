//! Random values for a shape: of the right kind, or with anything anywhere.

use proptest::collection::{btree_map, vec};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;
use proptest::strategy::{BoxedStrategy, Union};
use serde_json::{Map, Number, Value as Json};

use crate::secret::SECRET;
use crate::shape::{Field, Object, Shape};

/// How far values keep to their shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// All is of the right kind, and what must be there is; rules may be broken.
    Right,
    /// Anything may stand anywhere, or be missing.
    Wild,
}

/// Texts that something else could be made of.
const TEXTS: [&str; 24] = [
    "",
    " ",
    "a",
    "null",
    "true",
    "1",
    "-0",
    "1.0",
    "1e400",
    "\"1\"",
    "[]",
    "{}",
    "a,b",
    ",",
    "a b\t",
    "%00%zz+&=?#",
    "../..",
    "\u{0}",
    "\r\n",
    "\"\\/",
    "\u{feff}\u{202e}",
    "\u{ffff}\u{10ffff}",
    "e\u{301}é",
    "👨‍👩‍👧",
];

/// Whole numbers at the edges of types.
const WHOLE: [&str; 18] = [
    "0",
    "1",
    "-1",
    "7",
    "1.0",
    "-0.0",
    "1e2",
    "2147483647",
    "2147483648",
    "-2147483649",
    "4294967295",
    "4294967296",
    "9007199254740991",
    "9007199254740993",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "18446744073709551615",
];

/// Numbers at the edges of 64 bits.
const NUMBERS: [f64; 12] = [
    0.1,
    -0.0,
    0.3,
    5e-324,
    f64::MIN_POSITIVE,
    f64::MAX,
    f64::MIN,
    f64::EPSILON,
    1e21,
    9_007_199_254_740_992.0,
    1.797_693_134_862_315_5e308,
    123_456_789.123_456_79,
];

/// Numbers at the edges of 32 bits.
const FLOATS: [f32; 8] = [0.1, -0.0, 1e-45, f32::MIN_POSITIVE, f32::MAX, f32::MIN, f32::EPSILON, 16_777_216.0];

/// A value for a shape.
pub fn of(shape: &Shape, order: Order) -> BoxedStrategy<Json> {
    let right = match shape {
        Shape::Any => anything(),
        Shape::Boolean => any::<bool>().prop_map(Json::from).boxed(),
        Shape::Integer(near) => near_or(near, whole()),
        Shape::Number(near) => near_or(near, prop_oneof![number(), whole()].boxed()),
        Shape::Float(near) => near_or(near, float()),
        Shape::Text(near) => text(near).prop_map(Json::from).boxed(),
        Shape::Secret => select(vec![SECRET, "s3cr3t", "1s3cr3t", "s3cr3t é\r\n"]).prop_map(Json::from).boxed(),
        Shape::Closed(listed) => select(listed.clone()).boxed(),
        Shape::List(item) => vec(of(item, order), 0..5).prop_map(Json::from).boxed(),
        Shape::Map(keys, value) => {
            btree_map(text(keys), of(value, order), 0..4).prop_map(|map| map.into_iter().collect()).boxed()
        }
        Shape::FreeForm => fields_of(anything(), Vec::new()).prop_map(Json::Object).boxed(),
        Shape::Object(known) => object(known, &[], order).prop_map(Json::Object).boxed(),
        Shape::Union { tag, variants } => union(tag, variants, order),
        Shape::Nullable(value) => prop_oneof![1 => Just(Json::Null), 4 => of(value, order)].boxed(),
    };
    match order {
        Order::Right => right,
        Order::Wild => prop_oneof![6 => right, 1 => anything()].boxed(),
    }
}

fn near_or(near: &[Json], other: BoxedStrategy<Json>) -> BoxedStrategy<Json> {
    if near.is_empty() { other } else { prop_oneof![select(near.to_vec()), other].boxed() }
}

/// A text: of the given ones, of those that are easily misread, or any at all.
pub fn text(near: &[String]) -> BoxedStrategy<String> {
    let any_at_all = vec(any::<char>(), 0..9).prop_map(String::from_iter);
    let other = prop_oneof![select(TEXTS.as_slice()).prop_map(str::to_owned), any_at_all];
    if near.is_empty() { other.boxed() } else { prop_oneof![2 => select(near.to_vec()), 1 => other].boxed() }
}

fn parsed(text: &str) -> Json {
    serde_json::from_str(text).expect("JSON")
}

fn whole() -> BoxedStrategy<Json> {
    let edge = select(WHOLE.as_slice()).prop_map(parsed);
    prop_oneof![any::<i64>().prop_map(Json::from), (-3_i64..40).prop_map(Json::from), edge].boxed()
}

fn number() -> BoxedStrategy<Json> {
    let finite = any::<u64>().prop_map(f64::from_bits).prop_filter("finite", |number| number.is_finite());
    prop_oneof![finite, select(NUMBERS.as_slice())].prop_map(Json::from).boxed()
}

/// A number whose digits are those of one of 32 bits.
fn float() -> BoxedStrategy<Json> {
    let finite = any::<u32>().prop_map(f32::from_bits).prop_filter("finite", |number| number.is_finite());
    let digits = |number: f32| number.to_string().parse::<f64>().ok().and_then(Number::from_f64);
    prop_oneof![finite, select(FLOATS.as_slice())]
        .prop_map(move |number| digits(number).map_or(Json::Null, Json::Number))
        .boxed()
}

/// Any JSON.
pub fn anything() -> BoxedStrategy<Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        whole(),
        number(),
        text(&[]).prop_map(Json::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Json::from),
            btree_map(text(&[]), inner, 0..4).prop_map(|map| map.into_iter().collect()),
        ]
    })
    .boxed()
}

type Fields = Map<String, Json>;

/// Fields of any names but these.
fn fields_of(value: BoxedStrategy<Json>, listed: Vec<String>) -> BoxedStrategy<Fields> {
    let fields = btree_map(text(&[]), value, 0..3);
    fields.prop_map(move |map| map.into_iter().filter(|(name, _)| !listed.contains(name)).collect()).boxed()
}

/// The fields of an object; those `taken` have a meaning beside it.
pub fn object(known: &Object, taken: &[String], order: Order) -> BoxedStrategy<Fields> {
    let names: Vec<String> = known.fields.iter().map(|field| field.name.clone()).chain(taken.iter().cloned()).collect();
    let listed: Vec<_> =
        known.fields.iter().filter(|field| !taken.contains(&field.name)).map(|one| field(one, order)).collect();
    let others = match (&known.others, order) {
        (Some(value), _) => fields_of(of(value, order), names),
        (None, Order::Right) => Just(Fields::new()).boxed(),
        (None, Order::Wild) => prop_oneof![3 => Just(Fields::new()), 1 => fields_of(anything(), names)].boxed(),
    };
    let put = |(listed, mut all): (Vec<Option<(String, Json)>>, Fields)| {
        all.extend(listed.into_iter().flatten());
        all
    };
    (listed, others).prop_map(put).boxed()
}

fn field(field: &Field, order: Order) -> BoxedStrategy<Option<(String, Json)>> {
    let name = field.name.clone();
    let value = match &field.none {
        None => of(&field.shape, order),
        Some(none) => prop_oneof![1 => Just(none.clone()), 3 => of(&field.shape, order)].boxed(),
    };
    let there = value.prop_map(move |value| Some((name.clone(), value)));
    match (field.is_required, order) {
        (true, Order::Right) => there.boxed(),
        (true, Order::Wild) => prop_oneof![1 => Just(None), 6 => there].boxed(),
        (false, _) => prop_oneof![2 => Just(None), 3 => there].boxed(),
    }
}

fn union(tag: &str, variants: &[(Json, Shape)], order: Order) -> BoxedStrategy<Json> {
    let mut arms = Vec::new();
    for (value, shape) in variants {
        let (tag, value) = (tag.to_owned(), value.clone());
        let fields = match shape {
            Shape::Object(known) => object(known, std::slice::from_ref(&tag), order),
            Shape::Map(keys, held) => {
                let taken = tag.clone();
                let map = btree_map(text(keys), of(held, order), 0..4);
                map.prop_map(move |map| map.into_iter().filter(|(name, _)| *name != taken).collect()).boxed()
            }
            Shape::Union { tag, variants } => union(tag, variants, order)
                .prop_map(|json| if let Json::Object(fields) = json { fields } else { Fields::new() })
                .boxed(),
            _ => fields_of(anything(), vec![tag.clone()]),
        };
        let tagged = move |mut fields: Fields| {
            fields.insert(tag.clone(), value.clone());
            Json::Object(fields)
        };
        arms.push(fields.prop_map(tagged).boxed());
    }
    let tag = tag.to_owned();
    let other = (fields_of(anything(), vec![tag.clone()]), proptest::option::of(anything()));
    let unlisted = other.prop_map(move |(mut fields, value)| {
        fields.extend(value.map(|value| (tag.clone(), value)));
        Json::Object(fields)
    });
    arms.push(unlisted.boxed());
    Union::new(arms).boxed()
}
