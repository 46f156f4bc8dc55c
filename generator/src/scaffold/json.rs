//! JSON with its members in the order of the text, which a map of names would lose.

use std::fmt;

use serde_core::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    /// A number in JSON's spelling.
    Number(String),
    Text(String),
    List(Vec<Json>),
    /// An object; no name twice.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a text; `None` where it is no JSON.
    pub(super) fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The text over several lines, with two blanks for each step.
    pub(super) fn pretty(&self) -> String {
        let mut text = String::new();
        self.write(0, &mut text);
        text.push('\n');
        text
    }

    fn write(&self, indent: usize, text: &mut String) {
        match self {
            Self::Null => text.push_str("null"),
            Self::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
            Self::Number(number) => text.push_str(number),
            Self::Text(value) => text.push_str(&quoted(value)),
            Self::List(items) => {
                let of = |item: &Self, text: &mut String| item.write(indent + 2, text);
                block(['[', ']'], items, indent, text, of);
            }
            Self::Object(members) => block(['{', '}'], members, indent, text, |(name, value), text| {
                text.push_str(&quoted(name));
                text.push_str(": ");
                value.write(indent + 2, text);
            }),
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn block<T>([open, close]: [char; 2], items: &[T], indent: usize, text: &mut String, write: impl Fn(&T, &mut String)) {
    text.push(open);
    let new_line = |indent: usize, text: &mut String| {
        text.push('\n');
        text.extend(std::iter::repeat_n(' ', indent));
    };
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        new_line(indent + 2, text);
        write(item, text);
    }
    if !items.is_empty() {
        new_line(indent, text);
    }
    text.push(close);
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Json;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_unit<E>(self) -> Result<Json, E> {
                Ok(Json::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
                Ok(Json::Bool(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
                Ok(Json::Number(value.to_string()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
                Ok(Json::Number(value.to_string()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
                Ok(Json::Number(serde_json::Value::from(value).to_string()))
            }

            fn visit_str<E>(self, value: &str) -> Result<Json, E> {
                Ok(Json::Text(value.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Json::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
                let mut object: Vec<(String, Json)> = Vec::new();
                while let Some((name, value)) = members.next_entry::<String, Json>()? {
                    match object.iter_mut().find(|(known, _)| *known == name) {
                        Some((_, known)) => *known = value,
                        None => object.push((name, value)),
                    }
                }
                Ok(Json::Object(object))
            }
        }

        deserializer.deserialize_any(Reader)
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn members_keep_their_order() {
        let json = Json::parse(r#"{"b": [1, -2.5, []], "a": {"c": null, "b": "x\"y"}, "b": true}"#).expect("JSON");
        assert_eq!(json.pretty(), "{\n  \"b\": true,\n  \"a\": {\n    \"c\": null,\n    \"b\": \"x\\\"y\"\n  }\n}\n");
        assert_eq!(Json::parse("{a}"), None);
    }
}
