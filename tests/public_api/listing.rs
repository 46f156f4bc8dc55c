//! The list of a public API, made short enough to be read: what repeats is said once.

use std::collections::BTreeSet;

/// Paths that every reader knows by their last name, and that of the crate itself.
const KNOWN: [&str; 13] = [
    "message_clients::",
    "alloc::boxed::",
    "alloc::string::",
    "alloc::sync::",
    "alloc::vec::",
    "core::cmp::",
    "core::convert::",
    "core::default::",
    "core::marker::",
    "core::ops::function::",
    "core::option::",
    "core::result::",
    "core::time::",
];

/// A type, a trait or something else of a module, with what belongs to it.
struct Item<'a> {
    head: &'a str,
    parts: Vec<Part<'a>>,
}

enum Part<'a> {
    /// A field, a variant, or an item of the trait.
    Own(&'a str),
    Impl {
        head: &'a str,
        items: Vec<&'a str>,
    },
}

/// Groups the lines by the items of modules; items of trait impls are left out where the trait says them already, and
/// what is re-exported is listed where it is defined.
pub fn shortened(api: &str) -> String {
    let api = KNOWN.iter().fold(api.to_owned(), |text, known| text.replace(known, ""));
    let items = items(&api);
    let declared: BTreeSet<&str> = items.iter().filter(|item| !is_trait(item)).map(|item| path(item.head)).collect();
    let (mut lines, mut told) = (Vec::new(), BTreeSet::new());
    for item in items {
        let name = path(item.head);
        let is_trait = is_trait(&item);
        let original = item.parts.iter().find_map(|part| defined_elsewhere(part, name));
        if let (Some(original), false) = (original, is_trait) {
            lines.push(format!("pub use {original} as {name}"));
            continue;
        }
        lines.push(item.head.to_owned());
        let below = format!("{name}::");
        for part in item.parts {
            match part {
                Part::Own(line) => lines.push(format!("    {}", line.replacen(&below, "", 1))),
                Part::Impl { head, .. } if is_trait && declared.contains(cut(subject(head))) => {}
                Part::Impl { head, .. } if !told.insert(head) => {}
                Part::Impl { head, items } => {
                    lines.push(format!("    {head}"));
                    let is_told = |line: &&str| of_trait(head).is_none_or(|of| says_more(of, line));
                    let below = format!("{}::", subject(head));
                    let items = items.into_iter().filter(is_told);
                    lines.extend(items.map(|line| format!("        {}", line.replacen(&below, "", 1))));
                }
            }
        }
    }
    lines.join("\n") + "\n"
}

fn items(api: &str) -> Vec<Item<'_>> {
    let mut items: Vec<Item<'_>> = Vec::new();
    for line in api.lines() {
        let Some(item) = items.last_mut() else {
            items.push(Item { head: line, parts: Vec::new() });
            continue;
        };
        if line.starts_with("impl") {
            item.parts.push(Part::Impl { head: line, items: Vec::new() });
            continue;
        }
        match item.parts.last_mut() {
            Some(Part::Impl { head, items }) if is_within(line, cut(subject(head))) => items.push(line),
            _ if is_within(line, path(item.head)) && !item.head.starts_with("pub mod ") => {
                item.parts.push(Part::Own(line));
            }
            _ => items.push(Item { head: line, parts: Vec::new() }),
        }
    }
    items
}

/// The path of the type that an impl shows to be another's, that is, the item only re-exports it.
fn defined_elsewhere<'a>(part: &Part<'a>, name: &str) -> Option<&'a str> {
    let Part::Impl { head, .. } = part else { return None };
    let last = |path: &'a str| path.rsplit("::").next();
    let subject = cut(subject(head));
    (subject != name && last(subject) == name.rsplit("::").next()).then_some(subject)
}

/// The trait of an impl, if it is of one.
fn of_trait(head: &str) -> Option<&str> {
    head.split_once(" for ").map(|(of, _)| of)
}

/// Whether an item of an impl says what its trait leaves open: a type of a trait of the client.
fn says_more(of: &str, line: &str) -> bool {
    line.starts_with("pub type ") && of.contains("runtime::client::")
}

/// The type that an impl is for.
fn subject(head: &str) -> &str {
    let rest = head.split_once(" for ").map_or_else(|| behind_parameters(head), |(_, rest)| rest);
    rest.split_once(" where ").map_or(rest, |(subject, _)| subject)
}

/// An inherent impl without `impl` and the parameters behind that.
fn behind_parameters(head: &str) -> &str {
    let mut depth = 0_usize;
    let end = head.find(|character| {
        depth = match character {
            '<' => depth + 1,
            '>' => depth.saturating_sub(1),
            _ => depth,
        };
        character == ' ' && depth == 0
    });
    end.and_then(|end| head.get(end + 1..)).unwrap_or(head)
}

fn is_trait(item: &Item<'_>) -> bool {
    item.head.starts_with("pub trait ")
}

/// The path that a line declares.
fn path(line: &str) -> &str {
    const WORDS: [&str; 13] = [
        "#[non_exhaustive] ",
        "#[must_use] ",
        "pub ",
        "const ",
        "async ",
        "fn ",
        "struct ",
        "enum ",
        "trait ",
        "type ",
        "mod ",
        "static ",
        "use ",
    ];
    let mut rest = line;
    while let Some(less) = WORDS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = less;
    }
    cut(rest)
}

/// The path at the start of a text, without arguments.
fn cut(text: &str) -> &str {
    let end = text.find(['(', '<', ' ', '=']).unwrap_or(text.len());
    text[..end].trim_end_matches(':')
}

fn is_within(line: &str, outer: &str) -> bool {
    let inner = path(line);
    inner == outer || inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with("::"))
}
