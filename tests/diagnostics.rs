//! Every diagnostic has a fixture whose rendering was read by a person.
//!
//! `diagnostics/<id>/` holds the files that differ from the specs in `diagnostics/base/`, and `expected.txt`, what docwright
//! says of them. Diagnostics about the crate on disk and the like need a prepared folder: [`arrange`] says which.
//! The fixture of a lint is the wrong fragment of its page, and there is nothing to ask of the right one.
//! `SNAPSHOTS=overwrite cargo test -p docwright-tests --test diagnostics` writes what is said now; read it before you commit it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use docwright::diagnostic::{Id, Kind, explain};
use docwright_tests::project::{Project, Run};
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

const DOCWRIGHT: &str = env!("CARGO_BIN_EXE_docwright-tested");
const ORDER: &str = "specs/shop/place_order.yaml";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("diagnostics")
}

/// A fragment of a page, by the comment that it begins with, as files of a project.
fn fragment(id: Id, comment: &str) -> Vec<(&'static str, String)> {
    let fences = explain(id).split("```").skip(1).step_by(2).filter_map(|fence| fence.split_once('\n'));
    let mut wanted = fences.filter_map(|(kind, text)| Some((kind, text.strip_prefix(comment)?)));
    let (kind, text) = wanted.next().unwrap_or_else(|| panic!("{id} has no {comment}"));
    let fields = text.lines().flat_map(|line| ["    ", line, "\n"]).collect::<String>();
    let file = match kind {
        "yaml fields" => format!(
            "method: POST\npath: /orders\n\nbody:\n  fields:\n{fields}\nresponses:\n  200: {{}}\n\n\
             examples:\n  page:\n    response: {{}}\n"
        ),
        "yaml endpoint" => text.to_owned(),
        other => panic!("a fragment of {other}"),
    };
    vec![(ORDER, file)]
}

/// The project of a diagnostic's fixture, and how docwright is called to meet it.
fn arrange(id: Id) -> io::Result<(Project, Vec<&'static str>)> {
    let project = Project::empty(DOCWRIGHT)?;
    if id == Id::NoSpecs {
        return Ok((project, vec!["generate"]));
    }
    project.overlay(&fixtures().join("base"), "specs")?;
    if id.kind() == Kind::Lint {
        for (path, text) in fragment(id, "# wrong\n") {
            project.write(path, text)?;
        }
        return Ok((project, vec!["lint"]));
    }
    let fixture = fixtures().join(id.as_str());
    if fixture.exists() {
        project.overlay(&fixture, "specs")?;
        _ = project.remove("specs/expected.txt");
    }
    let generated = || match project.run(["generate"])? {
        Run { code: 0, .. } => Ok(()),
        run => Err(io::Error::other(format!("the base does not generate: {run:?}"))),
    };
    if id.kind() == Kind::Review {
        project.overlay(&fixtures().join("base"), "old/specs")?;
    }
    let mut arguments = vec!["generate"];
    match id {
        Id::UnusedAcceptance => {
            let accepted = "accepted:\n  3f2a9c41d07be856:\n    rule: field-removed\n    \
                            at: 'shop/place_order: request body.note'\n    reason: Nobody sends it.\n";
            let text = project.read("specs/docwright.yaml")?;
            project.write("specs/docwright.yaml", format!("{text}\n{accepted}"))?;
            arguments = vec!["diff", "old"];
        }
        Id::VersionTooLow => {
            project.replace(ORDER, "responses:", "query_parameters:\n  quick:\n    type: boolean\n\nresponses:")?;
            arguments = vec!["diff", "old"];
        }
        Id::NoRevision => arguments = vec!["diff", "v1.2"],
        Id::NoChange => arguments = vec!["accept", "3f2a", "--against", "old", "--reason", "Nobody sends it."],
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
fn said(project: &Project, text: &str) -> String {
    let folder = project.path("");
    let paths = [folder.canonicalize().unwrap_or_else(|_| folder.clone()), folder];
    paths
        .iter()
        .fold(text.to_owned(), |text, path| text.replace(path.to_string_lossy().trim_end_matches('/'), "[PROJECT]"))
}

/// What is wrong with a fixture; empty where nothing is.
fn judge(id: Id) -> io::Result<String> {
    let mut wrong = String::new();
    let (project, arguments) = arrange(id)?;
    let run = run(&project, &arguments)?;
    let text = said(&project, &run.stderr);
    let code = match (id, id.kind()) {
        (Id::Io, _) => 2,
        (_, Kind::Mistake) => 1,
        (Id::VersionTooLow, _) | (_, Kind::Lint) => 0,
        (_, Kind::Review | Kind::Change) => 1,
    };
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
    if id.kind() == Kind::Lint && ids != [id.as_str()] {
        _ = writeln!(wrong, "{id}: its fragment is asked of {ids:?}");
    }
    let json = self::run(&project, arguments.iter().chain(&["--format", "json"]))?;
    if json.code != code {
        _ = writeln!(wrong, "{id}: as JSON exit code {} in place of {code}", json.code);
    }
    let (people, programs) = (rendered(&text), documented(&said(&project, &json.stdout))?);
    if people != programs {
        _ = writeln!(wrong, "{id}: people read {people:#?}\nprograms read {programs:#?}");
    }
    Ok(wrong)
}

/// Runs docwright on the day on which the fixtures were written.
fn run<'a>(project: &Project, arguments: impl IntoIterator<Item = &'a &'a str>) -> io::Result<Run> {
    docwright_tests::project::run(project.command().args(arguments).env("SOURCE_DATE_EPOCH", "1795300000"))
}

#[test]
fn what_is_asked_can_be_answered() {
    for id in Id::of(Kind::Lint) {
        let (project, arguments) = arrange(id).unwrap();
        for (path, text) in fragment(id, "# right\n") {
            project.write(path, text).unwrap();
        }
        let run = run(&project, &arguments).unwrap();
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{id}");
    }
}

/// A diagnostic as people and programs are told of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Told {
    /// Severity, id and title, as in `error[io]: …`.
    heading: String,
    /// The path, line and column of each place.
    places: BTreeSet<(String, u64, u64)>,
    /// Of the first place alone: what the message is about.
    about: Option<(String, u64, u64)>,
    help: Vec<String>,
}

/// The diagnostics of a rendering for people, each up to an empty line.
fn rendered(text: &str) -> Vec<Told> {
    let is_one = |text: &&str| ["error[", "warning[", "note["].iter().any(|mark| text.starts_with(mark));
    text.split("\n\n").filter(is_one).map(rendered_one).collect()
}

fn rendered_one(text: &str) -> Told {
    let mut told = Told { heading: text.lines().next().unwrap_or_default().to_owned(), ..Told::default() };
    // Where a place has several lines, a bar beside them moves all columns.
    let bar = if text.contains(" | / ") { 2 } else { 0 };
    let (mut path, mut line) = (String::new(), 0);
    for row in text.lines().map(str::trim_start) {
        if let Some(help) = row.strip_prefix("= help: ") {
            told.help.push(help.to_owned());
        } else if let Some(place) = row.strip_prefix("--> ").or_else(|| row.strip_prefix("::: ")) {
            let place = position(place);
            (path, line) = (place.0.clone(), place.1);
            told.places.insert(place.clone());
            told.about.get_or_insert(place);
        } else if let Some((number, source)) = row.split_once(" | ").filter(|(number, _)| number.parse::<u64>().is_ok())
        {
            line = number.parse().unwrap_or_default();
            let begins = source.strip_prefix("/ ").and_then(|source| source.find(|char| char != ' '));
            told.places.extend(begins.map(|at| (path.clone(), line, at as u64 + 1)));
        } else if let Some(marked) = row.strip_prefix("| ") {
            told.places.extend(marks(marked).map(|column| (path.clone(), line, column.saturating_sub(bar))));
        }
    }
    told
}

/// `path:line:column`; a path alone is about the file, which programs are told as its first character.
fn position(text: &str) -> (String, u64, u64) {
    if !text.contains(':') {
        return (text.to_owned(), 1, 1);
    }
    let mut parts = text.rsplitn(3, ':');
    let mut number = || parts.next().unwrap_or_default().parse().unwrap_or_default();
    let (column, line) = (number(), number());
    (parts.next().unwrap_or_default().to_owned(), line, column)
}

/// The columns where a row marks something in the row above; the words behind the marks are none.
fn marks(row: &str) -> impl Iterator<Item = u64> {
    let marks = row.chars().take_while(|char| matches!(char, ' ' | '^' | '-'));
    let mut before = ' ';
    let starts = marks.map(move |mark| std::mem::replace(&mut before, mark) == ' ' && mark != ' ');
    (1..).zip(starts).filter_map(|(column, starts)| starts.then_some(column))
}

/// The diagnostics in the document of `--format json`.
fn documented(text: &str) -> io::Result<Vec<Told>> {
    let document: serde_json::Value = serde_json::from_str(text)?;
    let missing = || io::Error::other(format!("members are missing in {text}"));
    let place = |label: &serde_json::Value| {
        let start = &label["start"];
        Some((label["path"].as_str()?.to_owned(), start["line"].as_u64()?, start["column"].as_u64()?))
    };
    let told = |diagnostic: &serde_json::Value| {
        let word = |member: &str| diagnostic[member].as_str();
        let places: Vec<_> = diagnostic["labels"].as_array()?.iter().map(place).collect::<Option<_>>()?;
        let help = diagnostic["help"].as_array()?.iter().map(|help| help.as_str().map(str::to_owned));
        Some(Told {
            heading: format!("{}[{}]: {}", word("severity")?, word("id")?, word("title")?),
            about: places.first().cloned(),
            places: places.into_iter().collect(),
            help: help.collect::<Option<_>>()?,
        })
    };
    document["diagnostics"].as_array().ok_or_else(missing)?.iter().map(|one| told(one).ok_or_else(missing)).collect()
}

/// All but changes: each of those has old and new specs in its page, which are compared where it is judged.
fn told() -> impl Iterator<Item = Id> {
    Id::ALL.iter().copied().filter(|id| id.kind() != Kind::Change)
}

#[test]
fn each_says_what_its_fixture_expects() {
    let wrong: String = told().map(|id| judge(id).unwrap_or_else(|error| format!("{id}: {error}\n"))).collect();
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_has_a_fixture_and_each_fixture_a_diagnostic() {
    let ids: BTreeSet<String> = told().map(|id| id.to_string()).chain(["base".to_owned()]).collect();
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
