//! `docwright new`: skeletons of endpoints, from nothing and from curl commands.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Stdio;

use docwright_tests::project::{Project, Run, repository};

use crate::DOCWRIGHT;

const PAGE: &str = "https://example.com/docs/notes";

fn project() -> Project {
    let project = Project::empty(DOCWRIGHT).unwrap();
    assert_eq!(project.run(["init"]).unwrap().code, 0);
    project
}

/// Runs `docwright new` with a curl command on standard input.
fn new(project: &Project, arguments: &[&str], curl: &str) -> Run {
    let mut command = project.command();
    command.arg("new").args(arguments).args(["--curl", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(curl.as_bytes()).unwrap();
    let ended = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: ended.status.code().unwrap(), stdout: text(ended.stdout), stderr: text(ended.stderr) }
}

#[test]
fn a_curl_command_becomes_an_endpoint_that_generates() {
    let project = project();
    let curl = "curl -s https://api.acme.example/v1/users/17/notes -H 'Authorization: Bearer hunter2' \
                --json '{\"text\": \"Hi\", \"size\": 3}'";
    let run = new(&project, &["acme/add_note", "--page", PAGE], curl);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.stdout, "Wrote `specs/acme/add_note.yaml`\nWrote `specs/acme/api.yaml`\n");
    assert!(run.stderr.starts_with("To know:\n  - `-s` of curl was left out"), "{}", run.stderr);
    let endpoint = project.read("specs/acme/add_note.yaml").unwrap();
    for line in ["method: POST", "path: /v1/users/{user_id}/notes", "        user_id: 17", "        type: integer"] {
        assert!(endpoint.lines().any(|has| has == line), "{line}: {endpoint}");
    }
    assert!(project.read("specs/acme/api.yaml").unwrap().contains("scheme: Bearer"));
    let generated = project.run([""; 0]).unwrap();
    assert_eq!((generated.code, generated.stderr.as_str()), (0, ""));
    for (path, bytes) in project.files("").unwrap() {
        assert!(!bytes.windows(7).any(|seven| seven == b"hunter2"), "{path}");
    }
}

#[test]
fn beside_an_api_that_is_there_only_the_endpoint_is_written() {
    let project = project();
    project
        .replace("specs/example/api.yaml", "url: https://api.example.com", "url: https://api.example.com/v2")
        .unwrap();
    let before = project.read("specs/example/api.yaml").unwrap();
    let run =
        new(&project, &["example/get_note"], "curl https://api.example.com/v2/notes/4 -H 'authorization: bearer x'");
    assert_eq!((run.code, run.stderr.as_str(), run.stdout.as_str()), (0, "", "Wrote `specs/example/get_note.yaml`\n"));
    assert!(project.read("specs/example/get_note.yaml").unwrap().contains("\npath: /notes/{note_id}\n"));

    let other = new(&project, &["example/list_notes"], "curl https://other.example/notes -H 'X-Api-Key: hunter2'");
    assert_eq!(other.code, 0, "{}", other.stderr);
    for told in ["`https://other.example`, which is no server of api.yaml", "header: X-Api-Key"] {
        assert!(other.stderr.contains(told) && !other.stderr.contains("hunter2"), "{}", other.stderr);
    }
    assert_eq!(project.read("specs/example/api.yaml").unwrap(), before);
}

#[test]
fn without_a_curl_command_what_is_not_said_is_to_be_decided() {
    let project = project();
    let run = project.run(["new", "acme/send_note"]).unwrap();
    assert_eq!(run.code, 1);
    for told in ["which page is transcribed", "the `method`: GET was written", "the `path`", "error[missing-key]"] {
        assert!(run.stderr.contains(told), "{told}: {}", run.stderr);
    }
    let path = "/chats/{chat_id}/notes";
    let run = project.run(["new", "example/send", "--method", "POST", "--path", path, "--page", PAGE]).unwrap();
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let json = project.run(["new", "example/again", "--format", "json"]).unwrap();
    let said: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(
        (said["created"][0].as_str(), said["decisions"].as_array().unwrap().len()),
        (Some("specs/example/again.yaml"), 2)
    );
}

#[test]
fn what_cannot_be_begun_is_told_and_nothing_is_written() {
    let project = project();
    let before = project.files("").unwrap();
    for (arguments, curl, told) in [
        (&["acme"][..], "curl https://a.example", "names no API"),
        (&["acme/sendNote"], "curl https://a.example", "lower-case words"),
        (&["acme/api"], "curl https://a.example", "cannot be the name of an endpoint"),
        (&["example/create_note"], "curl https://a.example", "is there already"),
        (&["acme/x"], "curl -d @hunter2 https://a.example", "a file (`@`)"),
        (&["acme/x"], "curl ^\"https://a.example^\" ^\n", "Copy as cURL (bash)"),
        (&["acme/x"], "wget https://hunter2.example", "no curl command"),
        (&["acme/x"], "curl ftp://hunter2.example", "none of HTTP"),
    ] {
        let run = new(&project, arguments, curl);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{curl}");
        assert!(run.stderr.contains(told) && !run.stderr.contains("hunter2"), "{}", run.stderr);
    }
    let missing = project.run(["new", "acme/x", "--curl", "nowhere.txt"]).unwrap();
    assert!(missing.code == 2 && missing.stderr.contains("nowhere.txt"), "{}", missing.stderr);
    assert_eq!(project.files("").unwrap(), before);
}

/// The curl command of a page of Rocket.Chat's.
fn curl_of(page: &str) -> Option<&str> {
    let from = page.find("```bash\ncurl").or_else(|| page.find("\ncurl "))?;
    let text = page[from..].trim_start_matches("```bash").trim_start();
    text.find("```").map(|end| &text[..end])
}

fn pages(folder: &PathBuf, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            pages(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
}

#[test]
fn the_samples_of_a_vendor_are_read() {
    let corpus = repository().join("../shared/corpora/rocketchat-pages");
    if !corpus.is_dir() {
        eprintln!("skipped: {} is not there", corpus.display());
        return;
    }
    let mut paths = Vec::new();
    pages(&corpus, &mut paths);
    paths.sort();
    let project = project();
    let (mut read, mut refused) = (0, Vec::new());
    for path in paths {
        let page = std::fs::read_to_string(&path).unwrap();
        let Some(curl) = curl_of(&page) else { continue };
        let run = new(&project, &[&format!("rocket/call_{read}"), "--page", PAGE], curl);
        assert!(!run.stderr.contains("panicked"), "{}: {}", path.display(), run.stderr);
        if run.code == 2 { refused.push(format!("{}: {}", path.display(), run.stderr)) } else { read += 1 }
    }
    // Uploads of files, and what is no command of a shell.
    assert!(read > 20 && refused.len() < 6, "{read} read; {refused:#?}");
}
