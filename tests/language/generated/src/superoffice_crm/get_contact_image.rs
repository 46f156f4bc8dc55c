// Written by docwright from specs/superoffice_crm/get_contact_image.yaml: change that, and run it again.

//! [`GetContactImage`] and its types.

use super::SuperofficeCrm;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Undecodable, Unlisted, Validate, text_enum};

/// The picture of a company: `GET /api/v1/Contact/{contactId}/Image`. Answers with the body as it
/// comes.
///
/// Answers:
///
/// - `200`: A picture. Unclear: The page offers PNG, JPEG, GIF and TIFF; its sample is a JSON text.
/// - `404`: The company has no picture, and nothing else was asked for.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::superoffice_crm::{
///     Auth, BlockingClient, EXAMPLE, GetContactImage,
/// };
///
/// let client = BlockingClient::builder(EXAMPLE, Auth::bearer("token")).build()?;
/// let request = GetContactImage::new(1);
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[doc(alias = "GET Contact/{id}/Image")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct GetContactImage {
    /// The company. 32 bits. `contactId` on the wire.
    pub contact_id: i64,
    /// The width to scale to. 32 bits.
    pub w: Option<i64>,
    /// The height to scale to. 32 bits.
    pub h: Option<i64>,
    /// The format to convert to. `type` on the wire.
    ///
    /// Unclear: The text has JPEG, PNG and GIF, and the sample a word that is none of them.
    pub type_: Option<String>,
    /// What comes where there is no picture; without a choice that is 404. Taken as `Null` if left
    /// out. `ifBlank` on the wire.
    pub if_blank: Option<GetContactImageIfBlank>,
}

impl GetContactImage {
    /// With what is required.
    pub const fn new(contact_id: i64) -> Self {
        Self {
            contact_id,
            w: None,
            h: None,
            type_: None,
            if_blank: None,
        }
    }

    /// The width to scale to. See [`w`](field@Self::w).
    pub fn w(mut self, value: i64) -> Self {
        self.w = Some(value);
        self
    }

    /// The height to scale to. See [`h`](field@Self::h).
    pub fn h(mut self, value: i64) -> Self {
        self.h = Some(value);
        self
    }

    /// The format to convert to. See [`type_`](field@Self::type_).
    pub fn type_(mut self, value: impl Into<String>) -> Self {
        self.type_ = Some(value.into());
        self
    }

    /// What comes where there is no picture; without a choice that is 404. See
    /// [`if_blank`](field@Self::if_blank).
    pub fn if_blank(mut self, value: impl Into<GetContactImageIfBlank>) -> Self {
        self.if_blank = Some(value.into());
        self
    }
}

impl Validate for GetContactImage {
    fn validate(&self, check: &mut Check<'_>) {
        check.path().at("contactId", &self.contact_id).int32();
        check.query().at("w", &self.w).int32();
        check.query().at("h", &self.h).int32();
        check
            .query()
            .at("ifBlank", &self.if_blank)
            .listed(GetContactImageIfBlank::LISTED);
    }
}

impl Endpoint for GetContactImage {
    type Api = SuperofficeCrm;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "superoffice_crm",
        name: "get_contact_image",
        method: Method::GET,
        path: "/api/v1/Contact/{contactId}/Image",
        statuses: &["200", "404"],
        media_types: &[],
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
        to.path("contactId", &self.contact_id);
        to.query(|query| {
            query
                .put("w", &self.w)
                .put("h", &self.h)
                .put("type", &self.type_)
                .put("ifBlank", &self.if_blank);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            contact_id: from.path.take("contactId"),
            w: from.query.take("w"),
            h: from.query.take("h"),
            type_: from.query.take("type"),
            if_blank: from.query.take("ifBlank"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Body, Undecodable> {
        answer.raw()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &Body, reply: &mut Reply) {
        reply.raw(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// What comes where there is no picture; without a choice that is 404.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GetContactImageIfBlank {
    /// `Default`
    Default,
    /// `ClearPixel`
    ClearPixel,
    /// `SrNoPhoto`
    SrNoPhoto,
    /// `SrNoPhotoWithBorder`
    SrNoPhotoWithBorder,
    /// `Null`
    Null,
    /// `GenericFileIcon`
    GenericFileIcon,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl GetContactImageIfBlank {
    const WIRE: &[(&str, Self)] = &[
        ("Default", Self::Default),
        ("ClearPixel", Self::ClearPixel),
        ("SrNoPhoto", Self::SrNoPhoto),
        ("SrNoPhotoWithBorder", Self::SrNoPhotoWithBorder),
        ("Null", Self::Null),
        ("GenericFileIcon", Self::GenericFileIcon),
    ];
}

text_enum!(GetContactImageIfBlank);
