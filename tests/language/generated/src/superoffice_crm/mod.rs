// Written by docwright from specs/superoffice_crm: change that, and run it again.

//! SuperOffice REST API. Companies, their people and appointments, and chats with them.
//!
//! Its endpoints:
//!
//! - [`DeleteChatSession`]: Deletes a chat session: `DELETE /api/v1/ChatSession/{id}`.
//! - [`GetContactImage`]: The picture of a company: `GET /api/v1/Contact/{contactId}/Image`.
//! - [`ListAppointments`]: Appointments as rows of an OData list: `GET /api/v1/Appointment`.
//! - [`PatchRelation`]: Changes a relation between two companies or people, step by step:
//!   `PATCH /api/v1/Relation/{id}`.
//! - [`UpdateChatTopicUserAgents`]: Replaces who answers in a chat topic, and what they may do
//!   there: `PUT /api/v1/ChatTopic/{chatTopicId}/UserAgent`.

pub mod delete_chat_session;
pub mod get_contact_image;
pub mod list_appointments;
pub mod patch_relation;
pub mod update_chat_topic_user_agents;

#[doc(inline)]
pub use delete_chat_session::DeleteChatSession;
#[doc(inline)]
pub use get_contact_image::{GetContactImage, GetContactImageIfBlank};
#[doc(inline)]
pub use list_appointments::{
    ListAppointments, ListAppointmentsDollarFormat, ListAppointmentsDollarMode,
    ListAppointmentsDollarOutput, ListAppointmentsResponse,
};
#[doc(inline)]
pub use patch_relation::PatchRelation;
#[doc(inline)]
pub use update_chat_topic_user_agents::UpdateChatTopicUserAgents;

use crate::runtime::client::{
    self, Api, Authorization, Authorize, BlockingTransport, Outgoing,
};
use crate::runtime::{
    Check, Field, Json, JsonObject, Map, Object, ObjectWriter, Record, Secret, Validate,
};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct SuperofficeCrm;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<SuperofficeCrm>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<SuperofficeCrm, dyn BlockingTransport>;

impl Api for SuperofficeCrm {
    type Auth = Auth;
    type Settings = Settings;
}

/// A made-up host; an installation has its own.
///
/// Inferred: the page does not name it. The pages name no host, and links in their samples go to
/// this one.
pub const EXAMPLE: &str = "https://www.example.com";

/// Who calls.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// A user and a password.
    Basic {
        /// The user.
        user: String,
        /// The password.
        password: Secret,
    },
    /// An access token.
    Bearer(Secret),
    /// The ticket of a session.
    Ticket(Secret),
    /// A browser's session, in place of Authorization.
    ///
    /// Unclear: The pages do not name the cookie.
    Session {
        /// The value of the cookie or of the hidden field.
        xsrf_token: Secret,
        /// `cookies`
        cookies: Secret,
    },
}

impl Auth {
    /// A user and a password.
    pub fn basic(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self::Basic {
            user: user.into(),
            password: password.into(),
        }
    }

    /// An access token.
    pub fn bearer(token: impl Into<Secret>) -> Self {
        Self::Bearer(token.into())
    }

    /// The ticket of a session.
    pub fn ticket(ticket: impl Into<Secret>) -> Self {
        Self::Ticket(ticket.into())
    }
}

impl Authorize for Auth {
    fn authorize(&self, to: &mut Authorization<'_>) {
        match self {
            Self::Basic { user, password } => to.basic(user, password),
            Self::Bearer(token) => to.secret("authorization", "Bearer ", token),
            Self::Ticket(ticket) => to.secret("authorization", "SoTicket ", ticket),
            Self::Session { xsrf_token, cookies } => {
                to.secret("x-xsrf-token", "", xsrf_token).secret("cookie", "", cookies)
            }
        };
    }
}

/// The headers of a client or of one call. Each goes out with the endpoints that document it.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Settings {
    /// Tells which partner app calls; for servers that call the cloud. `SO-AppToken` on the wire.
    ///
    /// A secret: it is never printed.
    pub so_app_token: Option<Secret>,
    /// The language of texts, by its two letters. `Accept-Language` on the wire.
    pub accept_language: Option<String>,
    /// The same; it wins over Accept-Language. `SO-Language` on the wire.
    pub so_language: Option<String>,
    /// How numbers and dates are written; ignored where no language is set. `SO-Culture` on the
    /// wire.
    pub so_culture: Option<String>,
    /// The time zone of times in the answer, by its code. `SO-TimeZone` on the wire.
    pub so_time_zone: Option<String>,
}

impl Settings {
    /// Tells which partner app calls; for servers that call the cloud. See
    /// [`so_app_token`](field@Self::so_app_token).
    pub fn so_app_token(mut self, value: impl Into<Secret>) -> Self {
        self.so_app_token = Some(value.into());
        self
    }

    /// The language of texts, by its two letters.
    pub fn accept_language(mut self, value: impl Into<String>) -> Self {
        self.accept_language = Some(value.into());
        self
    }

    /// The same; it wins over Accept-Language.
    pub fn so_language(mut self, value: impl Into<String>) -> Self {
        self.so_language = Some(value.into());
        self
    }

    /// How numbers and dates are written; ignored where no language is set.
    pub fn so_culture(mut self, value: impl Into<String>) -> Self {
        self.so_culture = Some(value.into());
        self
    }

    /// The time zone of times in the answer, by its code.
    pub fn so_time_zone(mut self, value: impl Into<String>) -> Self {
        self.so_time_zone = Some(value.into());
        self
    }
}

impl Validate for Settings {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl client::Settings for Settings {
    fn encode(&self, to: &mut Outgoing) {
        to.header("so-apptoken", &self.so_app_token)
            .header("accept-language", &self.accept_language)
            .header("so-language", &self.so_language)
            .header("so-culture", &self.so_culture)
            .header("so-timezone", &self.so_time_zone);
    }

    fn decode(headers: &mut Object<'_>) -> Self {
        Self {
            so_app_token: headers.take("SO-AppToken"),
            accept_language: headers.take("Accept-Language"),
            so_language: headers.take("SO-Language"),
            so_culture: headers.take("SO-Culture"),
            so_time_zone: headers.take("SO-TimeZone"),
        }
    }

    fn or(self, base: Self) -> Self {
        Self {
            so_app_token: self.so_app_token.or(base.so_app_token),
            accept_language: self.accept_language.or(base.accept_language),
            so_language: self.so_language.or(base.so_language),
            so_culture: self.so_culture.or(base.so_culture),
            so_time_zone: self.so_time_zone.or(base.so_time_zone),
        }
    }
}

/// A user of the CRM.
///
/// Unclear: The pages name the type, and do not list its fields.
pub type Associate = JsonObject;

/// What may be done with each field, by its name.
///
/// Inferred: a map of FieldProperty. The samples have it so (warns).
pub type FieldProperties = Map<FieldProperty>;

/// What may be done with a field.
///
/// Inferred: the page does not name it. The samples have it so.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FieldProperty {
    /// `FieldRight`
    pub field_right: Field<Json>,
    /// `FieldType`
    pub field_type: Option<String>,
    /// `FieldLength`
    pub field_length: Option<i64>,
}

impl FieldProperty {
    /// `FieldRight`
    #[must_use]
    pub fn field_right(mut self, value: impl Into<Json>) -> Self {
        self.field_right = Field::Value(value.into());
        self
    }

    /// Writes `null`.
    #[must_use]
    pub fn field_right_null(mut self) -> Self {
        self.field_right = Field::Null;
        self
    }

    /// `FieldType`
    #[must_use]
    pub fn field_type(mut self, value: impl Into<String>) -> Self {
        self.field_type = Some(value.into());
        self
    }

    /// `FieldLength`
    #[must_use]
    pub fn field_length(mut self, value: i64) -> Self {
        self.field_length = Some(value);
        self
    }
}

impl Record for FieldProperty {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            field_right: object.take("FieldRight"),
            field_type: object.take("FieldType"),
            field_length: object.take("FieldLength"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("FieldRight", &self.field_right)
            .put("FieldType", &self.field_type)
            .put("FieldLength", &self.field_length);
    }
}

/// What may be done with the whole.
///
/// Unclear: The pages call it RecurrenceInfo, the field TableRight, and list no fields.
pub type RecurrenceInfo = JsonObject;
