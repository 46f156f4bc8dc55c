// Written by docwright from specs/requires/move_note.yaml: change that, and run it again.

//! [`MoveNote`] and its types.

use super::Requires;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate};

/// Two arguments of one type are given by name: `PUT /notes/{from}/moved/{to}`.
///
/// Answers:
///
/// - `204`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::requires::{Auth, BlockingClient, MoveNote, MoveNoteRequired};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = MoveNote::new(MoveNoteRequired {
///     from: "text".into(),
///     to: "text".into(),
/// });
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct MoveNote {
    /// `from`
    pub from: String,
    /// `to`
    pub to: String,
}

/// What [`MoveNote`] requires, by name, so that no two values can be swapped.
#[derive(Clone, Debug, PartialEq)]
pub struct MoveNoteRequired {
    /// `from`
    pub from: String,
    /// `to`
    pub to: String,
}

impl MoveNote {
    /// With what is required.
    pub fn new(required: MoveNoteRequired) -> Self {
        Self {
            from: required.from,
            to: required.to,
        }
    }
}

impl Validate for MoveNote {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for MoveNote {
    type Api = Requires;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "requires",
        name: "move_note",
        method: Method::PUT,
        path: "/notes/{from}/moved/{to}",
        statuses: &["204"],
        media_types: &[],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("from", &self.from).path("to", &self.to);
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            from: from.path.take("from"),
            to: from.path.take("to"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<(), Undecodable> {
        answer.none()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond((): &(), _: &mut Reply) {}

    fn refuse((): &(), _: &mut Reply) {}
}
