//! The cargo workspace that a new crate becomes a member of: its manifest is changed, and nothing else in it moves.

use std::fs;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};
use toml_edit::{Array, DocumentMut, Item, RawString, Table, Value};

use crate::disk::read_text;

/// The biggest manifest that is read, in bytes.
const MAX_FILE: u64 = 1 << 20;

/// How a folder becomes part of a workspace.
#[derive(Debug)]
pub enum Membership {
    /// No manifest stands in the folder or above it.
    NoWorkspace,
    /// The workspace has it already, or leaves it out on purpose.
    Settled(Utf8PathBuf),
    /// The manifest, with the folder among its members.
    Changed {
        /// The manifest.
        manifest: Utf8PathBuf,
        /// Its new text.
        text: String,
        /// The folder, as the manifest names it.
        member: String,
    },
    /// The manifest cannot be changed safely.
    ByHand {
        /// The manifest.
        manifest: Utf8PathBuf,
        /// What is to be written into it.
        line: String,
    },
}

/// Finds the workspace around a folder, as cargo does, and makes a crate in it a member. Writes nothing.
///
/// # Errors
/// Where a manifest cannot be read.
pub fn join(crate_folder: &Utf8Path) -> Result<Membership, (Utf8PathBuf, io::Error)> {
    let mut nearest = None;
    for folder in crate_folder.ancestors().skip(1) {
        let manifest = folder.join("Cargo.toml");
        let text = match read_text(&manifest, MAX_FILE) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err((manifest, error)),
        };
        let Some(member) = below(crate_folder, folder) else { continue };
        let is_workspace = text.parse::<DocumentMut>().is_ok_and(|document| document.contains_key("workspace"));
        if is_workspace {
            return Ok(settled(manifest, &text, member));
        }
        nearest.get_or_insert((manifest, text, member));
    }
    Ok(match nearest {
        Some((manifest, text, member)) => settled(manifest, &text, member),
        None => Membership::NoWorkspace,
    })
}

/// The membership by what the manifest is on disk: a link is not followed, and what is protected stays as it is.
fn settled(manifest: Utf8PathBuf, text: &str, member: String) -> Membership {
    let may_change =
        fs::symlink_metadata(&manifest).is_ok_and(|metadata| metadata.is_file() && !metadata.permissions().readonly());
    match with_member(manifest, text, member) {
        Membership::Changed { manifest, member, .. } if !may_change => by_hand(manifest, &member),
        membership => membership,
    }
}

fn by_hand(manifest: Utf8PathBuf, member: &str) -> Membership {
    Membership::ByHand { manifest, line: format!("[workspace]\nmembers = [\"{member}\"]") }
}

/// The path of a folder below another, with `/`.
fn below(folder: &Utf8Path, root: &Utf8Path) -> Option<String> {
    let path = folder.strip_prefix(root).ok()?;
    Some(path.components().map(|component| component.as_str()).collect::<Vec<_>>().join("/"))
}

fn with_member(manifest: Utf8PathBuf, text: &str, member: String) -> Membership {
    let is_settled = text.parse().is_ok_and(|document: DocumentMut| {
        lists(&document, "members").any(|pattern| covers(pattern, &member))
            || lists(&document, "exclude").any(|path| is_at_or_below(&member, path))
    });
    if is_settled {
        return Membership::Settled(manifest);
    }
    match changed(text, &member) {
        Some(text) => Membership::Changed { manifest, text, member },
        None => by_hand(manifest, &member),
    }
}

/// The texts of a list of `[workspace]`.
fn lists<'d>(document: &'d DocumentMut, key: &str) -> impl Iterator<Item = &'d str> {
    let list = document.get("workspace").and_then(|workspace| workspace.get(key)).and_then(Item::as_array);
    list.into_iter().flatten().filter_map(Value::as_str)
}

/// The manifest with one more member; `None` where it is not what cargo takes, or the change does not show.
fn changed(text: &str, member: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let workspace = document.entry("workspace").or_insert_with(|| Item::Table(Table::new()));
    let members = workspace.as_table_like_mut()?.entry("members").or_insert_with(|| Array::new().into());
    push(members.as_array_mut()?, member);
    let text = document.to_string();
    let read: DocumentMut = text.parse().ok()?;
    let shows = lists(&read, "members").any(|listed| listed == member);
    shows.then_some(text)
}

/// Adds a text to a list in the layout that the list has.
fn push(members: &mut Array, member: &str) {
    let mut value = Value::from(member);
    let first = members.get(0).is_some_and(has_line_break);
    let layout = match members.get(members.len().saturating_sub(1)) {
        Some(last) if first => {
            text_of(last.decor().prefix()).rsplit_once('\n').map_or(" ", |(_, indent)| indent).to_owned()
        }
        Some(_) => " ".to_owned(),
        None => String::new(),
    };
    // A comment behind the last member stays there.
    let mut remark = text_of(Some(members.trailing())).trim_end().to_owned();
    if let Some(last) = members.get_mut(members.len().saturating_sub(1)) {
        remark.insert_str(0, text_of(last.decor().suffix()).trim_end());
        last.decor_mut().set_suffix("");
    }
    let line_break = if first || remark.contains('#') { "\n" } else { "" };
    if !line_break.is_empty() {
        members.set_trailing("\n");
    }
    value.decor_mut().set_prefix(format!("{remark}{line_break}{layout}"));
    members.push_formatted(value);
}

fn text_of(raw: Option<&RawString>) -> String {
    raw.and_then(RawString::as_str).unwrap_or_default().to_owned()
}

fn has_line_break(value: &Value) -> bool {
    text_of(value.decor().prefix()).contains('\n')
}

fn is_at_or_below(member: &str, path: &str) -> bool {
    let path = path.strip_prefix("./").unwrap_or(path).trim_end_matches('/');
    member.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a member of cargo's, in which `*` and `?` stand within a segment, names a path.
fn covers(pattern: &str, path: &str) -> bool {
    let pattern = pattern.strip_prefix("./").unwrap_or(pattern).trim_end_matches('/');
    let segments = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
    let (pattern, path) = (segments(pattern), segments(path));
    pattern.len() == path.len()
        && pattern.iter().zip(&path).all(|(pattern, segment)| matches(pattern.as_bytes(), segment.as_bytes()))
}

fn matches(pattern: &[u8], text: &[u8]) -> bool {
    match (pattern, text) {
        ([], []) => true,
        ([b'*', rest @ ..], _) => (0..=text.len()).any(|end| matches(rest, &text[end..])),
        ([b'?', rest @ ..], [_, text @ ..]) => matches(rest, text),
        ([first, rest @ ..], [byte, text @ ..]) => first == byte && matches(rest, text),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest_with(text: &str, member: &str) -> Option<String> {
        match with_member("Cargo.toml".into(), text, member.to_owned()) {
            Membership::Changed { text, .. } => Some(text),
            _ => None,
        }
    }

    #[test]
    fn a_member_is_added_in_the_layout_that_stands_there() {
        for (before, after) in [
            ("[workspace]\nmembers = [\"a\"]\n", "[workspace]\nmembers = [\"a\", \"generated\"]\n"),
            ("[workspace]\nmembers = []\n", "[workspace]\nmembers = [\"generated\"]\n"),
            (
                "[workspace]\nmembers = [\n    \"a\", # first\n    \"b\" # last\n]\n",
                "[workspace]\nmembers = [\n    \"a\", # first\n    \"b\", # last\n    \"generated\"\n]\n",
            ),
            (
                "[workspace]\nmembers = [\n    \"a\", # first\n    \"b\",\n]\n\n# kept\n[profile.dev]\ndebug = 0\n",
                "[workspace]\nmembers = [\n    \"a\", # first\n    \"b\",\n    \"generated\",\n]\n\n# kept\n[profile.dev]\ndebug = 0\n",
            ),
            (
                "[workspace]\n\n[package]\nname = \"a\"\n",
                "[workspace]\nmembers = [\"generated\"]\n\n[package]\nname = \"a\"\n",
            ),
            (
                "[package]\nname = \"a\" # kept\n",
                "[package]\nname = \"a\" # kept\n\n[workspace]\nmembers = [\"generated\"]\n",
            ),
        ] {
            assert_eq!(manifest_with(before, "generated").as_deref(), Some(after));
        }
    }

    #[test]
    fn what_a_workspace_covers_or_leaves_out_is_settled() {
        for (text, member) in [
            ("[workspace]\nmembers = [\"crates/*\"]\n", "crates/api"),
            ("[workspace]\nmembers = [\"./gen*/\"]\n", "generated"),
            ("[workspace]\nmembers = []\nexclude = [\"tools\"]\n", "tools/generated"),
        ] {
            let found = with_member("Cargo.toml".into(), text, member.to_owned());
            assert!(matches!(found, Membership::Settled(_)), "{text}");
        }
        assert!(manifest_with("[workspace]\nmembers = [\"crates/*\"]\n", "crates/api/generated").is_some());
    }

    #[test]
    fn what_cargo_would_not_take_is_left_to_people() {
        for text in ["[workspace]\nmembers = \"a\"\n", "workspace = 1\n", "[workspace\n"] {
            let found = with_member("Cargo.toml".into(), text, "generated".to_owned());
            assert!(
                matches!(&found, Membership::ByHand { line, .. } if line.ends_with("members = [\"generated\"]")),
                "{found:?}"
            );
        }
    }
}
