//! What the runtime is made of, piece by piece, where no message shows a slip of its own.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use serde_core::Deserialize;
use serde_core::de::value::{BytesDeserializer, Error, MapDeserializer};

use crate::runtime::core::{Findings, Log, Reader, Unwritable, column, list, parse, reads_as_json, root};
use crate::runtime::{
    Bound, Check, Field, Form, Found, Json, JsonObject, Kind, Map, Missing, Node, Object, ObjectWriter, Pattern,
    Pointer, Promised, Record, Rule, Secret, Section, Undecodable, Value, Violation, Writer, as_float, as_integer,
    as_unsigned, format, from_json, percent, to_json,
};

fn found(check: impl FnOnce(&mut Check<'_>)) -> Vec<Violation> {
    let mut findings = Findings::all();
    check(&mut Check::new(Section::Body, &mut findings));
    findings.finish().into_iter().collect()
}

fn place(text: &str) -> Pointer {
    text.parse().unwrap()
}

/// What is read from texts, and what is told of them.
fn of_texts<T>(texts: &[(&str, &str)], take: impl FnOnce(&mut Object<'_>) -> T) -> (T, usize) {
    let mut log = Log::new();
    let texts = texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let mut object = Object::of_texts(texts, Reader::of(Section::Body, &mut log));
    let taken = take(&mut object);
    (taken, log.findings.finish().len())
}

fn of_json<T>(json: &str, take: impl FnOnce(&mut Object<'_>) -> T) -> (T, usize) {
    let mut log = Log::new();
    let Ok(Node::Object(fields)) = parse(json.as_bytes()) else { panic!("{json} is an object") };
    let mut object = Object::of(fields, Reader::of(Section::Body, &mut log));
    let taken = take(&mut object);
    (taken, log.findings.finish().len())
}

#[test]
fn pointers_are_equal_where_they_lead_to_one_place() {
    let of = |name: &'static str, headers: bool| {
        let mut broken = found(|check| {
            let mut check = if headers { check.headers() } else { check.path() };
            check.at(name, &1_i64).constant(2);
        });
        broken.remove(0).pointer
    };
    assert_eq!(of("a", true), of("a", true));
    assert_ne!(of("a", true), of("b", true));
    assert_ne!(of("a", true), of("a", false));
    assert_ne!(of("a", true), of("b", false));
    assert_eq!(of("a", true), place("/headers/a"));
    assert_ne!(of("a", true), place("/headers/b"));
    assert_eq!(of("a", true), "/headers/a");
    assert!(of("a", true) != *"/headers/b" && of("a", true) != "/headers/b");
    let hash = |pointer: &Pointer| BuildHasherDefault::<DefaultHasher>::default().hash_one(pointer);
    assert_eq!(hash(&of("a", true)), hash(&place("/headers/a")));
    assert_ne!(hash(&place("/headers/a")), hash(&place("/headers/b")));
    assert_eq!(format!("{:?}", place("/body/a")), "/body/a");
}

#[test]
fn a_pointer_shows_so_much_of_a_foreign_name() {
    let shown = |bytes: usize| {
        let json = format!(r#"{{"{}": "x"}}"#, "n".repeat(bytes));
        let (_, found) = from_json::<Map<i64>>(&json).unwrap();
        found.iter().map(|violation| violation.pointer.to_text()).collect::<String>()
    };
    assert_eq!(shown(200), format!("/body/{}", "n".repeat(200)));
    for long in [201, 1000] {
        assert_eq!(shown(long), format!("/body/{}…", "n".repeat(200)), "{long}");
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Level {
    Low,
}

impl Level {
    const WIRE: &[(i64, Self)] = &[(1, Self::Low)];
}

crate::runtime::closed_integer_enum!(Level);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Colour {
    Red,
}

impl Colour {
    const WIRE: &[(&str, Self)] = &[("red", Self::Red)];
}

crate::runtime::closed_text_enum!(Colour);

#[test]
fn a_body_that_a_closed_enum_does_not_list() {
    fn read<T: Value>(body: &str) -> Result<T, Undecodable> {
        root(parse(body.as_bytes()).unwrap(), &mut Log::new())
    }
    assert_eq!((read("1"), read("\"red\"")), (Ok(Level::Low), Ok(Colour::Red)));
    assert_eq!(read::<Level>("2"), Err(Undecodable::NotListed));
    assert_eq!(read::<Colour>("\"blue\""), Err(Undecodable::NotListed));
    assert!(matches!(read::<Level>("\"red\""), Err(Undecodable::AnotherKind { .. })));
    assert_eq!(read::<i32>("3000000000"), Err(Undecodable::BeyondJson));
}

/// Writes how it is printed while it is written.
struct Printed;
impl Record for Printed {
    fn read(_: &mut Object<'_>) -> Self {
        Self
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("a", &1_i64);
        let printed = format!("{object:?}");
        object.put("printed", &printed);
    }
}

#[test]
fn what_holds_texts_of_people_prints_how_much_there_is() {
    let form = Form::pairs(|form| {
        assert_eq!(format!("{:?}", form.put("a", &1_i64)), "Form(Pairs(3 bytes))");
    });
    assert_eq!(form, "a=1");
    Form::write(["b".to_owned()].into_iter(), |form| {
        assert_eq!(format!("{form:?}"), "Form(Multipart(0 bytes))");
    })
    .unwrap();
    let node = parse(br#"{"a": [null, true, 1, "text"]}"#).unwrap();
    assert_eq!(format!("{node:?}"), r#"Object({"a": List([Null, Boolean(true), Number(Number(1)), Text(4 bytes)])})"#);
    assert_eq!(format!("{:?}", Value::text(&"text")), "WireText(4 bytes)");
    assert_eq!(format!("{:?}", Pattern::new("^a$", &[], b".")), "/^a$/");
    assert_eq!(Pattern::new("^a$", &[], b".").source(), "^a$");
    assert_eq!(format!("{:?}", Secret::from("text")), "Secret(…)");
    let broken = found(|check| _ = check.at("a", &"x".to_owned()).constant("y"));
    assert_eq!(format!("{:?}", broken[0].found), "text of 1 character");
    let Found::Text(excerpt) = broken[0].found else { panic!("{:?}", broken[0]) };
    assert_eq!(format!("{excerpt:?}"), "text of 1 character");
    let mut bytes = Vec::new();
    Record::write(&Printed, &mut ObjectWriter::new(&mut bytes));
    assert_eq!(String::from_utf8(bytes).unwrap(), r#""a":1,"printed":"ObjectWriter(5 bytes)""#);
    let mut bytes = Vec::new();
    let mut writer = Writer::new(&mut bytes);
    writer.text("a");
    assert_eq!(format!("{writer:?}"), "Writer(3 bytes)");
}

#[test]
fn what_is_no_json_of_another_format_is_told_by_what_was_expected() {
    let error = Node::deserialize(BytesDeserializer::<Error>::new(b"a")).unwrap_err();
    assert_eq!(error.to_string(), "invalid type: byte array, expected JSON");
    let map = MapDeserializer::<_, Error>::new([(1_u8, 2_u8)].into_iter());
    assert_eq!(Node::deserialize(map).unwrap_err().to_string(), "invalid type: integer `1`, expected a name");
    let number = parse(br#"{"$serde_json::private::Number": "15"}"#).unwrap();
    assert!(matches!(&number, Node::Number(number) if number.as_i64() == Some(15)), "{number:?}");
    for other in [r#"{"number": "15"}"#, r#"{"$serde_json::private::Number": 15}"#] {
        assert!(matches!(parse(other.as_bytes()), Ok(Node::Object(_))), "{other}");
    }
}

#[test]
fn lists_keep_little_room_for_more() {
    let room = |items: usize| {
        let json = format!("[{}]", vec!["0"; items].join(","));
        let Ok(Node::List(list)) = parse(json.as_bytes()) else { panic!("{items} items") };
        assert_eq!(list.len(), items);
        list.capacity()
    };
    assert_eq!(room(1), 1);
    assert!(room(5) > 5, "what is nearly full is not copied");
    for items in [4097, 5121, 10_000] {
        assert!(room(items) <= items + items / 4, "{items}: {}", room(items));
    }
    assert!(room(2049) >= 4096, "a short list grows by its own size");
}

fn others(object: &mut Object<'_>) -> Map<Option<i64>> {
    object.others()
}

#[test]
fn what_comes_as_text_is_read_by_its_type() {
    let texts = [("a", ""), ("b", "7"), ("c", "x")];
    let (map, told) = of_texts(&texts, others);
    assert_eq!((map.get("a"), map.get("b"), map.get("c"), told), (Some(&None), Some(&Some(7)), None, 1));
    let (map, told) = of_json(r#"{"a": null, "b": "7", "c": 7}"#, others);
    assert_eq!((map.get("a"), map.get("b"), map.get("c"), told), (Some(&None), None, Some(&Some(7)), 1));
    let texts = [("a", "1"), ("a", "2"), ("a", "3"), ("b", "4"), ("c", "5"), ("c", "6")];
    let (lists, told) = of_texts(&texts, |object| ["a", "b", "c"].map(|name| object.take::<Vec<i64>>(name)));
    assert_eq!((lists, told), ([vec![1, 2, 3], vec![4], vec![5, 6]], 0));
    assert_eq!(of_texts(&[("a", "07")], |object| object.take::<String>("a")), ("07".to_owned(), 0));
    assert_eq!(of_texts(&[("a", "7")], |object| object.take::<String>("a")), ("7".to_owned(), 0));
    // An empty text is the null of what can be null.
    assert_eq!(of_texts(&[("a", "")], |object| object.take::<Field<i64>>("a")), (Field::Null, 0));
    assert_eq!(of_texts(&[("a", "7")], |object| object.take::<Field<i64>>("a")), (Field::Value(7), 0));
    assert_eq!(of_texts(&[("a", "")], |object| object.take::<String>("a")), (String::new(), 0));
    assert_eq!(of_texts(&[("a", "")], |object| object.take::<Option<i64>>("a")), (None, 1));
}

#[test]
fn a_value_that_means_none_is_told_from_one() {
    let or = |text: &str| of_texts(&[("a", text)], |object| object.take_or::<i64>("a", &0));
    for none in ["0", "-0.0", "0.0", "0e5"] {
        assert_eq!(or(none), (Field::Null, 0), "{none}");
    }
    assert_eq!((or("1"), or("x").1, or("").1), ((Field::Value(1), 0), 1, 1));
    let or = |text: &str| of_texts(&[("a", text)], |object| object.take_or::<String>("a", &"0"));
    assert_eq!((or("0"), or("0.0")), ((Field::Null, 0), (Field::Value("0.0".to_owned()), 0)));
    let or = |json: &str| of_json(json, |object| object.take_or::<i64>("a", &0));
    assert_eq!(
        (or(r#"{"a": 0}"#), or(r#"{"a": -0.0}"#), or(r#"{"a": 1}"#)),
        ((Field::Null, 0), (Field::Null, 0), (Field::Value(1), 0))
    );
    assert_eq!((or(r#"{"a": "0"}"#).1, or("{}")), (1, (Field::Absent, 0)));
    let large = |json: &str| of_json(json, |object| object.take_or::<i64>("a", &1_000_000_000_000_000_000_i64)).0;
    assert_eq!(large(r#"{"a": 1e18}"#), Field::Null, "by its worth, however it is written");
    let or = |json: &str| of_json(json, |object| object.take_nullable_or::<i64>("a", &0));
    assert_eq!((or(r#"{"a": 5}"#), or(r#"{"a": 0}"#)), ((Some(5), 0), (None, 0)));
}

#[test]
fn what_is_left_is_all_that_was_not_taken() {
    let (names, _) = of_json(r#"{"a": 1, "b": 2, "c": 3}"#, |object| {
        object.take::<Option<i64>>("b");
        object.take_all().iter().map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
    });
    assert_eq!(names, ["a", "c"]);
    let (kept, _) = of_texts(&[("a", "1"), ("b", "2")], |object| {
        object.keep(&["B"]);
        object.other_fields()
    });
    assert_eq!(kept.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["b"]);
    // A tag that is no plain text stays, since its spelling is not what came.
    for (json, spelled, stays) in [
        (r#"{"kind": "user"}"#, "user", false),
        (r#"{"kind": "1"}"#, "\"1\"", true),
        (r#"{"kind": 1}"#, "1", true),
        (r#"{"kind": ""}"#, "", true),
        (r#"{"kind": "1 "}"#, "1 ", false),
        (r#"{"kind": " 1"}"#, " 1", false),
        ("{}", "", false),
    ] {
        let ((tag, rest), _) = of_json(json, |object| (object.tag("kind").into_owned(), object.other_fields()));
        assert_eq!((tag.as_str(), rest.get("kind").is_some()), (spelled, stays), "{json}");
    }
    assert!(reads_as_json("1") && !reads_as_json("1 ") && !reads_as_json(" 1") && !reads_as_json("user"));
}

/// A variant with these fields.
struct Variant(JsonObject);

impl Record for Variant {
    fn read(object: &mut Object<'_>) -> Self {
        Self(object.other_fields())
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put_all(&self.0);
    }
}

#[test]
fn a_tag_is_written_once() {
    for (variant, written) in [
        ("{}", r#""kind":"a""#),
        (r#"{"kind":"b"}"#, r#""kind":"b""#),
        (r#"{"x":{"kind":1}}"#, r#""x":{"kind":1},"kind":"a""#),
        (r#"{"x":"\"kind\":"}"#, r#""x":"\"kind\":","kind":"a""#),
        (r#"{"x":[{"kind":1}],"kind":2}"#, r#""kind":2,"x":[{"kind":1}]"#),
        (r#"{"kin":1,"kinds":2}"#, r#""kin":1,"kinds":2,"kind":"a""#),
    ] {
        let mut bytes = Vec::new();
        let variant = Variant(from_json(variant).unwrap().0);
        ObjectWriter::new(&mut bytes).tagged_inside("kind", "\"a\"", &variant);
        assert_eq!(String::from_utf8(bytes).unwrap(), written);
    }
}

#[test]
fn numbers_of_each_type_are_read_from_json() {
    let json = |text: &str| serde_json::from_str::<Json>(text).unwrap();
    assert_eq!((as_unsigned(&json("7")), as_unsigned(&json("18446744073709551615"))), (Ok(7), Ok(u64::MAX)));
    assert!(as_unsigned(&json("-1")).is_err() && as_unsigned(&json("\"7\"")).is_err());
    assert_eq!((as_integer(&json("7")), as_float(&json("1.5")), as_float(&json("\"1\""))), (Ok(7), Some(1.5), None));
    assert_eq!((from_json::<i32>("7").unwrap().0, from_json::<i32>("-7.0").unwrap().0), (7, -7));
    assert_eq!(list::<String>(["a", "b"]), ["a", "b"]);
    assert_eq!(column::<3, _, _>(&[("a", 1), ("b", 2), ("c", 3)]), ["a", "b", "c"]);
    // What stands for none is written, and never read.
    assert!(matches!(from_json::<&str>("\"a\""), Err(Undecodable::AnotherKind { expected: Kind::Text, .. })));
}

#[test]
fn a_text_has_so_many_characters() {
    for text in ["", "a", "é", "€", "😀", "ab", "€a", "a€", "€€", "😀😀", "aé€😀", "abcdefgh"] {
        for bound in 0..10 {
            assert_eq!(format::has_chars(text, bound), text.chars().count() >= bound, "{text} {bound}");
        }
    }
}

#[test]
fn equal_numbers_are_shown_alike() {
    let shown = |number: &str| Bound::of(&number.parse().unwrap()).to_string();
    for (one, other) in [
        ("7", "7.0"),
        ("-1000000000000000000", "-1e18"),
        ("1000000000000000000", "1e18"),
        ("-9223372036854775808", "-9223372036854775808.0"),
        ("9223372036854775808", "9223372036854775808.0"),
        ("10000000000000000000", "1e19"),
    ] {
        assert_eq!((shown(one), shown(other)), (one.to_owned(), one.to_owned()));
    }
    assert_eq!((shown("1.5"), shown("1e20") == shown("100000000000000000000")), ("1.5".to_owned(), true));
    let tag = |json: &str| of_json(json, |object| object.tag("kind").into_owned()).0;
    assert_eq!(tag(r#"{"kind": 1e18}"#), tag(r#"{"kind": 1000000000000000000}"#));
}

#[test]
fn multiples_across_kinds_of_numbers() {
    let broken = |check: &dyn Fn(&mut Check<'_>)| found(|inner| check(inner)).len();
    assert_eq!(broken(&|check| _ = check.at("a", &30_i64).multiple_of(0.25)), 0);
    assert_eq!(broken(&|check| _ = check.at("a", &100_i64).multiple_of(0.8)), 0);
    assert_eq!(broken(&|check| _ = check.at("a", &100_i64).multiple_of(0.7)), 1);
    assert_eq!(broken(&|check| _ = check.at("a", &0.0_f64).multiple_of(30.0)), 0);
    assert_eq!(broken(&|check| _ = check.at("a", &5.0_f64).multiple_of(0.0)), 1);
    assert_eq!(broken(&|check| _ = check.at("a", &0.0_f64).multiple_of(0.0)), 0);
    assert_eq!(broken(&|check| _ = check.at("a", &30_i64).multiple_of(7)), 1);
}

#[test]
fn an_empty_text_joined_by_commas_is_no_item() {
    let broken = |items: &[&str]| {
        let items: Vec<String> = list(items.iter().copied());
        found(|check| _ = check.each("a", &items).no_comma()).len()
    };
    assert_eq!((broken(&[""]), broken(&["a"]), broken(&["", ""]), broken(&["", "a"]), broken(&[])), (1, 0, 0, 0, 0));
}

#[test]
fn what_is_there_is_judged_however_it_is_wrapped() {
    let broken = |check: &dyn Fn(&mut Check<'_>)| found(|inner| check(inner)).len();
    let some = || vec![1_i64, 2, 3];
    let missing = || Missing { field: "a" };
    assert_eq!(broken(&|check| _ = check.each("a", &some()).minimum(2)), 1);
    assert_eq!(broken(&|check| _ = check.each("a", &Some(some())).minimum(2)), 1);
    assert_eq!(broken(&|check| _ = check.each("a", &Field::Value(some())).minimum(2)), 1);
    assert_eq!(broken(&|check| _ = check.each("a", &Promised::Ok(some())).minimum(2)), 1);
    assert_eq!(broken(&|check| _ = check.each("a", &Promised::<Vec<i64>>::Err(missing())).minimum(2)), 0);
    assert_eq!(broken(&|check| _ = check.at("a", &Promised::Ok(1_i64)).minimum(2)), 1);
    assert_eq!(broken(&|check| _ = check.at("a", &Promised::<i64>::Err(missing())).minimum(2)), 0);
    assert_eq!(broken(&|check| _ = check.at("a", &Secret::from("text")).max_length(3)), 1);
    assert_eq!(broken(&|check| _ = check.at("a", &Secret::from("text")).max_length(4).min_length(4)), 0);
    let map = || {
        let mut map = Map::new();
        map.insert("k".to_owned(), 1_i64);
        map
    };
    let low = |check: &mut Check<'_>, _: &str, value: &i64| _ = check.body(value).minimum(2);
    assert_eq!(broken(&|check| check.entries(&map(), low)), 1);
    assert_eq!(broken(&|check| check.entries(&Some(map()), low)), 1);
    assert_eq!(broken(&|check| check.entries(&Field::Value(map()), low)), 1);
    assert_eq!(broken(&|check| check.entries(&Promised::Ok(map()), low)), 1);
    assert_eq!(broken(&|check| check.entries(&None::<Map<i64>>, low)), 0);
    assert_eq!(broken(&|check| check.entries(&Field::<Map<i64>>::Null, low)), 0);
    assert_eq!(
        (from_json::<Secret>("\"text\"").unwrap().0.expose(), to_json(&Secret::from("a\"")).as_str()),
        ("text", "\"a\\\"\"")
    );
    let counted = |json: &str| Record::properties(&from_json::<JsonObject>(json).unwrap().0);
    assert_eq!((counted("{}"), counted("{\"a\": 1}"), counted("{\"a\": 1, \"b\": 2}")), (0, 1, 2));
}

#[test]
fn how_many_there_are_is_not_judged_where_one_could_not_be_taken() {
    let told = |rule: Rule| {
        let mut read = Findings::all();
        read.add(|| Violation {
            pointer: place("/body/a/0"),
            rule: Rule::Type(Kind::Integer),
            found: Found::NULL,
            inferred: false,
        });
        let mut validated = Findings::all();
        validated.add(|| Violation { pointer: place("/body/a"), rule, found: Found::NULL, inferred: false });
        read.judged(validated).len()
    };
    assert_eq!((told(Rule::Required), told(Rule::MinItems(1)), told(Rule::UniqueItems)), (1, 1, 1));
    assert_eq!((told(Rule::Encode("one")), told(Rule::Format("email"))), (2, 2));
}

#[test]
fn items_keep_the_index_under_which_they_came() {
    let mut log = Log::new();
    let items: Option<Vec<i64>> = match parse(br#"["x", 1, "y", 2]"#) {
        Ok(node) => Value::read(node, &mut Reader::of(Section::Body, &mut log)),
        Err(_) => None,
    };
    let mut read = Findings::all();
    read.append(log.findings);
    let mut validated = Findings::all();
    _ = Check::new(Section::Body, &mut validated).each_body(&items.unwrap()).minimum(5);
    let places: Vec<String> = read.judged(validated).iter().map(|told| told.pointer.to_string()).collect();
    assert_eq!(places, ["/body/0", "/body/2", "/body/1", "/body/3"]);
}

#[test]
fn all_violations_are_counted_and_visited() {
    let mut findings = Findings::up_to(12);
    for index in 0..15 {
        findings.add(|| Violation {
            pointer: place("/body").index(index),
            rule: Rule::Required,
            found: Found::Nothing,
            inferred: false,
        });
    }
    let violations = findings.finish();
    assert_eq!(((&violations).into_iter().count(), violations.omitted()), (12, 3));
    assert!(violations.to_string().ends_with("; and 5 more"), "{violations}");
}

#[test]
fn segments_and_names_are_written_as_they_can_be_read() {
    let mut segment = String::new();
    percent::encode_segment("aZ09-._~ /é%", &mut segment);
    assert_eq!(segment, "aZ09-._~%20%2F%C3%A9%25");
    for (text, is_dots) in [(".", true), ("..", true), ("...", false), ("", false), ("a", false), (".a", false)] {
        assert_eq!(percent::is_dot_segment(text), is_dots, "{text}");
    }
    let named = |name: &str| {
        let fields: JsonObject = [(name.to_owned(), Json::from("x"))].into_iter().collect();
        Form::write(["b".to_owned()].into_iter(), |form| _ = form.put_all(&fields)).map(|(_, bytes)| bytes.len())
    };
    for plain in ["a", "a b", "é", "%", "%2", "%20", "'"] {
        assert!(named(plain).is_ok(), "{plain}");
    }
    for refused in ["\"", "\\", "a\r", "\n", "\u{0}", "\u{7f}", "%22", "a%0ab", "%0A", "%0d", "%0D"] {
        assert_eq!(named(refused), Err(Unwritable::Name(refused.to_owned())), "{refused}");
    }
}
