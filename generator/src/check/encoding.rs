//! Forms on the wire: where a value is written as text, and whether its place has the form.

use super::kind::{self, Kind};
use super::walk::{Location, Site};
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Encode, FormKind, Shape};

/// Judges how an entry is written.
pub(super) fn judge(site: Site<'_>, found: &mut Diagnostics) {
    let named = match &site.entry.shape.value {
        Shape::Named(id) => site.scope.named(*id),
        _ => None,
    };
    // A type may serve form and JSON: its form is looked at where it is used as text alone.
    let own = site.entry.encode.as_ref().filter(|fact| {
        let of_type = named.and_then(|named| named.entry.encode.as_ref());
        of_type.is_none_or(|of_type| of_type.place != fact.place)
    });
    if let Some(encode) = own
        && !matches!(site.shape(), Shape::List(_))
    {
        let kind = Kind::of(site.shape()).one();
        let title = format!("`encode` says how a list is written, and {} is {kind}", site.name);
        let diagnostic = Diagnostic::new(Id::EncodingNotHere, title)
            .at(encode.place, "")
            .at(kind::stated(site.scope, site.entry), "its type");
        found.push(diagnostic.help("remove it, or correct the type"));
        return;
    }
    let (place, admitted): (_, &[Encode]) = match site.at {
        Location::Shared | Location::Address => return,
        Location::Json | Location::Form(_) => {
            if let Some(encode) = own {
                let title =
                    format!("`{}` is no form of {}: in JSON a list is itself", encode.value.as_str(), site.name);
                found.push(Diagnostic::new(Id::EncodingNotHere, title).at(encode.place, "").help("remove `encode`"));
            }
            return;
        }
        Location::Path => ("a path", &[Encode::Comma]),
        Location::Query => ("a query", &[Encode::Repeat, Encode::Brackets, Encode::Comma]),
        Location::Header => ("a header", &[Encode::Comma, Encode::Repeat]),
        Location::Part(form) => (form.noun(), &[Encode::Repeat, Encode::Brackets, Encode::Comma]),
    };
    if let Some(encode) = site.entry.encode.as_ref().filter(|encode| !admitted.contains(&encode.value)) {
        let title = format!("`{}` is no form of {} in {place}", encode.value.as_str(), site.name);
        let words: Vec<_> = admitted.iter().map(|encode| format!("`{}`", encode.as_str())).collect();
        let help = format!("{place} admits {}", words.join(", "));
        found.push(Diagnostic::new(Id::EncodingNotHere, title).at(encode.place, "").help(help));
    }
    as_text(site, place, found);
}

/// What is text on the wire is a scalar, or a list of scalars.
fn as_text(site: Site<'_>, place: &str, found: &mut Diagnostics) {
    let stated = site.entry.shape.place;
    let item = match site.shape() {
        Shape::List(item) => Some(site.scope.resolve(&item.shape.value)),
        _ => None,
    };
    let kind = Kind::of(item.unwrap_or(site.shape()));
    let name = site.name;
    if let Shape::List(item) = site.shape()
        && let Some(nullable) = item.nullable.as_ref().filter(|fact| fact.value)
    {
        found.push(
            Diagnostic::new(
                Id::EncodingNotHere,
                format!("an item of {name} may be null, for which {place} has no form"),
            )
            .at(nullable.place, "")
            .at(stated, "")
            .help("remove `nullable` of the items; if the page gives a text for null, list it under `enum`"),
        );
    }
    let of = |what: &str| if item.is_some() { format!("lists of {what}") } else { what.to_owned() };
    match kind {
        Kind::List => found.push(
            Diagnostic::new(Id::EncodingNotHere, format!("{name} is a list of lists, for which {place} has no form"))
                .at(stated, "")
                .help("correct the type"),
        ),
        Kind::Object if site.at == Location::Part(FormKind::Multipart) => found.push(
            Diagnostic::new(
                Id::NotYet,
                format!("{} in {place}, such as {name}, are not written by this version", of("objects")),
            )
            .at(stated, "")
            .help("until then give it the type `string`, and say in `doc` that it holds JSON"),
        ),
        Kind::Object | Kind::Any => {
            let what = if kind == Kind::Any { "values of any kind" } else { "objects" };
            let title = format!("nobody says how {} are written in {place}, such as {name}", of(what));
            found.push(
                Diagnostic::new(Id::EncodingUnsaid, title)
                    .at(stated, "")
                    .help("the forms of objects are not read by this version: until then give it the type `string`"),
            );
        }
        Kind::Boolean | Kind::Text | Kind::Integer | Kind::Number => {}
    }
}
