//! What the documentation of an item says, in the order that all items share: the words of the spec, the constraints,
//! what is corrected, inferred, not enforced, unclear.

use serde_json::Value as Json;

use super::{Docs, Name, Paragraph, Span};
use crate::diagnostic::Id;
use crate::model::{Change, Deprecation, Entry, EnumScalar, Fact, Half, IntegerKind, Listed, Origin, Scope, Shape};

/// The keys that say what a value is: where an item of its own stands for it, that item's documentation tells of them.
const SHAPE: &[&str] = &["type", "tag", "one_of", "items", "values", "keys", "fields", "enum", "open"];

/// Which of the facts of an entry an item tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facet {
    /// All of them.
    All,
    /// What is said of the field, beside an item that stands for its value.
    Field,
    /// What is said of the item that stands for the value of a field.
    Type,
}

impl Facet {
    fn tells(self, key: &str) -> bool {
        match self {
            _ if key == "server_owned" => false, // the struct of these fields tells of it
            Self::All => true,
            Self::Field => !SHAPE.contains(&key),
            Self::Type => SHAPE.contains(&key),
        }
    }
}

/// What an item is documented from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Description<'a> {
    pub entry: &'a Entry,
    /// The name of the item, which the name on the wire is shown beside where it differs.
    pub name: &'a Name,
    pub facet: Facet,
    /// The pattern, if it has one.
    pub pattern: Option<&'a Name>,
    /// Whether answers alone hold it.
    pub answer: bool,
    /// Whether it is a variable of a path, which is always there.
    pub in_path: bool,
}

impl Description<'_> {
    /// The documentation.
    pub fn docs(&self, scope: Scope<'_>) -> Docs {
        let (stated, inferred) = self.constraints(scope);
        let mut paragraphs = vec![Paragraph::Text(self.first(stated))];
        paragraphs.extend(halves(&self.entry.halves, self.entry.documented, self.facet));
        if !inferred.is_empty() && self.facet != Facet::Type {
            let mut spans = vec![fixed("Inferred:")];
            spans.extend(joined(inferred));
            spans.push(fixed("(warns)."));
            paragraphs.push(Paragraph::Text(spans));
        }
        if self.facet != Facet::Type {
            if self.entry.is_secret() {
                paragraphs.push(Paragraph::Text(vec![fixed("A secret: it is never printed.")]));
            }
            paragraphs.extend(self.deprecated());
            paragraphs.extend(self.entry.unenforced.iter().map(|rule| unenforced(rule, &self.entry.halves)));
            paragraphs.extend(self.allowed_pattern(scope));
            paragraphs.extend(doubts(&self.entry.doubts));
        }
        Docs(paragraphs)
    }

    /// A pattern that nothing can check, which the spec allows with a reason.
    fn allowed_pattern(&self, scope: Scope<'_>) -> Option<Paragraph> {
        let (entry, each) = held(scope, self.entry);
        let fact = entry.constraints.pattern.as_ref().filter(|_| self.pattern.is_none() && entry.listed.is_none())?;
        let of_patterns = scope.api.exceptions.iter().filter(|exception| exception.id == Id::UnenforceablePattern);
        let narrowest = of_patterns.filter(|exception| exception.reaches(fact.place)).min_by_key(|one| one.width())?;
        Some(Paragraph::Text(vec![
            fixed(&format!("Not enforced: {each}matches")),
            Span::Code(fact.value.0.clone()),
            Span::Glue,
            fixed("."),
            Span::Prose(narrowest.reason.clone()),
        ]))
    }

    /// The words of the spec, the constraints, the name on the wire.
    fn first(&self, stated: Vec<Vec<Span>>) -> Vec<Span> {
        let wire = &self.entry.name;
        let mut spans = match &self.entry.doc {
            Some(doc) => vec![Span::Prose(doc.clone())],
            None if wire.is_empty() => vec![Span::Code(self.name.to_string())],
            None => vec![Span::Code(wire.clone())],
        };
        if self.facet == Facet::Type {
            return spans;
        }
        if !stated.is_empty() {
            if self.entry.doc.is_none() {
                spans.extend([Span::Glue, fixed(".")]);
            }
            let mut stated = joined(stated);
            if let Some(Span::Fixed(first)) = stated.first_mut() {
                *first = capital(first);
            }
            spans.extend(stated);
            spans.extend([Span::Glue, fixed(".")]);
        }
        if self.entry.doc.is_some() && !wire.is_empty() && wire != self.name.as_str() {
            spans.extend([Span::Code(wire.clone()), fixed("on the wire.")]);
        }
        spans
    }

    /// Whether it is deprecated, where that is said. The mark of what callers name says it once more.
    fn deprecated(&self) -> Option<Paragraph> {
        Some(Paragraph::Text(match &self.entry.deprecated.as_ref()?.value {
            Deprecation::Current => vec![fixed("Not deprecated.")],
            Deprecation::Deprecated(None) => vec![fixed("Deprecated.")],
            Deprecation::Deprecated(Some(note)) => vec![fixed("Deprecated:"), Span::Prose(note.clone())],
        }))
    }

    fn stands_for_none(&self, value: &Json) -> bool {
        self.entry.none_value.as_ref().is_some_and(|none| none.value == *value)
    }

    fn defaults_to_none(&self) -> bool {
        self.entry.default.as_ref().is_some_and(|default| self.stands_for_none(&default.value))
    }

    /// The constraints of page and known, and those inferred elsewhere: by the type of the entry.
    fn constraints(&self, scope: Scope<'_>) -> (Vec<Vec<Span>>, Vec<Vec<Span>>) {
        let (mut stated, mut inferred) = (Vec::new(), Vec::new());
        if self.facet == Facet::Type {
            return (stated, inferred);
        }
        let own = |key: &str| {
            self.entry
                .halves
                .iter()
                .any(|half| half.origin == Origin::Inferred && half.changes.iter().any(|change| change.key == key))
        };
        let mut add = |key: &str, origin: Origin, spans: Vec<Span>| match origin {
            Origin::Page | Origin::Known => stated.push(spans),
            Origin::Inferred if !own(key) => inferred.push(spans),
            Origin::Inferred => {}
        };
        let (entry, each) = held(scope, self.entry);
        if let Some(fact) = self.entry.required.as_ref().filter(|fact| !fact.value && !self.in_path) {
            add("required", fact.origin, vec![fixed("optional")]);
        }
        counts(self.entry, &mut add);
        let word = |text: &str| fixed(&format!("{each}{text}"));
        let bits = match scope.resolve(&entry.shape.value) {
            Shape::Integer(IntegerKind::Int32) => Some("32 bits"),
            Shape::Integer(IntegerKind::Uint32) => Some("32 bits, unsigned"),
            _ => None,
        };
        if let Some(bits) = bits {
            add("type", entry.shape.origin, vec![word(bits)]);
        }
        if let Some(fact) = &entry.constraints.constant {
            let whole = !matches!(scope.resolve(&entry.shape.value), Shape::Number(_));
            add("const", fact.origin, vec![word("always"), given(&fact.value, whole)]);
        }
        for (rule, Fact { value, origin, .. }) in entry.constraints.limits() {
            add(rule.as_str(), *origin, vec![word(&value.said(rule))]);
        }
        let unit = entry.constraints.unit();
        if let Some(Fact { value, origin, .. }) = entry.constraints.min_length {
            add("min_length", origin, vec![word(&format!("at least {}", unit.counted(&value)))]);
        }
        if let Some(Fact { value, origin, .. }) = entry.constraints.max_length {
            add("max_length", origin, vec![word(&format!("at most {}", unit.counted(&value)))]);
        }
        if let (Some(fact), Some(name)) = (&entry.constraints.pattern, self.pattern) {
            add("pattern", fact.origin, vec![word("matches"), Span::Link(name.clone())]);
        }
        if let Some(keys) = keys(scope, self.entry) {
            of_keys(keys, &mut add);
        }
        if let Some(fact) = &self.entry.default {
            let whole = matches!(scope.resolve(&entry.shape.value), Shape::Integer(_) | Shape::EpochSeconds);
            let value = given(&fact.value, whole);
            let mut spans = match (self.answer, self.in_path) {
                (true, _) => vec![value, fixed("if left out")],
                (false, true) => vec![value, fixed("by default")],
                (false, false) => vec![fixed("taken as"), value, fixed("if left out")],
            };
            if self.stands_for_none(&fact.value) {
                spans.extend([Span::Glue, fixed(", which stands for none")]);
            }
            add("default", fact.origin, spans);
        }
        if let Some(fact) = self.entry.none_value.as_ref().filter(|_| !self.defaults_to_none()) {
            add("none_value", Origin::Page, vec![given(&fact.value, true), fixed("stands for none")]);
        }
        (stated, inferred)
    }
}

/// What the words of an entry are about: what lists and maps hold in the end, behind "each".
fn held<'a>(scope: Scope<'a>, entry: &'a Entry) -> (&'a Entry, String) {
    let (mut entry, mut each) = (entry, String::new());
    loop {
        match scope.resolve(&entry.shape.value) {
            Shape::List(item) => (entry, each) = (item, "each ".to_owned()),
            Shape::Map(map) => (entry, each) = (&map.values, "each value ".to_owned()),
            _ => return (entry, each),
        }
    }
}

fn keys<'a>(scope: Scope<'a>, entry: &'a Entry) -> Option<&'a Entry> {
    match scope.resolve(&entry.shape.value) {
        Shape::Map(map) => map.keys.as_deref(),
        _ => None,
    }
}

/// How many items or keys there are.
fn counts(entry: &Entry, add: &mut impl FnMut(&str, Origin, Vec<Span>)) {
    let of = &entry.constraints;
    let counted = |count: u64, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    for (key, fact, bound, what) in [
        ("min_items", &of.min_items, "at least", "item"),
        ("max_items", &of.max_items, "at most", "item"),
        ("min_properties", &of.min_properties, "at least", "key"),
        ("max_properties", &of.max_properties, "at most", "key"),
    ] {
        if let Some(fact) = fact {
            add(key, fact.origin, vec![fixed(&format!("{bound} {}", counted(fact.value, what)))]);
        }
    }
    if let Some(fact) = of.unique_items.as_ref().filter(|fact| fact.value) {
        add("unique_items", fact.origin, vec![fixed("no item twice")]);
    }
}

/// What the keys of a map obey.
fn of_keys(keys: &Entry, add: &mut impl FnMut(&str, Origin, Vec<Span>)) {
    let (of, unit) = (&keys.constraints, keys.constraints.unit());
    if let Some(Fact { value: Listed::Values(values), origin, .. }) = &keys.listed {
        let values = values.iter().map(|value| match &value.value {
            EnumScalar::Text(text) => vec![Span::Code(text.clone())],
            EnumScalar::Integer(number) => vec![Span::Code(number.to_string())],
        });
        let mut spans = vec![fixed("each key one of")];
        spans.extend(listed(values.collect()));
        add("keys", *origin, spans);
    }
    if let Some(fact) = &of.min_length {
        add("keys", fact.origin, vec![fixed(&format!("each key at least {}", unit.counted(&fact.value)))]);
    }
    if let Some(fact) = &of.max_length {
        add("keys", fact.origin, vec![fixed(&format!("each key at most {}", unit.counted(&fact.value)))]);
    }
    if let Some(fact) = &of.pattern {
        add("keys", fact.origin, vec![fixed("each key matches"), Span::Code(fact.value.0.clone())]);
    }
}

/// "Corrected" and "Inferred", a paragraph each.
pub(super) fn halves(halves: &[Half], documented: bool, facet: Facet) -> Vec<Paragraph> {
    let by = |origin: Origin| halves.iter().filter(move |half| half.origin == origin);
    let told = by(Origin::Known).chain(by(Origin::Inferred));
    told.filter_map(|half| half_spans(half, documented, facet)).map(Paragraph::Text).collect()
}

/// What a half says: nothing where it has no fact of this facet.
pub(super) fn half_spans(half: &Half, documented: bool, facet: Facet) -> Option<Vec<Span>> {
    let of_facet: Vec<&Change> = half.changes.iter().filter(|change| facet.tells(change.key)).collect();
    if of_facet.is_empty() && !half.changes.is_empty() {
        return None;
    }
    let changes: Vec<&Change> = of_facet.into_iter().filter(|change| change.key != "unenforced").collect();
    let mut spans = vec![fixed(if half.origin == Origin::Known { "Corrected" } else { "Inferred" })];
    if let Some(source) = &half.source {
        spans.extend([fixed("("), Span::Glue, Span::Prose(source.text.clone()), Span::Glue, fixed(")")]);
    }
    spans.extend([Span::Glue, fixed(":")]);
    if !documented {
        spans.push(fixed("the page does not name it."));
    } else if half.origin == Origin::Known && !changes.is_empty() {
        let said: Vec<_> =
            changes.iter().filter_map(|change| Some(fact(change.key, &change.page.as_ref()?.brief))).collect();
        spans.push(fixed(if said.is_empty() { "the page says nothing" } else { "the page says" }));
        spans.extend(listed(said));
        spans.extend([Span::Glue, fixed("; here")]);
    }
    if documented && !changes.is_empty() {
        spans.extend(listed(changes.iter().map(|change| fact(change.key, &change.value.brief)).collect()));
        spans.extend([Span::Glue, fixed(".")]);
    }
    if half.origin == Origin::Inferred && changes.iter().any(|change| warns(change)) {
        spans.extend([Span::Prose(half.why.trim_end_matches('.').to_owned()), fixed("(warns).")]);
    } else {
        spans.push(Span::Prose(half.why.clone()));
    }
    Some(spans)
}

/// "Unclear", a paragraph each.
pub(super) fn doubts(doubts: &[String]) -> impl Iterator<Item = Paragraph> {
    doubts.iter().map(|doubt| Paragraph::Text(vec![fixed("Unclear:"), Span::Prose(doubt.clone())]))
}

fn unenforced(rule: &Fact<String>, halves: &[Half]) -> Paragraph {
    let mut spans = vec![fixed("Not enforced")];
    let half = halves.iter().find(|half| half.origin == rule.origin);
    if let Some(source) = half.and_then(|half| half.source.as_ref()) {
        spans.extend([fixed("("), Span::Glue, Span::Prose(source.text.clone()), Span::Glue, fixed(")")]);
    }
    spans.extend([Span::Glue, fixed(":"), Span::Prose(rule.value.clone())]);
    Paragraph::Text(spans)
}

/// Whether a broken fact is a violation.
fn warns(change: &Change) -> bool {
    match change.key {
        _ if change.value.brief == Change::WITHDRAWN => false,
        "required" | "nullable" | "const" | "enum" | "minimum" | "exclusive_minimum" | "maximum"
        | "exclusive_maximum" | "multiple_of" | "min_length" | "max_length" | "pattern" | "unique_items"
        | "min_items" | "max_items" | "min_properties" | "max_properties" | "keys" | "values" | "items" => true,
        "type" => ["email", "date", "local-date-time", "uuid", "uri", "int32", "uint32"]
            .iter()
            .any(|format| change.value.brief.starts_with(format)),
        _ => false,
    }
}

/// A fact in a sentence: types and what the model has words for by themselves, all else behind its key.
fn fact(key: &str, value: &str) -> Vec<Span> {
    match key {
        _ if value == Change::WITHDRAWN => vec![fixed("no"), Span::Code(key.to_owned())],
        _ if ["a ", "an ", "no ", "values "].iter().any(|word| value.starts_with(word)) => {
            vec![Span::Prose(value.to_owned())]
        }
        "type" => vec![Span::Code(value.to_owned())],
        _ => vec![Span::Code(format!("{key}: {value}"))],
    }
}

/// Pieces with commas between them.
pub(super) fn listed(pieces: Vec<Vec<Span>>) -> Vec<Span> {
    separated(pieces, ",")
}

/// Pieces with semicolons between them.
fn joined(pieces: Vec<Vec<Span>>) -> Vec<Span> {
    separated(pieces, ";")
}

fn separated(pieces: Vec<Vec<Span>>, separator: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for piece in pieces {
        if !spans.is_empty() {
            spans.extend([Span::Glue, fixed(separator)]);
        }
        spans.extend(piece);
    }
    spans
}

/// A value in a sentence.
pub(super) fn given(value: &Json, whole: bool) -> Span {
    match value {
        Json::String(text) if text.is_empty() => fixed("an empty text"),
        Json::Number(number) if whole => {
            let text = number.to_string();
            Span::Code(text.strip_suffix(".0").unwrap_or(&text).to_owned())
        }
        Json::Array(items) if items.is_empty() => fixed("none"),
        Json::String(text) => Span::Code(text.clone()),
        other => Span::Code(other.to_string()),
    }
}

pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Words of the generator.
pub(super) fn fixed(text: &str) -> Span {
    Span::Fixed(text.to_owned())
}
