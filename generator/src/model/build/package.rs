//! The crate to write: its name and version by Cargo's rules.

use super::read;
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::{Package, Word};
use crate::spec::block::Block;
use crate::spec::table::Key;

/// The folder to write where none is named.
const OUTPUT: &str = "../generated";

/// The longest name that crates.io takes.
const LONGEST_NAME: usize = 64;

/// Names that mean something else to Cargo or rustc: crates of Rust's own, and folders of Cargo's output.
const TAKEN: &[&str] =
    &["alloc", "build", "core", "deps", "examples", "gen", "incremental", "proc-macro", "proc_macro", "std", "test"];

/// What the project says of the crate.
pub(super) fn package(project: &Block, found: &mut Diagnostics) -> Package {
    let item = project.get(Key::Crate);
    let place = item.map_or(project.place, |item| item.key_place);
    let empty = Block { at: project.at, place, items: Vec::new(), broken: Vec::new() };
    let block = project.block(Key::Crate).unwrap_or(&empty);
    let package = Package {
        name: read::word(block, Key::Name).unwrap_or_else(|| stand_in("unnamed", place)),
        version: read::word(block, Key::Version).unwrap_or_else(|| stand_in("0.0.0", place)),
        license: read::word(block, Key::License),
        output: block.text(Key::Output).unwrap_or(OUTPUT).into(),
        output_place: block.get(Key::Output).map_or(place, |item| item.place),
        doc: read::doc(block),
    };
    if let Err(why) = crate_name(&package.name.text) {
        let title = format!("`{}` cannot be the name of a crate: {why}", package.name);
        found.push(
            Diagnostic::new(Id::BadCrate, title)
                .at(package.name.place, "")
                .help("a name begins with a letter and has letters, digits, `-` and `_` alone: `message-clients`"),
        );
    }
    if !is_version(&package.version.text) {
        found.push(
            Diagnostic::new(Id::BadCrate, format!("`{}` is no version", package.version))
                .at(package.version.place, "")
                .help("a version is three numbers, by Semantic Versioning: `0.1.0`, `1.2.3-beta.1`"),
        );
    }
    package
}

/// In place of what is not there: decoding has said so.
fn stand_in(text: &str, place: Place) -> Word {
    Word { text: text.to_owned(), place }
}

/// Whether a crate may be called so, by Cargo's rules and those of crates.io: an identifier of ASCII, with `-`, and no word
/// of Rust's.
///
/// # Errors
/// With why it may not.
pub fn crate_name(name: &str) -> Result<(), &'static str> {
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        Err("it does not begin with a letter")
    } else if !name.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_')) {
        Err("it has other characters than letters, digits, `-` and `_`")
    } else if name.len() > LONGEST_NAME {
        Err("it is longer than 64 characters")
    } else if syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_err() {
        Err("it is a keyword of Rust")
    } else if TAKEN.contains(&name.to_ascii_lowercase().as_str()) {
        Err("it is taken by Rust or Cargo")
    } else {
        Ok(())
    }
}

/// `major.minor.patch` with optional `-pre.release` and `+build`, by Semantic Versioning 2.0.0.
fn is_version(text: &str) -> bool {
    let (rest, build) = text.split_once('+').map_or((text, None), |(rest, build)| (rest, Some(build)));
    let (numbers, pre) = rest.split_once('-').map_or((rest, None), |(rest, pre)| (rest, Some(pre)));
    let numbers: Vec<&str> = numbers.split('.').collect();
    numbers.len() == 3
        && numbers.iter().all(|number| is_number(number))
        && pre.is_none_or(|pre| {
            pre.split('.')
                .all(|part| is_identifier(part) && (!part.bytes().all(|byte| byte.is_ascii_digit()) || is_number(part)))
        })
        && build.is_none_or(|build| build.split('.').all(is_identifier))
}

fn is_number(text: &str) -> bool {
    text.parse::<u64>().is_ok_and(|number| number.to_string() == text)
}

fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
