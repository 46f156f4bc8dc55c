//! Endpoints: the request, its documentation, its outcome.

use super::answers::{Answer, link};
use super::describe::{Facet, capital, doubts, fixed, half_spans, halves, listed};
use super::example::Items;
use super::module::{Module, Path};
use super::names::{Claim, Namespace, Remedy, words};
use super::record::{Fields, Position};
use super::rules::counts;
use super::samples;
use super::types::{alias, is_required};
use super::uses::Use;
use super::{
    BodyForm, Chain, Deprecated, Direction, Docs, Encoding, Endpoint, Field, Home, Item, ItemRef, Name, OutcomeBody,
    OutcomeType, Owner, Paragraph, Presence, Record, RustType, Section, Setter, SetterKind, Span, SpecPlace, Subject,
};
use crate::diagnostic::{Diagnostic, Id};
use crate::model::{
    self, Body, Deprecation, Entry, MediaType, NO_CREDENTIAL, Object, Origin, ResponseBody, Shape, TypeId, Word,
};

impl<'m> Module<'m, '_> {
    /// An endpoint, with the items of the API's module.
    pub fn endpoint(&mut self, endpoint: &'m model::Endpoint, module: Name, shared: &[Item]) -> Endpoint {
        let own = words(&endpoint.name, endpoint.rust_name.as_ref(), self.found);
        let path = Path::of_endpoint(&own);
        let name = self.claim_type(&path, endpoint.place);

        let body = self.body(endpoint.body.as_ref());
        let (mut request, mut owned) = (Fields::default(), Fields::default());
        if body.fields.iter().any(|field| is_server_owned(field)) {
            request.taken.reserve(Name::fixed("server_owned"), "the fields that the server sets");
        }
        self.request_fields(endpoint, &body, &path, &mut request, &mut owned);

        let mut items = std::mem::take(&mut request.items);
        let server_owned = self.server_owned(owned, (&name, &path), &body, endpoint, &mut request, &mut items);
        let answers = self.answers(&own, &mut items);
        let output = self.output(&answers, &own, endpoint.place);
        let failure = self.failure(&answers, &own, endpoint.place);
        for (index, named) in endpoint.types.iter().enumerate() {
            if !self.is_flattened(endpoint, index) {
                self.named_type(named, TypeId::OfEndpoint(index), &mut items);
            }
        }
        for answer in &answers {
            describe_by_answer(answer, &mut items);
        }
        items.extend(self.take_patterns());

        let example = self.example(endpoint, &request, &answers, (&output, &failure), Items { shared, own: &items });
        self.refuse_form(endpoint);
        let docs = self.endpoint_docs(endpoint, &name, &answers, &output.value);
        let aliases = endpoint.documented_as.iter().filter_map(|wire| alias(wire, &name)).collect();
        let (request, _) = request.with_new((name, docs, aliases), Direction::Sent, endpoint.place);
        self.claim_required(&request.constructor, &path, endpoint.place);
        self.claim_examples(endpoint);
        Endpoint {
            spec: SpecPlace(endpoint.place),
            file: endpoint.name.clone(),
            module,
            request,
            server_owned,
            deprecated: Deprecated::of(endpoint.deprecated.as_ref().map(|fact| &fact.value)),
            method: endpoint.method.value.clone(),
            path: endpoint.path.value.text.clone(),
            statuses: endpoint.responses.iter().map(|response| response.key).collect(),
            answers: endpoint.responses.iter().map(|response| SpecPlace(response.place)).collect(),
            auth: self.auth(endpoint),
            permissions: endpoint.permissions.iter().flatten().map(|permission| permission.text.clone()).collect(),
            media_types: endpoint.body.as_ref().map(sent_as).unwrap_or_default(),
            settings: endpoint.settings.iter().filter_map(|index| self.setting(*index)).collect(),
            idempotent: stated_idempotent(endpoint),
            body_order: body.fields.iter().map(|field| field.name.clone()).collect(),
            body: body.form,
            output,
            failure,
            items,
            exported: std::mem::take(&mut self.exported),
            example,
        }
    }

    /// Each sample is a test of its own.
    fn claim_examples(&mut self, endpoint: &model::Endpoint) {
        let mut taken = Namespace::default();
        for example in &endpoint.examples {
            let words = samples::words(example);
            let what = format!("the example `{}`", example.name.text);
            let claim = Claim { remedy: Remedy::Itself, ..Claim::new(&what, example.name.place, &words) };
            taken.claim(&words.snake(), claim, self.found);
        }
    }

    /// The names of the credentials that an endpoint takes.
    fn auth(&self, endpoint: &model::Endpoint) -> Vec<String> {
        match &endpoint.auth {
            Some(stated) => stated.value.iter().map(|name| name.text.clone()).collect(),
            None => self.scope.api.auth.iter().map(|credential| credential.name.text.clone()).collect(),
        }
    }

    /// The header of a setting.
    fn setting(&self, index: usize) -> Option<String> {
        self.scope.api.settings.get(index).map(|header| header.name.clone())
    }

    fn request_fields(
        &mut self,
        endpoint: &'m model::Endpoint,
        body: &RequestBody<'m>,
        path: &Path,
        request: &mut Fields,
        owned: &mut Fields,
    ) {
        let at = |section| Position { section, owner: Owner::Itself, form: matches!(body.form, BodyForm::Form(_)) };
        if let Some(object) = body.object {
            request.reserve_others(object);
        }
        for entry in &endpoint.path_parameters {
            self.field(entry, at(Section::Path), path, &Use::REQUEST, request);
        }
        for entry in &endpoint.query_parameters {
            self.field(entry, at(Section::Query), path, &Use::REQUEST, request);
        }
        for entry in &endpoint.headers {
            self.field(entry, at(Section::Headers), path, &Use::REQUEST, request);
        }
        for entry in &body.fields {
            if is_server_owned(entry) {
                let at = Position { owner: Owner::ServerOwned, ..at(Section::Body) };
                self.field(entry, at, path, &Use::REQUEST, owned);
                request.checks.append(&mut owned.checks);
            } else {
                self.field(entry, at(Section::Body), path, &Use::REQUEST, request);
            }
        }
        if let Some(entry) = body.whole {
            self.field(entry, at(Section::WholeBody), path, &Use::REQUEST, request);
        }
        if let Some(object) = body.object {
            if let Shape::Object(fields) = self.scope.resolve(&object.shape.value) {
                self.others(object, fields, path, &Use::REQUEST, request);
            }
            if let BodyForm::Json(_) = body.form {
                request.checks.extend(body_counts(object));
            }
        }
    }

    /// The fields of a form are not counted, and those that are not listed are JSON.
    fn refuse_form(&mut self, endpoint: &'m model::Endpoint) {
        let Some(body) = endpoint.body.as_ref().filter(|body| body.form().is_some()) else { return };
        if let Shape::Object(Object { others: Some(others), .. }) = self.scope.resolve(&body.entry.shape.value) {
            self.found.push(
                Diagnostic::new(Id::NotYet, "what the other fields of a form hold cannot be generated yet")
                    .at(others.values.place, "said here")
                    .help("until then say `open: true` alone, which takes any"),
            );
        }
        let of = &body.entry.constraints;
        if let Some(count) = of.min_properties.as_ref().or(of.max_properties.as_ref()) {
            self.found.push(
                Diagnostic::new(Id::NotYet, "how many fields a form has cannot be checked yet")
                    .at(count.place, "said here")
                    .help("say it under `unenforced` until then"),
            );
        }
    }

    /// What the body of a request is in Rust.
    fn body(&self, body: Option<&'m Body>) -> RequestBody<'m> {
        let Some(body) = body else {
            return RequestBody { form: BodyForm::None, fields: Vec::new(), object: None, whole: None };
        };
        let media_type = body.media_type.as_ref().map(|fact| fact.value.clone());
        let shape = &body.entry.shape.value;
        let left_out = body.entry.required.as_ref().is_some_and(|required| !required.value);
        let fields = |shape: &'m Shape| match shape {
            Shape::Object(fields) => fields.iter().collect(),
            _ => Vec::new(),
        };
        if let Some(kind) = body.form() {
            let fields = fields(self.scope.resolve(shape));
            return RequestBody { form: BodyForm::Form(kind), fields, object: Some(&body.entry), whole: None };
        }
        match shape {
            Shape::Object(list) if !left_out || list.iter().all(|field| !is_required(field)) => {
                let (form, object) = (BodyForm::Json(media_type), Some(&body.entry));
                RequestBody { form, fields: fields(shape), object, whole: None }
            }
            _ => {
                let form = BodyForm::Whole(media_type);
                RequestBody { form, fields: Vec::new(), object: None, whole: Some(&body.entry) }
            }
        }
    }

    /// Whether a type of the endpoint is nothing but its form, whose fields are the endpoint's.
    fn is_flattened(&self, endpoint: &model::Endpoint, index: usize) -> bool {
        let form = endpoint.body.as_ref().filter(|body| body.form().is_some());
        let used = self.use_of(TypeId::OfEndpoint(index));
        form.is_some_and(|body| body.entry.shape.value == Shape::Named(TypeId::OfEndpoint(index))) && !used.answer
    }

    /// The struct of the fields that the server sets, and its field in the request.
    fn server_owned(
        &mut self,
        owned: Fields,
        (request, path): (&Name, &Path),
        body: &RequestBody<'m>,
        endpoint: &'m model::Endpoint,
        to: &mut Fields,
        items: &mut Vec<Item>,
    ) -> Option<Record> {
        if owned.list.is_empty() {
            return None;
        }
        let name = request.with_suffix("ServerOwned");
        self.claim_beside(&name, path, endpoint.place, "server_owned");
        let wire = |field: &Field| vec![Span::Code(field.wire.clone())];
        let mut spans = vec![fixed("The fields that the server sets:")];
        spans.extend(listed(owned.list.iter().map(wire).collect()));
        spans.extend([Span::Glue, fixed(".")]);
        let docs = Docs::of(spans);

        let mut paragraphs = vec![Paragraph::Text(vec![
            fixed("The fields of"),
            Span::Link(request.clone()),
            fixed("that the server sets; a caller seldom does."),
        ])];
        let mut reasons: Vec<&str> = Vec::new();
        let of_fields = body.fields.iter().flat_map(|field| &field.halves);
        for half in of_fields.filter(|half| matches!(half.changes.as_slice(), [only] if only.key == "server_owned")) {
            if !reasons.contains(&half.why.as_str()) {
                reasons.push(&half.why);
                let word = if half.origin == Origin::Known { "Corrected:" } else { "Inferred:" };
                paragraphs.push(Paragraph::Text(vec![fixed(word), Span::Prose(half.why.clone())]));
            }
        }
        let (record, below) = owned.finish((name.clone(), Docs(paragraphs), Vec::new()), true, endpoint.place);
        items.splice(0..0, below);

        let field = Name::fixed("server_owned");
        to.setters.push(Setter {
            name: field.clone(),
            docs: docs.clone(),
            field: field.clone(),
            kind: SetterKind::Value(super::Conversion::Exact),
            deprecated: None,
        });
        to.list.push(Field {
            spec: SpecPlace(endpoint.place),
            name: field,
            wire: String::new(),
            docs,
            section: Section::ServerOwned,
            value: RustType::Item(ItemRef { home: Home::Endpoint, name }),
            item: None,
            presence: Presence::Required,
            encoding: Encoding::Plain,
            none: None,
            constant: None,
        });
        Some(record)
    }

    fn endpoint_docs(
        &self,
        endpoint: &'m model::Endpoint,
        name: &Name,
        answers: &[Answer<'m>],
        output: &OutcomeType,
    ) -> Docs {
        let line = Span::Code(format!("{} {}", endpoint.method.value.0, endpoint.path.value.text));
        let mut first = match &endpoint.doc {
            Some(doc) => vec![Span::Prose(opening(doc)), Span::Glue, fixed(":")],
            None => Vec::new(),
        };
        first.extend([line, Span::Glue, fixed(".")]);
        first.extend(answers_with(output));
        let mut paragraphs = vec![Paragraph::Text(first)];
        if endpoint.deprecated.as_ref().is_some_and(|fact| fact.value == Deprecation::Current) {
            paragraphs.push(Paragraph::Text(vec![fixed("Not deprecated.")]));
        }
        paragraphs.extend(endpoint.auth.as_ref().map(|stated| credentials(&stated.value)));
        if let Some(permissions) = endpoint.permissions.as_ref().filter(|permissions| !permissions.is_empty()) {
            let mut spans = vec![fixed(if permissions.len() == 1 {
                "Asks for the permission"
            } else {
                "Asks for the permissions"
            })];
            spans.extend(listed(
                permissions.iter().map(|permission| vec![Span::Code(permission.text.clone())]).collect(),
            ));
            spans.extend([Span::Glue, fixed(".")]);
            paragraphs.push(Paragraph::Text(spans));
        }
        if let Some(harmless) = stated_idempotent(endpoint) {
            paragraphs.push(Paragraph::Text(vec![fixed(if harmless {
                "A repeat is harmless: a call that may have been sent is retried."
            } else {
                "A repeat is not harmless: a call that may have been sent is never retried."
            })]));
        }
        if let Some(body) = &endpoint.body {
            paragraphs.extend(media_types(body));
            if !matches!(self.body(Some(body)).form, BodyForm::Whole(_)) {
                paragraphs.extend(halves(&body.entry.halves, body.entry.documented, Facet::All));
            }
        }
        paragraphs.push(Paragraph::Text(vec![fixed("Answers:")]));
        paragraphs.extend(answers.iter().map(answer_item));
        paragraphs.extend(reading_refusals(answers, name));
        paragraphs.extend(doubts(&endpoint.doubts));
        if let Some(body) = &endpoint.body {
            paragraphs.extend(doubts(&body.entry.doubts));
        }
        Docs(paragraphs)
    }
}

/// The body of a request, taken apart.
struct RequestBody<'m> {
    form: BodyForm,
    fields: Vec<&'m Entry>,
    /// The object that the fields are those of.
    object: Option<&'m Entry>,
    whole: Option<&'m Entry>,
}

/// How many keys the body has, whose fields are the endpoint's.
fn body_counts(object: &Entry) -> Option<Chain> {
    let rules = counts(object);
    (!rules.is_empty()).then(|| Chain {
        section: Section::WholeBody,
        wire: String::new(),
        owner: Owner::Itself,
        field: Name::fixed("body"),
        subject: Subject::Object,
        rules,
        inner: Vec::new(),
    })
}

fn is_server_owned(entry: &Entry) -> bool {
    entry.server_owned.as_ref().is_some_and(|fact| fact.value)
}

/// Whether a repeat is harmless. What is only inferred is no promise: a retry that rests on it could send a message twice.
fn stated_idempotent(endpoint: &model::Endpoint) -> Option<bool> {
    let stated = endpoint.idempotent.as_ref()?;
    (stated.origin != Origin::Inferred).then_some(stated.value)
}

/// The media types that a body can be sent as, the usual one first.
fn sent_as(body: &Body) -> Vec<MediaType> {
    let usual =
        body.media_type.as_ref().map_or_else(|| MediaType("application/json".to_owned()), |fact| fact.value.clone());
    let others = body.other_media_types.iter().map(|fact| &fact.value);
    let others = others.filter(|other| usual.is_json() && other.is_json() && **other != usual).cloned();
    std::iter::once(usual.clone()).chain(others.collect::<Vec<_>>()).collect()
}

/// The credentials that an endpoint takes, where it says so itself.
fn credentials(names: &[Word]) -> Paragraph {
    let (none, named): (Vec<_>, Vec<_>) = names.iter().partition(|name| name.text == NO_CREDENTIAL);
    let code = |name: &Word| vec![Span::Code(name.text.clone())];
    let mut spans = vec![fixed("Takes")];
    if named.is_empty() {
        spans.push(fixed("no credential; none is sent."));
        return Paragraph::Text(spans);
    }
    let several = if named.len() == 1 { "the credential" } else { "one of the credentials" };
    spans.push(fixed(several));
    spans.extend(listed(named.into_iter().map(code).collect()));
    spans.extend([Span::Glue, fixed(if none.is_empty() { "." } else { ", or none; of another kind none is sent." })]);
    Paragraph::Text(spans)
}

/// What a body is sent as, where the page names several media types.
fn media_types(body: &Body) -> Option<Paragraph> {
    let sent = body.media_type.as_ref().map_or("application/json", |fact| fact.value.0.as_str());
    if body.other_media_types.is_empty() {
        return None;
    }
    let code = |media_type: &MediaType| vec![Span::Code(media_type.0.clone())];
    let (json, others): (Vec<_>, Vec<_>) =
        body.other_media_types.iter().map(|fact| &fact.value).partition(|media_type| media_type.is_json());
    let mut spans = vec![fixed("Sent as"), Span::Code(sent.to_owned())];
    if !json.is_empty() {
        spans.extend([Span::Glue, fixed("; the server takes")]);
        spans.extend(listed(json.into_iter().map(code).collect()));
        spans.extend([fixed("as well, see"), Span::Code("Call::media_type".to_owned())]);
    }
    if !others.is_empty() {
        spans.extend([Span::Glue, fixed("; not offered:")]);
        spans.extend(listed(others.into_iter().map(code).collect()));
    }
    spans.extend([Span::Glue, fixed(".")]);
    Some(Paragraph::Text(spans))
}

/// What an answer comes as, where the page names several media types.
fn answered_as(body: &Body) -> Vec<Span> {
    if body.other_media_types.is_empty() {
        return Vec::new();
    }
    let code = |media_type: &MediaType| vec![Span::Code(media_type.0.clone())];
    let named = body.media_type.iter().chain(&body.other_media_types).map(|fact| &fact.value);
    let (json, others): (Vec<_>, Vec<_>) = named.partition(|media_type| media_type.is_json());
    if json.is_empty() {
        return Vec::new();
    }
    let mut spans = vec![fixed("Comes as")];
    spans.extend(listed(json.into_iter().map(code).collect()));
    if !others.is_empty() {
        spans.extend([Span::Glue, fixed("; not read:")]);
        spans.extend(listed(others.into_iter().map(code).collect()));
    }
    spans.extend([Span::Glue, fixed(".")]);
    spans
}

/// Gives a type without words those of the answer that it is the body of.
fn describe_by_answer(answer: &Answer<'_>, items: &mut [Item]) {
    let (Some(item), Some(doc)) = (link(&answer.value), &answer.response.doc) else { return };
    let docs = items.iter_mut().find_map(|found| match found {
        Item::Record(found) if found.name == item.name => Some(&mut found.docs),
        Item::Union(found) if found.name == item.name => Some(&mut found.docs),
        _ => None,
    });
    if item.home == Home::Endpoint
        && let Some(Paragraph::Text(spans)) = docs.and_then(|docs| docs.0.first_mut())
        && let Some(first @ Span::Code(_)) = spans.first_mut()
    {
        *first = Span::Prose(doc.clone());
    }
}

/// How the documented body of a refusal is read, where there is one.
fn reading_refusals(answers: &[Answer<'_>], request: &Name) -> Option<Paragraph> {
    let typed = |answer: &Answer<'_>| !answer.response.key.is_success() && matches!(answer.value, OutcomeBody::Type(_));
    answers.iter().any(typed).then(|| {
        Paragraph::Text(vec![
            fixed("Where the server refuses,"),
            Span::Code("error.refusal()".to_owned()),
            fixed("is its answer, which"),
            Span::Code(format!("read::<{request}>()")),
            fixed("reads as documented."),
        ])
    })
}

/// The words of an endpoint, so that a colon can follow their first paragraph.
fn opening(doc: &str) -> String {
    let open = |text: &str| text.trim_end().trim_end_matches('.').to_owned();
    doc.split_once("\n\n").map_or_else(|| open(doc), |(first, rest)| format!("{}\n\n{rest}", open(first)))
}

/// What a success is in Rust, in a sentence.
fn answers_with(output: &OutcomeType) -> Vec<Span> {
    let what = match output {
        OutcomeType::Unit => return Vec::new(),
        OutcomeType::Raw => vec![fixed("the body as it comes")],
        OutcomeType::Type(value) => type_words(value),
        OutcomeType::ByStatus { name, .. } => vec![Span::Link(name.clone()), Span::Glue, fixed(", by the status")],
    };
    let said = std::iter::once(fixed("Answers with")).chain(what);
    said.chain([Span::Glue, fixed(".")]).collect()
}

/// A type in a sentence.
fn type_words(value: &RustType) -> Vec<Span> {
    let code = |name: &str| vec![Span::Code(name.to_owned())];
    match value {
        RustType::Item(item) => vec![Span::Link(item.name.clone())],
        RustType::List(of_item) => {
            let mut words = type_words(of_item);
            words.insert(0, fixed("a list of"));
            words
        }
        RustType::Map(of_value) => {
            let mut words = type_words(of_value);
            words.insert(0, fixed("a map of"));
            words
        }
        RustType::Nullable(value) => {
            let mut words = type_words(value);
            words.push(fixed("or none"));
            words
        }
        RustType::Json => vec![fixed("any JSON value")],
        RustType::JsonObject => vec![fixed("any JSON object")],
        RustType::Bool => code("bool"),
        RustType::Integer => code("i64"),
        RustType::Unsigned => code("u64"),
        RustType::Number => code("f64"),
        RustType::Float => code("f32"),
        RustType::Text => code("String"),
        RustType::DateTime => code("DateTime"),
        RustType::Date => code("Date"),
        RustType::LocalDateTime => code("LocalDateTime"),
        RustType::EpochSeconds => code("EpochSeconds"),
        RustType::Secret => code("Secret"),
        RustType::Email => code("Email"),
        RustType::Uuid => code("Uuid"),
        RustType::Uri => code("Uri"),
    }
}

/// What is said of one answer.
fn answer_item(answer: &Answer<'_>) -> Paragraph {
    let response = answer.response;
    let mut spans: Vec<_> = response.doc.iter().map(|doc| Span::Prose(doc.clone())).collect();
    if let OutcomeBody::Type(value) = &answer.value {
        let mut shown = type_words(value);
        if let Some(Span::Fixed(first)) = shown.first_mut() {
            *first = capital(first);
        }
        spans.extend(shown);
        spans.extend([Span::Glue, fixed(".")]);
    }
    spans.extend(response.halves.iter().filter_map(|half| half_spans(half, response.documented, Facet::All)).flatten());
    for doubt in &response.doubts {
        spans.extend([fixed("Unclear:"), Span::Prose(doubt.clone())]);
    }
    if let Some(ResponseBody::Content(body)) = response.body.as_ref().map(|body| &body.value) {
        spans.extend(answered_as(body));
    }
    let mut item = vec![Span::Code(response.key.to_string())];
    if !spans.is_empty() {
        item.extend([Span::Glue, fixed(":")]);
        item.append(&mut spans);
    }
    Paragraph::Item(item)
}
