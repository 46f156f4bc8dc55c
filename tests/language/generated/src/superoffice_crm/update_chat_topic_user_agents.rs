// Written by docwright from specs/superoffice_crm/update_chat_topic_user_agents.yaml: change that, and run it again.

//! [`UpdateChatTopicUserAgents`] and its types.

use super::{Associate, SuperofficeCrm};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, Field, Object, ObjectWriter, Record, Undecodable, Validate, list,
};

/// Replaces who answers in a chat topic, and what they may do there:
/// `PUT /api/v1/ChatTopic/{chatTopicId}/UserAgent`. Answers with a list of [`UserAgent`].
///
/// Sent as `application/json`; the server takes `text/json`, `application/json-patch+json`,
/// `application/merge-patch+json` as well, see `Call::media_type`; not offered: `application/xml`,
/// `text/xml`, `application/x-www-form-urlencoded`.
///
/// Answers:
///
/// - `200`: A list of [`UserAgent`]. Comes as `application/json`, `text/json`,
///   `application/json-patch+json`, `application/merge-patch+json`; not read: `application/xml`,
///   `text/xml`.
///
/// Unclear: The page lists fields, and does not say that they are those of an item.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::superoffice_crm::update_chat_topic_user_agents::NewUserAgent;
/// use language_clients::superoffice_crm::{
///     Auth, BlockingClient, EXAMPLE, UpdateChatTopicUserAgents,
/// };
///
/// let client = BlockingClient::builder(EXAMPLE, Auth::bearer("token")).build()?;
/// let request = UpdateChatTopicUserAgents::new(1, [NewUserAgent::default()]);
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[doc(alias = "PUT ChatTopic/{id}/UserAgent")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct UpdateChatTopicUserAgents {
    /// The chat topic. 32 bits. `chatTopicId` on the wire.
    pub chat_topic_id: i64,
    /// Those who answer from now on.
    ///
    /// Inferred: `NewUserAgent[]`. The sample is a list, and the name a plural.
    ///
    /// Unclear: The page lists fields, and does not say that they are those of an item.
    pub body: Vec<NewUserAgent>,
}

impl UpdateChatTopicUserAgents {
    /// With what is required.
    pub fn new(
        chat_topic_id: i64,
        body: impl IntoIterator<Item = NewUserAgent>,
    ) -> Self {
        Self {
            chat_topic_id,
            body: list(body),
        }
    }
}

impl Validate for UpdateChatTopicUserAgents {
    fn validate(&self, check: &mut Check<'_>) {
        check.path().at("chatTopicId", &self.chat_topic_id).int32();
    }
}

impl Endpoint for UpdateChatTopicUserAgents {
    type Api = SuperofficeCrm;
    type Output = Vec<UserAgent>;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "superoffice_crm",
        name: "update_chat_topic_user_agents",
        method: Method::PUT,
        path: "/api/v1/ChatTopic/{chatTopicId}/UserAgent",
        statuses: &["200"],
        media_types: &[
            "application/json",
            "text/json",
            "application/json-patch+json",
            "application/merge-patch+json",
        ],
        auth: &["basic", "bearer", "ticket", "session"],
        permissions: &[],
        settings: &[
            "SO-AppToken",
            "Accept-Language",
            "SO-Language",
            "SO-Culture",
            "SO-TimeZone",
        ],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("chatTopicId", &self.chat_topic_id);
        to.json_body(&self.body);
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            chat_topic_id: from.path.take("chatTopicId"),
            body: from.json_body(),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Vec<UserAgent>, Undecodable> {
        answer
            .media_types(
                &[
                    "application/json",
                    "text/json",
                    "application/xml",
                    "text/xml",
                    "application/json-patch+json",
                    "application/merge-patch+json",
                ],
            )
            .json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &Vec<UserAgent>, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `NewUserAgent`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct NewUserAgent {
    /// The topic. `TopicId` on the wire.
    pub topic_id: Option<i64>,
    /// Who answers. `User` on the wire.
    ///
    /// Inferred: `nullable: true`. The samples have null (warns).
    pub user: Field<Associate>,
    /// May listen. `CanListen` on the wire.
    pub can_listen: Option<bool>,
    /// May answer. `CanRespond` on the wire.
    pub can_respond: Option<bool>,
    /// May manage the topic. `CanManage` on the wire.
    pub can_manage: Option<bool>,
    /// Is to be told of chats. `CanNotify` on the wire.
    pub can_notify: Option<bool>,
}

impl NewUserAgent {
    /// The topic.
    pub fn topic_id(mut self, value: i64) -> Self {
        self.topic_id = Some(value);
        self
    }

    /// Who answers. See [`user`](field@Self::user).
    pub fn user(mut self, value: Associate) -> Self {
        self.user = Field::Value(value);
        self
    }

    /// Sends `null`.
    pub fn user_null(mut self) -> Self {
        self.user = Field::Null;
        self
    }

    /// May listen.
    pub fn can_listen(mut self, value: bool) -> Self {
        self.can_listen = Some(value);
        self
    }

    /// May answer.
    pub fn can_respond(mut self, value: bool) -> Self {
        self.can_respond = Some(value);
        self
    }

    /// May manage the topic.
    pub fn can_manage(mut self, value: bool) -> Self {
        self.can_manage = Some(value);
        self
    }

    /// Is to be told of chats.
    pub fn can_notify(mut self, value: bool) -> Self {
        self.can_notify = Some(value);
        self
    }
}

impl Record for NewUserAgent {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            topic_id: object.take("TopicId"),
            user: object.take("User"),
            can_listen: object.take("CanListen"),
            can_respond: object.take("CanRespond"),
            can_manage: object.take("CanManage"),
            can_notify: object.take("CanNotify"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("TopicId", &self.topic_id)
            .put("User", &self.user)
            .put("CanListen", &self.can_listen)
            .put("CanRespond", &self.can_respond)
            .put("CanManage", &self.can_manage)
            .put("CanNotify", &self.can_notify);
    }
}

/// `UserAgent`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UserAgent {
    /// The topic. 32 bits. `TopicId` on the wire.
    pub topic_id: Option<i64>,
    /// Who answers. `User` on the wire.
    ///
    /// Inferred: `nullable: true`. The samples have null (warns).
    pub user: Field<Associate>,
    /// May listen. `CanListen` on the wire.
    pub can_listen: Option<bool>,
    /// May answer. `CanRespond` on the wire.
    pub can_respond: Option<bool>,
    /// May manage the topic. `CanManage` on the wire.
    pub can_manage: Option<bool>,
    /// Is to be told of chats. `CanNotify` on the wire.
    pub can_notify: Option<bool>,
}

impl UserAgent {
    /// The topic. See [`topic_id`](field@Self::topic_id).
    #[must_use]
    pub fn topic_id(mut self, value: i64) -> Self {
        self.topic_id = Some(value);
        self
    }

    /// Who answers. See [`user`](field@Self::user).
    #[must_use]
    pub fn user(mut self, value: Associate) -> Self {
        self.user = Field::Value(value);
        self
    }

    /// Writes `null`.
    #[must_use]
    pub fn user_null(mut self) -> Self {
        self.user = Field::Null;
        self
    }

    /// May listen.
    #[must_use]
    pub fn can_listen(mut self, value: bool) -> Self {
        self.can_listen = Some(value);
        self
    }

    /// May answer.
    #[must_use]
    pub fn can_respond(mut self, value: bool) -> Self {
        self.can_respond = Some(value);
        self
    }

    /// May manage the topic.
    #[must_use]
    pub fn can_manage(mut self, value: bool) -> Self {
        self.can_manage = Some(value);
        self
    }

    /// Is to be told of chats.
    #[must_use]
    pub fn can_notify(mut self, value: bool) -> Self {
        self.can_notify = Some(value);
        self
    }
}

impl Record for UserAgent {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            topic_id: object.take("TopicId"),
            user: object.take("User"),
            can_listen: object.take("CanListen"),
            can_respond: object.take("CanRespond"),
            can_manage: object.take("CanManage"),
            can_notify: object.take("CanNotify"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("TopicId", &self.topic_id)
            .put("User", &self.user)
            .put("CanListen", &self.can_listen)
            .put("CanRespond", &self.can_respond)
            .put("CanManage", &self.can_manage)
            .put("CanNotify", &self.can_notify);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("TopicId", &self.topic_id).int32();
    }
}
