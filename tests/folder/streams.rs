//! Standard output that is closed, full, or read by nobody.

use std::fs::File;
use std::process::Stdio;

use crate::scene::{Scene, ended};

const TALKERS: [(&[&str], i32); 8] = [
    (&["language"], 0),
    (&["completions", "bash"], 0),
    (&["man"], 0),
    (&["explain", "--all"], 0),
    (&["list"], 0),
    (&["check"], 0),
    (&["show", "example/create_note"], 0),
    (&["no-such-command"], 2),
];

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let scene = Scene::new();
    for (arguments, code) in TALKERS {
        // The reading end of each pipe is closed before docwright says anything.
        let mut command = scene.project.command();
        let mut child = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop((child.stdout.take(), child.stderr.take()));
        assert_eq!(ended(&mut child, &arguments), code, "{arguments:?}");
    }
}

#[test]
fn an_output_that_is_full_is_told() {
    if File::options().write(true).open("/dev/full").is_err() {
        eprintln!("skipped: there is no /dev/full");
        return;
    }
    let scene = Scene::new();
    for (arguments, _) in TALKERS.iter().filter(|(_, code)| *code == 0) {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = scene.project.command().args(*arguments).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("error: cannot print: ") && !said.contains("panicked"), "{said}");
    }
    // What it was to do is done all the same.
    scene.second();
    let full = File::options().write(true).open("/dev/full").unwrap();
    let status = scene.project.command().stdout(full).stderr(Stdio::null()).status().unwrap();
    assert_eq!(status.code(), Some(2));
    scene.fine(&["check"]);
}
