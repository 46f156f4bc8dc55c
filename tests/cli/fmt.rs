//! `docwright fmt`: what it writes, shows and leaves alone.

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use docwright_tests::project::{Project, Run, repository};
use serde_json::Value;

use crate::DOCWRIGHT;

const ORDER: &str = "specs/shop/place_order.yaml";
const API: &str = "specs/shop/api.yaml";

/// A project whose specs are in canonical form, save the order of one endpoint.
fn project() -> Project {
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    project.write(API, "title: Shop\nservers: {live: {url: https://shop.example}}\n").unwrap();
    project.write(ORDER, "path: /orders # below the server\r\nmethod: 'POST'\r\nresponses: {success: {}}\r\n").unwrap();
    project
}

fn with_stdin(project: &Project, arguments: &[&str], text: impl AsRef<[u8]>) -> Run {
    let mut command = project.command();
    command.arg("fmt").args(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // It stops reading what is too long.
    _ = child.stdin.take().unwrap().write_all(text.as_ref());
    let ended = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: ended.status.code().unwrap(), stdout: text(ended.stdout), stderr: text(ended.stderr) }
}

#[test]
fn the_specs_of_a_project_are_shown_and_written() {
    let project = project();
    let before = project.files("specs").unwrap();
    let check = project.run(["fmt", "--check"]).unwrap();
    assert_eq!(check.code, 1);
    assert_eq!(check.stderr, "2 of 12 files are not in canonical form; `docwright fmt` writes them\n");
    for line in ["--- a/specs/shop/place_order.yaml", "+++ b/specs/shop/place_order.yaml", "+method: POST"] {
        assert!(check.stdout.lines().any(|said| said == line), "{line}\n{}", check.stdout);
    }
    assert_eq!(project.files("specs").unwrap(), before, "`--check` writes nothing");

    let wrote = project.run(["fmt"]).unwrap();
    assert_eq!((wrote.code, wrote.stderr.as_str()), (0, ""));
    assert_eq!(wrote.stdout, "Wrote 2 of 12 files\n    specs/shop/api.yaml\n    specs/shop/place_order.yaml\n");
    assert_eq!(
        project.read(ORDER).unwrap(),
        "method: POST\npath: /orders # below the server\n\nresponses:\n  success: {}\n"
    );
    let time = project.modified(ORDER).unwrap();
    for arguments in [&["fmt"][..], &["fmt", "--check"]] {
        let run = project.run(arguments).unwrap();
        assert_eq!((run.code, run.stdout.as_str()), (0, "12 files are in canonical form\n"), "{}", run.stderr);
    }
    assert_eq!(project.modified(ORDER).unwrap(), time);
}

#[test]
fn programs_are_told_the_files_and_the_diff() {
    let project = project();
    let json = |arguments: &[&str]| -> Value {
        serde_json::from_str(&project.run(arguments).unwrap().stdout).expect("one JSON document")
    };
    let would = json(&["fmt", "--check", "--format", "json"]);
    assert_eq!(would["would_write"], serde_json::json!(["specs/shop/api.yaml", ORDER]));
    assert!(would["diff"].as_str().unwrap().contains("\n+method: POST\n"), "{would}");
    assert_eq!(json(&["fmt", "--format", "json"])["written"], would["would_write"]);
    assert_eq!(json(&["fmt", "--format", "json"])["written"], serde_json::json!([]));
}

#[test]
fn the_diff_can_be_applied() {
    let project = project();
    for (name, text) in [
        ("mark", "\u{feff}path: /mark\nmethod: 'GET'\n"),
        ("mixed", "path: /mixed\r\nmethod: 'GET'\ndoc: 'a\r b'\n"),
        ("old", "path: /old\rmethod: 'GET'\r"),
        ("open", "path: /open\nmethod: 'GET'"),
    ] {
        project.write(&format!("specs/shop/{name}.yaml"), text).unwrap();
    }
    let diff = project.run(["fmt", "--check"]).unwrap().stdout;
    let mut command = std::process::Command::new("git");
    command.args(["apply", "-"]).current_dir(project.path("")).stdin(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(diff.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success(), "{diff}");
    assert_eq!(project.run(["fmt", "--check"]).unwrap().code, 0);
}

#[test]
fn files_that_a_call_names_are_written_alone() {
    let project = project();
    let one = project.run(["fmt", ORDER, "./specs/shop/../shop/place_order.yaml"]).unwrap();
    assert_eq!((one.code, one.stderr.as_str()), (0, ""));
    assert!(one.stdout.starts_with("Wrote 1 of 1 file\n"), "{}", one.stdout);
    assert!(project.read(API).unwrap().contains('{'), "not asked for");
    project.write("README.md", "a:   1\n").unwrap();
    for (file, code, said) in [
        ("specs", 2, "is a folder"),
        ("README.md", 2, "is no spec by its name"),
        ("specs/shop/lost.yaml", 2, "cannot read `specs/shop/lost.yaml`"),
    ] {
        let run = project.run(["fmt", file]).unwrap();
        assert_eq!(run.code, code, "{file}: {}", run.stderr);
        assert!(run.stderr.contains(said), "{file}: {}", run.stderr);
    }
    assert_eq!(project.read("README.md").unwrap(), "a:   1\n");
}

#[test]
fn a_file_that_is_no_yaml_is_told_and_left_alone() {
    let project = project();
    for (text, id) in [
        ("method: 'POST\n", "yaml-syntax"),
        ("a: &b 1\n", "yaml-refused"),
        ("a: 1\na: 2\n", "duplicate-key"),
        ("- a\n", "wrong-kind"),
        ("# nothing\n", "wrong-kind"),
    ] {
        project.write(ORDER, text).unwrap();
        let run = project.run(["fmt"]).unwrap();
        assert_eq!(run.code, 1, "{text}: {}", run.stderr);
        assert!(run.stderr.contains(&format!("error[{id}]")), "{text}: {}", run.stderr);
        assert_eq!(project.read(ORDER).unwrap(), text);
        let stdin = with_stdin(&project, &["--stdin", "--stdin-path", ORDER], text);
        assert_eq!((stdin.code, stdin.stdout.as_str()), (1, ""), "{text}");
        assert!(stdin.stderr.contains(&format!("error[{id}]")), "{text}: {}", stdin.stderr);
    }
    assert!(project.read(API).unwrap().starts_with("title: Shop\n\nservers:\n"), "the others are written");

    // A limit that cuts a character is still the limit.
    let endless = format!("a: '{}'\n", "é".repeat(1 << 19));
    for (text, id) in [(&b"doc: \xff\n"[..], "not-utf8"), (endless.as_bytes(), "yaml-limit")] {
        project.write(ORDER, text).unwrap();
        let stdin = with_stdin(&project, &["--stdin", "--stdin-path", ORDER], text);
        for run in [project.run(["fmt", ORDER]).unwrap(), project.run(["fmt"]).unwrap(), stdin] {
            assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{id}: {}", run.stderr);
            assert!(run.stderr.contains(&format!("error[{id}]: `{ORDER}`")), "{}", run.stderr);
        }
        assert!(fs::read(project.path(ORDER)).unwrap() == text, "{id}: a broken file stays as it is");
    }

    // Of a mistake in what it says, `check` tells.
    project.write(ORDER, "requird:   1\nmethod: 'POST'\n").unwrap();
    assert_eq!(project.run(["fmt"]).unwrap().code, 0);
    assert_eq!(project.read(ORDER).unwrap(), "requird: 1\nmethod: POST\n");
    project.write("specs/docwright.yaml", "language: 2\n").unwrap();
    let newer = project.run(["fmt"]).unwrap();
    assert!(newer.code == 1 && newer.stderr.contains("error[unsupported-language]"), "{}", newer.stderr);
}

#[test]
fn standard_input_is_formatted_as_what_its_path_says() {
    let project = Project::empty(DOCWRIGHT).unwrap();
    let text = "page: {address: https://a.example}\ntitle: A\nmethod: x\n";
    let api = with_stdin(&project, &["--stdin", "--stdin-path", "specs/a/api.yaml"], text);
    assert_eq!((api.code, api.stderr.as_str()), (0, ""));
    assert_eq!(api.stdout, "page:\n  address: https://a.example\ntitle: A\nmethod: x\n");
    let check = with_stdin(&project, &["--stdin", "--stdin-path", "specs/a/api.yaml", "--check"], text);
    assert!(check.code == 1 && check.stdout.starts_with("--- a/specs/a/api.yaml\n"), "{}", check.stdout);
    assert_eq!(with_stdin(&project, &["--stdin"], text).code, 2, "the path is asked for");
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_mode_and_what_is_protected_is_left_alone() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let project = project();
    let path = project.path(ORDER);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(project.run(["fmt"]).unwrap().code, 0);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);

    project.write(ORDER, "a:   1\n").unwrap();
    project.write(API, "title:   A\n").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
    let run = project.run(["fmt"]).unwrap();
    assert!(run.code == 2 && run.stderr.contains("place_order.yaml`: the file is read-only"), "{}", run.stderr);
    assert_eq!(
        (project.read(ORDER).unwrap().as_str(), project.read(API).unwrap().as_str()),
        ("a:   1\n", "title:   A\n")
    );
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();

    project.write("elsewhere.yaml", "a:   1\n").unwrap();
    symlink(project.path("elsewhere.yaml"), project.path("specs/shop/linked.yaml")).unwrap();
    for arguments in [&["fmt"][..], &["fmt", "specs/shop/linked.yaml"]] {
        let run = project.run(arguments).unwrap();
        assert!(run.code == 1 && run.stderr.contains("error[link-refused]"), "{}", run.stderr);
    }
    assert_eq!(project.read("elsewhere.yaml").unwrap(), "a:   1\n");
}

/// The specs of the repository, and what `init` and `new` write.
#[test]
fn specs_of_the_repository_are_canonical() {
    let project = Project::empty(DOCWRIGHT).unwrap();
    for folder in ["specs", "tests/language/specs", "tests/golden/specs", "generator/src/emit/tests/specs"] {
        let specs = repository().join(folder);
        let run = project.run(["fmt", "--check", "--specs", specs.to_str().unwrap()]).unwrap();
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    }
    assert_eq!(project.run(["init"]).unwrap().code, 0);
    for arguments in [
        &["new", "acme/add_note", "--page", "https://a.example", "--method", "POST", "--path", "/notes/{id}"][..],
        &["fmt", "--check"],
    ] {
        let run = project.run(arguments).unwrap();
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    }
}
