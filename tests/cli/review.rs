//! `docwright diff` and `docwright accept`, as reviewers use them: folders, revisions of git, acceptances, changelogs.

use std::process::Command;

use docwright_tests::project::{Project, Run, run};
use serde_json::Value;

use crate::{DOCWRIGHT, git};

const NOTE: &str = "specs/pland/send_note.yaml";

/// The specs of the repository under git, with a commit on `main`.
struct Repository {
    project: Project,
}

impl Repository {
    fn new() -> Self {
        Self { project: git::repository() }
    }

    fn git(&self, arguments: &[&str]) -> String {
        git::git(&self.project, arguments)
    }

    fn commit(&self, message: &str) {
        git::commit(&self.project, message);
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.project.run(arguments).unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let run = self.run(&[arguments, &["--format", "json"]].concat());
        assert_eq!(run.stderr, "");
        serde_json::from_str(&run.stdout).unwrap()
    }

    /// Gives an endpoint another method, which breaks.
    fn edit(&self) {
        let text = self.project.read(NOTE).unwrap();
        assert!(text.contains("method: POST"));
        self.project.replace(NOTE, "method: POST", "method: PUT").unwrap();
    }
}

fn ids(said: &Value) -> Vec<&str> {
    said["diagnostics"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

/// What was not compared is no change.
#[test]
fn what_cannot_be_compared_is_said_to_be_wrong() {
    let repository = Repository::new();
    let lost = repository.run(&["diff", "main", "--specs", "lost"]);
    assert_eq!(lost.code, 1);
    assert!(lost.stderr.starts_with("error[no-specs]: `lost` holds no docwright.yaml\n"), "{}", lost.stderr);
    repository.project.write(NOTE, "method: [\n").unwrap();
    for old in ["main", "v0"] {
        let comment = repository.run(&["diff", old, "--format", "markdown"]);
        assert_eq!(comment.code, 1);
        assert!(comment.stdout.contains("\n## docwright diff: 1 error\n"), "{}", comment.stdout);
    }
}

#[test]
fn a_revision_is_read_and_the_work_tree_left_alone() {
    let repository = Repository::new();
    let run = repository.run(&["diff", "main"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "no difference\n", ""));
    repository.edit();
    let before = (repository.git(&["status", "--porcelain"]), repository.project.files("").unwrap().len());
    let named = ["main", "HEAD", "HEAD:specs", "main:specs/", "main:./specs", "main:specs/docwright.yaml"];
    for old in named.into_iter().chain(["main^{commit}", ":/first", "HEAD^{/fir}:specs", "main@{2099-01-01 10:00}"]) {
        let run = repository.run(&["diff", old]);
        assert_eq!(run.code, 1, "{old}: {}{}", run.stdout, run.stderr);
        assert!(run.stderr.contains("error[method-changed]: pland/send_note"), "{old}: {}", run.stderr);
        assert!(run.stderr.contains(":specs/pland/send_note.yaml"), "the old file is named: {}", run.stderr);
    }
    assert_eq!(before, (repository.git(&["status", "--porcelain"]), repository.project.files("").unwrap().len()));
    repository.commit("second");
    assert_eq!(repository.run(&["diff", "HEAD"]).code, 0);
    assert!(ids(&repository.json(&["diff", "HEAD~1", "HEAD"])).contains(&"method-changed"));
}

#[test]
fn what_is_no_revision_is_told_with_the_way_out() {
    let repository = Repository::new();
    for (old, says) in [
        ("nosuch", "git knows no revision `nosuch`"),
        ("--upload-pack=touch stolen", "git knows no revision"),
        ("HEAD:elsewhere", "the revision `HEAD` has no `elsewhere/docwright.yaml`"),
        (":(glob)**", "`:(glob)**` names no revision"),
        (":specs", "a revision stands in front of the colon"),
        ("HEAD~1..HEAD", "two revisions are two arguments: `docwright diff HEAD~1 HEAD`"),
        ("main...HEAD", "`docwright diff $(git merge-base main HEAD) HEAD`"),
        ("HEAD:../elsewhere", "`HEAD:../elsewhere` leads out of the repository"),
        ("", "no old specs are named"),
    ] {
        let run = repository.run(&["diff", "--", old]);
        assert_ne!(run.code, 0, "{old}");
        assert!(run.stderr.contains(says), "{old}: {}", run.stderr);
    }
    repository.edit();
    repository.commit("second");
    let shallow = Project::empty(DOCWRIGHT).unwrap();
    let url = format!("file://{}", repository.project.path("").display());
    let clone =
        Command::new("git").args(["clone", "--quiet", "--depth", "1", &url]).arg(shallow.path("clone")).status();
    assert!(clone.unwrap().success());
    let run = run(shallow.command().current_dir(shallow.path("clone")).args(["diff", "HEAD~1"])).unwrap();
    assert!(run.stderr.contains("this clone is shallow"), "{}", run.stderr);
    let alone = Project::of_repository(DOCWRIGHT).unwrap();
    let run = alone.run(["diff", "main"]).unwrap();
    assert!(run.stderr.contains("outside of a repository of git, two folders are compared"), "{}", run.stderr);
}

#[test]
fn an_accepted_change_is_accepted_once_and_for_that_change_alone() {
    let repository = Repository::new();
    repository.edit();
    let found = repository.json(&["diff", "main"]);
    let changes = found["diagnostics"].as_array().unwrap();
    let change = changes.iter().find(|one| one["id"] == "method-changed").unwrap();
    let mark = change["effect"]["fingerprint"].as_str().unwrap().to_owned();
    let run = repository.run(&["accept", &mark[..6], "--reason", "The page was wrong: nobody could POST."]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let project = repository.project.read("specs/docwright.yaml").unwrap();
    assert!(project.contains(&format!("\naccepted:\n  {mark}:\n    rule: method-changed\n")), "{project}");
    let run = repository.run(&["diff", "main"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(repository.run(&["check"]).code, 1, "the crate is to be written, and nothing else is wrong");

    // Another change at the same place is not the one that was accepted, which is of nothing now.
    repository.project.replace(NOTE, "method: PUT", "method: PATCH").unwrap();
    let run = repository.run(&["diff", "main"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("error[unused-acceptance]") && run.stderr.contains("error[method-changed]"));

    // What the old specs accepted is history.
    repository.project.replace(NOTE, "method: PATCH", "method: PUT").unwrap();
    repository.commit("second");
    assert_eq!(ids(&repository.json(&["diff", "HEAD"])), [""; 0]);

    let run = repository.run(&["accept", "ffff", "--reason", "Why not."]);
    assert!(run.code != 0 && run.stderr.contains("no change since `main` has the mark `ffff`"), "{}", run.stderr);
}

#[test]
fn a_changelog_says_what_the_version_must_be() {
    let repository = Repository::new();
    repository.edit();
    let run = repository.run(&["diff", "main", "--changelog"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.starts_with("## 0.1.1\n\n### Breaking\n\n- `pland/send_note: method`: "), "{}", run.stdout);
}

#[test]
fn the_worst_is_told_first_and_alone_asks_to_be_accepted() {
    let repository = Repository::new();
    let edit = |path: &str, from: &str, to: &str| repository.project.replace(path, from, to).unwrap();
    edit("specs/ninety_nine_digital/create_message.yaml", "doc: ", "doc: Now ");
    edit("specs/omnidesk/create_message.yaml", "      doc: The text.", "      max_length: 500\n      doc: The text.");
    repository.edit();
    repository.commit("second");
    let comparison = ["diff", "HEAD~1", "HEAD"];
    let order = ["method-changed", "upper-bound-set", "version-too-low", "documentation-changed"];
    let told = repository.json(&comparison);
    let mut found = ids(&told);
    found.dedup();
    assert_eq!(found, order);
    let human = repository.run(&comparison);
    assert!(human.stdout.starts_with("breaking differences: 1 breaking, 1 to look at, "), "{}", human.stdout);
    let markdown = repository.run(&[comparison.as_slice(), &["--format", "markdown"]].concat()).stdout;
    let html = repository.run(&[comparison.as_slice(), &["--format", "html"]].concat()).stdout;
    for text in [&human.stderr, &markdown, &html] {
        let places: Vec<usize> = order.iter().map(|id| text.find(id).unwrap()).collect();
        assert!(places.is_sorted(), "{places:?} in {text}");
        assert_eq!(text.matches("docwright accept").count(), 1, "{text}");
    }
    let annotations = repository.run(&[comparison.as_slice(), &["--format", "github"]].concat()).stdout;
    assert!(annotations.starts_with("::error file=specs/pland/send_note.yaml,line="), "{annotations}");
}

#[test]
fn before_the_first_specs_there_is_nothing() {
    let repository = Repository::new();
    repository.git(&["checkout", "--quiet", "--orphan", "bare"]);
    repository.git(&["rm", "--quiet", "-r", "--cached", "."]);
    repository.git(&["commit", "--quiet", "--allow-empty", "--message", "nothing"]);
    repository.git(&["add", "--all"]);
    // Specs that come from elsewhere bring what was accepted there.
    let accepted = "\naccepted:\n  5d0c8a51f3e92b74:\n    rule: method-changed\n    at: 'pland/send_note: method'\n    \
                    old: 'method: PUT'\n    new: 'method: POST'\n    reason: It was wrong.\n";
    let project = repository.project.read("specs/docwright.yaml").unwrap() + accepted;
    std::fs::write(repository.project.path("specs/docwright.yaml"), project).unwrap();
    let run = repository.run(&["diff", "bare"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("`bare` has no specs: all of these are new\n"), "{}", run.stdout);
    let found = repository.json(&["diff", "bare"]);
    assert_eq!(ids(&found), ["api-added"; 4], "the first version may be any");
    // What was named was looked for.
    let run = repository.run(&["diff", "bare:specs"]);
    assert!(
        run.code != 0 && run.stderr.contains("the revision `bare` has no `specs/docwright.yaml`"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_change_that_is_made_again_is_accepted_again() {
    let repository = Repository::new();
    let mark = |old: &str| {
        let found = repository.json(&["diff", old]);
        let changes = found["diagnostics"].as_array().unwrap().clone();
        let change = changes.into_iter().find(|one| one["id"] == "method-changed").unwrap();
        change["effect"]["fingerprint"].as_str().unwrap().to_owned()
    };
    let first = "The page was wrong.";
    repository.edit();
    let fingerprint = mark("main");
    assert_eq!(repository.run(&["accept", &fingerprint, "--reason", first]).code, 0);
    repository.commit("accepted");
    repository.project.replace(NOTE, "method: PUT", "method: POST").unwrap();
    repository.commit("taken back");
    repository.edit();
    assert_eq!(mark("main"), fingerprint, "it is the same change");
    assert_eq!(repository.run(&["diff", "main"]).code, 1, "what was accepted then is history");
    let run = repository.run(&["accept", &fingerprint, "--reason", first]);
    assert!(run.code != 0 && run.stderr.contains("was accepted before for the same reason"), "{}", run.stderr);
    let run = repository.run(&["accept", &fingerprint, "--reason", "It was right after all."]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let run = repository.run(&["diff", "main"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with("only accepted and safe differences: 1 accepted, 1 in all\n"), "{}", run.stdout);
    let project = repository.project.read("specs/docwright.yaml").unwrap();
    assert_eq!(project.matches(&fingerprint).count(), 1, "{project}");
}

#[test]
fn what_is_gone_is_told_with_where_it_stood() {
    let repository = Repository::new();
    std::fs::remove_file(repository.project.path("specs/omnidesk/create_message.yaml")).unwrap();
    let formats = ["human", "github", "sarif", "markdown", "html"].map(|format| {
        let run = repository.run(&["diff", "main", "--format", format]);
        (format, run.stdout + &run.stderr)
    });
    for (format, text) in formats {
        let text = text.replace("\\_", "_");
        assert!(text.contains("main:specs/omnidesk/create_message.yaml"), "{format}: {text}");
        assert!(text.contains("specs/omnidesk/api.yaml"), "{format}: {text}");
    }
}

#[test]
fn an_endpoint_that_seems_to_have_another_name_is_asked_for() {
    let repository = Repository::new();
    let specs = repository.project.path("specs/omnidesk");
    std::fs::rename(specs.join("create_message.yaml"), specs.join("add_message.yaml")).unwrap();
    repository.project.replace("specs/omnidesk/add_message.yaml", "min_length: 5", "min_length: 6").unwrap();
    let run = repository.run(&["diff", "main"]);
    let way_out = "where `add_message` is the same one, write `renamed_from: create_message` in its file";
    assert!(run.stderr.contains(way_out), "{}", run.stderr);
}

#[test]
fn the_command_that_accepts_is_one_for_a_shell() {
    let repository = Repository::new();
    repository.edit();
    let run = repository.run(&["diff", "HEAD^{/fi}"]);
    assert!(run.stderr.contains(" --against 'HEAD^{/fi}' --reason"), "{}", run.stderr);
}

#[test]
fn whom_a_change_reaches_is_told_in_every_format() {
    let repository = Repository::new();
    repository.project.replace("specs/pland/api.yaml", "header: x-API-Key", "query: key").unwrap();
    for format in ["human", "github", "sarif", "markdown", "html"] {
        let run = repository.run(&["diff", "main", "--format", format]);
        let text = (run.stdout + &run.stderr).replace("\\_", "_");
        assert!(text.contains("reaches 1 endpoint: send_note"), "{format}: {text}");
    }
    let found = repository.json(&["diff", "main"]);
    assert_eq!(found["diagnostics"][0]["effect"]["endpoints"], serde_json::json!(["send_note"]));
}
