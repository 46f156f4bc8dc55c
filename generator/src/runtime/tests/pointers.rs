//! Pointers, rule ids, and what violations show.

use proptest::prelude::*;

use crate::runtime::{
    Check, Deviation, Found, Json, JsonObject, Object, ObjectWriter, Pointer, Record, RuleId, Section, Validate,
    Violations, from_json, is_framing_header, is_reserved_header,
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

#[test]
fn a_deviation_says_what_differs_and_leaves_texts_of_people_out() {
    let broken = Note { text: "jan@ex ample".into() }.violations().iter().next().unwrap().clone();
    for (deviation, words) in [
        (Deviation::UnknownStatus(418), "status 418 is not documented"),
        (Deviation::MediaType("text/\u{1b}x".to_owned()), "media type text/\\u{1b}x is not documented"),
        (Deviation::UnexpectedBody, "a body is not documented"),
        (Deviation::More(3), "and 3 more"),
        (Deviation::Broken(broken), "/body/text: found 12 characters, allowed: at most 3 characters [max_length]"),
    ] {
        assert_eq!(deviation.to_string(), words);
    }
    let found = Found::text("jan@example");
    assert_eq!((format!("{found:?}"), format!("{found:#}")), (found.to_string(), "\"jan@example\"".to_owned()));
}

#[test]
fn what_is_kept_of_a_media_type_has_an_end() {
    let long = "x".repeat(1000);
    let Deviation::MediaType(kept) = Deviation::media_type(long.as_bytes()) else { panic!("another deviation") };
    assert_eq!((kept.len(), kept.ends_with('…')), (203, true));
    assert_eq!(Deviation::media_type(b"text/html"), Deviation::MediaType("text/html".to_owned()));
}

#[test]
fn headers_that_follow_from_the_message_are_nobody_s_to_set() {
    for (name, framing, reserved) in [
        ("Host", true, true),
        ("transfer-encoding", true, true),
        ("Accept", false, true),
        ("user-agent", false, true),
        ("X-Host", false, false),
        ("authorization", false, false),
    ] {
        assert_eq!((is_framing_header(name), is_reserved_header(name)), (framing, reserved), "{name}");
    }
}
