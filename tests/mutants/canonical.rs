//! The canonical form of mutants: it says the same, keeps its comments, and is its own canonical form.

use std::fmt::Write as _;
use std::fs;

use camino::Utf8Path;
use docwright::diagnostic::{Diagnostics, Id, Sources};
use docwright::emit::GeneratedFile;
use docwright::format::{Form, format};
use docwright::pipeline::{self, Target};
use docwright::spec;
use docwright::yaml::{Node, NodeKind, parse_commented};

use crate::mutant::Mutant;

/// What docwright made of a mutant.
pub struct Made<'m> {
    pub files: Option<&'m [GeneratedFile]>,
    pub found: Vec<Id>,
}

/// Brings each file of a mutant into the canonical form, and the folder of specs with them.
///
/// # Errors
/// What does not hold.
pub fn holds(specs: &Utf8Path, mutant: &Mutant, made: &Made<'_>) -> Result<(), String> {
    // This takes half as long as all else: it is for every second one, and what takes longest for every sixth, by what is as
    // good as chance.
    let bytes: usize = mutant.files.iter().map(|(_, bytes)| bytes.len()).sum();
    if !bytes.is_multiple_of(2) {
        return Ok(());
    }
    for (path, bytes) in &mutant.files {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let Some(written) = canonical(path, text)? else { continue };
        if canonical(path, &written)?.as_deref() != Some(written.as_str()) {
            return Err(format!("the canonical form of {path} has another one:\n{written}"));
        }
        let commented = with_comments(text);
        let with_comments = canonical(path, &commented)?.ok_or_else(|| format!("comments in {path} are refused"))?;
        comments_stand(&commented, &with_comments).map_err(|error| format!("{path}: {error}\n{commented}"))?;
        let either = if bytes.len() % 4 < 2 { &written } else { &with_comments };
        fs::write(specs.join(path), either).map_err(|error| error.to_string())?;
    }
    // What is refused of a text, the canonical form may lack.
    if made.found.contains(&Id::YamlRefused) || !bytes.is_multiple_of(6) {
        return Ok(());
    }
    let run = pipeline::run(specs, &Target::OfSpecs);
    let files = run.generated.as_ref().map(|generated| generated.files.as_slice());
    let mut found: Vec<Id> = run.found.iter().map(|diagnostic| diagnostic.id).collect();
    found.sort_unstable();
    if found != made.found {
        return Err(format!("of the canonical form it is said {found:?}, not {:?}", made.found));
    }
    if files != made.files {
        let differs = files.into_iter().flatten().zip(made.files.into_iter().flatten()).find(|(a, b)| a != b);
        return Err(format!("the canonical form gives another crate: {differs:?}"));
    }
    Ok(())
}

/// The canonical form of a file; none where it is no YAML.
fn canonical(path: &str, text: &str) -> Result<Option<String>, String> {
    let mut sources = Sources::default();
    let file = sources.add(path, text);
    match format(file, &sources, spec::kind_of(path), &mut Diagnostics::default()) {
        Form::Canonical(text) => Ok(Some(text)),
        Form::Unread => Ok(None),
        Form::Mistaken => Err(format!("the canonical form of {path} would say something else:\n{text}")),
    }
}

/// A line of comment before each key that begins a line, with the number of the key and its spelling.
pub fn with_comments(text: &str) -> String {
    let mut sources = Sources::default();
    let file = sources.add("", text);
    let Some(read) = parse_commented(file, &sources, &mut Diagnostics::default()) else { return text.to_owned() };
    let mut keys = Vec::new();
    gather(&read.root, &mut keys);
    let mut out = String::new();
    let mut done = 0;
    for (number, (start, key)) in keys.into_iter().enumerate() {
        let line = text[..start].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let indentation = &text[line..start];
        if line >= done && indentation.bytes().all(|byte| byte == b' ') {
            out += &text[done..line];
            _ = writeln!(out, "{indentation}# {number} {key:?}");
            done = line;
        }
    }
    out + &text[done..]
}

fn gather<'n>(node: &'n Node, keys: &mut Vec<(usize, &'n str)>) {
    match &node.kind {
        NodeKind::Scalar(_) => {}
        NodeKind::Sequence(items) => items.iter().for_each(|item| gather(item, keys)),
        NodeKind::Mapping(entries) => {
            for entry in entries {
                keys.push((entry.key.place.span.start, &entry.key.value));
                gather(&entry.value, keys);
            }
        }
    }
}

fn is_ours(line: &&str) -> bool {
    let words = line.trim_start().strip_prefix("# ").and_then(|comment| comment.split_once(" \""));
    words.is_some_and(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// All such comments, in the order of the alphabet.
pub fn ours(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.split(['\n', '\r']).filter(is_ours).map(|line| line.trim().to_owned()).collect();
    lines.sort_unstable();
    lines
}

/// Each such comment of the one text stands in the other, before a line that begins with its key.
fn comments_stand(from: &str, text: &str) -> Result<(), String> {
    if ours(from) != ours(text) {
        return Err(format!("comments are lost:\n{text}"));
    }
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some((_, key)) = line.split_once(" \"").filter(|_| is_ours(&line)) else { continue };
        let entry = lines.clone().find(|line| !is_ours(line)).unwrap_or_default();
        let entry = entry.trim_start_matches([' ', '-']).trim_start_matches(['\'', '"']);
        let key = key.strip_suffix('"').unwrap_or(key);
        let is_simple = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if is_simple && !entry.strip_prefix(key).is_some_and(|rest| rest.starts_with([':', '\'', '"'])) {
            return Err(format!("`{line}` stands before `{entry}`:\n{text}"));
        }
    }
    Ok(())
}
