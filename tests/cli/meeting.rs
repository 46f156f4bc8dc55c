//! Where reviewers meet docwright, as far as that runs here: the scripts of the action, the hooks, the diff of git.

use std::fs;
use std::process::Command;

use docwright_tests::project::{Project, Run, repository, run};
use serde_yaml::Value;

use crate::git::git;
use crate::{DOCWRIGHT, git};

fn definition(file: &str) -> Value {
    serde_yaml::from_str(&fs::read_to_string(repository().join(file)).unwrap()).unwrap()
}

/// The specs of the repository under git, with a change that breaks.
fn changed() -> Project {
    let project = git::repository();
    project.replace("specs/pland/send_note.yaml", "method: POST", "method: PUT").unwrap();
    project
}

/// Runs a step of the action with `docwright` and a `gh` that writes down how it was called.
#[cfg(unix)]
fn step(project: &Project, name: &str, variables: &[(&str, &str)]) -> Run {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let action = definition("action.yml");
    let steps = action["runs"]["steps"].as_sequence().unwrap();
    let script = steps.iter().find(|step| step["name"] == name).unwrap()["run"].as_str().unwrap().to_owned();
    let tools = project.path("tools");
    if !tools.exists() {
        fs::create_dir_all(&tools).unwrap();
        symlink(DOCWRIGHT, tools.join("docwright")).unwrap();
        let gh = "#!/bin/sh\nprintf '%s\\n' \"$*\" >> calls\ncase \"$*\" in *--paginate*) cat comments 2> /dev/null;; esac\nexit 0\n";
        project.write("tools/gh", gh).unwrap();
        fs::set_permissions(tools.join("gh"), fs::Permissions::from_mode(0o755)).unwrap();
    }
    let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap());
    let mut command = Command::new("bash");
    command
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &script])
        .current_dir(project.path(""))
        .env("PATH", path);
    for name in ["RUNNER_TEMP", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"] {
        command.env(name, project.path(if name == "RUNNER_TEMP" { "" } else { name }));
    }
    run(command.envs(variables.iter().copied())).unwrap()
}

#[cfg(unix)]
#[test]
fn the_action_annotates_comments_and_fails() {
    let project = changed();
    let review = step(&project, "Review the specs", &[("BASE", "main"), ("SPECS", "specs")]);
    assert_eq!(review.code, 0, "{}", review.stderr);
    assert!(review.stdout.contains("::error file=specs/pland/send_note.yaml,line="), "{}", review.stdout);
    let comment = project.read("docwright.md").unwrap();
    assert!(comment.starts_with("<!-- docwright -->\n") && comment.contains("method-changed"), "{comment}");
    assert_eq!(project.read("GITHUB_STEP_SUMMARY").unwrap(), comment);
    assert_eq!(project.read("GITHUB_OUTPUT").unwrap(), "code=1\n");

    let variables = [("REPOSITORY", "o/r"), ("PULL_REQUEST", "7")];
    let keep = step(&project, "Keep one comment up to date", &variables);
    assert_eq!(keep.code, 0, "{}", keep.stderr);
    let calls = project.read("calls").unwrap();
    assert!(calls.contains("api --method POST repos/o/r/issues/7/comments --field body=@"), "{calls}");
    project.write("comments", "41\n42\n").unwrap();
    step(&project, "Keep one comment up to date", &variables);
    let calls = project.read("calls").unwrap();
    assert!(calls.contains("api --method PATCH repos/o/r/issues/comments/41 --field body=@"), "{calls}");

    assert_eq!(step(&project, "Fail where something breaks", &[("CODE", "1")]).code, 1);
    assert_eq!(step(&project, "Fail where something breaks", &[("CODE", "0")]).code, 0);
}

#[test]
fn hooks_call_what_there_is() {
    let hooks = definition(".pre-commit-hooks.yaml");
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    project.run(["generate"]).unwrap();
    for hook in hooks.as_sequence().unwrap() {
        let entry = hook["entry"].as_str().unwrap();
        let arguments: Vec<&str> = entry.split(' ').skip(1).collect();
        let takes_files = hook["pass_filenames"] != Value::Bool(false);
        let files: &[&str] = if takes_files { &["specs/pland/send_note.yaml"] } else { &[] };
        let run = project.run(arguments.iter().chain(files)).unwrap();
        assert_eq!(run.code, 0, "{entry}: {}{}", run.stdout, run.stderr);
    }
}

#[test]
fn a_diff_names_the_entry_that_it_is_in() {
    let project = changed();
    let page = fs::read_to_string(repository().join("docs/review.md")).unwrap();
    let pattern = page.split("diff.docwright.xfuncname '").nth(1).and_then(|rest| rest.split('\'').next()).unwrap();
    project.write(".gitattributes", "specs/**/*.yaml diff=docwright\n").unwrap();
    git(&project, &["config", "diff.docwright.xfuncname", pattern]);
    let note = project.read("specs/omnidesk/create_message.yaml").unwrap();
    project.write("specs/omnidesk/create_message.yaml", note.replacen("encode: comma", "encode: repeat", 1)).unwrap();
    let diff = git(&project, &["diff", "--unified=0", "--", "specs/omnidesk"]);
    assert!(diff.lines().any(|line| line.starts_with("@@") && line.ends_with("toAddress:")), "{diff}");
}
