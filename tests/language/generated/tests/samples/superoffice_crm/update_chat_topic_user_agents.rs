use language_clients::superoffice_crm::UpdateChatTopicUserAgents;

use crate::{json, request, response};

#[test]
fn sample_request() {
    let mut sample = json("PUT", "/api/v1/ChatTopic/1/UserAgent", SAMPLE_REQUEST);
    sample.headers_mut().append("accept-language", "sv".parse().unwrap());
    request::<UpdateChatTopicUserAgents>(&sample, &["/headers/Accept-Language"], &[]);
}

#[test]
fn sample_response() {
    response::<UpdateChatTopicUserAgents>(200, SAMPLE_RESPONSE, &[]);
}

const SAMPLE_REQUEST: &str = r#"[
  {
    "TopicId": 508,
    "User": null,
    "CanListen": true,
    "CanRespond": true,
    "CanManage": false,
    "CanNotify": true
  },
  {
    "TopicId": 508,
    "User": null,
    "CanListen": true,
    "CanRespond": true,
    "CanManage": false,
    "CanNotify": true
  }
]"#;

const SAMPLE_RESPONSE: &str = r#"[
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
