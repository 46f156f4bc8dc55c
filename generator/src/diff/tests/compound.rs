//! What seems to be several changes and is one.

use super::{Specs, of, told};

const CALL: &str = "method: POST\npath: /notes\n\nbody:\n  fields:\n";
const END: &str = "\nresponses:\n  success:\n    body: none\n";

/// The lines that are told of the fields of a request, without those of Rust and the outcome.
fn findings(old: &str, new: &str) -> Vec<String> {
    let specs = |fields: &str| {
        let lines = fields.lines().map(|line| format!("    {line}\n"));
        Specs::endpoint(&format!("{CALL}{}{END}", lines.collect::<String>()))
    };
    let (comparison, _) = of(&specs(old), &specs(new));
    told(&comparison).lines().filter(|line| line.contains("shop/call: ")).map(str::to_owned).collect()
}

#[test]
fn the_rules_of_another_type_go_and_come_with_it() {
    let old = "id:\n  type: string\n  min_length: 3\n  pattern: '^a'\n";
    assert_eq!(
        findings(old, "id:\n  type: integer\n  maximum: 9\n"),
        ["error[type-changed] shop/call: request body.id: type: string, min_length: 3, pattern: ^a -> type: integer, \
          maximum: 9; request breaking, response -, crate major"]
    );
    // Of a wider type, the same rules could be said.
    let ids = findings("n:\n  type: integer\n  maximum: 9\n", "n:\n  type: number\n");
    assert_eq!(ids.len(), 2, "{ids:?}");
}

#[test]
fn a_type_is_told_as_it_is_written() {
    let step = |old: &str, new: &str| {
        let [line] = &findings(&format!("n:\n  type: {old}\n"), &format!("n:\n  type: {new}\n"))[..] else {
            panic!("{old} to {new} is one finding")
        };
        assert!(line.contains(&format!("type: {old} -> type: {new};")), "{line}");
        line.split(['[', ']']).nth(1).unwrap_or_default().to_owned()
    };
    for (old, new, id) in [
        ("int64", "string", "type-changed"),
        ("int32", "int64", "type-widened"),
        ("integer", "int64", "fact-restated"),
        ("int64", "integer", "fact-restated"),
        ("double", "string", "type-changed"),
        ("number", "double", "fact-restated"),
        ("int64", "double", "type-widened"),
    ] {
        assert_eq!(step(old, new), id, "{old} to {new}");
    }
}

#[test]
fn what_has_the_same_name_in_rust_is_the_same_thing() {
    let old = "sendAt:\n  type: string\nother:\n  type: string\n";
    let new = "send_at:\n  type: string\n  max_length: 9\nanother:\n  type: string\n";
    let found = findings(old, new);
    let renamed = "error[field-renamed] shop/call: request body.send_at: sendAt -> send_at; request breaking, response -, \
                   crate -, runs otherwise";
    assert!(found.iter().any(|line| line == renamed), "{found:?}");
    assert!(found.iter().any(|line| line.contains("[upper-bound-set]")), "{found:?}");
    assert!(found.iter().any(|line| line.contains("other -> another")), "{found:?}");
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn a_list_that_is_said_to_be_whole_changes_the_rust_enum_alone() {
    let (silent, closed) = ("kind:\n  enum:\n    - a\n    - b\n", "kind:\n  open: false\n  enum:\n    - a\n    - b\n");
    assert_eq!(
        findings(silent, closed),
        ["error[enum-complete] shop/call: request body.kind: nothing -> open: false; request compatible, response -, \
          crate major"]
    );
    assert_eq!(
        findings(closed, silent),
        ["error[enum-incomplete] shop/call: request body.kind: open: false -> nothing; request compatible, response \
          -, crate major"]
    );
}

#[test]
fn words_of_several_kinds_are_all_told() {
    let old = "text:\n  type: string\n  doc: One.\n  doubts:\n    - Two?\n";
    let new = "text:\n  type: string\n  doc: Three.\n  doubts:\n    - Four?\n";
    let start = "note[documentation-changed] shop/call: request body.text: ";
    let [line] = &findings(old, new)[..] else { panic!("one finding") };
    assert!(line.starts_with(&format!("{start}One.; Two? -> Three.; Four?; ")), "{line}");
    let [line] = &findings("text:\n  type: string\n  doc: One.\n", new)[..] else { panic!("one finding") };
    assert!(line.starts_with(&format!("{start}One. -> Three.; Four?; ")), "{line}");
}

#[test]
fn what_is_gone_points_to_what_is_left_around_it() {
    let api =
        format!("{}\ntypes:\n  Note:\n    open: true\n    fields:\n      text:\n        type: string\n", super::API);
    let call = format!("{CALL}    note:\n      type: Note\n{END}");
    let specs = |api: &str| Specs::endpoint(&call).with("shop/api.yaml", api);
    let (comparison, sources) = of(&specs(&api), &specs(&api.replacen("    open: true\n", "", 1)));
    let [finding] = &comparison.findings[..] else { panic!("{}", told(&comparison)) };
    assert_eq!(sources.text(finding.labels[0].place), "Note", "{}", told(&comparison));
}

#[test]
fn each_setting_that_an_endpoint_no_longer_takes_is_told() {
    let api = format!(
        "{}\nparts:\n  locale:\n    headers:\n      X-Zone:\n        type: string\n        required: false\n      \
         X-Tongue:\n        type: string\n        required: false\n",
        super::API
    );
    let call = format!("{CALL}    text:\n      type: string\n{END}");
    let specs = |call: &str| Specs::endpoint(call).with("shop/api.yaml", &api);
    let taking = call.replacen("\nbody:", "include:\n  - locale\n\nbody:", 1);
    for (old, new, id) in [(&taking, &call, "field-removed"), (&call, &taking, "field-added")] {
        let (comparison, _) = of(&specs(old), &specs(new));
        let all = told(&comparison);
        for name in ["X-Zone", "X-Tongue"] {
            assert!(all.contains(&format!("[{id}] shop/call: header.{name}: ")), "{name}: {all}");
        }
        assert_eq!(comparison.findings.len(), 2, "{all}");
    }
}

#[test]
fn words_of_one_kind_within_those_of_another_are_told() {
    let text = |doc: &str, doubt: &str| format!("text:\n  type: string\n  doc: {doc}\n  doubts:\n    - {doubt}\n");
    let [line] = &findings(&text("One. Two?", "Two?"), &text("Three. Four?", "Four?"))[..] else {
        panic!("one finding")
    };
    assert!(line.contains(": One. Two?; Two? -> Three. Four?; Four?; "), "{line}");
}
