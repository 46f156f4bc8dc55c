// Written by docwright from specs/rocketchat/update_department.yaml: change that, and run it again.

//! [`UpdateDepartment`] and its types.

use super::Rocketchat;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, DateTime, Email, Field, Object, ObjectWriter, Record, Undecodable, Validate,
    list,
};

/// Changes a department, and who answers in it: `PUT /api/v1/livechat/department/{_id}`. Answers
/// with [`UpdateDepartmentResponse`].
///
/// Asks for the permissions `manage-livechat-departments`, `add-livechat-department-agents`.
///
/// Inferred: `media_type: application/json`. The sample sends this Content-Type.
///
/// Answers:
///
/// - `success`: [`UpdateDepartmentResponse`].
///
/// Unclear: One table lists the fields of the body and of the objects in it; the sample shows which
/// belong where.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::rocketchat::{
///     Auth, BlockingClient, LOCAL, UpdateDepartment, UpdateDepartmentDepartment,
///     UpdateDepartmentDepartmentRequired,
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
/// let request = UpdateDepartment::new(
///     "iTfLCX3qqwKgf5uqg",
///     UpdateDepartmentDepartment::new(UpdateDepartmentDepartmentRequired {
///         name: "new from api - live".into(),
///         email: "jan@example.com".into(),
///         enabled: true,
///         show_on_registration: true,
///         show_on_offline_form: true,
///     }),
/// );
/// let answer = client.send(request)?;
/// println!("{:?}", answer.department);
/// # Ok(())
/// # }
/// ```
#[doc(alias = "Update Department")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct UpdateDepartment {
    /// The department to change. `_id` on the wire.
    ///
    /// Inferred: `string`. The example value is a word.
    #[doc(alias = "_id")]
    pub underscore_id: String,
    /// The department's details.
    pub department: UpdateDepartmentDepartment,
    /// Who is to answer in it.
    ///
    /// Inferred: `Agent[]`. The page calls it an object; its sample has a list.
    pub agents: Option<Vec<Agent>>,
}

impl UpdateDepartment {
    /// With what is required.
    pub fn new(
        underscore_id: impl Into<String>,
        department: UpdateDepartmentDepartment,
    ) -> Self {
        Self {
            underscore_id: underscore_id.into(),
            department,
            agents: None,
        }
    }

    /// Who is to answer in it. See [`agents`](field@Self::agents).
    pub fn agents(mut self, items: impl IntoIterator<Item = Agent>) -> Self {
        self.agents = Some(list(items));
        self
    }
}

impl Validate for UpdateDepartment {
    fn validate(&self, check: &mut Check<'_>) {
        check.nested("department", &self.department);
    }
}

impl Endpoint for UpdateDepartment {
    type Api = Rocketchat;
    type Output = UpdateDepartmentResponse;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "rocketchat",
        name: "update_department",
        method: Method::PUT,
        path: "/api/v1/livechat/department/{_id}",
        statuses: &["success"],
        media_types: &["application/json"],
        auth: &["token"],
        permissions: &["manage-livechat-departments", "add-livechat-department-agents"],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("_id", &self.underscore_id);
        to.json(|body| {
            body.put("department", &self.department).put("agents", &self.agents);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            underscore_id: from.path.take("_id"),
            department: from.body.take("department"),
            agents: from.body.take("agents"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<UpdateDepartmentResponse, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &UpdateDepartmentResponse, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// The department's details.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct UpdateDepartmentDepartment {
    /// Its name.
    ///
    /// Inferred: `string`. The sample has a text.
    pub name: String,
    /// Its address for mail.
    ///
    /// Inferred: `email`. The example value is an address (warns).
    pub email: Email,
    /// Whether it takes chats.
    pub enabled: bool,
    /// Whether visitors may choose it before a chat. `showOnRegistration` on the wire.
    pub show_on_registration: bool,
    /// Whether it is offered outside business hours. `showOnOfflineForm` on the wire.
    pub show_on_offline_form: bool,
    /// What it is for.
    ///
    /// Inferred: `string`. The example value is a text.
    pub description: Option<String>,
}

/// What [`UpdateDepartmentDepartment`] requires, by name, so that no two values can be swapped.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateDepartmentDepartmentRequired {
    /// Its name.
    ///
    /// Inferred: `string`. The sample has a text.
    pub name: String,
    /// Its address for mail.
    ///
    /// Inferred: `email`. The example value is an address (warns).
    pub email: Email,
    /// Whether it takes chats.
    pub enabled: bool,
    /// Whether visitors may choose it before a chat. `showOnRegistration` on the wire.
    pub show_on_registration: bool,
    /// Whether it is offered outside business hours. `showOnOfflineForm` on the wire.
    pub show_on_offline_form: bool,
}

impl UpdateDepartmentDepartment {
    /// With what is required.
    pub fn new(required: UpdateDepartmentDepartmentRequired) -> Self {
        Self {
            name: required.name,
            email: required.email,
            enabled: required.enabled,
            show_on_registration: required.show_on_registration,
            show_on_offline_form: required.show_on_offline_form,
            description: None,
        }
    }

    /// What it is for. See [`description`](field@Self::description).
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }
}

impl Record for UpdateDepartmentDepartment {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            name: object.take("name"),
            email: object.take("email"),
            enabled: object.take("enabled"),
            show_on_registration: object.take("showOnRegistration"),
            show_on_offline_form: object.take("showOnOfflineForm"),
            description: object.take("description"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("name", &self.name)
            .put("email", &self.email)
            .put("enabled", &self.enabled)
            .put("showOnRegistration", &self.show_on_registration)
            .put("showOnOfflineForm", &self.show_on_offline_form)
            .put("description", &self.description);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("email", &self.email).inferred().email();
    }
}

/// `UpdateDepartmentResponse`
///
/// Inferred: the page does not name it. The page has a sample, and no table.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UpdateDepartmentResponse {
    /// `department`
    pub department: Option<Department>,
    /// `agents`
    pub agents: Option<Vec<DepartmentAgent>>,
    /// `success`
    pub success: Option<bool>,
}

impl UpdateDepartmentResponse {
    /// `department`
    #[must_use]
    pub fn department(mut self, value: Department) -> Self {
        self.department = Some(value);
        self
    }

    /// `agents`
    #[must_use]
    pub fn agents(mut self, items: impl IntoIterator<Item = DepartmentAgent>) -> Self {
        self.agents = Some(list(items));
        self
    }

    /// `success`
    #[must_use]
    pub fn success(mut self, value: bool) -> Self {
        self.success = Some(value);
        self
    }
}

impl Record for UpdateDepartmentResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            department: object.take("department"),
            agents: object.take("agents"),
            success: object.take("success"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("department", &self.department)
            .put("agents", &self.agents)
            .put("success", &self.success);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.nested("department", &self.department);
        check.nested("agents", &self.agents);
    }
}

/// `Agent`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Agent {
    /// The agent's id. `agentId` on the wire.
    ///
    /// Inferred: `string`. The sample has a text.
    pub agent_id: Option<String>,
    /// The agent's name as a user.
    ///
    /// Inferred: the page does not name it. The sample has it.
    pub username: Option<String>,
    /// How many chats the agent had; a value resets it. Chats go to who has had the fewest.
    ///
    /// Inferred: `integer`. The example value is a number.
    pub count: Option<i64>,
    /// The agent's turn when chats are given out.
    ///
    /// Inferred: `integer`. The example value is a number.
    pub order: Option<i64>,
}

impl Agent {
    /// The agent's id. See [`agent_id`](field@Self::agent_id).
    pub fn agent_id(mut self, value: impl Into<String>) -> Self {
        self.agent_id = Some(value.into());
        self
    }

    /// The agent's name as a user. See [`username`](field@Self::username).
    pub fn username(mut self, value: impl Into<String>) -> Self {
        self.username = Some(value.into());
        self
    }

    /// How many chats the agent had; a value resets it. Chats go to who has had the fewest. See
    /// [`count`](field@Self::count).
    pub fn count(mut self, value: i64) -> Self {
        self.count = Some(value);
        self
    }

    /// The agent's turn when chats are given out. See [`order`](field@Self::order).
    pub fn order(mut self, value: i64) -> Self {
        self.order = Some(value);
        self
    }
}

impl Record for Agent {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            agent_id: object.take("agentId"),
            username: object.take("username"),
            count: object.take("count"),
            order: object.take("order"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("agentId", &self.agent_id)
            .put("username", &self.username)
            .put("count", &self.count)
            .put("order", &self.order);
    }
}

/// The department as it is now.
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
    pub description: Field<String>,
    /// `numAgents`
    pub num_agents: Option<i64>,
    /// `showOnRegistration`
    pub show_on_registration: Option<bool>,
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
        self.description = Field::Value(value.into());
        self
    }

    /// Writes `null`.
    #[must_use]
    pub fn description_null(mut self) -> Self {
        self.description = Field::Null;
        self
    }

    /// `numAgents`
    #[must_use]
    pub fn num_agents(mut self, value: i64) -> Self {
        self.num_agents = Some(value);
        self
    }

    /// `showOnRegistration`
    #[must_use]
    pub fn show_on_registration(mut self, value: bool) -> Self {
        self.show_on_registration = Some(value);
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
            num_agents: object.take("numAgents"),
            show_on_registration: object.take("showOnRegistration"),
            underscore_updated_at: object.take("_updatedAt"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("_id", &self.underscore_id)
            .put("enabled", &self.enabled)
            .put("name", &self.name)
            .put("description", &self.description)
            .put("numAgents", &self.num_agents)
            .put("showOnRegistration", &self.show_on_registration)
            .put("_updatedAt", &self.underscore_updated_at);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("_updatedAt", &self.underscore_updated_at).inferred().date_time();
    }
}

/// An agent within a department.
///
/// Inferred: the page does not name it. The page has a sample, and no table.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DepartmentAgent {
    /// `_id`
    #[doc(alias = "_id")]
    pub underscore_id: Option<String>,
    /// `agentId`
    pub agent_id: Option<String>,
    /// `departmentId`
    pub department_id: Option<String>,
    /// `username`
    pub username: Option<String>,
    /// `count`
    pub count: Option<i64>,
    /// `order`
    pub order: Option<i64>,
    /// `_updatedAt`
    #[doc(alias = "_updatedAt")]
    pub underscore_updated_at: Option<DateTime>,
}

impl DepartmentAgent {
    /// `_id`
    #[doc(alias = "_id")]
    #[must_use]
    pub fn underscore_id(mut self, value: impl Into<String>) -> Self {
        self.underscore_id = Some(value.into());
        self
    }

    /// `agentId`
    #[must_use]
    pub fn agent_id(mut self, value: impl Into<String>) -> Self {
        self.agent_id = Some(value.into());
        self
    }

    /// `departmentId`
    #[must_use]
    pub fn department_id(mut self, value: impl Into<String>) -> Self {
        self.department_id = Some(value.into());
        self
    }

    /// `username`
    #[must_use]
    pub fn username(mut self, value: impl Into<String>) -> Self {
        self.username = Some(value.into());
        self
    }

    /// `count`
    #[must_use]
    pub fn count(mut self, value: i64) -> Self {
        self.count = Some(value);
        self
    }

    /// `order`
    #[must_use]
    pub fn order(mut self, value: i64) -> Self {
        self.order = Some(value);
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

impl Record for DepartmentAgent {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            underscore_id: object.take("_id"),
            agent_id: object.take("agentId"),
            department_id: object.take("departmentId"),
            username: object.take("username"),
            count: object.take("count"),
            order: object.take("order"),
            underscore_updated_at: object.take("_updatedAt"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("_id", &self.underscore_id)
            .put("agentId", &self.agent_id)
            .put("departmentId", &self.department_id)
            .put("username", &self.username)
            .put("count", &self.count)
            .put("order", &self.order)
            .put("_updatedAt", &self.underscore_updated_at);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("_updatedAt", &self.underscore_updated_at).inferred().date_time();
    }
}
