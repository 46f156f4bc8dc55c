//! The documents in `docs/` and what they show: their commands are run, in order, and must say what stands there.
//!
//! A fence whose language is followed by a path (`yaml specs/parcels/api.yaml`) is a file, which is written; one of `diff` and a path changes lines of
//! it. A fence of `console` runs what stands behind `$ ` in the folder of the document, which is a project of its own.
//! `SNAPSHOTS=overwrite cargo test -p docwright-tests --test cli documents` writes what docwright says now into the documents; read it.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use docwright_tests::project::{Project, Run, repository, run};
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

use crate::{DOCWRIGHT, alone, git};

fn folder() -> PathBuf {
    repository().join("docs")
}

/// A document that is run, line by line, and written again as it should be.
struct Document {
    project: Project,
    /// Where its commands are run, below the project.
    current: String,
    text: String,
}

impl Document {
    fn run(path: &Path) -> String {
        let text = fs::read_to_string(path).unwrap();
        let mut document =
            Self { project: Project::empty(DOCWRIGHT).unwrap(), current: String::new(), text: String::new() };
        let mut lines: VecDeque<&str> = text.lines().collect();
        while let Some(line) = lines.pop_front() {
            document.put(line);
            let Some(fence) = line.trim_start().strip_prefix("```") else { continue };
            let end = lines.iter().position(|line| line.trim_start().starts_with("```")).expect("a fence ends");
            let inside: Vec<&str> = lines.drain(..end).collect();
            let (language, path) = fence.split_once(' ').unwrap_or((fence, ""));
            match (language, path) {
                ("console", _) => document.console(&inside),
                ("diff", path) if !path.is_empty() => {
                    document.change(path, &inside);
                    document.put_all(&inside);
                }
                (_, path) => {
                    if path.contains('.') {
                        let path = document.below(path);
                        document.project.write(&path, inside.join("\n") + "\n").unwrap();
                    }
                    document.put_all(&inside);
                }
            }
            document.put(lines.pop_front().unwrap_or_default());
        }
        document.text
    }

    fn put(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn put_all(&mut self, lines: &[&str]) {
        for line in lines {
            self.put(line);
        }
    }

    fn below(&self, path: &str) -> String {
        match path.strip_prefix("../") {
            Some(beside) => beside.to_owned(),
            None if self.current.is_empty() => path.to_owned(),
            None => format!("{}/{path}", self.current),
        }
    }

    /// Replaces the lines that begin with `-`, which stand together in the file, by those that begin with `+`.
    fn change(&self, path: &str, lines: &[&str]) {
        let side = |drop: char| {
            let kept = lines.iter().filter(|line| !line.starts_with(drop));
            kept.map(|line| line.get(1..).unwrap_or_default().to_owned() + "\n").collect::<String>()
        };
        let path = self.below(path);
        self.project.replace(&path, &side('+'), &side('-')).unwrap();
    }

    fn console(&mut self, lines: &[&str]) {
        let mut shown = lines.split(|line| line.starts_with("$ ")).skip(1);
        for line in lines.iter().filter_map(|line| line.strip_prefix("$ ")) {
            let shown = shown.next().unwrap_or_default();
            self.put(&format!("$ {line}"));
            let words: Vec<&str> = line.split(' ').collect();
            match words.as_slice() {
                ["cd", to] => self.enter(to),
                ["mkdir", _] => {}
                ["docwright", arguments @ ..] => {
                    let said = self.docwright(arguments);
                    self.put_all(&said.lines().collect::<Vec<_>>());
                }
                ["cargo", arguments @ ..] => {
                    self.cargo(arguments, shown);
                    self.put_all(shown);
                }
                _ => self.put_all(shown),
            }
        }
    }

    fn enter(&mut self, to: &str) {
        self.current = match to {
            ".." => self.current.rsplit_once('/').map_or_else(String::new, |(above, _)| above.to_owned()),
            to => self.below(to),
        };
        fs::create_dir_all(self.project.path(&self.current)).unwrap();
    }

    fn docwright(&self, arguments: &[&str]) -> String {
        let mut command = self.project.command();
        let ended = run(command.current_dir(self.project.path(&self.current)).args(arguments)).unwrap();
        let Run { code, stdout, stderr } = ended;
        assert_eq!(code == 0, !stderr.contains("error"), "docwright {arguments:?}: {stderr}");
        stdout + &stderr
    }

    /// Cargo says more than is shown, in another order: each line that is shown must be said.
    fn cargo(&self, arguments: &[&str], shown: &[&str]) {
        let folder = self.project.path(&self.current);
        if !folder.join("Cargo.lock").exists() {
            fs::copy(repository().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        }
        let mut command = Command::new(env!("CARGO"));
        command.current_dir(&folder).args(arguments).arg("--offline").env("CARGO_TARGET_DIR", alone::target());
        let ended = run(&mut command).unwrap();
        assert_eq!(ended.code, 0, "cargo {arguments:?}: {}", ended.stderr);
        let said = ended.stdout + &ended.stderr;
        for line in shown.iter().filter(|line| **line != "...") {
            assert!(
                said.lines().any(|other| other.trim_end() == *line),
                "cargo {arguments:?} does not say {line:?}: {said}"
            );
        }
    }
}

fn held(name: &str) {
    let path = folder().join(name);
    let now = Document::run(&path);
    let expected = Data::read_from(&path, Some(DataFormat::Text)).raw();
    Assert::new().action_env("SNAPSHOTS").eq(Data::text(now).raw(), expected);
}

#[test]
fn every_command_has_its_help_on_the_page_of_commands() {
    held("commands.md");
    let project = Project::empty(DOCWRIGHT).unwrap();
    let help = project.run(["--help"]).unwrap().stdout;
    let page = fs::read_to_string(folder().join("commands.md")).unwrap();
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    for name in
        commands.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).filter(|name| !name.is_empty())
    {
        assert!(page.contains(&format!("\n## `docwright {name}`\n")) || name == "help", "{name} has no section");
    }
}

#[test]
fn the_tutorial_leads_from_a_page_to_a_call() {
    held("tutorial.md");
}

#[test]
fn the_page_of_the_language_is_what_docwright_prints() {
    let page = Project::empty(DOCWRIGHT).unwrap().run(["language"]).unwrap();
    let expected = Data::read_from(&folder().join("language.md"), Some(DataFormat::Text)).raw();
    Assert::new().action_env("SNAPSHOTS").eq(Data::text(page.stdout).raw(), expected);
}

#[test]
fn the_page_of_diagnostics_is_what_docwright_prints() {
    let page = Project::empty(DOCWRIGHT).unwrap().run(["explain", "--all"]).unwrap();
    let expected = Data::read_from(&folder().join("diagnostics.md"), Some(DataFormat::Text)).raw();
    Assert::new().action_env("SNAPSHOTS").eq(Data::text(page.stdout).raw(), expected);
}

/// The fences of a document that begin with a language.
fn fences<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let fences = text.split("\n```").skip(1).step_by(2);
    fences.filter_map(|fence| fence.strip_prefix(language)?.strip_prefix('\n')).collect()
}

#[test]
fn the_readme_shows_what_is_so() {
    let readme = fs::read_to_string(repository().join("README.md")).unwrap();
    let spec = "specs/omnidesk/create_message.yaml";
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    let shown = fences(&readme, "yaml");
    assert!(!shown.is_empty());
    for entry in shown.iter().flat_map(|fence| fence.split("    sendAt:")) {
        assert!(project.read(spec).unwrap().contains(entry), "{entry}");
    }

    let first = project.run(["generate"]).unwrap();
    assert_eq!(first.code, 0, "{}", first.stderr);
    let again = format!("$ cargo run\n{}$ cargo test --workspace", project.run(["generate"]).unwrap().stdout);
    assert!(fences(&readme, "console").contains(&again.as_str()), "{again}");

    let reviewed = git::repository();
    reviewed
        .replace(
            spec,
            "    sendAt:\n      type: string\n      required: false",
            "    sendAt:\n      type: string\n      required: true",
        )
        .unwrap();
    let Run { stdout, stderr, .. } = reviewed.run(["diff", "main"]).unwrap();
    let review = format!("{stderr}{stdout}");
    assert!(fences(&readme, "text").contains(&review.trim_end()), "{review}");

    let entry = "    message:\n      type: string\n      required: true";
    project.replace(spec, entry, &entry.replace("required", "requird")).unwrap();
    let found = project.run(["check"]).unwrap().stderr;
    assert!(fences(&readme, "text").contains(&found.trim_end()), "{found}");
}

/// The addresses of the links of a document, without those to other hosts.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(to, _)| to).filter(|to| !to.contains("://"))
}

/// The anchor that a heading is given: letters, digits, `-` and `_` are kept, a blank becomes `-`.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|char| char.is_alphanumeric() || matches!(char, '-' | '_' | ' '));
    kept.map(|char| if char == ' ' { '-' } else { char.to_ascii_lowercase() }).collect()
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut documents: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    documents.extend([repository().join("README.md"), repository().join("CHANGELOG.md")]);
    for document in documents.iter().filter(|path| path.extension().is_some_and(|extension| extension == "md")) {
        let text = fs::read_to_string(document).unwrap();
        for link in links(&text) {
            let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
            let to = if path.is_empty() { document.clone() } else { document.parent().unwrap().join(path) };
            assert!(to.exists(), "{}: {link}", document.display());
            if !fragment.is_empty() {
                let text = fs::read_to_string(&to).unwrap();
                let mut headings = text.lines().filter(|line| line.starts_with('#'));
                assert!(
                    headings.any(|line| anchor(line.trim_start_matches('#').trim()) == fragment),
                    "{}: {link}",
                    document.display()
                );
            }
        }
    }
}
