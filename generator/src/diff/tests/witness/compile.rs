//! Both crates and what uses them, as one workspace that the compiler looks at.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value as Json;

use super::write::Witness;
use crate::emit::GeneratedFile;

/// What every program stands beside.
const HEAD: &str = "#![allow(warnings)] #![warn(deprecated)] \
    pub fn auto<X: Send + Sync + Unpin + std::panic::UnwindSafe + std::panic::RefUnwindSafe + 'static>(_: X) {}\n";

/// Rounds after which something else is wrong: the compiler stops after each phase that finds mistakes.
const MOST_ROUNDS: usize = 12;

/// A workspace of two crates.
pub struct Workspace {
    root: Utf8PathBuf,
    members: Vec<Member>,
    /// Held as long as the workspace is used.
    _lock: File,
}

/// A crate of programs.
struct Member {
    name: String,
    programs: Vec<String>,
    told: Told,
}

/// What the compiler said of programs, by their place in the list.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Those that do not compile, with what was said first.
    pub broken: BTreeMap<usize, String>,
    /// Those that name something deprecated.
    pub warned: BTreeSet<usize>,
}

impl Workspace {
    /// A workspace of crates, each in a folder of its name. Another run that uses the same target folder is waited for.
    pub fn of(crates: [(&str, &[GeneratedFile]); 2]) -> Self {
        // Beside the program that runs: what one run has built of the dependencies serves the next.
        let program = Utf8PathBuf::from_path_buf(std::env::current_exe().expect("a program")).expect("a name in UTF-8");
        let root = program.ancestors().nth(2).expect("a target folder").join("witness");
        fs::create_dir_all(&root).expect("a folder");
        let lock = File::create(root.join("lock")).expect("a file");
        lock.lock().expect("a lock");
        for (name, files) in crates {
            for file in files {
                write(&root.join(name).join(&file.path), &file.text);
            }
        }
        let versions = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        let versions = fs::read_to_string(versions).expect("the versions of the repository");
        write(&root.join("Cargo.lock"), &versions);
        Self { root, members: Vec::new(), _lock: lock }
    }

    /// Adds a crate of programs that uses one of the crates, with features.
    pub fn add(&mut self, name: &str, uses: &str, features: &BTreeSet<String>, witnesses: &[Witness]) {
        let features: Vec<&str> = features.iter().map(String::as_str).collect();
        let manifest = format!(
            "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\npath = \"lib.rs\"\n\n\
             [dependencies]\nkrate = {{ package = {uses:?}, path = \"../{uses}\", features = {features:?} }}\n"
        );
        write(&self.root.join(name).join("Cargo.toml"), &manifest);
        let line = |(at, witness): (usize, &Witness)| witness.line.replace("{n}", &format!("w{at}"));
        let programs = witnesses.iter().enumerate().map(line).collect();
        self.members.push(Member { name: name.to_owned(), programs, told: Told::default() });
    }

    /// Compiles all crates of programs, and takes out what does not compile until the rest does.
    pub fn check(mut self) -> BTreeMap<String, Told> {
        let all: Vec<&str> = self.members.iter().map(|member| member.name.as_str()).chain(["old", "new"]).collect();
        write(&self.root.join("Cargo.toml"), &format!("[workspace]\nresolver = \"3\"\nmembers = {all:?}\n"));
        for _ in 0..MOST_ROUNDS {
            for member in &self.members {
                write(&self.root.join(&member.name).join("lib.rs"), &member.text());
            }
            if self.round() {
                return self.members.into_iter().map(|member| (member.name, member.told)).collect();
            }
        }
        panic!("after {MOST_ROUNDS} rounds the rest does not compile");
    }

    /// Whether all that is left compiles.
    fn round(&mut self) -> bool {
        let mut command = Command::new(env!("CARGO"));
        command.current_dir(&self.root).args(["check", "--offline", "--workspace", "--lib", "--keep-going", "-q"]);
        command.args(["--message-format", "json"]).env("CARGO_TARGET_DIR", self.root.join("target"));
        let ended = command.output().expect("cargo runs");
        let mut broken = 0;
        for line in String::from_utf8_lossy(&ended.stdout).lines() {
            let said: Json = serde_json::from_str(line).expect("a message of cargo");
            if said["reason"] != "compiler-message" {
                continue;
            }
            let (of, message) = (said["target"]["name"].as_str().unwrap_or_default(), &said["message"]);
            let (is_error, rendered) = (message["level"] == "error", message["rendered"].as_str().unwrap_or_default());
            let Some(member) = self.members.iter_mut().find(|member| member.name.replace('-', "_") == of) else {
                assert!(!is_error, "{of} does not compile by itself:\n{rendered}");
                continue;
            };
            let spans = message["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
            let Some(line) =
                spans.iter().find(|span| span["is_primary"] == true).and_then(|span| span["line_start"].as_u64())
            else {
                continue;
            };
            // The first line is the head.
            let at = usize::try_from(line).ok().and_then(|line| line.checked_sub(2)).expect("the line of a program");
            if is_error {
                member.told.broken.entry(at).or_insert_with(|| rendered.to_owned());
                broken += 1;
            } else if message["code"]["code"] == "deprecated" {
                member.told.warned.insert(at);
            }
        }
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(ended.status.success() || broken > 0, "cargo says nothing of programs:\n{said}");
        ended.status.success()
    }
}

impl Member {
    fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (at, program) in self.programs.iter().enumerate() {
            if !self.told.broken.contains_key(&at) {
                text.push_str(program);
            }
            text.push('\n');
        }
        text
    }
}

/// Writes a file unless it is so already: what is not touched is not built again.
fn write(path: &Utf8Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|before| before == text) {
        return;
    }
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}
