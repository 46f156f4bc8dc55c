//! Whether the keys of one voice (the page, or a half) agree on what a value is, and where a credential goes.

use super::resolve::{Group, stated};
use super::walk::{Visit, walk};
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::spec::block::{Block, Item, Value};
use crate::spec::table::{At, Key};
use crate::spec::{BaseType, BuiltIn};

/// Judges shapes and carriers of a file. Since each voice replaces the group of another as one, each is judged alone.
pub(super) fn judge(name: &str, block: &Block, found: &mut Diagnostics) {
    walk(name, block, &mut |visit| {
        shape(visit, found);
        carrier(visit, found);
    });
}

fn shape(visit: Visit<'_>, found: &mut Diagnostics) {
    let Visit { name, block, .. } = visit;
    let is_structure =
        |item: &&Item| matches!(item.key, Key::OneOf | Key::Keys | Key::Values | Key::Items | Key::Fields);
    let structures: Vec<&Item> = stated(block).filter(is_structure).collect();
    for pair in structures.windows(2) {
        if let [first, second] = pair
            && (!is_object_part(first.key) || !is_object_part(second.key))
        {
            let help = if [first.key, second.key].contains(&Key::OneOf) {
                "keep one: a union's fields stand in its variants"
            } else {
                "keep one: a list has `items`, an object `fields` and `values`"
            };
            found.push(twice(name, first, second).help(help));
        }
    }
    items(name, block, found);
    let structure = structures.iter().find(|item| item.key != Key::Items);
    if let (Some(structure), Some(of)) = (structure, block.get(Key::Type).filter(|item| !is_object(item))) {
        let key = structure.key.as_str();
        let diagnostic =
            twice(name, of, structure).help(format!("keep one; beside `{key}` no other type than `object` can stand"));
        let is_list = matches!(&of.value, Value::Type(of) if of.lists > 0);
        found.push(if is_list {
            diagnostic.help(format!("for a list put `{key}` into a named type under `types`, and call it with `[]`"))
        } else {
            diagnostic
        });
    }
    match (block.get(Key::Tag), block.get(Key::OneOf)) {
        (Some(tag), None) if !block.broken.contains(&Key::OneOf) => found.push(
            Diagnostic::new(Id::MissingKey, format!("`{name}` has a `tag` and no `one_of`"))
                .at(tag.key_place, "")
                .help("add `one_of`: a map from each value of the tag to what the object holds then"),
        ),
        (None, Some(one_of)) if !block.broken.contains(&Key::Tag) => found.push(
            Diagnostic::new(Id::MissingKey, format!("`{name}` has `one_of` and no `tag`"))
                .at(one_of.key_place, "")
                .help("add `tag`: the field inside that tells the variants apart"),
        ),
        _ => {}
    }
}

/// Whether a key tells of an object beside others that do.
fn is_object_part(key: Key) -> bool {
    matches!(key, Key::Keys | Key::Values | Key::Fields)
}

/// What items are is said once: by the type of the list, or under `items`.
fn items(name: &str, block: &Block, found: &mut Diagnostics) {
    let (Some(of), Some(items)) = (block.get(Key::Type), block.get(Key::Items)) else { return };
    let (Value::Type(list), Value::Block(inner)) = (&of.value, &items.value) else { return };
    let Some(item) = list.item() else { return };
    let is_vague = item.lists == 0 && matches!(item.base, BaseType::BuiltIn(BuiltIn::Object | BuiltIn::Any));
    let own = stated(inner).find(|item| matches!(item.key, Key::Type | Key::OneOf | Key::Values | Key::Fields));
    if let Some(own) = own.filter(|_| !is_vague) {
        let title = format!("`type` and `items` both say what an item of `{name}` is");
        found.push(
            Diagnostic::new(Id::ShapeTwice, title)
                .at(own.key_place, "")
                .at(of.key_place, "")
                .help("keep one: beside `type: T[]`, `items` says what else holds for each item"),
        );
    }
}

fn is_object(item: &Item) -> bool {
    matches!(&item.value, Value::Type(of) if of.lists == 0 && of.base == BaseType::BuiltIn(BuiltIn::Object))
}

fn twice(name: &str, first: &Item, second: &Item) -> Diagnostic {
    let (one, other) = (first.key.as_str(), second.key.as_str());
    Diagnostic::new(Id::ShapeTwice, format!("`{one}` and `{other}` both say what `{name}` is"))
        .at(second.key_place, "")
        .at(first.key_place, "")
}

fn carrier(visit: Visit<'_>, found: &mut Diagnostics) {
    let Visit { name, block, .. } = visit;
    let carriers: Vec<&Item> = stated(block).filter(|item| is_carrier(item.key)).collect();
    if let [first, second, ..] = carriers.as_slice() {
        let diagnostic = Diagnostic::new(Id::SeveralCarriers, format!("the credential `{name}` goes to two places"))
            .at(second.key_place, "")
            .at(first.key_place, "");
        found.push(
            diagnostic
                .help("for two secrets at once put each under `all_of`, with a name of its own")
                .help("for two ways of which a caller picks one, write two credentials"),
        );
    }
    prefix(visit, found);
    for entry in block.map(Key::AllOf) {
        let Value::Block(inner) = &entry.value.value else { continue };
        if let Some(again) = inner.get(Key::AllOf).filter(|_| inner.at == At::Credential) {
            found.push(
                Diagnostic::new(Id::KeyNotHere, format!("`all_of` stands within `all_of` of `{name}`"))
                    .at(again.key_place, "")
                    .help("put its credentials beside the others: all of them are sent at once"),
            );
        }
    }
}

/// A prefix stands before what goes into a header, save `Authorization`, whose prefix is the scheme.
fn prefix(visit: Visit<'_>, found: &mut Diagnostics) {
    let Visit { name, block, .. } = visit;
    let Some(item) = block.get(Key::Prefix) else { return };
    let Value::Text(prefix) = &item.value else { return };
    let scheme = || format!("write `scheme: {prefix}` in place of `header` and `prefix`");
    match block.get(Key::Header) {
        Some(header) if matches!(&header.value, Value::Text(text) if text.eq_ignore_ascii_case("authorization")) => {
            found.push(
                Diagnostic::new(
                    Id::KeyNotHere,
                    format!("what stands before `{name}` in `Authorization` is its scheme"),
                )
                .at(item.key_place, "")
                .at(header.place, "the header")
                .help(scheme()),
            );
        }
        Some(_) if prefix.is_empty() || !prefix.bytes().all(|byte| byte.is_ascii_graphic()) => found.push(
            Diagnostic::new(Id::BadWord, format!("`{}` is no prefix of `{name}`", prefix.escape_debug()))
                .at(item.place, "")
                .help("a prefix is one word, such as `Token`; a blank and the credential follow by themselves"),
        ),
        Some(_) => {}
        None if block.broken.contains(&Key::Header) => {}
        None => {
            let title = format!("`{name}` has a `prefix` and goes to no header");
            let diagnostic = Diagnostic::new(Id::KeyNotHere, title).at(item.key_place, "");
            found.push(match block.get(Key::Scheme) {
                Some(_) => diagnostic.help("the scheme is the word before the credential: leave `prefix` out"),
                None => diagnostic.help("a prefix stands beside `header`: add the header, or leave `prefix` out"),
            });
        }
    }
}

/// Whether a fact says where a credential goes.
pub(super) fn is_carrier(key: Key) -> bool {
    Group::of(key) == Group::Carrier && !matches!(key, Key::Prefix | Key::User | Key::Password | Key::Oauth2)
}
