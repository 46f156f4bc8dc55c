//! From a folder of specs to the text of a crate: each stage once, in order, with every diagnostic.

use camino::{Utf8Path, Utf8PathBuf};

use crate::diagnostic::{Diagnostic, Diagnostics, Id, Sources};
use crate::model::{self, Model};
use crate::output::{GeneratedFile, Location};
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
    /// What the specs mean; `None` where they cannot be made sense of.
    pub model: Option<Model>,
    /// The crate; `None` where there are errors.
    pub generated: Option<Generated>,
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
#[must_use]
pub fn run(specs: &Utf8Path, target: &Target) -> Run {
    let Meaning { sources, mut found, model } = read(specs);
    let generated = model.as_ref().and_then(|model| {
        check::check(model, &mut found);
        let plan = plan::plan(model, &mut found);
        let location = locate(specs, model, target, &mut found)?;
        (!found.has_errors()).then(|| Generated { location, files: emit::emit(&plan) })
    });
    Run { sources, found, model, generated }
}

/// Reads the specs of a folder, and judges nothing but whether they can be made sense of: what they mean is for
/// [`check`] to judge. Plans and makes nothing.
#[must_use]
pub fn read(specs: &Utf8Path) -> Meaning {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let model = match spec::load(specs, &mut sources, &mut found) {
        Ok(files) => files.and_then(|files| model::build(&files, &mut found)),
        Err(error) => {
            found.push(Diagnostic::new(Id::Io, format!("cannot read the specs in `{specs}`: {error}")));
            None
        }
    };
    Meaning { sources, found, model }
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
