//! How docwright is called, and what it says: calls, help, typos, formats, pipes.

use std::io::Read as _;
use std::process::Stdio;

use docwright_tests::project::{Project, run};
use serde_json::Value;

use crate::{DOCWRIGHT, generated};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("standard output holds JSON alone: {error}\n{text}"))
}

#[test]
fn a_run_says_what_it_read_and_what_it_changed() {
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    let first = project.run([""; 0]).unwrap();
    assert_eq!((first.code, first.stderr.as_str()), (0, ""));
    assert!(first.stdout.starts_with("Read `specs`: "), "{}", first.stdout);
    assert!(first.stdout.contains("    omnidesk: create_chatbot_message, create_message\n"), "{}", first.stdout);
    assert!(first.stdout.contains("\nWrote `generated`: ") && first.stdout.contains(" created, 0 unchanged\n"));
    assert!(first.stdout.lines().count() < 40, "a few lines: {}", first.stdout);

    let second = project.run(["generate"]).unwrap();
    assert_eq!(second.code, 0);
    assert!(second.stdout.contains("\n`generated` is up to date: "), "{}", second.stdout);

    project.remove("generated/Cargo.toml").unwrap();
    project.remove("specs/omnidesk/create_chatbot_message.yaml").unwrap();
    let third = project.run(["generate"]).unwrap();
    for line in ["    created Cargo.toml", "    removed src/omnidesk/create_chatbot_message.rs"] {
        assert!(third.stdout.lines().any(|said| said == line), "{line}: {}", third.stdout);
    }
}

#[test]
fn programs_get_one_json_document() {
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    let would = project.run(["--dry-run", "--format", "json"]).unwrap();
    assert_eq!((would.code, would.stderr.as_str()), (0, ""));
    let would = json(&would.stdout);
    assert!(would["diff"].as_str().unwrap().contains("+++ b/generated/Cargo.toml"));

    let first = json(&project.run(["--format", "json"]).unwrap().stdout);
    assert_eq!(first["diagnostics"], Value::Array(vec![]));
    let omnidesk = first["apis"].as_array().unwrap().iter().find(|api| api["name"] == "omnidesk").unwrap();
    assert_eq!(omnidesk["endpoints"][0], "create_chatbot_message");
    assert_eq!(first["written"]["folder"], "generated");
    assert_eq!(first["written"]["created"], would["would_write"]["created"]);

    project.write("generated/Cargo.toml", "mine").unwrap();
    for arguments in [&["--format=json"][..], &["check", "--format", "json"]] {
        let run = project.run(arguments).unwrap();
        assert_eq!((run.code, run.stderr.as_str()), (1, ""));
        let said = json(&run.stdout);
        assert_eq!(said["diagnostics"][0]["id"], "crate-edited");
        assert_eq!(said["diagnostics"][0]["labels"][0]["path"], "generated/Cargo.toml");
    }
    let explained = json(&project.run(["explain", "io", "--format", "json"]).unwrap().stdout);
    assert_eq!(explained[0]["id"], "io");
}

#[test]
fn a_project_is_found_from_any_folder_of_it_or_named() {
    let project = generated();
    let from_inside = run(project.command().current_dir(project.path("generated/src")).arg("check")).unwrap();
    assert_eq!(from_inside.code, 0, "{}", from_inside.stderr);

    let elsewhere = Project::empty(DOCWRIGHT).unwrap();
    let lost = elsewhere.run(["check"]).unwrap();
    assert_eq!(lost.code, 1);
    assert!(lost.stderr.contains("error[no-specs]") && lost.stderr.contains("--specs DIR"), "{}", lost.stderr);
    let named = run(elsewhere.command().arg("check").arg("--specs").arg(project.path("specs"))).unwrap();
    assert_eq!(named.code, 0, "{}", named.stderr);

    // The nearest wrong folders are told the right one.
    for (wrong, help) in
        [(".", "--specs ./specs"), ("specs/docwright.yaml", "the folder of docwright.yaml, not the file")]
    {
        let run = project.run(["check", "--specs", wrong]).unwrap();
        assert_eq!(run.code, 1);
        assert!(run.stderr.contains(help), "{wrong}: {}", run.stderr);
    }
}

#[test]
fn each_command_has_help_with_an_example() {
    let project = Project::empty(DOCWRIGHT).unwrap();
    for command in [
        "init",
        "new",
        "generate",
        "watch",
        "check",
        "lint",
        "fmt",
        "diff",
        "accept",
        "explain",
        "list",
        "show",
        "schema",
        "completions",
        "man",
    ] {
        for arguments in [[command, "--help"], ["help", command]] {
            let run = project.run(arguments).unwrap();
            assert_eq!((run.code, run.stderr.as_str()), (0, ""));
            assert!(run.stdout.contains(&format!("Examples:\n  docwright {command}")), "{}", run.stdout);
        }
    }
    let program = project.run(["--help"]).unwrap();
    for arguments in [&["help"][..], &["help", "--help"], &["help", "help"]] {
        assert_eq!(project.run(arguments).unwrap(), program, "{arguments:?}");
    }
    let version = project.run(["--version"]).unwrap();
    assert_eq!(version.stdout, format!("docwright {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_typo_is_answered_with_what_was_meant() {
    let project = Project::empty(DOCWRIGHT).unwrap();
    for (arguments, meant) in [
        (&["chek"][..], "'check'"),
        (&["check", "--forat", "json"], "'--format'"),
        (&["--forse"], "'--force'"),
        (&["--dryrun"], "'--dry-run'"),
        (&["check", "--format", "jsn"], "'json'"),
        (&["explain", "crate-editted"], "`crate-edited`"),
        (&["completions", "bsh"], "'bash'"),
        (&["lst"], "'list'"),
        (&["help", "lst"], "'list'"),
        (&["show", "a/b", "--formt", "curl"], "'--format'"),
        (&["check", "--otput", "../trial"], "'--output'"),
    ] {
        let run = project.run(arguments).unwrap();
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert!(run.stderr.contains(meant), "{arguments:?}: {}", run.stderr);
    }
}

/// Corrections and doubts of each section of `CORRECTIONS.md`, by its heading.
fn counted(corrections: &str) -> Vec<(String, u64, u64)> {
    let section = |text: &str| {
        let lines = || text.lines().skip(1);
        let rows = lines().filter(|line| line.starts_with("| ") && !line.starts_with("| where ")).count();
        let doubts = lines().filter(|line| line.starts_with("- ")).count();
        (text.lines().next().unwrap().to_owned(), rows as u64, doubts as u64)
    };
    let of_api = |api: &str| api.split("\n### ").skip(1).map(section).collect::<Vec<_>>();
    let before_sources = |api: &str| api.split("\nSources:").next().unwrap().to_owned();
    corrections.split("\n## ").skip(1).map(before_sources).flat_map(|api| of_api(&api)).collect()
}

#[test]
fn endpoints_are_listed_with_what_is_corrected_and_unclear() {
    let project = generated();
    let listed = json(&project.run(["list", "--format", "json"]).unwrap().stdout);
    let count = |of: &Value| (of["corrections"].as_u64().unwrap(), of["doubts"].as_u64().unwrap());
    let mut counts = Vec::new();
    for api in listed["apis"].as_array().unwrap() {
        let (corrections, doubts) = count(&api["shared"]);
        counts.push(("What the endpoints share".to_owned(), corrections, doubts));
        for endpoint in api["endpoints"].as_array().unwrap() {
            let (corrections, doubts) = count(endpoint);
            counts.push((endpoint["name"].as_str().unwrap().to_owned(), corrections, doubts));
        }
    }
    counts.retain(|(_, corrections, doubts)| corrections + doubts > 0);
    assert_eq!(counts, counted(&project.read("generated/CORRECTIONS.md").unwrap()));
    let chatbot = &listed["apis"][1]["endpoints"][0];
    assert_eq!((&chatbot["method"], &chatbot["path"]), (&"POST".into(), &"/api/v2/message/chatbot".into()));

    let run = project.run(["list"]).unwrap();
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let mut lines = run.stdout.lines();
    let column = lines.next().unwrap().find("SEEN").unwrap();
    for (name, page) in [("pland/send_note", "https://"), ("superoffice/add_chat_session_message", "https://")] {
        let line = lines.clone().find(|line| line.starts_with(name)).unwrap();
        assert!(line.contains(page) && line[column..].starts_with("20") && line[..column].ends_with("  "), "{line}");
    }

    project.replace("specs/pland/send_note.yaml", "method: POST", "method: post").unwrap();
    let run = project.run(["list"]).unwrap();
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("specs/pland/send_note.yaml:") && !run.stderr.contains("panicked"), "{}", run.stderr);
}

#[test]
fn shells_complete_each_command() {
    let project = Project::empty(DOCWRIGHT).unwrap();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = project.run(["completions", shell]).unwrap();
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        for word in ["generate", "explain", "dry-run", "completions"] {
            assert!(run.stdout.contains(word), "{shell} without {word}");
        }
    }
}

#[test]
fn each_command_has_a_manual_page() {
    let project = Project::empty(DOCWRIGHT).unwrap();
    let run = project.run(["man"]).unwrap();
    assert!(run.code == 0 && run.stdout.contains(".TH docwright 1"), "{}", run.stdout);
    let run = project.run(["man", "pages/man1"]).unwrap();
    assert_eq!((run.code, run.stdout.as_str()), (0, "Wrote the manual pages to `pages/man1`\n"));
    let pages = project.files("pages/man1").unwrap();
    for page in ["docwright.1", "docwright-generate.1", "docwright-list.1"] {
        let text = String::from_utf8(pages[page].clone()).unwrap();
        assert!(text.contains("Examples:") && text.contains("\\-\\-format"), "{page}: {text}");
    }
    project.write("taken", "a file").unwrap();
    let run = project.run(["man", "taken"]).unwrap();
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("cannot write manual pages to `taken`"), "{}", run.stderr);
}

#[test]
fn a_full_folder_is_not_taken_over_unasked() {
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    project.write("generated/Cargo.toml", "mine\n").unwrap();
    let run = project.run([""; 0]).unwrap();
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("error[crate-foreign]") && run.stderr.contains("`docwright generate --force`"));
    assert!(run.stderr.ends_with("Nothing was written to `generated`.\n"), "{}", run.stderr);
    assert_eq!(project.files("generated").unwrap().len(), 1);
    assert_eq!(project.run(["--force"]).unwrap().code, 0);
    assert_ne!(project.read("generated/Cargo.toml").unwrap(), "mine\n");
}

#[test]
fn another_folder_than_the_specs_name_is_checked() {
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    assert_eq!(project.run(["generate", "--output", "trial"]).unwrap().code, 0);
    let trial = project.run(["check", "--output", "trial"]).unwrap();
    assert_eq!((trial.code, trial.stderr.as_str()), (0, ""));
    assert!(trial.stdout.contains("`trial` is what it says"), "{}", trial.stdout);
    assert_eq!(project.run(["check"]).unwrap().code, 1);
}

#[test]
fn the_specs_are_no_place_for_the_crate() {
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    let run = project.run(["generate", "--output", "specs/generated"]).unwrap();
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("error[bad-output]"), "{}", run.stderr);
    project.replace("specs/docwright.yaml", "output: ../generated", "output: ../../generated").unwrap();
    let run = project.run(["generate"]).unwrap();
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("error[bad-output]") && run.stderr.contains("specs/docwright.yaml:"), "{}", run.stderr);
}

#[test]
fn schemas_are_written_where_they_differ() {
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    project.write("specs/.schema/api.json", "{}").unwrap();
    let run = project.run(["schema"]).unwrap();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("specs/.schema/api.json"), "{}", run.stdout);
    let before = project.modified("specs/.schema/api.json").unwrap();
    assert_eq!(project.run(["schema"]).unwrap().stdout, "`specs/.schema` is up to date\n");
    assert_eq!(project.modified("specs/.schema/api.json").unwrap(), before);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let project = Project::empty(DOCWRIGHT).unwrap();
    let mut command = project.command();
    let mut child = command.args(["explain", "--all"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 16];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr.as_slice()), (Some(0), &b""[..]));
}

#[cfg(unix)]
#[test]
fn what_is_not_utf_8_is_an_error_and_no_panic() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let project = Project::empty(DOCWRIGHT).unwrap();
    let name = OsStr::from_bytes(b"caf\xe9");
    let folder = project.path("").join(name);
    std::fs::create_dir(&folder).unwrap();
    for command in [
        project.command().arg(name),
        project.command().arg("--specs").arg(name),
        project.command().arg("explain").arg(name),
        project.command().current_dir(&folder),
    ] {
        let run = run(command).unwrap();
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert!(run.stderr.starts_with("error") && !run.stderr.contains("panicked"), "{}", run.stderr);
    }
}
