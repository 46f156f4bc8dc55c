//! The samples of pages as tests of the generated crate: what goes in, and which rules it breaks.

use super::{Api, Endpoint, Name, OutcomeType, Words};
use crate::check::texts;
use crate::model::{self, Encode, FormKind, Given, Sample, StatusKey};
use crate::runtime::{Form, Pointer, Section, percent};

/// The tests of one API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiSamples {
    /// Its module.
    pub module: Name,
    /// Its cargo feature.
    pub feature: String,
    /// The endpoints that have samples.
    pub endpoints: Vec<EndpointSamples>,
}

/// The tests of one endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointSamples {
    /// Its module.
    pub module: Name,
    /// Its request.
    pub request: Name,
    /// Whether naming the request warns.
    pub deprecated: bool,
    /// A test for each sample.
    pub tests: Vec<SampleTest>,
    /// The samples whose body cannot be read, each with the reason.
    pub left_out: Vec<(Name, String)>,
}

/// One sample as a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleTest {
    /// The test's function.
    pub name: Name,
    /// What is read.
    pub message: Message,
    /// What it breaks: a JSON Pointer and a rule id each, in the order of the report.
    pub violates: Vec<(String, String)>,
}

/// What a test reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A request, as a server gets it.
    Request {
        /// Its method.
        method: String,
        /// Its path, a variable that the sample leaves out being `1`, and its query.
        target: String,
        /// Its headers.
        headers: Vec<(String, String)>,
        /// Its body.
        body: RequestBody,
        /// The variables, query parameters and headers that the sample gives, as JSON Pointers.
        given: Vec<String>,
    },
    /// A response, as a client gets it.
    Response {
        /// Its status.
        status: u16,
        /// Its body.
        body: String,
        /// What becomes of it.
        outcome: SampleOutcome,
    },
}

/// The body of a sample's request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestBody {
    /// None.
    None,
    /// JSON.
    Json(String),
    /// The fields of a form as an object in wire form; the lists whose items stand under `name[]`.
    Form(FormKind, String, Vec<String>),
}

/// What becomes of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleOutcome {
    /// A success that is written again and compared.
    Typed,
    /// A success without a typed body.
    Untyped,
    /// A refusal.
    Refusal,
}

/// Makes the samples of an API tests; `None` where it has no samples.
pub(super) fn of_api(api: &model::Api, planned: &Api) -> Option<ApiSamples> {
    let endpoints = api.endpoints.iter().zip(&planned.endpoints);
    let endpoints: Vec<_> = endpoints
        .map(|(endpoint, planned)| of_endpoint(api, endpoint, planned))
        .filter(|endpoint| !(endpoint.tests.is_empty() && endpoint.left_out.is_empty()))
        .collect();
    let (module, feature) = (planned.module.clone(), planned.feature.clone());
    (!endpoints.is_empty()).then_some(ApiSamples { module, feature, endpoints })
}

/// What the tests of a sample are called.
pub(super) fn words(example: &model::Example) -> Words {
    let words = Words::of(&example.name.text);
    if words == Words::none() { Words::one("empty") } else { words }
}

fn of_endpoint(api: &model::Api, endpoint: &model::Endpoint, planned: &Endpoint) -> EndpointSamples {
    let (mut tests, mut left_out) = (Vec::new(), Vec::new());
    let mut add = |name: Name, sample: &Sample, message: &dyn Fn() -> Message| match &sample.undecodable {
        Some(why) => left_out.push((name, why.text.clone())),
        None => tests.push(SampleTest { name, message: message(), violates: violates(sample) }),
    };
    for example in &endpoint.examples {
        let name = |suffix: &str| words(example).then(&Words::one(suffix)).snake();
        if let Some(sample) = &example.request {
            add(name("request"), sample, &|| request(api, endpoint, sample));
        }
        if let Some(sample) = &example.response {
            add(name("response"), sample, &|| response(endpoint, planned, sample));
        }
    }
    let (module, request, deprecated) =
        (planned.module.clone(), planned.request.name.clone(), planned.deprecated.is_some());
    EndpointSamples { module, request, deprecated, tests, left_out }
}

fn violates(sample: &Sample) -> Vec<(String, String)> {
    let pair = |claim: &model::Claim| {
        let pointer = claim.pointer.text.clone();
        claim.rules.iter().map(move |rule| (pointer.clone(), rule.text.clone())).collect::<Vec<_>>()
    };
    sample.violates.iter().flat_map(pair).collect()
}

fn request(api: &model::Api, endpoint: &model::Endpoint, sample: &Sample) -> Message {
    let argument = |name: &str| {
        let given = sample.path_parameters.iter().find(|given| given.name.text == name);
        let argument = given.map_or_else(|| "1".to_owned(), |given| texts(&given.value).unwrap_or_default().join(","));
        if is_list(api, endpoint, name) {
            argument.split(',').map(percent_encoded).collect::<Vec<_>>().join(",")
        } else {
            percent_encoded(&argument)
        }
    };
    let segment = |segment: &model::Segment| match segment {
        model::Segment::Literal(text) | model::Segment::Other(text) => text.clone(),
        model::Segment::Variable(name) => argument(name),
    };
    let segments: Vec<String> = endpoint.path.value.segments.iter().map(segment).collect();
    let pointer = |section, given: &Given| Pointer::section(section).key(&given.name.text).to_text();
    let path_given = sample.path_parameters.iter().map(|given| pointer(Section::Path, given));
    let query_given = sample.query_parameters.iter().map(|given| pointer(Section::Query, given));
    let headers_given = sample.headers.iter().map(|given| pointer(Section::Headers, given));
    Message::Request {
        method: endpoint.method.value.0.clone(),
        target: format!("/{}{}", segments.join("/"), query(endpoint, sample)),
        headers: sample.headers.iter().flat_map(|given| lines(api, endpoint, given)).collect(),
        body: request_body(api, endpoint, sample),
        given: path_given.chain(query_given).chain(headers_given).collect(),
    }
}

/// A header of a sample, a line for each text; of a list that is joined, without blanks around its items.
fn lines(api: &model::Api, endpoint: &model::Endpoint, given: &Given) -> Vec<(String, String)> {
    let scope = model::Scope { api, endpoint: Some(endpoint) };
    let settings = endpoint.settings.iter().filter_map(|index| api.settings.get(*index));
    let mut headers = endpoint.headers.iter().chain(settings);
    let is_joined = headers.find(|entry| entry.name.eq_ignore_ascii_case(&given.name.text)).is_some_and(|entry| {
        let is_list = matches!(scope.resolve(&entry.shape.value), model::Shape::List(_));
        is_list && entry.encode.as_ref().is_none_or(|encode| encode.value == Encode::Comma)
    });
    let tight = |text: &str| text.split(',').map(str::trim).collect::<Vec<_>>().join(",");
    let name = given.name.text.to_ascii_lowercase();
    let texts = texts(&given.value).unwrap_or_default().into_iter();
    texts.map(|text| (name.clone(), if is_joined { tight(&text) } else { text })).collect()
}

/// The query of a sample, behind `?`.
fn query(endpoint: &model::Endpoint, sample: &Sample) -> String {
    let pairs = Form::pairs(|query| {
        for given in &sample.query_parameters {
            let entry = endpoint.query_parameters.iter().find(|entry| entry.name == given.name.text);
            let encode = entry.and_then(|entry| entry.encode.as_ref()).map(|encode| encode.value);
            let suffix = if encode == Some(Encode::Brackets) { "[]" } else { "" };
            for text in texts(&given.value).unwrap_or_default() {
                query.put(&format!("{}{suffix}", given.name.text), &text);
            }
        }
    });
    if pairs.is_empty() { pairs } else { format!("?{pairs}") }
}

/// Whether a variable of the path is a list, whose commas are not encoded.
fn is_list(api: &model::Api, endpoint: &model::Endpoint, variable: &str) -> bool {
    let scope = model::Scope { api, endpoint: Some(endpoint) };
    let entry = endpoint.path_parameters.iter().find(|parameter| parameter.name == variable);
    entry.is_some_and(|entry| matches!(scope.resolve(&entry.shape.value), model::Shape::List(_)))
}

fn request_body(api: &model::Api, endpoint: &model::Endpoint, sample: &Sample) -> RequestBody {
    let (Some(body), Some(text)) = (&endpoint.body, &sample.body) else { return RequestBody::None };
    let text = text.text.trim_end().to_owned();
    let Some(form) = body.form() else { return RequestBody::Json(text) };
    let scope = model::Scope { api, endpoint: Some(endpoint) };
    let model::Shape::Object(fields) = scope.resolve(&body.entry.shape.value) else {
        return RequestBody::Form(form, text, Vec::new());
    };
    let bracketed =
        fields.iter().filter(|field| field.encode.as_ref().is_some_and(|encode| encode.value == Encode::Brackets));
    RequestBody::Form(form, text, bracketed.map(|field| field.name.clone()).collect())
}

fn response(endpoint: &model::Endpoint, planned: &Endpoint, sample: &Sample) -> Message {
    let status = status(endpoint, sample);
    let outcome = match &planned.output.value {
        _ if !(200..300).contains(&status) => SampleOutcome::Refusal,
        OutcomeType::Type(_) => SampleOutcome::Typed,
        OutcomeType::Unit | OutcomeType::Raw | OutcomeType::ByStatus { .. } => SampleOutcome::Untyped,
    };
    let body = sample.body.as_ref().map(|body| body.text.trim_end().to_owned()).unwrap_or_default();
    Message::Response { status, body, outcome }
}

/// The status of the sample of an answer: what it says, else the first success that the page names.
pub(super) fn status(endpoint: &model::Endpoint, sample: &Sample) -> u16 {
    let mut successes = endpoint.responses.iter().map(|response| response.key).filter(|key| key.is_success());
    let implied = successes.find_map(|key| match key {
        StatusKey::Status(status) => Some(status),
        _ => None,
    });
    sample.status.map(|(status, _)| status).or(implied).unwrap_or(200)
}

/// A text as one segment of a path.
fn percent_encoded(text: &str) -> String {
    let mut segment = String::new();
    percent::encode_segment(text, &mut segment);
    segment
}
