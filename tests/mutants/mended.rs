//! What `--fix` makes of mutants: a spec still, with its comments and no error more, of which nothing is to be mended once
//! more; and where nothing was wrong with it, it says the same.

use std::fs;

use camino::Utf8Path;
use docwright::diagnostic::{Diagnostics, Id, Severity, Sources};
use docwright::diff::{Outcome, Side, compare};
use docwright::fix::{Examined, Fixed, FixedFile, fix};
use docwright::lint::Today;
use docwright::pipeline::{self, Meaning};
use docwright::spec::Texts;
use docwright::yaml;

use crate::canonical::{ours, with_comments};
use crate::mutant::Mutant;

/// A day of 2026, by which pages are judged.
const TODAY: u64 = 1_795_305_600;

/// Mends a mutant with comments before its keys, as `check` does and as `lint` does.
///
/// # Errors
/// What does not hold.
pub fn holds(specs: &Utf8Path, mutant: &Mutant) -> Result<(), String> {
    // It takes as long as all else: for one of eleven, by what is as good as chance.
    let bytes: usize = mutant.files.iter().map(|(_, bytes)| bytes.len()).sum();
    if !bytes.is_multiple_of(11) {
        return Ok(());
    }
    for (path, bytes) in &mutant.files {
        let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
        fs::write(specs.join(path), with_comments(text)).map_err(|error| error.to_string())?;
    }
    let check = |texts: &Texts| {
        let (sources, found) = pipeline::mistakes(specs, texts);
        Examined { sources, found }
    };
    mended("check --fix", &check)?;
    let lint = |texts: &Texts| {
        let Meaning { sources, found, .. } = pipeline::lint(specs, texts, Today::at(TODAY));
        Examined { sources, found }
    };
    let fixed = mended("lint --fix", &lint)?;
    says_the_same(specs, &fixed)
}

fn mended(by: &str, examine: &dyn Fn(&Texts) -> Examined) -> Result<Fixed, String> {
    let before = errors(examine(&Texts::new()).found);
    let fixed = fix(examine);
    for FixedFile { path, old, new, .. } in &fixed.files {
        if ours(old) != ours(new) {
            return Err(format!("{by} loses comments of {path}:\n{new}"));
        }
        if is_yaml(old) && !is_yaml(new) {
            return Err(format!("{by} makes no YAML of {path}:\n{new}"));
        }
    }
    let texts: Texts = fixed.files.iter().map(|file| (file.path.clone(), file.new.clone())).collect();
    let after = errors(examine(&texts).found);
    if after > before {
        return Err(format!("after {by} there are {after} errors, not {before}:\n{texts:#?}"));
    }
    let again = fix(|more| {
        let mut all = texts.clone();
        all.extend(more.iter().map(|(path, text)| (path.clone(), text.clone())));
        examine(&all)
    });
    match again.files.first() {
        Some(FixedFile { path, old, new, .. }) => Err(format!("a second {by} changes {path}:\n{old}\nto\n{new}")),
        None => Ok(fixed),
    }
}

/// How much is wrong; behind what is no YAML, whatever is found once it is read.
fn errors(found: Diagnostics) -> usize {
    let causes = found.causes();
    let errors = causes.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    errors.map(|diagnostic| if diagnostic.id == Id::YamlSyntax { 1 << 24 } else { 1 }).sum()
}

fn is_yaml(text: &str) -> bool {
    let mut sources = Sources::default();
    let file = sources.add("spec.yaml", text);
    yaml::parse(file, &sources, &mut Diagnostics::default()).is_some()
}

fn says_the_same(specs: &Utf8Path, fixed: &Fixed) -> Result<(), String> {
    let side =
        |sources: &mut Sources| -> Option<Side> { pipeline::side(specs, None, sources, &mut Diagnostics::default()) };
    let mut sources = Sources::default();
    let Some(old) = side(&mut sources).filter(|_| !fixed.files.is_empty()) else { return Ok(()) };
    for FixedFile { path, new, .. } in &fixed.files {
        fs::write(specs.join(path), new).map_err(|error| error.to_string())?;
    }
    let new = side(&mut sources).ok_or("what was right is wrong once it is linted")?;
    match compare(&old, &new).outcome {
        Outcome::NoDifference => Ok(()),
        outcome => Err(format!("lint --fix makes {}: {:#?}", outcome.as_str(), fixed.files)),
    }
}
