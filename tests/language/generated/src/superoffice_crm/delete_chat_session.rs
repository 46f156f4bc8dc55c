// Written by docwright from specs/superoffice_crm/delete_chat_session.yaml: change that, and run it again.

//! [`DeleteChatSession`] and its types.

use super::SuperofficeCrm;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate};

/// Deletes a chat session: `DELETE /api/v1/ChatSession/{id}`.
///
/// Answers:
///
/// - `204`: It is deleted.
///
/// Unclear: The page names a type for the body of the answer 204, which has none; its sample shows
/// null there.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::superoffice_crm::{
///     Auth, BlockingClient, DeleteChatSession, EXAMPLE,
/// };
///
/// let client = BlockingClient::builder(EXAMPLE, Auth::bearer("token")).build()?;
/// let request = DeleteChatSession::new(1);
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[doc(alias = "DEL ChatSession/{id}")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct DeleteChatSession {
    /// The chat session. 32 bits.
    pub id: i64,
    /// The language of texts. `Accept-Language` on the wire.
    ///
    /// Inferred: the page does not name it. The sample sends it, and the table does not list it.
    pub accept_language: Option<String>,
}

impl DeleteChatSession {
    /// With what is required.
    pub const fn new(id: i64) -> Self {
        Self { id, accept_language: None }
    }

    /// The language of texts. See [`accept_language`](field@Self::accept_language).
    pub fn accept_language(mut self, value: impl Into<String>) -> Self {
        self.accept_language = Some(value.into());
        self
    }
}

impl Validate for DeleteChatSession {
    fn validate(&self, check: &mut Check<'_>) {
        check.path().at("id", &self.id).int32();
    }
}

impl Endpoint for DeleteChatSession {
    type Api = SuperofficeCrm;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "superoffice_crm",
        name: "delete_chat_session",
        method: Method::DELETE,
        path: "/api/v1/ChatSession/{id}",
        statuses: &["204"],
        media_types: &[],
        auth: &["basic", "bearer", "ticket", "session"],
        permissions: &[],
        settings: &["SO-AppToken"],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("id", &self.id).header("accept-language", &self.accept_language);
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            id: from.path.take("id"),
            accept_language: from.headers.take("Accept-Language"),
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
