//! The page of mistakes, `docs/mistakes.md`: what docwright says to each, and that its replacements mend it.
//!
//! A fence of `yaml` and a path is a file of specs that are right. One of `diff` and a path holds lines of it as they should
//! be (`+`) and as they should not (`-`); one of `console` moves files. The fence of `text` behind it is the answer.
//! `SNAPSHOTS=overwrite cargo test -p docwright-tests --test cli mistakes` writes what docwright says now; read it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use docwright_tests::project::{Project, repository};
use serde_json::Value;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

use crate::DOCWRIGHT;

/// The texts of specs by their paths.
type Specs = BTreeMap<String, String>;

fn path() -> PathBuf {
    repository().join("docs/mistakes.md")
}

/// A piece of the page.
enum Piece<'t> {
    /// Lines outside of fences.
    Words(&'t str),
    /// What stands behind the opening marks, and the lines within.
    Fence { of: &'t str, lines: &'t str },
}

fn pieces(page: &str) -> Vec<Piece<'_>> {
    let mut rest = page;
    let mut pieces = Vec::new();
    while let Some((words, fence)) = rest.split_once("```") {
        let (of, fence) = fence.split_once('\n').expect("a fence begins with a line");
        let end = if fence.starts_with("```") { 0 } else { fence.find("\n```").expect("a fence ends") + 1 };
        pieces.push(Piece::Words(words));
        pieces.push(Piece::Fence { of, lines: &fence[..end] });
        rest = &fence[end + 3..];
    }
    pieces.push(Piece::Words(rest));
    pieces
}

/// The specs with a mistake in them.
fn spoiled(right: &Specs, of: &str, lines: &str) -> Specs {
    let mut specs = right.clone();
    if let Some(path) = of.strip_prefix("diff ") {
        let side = |drop: char| {
            let kept = lines.lines().filter(|line| !line.starts_with(drop));
            kept.map(|line| line.get(1..).unwrap_or_default().to_owned() + "\n").collect::<String>()
        };
        let file = specs.get_mut(path).expect("the file is one of the page");
        let right = side('-');
        assert!(file.contains(&right), "{path} has no {right:?}");
        *file = file.replacen(&right, &unescaped(&side('+')), 1);
    } else {
        for line in lines.lines() {
            let ["$", "mv", from, to] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let text = specs.remove(from).expect("the file is one of the page");
            specs.insert(to.to_owned(), text);
        }
    }
    specs
}

/// Puts characters in the place of `⟨U+00A0⟩` and the like.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, (code, after))) =
        rest.split_once("⟨U+").and_then(|(before, after)| Some((before, after.split_once('⟩')?)))
    {
        out.push_str(before);
        out.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        rest = after;
    }
    out + rest
}

fn project(specs: &Specs) -> Project {
    let project = Project::empty(DOCWRIGHT).unwrap();
    for (path, text) in specs {
        project.write(path, text).unwrap();
    }
    project
}

fn check(specs: &Specs, format: &str) -> String {
    let run = project(specs).run(["check", "--format", format]).unwrap();
    assert_eq!(run.code, 1, "{}", run.stderr);
    if format == "json" { run.stdout } else { run.stderr }
}

/// What is told of specs; nothing where they are right, of which no crate is written.
fn diagnostics(specs: &Specs) -> Vec<Value> {
    let document: Value = serde_json::from_str(&check(specs, "json")).unwrap();
    let all = document["diagnostics"].as_array().unwrap().clone();
    all.into_iter().filter(|diagnostic| diagnostic["id"] != "crate-missing").collect()
}

/// Does what a diagnostic proposes; what is sure, as `check --fix` does it.
fn mended(before: &Specs, edit: &Value) -> Specs {
    let mut specs = before.clone();
    let file = specs.get_mut(edit["path"].as_str().unwrap()).unwrap();
    let byte = |end: &str| usize::try_from(edit[end]["byte"].as_u64().unwrap()).unwrap();
    file.replace_range(byte("start")..byte("end"), edit["text"].as_str().unwrap());
    let project = project(before);
    project.run(["check", "--fix"]).unwrap();
    let is_sure = edit["sure"] == true;
    for (path, text) in if is_sure { &specs } else { before } {
        assert_eq!(project.read(path).unwrap(), *text, "{edit}");
    }
    specs
}

/// The answer to a mistake, as people read it, without the line that counts.
fn answer(specs: &Specs) -> String {
    let said = check(specs, "human");
    let answers = said.split("\n\n").filter(|answer| !answer.starts_with("error: ")).collect::<Vec<_>>();
    answers.join("\n\n").trim_end().to_owned() + "\n"
}

#[test]
fn each_is_told_once_and_mended_by_what_is_proposed() {
    let page = fs::read_to_string(path()).unwrap();
    let pieces = pieces(&page);
    let files = pieces.iter().filter_map(|piece| match piece {
        Piece::Fence { of, lines } => Some((of.strip_prefix("yaml ")?.to_owned(), (*lines).to_owned())),
        Piece::Words(_) => None,
    });
    let right: Specs = files.collect();
    assert_eq!(diagnostics(&right), Vec::<Value>::new(), "the specs of the page are right");

    let mut now = String::new();
    let mut wrong = String::new();
    let mut specs = right.clone();
    let (mut mistakes, mut proposals) = (0, 0);
    for piece in pieces {
        match piece {
            Piece::Words(words) => now.push_str(words),
            Piece::Fence { of: "text", .. } => {
                mistakes += 1;
                _ = write!(now, "```text\n{}```", answer(&specs));
                let found = diagnostics(&specs);
                let title = found.first().map_or_else(String::new, |first| first["title"].to_string());
                if found.len() != 1 {
                    _ = writeln!(wrong, "{} messages for one mistake: {title}", found.len());
                }
                for edit in found.iter().map(|diagnostic| &diagnostic["edit"]).filter(|edit| !edit.is_null()) {
                    proposals += 1;
                    let left = diagnostics(&mended(&specs, edit));
                    if !left.is_empty() {
                        _ = writeln!(wrong, "the proposal of {title} leads to {left:#?}");
                    }
                }
            }
            Piece::Fence { of, lines } => {
                _ = write!(now, "```{of}\n{lines}```");
                if !of.starts_with("yaml ") {
                    specs = spoiled(&right, of, lines);
                }
            }
        }
    }
    assert_eq!(wrong, "");
    assert!(mistakes >= 60 && proposals >= 40, "{mistakes} mistakes, {proposals} proposals");
    let expected = Data::read_from(&path(), Some(DataFormat::Text)).raw();
    Assert::new().action_env("SNAPSHOTS").eq(Data::text(now).raw(), expected);
}
