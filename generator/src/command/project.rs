//! The project that a command is about.

use camino::{Utf8Path, Utf8PathBuf};

use super::arguments::Options;
use crate::diagnostic::{Diagnostic, Id};
use crate::pipeline::Target;
use crate::spec;

/// The project that a command is about.
#[derive(Debug)]
pub(super) struct Project {
    /// The folder with `docwright.yaml`, absolute.
    pub(super) specs: Utf8PathBuf,
    /// The current folder.
    pub(super) current: Utf8PathBuf,
    shown: String,
}

impl Project {
    /// The project that the options name, or the nearest one from the current folder upwards.
    pub(super) fn find(options: &Options) -> Result<Self, Diagnostic> {
        let current = current()?;
        let specs = match &options.specs {
            Some(folder) => given(&current, folder)?,
            None => spec::find(&current).ok_or_else(|| {
                Diagnostic::new(Id::NoSpecs, format!("no `specs/docwright.yaml` in `{current}` or a folder above it"))
                    .help("`docwright init` begins a project here; `--specs DIR` names the folder of one that is elsewhere")
            })?,
        };
        let shown = spec::shown_name(&specs)
            .map_err(|error| Diagnostic::new(Id::Io, format!("cannot read the specs in `{specs}`: {error}")))?;
        Ok(Self { specs, current, shown })
    }

    /// Where the crate goes: to the folder that a call names, else to the one that the specs name.
    pub(super) fn target(&self, output: Option<&Utf8Path>) -> Target {
        match output {
            Some(folder) => Target::OfCaller { current: self.current.clone(), folder: folder.to_owned() },
            None => Target::OfSpecs,
        }
    }

    /// The folder of the specs as it is shown, before the paths of its files.
    pub(super) fn shown(&self) -> &str {
        &self.shown
    }
}

/// The current folder, absolute.
pub(super) fn current() -> Result<Utf8PathBuf, Diagnostic> {
    let current = std::env::current_dir()
        .map_err(|error| Diagnostic::new(Id::Io, format!("cannot tell the current folder: {error}")))?;
    Utf8PathBuf::from_path_buf(current).map_err(|path| {
        Diagnostic::new(Id::Io, format!("the path of the current folder is not UTF-8: `{}`", path.display()))
            .help("rename the folder, or run docwright from another one with `--specs`")
    })
}

fn given(current: &Utf8Path, folder: &Utf8Path) -> Result<Utf8PathBuf, Diagnostic> {
    let holds_a_project = |folder: &Utf8Path| current.join(folder).join("docwright.yaml").exists();
    if holds_a_project(folder) {
        return Ok(current.join(folder));
    }
    let diagnostic = Diagnostic::new(Id::NoSpecs, format!("`{folder}` holds no docwright.yaml"));
    let below = folder.join("specs");
    Err(if folder.file_name() == Some("docwright.yaml") {
        diagnostic.help("`--specs` takes the folder of docwright.yaml, not the file")
    } else if holds_a_project(&below) {
        diagnostic.help(format!("`{below}` does: `--specs {below}`"))
    } else {
        diagnostic.help("`--specs` takes the folder that holds docwright.yaml")
    })
}
