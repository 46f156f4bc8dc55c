//! A response while it is read.

use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};

use super::info::covering;
use super::{Body, Endpoint, Response};
use crate::runtime::core::{Findings, Log, parse, root};
use crate::runtime::{Check, Deviation, Element, Section, Undecodable};

/// A response while it is read.
pub struct Answer<'a> {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: &'a HeaderMap,
    body: &'a Body,
    log: Log,
    deviations: Vec<Deviation>,
}

/// What an answer is read as.
pub(super) enum Outcome<'o, E: Endpoint> {
    Success(&'o E::Output),
    Refusal(&'o E::Failure),
}

impl<'a> Answer<'a> {
    pub(super) fn of(response: &'a Response) -> Self {
        Self {
            status: response.status(),
            headers: response.headers(),
            body: response.body(),
            log: Log::new(),
            deviations: Vec::new(),
        }
    }

    /// The documented media types: another is a deviation, whatever its parameters; none at all is not.
    pub fn media_types(&mut self, documented: &[&str]) -> &mut Self {
        if let Some(found) = self.headers.get(CONTENT_TYPE) {
            let essence = found.as_bytes().split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
            if !documented.iter().any(|listed| essence.eq_ignore_ascii_case(listed.as_bytes())) {
                self.deviations.push(Deviation::media_type(found.as_bytes()));
            }
        }
        self
    }

    /// Reads the body as JSON; an empty one is an object without fields.
    ///
    /// # Errors
    /// When it is no JSON, or its root is of another kind.
    pub fn json<T: Element>(&mut self) -> Result<T, Undecodable> {
        let body = self.body.buffered().trim_ascii();
        root(parse(if body.is_empty() { b"{}" } else { body })?, &mut self.log)
    }

    /// Nobody promises the body.
    ///
    /// # Errors
    /// Never.
    pub fn ignored(&mut self) -> Result<(), Undecodable> {
        Ok(())
    }

    /// The documentation says that no body comes; one that does is a deviation.
    ///
    /// # Errors
    /// Never.
    pub fn none(&mut self) -> Result<(), Undecodable> {
        if !self.body.is_empty() {
            self.deviations.push(Deviation::UnexpectedBody);
        }
        Ok(())
    }

    /// The documentation says nothing of the body.
    ///
    /// # Errors
    /// Never.
    pub fn raw(&mut self) -> Result<Body, Undecodable> {
        Ok(self.body.clone())
    }

    /// No body of a refusal is documented.
    ///
    /// # Errors
    /// Never.
    pub fn undocumented(&mut self) -> Result<Option<()>, Undecodable> {
        Ok(None)
    }

    /// Reads the body as JSON where one of these statuses came.
    ///
    /// # Errors
    /// When it is no JSON, or its root is of another kind.
    pub fn json_if<T: Element>(&mut self, statuses: &[&str]) -> Result<Option<T>, Undecodable> {
        if covering(statuses, self.status).is_some() { self.json().map(Some) } else { Ok(None) }
    }

    /// Of these statuses, ranges, `success` and `default`, the most exact that covers the status.
    #[must_use]
    pub fn status_key(&self, keys: &[&'static str]) -> Option<&'static str> {
        covering(keys, self.status)
    }

    /// What was noticed, and what `body` breaks.
    pub(super) fn deviations<E: Endpoint>(self, body: Option<&Outcome<'_, E>>) -> Vec<Deviation> {
        let mut broken = Findings::up_to(Findings::FOREIGN);
        let mut check = Check::new(Section::Body, &mut broken);
        match body {
            Some(Outcome::Success(output)) => E::judge(output, &mut check),
            Some(Outcome::Refusal(failure)) => E::judge_failure(failure, &mut check),
            None => {}
        }
        let broken = self.log.findings.judged(broken);
        let more = Some(broken.omitted()).filter(|count| *count > 0).map(Deviation::More);
        let unknown = (!E::INFO.documents(self.status)).then_some(Deviation::UnknownStatus(self.status.as_u16()));
        let mut deviations: Vec<_> = unknown.into_iter().chain(self.deviations).collect();
        deviations.extend(broken.into_iter().map(Deviation::Broken).chain(more));
        deviations
    }
}
