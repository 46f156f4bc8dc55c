//! JSON Schemas for editors, from the key table.
//!
//! Draft 7, which the YAML language server reads by default. A scalar where a text is asked for may be one that YAML
//! reads as a number or a boolean: the language takes its text.

use serde_json::{Map, Value as Json, json};

use super::scope::Scope;
use super::table::{At, Key, Kind, Row, Silence, Site, Stage, TABLE};
use super::type_expression::BuiltIn;
use crate::diagnostic::{self, Id};
use crate::runtime::RuleId;

/// The schemas of `docwright.yaml`, of `api.yaml` and of endpoints, each with the name of its file. Keys and words that
/// this version does not read are left out.
#[must_use]
pub fn schemas() -> [(&'static str, String); 3] {
    [
        ("project.json", schema(At::Project, "docwright.yaml: a project of specs")),
        ("api.json", schema(At::Api, "api.yaml: what the endpoints of an API share")),
        ("endpoint.json", schema(At::Endpoint, "An endpoint of an API")),
    ]
}

fn schema(at: At, title: &str) -> String {
    let mut definitions = Definitions::default();
    let mut root = definitions.block(Scope::of(at));
    root.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    root.insert("title".to_owned(), json!(title));
    root.insert("definitions".to_owned(), Json::Object(definitions.0));
    format!("{:#}\n", Json::Object(root))
}

/// The blocks that a schema refers to, by name.
#[derive(Default)]
struct Definitions(Map<String, Json>);

impl Definitions {
    fn block(&mut self, scope: Scope) -> Map<String, Json> {
        let here = TABLE.iter().filter_map(|row| Some((row, scope.site(row).filter(|site| site.stage == Stage::Now)?)));
        let (mut properties, mut required) = (Map::new(), Vec::new());
        for (row, site) in here {
            // A fact that its place must have may be left out of a half.
            if site.silence == Silence::Error && site.places.contains(&scope.at) {
                required.push(row.name);
            }
            properties.insert(row.name.to_owned(), self.property(row, site, scope));
        }
        let mut block = Map::new();
        block.insert("type".to_owned(), json!("object"));
        block.insert("additionalProperties".to_owned(), json!(false));
        block.insert("properties".to_owned(), Json::Object(properties));
        if !required.is_empty() {
            block.insert("required".to_owned(), json!(required));
        }
        block
    }

    fn property(&mut self, row: &Row, site: &Site, scope: Scope) -> Json {
        let mut property = self.kind(&site.kind, scope);
        let description = match site.silence {
            Silence::Means(means) => format!("{}\n\nWhere it is not written: {means}.", site.meaning(row)),
            Silence::Error | Silence::Nothing => site.meaning(row).to_owned(),
        };
        property.insert("description".to_owned(), json!(description));
        if row.key == Key::Responses {
            property.insert("propertyNames".to_owned(), json!({ "pattern": "^([1-5]([0-9]{2}|XX)|success|default)$" }));
        }
        let ids = match row.key {
            Key::Allow => Id::ALL.iter().filter(|id| id.is_allowable()).map(|id| id.as_str()).collect(),
            Key::Lint => Id::of(diagnostic::Kind::Lint).map(Id::as_str).collect(),
            _ => Vec::new(),
        };
        if !ids.is_empty() {
            property.insert("propertyNames".to_owned(), json!({ "enum": ids }));
        }
        Json::Object(property)
    }

    fn kind(&mut self, kind: &Kind, scope: Scope) -> Map<String, Json> {
        let schema = match kind {
            Kind::Text | Kind::Name => json!({ "type": ["string", "number", "boolean"] }),
            Kind::Pointer => json!({ "type": "string", "pattern": "^(/|$)" }),
            Kind::Duration => json!({ "type": "string", "pattern": "^[0-9]+[smhd]$" }),
            Kind::Key => json!({ "enum": TABLE.iter().map(|row| row.name).collect::<Vec<_>>() }),
            Kind::Type => type_expression(),
            Kind::Flag => json!({ "type": "boolean" }),
            Kind::True => json!({ "const": true }),
            Kind::False => json!({ "const": false }),
            Kind::Integer => json!({ "type": "integer", "minimum": 0 }),
            Kind::Number => json!({ "type": "number" }),
            Kind::Bound => json!({ "type": ["number", "string"] }),
            Kind::Value => json!({
                "type": ["string", "number", "boolean", "null", "array", "object"],
                "maxItems": 0,
                "maxProperties": 0,
            }),
            Kind::Date => json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
            Kind::RuleId => json!({ "enum": RuleId::ALL.map(RuleId::as_str) }),
            Kind::Word(words) => json!({ "enum": words.now }),
            Kind::List(item) => json!({ "type": "array", "items": self.kind(item, scope) }),
            Kind::Map(value) => json!({ "type": "object", "additionalProperties": self.kind(value, scope) }),
            Kind::Block(at) => self.reference(scope.inner(*at)),
            Kind::Short(at, key) => {
                let alone = key.row().site(*at).map(|site| self.kind(&site.kind, scope));
                json!({ "anyOf": [self.reference(scope.inner(*at)), alone] })
            }
            Kind::OneOf(kinds) => {
                let now = kinds.iter().filter(|kind| !matches!(kind, Kind::NotYet(_)));
                match now.map(|kind| self.kind(kind, scope)).collect::<Vec<_>>().as_slice() {
                    [only] => json!(only),
                    several => json!({ "anyOf": several }),
                }
            }
            Kind::NotYet(_) => json!({ "not": {} }),
        };
        match schema {
            Json::Object(schema) => schema,
            _ => Map::new(),
        }
    }

    fn reference(&mut self, scope: Scope) -> Json {
        let name = name(scope);
        if !self.0.contains_key(&name) {
            // A stand-in, since a block may hold its like.
            self.0.insert(name.clone(), Json::Null);
            let block = self.block(scope);
            self.0.insert(name.clone(), Json::Object(block));
        }
        json!({ "$ref": format!("#/definitions/{name}") })
    }
}

/// The name of a block among the definitions.
fn name(scope: Scope) -> String {
    match scope.half_of {
        Some(of) => format!("HalfOf{of:?}"),
        None if scope.in_half => format!("{:?}InHalf", scope.at),
        None => format!("{:?}", scope.at),
    }
}

fn type_expression() -> Json {
    let built_ins: Vec<_> = BuiltIn::ALL.iter().map(|built_in| built_in.as_str()).collect();
    let lists = format!(r"^({})(\[\])+$", built_ins.join("|"));
    // Beyond ASCII any character passes: not every validator knows classes of Unicode.
    let named = r"^([A-Z]|[^\x00-\x7F])([A-Za-z0-9_.-]|[^\x00-\x7F])*(\[\])*$";
    json!({
        "anyOf": [
            { "enum": built_ins },
            { "type": "string", "pattern": lists },
            { "type": "string", "pattern": named },
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(name: &str) -> Json {
        let (_, text) = schemas().into_iter().find(|(file, _)| *file == name).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn every_reference_has_its_definition() {
        for (name, text) in schemas() {
            let schema = parsed(name);
            let references: Vec<_> =
                text.split("\"#/definitions/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            for reference in references {
                assert!(schema["definitions"][reference].is_object(), "{name}: {reference}");
            }
        }
    }

    #[test]
    fn halves_take_the_facts_of_their_place_and_a_reason() {
        let definitions = &parsed("api.json")["definitions"];
        let half = &definitions["HalfOfType"]["properties"];
        assert!(half["type"].is_object() && half["source"].is_object());
        for absent in ["doc", "known", "required", "layout", "url"] {
            assert_eq!(half[absent], Json::Null, "{absent}");
        }
        assert_eq!(definitions["HalfOfType"]["required"], json!(["why"]));
        assert_eq!(half["fields"]["additionalProperties"], json!({ "$ref": "#/definitions/EntryInHalf" }));
        assert_eq!(definitions["EntryInHalf"]["properties"]["known"], Json::Null);
        assert!(definitions["EntryInHalf"]["properties"]["doc"].is_object());
    }

    #[test]
    fn what_must_be_written_is_required() {
        assert_eq!(parsed("project.json")["required"], json!(["language", "crate"]));
        assert_eq!(parsed("endpoint.json")["required"], json!(["method", "path"]));
    }

    #[test]
    fn what_is_not_read_yet_is_left_out() {
        let definitions = &parsed("endpoint.json")["definitions"];
        let entry = &definitions["Entry"]["properties"];
        assert_eq!(entry["encode"]["enum"], json!(["repeat", "brackets", "comma"]));
        assert_eq!(entry["one_of"]["type"], json!("object"));
        assert_eq!(entry["access"], Json::Null);
    }
}
