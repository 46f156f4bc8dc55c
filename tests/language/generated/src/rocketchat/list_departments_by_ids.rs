// Written by docwright from specs/rocketchat/list_departments_by_ids.yaml: change that, and run it again.

//! [`ListDepartmentsByIds`] and its types.

use super::Rocketchat;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, DateTime, Object, ObjectWriter, Record, Undecodable, Validate, list,
};

/// The departments that have the ids: `GET /api/v1/livechat/department.listByIds`. Answers with
/// [`ListDepartmentsByIdsResponse`].
///
/// Asks for the permissions `view-livechat-departments`, `view-l-room`.
///
/// Answers:
///
/// - `success`: [`ListDepartmentsByIdsResponse`].
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::rocketchat::{
///     Auth, BlockingClient, LOCAL, ListDepartmentsByIds,
/// };
///
/// let client = BlockingClient::builder(
///         LOCAL,
///         Auth::Token {
///             auth_token: "auth token".into(),
///             user_id: "user id".into(),
///         },
///     )
///     .build()?;
/// let request = ListDepartmentsByIds::new(["4LCeYmCHHnQ3EDBgf"]);
/// let answer = client.send(request)?;
/// println!("{:?}", answer.departments);
/// # Ok(())
/// # }
/// ```
#[doc(alias = "Get Departments by ID")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct ListDepartmentsByIds {
    /// The departments to fetch.
    ///
    /// Inferred: `string[]`, `encode: repeat`. The table repeats the name, and so does the sample.
    ///
    /// Unclear: The table has three rows of this name, two of them required; whether one id is
    /// enough is not said.
    pub ids: Vec<String>,
}

impl ListDepartmentsByIds {
    /// With what is required.
    pub fn new(ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { ids: list(ids) }
    }
}

impl Validate for ListDepartmentsByIds {
    fn validate(&self, check: &mut Check<'_>) {
        check.query().each("ids", &self.ids).required();
    }
}

impl Endpoint for ListDepartmentsByIds {
    type Api = Rocketchat;
    type Output = ListDepartmentsByIdsResponse;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "rocketchat",
        name: "list_departments_by_ids",
        method: Method::GET,
        path: "/api/v1/livechat/department.listByIds",
        statuses: &["success"],
        media_types: &[],
        auth: &["token"],
        permissions: &["view-livechat-departments", "view-l-room"],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.query(|query| {
            query.put_repeat("ids", &self.ids);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            ids: from.query.take_repeat("ids"),
        }
    }

    fn decode(
        answer: &mut Answer<'_>,
    ) -> Result<ListDepartmentsByIdsResponse, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &ListDepartmentsByIdsResponse, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `ListDepartmentsByIdsResponse`
///
/// Inferred: the page does not name it. The page has a sample, and no table.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListDepartmentsByIdsResponse {
    /// `departments`
    pub departments: Option<Vec<Department>>,
    /// `success`
    pub success: Option<bool>,
}

impl ListDepartmentsByIdsResponse {
    /// `departments`
    #[must_use]
    pub fn departments(mut self, items: impl IntoIterator<Item = Department>) -> Self {
        self.departments = Some(list(items));
        self
    }

    /// `success`
    #[must_use]
    pub fn success(mut self, value: bool) -> Self {
        self.success = Some(value);
        self
    }
}

impl Record for ListDepartmentsByIdsResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            departments: object.take("departments"),
            success: object.take("success"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("departments", &self.departments).put("success", &self.success);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.nested("departments", &self.departments);
    }
}

/// A department, with how chats come to it.
///
/// Inferred: the page does not name it. The page has a sample, and no table.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Department {
    /// `_id`
    #[doc(alias = "_id")]
    pub underscore_id: Option<String>,
    /// `enabled`
    pub enabled: Option<bool>,
    /// `name`
    pub name: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `type`
    pub type_: Option<String>,
    /// `email`
    pub email: Option<String>,
    /// `showOnRegistration`
    pub show_on_registration: Option<bool>,
    /// `showOnOfflineForm`
    pub show_on_offline_form: Option<bool>,
    /// `requestTagBeforeClosingChat`
    pub request_tag_before_closing_chat: Option<bool>,
    /// `chatClosingTags`
    pub chat_closing_tags: Option<Vec<String>>,
    /// `offlineMessageChannelName`
    pub offline_message_channel_name: Option<String>,
    /// `abandonedRoomsCloseCustomMessage`
    pub abandoned_rooms_close_custom_message: Option<String>,
    /// `waitingQueueMessage`
    pub waiting_queue_message: Option<String>,
    /// `departmentsAllowedToForward`
    pub departments_allowed_to_forward: Option<String>,
    /// `maxNumberSimultaneousChat`
    pub max_number_simultaneous_chat: Option<String>,
    /// `visitorInactivityTimeoutInSeconds`
    pub visitor_inactivity_timeout_in_seconds: Option<String>,
    /// `numAgents`
    pub num_agents: Option<i64>,
    /// `parentId`
    pub parent_id: Option<String>,
    /// `ancestors`
    pub ancestors: Option<Vec<String>>,
    /// `_updatedAt`
    #[doc(alias = "_updatedAt")]
    pub underscore_updated_at: Option<DateTime>,
}

impl Department {
    /// `_id`
    #[doc(alias = "_id")]
    #[must_use]
    pub fn underscore_id(mut self, value: impl Into<String>) -> Self {
        self.underscore_id = Some(value.into());
        self
    }

    /// `enabled`
    #[must_use]
    pub fn enabled(mut self, value: bool) -> Self {
        self.enabled = Some(value);
        self
    }

    /// `name`
    #[must_use]
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// `description`
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// `type`
    #[must_use]
    pub fn type_(mut self, value: impl Into<String>) -> Self {
        self.type_ = Some(value.into());
        self
    }

    /// `email`
    #[must_use]
    pub fn email(mut self, value: impl Into<String>) -> Self {
        self.email = Some(value.into());
        self
    }

    /// `showOnRegistration`
    #[must_use]
    pub fn show_on_registration(mut self, value: bool) -> Self {
        self.show_on_registration = Some(value);
        self
    }

    /// `showOnOfflineForm`
    #[must_use]
    pub fn show_on_offline_form(mut self, value: bool) -> Self {
        self.show_on_offline_form = Some(value);
        self
    }

    /// `requestTagBeforeClosingChat`
    #[must_use]
    pub fn request_tag_before_closing_chat(mut self, value: bool) -> Self {
        self.request_tag_before_closing_chat = Some(value);
        self
    }

    /// `chatClosingTags`
    #[must_use]
    pub fn chat_closing_tags(
        mut self,
        items: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.chat_closing_tags = Some(list(items));
        self
    }

    /// `offlineMessageChannelName`
    #[must_use]
    pub fn offline_message_channel_name(mut self, value: impl Into<String>) -> Self {
        self.offline_message_channel_name = Some(value.into());
        self
    }

    /// `abandonedRoomsCloseCustomMessage`
    #[must_use]
    pub fn abandoned_rooms_close_custom_message(
        mut self,
        value: impl Into<String>,
    ) -> Self {
        self.abandoned_rooms_close_custom_message = Some(value.into());
        self
    }

    /// `waitingQueueMessage`
    #[must_use]
    pub fn waiting_queue_message(mut self, value: impl Into<String>) -> Self {
        self.waiting_queue_message = Some(value.into());
        self
    }

    /// `departmentsAllowedToForward`
    #[must_use]
    pub fn departments_allowed_to_forward(mut self, value: impl Into<String>) -> Self {
        self.departments_allowed_to_forward = Some(value.into());
        self
    }

    /// `maxNumberSimultaneousChat`
    #[must_use]
    pub fn max_number_simultaneous_chat(mut self, value: impl Into<String>) -> Self {
        self.max_number_simultaneous_chat = Some(value.into());
        self
    }

    /// `visitorInactivityTimeoutInSeconds`
    #[must_use]
    pub fn visitor_inactivity_timeout_in_seconds(
        mut self,
        value: impl Into<String>,
    ) -> Self {
        self.visitor_inactivity_timeout_in_seconds = Some(value.into());
        self
    }

    /// `numAgents`
    #[must_use]
    pub fn num_agents(mut self, value: i64) -> Self {
        self.num_agents = Some(value);
        self
    }

    /// `parentId`
    #[must_use]
    pub fn parent_id(mut self, value: impl Into<String>) -> Self {
        self.parent_id = Some(value.into());
        self
    }

    /// `ancestors`
    #[must_use]
    pub fn ancestors(
        mut self,
        items: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.ancestors = Some(list(items));
        self
    }

    /// `_updatedAt`
    #[doc(alias = "_updatedAt")]
    #[must_use]
    pub fn underscore_updated_at(mut self, value: impl Into<DateTime>) -> Self {
        self.underscore_updated_at = Some(value.into());
        self
    }
}

impl Record for Department {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            underscore_id: object.take("_id"),
            enabled: object.take("enabled"),
            name: object.take("name"),
            description: object.take("description"),
            type_: object.take("type"),
            email: object.take("email"),
            show_on_registration: object.take("showOnRegistration"),
            show_on_offline_form: object.take("showOnOfflineForm"),
            request_tag_before_closing_chat: object.take("requestTagBeforeClosingChat"),
            chat_closing_tags: object.take("chatClosingTags"),
            offline_message_channel_name: object.take("offlineMessageChannelName"),
            abandoned_rooms_close_custom_message: object
                .take("abandonedRoomsCloseCustomMessage"),
            waiting_queue_message: object.take("waitingQueueMessage"),
            departments_allowed_to_forward: object.take("departmentsAllowedToForward"),
            max_number_simultaneous_chat: object.take("maxNumberSimultaneousChat"),
            visitor_inactivity_timeout_in_seconds: object
                .take("visitorInactivityTimeoutInSeconds"),
            num_agents: object.take("numAgents"),
            parent_id: object.take("parentId"),
            ancestors: object.take("ancestors"),
            underscore_updated_at: object.take("_updatedAt"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("_id", &self.underscore_id)
            .put("enabled", &self.enabled)
            .put("name", &self.name)
            .put("description", &self.description)
            .put("type", &self.type_)
            .put("email", &self.email)
            .put("showOnRegistration", &self.show_on_registration)
            .put("showOnOfflineForm", &self.show_on_offline_form)
            .put("requestTagBeforeClosingChat", &self.request_tag_before_closing_chat)
            .put("chatClosingTags", &self.chat_closing_tags)
            .put("offlineMessageChannelName", &self.offline_message_channel_name)
            .put(
                "abandonedRoomsCloseCustomMessage",
                &self.abandoned_rooms_close_custom_message,
            )
            .put("waitingQueueMessage", &self.waiting_queue_message)
            .put("departmentsAllowedToForward", &self.departments_allowed_to_forward)
            .put("maxNumberSimultaneousChat", &self.max_number_simultaneous_chat)
            .put(
                "visitorInactivityTimeoutInSeconds",
                &self.visitor_inactivity_timeout_in_seconds,
            )
            .put("numAgents", &self.num_agents)
            .put("parentId", &self.parent_id)
            .put("ancestors", &self.ancestors)
            .put("_updatedAt", &self.underscore_updated_at);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("_updatedAt", &self.underscore_updated_at).inferred().date_time();
    }
}
