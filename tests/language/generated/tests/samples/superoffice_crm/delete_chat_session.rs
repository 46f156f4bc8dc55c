use language_clients::superoffice_crm::DeleteChatSession;

use crate::{bare, request, untyped};

#[test]
fn sample_request() {
    let mut sample = bare("DELETE", "/api/v1/ChatSession/1");
    sample.headers_mut().append("accept-language", "fr,de,ru,zh".parse().unwrap());
    request::<DeleteChatSession>(&sample, &["/headers/Accept-Language"], &[]);
}

#[test]
fn sample_response() {
    untyped::<DeleteChatSession>(204, "", &[]);
}
