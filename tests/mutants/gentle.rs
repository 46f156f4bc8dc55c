//! Changes that a page could have called for: most of what they make is accepted, and must compile.

use docwright::yaml::{Content, Member};
use fastrand::Rng;

use crate::corpus::{Corpus, ENTRIES};
use crate::odd;
use crate::specs::{Operation, Specs};
use crate::tree::{get, pick, pick_map, plain, quoted, set, text};

/// The changes, and how often each is made.
pub const OPERATIONS: &[(u32, Operation)] = &[
    (4, reorder),
    (6, say),
    (5, drop_facts),
    (4, renumber),
    (8, rename),
    (6, rename_rust),
    (6, regraft),
    (8, state),
    (8, add_field),
    (5, retype),
    (4, change_enum),
    (3, copy_entry),
    (3, nest),
    (3, route),
    (2, rename_file),
    (2, drop_endpoint),
    (3, add_example_text),
    (3, drop_examples),
];

fn reorder(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let Some(members) = pick_map(specs.file(rng), rng, |_, members| members.len() > 1) else { return false };
    rng.shuffle(members);
    true
}

/// Other words, where words stand or could.
fn say(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let words = if rng.u8(..12) == 0 { odd::long_text(rng) } else { odd::text(rng) };
    let file = specs.file(rng);
    if rng.bool() {
        let is_prose = |key: &str, node: &Content| {
            matches!(
                key,
                "doc"
                    | "doubts"
                    | "title"
                    | "why"
                    | "unenforced"
                    | "documented_as"
                    | "name"
                    | "deprecated"
                    | "permissions"
            ) && !matches!(node, Content::Map(_) | Content::List(_))
        };
        let Some(prose) = pick(file, rng, &is_prose) else { return false };
        *prose = quoted(words);
        return true;
    }
    let Some(entry) = entry(file, rng) else { return false };
    match rng.u8(..4) {
        0 => set(entry, "doubts", Content::List(vec![quoted(words), quoted("Two.")])),
        1 => set(entry, "deprecated", quoted(words)),
        2 => set(entry, "unenforced", Content::List(vec![quoted(words)])),
        _ => set(entry, "doc", quoted(words)),
    }
    true
}

/// The members of an entry.
fn entry<'t>(file: &'t mut Content, rng: &mut Rng) -> Option<&'t mut Vec<Member>> {
    let entries = pick_map(file, rng, |key, members| {
        ENTRIES.contains(&key) && members.iter().any(|member| matches!(member.value, Content::Map(_)))
    })?;
    let mut maps: Vec<_> = entries
        .iter_mut()
        .filter_map(|member| match &mut member.value {
            Content::Map(members) => Some(members),
            _ => None,
        })
        .collect();
    let at = rng.usize(..maps.len());
    Some(maps.swap_remove(at))
}

/// What nothing else needs.
#[rustfmt::skip]
const OPTIONAL: &[&str] = &[
    "doc", "doubts", "deprecated", "default", "examples", "unenforced", "required", "nullable", "open", "pattern",
    "enum", "min_length", "max_length", "minimum", "maximum", "items", "known", "inferred", "rust_name", "seen",
    "sha256", "permissions", "other_media_types", "unique_items", "encode", "secret", "server_owned", "const",
    "none_value", "body", "media_type", "query_parameters", "headers", "idempotent", "documented_as", "type",
    "min_items", "max_items", "min_properties", "max_properties", "keys", "variables", "source",
];

fn drop_facts(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let is_optional = |member: &Member| OPTIONAL.contains(&member.key.as_str());
    let has_some = |_: &str, members: &[Member]| members.iter().any(is_optional);
    let Some(members) = pick_map(specs.file(rng), rng, has_some) else { return false };
    members.retain(|member| !is_optional(member) || rng.bool());
    true
}

/// Another number, in the place of one or beside it.
fn renumber(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let begins_as_one = |text: &str| text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    let is_number = |_: &str, node: &Content| matches!(node, Content::Plain(text) if begins_as_one(text));
    let small = rng.u8(..9).to_string();
    let number = if rng.bool() { odd::number(rng) } else { small };
    let Some(node) = pick(specs.file(rng), rng, &is_number) else { return false };
    *node = plain(number);
    true
}

/// The maps whose keys are names that the API chose.
#[rustfmt::skip]
const NAMED: &[&str] = &[
    "fields", "query_parameters", "headers", "path_parameters", "types", "parts", "servers", "auth", "variables",
    "one_of", "enum", "examples", "sources", "all_of",
];

/// Another name, everywhere.
fn rename(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let Some(members) = pick_map(specs.file(rng), rng, |key, _| NAMED.contains(&key)) else { return false };
    let from = members[rng.usize(..members.len())].key.clone();
    let named = odd::name(rng);
    let to = match from.chars().next() {
        // A type begins with a capital.
        Some(first) if first.is_ascii_uppercase() && rng.bool() => format!("T{named}"),
        _ => named,
    };
    if from.is_empty() {
        return false;
    }
    specs.walk(&mut |key, node| match node {
        Content::Map(members) => {
            for member in members {
                if member.key == from {
                    member.key.clone_from(&to);
                } else if key == "violates" {
                    member.key = member
                        .key
                        .replace(&format!("/{from}"), &format!("/{}", to.replace('~', "~0").replace('/', "~1")));
                }
            }
        }
        Content::List(_) => {}
        scalar => {
            let Some(text) = text(scalar) else { return };
            if *text == from {
                *scalar = quoted(to.as_str());
            } else if let Some(lists) =
                text.strip_prefix(&from).filter(|rest| !rest.is_empty() && rest.replace("[]", "").is_empty())
            {
                *text = format!("{to}{lists}");
            } else if matches!(key, "path" | "url") {
                *text = text.replace(&format!("{{{from}}}"), &format!("{{{to}}}"));
            } else if key == "body" {
                *text = text.replace(&format!("\"{from}\""), &serde_json::Value::from(to.as_str()).to_string());
            }
        }
    });
    true
}

fn rename_rust(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let name = odd::name(rng);
    let named = |key: &str, members: &[Member]| {
        matches!(key, "fields" | "query_parameters" | "headers" | "path_parameters" | "types" | "auth" | "enum")
            && members.iter().any(|member| matches!(member.value, Content::Map(_)))
    };
    let file = specs.file(rng);
    if rng.u8(..6) == 0 {
        let Content::Map(members) = file else { return false };
        set(members, "rust_name", quoted(name));
        return true;
    }
    let Some(members) = pick_map(file, rng, named) else { return false };
    let at = rng.usize(..members.len());
    match &mut members[at].value {
        Content::Map(members) => set(members, "rust_name", quoted(name)),
        _ => return false,
    }
    true
}

/// What stands under a key somewhere else.
fn regraft(specs: &mut Specs, corpus: &Corpus, rng: &mut Rng) -> bool {
    let Some(members) = pick_map(specs.file(rng), rng, |_, _| true) else { return false };
    let at = rng.usize(..members.len());
    let Some(others) = corpus.values.get(&members[at].key) else { return false };
    members[at].value = others[rng.usize(..others.len())].clone();
    true
}

/// States a fact of an entry.
fn state(specs: &mut Specs, corpus: &Corpus, rng: &mut Rng) -> bool {
    #[rustfmt::skip]
    const FACTS: &[&str] = &[
        "required", "nullable", "open", "secret", "server_owned", "deprecated", "const", "default", "none_value",
        "minimum", "exclusive_minimum", "maximum", "exclusive_maximum", "multiple_of", "length_unit", "min_length",
        "max_length", "pattern", "unique_items", "min_items", "max_items", "min_properties", "max_properties",
        "encode", "enum", "items", "keys", "values", "one_of", "fields", "known", "inferred", "type",
    ];
    let key = FACTS[rng.usize(..FACTS.len())];
    let value = match corpus.values.get(key) {
        Some(values) if rng.u8(..4) > 0 => values[rng.usize(..values.len())].clone(),
        _ => match rng.u8(..4) {
            0 => plain("true"),
            1 => plain("false"),
            2 => plain(odd::number(rng)),
            _ => quoted(odd::text(rng)),
        },
    };
    let Some(entry) = entry(specs.file(rng), rng) else { return false };
    let at = rng.usize(..=entry.len());
    entry.retain(|member| member.key != key);
    entry.insert(at.min(entry.len()), Member::new(key, value));
    true
}

/// An entry of another page.
fn add_field(specs: &mut Specs, corpus: &Corpus, rng: &mut Rng) -> bool {
    let mut member = corpus.entries[rng.usize(..corpus.entries.len())].clone();
    if rng.u8(..3) == 0 {
        member.key = odd::name(rng);
    }
    let Some(members) =
        pick_map(specs.file(rng), rng, |key, _| matches!(key, "fields" | "query_parameters" | "headers"))
    else {
        return false;
    };
    if let Content::Map(facts) = &mut member.value {
        match rng.u8(..4) {
            0 => set(facts, "required", plain("true")),
            1 => facts.retain(|fact| fact.key != "required"),
            _ => {}
        }
    }
    members.insert(rng.usize(..=members.len()), member);
    true
}

fn retype(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let to = odd::built_in(rng);
    let is_type =
        |key: &str, node: &Content| matches!((key, node), ("type" | "values" | "keys" | "items", Content::Plain(_)));
    let Some(node) = pick(specs.file(rng), rng, &is_type) else { return false };
    *node = plain(to);
    true
}

/// Other values of an enum, as a list or as a map.
fn change_enum(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let name = odd::name(rng);
    let value = if rng.u8(..4) == 0 { plain(odd::number(rng)) } else { quoted(name.as_str()) };
    let is_enum = |key: &str, node: &Content| key == "enum" && matches!(node, Content::List(_) | Content::Map(_));
    let file = specs.file(rng);
    let Some(node) = pick(file, rng, &is_enum) else {
        let Some(entry) = entry(file, rng) else { return false };
        set(entry, "enum", Content::List(vec![value, quoted("a"), quoted("B")]));
        return true;
    };
    match node {
        Content::List(values) => values.push(value),
        Content::Map(members) => members.push(Member::new(name, Content::Map(vec![]))),
        _ => return false,
    }
    true
}

/// The same entry again under other names: few times, or very often.
fn copy_entry(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let Some(members) = pick_map(specs.file(rng), rng, |key, _| NAMED.contains(&key)) else { return false };
    let member = members[rng.usize(..members.len())].clone();
    let count = match rng.u8(..50) {
        0 => 200,
        1..6 => 20,
        _ => 1,
    };
    let glue = ["", "_", "X"][rng.usize(..3)];
    members.extend((0..count).map(|number| Member { key: format!("{}{glue}{number}", member.key), ..member.clone() }));
    true
}

/// An object around an entry, or many.
fn nest(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let depth = if rng.u8(..3) == 0 { rng.usize(..32) } else { 1 };
    let name = if rng.u8(..3) == 0 { odd::name(rng) } else { "inner".to_owned() };
    let form = rng.u8(..4);
    let Some(members) = pick_map(specs.file(rng), rng, |key, _| key == "fields") else { return false };
    let at = rng.usize(..members.len());
    for _ in 0..depth {
        let inner = std::mem::replace(&mut members[at].value, plain(""));
        let key = match form {
            0 => "values",
            1 => "items",
            _ => "fields",
        };
        let inner = if key == "fields" { Content::Map(vec![Member::new(name.as_str(), inner)]) } else { inner };
        members[at].value = Content::Map(vec![Member::new(key, inner)]);
    }
    true
}

/// Another method or another path.
fn route(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    const METHODS: &[&str] =
        &["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "QUERY", "M-SEARCH", "get"];
    let Content::Map(members) = specs.file(rng) else { return false };
    let Some(path) = get(members, "path").cloned() else { return false };
    if rng.bool() {
        set(members, "method", plain(METHODS[rng.usize(..METHODS.len())]));
    } else if let Content::Plain(path) | Content::Quoted(path) = path {
        let piece = [
            "/", "/é", "/a b", "/%2F", "//", "/..", "/.", "?a=1", "#a", "/a.json", "/:id", "/~a", "/'", "/\"", "/{",
            "/a;b=c", "/\\",
        ];
        set(members, "path", quoted(format!("{path}{}", piece[rng.usize(..piece.len())])));
    }
    true
}

fn rename_file(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let name = odd::file(rng);
    let at = rng.usize(..specs.api.files.len());
    if specs.api.files[at].0 == "api" {
        specs.api.name = name;
    } else if specs.api.files.iter().all(|(other, _)| *other != name) {
        specs.api.files[at].0 = name;
    }
    true
}

fn drop_endpoint(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let at = rng.usize(..specs.api.files.len());
    let has_others = specs.api.files.len() > 2 && specs.api.files[at].0 != "api";
    if has_others {
        specs.api.files.remove(at);
    }
    has_others
}

/// Another character within a sample.
fn add_example_text(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let words = odd::text(rng);
    let is_sample = |key: &str, node: &Content| key == "body" && matches!(node, Content::Literal(_));
    let Some(Content::Literal(sample)) = pick(specs.file(rng), rng, &is_sample) else { return false };
    let escaped = serde_json::Value::from(words).to_string();
    let escaped = &escaped[1..escaped.len() - 1];
    // Behind a letter: mostly within a text.
    let letters: Vec<usize> =
        sample.match_indices(|char: char| char.is_alphabetic()).map(|(at, char)| at + char.len()).collect();
    if letters.is_empty() {
        return false;
    }
    sample.insert_str(letters[rng.usize(..letters.len())], escaped);
    true
}

fn drop_examples(specs: &mut Specs, _: &Corpus, rng: &mut Rng) -> bool {
    let Content::Map(members) = specs.file(rng) else { return false };
    let before = members.len();
    members.retain(|member| member.key != "examples");
    members.len() < before
}
