//! The comment of a pull request, read by another reader of Markdown.

use docwright::diagnostic::{Bump, Diagnostic, Effect, Id, Severity};
use docwright::report::{Format, Task};

use crate::fixture::{Case, diff, effect, with_effect};

#[test]
fn a_bot_finds_it_and_people_what_it_comes_to() {
    let comment = diff().write(Format::Markdown);
    let mut lines = comment.lines();
    assert_eq!(lines.next(), Some("<!-- docwright -->"));
    assert_eq!(lines.next(), Some("## docwright diff: 2 changes to review"));
    let worst = comment.find("became required").unwrap();
    assert!(worst < comment.find("is lower").unwrap(), "the worst first");
    let fold = comment.find("<details>").unwrap();
    assert!(fold < comment.find("the words of").unwrap() && comment.contains("</details>"));
    assert!(comment.contains("```diff\n- pub struct SendNoteRequired {\n"));
    assert_eq!(comment.matches("docwright accept").count(), 1, "of what is accepted, or need not be, it says nothing");
}

/// The heading of a diff with findings of these effects.
fn heading(effects: &[Effect]) -> String {
    let mut case = Case::new(Task::Diff);
    let findings = effects.iter().map(|effect| {
        with_effect(Diagnostic::new(Id::FactUndocumented, "changed").severity(Severity::Note), effect.clone())
    });
    case.diagnostics.extend(findings);
    case.write(Format::Markdown).lines().nth(1).unwrap_or_default().to_owned()
}

#[test]
fn three_outcomes_are_told_apart() {
    let silent = effect(Some("pland"), None, "pland: page");
    let safe = Effect { source: Some(Bump::Minor), ..silent.clone() };
    assert_eq!(heading(&[]), "## docwright diff: no difference");
    assert_eq!(
        heading(std::slice::from_ref(&silent)),
        "## docwright diff: the specs differ, and the crate is the same"
    );
    assert_eq!(heading(&[silent, safe]), "## docwright diff: only safe differences");
}

#[test]
fn it_is_cut_at_whole_findings_and_says_how_many_are_left_out() {
    for (count, length, is_cut) in [(10, 10, false), (400, 10, true), (300, 5000, true), (1, 100_000, false)] {
        let mut case = Case::new(Task::Diff);
        for number in 0..count {
            let subject = format!("api{}/send: field {number} {}", number % 7, "`@x_".repeat(length));
            let api = format!("api{}", number % 7);
            let many = vec![format!("pub fn field_{number}(self, {}) -> Self", "a: u8, ".repeat(length)); 50];
            case.diagnostics.push(with_effect(
                Diagnostic::new(Id::MissingKey, format!("finding <{number}>; {}", "é#1".repeat(length)))
                    .severity(if number % 3 == 0 { Severity::Note } else { Severity::Error }),
                Effect {
                    source: Some(if number % 3 == 0 { Bump::Patch } else { Bump::Major }),
                    before: many.clone(),
                    after: many,
                    ..effect(Some(&api), Some("send"), &subject)
                },
            ));
        }
        let comment = case.write(Format::Markdown);
        assert!(comment.len() <= 65_536, "{count} of {length}: {} bytes", comment.len());
        let shown = comment.matches("finding &lt;").count();
        let left_out =
            comment.lines().find_map(|line| line.strip_prefix("**")?.split_once(" left out**")).map(|(count, _)| count);
        let left_out: usize = left_out.map_or(0, |count| count.split(' ').next().unwrap().parse().unwrap());
        assert_eq!(shown + left_out, count, "{count} of {length}");
        assert_eq!(left_out > 0, is_cut, "{count} of {length}");
        assert!(shown > 0);
        assert_eq!(comment.matches("```diff\n").count() * 2, comment.matches("```").count(), "each fence ends");
        assert_eq!(comment.matches("<details>").count(), comment.matches("</details>").count());
    }
}
