//! Names that a file or folder may have on every system, so that what is checked in here can be checked out there.

use crate::diagnostic::is_hidden;

/// The longest name that most systems take, in bytes.
const LONGEST: usize = 255;
/// Names that are devices on Windows in every folder, with or without an ending; `COM1` and the like besides.
const DEVICES: [&str; 6] = ["aux", "con", "conin$", "conout$", "nul", "prn"];

/// Why a name cannot be that of a file or folder on every system; `None` where it can.
pub(crate) fn not_portable(name: &str) -> Option<&'static str> {
    if name.len() > LONGEST {
        Some("it is longer than 255 bytes")
    } else if name.contains(is_hidden) {
        Some("it has a character that cannot be seen")
    } else if name.contains(['<', '>', ':', '"', '|', '?', '*', '\\']) {
        Some("it has one of the characters `<>:\"|?*\\`, which Windows takes in no name")
    } else if name.ends_with(['.', ' ']) {
        Some("it ends with a dot or blank, which Windows drops")
    } else if is_device(name) {
        Some("Windows keeps it for a device")
    } else {
        None
    }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches(' ').to_ascii_lowercase();
    let numbered = |port: &str| {
        let number = stem.strip_prefix(port).map(|number| number.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some(['0'..='9' | '¹' | '²' | '³']))
    };
    DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::not_portable;

    /// The names are those of Microsoft's "Naming Files, Paths, and Namespaces".
    #[test]
    fn names_that_some_system_refuses_are_told_from_others() {
        for name in ["CON", "aux", "nul.txt", "Com1", "lpt9.x.y", "com¹", "aux .rs", "a.", "a ", "a:b", "a\\b", "a\nb"]
        {
            assert!(not_portable(name).is_some(), "{name}");
        }
        for name in ["a\u{202e}b".to_owned(), "a".repeat(256)] {
            assert!(not_portable(&name).is_some(), "{name}");
        }
        for name in ["console", "auxiliary", "com", "com10", "lpt", ".git", "a b", "grün", "con_", "x.con"] {
            assert_eq!(not_portable(name), None, "{name}");
        }
        assert_eq!(not_portable(&"a".repeat(255)), None);
    }
}
