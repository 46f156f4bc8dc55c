//! Which paths a folder hangs on: itself without links, and each link on the way to it.

use std::collections::VecDeque;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The links that are followed; a longer way is a circle.
const MOST_LINKS: usize = 40;

/// The paths whose coming, going and replacement can put another folder in the place of this one. Each is free of links but
/// for its own last part; what is not there is taken by its name.
pub(super) fn hangs_on(path: &Path) -> Vec<PathBuf> {
    let mut links = Vec::new();
    let mut to_go: VecDeque<PathBuf> = parts(path).collect();
    let mut resolved = PathBuf::new();
    while let Some(part) = to_go.pop_front() {
        match part.components().next() {
            Some(Component::ParentDir) => {
                resolved.pop();
            }
            Some(Component::CurDir) | None => {}
            Some(Component::Prefix(_) | Component::RootDir | Component::Normal(_)) => {
                resolved.push(&part);
                let target = fs::read_link(&resolved).ok().filter(|_| links.len() < MOST_LINKS);
                if let Some(target) = target {
                    links.push(resolved.clone());
                    resolved.pop();
                    parts(&target).rev().for_each(|part| to_go.push_front(part));
                }
            }
        }
    }
    links.push(resolved);
    links
}

fn parts(path: &Path) -> impl DoubleEndedIterator<Item = PathBuf> {
    path.components().map(|part| PathBuf::from(part.as_os_str()))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn each_link_on_the_way_is_named() {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let root = temporary.path().canonicalize().expect("it is there");
        fs::create_dir_all(root.join("releases/one/specs")).expect("created");
        symlink("releases/one", root.join("current")).expect("linked");
        symlink("../current/./specs", root.join("releases/specs")).expect("linked");
        let all = hangs_on(&root.join("releases/specs"));
        assert_eq!(all, ["releases/specs", "current", "releases/one/specs"].map(|path| root.join(path)));

        assert_eq!(hangs_on(&root.join("none/specs")), [root.join("none/specs")]);
        symlink("circle", root.join("circle")).expect("linked");
        assert_eq!(hangs_on(&root.join("circle/specs")).len(), MOST_LINKS + 1);
    }
}
