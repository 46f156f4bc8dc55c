use language_clients::rocketchat::UpdateDepartment;

use crate::{json, request, response};

#[test]
fn sample_request() {
    let sample = json("PUT", "/api/v1/livechat/department/iTfLCX3qqwKgf5uqg", SAMPLE_REQUEST);
    let violates = [
        ("/body/department/email", "required"),
        ("/body/department/showOnOfflineForm", "required"),
    ];
    request::<UpdateDepartment>(&sample, &["/path_parameters/_id"], &violates);
}

#[test]
fn sample_response() {
    response::<UpdateDepartment>(200, SAMPLE_RESPONSE, &[]);
}

const SAMPLE_REQUEST: &str = r#"{"department": {
            "enabled": true, 
            "name": "new from api - live", 
            "showOnRegistration": true}, 
    "agents": [{
            "agentId": "SQafHvoFPuB57NmBD", 
            "username": "john.doe"}] }"#;

const SAMPLE_RESPONSE: &str = r#"{
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
