//! What can go wrong with a call.

use std::time::Duration;
use std::{error, fmt};

use http::StatusCode;
use http::header::HeaderName;

use super::{Info, Refusal, TransportError};
use crate::runtime::{Undecodable, Violations};

/// A call failed. Its `Display` says which endpoint and why, without texts of people; it never repeats its `source`.
///
/// What to do about each is in the guide, under [errors](crate::guide::errors).
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The request breaks rules of the documentation; it was not sent.
    #[non_exhaustive]
    Invalid {
        /// The endpoint.
        endpoint: &'static Info,
        /// All that it breaks.
        violations: Violations,
    },
    /// The request could not be built; it was not sent.
    #[non_exhaustive]
    Build {
        /// The endpoint.
        endpoint: &'static Info,
        /// Why.
        error: BuildError,
    },
    /// No whole response came back.
    #[non_exhaustive]
    Transport {
        /// The endpoint.
        endpoint: &'static Info,
        /// Why.
        error: TransportError,
    },
    /// The server refused.
    Status(Box<Refusal>),
    /// The server accepted, but its answer is not of the documented kind; the message was sent.
    Undecodable(Box<Refusal>, Undecodable),
}

impl Error {
    /// The endpoint that was called.
    #[must_use]
    pub const fn endpoint(&self) -> &'static Info {
        match self {
            Self::Invalid { endpoint, .. } | Self::Build { endpoint, .. } | Self::Transport { endpoint, .. } => {
                endpoint
            }
            Self::Status(refusal) | Self::Undecodable(refusal, _) => refusal.endpoint,
        }
    }

    /// Whether the server may have acted.
    #[must_use]
    pub const fn delivery(&self) -> Delivery {
        match self {
            Self::Invalid { .. } | Self::Build { .. } => Delivery::NotSent,
            Self::Transport { error, .. } => error.delivery(),
            Self::Status(_) | Self::Undecodable(..) => Delivery::Answered,
        }
    }

    /// Whether the same call can be made again without the server acting twice: the message was not sent, it was
    /// refused for coming too fast (429), or the endpoint's method is idempotent and no success came.
    #[must_use]
    pub fn safe_to_resend(&self) -> bool {
        match self {
            Self::Status(refusal) if refusal.status == StatusCode::TOO_MANY_REQUESTS => true,
            Self::Undecodable(..) => false,
            _ => self.delivery() == Delivery::NotSent || self.endpoint().is_idempotent(),
        }
    }

    /// The rules that the request breaks, where it does.
    #[must_use]
    pub const fn violations(&self) -> Option<&Violations> {
        if let Self::Invalid { violations, .. } = self { Some(violations) } else { None }
    }

    /// The server's answer, if there was one.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Status(refusal) | Self::Undecodable(refusal, _) => Some(refusal),
            Self::Invalid { .. } | Self::Build { .. } | Self::Transport { .. } => None,
        }
    }

    /// The status of the server's answer, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Transport { error, .. } => error.status,
            _ => self.refusal().map(|refusal| refusal.status),
        }
    }

    /// How long the server asks to wait (`Retry-After`), counted from now.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.refusal().and_then(Refusal::retry_after)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.endpoint())?;
        match self {
            Self::Invalid { violations, .. } if f.alternate() => write!(f, "invalid request: {violations:#}"),
            Self::Invalid { violations, .. } => write!(f, "invalid request: {violations}"),
            Self::Build { error, .. } => write!(f, "the request cannot be built: {error}"),
            Self::Transport { error, .. } => error.fmt(f),
            Self::Status(refusal) => write!(f, "the server answered {}", refusal.status),
            Self::Undecodable(refusal, error) => write!(f, "the server answered {}, but {error}", refusal.status),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Transport { error, .. } => error.source(), // the error itself is shown
            Self::Build { .. } | Self::Undecodable(..) | Self::Invalid { .. } | Self::Status(_) => None,
        }
    }
}

/// Whether a message reached the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// It did not: sending it again is safe.
    NotSent,
    /// Nobody knows: sending it again may send it twice.
    Unknown,
    /// It did, and the server answered.
    Answered,
}

/// What cannot be built.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// The server's address is not `http(s)://host[:port][/path]`.
    Address,
    /// The argument of this variable of a server is no label of a host, or no segment of a path.
    ServerVariable(&'static str),
    /// Credentials would go over plain `http` to another host.
    PlainHttp,
    /// The argument of this path variable is empty, `.` or `..`.
    PathArgument(&'static str),
    /// The value of this header has characters that no header can have, or that its readers may take for others: all
    /// but visible ASCII, blanks and tabs.
    Header(HeaderName),
    /// No header can have this name.
    HeaderName(String),
    /// This header is not the caller's to set: it frames the message, or follows from it.
    ReservedHeader(HeaderName),
    /// A user name with a colon.
    UserName,
    /// An answer of this kind does not come with this status.
    Status(StatusCode),
    /// This media type is none that the endpoint's request is documented to have.
    MediaType {
        /// The one that was chosen.
        chosen: String,
        /// Those that can be.
        documented: &'static [&'static str],
    },
    /// The endpoint writes an extra field of this name itself.
    FieldTwice(String),
    /// Extra fields have no place in a body that is neither a JSON object nor a form.
    NoFields,
    /// No boundary was found that does not occur in the parts.
    Boundary,
    /// This pointer of a policy points into no request.
    Pointer(String),
    /// The address of the proxy is not `http://[user:password@]host[:port]`.
    Proxy,
    /// This method of the builder sets up the transport of `build`; `build_over` was given one that is set up already.
    OwnTransport(&'static str),
    /// The transport could not be set up.
    Transport(String),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address => f.write_str(
                "the server's address is not http(s)://host[:port][/path], without query, fragment, user or dot segments",
            ),
            Self::ServerVariable(name) => write!(f, "{name} is no label of a host or no segment of a path"),
            Self::PlainHttp => f.write_str("credentials are not sent over plain http; use https or `allow_plain_http`"),
            Self::PathArgument(name) => write!(f, "path argument {name} is empty, `.` or `..`"),
            Self::Header(name) => write!(f, "header {name} has characters other than visible ASCII"),
            Self::HeaderName(name) => write!(f, "no header can be named {name:?}"),
            Self::ReservedHeader(name) => write!(f, "header {name} is not the caller's to set"),
            Self::UserName => f.write_str("a user name cannot have a colon"),
            Self::Status(status) => write!(f, "an answer of this kind does not come with the status {}", status.as_u16()),
            Self::MediaType { chosen, documented: [] } => {
                write!(f, "there is no body that could have the media type {chosen:?}")
            }
            Self::MediaType { chosen, documented } => {
                write!(f, "media type {chosen:?} is not documented, but {} is", documented.join(", "))
            }
            Self::FieldTwice(name) => write!(f, "the extra field {name:?} is one that the endpoint writes itself"),
            Self::NoFields => f.write_str("the body is neither a JSON object nor a form, so that it has no extra fields"),
            Self::Boundary => f.write_str("every boundary that was tried occurs in the parts"),
            Self::Pointer(pointer) => {
                write!(f, "{pointer:?} is no JSON Pointer below /body, /headers or /path_parameters")
            }
            Self::Proxy => f.write_str("the proxy's address is not http://[user:password@]host[:port]"),
            Self::OwnTransport(method) => write!(f, "`{method}` has no effect on a transport of one's own"),
            Self::Transport(why) => write!(f, "the transport could not be set up: {why}"),
        }
    }
}

impl error::Error for BuildError {}
