//! Constraints: whether they belong to the kind of value, and whether a value can meet them.

use super::kind::{self, Kind};
use super::pattern::PatternError;
use super::patterns::Patterns;
use super::walk::{Naming, Site};
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place, Span};
use crate::model::{Entry, Fact, IntegerKind, Pattern, Shape};
use crate::runtime::RuleId;

/// Judges the constraints of an entry.
pub(super) fn judge(site: Site<'_>, patterns: &mut Patterns, found: &mut Diagnostics) {
    not_for_type(site, found);
    of_fields(site, found);
    reversed(site, found);
    if let Some(pattern) = &site.entry.constraints.pattern
        && let Err(error) = &*patterns.compile(&pattern.value.0)
    {
        found.push(no_table(site, pattern, error));
    }
}

fn not_for_type(site: Site<'_>, found: &mut Diagnostics) {
    let entry = site.entry;
    let kind = Kind::of(site.shape());
    let is_text = kind == Kind::Text;
    let can_be_open = matches!(kind, Kind::Text | Kind::Integer | Kind::Object);
    // Where no type is said, the values of an enum say it, unless they are of two kinds, which is told elsewhere.
    let untyped = entry.shape.place == entry.place;
    let can_be_listed = match kind {
        Kind::Text | Kind::Integer | Kind::Number => true,
        Kind::Any => untyped,
        Kind::Boolean | Kind::List | Kind::Object => false,
    };
    let can_be_constant = match kind {
        Kind::Text | Kind::Integer | Kind::Number | Kind::Boolean => {
            !matches!(site.shape(), Shape::Float | Shape::Integer(IntegerKind::Uint64))
        }
        Kind::Any | Kind::List | Kind::Object => false,
    };
    let (is_list, is_object) = (kind == Kind::List, kind == Kind::Object);
    let constraints = &entry.constraints;
    let has_bounds = site.shape().is_number() || site.shape().is_date();
    let limits = constraints.limits().map(|(rule, fact)| match rule {
        RuleId::MultipleOf => {
            ("multiple_of", Some(fact.place), site.shape().is_number(), "multiples belong to numbers")
        }
        _ => (rule.as_str(), Some(fact.place), has_bounds, "a bound belongs to numbers and dates"),
    });
    let length = "a length belongs to text";
    let can_be_secret = *site.shape() == Shape::Text && constraints.constant.is_none() && entry.listed.is_none();
    let others = [
        (
            "const",
            constraints.constant.as_ref().map(|fact| fact.place),
            can_be_constant,
            "constants are texts, booleans and numbers, save `float` and `uint64`",
        ),
        ("secret", place(entry.secret.as_ref()), can_be_secret, "secrets are texts of type `string` that nobody lists"),
        ("length_unit", constraints.length_unit.as_ref().map(|fact| fact.place), is_text, length),
        ("min_length", constraints.min_length.as_ref().map(|fact| fact.place), is_text, length),
        ("max_length", constraints.max_length.as_ref().map(|fact| fact.place), is_text, length),
        ("pattern", constraints.pattern.as_ref().map(|fact| fact.place), is_text, "a pattern belongs to text"),
        ("unique_items", place(constraints.unique_items.as_ref()), is_list, "it belongs to lists"),
        ("min_items", place(constraints.min_items.as_ref()), is_list, "a count of items belongs to lists"),
        ("max_items", place(constraints.max_items.as_ref()), is_list, "a count of items belongs to lists"),
        ("min_properties", place(constraints.min_properties.as_ref()), is_object, "a count of keys belongs to objects"),
        ("max_properties", place(constraints.max_properties.as_ref()), is_object, "a count of keys belongs to objects"),
        ("open", entry.open.as_ref().map(|fact| fact.place), can_be_open, "`open` belongs to enums and objects"),
        (
            "enum",
            entry.listed.as_ref().map(|fact| fact.place),
            can_be_listed,
            "`enum` belongs to text and whole numbers",
        ),
    ];
    for (key, place, fits, belongs) in limits.chain(others) {
        let Some(place) = place.filter(|_| !fits) else { continue };
        let title = format!("`{key}` cannot be said of {}, which is {}", site.name, kind.one());
        let diagnostic = Diagnostic::new(Id::ConstraintNotForType, title)
            .at(place, "")
            .at(kind::stated(site.scope, entry), "its type")
            .help(format!("{belongs}: correct the type, or remove `{key}`"));
        found.push(match kind {
            Kind::List => diagnostic.help("what holds for each item stands under `items`"),
            Kind::Any => diagnostic.help("say its `type`"),
            _ => diagnostic,
        });
    }
}

/// What only a value can have that may be left out, or for which none may stand.
fn of_fields(site: Site<'_>, found: &mut Diagnostics) {
    let can_be_null = match site.name {
        Naming::Own(_) | Naming::Body(_) => return,
        Naming::Item(_) | Naming::Value(_) => true,
        Naming::Key(_) | Naming::Variant(_) => false,
    };
    let entry = site.entry;
    let of_type = match &entry.shape.value {
        Shape::Named(id) => site.scope.named(*id).map(|named| &named.entry),
        _ => None,
    };
    let facts = |entry: &Entry| {
        [
            ("required", place(entry.required.as_ref())),
            ("nullable", place(entry.nullable.as_ref().filter(|fact| fact.value && !can_be_null))),
            ("default", place(entry.default.as_ref())),
            ("none_value", place(entry.none_value.as_ref())),
        ]
    };
    let inherited = of_type.map(facts).unwrap_or_default();
    for ((key, stated), (_, of_type)) in facts(entry).into_iter().zip(inherited) {
        let Some(place) = stated.filter(|stated| of_type != Some(*stated)) else { continue };
        let diagnostic = Diagnostic::new(Id::KeyNotHere, format!("`{key}` cannot be said of {}", site.name))
            .at(place, "")
            .help("it belongs to fields, parameters and bodies: remove it, or say it in words under `doc`");
        found.push(match (key, site.name) {
            ("required", Naming::Item(_)) => diagnostic.help("`min_items` beside `items` says that a list has some"),
            ("required", Naming::Value(_) | Naming::Key(_)) => {
                diagnostic.help("a key that is always there is a field: list it under `fields`")
            }
            ("nullable", Naming::Variant(_)) => diagnostic.help("say it of the union, beside `one_of`"),
            _ => diagnostic,
        });
    }
}

/// Where a constraint is stated.
fn place<T>(fact: Option<&Fact<T>>) -> Option<Place> {
    fact.map(|fact| fact.place)
}

fn reversed(site: Site<'_>, found: &mut Diagnostics) {
    let of = &site.entry.constraints;
    let bounds = [
        ("length", &of.min_length, &of.max_length),
        ("count of items", &of.min_items, &of.max_items),
        ("count of keys", &of.min_properties, &of.max_properties),
    ];
    for (what, min, max) in bounds {
        let (Some(min), Some(max)) = (min, max) else { continue };
        if min.value > max.value {
            let title = format!(
                "the bounds of {} are reversed: no {what} is at least {} and at most {}",
                site.name, min.value, max.value
            );
            found.push(
                Diagnostic::new(Id::ReversedBounds, title).at(min.place, "at least").at(max.place, "at most").help(
                    "swap them; if the page itself says so, keep the likelier one and tell the other under `doubts`",
                ),
            );
        }
    }
}

fn no_table(site: Site<'_>, pattern: &Fact<Pattern>, error: &PatternError) -> Diagnostic {
    let name = site.name;
    let source = &pattern.value.0;
    match error {
        PatternError::Syntax { at, what } => {
            Diagnostic::new(Id::BadPattern, format!("the pattern of {name} is no regular expression"))
                .at(within(pattern.place, source, at.start, at.end), what.clone())
                .help("patterns are those of ECMA-262 with the flag `u`, as the page means them")
        }
        PatternError::Unenforceable { at, what } => Diagnostic::new(
            Id::UnenforceablePattern,
            format!("the pattern of {name} has {what}, which is not enforced"),
        )
        .at(within(pattern.place, source, at.start, at.end), format!("{what} here"))
        .help("keep as `pattern` what can be checked, and move the rest in words to `unenforced`")
        .help(UNCHECKED),
        PatternError::TooLarge => {
            Diagnostic::new(Id::UnenforceablePattern, format!("the pattern of {name} is too large to be enforced"))
                .at(pattern.place, error.to_string())
                .help("simplify it, say a repetition by `max_length`, or move the rule in words to `unenforced`")
                .help(UNCHECKED)
        }
    }
}

const UNCHECKED: &str = "to keep it unchecked, in documentation alone, allow it: `allow: {unenforceable-pattern: …}`";

/// The place of some bytes of a text, where the text stands in its file as it is; else of all of it.
pub(super) fn within(place: Place, text: &str, start: usize, end: usize) -> Place {
    let Span { start: first, end: last } = place.span;
    // In quotes, or without; escapes and folding make the text in the file another one.
    let before = match last.saturating_sub(first).checked_sub(text.len()) {
        Some(0) => 0,
        Some(2) => 1,
        _ => return place,
    };
    let at = first + before;
    Place { span: Span { start: at + start, end: at + end }, ..place }
}
