//! A page for each id: what it means, why it matters, a wrong and a right fragment, or old and new specs, the way out.

use super::Id;

/// The pages in groups, in the order of the ids; a page begins with `### ` and its id.
const GROUPS: &[&str] = &[
    include_str!("explain/text.md"),
    include_str!("explain/form.md"),
    include_str!("explain/project.md"),
    include_str!("explain/crate.md"),
    include_str!("explain/names.md"),
    include_str!("explain/facts.md"),
    include_str!("explain/constraints.md"),
    include_str!("explain/wire.md"),
    include_str!("explain/types.md"),
    include_str!("explain/examples.md"),
    include_str!("explain/exceptions.md"),
    include_str!("explain/lints.md"),
    include_str!("explain/review.md"),
    include_str!("explain/changes_calls.md"),
    include_str!("explain/changes_access.md"),
    include_str!("explain/changes_bodies.md"),
    include_str!("explain/changes_fields.md"),
    include_str!("explain/changes_types.md"),
    include_str!("explain/changes_values.md"),
    include_str!("explain/changes_rules.md"),
    include_str!("explain/changes_crate.md"),
];

const HEADING: &str = "\n### ";

/// What an id means and what to do about it, as Markdown without a heading.
#[must_use]
pub fn explain(id: Id) -> &'static str {
    pages().find(|(of, _)| *of == id.as_str()).map_or("", |(_, page)| page)
}

/// All pages as one, as Markdown: a heading per group and per id.
#[must_use]
pub fn explain_all() -> String {
    format!("# Diagnostics of docwright\n\n{}", GROUPS.join("\n"))
}

/// The pages, each with the id that it is headed by.
fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    GROUPS
        .iter()
        .flat_map(|group| group.split(HEADING).skip(1))
        .filter_map(|page| page.split_once('\n'))
        .map(|(id, page)| (id, page.trim_matches('\n')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Diagnostics, Kind, Sources};

    /// The fragments of a page that begin with a comment, with the language of their fence.
    fn fragments(page: &'static str, comment: &str) -> Vec<(&'static str, &'static str)> {
        page.split("```")
            .skip(1)
            .step_by(2)
            .filter_map(|fence| fence.split_once('\n'))
            .filter_map(|(language, text)| Some((language, text.strip_prefix(comment)?)))
            .collect()
    }

    fn found(text: &str) -> Vec<Id> {
        let mut sources = Sources::default();
        let mut found = Diagnostics::default();
        let file = sources.add("specs/a/fragment.yaml", text);
        let _ = crate::yaml::parse(file, &sources, &mut found);
        found.sorted().into_iter().map(|Diagnostic { id, .. }| id).collect()
    }

    #[test]
    fn each_id_has_its_page_in_order() {
        let ids: Vec<_> = Id::ALL.iter().map(|id| id.as_str()).collect();
        assert_eq!(pages().map(|(id, _)| id).collect::<Vec<_>>(), ids);
    }

    #[test]
    fn a_page_is_short_and_shows_what_is_wrong_and_what_is_right() {
        for id in Id::ALL {
            let page = explain(*id);
            let lines = page.lines().count();
            // Old and new specs are whole files, most of them.
            let most = if id.kind() == Kind::Change { 52 } else { 36 };
            assert!((8..=most).contains(&lines), "{id} has {lines} lines");
            assert!(page.lines().all(|line| line.chars().count() <= 100), "{id} has a long line");
            if id.kind() == Kind::Change {
                for side in ["old", "new"] {
                    let fences = page.lines().filter(|line| line.starts_with("```") && line.contains(side));
                    assert_eq!(fences.count(), 1, "{id}: {side}");
                }
                continue;
            }
            assert_eq!(fragments(page, "# wrong\n").len(), 1, "{id}: wrong");
            assert_eq!(fragments(page, "# right\n").len(), 1, "{id}: right");
        }
    }

    #[test]
    fn fragments_are_yaml_and_those_about_yaml_fail_as_they_say() {
        let about_yaml = [Id::YamlSyntax, Id::YamlRefused, Id::DuplicateKey];
        for id in Id::ALL {
            for (language, text) in fragments(explain(*id), "# right\n") {
                assert!(language == "text" || found(text).is_empty(), "{id}: {text}");
            }
            for (language, text) in fragments(explain(*id), "# wrong\n") {
                let said = found(text);
                if about_yaml.contains(id) {
                    assert!(!said.is_empty() && said.iter().all(|each| each == id), "{id}: {said:?}");
                } else {
                    assert!(language == "text" || said.is_empty(), "{id}: {said:?}");
                }
            }
        }
    }

    #[test]
    fn the_page_of_all_has_a_heading_for_each_group_and_id() {
        let all = explain_all();
        let headings: Vec<_> = all.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(
            headings,
            [
                "## Text",
                "## Form",
                "## Project",
                "## Crate on disk",
                "## Names",
                "## Facts",
                "## Constraints",
                "## Wire",
                "## Types",
                "## Examples",
                "## Exceptions",
                "## Lints",
                "## Review",
                "## Changes of APIs and endpoints",
                "## Changes of servers and of who may call",
                "## Changes of bodies and answers",
                "## Changes of fields",
                "## Changes of types",
                "## Changes of values",
                "## Changes of rules on values",
                "## Changes of the crate and of words"
            ]
        );
        for id in Id::ALL {
            assert!(all.contains(&format!("\n### {id}\n\n{}\n", explain(*id))), "{id}");
        }
    }
}
