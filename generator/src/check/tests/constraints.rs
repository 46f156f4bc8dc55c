use super::Specs;

fn fields(fields: &str) -> String {
    Specs::new().fields(fields).said()
}

#[test]
fn bounds_that_are_reversed() {
    insta::assert_snapshot!(fields("note:\n  type: string\n  min_length: 20\n  max_length: 10"), @r#"
    reversed-bounds: the bounds of `note` are reversed: no length is at least 20 and at most 10
      7 `20` at least
      8 `10` at most
      = swap them; if the page itself says so, keep the likelier one and tell the other under `doubts`
    "#);
}

#[test]
fn counts_that_are_reversed() {
    for (fields_of, what) in [
        ("a:\n  type: string[]\n  min_items: 3\n  max_items: 2", "items"),
        ("a:\n  type: object\n  min_properties: 3\n  max_properties: 2", "keys"),
    ] {
        let title = format!(
            "reversed-bounds: the bounds of `a` are reversed: no count of {what} is at least 3 and at most 2\n"
        );
        assert!(fields(fields_of).starts_with(&title), "{}", fields(fields_of));
    }
}

#[test]
fn counts_that_nothing_has() {
    let first = |text: &str| fields(text).lines().next().unwrap_or_default().to_owned();
    for (of, title) in [
        (
            "a:\n  max_properties: 1\n  fields:\n    x:\n      required: true\n    y:\n      required: true",
            "never-satisfied: `a` has 2 required fields and at most 1 keys",
        ),
        (
            "a:\n  open: false\n  min_properties: 2\n  fields:\n    x: {}",
            "never-satisfied: `a` has at least 2 keys and at most 1: it has no other fields than those listed",
        ),
        (
            "a:\n  min_properties: 2\n  keys:\n    enum: [x]",
            "never-satisfied: `a` has at least 2 keys and at most 1: no more keys are listed",
        ),
        (
            "a:\n  type: boolean[]\n  min_items: 3\n  unique_items: true",
            "never-satisfied: `a` has at least 3 items, and there are 2 different ones",
        ),
        (
            "a:\n  open: false\n  values: string",
            "constraint-not-for-type: `open: false` cannot be said of `a`, whose other keys hold values",
        ),
        ("a:\n  keys: integer", "constraint-not-for-type: a key of `a` is a whole number, and keys are text"),
        (
            "a:\n  type: string\n  items: string",
            "constraint-not-for-type: `items` cannot be said of `a`, which is no list",
        ),
    ] {
        assert_eq!(first(of), title, "{of}");
    }
    assert_eq!(fields("a:\n  type: boolean[]\n  min_items: 2\n  unique_items: true"), "");
    assert_eq!(fields("a:\n  min_properties: 2\n  keys:\n    open: true\n    enum: [x]"), "");
}

#[test]
fn what_is_said_of_fields_alone() {
    insta::assert_snapshot!(fields("a:\n  items:\n    type: string\n    required: true\n    nullable: true"), @r#"
    key-not-here: `required` cannot be said of an item of `a`
      8 `true`
      = it belongs to fields, parameters and bodies: remove it, or say it in words under `doc`
      = `min_items` beside `items` says that a list has some
    "#);
    let titles = |text: &str| {
        let said = fields(text);
        said.lines().filter(|line| line.starts_with("key-not-here")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        titles("a:\n  values:\n    type: string\n    default: x\n  keys:\n    nullable: true"),
        [
            "key-not-here: `default` cannot be said of a value of `a`",
            "key-not-here: `nullable` cannot be said of a key of `a`",
        ]
    );
    assert_eq!(
        titles("a:\n  tag: b\n  one_of:\n    c:\n      type: object\n      nullable: true\n      required: true"),
        [
            "key-not-here: `nullable` cannot be said of the variant `c`",
            "key-not-here: `required` cannot be said of the variant `c`",
        ]
    );
}

#[test]
fn patterns_that_are_none() {
    insta::assert_snapshot!(fields("voucher:\n  type: string\n  pattern: '^(A|B'"), @r#"
    bad-pattern: the pattern of `voucher` is no regular expression
      7 `(` this group is not closed
      = patterns are those of ECMA-262 with the flag `u`, as the page means them
    "#);
    insta::assert_snapshot!(fields("voucher:\n  type: string\n  pattern: '^a**$'"), @r#"
    bad-pattern: the pattern of `voucher` is no regular expression
      7 `*` a second repetition; put the first one into a group `(?:…)`
      = patterns are those of ECMA-262 with the flag `u`, as the page means them
    "#);
}

#[test]
fn patterns_that_no_table_decides() {
    insta::assert_snapshot!(fields("voucher:\n  type: string\n  pattern: '^(?=.*[0-9])[A-Z0-9]+$'"), @r#"
    unenforceable-pattern: the pattern of `voucher` has a look-ahead, which is not enforced
      7 `(?=` a look-ahead here
      = keep as `pattern` what can be checked, and move the rest in words to `unenforced`
      = to keep it unchecked, in documentation alone, allow it: `allow: {unenforceable-pattern: …}`
    "#);
    insta::assert_snapshot!(fields("voucher:\n  type: string\n  pattern: '^\\p{L}{1,100}$'"), @r#"
    unenforceable-pattern: the pattern of `voucher` is too large to be enforced
      7 `'^\p{L}{1,100}$'` its table would take up more than 8 KiB, or have more than 208 states
      = simplify it, say a repetition by `max_length`, or move the rule in words to `unenforced`
      = to keep it unchecked, in documentation alone, allow it: `allow: {unenforceable-pattern: …}`
    "#);
}

#[test]
fn constraints_of_another_type() {
    insta::assert_snapshot!(fields("count:\n  type: integer\n  max_length: 3"), @r#"
    constraint-not-for-type: `max_length` cannot be said of `count`, which is a whole number
      7 `3`
      6 `integer` its type
      = a length belongs to text: correct the type, or remove `max_length`
    "#);
    insta::assert_snapshot!(fields("tags:\n  type: string[]\n  pattern: '^a'"), @r#"
    constraint-not-for-type: `pattern` cannot be said of `tags`, which is a list
      7 `'^a'`
      6 `string[]` its type
      = a pattern belongs to text: correct the type, or remove `pattern`
      = what holds for each item stands under `items`
    "#);
    insta::assert_snapshot!(fields("paid:\n  type: boolean\n  open: true"), @r#"
    constraint-not-for-type: `open` cannot be said of `paid`, which is a boolean
      7 `true`
      6 `boolean` its type
      = `open` belongs to enums and objects: correct the type, or remove `open`
    "#);
}

#[test]
fn a_constraint_of_a_type_is_told_once() {
    let specs = Specs::new().api("types:\n  Voucher:\n    type: string\n    pattern: '['\n");
    insta::assert_snapshot!(specs.fields("first:\n  type: Voucher\nsecond:\n  type: Voucher[]").said(), @r#"
    bad-pattern: the pattern of `Voucher` is no regular expression
      7 `[` this class is not closed
      = patterns are those of ECMA-262 with the flag `u`, as the page means them
    "#);
}

#[test]
fn what_a_type_says_wrong_is_told_of_the_type() {
    let specs = Specs::new().api("types:\n  Count:\n    type: integer\n    max_length: 3\n    default: many\n");
    insta::assert_snapshot!(specs.fields("first:\n  type: Count\nsecond:\n  type: Count").said(), @r#"
    constraint-not-for-type: `max_length` cannot be said of `Count`, which is a whole number
      7 `3`
      6 `integer` its type
      = a length belongs to text: correct the type, or remove `max_length`
    value-breaks: the default "many" of `Count` breaks `type`
      8 `many`
      6 `integer` `type` by what is said here
      = correct the value or the rule
      = where the page has both, keep its words and say in a half what holds, or move the rule to `unenforced`
    "#);
}

#[test]
fn values_that_break_their_entry() {
    insta::assert_snapshot!(fields("size:\n  type: string\n  default: huge\n  max_length: 3"), @r#"
    value-breaks: the default "huge" of `size` breaks `max_length`
      7 `huge`
      8 `3` `max_length` by what is said here
      = correct the value or the rule
      = where the page has both, keep its words and say in a half what holds, or move the rule to `unenforced`
    "#);
    insta::assert_snapshot!(fields("size:\n  type: string\n  default: huge\n  enum:\n    - small\n    - large"), @r#"
    value-breaks: the default "huge" of `size` breaks `enum`
      7 `huge`
      9 `- small` `enum` by what is said here
      = correct the value or the rule
      = where the page has both, keep its words and say in a half what holds, or move the rule to `unenforced`
    "#);
    insta::assert_snapshot!(fields("size:\n  type: string\n  min_length: 4\n  enum:\n    - big\n    - large"), @r#"
    value-breaks: the value "big" of the enum of `size` breaks `min_length`
      9 `big`
      7 `4` `min_length` by what is said here
      = correct the value or the rule
      = where the page has both, keep its words and say in a half what holds, or move the rule to `unenforced`
    "#);
    insta::assert_snapshot!(fields("count:\n  type: integer\n  none_value: ''"), @r#"
    value-breaks: the none_value "" of `count` is of another kind than its type, a whole number
      7 `''`
      6 `integer` the type
      = in JSON a value that means none is of the type's own kind; that null means none is said by `nullable`
    "#);
    insta::assert_snapshot!(fields("count:\n  type: int32\n  default: 3000000000"), @r#"
    value-breaks: the default 3000000000 of `count` breaks `range`
      7 `3000000000`
      6 `int32` `range` by what is said here
      = correct the value or the rule
      = where the page has both, keep its words and say in a half what holds, or move the rule to `unenforced`
    "#);
}

#[test]
fn a_value_that_means_none_breaks_no_rule() {
    assert_eq!(fields("mail:\n  type: email\n  min_length: 5\n  default: ''\n  none_value: ''"), "");
}

#[test]
fn enums() {
    insta::assert_snapshot!(fields("size:\n  enum:\n    - small\n    - large\n    - small"), @r#"
    duplicate-value: the enum of `size` lists "small" twice
      9 `small` again
      7 `small` first
      = remove it, or write the value that was meant
    "#);
    insta::assert_snapshot!(fields("size:\n  enum:\n    - small\n    - 2"), @r#"
    enum-kind: the enum of `size` has values of two kinds
      8 `2` 2 is a whole number
      7 `small` "small" is text
      = write values of one kind; quote those that are texts
    "#);
    insta::assert_snapshot!(fields("size:\n  type: string\n  enum:\n    - 1\n    - 2"), @r#"
    enum-kind: the values of the enum of `size` are whole numbers, its type is text
      8 `1`
      6 `string` the type
      = put the values in quotes, or correct the type
    "#);
    insta::assert_snapshot!(fields("paid:\n  type: boolean\n  enum:\n    - a"), @r#"
    constraint-not-for-type: `enum` cannot be said of `paid`, which is a boolean
      8 `- a`
      6 `boolean` its type
      = `enum` belongs to text and whole numbers: correct the type, or remove `enum`
    "#);
}

#[test]
fn rules_that_exclude_each_other() {
    insta::assert_snapshot!(fields("voucher:\n  type: string\n  max_length: 2\n  enum:\n    - SPRING\n    - SUMMER"), @r#"
    never-satisfied: no value of `voucher` meets its rules: each value of its enum breaks one of them
      9 `- SPRING` the values
      7 `2` "SPRING" breaks `max_length`
      = correct the rule that the page does not mean; if it says both, keep the one that the server follows
    "#);
    insta::assert_snapshot!(fields("at:\n  type: local-date-time\n  max_length: 10"), @r#"
    never-satisfied: no text meets the rules of `at`: its format has 19 characters
      7 `10` this bound
      6 `local-date-time` the format
      = correct the rule that the page does not mean; if it says both, keep the one that the server follows
    "#);
    insta::assert_snapshot!(fields("code:\n  type: string\n  pattern: '^[0-9]{4}$'\n  max_length: 3"), @r#"
    never-satisfied: no text meets the rules of `code`: what its pattern matches has another length
      7 `'^[0-9]{4}$'` the pattern
      8 `3` a bound
      = correct the rule that the page does not mean; if it says both, keep the one that the server follows
    "#);
    insta::assert_snapshot!(fields("code:\n  type: string\n  pattern: 'a^b'"), @r#"
    never-satisfied: no text meets the rules of `code`: its pattern matches none at all
      7 `'a^b'`
      = correct it as the page means it
    "#);
    let said = fields("code:\n  type: string\n  pattern: '/^a$/i'");
    assert!(
        said.contains("stands without slashes around it: write `'^a$'`") && said.contains("what `i` does"),
        "{said}"
    );
    let said = fields("code:\n  type: string\n  pattern: '/^a$/'");
    assert!(said.contains("write `'^a$'`") && !said.contains("flags"), "{said}");
    assert_eq!(fields("code:\n  type: string\n  pattern: '^é{4}$'\n  min_length: 4\n  max_length: 4"), "");
    assert_eq!(fields("code:\n  type: string\n  pattern: 'é'\n  min_length: 40"), "");
    assert_eq!(fields("code:\n  type: string\n  open: true\n  max_length: 5\n  enum:\n    - small"), "");
}

#[test]
fn unions() {
    let union = |variants: &str| fields(&format!("payment:\n  tag: kind\n  one_of:\n{variants}"));
    insta::assert_snapshot!(union("    card: string\n    cash: object"), @r#"
    tag-contradicts: the variant `card` of `payment` is text, and has no `kind`
      8 `string`
      6 `kind` the field that tells the variants apart
      = a variant is an object: correct its type, or take the variant out
    "#);
    let field = "    card:\n      fields:\n        kind:\n          enum:\n            - cash\n    cash: object";
    insta::assert_snapshot!(union(field), @r#"
    tag-contradicts: the field `kind` of the variant `card` of `payment` never has the value `card`
      12 `- cash`
      8 `card` the variant
      = correct the variant's key or the field; the field may be left out, since the key says it
    "#);
    let typed = union(&field.replace("kind:\n", "kind:\n          type: string\n"));
    assert!(typed.contains("\n  13 `- cash`\n  8 `card` the variant\n"), "the enum, not the type: {typed}");
    insta::assert_snapshot!(union("    card:\n      fields:\n        knid:\n          type: string\n    cash: object"), @r#"
    unknown-field-name: no variant of `payment` has the field `kind` that tells them apart
      6 `kind`
      = did you mean `knid`?
      = if it is another field, list `kind` in a variant
    "#);
    assert_eq!(union("    1:\n      fields:\n        kind:\n          type: integer\n    cash: object"), "");
}

#[test]
fn constants() {
    let said = |fields: &str| Specs::new().fields(fields).said();
    insta::assert_snapshot!(said("kind:\n  type: string\n  const: 1.10"), @r#"
    value-breaks: the constant 1.1 of `kind` is of another kind than its type, text
      7 `1.10`
      6 `string` the type
      = put the value in quotes, or correct the type
    "#);
    insta::assert_snapshot!(said("kind:\n  max_length: 3\n  const: chat"), @r#"
    value-breaks: the constant "chat" of `kind` breaks `max_length`
      7 `chat`
      6 `3` `max_length` by what is said here
      = correct the value or the rule
      = where the page has both, keep its words and say in a half what holds, or move the rule to `unenforced`
    "#);
    insta::assert_snapshot!(said("kind:\n  enum:\n    - mail\n    - fax\n  const: chat"), @r#"
    value-breaks: the constant "chat" of `kind` breaks `enum`
      9 `chat`
      7 `- mail` `enum` by what is said here
      = correct the value or the rule
      = where the page has both, keep its words and say in a half what holds, or move the rule to `unenforced`
    "#);
    insta::assert_snapshot!(said("kind:\n  type: int32\n  const: 3000000000"), @r#"
    value-breaks: the constant 3000000000 of `kind` breaks `range`
      7 `3000000000`
      6 `int32` `range` by what is said here
      = correct the value or the rule
      = where the page has both, keep its words and say in a half what holds, or move the rule to `unenforced`
    "#);
    insta::assert_snapshot!(said("kinds:\n  type: string[]\n  const: chat"), @"
    constraint-not-for-type: `const` cannot be said of `kinds`, which is a list
      7 `chat`
      6 `string[]` its type
      = constants are texts, booleans and numbers, save `float` and `uint64`: correct the type, or remove `const`
      = what holds for each item stands under `items`
    ");
    insta::assert_snapshot!(said("kind:\n  const: null"), @r#"
    constraint-not-for-type: `const` cannot be said of `kind`, which is any value
      6 `null`
      5 `kind` its type
      = constants are texts, booleans and numbers, save `float` and `uint64`: correct the type, or remove `const`
      = say its `type`
    "#);
    insta::assert_snapshot!(said("kind:\n  const: chat\n  default: mail"), @r#"
    value-breaks: the default "mail" of `kind` breaks `const`
      7 `mail`
      6 `chat` `const` by what is said here
      = correct the value or the rule
      = where the page has both, keep its words and say in a half what holds, or move the rule to `unenforced`
    "#);
    assert_eq!(said("kind:\n  type: number\n  const: 1\nno:\n  type: boolean\n  const: false\nid:\n  const: 1.0"), "");
}

/// Id and title of each message about fields.
fn titles(of: &str) -> Vec<String> {
    fields(of).lines().filter(|line| !line.starts_with(' ')).map(str::to_owned).collect()
}

#[test]
fn secrets_are_plain_texts() {
    assert_eq!(titles("a:\n  type: string\n  secret: true"), [""; 0]);
    for what in ["type: integer", "type: email", "type: string\n  const: x", "type: string\n  enum:\n    - x"] {
        let told = titles(&format!("a:\n  secret: true\n  {what}"));
        assert_eq!(told.len(), 1, "{what}: {told:?}");
        assert!(told[0].starts_with("constraint-not-for-type: `secret` cannot be said of `a`"), "{what}: {told:?}");
    }
}

#[test]
fn what_a_type_says_of_itself_is_not_told_of_its_items() {
    let specs = Specs::new().api("types:\n  Mail:\n    type: email\n    default: a@b\n    none_value: ''\n");
    assert_eq!(specs.fields("a:\n  type: Mail[]\nb:\n  type: Mail").said(), "");
}

#[test]
fn the_way_out_for_what_is_said_of_fields_alone() {
    let said = fields(
        "a:\n  values:\n    required: true\n    type: string\nb:\n  tag: c\n  one_of:\n    d:\n      nullable: true\n      type: object",
    );
    for way_out in
        ["a key that is always there is a field: list it under `fields`", "say it of the union, beside `one_of`"]
    {
        assert!(said.contains(way_out), "{said}");
    }
}

#[test]
fn a_slip_in_a_pattern_is_pointed_to_in_quotes_and_without() {
    for pattern in ["'a(b'", "\"a(b\"", "a(b"] {
        let said = fields(&format!("a:\n  pattern: {pattern}"));
        assert!(said.contains("  6 `(` this group"), "{said}");
    }
    // In the file stand other characters than in the pattern.
    let said = fields("a:\n  pattern: \"a\\t(b\"");
    assert!(said.contains("  6 `\"a\\t(b\"` this group"), "{said}");
}

#[test]
fn counts_that_just_fit() {
    for of in [
        "a:\n  max_properties: 2\n  fields:\n    x:\n      required: true\n    y:\n      required: true",
        "a:\n  open: false\n  min_properties: 1\n  fields:\n    x: {}",
        "a:\n  open: true\n  values: string\n  fields:\n    x: {}",
        "a:\n  type: boolean[]\n  min_items: 2\n  unique_items: true",
        "a:\n  type: boolean[]\n  min_items: 3\n  unique_items: false",
        "a:\n  type: string[]\n  max_items: 0\n  required: true",
    ] {
        assert_eq!(titles(of), [""; 0], "{of}");
    }
    for (of, title) in [
        (
            "a:\n  open: false\n  fields:\n    x: {}\n  values: string",
            "constraint-not-for-type: `open: false` cannot be said of `a`, whose other keys hold values",
        ),
        (
            "a:\n  fields:\n    x: {}\n  values: string\n  keys: integer",
            "constraint-not-for-type: a key of `a` is a whole number, and keys are text",
        ),
        (
            "a:\n  min_items: 3\n  unique_items: true\n  items:\n    enum: [x, y]",
            "never-satisfied: `a` has at least 3 items, and there are 2 different ones",
        ),
    ] {
        assert_eq!(titles(of), [title], "{of}");
    }
}

#[test]
fn lists_that_are_none_where_each_item_stands_for_itself() {
    let form = |list: &str| {
        let media_type = "  media_type: application/x-www-form-urlencoded\n";
        Specs::new().body(&format!("{media_type}  fields:\n    a:\n      type: string[]\n{list}")).said()
    };
    let empty = "      required: true\n      max_items: 0\n";
    assert!(form(empty).starts_with("never-satisfied: `a` is required, and an empty list is none"), "{}", form(empty));
    assert_eq!(form(&format!("{empty}      encode: comma\n")), "");
    assert_eq!(form("      required: true\n      max_items: 1\n"), "");
    assert_eq!(form("      required: false\n      max_items: 0\n"), "");
}

#[test]
fn enums_and_the_rules_beside_them() {
    assert_eq!(
        titles("a:\n  max_length: 1\n  open: true\n  enum:\n    - xy"),
        ["value-breaks: the value \"xy\" of the enum of `a` breaks `max_length`"],
        "another value may hold"
    );
    assert_eq!(titles("a:\n  max_length: 2\n  enum:\n    - xy\n    - z"), [""; 0]);
    assert_eq!(titles("a:\n  enum: []\n  max_length: 2").len(), 1);
    let said = fields("a:\n  type: number\n  enum:\n    - 1");
    assert!(said.contains("= the type of whole numbers is `integer`"), "{said}");
}

#[test]
fn a_default_of_a_shared_type_fits_one_of_the_forms() {
    // As JSON it is text and no number; as a part of a form it is a number.
    let said = |default: &str| {
        let api = format!("types:\n  Count:\n    type: integer\n    default: {default}\n");
        let body = "  media_type: multipart/form-data\n  fields:\n    a:\n      type: Count";
        Specs::new().api(&api).body(body).said()
    };
    assert_eq!((said("3"), said("'3'")), (String::new(), String::new()));
    assert!(said("x").starts_with("value-breaks"), "{}", said("x"));
}

#[test]
fn a_value_that_means_none_where_all_is_text() {
    let form = |none: &str| {
        let field = format!("    a:\n      type: integer\n      none_value: {none}");
        Specs::new().body(&format!("  media_type: multipart/form-data\n  fields:\n{field}")).said()
    };
    for scalar in ["''", "none", "0", "false"] {
        assert_eq!(form(scalar), "", "{scalar}");
    }
    for other in ["[]", "{}", "null"] {
        assert!(form(other).starts_with("value-breaks: the none_value "), "{other}: {}", form(other));
    }
}

#[test]
fn lengths_that_just_fit_a_format() {
    for (of, fits) in [
        ("type: uuid\n  max_length: 36", true),
        ("type: uuid\n  max_length: 35", false),
        ("type: uuid\n  min_length: 36", true),
        ("type: uuid\n  min_length: 37", false),
        ("type: date\n  max_length: 10", true),
        ("type: date-time\n  max_length: 19", false),
        ("type: date-time\n  max_length: 20", true),
        ("type: date\n  max_length: 9", false),
        ("type: date\n  min_length: 11", false),
        ("type: local-date-time\n  max_length: 18", false),
        ("type: local-date-time\n  min_length: 20", false),
        ("type: email\n  max_length: 2", false),
        ("type: email\n  max_length: 3", true),
        ("type: email\n  min_length: 2\n  max_length: 2", false),
        ("type: uri\n  max_length: 2", true),
        ("type: uri\n  max_length: 1", false),
        ("type: uri\n  min_length: 1000", true),
        ("type: string\n  pattern: '^a{3}$'\n  min_length: 3\n  max_length: 3", true),
        ("type: string\n  pattern: '^a{3}$'\n  min_length: 4", false),
        ("type: string\n  pattern: '^a{3}$'\n  min_length: 4\n  length_unit: utf16", true),
        ("type: string\n  pattern: '^a{3}$'\n  min_length: 7\n  length_unit: utf16", false),
        ("type: string\n  pattern: '^a{3}$'\n  min_length: 13\n  length_unit: bytes", false),
    ] {
        let told = titles(&format!("a:\n  {of}"));
        assert_eq!(told.is_empty(), fits, "{of}: {told:?}");
        assert!(told.iter().all(|title| title.starts_with("never-satisfied: no text meets")), "{of}: {told:?}");
    }
    // Reversed bounds are told as such, and nothing else.
    assert_eq!(titles("a:\n  type: string\n  pattern: '^a{3}$'\n  min_length: 5\n  max_length: 2").len(), 1);
}

#[test]
fn tags_of_every_kind() {
    let field = |key: &str, field: &str| {
        let of = format!(
            "a:\n  tag: kind\n  one_of:\n    {key}:\n      fields:\n        kind:\n          {field}\n    other: object"
        );
        titles(&of)
    };
    for (key, holds) in [
        ("card", "type: string"),
        ("card", "enum: [card, cash]"),
        ("card", "type: string\n          open: true\n          enum: [cash]"),
        ("card", "const: card"),
        ("1", "type: integer"),
        ("1", "type: number"),
        ("1", "enum: [1, 2]"),
        ("18446744073709551615", "type: uint64"),
        ("1.5", "type: number"),
        ("true", "type: boolean"),
        ("true", "const: true"),
        ("'\"1\"'", "type: string"),
        ("card", "type: any"),
    ] {
        assert_eq!(field(key, holds), [""; 0], "{key}: {holds}");
    }
    for (key, never) in [
        ("card", "type: integer"),
        ("card", "type: boolean"),
        ("card", "type: number"),
        ("card", "type: string[]"),
        ("card", "enum: [cash]"),
        ("card", "const: cash"),
        ("1", "type: string"),
        ("1", "enum: [2, 3]"),
        ("1.5", "type: integer"),
        ("true", "const: false"),
        ("true", "type: string"),
    ] {
        let told = field(key, never);
        let key = key.trim_matches('\'');
        let title =
            format!("tag-contradicts: the field `kind` of the variant `{key}` of `a` never has the value `{key}`");
        assert_eq!(told, [title], "{key}: {never}");
    }
    let said = fields(
        "a:\n  tag: kind\n  one_of:\n    1:\n      fields:\n        kind:\n          type: string\n    b: object",
    );
    assert!(said.contains("the text is `'\"1\"'`"), "{said}");
    let said = fields(
        "a:\n  tag: kind\n  one_of:\n    x:\n      fields:\n        kind:\n          type: integer\n    b: object",
    );
    assert!(!said.contains("the text is"), "{said}");
}

#[test]
fn of_keys_that_are_no_text_one_message_tells() {
    let query = "method: GET\npath: /orders\nquery_parameters:\n  a:\n    values: string\n    keys: string[]\nresponses:\n  success: {}\n";
    let said = Specs::new().endpoint(query).said();
    let of_keys: Vec<_> = said.lines().filter(|line| !line.starts_with(' ') && line.contains("key")).collect();
    assert_eq!(of_keys, ["constraint-not-for-type: a key of `a` is a list, and keys are text"], "{said}");
    let said = fields("a:\n  values: string\n  keys:\n    type: string\n    none_value: 5");
    assert_eq!(
        said.lines().filter(|line| !line.starts_with(' ')).collect::<Vec<_>>(),
        ["key-not-here: `none_value` cannot be said of a key of `a`"]
    );
}

#[test]
fn a_value_of_a_shared_type_breaks_what_it_breaks_in_json() {
    let types = "types:\n  Word:\n    type: string\n    pattern: '^[a-z]$'\n    default: 5\n";
    let said = Specs::new().api(types).said();
    assert!(said.contains("breaks `type`"), "{said}");
}
