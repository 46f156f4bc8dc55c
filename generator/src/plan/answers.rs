//! Answers: what a success and a refusal are in Rust, and how each is read.

use super::describe::fixed;
use super::module::{Module, Path};
use super::types::docs_of;
use super::uses::Use;
use super::{
    Docs, InnerChain, Item, ItemRef, Name, Outcome, OutcomeBody, OutcomeType, Read, Reading, RustType, Span, SpecPlace,
    StatusVariant, Words,
};
use crate::diagnostic::Place;
use crate::model::{Body, Response, ResponseBody, StatusKey};

/// A documented answer, planned.
pub(super) struct Answer<'m> {
    pub response: &'m Response,
    pub read: Read,
    pub value: OutcomeBody,
    /// The rules of the whole body that its type does not bring along.
    pub checks: Vec<InnerChain>,
}

impl Answer<'_> {
    /// Whether one Rust value can stand for both: they have one type and the same rules.
    fn is_alike(&self, other: &Self) -> bool {
        self.value == other.value && self.checks == other.checks
    }
}

impl<'m> Module<'m, '_> {
    /// The answers of an endpoint, the types of their bodies added to `items`.
    pub fn answers(&mut self, endpoint: &Words, items: &mut Vec<Item>) -> Vec<Answer<'m>> {
        let Some(of) = self.scope.endpoint else { return Vec::new() };
        let several = of.responses.iter().filter(|response| response.key.is_success()).count() > 1;
        let path = Path::of_endpoint(endpoint);
        let mut answers = Vec::new();
        for response in &of.responses {
            let status = !response.key.is_success() || several;
            let words =
                if status { status_words(response.key).then(&Words::one("response")) } else { Words::one("response") };
            let mut checks = Vec::new();
            let (read, value) = match response.body.as_ref().map(|body| &body.value) {
                None => (Read::Raw, OutcomeBody::Raw),
                Some(ResponseBody::None) => (Read::None, OutcomeBody::Unit),
                Some(ResponseBody::Ignored) => (Read::Ignored, OutcomeBody::Unit),
                Some(ResponseBody::Content(body)) => {
                    let value = self.element(&body.entry, &path.then(&words), &Use::ANSWER, items);
                    checks = self.body_chains(&body.entry, &value, &path.then(&words));
                    (Read::Json(media_types(body)), OutcomeBody::Type(value))
                }
            };
            answers.push(Answer { response, read, value, checks });
        }
        answers
    }

    /// What a success is.
    pub fn output(&mut self, answers: &[Answer<'m>], endpoint: &Words, place: Place) -> Outcome {
        let mut successes: Vec<_> = answers.iter().filter(|answer| answer.response.key.is_success()).collect();
        if successes.is_empty() {
            successes = answers.iter().filter(|answer| answer.response.key == StatusKey::Default).collect();
        }
        let [first, rest @ ..] = successes.as_slice() else {
            return Outcome { value: OutcomeType::Raw, reading: Reading::Always(Read::Raw), checks: Vec::new() };
        };
        if rest.iter().any(|answer| !first.is_alike(answer)) {
            return self.by_status(&successes, (endpoint, "response"), place, "What a success of");
        }
        let alike = rest.iter().all(|answer| answer.read == first.read);
        let reading = if alike { Reading::Always(first.read.clone()) } else { by_status(&successes) };
        Outcome { value: single(&first.value), reading, checks: first.checks.clone() }
    }

    /// What a refusal is.
    pub fn failure(&mut self, answers: &[Answer<'m>], endpoint: &Words, place: Place) -> Outcome {
        let refusals = answers.iter().filter(|answer| !answer.response.key.is_success());
        let (typed, bare): (Vec<_>, Vec<_>) = refusals.partition(|answer| matches!(answer.value, OutcomeBody::Type(_)));
        let [first, rest @ ..] = typed.as_slice() else {
            return Outcome { value: OutcomeType::Unit, reading: Reading::Undocumented, checks: Vec::new() };
        };
        if rest.iter().any(|answer| !first.is_alike(answer)) {
            let mut outcome = self.by_status(&typed, (endpoint, "failure"), place, "What a refusal of");
            outcome.reading = by_status(&with_exceptions(&typed, &bare));
            return outcome;
        }
        let exceptions = with_exceptions(&typed, &bare);
        let alike = rest.iter().all(|answer| answer.read == first.read);
        let reading = if alike && exceptions.len() == typed.len() {
            Reading::If(typed.iter().map(|answer| answer.response.key).collect(), first.read.clone())
        } else {
            by_status(&exceptions)
        };
        Outcome { value: single(&first.value), reading, checks: first.checks.clone() }
    }

    fn by_status(
        &mut self,
        answers: &[&Answer<'m>],
        (endpoint, suffix): (&Words, &'static str),
        place: Place,
        what: &str,
    ) -> Outcome {
        let name = endpoint.then(&Words::one(suffix)).pascal();
        self.claim_beside(&name, &Path::of_endpoint(endpoint), place, suffix);
        let variants = answers.iter().map(|answer| status_variant(answer)).collect();
        let docs = Docs::of(vec![fixed(what), Span::Link(self.request_name()), fixed("answers, by its status.")]);
        let value = OutcomeType::ByStatus { name, docs, variants };
        Outcome { value, reading: by_status(answers), checks: Vec::new() }
    }

    /// The name of the request of the endpoint.
    fn request_name(&self) -> Name {
        let endpoint = self.scope.endpoint.map(|endpoint| {
            let given = endpoint.rust_name.as_ref().map(|name| name.text.as_str());
            Words::of(given.unwrap_or(&endpoint.name))
        });
        endpoint.unwrap_or_else(Words::none).pascal()
    }
}

/// The body-less refusals that are more exact than one with a body, among those with one.
fn with_exceptions<'a, 'm>(typed: &[&'a Answer<'m>], bare: &[&'a Answer<'m>]) -> Vec<&'a Answer<'m>> {
    let hidden = |bare: &&&Answer<'_>| typed.iter().any(|typed| covers(typed.response.key, bare.response.key));
    typed.iter().chain(bare.iter().filter(hidden)).copied().collect()
}

/// Whether all statuses of one key are among those of another, less exact one.
fn covers(wide: StatusKey, narrow: StatusKey) -> bool {
    match (wide, narrow) {
        (StatusKey::Range(_), StatusKey::Status(status)) => wide.covers(status),
        (StatusKey::Default, narrow) => narrow != StatusKey::Default,
        _ => false,
    }
}

fn by_status(answers: &[&Answer<'_>]) -> Reading {
    Reading::ByStatus(answers.iter().map(|answer| (answer.response.key, answer.read.clone())).collect())
}

fn single(value: &OutcomeBody) -> OutcomeType {
    match value {
        OutcomeBody::Unit => OutcomeType::Unit,
        OutcomeBody::Raw => OutcomeType::Raw,
        OutcomeBody::Type(value) => OutcomeType::Type(value.clone()),
    }
}

fn status_variant(answer: &Answer<'_>) -> StatusVariant {
    let status = answer.response.key;
    let words = match status {
        StatusKey::Status(_) | StatusKey::Range(_) => Words::one("status").then(&status_words(status)),
        StatusKey::Success | StatusKey::Default => status_words(status),
    };
    let response = answer.response;
    let notes = (response.halves.as_slice(), response.doubts.as_slice());
    let docs = docs_of(response.doc.as_deref(), &status.to_string(), response.documented, notes);
    StatusVariant {
        spec: SpecPlace(response.place),
        name: words.pascal(),
        status,
        docs,
        value: answer.value.clone(),
        checks: answer.checks.clone(),
    }
}

/// A key of `responses` as one word, so that `4XX` is not two.
fn status_words(status: StatusKey) -> Words {
    Words::one(&status.to_string())
}

fn media_types(body: &Body) -> Vec<crate::model::MediaType> {
    let named = body.media_type.iter().chain(&body.other_media_types);
    named.map(|fact| fact.value.clone()).collect()
}

/// The item that an answer is, to link to it.
pub(super) fn link(value: &OutcomeBody) -> Option<&ItemRef> {
    match value {
        OutcomeBody::Type(RustType::Item(item)) => Some(item),
        OutcomeBody::Type(_) | OutcomeBody::Unit | OutcomeBody::Raw => None,
    }
}
