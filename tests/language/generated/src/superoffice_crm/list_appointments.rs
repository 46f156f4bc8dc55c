// Written by docwright from specs/superoffice_crm/list_appointments.yaml: change that, and run it again.

//! [`ListAppointments`] and its types.

use super::SuperofficeCrm;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, JsonObject, Object, ObjectWriter, Record, Undecodable, Unlisted, Validate,
    list, text_enum,
};

/// Appointments as rows of an OData list: `GET /api/v1/Appointment`. Answers with
/// [`ListAppointmentsResponse`].
///
/// Answers:
///
/// - `200`: [`ListAppointmentsResponse`]. Comes as `application/json`, `text/json`,
///   `application/json-patch+json`, `application/merge-patch+json`; not read: `application/xml`,
///   `text/xml`.
///
/// Unclear: The page writes \$orderby in its text, and \$orderBy in its table.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::superoffice_crm::{
///     Auth, BlockingClient, EXAMPLE, ListAppointments,
/// };
///
/// let client = BlockingClient::builder(EXAMPLE, Auth::bearer("token")).build()?;
/// let request = ListAppointments::new();
/// let answer = client.send(request)?;
/// println!("{:?}", answer.odata_metadata);
/// # Ok(())
/// # }
/// ```
#[doc(alias = "GET Appointment")]
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct ListAppointments {
    /// The columns to return, with commas between; aggregates and modifiers are columns too.
    /// `$select` on the wire.
    #[doc(alias = "$select")]
    pub dollar_select: Option<String>,
    /// What rows must satisfy. `$filter` on the wire.
    #[doc(alias = "$filter")]
    pub dollar_filter: Option<String>,
    /// The columns to sort by, with commas between, each with a direction if need be. `$orderBy` on
    /// the wire.
    #[doc(alias = "$orderBy")]
    pub dollar_order_by: Option<String>,
    /// The entities to look in, with commas between. Taken as an empty text if left out.
    /// `$entities` on the wire.
    #[doc(alias = "$entities")]
    pub dollar_entities: Option<String>,
    /// How many rows come. 32 bits. `$top` on the wire.
    #[doc(alias = "$top")]
    pub dollar_top: Option<i64>,
    /// How many rows are passed over first. 32 bits. `$skip` on the wire.
    #[doc(alias = "$skip")]
    pub dollar_skip: Option<i64>,
    /// How much comes of each value. `$mode` on the wire.
    ///
    /// Unclear: The list has Slim and Full, the text FULL and SLIM.
    #[doc(alias = "$mode")]
    pub dollar_mode: Option<ListAppointmentsDollarMode>,
    /// Options of the provider of the rows. `$options` on the wire.
    #[doc(alias = "$options")]
    pub dollar_options: Option<String>,
    /// A context for the provider of the rows. `$context` on the wire.
    #[doc(alias = "$context")]
    pub dollar_context: Option<String>,
    /// Asks for XML or JSON; it wins over Accept. `$format` on the wire.
    #[doc(alias = "$format")]
    pub dollar_format: Option<ListAppointmentsDollarFormat>,
    /// Replaces what is unsafe in names of fields by an underscore. `$jsonSafe` on the wire.
    #[doc(alias = "$jsonSafe")]
    pub dollar_json_safe: Option<bool>,
    /// What Slim shows of a value, such as true or a hint for an icon. `$output` on the wire.
    #[doc(alias = "$output")]
    pub dollar_output: Option<ListAppointmentsDollarOutput>,
}

impl ListAppointments {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {
            dollar_select: None,
            dollar_filter: None,
            dollar_order_by: None,
            dollar_entities: None,
            dollar_top: None,
            dollar_skip: None,
            dollar_mode: None,
            dollar_options: None,
            dollar_context: None,
            dollar_format: None,
            dollar_json_safe: None,
            dollar_output: None,
        }
    }

    /// The columns to return, with commas between; aggregates and modifiers are columns too.
    #[doc(alias = "$select")]
    pub fn dollar_select(mut self, value: impl Into<String>) -> Self {
        self.dollar_select = Some(value.into());
        self
    }

    /// What rows must satisfy.
    #[doc(alias = "$filter")]
    pub fn dollar_filter(mut self, value: impl Into<String>) -> Self {
        self.dollar_filter = Some(value.into());
        self
    }

    /// The columns to sort by, with commas between, each with a direction if need be.
    #[doc(alias = "$orderBy")]
    pub fn dollar_order_by(mut self, value: impl Into<String>) -> Self {
        self.dollar_order_by = Some(value.into());
        self
    }

    /// The entities to look in, with commas between. See
    /// [`dollar_entities`](field@Self::dollar_entities).
    #[doc(alias = "$entities")]
    pub fn dollar_entities(mut self, value: impl Into<String>) -> Self {
        self.dollar_entities = Some(value.into());
        self
    }

    /// How many rows come. See [`dollar_top`](field@Self::dollar_top).
    #[doc(alias = "$top")]
    pub fn dollar_top(mut self, value: i64) -> Self {
        self.dollar_top = Some(value);
        self
    }

    /// How many rows are passed over first. See [`dollar_skip`](field@Self::dollar_skip).
    #[doc(alias = "$skip")]
    pub fn dollar_skip(mut self, value: i64) -> Self {
        self.dollar_skip = Some(value);
        self
    }

    /// How much comes of each value. See [`dollar_mode`](field@Self::dollar_mode).
    #[doc(alias = "$mode")]
    pub fn dollar_mode(mut self, value: impl Into<ListAppointmentsDollarMode>) -> Self {
        self.dollar_mode = Some(value.into());
        self
    }

    /// Options of the provider of the rows.
    #[doc(alias = "$options")]
    pub fn dollar_options(mut self, value: impl Into<String>) -> Self {
        self.dollar_options = Some(value.into());
        self
    }

    /// A context for the provider of the rows.
    #[doc(alias = "$context")]
    pub fn dollar_context(mut self, value: impl Into<String>) -> Self {
        self.dollar_context = Some(value.into());
        self
    }

    /// Asks for XML or JSON; it wins over Accept.
    #[doc(alias = "$format")]
    pub fn dollar_format(
        mut self,
        value: impl Into<ListAppointmentsDollarFormat>,
    ) -> Self {
        self.dollar_format = Some(value.into());
        self
    }

    /// Replaces what is unsafe in names of fields by an underscore.
    #[doc(alias = "$jsonSafe")]
    pub fn dollar_json_safe(mut self, value: bool) -> Self {
        self.dollar_json_safe = Some(value);
        self
    }

    /// What Slim shows of a value, such as true or a hint for an icon.
    #[doc(alias = "$output")]
    pub fn dollar_output(
        mut self,
        value: impl Into<ListAppointmentsDollarOutput>,
    ) -> Self {
        self.dollar_output = Some(value.into());
        self
    }
}

impl Validate for ListAppointments {
    fn validate(&self, check: &mut Check<'_>) {
        check.query().at("$top", &self.dollar_top).int32();
        check.query().at("$skip", &self.dollar_skip).int32();
        check
            .query()
            .at("$mode", &self.dollar_mode)
            .listed(ListAppointmentsDollarMode::LISTED);
        check
            .query()
            .at("$output", &self.dollar_output)
            .listed(ListAppointmentsDollarOutput::LISTED);
    }
}

impl Endpoint for ListAppointments {
    type Api = SuperofficeCrm;
    type Output = ListAppointmentsResponse;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "superoffice_crm",
        name: "list_appointments",
        method: Method::GET,
        path: "/api/v1/Appointment",
        statuses: &["200"],
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
        to.query(|query| {
            query
                .put("$select", &self.dollar_select)
                .put("$filter", &self.dollar_filter)
                .put("$orderBy", &self.dollar_order_by)
                .put("$entities", &self.dollar_entities)
                .put("$top", &self.dollar_top)
                .put("$skip", &self.dollar_skip)
                .put("$mode", &self.dollar_mode)
                .put("$options", &self.dollar_options)
                .put("$context", &self.dollar_context)
                .put("$format", &self.dollar_format)
                .put("$jsonSafe", &self.dollar_json_safe)
                .put("$output", &self.dollar_output);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            dollar_select: from.query.take("$select"),
            dollar_filter: from.query.take("$filter"),
            dollar_order_by: from.query.take("$orderBy"),
            dollar_entities: from.query.take("$entities"),
            dollar_top: from.query.take("$top"),
            dollar_skip: from.query.take("$skip"),
            dollar_mode: from.query.take("$mode"),
            dollar_options: from.query.take("$options"),
            dollar_context: from.query.take("$context"),
            dollar_format: from.query.take("$format"),
            dollar_json_safe: from.query.take("$jsonSafe"),
            dollar_output: from.query.take("$output"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<ListAppointmentsResponse, Undecodable> {
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

    fn respond(output: &ListAppointmentsResponse, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// How much comes of each value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListAppointmentsDollarMode {
    /// `Slim`
    Slim,
    /// `Wide`
    Wide,
    /// `Full`
    Full,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl ListAppointmentsDollarMode {
    const WIRE: &[(&str, Self)] = &[
        ("Slim", Self::Slim),
        ("Wide", Self::Wide),
        ("Full", Self::Full),
    ];
}

text_enum!(ListAppointmentsDollarMode);

/// Asks for XML or JSON; it wins over Accept.
///
/// Inferred: `open: true`, `enum: XML, JSON`. The page speaks of XML or JSON, and its sample is
/// JSON (warns).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListAppointmentsDollarFormat {
    /// `XML`
    Xml,
    /// `JSON`
    Json,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl ListAppointmentsDollarFormat {
    const WIRE: &[(&str, Self)] = &[("XML", Self::Xml), ("JSON", Self::Json)];
}

text_enum!(ListAppointmentsDollarFormat);

/// What Slim shows of a value, such as true or a hint for an icon.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListAppointmentsDollarOutput {
    /// `Logical`
    Logical,
    /// `Display`
    Display,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl ListAppointmentsDollarOutput {
    const WIRE: &[(&str, Self)] = &[
        ("Logical", Self::Logical),
        ("Display", Self::Display),
    ];
}

text_enum!(ListAppointmentsDollarOutput);

/// `ListAppointmentsResponse`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListAppointmentsResponse {
    /// `odata.metadata`
    pub odata_metadata: Option<String>,
    /// `odata.nextLink`
    pub odata_next_link: Option<String>,
    /// `value`
    ///
    /// Inferred: `Row[]`. The sample has objects.
    pub value: Option<Vec<Row>>,
}

impl ListAppointmentsResponse {
    /// `odata.metadata`
    #[must_use]
    pub fn odata_metadata(mut self, value: impl Into<String>) -> Self {
        self.odata_metadata = Some(value.into());
        self
    }

    /// `odata.nextLink`
    #[must_use]
    pub fn odata_next_link(mut self, value: impl Into<String>) -> Self {
        self.odata_next_link = Some(value.into());
        self
    }

    /// Sets [`value`](field@Self::value).
    #[must_use]
    pub fn value(mut self, items: impl IntoIterator<Item = Row>) -> Self {
        self.value = Some(list(items));
        self
    }
}

impl Record for ListAppointmentsResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            odata_metadata: object.take("odata.metadata"),
            odata_next_link: object.take("odata.nextLink"),
            value: object.take("value"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("odata.metadata", &self.odata_metadata)
            .put("odata.nextLink", &self.odata_next_link)
            .put("value", &self.value);
    }
}

/// A row, with the columns that were asked for.
///
/// Inferred: the page does not name it. The sample has these fields.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// `PrimaryKey`
    pub primary_key: Option<i64>,
    /// `EntityName`
    pub entity_name: Option<String>,
    /// `personId`
    pub person_id: Option<i64>,
    /// `fullName`
    pub full_name: Option<String>,
    /// The fields that are not listed.
    pub other_fields: JsonObject,
}

impl Row {
    /// `PrimaryKey`
    #[must_use]
    pub fn primary_key(mut self, value: i64) -> Self {
        self.primary_key = Some(value);
        self
    }

    /// `EntityName`
    #[must_use]
    pub fn entity_name(mut self, value: impl Into<String>) -> Self {
        self.entity_name = Some(value.into());
        self
    }

    /// `personId`
    #[must_use]
    pub fn person_id(mut self, value: i64) -> Self {
        self.person_id = Some(value);
        self
    }

    /// `fullName`
    #[must_use]
    pub fn full_name(mut self, value: impl Into<String>) -> Self {
        self.full_name = Some(value.into());
        self
    }

    /// The fields that are not listed.
    #[must_use]
    pub fn other_fields(mut self, value: JsonObject) -> Self {
        self.other_fields = value;
        self
    }
}

impl Record for Row {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            primary_key: object.take("PrimaryKey"),
            entity_name: object.take("EntityName"),
            person_id: object.take("personId"),
            full_name: object.take("fullName"),
            other_fields: object.other_fields(),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("PrimaryKey", &self.primary_key)
            .put("EntityName", &self.entity_name)
            .put("personId", &self.person_id)
            .put("fullName", &self.full_name)
            .put_all(&self.other_fields);
    }
}
