use language_clients::rocketchat::CreateRole;

use crate::{json, refusal, request, response};

#[test]
fn success_request() {
    let sample = json("POST", "/api/v1/roles.create", SUCCESS_REQUEST);
    request::<CreateRole>(&sample, &[], &[]);
}

#[test]
fn success_response() {
    response::<CreateRole>(200, SUCCESS_RESPONSE, &[]);
}

#[test]
fn unauthorized_response() {
    refusal::<CreateRole>(401, UNAUTHORIZED_RESPONSE, &[]);
}

#[test]
fn invalid_properties_response() {
    refusal::<CreateRole>(400, INVALID_PROPERTIES_RESPONSE, &[]);
}

#[test]
fn duplicate_name_response() {
    refusal::<CreateRole>(400, DUPLICATE_NAME_RESPONSE, &[]);
}

const SUCCESS_REQUEST: &str = r#"{
        "name": "Test Role",
        "scope": "Users",
        "description": "Testing Role for API",
        "mandatory2fa": false
    }"#;

const SUCCESS_RESPONSE: &str = r#"{
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

const UNAUTHORIZED_RESPONSE: &str = r#"{
    "success": false,
    "error": "unauthorized"
}"#;

const INVALID_PROPERTIES_RESPONSE: &str = r#"{
    "success": false,
    "error": "The role properties are invalid. [error-invalid-role-properties]",
    "errorType": "error-invalid-role-properties"
}"#;

const DUPLICATE_NAME_RESPONSE: &str = r#"{
    "success": false,
    "error": "Role name already exists [error-duplicate-role-names-not-allowed]",
    "errorType": "error-duplicate-role-names-not-allowed"
}"#;
