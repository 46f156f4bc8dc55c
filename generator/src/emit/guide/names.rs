//! The names in the examples of the guide: those of one endpoint that is good to show.

use std::cmp::Reverse;

use super::super::{example, package};
use crate::plan::{Api, Endpoint, OutcomeType, Plan};

/// What the examples name beside the endpoint; a request of such a name would hide it.
const TAKEN: &[&str] = &[
    "Arc",
    "BlockingTransport",
    "Body",
    "Box",
    "Duration",
    "Err",
    "Error",
    "Event",
    "Fake",
    "Finding",
    "JsonLines",
    "JsonObject",
    "Level",
    "Limits",
    "Message",
    "None",
    "Ok",
    "Option",
    "Policy",
    "Request",
    "Response",
    "Result",
    "RuleId",
    "Some",
    "String",
    "TransportError",
    "Vec",
];

/// The endpoint that shows most; of equals the first.
pub(in super::super) fn shown(plan: &Plan) -> Option<(&Api, &Endpoint)> {
    let all = plan.apis.iter().flat_map(|api| api.endpoints.iter().map(move |endpoint| (api, endpoint)));
    let usable = all.filter(|(_, endpoint)| !TAKEN.contains(&endpoint.request.name.as_str()));
    usable.min_by_key(|(api, endpoint)| {
        let typed_refusal = !matches!(endpoint.failure.value, OutcomeType::Unit);
        Reverse((!api.credentials.is_empty(), !api.servers.is_empty(), typed_refusal))
    })
}

/// The names to fill in.
pub(super) struct Names<'p> {
    plan: &'p Plan,
    shown: Option<(&'p Api, &'p Endpoint)>,
}

impl<'p> Names<'p> {
    /// The names of a crate.
    pub fn of(plan: &'p Plan) -> Self {
        Self { plan, shown: shown(plan) }
    }

    /// The feature of the API whose endpoint is shown.
    pub fn feature(&self) -> Option<&'p str> {
        self.shown.map(|(api, _)| api.feature.as_str())
    }

    /// A line with what stands in `{{…}}` filled: `library`, `Request`, `server`, `auth`, `example` with what runs the
    /// API's, and `import` with what is taken of the API's module.
    pub fn fill(&self, line: &str) -> String {
        let mut filled = String::with_capacity(line.len());
        let mut rest = line;
        while let Some((before, (placeholder, after))) =
            rest.split_once("{{").and_then(|(before, behind)| Some((before, behind.split_once("}}")?)))
        {
            filled.push_str(before);
            filled.push_str(&self.value(placeholder));
            rest = after;
        }
        filled + rest
    }

    fn value(&self, placeholder: &str) -> String {
        let library = &self.plan.library;
        let Some((api, endpoint)) = self.shown else { return library.to_string() };
        match placeholder {
            "Request" => endpoint.request.name.to_string(),
            "server" => example::server(api).1,
            "auth" => example::auth(api, endpoint),
            "library" => library.to_string(),
            "example" => package::run_example(self.plan, api),
            names => {
                let named = names.split(' ').skip(1).filter_map(|name| match name {
                    "Request" => Some(endpoint.request.name.to_string()),
                    "server" => example::server(api).0.map(ToString::to_string),
                    name => Some(name.to_owned()),
                });
                let mut named: Vec<String> = named.collect();
                named.sort();
                match named.as_slice() {
                    [name] => format!("{library}::{}::{name}", api.module),
                    names => format!("{library}::{}::{{{}}}", api.module, names.join(", ")),
                }
            }
        }
    }
}
