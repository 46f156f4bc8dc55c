//! Where the files of a run stand in a repository: what services show beside findings are paths from its root.

use std::fs;

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use crate::runtime::percent::encode_segment;
use crate::spec::PROJECT_FILE;

/// The folder above the specs, which paths are shown from, and where it stands in its repository.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repository {
    /// From the root of the repository to the folder above the specs.
    below_root: Utf8PathBuf,
    /// The file that makes the project, as it is shown.
    project_file: Option<Utf8PathBuf>,
    /// What shown paths begin with that are those of a revision, from the root of the repository.
    revision: Option<String>,
}

impl Repository {
    /// The repository that an absolute folder of specs is in: that of git, else the folder above the specs.
    ///
    /// Nothing is run: what is looked for is `.git`, a folder, or a file in work trees and submodules.
    #[must_use]
    pub fn of(specs: &Utf8Path) -> Self {
        let above = specs.parent().unwrap_or(specs);
        let is_root = |folder: &&Utf8Path| fs::symlink_metadata(folder.join(".git")).is_ok();
        let below_root = above.ancestors().find(is_root).and_then(|root| above.strip_prefix(root).ok());
        Self {
            below_root: below_root.unwrap_or(Utf8Path::new("")).to_owned(),
            project_file: specs.file_name().map(|specs| Utf8Path::new(specs).join(PROJECT_FILE)),
            revision: None,
        }
    }

    /// With the files of a revision, whose shown paths begin with this text and go on from the root.
    #[must_use]
    pub fn at(self, revision: Option<String>) -> Self {
        Self { revision, ..self }
    }

    /// A path that is shown, from the root of the repository and with `/`; none where it leads out of it.
    #[must_use]
    pub fn path(&self, shown: &Utf8Path) -> Option<String> {
        let mut parts: Vec<&str> = Vec::new();
        let of_revision = self.revision.as_deref().and_then(|revision| shown.as_str().strip_prefix(revision));
        let (below, shown) = match of_revision {
            Some(path) => (Utf8Path::new(""), Utf8Path::new(path)),
            None => (self.below_root.as_path(), shown),
        };
        for part in below.components().chain(shown.components()) {
            match part {
                Utf8Component::Normal(name) => parts.push(name),
                Utf8Component::CurDir => {}
                Utf8Component::ParentDir => _ = parts.pop()?,
                Utf8Component::RootDir | Utf8Component::Prefix(_) => return None,
            }
        }
        Some(parts.join("/")).filter(|path| !path.is_empty())
    }

    /// A path that is shown, as a relative reference (RFC 3986, 4.2) from the root of the repository.
    pub(super) fn uri(&self, shown: &Utf8Path) -> Option<String> {
        let path = self.path(shown)?;
        let mut uri = String::with_capacity(path.len());
        for (at, segment) in path.split('/').enumerate() {
            if at > 0 {
                uri.push('/');
            }
            encode_segment(segment, &mut uri);
        }
        Some(uri)
    }

    /// The file to point to where a finding is about no file.
    pub(super) fn project_file(&self) -> Option<&Utf8Path> {
        self.project_file.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_from_the_root_of_the_repository() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = Utf8Path::from_path(folder.path()).expect("a path of characters");
        let specs = root.join("apis/inner/specs");
        fs::create_dir_all(&specs).expect("folders");
        let path = |shown: &str| Repository::of(&specs).path(Utf8Path::new(shown));
        assert_eq!(path("specs/a/b.yaml").as_deref(), Some("specs/a/b.yaml"));
        // A work tree has a file of this name.
        fs::write(root.join(".git"), "gitdir: elsewhere").expect("a file");
        assert_eq!(path("specs/a/b.yaml").as_deref(), Some("apis/inner/specs/a/b.yaml"));
        assert_eq!(path("../generated/./src/lib.rs").as_deref(), Some("apis/generated/src/lib.rs"));
        assert_eq!(path("../../../out"), None);
        assert_eq!(path("/etc/passwd"), None);
        let revision = Repository::of(&specs).at(Some("v2:".to_owned()));
        assert_eq!(
            revision.path(Utf8Path::new("v2:apis/inner/specs/a/b.yaml")).as_deref(),
            Some("apis/inner/specs/a/b.yaml")
        );
        assert_eq!(revision.path(Utf8Path::new("specs/a/b.yaml")).as_deref(), Some("apis/inner/specs/a/b.yaml"));
        let uri = Repository::of(&specs).uri(Utf8Path::new("specs/ä b/c%?#.yaml"));
        assert_eq!(uri.as_deref(), Some("apis/inner/specs/%C3%A4%20b/c%25%3F%23.yaml"));
    }
}
