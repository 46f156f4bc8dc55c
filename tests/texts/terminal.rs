//! What people see of the texts on a terminal, and what programs read: no text steers the one or breaks the other.

use std::ffi::OsStr;
use std::fs;
use std::process::Command;

use docwright_tests::project::{Run, run};
use serde_json::Value;

use crate::DOCWRIGHT;
use crate::hostile::{is_hidden, texts};
use crate::places::mixed;
use crate::template::{Specs, Template, Texts};

/// How many projects are shown, each with other texts in its slots.
const PROJECTS: usize = 3;
/// How many projects with whatever is refused.
const MISTAKEN: usize = 8;

fn docwright(specs: &Specs, arguments: &[&OsStr]) -> Run {
    let root = specs.path().parent().unwrap().to_owned();
    run(Command::new(DOCWRIGHT).current_dir(root).args(arguments).args(["--color", "always"])).unwrap()
}

/// What is left without the colours, which docwright writes itself.
fn uncoloured(said: &str) -> String {
    let mut pieces = said.split("\u{1b}[");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        let digits = piece.trim_start_matches(|char: char| char.is_ascii_digit() || char == ';');
        text + digits.strip_prefix('m').unwrap_or(piece)
    })
}

/// Runs a command, and looks at what it says to people, and to programs.
fn look(specs: &Specs, arguments: &[&str], codes: &[i32]) {
    let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
    let ended = docwright(specs, &arguments);
    assert!(codes.contains(&ended.code), "{arguments:?}: {}{}", ended.stdout, ended.stderr);
    for said in [&ended.stdout, &ended.stderr] {
        let said = uncoloured(said);
        assert_eq!(said.lines().find(|line| line.contains(is_hidden)), None, "{arguments:?}");
    }
    let of_programs: Vec<&OsStr> = arguments.iter().copied().chain(["--format", "json"].map(OsStr::new)).collect();
    let ended = docwright(specs, &of_programs);
    assert!(codes.contains(&ended.code), "{of_programs:?}: {}{}", ended.stdout, ended.stderr);
    if !ended.stdout.is_empty() {
        serde_json::from_str::<Value>(&ended.stdout).unwrap_or_else(|error| panic!("{error}: {}", ended.stdout));
        assert_eq!(ended.stdout.lines().find(|line| line.contains(is_hidden)), None, "{of_programs:?}");
    }
    assert!(!uncoloured(&ended.stderr).replace('\n', "").contains(is_hidden), "{of_programs:?}: {:?}", ended.stderr);
}

#[test]
fn what_is_shown_of_specs_steers_no_terminal() {
    let (template, specs) = (Template::read(), Specs::new());
    for turn in 0..PROJECTS {
        let put = mixed(&template, &specs, turn);
        specs.write(&template.render(&put), "hostile");
        for arguments in [&["list"][..], &["show", "hostile/call"], &["show", "hostile/visit"], &["show", "hostile"]] {
            look(&specs, arguments, &[0]);
        }
        if let Some(example) = put.get("example name").filter(|name| !name.contains('\0')) {
            look(&specs, &["show", "hostile/call", &format!("--example={example}")], &[0]);
        }
        look(&specs, &["show", "hostile/call", "--example=no such"], &[2]);
        look(&specs, &["generate", "--dry-run"], &[0]);
        look(&specs, &["check"], &[1]);
    }
}

#[test]
fn what_is_said_of_mistakes_steers_no_terminal() {
    let (template, specs, texts) = (Template::read(), Specs::new(), texts());
    // Each text stands in other slots each time.
    for turn in 0..MISTAKEN {
        let text = |at: usize| texts[(at * 5 + turn * 11) % texts.len()].clone();
        let put: Texts = template.labels.keys().enumerate().map(|(at, label)| (label.clone(), text(at))).collect();
        specs.write(&template.render(&put), "hostile");
        look(&specs, &["check"], &[1, 2]);
    }
    look(&specs, &["list"], &[1]);
    look(&specs, &["generate"], &[1]);
}

#[test]
fn names_of_files_and_arguments_steer_no_terminal() {
    let (template, specs) = (Template::read(), Specs::new());
    specs.write(&template.render(&Texts::new()), "hostile");
    let is_name = |text: &String| !text.is_empty() && text.len() < 200 && !text.contains(['/', '\0']);
    for name in texts().iter().filter(|text| is_name(text)) {
        fs::write(specs.path().join(format!("hostile/{name}.yaml")), "doc: x\n").unwrap();
        fs::create_dir(specs.path().join(name)).unwrap();
        fs::write(specs.path().join(name).join("api.yaml"), "title: x\n").unwrap();
    }
    for command in ["check", "list", "generate"] {
        look(&specs, &[command], &[1, 2]);
    }
    let root = specs.path().parent().unwrap().to_owned();
    let odd = "sp\u{1b}[31m\u{202e}\u{9b}ecs";
    let plain = Specs::new();
    plain.write(&template.render(&Texts::new()), "hostile");
    fs::rename(plain.path(), root.join(odd)).unwrap();
    for command in ["generate", "check", "list", "schema"] {
        look(&specs, &[command, "--specs", odd], &[0]);
    }
    look(&specs, &["generate", "--dry-run", "--specs", odd, "--output", "out\u{1b}[31m\u{202e}"], &[0]);
    look(&specs, &["generate", "--specs", odd, "--output", "out\u{1b}[31m\u{202e}"], &[0]);
    for arguments in [
        &["show", "a\u{1b}[31m\u{202e}/b", "--specs", odd][..],
        &["show", "hostile/call", "--example", "a\u{1b}[31m\u{202e}", "--specs", odd],
        &["explain", "a\u{1b}[31m\u{202e}"],
        &["new", "a\u{1b}[31m\u{202e}/b", "--specs", odd],
        &["new", "hostile/a\u{1b}[31m\u{202e}", "--specs", odd],
        &["new", "hostile/a", "--curl", "a\u{1b}[31m\u{202e}", "--specs", odd],
        &["init", "a\u{1b}[31m\u{202e}", "--name", "a\u{1b}[31m\u{202e}"],
        &["check", "--specs", "a\u{1b}[31m\u{202e}"],
    ] {
        look(&specs, arguments, &[1, 2]);
    }
}
