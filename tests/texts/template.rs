//! A project whose texts are slots: each takes one text, and all others hold something plain.
//!
//! A slot is written `<<words label: default>>`. The words say where its text is shown; slots of one label hold one text.
//! In a default, `@raw` stands for the text, `@json` for the text as JSON, and `@tag` for the text of that label as JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::Path;

use camino::Utf8PathBuf;
use docwright::diagnostic::{Diagnostics, Severity, Sources};
use docwright::pipeline::{self, Target};
use docwright::{check, plan};
use docwright_tests::project::files;
use tempfile::TempDir;

use crate::hostile::is_hidden;

/// Where a text is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Where {
    /// In the documentation of the API.
    Docs,
    /// In a note of what is deprecated.
    Note,
    /// On the front page of the documentation.
    Lib,
    /// In `README.md`.
    Readme,
    /// In `CORRECTIONS.md`.
    Corrections,
    /// As a literal of Rust, to the byte.
    Literal,
    /// In `Cargo.toml`, to the byte.
    Toml,
}

impl Where {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "docs" => Self::Docs,
            "note" => Self::Note,
            "lib" => Self::Lib,
            "readme" => Self::Readme,
            "corrections" => Self::Corrections,
            "literal" => Self::Literal,
            "toml" => Self::Toml,
            _ => return None,
        })
    }
}

/// The files with their slots.
pub struct Template {
    files: Vec<(String, Vec<Piece>)>,
    /// Each label, with where its text is shown.
    pub labels: BTreeMap<String, BTreeSet<Where>>,
    plain: BTreeMap<String, String>,
}

enum Piece {
    Fixed(String),
    Slot { label: String, default: String },
}

/// A file with texts in its slots.
pub struct Rendered {
    pub path: String,
    pub text: String,
    /// The label of each slot, and its bytes.
    pub slots: Vec<(String, Range<usize>)>,
}

/// Texts by the labels of the slots that hold them.
pub type Texts = BTreeMap<String, String>;

const FORMS: [&str; 2] = ["@raw", "@json"];

impl Template {
    /// That of `project/`.
    pub fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("texts/project");
        let mut template = Self { files: Vec::new(), labels: BTreeMap::new(), plain: BTreeMap::new() };
        for (path, bytes) in files(&folder).unwrap() {
            let text = String::from_utf8(bytes).unwrap();
            let mut pieces = Vec::new();
            let mut rest = text.as_str();
            while let Some((before, slot)) = rest.split_once("<<") {
                let (slot, after) = slot.split_once(">>").unwrap();
                let (head, default) = slot.split_once(": ").unwrap();
                let known = head.split(' ').map_while(Where::parse).collect::<Vec<_>>();
                let label = head.split(' ').skip(known.len()).collect::<Vec<_>>().join(" ");
                template.labels.entry(label.clone()).or_default().extend(known);
                if !FORMS.iter().any(|form| default.contains(form)) {
                    template.plain.entry(label.clone()).or_insert_with(|| default.to_owned());
                }
                pieces.push(Piece::Fixed(before.to_owned()));
                pieces.push(Piece::Slot { label, default: default.to_owned() });
                rest = after;
            }
            pieces.push(Piece::Fixed(rest.to_owned()));
            template.files.push((path, pieces));
        }
        template
    }

    /// The files with these texts, and what is plain everywhere else.
    pub fn render(&self, texts: &Texts) -> Vec<Rendered> {
        let render = |(path, pieces): &(String, Vec<Piece>)| {
            let (mut text, mut slots) = (String::new(), Vec::new());
            for piece in pieces {
                match piece {
                    Piece::Fixed(fixed) => text.push_str(fixed),
                    Piece::Slot { label, default } => {
                        let start = text.len();
                        text.push_str(&yaml(&self.filled(label, default, texts)));
                        slots.push((label.clone(), start..text.len()));
                    }
                }
            }
            Rendered { path: path.clone(), text, slots }
        };
        self.files.iter().map(render).collect()
    }

    fn filled(&self, label: &str, default: &str, texts: &Texts) -> String {
        let is_plain = !texts.contains_key(label);
        let text = self.text(label, texts);
        if !FORMS.iter().any(|form| default.contains(form)) {
            return if is_plain { default.to_owned() } else { text };
        }
        // Piece by piece, since the texts hold such words too.
        let forms = [("@raw", text.clone()), ("@json", json(&text))];
        let forms: Vec<(&str, String)> = forms.into_iter().chain([("@tag", json(&self.text("tag", texts)))]).collect();
        let mut filled = String::new();
        let mut rest = default;
        while let Some(at) = rest.find('@') {
            let (before, form) = rest.split_at(at);
            let (word, value) = forms.iter().find(|(word, _)| form.starts_with(word)).unwrap();
            filled.push_str(before);
            filled.push_str(value);
            rest = &form[word.len()..];
        }
        filled + rest
    }

    fn text(&self, label: &str, texts: &Texts) -> String {
        texts.get(label).or_else(|| self.plain.get(label)).cloned().unwrap_or_else(|| "plain".to_owned())
    }
}

fn json(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// A scalar in double quotes (YAML 1.2, 7.3.1).
fn yaml(text: &str) -> String {
    escaped(&json(text))
}

/// JSON on one line as YAML, where what is not seen is escaped, and what YAML does not admit.
pub fn escaped(json: &str) -> String {
    let mut yaml = String::new();
    for char in json.chars() {
        if is_hidden(char) || char.is_whitespace() && char != ' ' || char > '\u{d7ff}' {
            _ = write!(yaml, "\\U{:08x}", u32::from(char));
        } else {
            yaml.push(char);
        }
    }
    yaml
}

/// The specs of a project in a folder, and what docwright says of them.
pub struct Specs {
    folder: TempDir,
}

/// An error: what it says, and the labels of the slots with texts that it points to.
pub type Refusal = (String, BTreeSet<String>);

impl Specs {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    pub fn path(&self) -> Utf8PathBuf {
        Utf8PathBuf::from_path_buf(self.folder.path().join("specs")).unwrap()
    }

    /// Writes files, the API's folder being called so.
    pub fn write(&self, rendered: &[Rendered], api: &str) {
        for file in rendered {
            let path = self.path().join(file.path.replacen("hostile/", &format!("{api}/"), 1));
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &file.text).unwrap();
        }
    }

    /// Why a project is refused: it is read, checked and planned, and no crate is made.
    pub fn judge(&self, rendered: &[Rendered], texts: &Texts) -> Vec<Refusal> {
        self.write(rendered, "hostile");
        let meaning = pipeline::read(&self.path());
        let (sources, mut found) = (meaning.sources, meaning.found);
        if let Some(model) = &meaning.model {
            check::check(model, &mut found);
            if !found.has_errors() {
                plan::plan(model, &mut found);
            }
        }
        // Where the crate goes is settled behind the plan.
        if !found.has_errors() && texts.contains_key("output") {
            let run = pipeline::run(&self.path(), &Target::OfSpecs);
            return refusals(&run.sources, &run.found, rendered, texts);
        }
        refusals(&sources, &found, rendered, texts)
    }
}

fn refusals(sources: &Sources, found: &Diagnostics, rendered: &[Rendered], texts: &Texts) -> Vec<Refusal> {
    let errors = found.iter().filter(|one| one.id.severity() == Severity::Error).map(|one| {
        let labels = one.labels.iter().flat_map(|label| {
            let path = sources.path(label.place.file).as_str();
            let file = rendered.iter().find(|file| path.ends_with(&file.path));
            let span = label.place.span;
            let touched = file.map(|file| {
                let within = |start: usize, end: usize| start <= span.end && span.start <= end;
                let labels = |reach: &dyn Fn(usize) -> usize| -> Vec<String> {
                    let slots = file.slots.iter().filter(|(_, bytes)| within(reach(bytes.start), bytes.end));
                    slots.map(|(label, _)| label.clone()).collect()
                };
                let exact = labels(&|start| start);
                // A message about an empty text points to its key.
                let of_line = || labels(&|start| file.text[..start].rfind('\n').map_or(0, |end| end + 1));
                if exact.is_empty() { of_line() } else { exact }
            });
            touched.unwrap_or_default()
        });
        (one.to_string(), labels.filter(|label| texts.contains_key(label)).collect())
    });
    errors.collect()
}
