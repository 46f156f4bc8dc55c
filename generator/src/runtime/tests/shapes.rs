//! Lists and maps: what they hold, and how much of it.

use proptest::prelude::*;

use crate::runtime::core::{Findings, Log, parse, repeated, root};
use crate::runtime::{
    Check, Field, Json, JsonObject, Map, Object, ObjectWriter, Record, Section, Tagged, Validate as _, from_json, map,
    to_json, union,
};

/// What a rule says of a value: pointer, rule, what was found and is allowed.
fn told(judge: impl FnOnce(&mut Check<'_>)) -> Vec<String> {
    let mut found = Findings::all();
    judge(&mut Check::new(Section::Body, &mut found));
    found.finish().iter().map(|violation| format!("{violation:#}")).collect()
}

fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

#[test]
fn items_are_equal_as_json() {
    let again = |text: &str| match json(text) {
        Json::Array(items) => repeated(items),
        _ => None,
    };
    for (text, index) in [
        ("[1, 2, 1.0]", Some(2)),
        ("[0, -0.0]", Some(1)),
        ("[10000000000000000000, 1e19]", Some(1)),
        (r#"[{"a": 1, "b": [2]}, {"b": [2.0], "a": 1}]"#, Some(1)),
        (r#"["1", 1, [1], {"1": 1}, true, null]"#, None),
        ("[9007199254740993, 9007199254740992]", None),
        (r#"["a,", "a", ",a"]"#, None),
        ("[[1, 2], [12], [[1], 2]]", None),
        ("[]", None),
    ] {
        assert_eq!(again(text), index, "{text}");
    }
}

proptest! {
    #[test]
    fn a_list_repeats_what_it_holds_twice(mut items in proptest::collection::vec(any::<f64>(), 1..9), at in 0..9_usize) {
        items.sort_by(f64::total_cmp);
        items.dedup();
        let as_json = |items: &[f64]| items.iter().map(|item| Json::from(*item)).collect::<Vec<_>>();
        prop_assert_eq!(repeated(as_json(&items)), None);
        let again = *items.get(at).or(items.first()).unwrap();
        items.push(again);
        prop_assert_eq!(repeated(as_json(&items)), Some(items.len() - 1));
    }
}

#[test]
fn counts_of_items() {
    let list = vec![1, 2, 1];
    assert_eq!(
        told(|check| _ = check.at("a", &list).min_items(4).max_items(1).unique_items()),
        [
            "/body/a: found 3 items, allowed: at least 4 items [min_items]",
            "/body/a: found 3 items, allowed: at most 1 item [max_items]",
            "/body/a: found item 2 again, allowed: no two equal items [unique_items]",
        ]
    );
    assert!(told(|check| _ = check.at("a", &None::<Vec<i64>>).min_items(4)).is_empty());
    assert!(told(|check| _ = check.at("a", &Vec::<i64>::new()).filled().min_items(4)).is_empty());
    assert_eq!(told(|check| _ = check.at("a", &Field::Value(Vec::<i64>::new())).min_items(4)).len(), 1);
}

/// An object that has a field and others.
#[derive(Clone, Debug, PartialEq)]
struct Stock {
    total: Option<i64>,
    others: Map<Option<i64>>,
}

impl Record for Stock {
    fn read(object: &mut Object<'_>) -> Self {
        Self { total: object.take("total"), others: object.others() }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("total", &self.total).put_all(&self.others);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.entries(&self.others, |check, key, _| _ = check.key(key).max_length(4));
    }
}

#[test]
fn counts_of_keys() {
    let stock = Stock { total: Some(1), others: map([("oslo", None), ("total", Some(7))]) };
    assert_eq!(to_json(&stock), r#"{"total":1,"oslo":null}"#, "a listed field is written once");
    assert_eq!(
        told(|check| _ = check.at("a", &stock).min_properties(3).max_properties(1)),
        [
            "/body/a: found 2 keys, allowed: at least 3 keys [min_properties]",
            "/body/a: found 2 keys, allowed: at most 1 key [max_properties]",
        ]
    );
    assert!(told(|check| _ = check.at("a", &JsonObject::new().with("a", 1)).min_properties(1)).is_empty());
    assert_eq!(told(|check| _ = check.object(|to| _ = to.put("a", &1)).min_properties(2)).len(), 1);
}

#[test]
fn a_map_is_read_and_written() {
    let (read, found) = from_json::<Map<Option<String>>>(r#"{"b": "x", "a": null, "a/b": 1, "a": "y"}"#).unwrap();
    assert_eq!(read, map([("a", Some("y".to_owned())), ("b", Some("x".to_owned()))]));
    assert_eq!(to_json(&read), r#"{"a":"y","b":"x"}"#);
    let found: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(found, ["/body/a~1b: found an integer, allowed: text [type]"]);
    assert_eq!(from_json::<Map<i64>>(r#"{"a": null}"#).unwrap().1.len(), 1);
    assert_eq!(from_json::<Map<Json>>(r#"{"a": null}"#).unwrap().1.len(), 0);
    assert_eq!(from_json::<Option<Vec<Option<bool>>>>("[true, null]").unwrap().0, Some(vec![Some(true), None]));
    assert_eq!(from_json::<Option<Vec<bool>>>("null").unwrap().0, None);
}

#[test]
fn rules_reach_what_lists_and_maps_hold_at_any_depth() {
    let grid = vec![vec![map([("k~/", "long")]), Map::new()]];
    let found = told(|check| {
        check.below("grid").items(&grid, |check, value: &Vec<Map<String>>| {
            check.body(value).max_items(1);
            check.items(value, |check, value| {
                check.entries(value, |check, key, value| {
                    check.body(value).max_length(3);
                    check.key(key).inferred().max_length(2).max_length(1);
                });
            });
        });
    });
    assert_eq!(
        found,
        [
            "/body/grid/0: found 2 items, allowed: at most 1 item [max_items]",
            "/body/grid/0/0/k~0~1: found 4 characters, allowed: at most 3 characters [max_length]",
            "/body/grid/0/0/k~0~1: found 3 characters, allowed: as a key at most 2 characters [keys]",
        ]
    );
}

#[test]
fn what_could_not_be_read_in_full_is_not_counted() {
    let judged = |text: &str| {
        let mut log = Log::new();
        let value: Vec<Map<i64>> = root(parse(text.as_bytes()).unwrap(), &mut log).unwrap();
        let mut found = Findings::up_to(Findings::FOREIGN);
        let mut check = Check::new(Section::Body, &mut found);
        check.body(&value).min_items(2);
        check.items(&value, |check, value| _ = check.body(value).min_properties(1));
        let found = log.findings.judged(found);
        found.iter().map(|violation| format!("{} {}", violation.pointer, violation.rule.id())).collect::<Vec<_>>()
    };
    assert_eq!(judged(r#"[{"a": 1}]"#), ["/body min_items"]);
    assert_eq!(judged(r#"["x", {"a": 1}]"#), ["/body/0 type"]);
    assert_eq!(judged(r#"["x", {"a": "y"}, {}]"#), ["/body/0 type", "/body/1/a type", "/body/2 min_properties"]);
}

/// A struct that lists the tag of its union.
#[derive(Clone, Debug, PartialEq)]
struct Note {
    done: Option<Json>,
}

impl Record for Note {
    fn read(object: &mut Object<'_>) -> Self {
        Self { done: object.take("done") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("done", &self.done);
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Step {
    Yes(JsonObject),
    One(JsonObject),
    Text(Note),
    Note(Note),
    Unlisted(Tagged),
}

union!(Step);

impl Record for Step {
    fn read(object: &mut Object<'_>) -> Self {
        match &*object.tag("done") {
            "true" => Self::Yes(object.rest_untagged("done")),
            "1" => Self::One(object.rest_untagged("done")),
            "\"1\"" => Self::Text(object.rest()),
            "note" => Self::Note(object.rest_tagged("done", "note")),
            other => Self::Unlisted(object.unlisted("done", other)),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        match self {
            Self::Yes(yes) => object.tagged_json("done", "true", yes),
            Self::One(one) => object.tagged_json("done", "1", one),
            Self::Text(note) => object.tagged_inside("done", "\"1\"", note),
            Self::Note(note) => object.tagged_inside("done", "\"note\"", note),
            Self::Unlisted(other) => object.unlisted(other),
        };
    }

    fn validate(&self, check: &mut Check<'_>) {
        match self {
            Self::Text(note) => check.tag("done", "\"1\"", note),
            Self::Note(note) => check.tag("done", "note", note),
            Self::Yes(_) | Self::One(_) | Self::Unlisted(_) => {}
        }
    }
}

#[test]
fn a_tag_is_the_value_that_json_spells() {
    for (text, tag) in [
        (r#"{"done":true,"a":2}"#, None),
        (r#"{"done":1}"#, None),
        (r#"{"done":"1"}"#, None),
        (r#"{"done":"note"}"#, None),
        (r#"{"done":"true"}"#, Some("\"true\"")),
        (r#"{"done":false}"#, Some("false")),
        (r#"{"done":2.5}"#, Some("2.5")),
        (r#"{"done":"truth"}"#, Some("truth")),
        (r#"{"done":null}"#, Some("null")),
    ] {
        let (step, found) = from_json::<Step>(text).unwrap();
        assert_eq!((step.tag(), found.len()), (tag, usize::from(tag.is_some())), "{text}");
        assert_eq!(step.as_json().is_some(), tag.is_some(), "{text}");
        assert_eq!(to_json(&step), text, "it goes as it came");
        assert!(step.violations().is_empty(), "{text}");
    }
    assert_eq!(
        to_json(&from_json::<Step>(r#"{"done": 1.0}"#).unwrap().0),
        r#"{"done":1}"#,
        "equal numbers are one tag"
    );
}

#[test]
fn a_variant_that_lists_its_tag_agrees_with_its_union() {
    let note = |done: Option<Json>| Step::Note(Note { done });
    assert_eq!(to_json(&note(None)), r#"{"done":"note"}"#, "what it leaves out the union says");
    for (done, broken) in [(None, 0), (Some(json("\"note\"")), 0), (Some(json("\"1\"")), 1), (Some(json("7")), 1)] {
        let found = note(done.clone()).violations();
        let found: Vec<_> =
            found.iter().map(|violation| (violation.pointer.to_string(), violation.rule.id())).collect();
        assert_eq!(found, vec![("/body/done".to_owned(), crate::runtime::RuleId::Tag); broken], "{done:?}");
    }
}
