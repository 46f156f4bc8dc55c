// Written by docwright from specs/rocketchat/create_role.yaml: change that, and run it again.

//! [`CreateRole`] and its types.

use super::{Failure, Rocketchat};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, DateTime, Object, ObjectWriter, Record, Undecodable, Unlisted, Validate,
    text_enum,
};

/// Makes a role; one of the same name must not be there yet: `POST /api/v1/roles.create`. Answers
/// with [`CreateRoleResponse`].
///
/// Inferred: `media_type: application/json`. The sample sends this Content-Type.
///
/// Answers:
///
/// - `success`: The role was made. [`CreateRoleResponse`].
/// - `default`: There is no token, a field is missing, or the name is taken. [`Failure`]. Unclear:
///   The page shows the bodies, and no status.
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<CreateRole>()` reads as
/// documented.
///
/// Unclear: The page says that the workspace needs the premium edition, and not what else a server
/// answers.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::rocketchat::{Auth, BlockingClient, CreateRole, LOCAL};
///
/// let client = BlockingClient::builder(
///         LOCAL,
///         Auth::Token {
///             auth_token: "auth token".into(),
///             user_id: "user id".into(),
///         },
///     )
///     .build()?;
/// let request = CreateRole::new("Test Role");
/// let answer = client.send(request)?;
/// println!("{:?}", answer.role);
/// # Ok(())
/// # }
/// ```
#[doc(alias = "Create Role")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct CreateRole {
    /// The role's name.
    ///
    /// Inferred: `string`. The page's example value is a word.
    ///
    /// Not enforced: No other role has the name.
    pub name: String,
    /// Whether users or subscriptions have the role. Taken as `Users` if left out.
    pub scope: Option<CreateRoleScope>,
    /// What the role is for.
    ///
    /// Inferred: `string`. The page's example value is a text.
    pub description: Option<String>,
    /// Whether who has the role must sign in with two factors. Taken as `false` if left out.
    ///
    /// Inferred: `boolean`. The sample has a boolean.
    pub mandatory2fa: Option<bool>,
}

impl CreateRole {
    /// With what is required.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            scope: None,
            description: None,
            mandatory2fa: None,
        }
    }

    /// Whether users or subscriptions have the role. See [`scope`](field@Self::scope).
    pub fn scope(mut self, value: impl Into<CreateRoleScope>) -> Self {
        self.scope = Some(value.into());
        self
    }

    /// What the role is for. See [`description`](field@Self::description).
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Whether who has the role must sign in with two factors. See
    /// [`mandatory2fa`](field@Self::mandatory2fa).
    pub fn mandatory2fa(mut self, value: bool) -> Self {
        self.mandatory2fa = Some(value);
        self
    }
}

impl Validate for CreateRole {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("scope", &self.scope).listed(CreateRoleScope::LISTED);
    }
}

impl Endpoint for CreateRole {
    type Api = Rocketchat;
    type Output = CreateRoleResponse;
    type Failure = Failure;

    const INFO: &Info = &Info {
        api: "rocketchat",
        name: "create_role",
        method: Method::POST,
        path: "/api/v1/roles.create",
        statuses: &["success", "default"],
        media_types: &["application/json"],
        auth: &["token"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.json(|body| {
            body.put("name", &self.name)
                .put("scope", &self.scope)
                .put("description", &self.description)
                .put("mandatory2fa", &self.mandatory2fa);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            name: from.body.take("name"),
            scope: from.body.take("scope"),
            description: from.body.take("description"),
            mandatory2fa: from.body.take("mandatory2fa"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<CreateRoleResponse, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Failure>, Undecodable> {
        answer.json_if(&["default"])
    }

    fn respond(output: &CreateRoleResponse, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse(failure: &Failure, reply: &mut Reply) {
        reply.under(&["default"]).json(failure);
    }
}

/// Whether users or subscriptions have the role.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CreateRoleScope {
    /// `Users`
    Users,
    /// `Subscriptions`
    Subscriptions,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl CreateRoleScope {
    const WIRE: &[(&str, Self)] = &[
        ("Users", Self::Users),
        ("Subscriptions", Self::Subscriptions),
    ];
}

text_enum!(CreateRoleScope);

/// The role was made.
///
/// Inferred: the page does not name it. The page has a sample, and no table.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CreateRoleResponse {
    /// `role`
    pub role: Option<Role>,
    /// `success`
    pub success: Option<bool>,
}

impl CreateRoleResponse {
    /// `role`
    #[must_use]
    pub fn role(mut self, value: Role) -> Self {
        self.role = Some(value);
        self
    }

    /// `success`
    #[must_use]
    pub fn success(mut self, value: bool) -> Self {
        self.success = Some(value);
        self
    }
}

impl Record for CreateRoleResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            role: object.take("role"),
            success: object.take("success"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("role", &self.role).put("success", &self.success);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.nested("role", &self.role);
    }
}

/// A role as the server keeps it.
///
/// Inferred: the page does not name it. The page has a sample, and no table.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Role {
    /// `_id`
    #[doc(alias = "_id")]
    pub underscore_id: Option<String>,
    /// `name`
    pub name: Option<String>,
    /// `scope`
    pub scope: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `protected`
    pub protected: Option<bool>,
    /// `mandatory2fa`
    pub mandatory2fa: Option<bool>,
    /// `_updatedAt`
    #[doc(alias = "_updatedAt")]
    pub underscore_updated_at: Option<DateTime>,
}

impl Role {
    /// `_id`
    #[doc(alias = "_id")]
    #[must_use]
    pub fn underscore_id(mut self, value: impl Into<String>) -> Self {
        self.underscore_id = Some(value.into());
        self
    }

    /// `name`
    #[must_use]
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// `scope`
    #[must_use]
    pub fn scope(mut self, value: impl Into<String>) -> Self {
        self.scope = Some(value.into());
        self
    }

    /// `description`
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// `protected`
    #[must_use]
    pub fn protected(mut self, value: bool) -> Self {
        self.protected = Some(value);
        self
    }

    /// `mandatory2fa`
    #[must_use]
    pub fn mandatory2fa(mut self, value: bool) -> Self {
        self.mandatory2fa = Some(value);
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

impl Record for Role {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            underscore_id: object.take("_id"),
            name: object.take("name"),
            scope: object.take("scope"),
            description: object.take("description"),
            protected: object.take("protected"),
            mandatory2fa: object.take("mandatory2fa"),
            underscore_updated_at: object.take("_updatedAt"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("_id", &self.underscore_id)
            .put("name", &self.name)
            .put("scope", &self.scope)
            .put("description", &self.description)
            .put("protected", &self.protected)
            .put("mandatory2fa", &self.mandatory2fa)
            .put("_updatedAt", &self.underscore_updated_at);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("_updatedAt", &self.underscore_updated_at).inferred().date_time();
    }
}
