//! What is not YAML.

use std::fmt::Write as _;

use insta::assert_snapshot;

use super::read;

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn what_is_not_yaml_is_told_in_plain_words() {
    let slips = [
        "a: b: c\n",
        "a: x\n  b: c\n",
        "a\nb: 1\n",
        "a:b\nc: d\n",
        "a:\n    b: 1\n  c: 2\n",
        "a:\n  - 1\n - 2\n",
        "- a\nb: 1\n",
        "a: 'x\nb: 1\n",
        "a: \"x\n",
        "a: 'x' y\n",
        "a: \"x\" y\n",
        "a: '\\d' \"\n",
        "a: \"\\d\"\n",
        "a: \"\\ud800\"\n",
        "a: \"\\x0\"\n",
        "a: [1, 2\nb: 3\n",
        "a: {b: 1]\n",
        "a: }\n",
        "a: [1 2: 3 4: 5]\n",
        "a: [\n1\n]\n",
        "a: {b: 1\n}\n",
        "a: `x`\n",
        "a: @x\n",
        "a: %x\n",
        "a: 1\0\n",
        "a: x # c\n  y\n",
        "a: \"x\"#c\n",
        "a: | x\n  y\n",
        "a: |\n    x\n   y\n",
        "a: |0\n  x\n",
        "a: - 1\n",
        "a: [-]\n",
        "a: !<x y\n",
        "a: !e!x y\n",
        "a: & x\n",
        "a: 1\n...\nb: 2\n",
        "a: 1\n...\n%X\n",
        "a: x\n\u{feff}b: 1\n",
        "? a\nb\n",
        "a: ? b\n",
        "a: \u{1}\n",
        "a:\n b\n c: 1\n",
        "a:\n  b: [\n",
        "a: x\n   - y: z\n",
    ];
    let mut out = String::new();
    for slip in slips {
        let (_, found, sources) = read(slip);
        let _ = writeln!(out, "{slip:?}");
        for diagnostic in found.sorted() {
            let place = diagnostic.labels[0].place;
            let position = sources.position(place.file, place.span.start);
            let labels: Vec<_> = diagnostic.labels.iter().map(|label| label.text.as_str()).collect();
            let (labels, help) = (labels.join("; "), diagnostic.help.join("\n  = "));
            let at = sources.text(place);
            let _ = writeln!(out, "  {}:{} {at:?} {} ({labels})", position.line, position.column, diagnostic.title);
            let _ = writeln!(out, "  = {help}");
        }
    }
    assert_snapshot!(out, @r##"
    "a: b: c\n"
      1:5 ":" a text without quotes holds a `:` and a blank (for YAML another key ends here)
      = quote the text: write `'b: c'`
    "a: x\n  b: c\n"
      2:3 "b" `b` is indented deeper than `a` above it, which has its value already (by 2 blanks; by no blanks)
      = indent the keys of one map alike: this one by no blanks
    "a\nb: 1\n"
      1:1 "a" a line is no `key: value` ()
      = add the `:` behind the key, and keep a key on one line
    "a:b\nc: d\n"
      1:1 "a:b" a line is no `key: value` (a blank is missing behind the `:`)
      = write `a: b`
    "a:\n    b: 1\n  c: 2\n"
      3:3 "c" this line is not indented like those around it (by 2 blanks; by 4 blanks; by no blanks)
      = indent it by 4 blanks beside `b`, or by no blanks beside `a`
    "a:\n  - 1\n - 2\n"
      3:2 "-" this line is not indented like those around it (by 1 blank; by 2 blanks; by no blanks)
      = indent it by 2 blanks beside `-`, or by no blanks beside `a`
    "- a\nb: 1\n"
      2:1 "b" an item of a list and a key stand beside each other ()
      = a list has items alone, a map keys alone; indent the list below its key
    "a: 'x\nb: 1\n"
      1:4 "'" a quoted text is never closed (it begins here)
      = add the closing quote; where the text goes on in the next line, indent that deeper than its key
      = in single quotes a `'` is written `''`, in double quotes a `"` is written `\"`
    "a: \"x\n"
      1:4 "\"" a quoted text is never closed (it begins here)
      = add the closing quote; where the text goes on in the next line, indent that deeper than its key
      = in single quotes a `'` is written `''`, in double quotes a `"` is written `\"`
    "a: 'x' y\n"
      1:8 "y" something follows a quoted text (the text has ended before)
      = quote the whole text: write `'''x'' y'`
    "a: \"x\" y\n"
      1:8 "y" something follows a quoted text (the text has ended before)
      = quote the whole text: write `'"x" y'`
    "a: '\\d' \"\n"
      1:9 "\"" something follows a quoted text (the text has ended before)
      = quote the whole text
    "a: \"\\d\"\n"
      1:5 "\\d" a `\` in double quotes begins an escape that YAML does not know (no escape)
      = in single quotes `\` is an ordinary character: write `'\d'`
    "a: \"\\ud800\"\n"
      1:4 "\"" a `\` in double quotes begins an escape that YAML does not know ()
      = use single quotes, where `\` is an ordinary character, or write `\\`
    "a: \"\\x0\"\n"
      1:4 "\"" a `\` in double quotes begins an escape that YAML does not know ()
      = use single quotes, where `\` is an ordinary character, or write `\\`
    "a: [1, 2\nb: 3\n"
      2:1 "b" a line within brackets is not indented deeper than its key (indented too little; opened here)
      = close the bracket before this line, or indent the line; a closing bracket too is deeper than the key
    "a: {b: 1]\n"
      1:4 "{" `{` is closed by `]` ()
      = if it is a text, quote it: write `'{b: 1]'`
      = close `[` with `]` and `{` with `}`
    "a: }\n"
      1:4 "}" a bracket closes nothing ()
      = remove it, or quote the text that it belongs to
    "a: [1 2: 3 4: 5]\n"
      1:13 ":" a `,` or a closing bracket is missing ()
      = split entries by `,` and close `[` with `]` and `{` with `}`
    "a: [\n1\n]\n"
      2:1 "1" a line within brackets is not indented deeper than its key (indented too little; opened here)
      = close the bracket before this line, or indent the line; a closing bracket too is deeper than the key
    "a: {b: 1\n}\n"
      2:1 "}" a line within brackets is not indented deeper than its key (indented too little; opened here)
      = close the bracket before this line, or indent the line; a closing bracket too is deeper than the key
    "a: `x`\n"
      1:4 "`" a text without quotes begins with a character of YAML's own ()
      = if it is a text, quote it: write `'`x`'`
      = quote the text
    "a: @x\n"
      1:4 "@" a text without quotes begins with a character of YAML's own ()
      = if it is a text, quote it: write `'@x'`
      = quote the text
    "a: %x\n"
      1:4 "%" a text without quotes begins with a character of YAML's own ()
      = if it is a text, quote it: write `'%x'`
      = quote the text
    "a: 1\0\n"
      1:5 "\0" the control character U+0000 ()
      = remove it; within double quotes it can be written as `\x` and two hex digits
    "a: x # c\n  y\n"
      1:6 "#" a comment stands within a text of several lines ()
      = move it above the text, or quote the text
    "a: \"x\"#c\n"
      1:7 "#" a blank is missing before a comment ()
      = write a blank before `#`
    "a: | x\n  y\n"
      1:4 "|" a text follows `|` or `>` ()
      = if it is a text, quote it: write `'| x'`
      = begin the block's text on the next line, indented
    "a: |\n    x\n   y\n"
      3:4 "y" this line is not indented like those around it (by 3 blanks; by 4 blanks; by no blanks)
      = indent it by 4 blanks beside `x`, or by no blanks beside `a`
    "a: |0\n  x\n"
      1:4 "|" a block of text is indented by at least one blank ()
      = if it is a text, quote it: write `'|0'`
      = leave out the `0` behind `|` or `>`
    "a: - 1\n"
      1:4 "-" a list begins on the line of its key ()
      = if it is a text, quote it: write `'- 1'`
      = begin it on the next line, indented, with one `- ` for each item
    "a: [-]\n"
      1:5 "-" a `-` within brackets begins no item ()
      = within `[` and `]` items are split by `,` alone
    "a: !<x y\n"
      1:4 "!" specs have no tags ()
      = if it is a text, quote it: write `'!<x y'`
      = remove it, or quote a text that begins with `!`
    "a: !e!x y\n"
      1:4 "!" specs have no tags ()
      = if it is a text, quote it: write `'!e!x y'`
      = remove it, or quote a text that begins with `!`
    "a: & x\n"
      1:4 "&" specs have neither anchors nor aliases ()
      = if it is a text, quote it: write `'& x'`
    "a: 1\n...\nb: 2\n"
      3:1 "" a spec is one document, and here a second one begins ()
      = remove the `---`, or move what follows it to a file of its own
    "a: 1\n...\n%X\n"
      3:1 "%" specs have no YAML directives ()
      = remove the line, and the `---` or `...` around it
    "a: x\n\u{feff}b: 1\n"
      2:1 "\u{feff}" a character that only looks like one of YAML's (U+FEFF, a byte order mark)
      = remove it; pages and word processors have such characters
    "? a\nb\n"
      2:1 "b" a line is no `key: value` ()
      = add the `:` behind the key, and keep a key on one line
    "a: ? b\n"
      1:4 "?" a key stands where none can ()
      = if it is a text, quote it: write `'? b'`
      = begin a map on a line of its own, indented below its key
    "a: \u{1}\n"
      1:4 "\u{1}" the control character U+0001 ()
      = remove it; within double quotes it can be written as `\x` and two hex digits
    "a:\n b\n c: 1\n"
      2:2 "b" a line is no `key: value` ()
      = add the `:` behind the key, and keep a key on one line
    "a:\n  b: [\n"
      2:6 "[" `[` is never closed ()
      = close `[` with `]` and `{` with `}`
    "a: x\n   - y: z\n"
      2:6 "y" `y` is indented deeper than `a` above it, which has its value already (by 3 blanks; by no blanks)
      = indent the keys of one map alike: this one by no blanks
    "##);
}

#[test]
fn a_place_ends_behind_its_beginning() {
    for slip in ["a:\n  b: c\n- ", "a: 'x' ", "a: [x] ", "a:\n - b\n-", "a: \"\\q", "a: \u{a0}: b", "\u{a0}a: b: c"] {
        let (_, found, _) = read(slip);
        for label in found.iter().flat_map(|diagnostic| &diagnostic.labels) {
            assert!(label.place.span.start <= label.place.span.end, "{slip:?}: {label:?}");
        }
    }
}
