//! A response in the making: what [`Answer`](super::Answer) reads, written by a server, a gateway or a mock.

use http::header::CONTENT_TYPE;
use http::{HeaderValue, StatusCode};

use super::info::covering;
use super::{Body, BuildError, Info, Response};
use crate::runtime::{Element, to_json};

/// A response in the making. The first thing that cannot be built is kept and returned at the end.
#[derive(Debug)]
pub struct Reply {
    info: &'static Info,
    /// Of a refusal, the caller's; of a success, nothing as long as its type leaves it open.
    status: Option<StatusCode>,
    content_type: Option<HeaderValue>,
    body: Body,
    error: Option<BuildError>,
}

impl Reply {
    pub(crate) const fn success(info: &'static Info) -> Self {
        Self { info, status: None, content_type: None, body: Body::empty(), error: None }
    }

    pub(super) fn refusal(info: &'static Info, status: StatusCode) -> Self {
        let error = status.is_success().then_some(BuildError::Status(status));
        Self { status: Some(status), error, ..Self::success(info) }
    }

    /// The answer is that of these keys of the documentation, such as `200`, `4XX` or `success`: a success gets the first
    /// status that is theirs, and that of a refusal must be theirs.
    pub fn under(&mut self, keys: &[&str]) -> &mut Self {
        let is_theirs =
            |status: &StatusCode| covering(self.info.statuses, *status).is_some_and(|key| keys.contains(&key));
        match self.status {
            None => self.status = successes().find(is_theirs),
            Some(status) if is_theirs(&status) => {}
            Some(status) => self.fail(BuildError::Status(status)),
        }
        self
    }

    /// The answer is a success that the documentation does not list: it gets the first such status that may have a body.
    pub fn undocumented(&mut self, body: &Body) -> &mut Self {
        let may_have_body = |status: &StatusCode| !matches!(status.as_u16(), 204 | 205);
        self.status = successes().filter(may_have_body).find(|status| !self.info.documents(*status));
        self.raw(body)
    }

    /// Writes a value as the JSON body.
    pub fn json(&mut self, value: &impl Element) -> &mut Self {
        self.content_type = Some(HeaderValue::from_static("application/json"));
        self.body = to_json(value).into();
        self
    }

    /// Sends the body under another media type of its kind.
    pub fn media_type(&mut self, media_type: &'static str) -> &mut Self {
        match HeaderValue::try_from(media_type) {
            Ok(value) => self.content_type = Some(value),
            Err(_) => self.fail(BuildError::Header(CONTENT_TYPE)),
        }
        self
    }

    /// Sends a body of which the documentation says nothing, its media type included.
    pub fn raw(&mut self, body: &Body) -> &mut Self {
        self.body = body.clone();
        self
    }

    /// Of these statuses, ranges, `success` and `default`, the most exact that covers the status; nothing as long as the
    /// status is open.
    #[must_use]
    pub fn status_key(&self, keys: &[&'static str]) -> Option<&'static str> {
        covering(keys, self.status?)
    }

    fn fail(&mut self, error: BuildError) {
        self.error.get_or_insert(error);
    }

    pub(crate) fn finish(self) -> Result<Response, BuildError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let mut response = Response::new(self.body);
        *response.status_mut() = self.status.unwrap_or_else(|| self.info.success());
        if let Some(content_type) = self.content_type {
            response.headers_mut().insert(CONTENT_TYPE, content_type);
        }
        Ok(response)
    }
}

/// All statuses of a success, 200 first.
fn successes() -> impl Iterator<Item = StatusCode> {
    (200..300).filter_map(|status| StatusCode::from_u16(status).ok())
}
