//! Data in an order, to be written as JSON or as YAML.

use serde_core::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::Value as Json;

use crate::yaml::{self, Content, Document, Member};

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

    /// A map as a document of YAML; any other tree is none.
    #[must_use]
    pub fn to_yaml(&self) -> String {
        let Self::Map(members) = self else { return String::new() };
        yaml::write(&Document { members: members.iter().map(member).collect(), ..Document::default() })
    }

    fn content(&self) -> Content {
        match self {
            Self::Value(value) => content(value),
            Self::List(items) => Content::List(items.iter().map(Self::content).collect()),
            Self::Map(members) => Content::Map(members.iter().map(member).collect()),
        }
    }
}

fn member((name, value): &(String, Tree)) -> Member {
    Member::new(name, value.content())
}

fn content(value: &Json) -> Content {
    match value {
        Json::String(text) => Content::Text(text.clone()),
        Json::Array(items) => Content::List(items.iter().map(content).collect()),
        Json::Object(members) => {
            Content::Map(members.iter().map(|(name, value)| Member::new(name, content(value))).collect())
        }
        scalar => Content::Plain(scalar.to_string()),
    }
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
