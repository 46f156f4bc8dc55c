//! `enum-case`: a value of an enum that differs from another by case alone.

use std::collections::HashMap;

use crate::check::walk::Site;
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{EnumScalar, Listed};

pub(super) fn judge(site: Site<'_>, found: &mut Diagnostics) {
    let Some(Listed::Values(values)) = site.entry.listed.as_ref().map(|fact| &fact.value) else { return };
    let mut known = HashMap::new();
    for value in values {
        let EnumScalar::Text(text) = &value.value else { continue };
        let Some((other, place)) = known.insert(text.to_lowercase(), (text, value.place)) else { continue };
        if other != text {
            found.push(
                Diagnostic::new(Id::EnumCase, format!("`{text}` of {} is `{other}` but for its case", site.name))
                    .at(value.place, "")
                    .at(place, "the same letters")
                    .help("keep the one that the server takes, and say under `doubts` what the page has")
                    .help("where it really knows both, allow it with the reason"),
            );
        }
    }
}
