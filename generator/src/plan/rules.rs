//! Rules: the chain of each field, in the order in which violations are reported.

use serde_json::Value as Json;

use super::module::{Module, Path};
use super::record::Position;
use super::types::{is_expected, is_required, kind, values};
use super::uses::Use;
use super::{
    AppliedRule, Chain, Encoding, InnerChain, Name, Presence, Rule, RustType, Section, Strictness, Subject, Words,
};
use crate::model::{Entry, EnumScalar, Fact, IntegerKind, Map, Origin, Scope, Shape};
use crate::runtime::as_integer;

impl<'m> Module<'m, '_> {
    /// Adds the chains of a field.
    pub fn chains(
        &mut self,
        entry: &'m Entry,
        at: Position,
        (field, value, presence, encoding): (&Name, &RustType, Presence, Encoding),
        (path, by): (&Path, &Use),
        to: &mut Vec<Chain>,
    ) {
        let chain = |InnerChain { subject, rules, inner }| {
            let (section, wire, owner, field) = (at.section, entry.name.clone(), at.owner, field.clone());
            Chain { section, wire, owner, field, subject, rules, inner }
        };
        let presence_of = |strictness| chain(of(Subject::Presence(strictness), Vec::new()));
        // reading an answer tells what is missing; whoever sends the same type is told here
        let promised = matches!(presence, Presence::Promised | Presence::PromisedNull) && by.request;
        let optional = matches!(presence, Presence::Optional | Presence::OptionalNull);
        if promised || optional && is_required(entry) {
            to.push(presence_of(Strictness::Enforced));
        } else if optional && is_expected(entry) {
            to.push(presence_of(Strictness::Warns));
        }
        let mut chains = self.value_chains(entry, (value, encoding), (path, by));
        if let Some(filled) = filled(entry, presence, encoding) {
            match chains.iter_mut().find(|chain| chain.subject == Subject::Each) {
                Some(each) => each.rules.insert(0, filled),
                None => chains.insert(0, of(Subject::Each, vec![filled])),
            }
        }
        to.extend(chains.into_iter().map(chain));
    }

    /// The chains of the whole body of an answer; none where its type says all.
    pub fn body_chains(&mut self, entry: &'m Entry, value: &RustType, path: &Path) -> Vec<InnerChain> {
        let chains = self.value_chains(entry, (value, Encoding::Plain), (path, &Use::ANSWER));
        let by_type = matches!(chains.as_slice(), [InnerChain { subject: Subject::Nested, .. }]);
        if by_type { Vec::new() } else { chains }
    }

    /// The chains of what a variant of a union holds.
    pub fn variant_chains(&mut self, entry: &'m Entry, value: &RustType, of: (&Path, &Use)) -> Vec<InnerChain> {
        self.value_chains(entry, (value, Encoding::Plain), of)
    }

    /// The chains of the values of a map, and of its keys, that an object holds besides its fields.
    pub fn other_chains(&mut self, map: &'m Map, field: &Name, (path, by): (&Path, &Use)) -> Option<Chain> {
        let value = self.element_type(&map.values, path);
        let InnerChain { subject, rules, inner } = self.entry_chains(map, &value, (path, by))?;
        let (section, wire) = (Section::OtherFields, String::new());
        Some(Chain { section, wire, owner: super::Owner::Itself, field: field.clone(), subject, rules, inner })
    }

    /// What is checked of a value, by what it is.
    fn value_chains(
        &mut self,
        entry: &'m Entry,
        (value, encoding): (&RustType, Encoding),
        (path, by): (&Path, &Use),
    ) -> Vec<InnerChain> {
        let mut chains = Vec::new();
        let mut counts = counts(entry);
        match self.scope.resolve(&entry.shape.value) {
            Shape::Object(_) | Shape::Union(_) => {
                chains.extend(some(Subject::Value, counts));
                if self.nests(entry, by) {
                    chains.push(of(Subject::Nested, Vec::new()));
                }
            }
            Shape::Map(map) => {
                chains.extend(some(Subject::Value, counts));
                let inner = self.item_type(&map.values, value, "Value");
                chains.extend(self.entry_chains(map, &inner, (path, by)));
            }
            Shape::List(item) => {
                if matches!(encoding, Encoding::Repeat | Encoding::Brackets) && !counts.is_empty() {
                    counts.insert(0, enforced(Rule::Filled));
                }
                chains.extend(some(Subject::Value, counts));
                let of_item = self.item_type(item, value, "Item");
                let mut inner = self.value_chains(item, (&of_item, Encoding::Plain), (path, by));
                let shape = self.scope.resolve(&item.shape.value);
                if encoding == Encoding::Comma && matches!(shape, Shape::Text | Shape::Email | Shape::Uri) {
                    match inner.last_mut() {
                        Some(chain) => chain.rules.push(enforced(Rule::NoComma)),
                        None => inner.push(of(Subject::Value, vec![enforced(Rule::NoComma)])),
                    }
                }
                let is_scalar = !matches!(
                    shape,
                    Shape::Object(_) | Shape::Union(_) | Shape::Map(_) | Shape::List(_) | Shape::FreeForm
                );
                match inner.as_slice() {
                    [] => {}
                    [InnerChain { subject: Subject::Nested, .. }] => chains.append(&mut inner),
                    [InnerChain { subject: Subject::Value, rules, .. }] if is_scalar => {
                        chains.push(of(Subject::Each, rules.clone()));
                    }
                    _ => chains.push(InnerChain { subject: Subject::Items, rules: Vec::new(), inner }),
                }
            }
            Shape::FreeForm => chains.extend(some(Subject::Value, counts)),
            _ => chains.extend(some(Subject::Value, self.rules(entry, value, (path, by)))),
        }
        chains
    }

    /// What is checked of the values of a map, and of its keys.
    fn entry_chains(&mut self, map: &'m Map, value: &RustType, (path, by): (&Path, &Use)) -> Option<InnerChain> {
        let below = if matches!(self.scope.resolve(&map.values.shape.value), Shape::Map(_)) {
            path.then(&Words::one("value"))
        } else {
            path.clone()
        };
        let mut inner = self.value_chains(&map.values, (value, Encoding::Plain), (&below, by));
        if let Some(keys) = &map.keys {
            let mut rules = Vec::new();
            if let (Some(listed), Some(fact)) =
                (values(keys).filter(|_| !keys.open.as_ref().is_some_and(|open| open.value)), &keys.listed)
            {
                let texts = listed.iter().filter_map(|value| match &value.value {
                    EnumScalar::Text(text) => Some(text.clone()),
                    EnumScalar::Integer(_) => None,
                });
                rules.push(applied(fact.origin, Rule::ListedKeys(texts.collect())));
            }
            rules.extend(self.rules(keys, &RustType::Text, (&path.then(&Words::one("key")), by)));
            inner.extend(some(Subject::Key, rules));
        }
        (!inner.is_empty()).then_some(InnerChain { subject: Subject::Entries, rules: Vec::new(), inner })
    }

    /// The rules of a scalar.
    fn rules(&mut self, entry: &'m Entry, value: &RustType, (path, by): (&Path, &Use)) -> Vec<AppliedRule> {
        let mut rules = Vec::new();
        let mut add = |origin: Origin, rule: Rule| rules.push(applied(origin, rule));
        let shape = resolved(self.scope, &entry.shape);
        match shape.value {
            Shape::Integer(IntegerKind::Int32) => add(shape.origin, Rule::Int32),
            Shape::Integer(IntegerKind::Uint32) => add(shape.origin, Rule::Uint32),
            Shape::Number(_) | Shape::Float => add(Origin::Page, Rule::Finite), // of JSON, not of the page
            _ => {}
        }
        if let Some(fact) = &entry.constraints.constant {
            let whole = as_integer(&fact.value).ok().filter(|_| !matches!(shape.value, Shape::Number(_)));
            let number = fact.value.as_f64().map(Json::from);
            add(fact.origin, Rule::Constant(whole.map(Json::from).or(number).unwrap_or_else(|| fact.value.clone())));
        }
        let listed = entry.listed.as_ref().filter(|_| self.has_list(entry, by));
        if let (Some(values), Some(listed), RustType::Item(item)) = (values(entry), listed, value) {
            add(listed.origin, Rule::Listed(item.clone(), kind(values)));
        }
        for (rule, fact) in entry.constraints.limits() {
            add(fact.origin, Rule::Limit(rule, fact.value.clone()));
        }
        let unit = entry.constraints.unit();
        if let Some(fact) = &entry.constraints.min_length {
            add(fact.origin, Rule::MinLength(fact.value, unit));
        }
        if let Some(fact) = &entry.constraints.max_length {
            add(fact.origin, Rule::MaxLength(fact.value, unit));
        }
        if let (Some(fact), Some(item)) = (&entry.constraints.pattern, self.pattern(entry, path)) {
            add(fact.origin, Rule::Pattern(item));
        }
        match shape.value {
            Shape::Email => add(shape.origin, Rule::Email),
            Shape::Uuid => add(shape.origin, Rule::Uuid),
            Shape::Uri => add(shape.origin, Rule::Uri),
            Shape::Date => add(shape.origin, Rule::Date),
            Shape::DateTime => add(shape.origin, Rule::DateTime),
            Shape::LocalDateTime => add(shape.origin, Rule::LocalDateTime),
            _ => {}
        }
        if entry.is_secret() && !rules.is_empty() {
            rules.insert(0, applied(Origin::Page, Rule::Secret));
        }
        rules
    }
}

/// The rules on how many items or keys there are.
pub(super) fn counts(entry: &Entry) -> Vec<AppliedRule> {
    let of = &entry.constraints;
    let count = |fact: &Option<Fact<u64>>, rule: fn(u64) -> Rule| {
        fact.as_ref().map(|fact| applied(fact.origin, rule(fact.value)))
    };
    let unique = of.unique_items.as_ref().filter(|fact| fact.value);
    [
        count(&of.min_items, Rule::MinItems),
        count(&of.max_items, Rule::MaxItems),
        unique.map(|fact| applied(fact.origin, Rule::UniqueItems)),
        count(&of.min_properties, Rule::MinProperties),
        count(&of.max_properties, Rule::MaxProperties),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn applied(origin: Origin, rule: Rule) -> AppliedRule {
    let strictness = if origin == Origin::Inferred { Strictness::Warns } else { Strictness::Enforced };
    AppliedRule { rule, strictness }
}

fn enforced(rule: Rule) -> AppliedRule {
    AppliedRule { rule, strictness: Strictness::Enforced }
}

fn of(subject: Subject, rules: Vec<AppliedRule>) -> InnerChain {
    InnerChain { subject, rules, inner: Vec::new() }
}

/// A chain, unless it has no rule.
fn some(subject: Subject, rules: Vec<AppliedRule>) -> Option<InnerChain> {
    (!rules.is_empty()).then(|| of(subject, rules))
}

/// At least one item, of a required list whose wire cannot tell an empty list from none.
fn filled(entry: &Entry, presence: Presence, encoding: Encoding) -> Option<AppliedRule> {
    let applied = |strictness| Some(AppliedRule { rule: Rule::Required, strictness });
    match presence {
        Presence::Required if matches!(encoding, Encoding::Repeat | Encoding::Brackets) => {
            applied(Strictness::Enforced)
        }
        Presence::List if is_required(entry) => applied(Strictness::Enforced),
        Presence::List if is_expected(entry) => applied(Strictness::Warns),
        _ => None,
    }
}

/// What a shape is behind its name; inferred if a step on the way is.
fn resolved<'m>(scope: Scope<'m>, fact: &'m Fact<Shape>) -> Fact<&'m Shape> {
    let mut fact = fact.with(&fact.value);
    while let Shape::Named(id) = fact.value
        && let Some(named) = scope.named(*id)
    {
        let next = &named.entry.shape;
        let origin = if fact.origin == Origin::Inferred { fact.origin } else { next.origin };
        fact = Fact { value: &next.value, origin, place: next.place };
    }
    fact
}
