//! Pointers, rule ids, and what violations show.

use proptest::prelude::*;

use crate::runtime::{
    Check, Json, JsonObject, Object, ObjectWriter, Pointer, Record, RuleId, Section, Validate, Violations, from_json,
};

/// A text of at most three characters, and what nobody lists.
#[derive(Debug)]
struct Note {
    text: String,
}

impl Record for Note {
    fn read(object: &mut Object<'_>) -> Self {
        Self { text: object.take("text") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("text", &self.text);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("text", &self.text).max_length(3).email();
    }
}

#[test]
fn a_pointer_reaches_into_a_request() {
    for good in ["/body", "/body/a", "/headers/Accept-Language", "/path_parameters/id", "/body/a~1b~0c/0", "/body/"] {
        assert_eq!(good.parse::<Pointer>().unwrap(), good);
    }
    for bad in ["", "/", "body", "/bodyx", "/query/x", "/body/~", "/body/~2"] {
        assert!(bad.parse::<Pointer>().is_err(), "{bad}");
    }
    let item = Pointer::section(Section::Body).key("a/b").key("~").index(1);
    assert_eq!(item, "/body/a~1b/~0/1");
    let place = |text: &str| text.parse::<Pointer>().unwrap();
    assert!(item.is_within(&place("/body/a~1b")) && item.is_within(&place("/body")) && item.is_within(&item));
    assert!(!item.is_within(&place("/body/a~1")) && !item.is_within(&place("/headers")));
}

#[test]
fn rule_ids_are_read_as_they_are_written() {
    for id in RuleId::ALL {
        assert_eq!(id.to_string().parse(), Ok(id));
    }
    assert!(RuleId::ALL.is_sorted() && "patern".parse::<RuleId>().is_err());
}

#[test]
fn texts_of_people_are_shown_only_when_asked_for() {
    let violations = Note { text: "jan@ex ample, and a long text".into() }.violations();
    let shown = "/body/text: found 29 characters, allowed: at most 3 characters [max_length]; \
                 /body/text: found text of 29 characters, allowed: text of format email [format]";
    assert_eq!(violations.to_string(), shown);
    assert!(!format!("{violations:?}").contains("jan@"));
    assert!(format!("{violations:#}").contains(r#"found "jan@ex ample, and "…, allowed"#), "{violations:#}");
}

#[test]
fn foreign_names_stay_on_one_line_and_are_not_endless() {
    let (note, found) = from_json::<Note>(r#"{"text":"","\u001b[31m\n\u202e":1}"#).unwrap();
    assert_eq!(note.text, "");
    assert_eq!(
        found.to_string(),
        "/body/\\u{1b}[31m\\u{a}\\u{202e}: found an integer, allowed: no such field [unknown_field]"
    );

    let mut fields: JsonObject =
        (0..1000).map(|index| (format!("{index}{}", "x".repeat(100_000)), Json::Null)).take(300).collect();
    fields.insert("text", "");
    let (_, found) = from_json::<Note>(&Json::from(fields).to_string()).unwrap();
    assert_eq!((found.len(), found.omitted()), (100, 200));
    let shown = found.to_string();
    assert!(shown.len() < 5000 && shown.ends_with("; and 290 more"), "{shown}");
}

#[test]
fn lists_have_pointers_to_their_items() {
    let notes = vec![Note { text: "a@b".into() }, Note { text: "x".into() }];
    let found: Violations = notes.violations();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].pointer, "/body/1/text");
}

proptest! {
    #[test]
    fn what_is_shown_has_no_controls(name in any::<String>()) {
        let shown = Pointer::section(Section::Body).key(&name).to_string();
        let controls = |character: char| character.is_control() || matches!(character, '\u{202a}'..='\u{202e}');
        prop_assert!(!shown.contains(controls), "{}", shown);
    }
}
