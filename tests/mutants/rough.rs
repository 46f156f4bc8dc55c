//! Changes without regard for what they change: most of what they make is refused, at a place that can be shown.

use docwright::spec::table::TABLE;
use docwright::yaml::{Content, Member};
use fastrand::Rng;

use crate::corpus::Corpus;
use crate::odd;
use crate::specs::{Operation, Specs};
use crate::tree::{pick, pick_map, plain, quoted, set, text};

/// The changes, and how often each is made.
pub const OPERATIONS: &[(u32, Operation)] = &[
    (5, delete),
    (3, duplicate),
    (4, swap),
    (6, retype),
    (4, rename_key),
    (4, misspell),
    (5, transplant),
    (4, adopt),
    (4, overwrite),
    (2, enlarge),
    (2, deepen),
    (1, rename_file),
    (2, empty),
    (2, mistype),
    (3, halve),
];

fn members<'s>(specs: &'s mut Specs, rng: &mut Rng) -> Option<&'s mut Vec<Member>> {
    pick_map(specs.any_file(rng), rng, |_, _| true)
}

fn node<'s>(specs: &'s mut Specs, rng: &mut Rng) -> Option<&'s mut Content> {
    pick(specs.any_file(rng), rng, &|_, _| true)
}

fn delete(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    if rng.u8(..3) == 0 {
        let is_list = |_: &str, node: &Content| matches!(node, Content::List(items) if !items.is_empty());
        let Some(Content::List(items)) = pick(specs.any_file(rng), rng, &is_list) else { return false };
        items.remove(rng.usize(..items.len()));
        return true;
    }
    let Some(members) = members(specs, rng) else { return false };
    members.remove(rng.usize(..members.len()));
    true
}

fn duplicate(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    if rng.bool() {
        let is_list = |_: &str, node: &Content| matches!(node, Content::List(items) if !items.is_empty());
        let Some(Content::List(items)) = pick(specs.any_file(rng), rng, &is_list) else { return false };
        items.push(items[rng.usize(..items.len())].clone());
        return true;
    }
    let Some(members) = members(specs, rng) else { return false };
    let member = members[rng.usize(..members.len())].clone();
    members.insert(rng.usize(..=members.len()), member);
    true
}

/// Two nodes, each in the other's place.
fn swap(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let (Some(one), Some(other)) = (node(specs, rng).cloned(), node(specs, rng)) else { return false };
    *other = one;
    true
}

/// Another kind of value.
fn retype(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let number = odd::number(rng);
    let Some(node) = node(specs, rng) else { return false };
    let before = std::mem::replace(node, plain(""));
    *node = match rng.u8(..11) {
        0 => plain("true"),
        1 => plain(["null", "~", "", "no", "True", "NULL"][rng.usize(..6)]),
        2 => plain(number),
        3 => quoted(odd::text(rng)),
        4 => Content::List(vec![]),
        5 => Content::Map(vec![]),
        6 => Content::List(vec![before]),
        7 => Content::Map(vec![Member::new(odd::name(rng), before)]),
        8 => plain(["unlisted", "none", "ignored", "string", "success", "default"][rng.usize(..6)]),
        _ => match before {
            Content::Map(mut members) if !members.is_empty() => members.swap_remove(rng.usize(..members.len())).value,
            Content::List(mut items) if !items.is_empty() => items.swap_remove(rng.usize(..items.len())),
            Content::Plain(text) => quoted(text),
            Content::Quoted(text) if !text.contains('\n') => plain(text),
            other => other,
        },
    };
    true
}

fn rename_key(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let Some(members) = members(specs, rng) else { return false };
    let at = rng.usize(..members.len());
    members[at].key = match rng.u8(..4) {
        0 => odd::name(rng),
        1 => ["200", "4XX", "success", "default", "199", "600", "2xx", "99", "0200"][rng.usize(..9)].to_owned(),
        _ => TABLE[rng.usize(..TABLE.len())].name.to_owned(),
    };
    true
}

fn misspell(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    fn misspelt(word: &mut String, rng: &mut Rng) {
        let mut chars: Vec<char> = word.chars().collect();
        if chars.is_empty() {
            return;
        }
        let at = rng.usize(..chars.len());
        match rng.u8(..5) {
            0 => _ = chars.remove(at),
            1 => chars.insert(at, 'x'),
            2 => chars.swap(at, 0),
            3 => chars[at] = if chars[at].is_lowercase() { chars[at].to_ascii_uppercase() } else { '-' },
            _ => chars.extend(odd::name(rng).chars()),
        }
        *word = chars.into_iter().collect();
    }
    if rng.bool() {
        let is_scalar = |_: &str, node: &Content| !matches!(node, Content::Map(_) | Content::List(_));
        let Some(word) = pick(specs.any_file(rng), rng, &is_scalar).and_then(text) else { return false };
        misspelt(word, rng);
        if word.contains('\n') {
            word.clear();
        }
        return true;
    }
    let Some(members) = members(specs, rng) else { return false };
    let at = rng.usize(..members.len());
    misspelt(&mut members[at].key, rng);
    true
}

/// A piece of another spec in the place of any node.
fn transplant(specs: &mut Specs, corpus: &Corpus, rng: &mut Rng) -> bool {
    let others = corpus.values.values().nth(rng.usize(..corpus.values.len()));
    let (Some(others), Some(node)) = (others, node(specs, rng)) else { return false };
    *node = others[rng.usize(..others.len())].clone();
    true
}

/// A key of another place, with what it holds there.
fn adopt(specs: &mut Specs, corpus: &Corpus, rng: &mut Rng) -> bool {
    let other = corpus.values.iter().nth(rng.usize(..corpus.values.len()));
    let (Some((key, values)), Some(members)) = (other, members(specs, rng)) else { return false };
    members.insert(rng.usize(..=members.len()), Member::new(key.as_str(), values[rng.usize(..values.len())].clone()));
    true
}

/// An odd text or number in the place of any scalar.
fn overwrite(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let is_scalar = |_: &str, node: &Content| !matches!(node, Content::Map(_) | Content::List(_));
    let Some(node) = pick(specs.any_file(rng), rng, &is_scalar) else { return false };
    *node = match rng.u8(..4) {
        0 => plain(odd::number(rng)),
        1 => quoted(odd::name(rng)),
        2 => Content::Literal(odd::text(rng)),
        _ => quoted(odd::text(rng)),
    };
    true
}

/// A text, a list or a map that is huge.
fn enlarge(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let long = odd::long_text(rng);
    let count = if rng.u8(..4) == 0 { 3000 } else { 100 };
    let Some(node) = node(specs, rng) else { return false };
    match node {
        Content::List(items) => {
            let Some(item) = items.first().cloned() else { return false };
            items.extend(std::iter::repeat_n(item, count));
        }
        Content::Map(members) => {
            let Some(member) = members.first().cloned() else { return false };
            members
                .extend((0..count).map(|number| Member { key: format!("{}{number}", member.key), ..member.clone() }));
        }
        scalar => *scalar = quoted(long),
    }
    true
}

/// Lists or maps around a node, up to more than are read.
fn deepen(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let depth = rng.usize(1..80);
    let key = ["fields", "items", "values", "x", "known", "all_of", "one_of"][rng.usize(..7)];
    let in_lists = rng.u8(..3) == 0;
    let Some(node) = node(specs, rng) else { return false };
    for _ in 0..depth {
        let inner = std::mem::replace(node, plain(""));
        *node = if in_lists { Content::List(vec![inner]) } else { Content::Map(vec![Member::new(key, inner)]) };
    }
    true
}

fn rename_file(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let name = odd::bad_file(rng);
    match rng.u8(..3) {
        0 => specs.api.name = name,
        1 => {
            let at = rng.usize(..specs.api.files.len());
            specs.api.files[at].0 = name;
        }
        _ if specs.api.files.len() > 1 => {
            let at = rng.usize(..specs.api.files.len());
            specs.api.files.remove(at);
        }
        _ => return false,
    }
    true
}

fn empty(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let Some(node) = node(specs, rng) else { return false };
    match node {
        Content::List(items) => items.clear(),
        Content::Map(members) => members.clear(),
        scalar => *scalar = quoted(""),
    }
    true
}

fn mistype(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let to = odd::no_type(rng);
    let is_type = |key: &str, node: &Content| matches!((key, node), ("type" | "values" | "items", Content::Plain(_)));
    let Some(node) = pick(specs.file(rng), rng, &is_type) else { return false };
    *node = quoted(to);
    true
}

/// Moves facts of an entry into a half of it.
fn halve(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let Some(members) = members(specs, rng) else { return false };
    let half = ["known", "inferred"][rng.usize(..2)];
    let (mut inner, outer): (Vec<Member>, Vec<Member>) = std::mem::take(members).into_iter().partition(|_| rng.bool());
    set(&mut inner, "why", quoted("Somebody said so."));
    *members = outer;
    if rng.bool() {
        set(members, "documented", plain("false"));
    }
    set(members, half, Content::Map(inner));
    true
}
