//! Rules: the chain of each field, in the order in which violations are reported.

use serde_json::Value as Json;

use super::module::{Module, Path};
use super::record::Position;
use super::types::{is_expected, is_required, kind, values};
use super::uses::Use;
use super::{AppliedRule, Chain, Encoding, Name, Presence, Rule, RustType, Strictness, Subject};
use crate::diagnostic::{Diagnostic, Id};
use crate::model::{Entry, Fact, IntegerKind, Origin, Scope, Shape};
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
        let chain = |subject, rules| {
            let (section, wire, owner, field) = (at.section, entry.name.clone(), at.owner, field.clone());
            Chain { section, wire, owner, field, subject, rules }
        };
        // reading an answer tells what is missing; whoever sends the same type is told here
        let promised = matches!(presence, Presence::Promised | Presence::PromisedNull) && by.request;
        let optional = matches!(presence, Presence::Optional | Presence::OptionalNull);
        if promised || optional && is_required(entry) {
            to.push(chain(Subject::Presence(Strictness::Enforced), Vec::new()));
        } else if optional && is_expected(entry) {
            to.push(chain(Subject::Presence(Strictness::Warns), Vec::new()));
        }
        let (subject, rules) = match self.scope.resolve(&entry.shape.value) {
            Shape::Object(_) | Shape::Union(_) => (Subject::Nested, Vec::new()),
            Shape::List(item) => {
                let first = filled(entry, presence, encoding);
                let (subject, others) = self.item_rules(item, (value, encoding), (path, by));
                (subject, first.into_iter().chain(others).collect())
            }
            _ => (Subject::Value, self.rules(entry, value, (path, by))),
        };
        if subject == Subject::Nested {
            if !rules.is_empty() {
                to.push(chain(Subject::Each, rules));
            }
            if self.has_rules(entry, by) {
                to.push(chain(subject, Vec::new()));
            }
        } else if !rules.is_empty() {
            to.push(chain(subject, rules));
        }
    }

    /// The rules of the items of a list.
    fn item_rules(
        &mut self,
        item: &'m Entry,
        (value, encoding): (&RustType, Encoding),
        (path, by): (&Path, &Use),
    ) -> (Subject, Vec<AppliedRule>) {
        let enforced = |rule| AppliedRule { rule, strictness: Strictness::Enforced };
        let mut rules = Vec::new();
        let shape = self.scope.resolve(&item.shape.value);
        match shape {
            Shape::Object(_) | Shape::Union(_) => return (Subject::Nested, rules),
            Shape::List(inner) => {
                if matches!(self.scope.resolve(&inner.shape.value), Shape::Number | Shape::Float) {
                    self.found.push(
                        Diagnostic::new(Id::NotYet, "a list of numbers within a list cannot be generated yet")
                            .at(inner.place, "JSON has no NaN and no infinity, which is not checked this deep")
                            .help("until then say `any` for the numbers"),
                    );
                } else if self.has_rules(inner, by) {
                    self.found.push(
                        Diagnostic::new(Id::NotYet, "the items of a list within a list cannot have rules yet")
                            .at(inner.place, "these have some")
                            .help("say them under `unenforced` of the outer list"),
                    );
                }
                return (Subject::Each, rules);
            }
            _ => {}
        }
        let of_item = self.item_type(item, value);
        rules.extend(self.rules(item, &of_item, (path, by)));
        if encoding == Encoding::Comma && matches!(shape, Shape::Text | Shape::Email | Shape::Uri) {
            rules.push(enforced(Rule::NoComma));
        }
        (Subject::Each, rules)
    }

    /// The rules of a scalar.
    fn rules(&mut self, entry: &'m Entry, value: &RustType, (path, by): (&Path, &Use)) -> Vec<AppliedRule> {
        let mut rules = Vec::new();
        let mut add = |origin: Origin, rule: Rule| {
            let strictness = if origin == Origin::Inferred { Strictness::Warns } else { Strictness::Enforced };
            rules.push(AppliedRule { rule, strictness });
        };
        let shape = resolved(self.scope, &entry.shape);
        match shape.value {
            Shape::Integer(IntegerKind::Int32) => add(shape.origin, Rule::Int32),
            Shape::Integer(IntegerKind::Uint32) => add(shape.origin, Rule::Uint32),
            Shape::Number | Shape::Float => add(Origin::Page, Rule::Finite), // of JSON, not of the page
            _ => {}
        }
        if let Some(fact) = &entry.constraints.constant {
            let whole = as_integer(&fact.value).ok().filter(|_| *shape.value != Shape::Number);
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
        rules
    }
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
