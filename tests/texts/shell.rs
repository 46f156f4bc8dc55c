//! `docwright show --format curl`: what a shell makes of it is what is sent.

use std::fs;
use std::process::Command;

use docwright_tests::project::run;
use tempfile::TempDir;

use crate::DOCWRIGHT;
use crate::places::mixed;
use crate::template::{Specs, Template};

/// How many projects are looked at, each with other texts in its slots.
const PROJECTS: usize = 4;

/// A program that prints its arguments, a NUL behind each, in place of curl.
const STUB: &str = "#!/bin/sh\nfor argument; do printf '%s\\0' \"$argument\"; done\n";

fn show(specs: &Specs, endpoint: &str, format: &str) -> String {
    let arguments = ["show", endpoint, "--format", format];
    let ended = run(Command::new(DOCWRIGHT).current_dir(specs.path()).args(["--specs", "."]).args(arguments)).unwrap();
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{arguments:?}");
    ended.stdout
}

/// The arguments that curl is given.
fn arguments(command: &str, stub: &TempDir) -> Vec<String> {
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", command]).current_dir(stub.path()).env("PATH", stub.path()).env("HOSTILE_KEY", "it's \"a\" $key");
    let ended = run(&mut shell).unwrap();
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{command}");
    ended.stdout.split_terminator('\0').map(str::to_owned).collect()
}

#[cfg(unix)]
#[test]
fn a_shell_gives_curl_what_is_sent() {
    use std::os::unix::fs::PermissionsExt as _;

    let (template, specs, stub) = (Template::read(), Specs::new(), TempDir::new().unwrap());
    let path = stub.path().join("curl");
    fs::write(&path, STUB).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    for turn in 0..PROJECTS {
        let put = mixed(&template, &specs, turn);
        specs.write(&template.render(&put), "hostile");
        for endpoint in ["hostile/call", "hostile/visit"] {
            let (http, command) = (show(&specs, endpoint, "http"), show(&specs, endpoint, "curl"));
            let given = arguments(&command, &stub);
            let after = |option: &str| {
                let pairs = given.windows(2).filter(|pair| pair[0] == option).map(|pair| pair[1].clone());
                pairs.collect::<Vec<_>>()
            };
            let (head, body) = http.split_once("\r\n\r\n").unwrap();
            let mut lines = head.split("\r\n");
            let request: Vec<&str> = lines.next().unwrap().split(' ').collect();
            let headers: Vec<String> = lines.map(str::to_owned).collect();
            assert_eq!(after("--request"), [request[0]], "{command}");
            let host = headers.iter().find_map(|line| line.strip_prefix("host: ")).unwrap();
            // The one argument of no option.
            let address = given.iter().find(|argument| argument.contains("://") && argument.contains(host)).unwrap();
            assert!(address.ends_with(request[1]), "{address} instead of {}", request[1]);
            let is_form = headers.iter().any(|line| line.starts_with("content-type: multipart/"));
            let by_curl = ["host: ", "content-length: "];
            for line in headers.iter().filter(|line| !by_curl.iter().any(|start| line.starts_with(start))) {
                let is_secret = line.ends_with('>') && line.contains('<');
                if is_secret || is_form && line.starts_with("content-type: ") {
                    continue;
                }
                let sent = line.strip_suffix(": ").map_or_else(|| line.clone(), |name| format!("{name};"));
                assert!(after("--header").contains(&sent), "{line:?} in {command}");
            }
            if is_form {
                // A NUL is in no argument of a program.
                let parts = body.split("\r\nContent-Disposition: form-data; name=").skip(1);
                let texts =
                    parts.map(|part| part.split_once("\r\n\r\n").unwrap().1.split("\r\n--form-").next().unwrap());
                let texts: Vec<&str> = texts.filter(|text| !text.contains('\0')).collect();
                let parts: Vec<String> = after("--form-string");
                assert!(
                    texts.iter().all(|text| parts.iter().any(|part| part.ends_with(text))),
                    "{texts:?} in {command}"
                );
            } else {
                assert_eq!(after("--data-raw"), [body], "{command}");
            }
        }
    }
}
