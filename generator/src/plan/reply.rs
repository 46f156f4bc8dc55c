//! What the server of an example answers: the page's own sample where there is one, else a value of the documented type.

use super::answers::Answer;
use super::example::Items;
use super::module::Module;
use super::uses::content;
use super::{Item, Literal, Outcome, OutcomeBody, OutcomeType, Read, Reply, ReplyBody, samples};
use crate::model::{Claim, Endpoint, Entry, MediaType, Sample, Shape, StatusKey, Word};

/// Statuses that a client takes for a reason to try again.
const RETRIED: &[u16] = &[429, 502, 503, 504];

impl<'m> Module<'m, '_> {
    /// A success, one with a documented body sooner than one without.
    pub fn success(&self, endpoint: &'m Endpoint, answers: &[Answer<'m>], output: &Outcome, among: Items<'_>) -> Reply {
        let status = |answer: &Answer<'_>| status(answer.response.key, 200);
        let mut documented: Vec<_> = answers.iter().filter(|answer| answer.response.key.is_success()).collect();
        if documented.is_empty() {
            documented = answers.iter().filter(|answer| answer.response.key == StatusKey::Default).collect();
        }
        sampled(endpoint, &documented, is_success).unwrap_or_else(|| {
            let chosen = documented.iter().find(|answer| is_typed(answer)).or(documented.first());
            Reply {
                status: chosen.map_or(200, |answer| status(answer)),
                body: chosen.map_or(ReplyBody::Raw, |answer| self.typed(answer, output, among)),
            }
        })
    }

    /// A refusal, one with a documented body sooner than one without; the failure of a server where none is documented.
    pub fn refusal(
        &self,
        endpoint: &'m Endpoint,
        answers: &[Answer<'m>],
        failure: &Outcome,
        among: Items<'_>,
    ) -> Reply {
        let status = |answer: &Answer<'_>| status(answer.response.key, 500);
        let documented: Vec<_> = answers.iter().filter(|answer| is_refusal(status(answer))).collect();
        sampled(endpoint, &documented, is_refusal).unwrap_or_else(|| {
            let ends_the_call = |answer: &&&Answer<'_>| !RETRIED.contains(&status(answer));
            let chosen = documented
                .iter()
                .find(|answer| is_typed(answer) && ends_the_call(answer))
                .or_else(|| documented.iter().find(ends_the_call))
                .or(documented.first());
            Reply {
                status: chosen.map_or(500, |answer| status(answer)),
                body: chosen
                    .filter(|answer| is_typed(answer))
                    .map_or(ReplyBody::Undocumented, |answer| self.typed(answer, failure, among)),
            }
        })
    }

    /// The body of an answer, as a value of the type that all answers of its kind share.
    fn typed(&self, answer: &Answer<'m>, outcome: &Outcome, among: Items<'_>) -> ReplyBody {
        let body = match (&answer.value, content(answer.response)) {
            (OutcomeBody::Type(value), Some(entry)) => {
                let made = self.held(entry, value, None, among);
                ReplyBody::Value(match made {
                    Literal::Some(value) => Literal::Some(Box::new(self.telling(entry, *value, among))),
                    value => self.telling(entry, value, among),
                })
            }
            (OutcomeBody::Unit, _) => ReplyBody::Unit,
            (OutcomeBody::Type(_) | OutcomeBody::Raw, _) => ReplyBody::Raw,
        };
        let OutcomeType::ByStatus { name, variants, .. } = &outcome.value else { return body };
        match variants.iter().find(|variant| variant.status == answer.response.key) {
            Some(variant) => ReplyBody::Variant(name.clone(), variant.name.clone(), Box::new(body)),
            None => body,
        }
    }

    /// Gives a struct of which nothing is required something to say: its first text, else its first value of any kind.
    fn telling(&self, entry: &'m Entry, value: Literal, among: Items<'_>) -> Literal {
        let (Literal::Default(item), Shape::Object(fields)) = (&value, self.scope.resolve(&entry.shape.value)) else {
            return value;
        };
        let Some(Item::Record(record)) = among.find(item) else { return value };
        let told: Vec<_> = fields.iter().filter_map(|field| self.set(field, record, None, among)).collect();
        let first = |wanted: fn(&Literal) -> bool| told.iter().find(|(_, _, value)| wanted(value)).cloned();
        let text = first(|value| matches!(value, Literal::Text(_)));
        match text.or_else(|| first(|value| matches!(value, Literal::Json))) {
            Some(said) => Literal::With(Box::new(value), vec![said]),
            None => value,
        }
    }
}

/// The first sample of an answer of one kind, unless it cannot be read, or is claimed to be no body of the documented
/// kind at all.
fn sampled(endpoint: &Endpoint, documented: &[&Answer<'_>], wanted: fn(u16) -> bool) -> Option<Reply> {
    let is_about_all = |rule: &Word| ["type", "range", "enum"].contains(&rule.text.as_str());
    let of_another_kind = |claim: &Claim| claim.pointer.text == "/body" && claim.rules.iter().any(is_about_all);
    let samples = endpoint.examples.iter().filter_map(|example| example.response.as_ref());
    let is_read = |sample: &&Sample| sample.undecodable.is_none() && !sample.violates.iter().any(of_another_kind);
    samples.filter(is_read).find_map(|sample| {
        let status = samples::status(endpoint, sample);
        let text = text(sample).filter(|_| wanted(status))?;
        Some(Reply { status, body: ReplyBody::Sample { media_type: media_type(documented, status), text } })
    })
}

fn text(sample: &Sample) -> Option<String> {
    let text = sample.body.as_ref()?.text.trim_end();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The documented media type of a body with this status.
fn media_type(documented: &[&Answer<'_>], status: u16) -> String {
    let covering = documented.iter().filter(|answer| answer.response.key.covers(status));
    let named = covering.min_by_key(|answer| answer.response.key).map(|answer| &answer.read);
    let first = match named {
        Some(Read::Json(types)) => types.first(),
        _ => None,
    };
    first.map_or("application/json", |MediaType(name)| name).to_owned()
}

/// A status that a key stands for, where `default` stands for this one.
fn status(key: StatusKey, default: u16) -> u16 {
    match key {
        StatusKey::Status(status) => status,
        StatusKey::Range(class) => u16::from(class) * 100,
        StatusKey::Success => 200,
        StatusKey::Default => default,
    }
}

fn is_success(status: u16) -> bool {
    StatusKey::Success.covers(status)
}

fn is_refusal(status: u16) -> bool {
    (400..600).contains(&status)
}

fn is_typed(answer: &Answer<'_>) -> bool {
    matches!(answer.value, OutcomeBody::Type(_))
}
