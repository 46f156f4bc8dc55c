//! Messages about values: another kind than asked for, unknown words and types, texts that YAML reads otherwise.

use super::{Slot, is_nothing, mend};
use crate::diagnostic::{Diagnostic, Id, lookalike};
use crate::spec::foreign::{self, Ours};
use crate::spec::nearest::nearest;
use crate::spec::scalar::{self, Reading};
use crate::spec::table::{Kind, Words};
use crate::spec::type_expression::{BuiltIn, LATER_BUILT_INS, MAX_LISTS, TypeError, TypeExpression};
use crate::yaml::{Node, NodeKind};

/// Another kind of value than the key asks for; `text` is that of the file.
pub(super) fn wrong_kind(node: &Node, kind: &Kind, slot: &Slot, text: &str) -> Diagnostic {
    let nothing = matches!(&node.kind, NodeKind::Scalar(scalar) if is_nothing(scalar));
    let title = format!("{} asks for {}", slot.name, kind.expected());
    // Where nothing stands there is nothing to point at but the key.
    let place = if nothing { slot.place } else { node.place };
    mend::mend(Diagnostic::new(Id::WrongKind, title).at(place, found(node)), node, kind, slot, text)
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

/// A word that is none of those asked for; `whole` is all that the key asks for, `source` the text of the file.
pub(super) fn bad_word(node: &Node, text: &str, words: &Words, whole: &Kind, slot: &Slot, source: &str) -> Diagnostic {
    if let Some(near) = nearest(text, words.now.iter().chain(words.not_yet).copied()) {
        return Diagnostic::new(Id::BadWord, format!("`{text}` is no word for {}", slot.name))
            .at(node.place, "")
            .meant(node.place, near)
            .help(format!("{} asks for {}", slot.name, whole.expected()));
    }
    if let Kind::OneOf(kinds) = whole
        && let Some(list) = kinds.iter().find(|kind| matches!(kind, Kind::List(_)))
    {
        let diagnostic = Diagnostic::new(Id::WrongKind, format!("{} asks for {}", slot.name, whole.expected()));
        return mend::mend(diagnostic.at(node.place, found(node)), node, list, slot, source);
    }
    Diagnostic::new(Id::BadWord, format!("`{text}` is no word for {}", slot.name)).at(node.place, "").help(format!(
        "{} asks for {}",
        slot.name,
        whole.expected()
    ))
}

/// What stands under `type` is no type.
pub(super) fn bad_type(node: &Node, text: &str, error: &TypeError) -> Diagnostic {
    let new = |id, title| Diagnostic::new(id, title).at(node.place, "");
    match error {
        TypeError::Malformed => {
            let diagnostic = new(Id::WrongKind, format!("`{text}` is no type"));
            let bare = lookalike::bare(text);
            if bare != text && TypeExpression::parse(&bare).is_ok() {
                return diagnostic.write(node.place, bare);
            }
            diagnostic.help(foreign::expression(text).unwrap_or_else(|| {
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
        TypeError::Unknown(name) => {
            unknown_type(new(Id::UnknownType, format!("there is no type `{name}`")), node, text, name)
        }
    }
}

fn unknown_type(diagnostic: Diagnostic, node: &Node, text: &str, name: &str) -> Diagnostic {
    let whole = |of: &str| text.replacen(name, of, 1);
    match foreign::of_type(name) {
        Some(Ours::Is(built_in)) => return diagnostic.write(node.place, whole(built_in.as_str())),
        Some(Ours::Said(hint)) => return diagnostic.help(hint),
        None => {}
    }
    // A capital within is more likely that of a name.
    if name == name.to_lowercase() {
        if let Some(near) = nearest(name, BuiltIn::ALL.iter().map(|built_in| built_in.as_str())) {
            return diagnostic.meant(node.place, whole(near));
        }
        if let Some(near) = nearest(name, LATER_BUILT_INS.iter().map(|built_in| built_in.name)) {
            return diagnostic.help(format!("did you mean `{near}`?"));
        }
    }
    let capital: String = name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect();
    diagnostic.help(format!("a type of your own begins with a capital, here as under `types`: `{capital}`"))
}

/// A text that is no date.
pub(super) fn bad_date(node: &Node, text: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(Id::BadDate, format!("`{text}` is no date of the calendar")).at(node.place, "");
    let order = "a date is written year, month, day:";
    match mend::date(text) {
        Some(date) => diagnostic.help(format!("{order} write `{date}`")).edit(node.place, date),
        None => diagnostic.help(format!("{order} `2026-11-21`")),
    }
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
