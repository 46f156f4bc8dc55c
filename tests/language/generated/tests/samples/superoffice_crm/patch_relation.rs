use language_clients::superoffice_crm::PatchRelation;

use crate::{json, request, response};

#[test]
fn sample_request() {
    let mut sample = json("PATCH", "/api/v1/Relation/1", SAMPLE_REQUEST);
    sample.headers_mut().append("accept-language", "*".parse().unwrap());
    request::<PatchRelation>(&sample, &["/headers/Accept-Language"], &[]);
}

#[test]
fn sample_response() {
    response::<PatchRelation>(200, SAMPLE_RESPONSE, &[]);
}

#[test]
fn department_request() {
    let sample = json("PATCH", "/api/v1/Relation/1", DEPARTMENT_REQUEST);
    request::<PatchRelation>(&sample, &[], &[]);
}

const SAMPLE_REQUEST: &str = r#"[
  {
    "op": "add",
    "path": "explicabo",
    "value": {}
  },
  {
    "op": "add",
    "path": "explicabo",
    "value": {}
  }
]"#;

const SAMPLE_RESPONSE: &str = r#"{
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

const DEPARTMENT_REQUEST: &str = r#"[ { "op": "replace", "path": "/Department", "value": "foo" } ]"#;
