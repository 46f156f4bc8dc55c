//! The runtime: its files as they stand here, behind a `mod.rs` of the generated crate's own.

use super::GeneratedFile;

macro_rules! carried {
    ($($path:literal,)+) => {
        /// Path and text of each file below `runtime`.
        const CARRIED: &[(&str, &str)] = &[$(($path, include_str!(concat!("../runtime/", $path))),)+];
    };
}

carried! {
CARRIED_LIST
}

/// `src/runtime/mod.rs`; docwright's own differs by the feature that gates `client`.
const MODULE: &str = r#"//! What every generated endpoint stands on.

pub mod client;
mod core;

pub use self::core::*;
#[allow(unused_imports, reason = "what is used depends on the specs and the features")]
"#;

/// What generated modules use beyond what users see; the line is that of docwright's own module.
const OWN_MODULE: &str = include_str!("../runtime/mod.rs");

/// All files of the runtime.
pub(super) fn files() -> Vec<GeneratedFile> {
    let inner = OWN_MODULE.find("pub(crate) use self::core").and_then(|at| OWN_MODULE.get(at..)).unwrap_or_default();
    let module = GeneratedFile { path: "src/runtime/mod.rs".into(), text: format!("{MODULE}{inner}") };
    let carried = CARRIED.iter().map(|(path, text)| GeneratedFile {
        path: format!("src/runtime/{path}").into(),
        text: (*text).to_owned(),
    });
    std::iter::once(module).chain(carried).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    fn collect(folder: &Path, root: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, root, found);
            } else {
                found.insert(path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }

    #[test]
    fn every_file_of_core_and_client_is_carried() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/runtime");
        let mut on_disk = BTreeSet::new();
        for room in ["core", "client"] {
            collect(&root.join(room), &root, &mut on_disk);
        }
        let carried: BTreeSet<String> = CARRIED.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(carried, on_disk);
    }

    #[test]
    fn the_module_of_the_crate_is_rust_and_needs_no_feature() {
        let files = files();
        let module = &files[0].text;
        assert!(syn::parse_file(module).is_ok() && module.contains("pub mod client;") && !module.contains("cfg("));
        assert!(module.contains("pub(crate) use self::core::{"), "{module}");
    }
}
