//! Values and fields: JSON in both directions.

use proptest::prelude::*;

use crate::runtime::core::{Findings, Log, parse, root};
use crate::runtime::{
    Check, Field, Json, JsonObject, Missing, NoInteger, Object, ObjectWriter, Promised, Record, Section, Undecodable,
    Validate, Value, as_integer, from_json, to_json,
};

#[test]
fn an_integral_number_is_an_integer() {
    let read = |text: &str| as_integer(&serde_json::from_str(text).unwrap());
    assert_eq!((read("1.0"), read("-3"), read("1e3"), read("-0.0")), (Ok(1), Ok(-3), Ok(1000), Ok(0)));
    assert_eq!(read("9223372036854775807"), Ok(i64::MAX));
    for text in ["9223372036854775808", "1e300", "-1e19", "9007199254740993.0"] {
        assert_eq!(read(text), Err(NoInteger::Range), "{text}");
    }
    for text in ["1.5", "\"1\"", "null", "true", "[]", "1e-1"] {
        assert_eq!(read(text), Err(NoInteger::Type), "{text}");
    }
}

#[test]
fn numbers_are_written_in_their_shortest_form() {
    let written = [1.0, -0.0, 0.1, 1e300, 1.5e-7, 9_007_199_254_740_991.0].map(|number| to_json(&number));
    assert_eq!(written, ["1", "0", "0.1", "1e+300", "1.5e-7", "9007199254740991"]);
    assert_eq!(to_json(&f64::NAN), "null");
}

#[test]
fn unsigned_integers_keep_all_their_digits() {
    for text in ["0", "18446744073709551615", "9007199254740993"] {
        let (read, found) = from_json::<u64>(text).unwrap();
        assert_eq!((to_json(&read).as_str(), found.len()), (text, 0));
    }
    assert_eq!(from_json::<u64>("7.0").unwrap().0, 7);
    let broken = |text: &str| from_json::<Vec<u64>>(&format!("[{text}]")).unwrap().1.to_string();
    for text in ["-1", "18446744073709551616", "1e300"] {
        assert_eq!(broken(text), "/body/0: found a number beyond it, allowed: an unsigned integer of 64 bits [range]");
    }
    assert_eq!(broken("1.5"), "/body/0: found a number, allowed: an integer [type]");
}

#[test]
#[allow(clippy::float_cmp, reason = "what is read is what was written, to the bit")]
fn floats_of_32_bits_are_written_with_their_own_digits() {
    let written = [0.1, 1.0, 16_777_216.0, 3.402_823_5e38, 1e-45].map(|number: f32| to_json(&number));
    assert_eq!(written, ["0.1", "1", "16777216", "3.4028235e+38", "1e-45"]);
    assert_eq!(from_json::<f32>("0.10000000149011612").unwrap().0, 0.1);
    assert_eq!(
        from_json::<Vec<f32>>("[1e39]").unwrap().1.to_string(),
        "/body/0: found a number beyond it, allowed: a number of 32 bits [range]"
    );
}

proptest! {
    #[test]
    #[allow(clippy::float_cmp, reason = "what is read is what was written, to the bit")]
    fn every_number_is_read_as_it_was_written(single in any::<f32>(), double in any::<f64>(), unsigned in any::<u64>()) {
        prop_assert_eq!(from_json::<u64>(&to_json(&unsigned)).unwrap().0, unsigned);
        if single.is_finite() {
            prop_assert_eq!(from_json::<f32>(&to_json(&single)).unwrap().0, single);
        }
        if double.is_finite() {
            prop_assert_eq!(from_json::<f64>(&to_json(&double)).unwrap().0, double);
        }
    }
}

/// All that a field can be.
#[derive(Debug, PartialEq)]
struct All {
    required: String,
    optional: Option<i64>,
    nullable: Field<bool>,
    promised: Promised<i64>,
    promised_nullable: Promised<Option<f64>>,
    none: Field<i64>,
    required_nullable: Option<String>,
    list: Option<Vec<i64>>,
}

impl Record for All {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            required: object.take("required"),
            optional: object.take("optional"),
            nullable: object.take("nullable"),
            promised: object.take("promised"),
            promised_nullable: object.take("promised_nullable"),
            none: object.take_or("none", &0),
            required_nullable: object.take_nullable("required_nullable"),
            list: object.take("list"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("required", &self.required)
            .put("optional", &self.optional)
            .put("nullable", &self.nullable)
            .put("promised", &self.promised)
            .put("promised_nullable", &self.promised_nullable)
            .put_or("none", &self.none, &0)
            .put_nullable("required_nullable", &self.required_nullable)
            .put("list", &self.list);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.required("promised", &self.promised);
    }
}

fn all() -> impl Strategy<Value = All> {
    let field = prop_oneof![Just(Field::Absent), Just(Field::Null), any::<bool>().prop_map(Field::Value)];
    let none = prop_oneof![Just(Field::Absent), Just(Field::Null), (1..9_i64).prop_map(Field::Value)];
    let number = proptest::option::of(any::<i32>().prop_map(|eighths| f64::from(eighths) / 8.0));
    let list = proptest::option::of(proptest::collection::vec(any::<i64>(), 0..3));
    (any::<String>(), any::<Option<i64>>(), field, any::<i64>(), number, none, any::<Option<String>>(), list).prop_map(
        |(required, optional, nullable, promised, number, none, required_nullable, list)| All {
            required,
            optional,
            nullable,
            promised: Ok(promised),
            promised_nullable: Ok(number),
            none,
            required_nullable,
            list,
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_is_read(value in all()) {
        let (read, found) = from_json::<All>(&to_json(&value)).unwrap();
        prop_assert_eq!((read, found.len()), (value, 0));
    }
}

/// Any JSON as others write it: names repeated, and escaped where that is not needed.
fn written() -> impl Strategy<Value = String> {
    let scalar = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|value| value.to_string()),
        any::<i64>().prop_map(|value| value.to_string()),
        any::<u64>().prop_map(|value| value.to_string()),
        any::<f64>().prop_map(|value| Json::from(value).to_string()),
        any::<String>().prop_map(|text| Json::from(text).to_string()),
    ];
    scalar.prop_recursive(4, 40, 5, |value| {
        let name = proptest::sample::select(vec![r#""a""#, r#""b""#, r#""\u0061""#, r#""\n""#, r#""""#]);
        let field = (name, value.clone()).prop_map(|(name, value)| format!("{name}: {value}"));
        prop_oneof![
            proptest::collection::vec(value, 0..5).prop_map(|items| format!("[{}]", items.join(", "))),
            proptest::collection::vec(field, 0..5).prop_map(|fields| format!("{{{}}}", fields.join(", "))),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_is_read_as_serde_json_reads_it(text in written()) {
        let (read, _) = from_json::<Json>(&text).unwrap();
        prop_assert_eq!(read, serde_json::from_str::<Json>(&text).unwrap());
    }
}

#[test]
fn the_last_field_of_a_name_counts() {
    let text = r#"{"required": "", "optional": 1, "promised": 1, "promised_nullable": null, "optional": 2, "opti\u006fnal": 3}"#;
    let (read, found) = from_json::<All>(text).unwrap();
    assert_eq!((read.optional, found.len()), (Some(3), 1), "{found}");
}

#[test]
fn absent_null_empty_and_zero_are_four_things() {
    let read = |text: &str| {
        let (all, found) = from_json::<All>(text).unwrap();
        (
            all,
            found.iter().map(|violation| format!("{} {}", violation.pointer, violation.rule.id())).collect::<Vec<_>>(),
        )
    };
    let (nothing, found) = read("{}");
    assert_eq!((nothing.optional, nothing.nullable, nothing.none), (None, Field::Absent, Field::Absent));
    let promised = ["/body/required", "/body/promised", "/body/promised_nullable", "/body/required_nullable"];
    assert_eq!(found, promised.map(|pointer| format!("{pointer} required")));

    let (null, found) = read(
        r#"{"required":null,"optional":null,"nullable":null,"promised":null,"promised_nullable":null,"none":null,"required_nullable":null,"list":null}"#,
    );
    assert_eq!((null.nullable, null.promised_nullable, null.required_nullable), (Field::Null, Ok(None), None));
    assert_eq!((null.none, null.promised), (Field::Absent, Err(Missing { field: "promised" })));
    let broken = ["/body/required", "/body/optional", "/body/promised", "/body/none", "/body/list"];
    assert_eq!(found, broken.map(|pointer| format!("{pointer} nullable")));

    let (zero, found) = read(
        r#"{"required":"","optional":0,"nullable":false,"promised":0,"promised_nullable":0,"none":0.0,"required_nullable":"","list":[]}"#,
    );
    assert_eq!((zero.none, zero.required_nullable.as_deref(), found.len()), (Field::Null, Some(""), 0));

    let (other, found) = read(
        r#"{"required":1,"optional":"1","nullable":0,"promised":[],"promised_nullable":{},"none":"0","required_nullable":2,"list":[1,"2",3]}"#,
    );
    assert_eq!(
        (other.optional, other.nullable, other.none, other.list),
        (None, Field::Absent, Field::Absent, Some(vec![1, 3]))
    );
    assert_eq!(found.len(), 8);
    assert_eq!(found[7], "/body/list/1 type");
}

#[test]
fn a_promise_that_is_not_kept_cannot_be_sent() {
    let (value, _) = from_json::<All>("{}").unwrap();
    let found = value.violations();
    assert_eq!(
        found.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["/body/promised: found nothing, allowed: a value [required]"]
    );
}

#[test]
fn free_form_objects_need_no_other_crate() {
    let object = JsonObject::new().with("a", 1).with("b", JsonObject::new().with("c", vec!["d"]));
    assert_eq!(to_json(&object), r#"{"a":1,"b":{"c":["d"]}}"#);
    assert_eq!(object.get("a"), Some(&Json::from(1)));
    let mut same = JsonObject::from([("a", 0.into()), ("a", 1.into())]);
    same.extend([("b", JsonObject::from([("c", ["d"].into())]))]);
    assert_eq!(same, object);
    let lists = JsonObject::new().with("items", [object.clone(), JsonObject::new()]).with("none", Json::Null);
    assert_eq!(to_json(&lists), r#"{"items":[{"a":1,"b":{"c":["d"]}},{}],"none":null}"#);
    assert_eq!(lists.into_iter().map(|(name, _)| name).collect::<Vec<_>>(), ["items", "none"]);
    let (read, found) = from_json::<JsonObject>(&to_json(&object)).unwrap();
    assert_eq!((read, found.len()), (object, 0));
}

#[test]
fn a_free_form_object_is_read_and_changed_by_name() {
    let mut object = JsonObject::new();
    assert_eq!((object.len(), object.is_empty()), (0, true));
    assert_eq!((object.insert("a", 1), object.insert("a", 2)), (None, Some(Json::from(1))));
    object.insert("b", true);
    assert_eq!((object.len(), object.is_empty()), (2, false));
    assert_eq!(format!("{object:?}"), r#"{"a": Number(2), "b": Bool(true)}"#);
    assert_eq!((object.remove("a"), object.remove("a")), (Some(Json::from(2)), None));
    let map = serde_json::Map::from(object.clone());
    assert_eq!((map.len(), JsonObject::from(map)), (1, object));
}

/// An open object: one field is listed, the others are kept.
#[derive(Debug, PartialEq)]
struct Labelled {
    label: Option<String>,
    other_fields: JsonObject,
}

impl Record for Labelled {
    fn read(object: &mut Object<'_>) -> Self {
        Self { label: object.take("label\""), other_fields: object.other_fields() }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("label\"", &self.label).put_all(&self.other_fields);
    }
}

#[test]
fn no_field_is_written_twice() {
    let others = JsonObject::new().with("label\"", 1).with("more", 2);
    let listed = Labelled { label: Some("a".into()), other_fields: others.clone() };
    assert_eq!(to_json(&listed), r#"{"label\"":"a","more":2}"#);
    assert_eq!(to_json(&Labelled { label: None, other_fields: others }), r#"{"label\"":1,"more":2}"#);
    // The name is in a text and in an object below, and yet no field.
    let within = Labelled {
        label: Some("more\":".into()),
        other_fields: JsonObject::new().with("deeper", JsonObject::new().with("more", 1)).with("more", 2),
    };
    let text = to_json(&within);
    assert_eq!(from_json::<Labelled>(&text).unwrap().0, within);
}

#[test]
fn a_root_of_another_kind_is_undecodable() {
    assert_eq!(from_json::<All>("[]").unwrap_err().to_string(), "/body: expected an object, found a list");
    assert_eq!(from_json::<All>("<p>").unwrap_err().to_string(), "/body: expected JSON, found other bytes");
    assert_eq!(from_json::<i64>("1e300").unwrap_err(), Undecodable::BeyondJson);
    assert_eq!(from_json::<f32>("1e300").unwrap_err(), Undecodable::BeyondJson);
    assert_eq!(from_json::<Vec<i64>>("1").unwrap_err().to_string(), "/body: expected a list, found an integer");
}

/// Two lists in each other, whose items have a rule.
#[derive(Debug, PartialEq)]
struct Group {
    mails: Vec<String>,
    groups: Vec<Group>,
}

impl Record for Group {
    fn read(object: &mut Object<'_>) -> Self {
        Self { mails: object.take_repeat("mails/s"), groups: object.take_repeat("groups") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("mails/s", &self.mails).put("groups", &self.groups);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.each("mails/s", &self.mails).email();
        check.nested("groups", &self.groups);
    }
}

/// What reading and validation find together.
fn judged<T: Value + Validate>(json: &str) -> Vec<String> {
    let mut log = Log::new();
    let value: T = root(parse(json.as_bytes()).unwrap(), &mut log).unwrap();
    let mut validated = Findings::all();
    value.validate(&mut Check::new(Section::Body, &mut validated));
    let found = log.findings.judged(validated);
    found.iter().map(|violation| format!("{} {}", violation.pointer, violation.rule.id())).collect()
}

#[test]
fn items_of_another_kind_move_no_others() {
    assert_eq!(
        judged::<Group>(r#"{"mails/s":[1,"bad","a@b.c",[],null,"worse"]}"#),
        [
            "/body/mails~1s/0 type",
            "/body/mails~1s/3 type",
            "/body/mails~1s/4 type",
            "/body/mails~1s/1 format",
            "/body/mails~1s/5 format"
        ]
    );
    let nested = r#"{"groups":[1,{"groups":[{},2,{"mails/s":["bad",3,"bad"]}]},{"mails/s":["bad"]}]}"#;
    assert_eq!(
        judged::<Group>(nested),
        [
            "/body/groups/0 type",
            "/body/groups/1/groups/1 type",
            "/body/groups/1/groups/2/mails~1s/1 type",
            "/body/groups/1/groups/2/mails~1s/0 format",
            "/body/groups/1/groups/2/mails~1s/2 format",
            "/body/groups/2/mails~1s/0 format",
        ]
    );
    let body = judged::<Vec<Group>>(r#"[0,{"mails/s":[0,"bad"]}]"#);
    assert_eq!(body, ["/body/0 type", "/body/1/mails~1s/0 type", "/body/1/mails~1s/1 format"]);
}

#[test]
fn what_is_found_behind_many_items_of_another_kind_is_counted() {
    let json = format!(r#"{{"mails/s":[{}"bad"]}}"#, "1,".repeat(300));
    let found = judged::<Group>(&json);
    assert_eq!((found.len(), found[99].as_str()), (100, "/body/mails~1s/99 type"));
}

#[test]
fn json_that_cannot_be_held_is_told_from_what_is_none() {
    assert_eq!(from_json::<All>("\u{feff}[]").unwrap_err().to_string(), "/body: expected an object, found a list");
    let deep = "[".repeat(200) + &"]".repeat(200);
    for json in [r#"{"x":1e400}"#, r#"{"x":"\ud800"}"#, r#"{"x":"\ud800\n"}"#, r#"{"x":"\ud800\u0041"}"#, deep.as_str()]
    {
        assert_eq!(from_json::<All>(json).unwrap_err(), Undecodable::BeyondJson, "{json}");
    }
    for text in ["", "<p>", "{", "{\"x\":01}", "\u{feff}", "{\"x\":\"\\ud8\"}"] {
        assert_eq!(from_json::<All>(text).unwrap_err(), Undecodable::NotJson, "{text}");
    }
}
