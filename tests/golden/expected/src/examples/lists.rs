// Written by docwright from specs/examples/lists.yaml: change that, and run it again.

//! [`Lists`] and its types.

use super::Examples;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, Object, ObjectWriter, Promised, Record, Undecodable, Validate,
};

/// Fields that share their name with a function of the runtime: `POST /lists`. Answers with
/// [`ListsResponse`].
///
/// Answers:
///
/// - `success`: [`ListsResponse`].
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::examples::{Auth, BlockingClient, Lists, ListsInner};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Lists::new(["text"], ListsInner::new([1]));
/// let answer = client.send(request)?;
/// println!("{:?}", answer.list);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Lists {
    /// `list`
    pub list: Vec<String>,
    /// `inner`
    pub inner: ListsInner,
}

impl Lists {
    /// With what is required.
    pub fn new(
        list: impl IntoIterator<Item = impl Into<String>>,
        inner: ListsInner,
    ) -> Self {
        Self {
            list: crate::runtime::list(list),
            inner,
        }
    }
}

impl Validate for Lists {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Lists {
    type Api = Examples;
    type Output = ListsResponse;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "examples",
        name: "lists",
        method: Method::POST,
        path: "/lists",
        statuses: &["success"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.json(|body| {
            body.put("list", &self.list).put("inner", &self.inner);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            list: from.body.take("list"),
            inner: from.body.take("inner"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<ListsResponse, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &ListsResponse, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `inner`
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct ListsInner {
    /// `list`
    pub list: Vec<i64>,
}

impl ListsInner {
    /// With what is required.
    pub fn new(list: impl IntoIterator<Item = i64>) -> Self {
        Self {
            list: crate::runtime::list(list),
        }
    }
}

impl Record for ListsInner {
    fn read(object: &mut Object<'_>) -> Self {
        Self { list: object.take("list") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("list", &self.list);
    }
}

/// `ListsResponse`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListsResponse {
    /// `list`
    pub list: Promised<Vec<String>>,
}

impl ListsResponse {
    /// With what an answer promises.
    #[must_use]
    pub fn new(list: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            list: Ok(crate::runtime::list(list)),
        }
    }
}

impl Record for ListsResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self { list: object.take("list") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("list", &self.list);
    }
}
