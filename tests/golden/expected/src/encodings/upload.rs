// Written by docwright from specs/encodings/upload.yaml: change that, and run it again.

//! [`Upload`] and its types.

use super::Encodings;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Email, Field, Undecodable, Validate, list};

/// Lists in path, headers and a form: `POST /shelves/{shelves}/upload`.
///
/// Answers:
///
/// - `success`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::encodings::{Auth, BlockingClient, Upload, UploadRequired};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Upload::new(UploadRequired {
///     shelves: vec![1],
///     x_ids: vec![1],
///     required_list: vec![1],
/// });
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Upload {
    /// `shelves`
    pub shelves: Vec<i64>,
    /// `X-Tags`
    pub x_tags: Option<Vec<String>>,
    /// `X-Ids`
    pub x_ids: Vec<i64>,
    /// `repeated`
    pub repeated: Vec<i64>,
    /// `bracketed`
    pub bracketed: Vec<String>,
    /// `joined`
    pub joined: Option<Vec<Email>>,
    /// `joined_or_null`
    pub joined_or_null: Field<Vec<i64>>,
    /// `required_list`
    pub required_list: Vec<i64>,
}

/// What [`Upload`] requires, by name, so that no two values can be swapped.
#[derive(Clone, Debug, PartialEq)]
pub struct UploadRequired {
    /// `shelves`
    pub shelves: Vec<i64>,
    /// `X-Ids`
    pub x_ids: Vec<i64>,
    /// `required_list`
    pub required_list: Vec<i64>,
}

impl Upload {
    /// With what is required.
    pub fn new(required: UploadRequired) -> Self {
        Self {
            shelves: required.shelves,
            x_tags: None,
            x_ids: required.x_ids,
            repeated: Vec::new(),
            bracketed: Vec::new(),
            joined: None,
            joined_or_null: Field::Absent,
            required_list: required.required_list,
        }
    }

    /// `X-Tags`
    pub fn x_tags(mut self, items: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.x_tags = Some(list(items));
        self
    }

    /// `repeated`
    pub fn repeated(mut self, items: impl IntoIterator<Item = i64>) -> Self {
        self.repeated = list(items);
        self
    }

    /// `bracketed`
    pub fn bracketed(
        mut self,
        items: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.bracketed = list(items);
        self
    }

    /// `joined`
    pub fn joined(mut self, items: impl IntoIterator<Item = impl Into<Email>>) -> Self {
        self.joined = Some(list(items));
        self
    }

    /// `joined_or_null`
    pub fn joined_or_null(mut self, items: impl IntoIterator<Item = i64>) -> Self {
        self.joined_or_null = Field::Value(list(items));
        self
    }

    /// Sends `null`.
    pub fn joined_or_null_null(mut self) -> Self {
        self.joined_or_null = Field::Null;
        self
    }
}

impl Validate for Upload {
    fn validate(&self, check: &mut Check<'_>) {
        check.headers().each("X-Tags", &self.x_tags).no_comma();
        check.each("joined", &self.joined).email().no_comma();
        check.each("required_list", &self.required_list).required();
    }
}

impl Endpoint for Upload {
    type Api = Encodings;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "encodings",
        name: "upload",
        method: Method::POST,
        path: "/shelves/{shelves}/upload",
        statuses: &["success"],
        media_types: &["multipart/form-data"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path_comma("shelves", &self.shelves)
            .header_comma("x-tags", &self.x_tags)
            .header_comma("x-ids", &self.x_ids);
        to.form(|body| {
            body.put_repeat("repeated", &self.repeated)
                .put_brackets("bracketed", &self.bracketed)
                .put_comma("joined", &self.joined)
                .put_comma("joined_or_null", &self.joined_or_null)
                .put_repeat("required_list", &self.required_list);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            shelves: from.path.take_comma("shelves"),
            x_tags: from.headers.take_comma("X-Tags"),
            x_ids: from.headers.take_comma("X-Ids"),
            repeated: from.body.take_repeat("repeated"),
            bracketed: from.body.take_brackets("bracketed"),
            joined: from.body.take_comma("joined"),
            joined_or_null: from.body.take_comma("joined_or_null"),
            required_list: from.body.take_repeat("required_list"),
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
