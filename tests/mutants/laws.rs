//! What must hold of every mutant.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use camino::Utf8Path;
use docwright::diagnostic::{self, Diagnostic, Id, Place, Sources, Style};
use docwright::emit::{self, GeneratedFile};
use docwright::pipeline::{self, Meaning, Target};
use docwright::show::{self, Answer, Request, Shown};
use docwright::{check, plan, spec};
use jsonschema::Validator;
use serde_json::{Map, Value};

use crate::canonical::{self, Made};
use crate::mended;
use crate::mutant::Mutant;

/// What became of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Something is wrong with it, and that was said.
    Refused,
    /// A crate was made.
    Accepted {
        /// Stands for the code of the API, without what is written for people.
        code: u64,
    },
}

/// The laws.
pub struct Laws {
    schemas: BTreeMap<&'static str, Validator>,
}

impl Laws {
    pub fn new() -> Self {
        let validator = |(name, text): (&'static str, String)| {
            let schema: Value = serde_json::from_str(&text).expect("a schema is JSON");
            (name, jsonschema::validator_for(&schema).expect("a schema is one"))
        };
        Self { schemas: spec::schemas().into_iter().map(validator).collect() }
    }

    /// Puts the mutant in a folder of specs through everything.
    ///
    /// # Errors
    /// The law that it breaks.
    pub fn judge(&self, specs: &Utf8Path, mutant: &Mutant) -> Result<Verdict, String> {
        let run = pipeline::run(specs, &Target::OfSpecs);
        for diagnostic in &run.found {
            has_a_place(diagnostic, &run.sources, mutant)?;
        }
        let found: Vec<Diagnostic> = run.found.sorted();
        can_be_shown(&found, &run.sources)?;
        let mut ids: Vec<Id> = found.iter().map(|diagnostic| diagnostic.id).collect();
        ids.sort_unstable();
        let Some(generated) = run.generated else {
            if found.is_empty() {
                return Err("refused without a word".to_owned());
            }
            canonical::holds(specs, mutant, &Made { files: None, found: ids })?;
            mended::holds(specs, mutant)?;
            return Ok(Verdict::Refused);
        };
        if let Some(diagnostic) = found.first() {
            return Err(format!("a crate comes with a message: {diagnostic}"));
        }
        let code = are_files(&generated.files)?;
        // These take as long as all else: each is for every fourth, by what is as good as chance.
        if code.is_multiple_of(4) {
            let again = pipeline::run(specs, &Target::OfSpecs).generated;
            if again.is_none_or(|again| again.files != generated.files) {
                return Err("a second run gives other files".to_owned());
            }
        }
        if code % 4 == 1 {
            each_endpoint_is_shown(specs)?;
        }
        self.schemas_admit(mutant)?;
        canonical::holds(specs, mutant, &Made { files: Some(&generated.files), found: ids })?;
        mended::holds(specs, mutant)?;
        Ok(Verdict::Accepted { code })
    }

    /// The schema of editors complains of nothing that docwright accepts.
    fn schemas_admit(&self, mutant: &Mutant) -> Result<(), String> {
        for (path, bytes) in &mutant.files {
            let schema = match path.as_str() {
                "docwright.yaml" => "project.json",
                path if path.ends_with("/api.yaml") => "api.json",
                _ => "endpoint.json",
            };
            // What the other reader of YAML refuses, editors may refuse as well.
            let Ok(spec) = serde_yaml::from_slice::<serde_yaml::Value>(bytes) else { continue };
            let spec = json(spec);
            if let Some(error) = self.schemas.get(schema).and_then(|schema| schema.iter_errors(&spec).next()) {
                return Err(format!("the schema refuses {path} at {}: {error}", error.instance_path()));
            }
        }
        Ok(())
    }
}

/// YAML as JSON: keys are texts. So is null: where a text is asked for docwright takes the letters, and an editor may
/// well ask whether they are meant.
fn json(value: serde_yaml::Value) -> Value {
    use serde_yaml::Value as Yaml;
    match value {
        Yaml::Null => Value::from("null"),
        Yaml::Sequence(items) => items.into_iter().map(json).collect(),
        Yaml::Mapping(entries) => {
            let key = |key: Yaml| key.as_str().map_or_else(|| json(key.clone()).to_string(), str::to_owned);
            Value::Object(entries.into_iter().map(|(name, value)| (key(name), json(value))).collect::<Map<_, _>>())
        }
        // JSON has no letters for an infinite number.
        scalar => match serde_json::to_value(&scalar) {
            Ok(Value::Null) | Err(_) => Value::from(format!("{scalar:?}")),
            Ok(value) => value,
        },
    }
}

/// Each message points to characters of a file of the project; of one that is wrong by its name or its absence, to the
/// file.
fn has_a_place(diagnostic: &Diagnostic, sources: &Sources, mutant: &Mutant) -> Result<(), String> {
    if diagnostic.labels.is_empty() {
        return Err(format!("no place: {diagnostic}"));
    }
    for Place { file, span } in diagnostic.labels.iter().map(|label| label.place) {
        let source = sources.get(file);
        let wrong = || format!("a place that is none, {span:?} of {}: {diagnostic}", source.path);
        let path = source.path.as_str().strip_prefix("specs/").ok_or_else(wrong)?;
        if source.text.is_empty() {
            if span.end > 0 || !(mutant.files.iter().any(|(name, _)| name.starts_with(path))) {
                return Err(wrong());
            }
            continue;
        }
        let (_, bytes) = mutant.files.iter().find(|(name, _)| name == path).ok_or_else(wrong)?;
        if !bytes.starts_with(source.text.as_bytes()) || source.text.get(span.start..span.end).is_none() {
            return Err(wrong());
        }
        let position = sources.position(file, span.start);
        let line = source.text.split('\n').nth(position.line - 1).ok_or_else(wrong)?;
        if position.column > line.chars().count() + 1 {
            return Err(wrong());
        }
    }
    Ok(())
}

/// For people and for programs, and without a character that steers a terminal.
fn can_be_shown(found: &[Diagnostic], sources: &Sources) -> Result<(), String> {
    let human = diagnostic::render(found, sources, Style::Plain);
    let is_bad = |char: char| {
        (char.is_control() && char != '\n') || matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if let Some(char) = human.chars().find(|char| is_bad(*char)) {
        return Err(format!("U+{:04X} is shown to people: {}", u32::from(char), human.escape_debug()));
    }
    if human.is_empty() != found.is_empty() {
        return Err("nothing is said of what was found".to_owned());
    }
    _ = diagnostic::render(found, sources, Style::Coloured);
    let programs: Value =
        serde_json::from_str(&diagnostic::to_json(found, sources)).map_err(|error| error.to_string())?;
    if programs.as_array().map(Vec::len) != Some(found.len()) {
        return Err("programs are told something else".to_owned());
    }
    Ok(())
}

/// Rust is Rust, and each text ends as a text file does. Gives what stands for the code of the API.
fn are_files(files: &[GeneratedFile]) -> Result<u64, String> {
    let mut code = DefaultHasher::new();
    let is_of_every_crate = |path: &str| path.starts_with("src/runtime") || path.starts_with("src/guide");
    for GeneratedFile { path, text } in files.iter().filter(|file| !is_of_every_crate(file.path.as_str())) {
        let ends_well = text.is_empty() || text.ends_with('\n') && !text.ends_with("\n\n");
        if !ends_well || text.contains(['\r', '\0']) {
            return Err(format!("{path} is no text file"));
        }
        if path.extension() == Some("rs") {
            syn::parse_file(text).map_err(|error| format!("{path} is no Rust: {error}"))?;
        }
        if path.starts_with("src") && path.components().count() > 2 {
            text.lines().filter(|line| !line.trim_start().starts_with("//")).for_each(|line| line.hash(&mut code));
        }
    }
    Ok(code.finish())
}

/// `docwright show` has something to say of each endpoint.
fn each_endpoint_is_shown(specs: &Utf8Path) -> Result<(), String> {
    let Meaning { sources, mut found, model } = pipeline::read(specs);
    let model = model.ok_or("what was accepted cannot be read")?;
    check::check(&model, &mut found);
    let plan = plan::plan(&model, &mut found);
    for (api, planned_api) in model.apis.iter().zip(&plan.apis) {
        for (endpoint, planned) in api.endpoints.iter().zip(&planned_api.endpoints) {
            for example in std::iter::once(None).chain(endpoint.examples.iter().map(Some)) {
                let shown = Shown { api, endpoint, planned_api, planned, example };
                let request = Request::of(&shown);
                let facts = show::facts(&shown);
                let pieces = [
                    String::from_utf8_lossy(&request.message()).into_owned(),
                    show::curl(&request, "KEY"),
                    Answer::of(&shown).message(),
                    emit::call(&plan, planned_api, planned),
                    show::resolved(&facts, &sources).to_yaml(),
                ];
                if pieces.iter().any(|piece| piece.trim().is_empty()) || show::rows(&facts, &sources).is_empty() {
                    return Err(format!("nothing is shown of {}", endpoint.name));
                }
                let facts = &pieces[4];
                // Facts may nest deeper than what docwright reads.
                if let Err(error) = serde_yaml::from_str::<serde_yaml::Value>(facts) {
                    return Err(format!("what is shown of {} is no YAML: {error}\n{facts}", endpoint.name));
                }
            }
        }
    }
    Ok(())
}
