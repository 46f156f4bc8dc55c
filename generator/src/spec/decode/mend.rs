//! Ways out for values of another kind than asked for: what to write in their place.

use super::written::{comment, quoted};
use super::{Slot, is_nothing};
use crate::diagnostic::{Diagnostic, Place, Span, lookalike};
use crate::runtime::format;
use crate::spec::foreign;
use crate::spec::number::in_text;
use crate::spec::table::{At, Key, Kind};
use crate::spec::type_expression::TypeExpression;
use crate::yaml::{Node, NodeKind, Scalar, Style};

/// Adds the way out to what is said of a value; `text` is that of the file.
pub(super) fn mend(diagnostic: Diagnostic, node: &Node, kind: &Kind, slot: &Slot, text: &str) -> Diagnostic {
    match &node.kind {
        NodeKind::Scalar(scalar) if is_nothing(scalar) => nothing(diagnostic, node, kind, slot, text),
        NodeKind::Scalar(scalar) => of_scalar(diagnostic, node, scalar, kind, slot, text),
        NodeKind::Sequence(items) => of_sequence(diagnostic, node, items, kind, slot, text),
        NodeKind::Mapping(_) => of_mapping(diagnostic, node, kind, slot, text),
    }
}

fn nothing(diagnostic: Diagnostic, node: &Node, kind: &Kind, slot: &Slot, text: &str) -> Diagnostic {
    if let Some(cut) = comment(text, node.place.span.end)
        && matches!(kind, Kind::Text | Kind::Value)
    {
        let place = Place { span: cut, ..node.place };
        let quoted = quoted(&text[cut.start..cut.end]);
        return diagnostic
            .at(place, "YAML reads this as a comment")
            .help(format!("if it is the text, write `{quoted}`"))
            .edit(place, quoted);
    }
    match kind {
        Kind::Block(At::Half) => diagnostic.help("write `why` below, and the facts that hold"),
        Kind::Block(At::Entry | At::Type | At::Response) | Kind::Short(..) => {
            let name = slot.name.trim_matches('`');
            diagnostic.help(format!("write `{name}: {{}}` where only the name is known")).edit(node.place, " {}")
        }
        Kind::Block(_) => diagnostic.help("write its keys below, each on a line of its own"),
        Kind::Map(_) => diagnostic.help("leave the key out, or write `{}`"),
        Kind::List(_) => diagnostic.help("leave the key out, or write `[]`"),
        Kind::Text => diagnostic.help("`''` is the empty text; where nothing is known, leave the key out"),
        Kind::Value => {
            diagnostic.help("`''` is the empty text, `null` is null; where nothing is known, leave the key out")
        }
        _ => diagnostic.help("where nothing is known, leave the key out"),
    }
}

fn of_scalar(diagnostic: Diagnostic, node: &Node, scalar: &Scalar, kind: &Kind, slot: &Slot, text: &str) -> Diagnostic {
    let value = scalar.text.as_str();
    match kind {
        Kind::Flag | Kind::True | Kind::False => flag(diagnostic, node, value, kind),
        Kind::Integer | Kind::Number | Kind::Bound => match in_text(value) {
            Some(number) if *kind != Kind::Integer || number.bytes().all(|byte| byte.is_ascii_digit()) => {
                diagnostic.help(format!("write `{number}`{}", without(value, scalar))).edit(node.place, number)
            }
            _ => diagnostic.help("where the page gives no number, leave the key out"),
        },
        Kind::Block(at) | Kind::Short(at, _) => block(diagnostic, node, value, *at, slot, text),
        Kind::Map(Kind::Block(at) | Kind::Short(at, _)) => match chief(*at, value) {
            Some(pair) => diagnostic.help(format!("write a name of your own below, and `{pair}` below that")),
            None => diagnostic.help("write names below, each with its keys below it"),
        },
        Kind::List(_) => listed(diagnostic, node, value, text),
        Kind::Value => diagnostic.help("a value is a text, a number, `true`, `false`, `null`, `[]` or `{}`"),
        _ => diagnostic,
    }
}

/// What is left out of the spelling of a number.
fn without(value: &str, scalar: &Scalar) -> &'static str {
    if scalar.style != Style::Plain {
        ", without quotes"
    } else if value.contains(char::is_alphabetic) {
        ", without a unit"
    } else {
        ""
    }
}

fn flag(diagnostic: Diagnostic, node: &Node, value: &str, kind: &Kind) -> Diagnostic {
    let meant = match lookalike::bare(value).to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "y" | "x" | "1" | "required" | "mandatory" | "always" => true,
        "false" | "no" | "off" | "n" | "0" | "optional" | "never" => false,
        _ => return diagnostic.help("write `true` or `false` where the page says it; else leave the key out"),
    };
    match (kind, meant) {
        (Kind::True, false) | (Kind::False, true) => diagnostic.help("leave the key out"),
        _ => diagnostic.help(format!("write `{meant}`, without quotes")).edit(node.place, meant.to_string()),
    }
}

/// A text where a block of keys is asked for.
fn block(diagnostic: Diagnostic, node: &Node, value: &str, at: At, slot: &Slot, text: &str) -> Diagnostic {
    if let Some((key, rest)) = value.split_once(':')
        && Key::parse(key).is_some_and(|key| key.row().site(at).is_some())
    {
        let pair = format!("{key}: {}", rest.trim_start());
        return diagnostic.help(format!("a blank is missing behind the `:`: write `{pair}`")).edit(node.place, pair);
    }
    match chief(at, value) {
        Some(pair) => {
            let diagnostic = diagnostic.help(format!("write `{pair}` below, on a line of its own"));
            below(diagnostic, node, slot, &pair, text)
        }
        None => diagnostic.help("write its keys below, each on a line of its own"),
    }
}

/// The key that a text most likely stands under, in a block of keys.
fn chief(at: At, value: &str) -> Option<String> {
    let key = match at {
        At::Entry | At::Type | At::Body if TypeExpression::parse(value).is_ok() => Key::Type,
        At::Entry | At::Type | At::Body => {
            return Some(match foreign::built_in(value) {
                Some(of) => format!("type: {}", of.as_str()),
                None => format!("const: {value}"),
            });
        }
        At::Server => Key::Url,
        At::Page | At::Source => Key::Address,
        At::Credential if matches!(value, "Bearer" | "Basic" | "bearer" | "basic") => Key::Scheme,
        At::Credential => Key::Header,
        At::Crate => Key::Name,
        At::Response => Key::Doc,
        _ => return None,
    };
    Some(format!("{}: {value}", key.as_str()))
}

/// Moves a pair below the key that it belongs to.
fn below(diagnostic: Diagnostic, node: &Node, slot: &Slot, pair: &str, text: &str) -> Diagnostic {
    let Span { start, end } = Span { start: slot.place.span.end, end: node.place.span.end };
    let Some(":") = text.get(start..node.place.span.start).map(str::trim) else { return diagnostic };
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let deeper = slot.place.span.start - line + 2;
    let place = Place { span: Span { start: start + 1, end }, ..node.place };
    diagnostic.edit(place, format!("\n{}{pair}", " ".repeat(deeper)))
}

/// Items in one text.
fn listed(diagnostic: Diagnostic, node: &Node, value: &str, text: &str) -> Diagnostic {
    let way = "each item on a line of its own, behind `- `: a hyphen and a blank";
    let is_bullet =
        |char: char| matches!(char, '-' | '*' | '+') || lookalike::of(char).is_some_and(|one| one.plain == "-");
    let written = text.get(node.place.span.start..node.place.span.end).unwrap_or_default();
    let items: Vec<&str> =
        if written.starts_with(is_bullet) && written.lines().all(|line| line.trim().starts_with(is_bullet)) {
            written.lines().map(|line| line.trim().trim_start_matches(is_bullet).trim()).collect()
        } else if written.contains('\n') {
            return diagnostic;
        } else {
            value.split([',', '|', ';']).map(str::trim).collect()
        };
    let is_plain = |item: &&str| {
        item.starts_with(|char: char| char.is_alphanumeric())
            && item.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '-' | '.' | ' '))
    };
    if !items.iter().all(is_plain) {
        return diagnostic.help(format!("write {way}"));
    }
    let list = format!("[{}]", items.join(", "));
    diagnostic.help(format!("write `{list}`, or {way}")).edit(node.place, list)
}

fn of_sequence(
    diagnostic: Diagnostic,
    node: &Node,
    items: &[Node],
    kind: &Kind,
    slot: &Slot,
    text: &str,
) -> Diagnostic {
    match kind {
        Kind::Flag if slot.name == "`required`" => {
            diagnostic.help("write `required: true` in each field that is listed here, and remove this line")
        }
        Kind::Map(_) | Kind::Block(_) | Kind::Short(..) => match items.first().and_then(name) {
            Some(name) => {
                diagnostic.help(format!("write `{name}:` in place of `- name: {name}`, and the keys below it"))
            }
            None if slot.name == "`values`" => diagnostic.help("the values that are listed stand under `enum`"),
            None => diagnostic.help("write names with `:` in place of items with `- `"),
        },
        Kind::Type => {
            let types: Vec<&str> = items.iter().filter_map(scalar).collect();
            match (types.as_slice(), foreign::expression(&types.join(" | "))) {
                ([item], _) if TypeExpression::parse(item).is_ok() => diagnostic.write(node.place, format!("{item}[]")),
                (_, Some(said)) => diagnostic.help(said),
                _ => diagnostic.help("one type stands here"),
            }
        }
        Kind::Text => collection(diagnostic, node, slot, text),
        Kind::Value => diagnostic.help("a value is a text, a number, `true`, `false`, `null`, `[]` or `{}`"),
        _ => match items {
            [item] if scalar(item).is_some() => {
                let item = scalar(item).unwrap_or_default();
                diagnostic.help(format!("write `{item}` without brackets or `- `"))
            }
            _ => diagnostic,
        },
    }
}

/// The name that an item of a list gives.
fn name(item: &Node) -> Option<&str> {
    let NodeKind::Mapping(entries) = &item.kind else { return None };
    entries.iter().find(|entry| entry.key.value == "name").and_then(|entry| scalar(&entry.value))
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.kind {
        NodeKind::Scalar(scalar) => Some(&scalar.text),
        NodeKind::Sequence(_) | NodeKind::Mapping(_) => None,
    }
}

fn of_mapping(diagnostic: Diagnostic, node: &Node, kind: &Kind, slot: &Slot, text: &str) -> Diagnostic {
    match kind {
        Kind::Text => collection(diagnostic, node, slot, text),
        Kind::List(Kind::Name) => diagnostic.help("write the names alone, each behind `- `; what they stand for is api.yaml's"),
        Kind::List(_) => diagnostic.help("write each item on a line of its own, behind `- `"),
        Kind::Value if slot.name.ends_with("item of `enum`") => {
            diagnostic.help("a text that holds `: ` has quotes; or leave out each `- `: `enum` may be a map, from values to what they mean")
        }
        Kind::Value => diagnostic.help("a value is a text, a number, `true`, `false`, `null`, `[]` or `{}`"),
        _ => diagnostic,
    }
}

/// A text that YAML reads as a map or a list.
fn collection(diagnostic: Diagnostic, node: &Node, slot: &Slot, text: &str) -> Diagnostic {
    let written = text.get(node.place.span.start..node.place.span.end).unwrap_or_default();
    if slot.name == "`body`" {
        let behind = slot.place.span.end + 1;
        let diagnostic = diagnostic.help("write `body: |`, and below it the sample as the page has it, indented");
        return if written.starts_with(['{', '['])
            && text.get(behind..node.place.span.start).is_some_and(|gap| gap.contains('\n'))
        {
            diagnostic.edit(Place { span: Span { start: behind, end: behind }, ..node.place }, " |")
        } else if written.starts_with(['{', '[']) && !written.contains('\n') {
            diagnostic.edit(node.place, quoted(written))
        } else {
            diagnostic
        };
    }
    if written.starts_with(['{', '[']) && !written.contains('\n') {
        let quoted = quoted(written);
        return diagnostic.help(format!("quote the text: write `{quoted}`")).edit(node.place, quoted);
    }
    diagnostic.help("quote the text, or write it below `|`, indented")
}

/// The date that a text means where its order can be told.
pub(super) fn date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let [a, b, c] =
        <[u32; 3]>::try_from(parts.iter().map_while(|part| part.parse().ok()).collect::<Vec<u32>>()).ok()?;
    let (year, month, day) = match (a, b, c) {
        (year @ 1000.., month, day) => (year, month, day),
        (day, month, year) if text.contains('.') || day > 12 => (year, month, day),
        (month, day @ 13.., year) => (year, month, day),
        _ => return None,
    };
    let date = format!("{year:04}-{month:02}-{day:02}");
    format::is_date(&date).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn a_date_is_told_where_its_order_can_be() {
        for (text, meant) in [
            ("21.11.2026", Some("2026-11-21")),
            ("11/21/2026", Some("2026-11-21")),
            ("21/11/2026", Some("2026-11-21")),
            ("2026/11/21", Some("2026-11-21")),
            ("2026-11-31", None),
            ("03/04/2026", None),
            ("today", None),
        ] {
            assert_eq!(date(text).as_deref(), meant, "{text}");
        }
    }
}
