//! `src/lib.rs`: the modules, each behind its feature.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Indent, lines};
use super::format::File;
use super::markdown::prose;
use super::scope::ident;
use super::{GeneratedFile, example, guide};
use crate::plan::{Api, Plan};

/// What the front page says of every crate.
const ABOUT: &str = "
A request is validated before it is sent, with every violation reported at once. An answer is never
refused because it differs from the documentation: an [observer](guide::deviations) hears of it.

The [guide] has a page on each of: [credentials](guide::auth), [configuration](guide::configuration),
[validation](guide::validation), [errors](guide::errors), [retries](guide::retries),
[deviations](guide::deviations), [transports](guide::transports), [testing](guide::testing). Types and
messages need no feature but that of their API, and do no input or output.";

/// The features that no API has, and what each adds. None is on by default.
pub(super) const OTHER_FEATURES: [(&str, &str); 6] = [
    ("`reqwest`", "for each API an asynchronous `Client` over reqwest"),
    ("`ureq`", "for each API a `BlockingClient` over ureq"),
    ("`reqwest013`, `ureq3`", "the same over a reqwest client or a ureq agent of your own, of these versions"),
    ("`time`", "times as values of the crate `time`, and from them"),
    ("`tracing`", "an event for each attempt and each outcome, for the crate `tracing`"),
    ("`conformance`", "a test of transports of your own"),
];

/// `src/lib.rs`
pub(super) fn file(plan: &Plan) -> GeneratedFile {
    let mut docs = lines(&plan.docs, Indent::Item);
    if docs.is_empty() {
        docs.push("Typed clients and validators: one module and one cargo feature for each API.".to_owned());
    }
    if let Some((api, endpoint)) = guide::shown(plan) {
        docs.push(String::new());
        docs.extend(example::lines(plan, api, endpoint).into_iter().map(|line| {
            let within_api = format!("# #[cfg(all(feature = {:?}, feature = \"ureq\"))]", api.feature);
            if line.starts_with("# #[cfg(") { within_api } else { line }
        }));
    }
    docs.extend(["", "| feature | what it adds |", "|---|---|"].map(str::to_owned));
    docs.extend(plan.apis.iter().map(|api| format!("| `{}` | {} |", api.feature, prose(&api.title))));
    docs.extend(OTHER_FEATURES.map(|(names, what)| format!("| {names} | {what} |")));
    docs.extend(ABOUT.lines().map(str::to_owned));
    let mut modules: Vec<(String, TokenStream)> =
        plan.apis.iter().map(|api| (api.module.to_string(), module(api))).collect();
    modules.push((
        "guide".to_owned(),
        quote!(
            pub mod guide;
        ),
    ));
    modules.push((
        "runtime".to_owned(),
        quote!(
            pub mod runtime;
        ),
    ));
    modules.sort_by(|one, other| one.0.cmp(&other.0));
    let mut file = File::new("specs", &docs);
    file.block(quote!(#![forbid(unsafe_code)])).block(modules.into_iter().map(|(_, module)| module).collect());
    GeneratedFile { path: "src/lib.rs".into(), text: file.finish() }
}

fn module(api: &Api) -> TokenStream {
    let (feature, module) = (&api.feature, ident(&api.module));
    quote!(#[cfg(feature = #feature)] pub mod #module;)
}
