//! Every diagnostic has a fixture whose rendering was read by a person.
//!
//! `diagnostics/<id>/` holds the files that differ from the specs in `diagnostics/base/`, and `expected.txt`, what docwright
//! says of them. Diagnostics about the crate on disk and the like need a prepared folder: [`arrange`] says which.
//! `SNAPSHOTS=overwrite cargo test -p docwright-tests --test diagnostics` writes what is said now; read it before you commit it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use docwright::diagnostic::Id;
use docwright_tests::project::{Project, Run};
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

const DOCWRIGHT: &str = env!("CARGO_BIN_EXE_docwright-tested");
const ORDER: &str = "specs/shop/place_order.yaml";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("diagnostics")
}

/// The project of a diagnostic's fixture, and how docwright is called to meet it.
fn arrange(id: Id) -> io::Result<(Project, Vec<&'static str>)> {
    let project = Project::empty(DOCWRIGHT)?;
    if id == Id::NoSpecs {
        return Ok((project, vec!["generate"]));
    }
    project.overlay(&fixtures().join("base"), "specs")?;
    let fixture = fixtures().join(id.as_str());
    if fixture.exists() {
        project.overlay(&fixture, "specs")?;
        _ = project.remove("specs/expected.txt");
    }
    let generated = || match project.run(["generate"])? {
        Run { code: 0, .. } => Ok(()),
        run => Err(io::Error::other(format!("the base does not generate: {run:?}"))),
    };
    let mut arguments = vec!["generate"];
    match id {
        Id::NoApi => fs::remove_dir_all(project.path("specs/shop"))?,
        #[cfg(unix)]
        Id::LinkRefused => {
            let (from, to) = (project.path(ORDER), project.path("specs/shop/send_order.yaml"));
            std::os::unix::fs::symlink(from, to)?;
        }
        Id::CrateMissing => arguments = vec!["check"],
        Id::CrateStale => {
            generated()?;
            project.replace(ORDER, "path: /orders", "path: /orders/now")?;
            arguments = vec!["check"];
        }
        Id::CrateEdited => {
            generated()?;
            project.replace("generated/src/shop/place_order.rs", "/orders", "/order")?;
        }
        Id::CrateOrphan => {
            let text = project.read(ORDER)?.replace("/orders", "/orders/all");
            project.write("specs/shop/zip_orders.yaml", text)?;
            generated()?;
            project.remove("specs/shop/zip_orders.yaml")?;
            arguments = vec!["check"];
        }
        Id::CrateForeign => project.write("generated/thesis.txt", "Years of work.\n")?,
        Id::BadManifest => {
            generated()?;
            project.write("generated/.docwright/manifest", "{}\n")?;
        }
        Id::Io => {
            project.write("notes.txt", "No folder.\n")?;
            arguments = vec!["generate", "--output", "notes.txt/crate"];
        }
        _ => {}
    }
    Ok((project, arguments))
}

/// What docwright says, without the folder's own path.
fn said(project: &Project, run: &Run) -> String {
    let text = run.stderr.clone();
    let folder = project.path("");
    let paths = [folder.canonicalize().unwrap_or_else(|_| folder.clone()), folder];
    paths.iter().fold(text, |text, path| text.replace(path.to_string_lossy().trim_end_matches('/'), "[PROJECT]"))
}

/// What is wrong with a fixture; empty where nothing is.
fn judge(id: Id) -> io::Result<String> {
    let mut wrong = String::new();
    let (project, arguments) = arrange(id)?;
    let run = project.run(&arguments)?;
    let text = said(&project, &run);
    let code = if id == Id::Io { 2 } else { 1 };
    if run.code != code {
        _ = writeln!(wrong, "{id}: exit code {} in place of {code}", run.code);
    }
    let ids: Vec<&str> =
        text.lines().filter_map(|line| line.split_once('[')?.1.split_once("]: ").map(|(id, _)| id)).collect();
    // What is left behind comes with files that no longer tell of it.
    let first = if id == Id::CrateOrphan { ids.last() } else { ids.first() };
    if first != Some(&id.as_str()) {
        _ = writeln!(wrong, "{id}: says {ids:?}");
    }
    let path = fixtures().join(id.as_str()).join("expected.txt");
    let expected = Data::read_from(&path, Some(DataFormat::Text)).raw();
    if let Err(error) = Assert::new().action_env("SNAPSHOTS").try_eq(Some(&id), Data::text(text.as_str()), expected) {
        _ = writeln!(wrong, "{id}: {error}");
    }
    let json = project.run(arguments.iter().chain(&["--format", "json"]))?;
    let told = json_ids(&json.stdout)?;
    if json.code != code || told != ids {
        _ = writeln!(wrong, "{id}: as JSON exit code {} and {told:?}\n{}", json.code, json.stdout);
    }
    Ok(wrong)
}

/// The ids in the document of `--format json`.
fn json_ids(text: &str) -> io::Result<Vec<String>> {
    let document: serde_json::Value = serde_json::from_str(text)?;
    let diagnostics =
        document["diagnostics"].as_array().ok_or_else(|| io::Error::other(format!("no diagnostics: {text}")))?;
    let id = |diagnostic: &serde_json::Value| diagnostic["id"].as_str().map(str::to_owned);
    diagnostics
        .iter()
        .map(|diagnostic| id(diagnostic).ok_or_else(|| io::Error::other(format!("no id: {diagnostic}"))))
        .collect()
}

#[test]
fn each_says_what_its_fixture_expects() {
    let wrong: String =
        Id::ALL.iter().map(|id| judge(*id).unwrap_or_else(|error| format!("{id}: {error}\n"))).collect();
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_has_a_fixture_and_each_fixture_a_diagnostic() {
    let ids: BTreeSet<String> = Id::ALL.iter().map(ToString::to_string).chain(["base".to_owned()]).collect();
    let folders = fs::read_dir(fixtures()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(folders.collect::<BTreeSet<_>>(), ids);
}

#[test]
fn each_is_explained() {
    let project = Project::empty(DOCWRIGHT).unwrap();
    let all = project.run(["explain", "--all"]).unwrap();
    assert_eq!((all.code, all.stderr.as_str()), (0, ""));
    for id in Id::ALL {
        let run = project.run(["explain", id.as_str()]).unwrap();
        assert_eq!(run.code, 0, "{id}: {}", run.stderr);
        assert!(run.stdout.contains(id.as_str()) && run.stdout.lines().count() > 2, "{id}: {}", run.stdout);
        assert!(all.stdout.contains(id.as_str()), "{id} is not on the page of all");
    }
    let run = project.run(["explain", "unknown-keys"]).unwrap();
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("unknown-key"), "did you mean: {}", run.stderr);
}

#[test]
fn colours_are_for_terminals_alone() {
    let (project, arguments) = arrange(Id::UnknownKey).unwrap();
    let run = project.run(&arguments).unwrap();
    assert!(!run.stderr.contains('\u{1b}') && !run.stdout.contains('\u{1b}'));
    let mut command = project.command();
    let run = docwright_tests::project::run(command.args(&arguments).env("CLICOLOR_FORCE", "1")).unwrap();
    assert!(run.stderr.contains('\u{1b}'));
    let run = docwright_tests::project::run(command.env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE")).unwrap();
    assert!(!run.stderr.contains('\u{1b}'));
}
