//! The page of the language: prose, with tables of keys, types and rules made from what docwright reads by.

use std::fmt::Write as _;

use super::reference::key_reference;
use super::type_expression::{BuiltIn, LATER_BUILT_INS};
use crate::runtime::RuleId;

const PAGE: &str = include_str!("language.md");

/// The language of specs as one page of Markdown.
#[must_use]
pub fn language_page() -> String {
    PAGE.replace("<!-- built-ins -->\n", &built_ins())
        .replace("<!-- rules -->\n", &rules())
        .replace("<!-- keys -->\n", &key_reference())
}

fn built_ins() -> String {
    let mut table = "| type | on the wire |\n|---|---|\n".to_owned();
    for built_in in BuiltIn::ALL {
        // Writing to a String never fails.
        let _ = writeln!(table, "| `{}` | {} |", built_in.as_str(), built_in.meaning());
    }
    let later: Vec<_> = LATER_BUILT_INS.iter().map(|later| format!("`{}`", later.name)).collect();
    if !later.is_empty() {
        let _ = writeln!(table, "\nNot read yet: {}.", later.join(", "));
    }
    table
}

fn rules() -> String {
    let mut table = "| rule | broken when |\n|---|---|\n".to_owned();
    for rule in RuleId::ALL {
        let _ = writeln!(table, "| `{rule}` | {} |", broken_when(rule));
    }
    table
}

const fn broken_when(rule: RuleId) -> &'static str {
    match rule {
        RuleId::Required => "what must be there is absent",
        RuleId::Nullable => "null stands where that is not said",
        RuleId::Type => "it is of another JSON kind",
        RuleId::Range => "its type cannot hold the number",
        RuleId::Const => "it is another than the only value",
        RuleId::Enum => "the value is not listed; not with `open: true`",
        RuleId::Minimum => "the number is too small, the date too early",
        RuleId::ExclusiveMinimum => "the number or date is not above its bound",
        RuleId::Maximum => "the number is too large, the date too late",
        RuleId::ExclusiveMaximum => "the number or date is not below its bound",
        RuleId::MultipleOf => "the number lies between two multiples, in exact decimals",
        RuleId::MinLength => "the text is too short",
        RuleId::MaxLength => "the text is too long",
        RuleId::Pattern => "the text does not match",
        RuleId::Format => "the text is not of its type, such as a date",
        RuleId::Encode => "it cannot be written in its form, such as a comma in a comma list",
        RuleId::MinItems => "the list has too few items",
        RuleId::MaxItems => "the list has too many items",
        RuleId::UniqueItems => "two items are equal as JSON; `1` and `1.0` are",
        RuleId::MinProperties => "the object has too few keys",
        RuleId::MaxProperties => "the object has too many keys",
        RuleId::Keys => "a key of a map is not admitted",
        RuleId::Tag => "the tag is missing, or has no variant",
        RuleId::UnknownField => "the field is not listed; not with `open: true`",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use camino::Utf8PathBuf;

    use super::*;
    use crate::diagnostic::Severity;
    use crate::pipeline::{Target, run};

    const PROJECT: &str = "language: 1\n\ncrate:\n  name: fragments\n  version: 0.1.0\n";
    const API: &str = "page:\n  address: https://example.com/docs\ntitle: Fragments\n";
    const ENDPOINT: &str = "method: GET\npath: /\n\nresponses:\n  success:\n    body: none\n";

    /// What the fragment of a kind is in a project: that, `api.yaml` and an endpoint.
    fn project(kind: &str, text: &str) -> [String; 3] {
        let inside = |key: &str, depth: usize| {
            let indented = text.lines().map(|line| format!("{}{line}\n", " ".repeat(depth)));
            format!("{key}{}", indented.collect::<String>())
        };
        let none = "responses:\n  success:\n    body: none\n";
        let (project, api, endpoint) = match kind {
            "project" => (text.to_owned(), API.to_owned(), ENDPOINT.to_owned()),
            "api" => (PROJECT.to_owned(), text.to_owned(), ENDPOINT.to_owned()),
            "endpoint" => (PROJECT.to_owned(), API.to_owned(), text.to_owned()),
            "fields" => {
                let body = inside("body:\n  fields:\n", 4);
                (PROJECT.to_owned(), API.to_owned(), format!("method: POST\npath: /\n\n{body}\n{none}"))
            }
            "responses" => {
                let responses = inside("responses:\n", 2);
                (PROJECT.to_owned(), API.to_owned(), format!("method: POST\npath: /\n\n{responses}"))
            }
            other => panic!("a fragment of `{other}`"),
        };
        [project, api, endpoint]
    }

    #[test]
    fn every_fragment_is_read_without_an_error() {
        let fragments: Vec<_> = PAGE
            .split("```yaml ")
            .skip(1)
            .map(|fence| fence.split_once("\n```").map_or(fence, |(fragment, _)| fragment))
            .filter_map(|fragment| fragment.split_once('\n'))
            .collect();
        assert!(fragments.len() > 15);
        let mut wrong = Vec::new();
        for (kind, text) in fragments {
            let folder = tempfile::tempdir().unwrap();
            let specs = Utf8PathBuf::from_path_buf(folder.path().join("specs")).unwrap();
            fs::create_dir_all(specs.join("shop")).unwrap();
            let files = ["docwright.yaml", "shop/api.yaml", "shop/call.yaml"];
            for (file, text) in files.iter().zip(project(kind, text)) {
                fs::write(specs.join(file), text).unwrap();
            }
            let run = run(&specs, &Target::OfSpecs);
            // What a fragment of api.yaml names is used by endpoints that are not shown.
            let found: Vec<_> = run
                .found
                .sorted()
                .into_iter()
                .filter(|one| one.id.severity() == Severity::Error && !one.id.as_str().starts_with("unused-"))
                .map(|one| format!("{}: {}", one.id, one.title))
                .collect();
            if !found.is_empty() {
                wrong.push(format!("{kind}:\n{text}\n{found:#?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    }

    #[test]
    fn its_tables_stand_where_their_marks_stood() {
        let page = language_page();
        assert!(!page.contains("<!--"), "every mark is known");
        for line in
            ["| `email` | An email address, by the rule of WHATWG. |", "| `required` | what must be there is absent |"]
        {
            assert!(page.lines().any(|other| other == line), "{line}");
        }
    }
}
