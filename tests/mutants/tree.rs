//! Nodes of a tree, picked at random by what they are and by the key that they stand under.

use docwright::yaml::{Content, Member};
use fastrand::Rng;

/// Whether a node is meant, by the nearest key above it and by itself.
pub type Fits<'f> = &'f dyn Fn(&str, &Content) -> bool;

/// One of the nodes that are meant.
pub fn pick<'t>(tree: &'t mut Content, rng: &mut Rng, fits: Fits<'_>) -> Option<&'t mut Content> {
    let count = count("", tree, fits);
    let mut skipped = if count == 0 { return None } else { rng.usize(..count) };
    find("", tree, fits, &mut skipped)
}

/// The members of one of the maps that are meant; none of them is empty.
pub fn pick_map<'t>(
    tree: &'t mut Content,
    rng: &mut Rng,
    fits: impl Fn(&str, &[Member]) -> bool,
) -> Option<&'t mut Vec<Member>> {
    let fits =
        |key: &str, node: &Content| matches!(node, Content::Map(members) if !members.is_empty() && fits(key, members));
    match pick(tree, rng, &fits)? {
        Content::Map(members) => Some(members),
        _ => None,
    }
}

fn count(key: &str, node: &Content, fits: Fits<'_>) -> usize {
    let below: usize = match node {
        Content::List(items) => items.iter().map(|item| count(key, item, fits)).sum(),
        Content::Map(members) => members.iter().map(|member| count(&member.key, &member.value, fits)).sum(),
        _ => 0,
    };
    usize::from(fits(key, node)) + below
}

fn find<'t>(key: &str, node: &'t mut Content, fits: Fits<'_>, skipped: &mut usize) -> Option<&'t mut Content> {
    if fits(key, node) {
        if *skipped == 0 {
            return Some(node);
        }
        *skipped -= 1;
    }
    match node {
        Content::List(items) => items.iter_mut().find_map(|item| find(key, item, fits, skipped)),
        Content::Map(members) => {
            members.iter_mut().find_map(|member| find(&member.key, &mut member.value, fits, skipped))
        }
        _ => None,
    }
}

/// Each node, the outer before the inner, with the nearest key above it.
pub fn walk(node: &mut Content, visit: &mut impl FnMut(&str, &mut Content)) {
    walk_below("", node, visit);
}

fn walk_below(key: &str, node: &mut Content, visit: &mut impl FnMut(&str, &mut Content)) {
    visit(key, node);
    match node {
        Content::List(items) => items.iter_mut().for_each(|item| walk_below(key, item, visit)),
        Content::Map(members) => {
            for member in members {
                walk_below(&member.key, &mut member.value, visit);
            }
        }
        _ => {}
    }
}

/// The text of a scalar.
pub fn text(node: &mut Content) -> Option<&mut String> {
    match node {
        Content::Text(text)
        | Content::Unfolded(text)
        | Content::Quoted(text)
        | Content::Literal(text)
        | Content::Plain(text) => Some(text),
        Content::List(_) | Content::Map(_) | Content::Remarked(_) => None,
    }
}

/// The value of a key.
pub fn get<'m>(members: &'m [Member], key: &str) -> Option<&'m Content> {
    members.iter().find(|member| member.key == key).map(|member| &member.value)
}

/// Gives a key a value, the one that it has or a new one.
pub fn set(members: &mut Vec<Member>, key: &str, value: Content) {
    match members.iter_mut().find(|member| member.key == key) {
        Some(member) => member.value = value,
        None => members.push(Member::new(key, value)),
    }
}

pub fn plain(text: impl Into<String>) -> Content {
    Content::Plain(text.into())
}

pub fn quoted(text: impl Into<String>) -> Content {
    Content::Quoted(text.into())
}
