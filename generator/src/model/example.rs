//! Samples of pages, kept as data.

use serde_json::Value as Json;

use super::Word;
use crate::diagnostic::Place;

/// A sample of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Its name.
    pub name: Word,
    /// The author's words.
    pub doc: Option<String>,
    /// The request.
    pub request: Option<Sample>,
    /// The answer.
    pub response: Option<Sample>,
}

/// A sample of a request or an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// Where it stands.
    pub place: Place,
    /// The status of an answer, if it is said.
    pub status: Option<(u16, Place)>,
    /// Values of path variables, in wire form.
    pub path_parameters: Vec<Given>,
    /// Values of query parameters, in wire form.
    pub query_parameters: Vec<Given>,
    /// Values of headers, in wire form.
    pub headers: Vec<Given>,
    /// The body.
    pub body: Option<SampleBody>,
    /// The rules that it breaks.
    pub violates: Vec<Claim>,
    /// Why its body cannot be read: it is kept, and nothing judges it.
    pub undecodable: Option<Word>,
}

/// A value that a sample gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The name.
    pub name: Word,
    /// The value.
    pub value: Json,
    /// Where the value stands.
    pub place: Place,
}

/// The text of a sample's body, as pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleBody {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// Whether its lines stand there as they are, each indented alike: those of a literal block.
    pub is_literal: bool,
}

/// Rules that a sample breaks at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// A JSON Pointer rooted at the request or the answer: `/body/sendAt`.
    pub pointer: Word,
    /// The ids of the rules.
    pub rules: Vec<Word>,
}
