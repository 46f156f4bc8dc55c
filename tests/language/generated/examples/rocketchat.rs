// Written by docwright from specs/rocketchat: change that, and run it again.

//! Calls each endpoint of Rocket.Chat over loopback, where a stand-in reads what comes and answers
//! for the server.
//!
//! ```console
//! $ cargo run -p language-clients --example rocketchat --features rocketchat,ureq
//! ```

mod stand_in;

use std::error::Error;

use language_clients::rocketchat::{
    Auth, BlockingClient, CreateRole, ListDepartmentsByIds, UpdateDepartment,
    UpdateDepartmentDepartment, UpdateDepartmentDepartmentRequired,
};
use language_clients::runtime::client::{BuildError, Endpoint, Finding, http};
use stand_in::StandIn;

fn main() -> Result<(), Box<dyn Error>> {
    call_create_role()?;
    call_list_departments_by_ids()?;
    call_update_department()?;
    refused()
}

/// A client of the stand-in, which says where messages differ from the documentation.
fn connect(server: &StandIn) -> Result<BlockingClient, BuildError> {
    BlockingClient::builder(
            server.address(),
            Auth::Token {
                auth_token: "auth token".into(),
                user_id: "user id".into(),
            },
        )
        .observer(|event| match event.finding {
            Finding::Sent(violation) => println!("Warning: {violation}"),
            Finding::Received(deviation) => println!("Deviation: {deviation}"),
            _ => {}
        })
        .build()
}

/// Makes a role; one of the same name must not be there yet: `POST /api/v1/roles.create`. Answers
/// with `CreateRoleResponse`.
fn call_create_role() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = CreateRole::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(CREATE_ROLE_ANSWER.into())?)
    })?;
    let client = connect(&server)?;

    let request = CreateRole::new("Test Role");
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// The departments that have the ids: `GET /api/v1/livechat/department.listByIds`. Answers with
/// `ListDepartmentsByIdsResponse`.
fn call_list_departments_by_ids() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = ListDepartmentsByIds::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(LIST_DEPARTMENTS_BY_IDS_ANSWER.into())?)
    })?;
    let client = connect(&server)?;

    let request = ListDepartmentsByIds::new(["4LCeYmCHHnQ3EDBgf"]);
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// Changes a department, and who answers in it: `PUT /api/v1/livechat/department/{_id}`. Answers
/// with `UpdateDepartmentResponse`.
fn call_update_department() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = UpdateDepartment::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(UPDATE_DEPARTMENT_ANSWER.into())?)
    })?;
    let client = connect(&server)?;

    let request = UpdateDepartment::new(
        "iTfLCX3qqwKgf5uqg",
        UpdateDepartmentDepartment::new(UpdateDepartmentDepartmentRequired {
            name: "new from api - live".into(),
            email: "jan@example.com".into(),
            enabled: true,
            show_on_registration: true,
            show_on_offline_form: true,
        }),
    );
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// What a caller learns of a refusal.
fn refused() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|_| {
        let answer = http::Response::builder()
            .status(401)
            .header("content-type", "application/json");
        Ok(answer.body(REFUSAL.into())?)
    })?;
    let client = connect(&server)?;

    let request = CreateRole::new("Test Role");
    if let Err(error) = client.send(request) {
        println!("The call failed: {error}");
        let (delivery, again) = (error.delivery(), error.safe_to_resend());
        println!("Delivery: {delivery:?}; safe to send again: {again}");
        if let Some(refusal) = error.refusal() {
            let failure = refusal.read::<CreateRole>()?;
            println!("The server said {failure:?}");
        }
    }
    Ok(())
}

const CREATE_ROLE_ANSWER: &str = r#"{
    "role": {
        "_id": "646c431fa8c3a3ba32d0e1c4",
        "name": "support1",
        "scope": "Subscriptions",
        "description": "Role support tier 1",
        "protected": false,
        "mandatory2fa": false,
        "_updatedAt": "2023-05-23T04:37:51.161Z"
    },
    "success": true
}"#;

const LIST_DEPARTMENTS_BY_IDS_ANSWER: &str = r#"{
    "departments": [
        {
            "_id": "4LCeYmCHHnQ3EDBgf",
            "enabled": true,
            "name": "Chatbot Sales",
            "description": "",
            "showOnRegistration": false,
            "showOnOfflineForm": false,
            "requestTagBeforeClosingChat": false,
            "email": "chatbotSales@g.c",
            "chatClosingTags": [],
            "offlineMessageChannelName": "",
            "abandonedRoomsCloseCustomMessage": "",
            "waitingQueueMessage": "",
            "departmentsAllowedToForward": "",
            "_updatedAt": "2021-07-15T15:11:16.856Z",
            "numAgents": 4,
            "ancestors": []
        },
        {
            "_id": "CAJioQNAvLnYWTy8i",
            "enabled": true,
            "name": "Support",
            "description": "",
            "showOnRegistration": true,
            "showOnOfflineForm": true,
            "requestTagBeforeClosingChat": false,
            "email": "mary@rocket.chat",
            "maxNumberSimultaneousChat": "",
            "waitingQueueMessage": "",
            "type": "d",
            "numAgents": 28,
            "_updatedAt": "2021-07-21T23:54:35.574Z",
            "ancestors": [
                "sriw2wmP2Zz2pPrre"
            ],
            "chatClosingTags": [],
            "abandonedRoomsCloseCustomMessage": "",
            "departmentsAllowedToForward": "",
            "offlineMessageChannelName": "",
            "visitorInactivityTimeoutInSeconds": "10",
            "parentId": "sriw2wmP2Zz2pPrre"
        },
        {
            "_id": "mHcx4rbi7htAmCCR5",
            "enabled": true,
            "name": "Chatbot Support",
            "description": "",
            "showOnRegistration": false,
            "showOnOfflineForm": false,
            "requestTagBeforeClosingChat": false,
            "email": "chatbotSupport@g.c",
            "chatClosingTags": [],
            "offlineMessageChannelName": "",
            "abandonedRoomsCloseCustomMessage": "",
            "waitingQueueMessage": "",
            "departmentsAllowedToForward": "",
            "_updatedAt": "2021-06-28T22:10:01.371Z",
            "numAgents": 3,
            "ancestors": [
                "sriw2wmP2Zz2pPrre"
            ],
            "parentId": "sriw2wmP2Zz2pPrre"
        }
    ],
    "success": true
}"#;

const UPDATE_DEPARTMENT_ANSWER: &str = r#"{
  "department": {
    "_id": "iTfLCX3qqwKgf5uqg",
    "enabled": true,
    "name": "new from api - live",
    "description": null,
    "numAgents": 1,
    "showOnRegistration": true,
    "_updatedAt": "2016-12-13T17:30:02.643Z"
  },
  "agents": [
    {
      "_id": "DDjZbhTF74n3NBuWK",
      "agentId": "SQafHvoFPuB57NmBD",
      "departmentId": "iTfLCX3qqwKgf5uqg",
      "username": "john.doe",
      "count": 0,
      "order": 0,
      "_updatedAt": "2016-12-13T17:30:02.656Z"
    }
  ],
  "success": true
}"#;

const REFUSAL: &str = r#"{
    "success": false,
    "error": "unauthorized"
}"#;
