//! The answer of an example, as a server that accepts the call gives it.

use super::Shown;
use crate::check::{response_of, status};
use crate::model::ResponseBody;
use crate::plan::ReplyBody;
use crate::plan::wire::answered;

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its body: the media type, where the page tells of the body, and the text.
    pub body: Option<(Option<String>, String)>,
}

impl Answer {
    /// The answer of an endpoint: the page's, else one of the documented type.
    #[must_use]
    pub fn of(shown: &Shown<'_>) -> Self {
        let sample = shown.example.and_then(|example| example.response.as_ref());
        let sampled = sample.and_then(|sample| {
            let status = status(shown.endpoint, sample)?;
            let body = sample.body.as_ref().map(|body| (media_type(shown, status), body.text.trim_end().to_owned()));
            Some(Self { status, body: body.filter(|(_, text)| !text.is_empty()) })
        });
        sampled.unwrap_or_else(|| {
            let reply = &shown.planned.example.success;
            let body = match &reply.body {
                ReplyBody::Sample { media_type, text } => Some((Some(media_type.clone()), text.clone())),
                made => answered(shown.planned_api, shown.planned, made)
                    .map(|value| (media_type(shown, reply.status), format!("{value:#}"))),
            };
            Self { status: reply.status, body }
        })
    }

    /// The message of HTTP/1.1, its lines without a carriage return.
    #[must_use]
    pub fn message(&self) -> String {
        let head = format!("HTTP/1.1 {}\n", self.status);
        match &self.body {
            Some((Some(media_type), text)) => format!("{head}content-type: {media_type}\n\n{text}\n"),
            Some((None, text)) => format!("{head}\n{text}\n"),
            None => head,
        }
    }
}

/// The media type of a body, unless nothing is said about the body.
fn media_type(shown: &Shown<'_>, status: u16) -> Option<String> {
    let body = response_of(shown.endpoint, status).and_then(|response| response.body.as_ref())?;
    let declared = match &body.value {
        ResponseBody::Content(body) => body.media_type.as_ref(),
        ResponseBody::None | ResponseBody::Ignored => None,
    };
    Some(declared.map_or("application/json", |fact| fact.value.0.as_str()).to_owned())
}
