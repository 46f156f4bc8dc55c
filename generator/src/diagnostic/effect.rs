//! What a change of a spec does: to the wire, to code that uses the crate, to what that code does when it runs.

use std::fmt::{self, Write as _};

use sha2::{Digest as _, Sha256};

/// Bytes of a fingerprint: few enough to be typed, enough that no two changes of a project share them by chance.
const FINGERPRINT_BYTES: usize = 8;

/// The endpoints that are named of those that something reaches; the others are counted.
const MOST_NAMED: usize = 4;

/// What a change does, for those who review it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// What is changed belongs together under this heading.
    pub group: Group,
    /// The place in the model: `pland/send_note: request body.recipient`.
    pub subject: String,
    /// What stood there, in the words of specs; nothing where it is new.
    pub old: Option<String>,
    /// What stands there now; nothing where it is gone.
    pub new: Option<String>,
    /// Whether a server that follows the new page takes what a program built before sends.
    pub request: Option<Compatibility>,
    /// Whether a program built before takes what a server that follows the new page answers.
    pub response: Option<Compatibility>,
    /// What code that uses the crate has to do with it, by Cargo's rules, as if the version were past 1.0.
    pub source: Option<Bump>,
    /// Whether code that compiles as before does something else when it runs.
    pub behaviour: bool,
    /// Public Rust before, a signature each.
    pub before: Vec<String>,
    /// Public Rust after, a signature each.
    pub after: Vec<String>,
    /// The endpoints that have what is changed, where that is shared.
    pub reach: Option<Reach>,
    /// How the old specs were named, where that is needed to find the change again.
    pub against: Option<String>,
    /// Why it was accepted, if it was.
    pub accepted: Option<String>,
}

/// The endpoints that have something that is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// Their names.
    pub endpoints: Vec<String>,
    /// How many endpoints the API has.
    pub of: usize,
}

/// What a reviewed change belongs to; the order is that of reports.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Group {
    /// The folder of the API; nothing for the crate.
    pub api: Option<String>,
    /// The endpoint; nothing for what the API's endpoints share.
    pub endpoint: Option<String>,
}

/// Whether old and new understand each other on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Compatibility {
    /// They do.
    Compatible,
    /// In some cases they may not.
    Doubtful,
    /// They do not.
    Breaking,
}

/// What a change asks of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bump {
    /// What is public is as it was.
    Patch,
    /// More is public.
    Minor,
    /// Code that compiled may not compile any more.
    Major,
}

impl Effect {
    /// The mark by which the change is accepted: it stands for the rule, the place in the model, the old and the new value,
    /// and for nothing else.
    #[must_use]
    pub fn fingerprint(&self, rule: &str) -> String {
        let [old, new] = [&self.old, &self.new].map(|value| match value {
            Some(text) => format!("={text}"),
            None => String::new(),
        });
        mark([rule, &self.subject, &old, &new])
    }

    /// Whether somebody has to look at it: it breaks, or may break, what was built before.
    #[must_use]
    pub fn breaks(&self) -> bool {
        let on_the_wire = [self.request, self.response].contains(&Some(Compatibility::Breaking));
        on_the_wire || self.source == Some(Bump::Major)
    }
}

impl fmt::Display for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.endpoints.len();
        let noun = if count == 1 { "endpoint" } else { "endpoints" };
        let all = if count == self.of && count > 1 { "all " } else { "" };
        let named = self.endpoints.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        write!(f, "reaches {all}{count} {noun}: {named}")?;
        match count.checked_sub(MOST_NAMED + 1) {
            Some(more) => write!(f, " and {} more", more + 1),
            None => Ok(()),
        }
    }
}

/// A mark that stands for some texts in their order.
pub(crate) fn mark<const N: usize>(pieces: [&str; N]) -> String {
    // No piece holds the character that parts them.
    let pieces = pieces.map(|piece| piece.replace('\0', "\u{fffd}"));
    let digest = Sha256::digest(pieces.join("\0").as_bytes());
    let mut mark = String::with_capacity(2 * FINGERPRINT_BYTES);
    for byte in digest.iter().take(FINGERPRINT_BYTES) {
        // Writing to a String never fails.
        _ = write!(mark, "{byte:02x}");
    }
    mark
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.api, &self.endpoint) {
            (Some(api), Some(endpoint)) => write!(f, "{api}/{endpoint}"),
            (Some(api), None) => f.write_str(api),
            (None, _) => f.write_str("the crate"),
        }
    }
}

impl Compatibility {
    /// One word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Compatible => "compatible",
            Self::Doubtful => "doubtful",
            Self::Breaking => "breaking",
        }
    }
}

impl Bump {
    /// One word, as Cargo's rules have it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}
