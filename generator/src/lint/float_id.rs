//! `float-id`: an identifier that may have a fraction.

use super::words;
use crate::check::walk::Site;
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::Shape;

pub(super) fn judge(site: Site<'_>, found: &mut Diagnostics) {
    let shape = &site.entry.shape;
    if !matches!(shape.value, Shape::Number(_) | Shape::Float) {
        return;
    }
    let name = words::of_name(site);
    if name.last().is_some_and(|last| matches!(last.as_str(), "id" | "ids")) {
        found.push(
            Diagnostic::new(Id::FloatId, format!("{} is an identifier, and its type has fractions", site.name))
                .at(shape.place, "big numbers of this type lose digits")
                .help("where the page says number, write `type: integer` under `known` or `inferred`, with the reason"),
        );
    }
}
