// Written by docwright from specs/superoffice_crm/patch_relation.yaml: change that, and run it again.

//! [`PatchRelation`] and its types.

use super::{Associate, FieldProperties, FieldProperty, RecurrenceInfo, SuperofficeCrm};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, DateTime, Field, Json, Map, Object, ObjectWriter, Record, Undecodable,
    Unlisted, Validate, list, map, text_enum,
};

/// Changes a relation between two companies or people, step by step: `PATCH /api/v1/Relation/{id}`.
/// Answers with [`Relation`].
///
/// Answers:
///
/// - `200`: The relation as it is now. [`Relation`]. Comes as `application/json`, `text/json`,
///   `application/json-patch+json`, `application/merge-patch+json`; not read: `application/xml`,
///   `text/xml`.
/// - `404`: There is no such relation.
/// - `409`: A test among the steps failed.
/// - `412`: The relation was changed since.
///
/// Unclear: Instead of steps an object with new values may be sent (RFC 7396).
///
/// Unclear: The page omits the media types of the body; its sample is application/json.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::superoffice_crm::patch_relation::Operation;
/// use language_clients::superoffice_crm::{
///     Auth, BlockingClient, EXAMPLE, PatchRelation,
/// };
///
/// let client = BlockingClient::builder(EXAMPLE, Auth::bearer("token")).build()?;
/// let request = PatchRelation::new(1, [Operation::default()]);
/// let answer = client.send(request)?;
/// println!("{:?}", answer.source_contact_id);
/// # Ok(())
/// # }
/// ```
#[doc(alias = "PATCH Relation/{id}")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct PatchRelation {
    /// The relation. 32 bits.
    pub id: i64,
    /// The fields that come back, with commas between; the others are null. `$select` on the wire.
    #[doc(alias = "$select")]
    pub dollar_select: Option<String>,
    /// Refuses the change if the relation was changed since. `If-Unmodified-Since` on the wire.
    ///
    /// Inferred: the page does not name it. The answer 412 tells of it.
    pub if_unmodified_since: Option<String>,
    /// Steps after RFC 6902.
    ///
    /// Inferred: `media_type: application/json`. The sample sends this Content-Type.
    pub body: Vec<Operation>,
}

impl PatchRelation {
    /// With what is required.
    pub fn new(id: i64, body: impl IntoIterator<Item = Operation>) -> Self {
        Self {
            id,
            dollar_select: None,
            if_unmodified_since: None,
            body: list(body),
        }
    }

    /// The fields that come back, with commas between; the others are null.
    #[doc(alias = "$select")]
    pub fn dollar_select(mut self, value: impl Into<String>) -> Self {
        self.dollar_select = Some(value.into());
        self
    }

    /// Refuses the change if the relation was changed since. See
    /// [`if_unmodified_since`](field@Self::if_unmodified_since).
    pub fn if_unmodified_since(mut self, value: impl Into<String>) -> Self {
        self.if_unmodified_since = Some(value.into());
        self
    }
}

impl Validate for PatchRelation {
    fn validate(&self, check: &mut Check<'_>) {
        check.path().at("id", &self.id).int32();
        check.nested_body(&self.body);
    }
}

impl Endpoint for PatchRelation {
    type Api = SuperofficeCrm;
    type Output = Relation;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "superoffice_crm",
        name: "patch_relation",
        method: Method::PATCH,
        path: "/api/v1/Relation/{id}",
        statuses: &["200", "404", "409", "412"],
        media_types: &["application/json"],
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
        to.path("id", &self.id).header("if-unmodified-since", &self.if_unmodified_since);
        to.query(|query| {
            query.put("$select", &self.dollar_select);
        });
        to.json_body(&self.body);
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            id: from.path.take("id"),
            dollar_select: from.query.take("$select"),
            if_unmodified_since: from.headers.take("If-Unmodified-Since"),
            body: from.json_body(),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Relation, Undecodable> {
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

    fn respond(output: &Relation, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `Operation`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Operation {
    /// What is done there.
    pub op: Option<OperationOp>,
    /// Where; upper and lower case are one, and the first slash may be left out.
    pub path: Option<String>,
    /// The new value, a text or an object.
    pub value: Option<Json>,
}

impl Operation {
    /// What is done there.
    pub fn op(mut self, value: impl Into<OperationOp>) -> Self {
        self.op = Some(value.into());
        self
    }

    /// Where; upper and lower case are one, and the first slash may be left out.
    pub fn path(mut self, value: impl Into<String>) -> Self {
        self.path = Some(value.into());
        self
    }

    /// The new value, a text or an object.
    pub fn value(mut self, value: impl Into<Json>) -> Self {
        self.value = Some(value.into());
        self
    }
}

impl Record for Operation {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            op: object.take("op"),
            path: object.take("path"),
            value: object.take("value"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("op", &self.op).put("path", &self.path).put("value", &self.value);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("op", &self.op).listed(OperationOp::LISTED);
    }
}

/// What is done there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OperationOp {
    /// `add`
    Add,
    /// `replace`
    Replace,
    /// `remove`
    Remove,
    /// `test`
    Test,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl OperationOp {
    const WIRE: &[(&str, Self)] = &[
        ("add", Self::Add),
        ("replace", Self::Replace),
        ("remove", Self::Remove),
        ("test", Self::Test),
    ];
}

text_enum!(OperationOp);

/// The relation as it is now.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Relation {
    /// The company that the relation starts from; mandatory, the page says. 32 bits.
    /// `SourceContactId` on the wire.
    pub source_contact_id: Option<i64>,
    /// The person there. 32 bits. `SourcePersonId` on the wire.
    pub source_person_id: Option<i64>,
    /// The company that it leads to; mandatory, the page says. 32 bits. `DestinationContactId` on
    /// the wire.
    pub destination_contact_id: Option<i64>,
    /// The person there. 32 bits. `DestinationPersonId` on the wire.
    pub destination_person_id: Option<i64>,
    /// The key. 32 bits. `RelationId` on the wire.
    pub relation_id: Option<i64>,
    /// A remark. `Comment` on the wire.
    pub comment: Option<String>,
    /// The kind of relation. 32 bits. `RelationDefinitionId` on the wire.
    pub relation_definition_id: Option<i64>,
    /// Whether it runs against its definition. 32 bits. `Reversed` on the wire.
    pub reversed: Option<i64>,
    /// When it was changed last. `UpdatedDate` on the wire.
    pub updated_date: Option<DateTime>,
    /// When it was made. `CreatedDate` on the wire.
    pub created_date: Option<DateTime>,
    /// `CreatedBy`
    ///
    /// Inferred: `nullable: true`. The sample has null (warns).
    pub created_by: Field<Associate>,
    /// `UpdatedBy`
    ///
    /// Inferred: `nullable: true`. The sample has null (warns).
    pub updated_by: Field<Associate>,
    /// `SourceContactName`
    pub source_contact_name: Option<String>,
    /// `SourcePersonName`
    pub source_person_name: Option<String>,
    /// `DestinationContactName`
    pub destination_contact_name: Option<String>,
    /// `DestinationPersonName`
    pub destination_person_name: Option<String>,
    /// `ActiveText`
    pub active_text: Option<String>,
    /// `PassiveText`
    pub passive_text: Option<String>,
    /// `TableRight`
    ///
    /// Inferred: `nullable: true`. The sample has null (warns).
    pub table_right: Field<RecurrenceInfo>,
    /// `FieldProperties`
    pub field_properties: Option<FieldProperties>,
    /// `_Links`
    ///
    /// Inferred: a map of string. The sample has addresses by name (warns).
    #[doc(alias = "_Links")]
    pub underscore_links: Option<Map<String>>,
}

impl Relation {
    /// The company that the relation starts from; mandatory, the page says. See
    /// [`source_contact_id`](field@Self::source_contact_id).
    #[must_use]
    pub fn source_contact_id(mut self, value: i64) -> Self {
        self.source_contact_id = Some(value);
        self
    }

    /// The person there. See [`source_person_id`](field@Self::source_person_id).
    #[must_use]
    pub fn source_person_id(mut self, value: i64) -> Self {
        self.source_person_id = Some(value);
        self
    }

    /// The company that it leads to; mandatory, the page says. See
    /// [`destination_contact_id`](field@Self::destination_contact_id).
    #[must_use]
    pub fn destination_contact_id(mut self, value: i64) -> Self {
        self.destination_contact_id = Some(value);
        self
    }

    /// The person there. See [`destination_person_id`](field@Self::destination_person_id).
    #[must_use]
    pub fn destination_person_id(mut self, value: i64) -> Self {
        self.destination_person_id = Some(value);
        self
    }

    /// The key. See [`relation_id`](field@Self::relation_id).
    #[must_use]
    pub fn relation_id(mut self, value: i64) -> Self {
        self.relation_id = Some(value);
        self
    }

    /// A remark.
    #[must_use]
    pub fn comment(mut self, value: impl Into<String>) -> Self {
        self.comment = Some(value.into());
        self
    }

    /// The kind of relation. See [`relation_definition_id`](field@Self::relation_definition_id).
    #[must_use]
    pub fn relation_definition_id(mut self, value: i64) -> Self {
        self.relation_definition_id = Some(value);
        self
    }

    /// Whether it runs against its definition. See [`reversed`](field@Self::reversed).
    #[must_use]
    pub fn reversed(mut self, value: i64) -> Self {
        self.reversed = Some(value);
        self
    }

    /// When it was changed last.
    #[must_use]
    pub fn updated_date(mut self, value: impl Into<DateTime>) -> Self {
        self.updated_date = Some(value.into());
        self
    }

    /// When it was made.
    #[must_use]
    pub fn created_date(mut self, value: impl Into<DateTime>) -> Self {
        self.created_date = Some(value.into());
        self
    }

    /// Sets [`created_by`](field@Self::created_by).
    #[must_use]
    pub fn created_by(mut self, value: Associate) -> Self {
        self.created_by = Field::Value(value);
        self
    }

    /// Writes `null`.
    #[must_use]
    pub fn created_by_null(mut self) -> Self {
        self.created_by = Field::Null;
        self
    }

    /// Sets [`updated_by`](field@Self::updated_by).
    #[must_use]
    pub fn updated_by(mut self, value: Associate) -> Self {
        self.updated_by = Field::Value(value);
        self
    }

    /// Writes `null`.
    #[must_use]
    pub fn updated_by_null(mut self) -> Self {
        self.updated_by = Field::Null;
        self
    }

    /// `SourceContactName`
    #[must_use]
    pub fn source_contact_name(mut self, value: impl Into<String>) -> Self {
        self.source_contact_name = Some(value.into());
        self
    }

    /// `SourcePersonName`
    #[must_use]
    pub fn source_person_name(mut self, value: impl Into<String>) -> Self {
        self.source_person_name = Some(value.into());
        self
    }

    /// `DestinationContactName`
    #[must_use]
    pub fn destination_contact_name(mut self, value: impl Into<String>) -> Self {
        self.destination_contact_name = Some(value.into());
        self
    }

    /// `DestinationPersonName`
    #[must_use]
    pub fn destination_person_name(mut self, value: impl Into<String>) -> Self {
        self.destination_person_name = Some(value.into());
        self
    }

    /// `ActiveText`
    #[must_use]
    pub fn active_text(mut self, value: impl Into<String>) -> Self {
        self.active_text = Some(value.into());
        self
    }

    /// `PassiveText`
    #[must_use]
    pub fn passive_text(mut self, value: impl Into<String>) -> Self {
        self.passive_text = Some(value.into());
        self
    }

    /// Sets [`table_right`](field@Self::table_right).
    #[must_use]
    pub fn table_right(mut self, value: RecurrenceInfo) -> Self {
        self.table_right = Field::Value(value);
        self
    }

    /// Writes `null`.
    #[must_use]
    pub fn table_right_null(mut self) -> Self {
        self.table_right = Field::Null;
        self
    }

    /// `FieldProperties`
    #[must_use]
    pub fn field_properties(
        mut self,
        entries: impl IntoIterator<Item = (impl Into<String>, FieldProperty)>,
    ) -> Self {
        self.field_properties = Some(map(entries));
        self
    }

    /// Sets [`underscore_links`](field@Self::underscore_links).
    #[doc(alias = "_Links")]
    #[must_use]
    pub fn underscore_links(
        mut self,
        entries: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.underscore_links = Some(map(entries));
        self
    }
}

impl Record for Relation {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            source_contact_id: object.take("SourceContactId"),
            source_person_id: object.take("SourcePersonId"),
            destination_contact_id: object.take("DestinationContactId"),
            destination_person_id: object.take("DestinationPersonId"),
            relation_id: object.take("RelationId"),
            comment: object.take("Comment"),
            relation_definition_id: object.take("RelationDefinitionId"),
            reversed: object.take("Reversed"),
            updated_date: object.take("UpdatedDate"),
            created_date: object.take("CreatedDate"),
            created_by: object.take("CreatedBy"),
            updated_by: object.take("UpdatedBy"),
            source_contact_name: object.take("SourceContactName"),
            source_person_name: object.take("SourcePersonName"),
            destination_contact_name: object.take("DestinationContactName"),
            destination_person_name: object.take("DestinationPersonName"),
            active_text: object.take("ActiveText"),
            passive_text: object.take("PassiveText"),
            table_right: object.take("TableRight"),
            field_properties: object.take("FieldProperties"),
            underscore_links: object.take("_Links"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("SourceContactId", &self.source_contact_id)
            .put("SourcePersonId", &self.source_person_id)
            .put("DestinationContactId", &self.destination_contact_id)
            .put("DestinationPersonId", &self.destination_person_id)
            .put("RelationId", &self.relation_id)
            .put("Comment", &self.comment)
            .put("RelationDefinitionId", &self.relation_definition_id)
            .put("Reversed", &self.reversed)
            .put("UpdatedDate", &self.updated_date)
            .put("CreatedDate", &self.created_date)
            .put("CreatedBy", &self.created_by)
            .put("UpdatedBy", &self.updated_by)
            .put("SourceContactName", &self.source_contact_name)
            .put("SourcePersonName", &self.source_person_name)
            .put("DestinationContactName", &self.destination_contact_name)
            .put("DestinationPersonName", &self.destination_person_name)
            .put("ActiveText", &self.active_text)
            .put("PassiveText", &self.passive_text)
            .put("TableRight", &self.table_right)
            .put("FieldProperties", &self.field_properties)
            .put("_Links", &self.underscore_links);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("SourceContactId", &self.source_contact_id).int32();
        check.at("SourcePersonId", &self.source_person_id).int32();
        check.at("DestinationContactId", &self.destination_contact_id).int32();
        check.at("DestinationPersonId", &self.destination_person_id).int32();
        check.at("RelationId", &self.relation_id).int32();
        check.at("RelationDefinitionId", &self.relation_definition_id).int32();
        check.at("Reversed", &self.reversed).int32();
        check.at("UpdatedDate", &self.updated_date).date_time();
        check.at("CreatedDate", &self.created_date).date_time();
    }
}
