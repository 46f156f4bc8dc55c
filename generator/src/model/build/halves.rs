//! What the halves of a block must keep to, wherever it stands.

use super::read;
use super::resolve::{Facts, Group, Stated, halves, is_fact, stated, withdrawn};
use super::same::same_items;
use super::walk::{Visit, walk};
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::Origin;
use crate::spec::block::{Block, Item, Value};
use crate::spec::nearest;
use crate::spec::table::Key;

/// Judges facts, halves and doubts of a file.
pub(super) fn judge(name: &str, block: &Block, found: &mut Diagnostics) {
    walk(name, block, &mut |visit| {
        undocumented(visit, found);
        for doubt in visit.block.list(Key::Doubts) {
            if matches!(&doubt.value, Value::Text(text) if text.trim().is_empty()) {
                found.push(
                    Diagnostic::new(Id::EmptyDoubt, format!("a doubt about `{}` says nothing", visit.name))
                        .at(doubt.place, "")
                        .help("say what is unclear, or remove it"),
                );
            }
        }
        let mut before = Facts::own(visit.block, Origin::Page);
        for (origin, item, half) in halves(visit.block) {
            says_something(visit, item, half, found);
            repeats(visit.name, item, half, &before, found);
            drops(visit, item, half, found);
            withdraws(visit.name, item, half, &before, found);
            before.correct(half, origin);
        }
    });
}

/// `documented: false` leaves facts to the halves, and needs one.
fn undocumented(visit: Visit<'_>, found: &mut Diagnostics) {
    let Some(documented) = visit.block.get(Key::Documented) else { return };
    let mut facts = stated(visit.block).peekable();
    if facts.peek().is_some() {
        let title = format!("the page does not name `{}`, and yet it states facts of it", visit.name);
        let diagnostic = facts.fold(Diagnostic::new(Id::FactUndocumented, title), |diagnostic, fact| {
            diagnostic.at(fact.key_place, "stands as the page's word")
        });
        found.push(
            diagnostic
                .at(documented.key_place, "says that the page does not name it")
                .help("put what is known better under `known`, what is guessed under `inferred`, each with its reason"),
        );
    }
    let broken = [Key::Known, Key::Inferred].iter().any(|key| visit.block.broken.contains(key));
    if halves(visit.block).next().is_none() && !broken {
        found.push(
            Diagnostic::new(Id::UndocumentedBare, format!("nobody tells of `{}`", visit.name))
                .at(documented.key_place, "the page does not name it")
                .help("add `known` or `inferred`, with `why`: where it comes from"),
        );
    }
}

/// A half has a reason, and states a fact; of what the page does not name, that it exists is one.
fn says_something(visit: Visit<'_>, item: &Item, half: &Block, found: &mut Diagnostics) {
    let (name, key) = (visit.name, item.key.as_str());
    if half.text(Key::Why).is_some_and(|why| why.trim().is_empty()) {
        found.push(
            Diagnostic::new(Id::MissingWhy, format!("`{key}` of `{name}` gives no reason"))
                .at(half.get(Key::Why).map_or(item.key_place, |why| why.key_place), "")
                .help("say in `why` what the better fact rests on"),
        );
    }
    if stated(half).next().is_none()
        && withdrawn(half).next().is_none()
        && half.broken.is_empty()
        && visit.block.get(Key::Documented).is_none()
    {
        found.push(
            Diagnostic::new(Id::HalfEmpty, format!("`{key}` of `{name}` states no fact"))
                .at(item.key_place, "")
                .help("add what holds, such as `type` or `nullable`")
                .help("what is only unclear stands under `doubts`"),
        );
    }
}

/// A half differs from what it corrects, group by group.
fn repeats<'s>(name: &str, item: &Item, half: &'s Block, before: &Facts<'s>, found: &mut Diagnostics) {
    let own = Facts::own(half, Origin::Known);
    let mut groups: Vec<Group> = Vec::new();
    for fact in own.iter() {
        let group = Group::of(fact.item.key);
        if groups.contains(&group) {
            continue;
        }
        groups.push(group);
        let former = before.group(group);
        let Some(Stated { item: first, origin }) = former.first().and_then(|item| before.get(item.key)) else {
            continue;
        };
        if !same_items(&own.group(group), &former) {
            continue;
        }
        let (key, half) = (fact.item.key.as_str(), item.key.as_str());
        let diagnostic = Diagnostic::new(Id::HalfRepeats, format!("`{half}` of `{name}` repeats `{key}`"))
            .at(fact.item.key_place, "the same");
        found.push(if origin == Origin::Page {
            diagnostic.at(first.key_place, "the page says so already").help(format!("remove it from `{half}`"))
        } else {
            diagnostic
                .at(first.key_place, "inferred already")
                .help("what is known need not be inferred: remove it from `inferred`")
        });
    }
}

/// What is taken back has been stated.
fn withdraws(name: &str, item: &Item, half: &Block, before: &Facts<'_>, found: &mut Diagnostics) {
    for withdrawn in withdrawn(half) {
        let Value::Text(word) = &withdrawn.value else { continue };
        let at = |title: String| Diagnostic::new(Id::WithdrawsNothing, title).at(withdrawn.place, "");
        let key = read::key(&withdrawn.value);
        let stated_anew = stated(half).find(|fact| Some(fact.key) == key);
        let diagnostic = match (key, stated_anew) {
            (None, _) => {
                let diagnostic = at(format!("`{word}`, which `{name}` is to take back, is no key of the language"));
                match nearest(word, before.iter().map(|fact| fact.item.key.as_str())) {
                    Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
                    None => diagnostic.help("name a key that the page states here"),
                }
            }
            (Some(key), _) if !is_fact(key) => {
                at(format!("`{}` of `{name}` is no fact that could be taken back", key.as_str()))
                    .help("facts are what the page states of the thing, such as `pattern` or `required`")
            }
            (Some(key), Some(anew)) => {
                at(format!("`{}` of `{name}` takes back `{}` and states it", item.key.as_str(), key.as_str()))
                    .at(anew.key_place, "stated here")
                    .help(format!(
                        "remove `{}` from `withdraw`: what a half states replaces what the page says",
                        key.as_str()
                    ))
            }
            (Some(key), None) if before.get(key).is_none() => {
                at(format!("`{}` of `{name}` takes back `{}`, which nobody states", item.key.as_str(), key.as_str()))
                    .help("remove it; if the page was mended, all is well")
            }
            _ => continue,
        };
        found.push(diagnostic);
    }
}

/// Fields are replaced as one, so a half names all that the page names.
fn drops(visit: Visit<'_>, item: &Item, half: &Block, found: &mut Diagnostics) {
    let Some(fields) = half.get(Key::Fields) else { return };
    let kept = half.map(Key::Fields);
    let mut dropped = visit
        .block
        .map(Key::Fields)
        .iter()
        .filter(|field| !kept.iter().any(|kept| kept.name.value == field.name.value))
        .peekable();
    if half.broken.contains(&Key::Fields) || dropped.peek().is_none() {
        return;
    }
    let title = format!("`{}` of `{}` leaves out fields that the page names", item.key.as_str(), visit.name);
    let diagnostic = Diagnostic::new(Id::HalfDrops, title).at(fields.key_place, "replaces all fields");
    found.push(
        dropped
            .fold(diagnostic, |diagnostic, field| diagnostic.at(field.name.place, "not among them"))
            .help("list every field of the page, or put the half into the field that it is about")
            .help("a further field stands in place among the page's, with `documented: false`"),
    );
}
