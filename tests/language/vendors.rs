//! Pages of two real vendors: a call of each over the wire and back.

use language_clients::rocketchat::create_role::Role;
use language_clients::rocketchat::update_department::Agent;
use language_clients::rocketchat::{
    self, CreateRole, CreateRoleResponse, CreateRoleScope, ListDepartmentsByIds, ListDepartmentsByIdsResponse,
    UpdateDepartment, UpdateDepartmentDepartment, UpdateDepartmentDepartmentRequired, UpdateDepartmentResponse,
};
use language_clients::runtime::client::Endpoint as _;
use language_clients::runtime::client::http::header::ACCEPT;
use language_clients::runtime::{JsonObject, Validate as _};
use language_clients::superoffice_crm::list_appointments::Row;
use language_clients::superoffice_crm::patch_relation::{Operation, OperationOp, Relation};
use language_clients::superoffice_crm::update_chat_topic_user_agents::{NewUserAgent, UserAgent};
use language_clients::superoffice_crm::{
    self, DeleteChatSession, GetContactImage, GetContactImageIfBlank, ListAppointments, ListAppointmentsDollarMode,
    ListAppointmentsResponse, PatchRelation, UpdateChatTopicUserAgents,
};

use crate::loopback::comes_back;

fn bearer() -> superoffice_crm::Auth {
    superoffice_crm::Auth::bearer("token")
}

fn token() -> rocketchat::Auth {
    rocketchat::Auth::Token { auth_token: "token".into(), user_id: "user".into() }
}

#[test]
fn a_query_with_dollars_and_columns_that_no_page_lists() {
    let request = ListAppointments::new()
        .dollar_select("nameDepartment,Count(category):Footer")
        .dollar_filter("name begins 'S'")
        .dollar_top(206)
        .dollar_mode(ListAppointmentsDollarMode::Full)
        .dollar_json_safe(true);
    let row = Row::default().primary_key(5948).entity_name("person");
    let answer = ListAppointmentsResponse::default().odata_next_link("quasi").value([row]);
    comes_back(bearer, &request, &answer);
}

#[test]
fn a_list_as_the_body() {
    let steps = [
        Operation::default().op(OperationOp::Replace).path("/Comment").value("foo"),
        Operation::default().op(OperationOp::Test).path("/users/-").value(JsonObject::new()),
    ];
    let request = PatchRelation::new(124, steps).dollar_select("Comment,CreatedBy/AssociateId");
    comes_back(bearer, &request, &Relation::default().relation_id(124).created_by_null());

    let request = UpdateChatTopicUserAgents::new(508, [NewUserAgent::default().topic_id(508).user_null()]);
    comes_back(bearer, &request, &vec![UserAgent::default().topic_id(834).can_listen(false)]);
}

#[test]
fn no_answer_and_one_of_bytes() {
    comes_back(bearer, &DeleteChatSession::new(1).accept_language("fr,de,ru,zh"), &());

    let request = GetContactImage::new(1).w(736).if_blank(GetContactImageIfBlank::ClearPixel);
    let sent = request.to_request("https://www.example.com", &superoffice_crm::Settings::default()).unwrap();
    assert_eq!(sent.headers()[ACCEPT], "*/*", "an image is asked for, and not JSON");
    comes_back(bearer, &request, &b"GIF89a\0\xff".to_vec().into());
}

#[test]
fn objects_in_objects_and_a_parameter_again_and_again() {
    let role = CreateRole::new("support").scope(CreateRoleScope::Subscriptions).mandatory2fa(false);
    let made = Role::default().underscore_id("1").underscore_updated_at("2023-05-23T04:37:51.161Z");
    comes_back(token, &role, &CreateRoleResponse::default().role(made).success(true));

    let ids = ListDepartmentsByIds::new(["4LCeYmCHHnQ3EDBgf", "a&ids=b"]);
    comes_back(token, &ids, &ListDepartmentsByIdsResponse::default().departments([]).success(true));

    let details = UpdateDepartmentDepartmentRequired {
        name: "live".into(),
        email: "abc@testdept.com".into(),
        enabled: true,
        show_on_registration: true,
        show_on_offline_form: false,
    };
    let agent = Agent::default().agent_id("SQafHvoFPuB57NmBD").count(11);
    let department =
        UpdateDepartment::new("iTfLCX3qqwKgf5uqg", UpdateDepartmentDepartment::new(details)).agents([agent]);
    assert!(department.violations().is_empty());
    comes_back(token, &department, &UpdateDepartmentResponse::default().success(true));
}
