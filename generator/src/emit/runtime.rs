//! The runtime: its files as they stand here, behind a `mod.rs` of the generated crate's own.

use super::GeneratedFile;

macro_rules! carried {
    ($($path:literal,)+) => {
        /// Path and text of each file below `runtime`.
        const CARRIED: &[(&str, &str)] = &[$(($path, include_str!(concat!("../runtime/", $path))),)+];
    };
}

carried! {
    "client/adapter.rs",
    "client/additions.rs",
    "client/address.rs",
    "client/answer.rs",
    "client/api.rs",
    "client/authorization.rs",
    "client/budget.rs",
    "client/builder.rs",
    "client/call.rs",
    "client/clock.rs",
    "client/conformance/case.rs",
    "client/conformance/cases.rs",
    "client/conformance/mod.rs",
    "client/conformance/server.rs",
    "client/endpoint.rs",
    "client/error.rs",
    "client/exchange.rs",
    "client/incoming.rs",
    "client/info.rs",
    "client/json_lines.rs",
    "client/message.rs",
    "client/method.rs",
    "client/mod.rs",
    "client/network.rs",
    "client/observer.rs",
    "client/outgoing.rs",
    "client/policy.rs",
    "client/provider.rs",
    "client/refusal.rs",
    "client/reply.rs",
    "client/request_id.rs",
    "client/reqwest.rs",
    "client/retry.rs",
    "client/server.rs",
    "client/setup.rs",
    "client/stored.rs",
    "client/trace.rs",
    "client/transport.rs",
    "client/ureq.rs",
    "client/watched.rs",
    "core/bound.rs",
    "core/chain.rs",
    "core/check.rs",
    "core/constant.rs",
    "core/counts.rs",
    "core/deviation.rs",
    "core/dropped.rs",
    "core/element.rs",
    "core/enumeration.rs",
    "core/escape.rs",
    "core/field.rs",
    "core/findings.rs",
    "core/form.rs",
    "core/format.rs",
    "core/found.rs",
    "core/header.rs",
    "core/integer.rs",
    "core/json_object.rs",
    "core/kind.rs",
    "core/length.rs",
    "core/list.rs",
    "core/map.rs",
    "core/member.rs",
    "core/mod.rs",
    "core/multipart.rs",
    "core/multipart_writer.rs",
    "core/node.rs",
    "core/number.rs",
    "core/object.rs",
    "core/object_writer.rs",
    "core/pattern.rs",
    "core/percent.rs",
    "core/place.rs",
    "core/pointer.rs",
    "core/reader.rs",
    "core/record.rs",
    "core/rule.rs",
    "core/secret.rs",
    "core/subject.rs",
    "core/text.rs",
    "core/time.rs",
    "core/union.rs",
    "core/uri.rs",
    "core/urlencoded.rs",
    "core/value.rs",
    "core/violation.rs",
    "core/wire.rs",
    "core/writer.rs",
}

/// `src/runtime/mod.rs`; docwright's own differs by the feature that gates `client`.
const MODULE: &str = r#"//! What every generated endpoint stands on: values, rules, clients.
//!
//! | for | see |
//! |---|---|
//! | calling, and what comes back | [`client`] |
//! | values | [`Promised`], [`Field`], [`DateTime`], [`LocalDateTime`], [`Date`], [`EpochSeconds`], [`Email`], [`Uuid`], [`Uri`], [`JsonObject`], [`Secret`] |
//! | broken rules | [`Validate`], [`Violations`], [`Violation`], [`Rule`], [`RuleId`], [`Pointer`], [`Deviation`] |
//! | reading and writing JSON | [`from_json`], [`to_json`], [`Undecodable`] |
//! | generated code alone | all else |

pub mod client;
mod core;

pub use self::core::*;
#[allow(unused_imports, reason = "what is used depends on the specs and the features")]
"#;

/// What generated modules use beyond what users see; the line is that of docwright's own module.
const OWN_MODULE: &str = include_str!("../runtime/mod.rs");

/// The text of a file that is carried.
pub(crate) fn carried(path: &str) -> Option<&'static str> {
    CARRIED.iter().find(|(of, _)| *of == path).map(|(_, text)| *text)
}

/// All files of the runtime.
pub(super) fn files() -> Vec<GeneratedFile> {
    let inner = OWN_MODULE.find("pub(crate) use self::core").and_then(|at| OWN_MODULE.get(at..)).unwrap_or_default();
    let module = GeneratedFile { path: "src/runtime/mod.rs".into(), text: format!("{MODULE}{inner}") };
    let carried = CARRIED
        .iter()
        .map(|(path, text)| GeneratedFile { path: format!("src/runtime/{path}").into(), text: (*text).to_owned() });
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
