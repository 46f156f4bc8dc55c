// Written by docwright from specs/superoffice_crm: change that, and run it again.

//! Calls each endpoint of SuperOffice REST API over loopback, where a stand-in reads what comes and
//! answers for the server.
//!
//! ```console
//! $ cargo run -p language-clients --example superoffice_crm --features superoffice_crm,ureq
//! ```

mod stand_in;

use std::error::Error;

use language_clients::runtime::client::{BuildError, Endpoint, Finding, http};
use language_clients::superoffice_crm::{
    Auth, BlockingClient, DeleteChatSession, GetContactImage, ListAppointments,
    PatchRelation, UpdateChatTopicUserAgents,
};
use stand_in::StandIn;

fn main() -> Result<(), Box<dyn Error>> {
    call_delete_chat_session()?;
    call_get_contact_image()?;
    call_list_appointments()?;
    call_patch_relation()?;
    call_update_chat_topic_user_agents()?;
    refused()
}

/// A client of the stand-in, which says where messages differ from the documentation.
fn connect(server: &StandIn) -> Result<BlockingClient, BuildError> {
    BlockingClient::builder(server.address(), Auth::bearer("token"))
        .observer(|event| match event.finding {
            Finding::Sent(violation) => println!("Warning: {violation}"),
            Finding::Received(deviation) => println!("Deviation: {deviation}"),
            _ => {}
        })
        .build()
}

/// Deletes a chat session: `DELETE /api/v1/ChatSession/{id}`.
fn call_delete_chat_session() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = DeleteChatSession::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(DeleteChatSession::to_response(&())?)
    })?;
    let client = connect(&server)?;

    let request = DeleteChatSession::new(1);
    client.send(request)?;
    println!("The client got an answer without a body.");
    Ok(())
}

/// The picture of a company: `GET /api/v1/Contact/{contactId}/Image`. Answers with the body as it
/// comes.
fn call_get_contact_image() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = GetContactImage::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(GET_CONTACT_IMAGE_ANSWER.into())?)
    })?;
    let client = connect(&server)?;

    let request = GetContactImage::new(1);
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// Appointments as rows of an OData list: `GET /api/v1/Appointment`. Answers with
/// `ListAppointmentsResponse`.
fn call_list_appointments() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = ListAppointments::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(LIST_APPOINTMENTS_ANSWER.into())?)
    })?;
    let client = connect(&server)?;

    let request = ListAppointments::new();
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// Changes a relation between two companies or people, step by step: `PATCH /api/v1/Relation/{id}`.
/// Answers with `Relation`.
fn call_patch_relation() -> Result<(), Box<dyn Error>> {
    use language_clients::superoffice_crm::patch_relation::Operation;
    let server = StandIn::start(|request| {
        let received = PatchRelation::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(PATCH_RELATION_ANSWER.into())?)
    })?;
    let client = connect(&server)?;

    let request = PatchRelation::new(1, [Operation::default()]);
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// Replaces who answers in a chat topic, and what they may do there:
/// `PUT /api/v1/ChatTopic/{chatTopicId}/UserAgent`. Answers with a list of `UserAgent`.
fn call_update_chat_topic_user_agents() -> Result<(), Box<dyn Error>> {
    use language_clients::superoffice_crm::update_chat_topic_user_agents::NewUserAgent;
    let server = StandIn::start(|request| {
        let received = UpdateChatTopicUserAgents::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(UPDATE_CHAT_TOPIC_USER_AGENTS_ANSWER.into())?)
    })?;
    let client = connect(&server)?;

    let request = UpdateChatTopicUserAgents::new(1, [NewUserAgent::default()]);
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// What a caller learns of a refusal.
fn refused() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|_| {
        let status = http::StatusCode::from_u16(404)?;
        Ok(GetContactImage::to_refusal(status, None)?)
    })?;
    let client = connect(&server)?;

    let request = GetContactImage::new(1);
    if let Err(error) = client.send(request) {
        println!("The call failed: {error}");
        let (delivery, again) = (error.delivery(), error.safe_to_resend());
        println!("Delivery: {delivery:?}; safe to send again: {again}");
    }
    Ok(())
}

const GET_CONTACT_IMAGE_ANSWER: &str = r#""GIF89....File contents as raw bytes...""#;

const LIST_APPOINTMENTS_ANSWER: &str = r#"{
  "odata.metadata": "https://www.example.com/api/v1/archive$metadata",
  "odata.nextLink": "quasi",
  "value": [
    {
      "PrimaryKey": 5948,
      "EntityName": "person",
      "personId": 5948,
      "fullName": "Mr. Violette Dooley"
    },
    {
      "PrimaryKey": 4401,
      "EntityName": "person",
      "personId": 4401,
      "fullName": "Krystina Luettgen MD"
    }
  ]
}"#;

const PATCH_RELATION_ANSWER: &str = r#"{
  "SourceContactId": 670,
  "SourcePersonId": 314,
  "DestinationContactId": 685,
  "DestinationPersonId": 842,
  "RelationId": 124,
  "Comment": "at",
  "RelationDefinitionId": 898,
  "Reversed": 484,
  "UpdatedDate": "2021-07-14T14:19:10.240473+02:00",
  "CreatedDate": "2001-04-09T14:19:10.240473+02:00",
  "CreatedBy": null,
  "UpdatedBy": null,
  "SourceContactName": "DuBuque LLC",
  "SourcePersonName": "Beahan, Langosh and Gorczany",
  "DestinationContactName": "Wyman, Robel and Hegmann",
  "DestinationPersonName": "O'Hara-Kemmer",
  "ActiveText": "modi",
  "PassiveText": "ut",
  "TableRight": null,
  "FieldProperties": {
    "fieldName": {
      "FieldRight": null,
      "FieldType": "System.Int32",
      "FieldLength": 322
    }
  },
  "_Links": {
    "Self": "https://www.example.com/api/v1/contact/321",
    "Archive": "https://www.example.com/api/v1/contact"
  }
}"#;

const UPDATE_CHAT_TOPIC_USER_AGENTS_ANSWER: &str = r#"[
  {
    "TopicId": 834,
    "User": null,
    "CanListen": false,
    "CanRespond": false,
    "CanManage": false,
    "CanNotify": false
  },
  {
    "TopicId": 834,
    "User": null,
    "CanListen": false,
    "CanRespond": false,
    "CanManage": false,
    "CanNotify": false
  }
]"#;
