//! `docwright lint`, what specs allow, and `--fix`: what is asked, what answers it, and what is mended without a person.

use docwright_tests::project::{Project, Run, repository, run};
use serde_json::Value;

use crate::DOCWRIGHT;

const ORDER: &str = "specs/shop/place_order.yaml";
const API: &str = "specs/shop/api.yaml";
const PROJECT: &str = "specs/docwright.yaml";

/// The day on which these tests were written: 2026-11-22.
const TODAY: &str = "1795305600";

/// A shop with one endpoint of these fields, of which nothing is asked but for them.
fn shop(fields: &str) -> Project {
    let project = Project::empty(DOCWRIGHT).unwrap();
    project.write(PROJECT, "language: 1\n\ncrate:\n  name: shop-client\n  version: 0.1.0\n").unwrap();
    project.write(API, "page:\n  address: https://docs.example/shop\ntitle: Shop\n").unwrap();
    let fields = fields.lines().flat_map(|line| ["    ", line, "\n"]).collect::<String>();
    let order = format!(
        "method: POST\npath: /orders\n\nbody:\n  fields:\n{fields}\nresponses:\n  200: {{}}\n\n\
         examples:\n  page:\n    response: {{}}\n"
    );
    project.write(ORDER, order).unwrap();
    project
}

fn docwright(project: &Project, arguments: &[&str]) -> Run {
    run(project.command().args(arguments).env("SOURCE_DATE_EPOCH", TODAY)).unwrap()
}

/// The ids of what is said, as they are printed: `warning[float-id]`.
fn said(project: &Project, arguments: &[&str]) -> Vec<String> {
    let run = docwright(project, arguments);
    let heading = |line: &str| Some(line.split_once("]: ")?.0.to_owned() + "]").filter(|text| text.contains('['));
    run.stderr.lines().filter_map(heading).collect()
}

fn append(project: &Project, path: &str, text: &str) {
    project.write(path, project.read(path).unwrap() + text).unwrap();
}

const FLOAT_ID: &str = "userId:\n  type: number\n";

#[test]
fn nothing_is_asked_of_the_specs_of_this_repository() {
    for folder in ["specs", "tests/language/specs"] {
        let project = Project::empty(DOCWRIGHT).unwrap();
        let specs = repository().join(folder);
        let run = docwright(&project, &["lint", "--deny-warnings", "--specs", specs.to_str().unwrap()]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{folder}");
        assert!(run.stdout.starts_with("Nothing to ask of `specs`: "), "{}", run.stdout);
    }
}

#[test]
fn a_project_says_what_lints_weigh() {
    let project = shop(FLOAT_ID);
    let run = docwright(&project, &["lint"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(said(&project, &["lint"]), ["warning[float-id]"]);
    assert_eq!(docwright(&project, &["lint", "--deny-warnings"]).code, 1);
    assert_eq!(said(&project, &["lint", "--deny-warnings"]), ["error[float-id]"]);
    assert_eq!(said(&project, &["check"]), ["error[crate-missing]"], "lints are for lint alone");

    let right = project.read(PROJECT).unwrap();
    for (level, expected, code) in [("error", vec!["error[float-id]"], 1), ("off", vec![], 0), ("'off'", vec![], 0)] {
        project.write(PROJECT, format!("{right}lint:\n  float-id: {level}\n")).unwrap();
        assert_eq!(said(&project, &["lint"]), expected, "{level}");
        assert_eq!(docwright(&project, &["lint"]).code, code, "{level}");
    }
    for (id, level, title, help) in [
        ("flot-id", "off", "`flot-id` is no lint", "did you mean `float-id`?"),
        ("unknown-key", "off", "`unknown-key` is no lint", "it tells of a mistake"),
        ("float-id", "of", "`of` is no word for `float-id`", "did you mean `off`?"),
    ] {
        project.write(PROJECT, format!("{right}lint:\n  {id}: {level}\n")).unwrap();
        for command in ["lint", "check"] {
            let run = docwright(&project, &[command]);
            assert_eq!(run.code, 1);
            assert!(run.stderr.contains(title) && run.stderr.contains(help), "{}", run.stderr);
        }
    }
}

#[test]
fn a_lint_is_allowed_where_it_is_said_and_below() {
    let allow = "allow:\n  float-id: The page has fractions.\n";
    let project = shop(&format!("{FLOAT_ID}  {}", allow.replace('\n', "\n  ")));
    assert_eq!(said(&project, &["lint"]), [""; 0], "of the field");
    let project = shop(&format!("{FLOAT_ID}buyerId:\n  type: number\n"));
    append(&project, API, allow);
    assert_eq!(said(&project, &["lint"]), [""; 0], "of all files of the API");
    let project = shop(FLOAT_ID);
    append(&project, ORDER, allow);
    assert_eq!(said(&project, &["lint"]), [""; 0], "of the endpoint");
    // What the narrower one covers, the wider one does not.
    append(&project, API, allow);
    assert_eq!(said(&project, &["lint"]), ["error[unused-allow]"]);
    assert!(docwright(&project, &["lint"]).stderr.contains(" specs/shop/api.yaml:"), "the wider one is not needed");
    assert_eq!(said(&project, &["check"]), ["error[crate-missing]"], "whether a lint is needed is for lint to say");
    // Another mistake may hide what an exception is for.
    append(&project, API, "auht: {}\n");
    assert_eq!(said(&project, &["lint"]), ["error[unknown-key]"]);

    let project = shop(&format!("{FLOAT_ID}note:\n  type: string\n  {}", allow.replace('\n', "\n  ")));
    assert_eq!(said(&project, &["lint"]), ["warning[float-id]", "error[unused-allow]"], "it holds of no sibling");
    let project = shop("note:\n  allow:\n    flot-id: Of no use.\n    float-id: ''\n");
    let run = docwright(&project, &["lint"]);
    assert!(run.stderr.contains("did you mean `float-id`?"), "{}", run.stderr);
    assert_eq!(said(&project, &["lint"]), ["error[bad-word]", "error[missing-why]"]);
}

#[test]
fn what_a_page_may_really_say_is_allowed_and_nothing_else() {
    let field = |facts: &str, id: &str| {
        shop(&format!("note:\n  type: string\n{facts}  allow:\n    {id}: The page has it so.\n"))
    };
    for (facts, id) in
        [("  pattern: '^(?!test)'\n", "unenforceable-pattern"), ("  max_length: 2\n  default: long\n", "value-breaks")]
    {
        let project = field(facts, id);
        assert_eq!(said(&project, &["generate"]), [""; 0], "{id}");
        assert_eq!(said(&project, &["lint"]), [""; 0], "{id}");
        assert_eq!(said(&field("", id), &["check"])[0], "error[unused-allow]");
    }
    let code = field("  pattern: '^(?!test)'\n", "unenforceable-pattern");
    docwright(&code, &["generate"]);
    let code = code.read("generated/src/shop/place_order.rs").unwrap();
    assert!(code.contains("Not enforced: matches `^(?!test)`. The page has it so."), "{code}");

    // Where nothing could be generated, no reason helps.
    for (facts, told) in [("  const: 5\n", "value-breaks"), ("  none_value: 5\n", "value-breaks")] {
        assert_eq!(said(&field(facts, told), &["generate"])[0], format!("error[{told}]"), "{facts}");
    }
    let project = shop("note: {}\n");
    project.replace(ORDER, "method: POST\n", "method: HEAD\nallow:\n  body-not-here: The page has it so.\n").unwrap();
    assert_eq!(said(&project, &["generate"])[0], "error[body-not-here]");
    project.replace(ORDER, "HEAD", "GET").unwrap();
    assert_eq!(said(&project, &["generate"]), [""; 0]);
    let project = shop("note: {}\n");
    project.write("specs/shop/send_order.yaml", project.read(ORDER).unwrap()).unwrap();
    assert_eq!(said(&project, &["generate"])[0], "error[duplicate-endpoint]");
    append(&project, "specs/shop/send_order.yaml", "allow:\n  duplicate-endpoint: Two pages have it.\n");
    assert_eq!(said(&project, &["generate"]), [""; 0]);
}

#[test]
fn what_needs_no_unit_and_what_is_no_time_is_not_asked_for() {
    let size = |bound: &str| format!("width:\n  type: integer\n  {bound}\n");
    let duration = "leadTime:\n  type: string\nendTime:\n  type: string\n";
    for (fields, asked) in [
        (size("minimum: 0"), vec![]),
        (size("minimum: 0\n  maximum: 90"), vec!["warning[bound-unit]"]),
        (duration.to_owned(), vec!["warning[time-as-text]"]),
    ] {
        assert_eq!(said(&shop(&fields), &["lint"]), asked, "{fields}");
    }
}

#[test]
fn types_that_are_all_alike_are_one_finding() {
    let project = shop("note:\n  type: string\n");
    let order = |name: &str, fields: &str| {
        let types = format!("types:\n  Buyer:\n    fields: {{ {fields} }}\n");
        let text = format!(
            "method: GET\npath: /{name}\n\nresponses:\n  200:\n    body:\n      type: Buyer\n\n\
             examples:\n  page:\n    response:\n      body: '{{}}'\n\n{types}"
        );
        project.write(&format!("specs/shop/{name}.yaml"), text).unwrap();
    };
    let five = "a: {}, b: {}, c: {}, d: {}, e: {}";
    for name in ["a", "b", "c", "d", "e", "f", "g"] {
        order(name, five);
    }
    // Like the first ones but for a field, and like each other.
    order("h", &format!("{five}, f: {{}}"));
    order("i", &format!("{five}, f: {{}}"));
    // These are another group.
    order("j", "x: {}, y: {}, z: {}");
    order("k", "x: {}, y: {}, z: {}");
    let all = docwright(&project, &["lint", "--format", "json"]);
    let all: Value = serde_json::from_str(&all.stdout).unwrap();
    let told = all["diagnostics"].as_array().unwrap();
    let titles: Vec<&str> = told.iter().map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!(
        titles,
        [
            "9 types have the same fields, or the same but for one",
            "`Buyer` has the fields of the other type of its name, all of them"
        ]
    );
    let human = docwright(&project, &["lint"]).stderr;
    assert!(human.contains("the first of them; 4 more are not shown"), "{human}");
    assert!(human.contains(" specs/shop/b.yaml:") && !human.contains("g.yaml"), "{human}");

    // Each can be allowed for itself, and all of them at once.
    let allow = "allow:\n  similar-types: The page has them apart.\n";
    append(&project, "specs/shop/b.yaml", allow);
    let human = docwright(&project, &["lint"]).stderr;
    assert!(human.contains("]: 8 types have") && !human.contains("b.yaml"), "{human}");
    append(&project, API, allow);
    let run = docwright(&project, &["lint"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
}

#[test]
fn what_is_wrong_is_told_by_lint_too() {
    let project = shop("userId:\n  type: numbr\n");
    append(&project, ORDER, "nme: x\n");
    assert_eq!(said(&project, &["lint"]), ["error[unknown-type]", "error[unknown-key]"]);
    assert_eq!(docwright(&project, &["lint"]).code, 1);
}

#[test]
fn what_is_sure_is_mended_and_nothing_else_moves() {
    let fields = "# before\nuserId: # behind\n  type: integr   # of it\n  defalt: 5\ncountry: {default: no} # flow\nsize:\n  \
                  tpye: sting\ntext:\n  doc: Beware of #1\n";
    let project = shop(fields);
    let wrong = project.read(ORDER).unwrap();

    let dry = docwright(&project, &["check", "--fix", "--dry-run"]);
    assert_eq!(project.read(ORDER).unwrap(), wrong);
    for line in
        ["-      type: integr   # of it", "+      type: integer   # of it", "     country: {default: no} # flow"]
    {
        assert!(dry.stdout.lines().any(|shown| shown == line), "{line}: {}", dry.stdout);
    }
    assert!(
        dry.stderr.contains("Would mend 4 places in 1 file\n    specs/shop/place_order.yaml: 4\n"),
        "{}",
        dry.stderr
    );

    let run = docwright(&project, &["check", "--fix"]);
    let right =
        wrong.replace("integr ", "integer ").replace("defalt", "default").replace("tpye: sting", "type: string");
    assert_eq!(project.read(ORDER).unwrap(), right);
    assert_eq!(run.code, 1, "what may be a comment is for a person to say");
    assert!(run.stderr.contains("error[ambiguous-scalar]") && run.stderr.contains("\nMended 4 places in 1 file\n"));

    project.replace(ORDER, "Beware of #1", "Beware.").unwrap();
    let run = docwright(&project, &["lint", "--fix", "--format", "json"]);
    let document: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(document["fixed"]["files"][0]["replacements"], 1);
    assert_eq!((run.code, &document["diagnostics"]), (0, &Value::Array(vec![])));
    let right = right.replace("Beware of #1", "Beware.").replace("default: no", "default: 'no'");
    assert_eq!(project.read(ORDER).unwrap(), right);
    let again = docwright(&project, &["lint", "--fix"]);
    assert_eq!((again.code, again.stderr.as_str()), (0, ""));
    assert_eq!(project.read(ORDER).unwrap(), right);
    assert_eq!(docwright(&project, &["check", "--dry-run"]).code, 2, "a dry run of nothing");
}

#[test]
fn a_file_that_would_have_more_errors_is_left_as_it_is() {
    // Below the misspelt key stands more that is wrong, and that only a person can mend.
    let project = shop("note:\n  itmes:\n    min_length: many\n    max_length: few\n    doc:\n      - no text\n");
    append(&project, API, "docc: Mended all the same.\n");
    let wrong = project.read(ORDER).unwrap();
    let run = docwright(&project, &["check", "--fix"]);
    assert_eq!(run.code, 1);
    assert_eq!(project.read(ORDER).unwrap(), wrong);
    assert!(project.read(API).unwrap().ends_with("\ndoc: Mended all the same.\n"));
    assert!(run.stderr.contains("`specs/shop/place_order.yaml` is left as it is: "), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn nothing_is_mended_through_a_link() {
    let project = shop("note:\n  tpye: string\n");
    let (at, to) = (project.path(ORDER), project.path("elsewhere.yaml"));
    std::fs::rename(&at, &to).unwrap();
    std::os::unix::fs::symlink(&to, &at).unwrap();
    let text = project.read("elsewhere.yaml").unwrap();
    assert_eq!(said(&project, &["check", "--fix"])[0], "error[link-refused]");
    assert_eq!(project.read("elsewhere.yaml").unwrap(), text);
}
