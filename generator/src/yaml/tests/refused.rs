//! What is YAML, and no spec.

use insta::assert_snapshot;

use super::{ids, read, said};
use crate::diagnostic::{Diagnostics, Id, Sources};
use crate::yaml::{NodeKind, parse};

#[test]
fn what_specs_refuse_is_told_in_one_run() {
    assert_snapshot!(said(concat!(
        "\u{feff}# comment\n",
        "%YAML 1.2\n",
        "%TAG ! !x\n",
        "---\n",
        "a: &anchor 1\n",
        "b: *anchor\n",
        "*anchor : 1\n",
        "c: *unknown\n",
        "<<: {d: 1}\n",
        "? [list]\n",
        ": 1\n",
        "{m: 1}: 1\n",
        ": 1\n",
        "e: !!str 5\n",
        "f: !t\n",
        "  g: 1\n",
        "a: 2\n",
        "---\n",
        "h: 1\n",
    )), @r#"
    error[yaml-refused]: specs begin without a byte order mark
      1:1 "\u{feff}" the invisible character U+FEFF
      = save the file as UTF-8 without a byte order mark
    error[yaml-refused]: specs have no YAML directives
      2:1 "%YAML 1.2" 
      = remove the line: specs are YAML 1.2 and have no tags
    error[yaml-refused]: specs have no YAML directives
      3:1 "%TAG ! !x" 
      = remove the line: specs are YAML 1.2 and have no tags
    error[yaml-refused]: specs have no anchors
      5:4 "&anchor" 
      = if it is a text, quote it: write `'&anchor 1'`
      = remove it; what several places share is a named type under `types`, or a part under `parts`
    error[yaml-refused]: specs have no aliases
      6:4 "*anchor" 
      = write out what it stands for, or share it as a named type or a part
      = quote a text that begins with `*`
    error[yaml-refused]: specs have no aliases
      7:1 "*anchor" 
      = write out what it stands for, or share it as a named type or a part
      = quote a text that begins with `*`
    error[yaml-refused]: specs have no aliases
      8:4 "*unknown" 
      = write out what it stands for, or share it as a named type or a part
      = quote a text that begins with `*`
    error[yaml-refused]: specs have no merge keys
      9:1 "<<" 
      = write out what it takes in, or share it as a named type or a part
      = quote it where it is a name: `'<<'`
    error[yaml-refused]: keys are texts, and this one is a list or a map
      10:3 "[list]" 
      = quote a key that begins with `[` or `{`
    error[yaml-refused]: keys are texts, and this one is a list or a map
      12:1 "{m: 1}" 
      = quote a key that begins with `[` or `{`
    error[yaml-refused]: a key is missing before a `:`
      13:2 "" 
      = write the key; one that is the empty text is written `''`
    error[yaml-refused]: specs have no tags
      14:4 "!!str" 
      = if it is a text, quote it: write `'!!str 5'`
      = remove it; each key knows the kind of its value, and quotes make a text of anything
    error[yaml-refused]: specs have no tags
      15:4 "!t" 
      = remove it; each key knows the kind of its value, and quotes make a text of anything
      = quote a text that begins with `!`
    error[duplicate-key]: the key `a` stands twice in one map
      17:1 "a" again here
      5:1 "a" first here
      = keep one of them, or correct the name of the other
    error[yaml-refused]: a spec is one document, and here a second one begins
      18:1 "---" 
      = remove the `---`, or move what follows it to a file of its own
    not read
    "#);
}

#[test]
fn a_tree_comes_where_nothing_of_it_is_in_doubt() {
    assert!(ids("a: &x 1\nb: !!str 2\nb: 3\n").1);
    let (root, ..) = read("b: 2\nb: 3\nc: 4\n");
    let Some(NodeKind::Mapping(entries)) = root.map(|node| node.kind) else { panic!("a map") };
    assert_eq!(entries.iter().map(|entry| entry.key.value.as_str()).collect::<Vec<_>>(), ["b", "c"]);
    for text in ["a: 1\n...\n---\nb: 1\n", "a: *x\n", "<<: {a: 1}\n", "[a]: 1\n", ": 1\n"] {
        assert_eq!(ids(text), (vec![Id::YamlRefused], false), "{text}");
    }
}

#[test]
fn the_same_key_is_found_however_it_is_written() {
    for text in ["a: 1\n'a': 2\n", "{a: 1, \"\\x61\": 2}\n", "x: {y: [{a: 1, b: 2, a: 3}]}\n", "'': 1\n\"\": 2\n"] {
        assert_eq!(ids(text), (vec![Id::DuplicateKey], true), "{text}");
    }
    assert_eq!(ids("a: {b: 1}\nb: {a: 1}\nA: 1\n'a ': 1\n"), (vec![], true));
}

#[test]
fn tabs_do_not_indent() {
    for text in [
        "\ta: 1\n",
        "a:\n\tb: 1\n",
        "a:\n  b: 1\n\tc: 2\n",
        "a: x\n\ty\n",
        "a: 'x\n\ty'\n",
        "a: [\n\t1\n  ]\n",
        "a:\n  \tb: 1\n",
    ] {
        assert_eq!(ids(text).0, [Id::YamlRefused], "{text:?}");
    }
    assert_eq!(ids("a:\t1\t# c\nb: |\n  x\n  \ty\n\t\n\t# c\nc: >\n   z\n   \tz\n"), (vec![], true));
    assert_snapshot!(said("a:\n\tb: 1\n\tc: 2\n"), @r#"
    error[yaml-refused]: tabs do not indent
      2:1 "\t" a tab
      = indent with blanks, two for each level; most editors can replace all tabs of a file
    not read
    "#);
}

#[test]
fn an_empty_file_is_told_what_is_expected() {
    for text in ["", "\n \n", "# comment\n", "---\n", "---\n...\n", "\u{feff}"] {
        let (found, is_read) = ids(text);
        assert_eq!((found.last(), is_read), (Some(&Id::WrongKind), false), "{text:?}");
    }
    assert_snapshot!(said("# comment\n"), @r#"
    error[wrong-kind]: the file is empty; a spec is a map of keys
      1:10 "" nothing stands here
      = docwright.yaml begins with `language: 1`, api.yaml with `title`
      = an endpoint has at least `method`, `path` and `responses`
    not read
    "#);
}

#[test]
fn what_was_found_before_may_be_of_another_file() {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let long = sources.add("specs/a/first.yaml", format!("# {}\nb: !!str 1\n", "long ".repeat(99)));
    let short = sources.add("specs/a/second.yaml", "a: b: c\n");
    for file in [long, short] {
        _ = parse(file, &sources, &mut found);
    }
    let of_second = found.iter().filter(|one| one.labels.iter().any(|label| label.place.file == short)).count();
    assert_eq!(of_second, 1);
}
