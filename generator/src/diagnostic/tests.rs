//! What people and programs are shown.

use insta::assert_snapshot;
use proptest::prelude::*;

use super::{Diagnostic, FileId, Id, Place, Position, Sources, Span, Style, render, shown, to_json};

/// Adds a file, and says where in it a text stands.
fn place(sources: &mut Sources, path: &str, text: &str, what: &str) -> Place {
    let file = sources.add(path, text);
    find(sources, file, what)
}

fn find(sources: &Sources, file: FileId, what: &str) -> Place {
    let start = sources.get(file).text.find(what).expect("it is there");
    Place { file, span: Span { start, end: start + what.len() } }
}

/// Two files, and messages with labels in one, in both, in none.
fn some() -> (Vec<Diagnostic>, Sources) {
    let mut sources = Sources::default();
    let field = "body:\n  fields:\n    größe: {type: Idd}\n    ticketID:\n      type: Idd\n";
    let used = place(&mut sources, "specs/omnidesk/create_message.yaml", field, "Idd");
    let named = place(&mut sources, "specs/omnidesk/api.yaml", "types:\n  Id:\n    type: number\n  Id: {}\n", "Id");
    let again = Place { file: named.file, span: Span { start: 32, end: 34 } };
    let diagnostics = vec![
        Diagnostic::new(Id::DuplicateKey, "the key `Id` stands twice in one map")
            .at(again, "again here")
            .at(named, "first here")
            .help("keep one of them"),
        Diagnostic::new(Id::UnknownType, "there is no type `Idd`")
            .at(used, "")
            .at(named, "a type of a similar name")
            .help("write `Id`")
            .help("or add `Idd` under `types`"),
        Diagnostic::new(Id::Io, "cannot write generated/src/lib.rs: permission denied"),
    ];
    (diagnostics, sources)
}

#[test]
fn people_see_the_lines_of_all_files_the_help_and_a_count() {
    let (diagnostics, sources) = some();
    assert_snapshot!(render(&diagnostics, &sources, Style::Plain), @r#"
    error[duplicate-key]: the key `Id` stands twice in one map
     --> specs/omnidesk/api.yaml:4:3
      |
    2 |   Id:
      |   -- first here
    3 |     type: number
    4 |   Id: {}
      |   ^^ again here
      |
      = help: keep one of them

    error[unknown-type]: there is no type `Idd`
     --> specs/omnidesk/create_message.yaml:3:19
      |
    3 |     größe: {type: Idd}
      |                   ^^^
      |
     ::: specs/omnidesk/api.yaml:2:3
      |
    2 |   Id:
      |   -- a type of a similar name
      |
      = help: write `Id`
      = help: or add `Idd` under `types`

    error[io]: cannot write generated/src/lib.rs: permission denied

    error: 3 errors in 2 files; `docwright explain` with an id tells more
    "#);
}

#[test]
fn the_summary_names_the_one_id_there_is() {
    let (diagnostics, sources) = some();
    assert_snapshot!(render(&diagnostics[2..], &sources, Style::Plain), @r#"
    error[io]: cannot write generated/src/lib.rs: permission denied

    error: 1 error; `docwright explain io` tells more
    "#);
    assert_eq!(render(&[], &sources, Style::Plain), "");
}

#[test]
fn colour_adds_escapes_and_nothing_else() {
    let (diagnostics, sources) = some();
    let coloured = render(&diagnostics, &sources, Style::Coloured);
    assert!(coloured.contains("\u{1b}[1m"));
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), render(&diagnostics, &sources, Style::Plain));
}

#[test]
fn hidden_characters_are_named_and_columns_stay() {
    let mut sources = Sources::default();
    let text = "a: \u{202e}x\u{1b}[31m\u{9b}1m \u{200b}é: \t丙 Z\r\nb: 1\r\n";
    let at = place(&mut sources, "specs/a\u{202e}/b.yaml", text, "Z");
    let diagnostic =
        Diagnostic::new(Id::WrongKind, "x\u{1b}[31m\u{2066}\ny").at(at, "at\u{7}").help("h\u{200f}\r\nelp");
    assert_eq!(sources.position(at.file, at.span.start), Position { line: 1, column: 22 });
    assert_snapshot!(render(std::slice::from_ref(&diagnostic), &sources, Style::Plain), @r#"
    error[wrong-kind]: xU+001B[31mU+2066U+000Ay
     --> specs/aU+202E/b.yaml:1:22
      |
    1 | a: �x�[31m�1m �é:     丙 Z
      |                          ^ atU+0007
      |
      = note: `�` stands for U+001B, U+009B, U+200B, U+202E
      = help: hU+200FU+000DU+000Aelp

    error: 1 error in 1 file; `docwright explain wrong-kind` tells more
    "#);
    assert_snapshot!(to_json(&[diagnostic], &sources), @r#"
    [
      {
        "edit": null,
        "effect": null,
        "help": [
          "h\u200f\r\nelp"
        ],
        "id": "wrong-kind",
        "labels": [
          {
            "end": {
              "byte": 30,
              "column": 23,
              "line": 1
            },
            "path": "specs/a\u202e/b.yaml",
            "start": {
              "byte": 29,
              "column": 22,
              "line": 1
            },
            "text": "at\u0007"
          }
        ],
        "severity": "error",
        "title": "x\u001b[31m\u2066\ny"
      }
    ]
    "#);
}

#[test]
fn long_lines_and_texts_are_cut_around_what_matters() {
    let mut sources = Sources::default();
    let text = format!("{}: HERE {}\n", "x".repeat(1000), "y ".repeat(1000));
    let at = place(&mut sources, "specs/a/b.yaml", &text, "HERE");
    let diagnostic = Diagnostic::new(Id::WrongKind, "t".repeat(1000)).at(at, "here");
    let shown = render(&[diagnostic], &sources, Style::Plain);
    assert!(shown.contains("HERE") && shown.contains("^^^^ here") && shown.contains("b.yaml:1:1003"), "{shown}");
    assert!(shown.lines().skip(1).all(|line| line.chars().count() <= 130), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 330), "{shown}");
}

#[test]
fn a_block_is_shown_from_its_first_to_its_last_line() {
    let mut sources = Sources::default();
    let text =
        "body: |\n  {\n    \"a\": 1,\n    \"b\": 2,\n    \"c\": 3,\n    \"d\": 4,\n    \"e\": 5,\n    \"f\": 6,\n  }\n";
    let start = place(&mut sources, "specs/a/b.yaml", text, "{");
    let block = Place { file: start.file, span: Span { start: start.span.start, end: text.len() - 1 } };
    let diagnostic = Diagnostic::new(Id::ExampleUndecodable, "the sample is no JSON").at(block, "a comma too many");
    assert_snapshot!(render(&[diagnostic], &sources, Style::Plain), @r#"
    error[example-undecodable]: the sample is no JSON
     --> specs/a/b.yaml:2:3
      |
    2 | /   {
    3 | |     "a": 1,
    4 | |     "b": 2,
    5 | |     "c": 3,
    ... |
    8 | |     "f": 6,
    9 | |   }
      | |___^ a comma too many

    error: 1 error in 1 file; `docwright explain example-undecodable` tells more
    "#);
}

#[test]
fn a_flood_is_counted_and_its_beginning_shown() {
    let mut sources = Sources::default();
    let at = place(&mut sources, "specs/a/b.yaml", "a: 1\n", "a");
    let flood = vec![Diagnostic::new(Id::UnknownKey, "no key `a`").at(at, ""); 5000];
    let shown = render(&flood, &sources, Style::Plain);
    assert_eq!(shown.matches("no key `a`").count(), 200);
    assert!(shown.ends_with(
        "error: 5000 errors in 1 file, of which 200 are shown; `docwright explain unknown-key` tells more\n"
    ));
}

#[test]
fn programs_get_the_same_as_json() {
    let (diagnostics, sources) = some();
    assert_snapshot!(to_json(&diagnostics[1..2], &sources), @r#"
    [
      {
        "edit": null,
        "effect": null,
        "help": [
          "write `Id`",
          "or add `Idd` under `types`"
        ],
        "id": "unknown-type",
        "labels": [
          {
            "end": {
              "byte": 39,
              "column": 22,
              "line": 3
            },
            "path": "specs/omnidesk/create_message.yaml",
            "start": {
              "byte": 36,
              "column": 19,
              "line": 3
            },
            "text": ""
          },
          {
            "end": {
              "byte": 11,
              "column": 5,
              "line": 2
            },
            "path": "specs/omnidesk/api.yaml",
            "start": {
              "byte": 9,
              "column": 3,
              "line": 2
            },
            "text": "a type of a similar name"
          }
        ],
        "severity": "error",
        "title": "there is no type `Idd`"
      }
    ]
    "#);
    assert_eq!(to_json(&[], &sources), "[]\n");
}

#[test]
fn an_excerpt_keeps_what_labels_point_to() {
    let lines = "a\u{202e}b\tc\r\nd\re";
    let excerpt = shown::Excerpt::new(lines);
    assert_eq!(excerpt.text, "a\u{fffd}b\tc\nd\u{fffd}e");
    for what in ["a", "b", "c", "d", "e"] {
        let at = excerpt.offset(lines.find(what).unwrap_or_default());
        assert!(excerpt.text[at..].starts_with(what), "{what}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Any place in any text has the position that counting gives, and can be shown safely.
    #[test]
    fn any_place_can_be_shown(
        text in r"(?s)([a-c :\n]|\r\n|\PC|.){0,60}",
        title in "(?s).{0,20}",
        (a, b, c) in any::<(usize, usize, usize)>(),
    ) {
        let mut sources = Sources::default();
        let file = sources.add("specs/a/b.yaml", &*text);
        let boundaries: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        let at = |seed: usize| boundaries[seed % boundaries.len()];
        let (start, end, other) = (at(a).min(at(b)), at(a).max(at(b)), at(c));

        let before = &text[..start];
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        prop_assert_eq!(sources.position(file, start), Position { line: before.matches('\n').count() + 1, column });

        let diagnostic = Diagnostic::new(Id::WrongKind, &*title)
            .at(Place { file, span: Span { start, end } }, &*title)
            .at(Place { file, span: Span { start: other, end: other } }, "other");
        let shown = render(std::slice::from_ref(&diagnostic), &sources, Style::Plain);
        prop_assert!(shown.chars().all(|c| c == '\n' || !shown::is_hidden(c)), "{:?}", shown);
        prop_assert!(shown.contains(if text.is_empty() { "b.yaml" } else { "b.yaml:" }), "{:?}", shown);

        let json = to_json(&[diagnostic], &sources);
        prop_assert!(json.chars().all(|c| c == '\n' || !shown::is_hidden(c)), "{:?}", json);
        let read: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        prop_assert_eq!(&read[0]["title"], &title);
        prop_assert_eq!(&read[0]["labels"][0]["start"]["byte"], start);
    }
}
