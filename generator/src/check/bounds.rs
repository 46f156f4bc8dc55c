//! Bounds of numbers and dates: whether they are of the value's kind, and leave room for one.

use super::interval::{Admitted, Decimal, Interval};
use super::kind;
use super::walk::Site;
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Fact, Limit, Shape};
use crate::runtime::{RuleId, format};
use crate::spec::number::in_text;

type Stated<'m> = (RuleId, &'m Fact<Limit>);

/// Judges the bounds of an entry; of those that its type cannot have at all another message tells.
pub(super) fn judge(site: Site<'_>, found: &mut Diagnostics) {
    let shape = site.shape();
    let before = found.iter().len();
    site.entry.constraints.limits().filter_map(|limit| misfit(site, shape, limit)).for_each(|one| found.push(one));
    if found.iter().len() == before
        && (shape.is_number() || shape.is_date())
        && let Some(one) = reversed(site).or_else(|| empty(site, shape))
    {
        found.push(one);
    }
}

/// A bound that is none of the value's.
fn misfit(site: Site<'_>, shape: &Shape, (rule, fact): Stated<'_>) -> Option<Diagnostic> {
    let name = site.name;
    match &fact.value {
        Limit::Number(number) if rule == RuleId::MultipleOf && number.as_f64().is_some_and(|step| step <= 0.0) => {
            let title = format!("`multiple_of` of {name} is {number}: it must be greater than 0");
            Some(Diagnostic::new(Id::WrongKind, title).at(fact.place, ""))
        }
        Limit::Number(_) if shape.is_date() => {
            let title = format!("`{rule}` of {name} is a number, and {name} a date");
            let diagnostic = Diagnostic::new(Id::ConstraintNotForType, title).at(fact.place, "");
            let stated = kind::stated(site.scope, site.entry);
            Some(diagnostic.at(stated, "its type").help(format!("write it as {}", example(shape))))
        }
        Limit::Date(text) if shape.is_number() => {
            let title = format!("`{rule}` of {name} is the text `{text}`, and {name} a number");
            let diagnostic = Diagnostic::new(Id::ConstraintNotForType, title).at(fact.place, "");
            let stated = kind::stated(site.scope, site.entry);
            let diagnostic = diagnostic.at(stated, "its type");
            Some(match in_text(text) {
                Some(number) => diagnostic
                    .help(format!("write `{number}`: the number alone, without quotes"))
                    .edit(fact.place, number),
                None => diagnostic.help("write a number, without quotes, or correct the type"),
            })
        }
        Limit::Date(text) if shape.is_date() && !is_of_format(shape, text) => {
            let title = format!("`{rule}` of {name} breaks `format`: `{text}` is not of its type");
            let diagnostic = Diagnostic::new(Id::ValueBreaks, title).firm().at(fact.place, "");
            let stated = kind::stated(site.scope, site.entry);
            Some(diagnostic.at(stated, "its type").help(format!("write it as {}", example(shape))))
        }
        Limit::Number(_) | Limit::Date(_) => None,
    }
}

fn is_of_format(shape: &Shape, text: &str) -> bool {
    match shape {
        Shape::Date => format::is_date(text),
        Shape::LocalDateTime => format::is_local_date_time(text),
        _ => format::is_date_time(text),
    }
}

const fn example(shape: &Shape) -> &'static str {
    match shape {
        Shape::Date => "`2026-01-31`",
        Shape::LocalDateTime => "`2026-01-31 12:00:00`",
        _ => "`2026-01-31T12:00:00Z`",
    }
}

/// The bounds of one side.
fn side(site: Site<'_>, rules: [RuleId; 2]) -> impl Iterator<Item = Stated<'_>> {
    site.entry.constraints.limits().filter(move |(rule, _)| rules.contains(rule))
}

fn pairs(site: Site<'_>) -> impl Iterator<Item = (Stated<'_>, Stated<'_>)> {
    let lows = side(site, [RuleId::Minimum, RuleId::ExclusiveMinimum]);
    lows.flat_map(move |low| side(site, [RuleId::Maximum, RuleId::ExclusiveMaximum]).map(move |high| (low, high)))
}

fn reversed(site: Site<'_>) -> Option<Diagnostic> {
    let ((low_rule, low), (high_rule, high)) =
        pairs(site).find(|((_, low), (_, high))| low.value.bound().is_above(high.value.bound()))?;
    let (least, most) = (low.value.said(low_rule), high.value.said(high_rule));
    let title = format!("the bounds of {} are reversed: nothing is {least} and {most}", site.name);
    let diagnostic = Diagnostic::new(Id::ReversedBounds, title).at(low.place, least).at(high.place, most);
    Some(
        diagnostic
            .help("swap them; if the page itself says so, keep the likelier one and tell the other under `doubts`"),
    )
}

/// Bounds between which nothing stands.
fn empty(site: Site<'_>, shape: &Shape) -> Option<Diagnostic> {
    let nothing = if shape.is_date() {
        pairs(site).any(|((low_rule, low), (high_rule, high))| {
            let outside = [low_rule, high_rule];
            let touches = low.value.bound().is_at_least(high.value.bound());
            touches && outside.iter().any(|rule| matches!(rule, RuleId::ExclusiveMinimum | RuleId::ExclusiveMaximum))
        })
    } else {
        let interval = Interval::of(shape, &site.entry.constraints);
        interval.is_some_and(|interval| interval.find(Decimal::ONE) == Admitted::Nothing)
    };
    if !nothing {
        return None;
    }
    let what = if shape.is_date() {
        "date"
    } else if shape.is_integer() {
        "whole number"
    } else {
        "number"
    };
    let title = format!("no {what} meets the rules of {}", site.name);
    let mut diagnostic = Diagnostic::new(Id::NeverSatisfied, title);
    for (rule, fact) in site.entry.constraints.limits() {
        diagnostic = diagnostic.at(fact.place, format!("`{rule}`"));
    }
    if shape.is_integer() {
        diagnostic = diagnostic.at(kind::stated(site.scope, site.entry), "its type");
    }
    Some(
        diagnostic.help(
            "correct the rule that the page does not mean; if it says both, keep the one that the server follows",
        ),
    )
}
