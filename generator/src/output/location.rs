//! Where the crate may be written: no spec leads out of the project, into the specs, or through a link.

use std::fs;
use std::io;

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use crate::diagnostic::{Diagnostic, Id, Place};
use crate::disk::name::not_portable;

/// A folder that may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The folder, absolute.
    pub folder: Utf8PathBuf,
    /// The folder as it is shown: relative to the one that holds the specs, or as the caller gave it.
    pub shown: Utf8PathBuf,
}

/// Why a folder may not be written.
#[derive(Debug)]
pub enum BadLocation {
    /// It is not below the folder that holds the specs.
    Outside,
    /// It is the folder of the specs, or below it.
    InsideSpecs,
    /// A part of its path is no name on every system, and why.
    Name(&'static str),
    /// A link leads to it.
    Link(Utf8PathBuf),
    /// The disk refused to say.
    Io(Utf8PathBuf, io::Error),
}

impl Location {
    /// The folder that the specs name.
    ///
    /// # Errors
    /// Where it is not below the folder that holds the specs, is in the specs, has a name that not every system takes, or
    /// a link leads to it.
    pub fn of_specs(specs: &Utf8Path, output: &Utf8Path) -> Result<Self, BadLocation> {
        let specs = plain(specs);
        let folder = plain(&specs.join(output));
        if output.is_absolute() || !folder.starts_with(project(&specs)) {
            return Err(BadLocation::Outside);
        }
        if let Some(why) = output.components().find_map(|part| match part {
            Utf8Component::Normal(name) => not_portable(name),
            _ => None,
        }) {
            return Err(BadLocation::Name(why));
        }
        Self::checked(&specs, folder, output)
    }

    /// The folder that a caller names; he may choose one outside of the project.
    ///
    /// # Errors
    /// Where it is in the specs, or a link within the project leads to it.
    pub fn of_caller(specs: &Utf8Path, current: &Utf8Path, output: &Utf8Path) -> Result<Self, BadLocation> {
        Self::checked(&plain(specs), plain(&current.join(output)), output)
    }

    fn checked(specs: &Utf8Path, folder: Utf8PathBuf, given: &Utf8Path) -> Result<Self, BadLocation> {
        if folder.starts_with(specs) {
            return Err(BadLocation::InsideSpecs);
        }
        let Ok(below) = folder.strip_prefix(project(specs)) else {
            return Ok(Self { folder, shown: given.to_owned() });
        };
        let mut path = project(specs).to_owned();
        for segment in below {
            path.push(segment);
            match fs::symlink_metadata(&path) {
                Ok(metadata) if metadata.is_symlink() => return Err(BadLocation::Link(path)),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => break,
                Err(error) => return Err(BadLocation::Io(path, error)),
            }
        }
        let shown = if below.as_str().is_empty() { Utf8PathBuf::from(".") } else { with_slashes(below) };
        Ok(Self { folder, shown })
    }
}

impl BadLocation {
    /// The message; `place` is where the specs name the folder.
    #[must_use]
    pub fn diagnostic(&self, output: &Utf8Path, place: Option<Place>) -> Diagnostic {
        let (id, title, help) = match self {
            Self::Outside => (
                Id::BadOutput,
                format!("the output folder `{output}` is outside the folder that holds the specs"),
                "name a folder beside the specs, such as `../generated`; `--output` may name any folder",
            ),
            Self::InsideSpecs => (
                Id::BadOutput,
                format!("the output folder `{output}` is inside the specs"),
                "name a folder beside the specs, such as `../generated`",
            ),
            Self::Name(why) => (
                Id::BadOutput,
                format!("the output folder cannot have this name on every system: {why}"),
                "name a folder of plain letters and digits, such as `../generated`",
            ),
            Self::Link(path) => (
                Id::LinkRefused,
                format!("the output folder `{output}` is reached through the link `{path}`"),
                "name the folder that the link points to: docwright writes through no link",
            ),
            Self::Io(path, error) => (
                Id::Io,
                format!("cannot read `{path}`: {error}"),
                "name another folder, or make room for this one; nothing was written",
            ),
        };
        let diagnostic = Diagnostic::new(id, title).help(help);
        match place {
            Some(place) => diagnostic.at(place, "named here"),
            None => diagnostic,
        }
    }
}

/// The folder that holds the specs.
fn project(specs: &Utf8Path) -> &Utf8Path {
    specs.parent().unwrap_or(specs)
}

/// The path without `.` and `..`, by its text alone: links are refused, so the text is the truth.
fn plain(path: &Utf8Path) -> Utf8PathBuf {
    let mut plain = Utf8PathBuf::new();
    for component in path.components() {
        match component {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                plain.pop();
            }
            Utf8Component::Normal(_) | Utf8Component::RootDir | Utf8Component::Prefix(_) => plain.push(component),
        }
    }
    plain
}

/// The path as it is shown on every system.
fn with_slashes(path: &Utf8Path) -> Utf8PathBuf {
    path.components().map(|component| component.as_str()).collect::<Vec<_>>().join("/").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_specs(output: &str) -> Result<Location, BadLocation> {
        Location::of_specs("/nowhere/project/specs".into(), output.into())
    }

    #[test]
    fn the_specs_name_a_folder_of_the_project() {
        let location = of_specs("../crates/./generated").expect("a folder of the project");
        assert_eq!(location.folder, "/nowhere/project/crates/generated");
        assert_eq!(location.shown, "crates/generated");
        assert_eq!(of_specs("..").expect("the project itself").shown, ".");

        for outside in ["../../elsewhere", "../../project2/generated", "/nowhere/project/generated", "../../../../.."] {
            assert!(matches!(of_specs(outside), Err(BadLocation::Outside)), "{outside}");
        }
        for inside in [".", "", "generated", "../specs/generated", "x/../y"] {
            assert!(matches!(of_specs(inside), Err(BadLocation::InsideSpecs)), "{inside}");
        }
        for odd in ["../a\nb", "../gen.", "../NUL/generated", "../c:x", "../\u{202e}x"] {
            assert!(matches!(of_specs(odd), Err(BadLocation::Name(_))), "{odd}");
        }
    }

    #[test]
    fn a_caller_names_any_folder_but_the_specs() {
        let of_caller = |output: &str| {
            Location::of_caller("/nowhere/project/specs".into(), "/nowhere/project/src".into(), output.into())
        };
        assert_eq!(of_caller("../generated").expect("beside the specs").shown, "generated");
        let elsewhere = of_caller("../../other").expect("anywhere");
        assert_eq!((elsewhere.folder.as_str(), elsewhere.shown.as_str()), ("/nowhere/other", "../../other"));
        assert!(matches!(of_caller("../specs/x"), Err(BadLocation::InsideSpecs)));
    }

    #[cfg(unix)]
    #[test]
    fn no_link_leads_to_the_folder() {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let root = Utf8Path::from_path(temporary.path()).expect("UTF-8");
        fs::create_dir_all(root.join("project/specs")).expect("created");
        fs::create_dir(root.join("elsewhere")).expect("created");
        std::os::unix::fs::symlink(root.join("elsewhere"), root.join("project/link")).expect("linked");
        for output in ["../link", "../link/generated"] {
            let found = Location::of_specs(&root.join("project/specs"), output.into());
            assert!(matches!(&found, Err(BadLocation::Link(at)) if *at == root.join("project/link")), "{found:?}");
        }
    }
}
