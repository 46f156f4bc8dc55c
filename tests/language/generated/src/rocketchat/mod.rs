// Written by docwright from specs/rocketchat: change that, and run it again.

//! Rocket.Chat. A server for chats between colleagues and with visitors of a site.
//!
//! Its endpoints:
//!
//! - [`CreateRole`]: Makes a role; one of the same name must not be there yet:
//!   `POST /api/v1/roles.create`.
//! - [`ListDepartmentsByIds`]: The departments that have the ids:
//!   `GET /api/v1/livechat/department.listByIds`.
//! - [`UpdateDepartment`]: Changes a department, and who answers in it:
//!   `PUT /api/v1/livechat/department/{_id}`.

pub mod create_role;
pub mod list_departments_by_ids;
pub mod update_department;

#[doc(inline)]
pub use create_role::{CreateRole, CreateRoleResponse, CreateRoleScope};
#[doc(inline)]
pub use list_departments_by_ids::{ListDepartmentsByIds, ListDepartmentsByIdsResponse};
#[doc(inline)]
pub use update_department::{
    UpdateDepartment, UpdateDepartmentDepartment, UpdateDepartmentDepartmentRequired,
    UpdateDepartmentResponse,
};

use crate::runtime::client::{
    self, Api, Authorization, Authorize, BlockingTransport, NoSettings,
};
use crate::runtime::{Object, ObjectWriter, Record, Secret};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Rocketchat;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Rocketchat>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Rocketchat, dyn BlockingTransport>;

impl Api for Rocketchat {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// A server on one's own machine.
///
/// Inferred: the page does not name it. All samples go there; a workspace has its own host.
pub const LOCAL: &str = "http://localhost:3000";

/// Who calls.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// A personal or login token with the id of its user.
    ///
    /// Inferred: the page does not name it. The pages ask for authentication and link to another
    /// page; their samples send two headers.
    Token {
        /// The token.
        auth_token: Secret,
        /// The user that the token belongs to.
        user_id: Secret,
    },
}

impl Authorize for Auth {
    fn authorize(&self, to: &mut Authorization<'_>) {
        match self {
            Self::Token { auth_token, user_id } => {
                to.secret("x-auth-token", "", auth_token)
                    .secret("x-user-id", "", user_id)
            }
        };
    }
}

/// A call that was refused.
///
/// Inferred: the page does not name it. The pages show such bodies, without a table.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Failure {
    /// `success`
    pub success: Option<bool>,
    /// `error`
    pub error: Option<String>,
    /// `errorType`
    pub error_type: Option<String>,
}

impl Failure {
    /// `success`
    #[must_use]
    pub fn success(mut self, value: bool) -> Self {
        self.success = Some(value);
        self
    }

    /// `error`
    #[must_use]
    pub fn error(mut self, value: impl Into<String>) -> Self {
        self.error = Some(value.into());
        self
    }

    /// `errorType`
    #[must_use]
    pub fn error_type(mut self, value: impl Into<String>) -> Self {
        self.error_type = Some(value.into());
        self
    }
}

impl Record for Failure {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            success: object.take("success"),
            error: object.take("error"),
            error_type: object.take("errorType"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("success", &self.success)
            .put("error", &self.error)
            .put("errorType", &self.error_type);
    }
}
