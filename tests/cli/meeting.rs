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

/// What is called by the action beside docwright, and writes down how; `gh` answers from files beside it.
#[cfg(unix)]
const TOOLS: [(&str, &str); 3] = [
    (
        "gh",
        "printf '%s\n' \"$*\" >> calls\n\
         case \"$*\" in\n\
         *graphql*) echo 'github-actions[bot]';;\n\
         *--paginate*) cat comments 2> /dev/null || true;;\n\
         *) if [ -e forbidden ]; then echo 'gh: Resource not accessible by integration (HTTP 403)' >&2; exit 1; fi;;\n\
         esac\n",
    ),
    ("cargo", "printf '%s\n' \"$PWD: cargo $*\"\n"),
    ("rustc", "echo 'rustc 1.90.0'\n"),
];

/// The steps of the action, in their order.
#[cfg(unix)]
fn steps() -> Vec<Value> {
    definition("action.yml")["runs"]["steps"].as_sequence().unwrap().clone()
}

/// Runs a step of the action as a runner does, in the folder of the project or, where the step says so, in that of the
/// action.
#[cfg(unix)]
fn step(project: &Project, name: &str, variables: &[(&str, &str)]) -> Run {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let steps = steps();
    let step = steps.iter().find(|step| step["name"] == name).unwrap();
    let tools = project.path("tools");
    if !tools.exists() {
        fs::create_dir_all(&tools).unwrap();
        symlink(DOCWRIGHT, tools.join("docwright")).unwrap();
        for (tool, script) in TOOLS {
            project.write(&format!("tools/{tool}"), format!("#!/bin/sh\n{script}")).unwrap();
            fs::set_permissions(tools.join(tool), fs::Permissions::from_mode(0o755)).unwrap();
        }
    }
    let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap());
    let folder = match step["working-directory"].as_str() {
        None => "",
        Some(folder) => {
            assert_eq!(folder, "${{ github.action_path }}");
            "action"
        }
    };
    let mut command = Command::new("bash");
    command
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"].as_str().unwrap()])
        .current_dir(project.path(folder))
        .env("PATH", path);
    for name in ["GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GITHUB_PATH"] {
        command.env(name, project.path(name));
    }
    command.env("RUNNER_TEMP", tools.parent().unwrap());
    run(command.envs(variables.iter().copied())).unwrap()
}

#[cfg(unix)]
const REVIEW: [(&str, &str); 2] = [("BASE", "main"), ("SPECS", "specs")];

/// Runs the step that comments; how `gh` was called.
#[cfg(unix)]
fn commented(project: &Project) -> (Run, String) {
    _ = project.remove("calls");
    let run = step(project, "Keep one comment up to date", &[("REPOSITORY", "o/r"), ("PULL_REQUEST", "7")]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let calls = project.read("calls").unwrap();
    (run, calls.lines().filter(|call| call.contains("--method")).collect::<Vec<_>>().join("\n"))
}

#[cfg(unix)]
#[test]
fn the_action_annotates_comments_and_fails() {
    let project = changed();
    let review = step(&project, "Review the specs", &REVIEW);
    assert_eq!(review.code, 0, "{}", review.stderr);
    assert!(review.stdout.contains("::error file=specs/pland/send_note.yaml,line="), "{}", review.stdout);
    let comment = project.read("docwright.md").unwrap();
    assert!(comment.starts_with("<!-- docwright -->\n") && comment.contains("method-changed"), "{comment}");
    assert_eq!(project.read("GITHUB_STEP_SUMMARY").unwrap(), comment);
    assert_eq!(project.read("GITHUB_OUTPUT").unwrap(), "code=1\n");

    let (_, calls) = commented(&project);
    assert!(calls.starts_with("api --method POST repos/o/r/issues/7/comments --field body=@"), "{calls}");
    project.write("comments", "github-actions[bot] 41\ngithub-actions[bot] 42\n").unwrap();
    let (_, calls) = commented(&project);
    assert!(calls.starts_with("api --method PATCH repos/o/r/issues/comments/41 --field body=@"), "{calls}");

    assert_eq!(step(&project, "Fail where something breaks", &[("CODE", "1")]).code, 1);
    assert_eq!(step(&project, "Fail where something breaks", &[("CODE", "0")]).code, 0);
    let annotates = |step: &&Value| step["run"].as_str().is_some_and(|run| run.contains("--format github"));
    assert_eq!(steps().iter().filter(annotates).count(), 1, "GitHub counts annotations by step");
}

/// Who quotes the comment has one that begins as it does.
#[cfg(unix)]
#[test]
fn the_action_writes_no_comment_of_somebody_else() {
    let project = changed();
    step(&project, "Review the specs", &REVIEW);
    project.write("comments", "author-of-a-fork 40\nnull 41\ngithub-actions 42\n").unwrap();
    let (_, calls) = commented(&project);
    assert!(calls.starts_with("api --method POST ") && calls.lines().count() == 1, "{calls}");
    project.write("comments", "author-of-a-fork 40\ngithub-actions[bot] 43\n").unwrap();
    let (_, calls) = commented(&project);
    assert!(calls.starts_with("api --method PATCH repos/o/r/issues/comments/43 "), "{calls}");
}

#[cfg(unix)]
#[test]
fn where_nothing_differs_the_action_begins_no_comment() {
    let project = git::repository();
    step(&project, "Review the specs", &REVIEW);
    assert_eq!(commented(&project).1, "");
    project.write("comments", "github-actions[bot] 41\n").unwrap();
    let (_, calls) = commented(&project);
    assert!(calls.starts_with("api --method PATCH "), "what is there is kept up to date: {calls}");
}

/// A pull request from a fork comes with a token that can only read.
#[cfg(unix)]
#[test]
fn a_token_that_may_not_comment_fails_no_review() {
    let project = changed();
    step(&project, "Review the specs", &REVIEW);
    let comment = project.read("docwright.md").unwrap();
    project.write("forbidden", "").unwrap();
    let (run, calls) = commented(&project);
    assert!(calls.contains("--method POST"), "{calls}");
    assert!(run.stdout.starts_with("::warning title=docwright::") && run.stdout.lines().count() == 1, "{}", run.stdout);
    let summary = project.read("GITHUB_STEP_SUMMARY").unwrap();
    let added = summary.strip_prefix(&comment).unwrap();
    assert!(added.contains("was not written") && added.contains("from a fork"), "{added}");
    assert!(run.stderr.contains("HTTP 403"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn no_input_of_the_action_is_read_by_the_shell() {
    for step in steps() {
        let script = step["run"].as_str().unwrap_or_default();
        assert!(!script.contains("${{"), "{script}");
    }
    let project = changed();
    for (base, specs) in [("$(touch owned)", "specs"), ("main", "specs'; touch owned; '"), ("--help", "specs")] {
        let review = step(&project, "Review the specs", &[("BASE", base), ("SPECS", specs)]);
        assert_eq!(review.code, 0, "{}", review.stderr);
        assert!(!project.path("owned").exists(), "{base} {specs}");
        let comment = project.read("docwright.md").unwrap();
        assert!(comment.starts_with("<!-- docwright -->\n") && comment.contains("**error** [<code>no-"), "{comment}");
    }
    assert_eq!(project.read("GITHUB_OUTPUT").unwrap(), "code=1\n".repeat(3));
}

/// What the repository under review says of its own toolchain is not for docwright.
#[cfg(unix)]
#[test]
fn the_action_builds_in_its_own_folder_what_is_not_in_the_cache() {
    let project = changed();
    for (path, text) in [("Cargo.toml", "[workspace]\n"), ("Cargo.lock", ""), ("generator/src/main.rs", "fn main() {}")]
    {
        project.write(&format!("action/{path}"), text).unwrap();
    }
    let key = || {
        _ = project.remove("GITHUB_OUTPUT");
        assert_eq!(step(&project, "Name the build", &[]).code, 0);
        let output = project.read("GITHUB_OUTPUT").unwrap();
        let key = output.trim_end().strip_prefix("key=").unwrap().to_owned();
        assert!(key.len() == 40 && key.bytes().all(|byte| byte.is_ascii_hexdigit()), "{key}");
        key
    };
    let first = key();
    project.write("of_the_project", "").unwrap();
    assert_eq!(key(), first);
    let mut keys = vec![first];
    for (path, text) in [
        ("action/generator/src/main.rs", "fn main() { }"),
        ("action/generator/src/other.rs", ""),
        ("action/Cargo.lock", "version = 4"),
        ("tools/rustc", "#!/bin/sh\necho 'rustc 1.91.0'\n"),
    ] {
        project.write(path, text).unwrap();
        let key = key();
        assert!(!keys.contains(&key), "{path}");
        keys.push(key);
    }

    let steps = steps();
    let place = |wanted: &str| steps.iter().position(|step| step["name"] == wanted).unwrap();
    let cache = &steps[place("Fetch what was built before")];
    assert!(cache["uses"].as_str().unwrap().starts_with("actions/cache@"));
    assert_eq!(cache["with"]["path"], "${{ runner.temp }}/docwright");
    assert!(cache["with"]["key"].as_str().unwrap().ends_with("-${{ steps.build.outputs.key }}"));
    let install = step(&project, "Install docwright", &[]);
    let (root, action) = (project.path("docwright"), project.path("action").canonicalize().unwrap());
    let called = "cargo install --locked --path generator --root";
    assert_eq!(install.stdout, format!("{}: {called} {}\n", action.display(), root.display()));
    let bin = format!("{}\n", root.join("bin").display());
    assert!(project.read("GITHUB_PATH").unwrap().ends_with(&bin), "where cargo installs it, later steps find it");
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
