//! What a run would change, as a unified diff that `git apply` and `patch -p1` take.

use std::fmt::Write as _;

use camino::Utf8Path;
use clap::builder::styling::{AnsiColor, Style};
use similar::TextDiff;

use crate::diagnostic::shown::is_hidden;
use crate::output::{Compared, Comparison, State};

/// The diff, as text.
pub(super) fn plain(comparison: &Comparison<'_>, shown: &Utf8Path) -> String {
    comparison.files.iter().filter(|file| file.state != State::Current).map(|file| of_file(file, shown)).collect()
}

/// The diff of a file with its text as it would be, which are not the same.
pub(super) fn of_texts(path: &Utf8Path, old: &str, new: &str) -> String {
    let name = |side: &str| quoted(format!("{side}/{path}"));
    of_lines(old, new, &name("a"), &name("b"))
}

/// The diff by lines as `git apply` and `patch` count them: a carriage return alone ends none.
fn of_lines(old: &str, new: &str, old_name: &str, new_name: &str) -> String {
    let lines = |text| str::split_inclusive(text, '\n').collect::<Vec<&str>>();
    let (old, new) = (lines(old), lines(new));
    let diff = TextDiff::configure().newline_terminated(true).diff_slices(&old, &new);
    let mut text = String::new();
    for hunk in diff.unified_diff().iter_hunks() {
        // Writing to a String never fails.
        if text.is_empty() {
            _ = writeln!(text, "--- {old_name}\n+++ {new_name}");
        }
        _ = writeln!(text, "{}", hunk.header());
        for change in hunk.iter_changes() {
            let line = change.value();
            let end = if line.ends_with('\n') { "" } else { "\n\\ No newline at end of file\n" };
            _ = write!(text, "{}{line}{end}", change.tag());
        }
    }
    text
}

/// The diff with colours.
pub(super) fn coloured(diff: &str) -> String {
    let mut text = String::new();
    for line in diff.split_inclusive('\n') {
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
        (true, ".") => quoted(format!("{side}/{}", file.path)),
        (true, shown) => quoted(format!("{side}/{shown}/{}", file.path)),
    };
    let (old_name, new_name) = (name("a", old.is_some()), name("b", file.text.is_some()));
    of_lines(old.as_deref().unwrap_or_default(), file.text.unwrap_or_default(), &old_name, &new_name)
}

/// A path that holds what is not seen, or would end the line, in the quotes that `git apply` and `patch` read: with the
/// bytes in octal.
fn quoted(path: String) -> String {
    if !path.contains(is_hidden) {
        return path;
    }
    let mut text = String::from('"');
    for char in path.chars() {
        match char {
            '"' | '\\' => text.extend(['\\', char]),
            hidden if is_hidden(hidden) => {
                for byte in hidden.encode_utf8(&mut [0; 4]).bytes() {
                    _ = write!(text, "\\{byte:03o}");
                }
            }
            other => text.push(other),
        }
    }
    text + "\""
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
