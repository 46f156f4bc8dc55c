//! What a run would change, as a unified diff that `git apply` and `patch -p1` take.

use std::fmt::Write as _;

use camino::Utf8Path;
use clap::builder::styling::{AnsiColor, Style};
use similar::TextDiff;

use crate::output::{Compared, Comparison, State};

/// The diff, as text.
pub(super) fn plain(comparison: &Comparison<'_>, shown: &Utf8Path) -> String {
    comparison.files.iter().filter(|file| file.state != State::Current).map(|file| of_file(file, shown)).collect()
}

/// The diff with colours.
pub(super) fn coloured(comparison: &Comparison<'_>, shown: &Utf8Path) -> String {
    let mut text = String::new();
    for line in plain(comparison, shown).split_inclusive('\n') {
        let style = style(line);
        let line = line.trim_end_matches('\n');
        _ = writeln!(text, "{style}{line}{style:#}");
    }
    text
}

fn of_file(file: &Compared<'_>, shown: &Utf8Path) -> String {
    let old = file.disk.as_deref().map(String::from_utf8_lossy);
    let name = |side: &str, is_there: bool| match (is_there, shown.as_str()) {
        (false, _) => "/dev/null".to_owned(),
        (true, ".") => format!("{side}/{}", file.path),
        (true, shown) => format!("{side}/{shown}/{}", file.path),
    };
    let (old_name, new_name) = (name("a", old.is_some()), name("b", file.text.is_some()));
    TextDiff::from_lines(old.as_deref().unwrap_or_default(), file.text.unwrap_or_default())
        .unified_diff()
        .header(&old_name, &new_name)
        .to_string()
}

fn style(line: &str) -> Style {
    let begins_with = |start: &str| line.starts_with(start);
    if begins_with("--- ") || begins_with("+++ ") {
        Style::new().bold()
    } else if begins_with("@@") {
        AnsiColor::Cyan.on_default()
    } else if begins_with("+") {
        AnsiColor::Green.on_default()
    } else if begins_with("-") {
        AnsiColor::Red.on_default()
    } else {
        Style::new()
    }
}
