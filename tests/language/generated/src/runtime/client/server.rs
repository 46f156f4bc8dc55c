//! Documented servers.

use super::BuildError;

/// A documented server with its variables filled, to be given to [`Client::builder`](super::Client::builder).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server(String);

impl AsRef<str> for Server {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Server {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Fills the variables of a documented address in their order, each one label of the host or one segment of the path.
    #[allow(dead_code, reason = "what is used depends on the features")]
    pub(crate) fn fill(address: &'static str, arguments: &[&str]) -> Result<Self, BuildError> {
        let mut filled = String::with_capacity(address.len() + 32);
        let mut rest = address;
        for argument in arguments {
            let Some((before, variable)) = rest.split_once('{') else { break };
            let Some((name, after)) = variable.split_once('}') else { break };
            filled.push_str(before);
            let in_path = filled.split_once("://").is_some_and(|(_, behind)| behind.contains('/'));
            let fits = if in_path { is_segment(argument) } else { is_label(argument) };
            if !fits {
                return Err(BuildError::ServerVariable(name));
            }
            filled.push_str(argument);
            rest = after;
        }
        filled.push_str(rest);
        Ok(Self(filled))
    }
}

/// A label of a host (RFC 1123): letters, digits and hyphens, at most 63.
fn is_label(text: &str) -> bool {
    let hyphened = text.starts_with('-') || text.ends_with('-');
    (1..=63).contains(&text.len()) && !hyphened && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// A segment of unreserved characters (RFC 3986) that is no dot segment.
fn is_segment(text: &str) -> bool {
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    !matches!(text, "" | "." | "..") && text.bytes().all(unreserved)
}
