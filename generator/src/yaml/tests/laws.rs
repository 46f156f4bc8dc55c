//! What holds of every text, with another library as the second opinion.

use std::path::Path;

use proptest::prelude::*;
use serde_yaml::Value;

use super::{as_text, read, walk};
use crate::diagnostic::{Diagnostics, Sources};
use crate::yaml::{Node, NodeKind, Scalar, Style};

/// What the second reader says of a scalar that it resolves to another kind than text, undone by our text.
fn agrees(ours: &Node, theirs: &Value) -> bool {
    match (&ours.kind, theirs) {
        (NodeKind::Scalar(scalar), Value::String(text)) => scalar.text == *text,
        (NodeKind::Scalar(scalar), value) => {
            let resolved: Result<Value, _> = serde_yaml::from_str(&scalar.text);
            scalar.style == Style::Plain && resolved.is_ok_and(|resolved| resolved == *value)
        }
        (NodeKind::Sequence(ours), Value::Sequence(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| agrees(ours, theirs))
        }
        (NodeKind::Mapping(ours), Value::Mapping(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().zip(theirs).all(|(ours, (key, value))| {
                    let key_agrees = match key {
                        Value::String(text) => ours.key.value == *text,
                        other => serde_yaml::from_str::<Value>(&ours.key.value).is_ok_and(|key| key == *other),
                    };
                    key_agrees && agrees(&ours.value, value)
                })
        }
        _ => false,
    }
}

/// Checks that each place holds what the tree says stands there.
fn check_places(root: &Node, sources: &Sources) {
    walk(root, &mut |node| {
        let at = sources.text(node.place);
        match &node.kind {
            NodeKind::Scalar(Scalar { text, style: Style::Plain }) => {
                let folded = at.split_whitespace().collect::<Vec<_>>().join(" ");
                assert_eq!(folded, text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            NodeKind::Scalar(Scalar { text, style: Style::Literal }) => {
                let lines = |text: &str| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
                assert!(text.trim().is_empty() || lines(at.trim()) == lines(text.trim()), "{at:?} {text:?}");
            }
            NodeKind::Scalar(_) => {}
            NodeKind::Sequence(_) => assert!(at.starts_with(['-', '[']), "{at:?}"),
            NodeKind::Mapping(entries) => {
                for entry in entries {
                    let (key, value) = (entry.key.place.span, entry.value.place.span);
                    assert!(node.place.span.start <= key.start && key.end < value.end.max(key.end + 1), "{at:?}");
                    assert!(value.end <= node.place.span.end && key.end <= value.start, "{at:?}");
                }
            }
        }
    });
}

#[test]
fn all_specs_are_read_as_the_second_reader_reads_them() {
    fn check(folder: &Path) -> usize {
        let mut count = 0;
        for entry in folder.read_dir().expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                count += check(&entry);
            } else if entry.extension().is_some_and(|extension| extension == "yaml") {
                let text = std::fs::read_to_string(&entry).expect("a file");
                let (root, found, sources) = read(&text);
                assert_eq!(found, Diagnostics::default(), "{}", entry.display());
                let root = root.expect("a tree");
                check_places(&root, &sources);
                assert!(agrees(&root, &serde_yaml::from_str(&text).expect("YAML")), "{}", entry.display());
                count += 1;
            }
        }
        count
    }
    assert!(check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs")) >= 10);
}

/// Documents of texts, lists and maps; without the line ends that only YAML 1.1 has, which the writer folds.
fn document() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        "[a-z]{0,6}",
        r"[a-zé丙😀:#\-?,\[\]{}&*!|>'\x22%@`~<=. 0-9]{0,12}",
        "[ -~\n]{0,30}",
        "(a b |c\n|\n| d\n){0,6}",
        prop::sample::select(vec!["no", "~", "null", "1_000", "0x1F", "2026-11-21", ".inf", "1.10", "---", "true"])
            .prop_map(str::to_owned),
        r"\PC{0,10}",
    ];
    let text = text.prop_filter("line ends of YAML 1.1", |text| !text.contains(['\u{85}', '\u{2028}', '\u{2029}']));
    let leaf = text.clone().prop_map(Value::String);
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::Sequence),
            prop::collection::vec((text.clone().prop_filter("written plain", |key| key != "<<"), inner), 0..5)
                .prop_map(|entries| Value::Mapping(
                    entries.into_iter().map(|(key, value)| (key.into(), value)).collect()
                )),
        ]
    })
}

/// Texts of what YAML is made of.
const TOKENS: &str = "([a-c]: |- |[a-c]|\n|  |\\{|\\}|\\[|\\]|, |'|\"|# |\\||>|1|é){0,30}";

/// Any byte, and more often one that YAML has a use for.
fn byte() -> impl Strategy<Value = u8> {
    let indicators = b"\n\r\t :-[]{},&*!|>'\"%#?<\\\0\xef\xbb\xbfua0";
    prop_oneof![any::<u8>(), prop::sample::select(indicators.to_vec())]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 512, ..ProptestConfig::default() })]

    /// What another library writes is read as what it was, each scalar as its text, with places that hold it.
    #[test]
    fn what_is_written_is_read(document in document()) {
        let text = serde_yaml::to_string(&document).expect("it can be written");
        let (root, found, sources) = read(&text);
        prop_assert_eq!(&found, &Diagnostics::default(), "{}", text);
        let root = root.expect("a tree");
        prop_assert_eq!(as_text(&root), document, "{}", text);
        check_places(&root, &sources);
    }

    /// What both read as a list or a map, they read alike; of a block scalar alone in a file YAML 1.1 and 1.2 differ.
    #[test]
    fn what_two_readers_read_is_the_same(text in TOKENS) {
        let text = text + "\n";
        let (root, _, sources) = read(&text);
        let root = root.filter(|root| !matches!(root.kind, NodeKind::Scalar(_)));
        if let (Some(root), Ok(theirs)) = (root, serde_yaml::from_str::<Value>(&text)) {
            prop_assert!(agrees(&root, &theirs), "{:?}\n{:?}\n{:?}", text, as_text(&root), theirs);
            check_places(&root, &sources);
        }
    }

    /// Nothing panics, every place is one of the file, and where nothing is read something is said.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(byte(), 0..80)) {
        let (root, found, sources) = read(&String::from_utf8_lossy(&bytes));
        prop_assert!(root.is_some() || found.has_errors());
        for diagnostic in &found {
            prop_assert!(!diagnostic.help.is_empty(), "{}", diagnostic);
            for label in &diagnostic.labels {
                let text = &sources.get(label.place.file).text;
                prop_assert!(text.get(label.place.span.start..label.place.span.end).is_some(), "{}", diagnostic);
            }
        }
        if let Some(root) = root {
            walk(&root, &mut |node| {
                let text = &sources.get(node.place.file).text;
                assert!(text.get(node.place.span.start..node.place.span.end).is_some());
            });
        }
    }
}
