//! Texts of others in HTML: they stay texts.

use std::fmt::{self, Display, Write as _};

use crate::diagnostic::shown;

/// A text in an element or in an attribute between quotes.
pub(super) struct Escaped<'t>(pub(super) &'t str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            let (before, behind) = rest.split_at(at);
            let (special, behind) = behind.split_at(1);
            f.write_str(before)?;
            f.write_str(match special {
                "&" => "&amp;",
                "<" => "&lt;",
                ">" => "&gt;",
                "\"" => "&quot;",
                _ => "&#39;",
            })?;
            rest = behind;
        }
        f.write_str(rest)
    }
}

/// A text on one line; what stands between backticks in it is shown as code.
pub(super) fn words(text: &str, most: usize) -> String {
    let line = shown::line(text, most);
    let pieces: Vec<&str> = line.split('`').collect();
    let mut out = String::with_capacity(line.len());
    for (at, piece) in pieces.iter().enumerate() {
        // Writing to a String never fails.
        _ = match at % 2 {
            0 => write!(out, "{}", Escaped(piece)),
            // A last backtick without its pair begins no code.
            _ if at + 1 == pieces.len() => write!(out, "`{}", Escaped(piece)),
            _ => write!(out, "<code>{}</code>", Escaped(piece)),
        };
    }
    out
}

/// A text on one line, as code.
pub(super) fn code(text: &str, most: usize) -> String {
    format!("<code>{}</code>", Escaped(&shown::line(text, most)))
}
