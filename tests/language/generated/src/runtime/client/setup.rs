//! What all calls of a client share: how requests are made and responses read.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, USER_AGENT};
use http::{HeaderMap, HeaderValue, StatusCode};

use super::additions::Additions;
use super::address::Address;
use super::answer::Outcome;
use super::authorization::{NONE, hide_credentials, sensitive};
use super::budget::Budget;
use super::exchange::Course;
use super::message::Shown;
use super::provider::Credentials;
use super::{
    Answer, Api, Authorization, Authorize, Body, BuildError, Endpoint, Error, Event, Finding, Info, Level, Limits,
    Observer, Policy, Refusal, Request, Response, observer, outgoing, request_id,
};
use crate::runtime::core::{Findings, is_framing_header};
use crate::runtime::{Check, Deviation, Section, Validate as _, Violation, Violations};

/// What can be set for a client and for a call.
pub(super) struct Options<A: Api> {
    pub(super) settings: A::Settings,
    pub(super) policy: Policy,
    pub(super) limits: Limits,
    pub(super) deadline: Duration,
    pub(super) retries: u32,
    pub(super) headers: HeaderMap,
    pub(super) additions: Additions,
}

impl<A: Api> Options<A> {
    pub(super) fn new() -> Self {
        Self {
            settings: A::Settings::default(),
            policy: Policy::new(),
            limits: Limits::default(),
            deadline: Duration::from_secs(120),
            retries: 2,
            headers: HeaderMap::new(),
            additions: Additions::default(),
        }
    }

    /// Sets a header beside those of the endpoint.
    pub(super) fn header(&mut self, name: &str, value: &str) -> Result<(), BuildError> {
        let name = HeaderName::try_from(name).map_err(|_| BuildError::HeaderName(name.to_owned()))?;
        if name == CONTENT_TYPE || is_framing_header(name.as_str()) {
            return Err(BuildError::ReservedHeader(name));
        }
        let value = sensitive(value).ok_or_else(|| BuildError::Header(name.clone()))?;
        self.headers.insert(name, value);
        Ok(())
    }
}

impl<A: Api> Clone for Options<A> {
    fn clone(&self) -> Self {
        Self {
            settings: self.settings.clone(),
            policy: self.policy.clone(),
            headers: self.headers.clone(),
            additions: self.additions.clone(),
            ..*self
        }
    }
}

/// What all calls of a client share.
pub(super) struct Setup<A: Api> {
    pub(super) address: Address,
    pub(super) credentials: Credentials<A>,
    pub(super) options: Options<A>,
    pub(super) observer: Option<Observer>,
    pub(super) user_agent: HeaderValue,
    /// Whether credentials may go over plain http to other hosts.
    pub(super) plain_http: bool,
    pub(super) budget: Arc<Budget>,
}

impl<A: Api> Setup<A> {
    pub(super) fn with_auth(&self, auth: A::Auth) -> Self {
        Self {
            address: self.address.clone(),
            credentials: Credentials::Fixed(auth),
            options: self.options.clone(),
            observer: self.observer.clone(),
            user_agent: self.user_agent.clone(),
            plain_http: self.plain_http,
            budget: Arc::clone(&self.budget),
        }
    }

    /// Refuses credentials that others could read on their way.
    pub(super) fn guard(&self, auth: &A::Auth) -> Result<(), BuildError> {
        let is_exposed = self.address.is_exposed() && !self.plain_http && auth.is_secret();
        if is_exposed { Err(BuildError::PlainHttp) } else { Ok(()) }
    }

    /// The request of an endpoint: validated, built, authorised where the credentials are known without asking.
    pub(super) fn request<E: Endpoint<Api = A>>(
        &self,
        endpoint: &E,
        options: &Options<A>,
        auth: Option<&A::Auth>,
    ) -> Result<Request, Error> {
        let mut found = Findings::all();
        endpoint.validate(&mut Check::new(Section::Body, &mut found));
        let mut of_settings = Findings::all();
        options.settings.validate(&mut Check::new(Section::Headers, &mut of_settings));
        of_settings.retain(|violation| E::INFO.takes(&violation.pointer));
        found.append(of_settings);
        self.judge(E::INFO, options, found.finish())?;
        let build = || {
            options.policy.checked()?;
            let mut request = outgoing::build(endpoint, &options.settings, &self.address)?;
            options.additions.add_to(&mut request)?;
            self.complete(&mut request, options);
            if let Some(auth) = auth.or_else(|| self.credentials.fixed()) {
                self.authorize(E::INFO, &mut request, auth)?;
            }
            Ok(request)
        };
        build().map_err(|error| Error::Build { endpoint: E::INFO, error })
    }

    /// Adds credentials to a request that is otherwise finished. Where an endpoint takes a call without, none are added of
    /// a kind that it does not take.
    pub(super) fn authorize(
        &self,
        endpoint: &'static Info,
        request: &mut Request,
        auth: &A::Auth,
    ) -> Result<(), BuildError> {
        if let Some(given) = auth.name().filter(|name| !endpoint.auth.contains(name)) {
            let is_free = endpoint.auth.contains(&NONE);
            return if is_free { Ok(()) } else { Err(BuildError::Credential { given, taken: endpoint.auth }) };
        }
        self.guard(auth)?;
        let mut authorization = Authorization::new(endpoint, request);
        auth.authorize(&mut authorization);
        authorization.finish()
    }

    /// Tells the observer what only warns, and refuses what is an error.
    fn judge(&self, endpoint: &'static Info, options: &Options<A>, found: Violations) -> Result<(), Error> {
        if found.is_empty() {
            return Ok(());
        }
        let mut warned = 0_usize;
        let denied = |violation: &Violation| {
            let level = options.policy.level(violation);
            if level == Level::Warn {
                warned += 1;
                if warned <= Findings::FOREIGN {
                    self.observe(endpoint, None, Finding::Sent(violation));
                }
            }
            level == Level::Error
        };
        let list: Vec<Violation> = found.into_iter().filter(denied).collect();
        if let Some(more @ 1..) = warned.checked_sub(Findings::FOREIGN) {
            self.observe(endpoint, None, Finding::SentMore(more));
        }
        let violations = Violations { list, omitted: 0 };
        if violations.is_empty() { Ok(()) } else { Err(Error::Invalid { endpoint, violations }) }
    }

    fn complete(&self, request: &mut Request, options: &Options<A>) {
        let headers = request.headers_mut();
        headers.entry(ACCEPT).or_insert(HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, self.user_agent.clone());
        for (name, value) in &options.headers {
            headers.insert(name, value.clone());
        }
    }

    /// The outcome of a response.
    pub(super) fn response<E: Endpoint<Api = A>>(
        &self,
        mut response: Response,
        course: Course,
    ) -> Result<Full<E::Output>, Error> {
        hide_credentials(response.headers_mut());
        let status = response.status();
        let mut answer = Answer::of(&response);
        if !status.is_success() {
            let failure = E::decode_failure(&mut answer);
            let mut deviations =
                answer.deviations::<E>(failure.as_ref().ok().and_then(Option::as_ref).map(Outcome::Refusal).as_ref());
            deviations.extend(failure.err().map(Deviation::Undecodable));
            self.observe_all(E::INFO, status, &deviations);
            return Err(Error::Status(Refusal::of(E::INFO, response, course)));
        }
        let output = E::decode(&mut answer);
        let mut deviations = answer.deviations::<E>(output.as_ref().ok().map(Outcome::Success).as_ref());
        deviations.extend(output.as_ref().err().copied().map(Deviation::Undecodable));
        self.observe_all(E::INFO, status, &deviations);
        match output {
            Ok(output) => {
                let (head, body) = response.into_parts();
                Ok(Full { output, status, headers: head.headers, body, deviations, attempts: course.attempts })
            }
            Err(error) => Err(Error::Undecodable(Refusal::of(E::INFO, response, course), error)),
        }
    }

    fn observe_all(&self, endpoint: &'static Info, status: StatusCode, deviations: &[Deviation]) {
        for deviation in deviations {
            self.observe(endpoint, Some(status), Finding::Received(deviation));
        }
    }

    fn observe(&self, endpoint: &'static Info, status: Option<StatusCode>, finding: Finding<'_>) {
        if let Some(observer) = &self.observer {
            observer::tell(observer, &Event { endpoint, status, finding });
        }
    }
}

/// A success, with everything that came with it: what [`Call::send_full`](super::Call::send_full) returns.
///
/// Its `Debug` shows the start of each header, and nothing of the raw body.
#[derive(Clone)]
#[non_exhaustive]
pub struct Full<T> {
    /// The typed body.
    pub output: T,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The raw body.
    pub body: Body,
    /// Where the answer differs from the documentation.
    pub deviations: Vec<Deviation>,
    /// How often the request was sent; 0 where the answer came some other way.
    pub attempts: u32,
}

impl<T> Full<T> {
    /// What the server calls this exchange in its own logs, as [`Refusal::request_id`] finds it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id::find(&self.headers)
    }
}

impl<T: fmt::Debug> fmt::Debug for Full<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { output, status, headers, body, deviations, attempts } = self;
        f.debug_struct("Full")
            .field("output", output)
            .field("status", status)
            .field("headers", &Shown(headers))
            .field("body", body)
            .field("deviations", deviations)
            .field("attempts", attempts)
            .finish()
    }
}
