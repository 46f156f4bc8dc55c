//! What of a crate is taken for public, against the files of the generated crates, read independently.

use std::collections::BTreeSet;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use quote::ToTokens;
use syn::{ImplItem, Item, UseTree, Visibility};

use super::super::surface::differences;
use crate::diagnostic::{Diagnostics, Sources};
use crate::plan::Plan;
use crate::{model, plan, spec};

/// The crates of the repository: where the specs are, and where what is generated of them.
const CRATES: [(&str, &str); 2] =
    [("../specs", "../generated/src"), ("../tests/language/specs", "../tests/language/generated/src")];

fn here(path: &str) -> Utf8PathBuf {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn planned(specs: &str) -> Plan {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let project = spec::load(&here(specs), &mut sources, &mut found).expect("specs can be read").expect("a project");
    let model = model::build(&project, &mut found).expect("a model");
    plan::plan(&model, &mut found)
}

/// Text without blanks: how tokens are spaced tells nothing.
pub fn dense(text: &str) -> String {
    text.replace(' ', "").replace(",)", ")").replace(",>", ">")
}

/// What the program takes for public.
fn of_plan(plan: &Plan) -> BTreeSet<String> {
    let empty = Plan { apis: Vec::new(), ..plan.clone() };
    let differences = differences(&empty, plan);
    differences
        .into_iter()
        .map(|one| one.path)
        .filter(|path| !path.starts_with("feature "))
        .map(|path| dense(&path))
        .collect()
}

/// What the files of a crate declare as public, by module.
fn of_files(folder: &str, plan: &Plan) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for api in &plan.apis {
        let folder = here(folder).join(api.module.as_str());
        names.insert(format!("mod{}", api.module));
        for entry in fs::read_dir(&folder).expect("the folder of an API") {
            let path = Utf8PathBuf::from_path_buf(entry.expect("an entry").path()).expect("a name in UTF-8");
            let stem = path.file_stem().expect("a name");
            let raw = stem.trim_end_matches(".rs");
            let module = if raw == "mod" { api.module.to_string() } else { format!("{}::{raw}", api.module) };
            let text = fs::read_to_string(&path).expect("a file of Rust");
            let file = syn::parse_file(&text).expect("Rust");
            file.items.iter().for_each(|item| declared(&module, item, &mut names));
        }
    }
    names
}

fn text(tokens: &impl ToTokens) -> String {
    dense(&tokens.to_token_stream().to_string())
}

fn declared(module: &str, item: &Item, names: &mut BTreeSet<String>) {
    let is_public = |visibility: &Visibility| matches!(visibility, Visibility::Public(_));
    let traits = |name: &str, attributes: &[syn::Attribute], names: &mut BTreeSet<String>| {
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
            let list = attribute
                .parse_args_with(syn::punctuated::Punctuated::<syn::Path, syn::Token![,]>::parse_terminated)
                .expect("derives");
            names.extend(list.iter().map(|derive| format!("{module}::{name}:{}", text(derive))));
        }
    };
    match item {
        Item::Mod(item) if is_public(&item.vis) => {
            names.insert(format!("mod{module}::{}", item.ident));
        }
        Item::Use(item) if is_public(&item.vis) => used(module, &item.tree, names),
        Item::Struct(item) if is_public(&item.vis) => {
            names.insert(format!("{module}::{}", item.ident));
            traits(&item.ident.to_string(), &item.attrs, names);
            for (at, field) in item.fields.iter().enumerate().filter(|(_, field)| is_public(&field.vis)) {
                let name = field.ident.as_ref().map_or_else(|| at.to_string(), ToString::to_string);
                names.insert(format!("{module}::{}.{name}", item.ident));
            }
        }
        Item::Enum(item) if is_public(&item.vis) => {
            names.insert(format!("{module}::{}", item.ident));
            traits(&item.ident.to_string(), &item.attrs, names);
            let is_hidden = |attribute: &syn::Attribute| text(attribute) == "#[doc(hidden)]";
            for variant in item.variants.iter().filter(|variant| !variant.attrs.iter().any(is_hidden)) {
                names.insert(format!("{module}::{}::{}", item.ident, variant.ident));
            }
        }
        Item::Type(item) if is_public(&item.vis) => _ = names.insert(format!("{module}::{}", item.ident)),
        Item::Const(item) if is_public(&item.vis) => _ = names.insert(format!("{module}::{}", item.ident)),
        Item::Fn(item) if is_public(&item.vis) => _ = names.insert(format!("{module}::{}", item.sig.ident)),
        Item::Static(item) if is_public(&item.vis) => _ = names.insert(format!("{module}::{}", item.ident)),
        Item::Trait(syn::ItemTrait { vis, .. })
        | Item::TraitAlias(syn::ItemTraitAlias { vis, .. })
        | Item::Union(syn::ItemUnion { vis, .. })
        | Item::ExternCrate(syn::ItemExternCrate { vis, .. }) => {
            assert!(!is_public(vis), "{module}: nothing is known of such an item: {}", text(item));
        }
        Item::Macro(item) => {
            let inside = text(&item.mac.tokens);
            let mut arguments = inside.split(',');
            let of = arguments.next().unwrap_or_default();
            let integer = arguments.next().unwrap_or("i64");
            let parts = given(&text(&item.mac.path), integer);
            names.extend(parts.iter().map(|part| format!("{module}::{of}{part}")));
        }
        Item::Impl(item) => {
            let of = format!("{module}::{}", text(&item.self_ty));
            if let Some((path, _)) = &item.trait_ {
                // Files name a trait by a longer path where another has its name.
                names.extend(path.segments.last().map(|last| format!("{of}:{}", text(last))));
            }
            for member in &item.items {
                match member {
                    ImplItem::Fn(member) if is_public(&member.vis) => {
                        names.insert(format!("{of}::{}", member.sig.ident));
                    }
                    ImplItem::Const(member) if is_public(&member.vis) => {
                        names.insert(format!("{of}::{}", member.ident));
                    }
                    ImplItem::Type(member) => _ = names.insert(format!("{of}::{}", member.ident)),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// What a macro of the runtime gives a type.
fn given(by: &str, integer: &str) -> Vec<String> {
    let parts: &[&str] = match by {
        "text" => &["::as_str", ":From<&str>", ":From<String>", ":Display"],
        "text_enum" => &["::LISTED", "::as_str", ":From<&str>", ":From<String>", ":Display"],
        "closed_text_enum" => &["::LISTED", "::as_str", ":Display"],
        "integer" => &[":From<{integer}>", ":Display"],
        "integer_enum" => &["::LISTED", "::as_i64", ":From<{integer}>"],
        "closed_integer_enum" => &["::LISTED", "::as_i64"],
        "union" => return vec!["::tag".to_owned(), "::as_json".to_owned()],
        other => panic!("nothing is known of `{other}!`"),
    };
    let value = [":Subject", ":Validate", ":Value"];
    parts.iter().chain(&value).map(|part| part.replace("{integer}", integer)).collect()
}

/// The names that a `pub use` brings into a module.
fn used(module: &str, tree: &UseTree, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => used(module, &path.tree, names),
        UseTree::Group(group) => group.items.iter().for_each(|tree| used(module, tree, names)),
        UseTree::Name(name) => _ = names.insert(format!("{module}::{}", name.ident)),
        UseTree::Rename(name) => _ = names.insert(format!("{module}::{}", name.rename)),
        UseTree::Glob(_) => panic!("{module}: all of a module is used"),
    }
}

#[test]
fn what_is_public_in_the_files_is_compared_and_nothing_else() {
    for (specs, files) in CRATES {
        let plan = planned(specs);
        let (compared, declared) = (of_plan(&plan), of_files(files, &plan));
        assert!(compared.len() > 100, "{specs}: {} names", compared.len());
        let (left_out, made_up): (Vec<_>, Vec<_>) =
            (declared.difference(&compared).collect(), compared.difference(&declared).collect());
        assert!(left_out.is_empty() && made_up.is_empty(), "{specs}: left out {left_out:#?}, made up {made_up:#?}");
    }
}
