//! An endpoint as a person meets it: the messages of its example as they go over the wire, the request as a command of
//! curl, and each fact with where it comes from.

mod answer;
mod curl;
mod facts;
mod json;
mod request;
mod tree;

pub use answer::Answer;
pub use curl::curl;
pub use facts::{Row, facts, resolved, rows};
pub use request::{Content, Proof, Request};
pub use tree::Tree;

use crate::model::{self, Example};
use crate::plan;

/// An endpoint, in model and plan, with the example that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Its API.
    pub api: &'a model::Api,
    /// The endpoint.
    pub endpoint: &'a model::Endpoint,
    /// Its API, as it is planned.
    pub planned_api: &'a plan::Api,
    /// The endpoint, as it is planned.
    pub planned: &'a plan::Endpoint,
    /// The page's example, unless the values are made up.
    pub example: Option<&'a Example>,
}

impl<'a> Shown<'a> {
    const fn scope(&self) -> model::Scope<'a> {
        model::Scope { api: self.api, endpoint: Some(self.endpoint) }
    }
}
