//! What is generated for each text: nothing of it is code or markup, and it is shown wherever its place is shown.

use std::collections::BTreeSet;

use docwright::pipeline::{self, Target};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::hostile::{as_code, as_prose, collapsed};
use crate::markdown::{Dialect, plain};
use crate::places::{JUDGED, Taken};
use crate::template::{Specs, Template, Texts, Where};

/// What is read of generated Rust.
#[derive(Default)]
struct Read {
    /// Documentation, item by item.
    docs: Vec<String>,
    /// Notes of what is deprecated.
    notes: Vec<String>,
    /// Literals that are texts.
    literals: BTreeSet<String>,
}

impl Read {
    fn file(&mut self, text: &str) {
        syn::parse_file(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        self.tokens(text.parse().unwrap());
    }

    fn tokens(&mut self, tokens: TokenStream) {
        let mut docs = String::new();
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    match inner.as_slice() {
                        [TokenTree::Ident(name), TokenTree::Punct(_), value]
                            if name == "doc" && group.delimiter() == Delimiter::Bracket =>
                        {
                            let line = text(value).unwrap();
                            docs.push_str(line.strip_prefix(' ').unwrap_or(&line));
                            docs.push('\n');
                            continue;
                        }
                        [TokenTree::Ident(name), TokenTree::Punct(_), value] if name == "note" => {
                            self.notes.extend(text(value));
                        }
                        _ => {}
                    }
                    self.tokens(group.stream());
                }
                TokenTree::Punct(punct) if matches!(punct.as_char(), '#' | '!') => continue,
                literal @ TokenTree::Literal(_) => self.literals.extend(text(&literal)),
                _ => {}
            }
            if !docs.is_empty() {
                self.docs.push(std::mem::take(&mut docs));
            }
        }
        if !docs.is_empty() {
            self.docs.push(docs);
        }
    }
}

/// The text that a literal stands for.
fn text(token: &TokenTree) -> Option<String> {
    syn::parse_str::<syn::LitStr>(&token.to_string()).ok().map(|literal| literal.value())
}

/// What a generated crate shows, by where.
struct Shown {
    rust: Read,
    docs: String,
    notes: String,
    lib: String,
    readme: String,
    corrections: String,
    toml: Vec<String>,
}

impl Shown {
    fn of(files: &[docwright::output::GeneratedFile]) -> Result<Self, String> {
        let (mut rust, mut front) = (Read::default(), Read::default());
        let file = |path: &str| files.iter().find(|file| file.path == path).map(|file| file.text.as_str());
        for file in files.iter().filter(|file| file.path.extension() == Some("rs")) {
            let path = file.path.as_str();
            if path == "src/lib.rs" {
                front.file(&file.text);
            } else if !path.starts_with("src/runtime/") && !path.starts_with("src/guide/") {
                rust.file(&file.text);
            }
        }
        let all = |texts: &[String], dialect: Dialect| -> Result<String, String> {
            let plain = texts.iter().map(|text| plain(text, dialect).map_err(|what| format!("{what} in {text}")));
            Ok(collapsed(&plain.collect::<Result<Vec<_>, _>>()?.join("\n")))
        };
        let markdown = |path: &str| all(&[file(path).unwrap().to_owned()], Dialect::File);
        let manifest: toml_edit::DocumentMut =
            file("Cargo.toml").unwrap().parse().map_err(|error| format!("{error}"))?;
        let package = manifest["package"].as_table().unwrap();
        let toml = ["license", "description"].iter().filter_map(|key| Some(package.get(key)?.as_str()?.to_owned()));
        Ok(Self {
            docs: all(&rust.docs, Dialect::Docs)?,
            notes: all(&rust.notes, Dialect::Docs)?,
            lib: all(&front.docs, Dialect::Front)?,
            readme: markdown("README.md")?,
            corrections: markdown("CORRECTIONS.md")?,
            toml: toml.collect(),
            rust,
        })
    }

    fn has(&self, text: &str, place: Where) -> bool {
        let within = |shown: &str| {
            let is_there = |text: &str| shown.contains(text);
            as_prose(text).iter().all(|paragraph| is_there(paragraph)) || is_there(&collapsed(&as_code(text)))
        };
        match place {
            Where::Docs => within(&self.docs),
            Where::Note => within(&self.notes),
            Where::Lib => within(&self.lib),
            Where::Readme => as_prose(text).first().is_none_or(|first| self.readme.contains(first)),
            Where::Corrections => within(&self.corrections),
            Where::Literal => self.rust.literals.iter().any(|literal| literal.contains(text)),
            Where::Toml => self.toml.iter().any(|value| value == text),
        }
    }
}

#[test]
fn each_text_is_shown_and_is_nothing_else() {
    let (template, specs) = (Template::read(), Specs::new());
    let mut wrong = Vec::new();
    for Taken { text, rounds } in &JUDGED.0 {
        for put in rounds {
            // Where the crate goes is no part of it.
            let put =
                put.iter().filter(|(label, _)| *label != "output").map(|(label, text)| (label.clone(), text.clone()));
            let put: Texts = put.collect();
            specs.write(&template.render(&put), "hostile");
            let run = pipeline::run(&specs.path(), &Target::OfSpecs);
            let generated = run.generated.unwrap_or_else(|| panic!("{text:?}: {:?}", run.found));
            match Shown::of(&generated.files) {
                Err(what) => wrong.push(format!("{text:.60?}: {what:.600}")),
                Ok(shown) => {
                    let places = put.keys().flat_map(|label| template.labels[label].iter().map(move |at| (label, *at)));
                    let lost = places.filter(|(_, at)| !shown.has(text, *at));
                    wrong.extend(lost.map(|(label, at)| format!("{text:.60?} of {label} is not in {at:?}")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}
