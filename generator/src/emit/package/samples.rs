//! `tests/samples/`: the samples of the pages, run as tests of the generated crate.

use std::fmt::Write as _;

use super::{GeneratedFile, file};
use crate::diagnostic::shown;
use crate::model::FormKind;
use crate::plan::samples::{ApiSamples, EndpointSamples, Message, RequestBody, SampleOutcome, SampleTest};

/// The files of the tests.
pub(super) fn samples(library: &str, apis: &[ApiSamples]) -> Vec<GeneratedFile> {
    let main = file("tests/samples/main.rs", main(library, apis));
    let of_api = apis.iter().flat_map(|api| {
        let modules = api.endpoints.iter().flat_map(|endpoint| ["mod ", endpoint.module.as_str(), ";\n"]);
        let endpoints = api.endpoints.iter().map(|endpoint| {
            file(format!("tests/samples/{}/{}.rs", api.module, endpoint.module), endpoint_file(library, api, endpoint))
        });
        std::iter::once(file(format!("tests/samples/{}/mod.rs", api.module), modules.collect::<String>()))
            .chain(endpoints)
    });
    std::iter::once(main).chain(of_api).collect()
}

fn main(library: &str, apis: &[ApiSamples]) -> String {
    let mut modules = String::new();
    for api in apis {
        _ = writeln!(modules, "#[cfg(feature = {:?})]\nmod {};", api.feature, api.module);
    }
    include_str!("samples_main.rs").replace("message_clients", library).replace("// MODULES\n", &modules)
}

fn endpoint_file(library: &str, api: &ApiSamples, endpoint: &EndpointSamples) -> String {
    let left_out = endpoint.left_out.iter().map(|(name, why)| format!("// {name} is left out: {}\n", one_line(why)));
    let left_out = left_out.collect::<String>();
    if endpoint.tests.is_empty() {
        return left_out;
    }
    let allow = if endpoint.deprecated { "#![allow(deprecated)]\n\n" } else { "" };
    let mut text = format!("{allow}use {library}::{}::{};\n\n", api.module, endpoint.request);
    let mut helpers: Vec<&str> = endpoint.tests.iter().flat_map(helpers).collect();
    helpers.sort_unstable();
    helpers.dedup();
    _ = match helpers.as_slice() {
        [one] => writeln!(text, "use crate::{one};"),
        several => writeln!(text, "use crate::{{{}}};", several.join(", ")),
    };
    for test in &endpoint.tests {
        self::test(&endpoint.request.to_string(), test, &mut text);
    }
    for test in &endpoint.tests {
        if let Some(body) = body(&test.message) {
            _ = write!(text, "\nconst {}: &str = {};\n", constant(test), raw(body));
        }
    }
    if !left_out.is_empty() {
        text.push('\n');
        text.push_str(&left_out);
    }
    text
}

/// A text of a spec within a comment.
fn one_line(text: &str) -> String {
    shown::whole(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

/// The functions of `main.rs` that a test calls.
fn helpers(test: &SampleTest) -> Vec<&'static str> {
    match &test.message {
        Message::Request { body: RequestBody::None, .. } => vec!["bare", "request"],
        Message::Request { body: RequestBody::Json(_), .. } => vec!["json", "request"],
        Message::Request { body: RequestBody::Form(form, ..), .. } => vec![function(*form), "request"],
        Message::Response { outcome: SampleOutcome::Typed, .. } => vec!["response"],
        Message::Response { outcome: SampleOutcome::Untyped, .. } => vec!["untyped"],
        Message::Response { outcome: SampleOutcome::Refusal, .. } => vec!["refusal"],
    }
}

/// The function of `main.rs` that writes such a form.
const fn function(form: FormKind) -> &'static str {
    match form {
        FormKind::Multipart => "multipart",
        FormKind::Urlencoded => "urlencoded",
    }
}

fn body(message: &Message) -> Option<&str> {
    match message {
        Message::Request { body: RequestBody::Json(body) | RequestBody::Form(_, body, _), .. } => Some(body),
        Message::Request { body: RequestBody::None, .. } => None,
        Message::Response { body, .. } => (!body.is_empty()).then_some(body),
    }
}

fn constant(test: &SampleTest) -> String {
    test.name.as_str().to_uppercase()
}

fn test(endpoint: &str, test: &SampleTest, text: &mut String) {
    _ = write!(text, "\n#[test]\nfn {}() {{\n", test.name);
    match &test.message {
        Message::Request { method, target, headers, body, given } => {
            let (method, target) = (literal(method), literal(target));
            let message = match body {
                RequestBody::None => format!("bare({method}, {target})"),
                RequestBody::Json(_) => format!("json({method}, {target}, {})", constant(test)),
                RequestBody::Form(form, _, lists) => {
                    format!("{}({method}, {target}, {}, &{})", function(*form), constant(test), list(lists))
                }
            };
            let mutable = if headers.is_empty() { "" } else { "mut " };
            _ = writeln!(text, "    let {mutable}sample = {message};");
            for (name, value) in headers {
                let (name, value) = (literal(name), literal(value));
                _ = writeln!(text, "    sample.headers_mut().append({name}, {value}.parse().unwrap());");
            }
            let claims = claims(test, text);
            _ = writeln!(text, "    request::<{endpoint}>(&sample, &{}, {claims});", list(given));
        }
        Message::Response { status, body, outcome } => {
            let function = match outcome {
                SampleOutcome::Typed => "response",
                SampleOutcome::Untyped => "untyped",
                SampleOutcome::Refusal => "refusal",
            };
            let body = if body.is_empty() { "\"\"".to_owned() } else { constant(test) };
            let claims = claims(test, text);
            _ = writeln!(text, "    {function}::<{endpoint}>({status}, {body}, {claims});");
        }
    }
    text.push_str("}\n");
}

/// Writes the claims as a table of their own where there are some, and says how they are called.
fn claims(test: &SampleTest, text: &mut String) -> &'static str {
    if test.violates.is_empty() {
        return "&[]";
    }
    text.push_str("    let violates = [\n");
    for (pointer, rule) in &test.violates {
        _ = writeln!(text, "        ({}, {}),", literal(pointer), literal(rule));
    }
    text.push_str("    ];\n");
    "&violates"
}

/// A text as a literal.
fn literal(text: &str) -> String {
    super::super::literal::text(text).to_string()
}

/// Texts as an array.
fn list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join(", "))
}

/// A text as a raw string, or as an escaped one where it holds what would not be seen.
pub(super) fn raw(text: &str) -> String {
    if text.chars().any(|char| shown::is_hidden(char) && !matches!(char, '\n' | '\t')) {
        return literal(text);
    }
    let longest = text.split('"').skip(1).map(|rest| rest.bytes().take_while(|byte| *byte == b'#').count()).max();
    let hashes = longest.map_or(String::new(), |count| "#".repeat(count + 1));
    format!("r{hashes}\"{text}\"{hashes}")
}
