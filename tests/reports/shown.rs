//! Each format of the same findings, as it was read by a person.

use std::path::Path;

use docwright::diagnostic::{Style, render, to_json};
use docwright::report::Format;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

use crate::fixture::{Case, check, diff};

fn held(name: &str, now: String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/expected").join(name);
    let expected = Data::read_from(&path, Some(DataFormat::Text)).raw();
    Assert::new().action_env("SNAPSHOTS").eq(Data::text(now).raw(), expected);
}

fn all(name: &str, case: &Case) {
    held(&format!("{name}.txt"), render(&case.diagnostics, &case.sources, Style::Plain));
    held(&format!("{name}.json"), to_json(&case.diagnostics, &case.sources));
    held(&format!("{name}.github.txt"), case.write(Format::Github));
    held(&format!("{name}.md"), case.write(Format::Markdown));
}

#[test]
fn a_diff_is_shown_so() {
    all("diff", &diff());
}

#[test]
fn a_check_is_shown_so() {
    all("check", &check());
}
