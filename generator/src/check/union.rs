//! Unions: whether each variant can be told by its tag.

use serde_json::Value as Json;

use super::judge::is_open;
use super::kind::Kind;
use super::walk::Site;
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Entry, EnumScalar, Fact, Listed, Scope, Shape, Union, Variant};
use crate::runtime::{as_integer, as_unsigned};
use crate::spec::nearest;

/// Judges a union.
pub(super) fn judge(site: Site<'_>, found: &mut Diagnostics) {
    let Shape::Union(union) = &site.entry.shape.value else { return };
    for variant in &union.variants {
        let shape = site.scope.resolve(&variant.entry.shape.value);
        if Kind::of(shape) != Kind::Object {
            let title = format!(
                "the variant `{}` of {} is {}, and has no `{}`",
                variant.tag,
                site.name,
                Kind::of(shape).one(),
                union.tag
            );
            found.push(
                Diagnostic::new(Id::TagContradicts, title)
                    .at(variant.entry.shape.place, "")
                    .at(union.tag.place, "the field that tells the variants apart")
                    .help("a variant is an object: correct its type, or take the variant out"),
            );
        } else if let Some(field) = fields(site.scope, variant).iter().find(|field| field.name == union.tag.text) {
            contradicts(site, union, variant, field, found);
        }
    }
    misspelt(site, union, found);
}

/// Whether the tag field of a variant can have the tag's value.
fn contradicts(site: Site<'_>, union: &Union, variant: &Variant, field: &Entry, found: &mut Diagnostics) {
    let (tag, value) = (&variant.tag.text, variant.value());
    let fits = match Kind::of(site.scope.resolve(&field.shape.value)) {
        Kind::Any => true,
        Kind::Text => value.is_string(),
        Kind::Integer => as_integer(&value).is_ok() || as_unsigned(&value).is_ok(),
        Kind::Number => value.is_number(),
        Kind::Boolean => value.is_boolean(),
        Kind::List | Kind::Object => false,
    };
    let listed = match &field.listed {
        Some(Fact { value: Listed::Values(values), .. }) if !is_open(field) => {
            values.iter().any(|listed| match &listed.value {
                EnumScalar::Text(text) => value == *text,
                EnumScalar::Integer(integer) => as_integer(&value) == Ok(*integer),
            })
        }
        _ => true,
    };
    let constant = field.constraints.constant.as_ref().filter(|fact| !variant.is_of(&fact.value));
    if !fits || !listed || constant.is_some() {
        let place = field.listed.as_ref().filter(|_| !listed).map_or(field.shape.place, |fact| fact.place);
        let place = constant.map_or(place, |fact| fact.place);
        let title =
            format!("the field `{}` of the variant `{tag}` of {} never has the value `{tag}`", union.tag, site.name);
        let diagnostic = Diagnostic::new(Id::TagContradicts, title)
            .at(place, "")
            .at(variant.tag.place, "the variant")
            .help("correct the variant's key or the field; the field may be left out, since the key says it");
        let is_text = Kind::of(site.scope.resolve(&field.shape.value)) == Kind::Text;
        found.push(if is_text && !value.is_string() {
            let text = Json::from(tag.as_str());
            diagnostic.help(format!("the key is what JSON writes: the text is `'{text}'`"))
        } else {
            diagnostic
        });
    }
}

/// A tag that no variant has as a field, while variants have one of nearly that name.
fn misspelt(site: Site<'_>, union: &Union, found: &mut Diagnostics) {
    let names = || {
        let fields = union.variants.iter().flat_map(|variant| fields(site.scope, variant));
        fields.map(|field| field.name.as_str())
    };
    let tag = union.tag.text.as_str();
    if names().any(|name| name == tag) {
        return;
    }
    if let Some(meant) = nearest(tag, names()) {
        found.push(
            Diagnostic::new(
                Id::UnknownFieldName,
                format!("no variant of {} has the field `{tag}` that tells them apart", site.name),
            )
            .at(union.tag.place, "")
            .help(format!("did you mean `{meant}`?"))
            .help(format!("if it is another field, list `{tag}` in a variant")),
        );
    }
}

fn fields<'m>(scope: Scope<'m>, variant: &'m Variant) -> &'m [Entry] {
    match scope.resolve(&variant.entry.shape.value) {
        Shape::Object(fields) => fields,
        _ => &[],
    }
}
