//! `src/guide/`: pages about the crate as a whole. Their texts stand beside this file; names in their examples are filled
//! in from the plan, so that each example compiles in every crate.

mod names;

use self::names::Names;
pub(super) use self::names::shown;
use super::GeneratedFile;
use super::format::File;
use crate::plan::Plan;

macro_rules! pages {
    ($($module:literal,)+) => {
        /// Module and text of each page.
        const PAGES: &[(&str, &str)] = &[$(($module, include_str!(concat!($module, ".md"))),)+];
    };
}

pages! {
    "auth",
    "configuration",
    "deviations",
    "errors",
    "retries",
    "testing",
    "transports",
    "validation",
}

/// The page that links to the others.
const INDEX: &str = include_str!("index.md");

/// The files of the guide.
pub(super) fn files(plan: &Plan) -> Vec<GeneratedFile> {
    let names = Names::of(plan);
    let page = |text: &str| File::new("specs", &filled(text, &names)).finish();
    let modules: String = PAGES.iter().flat_map(|(module, _)| ["pub mod ", *module, ";\n"]).collect();
    let index = GeneratedFile { path: "src/guide/mod.rs".into(), text: format!("{}\n{modules}", page(INDEX)) };
    let pages = PAGES
        .iter()
        .map(|(module, text)| GeneratedFile { path: format!("src/guide/{module}.rs").into(), text: page(text) });
    std::iter::once(index).chain(pages).collect()
}

/// A page with the names of this crate.
fn filled(text: &str, names: &Names<'_>) -> Vec<String> {
    let mut filled = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(needs) = Needs::of_fence(line) {
            filled.extend(needs.block(lines.by_ref().take_while(|line| *line != "```"), names));
        } else {
            filled.push(line.to_owned());
        }
    }
    filled
}

/// What an example needs of the crate, as the fence around it says.
#[derive(Clone, Copy)]
enum Needs {
    /// The runtime alone.
    Runtime,
    /// An endpoint.
    Endpoint,
    /// An endpoint, and the blocking transport.
    Blocking,
    /// An endpoint, and the asynchronous transport.
    Async,
    /// The test of transports.
    Conformance,
    /// A shell, and an API to name.
    Shell,
}

impl Needs {
    fn of_fence(line: &str) -> Option<Self> {
        match line {
            "```rust" => Some(Self::Runtime),
            "```rust,endpoint" => Some(Self::Endpoint),
            "```rust,blocking" => Some(Self::Blocking),
            "```rust,async" => Some(Self::Async),
            "```rust,conformance" => Some(Self::Conformance),
            "```console" => Some(Self::Shell),
            _ => None,
        }
    }

    /// The example with its fences; nothing where the crate has not what it needs.
    fn block<'t>(self, code: impl Iterator<Item = &'t str>, names: &Names<'_>) -> Vec<String> {
        let filled: Vec<String> = code.map(|line| names.fill(line)).collect();
        let condition = match (self, names.feature()) {
            (Self::Runtime, _) => return fenced("```", filled),
            (Self::Shell, Some(_)) => return fenced("```console", filled),
            (Self::Conformance, _) => "feature = \"conformance\"".to_owned(),
            (Self::Endpoint, Some(api)) => format!("feature = {api:?}"),
            (Self::Blocking, Some(api)) => format!("all(feature = {api:?}, feature = \"ureq\")"),
            (Self::Async, Some(api)) => format!("all(feature = {api:?}, feature = \"reqwest\")"),
            (_, None) => return Vec::new(),
        };
        let asynchronous = if matches!(self, Self::Async) { "async " } else { "" };
        let above = [
            "```no_run".to_owned(),
            format!("# #[cfg({condition})]"),
            format!("# {asynchronous}fn example() -> Result<(), Box<dyn std::error::Error>> {{"),
        ];
        above.into_iter().chain(filled).chain(["# Ok(())", "# }", "```"].map(str::to_owned)).collect()
    }
}

/// Lines between fences.
fn fenced(fence: &str, lines: Vec<String>) -> Vec<String> {
    std::iter::once(fence.to_owned()).chain(lines).chain(["```".to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_page_is_listed_and_linked() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/emit/guide");
        let texts = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut on_disk: Vec<String> = texts.filter_map(|name| Some(name.strip_suffix(".md")?.to_owned())).collect();
        on_disk.retain(|name| name != "index");
        on_disk.sort();
        assert_eq!(PAGES.iter().map(|(module, _)| *module).collect::<Vec<_>>(), on_disk);
        for (module, text) in PAGES {
            assert!(INDEX.contains(&format!("[`{module}`]")), "{module}");
            let mut prose = text.lines().filter(|line| !line.starts_with('|'));
            assert!(prose.all(|line| line.chars().count() <= 100), "{module}");
        }
    }

    #[test]
    fn an_example_without_an_endpoint_to_show_is_left_out() {
        let page = "Before.\n```rust,blocking\nsend();\n```\n```console\n$ run\n```\nAfter.\n```rust\nuse {{library}}::runtime;\n```";
        let none = Plan { apis: Vec::new(), ..crate::emit::tests::plan_of_goldens() };
        let lines = filled(page, &Names::of(&none));
        assert_eq!(lines, ["Before.", "After.", "```", "use golden_clients::runtime;", "```"]);
    }

    #[test]
    fn nothing_is_left_to_fill() {
        for file in files(&crate::emit::tests::plan_of_goldens()) {
            assert!(!file.text.contains("{{") && !file.text.contains("rust,"), "{}", file.path);
        }
    }
}
