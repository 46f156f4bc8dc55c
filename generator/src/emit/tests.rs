//! Golden files: the crate of `tests/specs`, an API for each idea, read before it was accepted.

use std::fmt::Write as _;
use std::fs;

use camino::Utf8Path;

use super::{GeneratedFile, emit, emit_by};
use crate::diagnostic::{Diagnostics, Sources};
use crate::parallel::Threads;
use crate::plan::{Plan, plan};
use crate::{model, spec};

/// The plan of specs, and what was said on the way.
pub(crate) fn planned(specs: &Utf8Path) -> (Plan, Diagnostics) {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let project = spec::load(specs, &mut sources, &mut found).unwrap().unwrap();
    let model = model::build(&project, &mut found).unwrap_or_else(|| panic!("{found:?}"));
    (plan(&model, &mut found), found)
}

/// The plan of the golden files.
pub(crate) fn plan_of_goldens() -> Plan {
    let specs = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("src/emit/tests/specs");
    let (plan, found) = planned(&specs);
    assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    plan
}

fn golden() -> Vec<GeneratedFile> {
    emit(plan_of_goldens()).into_iter().filter(|file| file.path.starts_with("src")).collect()
}

#[test]
fn what_is_emitted() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("tests/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        let constant =
            |file: &&GeneratedFile| file.path.starts_with("src/runtime") || file.path.starts_with("src/guide");
        for file in golden().iter().filter(|file| !constant(file)) {
            insta::assert_snapshot!(file.path.as_str(), file.text);
        }
    });
}

#[test]
fn every_file_is_rust_and_comes_out_the_same_twice() {
    let files = golden();
    for file in &files {
        assert!(syn::parse_file(&file.text).is_ok(), "{}", file.path);
        assert!(
            file.text.ends_with('\n') && !file.text.ends_with("\n\n") && !file.text.contains('\r'),
            "{}",
            file.path
        );
    }
    assert_eq!(files, golden());
    let mut paths: Vec<_> = files.iter().map(|file| &file.path).collect();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), files.len(), "no path twice");
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let plan = plan_of_goldens();
    assert_eq!(emit_by(Threads::exactly(1), plan.clone()), emit_by(Threads::exactly(4), plan));
}

#[test]
fn nothing_is_imported_that_nothing_uses_and_no_line_of_prose_is_too_long() {
    for file in golden().iter().filter(|file| !file.path.starts_with("src/runtime")) {
        let (imports, code): (Vec<_>, Vec<_>) =
            syn::parse_file(&file.text).unwrap().items.into_iter().partition(|item| matches!(item, syn::Item::Use(_)));
        let code = code.iter().map(|item| quote::ToTokens::to_token_stream(item).to_string()).collect::<String>();
        let used: Vec<&str> = code.split(|char: char| !char.is_alphanumeric() && char != '_').collect();
        for import in imports {
            let syn::Item::Use(import) = import else { continue };
            if matches!(import.vis, syn::Visibility::Inherited) {
                for name in names(&import.tree) {
                    assert!(used.contains(&name.as_str()), "{}: {name}", file.path);
                }
            }
        }
        for line in file.text.lines().filter(|line| line.trim_start().starts_with("///")) {
            assert!(line.chars().count() <= 100, "{}: {line}", file.path);
        }
    }
}

/// Each type has two fields of the next one, so that there are 2⁴⁰ ways from the first to the last.
#[test]
fn a_type_that_is_reached_in_many_ways_is_looked_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let root = Utf8Path::from_path(folder.path()).unwrap();
    let mut api = "page:\n  address: https://docs.example/a\ntitle: A\ntypes:\n".to_owned();
    for index in 0..40 {
        let next = index + 1;
        _ = write!(api, "  T{index}:\n    fields:\n      a:\n        type: T{next}\n      b:\n        type: T{next}\n");
    }
    api.push_str("  T40:\n    fields:\n      a:\n        type: string\n");
    let endpoint = "method: PUT\npath: /a\nbody:\n  type: T0\nresponses:\n  200:\n    body:\n      type: T0\n";
    fs::create_dir(root.join("a")).unwrap();
    fs::write(root.join("docwright.yaml"), "language: 1\n\ncrate:\n  name: many\n  version: 0.1.0\n").unwrap();
    fs::write(root.join("a/api.yaml"), api).unwrap();
    fs::write(root.join("a/put.yaml"), endpoint).unwrap();
    let (plan, found) = planned(root);
    assert!(found.iter().next().is_none(), "{found:?}");
    assert_eq!(plan.apis[0].items.len(), 41);
}

/// The names that an import brings.
fn names(tree: &syn::UseTree) -> Vec<String> {
    fn below(tree: &syn::UseTree, parent: &str) -> Vec<String> {
        match tree {
            syn::UseTree::Path(path) => below(&path.tree, &path.ident.to_string()),
            syn::UseTree::Name(name) if name.ident == "self" => vec![parent.to_owned()],
            syn::UseTree::Name(name) => vec![name.ident.to_string()],
            syn::UseTree::Group(group) => group.items.iter().flat_map(|tree| below(tree, parent)).collect(),
            syn::UseTree::Rename(_) | syn::UseTree::Glob(_) => Vec::new(),
        }
    }
    below(tree, "")
}

/// What is said of an endpoint of a project of its own.
fn said(endpoint: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let specs = Utf8Path::from_path(folder.path()).unwrap();
    std::fs::create_dir(specs.join("shop")).unwrap();
    for (path, text) in [
        ("docwright.yaml", "language: 1\ncrate:\n  name: shop-client\n  version: 0.1.0\n"),
        ("shop/api.yaml", "title: Shop\npage:\n  address: https://docs.example/shop\n"),
        ("shop/order.yaml", endpoint),
    ] {
        std::fs::write(specs.join(path), text).unwrap();
    }
    planned(specs).1.iter().map(ToString::to_string).collect()
}

#[test]
fn what_cannot_be_generated_yet_is_said_in_its_own_words() {
    let of_form = |more: &str| {
        said(&format!(
            "method: POST\npath: /a\nbody:\n  media_type: multipart/form-data\n  {more}\n  fields:\n    a: {{}}\nresponses:\n  success: {{}}\n"
        ))
    };
    let counted = of_form("min_properties: 1");
    assert!(matches!(counted.as_slice(), [one] if one.contains("how many fields a form has")), "{counted:?}");
    let typed = of_form("values: string");
    assert!(matches!(typed.as_slice(), [one] if one.contains("the other fields of a form")), "{typed:?}");
    assert_eq!(of_form("open: true"), Vec::<String>::new());
}
