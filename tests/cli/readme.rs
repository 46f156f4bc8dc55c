//! The README's sixth endpoint, made as the README says: its files are written, the crate is generated, the program runs.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::process::Command;
use std::thread;

use docwright_tests::project::{repository, run};

use crate::{alone, generated};

/// The blocks of a section, in order, without the blanks that a list puts before them.
fn blocks(text: &str, heading: &str) -> Vec<String> {
    let section = text.split_once(heading).unwrap().1;
    let section = section.split_once("\n## ").map_or(section, |(section, _)| section);
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    let mut fence = None;
    for line in section.lines() {
        let blanks = line.len() - line.trim_start().len();
        match (line.trim_start().starts_with("```"), fence) {
            (true, None) => {
                fence = Some(blanks);
                blocks.push(Vec::new());
            }
            (true, Some(_)) => fence = None,
            (false, Some(blanks)) => blocks.last_mut().unwrap().push(line.get(blanks..).unwrap_or_default()),
            (false, None) => {}
        }
    }
    blocks.into_iter().map(|lines| lines.join("\n") + "\n").collect()
}

/// A server for one call, which answers with a status and a text; gives its address, and what it was asked in the end.
fn stand_in(answer: String) -> (String, thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let serving = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut asked = Vec::new();
        let mut piece = [0; 4096];
        // The body is an object of JSON and the last thing that comes.
        while !asked.ends_with(b"}") {
            let read = stream.read(&mut piece).unwrap();
            assert!(read > 0, "{}", String::from_utf8_lossy(&asked));
            asked.extend_from_slice(&piece[..read]);
        }
        let length = answer.len();
        let head = "HTTP/1.1 201 Created\r\ncontent-type: application/json\r\nconnection: close";
        write!(stream, "{head}\r\ncontent-length: {length}\r\n\r\n{answer}").unwrap();
        String::from_utf8(asked).unwrap()
    });
    (address, serving)
}

#[test]
fn its_sixth_endpoint_is_generated_and_called() {
    let readme = fs::read_to_string(repository().join("README.md")).unwrap();
    let blocks = blocks(&readme, "## Add an endpoint");
    let [api, endpoint, _commands, program] = blocks.as_slice() else { panic!("other blocks than known: {blocks:#?}") };

    let project = generated();
    project.write("specs/json_placeholder/api.yaml", api).unwrap();
    project.write("specs/json_placeholder/create_post.yaml", endpoint).unwrap();
    let run_of = |command: &str| project.run([command]).unwrap();
    let generated = run_of("generate");
    assert_eq!(generated.code, 0, "{}", generated.stderr);
    assert!(generated.stdout.contains("5 APIs, 6 endpoints"), "{}", generated.stdout);
    assert_eq!(run_of("check").code, 0);

    let (address, serving) =
        stand_in(r#"{"id": 101, "title": "Hello", "body": "From docwright", "userId": 1}"#.to_owned());
    let manifest = r#"[package]
name = "hello"
version = "0.1.0"
edition = "2024"

[dependencies]
message-clients = { path = "../generated", features = ["json_placeholder", "ureq"] }

[workspace]
"#;
    // The server of the README is on the network; all else of the program is as it stands there.
    let here = program.replace(", PUBLIC}", "}").replace("(PUBLIC,", &format!("({address:?},"));
    assert_ne!(&here, program);
    project.write("hello/Cargo.toml", manifest).unwrap();
    project.write("hello/src/main.rs", here).unwrap();
    fs::copy(repository().join("Cargo.lock"), project.path("hello/Cargo.lock")).unwrap();
    alone::cargo(&project.path("hello"), &["build"]);
    let program = alone::target().join("debug/hello").with_extension(std::env::consts::EXE_EXTENSION);
    let ended = run(&mut Command::new(program)).unwrap();
    assert_eq!((ended.code, ended.stdout.trim()), (0, "Some(101)"), "{}", ended.stderr);
    let asked = serving.join().unwrap();
    assert!(asked.starts_with("POST /posts HTTP/1.1\r\n"), "{asked}");
    assert!(asked.ends_with(r#"{"title":"Hello","body":"From docwright","userId":1}"#), "{asked}");

    fs::remove_dir_all(project.path("specs/json_placeholder")).unwrap();
    assert_eq!(run_of("generate").code, 0);
    assert!(!project.path("generated/src/json_placeholder").exists(), "taken back");
}
