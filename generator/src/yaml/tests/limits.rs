//! Input that is too much.

use std::time::{Duration, Instant};

use super::ids;
use crate::diagnostic::Id;
use crate::yaml::limits::{MAX_BYTES, MAX_DEPTH, MAX_NODES, MAX_REFUSALS};

#[test]
fn hostile_input_ends_soon() {
    let mebibyte = 1 << 20;
    let bomb = (1..12).fold("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned(), |bomb, level| {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        format!("{bomb}a{level}: &a{level} [{aliases}]\n")
    });
    let deep: Vec<_> = (0..1000).map(|level| " ".repeat(level) + "a:").collect();
    let texts = [
        ("[".repeat(mebibyte), Id::YamlLimit),
        ("{a: ".repeat(mebibyte / 4), Id::YamlLimit),
        ("- ".repeat(mebibyte / 2), Id::YamlLimit),
        ("? ".repeat(mebibyte / 2), Id::YamlLimit),
        (deep.join("\n"), Id::YamlLimit),
        ("a".repeat(mebibyte + 1), Id::YamlLimit),
        ("- a\n".repeat(mebibyte / 4), Id::YamlLimit),
        ("-\n".repeat(mebibyte / 2), Id::YamlLimit),
        (format!("[{}]", "a,".repeat(mebibyte / 2 - 1)), Id::YamlLimit),
        ("a: 1\n".repeat(mebibyte / 5), Id::YamlLimit),
        ("&a ".repeat(mebibyte / 3), Id::YamlRefused),
        ("---\n".repeat(mebibyte / 4), Id::YamlRefused),
        ("%A\n".repeat(mebibyte / 3), Id::WrongKind),
        ("\t\n".repeat(mebibyte / 2), Id::WrongKind),
        ("#\n".repeat(mebibyte / 2), Id::WrongKind),
        ("\ta\n".repeat(mebibyte / 3), Id::YamlRefused),
        ("\"".repeat(mebibyte), Id::YamlSyntax),
        ("\0".repeat(mebibyte), Id::YamlSyntax),
        ("\r".repeat(mebibyte), Id::WrongKind),
        (": ".repeat(mebibyte / 2), Id::YamlRefused),
        ("a:".repeat(mebibyte / 2), Id::YamlSyntax),
        (bomb, Id::YamlLimit),
    ];
    for (text, id) in texts {
        let start = Instant::now();
        let (found, is_read) = ids(&text);
        let beginning: String = text.chars().take(20).collect();
        assert!(found.contains(&id), "{beginning:?}: {:?}", found.last());
        assert!(found.len() <= 2 * MAX_REFUSALS, "{beginning:?}: {} messages", found.len());
        assert!(!is_read || id == Id::YamlRefused, "{beginning:?}");
        assert!(start.elapsed() < Duration::from_secs(20), "{beginning:?}: {:?}", start.elapsed());
    }
}

#[test]
fn limits_are_met_exactly() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(ids(&nested(MAX_DEPTH)), (vec![], true));
    assert_eq!(ids(&nested(MAX_DEPTH + 1)), (vec![Id::YamlLimit], false));
    let mixed = |depth: usize| format!("a:\n  - {}", nested(depth - 2));
    assert_eq!(ids(&mixed(MAX_DEPTH)), (vec![], true));
    assert_eq!(ids(&mixed(MAX_DEPTH + 1)), (vec![Id::YamlLimit], false));

    let nodes = |count: usize| "- a\n".repeat(count - 1);
    assert_eq!(ids(&nodes(MAX_NODES)), (vec![], true));
    assert_eq!(ids(&nodes(MAX_NODES + 1)), (vec![Id::YamlLimit], false));

    let bytes = |count: usize| format!("a: '{}'", "x".repeat(count - 5));
    assert_eq!(ids(&bytes(MAX_BYTES)), (vec![], true));
    assert_eq!(ids(&bytes(MAX_BYTES + 1)), (vec![Id::YamlLimit], false));
}
