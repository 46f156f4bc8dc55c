use std::fmt::Write;

use insta::assert_snapshot;
use proptest::prelude::*;
use serde_json::json;

use super::decode;
use crate::diagnostic::{Diagnostics, Id, Place, Sources};
use crate::spec::BaseType;
use crate::spec::block::{Block, Value};
use crate::spec::table::{At, Key, TABLE};
use crate::yaml::{self, Entry, Node, NodeKind, Scalar, Spanned, Style};

/// Decodes a fragment; the messages as `id line:column title`, each followed by its ways out.
fn read(at: At, text: &str) -> (Block, String) {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let file = sources.add("fragment.yaml", text);
    let node = yaml::parse(file, &sources, &mut found).expect("the fragment is YAML");
    let block = decode(&node, at, text, &mut found).expect("the fragment is a mapping");
    let mut messages = String::new();
    for diagnostic in found.sorted() {
        let label = &diagnostic.labels[0];
        let place = sources.position(file, label.place.span.start);
        let shown = if label.text.is_empty() { String::new() } else { format!(" ({})", label.text) };
        let _ = writeln!(messages, "{} {}:{} {}{shown}", diagnostic.id, place.line, place.column, diagnostic.title);
        for help in diagnostic.help {
            let _ = writeln!(messages, "  = {help}");
        }
    }
    (block, messages)
}

fn messages(at: At, text: &str) -> String {
    read(at, text).1
}

#[test]
fn what_is_right_is_read_as_its_keys_ask() {
    let (block, messages) = read(
        At::Entry,
        "doc: 2026-11-21\nrust_name: no\npattern: 1.10\nrequired: true\nmax_length: 150000\ntype: ObjectId[][]\ndefault: []\n\
         none_value: 0\ndoubts:\n  - on\n  - 1_000\nenum: [a, 1, 'true', null]\n",
    );
    assert_eq!(messages, "");
    assert_eq!(block.text(Key::Doc), Some("2026-11-21"));
    assert_eq!(block.text(Key::RustName), Some("no"));
    assert_eq!(block.text(Key::Pattern), Some("1.10"));
    assert_eq!(block.get(Key::Required).map(|item| &item.value), Some(&Value::Flag(true)));
    assert_eq!(block.get(Key::MaxLength).map(|item| &item.value), Some(&Value::Integer(150_000)));
    assert_eq!(block.get(Key::Default).map(|item| &item.value), Some(&Value::Json(json!([]))));
    let texts: Vec<_> = block.list(Key::Doubts).iter().map(|item| item.value.clone()).collect();
    assert_eq!(texts, [Value::Text("on".to_owned()), Value::Text("1_000".to_owned())]);
    let values: Vec<_> = block.list(Key::Enum).iter().map(|item| item.value.clone()).collect();
    assert_eq!(values, [json!("a"), json!(1), json!("true"), json!(null)].map(Value::Json));
    let Some(Value::Type(expression)) = block.get(Key::Type).map(|item| &item.value) else { panic!("no type") };
    assert_eq!((expression.base.clone(), expression.lists), (BaseType::Named("ObjectId".to_owned()), 2));
}

#[test]
fn short_forms_are_blocks_of_one_key() {
    let (block, messages) =
        read(At::Entry, "tag: type\none_of:\n  user: User\n  bot: {}\nenum:\n  1: incoming\n  no: {}\n");
    assert_eq!(messages, "");
    let user = &block.map(Key::OneOf)[0];
    let Value::Block(variant) = &user.value.value else { panic!("no block") };
    assert_eq!((variant.at, variant.items.len(), variant.items[0].key), (At::Entry, 1, Key::Type));
    let value = &block.map(Key::Enum)[0];
    assert_eq!(value.name.value, "1");
    let Value::Block(incoming) = &value.value.value else { panic!("no block") };
    assert_eq!((incoming.at, incoming.text(Key::Name)), (At::EnumValue, Some("incoming")));
    assert_eq!(block.map(Key::Enum)[1].name.value, "no");
}

#[test]
fn a_type_and_its_half_know_nothing_of_their_use() {
    let text = "types:\n  Id:\n    required: true\n    known:\n      why: So it is.\n      server_owned: true\n      nullable: true\n";
    let api = format!("title: A\n{text}");
    assert_snapshot!(messages(At::Api, &api), @r"
    key-not-here 4:5 `required` does not belong to a named type
      = say it where the type is used
    key-not-here 7:7 `server_owned` does not belong to a named type
      = say it where the type is used
    ");
}

#[test]
fn unknown_keys_are_told_what_was_meant() {
    let text = "requird: true\nmaxLength: 3\nproperties: {}\naddres: x\nfrobnicate: 1\n";
    assert_snapshot!(messages(At::Entry, text), @"
    unknown-key 1:1 `requird` is no key of an entry
      = did you mean `required`?
    unknown-key 2:1 `maxLength` is no key of an entry
      = did you mean `max_length`?
    unknown-key 3:1 `properties` is no key of an entry
      = write `fields`: the fields of an object
    unknown-key 4:1 `addres` is no key of an entry
      = there is `address`, which belongs to a page or a source
    unknown-key 5:1 `frobnicate` is no key of an entry
      = the keys here are `documented`, `type`, `required`, `nullable`, `open`, `deprecated`, `secret`, `server_owned`, `const`, `default`, `none_value`, `minimum`, `exclusive_minimum`, `maximum`, `exclusive_maximum`, `multiple_of`, `length_unit`, `min_length`, `max_length`, `pattern`, `unique_items`, `min_items`, `max_items`, `min_properties`, `max_properties`, `encode`, `tag`, `doc`, `doubts`, `rust_name`, `renamed_from`, `allow`, `unenforced`, `enum`, `one_of`, `keys`, `values`, `items`, `fields`, `inferred`, `known`
    ");
}

#[test]
fn keys_that_belong_elsewhere_say_where() {
    assert_snapshot!(messages(At::Entry, "address: x\nwhy: x\nurl: x\nmedia_type: x\n"), @r"
    key-not-here 1:1 `address` does not belong to an entry
      = it belongs to a page or a source
    key-not-here 2:1 `why` does not belong to an entry
      = it belongs to `known` or `inferred`
    key-not-here 3:1 `url` does not belong to an entry
      = it belongs to a server
    key-not-here 4:1 `media_type` does not belong to an entry
      = it belongs to a body
    ");
    assert_eq!(messages(At::Body, "media_type: text/json\nrequired: true\nfields: {}\n"), "");
}

#[test]
fn halves_hold_facts_and_reasons_alone() {
    let text = "type: object\nknown:\n  doc: x\n  documented: false\n  url: x\n  required: true\n  fields:\n    a:\n      doc: a note\n      \
                inferred:\n        why: x\ninferred:\n  type: string\n  known:\n    why: x\n";
    assert_snapshot!(messages(At::Entry, text), @r"
    missing-why 2:1 `known` gives no reason
      = add `why`: the reason
    key-not-here 3:3 `doc` does not belong to `known` or `inferred`
      = it states no fact: move it beside `known` or `inferred`
    key-not-here 4:3 `documented` does not belong to `known` or `inferred`
      = it states no fact: move it beside `known` or `inferred`
    key-not-here 5:3 `url` does not belong to `known` or `inferred`
      = it belongs to a server
    half-nested 10:7 `inferred` stands within `known` or `inferred`
      = move it beside the outer one, to the entry that the page has; one reason holds for all that a half says
    missing-why 12:1 `inferred` gives no reason
      = add `why`: the reason
    half-nested 14:3 `known` stands within `known` or `inferred`
      = move it beside the outer one, to the entry that the page has; one reason holds for all that a half says
    ");
}

#[test]
fn values_of_another_kind_say_what_is_asked_for() {
    let text = "required: yes\nnullable: unknown\nopen:\nserver_owned: 'true'\nmin_length: '5'\nmax_length: 1_000\ndoubts: one\n\
                unenforced:\nfields:\n  a:\n  b: string\n  c: []\ndoc: [a]\nrust_name:\nknown:\ndocumented: true\n";
    assert_snapshot!(messages(At::Entry, text), @"
    wrong-kind 1:11 `required` asks for `true` or `false` (this is a text)
      = write `true`, without quotes
    wrong-kind 2:11 `nullable` asks for `true` or `false` (this is a text)
      = write `true` or `false` where the page says it; else leave the key out
    wrong-kind 3:1 `open` asks for `true` or `false` (nothing stands here)
      = where nothing is known, leave the key out
    wrong-kind 4:15 `server_owned` asks for `true` or `false` (this is a text)
      = write `true`, without quotes
    wrong-kind 5:13 `min_length` asks for a whole number, 0 or greater (this is a text)
      = write `5`, without quotes
    wrong-kind 6:13 `max_length` asks for a whole number, 0 or greater (this is a text)
      = write `1000`
    wrong-kind 7:9 `doubts` asks for a list (this is a text)
      = write `[one]`, or each item on a line of its own, behind `- `: a hyphen and a blank
    wrong-kind 8:1 `unenforced` asks for a list (nothing stands here)
      = leave the key out, or write `[]`
    wrong-kind 10:3 `a` asks for the keys of an entry (nothing stands here)
      = write `a: {}` where only the name is known
    wrong-kind 11:6 `b` asks for the keys of an entry (this is a text)
      = write `type: string` below, on a line of its own
    wrong-kind 12:6 `c` asks for the keys of an entry (here is a list)
      = write names with `:` in place of items with `- `
    wrong-kind 13:6 `doc` asks for a text (here is a list)
      = quote the text: write `'[a]'`
    wrong-kind 14:1 `rust_name` asks for a text (nothing stands here)
      = `''` is the empty text; where nothing is known, leave the key out
    wrong-kind 15:1 `known` asks for the keys of `known` or `inferred` (nothing stands here)
      = write `why` below, and the facts that hold
    wrong-kind 16:13 `documented` asks for `false` (this is `true`)
      = leave the key out
    ");
}

#[test]
fn words_types_and_dates_are_checked() {
    let endpoint = "page:\n  address: x\n  seen: 2026-02-29\nmethod: POST\npath: /a\nbody: nothing\nresponses:\n  200:\n    body: ignore\n";
    assert_snapshot!(messages(At::Endpoint, endpoint), @r"
    bad-date 3:9 `2026-02-29` is no date of the calendar
      = a date is written year, month, day: `2026-11-21`
    bad-word 6:7 `nothing` is no word for `body`
      = `body` asks for the keys of a body, or `none`
    bad-word 9:11 `ignore` is no word for `body`
      = did you mean `ignored`?
      = `body` asks for the keys of a body, or `none` or `ignored`
    ");
    let entry = "encode: bracket\nenum: listed\nfields:\n  a:\n    type: strng[]\n  b:\n    type: array\n  c:\n    type: objectId\n  \
                 d:\n    type: List<string>\n";
    assert_snapshot!(messages(At::Entry, entry), @"
    bad-word 1:9 `bracket` is no word for `encode`
      = did you mean `brackets`?
      = `encode` asks for `repeat`, `brackets` or `comma`
    bad-word 2:7 `listed` is no word for `enum`
      = did you mean `unlisted`?
      = `enum` asks for a list, or a map from names, or `unlisted`
    unknown-type 5:11 there is no type `strng`
      = did you mean `string[]`?
    unknown-type 7:11 there is no type `array`
      = a list is written with `[]` behind the type of its items: `string[]`
    unknown-type 9:11 there is no type `objectId`
      = a type of your own begins with a capital, here as under `types`: `ObjectId`
    wrong-kind 11:11 `List<string>` is no type
      = a list has `[]` behind the type of its items: write `string[]`
    ");
}

#[test]
fn types_of_other_notations_are_told_in_ours() {
    let told = |of: &str| {
        let messages = messages(At::Entry, &format!("type: '{of}'\n"));
        messages.split_once("= ").unwrap().1.trim_end().to_owned()
    };
    for list in ["[]string", "string []", "Array<string>", "list[string]", "[string]"] {
        assert_eq!(told(list), "a list has `[]` behind the type of its items: write `string[]`", "{list}");
    }
    for null in ["string | null", "null|string"] {
        let said = "null is said by a key of its own: write `type: string`, and `nullable: true` beside it";
        assert_eq!(told(null), said, "{null}");
    }
    assert!(told("Note?").starts_with("what may be null has `nullable: true` beside `type: Note`;"));
    assert!(told("string | integer").contains("`one_of`"));
    assert!(told("a b").starts_with("a type is a built-in or a named type"));
}

#[test]
fn values_that_only_yaml_reads_otherwise_are_ambiguous() {
    let text = "default: True\nnone_value: ~\nenum:\n  - 0x1F\n  - .inf\n  - yes\n  - '~'\n  - 012\n  - 0.1234567890123456789\n  -\n  - {a: b}\n";
    assert_snapshot!(messages(At::Entry, text), @"
    ambiguous-scalar 1:10 `True` can be read as a text or as another value
      = for the text write `'True'`
      = for the value write `true`
    ambiguous-scalar 2:13 `~` can be read as a text or as another value
      = for the text write `'~'`
      = for the value write `null`
    ambiguous-scalar 4:5 `0x1F` can be read as a text or as another value
      = for the text write `'0x1F'`
      = for the value write `31`
    ambiguous-scalar 5:5 `.inf` can be read as a text or as another value
      = for the text write `'.inf'`
    ambiguous-scalar 8:5 `012` can be read as a text or as another value
      = for the text write `'012'`
      = for the value write `12`
    not-yet 9:5 `0.1234567890123456789` has more digits than this version keeps
      = numbers are kept as whole numbers of 64 bits, or as floating-point numbers of 64 bits
    wrong-kind 10:4 an item of `enum` asks for a value (nothing stands here)
      = `''` is the empty text, `null` is null; where nothing is known, leave the key out
    wrong-kind 11:5 an item of `enum` asks for a value (here is a map)
      = a text that holds `: ` has quotes; or leave out each `- `: `enum` may be a map, from values to what they mean
    ");
}

#[test]
fn what_this_version_does_not_read_says_so_and_what_to_do() {
    let entry = "layout: x\naccess: read\ntype: ipv4\nencode: deep\none_of:\n  - string\ninferred:\n  why: x\n  withdraw: [pattern]\n\
                 include: [A]\nfields:\n  a:\n    type: file\n";
    assert_snapshot!(messages(At::Entry, entry), @r"
    not-yet 1:1 `layout` of an entry is not read by this version
      = until then put the rule in words under `unenforced`
    not-yet 2:1 `access` of an entry is not read by this version
      = until then leave `access` out, and say it in words under `doc`
    not-yet 3:7 the type `ipv4` is not read by this version
      = until then write `string`, and the rest in words under `unenforced`
    not-yet 4:9 `deep` under `encode` is not read by this version
      = this version reads `repeat`, `brackets` or `comma`
    not-yet 6:3 a list under `one_of` is not read by this version
      = a map with a `tag` is: from the tag's value to what the object holds then
      = until then leave the shape open with `type: any`, and say it in words under `doc`
    not-yet 10:1 `include` of an entry is not read by this version
      = until then leave `include` out, and say it in words under `doc`
    not-yet 13:11 the type `file` is not read by this version
      = until then leave the thing out, and say it in words under `doc`
    ");
    let endpoint = "method: GET\npath: /a\nidempotent: true\ncookies: {}\nrules: []\nknown:\n  why: x\nresponses:\n  200:\n    headers: {}\n";
    assert_snapshot!(messages(At::Endpoint, endpoint), @"
    not-yet 4:1 `cookies` of an endpoint is not read by this version
      = until then leave `cookies` out, and say it in words under `doc`
    not-yet 5:1 `rules` of an endpoint is not read by this version
      = until then leave `rules` out, and say it in words under `doc`
    not-yet 6:1 `known` of an endpoint is not read by this version
      = until then write what holds, and what the page says under `doubts`
    not-yet 10:5 `headers` of a response is not read by this version
      = until then leave `headers` out, and say it in words under `doc`
    ");
}

#[test]
fn what_must_be_said_is_missing() {
    assert_snapshot!(messages(At::Project, "crate:\n  name:\n  doc: x\n"), @"
    missing-key 1:1 docwright.yaml has no `language`
      = add `language: 1`: the version of this language
    missing-key 1:1 `crate` has no `version`
      = add `version`: the crate's version
    wrong-kind 2:3 `name` asks for a text (nothing stands here)
      = `''` is the empty text; where nothing is known, leave the key out
    ");
    assert_snapshot!(messages(At::Api, "sources:\n  older: {}\npage: {}\n"), @r"
    missing-key 1:1 api.yaml has no `title`
      = add `title`: the API's name as its vendor writes it
    missing-key 3:1 `page` has no `address`
      = add `address`: the address of the page or source
    ");
    assert_snapshot!(messages(At::Endpoint, "doc: x\nmthod: GET\n"), @r"
    missing-key 1:1 this endpoint has no `path`
      = add `path`: the path below the server, with `{variables}`
    unknown-key 2:1 `mthod` is no key of an endpoint
      = did you mean `method`?
    ");
}

#[test]
fn a_broken_key_is_neither_missing_nor_in_the_way() {
    let (block, messages) =
        read(At::Endpoint, "method: []\npath: /a\ncookies: {}\npath_parameters:\n  id:\n    type: nope\n");
    assert_eq!(messages.lines().filter(|line| !line.starts_with(' ')).count(), 3, "{messages}");
    assert_eq!(block.broken, [Key::Method, Key::Cookies, Key::PathParameters]);
    assert_eq!(block.map(Key::PathParameters).len(), 1);
    assert_eq!(block.text(Key::Path), Some("/a"));
}

fn node(kind: NodeKind) -> Node {
    Node { place: Place::default(), kind }
}

/// Any tree of keys of the language, right or wrong.
fn any_node() -> impl Strategy<Value = Node> {
    let texts =
        ["", "a", "true", "True", "1", "-1.5", "2026-11-21", "string[]", "User", "none", "comma", "/body/a", "é"];
    let style = prop_oneof![Just(Style::Plain), Just(Style::Quoted), Just(Style::Literal)];
    let scalar = (prop::sample::select(texts.to_vec()), style)
        .prop_map(|(text, style)| node(NodeKind::Scalar(Scalar { text: text.to_owned(), style })));
    let names: Vec<_> = TABLE.iter().map(|row| row.name).chain(["", "requird", "200"]).collect();
    scalar.prop_recursive(6, 60, 8, move |inner| {
        let entries = prop::collection::btree_map(prop::sample::select(names.clone()), inner.clone(), 0..8);
        let entry = |(name, value): (&str, Node)| Entry {
            key: Spanned { place: Place::default(), value: name.to_owned() },
            value,
        };
        prop_oneof![
            1 => prop::collection::vec(inner, 0..4).prop_map(|items| node(NodeKind::Sequence(items))),
            4 => entries.prop_map(move |entries| node(NodeKind::Mapping(entries.into_iter().map(entry).collect()))),
        ]
    })
}

proptest! {
    #[test]
    fn no_key_is_passed_over_in_silence(node in any_node(), at in prop::sample::select(At::ALL.to_vec())) {
        let mut found = Diagnostics::default();
        let block = decode(&node, at, "", &mut found);
        prop_assert!(found.iter().all(|diagnostic| !diagnostic.labels.is_empty() && !diagnostic.title.is_empty()));
        let NodeKind::Mapping(entries) = &node.kind else {
            prop_assert!(block.is_none() && found.iter().any(|diagnostic| diagnostic.id == Id::WrongKind));
            return Ok(());
        };
        let block = block.expect("a mapping is a block");
        let is_of_fields = found.iter().any(|diagnostic| diagnostic.help.iter().any(|help| help.contains("`fields:` above")));
        for entry in entries.iter().filter(|_| !is_of_fields) {
            let unknown = || format!("`{}` is no key of {}", entry.key.value, at.noun());
            let read = Key::parse(&entry.key.value).is_some_and(|key| block.get(key).is_some() || block.broken.contains(&key));
            prop_assert!(read || found.iter().any(|diagnostic| diagnostic.title == unknown()), "{}", entry.key.value);
        }
        let clean = found.iter().next().is_none();
        prop_assert!(!clean || block.broken.is_empty() && block.items.len() == entries.len());
    }
}
