// Written by docwright from specs/omnidesk/create_message.yaml: change that, and run it again.

//! [`CreateMessage`] and its types.

use super::{Id, Omnidesk};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, Email, Field, LocalDateTime, Pattern, Undecodable, Unlisted, Validate, list,
    text_enum,
};

/// Adds a message to a ticket that exists, after clearing the ticket's cache:
/// `POST /api/v2/message`.
///
/// Asks for the permission `MESSAGE_CREATE`.
///
/// Answers:
///
/// - `200`: The message was added. Corrected (older_page): the page says no body; here a body that
///   is not promised. The page says no content; there the answer is JSON with type and message.
///
/// Unclear: The sample is JSON under a multipart media type, with the length of the JSON.
///
/// Unclear: An older version of the page has every form field as a string.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use message_clients::omnidesk::{
///     Auth, BlockingClient, CreateMessage, CreateMessageRequired, Id, cloud,
/// };
///
/// let server = cloud("account")?;
/// let client = BlockingClient::builder(server, Auth::api_key("key")).build()?;
/// let request = CreateMessage::new(CreateMessageRequired {
///     ticket_id: Id(1),
///     type_: "1".into(),
///     message: "Hello".into(),
/// });
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[doc(alias = "index")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct CreateMessage {
    /// The ticket to add to. `ticketID` on the wire.
    ///
    /// Unclear: The text reads as if a message could go without a ticket; the field is required.
    pub ticket_id: Id,
    /// The channel, by number or by name. At least 1 character; matches [`TYPE`]. `type` on the
    /// wire.
    pub type_: String,
    /// The receivers, split by commas; null for contact forms and notes. Optional; taken as an
    /// empty text if left out. `toAddress` on the wire.
    ///
    /// Inferred: `email[]`, `encode: comma`. The table says string, the text several email
    /// addresses split by commas (warns).
    pub to_address: Field<Vec<Email>>,
    /// The receiver of a copy. Optional; taken as an empty text if left out, which stands for none.
    /// `ccInput` on the wire.
    ///
    /// Inferred: `none_value: ""`. The default is an empty text, which is no email and so can only
    /// mean none.
    pub cc_input: Field<Email>,
    /// The receiver of a blind copy. Optional; taken as an empty text if left out, which stands for
    /// none. `bccInput` on the wire.
    ///
    /// Inferred: `none_value: ""`. The default is an empty text, which is no email and so can only
    /// mean none.
    pub bcc_input: Field<Email>,
    /// The message that this one answers. Optional; taken as `0` if left out, which stands for
    /// none. `respondMessageID` on the wire.
    ///
    /// Inferred: `none_value: 0`. The default stands for no message.
    pub respond_message_id: Field<Id>,
    /// The text without markup, for emails; where it is empty, message is taken. Optional; taken as
    /// an empty text if left out.
    pub plaintext: Option<String>,
    /// The text. At least 5 characters.
    pub message: String,
    /// Stored files to forward. Optional; taken as none if left out. `forwardedFileIDs` on the
    /// wire.
    ///
    /// Corrected (older_page): the page says `number[]`; here `Id[]`, `encode: brackets`. There the
    /// field is named forwardedFileIDs\[\]; identifiers have no fraction.
    pub forwarded_file_ids: Vec<Id>,
    /// When to send. Optional; matches [`SEND_AT`]. `sendAt` on the wire.
    ///
    /// Inferred: `local-date-time`. The pattern is that of a date and a time, and admits a month 99
    /// (warns).
    ///
    /// Unclear: Called ISO, but with a blank in the middle and without a zone.
    pub send_at: Option<LocalDateTime>,
    /// The user who wrote the message. Optional; taken as `0` if left out, which stands for none.
    /// `userID` on the wire.
    ///
    /// Inferred: `none_value: 0`. The default stands for no user.
    pub user_id: Field<Id>,
    /// What becomes of the ticket. Optional. `submitStatus` on the wire.
    pub submit_status: Option<CreateMessageSubmitStatus>,
}

/// What [`CreateMessage`] requires, by name, so that no two values can be swapped.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateMessageRequired {
    /// The ticket to add to. `ticketID` on the wire.
    ///
    /// Unclear: The text reads as if a message could go without a ticket; the field is required.
    pub ticket_id: Id,
    /// The channel, by number or by name. At least 1 character; matches [`TYPE`]. `type` on the
    /// wire.
    pub type_: String,
    /// The text. At least 5 characters.
    pub message: String,
}

impl CreateMessage {
    /// With what is required.
    pub fn new(required: CreateMessageRequired) -> Self {
        Self {
            ticket_id: required.ticket_id,
            type_: required.type_,
            to_address: Field::Absent,
            cc_input: Field::Absent,
            bcc_input: Field::Absent,
            respond_message_id: Field::Absent,
            plaintext: None,
            message: required.message,
            forwarded_file_ids: Vec::new(),
            send_at: None,
            user_id: Field::Absent,
            submit_status: None,
        }
    }

    /// The receivers, split by commas; null for contact forms and notes. See
    /// [`to_address`](field@Self::to_address).
    pub fn to_address(
        mut self,
        items: impl IntoIterator<Item = impl Into<Email>>,
    ) -> Self {
        self.to_address = Field::Value(list(items));
        self
    }

    /// Sends `null`.
    pub fn to_address_null(mut self) -> Self {
        self.to_address = Field::Null;
        self
    }

    /// The receiver of a copy. See [`cc_input`](field@Self::cc_input).
    pub fn cc_input(mut self, value: impl Into<Email>) -> Self {
        self.cc_input = Field::Value(value.into());
        self
    }

    /// Sends an empty text, which stands for none.
    pub fn cc_input_null(mut self) -> Self {
        self.cc_input = Field::Null;
        self
    }

    /// The receiver of a blind copy. See [`bcc_input`](field@Self::bcc_input).
    pub fn bcc_input(mut self, value: impl Into<Email>) -> Self {
        self.bcc_input = Field::Value(value.into());
        self
    }

    /// Sends an empty text, which stands for none.
    pub fn bcc_input_null(mut self) -> Self {
        self.bcc_input = Field::Null;
        self
    }

    /// The message that this one answers. See
    /// [`respond_message_id`](field@Self::respond_message_id).
    pub fn respond_message_id(mut self, value: impl Into<Id>) -> Self {
        self.respond_message_id = Field::Value(value.into());
        self
    }

    /// Sends `0`, which stands for none.
    pub fn respond_message_id_null(mut self) -> Self {
        self.respond_message_id = Field::Null;
        self
    }

    /// The text without markup, for emails; where it is empty, message is taken. See
    /// [`plaintext`](field@Self::plaintext).
    pub fn plaintext(mut self, value: impl Into<String>) -> Self {
        self.plaintext = Some(value.into());
        self
    }

    /// Stored files to forward. See [`forwarded_file_ids`](field@Self::forwarded_file_ids).
    pub fn forwarded_file_ids(
        mut self,
        items: impl IntoIterator<Item = impl Into<Id>>,
    ) -> Self {
        self.forwarded_file_ids = list(items);
        self
    }

    /// When to send. See [`send_at`](field@Self::send_at).
    pub fn send_at(mut self, value: impl Into<LocalDateTime>) -> Self {
        self.send_at = Some(value.into());
        self
    }

    /// The user who wrote the message. See [`user_id`](field@Self::user_id).
    pub fn user_id(mut self, value: impl Into<Id>) -> Self {
        self.user_id = Field::Value(value.into());
        self
    }

    /// Sends `0`, which stands for none.
    pub fn user_id_null(mut self) -> Self {
        self.user_id = Field::Null;
        self
    }

    /// What becomes of the ticket.
    pub fn submit_status(mut self, value: impl Into<CreateMessageSubmitStatus>) -> Self {
        self.submit_status = Some(value.into());
        self
    }
}

impl Validate for CreateMessage {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("type", &self.type_).min_length(1).pattern(&TYPE);
        check
            .each("toAddress", &self.to_address)
            .inferred()
            .email()
            .documented()
            .no_comma();
        check.at("ccInput", &self.cc_input).email();
        check.at("bccInput", &self.bcc_input).email();
        check.at("message", &self.message).min_length(5);
        check.at("sendAt", &self.send_at).pattern(&SEND_AT).inferred().local_date_time();
    }
}

impl Endpoint for CreateMessage {
    type Api = Omnidesk;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "omnidesk",
        name: "create_message",
        method: Method::POST,
        path: "/api/v2/message",
        statuses: &["200"],
        media_types: &["multipart/form-data"],
        auth: &["api_key"],
        permissions: &["MESSAGE_CREATE"],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.form(|body| {
            body.put("ticketID", &self.ticket_id)
                .put("type", &self.type_)
                .put_comma("toAddress", &self.to_address)
                .put_or("ccInput", &self.cc_input, &"")
                .put_or("bccInput", &self.bcc_input, &"")
                .put_or("respondMessageID", &self.respond_message_id, &0)
                .put("plaintext", &self.plaintext)
                .put("message", &self.message)
                .put_brackets("forwardedFileIDs", &self.forwarded_file_ids)
                .put("sendAt", &self.send_at)
                .put_or("userID", &self.user_id, &0)
                .put("submitStatus", &self.submit_status);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            ticket_id: from.body.take("ticketID"),
            type_: from.body.take("type"),
            to_address: from.body.take_comma("toAddress"),
            cc_input: from.body.take_or("ccInput", &""),
            bcc_input: from.body.take_or("bccInput", &""),
            respond_message_id: from.body.take_or("respondMessageID", &0),
            plaintext: from.body.take("plaintext"),
            message: from.body.take("message"),
            forwarded_file_ids: from.body.take_brackets("forwardedFileIDs"),
            send_at: from.body.take("sendAt"),
            user_id: from.body.take_or("userID", &0),
            submit_status: from.body.take("submitStatus"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<(), Undecodable> {
        answer.ignored()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond((): &(), _: &mut Reply) {}

    fn refuse((): &(), _: &mut Reply) {}
}

/// What becomes of the ticket.
///
/// Inferred: `open: true`, `enum: open`. The page's list of values is empty; its sample shows this
/// one (warns).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CreateMessageSubmitStatus {
    /// `open`
    Open,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl CreateMessageSubmitStatus {
    const WIRE: &[(&str, Self)] = &[("open", Self::Open)];
}

text_enum!(CreateMessageSubmitStatus);

/// `^([0-9]+|calllog|contactform)$`
pub static TYPE: Pattern = Pattern::new(
    "^([0-9]+|calllog|contactform)$",
    &[
        (b"09", b"11................"),
        (b"aa", b"..3........<......"),
        (b"cc", b"2...........=....."),
        (b"ff", b"..............?..."),
        (b"gg", b".......8.........."),
        (b"ll", b"...456............"),
        (b"mm", b".................8"),
        (b"nn", b".........:........"),
        (b"oo", b"..9...7........@.."),
        (b"rr", b"................A."),
        (b"tt", b"..........;..>...."),
    ],
    b".!......!.........",
);

/// `^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$`
pub static SEND_AT: Pattern = Pattern::new(
    r"^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$",
    &[
        (b"  ", b"..........;........."),
        (b"--", b"....5..8............"),
        (b"09", b"1234.67.9:.<=.?@.BC."),
        (b"::", b".............>..A..."),
    ],
    b"...................!",
);
