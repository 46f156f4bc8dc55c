// Written by docwright from specs/constants/withdraw.yaml: change that, and run it again.

//! [`Withdraw`] and its types.

use super::Constants;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate};

/// Facts of the page that do not hold: `POST /codes`.
///
/// Answers:
///
/// - `success`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::constants::{Auth, BlockingClient, Withdraw};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Withdraw::new("ABCD");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Withdraw {
    /// `code`. At most 4 characters.
    ///
    /// Corrected: the page says `pattern: ^[A-Z]{3}$`; here no `pattern`. The page's samples have
    /// four letters.
    pub code: String,
    /// `note`
    ///
    /// Inferred: no `required`. No sample has it.
    pub note: Option<String>,
}

impl Withdraw {
    /// With what is required.
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            note: None,
        }
    }

    /// Sets [`note`](field@Self::note).
    pub fn note(mut self, value: impl Into<String>) -> Self {
        self.note = Some(value.into());
        self
    }
}

impl Validate for Withdraw {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("code", &self.code).max_length(4);
    }
}

impl Endpoint for Withdraw {
    type Api = Constants;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "constants",
        name: "withdraw",
        method: Method::POST,
        path: "/codes",
        statuses: &["success"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.json(|body| {
            body.put("code", &self.code).put("note", &self.note);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            code: from.body.take("code"),
            note: from.body.take("note"),
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
