//! `README.md` of the generated crate: what it has, and each endpoint in use.

use std::fmt::Write as _;

use super::super::library::OTHER_FEATURES;
use super::super::markdown::{code, prose};
use super::examples::{command, with_example};
use super::{GeneratedFile, file};
use crate::plan::{Api, Endpoint, Paragraph, Plan, Span, paragraphs};

/// `README.md`, to which the sections of APIs and endpoints are added in order.
pub(in super::super) struct Readme {
    text: String,
    below: String,
}

impl Readme {
    /// What stands above and below all sections.
    pub fn of(plan: &Plan) -> Self {
        let text = format!("# {}\n\n{}\n{INTRODUCTION}{}", plan.package, paragraph(&plan.docs), features(plan));
        Self { text, below: format!("{BELOW}{}", examples(plan)) }
    }

    /// Adds a section.
    pub fn add(&mut self, section: &str) {
        self.text.push_str(section);
    }

    /// The file.
    pub fn finish(self) -> GeneratedFile {
        file("README.md", self.text + &self.below)
    }
}

/// The heading of an API.
pub(in super::super) fn heading(api: &Api) -> String {
    format!("\n## {}\n", prose(&api.title))
}

/// An endpoint in use: the example of its documentation, without the lines that only make it compile.
pub(in super::super) fn section(endpoint: &Endpoint, example: &[String]) -> String {
    let shown = example.iter().map(String::as_str).filter(|line| !line.starts_with("# ") && !line.starts_with("```"));
    let shown: String = shown.flat_map(|line| [line, "\n"]).collect();
    let (name, docs) = (&endpoint.request.name, paragraph(&endpoint.request.docs));
    format!("\n### {name}\n\n{docs}\n\n```rust\n{shown}```\n")
}

/// What there is to choose from, and how it is chosen.
fn features(plan: &Plan) -> String {
    let mut text = format!("{FEATURES}\n| feature | API | endpoints |\n|---|---|---|\n");
    for api in &plan.apis {
        let endpoints: Vec<_> = api.endpoints.iter().map(|endpoint| code(endpoint.request.name.as_str())).collect();
        _ = writeln!(text, "| {} | {} | {} |", code(&api.feature), prose(&api.title), endpoints.join(", "));
    }
    text.push_str("\n| feature | what it adds |\n|---|---|\n");
    for (names, what) in OTHER_FEATURES {
        _ = writeln!(text, "| {names} | {what} |");
    }
    if let Some(api) = plan.apis.first() {
        let (package, feature) = (&plan.package, &api.feature);
        text.push_str("\nIn the `Cargo.toml` of a program beside it:\n\n```toml\n[dependencies]\n");
        _ = writeln!(text, "{package} = {{ path = \"../{package}\", features = [\"{feature}\", \"reqwest\"] }}\n```");
    }
    text
}

/// The programs of `examples/`.
fn examples(plan: &Plan) -> String {
    let mut text = format!("{EXAMPLES}\n```console\n");
    for api in with_example(plan) {
        _ = writeln!(text, "$ {}", command(plan, api));
    }
    text + "```\n"
}

/// The first paragraph of a documentation.
fn paragraph(docs: &crate::plan::Docs) -> String {
    let spans = match docs.0.first() {
        Some(Paragraph::Text(spans) | Paragraph::Item(spans)) => spans.as_slice(),
        None => &[],
    };
    let mut text = String::new();
    let mut glued = true;
    for span in spans {
        let piece = match span {
            Span::Glue => {
                glued = true;
                continue;
            }
            Span::Prose(words) => prose(paragraphs(words).next().unwrap_or_default()),
            Span::Fixed(words) => words.clone(),
            Span::Code(words) => code(words),
            Span::Link(name) | Span::Field(name) => code(name.as_str()),
        };
        if !std::mem::take(&mut glued) {
            text.push(' ');
        }
        text.push_str(&piece);
    }
    text
}

const INTRODUCTION: &str = "
Made by docwright from descriptions of the vendors' documentation pages: change those, not this crate.
A request is validated before it is sent, with every violation reported at once. An answer is never refused because it
differs from its page: an observer hears of it. Where the crate departs from a page, and why, stands in
[CORRECTIONS.md](CORRECTIONS.md).
";

const FEATURES: &str = "
Each API is a feature, and so is each way to send; none is on by default. Without a way to send there are types, validators
and messages, for a transport of your own. The crate needs Rust 1.88 and has no unsafe code.
";

const EXAMPLES: &str = "
## Examples

A program for each API calls its endpoints over loopback, where a stand-in answers for the server: no account is needed.
";

const BELOW: &str = "
## What else it does

- `client.call(request)` sets headers, credentials, policy, retries and timeouts for one call, and fields that the page does
  not know; `send_full` also returns status, headers, raw body and deviations.
- `error.delivery()` says whether a message reached the server, did not, or may have. A retry happens only where the server
  cannot act twice, within a deadline and within a budget that all calls share.
- Deviations go to a closure, or to a file as lines of JSON.
- Credentials are fixed, given for one call, or asked for by each, such as tokens that are renewed.
- Credentials go to the origin that the client was built for, never over plain `http` to another machine, and no `Debug`,
  error or trace prints them.
- Every type reads and writes JSON (`runtime::from_json`, `runtime::to_json`; a request by `Endpoint::to_json`, for an
  outbox), and an endpoint is read from an `http::Request` and answered by an `http::Response`, for gateways and tests.

The documentation (`cargo doc --open`) has a guide: a page each on credentials, configuration, validation, errors, retries,
deviations, transports and testing.

## What it costs to build

With docwright's four APIs, this crate included; on Linux, from an empty target folder, on two cores:

| features | crates | clean `cargo check` |
|---|---|---|
| none, or APIs alone | 9 | 5 s |
| `time` | 14 | 7 s |
| `ureq` | 30 | 14 s |
| `reqwest` | 86 | 26 s |
| all | 95 | 26 s |
";
