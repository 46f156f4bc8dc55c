//! Messages about values: another kind than asked for, unknown words and types, texts that YAML reads otherwise.

use super::{Slot, is_nothing};
use crate::diagnostic::{Diagnostic, Id};
use crate::spec::nearest::nearest;
use crate::spec::scalar::{self, Reading};
use crate::spec::table::{At, Kind, Words};
use crate::spec::type_expression::{BuiltIn, LATER_BUILT_INS, MAX_LISTS, TypeError, TypeExpression};
use crate::yaml::{Node, NodeKind, Style};

/// What other languages call a type.
const ELSEWHERE: &[(&str, &str)] = &[
    ("array", "a list is written with `[]` behind the type of its items: `string[]`"),
    ("bigint", "`int64` is a whole number of 64 bits"),
    ("bool", "did you mean `boolean`?"),
    ("datetime", "did you mean `date-time`?"),
    ("dict", "`object` is an object of any fields"),
    ("int", "did you mean `integer`?"),
    ("list", "a list is written with `[]` behind the type of its items: `string[]`"),
    ("long", "`int64` is a whole number of 64 bits"),
    ("map", "`object` is an object of any fields"),
    ("null", "`nullable: true` says that it may be null"),
    ("str", "did you mean `string`?"),
    ("text", "did you mean `string`?"),
    ("timestamp", "`epoch-seconds` is a number of seconds, `date-time` a text by RFC 3339"),
];

/// Another kind of value than the key asks for.
pub(super) fn wrong_kind(node: &Node, kind: &Kind, slot: &Slot) -> Diagnostic {
    let nothing = matches!(&node.kind, NodeKind::Scalar(scalar) if is_nothing(scalar));
    let title = format!("{} asks for {}", slot.name, kind.expected());
    // Where nothing stands there is nothing to point at but the key.
    let place = if nothing { slot.place } else { node.place };
    let diagnostic = Diagnostic::new(Id::WrongKind, title).at(place, found(node));
    match way_out(node, kind) {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

fn found(node: &Node) -> String {
    match &node.kind {
        NodeKind::Mapping(_) => "here is a map".to_owned(),
        NodeKind::Sequence(_) => "here is a list".to_owned(),
        NodeKind::Scalar(scalar) if is_nothing(scalar) => "nothing stands here".to_owned(),
        NodeKind::Scalar(scalar) => match scalar::read(scalar) {
            Reading::Value(serde_json::Value::Number(_)) | Reading::TooPrecise => "this is a number".to_owned(),
            Reading::Value(serde_json::Value::Bool(value)) => format!("this is `{value}`"),
            Reading::Value(_) | Reading::Ambiguous(_) | Reading::Nothing => "this is a text".to_owned(),
        },
    }
}

fn way_out(node: &Node, kind: &Kind) -> Option<String> {
    let fixed = |text: &str| Some(text.to_owned());
    match (kind, &node.kind) {
        (_, NodeKind::Scalar(scalar)) if is_nothing(scalar) => fixed(out_of_nothing(kind)),
        (Kind::Flag | Kind::True | Kind::False, NodeKind::Scalar(scalar)) => Some(flag(kind, &scalar.text)),
        (Kind::Integer | Kind::Number, NodeKind::Scalar(scalar)) if scalar.style != Style::Plain => {
            fixed("write the number without quotes")
        }
        (Kind::Integer, NodeKind::Scalar(scalar)) => whole(&scalar.text).map(|number| format!("write `{number}`")),
        (Kind::Block(at), NodeKind::Scalar(scalar)) => match TypeExpression::parse(&scalar.text) {
            Ok(expression) if matches!(at, At::Entry | At::Type) => Some(format!("write `type: {expression}` below")),
            _ => fixed("write its keys below, each on a line of its own"),
        },
        (Kind::List(_), NodeKind::Scalar(_)) => fixed("write each item on a line of its own, behind `- `"),
        (Kind::Map(_) | Kind::Block(_) | Kind::Short(..), NodeKind::Sequence(_)) => {
            fixed("write keys with `:` in place of items with `- `")
        }
        (Kind::Value, _) => fixed("a value is a text, a number, `true`, `false`, `null`, `[]` or `{}`"),
        _ => None,
    }
}

fn out_of_nothing(kind: &Kind) -> &'static str {
    match kind {
        Kind::Block(At::Half) => "write `why` below, and the facts that hold",
        Kind::Block(At::Entry | At::Type | At::Response) | Kind::Short(..) => {
            "`{}` is one of which only the name is known"
        }
        Kind::Block(_) => "write its keys below, each on a line of its own",
        Kind::Map(_) => "leave the key out, or write `{}`",
        Kind::List(_) => "leave the key out, or write `[]`",
        Kind::Text => "`''` is the empty text; where nothing is known, leave the key out",
        Kind::Value => "`''` is the empty text, `null` is null; where nothing is known, leave the key out",
        _ => "where nothing is known, leave the key out",
    }
}

fn flag(kind: &Kind, text: &str) -> String {
    let meant = match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "y" | "1" => true,
        "false" | "no" | "off" | "n" | "0" => false,
        _ => return "where nothing is known, leave the key out".to_owned(),
    };
    match (kind, meant) {
        (Kind::True, false) | (Kind::False, true) => "leave the key out".to_owned(),
        _ => format!("write `{meant}`, without quotes"),
    }
}

/// The whole number that a text of another spelling stands for.
fn whole(text: &str) -> Option<u64> {
    text.replace('_', "").strip_suffix(".0").map_or_else(|| text.replace('_', ""), str::to_owned).parse().ok()
}

/// A form that this version does not read.
pub(super) fn not_yet(node: &Node, slot: &Slot) -> Diagnostic {
    let form = if matches!(node.kind, NodeKind::Sequence(_)) { "a list" } else { "this form" };
    Diagnostic::new(Id::NotYet, format!("{form} under {} is not read by this version", slot.name))
        .at(node.place, "")
        .help("a map with a `tag` is: from the tag's value to what the object holds then")
        .help("until then leave the shape open with `type: any`, and say it in words under `doc`")
}

/// A word of the language that this version does not read.
pub(super) fn word_not_yet(node: &Node, text: &str, words: &Words, slot: &Slot) -> Diagnostic {
    Diagnostic::new(Id::NotYet, format!("`{text}` under {} is not read by this version", slot.name))
        .at(node.place, "")
        .help(format!("this version reads {}", words.listed()))
}

/// A word that is none of those asked for; `whole` is all that the key asks for.
pub(super) fn bad_word(node: &Node, text: &str, words: &Words, whole: &Kind, slot: &Slot) -> Diagnostic {
    let diagnostic = Diagnostic::new(Id::BadWord, format!("`{text}` is no word for {}", slot.name)).at(node.place, "");
    let diagnostic = match nearest(text, words.now.iter().chain(words.not_yet).copied()) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    };
    diagnostic.help(format!("{} asks for {}", slot.name, whole.expected()))
}

/// What stands under `type` is no type.
pub(super) fn bad_type(node: &Node, text: &str, error: &TypeError) -> Diagnostic {
    let new = |id, title| Diagnostic::new(id, title).at(node.place, "");
    match error {
        TypeError::Malformed => {
            new(Id::WrongKind, format!("`{text}` is no type")).help(in_our_words(text).unwrap_or_else(|| {
                "a type is a built-in or a named type, with `[]` behind it for a list: `ObjectId[]`".to_owned()
            }))
        }
        TypeError::TooDeep => new(Id::YamlLimit, format!("more than {MAX_LISTS} lists within each other")),
        TypeError::NotYet(built_in) => {
            let diagnostic = new(Id::NotYet, format!("the type `{}` is not read by this version", built_in.name));
            match built_in.meanwhile {
                Some(other) => diagnostic
                    .help(format!("until then write `{}`, and the rest in words under `unenforced`", other.as_str())),
                None => diagnostic.help("until then leave the thing out, and say it in words under `doc`"),
            }
        }
        TypeError::Unknown(name) => unknown_type(new(Id::UnknownType, format!("there is no type `{name}`")), name),
    }
}

/// How the language says what a type of other notations says: `string | null`, `string?`, `[]string`, `List<string>`.
fn in_our_words(text: &str) -> Option<String> {
    let inside = |open, close| {
        let (before, item) = text.strip_suffix(close)?.split_once(open)?;
        (before.is_empty() || before.chars().all(char::is_alphabetic)).then_some(item)
    };
    let item = text.strip_prefix("[]").or_else(|| inside('<', '>')).or_else(|| inside('[', ']'));
    let spaced = || text.strip_suffix("[]").filter(|item| item.ends_with(' '));
    if let Some(item) = item.or_else(spaced).map(str::trim).filter(|item| TypeExpression::parse(item).is_ok()) {
        return Some(format!("a list has `[]` behind the type of its items: `{item}[]`"));
    }
    if let Some(of) = text.strip_suffix('?') {
        return Some(format!(
            "what may be null has `nullable: true` beside `type: {of}`; what may be absent is not `required`"
        ));
    }
    let (nulls, others): (Vec<&str>, Vec<&str>) = text.split('|').map(str::trim).partition(|of| *of == "null");
    match (nulls.as_slice(), others.as_slice()) {
        (_, [_]) if nulls.is_empty() => None,
        (_, [of]) => Some(format!("null is said by a key of its own: `nullable: true` beside `type: {of}`")),
        _ if text.contains('|') => {
            Some("one type stands here; `one_of` lists several, told apart by the field `tag`".to_owned())
        }
        _ => None,
    }
}

fn unknown_type(diagnostic: Diagnostic, name: &str) -> Diagnostic {
    let folded = name.to_ascii_lowercase();
    if let Some((_, hint)) = ELSEWHERE.iter().find(|(other, _)| *other == folded) {
        return diagnostic.help(*hint);
    }
    let known = BuiltIn::ALL
        .iter()
        .map(|built_in| built_in.as_str())
        .chain(LATER_BUILT_INS.iter().map(|built_in| built_in.name));
    let diagnostic = match nearest(name, known) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    };
    let capital: String = name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect();
    diagnostic.help(format!("a type of your own stands under `types`, and begins with a capital: `{capital}`"))
}

/// A text that is no date.
pub(super) fn bad_date(node: &Node, text: &str) -> Diagnostic {
    Diagnostic::new(Id::BadDate, format!("`{text}` is no date of the calendar"))
        .at(node.place, "")
        .help("a date is written year, month, day: `2026-11-21`")
}

/// A text that only YAML reads as another value.
pub(super) fn ambiguous(node: &Node, text: &str, as_json: Option<&str>) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(Id::AmbiguousScalar, format!("`{text}` can be read as a text or as another value"))
            .at(node.place, "")
            .help(format!("for the text write `'{text}'`"));
    match as_json {
        Some(json) => diagnostic.help(format!("for the value write `{json}`")),
        None => diagnostic,
    }
}

/// A number whose digits would not survive.
pub(super) fn too_precise(node: &Node, text: &str) -> Diagnostic {
    Diagnostic::new(Id::NotYet, format!("`{text}` has more digits than this version keeps"))
        .at(node.place, "")
        .help("numbers are kept as whole numbers of 64 bits, or as floating-point numbers of 64 bits")
}
