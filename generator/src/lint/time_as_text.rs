//! `time-as-text`: a name that says time, with a type that says text alone.

use super::words;
use crate::check::walk::Site;
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::Shape;

/// Words before `time` with which it is how long something takes.
const DURATIONS: [&str; 16] = [
    "cycle",
    "delay",
    "down",
    "elapsed",
    "handling",
    "idle",
    "lag",
    "lead",
    "life",
    "processing",
    "response",
    "run",
    "total",
    "up",
    "wait",
    "waiting",
];

pub(super) fn judge(site: Site<'_>, found: &mut Diagnostics) {
    let entry = site.entry;
    // Who says more of the text, or doubts it, has looked.
    let is_bare = entry.shape.value == Shape::Text
        && entry.listed.is_none()
        && entry.constraints.constant.is_none()
        && entry.constraints.pattern.is_none()
        && entry.doubts.is_empty()
        && entry.unenforced.is_empty();
    if is_bare && says_time(&words::of_name(site)) {
        found.push(
            Diagnostic::new(Id::TimeAsText, format!("{} is a time by its name, and any text by its type", site.name))
                .at(entry.shape.place, "")
                .help("write the type of its samples: `date-time`, `date`, `local-date-time` or, of a number, `epoch-seconds`")
                .help("where the page says string, write it under `inferred` with the reason; where it has another layout, give a `pattern`, or a doubt"),
        );
    }
}

fn says_time(name: &[String]) -> bool {
    let name: Vec<&str> = name.iter().map(String::as_str).collect();
    match name.as_slice() {
        [] => false,
        // How long something takes is no point in time, and a share of a day's work is neither.
        [.., before, "time"] if DURATIONS.contains(before) || matches!(*before, "full" | "part" | "real") => false,
        [.., before, "on"] => before.ends_with("ed"),
        ["when", ..] | [.., _, "at"] => true,
        [.., last] => matches!(*last, "date" | "datetime" | "time" | "timestamp"),
    }
}
