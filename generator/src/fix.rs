//! Mends specs by what messages say: replacements that are sure are written, and the specs read again, until nothing more is
//! to be mended.
//!
//! All of this is in memory. A replacement changes the bytes of its place alone, so that comments and layout stay. A file that
//! would have more errors than before, or of which there would be more to mend each time, is left as it was.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Applicability, Diagnostic, Diagnostics, Edit, FileId, Id, Severity, Sources, Span, lookalike};
use crate::spec::Texts;

/// How often specs are read again: what one replacement shows, the next mends.
const MOST_ROUNDS: usize = 10;

/// The errors that a mistake outweighs behind which nothing is read.
const UNREADABLE: usize = 1 << 24;

/// What was found in specs.
#[derive(Debug)]
pub struct Examined {
    /// The files that were read.
    pub sources: Sources,
    /// What was found.
    pub found: Diagnostics,
}

/// What becomes of specs.
#[derive(Debug)]
pub struct Fixed {
    /// The files that change.
    pub files: Vec<FixedFile>,
    /// Files that are left as they were, since they would have more errors, or never be done; as they are shown.
    pub left: Vec<String>,
    /// What is left to be mended by a person.
    pub rest: Examined,
}

/// A file that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedFile {
    /// Its path below the folder of the specs, with `/`.
    pub path: String,
    /// The path as it is shown.
    pub shown: String,
    /// Its text as it was.
    pub old: String,
    /// Its text as it should be.
    pub new: String,
    /// How many replacements were made.
    pub replacements: usize,
}

impl Examined {
    /// What people are told: each slip once, in order.
    fn told(&self) -> Vec<Diagnostic> {
        let mut told = self.found.clone().causes().sorted();
        lookalike::point_out(&mut told, &self.sources);
        told
    }

    /// The path of a file below the folder of the specs.
    fn path(&self, file: FileId) -> String {
        let shown = self.sources.path(file).as_str();
        shown.split_once('/').map_or(shown, |(_, path)| path).to_owned()
    }

    /// How many errors each file has; one that is no YAML hides the others, and outweighs them.
    fn errors(&self) -> BTreeMap<String, usize> {
        let mut errors = BTreeMap::new();
        for diagnostic in self.told().iter().filter(|diagnostic| diagnostic.severity == Severity::Error) {
            if let Some(label) = diagnostic.labels.first() {
                let weight = if diagnostic.id == Id::YamlSyntax { UNREADABLE } else { 1 };
                *errors.entry(self.path(label.place.file)).or_default() += weight;
            }
        }
        errors
    }

    /// The replacements that are sure, by file; of two that touch each other the first.
    fn edits(&self, left: &BTreeSet<String>) -> BTreeMap<FileId, Accepted> {
        let mut edits: BTreeMap<FileId, Accepted> = BTreeMap::new();
        let edits_told = self.told().into_iter().filter_map(|diagnostic| diagnostic.edit);
        for edit in edits_told.filter(|edit| edit.applicability == Applicability::Sure) {
            let Edit { place, text, .. } = *edit;
            let Span { start, end } = place.span;
            let old = self.sources.get(place.file).text.get(start..end);
            if old.is_none_or(|old| old == text) || left.contains(&self.path(place.file)) {
                continue;
            }
            let of_file = edits.entry(place.file).or_default();
            let touches = of_file.range(..=end).next_back().is_some_and(|(_, (other, _))| *other >= start);
            if !touches {
                of_file.insert(start, (end, text));
            }
        }
        edits
    }
}

/// Replacements of a file that do not touch each other: by their first byte, the byte behind them and the new text.
type Accepted = BTreeMap<usize, (usize, String)>;

/// Mends specs. `examine` reads them anew, with some texts in place of those on the disk.
pub fn fix(examine: impl Fn(&Texts) -> Examined) -> Fixed {
    let first = examine(&Texts::new());
    let before = first.errors();
    let mut left = BTreeSet::new();
    loop {
        let (mut texts, mut counts) = (Texts::new(), BTreeMap::new());
        let mut rest = None;
        for _ in 0..MOST_ROUNDS {
            let now = rest.as_ref().unwrap_or(&first);
            let edits = now.edits(&left);
            if edits.is_empty() {
                break;
            }
            for (file, of_file) in edits {
                let path = now.path(file);
                *counts.entry(path.clone()).or_insert(0) += of_file.len();
                texts.insert(path, mended(&now.sources.get(file).text, of_file));
            }
            rest = Some(examine(&texts));
        }
        let after = rest.as_ref().map_or_else(BTreeMap::new, Examined::errors);
        // What is to be mended still would be mended for ever.
        let endless: BTreeSet<String> =
            rest.iter().flat_map(|rest| rest.edits(&left).into_keys().map(|file| rest.path(file))).collect();
        let is_worse = |path: &&String| after.get(*path) > before.get(*path) || endless.contains(*path);
        let worse: Vec<String> = texts.keys().filter(is_worse).cloned().collect();
        if worse.is_empty() {
            return finish(first, rest, &texts, &counts, &left);
        }
        left.extend(worse);
    }
}

/// A text with replacements.
fn mended(text: &str, edits: Accepted) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut from = 0;
    for (start, (end, new)) in edits {
        mended += text.get(from..start).unwrap_or_default();
        mended += &new;
        from = end;
    }
    mended + text.get(from..).unwrap_or_default()
}

fn finish(
    first: Examined,
    rest: Option<Examined>,
    texts: &Texts,
    counts: &BTreeMap<String, usize>,
    left: &BTreeSet<String>,
) -> Fixed {
    let mut files = Vec::new();
    let mut shown_left = Vec::new();
    for source in first.sources.all() {
        let shown = source.path.to_string();
        let path = shown.split_once('/').map_or(shown.as_str(), |(_, path)| path).to_owned();
        if left.contains(&path) && !shown_left.contains(&shown) {
            shown_left.push(shown.clone());
        }
        // A file that is wrong by its name stands here once more, without its text.
        if let Some(new) = texts.get(&path).filter(|new| **new != source.text && !source.text.is_empty()) {
            let replacements = counts.get(&path).copied().unwrap_or_default();
            files.push(FixedFile { path, shown, old: source.text.clone(), new: new.clone(), replacements });
        }
    }
    Fixed { files, left: shown_left, rest: rest.unwrap_or(first) }
}
