// Written by docwright from specs/superoffice: change that, and run it again.

//! SuperOffice CRM WebAPI. Customer relations, with chat sessions among them.
//!
//! Its endpoints:
//!
//! - [`AddChatSessionMessage`]: Adds a message to a chat session:
//!   `POST /api/v1/ChatSession/{chatSessionId}/Messages`.

pub mod add_chat_session_message;

#[doc(inline)]
pub use add_chat_session_message::AddChatSessionMessage;

use crate::runtime::client::{
    self, Api, Authorization, Authorize, BlockingTransport, BuildError, Outgoing, Server,
};
use crate::runtime::{
    Check, Json, Object, ObjectWriter, Pattern, Record, Secret, Unlisted, Validate, text,
    text_enum,
};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Superoffice;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Superoffice>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Superoffice, dyn BlockingTransport>;

impl Api for Superoffice {
    type Auth = Auth;
    type Settings = Settings;
}

/// The vendor's cloud; an onsite installation has its own host.
///
/// Corrected (vendor_docs): the page does not name it. The page names no host.
///
/// - `env`: The environment of the cloud.
/// - `cust_id`: The customer's name in the cloud.
///
/// # Errors
/// When an argument is no label of a host or no segment of a path.
pub fn online(env: &str, cust_id: &str) -> Result<Server, BuildError> {
    Server::fill("https://{env}.superoffice.com/{CustId}", &[env, cust_id])
}

/// Who calls.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// A user and a password, for onsite installations.
    Basic {
        /// The user.
        user: String,
        /// The password.
        password: Secret,
    },
    /// An access token.
    Bearer(Secret),
    /// A ticket of a signed-in user, alone only for onsite installations.
    Ticket(Secret),
    /// A ticket with the partner app's token, for a server that calls the cloud.
    ///
    /// Unclear: The page lists the two headers apart; other pages say that online a ticket needs
    /// both.
    AppTicket {
        /// `ticket`
        ticket: Secret,
        /// The token of the partner app.
        app_token: Secret,
    },
    /// The session of a browser, in place of an Authorization header.
    ///
    /// Unclear: The page does not name the session's cookie.
    Session {
        /// The value from the cookie or the hidden input field.
        xsrf_token: Secret,
        /// `cookies`
        cookies: Secret,
    },
}

impl Auth {
    /// A user and a password, for onsite installations.
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

    /// A ticket of a signed-in user, alone only for onsite installations.
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
            Self::AppTicket { ticket, app_token } => {
                to.secret("authorization", "SoTicket ", ticket)
                    .secret("so-apptoken", "", app_token)
            }
            Self::Session { xsrf_token, cookies } => {
                to.secret("x-xsrf-token", "", xsrf_token).secret("cookie", "", cookies)
            }
        };
    }
}

/// The headers of a client or of one call.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Settings {
    /// The language for texts in several languages. `Accept-Language` on the wire.
    ///
    /// Inferred: matches [`LANGUAGE_CODE`] (warns).
    pub accept_language: Option<LanguageCode>,
    /// The same, and stronger than Accept-Language. `SO-Language` on the wire.
    ///
    /// Inferred: matches [`LANGUAGE_CODE`] (warns).
    pub so_language: Option<LanguageCode>,
    /// The form of numbers and dates, in which it is stronger than the language; ignored where no
    /// language is set. `SO-Culture` on the wire.
    ///
    /// Inferred: matches [`LANGUAGE_CODE`] (warns).
    pub so_culture: Option<LanguageCode>,
    /// The time zone, by its code, for the times in the answer. `SO-TimeZone` on the wire.
    pub so_time_zone: Option<String>,
}

impl Settings {
    /// The language for texts in several languages. See
    /// [`accept_language`](field@Self::accept_language).
    pub fn accept_language(mut self, value: impl Into<LanguageCode>) -> Self {
        self.accept_language = Some(value.into());
        self
    }

    /// The same, and stronger than Accept-Language. See [`so_language`](field@Self::so_language).
    pub fn so_language(mut self, value: impl Into<LanguageCode>) -> Self {
        self.so_language = Some(value.into());
        self
    }

    /// The form of numbers and dates, in which it is stronger than the language; ignored where no
    /// language is set. See [`so_culture`](field@Self::so_culture).
    pub fn so_culture(mut self, value: impl Into<LanguageCode>) -> Self {
        self.so_culture = Some(value.into());
        self
    }

    /// The time zone, by its code, for the times in the answer.
    pub fn so_time_zone(mut self, value: impl Into<String>) -> Self {
        self.so_time_zone = Some(value.into());
        self
    }
}

impl Validate for Settings {
    fn validate(&self, check: &mut Check<'_>) {
        check
            .at("Accept-Language", &self.accept_language)
            .inferred()
            .pattern(&LANGUAGE_CODE);
        check.at("SO-Language", &self.so_language).inferred().pattern(&LANGUAGE_CODE);
        check.at("SO-Culture", &self.so_culture).inferred().pattern(&LANGUAGE_CODE);
    }
}

impl client::Settings for Settings {
    fn encode(&self, to: &mut Outgoing) {
        to.header("accept-language", &self.accept_language)
            .header("so-language", &self.so_language)
            .header("so-culture", &self.so_culture)
            .header("so-timezone", &self.so_time_zone);
    }

    fn decode(headers: &mut Object<'_>) -> Self {
        Self {
            accept_language: headers.take("Accept-Language"),
            so_language: headers.take("SO-Language"),
            so_culture: headers.take("SO-Culture"),
            so_time_zone: headers.take("SO-TimeZone"),
        }
    }

    fn or(self, base: Self) -> Self {
        Self {
            accept_language: self.accept_language.or(base.accept_language),
            so_language: self.so_language.or(base.so_language),
            so_culture: self.so_culture.or(base.so_culture),
            so_time_zone: self.so_time_zone.or(base.so_time_zone),
        }
    }
}

/// Who the message is for.
///
/// Corrected (swagger): the page says nothing; here `open: true`,
/// `enum: Invalid, ToCustomer, ToUser, Special`. The page omits the values; the vendor's enums gain
/// members over the years.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ChatMessageType {
    /// `Invalid`
    Invalid,
    /// `ToCustomer`
    ToCustomer,
    /// `ToUser`
    ToUser,
    /// `Special`
    Special,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl ChatMessageType {
    const WIRE: &[(&str, Self)] = &[
        ("Invalid", Self::Invalid),
        ("ToCustomer", Self::ToCustomer),
        ("ToUser", Self::ToUser),
        ("Special", Self::Special),
    ];
}

text_enum!(ChatMessageType);

/// What makes a message special, such as a redirection.
///
/// Corrected (swagger): the page says values that it does not list; here `open: true`,
/// `enum: None, Welcome, Url, Block, NewSession, …`. The page omits the values; the vendor's enums
/// gain members over the years.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ChatMessageSpecialType {
    /// `None`
    None,
    /// `Welcome`
    Welcome,
    /// `Url`
    Url,
    /// `Block`
    Block,
    /// `NewSession`
    NewSession,
    /// `TransferedSession`
    TransferedSession,
    /// `Error`
    Error,
    /// `SessionDeleted`
    SessionDeleted,
    /// `FaqSuccessQuestion`
    FaqSuccessQuestion,
    /// `ClosedByUser`
    ClosedByUser,
    /// `ClosedByCustomer`
    ClosedByCustomer,
    /// `ClosedByIdle`
    ClosedByIdle,
    /// `TransferRejected`
    TransferRejected,
    /// `ReopenedByCustomer`
    ReopenedByCustomer,
    /// `ClickedOption`
    ClickedOption,
    /// `BotMessage`
    BotMessage,
    /// `Options`
    Options,
    /// `IllegalFileType`
    IllegalFileType,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl ChatMessageSpecialType {
    const WIRE: &[(&str, Self)] = &[
        ("None", Self::None),
        ("Welcome", Self::Welcome),
        ("Url", Self::Url),
        ("Block", Self::Block),
        ("NewSession", Self::NewSession),
        ("TransferedSession", Self::TransferedSession),
        ("Error", Self::Error),
        ("SessionDeleted", Self::SessionDeleted),
        ("FaqSuccessQuestion", Self::FaqSuccessQuestion),
        ("ClosedByUser", Self::ClosedByUser),
        ("ClosedByCustomer", Self::ClosedByCustomer),
        ("ClosedByIdle", Self::ClosedByIdle),
        ("TransferRejected", Self::TransferRejected),
        ("ReopenedByCustomer", Self::ReopenedByCustomer),
        ("ClickedOption", Self::ClickedOption),
        ("BotMessage", Self::BotMessage),
        ("Options", Self::Options),
        ("IllegalFileType", Self::IllegalFileType),
    ];
}

text_enum!(ChatMessageSpecialType);

/// What went wrong.
///
/// Corrected (vendor_docs): the page does not name it. The page shows success alone.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Failure {
    /// `Error`
    pub error: Option<Json>,
    /// `ErrorType`
    pub error_type: Option<Json>,
    /// `ErrorMessage`
    pub error_message: Option<Json>,
    /// `ErrorSource`
    pub error_source: Option<Json>,
}

impl Failure {
    /// `Error`
    #[must_use]
    pub fn error(mut self, value: impl Into<Json>) -> Self {
        self.error = Some(value.into());
        self
    }

    /// `ErrorType`
    #[must_use]
    pub fn error_type(mut self, value: impl Into<Json>) -> Self {
        self.error_type = Some(value.into());
        self
    }

    /// `ErrorMessage`
    #[must_use]
    pub fn error_message(mut self, value: impl Into<Json>) -> Self {
        self.error_message = Some(value.into());
        self
    }

    /// `ErrorSource`
    #[must_use]
    pub fn error_source(mut self, value: impl Into<Json>) -> Self {
        self.error_source = Some(value.into());
        self
    }
}

impl Record for Failure {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            error: object.take("Error"),
            error_type: object.take("ErrorType"),
            error_message: object.take("ErrorMessage"),
            error_source: object.take("ErrorSource"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("Error", &self.error)
            .put("ErrorType", &self.error_type)
            .put("ErrorMessage", &self.error_message)
            .put("ErrorSource", &self.error_source);
    }
}

/// A language by its two-letter code (iso2).
///
/// Inferred: `pattern: ^[A-Za-z]{2}(-[A-Za-z]{2})?$`. The page speaks of iso2 codes; a region is
/// let through, since cultures have one (warns).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageCode(String);

text!(LanguageCode);

/// `^[A-Za-z]{2}(-[A-Za-z]{2})?$`
pub static LANGUAGE_CODE: Pattern = Pattern::new(
    "^[A-Za-z]{2}(-[A-Za-z]{2})?$",
    &[(b"--", b"..3..."), (b"AZaz", b"12.45.")],
    b"..!..!",
);
