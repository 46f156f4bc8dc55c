//! From a folder of specs to the text of a crate: each stage once, in order, with every diagnostic.

use camino::{Utf8Path, Utf8PathBuf};

use crate::diagnostic::{Diagnostic, Diagnostics, Id, Sources};
use crate::diff::Side;
use crate::lint::{self, Today};
use crate::model::{self, Model};
use crate::output::{GeneratedFile, Location};
use crate::parallel::Threads;
use crate::spec::{ApiFiles, Listed, Texts};
use crate::{check, emit, plan, spec};

/// Where the crate goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Target {
    /// To the folder that the specs name.
    #[default]
    OfSpecs,
    /// To a folder that the caller names.
    OfCaller {
        /// The caller's current folder, absolute.
        current: Utf8PathBuf,
        /// The folder, as the caller gave it.
        folder: Utf8PathBuf,
    },
}

/// What became of the specs.
#[derive(Debug)]
pub struct Run {
    /// The files that were read.
    pub sources: Sources,
    /// What was found, by all stages.
    pub found: Diagnostics,
    /// What the specs describe, by name; `None` where they cannot be made sense of.
    pub contents: Option<Contents>,
    /// The crate; `None` where there are errors.
    pub generated: Option<Generated>,
}

/// The APIs of specs, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// The APIs.
    pub apis: Vec<ApiContents>,
}

/// An API, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiContents {
    /// Its name.
    pub name: String,
    /// The names of its endpoints.
    pub endpoints: Vec<String>,
}

impl Contents {
    /// The APIs of a model.
    #[must_use]
    pub fn of(model: &Model) -> Self {
        let of_api = |api: &model::Api| ApiContents {
            name: api.name.clone(),
            endpoints: api.endpoints.iter().map(|endpoint| endpoint.name.clone()).collect(),
        };
        Self { apis: model.apis.iter().map(of_api).collect() }
    }
}

/// What the specs mean, without a crate.
#[derive(Debug)]
pub struct Meaning {
    /// The files that were read.
    pub sources: Sources,
    /// What was found in them.
    pub found: Diagnostics,
    /// What the specs mean; `None` where they cannot be made sense of.
    pub model: Option<Model>,
}

/// A crate in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// Where it goes.
    pub location: Location,
    /// Its files.
    pub files: Vec<GeneratedFile>,
}

/// Reads the specs of a folder and makes the crate that they describe. Writes nothing.
///
/// Each stage takes what the one before it gave, and lets go of it piece by piece: large specs need little memory.
#[must_use]
pub fn run(specs: &Utf8Path, target: &Target) -> Run {
    let Meaning { sources, mut found, model } = read(specs);
    let contents = model.as_ref().map(Contents::of);
    let generated = model.and_then(|model| {
        check::check(&model, &mut found);
        let location = locate(specs, &model, target, &mut found);
        let plan = plan::plan_of(model, &mut found);
        let location = location.filter(|_| !found.has_errors())?;
        Some(Generated { location, files: emit::emit(plan) })
    });
    Run { sources, found, contents, generated }
}

/// Reads the specs of a folder, and judges nothing but whether they can be made sense of: what they mean is for
/// [`check`] to judge. Plans and makes nothing.
#[must_use]
pub fn read(specs: &Utf8Path) -> Meaning {
    read_with(specs, &Texts::new(), &|_, _, _| ())
}

/// Reads the specs of a folder, and judges them as a careful reviewer would, on a day. What is wrong with them is told too,
/// save what only the crate would show. Some files may have another text than on the disk.
#[must_use]
pub fn lint(specs: &Utf8Path, instead: &Texts, today: Today) -> Meaning {
    let mut meaning = read_with(specs, instead, &lint::judge_files);
    if let Some(model) = &meaning.model {
        let found = &mut meaning.found;
        check::check(model, found);
        let whole = !found.has_errors();
        lint::judge(model, today, found);
        lint::settle(model, whole, found);
    }
    meaning
}

/// Finds all that is wrong with the specs of a folder, of which some files may have another text than on the disk.
#[must_use]
pub fn mistakes(specs: &Utf8Path, instead: &Texts) -> (Sources, Diagnostics) {
    let Meaning { sources, mut found, model } = read_with(specs, instead, &|_, _, _| ());
    if let Some(model) = model {
        check::check(&model, &mut found);
        plan::plan_of(model, &mut found);
    }
    (sources, found)
}

/// What is asked of the files of an API while they are at hand.
type OfFiles<'a> = &'a (dyn Fn(&ApiFiles, &Sources, &mut Diagnostics) + Sync);

fn read_with(specs: &Utf8Path, instead: &Texts, of_files: OfFiles<'_>) -> Meaning {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let model = read_into(specs, None, instead, of_files, &mut sources, &mut found);
    Meaning { sources, found, model }
}

/// Reads the specs of a folder beside others that were read before. The folder is shown as `shown`, or by its own name.
fn read_into(
    specs: &Utf8Path,
    shown: Option<&str>,
    instead: &Texts,
    of_files: OfFiles<'_>,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Option<Model> {
    match spec::list_with(specs, shown, instead, sources, found) {
        Ok(listed) => listed.and_then(|listed| build(&listed, of_files, sources, found)),
        Err(error) => {
            found.push(
                Diagnostic::new(Id::Io, format!("cannot read the specs in `{specs}`: {error}"))
                    .help("see to it that you may read them; nothing was written"),
            );
            None
        }
    }
}

/// One side of a comparison; `None` where its specs have errors. Large specs are planned whole.
pub fn side(specs: &Utf8Path, shown: Option<&str>, sources: &mut Sources, found: &mut Diagnostics) -> Option<Side> {
    let model = read_into(specs, shown, &Texts::new(), &|_, _, _| (), sources, found)?;
    check::check(&model, found);
    let plan = plan::plan(&model, found);
    (!found.has_errors()).then_some(Side { model, plan })
}

/// Decodes and builds each API by itself, so that no more than a few lie decoded at a time.
fn build(listed: &Listed, of_files: OfFiles<'_>, sources: &Sources, found: &mut Diagnostics) -> Option<Model> {
    let built = Threads::of_machine().map(&listed.apis, |api| {
        let mut found = Diagnostics::default();
        let files = api.decode(sources, &mut found);
        let whole = !found.has_errors();
        let files = files.filter(|_| listed.project.is_some());
        let of_files = |files: ApiFiles| {
            of_files(&files, sources, &mut found);
            model::build_api(&files, whole, &mut found)
        };
        (files.map(of_files), found)
    });
    let mut apis = Vec::with_capacity(built.len());
    for (api, of_api) in built {
        apis.extend(api);
        found.append(of_api);
    }
    model::assemble(listed.project.as_ref()?, apis, found)
}

fn locate(specs: &Utf8Path, model: &Model, target: &Target, found: &mut Diagnostics) -> Option<Location> {
    let (location, output, place) = match target {
        Target::OfSpecs => {
            let output = &model.package.output;
            (Location::of_specs(specs, output), output, Some(model.package.output_place))
        }
        Target::OfCaller { current, folder } => (Location::of_caller(specs, current, folder), folder, None),
    };
    location.map_err(|bad| found.push(bad.diagnostic(output, place))).ok()
}
