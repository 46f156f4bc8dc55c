//! What many endpoints share: each of it edited once, in an API of twelve, is one finding that says whom it reaches.

use std::fmt::Write as _;

use super::{Specs, of, told};
use crate::diff::Comparison;

const API: &str = "\
page:
  address: https://example.com/docs
  seen: 2026-11-01
  sha256: 9a013921b9dc6783296e5fbf90b5fb643141ab20a92e3756b688a35410b277d9
title: Shop

servers:
  main:
    url: https://{account}.example.com
    variables:
      account:
        type: string

auth:
  key:
    header: X-Key

parts:
  all:
    path_parameters:
      tenant:
        type: string
        max_length: 10
    query_parameters:
      verbose:
        type: boolean
        required: false
      region:
        type: string
        required: true
        enum:
          - eu
          - us
    headers:
      X-Trace:
        type: string
        required: false
        max_length: 36
      X-Client:
        type: string
        required: true
        max_length: 20
    responses:
      4XX:
        doc: A refusal.
        body:
          fields:
            code:
              type: integer
              required: true

types:
  Money:
    fields:
      amount:
        type: integer
        required: true
        minimum: 0
      currency:
        type: string
        required: true
        enum:
          - EUR
          - USD
  Id:
    type: string
    max_length: 12
";

/// The endpoints of the API; one of them has credentials of its own, and takes no money.
const ENDPOINTS: usize = 12;

fn specs(api: &str) -> Specs {
    let mut specs = Specs::default().with("shop/api.yaml", api);
    specs.0.remove("shop/call.yaml");
    for number in 0..ENDPOINTS {
        let auth = if number == 0 { "auth:\n  - none\n" } else { "" };
        let price = if number == 0 { "" } else { "    price:\n      type: Money\n      required: true\n" };
        let text = format!(
            "method: POST\npath: /{{tenant}}/call{number}\n{auth}\ninclude:\n  - all\n\nbody:\n  fields:\n    id:\n      \
             type: Id\n      required: true\n{price}\nresponses:\n  200:\n    body: none\n"
        );
        specs = specs.with(&format!("shop/call_{number:02}.yaml"), text);
    }
    specs
}

/// The findings, each with the number of endpoints that it reaches, and the outcome.
fn reached(comparison: &Comparison) -> String {
    let mut out = String::new();
    for finding in &comparison.findings {
        let effect = finding.effect.as_ref().expect("a change has an effect");
        let reach = effect.reach.as_ref().map_or("none".to_owned(), |reach| reach.endpoints.len().to_string());
        _ = write!(out, "{}[{}] {}, {reach}; ", finding.severity, finding.id, effect.subject);
    }
    out
}

/// What is edited, and what is told: the severity, the rule, the place, and how many endpoints it reaches.
#[rustfmt::skip]
const EDITS: &[(&str, &str, &str)] = &[
    ("max_length: 10", "max_length: 9", "error[upper-bound-lowered] shop: parts.all.path.tenant, 12; "),
    ("boolean\n        required: false", "boolean\n        required: true", "error[field-required] shop: parts.all.query.verbose, 12; "),
    ("type: boolean", "type: string", "error[type-changed] shop: parts.all.query.verbose, 12; "),
    ("type: boolean\n", "type: boolean\n        doc: Words.\n", "note[documentation-changed] shop: parts.all.query.verbose, 12; "),
    ("          - us\n", "          - us\n          - asia\n", "note[enum-value-added] shop: parts.all.query.region=asia, 12; "),
    ("          - us\n", "", "error[enum-value-removed] shop: parts.all.query.region=us, 12; "),
    ("          - us\n", "          - US\n", "error[enum-value-changed] shop: parts.all.query.region=US, 12; "),
    ("max_length: 36", "max_length: 30", "error[upper-bound-lowered] shop: header.X-Trace, 12; "),
    ("required: false\n        max_length: 36", "required: true\n        max_length: 36", "error[field-required] shop: parts.all.header.X-Trace, 12; "),
    ("      X-Trace:\n", "      X-Span:\n", "error[field-renamed] shop: header.X-Span, 12; "),
    ("      X-Trace:\n", "      X-Span:\n        renamed_from: X-Trace\n", "error[field-renamed] shop: header.X-Span, 12; "),
    ("      X-Trace:\n        type: string\n        required: false\n        max_length: 36\n", "", "error[field-removed] shop: header.X-Trace, 12; "),
    ("      X-Client:\n", "      X-More:\n        type: integer\n        required: false\n      X-Client:\n", "note[field-added] shop: header.X-More, 12; "),
    ("      X-Client:\n", "      X-More:\n        type: integer\n        required: true\n      X-Client:\n", "error[required-field-added] shop: parts.all.header.X-More, 12; "),
    ("max_length: 20", "max_length: 19", "error[upper-bound-lowered] shop: parts.all.header.X-Client, 12; "),
    ("required: true\n        max_length: 20", "required: false\n        max_length: 20", "error[field-optional] shop: parts.all.header.X-Client, 12; "),
    ("      X-Client:\n", "      X-App:\n", "error[field-renamed] shop: parts.all.header.X-App, 12; "),
    ("      X-Client:\n        type: string\n        required: true\n        max_length: 20\n", "", "error[required-field-removed] shop: parts.all.header.X-Client, 12; "),
    ("      verbose:\n        type: boolean\n        required: false\n      region:\n        type: string\n        required: true\n        enum:\n          - eu\n          - us\n",
     "      region:\n        type: string\n        required: true\n        enum:\n          - eu\n          - us\n      verbose:\n        type: boolean\n        required: false\n",
     "note[order-changed] shop: parts.all.query, 12; "),
    ("doc: A refusal.", "doc: A no.", "note[documentation-changed] shop: parts.all.response 4XX, 12; "),
    ("code:\n              type: integer", "code:\n              type: string", "error[type-changed] shop: parts.all.response 4XX body.code, 12; "),
    ("            code:\n", "            why:\n              type: string\n            code:\n", "note[field-added] shop: parts.all.response 4XX body.why, 12; "),
    ("    header: X-Key", "    query: key", "error[credential-changed] shop: auth.key, 11; "),
    ("    header: X-Key\n", "    header: X-Key\n  basic:\n    scheme: Basic\n", "note[credential-added] shop: auth.basic, 11; "),
    ("example.com\n    variables", "example.org\n    variables", "error[server-changed] shop: servers.main, 12; "),
    ("account:\n        type: string", "account:\n        type: string\n        max_length: 9", "warning[upper-bound-set] shop: servers.main.account, 12; "),
    ("/docs", "/page", "note[provenance-changed] shop: page.address, 12; "),
    ("2026-11-01\n  sha256: 9", "2026-11-02\n  sha256: 8", "note[provenance-changed] shop: page, 12; "),
    ("amount:\n        type: integer", "amount:\n        type: number", "error[type-widened] shop: types.Money.amount, 11; "),
    ("minimum: 0", "minimum: 1", "error[lower-bound-raised] shop: types.Money.amount, 11; "),
    ("          - USD\n", "          - USD\n          - CHF\n", "note[enum-value-added] shop: types.Money.currency=CHF, 11; "),
    ("max_length: 12", "max_length: 11", "error[upper-bound-lowered] shop: types.Id, 12; "),
    ("  Id:\n    type: string\n    max_length: 12", "  Id:\n    type: integer", "error[type-changed] shop: types.Id, 12; "),
];

#[test]
fn an_edit_of_what_is_shared_is_one_finding_that_says_whom_it_reaches() {
    let old = specs(API);
    let mut wrong = String::new();
    for (from, to, expected) in EDITS {
        assert_eq!(API.matches(from).count(), 1, "{from}");
        let new = specs(&API.replacen(from, to, 1));
        let (forwards, _) = of(&old, &new);
        let (backwards, _) = of(&new, &old);
        if reached(&forwards) != *expected || backwards.findings.len() != 1 {
            _ = writeln!(wrong, "{from:?} to {to:?}: {}\nback: {}", reached(&forwards), reached(&backwards));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn an_acceptance_of_what_is_shared_does_not_hang_on_who_shares_it() {
    let mark = |old: &Specs, new: &Specs| {
        let (comparison, _) = of(old, new);
        let [finding] = &comparison.findings[..] else { panic!("{}", told(&comparison)) };
        finding.fingerprint().expect("a change has a mark")
    };
    let (old, new) = (specs(API), specs(&API.replacen("max_length: 20", "max_length: 19", 1)));
    let without = |specs: &Specs| {
        let mut specs = specs.clone();
        specs.0.remove("shop/call_00.yaml");
        specs
    };
    assert_eq!(mark(&old, &new), mark(&without(&old), &without(&new)));
}

#[test]
fn what_two_endpoints_begin_to_take_in_is_told_of_each() {
    let api = API.replacen(
        "types:\n",
        "  more:\n    headers:\n      X-More:\n        type: integer\n        required: true\n\ntypes:\n",
        1,
    );
    let old = specs(&api);
    let mut new = old.clone();
    for path in ["shop/call_03.yaml", "shop/call_05.yaml"] {
        let text = old.0[path].replacen("  - all\n", "  - all\n  - more\n", 1);
        new = new.with(path, text);
    }
    let (comparison, sources) = of(&old, &new);
    let expected = "error[required-field-added] shop/call_03: header.X-More, none; error[required-field-added] shop/call_05: header.X-More, none; ";
    assert_eq!(reached(&comparison), expected);
    let line = |index: usize| {
        let place = comparison.findings[index].labels[0].place;
        format!("{}:{}", sources.path(place.file), sources.position(place.file, place.span.start).line)
    };
    assert_eq!((line(0), line(1)), ("specs/shop/call_03.yaml:6".to_owned(), "specs/shop/call_05.yaml:6".to_owned()));
}

#[test]
fn what_moves_into_a_part_and_changes_is_one_change_of_the_part() {
    let header =
        "    headers:\n      X-Client:\n        type: string\n        required: true\n        max_length: 20\n";
    let api = format!("{}\nparts:\n  all:\n{header}", super::API);
    let call = "method: GET\npath: /NUMBER\n";
    let end = "\nresponses:\n  success:\n    body: none\n";
    let own = "\nheaders:\n  X-Client:\n    type: string\n    required: true\n    max_length: 30\n";
    let (mut old, mut new) = (Specs::default(), Specs::default().with("shop/api.yaml", api));
    for name in ["call", "other"] {
        let path = format!("shop/{name}.yaml");
        old = old.with(&path, format!("{}{own}{end}", call.replace("NUMBER", name)));
        new = new.with(&path, format!("{}\ninclude:\n  - all\n{end}", call.replace("NUMBER", name)));
    }
    let (comparison, _) = of(&old, &new);
    assert_eq!(reached(&comparison), "error[upper-bound-lowered] shop: parts.all.header.X-Client, 2; ");
}
