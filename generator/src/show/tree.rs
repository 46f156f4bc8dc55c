//! Data in an order, to be written as JSON or as YAML.

use std::fmt::Write as _;

use serde_core::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::Value as Json;

use crate::diagnostic::shown;

/// Data whose members keep their order.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// A value.
    Value(Json),
    /// A list.
    List(Vec<Tree>),
    /// Members by name.
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Value(Json::String(text.into()))
    }

    /// Members by name.
    pub fn map<N: Into<String>>(members: impl IntoIterator<Item = (N, Self)>) -> Self {
        Self::Map(members.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }

    /// The tree as YAML in blocks, whose texts are texts to readers of YAML 1.1 and 1.2 alike.
    #[must_use]
    pub fn to_yaml(&self) -> String {
        let mut text = String::new();
        self.write(0, Lead::Line, &mut text);
        text
    }

    fn write(&self, depth: usize, lead: Lead, text: &mut String) {
        let indentation = "  ".repeat(depth);
        match self {
            Self::Value(Json::Array(items)) => {
                Self::List(items.iter().cloned().map(Self::Value).collect()).write(depth, lead, text);
            }
            Self::Value(Json::Object(members)) => {
                Self::map(members.clone().into_iter().map(|(name, value)| (name, Self::Value(value))))
                    .write(depth, lead, text);
            }
            Self::Value(Json::String(value)) => lead.scalar(&scalar(value), text),
            Self::Value(value) => lead.scalar(&value.to_string(), text),
            Self::List(items) if items.is_empty() => lead.scalar("[]", text),
            Self::Map(members) if members.is_empty() => lead.scalar("{}", text),
            Self::List(items) => {
                lead.block(text);
                for (index, item) in items.iter().enumerate() {
                    text.push_str(if index == 0 && lead == Lead::Dash { "" } else { &indentation });
                    text.push('-');
                    item.write(depth + 1, Lead::Dash, text);
                }
            }
            Self::Map(members) => {
                lead.block(text);
                for (index, (name, value)) in members.iter().enumerate() {
                    text.push_str(if index == 0 && lead == Lead::Dash { "" } else { &indentation });
                    text.push_str(&scalar(name));
                    text.push(':');
                    value.write(depth + 1, Lead::Key, text);
                }
            }
        }
    }
}

/// What stands before a value on its line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    Line,
    Key,
    Dash,
}

impl Lead {
    fn scalar(self, scalar: &str, text: &mut String) {
        text.push_str(if self == Self::Line { "" } else { " " });
        text.push_str(scalar);
        text.push('\n');
    }

    /// A block begins below a key, and behind the dash of an item.
    fn block(self, text: &mut String) {
        text.push_str(match self {
            Self::Line => "",
            Self::Key => "\n",
            Self::Dash => " ",
        });
    }
}

/// A text: plain where nobody reads it as another value, else quoted; with escapes where it has characters that are not
/// shown.
fn scalar(text: &str) -> String {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    if text.contains(shown::is_hidden) {
        return escaped(text);
    }
    let begins_plain = text.starts_with(|first: char| first.is_alphabetic() || first == '/');
    let ends_plain = !text.ends_with([' ', ':']);
    let is_other = text.contains(": ") || text.contains(" #") || WORDS.contains(&text.to_ascii_lowercase().as_str());
    if begins_plain && ends_plain && !is_other { text.to_owned() } else { format!("'{}'", text.replace('\'', "''")) }
}

fn escaped(text: &str) -> String {
    let mut escaped = "\"".to_owned();
    for char in text.chars() {
        _ = match char {
            '"' | '\\' => write!(escaped, "\\{char}"),
            '\n' => write!(escaped, "\\n"),
            hidden if shown::is_hidden(hidden) => write!(escaped, "\\U{:08X}", u32::from(hidden)),
            other => write!(escaped, "{other}"),
        };
    }
    escaped + "\""
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// A tree of a value, its members in the order in which JSON has them.
    fn read(yaml: &str) -> Json {
        serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{error}: {yaml}"))
    }

    #[test]
    fn texts_stay_texts() {
        let texts = [
            "no",
            "yes",
            "on",
            "Off",
            "y",
            "1_000",
            "0x1F",
            "1e3",
            "12:30:45",
            "2026-11-21",
            "~",
            "null",
            "",
            " a",
            "a: b",
            "a #b",
            "a:",
            "- a",
            "it's",
            "a\nb",
            "\u{1b}[1m",
            "\u{202e}",
            "tab\t",
            "\"",
            "<<",
            "=",
            ".inf",
            "{a}",
            "*a",
        ];
        let tree = Tree::List(texts.map(Tree::text).to_vec());
        assert_eq!(read(&tree.to_yaml()), json!(texts));
        for word in ["no", "on", "1_000", "2026-11-21", "12:30:45"] {
            assert_eq!(Tree::text(word).to_yaml(), format!("'{word}'\n"));
        }
    }

    #[test]
    fn members_keep_their_order() {
        let tree =
            Tree::map([("b", Tree::text("x")), ("a", Tree::List(vec![Tree::map([("c", Tree::List(Vec::new()))])]))]);
        assert_eq!(tree.to_yaml(), "b: x\na:\n  - c: []\n");
        assert_eq!(serde_json::to_string(&tree).unwrap(), r#"{"b":"x","a":[{"c":[]}]}"#);
    }

    fn value() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::from),
            any::<i64>().prop_map(Json::from),
            "\\PC{0,12}|[a-z0-9:# '\"\\-\\n\\t]{0,8}".prop_map(Json::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
                prop::collection::hash_map("[a-z0-9: ]{0,6}", inner, 0..4)
                    .prop_map(|members| Json::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn another_reader_reads_what_is_written(value in value()) {
            prop_assert_eq!(read(&Tree::Value(value.clone()).to_yaml()), value);
        }
    }
}
