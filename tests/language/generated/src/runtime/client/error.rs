//! What can go wrong with a call.

use std::time::Duration;
use std::{error, fmt};

use http::StatusCode;
use http::header::HeaderName;

use super::authorization::NONE;
use super::{Info, Refusal, TransportError, retry};
use crate::runtime::core::Escaped;
use crate::runtime::{Undecodable, Violations};

/// A call failed. What to do about each error is in the guide, under [errors](crate::guide::errors).
///
/// Its `Display` says which endpoint and why, without texts of people, and never repeats its `source`; `{:#}` shows the
/// start of what was refused or of what the server said.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The request breaks rules of the documentation; it was not sent.
    #[non_exhaustive]
    Invalid {
        /// The endpoint.
        endpoint: &'static Info,
        /// All that it breaks, without what the policy lets through.
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
    /// The provider of the client's credentials gave none; the request was not sent.
    #[non_exhaustive]
    Credentials {
        /// The endpoint.
        endpoint: &'static Info,
        /// The provider's own error.
        source: Box<dyn error::Error + Send + Sync>,
    },
    /// No whole response came back.
    #[non_exhaustive]
    Transport {
        /// The endpoint.
        endpoint: &'static Info,
        /// How often it was tried to send the request.
        attempts: u32,
        /// Whether asking twice does no harm, by the documentation or by the caller's word.
        idempotent: bool,
        /// Whether the server may have acted, upon any of the attempts.
        delivery: Delivery,
        /// Why.
        error: TransportError,
    },
    /// The server refused: its status is no success.
    Status(Box<Refusal>),
    /// The server accepted, but its answer is not of the documented kind; the message was sent.
    Undecodable(Box<Refusal>, Undecodable),
}

impl Error {
    /// The endpoint that was called.
    #[must_use]
    pub const fn endpoint(&self) -> &'static Info {
        match self {
            Self::Invalid { endpoint, .. }
            | Self::Build { endpoint, .. }
            | Self::Credentials { endpoint, .. }
            | Self::Transport { endpoint, .. } => endpoint,
            Self::Status(refusal) | Self::Undecodable(refusal, _) => refusal.endpoint,
        }
    }

    /// How often it was tried to send the request: 0 where it was not, or the answer came some other way.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        match self {
            Self::Invalid { .. } | Self::Build { .. } | Self::Credentials { .. } => 0,
            Self::Transport { attempts, .. } => *attempts,
            Self::Status(refusal) | Self::Undecodable(refusal, _) => refusal.attempts,
        }
    }

    /// Whether the server may have acted, upon any of the attempts.
    #[must_use]
    pub const fn delivery(&self) -> Delivery {
        match self {
            Self::Invalid { .. } | Self::Build { .. } | Self::Credentials { .. } => Delivery::NotSent,
            Self::Transport { delivery, .. } => *delivery,
            Self::Status(_) | Self::Undecodable(..) => Delivery::Answered,
        }
    }

    /// Whether the same call can be made again without the server acting twice: the message was not sent; the server
    /// turned it away, for coming too fast (429) or until a time that it names (503 with `Retry-After`); or asking twice
    /// does no harm, and no success came. Whatever is retried is safe to send again; what is safe may fail again.
    #[must_use]
    pub fn safe_to_resend(&self) -> bool {
        match self {
            Self::Invalid { .. } | Self::Build { .. } | Self::Credentials { .. } => true,
            Self::Transport { delivery, idempotent, error, .. } => match delivery {
                Delivery::NotSent => true,
                Delivery::Unknown => *idempotent,
                Delivery::Answered => *idempotent && error.status.is_some_and(|status| !status.is_success()),
            },
            Self::Status(refusal) => refusal.idempotent || retry::is_turned_away(refusal.status, &refusal.headers),
            Self::Undecodable(..) => false,
        }
    }

    /// The rules that the request breaks, where it does.
    #[must_use]
    pub const fn violations(&self) -> Option<&Violations> {
        if let Self::Invalid { violations, .. } = self { Some(violations) } else { None }
    }

    /// The server's answer, where it came as a whole.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Status(refusal) | Self::Undecodable(refusal, _) => Some(refusal),
            Self::Invalid { .. } | Self::Build { .. } | Self::Credentials { .. } | Self::Transport { .. } => None,
        }
    }

    /// The status of the server's answer, even where no more of it came.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Transport { error, .. } => error.status,
            _ => self.refusal().map(|refusal| refusal.status),
        }
    }

    /// What the server calls this exchange in its own logs, as [`Refusal::request_id`] finds it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.refusal().and_then(Refusal::request_id)
    }

    /// How long the server asks to wait (`Retry-After`, RFC 9110, 10.2.3), counted from now.
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
            Self::Credentials { .. } => f.write_str("no credentials could be had"),
            Self::Status(refusal) => {
                write!(f, "the server answered {}", refusal.status)?;
                tell(refusal, f)
            }
            Self::Undecodable(refusal, error) => {
                write!(f, "the server answered {}, but {error}", refusal.status)?;
                tell(refusal, f)
            }
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Transport { error, .. } => error.source(), // the error itself is shown
            Self::Credentials { source, .. } => Some(&**source),
            Self::Build { .. } | Self::Undecodable(..) | Self::Invalid { .. } | Self::Status(_) => None,
        }
    }
}

/// What finds an answer in a server's logs, and on request how its body begins.
fn tell(refusal: &Refusal, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    /// More bytes than an excerpt can take.
    const ENOUGH: usize = 1024;
    if let Some(id) = refusal.request_id() {
        write!(f, " (request {})", Escaped(id))?;
    }
    let body = refusal.body.buffered();
    if f.alternate() && !body.is_empty() {
        write!(f, ": {}", Escaped(&String::from_utf8_lossy(&body[..body.len().min(ENOUGH)])))?;
    }
    Ok(())
}

/// Whether a message reached the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// It did not: sending it again is safe.
    NotSent,
    /// Nobody knows: sending it again may send it twice.
    Unknown,
    /// It did, and the server answered, at least with a status.
    Answered,
}

/// Why a client, a request or an answer cannot be built.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// The server's address is not `http(s)://host[:port][/path]`.
    Address,
    /// The argument of this variable of a server is no label of a host, or no segment of a path.
    ServerVariable(&'static str),
    /// Credentials would go over plain `http` to another host.
    PlainHttp,
    /// No request can have this method.
    Method(&'static str),
    /// The argument of this path variable is empty, `.` or `..`.
    PathArgument(&'static str),
    /// Path and query are longer than those of a request can be: 65,534 bytes.
    TooLong,
    /// The value of this header has characters that no header can have, or that its readers may take for others or drop:
    /// all but visible ASCII, and blanks and tabs that do not stand within it.
    Header(HeaderName),
    /// No header can have this name.
    HeaderName(String),
    /// This header is not the caller's to set: it frames the message, or follows from it.
    ReservedHeader(HeaderName),
    /// The endpoint does not take these credentials.
    Credential {
        /// Which they are; `none` where there are none.
        given: &'static str,
        /// Those that it takes.
        taken: &'static [&'static str],
    },
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
    /// No part of a form can have this name of an extra field: quotes, backslashes, controls and what looks like their
    /// escapes are read in one way or another.
    FieldName(String),
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
            Self::Method(name) => write!(f, "no request can have the method {name:?}"),
            Self::PathArgument(name) => write!(f, "path argument {name} is empty, `.` or `..`"),
            Self::TooLong => f.write_str("path and query are longer than 65,534 bytes"),
            Self::Header(name) => {
                write!(f, "header {name} has characters other than visible ASCII, or a blank at an end")
            }
            Self::HeaderName(name) => write!(f, "no header can be named {name:?}"),
            Self::ReservedHeader(name) => write!(f, "header {name} is not the caller's to set"),
            Self::Credential { given: NONE, taken } => {
                write!(f, "the endpoint takes no call without a credential, but with {}", taken.join(", "))
            }
            Self::Credential { given, taken } => {
                write!(f, "the endpoint does not take the credential {given}, but {}", taken.join(", "))
            }
            Self::UserName => f.write_str("a user name cannot have a colon"),
            Self::Status(status) => write!(f, "an answer of this kind does not come with the status {}", status.as_u16()),
            Self::MediaType { chosen, documented: [] } => {
                write!(f, "there is no body that could have the media type {chosen:?}")
            }
            Self::MediaType { chosen, documented } => {
                write!(f, "media type {chosen:?} is not documented, but {} is", documented.join(", "))
            }
            Self::FieldTwice(name) => write!(f, "the extra field {name:?} is one that the endpoint writes itself"),
            Self::FieldName(name) => write!(f, "no part of a form can be named {name:?}"),
            Self::NoFields => f.write_str("the body is neither a JSON object nor a form, so that it has no extra fields"),
            Self::Boundary => f.write_str("every boundary that was tried occurs in the parts"),
            Self::Pointer(pointer) => {
                write!(f, "{pointer:?} is no JSON Pointer below /body, /headers, /query_parameters or /path_parameters")
            }
            Self::Proxy => f.write_str("the proxy's address is not http://[user:password@]host[:port]"),
            Self::OwnTransport(method) => write!(f, "`{method}` has no effect on a transport of one's own"),
            Self::Transport(why) => write!(f, "the transport could not be set up: {why}"),
        }
    }
}

impl error::Error for BuildError {}
