use language_clients::superoffice_crm::ListAppointments;

use crate::{bare, request, response};

#[test]
fn sample_request() {
    let mut sample = bare("GET", "/api/v1/Appointment");
    sample.headers_mut().append("accept-language", "fr,de,ru,zh".parse().unwrap());
    request::<ListAppointments>(&sample, &["/headers/Accept-Language"], &[]);
}

#[test]
fn sample_response() {
    response::<ListAppointments>(200, SAMPLE_RESPONSE, &[]);
}

#[test]
fn filtered_request() {
    let sample = bare("GET", "/api/v1/Appointment?%24filter=name+begins+%27S%27");
    request::<ListAppointments>(&sample, &["/query_parameters/$filter"], &[]);
}

#[test]
fn safe_names_request() {
    let sample = bare("GET", "/api/v1/Appointment?%24jsonSafe=True");
    let violates = [
        ("/query_parameters/$jsonSafe", "type"),
    ];
    request::<ListAppointments>(&sample, &["/query_parameters/$jsonSafe"], &violates);
}

#[test]
fn top_request() {
    let sample = bare("GET", "/api/v1/Appointment?%24top=206&%24skip=170&%24mode=Full");
    request::<ListAppointments>(&sample, &["/query_parameters/$top", "/query_parameters/$skip", "/query_parameters/$mode"], &[]);
}

const SAMPLE_RESPONSE: &str = r#"{
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
