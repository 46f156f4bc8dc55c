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
    for old in ["main", "HEAD", "HEAD:specs", "main:specs/", "main^{commit}"] {
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
        (":(glob)**", "git knows no revision"),
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
