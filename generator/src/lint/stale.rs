//! `stale-page`: a page or source that nobody has looked at for a year.

use super::Today;
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Api, Page, Word};

/// The days after which a look is old.
const LONGEST: i64 = 365;

pub(super) fn page(page: &Page, today: Today, found: &mut Diagnostics) {
    found.extend(page.seen.as_ref().and_then(|seen| judge("the page", "compare it with the spec", seen, today)));
}

pub(super) fn sources(api: &Api, today: Today, found: &mut Diagnostics) {
    for source in &api.sources {
        let what = format!("the source `{}`", source.name);
        found.extend(source.seen.as_ref().and_then(|seen| judge(&what, "look at it again", seen, today)));
    }
}

fn judge(what: &str, way_out: &str, seen: &Word, today: Today) -> Option<Diagnostic> {
    let days = today.days_since(&seen.text)?;
    let at = |title: String| Diagnostic::new(Id::StalePage, title).at(seen.place, "");
    if days > LONGEST {
        let title = format!("{what} was last seen more than a year ago");
        Some(at(title).help(format!("{way_out}, and write the day of that look")))
    } else if days < -1 {
        // The day begins earlier elsewhere.
        Some(at(format!("{what} was seen on a day to come")).help("write the day on which somebody really looked"))
    } else {
        None
    }
}
