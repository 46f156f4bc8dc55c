//! The skeleton of an endpoint: what a curl command shows of it, and comments on what the page has to say.

use super::address::{Address, Segment};
use super::credential::{self, Carrier};
use super::curl::{Body, Curl};
use super::infer::{self, Shape, Types, without_secrets};
use super::json::Json;
use super::outline::Outline;
use super::project::title;
use super::text::{pairs, placeholder};
use crate::model::MediaType;
use crate::runtime::is_reserved_header;
use crate::spec::block::{Block, Value};
use crate::spec::table::Key;
use crate::yaml::{Content, Document, Member, write};

const WHY: &str = "Seen in a curl sample.";
const PLACEHOLDER: &str = "A curl sample has a placeholder there.";

/// What is known of an endpoint to be.
#[derive(Debug, Default)]
pub struct Wish<'a> {
    /// The name of its API.
    pub api: &'a str,
    /// The page's address.
    pub page: Option<&'a str>,
    /// The method.
    pub method: Option<&'a str>,
    /// The path, with its variables.
    pub path: Option<&'a str>,
    /// A call of it.
    pub curl: Option<Curl>,
    /// `api.yaml`, if there is one.
    pub existing: Option<&'a Block>,
}

/// What was made of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Skeleton {
    /// The endpoint's file.
    pub endpoint: String,
    /// `api.yaml`, where there is none yet.
    pub api: Option<String>,
    /// What a person must decide before the specs hold.
    pub decisions: Vec<String>,
    /// What a person should know.
    pub remarks: Vec<String>,
}

/// Why no skeleton can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoAddress;

/// Makes a skeleton. No credential of the sample gets into it, nor into its remarks.
///
/// # Errors
/// Where the address of the sample is none of HTTP.
pub fn skeleton(mut wish: Wish<'_>) -> Result<Skeleton, NoAddress> {
    let curl = wish.curl.take();
    let has_sample = curl.is_some();
    let mut drawing = Drawing {
        wish,
        types: Vec::new(),
        made: Skeleton::default(),
        endpoint: Outline::default(),
        sample: Outline::default(),
    };
    drawing.page();
    match curl {
        Some(curl) => drawing.of_sample(curl)?,
        None => drawing.of_nothing(),
    }
    Ok(drawing.finish(has_sample))
}

struct Drawing<'a> {
    wish: Wish<'a>,
    types: Vec<Member>,
    made: Skeleton,
    endpoint: Outline,
    sample: Outline,
}

impl Drawing<'_> {
    fn decide(&mut self, text: impl Into<String>) {
        self.made.decisions.push(text.into());
    }

    fn remark(&mut self, text: impl Into<String>) {
        self.made.remarks.push(text.into());
    }

    fn not_kept(&mut self, pointer: &str) {
        self.remark(format!("the value of `{}` was not kept: it may be a secret", pointer.escape_debug()));
    }

    fn page(&mut self) {
        if let Some(address) = self.wish.page {
            self.endpoint.block(Key::Page, Outline::of(Key::Address, address));
        } else if self.wish.existing.is_none_or(|api| api.get(Key::Page).is_none()) {
            self.decide("which page is transcribed: write its address under `page`, of the endpoint or of api.yaml");
        }
    }

    /// Without a sample: the two facts that every endpoint has.
    fn of_nothing(&mut self) {
        if self.wish.method.is_none() {
            self.decide("the `method`: GET was written");
        }
        if self.wish.path.is_none() {
            self.decide("the `path`: `/` was written");
        }
        let path = self.wish.path.unwrap_or("/");
        self.endpoint.text(Key::Method, self.wish.method.unwrap_or("GET"));
        self.endpoint.text(Key::Path, path);
        let entry = |name: String| {
            let mut entry = Outline::of(Key::Type, "string");
            entry.flag(Key::Required, true);
            Member::new(name, entry.content())
        };
        self.endpoint.map(Key::PathParameters, variables_of(path).map(entry).collect());
        if self.wish.existing.is_none() {
            self.api(None, &[]);
        }
    }

    fn of_sample(&mut self, mut curl: Curl) -> Result<(), NoAddress> {
        let mut address = Address::parse(&curl.url).ok_or(NoAddress)?;
        self.made.remarks.append(&mut curl.remarks);
        self.made.remarks.append(&mut address.remarks);
        let mut query = std::mem::take(&mut address.query);
        for part in std::mem::take(&mut curl.query) {
            query.extend(pairs(&part));
        }
        let carriers = credential::take(&mut curl, &mut query, address.has_user);
        let taken = self
            .wish
            .existing
            .map_or_else(Vec::new, |api| api.map(Key::Types).iter().map(|named| named.name.value.clone()).collect());
        let mut types = Types::beside(taken, WHY);
        self.endpoint.text(Key::Method, self.wish.method.unwrap_or(&curl.method));
        self.path(&address);
        self.query(&query, &mut types);
        let media_type = self.headers(&curl.headers, &mut types);
        self.body(&curl.method, &curl.body, media_type.as_deref(), &mut types);
        self.types = types.into_members();
        match self.wish.existing {
            Some(api) => self.beside(api, &carriers),
            None => self.api(Some(&address), &carriers),
        }
        Ok(())
    }

    fn path(&mut self, address: &Address) {
        let below = self.below_server(address);
        let segments = address.segments.get(below..).unwrap_or_default();
        let template = Address::template(segments);
        if let Some(path) = self.wish.path
            && path != template
        {
            self.remark(format!("the path of the sample reads as `{template}`"));
        }
        let path = self.wish.path.unwrap_or(&template).to_owned();
        self.endpoint.text(Key::Path, path.as_str());
        let (mut entries, mut samples) = (Vec::new(), Vec::new());
        for segment in segments {
            let Segment::Variable(variable) = segment else { continue };
            if !path.contains(&format!("{{{}}}", variable.name)) {
                continue;
            }
            let facts = Types::beside(Vec::new(), WHY).facts("", &variable.shape);
            let why = if variable.sample.is_some() { WHY } else { PLACEHOLDER };
            entries.push(Member::new(variable.name.as_str(), facts.inferred(why).content()));
            samples.extend(
                variable.sample.as_ref().map(|sample| Member::new(variable.name.as_str(), infer::scalar(sample))),
            );
        }
        for name in variables_of(&path) {
            if !entries.iter().any(|entry| entry.key == name) {
                let facts = Outline::of(Key::Type, "string");
                entries.push(Member::new(name, facts.inferred(PLACEHOLDER).content()));
            }
        }
        self.endpoint.map(Key::PathParameters, entries);
        self.sample.map(Key::PathParameters, samples);
    }

    /// How many segments of the path the server has; it must be one of api.yaml's, if there are any.
    fn below_server(&mut self, address: &Address) -> usize {
        let (Some(api), Some(server)) = (self.wish.existing, &address.server) else { return 0 };
        let servers = servers(api);
        if let Some(below) = servers.iter().filter_map(|known| segments_of(known, &server.url, &address.segments)).max()
        {
            return below;
        }
        let name = if server.is_local { "local" } else { "production" };
        self.remark(format!(
            "the sample goes to `{}`, which is no server of api.yaml; where it is one, write under `servers`: `{name}: {{url: {}}}`",
            server.url, server.url
        ));
        0
    }

    fn query(&mut self, query: &[(String, String)], types: &mut Types) {
        let (entries, samples) = fields(query, types);
        self.endpoint.map(Key::QueryParameters, entries);
        let mut given = Vec::new();
        for (name, value) in samples {
            if infer::may_be_secret(&value) {
                self.not_kept(&format!("/query_parameters/{name}"));
            } else {
                given.push(Member::new(name, infer::scalar(&value)));
            }
        }
        self.sample.map(Key::QueryParameters, given);
    }

    /// The headers that a caller may set; the media type of the body.
    fn headers(&mut self, headers: &[(String, String)], types: &mut Types) -> Option<String> {
        let is_browser = headers.iter().any(|(name, _)| name.to_ascii_lowercase().starts_with("sec-"));
        let (mut entries, mut samples): (Vec<Member>, Vec<Member>) = (Vec::new(), Vec::new());
        for (name, value) in headers {
            let lower = name.to_ascii_lowercase();
            let is_of_browser = is_browser && lower.starts_with("accept-");
            if is_reserved_header(name) || is_of_browser || is_passed_over(&lower) {
                continue;
            }
            if !is_token(name) || entries.iter().any(|entry| entry.key.eq_ignore_ascii_case(name)) {
                self.remark("a header was left out: its name is none, or stands there twice");
                continue;
            }
            let (shape, json) = Shape::of_text(value);
            entries.push(Member::new(name.as_str(), types.facts(name, &shape).inferred(WHY).content()));
            if infer::may_be_secret(&json) {
                self.not_kept(&format!("/headers/{name}"));
            } else if placeholder(value).is_none() && !value.is_empty() {
                samples.push(Member::new(name.as_str(), infer::scalar(&json)));
            }
        }
        self.endpoint.map(Key::Headers, entries);
        self.sample.map(Key::Headers, samples);
        let content_type = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        content_type.map(|(_, value)| value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase())
    }

    fn body(&mut self, method: &str, body: &Body, media_type: Option<&str>, types: &mut Types) {
        let mut described = Outline::default();
        let mut half = Outline::of(Key::Why, WHY);
        match body {
            Body::None => return,
            Body::Parts { texts, files } => {
                half.text(Key::MediaType, "multipart/form-data");
                for name in files {
                    self.decide(format!(
                        "the part `{}` of the form: it is a file, which this version does not send; tell of it in `doubts`",
                        name.escape_debug()
                    ));
                }
                self.form(texts, &mut described, types);
            }
            Body::Text(text) => {
                let json = Json::parse(text);
                let is_json = match media_type {
                    Some(media_type) => MediaType(media_type.to_owned()).is_json(),
                    None => matches!(json, Some(Json::Object(_) | Json::List(_))),
                };
                let media_type = media_type.unwrap_or(if is_json {
                    "application/json"
                } else {
                    "application/x-www-form-urlencoded"
                });
                half.text(Key::MediaType, media_type);
                match json {
                    Some(json) if is_json => self.json(json, &mut described, &mut half, types),
                    _ if is_json => {
                        self.decide("the `body`: that of the sample is no JSON, so its fields are not known");
                    }
                    _ if media_type == "application/x-www-form-urlencoded" => {
                        self.form(&pairs(text), &mut described, types);
                    }
                    _ => {
                        self.decide(format!("the `body`: this version writes none of `{}`", media_type.escape_debug()));
                        return;
                    }
                }
            }
        }
        if matches!(method, "GET" | "HEAD") {
            self.decide(format!("the `body`: the sample sends one with {method}"));
        }
        described.block(Key::Inferred, half);
        self.endpoint.block(Key::Body, described);
    }

    fn form(&mut self, fields_of: &[(String, String)], described: &mut Outline, types: &mut Types) {
        let (entries, samples) = fields(fields_of, types);
        if entries.is_empty() {
            self.decide("the `fields` of the `body`: the sample has none");
        }
        described.map(Key::Fields, entries);
        self.sample_body(Json::Object(samples));
    }

    fn json(&mut self, json: Json, described: &mut Outline, half: &mut Outline, types: &mut Types) {
        let shape = Shape::of(&json);
        if let Some(fields) = shape.fields() {
            let entry = |(name, shape): &(String, Shape)| {
                Member::new(name.as_str(), types.facts(name, shape).inferred(WHY).content())
            };
            described.map(Key::Fields, fields.iter().map(entry).collect());
        } else {
            described.flag(Key::Documented, false);
            half.merge(types.facts("item", &shape));
        }
        self.sample_body(json);
    }

    fn sample_body(&mut self, mut json: Json) {
        let mut gone = Vec::new();
        without_secrets(&mut json, "", &mut gone);
        for pointer in gone {
            self.not_kept(&format!("/body{pointer}"));
        }
        self.sample.put(Key::Body, Content::Literal(json.pretty()));
    }

    /// A new api.yaml.
    fn api(&mut self, address: Option<&Address>, carriers: &[Carrier]) {
        let mut api = Outline::of(Key::Title, title(self.wish.api));
        if let Some(server) = address.and_then(|address| address.server.as_ref()) {
            let mut facts = Outline::of(Key::Url, server.url.as_str());
            let variable = |name: &String| Member::new(name.as_str(), Outline::of(Key::Type, "string").content());
            facts.map(Key::Variables, server.variables.iter().map(variable).collect());
            let name = if server.is_local { "local" } else { "production" };
            api.map(Key::Servers, vec![Member::new(name, facts.inferred(WHY).content())]);
        }
        api.map(Key::Auth, credential::entry(carriers, WHY).into_iter().collect());
        api.remark(Key::Title, &["The API's name as its vendor writes it; `doc` has a line on what it is for."]);
        api.remark(Key::Auth, &["The ways to prove who calls. What a credential is stands nowhere."]);
        let document = Document {
            head: vec!["yaml-language-server: $schema=../.schema/api.json".to_owned()],
            members: api.members(),
            foot: Vec::new(),
        };
        self.made.api = Some(write(&document));
    }

    /// What an api.yaml that is there lacks.
    fn beside(&mut self, api: &Block, carriers: &[Carrier]) {
        if credential::is_known(carriers, &credential::known(api)) {
            return;
        }
        let Some(entry) = credential::entry(carriers, WHY) else { return };
        let shown: Vec<String> = carriers.iter().map(Carrier::shown).collect();
        let text = write(&Document { members: vec![entry], ..Document::default() });
        let lines: Vec<String> = text.lines().map(|line| format!("        {line}")).collect();
        self.remark(format!(
            "the sample proves who calls by {}, which api.yaml does not know; to add under `auth`:\n{}",
            shown.join(" and "),
            lines.join("\n")
        ));
    }

    fn finish(mut self, has_sample: bool) -> Skeleton {
        let responses = vec![Member {
            remarks: vec![
                "By status; `success` is any 2XX. Where the page shows what comes, `body` says it.".to_owned(),
            ],
            ..Member::new("success", Content::Map(Vec::new()))
        }];
        self.endpoint.map(Key::Responses, responses);
        self.endpoint.map(Key::Types, self.types);
        let sample = self.sample;
        let has_values =
            [Key::PathParameters, Key::QueryParameters, Key::Headers, Key::Body].iter().any(|key| sample.has(*key));
        if has_values {
            let mut example = Outline::default();
            example.block(Key::Request, sample);
            self.endpoint.map(Key::Examples, vec![Member::new("curl", example.content())]);
        }
        self.endpoint.remark(Key::Method, METHOD);
        let mut head = vec!["yaml-language-server: $schema=../.schema/endpoint.json".to_owned()];
        let lines = if has_sample { OF_SAMPLE } else { OF_NOTHING };
        head.extend(lines.iter().map(|line| (*line).to_owned()));
        let foot = if has_sample { Vec::new() } else { FOOT.iter().map(|line| (*line).to_owned()).collect() };
        self.made.endpoint = write(&Document { head, members: self.endpoint.members(), foot });
        self.made
    }
}

const OF_SAMPLE: &[&str] = &[
    "Filled from a curl sample. What the page says too, move out of `inferred`, and remove",
    "`documented: false`: what an entry says itself is the page's word, and is enforced; what is",
    "inferred only warns.",
];

const OF_NOTHING: &[&str] =
    &["What stands here is what the page says, a fact a line; what the page leaves open has no line."];

const METHOD: &[&str] = &["`documented_as` above has the page's own name of it, `doc` below a line on what it does."];

const FOOT: &[&str] = &[
    "An entry for each row of the page's tables, under `path_parameters`, `query_parameters`,",
    "`headers`, or `fields` of `body`:",
    "",
    "body:",
    "  media_type: application/json",
    "  fields:",
    "    text:",
    "      type: string",
    "      required: true",
    "      max_length: 1000",
    "      doc: The text.",
    "",
    "The page's samples, which must hold:",
    "",
    "examples:",
    "  sample:",
    "    request:",
    "      body: |",
    "        {",
    "          \"text\": \"Hello\"",
    "        }",
];

/// What a query or a form has under one name.
struct Given<'p> {
    name: &'p str,
    in_brackets: bool,
    values: Vec<(Shape, Json)>,
}

/// Entries of names and values outside JSON, and the values of the sample; a name that stands there twice is a list.
fn fields(pairs: &[(String, String)], types: &mut Types) -> (Vec<Member>, Vec<(String, Json)>) {
    let mut found: Vec<Given<'_>> = Vec::new();
    for (name, value) in pairs {
        let bare = name.strip_suffix("[]").filter(|bare| !bare.is_empty());
        let (name, in_brackets) = (bare.unwrap_or(name), bare.is_some());
        let value = Shape::of_text(value);
        match found.iter_mut().find(|given| given.name == name) {
            Some(given) => {
                given.in_brackets |= in_brackets;
                given.values.push(value);
            }
            None => found.push(Given { name, in_brackets, values: vec![value] }),
        }
    }
    let (mut entries, mut samples) = (Vec::new(), Vec::new());
    for Given { name, in_brackets, mut values } in found {
        let is_list = in_brackets || values.len() > 1;
        let text = |json: Json| match json {
            Json::Bool(flag) => Json::Text(flag.to_string()),
            Json::Number(number) => Json::Text(number),
            other => other,
        };
        let shape = values.iter().map(|(shape, _)| shape.clone()).reduce(Shape::join);
        // Values of two kinds are texts to each other.
        let shape = shape.filter(|shape| !shape.is_any()).unwrap_or_else(|| {
            values = std::mem::take(&mut values).into_iter().map(|(shape, json)| (shape, text(json))).collect();
            Shape::text()
        });
        let mut facts = types.facts(name, &if is_list { Shape::list(std::iter::once(shape)) } else { shape });
        if in_brackets {
            facts.text(Key::Encode, "brackets");
        }
        entries.push(Member::new(name, facts.inferred(WHY).content()));
        let mut values: Vec<Json> = values.into_iter().map(|(_, json)| json).collect();
        let value = if is_list { Some(Json::List(values)) } else { values.pop() };
        samples.extend(value.map(|value| (name.to_owned(), value)));
    }
    (entries, samples)
}

/// The variables of a path.
fn variables_of(path: &str) -> impl Iterator<Item = String> {
    let name = |segment: &str| segment.strip_prefix('{')?.strip_suffix('}').map(str::to_owned);
    path.split('/').filter_map(name).filter(|name| !name.is_empty())
}

/// Headers of browsers and of tools, which say nothing of the API.
fn is_passed_over(lower: &str) -> bool {
    lower.starts_with("sec-")
        || matches!(
            lower,
            "accept-encoding"
                | "cache-control"
                | "dnt"
                | "origin"
                | "postman-token"
                | "pragma"
                | "priority"
                | "referer"
                | "upgrade-insecure-requests"
                | "x-requested-with"
                | "proxy-authorization"
                | "date"
                | "via"
        )
}

/// RFC 9110, 5.6.2.
fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// The addresses of an API's servers, on whoever's word.
fn servers(api: &Block) -> Vec<String> {
    let mut urls = Vec::new();
    for named in api.map(Key::Servers) {
        let Value::Block(server) = &named.value.value else { continue };
        let halves = [Some(server), server.block(Key::Inferred), server.block(Key::Known)];
        urls.extend(halves.into_iter().flatten().filter_map(|block| block.text(Key::Url)).map(str::to_owned));
    }
    urls
}

/// How many segments of a path belong to a server; `None` where it is another one.
fn segments_of(server: &str, origin: &str, segments: &[Segment]) -> Option<usize> {
    let (scheme, rest) = server.split_once("://")?;
    let (sample_scheme, sample_host) = origin.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let is_variable = |text: &str| text.starts_with('{') && text.ends_with('}');
    let same_host = host.split('.').count() == sample_host.split('.').count()
        && host
            .split('.')
            .zip(sample_host.split('.'))
            .all(|(label, sample)| is_variable(label) || is_variable(sample) || label.eq_ignore_ascii_case(sample));
    let path: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let same_path = path.len() <= segments.len()
        && path.iter().zip(segments).all(|(known, segment)| match segment {
            Segment::Literal(text) => is_variable(known) || text == known,
            Segment::Variable(_) => is_variable(known),
        });
    (scheme == sample_scheme && same_host && same_path).then_some(path.len())
}
