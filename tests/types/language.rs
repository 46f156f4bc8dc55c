//! What `language-clients` has: its types and its endpoints.

pub use language_clients as clients;

use self::calls::Call;
use self::laws::{Message, Type};
use crate::secret::{SECRET, USER};

#[path = "calls.rs"]
mod calls;
#[path = "laws.rs"]
pub mod laws;

/// The types that can stand in JSON.
pub fn types() -> Vec<Type> {
    types![
        clients::default::Option,
        clients::default::Vec,
        clients::default::Box,
        clients::default::Result,
        clients::default::Default,
        clients::default::String,
        clients::default::Field,
        clients::default::Promised,
        clients::default::Record,
        clients::default::Value,
        clients::default::Json,
        clients::default::server::Words,
        clients::default::server::Numbers,
        clients::default::server::Closed,
        clients::default::server::Union,
        clients::default::server::UnionObject,
        clients::default::server::UnionOther,
        clients::default::server::Error,
        clients::default::server::Self_,
        clients::default::server::Validate,
        clients::default::server::Output,
        clients::default::server::Failure,
        clients::lib_::Vec,
        clients::lib_::String,
        clients::lib_::std::Option,
        clients::main_::send::SendMode,
        clients::rocketchat::Failure,
        clients::rocketchat::create_role::CreateRoleScope,
        clients::rocketchat::create_role::CreateRoleResponse,
        clients::rocketchat::create_role::Role,
        clients::rocketchat::list_departments_by_ids::ListDepartmentsByIdsResponse,
        clients::rocketchat::list_departments_by_ids::Department,
        clients::rocketchat::update_department::UpdateDepartmentDepartment,
        clients::rocketchat::update_department::UpdateDepartmentResponse,
        clients::rocketchat::update_department::Agent,
        clients::rocketchat::update_department::Department,
        clients::rocketchat::update_department::DepartmentAgent,
        clients::superoffice_crm::Associate,
        clients::superoffice_crm::FieldProperties,
        clients::superoffice_crm::FieldProperty,
        clients::superoffice_crm::RecurrenceInfo,
        clients::superoffice_crm::get_contact_image::GetContactImageIfBlank,
        clients::superoffice_crm::list_appointments::ListAppointmentsDollarMode,
        clients::superoffice_crm::list_appointments::ListAppointmentsDollarFormat,
        clients::superoffice_crm::list_appointments::ListAppointmentsDollarOutput,
        clients::superoffice_crm::list_appointments::ListAppointmentsResponse,
        clients::superoffice_crm::list_appointments::Row,
        clients::superoffice_crm::patch_relation::Operation,
        clients::superoffice_crm::patch_relation::OperationOp,
        clients::superoffice_crm::patch_relation::Relation,
        clients::superoffice_crm::update_chat_topic_user_agents::NewUserAgent,
        clients::superoffice_crm::update_chat_topic_user_agents::UserAgent,
        clients::workshop::Problem,
        clients::workshop::OrderId,
        clients::workshop::State,
        clients::workshop::create_order::CreateOrderWork,
        clients::workshop::create_order::CreateOrderWorkRepair,
        clients::workshop::create_order::CreateOrderResponse,
        clients::workshop::create_order::Tuning,
        clients::workshop::find_parts::Maker,
        clients::workshop::list_orders::Order,
    ]
}

/// The endpoints.
#[allow(deprecated, reason = "all of them")]
pub fn messages() -> Vec<Message> {
    vec![
        Message::of::<clients::default::client::ClientCall>(),
        Message::of::<clients::default::server::Server>(),
        Message::of::<clients::http::header_value::HeaderValue>(),
        Message::of::<clients::lib_::core::Core>(),
        Message::of::<clients::lib_::runtime::Runtime>(),
        Message::of::<clients::lib_::std::Std>(),
        Message::of::<clients::main_::send::Send>(),
        Message::of::<clients::main_::send_mode::SendMode>(),
        Message::of::<clients::rocketchat::create_role::CreateRole>(),
        Message::of::<clients::rocketchat::list_departments_by_ids::ListDepartmentsByIds>(),
        Message::of::<clients::rocketchat::update_department::UpdateDepartment>(),
        Message::of::<clients::superoffice_crm::delete_chat_session::DeleteChatSession>(),
        Message::of::<clients::superoffice_crm::get_contact_image::GetContactImage>(),
        Message::of::<clients::superoffice_crm::list_appointments::ListAppointments>(),
        Message::of::<clients::superoffice_crm::patch_relation::PatchRelation>(),
        Message::of::<clients::superoffice_crm::update_chat_topic_user_agents::UpdateChatTopicUserAgents>(),
        Message::of::<clients::tracing::mod_::Mod>(),
        Message::of::<clients::workshop::create_order::CreateOrder>(),
        Message::of::<clients::workshop::drop_photo::DropPhoto>(),
        Message::of::<clients::workshop::find_parts::FindParts>(),
        Message::of::<clients::workshop::list_orders::ListOrders>(),
        Message::of::<clients::workshop::send_invoice::SendInvoice>(),
        Message::of::<clients::workshop::take_stock::TakeStock>(),
        Message::of::<clients::workshop::watch::Watch>(),
    ]
}

/// A call with each credential of each API.
pub fn calls() -> Vec<Call> {
    use clients::default::{self as obstacles, Server};
    use clients::rocketchat;
    use clients::superoffice_crm::{self as crm, DeleteChatSession};
    use clients::workshop::{self, CreateOrder, CreateOrderRequired, ListOrders, OrderId, SendInvoice};
    let order = CreateOrder::new(CreateOrderRequired { shop: "harbour".into(), customer: "a@example.nl".into() });
    vec![
        Call::of("workshop/counter", workshop::Auth::counter(SECRET), ListOrders::new("harbour")),
        Call::of("workshop/link", workshop::Auth::link(SECRET), SendInvoice::new("harbour", [OrderId(1)])),
        Call::of("workshop/staff", workshop::Auth::employee(USER, SECRET), order.clone()),
        Call::of("workshop/visitor", workshop::Auth::visitor(SECRET), order),
        Call::of(
            "workshop/partner",
            workshop::Auth::Partner { token: SECRET.into(), account: SECRET.into() },
            ListOrders::new("harbour"),
        ),
        Call::of("default/nothing", obstacles::Auth::none_at_all(SECRET), Server::new()),
        Call::of("default/clone", obstacles::Auth::clone(SECRET), Server::new()),
        Call::of("default/self", obstacles::Auth::self_(SECRET), Server::new()),
        Call::of("default/Some", obstacles::Auth::Some { to: SECRET.into(), type_: SECRET.into() }, Server::new()),
        Call::of(
            "rocketchat/token",
            rocketchat::Auth::Token { auth_token: SECRET.into(), user_id: SECRET.into() },
            rocketchat::CreateRole::new("Support"),
        ),
        Call::of("superoffice_crm/basic", crm::Auth::basic(USER, SECRET), DeleteChatSession::new(1)),
        Call::of("superoffice_crm/bearer", crm::Auth::bearer(SECRET), DeleteChatSession::new(1)),
        Call::of("superoffice_crm/ticket", crm::Auth::ticket(SECRET), DeleteChatSession::new(1)),
        Call::of(
            "superoffice_crm/session",
            crm::Auth::Session { xsrf_token: SECRET.into(), cookies: SECRET.into() },
            DeleteChatSession::new(1),
        ),
    ]
}
