//! From YAML to [`Block`]s, by the key table alone. A broken key does not stop the others.

mod key;
mod level;
mod mend;
mod misfit;
#[cfg(test)]
mod tests;
mod written;

use super::block::{Block, Item, Named, Value};
use super::scalar::{self, Reading};
use super::scope::Scope;
use super::table::{At, Key, Kind, Row, Silence, Site, Stage, TABLE, Words};
use super::type_expression::TypeExpression;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Span};
use crate::runtime::format;
use crate::yaml::{Entry, Node, NodeKind, Scalar, Spanned, Style};

/// Reads a block of the language. Everything that is wrong in it is found in one go; what is broken is left out of the
/// block, and its key listed in [`Block::broken`]. `None` if the node is no mapping. `text` is that of the node's file.
pub fn decode(node: &Node, at: At, text: &str, found: &mut Diagnostics) -> Option<Block> {
    let start = Place { span: Span { start: node.place.span.start, end: node.place.span.start }, ..node.place };
    let whole = match at {
        At::Endpoint => "this endpoint".to_owned(),
        _ => at.noun().to_owned(),
    };
    let name = if matches!(node.kind, NodeKind::Mapping(_)) { whole } else { "this file".to_owned() };
    Decoder { text, found }.block(node, Scope::of(at), &Slot { name, place: start })
}

/// What a key is in a scope; or why it cannot be used there, and which one was meant.
fn usable(row: &Row, place: Place, scope: Scope) -> Result<&'static Site, (Diagnostic, Option<Key>)> {
    match scope.site(row) {
        Some(site) if site.stage == Stage::Now => Ok(site),
        Some(_) => Err((key::not_yet(row, place, scope), None)),
        None if scope.in_half && row.is_half() => Err((key::nested(row, place), None)),
        None => Err(key::not_here(row, place, scope)),
    }
}

/// What a value is for, in messages: a key, an entry of a map, an item of a list.
struct Slot {
    name: String,
    /// Where the key or name stands.
    place: Place,
}

impl Slot {
    fn of(name: &str, place: Place) -> Self {
        Self { name: format!("`{name}`"), place }
    }
}

struct Decoder<'d> {
    /// The text of the file.
    text: &'d str,
    found: &'d mut Diagnostics,
}

impl Decoder<'_> {
    fn block(&mut self, node: &Node, scope: Scope, slot: &Slot) -> Option<Block> {
        let NodeKind::Mapping(entries) = &node.kind else {
            self.found.push(misfit::wrong_kind(node, &Kind::Block(scope.at), slot, self.text));
            return None;
        };
        let mut block = Block { at: scope.at, place: node.place, items: Vec::new(), broken: Vec::new() };
        if let Some(diagnostic) = level::fields(entries, scope) {
            self.found.push(diagnostic);
            block.broken.push(Key::Fields);
            return Some(block);
        }
        for entry in entries {
            let before = self.found.iter().len();
            let Some(row) = TABLE.iter().find(|row| row.name == entry.key.value) else {
                let (diagnostic, meant) = key::unknown(entry, scope);
                self.found.push(diagnostic);
                block.broken.extend(meant);
                continue;
            };
            match usable(row, entry.key.place, scope) {
                Ok(site) => {
                    let slot = Slot::of(row.name, entry.key.place);
                    if let Some(value) = self.value(&entry.value, &site.kind, scope, &slot) {
                        let (key_place, place) = (entry.key.place, entry.value.place);
                        block.items.push(Item { key: row.key, key_place, place, style: style(&entry.value), value });
                    }
                }
                Err((diagnostic, meant)) => {
                    self.found.push(diagnostic);
                    block.broken.extend(meant);
                }
            }
            if self.found.iter().len() > before {
                block.broken.push(row.key);
            }
        }
        self.missing(&block, slot);
        Some(block)
    }

    fn missing(&mut self, block: &Block, slot: &Slot) {
        let asked = |row: &&Row| {
            row.site(block.at).is_some_and(|site| site.stage == Stage::Now && site.silence == Silence::Error)
        };
        for row in TABLE.iter().filter(asked) {
            if block.get(row.key).is_none() && !block.broken.contains(&row.key) {
                self.found.push(key::missing(row, block.at, slot));
            }
        }
    }

    fn value(&mut self, node: &Node, kind: &Kind, scope: Scope, slot: &Slot) -> Option<Value> {
        match (kind, &node.kind) {
            (Kind::Block(at), _) | (Kind::Short(at, _), NodeKind::Mapping(_)) => {
                self.block(node, scope.inner(*at), slot).map(Value::Block)
            }
            (Kind::Short(at, key), NodeKind::Scalar(_)) => {
                let kind = &key.row().site(*at)?.kind;
                let value = self.value(node, kind, scope, slot)?;
                let item = Item { key: *key, key_place: node.place, place: node.place, style: style(node), value };
                Some(Value::Block(Block { at: *at, place: node.place, items: vec![item], broken: Vec::new() }))
            }
            (Kind::OneOf(kinds), _) => match kinds.iter().find(|kind| admits(kind, node)) {
                Some(inner) if matches!(inner, Kind::Word(_)) => self.word_or(node, inner, kind, slot),
                Some(inner) => self.value(node, inner, scope, slot),
                None => self.refuse(misfit::wrong_kind(node, kind, slot, self.text)),
            },
            (Kind::NotYet(_), _) => self.refuse(misfit::not_yet(node, slot)),
            (Kind::List(item), NodeKind::Sequence(nodes)) => Some(Value::List(self.list(nodes, item, scope, slot))),
            (Kind::Map(value), NodeKind::Mapping(entries)) => {
                if let Kind::Block(at) = value
                    && let Some(diagnostic) = level::names(entries, *at, slot)
                {
                    return self.refuse(diagnostic);
                }
                Some(Value::Map(self.map(entries, value, scope)))
            }
            (Kind::Value, NodeKind::Sequence(items)) if items.is_empty() => Some(Value::Json(serde_json::json!([]))),
            (Kind::Value, NodeKind::Mapping(entries)) if entries.is_empty() => Some(Value::Json(serde_json::json!({}))),
            (_, NodeKind::Scalar(scalar)) if !is_nothing(scalar) => self.scalar(node, scalar, kind, slot),
            _ => self.refuse(misfit::wrong_kind(node, kind, slot, self.text)),
        }
    }

    fn list(&mut self, nodes: &[Node], kind: &Kind, scope: Scope, slot: &Slot) -> Vec<Spanned<Value>> {
        let mut items = Vec::with_capacity(nodes.len());
        // One slip in each item of a list is told once.
        if let (Kind::Value, [first, _, ..]) = (kind, nodes)
            && nodes.iter().all(|node| matches!(&node.kind, NodeKind::Mapping(entries) if !entries.is_empty()))
        {
            let slot = Slot { name: format!("each item of {}", slot.name), place: first.place };
            self.found.push(misfit::wrong_kind(first, kind, &slot, self.text));
            return items;
        }
        for node in nodes {
            let slot = Slot { name: format!("an item of {}", slot.name), place: node.place };
            if let Some(value) = self.value(node, kind, scope, &slot) {
                items.push(Spanned { place: node.place, value });
            }
        }
        items
    }

    fn map(&mut self, entries: &[Entry], kind: &Kind, scope: Scope) -> Vec<Named> {
        let mut named = Vec::with_capacity(entries.len());
        for entry in entries {
            self.found.extend(written::hidden(&entry.key.value, entry.key.place, "the name", self.text));
            let slot = Slot::of(&entry.key.value, entry.key.place);
            if let Some(value) = self.value(&entry.value, kind, scope, &slot) {
                named.push(Named { name: entry.key.clone(), value: Spanned { place: entry.value.place, value } });
            }
        }
        named
    }

    fn scalar(&mut self, node: &Node, scalar: &Scalar, kind: &Kind, slot: &Slot) -> Option<Value> {
        let text = scalar.text.as_str();
        let plain = scalar.style == Style::Plain;
        if matches!(kind, Kind::Text | Kind::Value | Kind::Name)
            && let Some(diagnostic) = written::otherwise(node, scalar, kind, slot, self.text)
        {
            return self.refuse(diagnostic);
        }
        let value = match kind {
            Kind::Text | Kind::Name | Kind::Pointer | Kind::Duration | Kind::Key | Kind::RuleId => {
                Some(Value::Text(text.to_owned()))
            }
            Kind::Flag => plain.then(|| text.parse().ok()).flatten().map(Value::Flag),
            Kind::True => (plain && text == "true").then_some(Value::Flag(true)),
            Kind::False => (plain && text == "false").then_some(Value::Flag(false)),
            Kind::Integer => plain.then(|| integer(text)).flatten().map(Value::Integer),
            Kind::Number | Kind::Bound => match scalar::read(scalar) {
                Reading::Value(serde_json::Value::Number(number)) => Some(Value::Number(number)),
                Reading::Value(serde_json::Value::String(text)) if *kind == Kind::Bound => Some(Value::Text(text)),
                Reading::TooPrecise => return self.refuse(misfit::too_precise(node, text)),
                _ => None,
            },
            Kind::Value => return self.json(node, scalar, slot),
            Kind::Word(words) => return self.word(node, text, words, kind, slot),
            Kind::Type => match TypeExpression::parse(text) {
                Ok(parsed) => Some(Value::Type(parsed)),
                Err(error) => return self.refuse(misfit::bad_type(node, text, &error)),
            },
            Kind::Date if format::is_date(text) => Some(Value::Text(text.to_owned())),
            Kind::Date => return self.refuse(misfit::bad_date(node, text)),
            Kind::List(_) | Kind::Map(_) | Kind::Block(_) | Kind::Short(..) | Kind::OneOf(_) | Kind::NotYet(_) => None,
        };
        match value {
            Some(value) => Some(value),
            None => self.refuse(misfit::wrong_kind(node, kind, slot, self.text)),
        }
    }

    fn json(&mut self, node: &Node, scalar: &Scalar, slot: &Slot) -> Option<Value> {
        match scalar::read(scalar) {
            Reading::Value(value) => Some(Value::Json(value)),
            Reading::Ambiguous(as_json) => self.refuse(misfit::ambiguous(node, &scalar.text, as_json.as_deref())),
            Reading::TooPrecise => self.refuse(misfit::too_precise(node, &scalar.text)),
            Reading::Nothing => self.refuse(misfit::wrong_kind(node, &Kind::Value, slot, self.text)),
        }
    }

    /// A word where other kinds are allowed too: `whole` is what the key asks for.
    fn word_or(&mut self, node: &Node, word: &Kind, whole: &Kind, slot: &Slot) -> Option<Value> {
        match (word, &node.kind) {
            (Kind::Word(words), NodeKind::Scalar(scalar)) => self.word(node, &scalar.text, words, whole, slot),
            _ => self.refuse(misfit::wrong_kind(node, whole, slot, self.text)),
        }
    }

    fn word(&mut self, node: &Node, text: &str, words: &Words, whole: &Kind, slot: &Slot) -> Option<Value> {
        if words.now.contains(&text) {
            return Some(Value::Text(text.to_owned()));
        }
        self.refuse(if words.not_yet.contains(&text) {
            misfit::word_not_yet(node, text, words, slot)
        } else {
            misfit::bad_word(node, text, words, whole, slot, self.text)
        })
    }

    fn refuse(&mut self, diagnostic: Diagnostic) -> Option<Value> {
        self.found.push(diagnostic);
        None
    }
}

/// Whether a node has the YAML shape of a kind.
pub(crate) fn admits(kind: &Kind, node: &Node) -> bool {
    match (kind, &node.kind) {
        (Kind::NotYet(kind), _) => admits(kind, node),
        (Kind::Block(_) | Kind::Map(_), NodeKind::Mapping(_)) | (Kind::List(_), NodeKind::Sequence(_)) => true,
        (Kind::Block(_) | Kind::Map(_) | Kind::List(_), _) | (_, NodeKind::Mapping(_) | NodeKind::Sequence(_)) => false,
        (Kind::Flag, NodeKind::Scalar(scalar)) => {
            scalar.style == Style::Plain && matches!(scalar.text.as_str(), "true" | "false")
        }
        (_, NodeKind::Scalar(scalar)) => !is_nothing(scalar),
    }
}

/// How a node is written, if it is a scalar.
fn style(node: &Node) -> Option<Style> {
    match &node.kind {
        NodeKind::Scalar(scalar) => Some(scalar.style),
        _ => None,
    }
}

/// Whether nothing is written.
fn is_nothing(scalar: &Scalar) -> bool {
    scalar.style == Style::Plain && scalar.text.is_empty()
}

/// A whole number, 0 or greater, in JSON's spelling.
fn integer(text: &str) -> Option<i64> {
    scalar::number(text)?.as_i64().filter(|value| *value >= 0 && !text.starts_with('-'))
}
